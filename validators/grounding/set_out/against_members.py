"""Totals and means that are told of all the members of a group, "pooling all four", "the three together", and leave some of them out."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from math import prod
from statistics import fmean, median

from validators.grounding.answer.answer import Answer
from validators.grounding.grounded_number import GroundedNumber, failed
from validators.grounding.number_match import PER_FRACTION, agrees
from validators.grounding.set_out.against_lists import worths
from validators.grounding.set_out.listed import counted_beside
from validators.grounding.set_out.operands import Told, ToldNumbers
from validators.grounding.set_out.result_words import SOME, Work, told_work
from validators.grounding.tools.index import overlap
from validators.grounding.tools.vocabulary.words import key_words
from validators.grounding.worked_out.columns import Column
from validators.numbers.quantity import Quantity
from validators.reasons import Reason

GATHERED = ("sum", "average")
_COUNTED = ("count", "plain", "duration")
_MEASURES = {
    "percent": ("share", "any"), "points": ("share", "any"), "basis_points": ("share", "any"), "fraction": ("share", "any"),
    "money": ("money", "any"), "duration": ("time", "number", "any"), "count": ("number", "time", "any"),
    "plain": ("number", "time", "money", "share", "any"),
}  # fmt: skip
_ADDED = ("money", "count")
_FEWEST, _MOST = 2, 24
_FEWEST_OF_SOME = 3
_FEW = 8
_ALL = re.compile(
    r"\b(?:all|all of|over|across|pooling|lump(?:ing)?|both)(?: all)?(?: of)?(?: (?:the|these|those|its))? \W{0,3}$",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:the|these|those|its|any) \W{0,3}$", re.IGNORECASE)
_OF_SOME = re.compile(
    r"\b(?:0|one|two|three|four|five|six|seven|eight|nine|ten|some|most|many|several|half|each|none) of (?:the|these|those|its) \W{0,3}$",
    re.IGNORECASE,
)
_TAKING = re.compile(
    r"\b(?:add(?:ing|ed)?|summ(?:ing|ed)|total(?:l?ing|l?ed)?|averag(?:e|ing|ed)|mean|combin(?:ing|ed)|put|taken|taking|together|altogether|in all|in total|all told)\b[^.;:\d]{0,30}$",
    re.IGNORECASE,
)
_AS_ONE = re.compile(
    r"[^.;:\d]{0,40}?(?:0[^.;:\d]{0,30}?)?\b(?:together|combined|pooled|jointly|altogether|up|added|averaged|as one|in(?:to)? one|in(?:to)? a single|in all|between them)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:winn\w+|los\w+|positive|negative|best|worst|first|last|without|except\w*|exclud\w*|others?|rest|good|bad|top|bottom|(?<!adding )(?<!add )(?<!added )(?<!adds )(?<!sum )(?<!summed )up|down|half|profitable|middle|remaining|but|apart from|each|per|every)\b(?! (?:by )?\W{0,3}0)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;:(]")
_BREAK = re.compile(r"[;:—(]|,? (?:so|and|but|while|with|which|where|whereas)\b", re.IGNORECASE)
_OF_METRIC = re.compile(
    r"\b(?:(?P<average>average|mean|median)|combined|joint|total|overall) (?:[a-z]+[ -]){1,4}?(?:(?:was|is|were|are|of|at|comes? to|came to|works? out at|worked out at|stands? at|stood at)[: ])?[^\w\ue000]{0,4}$",
    re.IGNORECASE,
)
_COMBINED = re.compile(
    r"\b(?:combined|joint|together|pooled)(?: [a-z]+){1,4}(?: (?:was|is|were|are|of|at|comes? to|came to))? [^\w\ue000]{0,4}$",
    re.IGNORECASE,
)
_OF_RUNS = re.compile(
    r"\b(?:both|all|runs|strategies|tests|backtests|models|tickers|symbols|names|funds|portfolios|systems|pair|two|three|four|side by side)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?:(?P<average>averag\w*|mean|median)|totals?|sum|combined)\b[^.;:\n]{0,45}:[^\w\ue000]{0,4}$", re.IGNORECASE
)
_WHOLES = frozenset({"total", "combined", "all", "sum", "overall", "joint"})
_AVERAGE = re.compile(r"\b(?:averag\w*|mean|median|typical\w*)\b", re.IGNORECASE)
_MEDIAN = re.compile(r"\b(?:median|typical\w*|middle)\b", re.IGNORECASE)
MAY_GATHER = re.compile(
    r"\b(?:all|over|across|pool\w*|lump\w*|both|together|combin\w+|jointly|altogether|add(?:ed|ing)|averag\w+|mean|summ\w+|put|tak(?:en|ing)|one|single|between them|total\w*)\b",
    re.IGNORECASE,
)


def against_members(
    answer: Answer, told: ToldNumbers, columns: Callable[[], Sequence[Column]]
) -> Iterator[GroundedNumber | None]:
    """The results that are told of all members of a column of numbers, with what is wrong with those that are of some."""
    for place, passage in answer.outline.running:
        if MAY_GATHER.search(answer.text, passage.start, passage.end) is None:
            continue
        many = gathered(answer, place)
        for result in told.of(place):
            if many is not None and result.quantity.start == many[1]:
                continue
            work = gathering(answer.text, passage.start, result.quantity)
            held: list[Column] = []
            if many is not None and (work in GATHERED or goes_on(answer.text, many[1], result.quantity.start)):
                held = _counted(answer, place, result, columns(), many[0])
            elif many is None and work == "sum" and SOME.search(answer.text, result.quantity.end, passage.end):
                held = _of_some(told, place, result, columns())
            elif many is None:
                held = _of_one(answer, place, result, columns())
            if held:
                alike = [*held, *(column for column in columns() if len(column.numbers) == len(held[0].numbers))]
                met = any(_is_of_all(answer, place, result, column) for column in alike) or _adds_told(
                    told, place, result
                )
                met = met or (many is not None and _is_of_counted(told, place, result, many))
                yield None if met else _of_part(result, held[0])


def _adds_told(told: ToldNumbers, place: int, result: Told) -> bool:
    """Whether a number is the sum of those that its sentence tells before it."""
    before = [each for each in told.of(place) if each.quantity.end <= result.quantity.start]
    values = [each.quantity.value for each in before if each.quantity.step == result.quantity.step]
    return any(agrees(result.quantity, sum(values[first:])) for first in range(len(values) - 1))


def _is_of_counted(told: ToldNumbers, place: int, result: Told, many: tuple[int, int]) -> bool:
    """Whether a number is the total or the mean of as many numbers as are counted, told right before."""
    members = counted_beside(told, place, result, *many)
    return bool(members) and any(agrees(result.quantity, worth) for worth in worths(GATHERED, result, members))


def gathering(text: str, start: int, quantity: Quantity) -> Work | None:
    """What a number is said to be of several; also where the words between name the metric or count them: "the average win rate was",
    "average over the three: "."""
    work = told_work(text, start, quantity)
    if work is not None:
        return work
    low = max(start, quantity.start - 60)
    said = _OF_METRIC.search(text, low, quantity.start) or _LABELLED.search(text, low, quantity.start)
    return None if said is None else "average" if said["average"] else "sum"


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether what stands at `end` is still said of what is taken together at `start`."""
    return start < end and _BREAK.search(text, start, end) is None


def _of_part(result: Told, column: Column) -> GroundedNumber:
    message = f"{result.quantity.text} is not of all {len(column.numbers)} numbers at {column.source} and on"
    return failed(result.quantity, Reason.UNGROUNDED_NUMBER, message, column.source)


def gathered(answer: Answer, place: int) -> tuple[int, int] | None:
    """How many things a sentence takes together, and where it says so."""
    passage = answer.outline.passages[place]
    for each in answer.quantities_in(place):
        if each.kind not in _COUNTED or each.step != 1 or not _FEWEST <= each.value <= _MOST:
            continue
        low = max(passage.start, each.start - 40)
        gathers = _ALL.search(answer.text, low, each.start) is not None
        the = _THE.search(answer.text, low, each.start) is not None and not _OF_SOME.search(
            answer.text, low, each.start
        )
        taken = the and (
            _AS_ONE.match(answer.text, each.end, passage.end) or _TAKING.search(answer.text, passage.start, each.start)
        )
        if gathers or taken:
            return int(each.value), each.start
    return None


def _counted(answer: Answer, place: int, result: Told, columns: Sequence[Column], many: int) -> list[Column]:
    """The columns of as many numbers as the sentence counts some of which its result is of."""
    passage = answer.outline.passages[place]
    if _PART.search(answer.text, passage.start, result.quantity.end):
        return []
    gathered = gathering(answer.text, passage.start, result.quantity) in GATHERED
    held = [column for column in columns if len(column.numbers) == many]
    if result.judged is None:
        return [column for column in held if gathered and _adds_some(result, column)]
    measures = _MEASURES.get(result.quantity.kind, ())
    return [
        column
        for column in held
        if column.measure in measures
        and not tells_some(answer, place, column, _end_of_clause(answer.text, result.quantity.end, passage.end))
        and (
            any(_is_named(number.source, result.judged.derivation) for number in column.numbers)
            if result.judged.derivation is not None
            else (gathered or result.quantity.kind in _ADDED)
            and any(number is result.number for number in column.numbers)
        )
    ]


def _of_one(answer: Answer, place: int, result: Told, columns: Sequence[Column]) -> list[Column]:
    """The columns of several runs of one of which a number is that is told as all of theirs: "combined commissions of"."""
    passage, number = answer.outline.passages[place], result.number
    if number is None or _COMBINED.search(answer.text, passage.start, result.quantity.start) is None:
        return []
    words = key_words(number.source.rpartition(" ")[2])
    if not _WHOLES.isdisjoint(words) or _OF_RUNS.search(answer.passage_text(place)) is None:
        return []
    held = [column for column in columns if any(each is number for each in column.numbers)]
    if any(tells_some(answer, place, column) for column in held):
        return []
    return [column for column in held if len({id(each.scope) for each in column.numbers}) == len(column.numbers)]


def _adds_some(result: Told, column: Column) -> bool:
    """Whether a number is the sum of two or more members of a short column."""
    values = column.values if len(column.values) <= _FEW else ()
    parts = (part for few in range(_FEWEST, len(values) + 1) for part in combinations(values, few))
    return any(agrees(result.quantity, sum(part)) for part in parts)


def _is_named(source: str, derivation: str) -> bool:
    at = derivation.find(source)
    return at >= 0 and derivation[at + len(source) : at + len(source) + 1] in (" ", ")", ",", "")


def _end_of_clause(text: str, start: int, end: int) -> int:
    """Where what a number is said of ends."""
    turn = _CLAUSE_END.search(text, start, end)
    return end if turn is None else turn.start()


def tells_some(answer: Answer, place: int, column: Column, before: int | None = None) -> bool:
    """Whether a sentence names members of the column, ahead of what stands `before` in the answer if that is given."""
    names = {name for number in column.numbers for name in number.scope.values()}
    shared = [name for name in names if all(name in number.scope.values() for number in column.numbers)]
    names -= set(shared)
    named = any(
        not each.means.isdisjoint(names)
        for held in answer.things.mentions_in(place).values()
        for each in held
        if before is None or each.start < before
    )
    dates = answer.times.dates_in(place)
    return named or (
        bool(dates) and any(number.times and not overlap(dates, number.times) for number in column.numbers)
    )


def _of_some(told: ToldNumbers, place: int, result: Told, columns: Sequence[Column]) -> list[Column]:
    """The columns of which a total is told with some of its members: "altogether 139, the most of them in A (86)"."""
    judged = result.judged
    if (judged is not None and judged.derivation is None) or result.quantity.kind not in ("money", "count", "plain"):
        return []
    members = [
        each.number for each in told.of(place) if each.number is not None and each.quantity.start > result.quantity.end
    ]
    return [
        column
        for column in columns
        if len(column.numbers) >= _FEWEST_OF_SOME
        and sum(any(each is number for number in column.numbers) for each in members) >= _FEWEST
    ]


def _is_of_all(answer: Answer, place: int, result: Told, column: Column) -> bool:
    quantity, values = result.quantity, column.values
    passage = answer.outline.passages[place]
    results = [fmean(values)]
    if _MEDIAN.search(answer.text, passage.start, passage.end):
        results.append(median(values))
    if _AVERAGE.search(answer.text, passage.start, quantity.start) is None:
        results.append(sum(values))
        results.append(max(values) - min(values))
        if quantity.kind in PER_FRACTION:
            results.append(column.own * (prod(1 + value / column.own for value in values) - 1))
    return any(_tells(quantity, column, each) for each in results)


def _tells(quantity: Quantity, column: Column, value: float) -> bool:
    per = PER_FRACTION.get(quantity.kind, 100.0)  # points may be told without a unit
    return any(agrees(quantity, each) for each in (value, value / column.own * per, value * per))
