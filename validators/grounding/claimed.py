"""The numbers of an answer that are to be judged."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from msgspec import structs

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.conjecture import is_conjecture, is_prepared_for, is_time_at_large
from validators.grounding.answer.history import is_of_history
from validators.grounding.answer.mentions import Mention
from validators.grounding.answer.proposals import is_proposed
from validators.grounding.answer.row_numbers import row_numbers
from validators.grounding.answer.suiting import FALL
from validators.grounding.answer.users_world import is_of_the_machine
from validators.grounding.answer.written_out import as_ratio
from validators.grounding.told_as import can_be
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import COUNTS, MOST_MEANT
from validators.grounding.tools.vocabulary.metrics import SETTINGS
from validators.grounding.worked_out.capital_multiple import is_unit
from validators.numbers.quantity import Quantity

_SMALL = 20
_ROUND = 5  # percent, to which what is only held possible is rounded
_NAME = re.compile(r"[a-z,] [A-Z][a-z]{2,}[ -]$")
_LARGEST_ROUND = 1_000
_PART_OF = re.compile(
    r"\b(?P<noun>month|year|quarter|week|day)s? (?:out )?of (?:the |these |those |its )?$", re.IGNORECASE
)
_REACH = 24  # characters
_OF_WHOLE = re.compile(r" (?:out )?of (?:the |its |all |those |all the )?[*_]{0,2}", re.IGNORECASE)
_SAID_LAST = re.compile(
    r"(?:\b(?:had|has|saw|was|were|with|made|managed|counted|got|took|placed)(?: (?:only|just|a mere|all of))?|[:=])\s[*_]{0,2}$",
    re.IGNORECASE,
)
_SUMS_TO = re.compile(r"\b(?:sums? to|add(?:s|ing)? up to|total(?:s|ling)?|come to|makes?)\W{0,3}$", re.IGNORECASE)
_HAD = re.compile(r"\ue000(?:['’]s)? (?:had|has|saw|made|placed|took|counted)(?: only| just)? $")
_TOGETHER = re.compile(
    r" (?:for (?:the pair|both)|between (?:them|the (?:two|three))"
    r"|(?:for (?:the )?(?:two|three|four|five|all)(?: of them)? )?(?:together|combined|in all|in total|altogether|all told))\b",
    re.IGNORECASE,
)  # "so 1,272 for the three together"
_ENDS = re.compile(r"[*_]{0,2}\s{0,2}(?:[.;!](?!\d)|$)")
_IN_BRACKETS = re.compile(r"[ *_]{0,4}(?:[a-z]+ )?\(([^()]+)\)", re.IGNORECASE)
_OF_POINTS = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|one|two|three|\d{1,2}) of (?:my |the )?$", re.IGNORECASE
)


def claimed(answer: Answer, settings: Mapping[str, Sequence[Mention]] | None = None) -> list[Claim]:
    """Every claimed number, but for the one that a sentence relates another to: "$1 became $1.65", "1.1 to 1"."""
    found: list[Claim] = []
    counting = frozenset(row_numbers(answer))
    claims = answer.claims(settings)
    for claim, following in zip_longest(claims, claims[1:]):
        if claim.passage in counting:
            continue
        quantity = _counted_like_part(answer.text, claim.quantity)
        if following is not None:
            quantity = _counted_like_whole(answer.text, quantity, following.quantity)
        claim = claim if quantity is claim.quantity else replace(claim, quantity=quantity)
        if quantity.value != 1 or not is_unit(*answer.in_sentence(claim)):
            text, start = answer.sentence(claim)
            ratio = as_ratio(text, _moved(quantity, -start))
            found.append(claim if ratio is None else replace(claim, quantity=_moved(ratio, start)))
    return found


def _moved(quantity: Quantity, by: int) -> Quantity:
    return structs.replace(quantity, start=quantity.start + by, end=quantity.end + by)


def _counted_like_part(text: str, quantity: Quantity) -> Quantity:
    """A bare number with the noun of its part: "15 positive months of 24", "the best month of the 24"."""
    if quantity.kind != "plain" or quantity.step != 1 or quantity.sign:
        return quantity
    part = _PART_OF.search(text, max(0, quantity.start - _REACH), quantity.start)
    return quantity if part is None else structs.replace(quantity, kind="duration", noun=part["noun"].lower())


def _counted_like_whole(text: str, part: Quantity, whole: Quantity) -> Quantity:
    """A bare number in the currency of the whole that it is a part of: "182 of 200 EUR"."""
    bare = part.kind == "plain" and part.scale == 1 and not part.sign and not part.spelled
    if not bare or whole.kind != "money" or _OF_WHOLE.fullmatch(text, part.end, whole.start) is None:
        return part
    return structs.replace(part, kind="money", currency=whole.currency)


def only_proposes(answer: Answer, claim: Claim) -> bool:
    """Whether a number that nothing grounds is of a run that the answer proposes, and of no result, or is only conjectured."""
    sentence, placed = answer.in_sentence(claim)
    named = (
        claim.context.direct
        and (len(claim.context.metrics or ()) <= MOST_MEANT or claim.context.metrics == FALL)
        and is_prepared_for(sentence, placed)
    )
    told = named and claim.quantity.value % _ROUND != 0  # "be ready to stomach a fall of 24%"; of 30%, it may be any
    if (is_conjecture(sentence, placed) and not told) or is_time_at_large(sentence, placed):
        return True
    if any(date.day is not None for date in placed.readings):
        return False
    results = (claim.context.metrics or frozenset()) - SETTINGS
    return not any(can_be(claim.quantity, name) for name in results) and is_proposed(sentence, placed)


def is_loose_part(answer: Answer, claim: Claim, index: ToolIndex) -> bool:
    """Whether a number is a part in words that its wording binds to nothing that the tools returned, though one of theirs may happen
    to be as large: "about half the volatility"."""
    return claim.quantity.kind == "fraction" and states_nothing(answer, claim, index)


def states_nothing(answer: Answer, claim: Claim, index: ToolIndex) -> bool:
    """Whether a number that no tool has states nothing of the tools: one of which no word tells what it would count, and one in
    words ("seven months each", "half of the profit") that its wording does not bind to what the tools returned."""
    quantity = claim.quantity
    if _counts_nothing(answer, claim) or is_of_history(answer.text, quantity):
        return True
    if is_of_the_machine(quantity):
        return not any(number.unit == "second" for number in index.numbers)
    if quantity.kind == "points" and quantity.step == 1 and quantity.text.endswith("points"):
        return _OF_POINTS.search(answer.text, max(0, quantity.start - 20), quantity.start) is not None
    return (
        quantity.spelled
        and _is_round(quantity)
        and (_counts_listed(answer, claim) or not (_is_length(answer.text, quantity) or _is_held(claim, index)))
    )


def _counts_listed(answer: Answer, claim: Claim) -> bool:
    """Whether a number counts what stands in brackets right behind it: "the three months (May 2%, June -1%, July 4%)"."""
    behind = _IN_BRACKETS.match(answer.text, claim.quantity.end)
    if behind is None:
        return False
    told = [each.kind for each in answer.quantities_in(claim.passage) if behind.start(1) <= each.start < behind.end(1)]
    return claim.quantity.value in {told.count(kind) for kind in told}


def _counts_nothing(answer: Answer, claim: Claim) -> bool:
    """Whether nothing tells what a whole number would count: it has no unit, noun, sign or metric, or stands right behind a capitalised
    word within a sentence ("Finance 101"). Measured on wording that no rule had seen, 18 numbers of the first kind stated nothing (an
    item, a note, a version) for 3 that were wrong."""
    quantity = claim.quantity
    whole = quantity.kind in ("plain", "count") and quantity.step >= 1 and quantity.scale == 1 and not quantity.sign
    if not whole or claim.context.metrics is not None:
        return False
    bare = quantity.kind == "plain" and not answer.is_cell(claim)
    return bare or _NAME.search(answer.text[max(0, quantity.start - 24) : quantity.start]) is not None


def counts_after_all(
    answer: Answer, claims: Sequence[Claim], place: int, matches: Mapping[Quantity, Sequence[ToolNumber]]
) -> bool:
    """Whether a bare number, of which no word tells what it counts, counts what the tools counted: it is a part of such a number or its
    whole ("39 of 70"), what those told before it come to, or all that a sentence says of one thing ("The quietest of the lot was A: 81")."""
    claim = claims[place]
    if claim.quantity.kind not in ("plain", "count") or claim.quantity.step < 1 or claim.quantity.scale != 1:
        return False
    for left, right in ((place - 1, place), (place, place + 1)):
        if left < 0 or right >= len(claims):
            continue
        other = claims[left + right - place]
        beside = answer.text[claims[left].quantity.end : claims[right].quantity.start]
        ended = other.quantity.kind == "count" or _ENDS.match(answer.text, claims[right].quantity.end) is not None
        counted = any(each.measured in COUNTS for each in matches.get(other.quantity, ()))
        if ended and counted and _OF_WHOLE.fullmatch(beside):
            return True
    text, placed = answer.in_sentence(claim)
    told = [each for each in claims[:place] if claim.passage - each.passage in (0, 1) and each.quantity.step == 1]
    counts = [each for each in told if any(number.measured in COUNTS for number in matches.get(each.quantity, ()))]
    if counts and counts[-1].passage == claim.passage and _HAD.search(text, 0, placed.start):
        return True  # "fold 4 had 104 trades and fold 2 had 142"
    if counts and len(told) > 1 and (_SUMS_TO.search(text, 0, placed.start) or _TOGETHER.match(text, placed.end)):
        return True
    alone = _SAID_LAST.search(text, 0, placed.start) is not None and _ENDS.match(text, placed.end) is not None
    before = claims[place - 1].quantity.end if place and claims[place - 1].passage == claim.passage else 0
    return alone and (_names_one(answer, claim.passage) or _names_one(answer, claim.passage, before))


def _names_one(answer: Answer, place: int, after: int = 0) -> bool:
    """Whether a sentence, or what of it stands `after` an offset, names one of the things or times that the tools tell apart, and
    nothing else."""
    named = [each for mentions in answer.things.mentions_in(place).values() for each in mentions]
    named += [mention for mention, _ in answer.times.mentions_in(place)]
    return len({each.means for each in named if each.start >= after}) == 1


def _is_round(quantity: Quantity) -> bool:
    """Whether a number in words is one of those that everyday speech holds."""
    size = abs(quantity.value)
    match quantity.kind:
        case "fraction":
            return True
        case "percent" | "points":
            return size < 1 or (size <= _SMALL if quantity.kind == "points" else size % 10 == 0)
        case "count" | "plain" | "duration" | "multiple":
            return size <= _SMALL or (size <= _LARGEST_ROUND and size % 100 == 0)
        case _:
            return False


def _is_length(text: str, quantity: Quantity) -> bool:
    """Whether a time in words is the length of something told before: "over the nine years", "more than five years"."""
    return quantity.kind == "duration" and (
        quantity.hedge in ("over", "under") or text.endswith("the ", 0, quantity.start)
    )


def _is_held(claim: Claim, index: ToolIndex) -> bool:
    """Whether the wording binds the number to what the tools returned: to a metric in a unit that tells its numbers, or to things
    that they counted or listed."""
    if claim.quantity.kind == "count" and claim.quantity.noun in index.counted:
        return True
    metrics = claim.context.metrics
    if metrics is None or not (claim.context.direct or len(metrics) == 1):
        return False
    return any(can_be(claim.quantity, name) for name in index.held & metrics)
