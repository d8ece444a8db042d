"""What lies between two lines of a tool's list that are told by their rank, and what the first of them come to: "the worst was 4 points
deeper than the runner-up", "the two deepest took 196 days together"."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import fmean

from validators.grounding.grounded_number import shown
from validators.grounding.number_match import PER_FRACTION, UNIT_PER_FRACTION, agrees
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import PLACE, ToolNumber, shape_of
from validators.grounding.tools.vocabulary.metric_vocabulary import DRAWDOWNS
from validators.grounding.tools.vocabulary.metrics import measure_of
from validators.grounding.tools.vocabulary.words import key_words
from validators.grounding.worked_out.columns import Column
from validators.numbers.quantity import Quantity
from validators.numbers.tail import TIME_UNITS

_LAST_PLACE = re.compile(r"\[\d+\](?!.*\[\d+\])")
_BAD = "worst|weakest|lowest|poorest|ugliest"
_DEEP = "deepest|steepest|largest|biggest|severest|heaviest|nastiest"
_GOOD = "best|strongest|highest|top|finest"
_ENDS = rf"(?P<good>{_GOOD})|(?P<bad>{_BAD})|(?P<deep>{_DEEP})"
_NTH = {"second": 1, "2nd": 1, "next": 1, "third": 2, "3rd": 2}
RANK = re.compile(
    rf"\b(?:(?P<nth>{'|'.join(_NTH)})[- ])?(?:{_ENDS})\b|\b(?P<after>runner[- ]up|next one|next in line|number two|second one|one after it|second[- ]place\w*)\b",
    re.IGNORECASE,
)
_MANY = {"two": 2, "three": 3, "four": 4, "five": 5}
_FIRST_FEW = re.compile(
    rf"\b(?:the|its) (?:(?P<many>{'|'.join(_MANY)}) (?:{_ENDS})|(?:{_ENDS.replace('?P<', '?P<_')}) (?P<_many>{'|'.join(_MANY)}))\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:together|combined|in total|altogether|between them|sum\w*|add(?:s|ed)? up|took \w* ?total)\b", re.IGNORECASE
)
_ON_AVERAGE = re.compile(r"\b(?:averag\w+|mean)\b", re.IGNORECASE)
_LESS = re.compile(
    r"\b(?:shallower|milder|smaller|shorter|quicker|faster|less|fewer|lower|worse|weaker)\b", re.IGNORECASE
)
_MORE = re.compile(r"\b(?:deeper|worse|larger|bigger|longer|slower|more|higher|better|stronger)\b", re.IGNORECASE)
_AS_MUCH_AS = re.compile(r" (?:as [a-z]+ as|of)\b")
_LEAST, _MOST = 2, 60


Lines = Mapping[int, Sequence[ToolNumber]]  # what the line tells that has its rank by a number, by that number's id


def by_rank(
    text: str,
    claim: Quantity,
    index: ToolIndex,
    suits: Callable[[ToolNumber], bool],
    columns: Callable[[], Sequence[Column]],
) -> str | None:
    """The arithmetic on lines told by their rank that gives `claim`, in its sentence `text`; None where none does."""
    return next(
        (
            f"{claim.text} = {work}"
            for result, work in rank_results(text, claim, index, suits, columns)
            if agrees(claim, result)
        ),
        None,
    )


def rank_results(
    text: str,
    claim: Quantity,
    index: ToolIndex,
    suits: Callable[[ToolNumber], bool],
    columns: Callable[[], Sequence[Column]],
) -> Iterator[tuple[float, str]]:
    """What may be worked out of the lines that a sentence tells by their rank, in the claim's unit."""
    few = _FIRST_FEW.search(text)
    told = list(RANK.finditer(text))
    if few is None and (len(told) < 2 or claim.kind in ("date", "split", "count", "money")):
        return
    for ranked, lines in (*_lists(index, suits), *_of_lines(columns())):
        yield from _of_first(text, claim, few, ranked, lines) if few else _between(text, claim, told, ranked, lines)


def _lists(index: ToolIndex, suits: Callable[[ToolNumber], bool]) -> Iterator[tuple[list[ToolNumber], Lines]]:
    """The numbers of each list by which its records may be ranked, falls by their depth and periods by their return, with all of each
    record's numbers."""
    lists: dict[str, dict[str, list[ToolNumber]]] = {}
    for number in index.numbers:
        place = _LAST_PLACE.search(number.source)
        if place is not None and not number.length and not number.prose:
            record = number.source[: place.end()]
            lists.setdefault(shape_of(record), {}).setdefault(record, []).append(number)
    for records in lists.values():
        if not _LEAST <= len(records) <= _MOST:
            continue
        for metrics in (DRAWDOWNS, frozenset({"return", "total_return", "cagr"})):
            ranked = [next((each for each in held if each.measured in metrics), None) for held in records.values()]
            kept = [each for each in ranked if each is not None and suits(each)]
            if len(kept) == len(records):
                yield kept, {id(number): held for number, held in zip(kept, records.values(), strict=True)}
                break


def _of_lines(columns: Sequence[Column]) -> Iterator[tuple[list[ToolNumber], Lines]]:
    """The same of lines of a text that each tell a fall and how long it took."""
    tables: dict[str, list[Column]] = {}
    for column in columns:
        if column.numbers[0].prose and len(column.numbers) <= _MOST:
            tables.setdefault(column.table, []).append(column)
    for held in tables.values():
        falls = [each for each in held if each.numbers[0].unit == "percent"]
        if len(falls) == 1 and max(falls[0].values) < 0:
            rows = zip(*(each.numbers for each in held), strict=True)
            yield list(falls[0].numbers), {id(number): row for number, row in zip(falls[0].numbers, rows, strict=True)}


def _in_order(ranked: Sequence[ToolNumber], rank: re.Match[str], prefix: str = "") -> list[ToolNumber]:
    """The lines from that end on which a word for a rank tells."""
    if ranked[0].measured in DRAWDOWNS or ranked[0].prose:
        return sorted(ranked, key=lambda number: -abs(number.value))
    return sorted(ranked, key=lambda number: number.value, reverse=rank[f"{prefix}bad"] is None)


def _between(
    text: str,
    claim: Quantity,
    told: Sequence[re.Match[str]],
    ranked: Sequence[ToolNumber],
    lines: Lines,
) -> Iterator[tuple[float, str]]:
    """What lies between the two lines that the sentence tells, the first of them over the other."""
    end = next((each for each in told if each["after"] is None), None)
    if end is None:
        return
    found: list[ToolNumber] = []
    for rank in told:
        nth = 1 if rank["after"] else _NTH[rank["nth"].lower()] if rank["nth"] else 0
        order = _in_order(ranked, end if rank["after"] else rank)
        if nth < len(order) and order[nth] not in found:
            found.append(order[nth])
    if len(found) != 2:
        return
    first, second = found
    for one, other in _alike(text, claim, first, second, lines):
        a, b = abs(one.value), abs(other.value)
        if claim.kind == "percent" and _AS_MUCH_AS.match(text, claim.end):
            yield 100 * a / b if b else 0.0, f"{one.source} / {other.source}"
        elif b and claim.kind in ("multiple", "plain"):
            yield a / b, f"{one.source} / {other.source}"
        elif claim.kind != "multiple":
            less, more = _LESS.search(text) is not None, _MORE.search(text) is not None
            if less != more and (a > b) != more and one.measured not in ("return", "total_return", "cagr"):
                continue
            yield _told(claim, one, abs(one.value - other.value)), f"{shown(one)} − {shown(other)}"


def _of_first(
    text: str, claim: Quantity, few: re.Match[str], ranked: Sequence[ToolNumber], lines: Lines
) -> Iterator[tuple[float, str]]:
    """The sum or the mean of those of the highest rank."""
    prefix = "" if few["many"] else "_"
    count = _MANY[few[f"{prefix}many"].lower()]
    order = _in_order(ranked, few, prefix)[:count]
    together, averaged = _TOGETHER.search(text) is not None, _ON_AVERAGE.search(text) is not None
    if together == averaged or len(order) < count:
        return
    for column in zip(*(list(_fields(text, claim, each, lines)) for each in order), strict=False):
        values = [abs(each.value) for each in column]
        result = sum(values) if together else fmean(values)
        yield (
            _told(claim, column[0], result),
            f"{'sum' if together else 'mean'} of {count} at {column[0].source} and on",
        )


def _alike(
    text: str, claim: Quantity, first: ToolNumber, second: ToolNumber, lines: Lines
) -> Iterator[tuple[ToolNumber, ToolNumber]]:
    """The numbers of two lines under one key that the claim may be worked out of."""
    others = {_key(each, lines[id(second)]): each for each in _fields(text, claim, second, lines)}
    for each in _fields(text, claim, first, lines):
        if (other := others.get(_key(each, lines[id(first)]))) is not None:
            yield each, other


def _key(number: ToolNumber, line: Sequence[ToolNumber]) -> tuple[str, int]:
    """Where a number stands in its line."""
    at = next(place for place, each in enumerate(line) if each is number) if number.prose else 0
    return shape_of(number.source), at


def _fields(text: str, claim: Quantity, line: ToolNumber, lines: Lines) -> Iterator[ToolNumber]:
    """What a claim may be worked out of: how long things took where it is a duration, those of which the words speak if any, else
    the number by which the line has its rank."""
    if claim.kind != "duration":
        yield line
        return
    held = [each for each in lines[id(line)] if measure_of(each.measured) == "time" or each.unit in TIME_UNITS]
    spoken = [each for each in held if _is_spoken(text, each)]
    yield from spoken or held


def _is_spoken(text: str, number: ToolNumber) -> bool:
    key = PLACE.split(number.source)[-1]
    lower = text.lower()
    return any(len(word) > 4 and word[:5] in lower for word in key_words(key))


def _told(claim: Quantity, number: ToolNumber, value: float) -> float:
    """A result in the claim's unit."""
    if claim.kind not in PER_FRACTION:
        return value
    return PER_FRACTION[claim.kind] * value / UNIT_PER_FRACTION.get(number.unit or "", 1.0)
