"""What is left of a result after costs, by the records that tell it before and after them: "you keep 72% of it", "net, $95 a trade"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from validators.grounding.answer.answer import Answer
from validators.grounding.reckoned.key_lists import last_words, records_of
from validators.grounding.reckoned.reckoned import Reckoned, Worth
from validators.grounding.set_out.operands import Told, ToldNumbers
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.worked_out.columns import measure_told

_BEFORE, _AFTER = frozenset({"gross", "before", "pre"}), frozenset({"net", "after", "post"})
_NET = re.compile(
    r"\b(?:net(?:ted|ting)?|after (?:all |the |every |its |your )?(?:costs?|fees|charges|expenses|everything|commissions?|trading)|costs? (?:deducted|paid|included))\b",
    re.IGNORECASE,
)
_GROSS = re.compile(
    r"\b(?:gross|before (?:all |the |any |its |your )?(?:costs?|fees|charges|expenses|commissions?|trading))\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\W{0,3} (?:(?:for )?(?:every|each|per|an?) (?:single |round[- ])?(?:trade|deal|position|transaction|trip)|apiece)\b",
    re.IGNORECASE,
)
_OF_GROSS = re.compile(
    r"\W{0,3} of (?:[a-z]+ ){0,6}?(?:gross|before|profits?|gains?|what|everything|earnings|made|earned|return)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?:keeps?|kept|keeping|retain\w*|hold(?:s|ing)? on to|held on to|pocket\w*|left with|surviv\w*|remain\w*|leav(?:es?|ing)|take home|takes home)\b[^.;\d]{0,30}$",
    re.IGNORECASE,
)
_KEPT_BEHIND = re.compile(
    r"[^.;:,\d]{0,60}?\b(?:is|was|are|were)? ?(?:left|kept|surviv\w+|remain\w*|stay\w*|reach\w*)\b", re.IGNORECASE
)
_TAKEN = re.compile(
    r"\b(?:costs|fees|charges|frictions?|expenses|commissions? and slippage|slippage and commissions?)\b[^.;:\d]{0,40}\b(?:eat|ate|eats|took|takes?|swallow\w*|consum\w*|cost|absorb\w*|devour\w*|gobbl\w*|claim\w*|shav\w+)\b[^.;:\d]{0,20}$",
    re.IGNORECASE,
)
_SOME = re.compile(r"\b(?:alone|only|if|would|without|except\w*|exclud\w*|instead|just|other)\b", re.IGNORECASE)
MAY_TELL_NET = re.compile(
    r"\b(?:net\w*|after|gross|before|keep\w*|kept|retain\w*|left|surviv\w*|remain\w*|pocket\w*|leav\w+|eat|ate|eats|swallow\w*|consum\w*|took|takes?|los\w+|gave)\b",
    re.IGNORECASE,
)
_MOST_TRADES = 4


@dataclass(frozen=True, slots=True)
class _Pair:
    """A result before costs and after them."""

    gross: ToolNumber
    net: ToolNumber


def net_reckoned(answer: Answer, told: ToldNumbers, index: ToolIndex) -> Iterator[Reckoned]:
    """The numbers that are told of what costs leave of a result."""
    pairs: list[_Pair] | None = None
    for place, passage in answer.outline.running:
        if MAY_TELL_NET.search(answer.text, passage.start, passage.end) is None:
            continue
        if _SOME.search(answer.text, passage.start, passage.end):
            continue
        for result in told.of(place):
            if result.quantity.kind in ("money", "percent"):
                pairs = _pairs(index.numbers) if pairs is None else pairs
                worths = [worth for pair in pairs for worth in _worths(answer, place, result, pair, index)]
                if worths:
                    yield Reckoned(result, worths, [number for pair in pairs for number in (pair.gross, pair.net)])


def _pairs(numbers: Sequence[ToolNumber]) -> list[_Pair]:
    """The results in money that a record tells both before and after costs."""
    found: list[_Pair] = []
    for record in records_of(numbers):
        money = [(each, last_words(each)) for each in record if measure_told(each) in ("money", "any")]
        for gross, one in money:
            for net, other in money:
                same = set(one) - _BEFORE == set(other) - _AFTER
                if same and not _BEFORE.isdisjoint(one) and not _AFTER.isdisjoint(other):
                    found.append(_Pair(gross, net))
    return found


def _worths(answer: Answer, place: int, result: Told, pair: _Pair, index: ToolIndex) -> Iterator[Worth]:
    text, quantity, start = answer.text, result.quantity, answer.outline.passages[place].start
    if quantity.kind == "percent":
        if _OF_GROSS.match(text, quantity.end) is None or pair.gross.value <= 0:
            return
        kept = 100 * pair.net.value / pair.gross.value
        low = max(start, quantity.start - 90)
        if _KEPT.search(text, low, quantity.start) or _KEPT_BEHIND.match(text, quantity.end):
            yield kept, f"share of {pair.net.source} in {pair.gross.source}"
        elif _TAKEN.search(text, low, quantity.start):
            yield 100 - kept, f"share of {pair.gross.source} that is not in {pair.net.source}"
    elif _EACH.match(text, quantity.end) and result.number is None:
        said = answer.passage_text(place)
        net, gross = _NET.search(said) is not None, _GROSS.search(said) is not None
        counts = [each.value for each in index.by_metric.get("trades", ()) if each.call == pair.net.call]
        if net != gross:
            number = pair.net if net else pair.gross
            for count in counts[:_MOST_TRADES]:
                if count:
                    yield number.value / count, f"{number.source} for each of {count:.10g}"
