"""Parts of a total that the answer itself tells just before: "together they made $8,200; A alone brought $4,100, 30% of the pot"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from validators.grounding.answer.answer import Answer
from validators.grounding.grounded_number import GroundedNumber, failed
from validators.grounding.number_match import widest
from validators.grounding.set_out.operands import Told, ToldNumbers
from validators.grounding.set_out.result_words import told_work
from validators.reasons import Reason

_COUNTED = ("count", "plain")
_OF_TOTAL = re.compile(
    r"\W{0,3} of (?:the |that |this |their |your |our |all |all of |its )?(?:(?:combined|joint|overall|grand|whole|entire) )?"
    r"(?:total|pot|lot|sum|whole|pile|pool|kitty|amount|haul|take|tally|figure|bill|result|it|them|profits?|gains?|money|fees|costs|trades|all)\b(?! (?:time|days?|months?)\b)",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"[^.;\d]{0,24}(?:[,(–—:=]| or| and)(?: i\.e\.)?[^.;\d]{0,30}", re.IGNORECASE)
_INSTEAD = re.compile(r"\b(?:other|others|rest|remaining|remainder|without|if|not|another)\b|n['’]t\b", re.IGNORECASE)
_BACK = 2  # passages before one in which its total may be told
MAY_SHARE = re.compile(r"\bof\b")


def against_shares(answer: Answer, told: ToldNumbers) -> Iterator[GroundedNumber | None]:
    """The parts of a total told before, with what is wrong with those that the member told beside them is not."""
    for place, passage in answer.outline.running:
        if MAY_SHARE.search(answer.text, passage.start, passage.end) is None:
            continue
        own = told.of(place)
        for member, part in pairwise(own):
            if not _is_part(answer, place, member, part):
                continue
            wholes = [each for each in told.at_hand(place) if _may_be_whole(each, member)]
            if any(_is_total(answer, each, place) for each in wholes):
                yield None if any(_is_met(member, part, each) for each in wholes) else _wrong(member, part)


def _is_part(answer: Answer, place: int, member: Told, part: Told) -> bool:
    """Whether a percentage is told as the part of a total that the number right before it is."""
    start, end = member.quantity.end, part.quantity.start
    if part.quantity.kind != "percent" or member.quantity.kind not in ("money", *_COUNTED):
        return False
    if part.judged is None or part.judged.derivation is None or not (member.is_grounded or member.claim is None):
        return False
    if not _OF_TOTAL.match(answer.text, part.quantity.end) or not _APPOSED.fullmatch(answer.text, start, end):
        return False
    named = (each.start for held in answer.things.mentions_in(place).values() for each in held)
    return not _INSTEAD.search(answer.text, start, end) and not any(start <= at < end for at in named)


def _may_be_whole(whole: Told, member: Told) -> bool:
    one, other = whole.quantity, member.quantity
    alike = one.kind == other.kind or {one.kind, other.kind} <= {*_COUNTED}
    return alike and one.end <= other.start and abs(one.value) > abs(other.value) > 0


def _is_total(answer: Answer, whole: Told, place: int) -> bool:
    """Whether a number is told as a total, in the passage at `place` or right before it."""
    near = place - _BACK <= whole.stated.passage <= place
    work = told_work(answer.text, answer.outline.passages[whole.stated.passage].start, whole.quantity)
    derivation = whole.judged.derivation if whole.judged is not None else None
    return near and (work == "sum" or (derivation is not None and "sum" in derivation))


def _is_met(member: Told, part: Told, whole: Told) -> bool:
    size, of = abs(member.quantity.value), abs(whole.quantity.value)
    room = widest(part.quantity) + 100 * (widest(member.quantity) + widest(whole.quantity)) / of
    return abs(abs(part.quantity.value) - 100 * size / of) <= room + 1e-9


def _wrong(member: Told, part: Told) -> GroundedNumber:
    message = f"{part.quantity.text} is not what {member.quantity.text} is of the total told before it"
    return failed(
        part.quantity, Reason.UNGROUNDED_NUMBER, message, member.number.source if member.number is not None else None
    )
