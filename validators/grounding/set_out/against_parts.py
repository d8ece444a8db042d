"""Parts of a whole, told beside the two counts that they are of, and sums shared out: "about four in ten; that was 48 out of 119", "$10,826
spread over 141 trades, about $76.78 each"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from validators.grounding.answer.answer import Answer
from validators.grounding.grounded_number import GroundedNumber, failed
from validators.grounding.number_match import widest
from validators.grounding.set_out.operands import Told, ToldNumbers
from validators.reasons import Reason

_COUNTED = ("count", "plain", "duration")
_OUT_OF = re.compile(
    r"(?: [a-z]+){0,2}? (?:out )?of (?:(?:the|its|all|those|these|a total of|their) )*(?:[a-z]+ )?[*_(]{0,3}",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(
    r"[^.\d]{0,90}?(?: ?\(|: ?|[;,] (?:that|it|this|which)(?: is| was| makes|['’]s) |,? (?:i\.e\.|namely|that is),? |,? ?[–—-] )(?:about |exactly |just )?[*_]{0,3}",
    re.IGNORECASE,
)
_OR = re.compile(
    r"(?: [a-z]+){0,3}(?:,? (?:or|so|i\.e\.,?|that is|that['’]s|which is|which makes|making|roughly|about) (?:(?:about|roughly|just|only|a|some|around|close to) )*| ?\(| ?= ?)[*_~≈]{0,3}",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:lost|los\w+|not|n['’]t|rest|others?|against|fail\w*|missed|instead)\b", re.IGNORECASE)
_SHARED = re.compile(
    r"\b(?:shar\w+|spread\w*|divid\w+|split\w*|parcel\w*|distribut\w*)\b[^.;\d]{0,40}\b(?:over|across|by|among|amongst|between|into|on) (?:the |its |all |those )*[*_]{0,3}$",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"[*_]{0,3} (?:(?:per|an?|each|every|for (?:each|every)|to the) [a-z]+|apiece|each)\b", re.IGNORECASE
)
_PER = re.compile(
    r"(?:^|[.;!?\n,] )[^\w\n]{0,3}(?:per|for (?:each|every)|every|each) [a-z]+,?(?: [^.;:\n]{0,50})?$", re.IGNORECASE
)
_OPENED = re.compile(r"[^.;\d]{0,40}(?:: ?| ?\(| ?[–—-] |, (?:that is|namely),? )[*_]{0,3}", re.IGNORECASE)
_MEANT = {"percent": 100.0, "fraction": 1.0}
_FAR = 80
_LOOSE = 0.055  # by which a part in words may be off
MAY_PART = re.compile(r"\b(?:out of|of|shar\w+|spread\w*|divid\w+|split\w*|parcel\w*|distribut\w*)\b", re.IGNORECASE)


def against_parts(answer: Answer, told: ToldNumbers) -> Iterator[GroundedNumber | None]:
    """The parts and shares that stand beside what they are of, with what is wrong with those that it does not come to."""
    for place, passage in enumerate(answer.outline.passages):
        own = told.of(place)
        if len(own) < 3 or passage.cell or MAY_PART.search(answer.text, passage.start, passage.end) is None:
            continue
        for result, pair in (*_parts(answer.text, own), *_shares(answer.text, own)):
            if result.judged is None or result.judged.derivation is not None:
                yield None if _is_met(answer.text, result, pair) else _wrong(result, pair)


def _wrong(result: Told, pair: Sequence[Told]) -> GroundedNumber:
    message = (
        f"{result.quantity.text} is not what {pair[0].quantity.text} and {pair[1].quantity.text} beside it come to"
    )
    return failed(result.quantity, Reason.UNGROUNDED_NUMBER, message, None)


def _parts(text: str, own: Sequence[Told]) -> Iterator[tuple[Told, Sequence[Told]]]:
    """The percentages and parts in words, each with the counts right beside it of which the one is told to be out of the other."""
    for at, (part, whole) in enumerate(pairwise(own)):
        if not _are_counts(part, whole) or not _OUT_OF.fullmatch(text, part.quantity.end, whole.quantity.start):
            continue
        before, after = own[at - 1 : at], own[at + 2 : at + 3]
        for result in before:
            if result.quantity.kind in _MEANT and _EXPLAINED.fullmatch(text, result.quantity.end, part.quantity.start):
                yield result, (part, whole)
        for result in after:
            if result.quantity.kind in _MEANT and _OR.fullmatch(text, whole.quantity.end, result.quantity.start):
                yield result, (part, whole)


def _are_counts(part: Told, whole: Told) -> bool:
    one, other = part.quantity, whole.quantity
    counts = one.kind in _COUNTED and other.kind in _COUNTED and one.step == other.step == 1
    return counts and 0 <= one.value <= other.value and other.value > 0


def _shares(text: str, own: Sequence[Told]) -> Iterator[tuple[Told, Sequence[Told]]]:
    """The sums for each of some things, right behind the sum that is shared out over so many, or ahead of it."""
    for first, second, third in zip(own, own[1:], own[2:], strict=False):
        each = _EACH.match(text, third.quantity.end)
        if each and _are_shared(text, first, second) and third.quantity.kind == "money":
            yield third, (first, second)
        each = _EACH.match(text, first.quantity.end) or _PER.search(
            text, max(0, first.quantity.start - _FAR), first.quantity.start
        )
        opened = _OPENED.fullmatch(text, first.quantity.end, second.quantity.start)
        if each and opened and _are_shared(text, second, third) and first.quantity.kind == "money":
            yield first, (second, third)


def _are_shared(text: str, whole: Told, many: Told) -> bool:
    counts = many.quantity.kind in _COUNTED and many.quantity.value > 0
    shared = _SHARED.search(text, whole.quantity.end, many.quantity.start)
    return whole.quantity.kind == "money" and counts and shared is not None


def _is_met(text: str, result: Told, pair: Sequence[Told]) -> bool:
    (one, other), quantity = (each.quantity for each in pair), result.quantity
    size, room = abs(quantity.value), widest(quantity)
    if quantity.kind == "money":
        return abs(size - abs(one.value) / other.value) <= room + widest(one) / other.value
    size, room = size / _MEANT[quantity.kind], max(room / _MEANT[quantity.kind], _LOOSE if quantity.spelled else 0.0)
    part = one.value / other.value
    start, end = sorted((one.start, quantity.start))[0], max(other.end, quantity.end)
    return abs(size - part) <= room or (_OTHER.search(text, start, end) is not None and abs(size - 1 + part) <= room)
