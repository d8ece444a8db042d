"""The metric that a key of a tool's output names, in words that prose may use for much else: `wins`, `value_at_end`, `returns.total`."""

import re
from functools import lru_cache
from itertools import takewhile

from validators.grounding.tools.vocabulary.key_asides import without_asides
from validators.grounding.tools.vocabulary.key_relations import END, START, metric_by_relation
from validators.grounding.tools.vocabulary.metric_vocabulary import COUNTS, LOOSE, STATISTICS
from validators.grounding.tools.vocabulary.metrics import METRICS, PHRASES, counts_alike, inner_metric, measure_of
from validators.grounding.tools.vocabulary.words import (
    GENERIC,
    OF_THE_MARKET,
    OF_THE_RUN,
    key_unit,
    key_words,
    tells_share,
)
from validators.numbers.tail import CURRENCY_CODES

_ADJECTIVES = frozenset(
    "annualized annual yearly total cumulative average maximum minimum final initial ending starting best worst net max start end closed".split()
)
_FILL = frozenset(
    "at of in on the since total account net portfolio strategy algorithm backtest test period value final amount usd dollar".split()
)
_HOLDS = frozenset(
    "stat stats statistic summary metric measure info data analysis result block section panel group figure".split()
)
_START = START | {"started", "began"}
_END = END | {"ended", "finished", "after", "now", "current"}
_MOMENTS = {"0": "initial_capital", "1": "final_equity", "t": "final_equity"}  # of an account: "eq0", "nav_T"
OUTCOMES = frozenset({("result",), ("outcome",), ("net",)})  # of an account, which holds nothing of that name
_ACCOUNTS = frozenset("equity nav capital cash balance account wealth bankroll money".split())
# nouns of a key, words that may stand with them, and what tells the metric
_GRAMMAR = (
    (
        frozenset(
            "account equity nav aum value balance capital cash wealth bankroll stake money wallet pot purse worth cap".split()
        ),
        frozenset({"portfolio", "asset"}),
        (
            (_START, "initial_capital"),
            (_END, "final_equity"),
            (frozenset("peak high highest maximum top".split()), "peak_equity"),
            (frozenset("low lowest minimum trough bottom".split()), "lowest_equity"),
        ),
    ),
    (
        frozenset({"return", "growth", "performance", "gain"}),
        frozenset({"rate", "percent", "geometric", "risk"}),
        (
            (frozenset({"annualized", "annual", "yearly", "cagr", "compound", "compounded"}), "cagr"),
            (frozenset({"total", "cumulative", "overall", "period", "whole", "inception"}), "total_return"),
        ),
    ),
    (
        frozenset({"profit", "pnl"}),
        frozenset({"realized", "closed", "loss", "all"}),
        ((frozenset({"net", "total", "profit"}), "profit"),),
    ),
)
# What keys call a metric by words that prose uses for much else.
_SAID_IN_KEYS = {
    tuple(said.split()): metric
    for metric, phrases in {
        "winning_trades": ("number winning", "positive trade"),
        "losing_trades": ("number losing", "negative trade"),
        "calmar": ("mar",),
        "financing_cost": ("funding", "financing", "borrow", "swap cost", "carry cost", "cost of carry"),
        "winning_streak": ("consecutive w",),
        "losing_streak": ("consecutive l",),
        "cagr": (
            "apr",
            "apy",
            "car",
            "aror",
            "ar annualized",
            "annualized ar",
            "irr",
            "internal rate of return",
            "money weighted return",
            "time weighted return",
            "twrr",
            "mwrr",
            "rnorm",
            "all time annualized",
            "since inception annualized",
            "geometric average annualized",
        ),
        "volatility": (
            "st dev",
            "annualized st dev",
            "st dev annualized",
            "swing",
            "swing per year",
            "annualized swing",
            "fluctuation",
            "fluctuation per year",
            "wobble",
        ),
        "observations": ("session", "number session", "trading session", "market day"),
        "price": ("settle", "settlement", "settlement price"),
        "trades": (
            "position closed",
            "number position closed",
            "closed position",
            "closed",
            "total closed",
            "entry",
            "fill",
            "closed trade",
            "closed order",
            "closed deal",
            "number tr",
            "round trip",
        ),
        "total_return": (
            "roi",
            "return",
            "ret total",
            "return total",
            "return on capital",
            "return on account",
            "return on initial capital",
            "return to date",
            "comp",
        ),
        "holding_period": ("average bar", "average day", "held", "kept", "kept for"),
        "drawdown_duration": ("drawdown recovery", "rec day"),
        "average_trade": (
            "profit average",
            "average tr",
            "expected payoff",
            "expected value per trade",
            "ev per trade",
            "expectancy return",
        ),
        "fees_paid": (
            "commission cost",
            "cost commission",
            "fee cost",
            "cost fee",
            "commission and fee",
            "tcost",
            "cumulative tcost",
            "total tcost",
            "tcost total",
            "total commission and slippage",
            "total fee and slippage",
            "all in cost",
            "all in trading cost",
            "total cost drag",
        ),
        "best_trade": ("largest profit", "best tr"),
        "worst_trade": ("worst tr",),
        "payoff_ratio": ("wl ratio", "w l ratio"),
        "up_capture": ("up cap", "upside cap"),
        "down_capture": ("down cap", "downside cap"),
        "profit": (
            "nav change",
            "equity change",
            "account change",
            "net gain",
        ),
        "average_win": ("average w",),
        "average_loss": ("average l",),
        "win_rate": ("hit", "w rate"),
        "initial_capital": (
            "capital base",
            "cash in",
            "money in",
            "deposit",
            "opening deposit",
            "initial deposit",
            "paid in",
            "subscription",
            "amount subscribed",
        ),
        "final_equity": (
            "liquidation value",
            "net liquidation value",
            "net liquidation",
            "cash out",
            "money out",
            "paid out",
            "redemption",
            "amount redeemed",
            "redemption value",
        ),
        "information_ratio": (
            "ir",
            "inf ratio",
            "inf ratio annualized",
            "annualized ir",
            "ir annualized",
            "information",
            "ratio information",
        ),
        "cvar": ("es", "etl"),
        "ulcer_index": ("ui", "root average square drawdown", "quadratic average drawdown", "ulcer ix", "ulcer"),
        "profit_factor": (
            "total win over total loss",
            "total win divided by total loss",
            "won per lost",
            "gross profit loss ratio",
        ),
        "alpha": ("jensen a", "capm a", "intercept annual", "capm intercept"),
        "r_squared": (
            "variance explained",
            "regression r square",
            "benchmark regression r square",
            "goodness fit r squared",
        ),
        "turnover": ("to annualized", "annualized to", "turn", "one way turnover", "two sided turnover"),
        "beta": ("b market", "capm slope"),
        "correlation": ("pearson", "pearson return", "rho market"),
        "fee": ("taker fee", "maker fee", "broker fee", "broker commission", "fee rate", "commission rate", "cms"),
        "slippage": ("slippage",),
        "market_impact": ("market impact", "price impact", "impact cost"),
        "positions": (
            "open position",
            "holding number",
            "number holding",
            "average number holding",
            "stock held",
            "security held",
            "number security held",
            "instrument portfolio",
            "security portfolio",
            "number instrument portfolio",
        ),
        "lookback": (
            "lookback window",
            "lookback window length",
            "signal window",
            "formation window",
            "look back",
            "look back window",
            "lookback m",
            "lookback d",
        ),
        "equity_multiple": (
            "growth one",
            "growth of one",
            "growth of one dollar",
            "growth of 1",
            "time money",
            "moic",
            "wealth index",
            "nav multiple",
            "capital multiple",
            "money multiple",
            "wealth multiple",
            "multiple on capital",
        ),
        "exposure": (
            "exposure time",
            "in market",
            "time in market",
            "time market",
            "market time",
            "invested time",
            "time invested",
            "share invested",
            "share time market",
            "time share market",
            "market time share",
            "day open position",
            "exp",
        ),
    }.items()
    for said in phrases
    if said != "return"
} | {  # "Made or lost"
    (won, joined, lost): "profit"
    for won in ("made", "won", "gained", "gain", "earned", "up", "plus")
    for joined in ("or", "and")
    for lost in ("lost", "loss", "down", "minus")
}
_VERSUS, _NET = frozenset("vs versus against to".split()), frozenset({"net", "gross"})
_EACH_SIDE = frozenset("per each side way one 1 oneway a leg trade round trip".split())
_COSTS = frozenset({("cost",), ("brokerage",), ("transaction", "cost"), ("trading", "cost")})
_SIDES_OF_TRADE = {"open": "entry_price", "opened": "entry_price", "close": "exit_price", "closed": "exit_price"}
_ADDS_NOTHING = frozenset("number count total of value ratio rate list log history journal blotter record".split())


@lru_cache(maxsize=65536)
def metric_of_key(key: str) -> str | None:
    """The metric that a key names: one of the vocabulary, or the key's own words; None for a key that says nothing."""
    if "/" in key.partition("(")[0] and (joined := _SLASH.split(key[:200])) and len(joined) == 2:
        return _metric_of_two(*joined) or _metric_of_words(key)
    said = _metric_of_words(key)
    if said not in METRICS and (bracketed := _BRACKETED.fullmatch(key)) is not None:
        head, short = _metric_of_words(bracketed[1]), _metric_of_words(bracketed[2])
        if short in STATISTICS and "/" not in bracketed[2]:
            return short  # "Expected Shortfall (CVaR)"
        if head in METRICS and inner_metric(said or "") != head:
            return head  # "Skew (net returns)", "Total costs (fees + slippage)"
    return said


_BRACKETED = re.compile(r"([^()]{2,60}[\w.])\s?\(([^()]{2,60})\)")
_SLASH = re.compile(r"\s{0,2}/\s{0,2}(?=[A-Za-z]{2})")
_ONE_OF = frozenset("side trade year yr month mth day order leg turn".split())


def _metric_of_two(left: str, right: str) -> str | None:
    """The metric of a key that puts one thing over another: "CAGR / Max DD", "P&L/trade"; None where the bar does not divide."""
    if right.lower() in _ONE_OF:
        return _metric_of_words(f"{left} per {right}")
    words = (*key_words(left), "divided", "by", *key_words(right))
    if (said := PHRASES.get(words) or metric_by_relation(f"{left} over {right}")) is not None:
        return said
    over, under = _metric_of_words(left), _metric_of_words(right)
    if over in METRICS and under in METRICS and over not in LOOSE and over != under:
        return " ".join(words)
    return None


def _metric_of_words(key: str) -> str | None:
    words = key_words(key)
    if words[-1:] == ("change",) and len(words) > 1 and OF_THE_MARKET.issuperset(words[:-1]):
        return " ".join((*words[:-1], "return"))
    if words[-1:] == ("total",) and key_unit(key) == "percent":
        if OF_THE_RUN.issuperset(words[:-1]):
            return "total_return"
        if OF_THE_MARKET.issuperset(words[:-1]):
            return " ".join((*words, "return"))
    if (end := end_of_account(words, key_unit(key))) is not None:
        return end
    if words in OUTCOMES and key_unit(key) in CURRENCY_CODES:
        return "profit"
    if not words or (len(words) == 1 and words[0] in GENERIC) or words == ("all",):
        return None
    if is_hundredfold(key):
        words = words[:-1]
    if words[-1] in ("t", "tstat", "tvalue"):
        words = (*words[:-1], "t", "stat")
    if key_unit(key) == "bps" and _EACH_SIDE.issuperset(words):
        return "fee"  # "bps/side"
    if key_unit(key) == "percent" and PHRASES.get(words[-1:]) == "equity":
        return f"share {words[-1]}"  # "pct_nav", "% of equity"
    related = metric_by_relation(key)
    if related == "drawdown_duration" and key_unit(key) == "percent":
        return "max_drawdown"  # "Max % underwater"
    if related is not None and (related in COUNTS or tells_share(key)) and words not in _SAID_IN_KEYS:
        return related  # "lost", "Net profit %", which prose has for other metrics
    for order in (words, _adjectives_first(words)):
        known = _SAID_IN_KEYS.get(order) or PHRASES.get(order)
        if known == "fees_paid" and key_unit(key) in ("bps", "percent"):
            return "fee"
        if known is not None:
            return "win_rate" if known == "winning_trades" and key_unit(key) == "percent" else known
    if related is not None:
        return related
    if words[-1] == "ratio" and measure_of(over := PHRASES.get(words[:-1])) == "ratio":
        return over  # "return to volatility ratio"
    trimmed = tuple(word for word in without_asides(words) if word not in _ADDS_NOTHING)
    if trimmed and trimmed != words and (told := _SAID_IN_KEYS.get(trimmed) or PHRASES.get(trimmed)) is not None:
        return told if counts_alike(words, told) else " ".join(words)
    told = _SAID_IN_KEYS.get(
        tuple(word for word in takewhile(lambda word: word not in _VERSUS, words) if word not in _NET)
    )
    if told is not None and measure_of(told) == "ratio":
        return told  # "IR vs benchmark", "IR (net)"
    rate = tuple(word for word in words if word not in _EACH_SIDE)
    if (rate != words and PHRASES.get(rate) == "fee") or (rate in _COSTS and (rate != words or key_unit(key) == "bps")):
        return "fee"
    made = _made_of(frozenset(words))
    if made is not None:
        return made
    if all(word in GENERIC or word.isdigit() for word in words):
        return None
    if not _RECOVERY.isdisjoint(words) and not _SPANS.isdisjoint(words):
        return "drawdown_duration"
    return " ".join(words)


_HUNDREDFOLD = re.compile(r"(?<=[a-z])_?100\W?$")


@lru_cache(maxsize=16384)
def is_hundredfold(key: str) -> bool:
    """Whether a key holds a share times hundred, and says so: `norm_return100`."""
    found = _HUNDREDFOLD.search(key)
    return found is not None and measure_of(_metric_of_words(key[: found.start()])) == "share"


_RECOVERY = frozenset("recover recovery recovered recovering underwater".split())
_SPANS = frozenset("day week month bar time duration length period".split())


def _made_of(words: frozenset[str]) -> str | None:
    """The metric of a key that says it in no phrase of prose: `value_at_end`, `pnl_net_total`, `algorithm_period_return`."""
    for nouns, others, kinds in _GRAMMAR:
        if not words.isdisjoint(nouns) and words <= nouns | others | _FILL | frozenset().union(
            *(said for said, _ in kinds)
        ):
            found = [metric for said, metric in kinds if not words.isdisjoint(said)]
            if len(found) == 1 or (found and "annualized" in words):
                return found[0]
    return None


def end_of_account(words: tuple[str, ...], unit: str | None) -> str | None:
    """What an account held at first or at last, where a key names the moment only: `endUsd`, `eq0`."""
    if len(words) == 1 and unit in CURRENCY_CODES:
        return "initial_capital" if words[0] in _START else "final_equity" if words[0] in _END else None
    return _MOMENTS.get(words[1]) if len(words) == 2 and words[0] in _ACCOUNTS else None


def _adjectives_first(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "return annualized" as prose has it; without the words that only say that it is the run's own number."""
    told = [word for word in words if word not in OF_THE_RUN]
    return tuple(sorted(told or words, key=lambda word: word not in _ADJECTIVES))


@lru_cache(maxsize=65536)
def metric_of_keys(above: str, key: str) -> str | None:
    """The metric that a key names with the one above it: `returns.total` is a total return. None where they name none."""
    if key_words(key) == ("price",) and (side := _SIDES_OF_TRADE.get(above.lower())) is not None:
        return side
    if key_words(key) == ("total",) and key_unit(above) == "percent":
        return "total_return"
    if (related := metric_by_relation(above, key)) is not None:
        return related
    words = (*(word for word in key_words(above) if word not in _HOLDS), *key_words(key))
    said = next((PHRASES[order] for order in (words, _adjectives_first(words)) if order in PHRASES), None)
    return said if said is not None else _made_of(frozenset(words))
