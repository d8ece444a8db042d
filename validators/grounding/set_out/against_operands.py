"""Results that the numbers which the answer sets out beside them do not come to, whatever else may happen to give them: "from 41.6% to
65.4%, a move of 14 points"."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, permutations

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.binding import Context
from validators.grounding.answer.outcome import SIGNED
from validators.grounding.grounded_number import GroundedNumber, failed
from validators.grounding.number_match import PER_FRACTION, agrees, widest
from validators.grounding.set_out.operands import EXTREMES, Told, ToldNumbers, are_of_one_kind
from validators.grounding.set_out.result_words import MAY_SET_OUT, SOME, Work, told_work
from validators.grounding.tools.index import overlap
from validators.grounding.tools.vocabulary.metric_vocabulary import MOST_MEANT
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.grounding.worked_out.columns import Column
from validators.numbers.quantity import Quantity
from validators.reasons import Reason

Worth = tuple[float, float]  # what operands come to, and how far their rounding leaves that open
_MOST_BESIDE = 10
_MOST_COMPOUNDED = 3  # with the result: of two returns
_COMPOUNDS = re.compile(r"\b(?:compound|stack|chain|link)", re.IGNORECASE)
_COUNTED = ("count", "plain")
_OPERANDS = {
    "points": ("percent", "points"), "percent": ("percent", "money", "count", "plain"), "basis_points": ("basis_points",), "money": ("money",),
    "count": _COUNTED, "plain": _COUNTED, "duration": ("duration", *_COUNTED),
}  # fmt: skip
_FRAGMENT = re.compile(r"\W*(?:(?:about|roughly|around|some|only|just|nearly|almost|by) )*\W*0[^.\d]{0,24}\W*")
_ENDS = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"longest|highest|best|most|largest|biggest|maximum|max|busiest|deepest|dearest",
        r"shortest|lowest|worst|fewest|least|smallest|minimum|min|quietest|shallowest|cheapest",
    )
)
_A_YEAR = re.compile(
    r"[ *_]{1,4}(?:a|per|each|every) (?:year|annum|month|quarter|week)\b|[ *_]{1,4}(?:annually|annualised|annualized|yearly)\b",
    re.IGNORECASE,
)
_OVER_ALL = frozenset({"total_return", "return", "final_equity", "profit"})


def against_operands(
    answer: Answer, told: ToldNumbers, columns: Callable[[], Sequence[Column]]
) -> Iterator[GroundedNumber | None]:
    """The results that stand beside their operands, with what is wrong with those that these do not come to."""
    for place, passage in answer.outline.running:
        if MAY_SET_OUT.search(answer.text, passage.start, passage.end) is None:
            continue
        for result in told.of(place):
            for work, group in _set_out(answer, told, place, result):
                hand = [each for each in told.at_hand(place) if each.quantity.start != result.quantity.start]
                met = _is_met(work, result, group, hand) or (work == "sum" and _is_of_more(result, group, columns()))
                yield None if met else _contradicted(result, group)


def _contradicted(result: Told, group: Sequence[Told]) -> GroundedNumber:
    message = f"{result.quantity.text} does not follow from {', '.join(each.quantity.text for each in group)} beside it"
    return failed(
        result.quantity, Reason.UNGROUNDED_NUMBER, message, next((e.number.source for e in group if e.number), None)
    )


def _set_out(answer: Answer, told: ToldNumbers, place: int, result: Told) -> Iterator[tuple[Work, Sequence[Told]]]:
    """How a number is told to be worked out, with its operands."""
    passage, quantity = answer.outline.passages[place], result.quantity
    kinds = _OPERANDS.get(quantity.kind)
    if kinds is None or not _may_be_result(result):
        return
    work = told_work(answer.text, passage.start, quantity)
    if work is None and quantity.kind == "points" and _FRAGMENT.fullmatch(answer.text, passage.start, passage.end):
        work = "difference"
    if work is None:
        return
    if (
        work == "change"
        and len(told.of(place)) > _MOST_COMPOUNDED
        and _COMPOUNDS.search(answer.text, passage.start, passage.end)
    ):
        return
    if work != "change" and quantity.kind == "percent":
        kinds = ("percent",)
    returned = work == "sum" and result.judged is not None and result.judged.grounded
    for group in told.groups(quantity.start, quantity.end, place, kinds, _MOST_BESIDE if work == "sum" else 2):
        if (returned and not _is_one_again(result, group)) or _is_finer(quantity, group):
            continue
        if group and _is_of(answer.text, result, group) and _is_whole(answer.text, work, result, group):
            yield work, group


def _is_finer(quantity: Quantity, group: Sequence[Told]) -> bool:
    """Whether a bare number has decimals that whole numbers do not come to: "0.43 from 5 to 10"."""
    return quantity.kind == "plain" and quantity.step < 1 <= min(each.quantity.step for each in group)


def _may_be_result(result: Told) -> bool:
    judged = result.judged
    if judged is None:
        return result.quantity.kind != "duration"
    return judged.derivation is not None or (judged.grounded and result.number is not None)


def _is_one_again(result: Told, group: Sequence[Told]) -> bool:
    """Whether a result is one of its own operands, none of which is nothing."""
    again = any(each.number is result.number for each in group)
    return again and all(each.quantity.value for each in group)


def _is_of(text: str, result: Told, group: Sequence[Told]) -> bool:
    """Whether a result may be of these operands: of their metric, and of their time."""
    measured = next((each.number.measured for each in group if each.number is not None), None)
    if result.number is not None and (result.number.measured != measured or result.number.difference):
        return False
    context = result.claim.context if result.claim is not None else Context()
    metrics = context.metrics or frozenset()
    named = context.direct and len(metrics) <= MOST_MEANT and not any(each.startswith(EXTREMES) for each in metrics)
    if named and measured not in metrics and not _are_said(group, metrics):
        return False
    held = [each.number.times for each in group if each.number is not None and each.number.times]
    if held and not all(any(overlap((date,), times) for times in held) for date in context.times):
        return False
    return measured not in _OVER_ALL or _A_YEAR.match(text, result.quantity.end) is None


def _are_said(group: Sequence[Told], metrics: frozenset[str]) -> bool:
    """Whether operands that no tool gave, or of no known metric, are said to be of one of those metrics."""
    said = [each.claim.context.metrics or frozenset() for each in group if each.claim is not None]
    known = any(each.number is not None and each.number.measured in METRICS for each in group)
    return not known and (not any(said) or any(not metrics.isdisjoint(each) for each in said))


def _is_whole(text: str, work: Work, result: Told, group: Sequence[Told]) -> bool:
    """Whether the operands are all there is to it: what adds up is no list of some, what is on average lies between ends."""
    start, end = group[0].quantity.start, group[-1].quantity.end
    low, high = max(0, min(start, result.quantity.start) - 60), max(end, result.quantity.end) + 20
    if work == "sum":
        return SOME.search(text, low, high) is None
    return work != "average" or all(words.search(text, start - 60, end + 30) for words in _ENDS)


def _is_met(work: Work, result: Told, group: Sequence[Told], hand: Sequence[Told]) -> bool:
    """Whether the operands, or others at hand that are of one kind, come to the result."""
    quantity = result.quantity
    per = PER_FRACTION.get(quantity.kind, 1.0)
    size, room = abs(quantity.value) / per, widest(quantity) / per
    others = [each for each in hand if each not in group and are_of_one_kind(group[0], each)]
    alike = [*group, *others][:_MOST_BESIDE]
    compounded = _compounded(result, alike) if work == "change" and quantity.kind == "percent" else ()
    worth = (*_worth(work, group if work == "sum" else alike), *compounded)
    if work in ("difference", "change"):  # or any two near it that are told of one thing else
        pairs = combinations([each for each in hand if each not in alike][:_MOST_BESIDE], 2)
        worth = (*worth, *(each for pair in pairs if are_of_one_kind(*pair) for each in _apart(work, *pair)))
    return any(abs(size - abs(value)) <= room + own + 1e-9 for value, own in worth)


def _compounded(result: Told, alike: Sequence[Told]) -> Iterator[Worth]:
    """What two returns come to one after the other, where it is on the side of zero that the words tell."""
    for one, other in combinations(alike, 2):
        if one.quantity.kind == "percent":
            grown = (1 + one.stated.value) * (1 + other.stated.value) - 1
            if (grown < 0) == result.is_lost:
                yield grown, _room(one) + _room(other)


def _is_of_more(result: Told, group: Sequence[Told], columns: Sequence[Column]) -> bool:
    """Whether a total is that of a whole column, of which the sentence tells some numbers only."""
    held = [each.number for each in group]
    if len({id(number) for number in held}) < len(held):
        return False
    of_them = (each for each in columns if all(any(number is own for own in each.numbers) for number in held))
    return any(agrees(result.quantity, sum(each.values)) for each in of_them)


def _worth(work: Work, alike: Sequence[Told]) -> Iterator[Worth]:
    match work:
        case "sum":
            yield sum(each.stated.value for each in alike), sum(map(_room, alike))
        case "average":
            values = [abs(each.stated.value) for each in alike]
            yield (min(values) + max(values)) / 2, (max(values) - min(values)) / 2
        case "left":
            values = [abs(each.stated.value) for each in alike]
            yield 2 * max(values) - sum(values), sum(map(_room, alike))
            yield from (
                (a - b, _room(one) + _room(other))
                for (a, one), (b, other) in combinations(zip(values, alike, strict=True), 2)
            )
        case _:
            for one, other in combinations(alike, 2):
                yield from _apart(work, one, other)


def _apart(work: Work, one: Told, other: Told) -> Iterator[Worth]:
    """How far two numbers lie apart, or by what part of the one the other differs."""
    a, b, room = _level(one), _level(other), _room(one) + _room(other)
    if work == "difference" or one.quantity.kind == "percent":
        yield a - b, room
        if one.is_lost != other.is_lost and _may_be_lost(one) and _may_be_lost(other):
            yield abs(a) + abs(b), room
    if work == "change":
        for base, end in permutations((abs(a), abs(b))):
            if base:
                yield (end - base) / base, room * (end + base) / base**2


def _may_be_lost(told: Told) -> bool:
    """Whether a number lies on a side of zero that words may tell: what is paid or falls does not, whoever it is lost to."""
    return told.number is None or told.number.measured in SIGNED or told.number.measured not in METRICS


def _level(told: Told) -> float:
    """A number with its sign; what is held short is told by its size."""
    short = told.number is not None and not told.quantity.sign and "short" in told.number.scope.values()
    return abs(told.stated.value) if short else told.stated.value


def _room(told: Told) -> float:
    return widest(told.quantity) / PER_FRACTION.get(told.quantity.kind, 1.0)
