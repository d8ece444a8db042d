"""The part of one of several runs or rows in what all of them come to: "MSFT accounts for 37% of them", "a third of all trades"."""

import re
from collections.abc import Callable, Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.number_match import agrees
from validators.grounding.reckoned.reckoned import Reckoned, Worth
from validators.grounding.set_out.operands import Told, ToldNumbers
from validators.grounding.tools.cost_items import COSTS
from validators.grounding.worked_out.columns import Column

_OF_ALL = re.compile(
    r"\W{0,3} of (?:(?:all|the|these|those|its|their|your|total|combined|overall|whole|entire|of|joint) ){0,3}(?P<what>them|that|it|[a-z]+)(?: (?P<next>[a-z]+))?",
    re.IGNORECASE,
)
_OF_ALL_AHEAD = re.compile(
    r"\W*(?:(?:so|and|but),? )?(?:out )?of (?:(?:all|the|total|combined|whole|overall|entire|of|their|your|its|joint) ){1,4}(?P<what>[a-z]+)(?: (?P<next>[a-z]+))?[^.;]{0,60}?, ",
    re.IGNORECASE,
)
_MAKES_UP = re.compile(
    r"\b(?:account(?:s|ed|ing)? for|ma[dk]es? up|making up|contribut\w+|suppl\w+|provid\w+|is|was|represent\w*|generat\w+|paid|pays|placed|brought(?: in)?|has|had|took|takes|deliver\w+|share)\b[^.;:\d]{0,24}$",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r" (?:out )?of (?:(?:all|the|a total of|its|your) ){0,2}[^\w\ue000]{0,3}", re.IGNORECASE)
_COMES_FROM = re.compile(
    r"(?: (?:costs|fees|paid))? (?:(?:come|came|stem|went|go|goe|result)s? (?:from|to|down to)|(?:is|are|was|were)(?: due to| down to)?) (?:the )?",
    re.IGNORECASE,
)
_COST_WORDS = frozenset({"cost", "fee", "charge", "expense", "spend", "bill", "spending"})
_OF_TIME = frozenset({"time", "days", "months", "years"})
_PRONOUNS = frozenset({"them", "that", "it"})
_ADDED = ("money", "number", "any", "time")
_FEWEST, _STEM = 2, 5


def member_share_reckoned(
    answer: Answer, told: ToldNumbers, columns: Callable[[], Sequence[Column]]
) -> Iterator[Reckoned]:
    """The percentages that are told to be a named member's part of a total."""
    for place, passage in answer.outline.running:
        own = told.of(place)
        for at, result in enumerate(own):
            if (
                at
                and not result.is_grounded
                and _OUT_OF.fullmatch(answer.text, own[at - 1].quantity.end, result.quantity.start)
            ):
                yield from _wholes(own[at - 1], result, columns())
            of = _of_all(answer.text, passage.start, result) if result.quantity.kind == "percent" else None
            if of is None:
                continue
            low, high = own[at - 1].quantity.end if at else passage.start, result.quantity.start
            ends = (of.end("what"), of.end())
            if (comes := next(filter(None, (_COMES_FROM.match(answer.text, each) for each in ends)), None)) is not None:
                low, high = comes.end(), own[at + 1].quantity.start if at + 1 < len(own) else passage.end
            elif _MAKES_UP.search(answer.text, low, high) is None:
                continue
            names = _named(answer, place, low, high)
            held = list(_columns(own[:at], of, columns())) if names else []
            worths = [worth for column in held for worth in _shares(column, names)]
            if worths:
                yield Reckoned(result, worths, ())


def _of_all(text: str, start: int, result: Told) -> re.Match[str] | None:
    """What a percentage is told to be of, behind it or at the head of its sentence: "of all fees paid, A accounts for 18%"."""
    behind = _OF_ALL.match(text, result.quantity.end)
    if behind is not None or text.startswith(" of ", result.quantity.end):
        return behind
    return _OF_ALL_AHEAD.match(text, start, result.quantity.start)


def _wholes(part: Told, whole: Told, columns: Sequence[Column]) -> Iterator[Reckoned]:
    """What a member that is told right before is said to be out of: "89 of 192"."""
    totals = [
        (sum(column.values), f"sum of the {len(column.values)} numbers at {column.source} and on")
        for column in columns
        if min(column.values) >= 0 and any(part.number is number for number in column.numbers)
    ]
    if totals:
        yield Reckoned(whole, totals, ())


def _named(answer: Answer, place: int, low: int, high: int) -> frozenset[str]:
    """What the one name between two places of a sentence stands for, of a thing or, where costs are told item by item, of a metric."""
    mentions = [each for held in answer.things.mentions_in(place).values() for each in held]
    mentions += [each for each in answer.metrics.mentions(place) if each.means & COSTS]
    means = {mention.means for mention in mentions if low <= mention.start < high}
    return means.pop() if len(means) == 1 else frozenset()


def _columns(before: Sequence[Told], of: re.Match[str], columns: Sequence[Column]) -> Iterator[Column]:
    """The columns of which the words behind a percentage name what they measure, or their total, told just before."""
    words = [word.lower() for word in (of["what"], of["next"]) if word]
    if words[0] in _OF_TIME:
        return
    for column in columns:
        if column.measure not in _ADDED or len(column.values) < _FEWEST or min(column.values) < 0:
            continue
        if words[0] in _PRONOUNS:
            if any(agrees(each.quantity, sum(column.values)) for each in before[-1:]):
                yield column
        elif COSTS.issuperset(each.measured for each in column.numbers):
            if any(word.rstrip("s") in _COST_WORDS for word in words):
                yield column
        elif any(word[:_STEM] in column.words or word.rstrip("s") in _metric_words(column) for word in words):
            yield column


def _metric_words(column: Column) -> set[str]:
    """The name of what a column measures and its first word: "fees" for fees paid."""
    name = column.numbers[0].measured or ""
    return {name.rstrip("s"), name.partition("_")[0].rstrip("s")}


def _shares(column: Column, names: frozenset[str]) -> Iterator[Worth]:
    total = sum(column.values)
    own = [
        number for number in column.numbers if number.measured in names or not names.isdisjoint(number.scope.values())
    ]
    if total and len(own) == 1:
        number = own[0]
        yield 100 * number.value / total, f"share of {number.value:.10g} ({number.source}) in {total:.10g}"
