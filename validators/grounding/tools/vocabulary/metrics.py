"""The metrics of finance, what their numbers are, and the phrases that name them.

The vocabulary is general: it knows that CAGR is an annualised return, and nothing of any tool, model or ticker. A key that it
does not know is a metric of its own, called by the key's words.
"""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from validators.grounding.tools.vocabulary.metric_vocabulary import COMPOSED, LOOSE, LOOSE_PHRASES, VOCABULARY
from validators.grounding.tools.vocabulary.no_measure import begins_otherwise, ends_otherwise
from validators.grounding.tools.vocabulary.words import GENERIC, OF_THE_RUN, phrase_words

Measure = Literal["share", "ratio", "money", "count", "time", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """`measure` says what its numbers are; `loss` is set where a negative number is told without a minus (a drawdown)."""

    name: str
    measure: Measure
    loss: bool = False


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
SETTINGS = frozenset({"fee", "slippage", "lookback", "leverage", "risk_free_rate"})
"""Metrics that a run is given and does not come to."""
OF_THE_WHOLE = frozenset({"cagr", "total_return", "sharpe", "sortino", "volatility", "final_equity"})
"""Metrics of a whole run, and of no event in it."""

_LOOSE_BY_WORDS = {phrase_words(phrase): names for phrase, names in LOOSE_PHRASES.items()}


_STATISTICS = frozenset("average median maximum minimum".split())
_DONE = frozenset("generated sent placed submitted filled executed rejected cancelled canceled skipped expired".split())
_HELD = frozenset({"quantity", "qty", "contract"})
_COUNTED = frozenset("count order signal draw fill execution transaction rebalance rebalancing".split())
# What a name says of its metric behind them: a "win rate net of fees", the "return on initial capital", a "correlation with the market"
_PREPOSITIONS = frozenset("of on over before after without excluding including versus vs against with".split())


@lru_cache(maxsize=16384)
def inner_metric(name: str) -> str | None:
    """The metric of the vocabulary inside a longer name: "strategy sharpe" → "sharpe"."""
    if name in METRICS:
        return None
    words = tuple(name.split())
    if not words or "divided" in words or begins_otherwise(words) or _are_counted(words):
        return None
    if ends_otherwise(words) and words[-2:] not in PHRASES:
        return None
    if "per" in words[1:]:
        each = words.index("per", 1)
        words, over = words[:each], words[each + 1 :]  # a "cost per round trip" counts no trips
        ends = (PHRASES.get(words[start:]) for start in range(each))
        if over in _ONE_SPAN and any(known is not None and METRICS[known].measure == "count" for known in ends):
            return None  # "trades per year"
    elif (head := _known_head(words)) is not None:
        return head  # the "skewness of monthly returns" is no return
    else:  # what a name ends with is what it names: a "holding period return" is a return
        if (known := _known_end(words[1:])) is not None:
            return known if counts_alike(words, known) else None
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length, -1, -1):
            known = PHRASES.get(words[start : start + length])
            if known is not None:
                return known if counts_alike(words, known) else None
    return None


def counts_alike(words: tuple[str, ...], name: str) -> bool:
    """Whether a key's words leave the metric that they hold what it is: no "rate" of fills, and no "number" of drawdowns."""
    measure = METRICS[name].measure
    if words[-1] == "rate":
        return measure in ("share", "ratio")
    if words[-1] == "ratio":
        return measure == "ratio" or (measure == "share" and PHRASES.get(words[:-1]) == name)
    if measure in ("money", "count") and not _STATISTICS.isdisjoint(words):
        return not _STATISTICS.isdisjoint(name.split("_"))
    return measure not in ("share", "ratio") or (words[0] != "number" and words[-1] != "count")


_ONE_SPAN = frozenset({("year",), ("month",), ("week",), ("day",)})


def _known_head(words: tuple[str, ...]) -> str | None:
    """The metric that the words before the first preposition end with, none that counts."""
    first = next((place for place, word in enumerate(words) if place and word in _PREPOSITIONS), None)
    if first is None:
        return None
    return _known_end(words[: first - (words[first - 1] in ("net", "gross"))])


def _known_end(words: tuple[str, ...]) -> str | None:
    """The metric that words end with, none that counts."""
    for start in range(len(words)):
        known = PHRASES.get(words[start:])
        if known is not None and METRICS[known].measure != "count":
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
    if inner is not None:
        return METRICS[inner].measure
    words = tuple(name.split())
    return "count" if words[0] == "number" or words[-1] in _COUNTED or name in _HELD or _are_counted(words) else "any"


def _are_counted(words: tuple[str, ...]) -> bool:
    """Whether words tell what became of things that are counted: "signals generated"."""
    return len(words) > 1 and words[0] in _COUNTED and words[-1] in _DONE


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
