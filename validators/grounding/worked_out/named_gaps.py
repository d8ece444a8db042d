"""Gaps that words name outright, between numbers told nearby: "the gap grows from 4.7 to 13.3 points", "181 above 1,900", "3.1 points better
than a coin toss"."""

import re
from collections.abc import Callable
from itertools import pairwise, product

from validators.grounding.answer.mentions import SIGN
from validators.grounding.number_match import PER_FRACTION, UNIT_PER_FRACTION
from validators.grounding.tools.number import KEYED, ToolNumber
from validators.grounding.tools.vocabulary.words import key_words
from validators.grounding.worked_out.nearby import (
    MOST_BEFORE,
    Nearby,
    Results,
    groups,
    in_unit_of,
)
from validators.numbers.quantity import Quantity

_HALF = 50.0
_CHANCE_LEVEL = re.compile(
    r"\b(?:coin|chance|guess\w*|(?:at |pure )?random|even odds|tossing|flipping)\b", re.IGNORECASE
)
_FROM_LEVEL = re.compile(
    r"[^.;,()\d]{0,12}(?<!\w)(?:above|below|over|under|beneath|short of|shy of|away from|from|off) (?:the |its )?[$€£]?",
)
_SET_APART = re.compile(
    r"\b(?:improvement|difference|gap|increase|reduction|drop|rise|saving|gain|loss|shortfall|jump|change|cushion|margin|lead|advantage|distance|deterioration)"
    r"(?: of| is| was|:)(?: about| only| just| roughly| some)? [*]{0,2}[$€£]?$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\(0[^.;,()\d]{0,10}\b(?:less|more|lower|higher|fewer|better|worse)\)", re.IGNORECASE)
_FIRST_TO_LAST = re.compile(
    r"\b(?:between|from) the first(?: \w+)? (?:and|to) the last\b|\bfrom first to last\b|\bfrom (?:the )?(?:start|beginning|top) to (?:the )?(?:end|bottom|finish)\b",
    re.IGNORECASE,
)
_FROM_NAMED = re.compile(
    r"[ *]{1,3}(?:above|below|over|under|short of|shy of|away from|off|from|more than|less than) (?:the |its |their |that |a )?(?P<what>[a-z]+(?: [a-z]+)?|\ue000)",
    re.IGNORECASE,
)
_STEM, _SHORTEST = 5, 4  # letters of a word
_GAP = re.compile(
    r"\b(?:gap|difference|drag|spread|lead|lag|margin|excess|edge|advantage|shortfall|premium|discount|deficit|costs?|apart)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"[^.;,()\d]{0,10}(?:\([^)]{0,20}\) )?(?:and|to|–|-) [$€£]?")
_RANGE_STARTS = re.compile(
    r"\b(?:between|from|rang\w+|by|(?:margin|gap|lead|edge|difference|spread) of)\b[^.;\d]{0,12}$", re.IGNORECASE
)
_MORE_THAN = re.compile(r"[ *]{1,3}(?:[a-z]{3,11} )?(?:more|less|fewer|\w+er|better|worse) than\b", re.IGNORECASE)


def _set_apart(near: Nearby) -> Results:
    """How far two numbers lie apart of which the last one before the claim is one; the first and the last of a list."""
    if near.own and (_SET_APART.search(near.words_before(near.claim)) or _ASIDE.match(near.text, near.claim.start - 1)):
        last = near.own[-1]
        at = in_unit_of(near.claim, last)
        for each in near.ahead[1 : 1 + MOST_BEFORE]:
            told = in_unit_of(near.claim, each)
            if at is not None and told is not None:
                yield at - told, f"{last.quantity.text} − {each.quantity.text}"
    if _FIRST_TO_LAST.search(near.sentence):
        for group in groups(near.claim, near.ahead, same=True):
            told, at = in_unit_of(near.claim, group[0]), in_unit_of(near.claim, group[-1])
            yield (told or 0.0) - (at or 0.0), f"{group[0].quantity.text} − {group[-1].quantity.text}"


def _gaps(near: Nearby) -> Results:
    """How far the numbers of a line lie apart, of each line or, for the ends of a range, of those with the least and the greatest gap."""
    if _GAP.search(near.sentence) is None or near.claim.kind in ("money", "multiple", "count", "duration"):
        return
    gaps: list[tuple[float, str]] = []
    for line in near.lines:
        told = [(in_unit_of(near.claim, each), each.quantity) for each in line]
        pairs = [
            (a - b, f"{one.text} − {other.text}")
            for (a, one), (b, other) in pairwise(told)
            if a is not None and b is not None and one.kind == other.kind
        ]
        gaps += [(abs(gap), work) for gap, work in pairs[:1]]
    if not _is_end_of_range(near):
        yield from gaps
        return
    if len(gaps) > 1:
        yield from (min(gaps), max(gaps))


def _gaps_from_first(near: Nearby) -> Results:
    """How far from the first or the best of them the numbers of one kind lie, for the ends of a range."""
    if _GAP.search(near.sentence) and _is_end_of_range(near):
        for group in groups(near.claim, near.block, same=True):
            values = [(in_unit_of(near.claim, each) or 0.0, each.quantity.text) for each in reversed(group)]
            for start, name in dict.fromkeys((values[0], max(values))):
                gaps = [
                    (abs(start - value), f"{name} − {said}") for value, said in values if (value, said) != (start, name)
                ]
                yield from (min(gaps), max(gaps)) if gaps else ()


def _is_end_of_range(near: Nearby) -> bool:
    """Whether the claim is one of the two ends that words tell: "between 1.4 and 1.6", "from 4.7 to 13.3"."""
    if near.after and _RANGE.fullmatch(near.between(near.claim, near.after[0].quantity)):
        return _RANGE_STARTS.search(near.words_before(near.claim)) is not None
    first = near.own[-1].quantity if near.own else None
    return (
        first is not None
        and _RANGE.fullmatch(near.between(first, near.claim)) is not None
        and _RANGE_STARTS.search(near.words_before(first)) is not None
    )


def _labelled(near: Nearby) -> Results:
    """How far apart two lines are of which the sentence tells the labels: "5x makes 0.2 points more than 2x"."""
    if not near.own or not near.after or not _MORE_THAN.match(near.text, near.claim.end):
        return
    sides = [
        [line for line in near.lines if line and _is_same(line[0].quantity, label.quantity)]
        for label in (near.own[-1], near.after[0])
    ]
    for one, other in product(*sides):
        for left, right in zip(one[1:], other[1:], strict=False):
            a, b = in_unit_of(near.claim, left), in_unit_of(near.claim, right)
            if a is not None and b is not None and left.quantity.kind == right.quantity.kind:
                yield a - b, f"{left.quantity.text} − {right.quantity.text}"


def _is_same(left: Quantity, right: Quantity) -> bool:
    return left.kind == right.kind and left.value == right.value


def _runs_apart(near: Nearby) -> Results:
    """How far apart the tools' numbers of the claim's metric are in two records of which the sentence tells the settings: "its drawdown
    is 0.7 points deeper at 6% than at 4%"."""
    if not near.own or not near.after or not _MORE_THAN.match(near.text, near.claim.end):
        return
    labels = [near.own[-1].quantity.value, near.after[0].quantity.value]
    held: list[dict[str, list[ToolNumber]]] = []
    for label in labels:
        found: dict[str, list[ToolNumber]] = {}
        for record in near.records:
            for number in record:
                if number.value == label:
                    found.setdefault(number.source.rpartition(".")[2], []).extend(record)
        held.append(found)
    for key in held[0].keys() & held[1].keys():
        for one, other in product(held[0][key], held[1][key]):
            if one.measured in near.metrics and one.measured == other.measured and one.unit == other.unit:
                per = UNIT_PER_FRACTION.get(one.unit or "", 1.0)
                gap = abs(one.value) - abs(other.value)
                for scale in (1.0, PER_FRACTION.get(near.claim.kind, 1.0) / per):
                    yield scale * gap, f"{one.source} − {other.source}"


def _above_chance(near: Nearby) -> Results:
    """How far shares told before lie from one half."""
    if near.claim.kind in ("points", "percent") and _CHANCE_LEVEL.search(near.sentence):
        for each in near.ahead:
            told = in_unit_of(near.claim, each)
            if told is not None and each.quantity.kind == "percent":
                yield abs(told) - _HALF, f"{each.quantity.text} − 50%"


def _from_level(near: Nearby) -> Results:
    """How far numbers told before lie from the level that follows the claim."""
    level = near.after[0] if near.after else None
    if level is not None and _FROM_LEVEL.fullmatch(near.between(near.claim, level.quantity)):
        for each in near.ahead:
            told, at = in_unit_of(near.claim, each), in_unit_of(near.claim, level)
            if told is not None and at is not None:
                yield told - at, f"{each.quantity.text} − {level.quantity.text}"


def _from_named(near: Nearby) -> Results:
    """How far the number told right before lies from one of the tools' that the words behind the claim name: "some $500 below the peak"."""
    named = _FROM_NAMED.match(near.text, near.claim.end)
    number = near.own[-1].number if near.own else None
    if named is None or number is None:
        return
    words = {word[:_STEM] for word in named["what"].lower().split() if len(word) >= _SHORTEST}
    for record in near.records:
        if any(each is number or each.source == number.source for each in record):
            for each in record:
                called = any(word[:_STEM] in words for word in key_words(each.source.rpartition(".")[2]))
                if named["what"] == SIGN:  # a part of a key that is a name
                    called = any(dimension.startswith(KEYED) for dimension in each.scope)
                if each.source != number.source and called:
                    yield number.value - each.value, f"{number.source} − {each.source}"


GAPS: tuple[Callable[[Nearby], Results], ...] = (
    _set_apart,
    _from_level,
    _above_chance,
    _gaps,
    _gaps_from_first,
    _labelled,
    _runs_apart,
    _from_named,
)
