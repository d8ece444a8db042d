"""What a metric is called: the words of finance for each measure, in prose and in the keys of a tool's output.

The vocabulary is general: it knows that CAGR is an annualised return, and nothing of any tool, model or ticker. A key that it
does not know is a metric of its own, called by the key's words.
"""

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from validators.grounding.tools.metric_vocabulary import COMPOSED, LOOSE, LOOSE_PHRASES, VOCABULARY
from validators.numbers.tail import singular

Measure = Literal["share", "ratio", "money", "count", "time", "any"]

_WORD = re.compile(r"PnL|[sS]tDev|[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[A-Z][a-z]*")
_PER_ANNUM = re.compile(r"\bp\.\s?a\b\.?|\bp/a\b|(?:\b|_)per[ _]?annum(?:\b|(?=_))", re.IGNORECASE)
_PROSE_WORD = re.compile(r"[a-z]+|\d+")
_SHORT = {
    "max": "maximum", "min": "minimum", "avg": "average", "dd": "drawdown", "vol": "volatility", "ann": "annualized",
    "annualised": "annualized", "annualise": "annualized", "annualises": "annualizes", "annualising": "annualizing", "annualized": "annualized", "realised": "realized",
    "unrealised": "unrealized", "normalised": "normalized", "capitalisation": "capitalization",
}  # fmt: skip
_EXPANDED = {
    "ann": "annualized", "ret": "return", "rtn": "return", "dd": "drawdown", "max": "maximum", "min": "minimum", "avg": "average",
    "num": "number", "n": "number", "no": "number", "nb": "number", "std": "standard deviation", "stdev": "standard deviation",
    "vol": "volatility", "cum": "cumulative", "init": "initial", "cnt": "count", "qty": "quantity", "px": "price", "freq": "frequency",
    "pnl": "profit", "pl": "profit", "mktcap": "market cap", "div": "dividend", "amt": "amount", "tot": "total", "curr": "current",
    "prev": "previous", "txn": "transaction", "rev": "revenue", "corr": "correlation", "pos": "position", "mean": "average",
    "commissions": "commission", "mdd": "maximum drawdown", "maxdd": "maximum drawdown", "maxdrawdown": "maximum drawdown",
    "winrate": "win rate", "hitrate": "hit rate", "totalreturn": "total return", "sharperatio": "sharpe ratio", "ytd": "ytd", "sr": "sharpe ratio", "twr": "return",
    "wr": "win rate", "pa": "annualized", "pf": "profit factor", "strat": "strategy", "bench": "benchmark", "sum": "total", "trd": "trade", "perf": "performance",
    "eq": "equity", "ntrades": "number trade", "nwins": "number win", "nlosses": "number loss", "nwinners": "number win", "nlosers": "number loss",
    "nobs": "number observation", "ndays": "number day", "stddev": "standard deviation", "irr": "irr", "xirr": "irr", "sigma": "volatility",
}  # fmt: skip
UNIT_WORDS: dict[str, str] = {
    "bps": "bps", "bp": "bps", "pct": "percent", "percent": "percent", "percentage": "percent", "perc": "percent",
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "chf": "CHF", "dollar": "USD", "euro": "EUR", "dec": "fraction",
    "decimal": "fraction", "frac": "fraction", "fraction": "fraction", "pp": "percent", "ppt": "percent",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """`measure` says what its numbers are; `loss` is set where a negative number is told without a minus (a drawdown)."""

    name: str
    measure: Measure
    loss: bool = False


_SQUARED = frozenset({"squared", "sq", "square", "2", "value", "multiple"})
GENERIC = frozenset(
    "value amount data result total count number score metric stat statistic summary output response payload content item row entry "
    "record list index id name title text type key field date time start end status version body detail info average mean maximum "
    "minimum current last first next level rate ratio point run window period call year month day week quarter a b c x y z".split()
)


@lru_cache(maxsize=65536)
def key_words(key: str) -> tuple[str, ...]:
    """The words of a key, expanded and in the singular, units left out: `maxDD_pct` → ("maximum", "drawdown")."""
    words: list[str] = []
    told = [raw.lower() for raw in _WORD.findall(_PER_ANNUM.sub(" annualized ", key[:200].replace("PnL", "Pnl")))]
    for place, lower in enumerate(told):
        if (lower == "r" and _SQUARED.isdisjoint(told[place + 1 : place + 2])) and len(told) > 1:
            lower = "ret"
        elif lower == "dev" and words[-1:] == ["deviation"]:
            continue  # "stdDev"
        for word in _EXPANDED.get(lower, lower).split():
            if word not in UNIT_WORDS and not (words and word in _SCALE_WORDS and key_scale(key) != 1):
                words.append(normal(word))
    return tuple(words)


@lru_cache(maxsize=65536)
def key_unit(key: str) -> str | None:
    """The unit that a key names (bps, percent, fraction, a currency, a unit of time), None where it names none."""
    if "%" in key:
        return "percent"
    said = [raw.lower() for raw in _WORD.findall(key[:200])]
    if said and UNIT_WORDS.get(said[0]) == "percent":
        return "percent"
    for word in reversed(said):
        if word in UNIT_WORDS:
            return UNIT_WORDS[word]
        if word in _TIME_WORDS:
            return None if not _PART_OF.isdisjoint(key_words(key)) else _TIME_WORDS[word]
    return None


_SCALE_WORDS = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6, "bn": 1e9, "b": 1e9, "billion": 1e9,
    "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
_SHORT_SCALES = frozenset({"k", "m", "b"})


@lru_cache(maxsize=65536)
def key_scale(key: str) -> float:
    """The factor that a key names: 1e6 for `revenue_usd_m` or "USD millions". One letter counts beside a currency only."""
    words = [word.lower().removesuffix("s") if len(word) > 3 else word.lower() for word in _WORD.findall(key[:200])]
    money = any(UNIT_WORDS.get(word, "").isupper() for word in words)
    for word in words[1:] if len(words) > 1 else words:
        if word in _SCALE_WORDS and (money or word not in _SHORT_SCALES):
            return _SCALE_WORDS[word]
    return 1.0


_PART_OF = frozenset(
    "share fraction ratio rate proportion portion frequency probability number count per weight".split()
)
_TIME_WORDS = {
    "days": "day", "months": "month", "weeks": "week", "years": "year", "hours": "hour", "minutes": "minute", "bars": "bar", "sessions": "bar",
    "seconds": "second",
}  # fmt: skip


@lru_cache(maxsize=65536)
def normal(word: str) -> str:
    """A word in lower case, American, in the singular."""
    lower = word.lower()
    return singular(_SHORT.get(lower, lower))


def phrase_words(phrase: str) -> tuple[str, ...]:
    """A phrase of prose as normal words."""
    return tuple(normal(word) for word in _PROSE_WORD.findall(phrase.lower()))


def _read_vocabulary() -> tuple[dict[str, Metric], dict[tuple[str, ...], str]]:
    metrics: dict[str, Metric] = {}
    phrases: dict[tuple[str, ...], str] = {}
    for line in VOCABULARY.strip().splitlines():
        name, measure, loss, said = line.split("|")
        metrics[name] = Metric(name=name, measure=measure, loss=bool(loss))  # type: ignore[arg-type]
        for phrase in said.split(","):
            phrases.setdefault(phrase_words(phrase), name)
    for name, parts in COMPOSED:
        for words in itertools.product(*parts):
            phrases.setdefault(phrase_words(" ".join(words)), name)
    return metrics, phrases


METRICS, PHRASES = _read_vocabulary()
_ADJECTIVES = frozenset(
    "annualized annual yearly total cumulative average maximum minimum final initial ending starting best worst net max start end closed".split()
)
_FILL = frozenset(
    "at of in on the total account net portfolio strategy algorithm backtest test period value final amount usd dollar ratio".split()
)
_HOLDS = frozenset("stat stats statistic summary metric info data analysis result".split())
_START = frozenset("start starting initial begin beginning opening open".split())
_END = frozenset("end ending final closing terminal finish finishing last".split())
# nouns of a key, words that may stand with them, and what tells the metric
_GRAMMAR = (
    (
        frozenset(
            "equity nav aum value balance capital cash wealth bankroll stake money wallet pot purse worth".split()
        ),
        frozenset({"portfolio", "account", "asset"}),
        ((_START, "initial_capital"), (_END, "final_equity")),
    ),
    (
        frozenset({"return", "growth", "performance", "gain"}),
        frozenset({"rate", "percent", "geometric", "risk"}),
        (
            (frozenset({"annualized", "annual", "yearly", "cagr", "compound", "compounded"}), "cagr"),
            (frozenset({"total", "cumulative", "overall", "period", "whole"}), "total_return"),
        ),
    ),
    (
        frozenset({"profit", "pnl"}),
        frozenset({"realized", "closed", "loss", "all"}),
        ((frozenset({"net", "total", "profit"}), "profit"),),
    ),
)
OF_THE_RUN = frozenset(
    "algorithm strategy portfolio model backtest system run algo abs absolute overall our own".split()
)
OF_THE_MARKET = frozenset("benchmark index market buy and hold passive underlying".split())
# What keys call a metric by words that prose uses for much else.
_SAID_IN_KEYS = {
    tuple(said.split()): metric
    for metric, phrases in {
        "winning_trades": (
            "win",
            "win count",
            "winning",
            "winner",
            "won",
            "trade won",
            "win trade",
            "profit trade",
            "profitable",
            "number winning",
            "positive trade",
        ),
        "losing_trades": (
            "loss",
            "loss count",
            "losing",
            "loser",
            "lost",
            "trade lost",
            "loss trade",
            "losing trade",
            "number losing",
            "negative trade",
        ),
        "cagr": (
            "apr",
            "apy",
            "car",
            "aror",
            "irr",
            "internal rate of return",
            "money weighted return",
            "time weighted return",
        ),
        "volatility": ("st dev", "annualized st dev", "st dev annualized"),
        "observations": ("session", "number session", "trading session", "market day"),
        "price": ("settle", "settlement", "settlement price"),
        "trades": (
            "position closed",
            "number position closed",
            "closed position",
            "closed",
            "total closed",
            "entry",
            "order",
            "fill",
            "closed trade",
            "round trip",
        ),
        "total_return": (
            "roi",
            "return",
            "ret total",
            "return total",
            "profit percent",
            "return on capital",
            "return on initial capital",
        ),
        "holding_period": ("average bar", "average bar held", "bar held"),
        "win_rate": ("hit", "win share", "winning share", "share win", "share won", "share winner", "share of win"),
        "equity_multiple": (
            "growth one",
            "growth of one",
            "growth of one dollar",
            "growth of 1",
            "time money",
            "moic",
            "wealth index",
            "multiple on capital",
        ),
        "fees_paid": (
            "fee charged",
            "cost charged",
            "commission charged",
            "charge paid",
            "fee deducted",
            "cost deducted",
        ),
        "exposure": (
            "exposure time",
            "time in market",
            "invested time",
            "of day invested",
            "share of day invested",
            "share invested",
        ),
    }.items()
    for said in phrases
    if said != "return"
}
_LOOSE_BY_WORDS = {phrase_words(phrase): names for phrase, names in LOOSE_PHRASES.items()}


_EACH_SIDE = frozenset("per each side way one a trade".split())
_COSTS = frozenset({("cost",), ("brokerage",), ("transaction", "cost"), ("trading", "cost")})
_ADDS_NOTHING = frozenset("number count total of value ratio rate list log history journal blotter record".split())


@lru_cache(maxsize=65536)
def metric_of_key(key: str) -> str | None:
    """The metric that a key names: one of the vocabulary, or the key's own words; None for a key that says nothing."""
    words = key_words(key)
    if words[-1:] == ("total",) and key_unit(key) == "percent":
        if OF_THE_RUN.issuperset(words[:-1]):
            return "total_return"
        if OF_THE_MARKET.issuperset(words[:-1]):
            return " ".join((*words, "return"))
    if not words or (len(words) == 1 and words[0] in GENERIC):
        return None
    if key_unit(key) == "bps" and _EACH_SIDE.issuperset(words):
        return "fee"  # "bps/side"
    for order in (words, _adjectives_first(words)):
        known = _SAID_IN_KEYS.get(order) or PHRASES.get(order)
        if known == "fees_paid" and key_unit(key) in ("bps", "percent"):
            return "fee"
        if known is not None:
            return "win_rate" if known == "winning_trades" and key_unit(key) == "percent" else known
    trimmed = tuple(word for word in words if word not in _ADDS_NOTHING)
    if trimmed and trimmed != words and (told := _SAID_IN_KEYS.get(trimmed) or PHRASES.get(trimmed)) is not None:
        return told
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


_RECOVERY = frozenset("recover recovery recovered recovering underwater".split())
_SPANS = frozenset("day week month bar time duration length period".split())


def _made_of(words: frozenset[str]) -> str | None:
    """The metric of a key that says it in no phrase of prose: `value_at_end`, `pnl_net_total`, `algorithm_period_return`."""
    for nouns, others, kinds in _GRAMMAR:
        if not words.isdisjoint(nouns) and words <= nouns | others | _FILL | frozenset().union(
            *(said for said, _ in kinds)
        ):
            found = [metric for said, metric in kinds if not words.isdisjoint(said)]
            if len(found) == 1:
                return found[0]
    return None


def _adjectives_first(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "return annualized" as prose has it; without the words that only say that it is the run's own number."""
    told = [word for word in words if word not in OF_THE_RUN]
    return tuple(sorted(told or words, key=lambda word: word not in _ADJECTIVES))


@lru_cache(maxsize=65536)
def metric_of_keys(above: str, key: str) -> str | None:
    """The metric that a key names with the one above it: `returns.total` is a total return. None where they name none."""
    if key_words(key) == ("total",) and key_unit(above) == "percent":
        return "total_return"
    words = (*(word for word in key_words(above) if word not in _HOLDS), *key_words(key))
    said = next((PHRASES[order] for order in (words, _adjectives_first(words)) if order in PHRASES), None)
    return said if said is not None else _made_of(frozenset(words))


@lru_cache(maxsize=16384)
def inner_metric(name: str) -> str | None:
    """The metric of the vocabulary inside a longer name: "strategy sharpe" → "sharpe"."""
    if name in METRICS:
        return None
    words = tuple(name.split())
    if "per" in words[1:]:
        words = words[: words.index("per", 1)]  # a "cost per round trip" counts no trips
    else:  # what a name ends with is what it names: a "holding period return" is a return
        for start in range(1, len(words)):
            known = PHRASES.get(words[start:])
            if known is not None and METRICS[known].measure != "count":
                return known
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length, -1, -1):
            known = PHRASES.get(words[start : start + length])
            if known is not None:
                return known
    return None


@lru_cache(maxsize=16384)
def measure_of(name: str | None) -> Measure:
    """What a metric's numbers are; "any" where that is unknown."""
    if name is None:
        return "any"
    if name in METRICS:
        return METRICS[name].measure
    inner = inner_metric(name)
    return METRICS[inner].measure if inner is not None else "any"


@lru_cache(maxsize=16384)
def is_loss(name: str | None) -> bool:
    """Whether the metric counts losses, so that its sign is told by its name."""
    if name is None:
        return False
    known = METRICS.get(name) or METRICS.get(inner_metric(name) or "")
    return (
        known.loss
        if known is not None
        else bool(set(name.split()) & {"drawdown", "loss", "decline", "shortfall", "drop"})
    )


def allowed(words: tuple[str, ...], name: str) -> frozenset[str]:
    """The metrics that a phrase may mean: a loose one ("return") means several."""
    loose = _LOOSE_BY_WORDS.get(words)
    return loose if loose is not None else LOOSE.get(name, frozenset({name}))


# Words that stand in any sentence, and so name no metric when a key is called by nothing else (`capital.out`).
_IN_ANY_SENTENCE = (
    GENERIC
    | OF_THE_RUN
    | frozenset(
        "in out up down on off of by at to from for with over under before after left right top bottom one two three other both all each "
        "first second third best worst good bad high low more less long short buy sell hold yes no it is as and or not than a an the then "
        "now new old common left main side part rest benchmark market index fund".split()
    )
)


def speakable(names: Iterable[str]) -> dict[tuple[str, ...], str]:
    """The phrases that name metrics outside the vocabulary: their keys' words."""
    found = {}
    for name in names:
        words = tuple(name.split())
        if (
            name not in METRICS
            and words
            and words[0] not in ("by", "per", "of")
            and not all(word in _IN_ANY_SENTENCE for word in words)
        ):
            found[words] = name
    return found
