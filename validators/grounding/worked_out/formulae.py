"""What analysts work out of one thing's numbers by formulae that have names: return over drawdown, profit per trade, break-even win rate."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from validators.grounding.number_match import LARGEST_FRACTION, UNIT_PER_FRACTION
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import RETURNS
from validators.grounding.worked_out.pool import Measure, Pool
from validators.grounding.worked_out.positions import add_positions
from validators.grounding.worked_out.told_records import ALL_COSTS, Thing, is_cost, is_spoken

_GAINS = RETURNS | {"return"}
_MONEY = frozenset({"profit", "fees_paid"})
_SHARES = _GAINS | {"volatility", "max_drawdown", "win_rate", "exposure", "weight", "allocation"}
_MOST_YEARS = 4
_MOST_GAIN = 100.0  # a year
_SEVERAL = 1.5  # years, over which a yearly gain is another number


@dataclass(frozen=True, slots=True)
class Formula:
    """`cue` are the words that speak of it, `operands` the metrics of its operands, `measure` what comes of it."""

    name: str
    cue: re.Pattern[str]
    operands: tuple[frozenset[str], ...]
    measure: Measure
    work: Callable[..., float]


def _of(*names: str) -> frozenset[str]:
    return frozenset(names)


def _cue(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})", re.IGNORECASE)


def _of_profit(costs: str) -> str:
    """What speaks of such costs as a part of the profit."""
    made = r"of [^.;:]{0,40}\b(?:profits?|gains?|earnings|winnings|made|earned)\b"
    return rf"(?:{costs})\b[^.;:]{{0,60}}\b{made}|{made}[^.;:]{{0,40}}\b(?:{costs})\b"


_COSTS, _FEES = r"costs?|charges|expenses|frictions?", r"fees?|commissions?"
_DEPTH = r"(?:draw-?downs?|dd|(?:worst|deepest|maximum|largest|peak|max) (?:loss|fall|decline|dip|drop|slump)|(?<!average )(?:losses|loss|pain))\b"
_OVER = r"(?:over|to|against|divided by|per|÷|/|relative to|(?:for )?(?:each|every)|times|of)[- ]{1,2}(?:(?:unit|point|percent|the|its|their|a|max(?:imum)?|median|worst|deepest|average|percentage|of|annual|realised|realized)[- ]{1,2}){0,4}"
_BEFORE = r"(?:before|without|ignoring|excluding|had there been no) (?:any |all |the |its |your |paying |counting )*"
_PER_LOSER = r"(?:winn\w+|wins)(?: trades?)? (?:(?:for|per|to|against) (?:each|every|one|an?|any)|per) los(?:s|er|ing)"
_TRADE = r"(?:trade|transaction|deal|position|fill|order|round[- ]trip)s?\b"
_FORMULAE = (
    Formula(
        "return over drawdown", _cue(rf"calmar|mar ratio|{_OVER}{_DEPTH}|(?:gains?|growth|returns?|cagr|profit)[-/ ](?:to[- ])?{_DEPTH}"),
        (_GAINS, _of("max_drawdown")), "ratio", lambda gain, loss: gain / abs(loss),
    ),
    Formula(
        "return over volatility", _cue(rf"{_OVER}(?:vol\b|volatility|risk\b|standard deviation)|return[-/]volatility|risk[- ]adjusted"),
        (_GAINS, _of("volatility")), "ratio", lambda gain, risk: gain / risk,
    ),
    Formula("money per trade", _cue(rf"(?:per|a|an|each|every|average|typical) {_TRADE}|apiece|each\b|trade-weighted"), (_MONEY, _of("trades")), "money", lambda money, trades: money / trades),
    Formula("money of all trades", _cue(r"total|altogether|overall|in all|profits?\b|made\b|netted|earned"), (_of("average_trade"), _of("trades")), "money", lambda each, trades: each * trades),
    Formula("return per trade", _cue(rf"(?:per|a|an|each|every|average) {_TRADE}"), (_GAINS, _of("trades")), "share", lambda gain, trades: gain / trades),
    Formula(
        "expectation of a trade", _cue(rf"expect\w*|(?:per|a|an|each|average) {_TRADE}|edge\b"),
        (_of("win_rate"), _of("average_win"), _of("average_loss")), "share", lambda won, win, loss: won * win - (1 - won) * abs(loss),
    ),
    Formula(
        "expected money of a trade", _cue(rf"expect\w*|(?:per|a|an|each|average) {_TRADE}|edge\b"),
        (_of("win_rate"), _of("average_win"), _of("average_loss")), "money", lambda won, win, loss: won * win - (1 - won) * abs(loss),
    ),
    *(
        Formula(
            "expectation of a trade by counts", _cue(rf"expect\w*|(?:per|a|an|each|average) {_TRADE}|edge\b"),
            (_of("winning_trades"), _of("trades"), _of("average_win"), _of("average_loss")), measure,
            lambda won, trades, win, loss: (won * win - (trades - won) * abs(loss)) / trades,
        )
        for measure in ("share", "money")
    ),
    Formula("contribution", _cue(r"contribut\w*|supplied|suppl(?:y|ies)|added|adds|brought|worth"), (_of("weight", "allocation"), _of("return", "total_return")), "share", lambda weight, gain: weight * gain),
    Formula(
        "break-even win rate", _cue(r"break[- ]?even|threshold|needs? to win|required win|has to win|must win"),
        (_of("average_win"), _of("average_loss")), "share", lambda win, loss: abs(loss) / (abs(loss) + abs(win)),
    ),
    Formula(
        "win over loss", _cue(r"pay-?off|win[-/ ](?:to[- ])?loss|reward[- ]to[- ]risk|risk[- ]reward|average (?:win|loss)|typical (?:win|loss)"),
        (_of("average_win"), _of("average_loss")), "ratio", lambda win, loss: abs(win / loss),
    ),
    Formula("winners for each loser", _cue(_PER_LOSER), (_of("winning_trades"), _of("losing_trades")), "ratio", lambda won, lost: won / lost),
    Formula("winners for each loser", _cue(_PER_LOSER), (_of("win_rate"),), "ratio", lambda won: won / (1 - won)),
    Formula("time out of the market", _cue(r"out of the market|in cash|sidelines?|flat\b|idle|uninvested|not invested"), (_of("exposure"),), "ratio", lambda invested: 1 - invested),
    Formula("square of correlation", _cue(r"r[- ]?squared|r²|r2\b|varianc\w+|squared?|explain\w*"), (_of("correlation"),), "ratio", lambda r: r * r),
    Formula("rest of the squared correlation", _cue(r"varianc\w+|explain\w*|unexplained|idiosyncratic"), (_of("correlation"),), "ratio", lambda r: 1 - r * r),
    Formula("rest of R squared", _cue(r"varianc\w+|explain\w*|unexplained|idiosyncratic|r[- ]?squared|r²|left"), (_of("r_squared"),), "ratio", lambda r: 1 - r),
    Formula("fee times turnover", _cue(r"turnover|turns? over|times a year|drags?|basis point|bps?\b"), (_of("fee", "slippage"), _of("turnover")), "share", lambda fee, turns: fee * turns),
    Formula("fees of capital", _cue(r"of (?:the |its |your )?(?:starting |initial |opening )?(?:capital|account|stake|equity)|/ ?capital"), (_MONEY, _of("initial_capital")), "ratio", lambda money, start: money / start),
    Formula("win rate of counts", _cue(r"winn\w+|win rate|hit rate|won\b|profitable"), (_of("winning_trades"), _of("trades")), "ratio", lambda won, trades: won / trades),
    Formula("return before fees", _cue(r"gross|before (?:any |all )?(?:costs|fees|charges|trading)|cost[- ]free|fee[- ]free|without (?:any )?(?:costs|fees)"), (_GAINS, _of("fee", "fees_paid", "cost")), "share", lambda gain, fees: gain + abs(fees)),
    Formula("fees of the gross profit", _cue(r"gross|before (?:costs|fees)|eat\w*|ate|consum\w*|swallow\w*|took|takes?"), (_of("profit"), _of("fees_paid")), "ratio", lambda profit, fees: fees / (profit + fees)),
    Formula("what the winners made", _cue(r"winn\w+|wins\b|gross (?:profits?|gains?)"), (_of("winning_trades"), _of("average_win")), "money", lambda won, win: won * win),
    Formula("what the losers lost", _cue(r"los(?:ers?|ing|ses)\b|gross loss\w*"), (_of("losing_trades"), _of("average_loss")), "money", lambda lost, loss: lost * abs(loss)),
    Formula("profit before costs", _cue(rf"gross|{_BEFORE}(?:costs?|charges|trading|expenses|friction\w*)"), (_of("profit"), _of(ALL_COSTS)), "money", lambda profit, costs: profit + costs),
    Formula("profit before fees", _cue(rf"{_BEFORE}(?:fees?|commissions?)"), (_of("profit"), _of("fees_paid")), "money", lambda profit, fees: profit + abs(fees)),
    Formula("costs of the profit", _cue(_of_profit(_COSTS)), (_of(ALL_COSTS), _of("profit")), "ratio", lambda costs, profit: costs / profit),
    Formula("fees of the profit", _cue(_of_profit(_FEES)), (_of("fees_paid"), _of("profit")), "ratio", lambda fees, profit: abs(fees) / profit),
    Formula("costs of the gross profit", _cue(_of_profit(_COSTS)), (_of(ALL_COSTS), _of("profit")), "ratio", lambda costs, profit: costs / (profit + costs)),
    *(
        Formula(name, _cue(cue), tuple(_of(key) for key in keys), "number" if name.startswith("calls") else "ratio", work)
        for name, cue, keys, work in (
            ("precision", r"precision|of (?:the|its) (?:long|buy|positive|up)", ("tp", "fp"), lambda hits, false: hits / (hits + false)),
            ("recall", r"recall|sensitivity|true[- ]positive rate|caught|captured", ("tp", "fn"), lambda hits, missed: hits / (hits + missed)),
            ("specificity", r"specificity|true[- ]negative rate", ("tn", "fp"), lambda right, false: right / (right + false)),
            ("F1", r"f1|f[- ]score|f-measure", ("tp", "fp", "fn"), lambda hits, false, missed: 2 * hits / (2 * hits + false + missed)),
            ("accuracy", r"accura\w+|right|correct\w*", ("tp", "tn", "fp", "fn"), lambda tp, tn, fp, fn: (tp + tn) / (tp + tn + fp + fn)),
            ("calls right", r"right|correct\w*", ("tp", "tn"), lambda up, down: up + down),
            ("calls wrong", r"wrong|incorrect\w*|miss\w*|error\w*|mistake\w*", ("fp", "fn"), lambda up, down: up + down),
            ("calls", r"calls|predictions|signals|observations|samples|days|cases|forecasts", ("tp", "tn", "fp", "fn"), lambda tp, tn, fp, fn: tp + tn + fp + fn),
            ("calls up", r"(?:long|buy|up|positive)(?: \w+)? (?:calls|predictions|signals|forecasts)|predicted", ("tp", "fp"), lambda hits, false: hits + false),
            ("calls down", r"(?:short|sell|down|negative)(?: \w+)? (?:calls|predictions|signals|forecasts)|predicted", ("tn", "fn"), lambda hits, false: hits + false),
        )
    ),
    Formula("below the peak", cue=_cue(r"(?:below|short of|under|shy of|beneath|off|from) (?:[^.;,]{0,24} )?(?:peak|high)\b"), operands=(_of("equity", "peak_equity"), _of("final_equity")), measure="money", work=lambda peak, end: peak - end),
    Formula("what makes up for a loss", _cue(r"break[- ]?even|back to|recover\w*|regain\w*|recoup\w*|mak\w+ (?:good|up|back)|undo\w*|needs?\b|it takes"), (_GAINS | {"max_drawdown"},), "share", lambda loss: abs(loss) / (1 - abs(loss))),
)  # fmt: skip
_OF_COSTS = _cue(
    r"of (?:the |all |its |their |total |overall |trading |combined |entire )*(?:total|costs?|bill|charges|expenses|whole|friction|them|it)\b"
)
_YEARS = re.compile(
    r"\b(?:over|for|after|across|in|during|cumulat\w+|compound\w*|sustained|at (?:that|this|its|the) (?:rate|pace|speed|clip)|rate|pace|whole|full|entire|total|window|test)\b",
    re.IGNORECASE,
)
_A_YEAR = re.compile(
    r"\b(?:a year|per year|annual\w*|yearly|p\.?a\.?\b|a month|per month|monthly|growth rate|cagr)", re.IGNORECASE
)


def add_formulae(pool: Pool, text: str, thing: Thing, years: Sequence[float]) -> None:
    """What the formulae of which the `text` speaks make of the numbers of a thing, and of those of its whole that it has none of itself;
    `years` is how long it may have gone."""
    held = _by_metric(thing.above) | _by_metric(thing.own)
    _add_cost_shares(pool, text, held.get(ALL_COSTS, ()), (*thing.own, *thing.above))
    add_positions(pool, text, thing.own)
    held.setdefault(ALL_COSTS, held.get("fees_paid", []))
    for formula in _said(text):
        choices = [[each for name in sorted(names) for each in held.get(name, ())] for names in formula.operands]
        combined = list(product(*choices))
        alike = [operands for operands in combined if all(each.scope == operands[0].scope for each in operands)]
        for operands in alike or combined:
            values = [_value(each) for each in operands]
            if all(values):
                _add(pool, formula, operands, values)
    if _A_YEAR.search(text) and "cagr" not in held:
        _add_yearly(pool, held, years[:_MOST_YEARS])
    for number in held.get("cagr", ()) if "total_return" not in held else ():
        for work, result, measure in _grown(text, _value(number), years[:_MOST_YEARS]):
            pool.add(measure, result, f"formula {work} of {number.source}")


def _add_yearly(pool: Pool, held: Mapping[str, Sequence[ToolNumber]], years: Sequence[float]) -> None:
    """What an account grew by a year, by its ends or by the whole return."""
    ends = product(held.get("initial_capital", ()), held.get("final_equity", ()))
    grown = [(last.value / first.value, f"{last.source} / {first.source}") for first, last in ends if first.value > 0]
    grown += [(1 + _value(each), f"1 + {each.source}") for each in held.get("total_return", ())]
    for growth, said in grown:
        for length in years if growth > 0 else ():
            if length >= _SEVERAL:
                pool.add(
                    "share", growth ** (1 / length) - 1, f"formula growth a year over {length:.4g} years of {said}"
                )


def _add_cost_shares(pool: Pool, text: str, totals: Sequence[ToolNumber], numbers: Sequence[ToolNumber]) -> None:
    """The shares in all costs of those that the text names."""
    if totals and totals[0].value and _OF_COSTS.search(text):
        for number in numbers:
            if is_cost(number) and is_spoken(number, text.lower(), frozenset()):
                share = abs(number.value) / totals[0].value
                pool.add("ratio", share, f"formula share of {number.source} in {totals[0].source}")


def _by_metric(numbers: Sequence[ToolNumber]) -> dict[str, list[ToolNumber]]:
    held: dict[str, list[ToolNumber]] = {}
    for number in numbers:
        if number.measured is not None:
            held.setdefault(number.measured, []).append(number)
    return held


@lru_cache(maxsize=256)
def _said(text: str) -> tuple[Formula, ...]:
    return tuple(formula for formula in _FORMULAE if formula.cue.search(text) is not None)


def add_growth(pool: Pool, text: str, sums: Sequence[tuple[float, str]], years: Sequence[float]) -> None:
    """What a growth from one sum of money that the answer states to another is a year."""
    for (one, first), (two, last) in combinations(sums, 2) if _A_YEAR.search(text) else ():
        for length in years[:_MOST_YEARS] if one > 0 < two else ():
            if length >= _SEVERAL:
                work = f"formula growth a year over {length:.4g} years"
                pool.add("share", (two / one) ** (1 / length) - 1, f"{work} from {first} to {last}")
                pool.add("share", (one / two) ** (1 / length) - 1, f"{work} from {last} to {first}")


def add_years(pool: Pool, text: str, gains: Sequence[tuple[float, str]], years: Sequence[float]) -> None:
    """What gains that the answer states come to over years."""
    for gain, said in gains:
        for work, result, measure in _grown(text, gain, years[:_MOST_YEARS]):
            pool.add(measure, result, f"formula {work} of {said}")


def _add(pool: Pool, formula: Formula, operands: Sequence[ToolNumber], values: Sequence[float]) -> None:
    try:
        result = formula.work(*values)
    except ZeroDivisionError:
        return
    pool.add(formula.measure, result, f"formula {formula.name}: {' and '.join(each.source for each in operands)}")


def _grown(text: str, gain: float, years: Sequence[float]) -> Iterator[tuple[str, float, Measure]]:
    """What a yearly gain comes to over years."""
    for length in years if -1 < gain < _MOST_GAIN and _YEARS.search(text) else ():
        if length >= _SEVERAL:
            grown, work = (1 + gain) ** length, f"growth over {length:.4g} years"
            yield work, grown - 1, "share"
            yield work, grown, "ratio"
            yield work, grown, "money"


def _value(number: ToolNumber) -> float:
    """As a fraction where it is a share, whatever unit it bears."""
    per = UNIT_PER_FRACTION.get(number.unit or "")
    if per is None:
        share = number.unit is None and number.measured in _SHARES
        per = 100.0 if share and abs(number.value) >= LARGEST_FRACTION else 1.0
    return number.value / per
