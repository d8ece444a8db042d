"""The numbers that tools returned side by side: one key of several records or calls, the entries under one key, one place of the
lines of a text, and the keys of one record."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import prod

from msgspec.structs import replace

from validators.grounding.number_match import LARGEST_FRACTION, UNIT_PER_FRACTION
from validators.grounding.tools.cost_items import are_costs
from validators.grounding.tools.index import overlap
from validators.grounding.tools.key_dates import is_month, key_figures
from validators.grounding.tools.number import KEY_IN_PATH, ORDINAL, PLACE, ToolNumber, shape_of
from validators.grounding.tools.vocabulary.metric_vocabulary import RETURNS
from validators.grounding.tools.vocabulary.metrics import METRICS, measure_of
from validators.grounding.tools.vocabulary.words import key_words
from validators.grounding.worked_out.operand import RATES
from validators.numbers.quantity import DateParts
from validators.numbers.tail import CURRENCY_CODES, TIME_UNITS

MOST_COLUMNS = 60
MOST_LONG = 400  # numbers of one column
_FEWEST = 2
_MOST_GROUPS = 12
_LARGEST = 1e15
_FEWEST_LINES = 3
_FEWEST_MEANT = 4
_SIDES = (
    {"best", "worst"},
    {"winning", "losing"},
    {"average"},
    {"win", "loss"},
    {"trades", "winning"},
    {"trades", "losing"},
)
_WEIGHTS, _WEIGHED = frozenset({"weigh", "alloc"}), ("portfolio", "book", "basket", "capital")
_MOST_PLACES = 12  # of a line
_LEAST_WORD = 4
_FEWEST_PARTS = 3
_TAKEN_APART = re.compile(
    r"breakdown|attribution|contribution|component|decompos|_parts|by_(?:source|component|factor|item|category)",
    re.IGNORECASE,
)
_ROUNDED = 1e-3  # by which a total may be off
_COMPOUNDED = 5e-3  # by which a year's return may be off that of its rounded months


@dataclass(frozen=True, slots=True)
class Column:
    """`measure` is what its numbers are ("share", "money", "time", "number" or "any"), `values` shares as fractions where it is sure
    that they are; `own` is how much of a fraction one of them is where that is open. `table` and `rows` say where each stands, so
    that columns of one table can be set side by side, `kin` which columns sort the same key into groups. `words` begin the words of its key, `names` are the names that all of it is of."""

    numbers: tuple[ToolNumber, ...]
    values: tuple[float, ...]
    measure: str
    own: float
    source: str
    table: str
    kin: str
    rows: tuple[str, ...]
    words: frozenset[str]
    names: frozenset[str]

    def is_spoken(self, about: str, metrics: frozenset[str]) -> bool:
        """Whether words name what it measures."""
        weights = not self.words.isdisjoint(_WEIGHTS) and any(word in about for word in _WEIGHED)
        return weights or self.numbers[0].measured in metrics or any(word in about for word in self.words)

    def is_within(self, times: Sequence[DateParts]) -> bool:
        """Whether all of it is of the times."""
        return all(number.times and overlap(times, number.times) for number in self.numbers)


def columns(numbers: Sequence[ToolNumber], outputs: Sequence[str]) -> list[Column]:
    """The columns of what the tools returned, the shorter ones first; of each that names sort into groups also every group."""
    found: dict[tuple[str | None, ...], list[tuple[str, ToolNumber]]] = dict(_of_calls(numbers))
    for number in numbers:
        if number.length or number.difference:
            continue
        call, _, path = number.source.partition(" ")
        if number.prose or number.measured == ORDINAL or number.is_under("year"):
            continue
        keys = KEY_IN_PATH.findall(path)
        metric = number.metric if number.metric in METRICS else None
        for place, key in enumerate(keys):
            below = keys[place + 1 :]
            name = None if any(each[0] == "." for each in below) else metric
            if below or _is_of_column(number, keys, place, metric):
                found.setdefault((name, call, *keys[:place], "*", *below), []).append((key, number))
        if len(keys) > 1 and all(_is_period(key.strip('.[]"')) for key in keys[-2:]):  # the months of all years
            found.setdefault((metric, call, *keys[:-2], "*"), []).append(("".join(keys[-2:]), number))
        found.setdefault((number.measured, "*", *keys), []).append((call, number))
    found |= _of_parts(numbers)
    kept = [
        (shape, held)
        for shape, held in found.items()
        if _FEWEST <= len(held) <= MOST_LONG
        and (shape[0] is None or len({each.measured in METRICS for _, each in held}) == 1)
    ]
    kept.sort(key=lambda each: len(each[1]))
    made = [column for shape, held in kept[:MOST_COLUMNS] for column in _made(shape, held)]
    return [*made[:MOST_COLUMNS], *_of_lines(numbers, outputs)][: 2 * MOST_COLUMNS]


def _of_calls(numbers: Sequence[ToolNumber]) -> Iterator[tuple[tuple[str | None, ...], list[tuple[str, ToolNumber]]]]:
    """The numbers of a metric of which each of several calls returned one, each under a key of its own."""
    held: dict[str, list[ToolNumber]] = {}
    for number in numbers:
        if number.metric in METRICS and not (number.length or number.difference or number.prose):
            held.setdefault(number.metric, []).append(number)
    for metric, group in held.items():
        calls = {number.call for number in group}
        keys = {number.source.partition(" ")[2] for number in group}
        if len(calls) == len(group) >= _FEWEST and len(keys) > 1:
            yield (metric, "*", f".{metric}"), [(number.call, number) for number in group]


def _of_parts(numbers: Sequence[ToolNumber]) -> Iterator[tuple[tuple[str | None, ...], list[tuple[str, ToolNumber]]]]:
    """The entries of one unit of what is taken apart, each under the name of a part, whatever else such a name would mean:
    {"cost_breakdown": {"commission": 6218.0, "slippage": 7888.6, "market_impact": 17424.3}}."""
    taken: dict[tuple[str, ...], list[tuple[str, ToolNumber]]] = {}
    for number in numbers:
        if not (number.length or number.difference or number.prose):
            call, _, path = number.source.partition(" ")
            keys = KEY_IN_PATH.findall(path)
            if len(keys) > 1 and keys[-1].startswith((".", '["')):
                taken.setdefault((call, *keys[:-1]), []).append((keys[-1], number))
    for above, held in taken.items():
        if len(held) < _FEWEST_PARTS or not (_TAKEN_APART.search(above[-1]) or are_costs(key for key, _ in held)):
            continue
        units = Counter(number.unit for _, number in held if number.unit is not None)
        for unit in units or (None,):
            own = [
                (key, number if number.unit == unit else replace(number, unit=unit))
                for key, number in held
                if number.unit in (unit, None if len(units) < 2 else unit)
            ]
            if len(own) >= _FEWEST_PARTS:
                yield (None, *above, "*", f".{unit}"), own


def _is_of_column(number: ToolNumber, keys: Sequence[str], place: int, metric: str | None) -> bool:
    """Whether the last key of a number tells only which one of a column it is: a place, a time, a name, and no field of a list's rows."""
    key = keys[place].strip('.[]"')
    if PLACE.fullmatch(keys[place]) or (number.times and _is_period(key)):
        return True
    field = place > 0 and PLACE.fullmatch(keys[place - 1]) is not None
    return metric is None and (not field or key in number.scope.values())


def _is_period(key: str) -> bool:
    """Whether a key is the name of a month, or holds a year."""
    return is_month(key) or bool(key_figures(key)[1])


def records(numbers: Sequence[ToolNumber], longest: int) -> Iterator[list[ToolNumber]]:
    """The numbers of each record that holds no more than `longest`."""
    found: dict[str, list[ToolNumber]] = {}
    for number in numbers:
        if not number.length and not number.prose and not number.difference:
            found.setdefault(number.source.rpartition(".")[0] if "." in number.source else number.source, []).append(
                number
            )
    return (held for held in found.values() if _FEWEST <= len(held) <= longest)


def _made(shape: tuple[str | None, ...], held: Sequence[tuple[str, ToolNumber]]) -> Iterator[Column]:
    numbers = [number for _, number in held]
    measures = Counter(measure_told(number) for number in numbers)
    if max(abs(number.value) for number in numbers) > _LARGEST:
        return
    if len(measures) > 1:  # of one key, of which small values were taken for something else
        measure, most = measures.most_common(1)[0]
        if shape[0] is not None or 2 * most <= len(numbers) or measure == "share":
            return
        first = next(number for number in numbers if measure_told(number) == measure)
        numbers = [replace(number, metric=first.metric, inner=first.inner, unit=first.unit) for number in numbers]
        held = [(key, number) for (key, _), number in zip(held, numbers, strict=True)]
    where = shape.index("*")
    table = " ".join(each or "" for each in shape[1 : where + 1])
    last = shape[-1] if shape[-1] != "*" else shape[-2]
    words = frozenset(word[:5] for word in key_words((last or "").strip('.[]"')) if len(word) >= _LEAST_WORD)
    rows = tuple(key for key, _ in held)
    total = _total(numbers)
    if total is not None:
        parts = [place for place in range(len(numbers)) if place != total]
        yield _column([numbers[each] for each in parts], f"{table} parts", tuple(rows[each] for each in parts), words)
    yield _column(numbers, table, rows, words)
    for dimension in {name for number in numbers for name in number.scope}:
        names = Counter(number.scope.get(dimension) for number in numbers)
        if None in names or any(not any(map(str.isalpha, name or "")) for name in names):
            continue
        if 1 < len(names) <= _MOST_GROUPS and len(names) < len(numbers):
            for name in names:
                part = [(row, number) for row, number in held if number.scope.get(dimension) == name]
                if len(part) >= _FEWEST:
                    own = tuple(row for row, _ in part)
                    kin = f"{shape_of(part[0][1].source)} by {dimension}"
                    yield _column([number for _, number in part], f"{table} {dimension} {name}", own, words, kin)


def _total(numbers: Sequence[ToolNumber]) -> int | None:
    """The place of the first or the last number where that is the total or, of four or more, the mean of the others, or what they
    compound to."""
    values = [number.value for number in numbers]
    for place in (len(values) - 1, 0) if len(values) > _FEWEST else ():
        rest = sum(values) - values[place]
        means = (rest, rest / (len(values) - 1)) if len(values) > _FEWEST_MEANT else (rest,)
        if values[place] and any(abs(each - values[place]) <= _ROUNDED * abs(values[place]) for each in means):
            return place
    if len(values) > _FEWEST_MEANT and measure_told(numbers[0]) in ("share", "any"):
        unit = UNIT_PER_FRACTION.get(numbers[0].unit or "", 100.0 if any(abs(value) >= 1 for value in values) else 1.0)
        shares = [value / unit for value in values]
        if (
            min(shares) > -1
            and max(shares) < 1
            and abs(prod(1 + share for share in shares[:-1]) - 1 - shares[-1]) <= _COMPOUNDED
        ):
            return len(values) - 1
    return None


def _column(
    numbers: Sequence[ToolNumber], table: str, rows: tuple[str, ...], words: frozenset[str], kin: str | None = None
) -> Column:
    units = [UNIT_PER_FRACTION.get(number.unit or "") for number in numbers]
    values = tuple(number.value / (unit or 1.0) for number, unit in zip(numbers, units, strict=True))
    sure = all(unit is not None for unit in units)
    own = 1.0 if sure else 100.0 if any(abs(value) >= LARGEST_FRACTION for value in values) else 1.0
    names = frozenset.intersection(*(frozenset(number.scope.values()) for number in numbers))
    measure, source = measure_told(numbers[0]), numbers[0].source
    return Column(tuple(numbers), values, measure, own, source, table, kin or table, rows, words, names)


def measure_told(number: ToolNumber) -> str:
    """What a number is by its unit or else its metric; what the vocabulary does not know may be anything."""
    unit = number.unit or ""
    if unit in UNIT_PER_FRACTION:
        return "share"
    if unit in CURRENCY_CODES:
        return "money"
    if unit in TIME_UNITS:
        return "time"
    measure = measure_of(number.metric)
    if number.measured in RATES and not unit and abs(number.value) >= 1:
        return "any"  # fees in money, under a key that could be a rate's
    return "number" if measure in ("count", "ratio") or number.measured == "turnover" else measure


def are_apart(left: ToolNumber, right: ToolNumber) -> bool:
    """Whether two numbers are of known metrics that have nothing in common."""
    one, two = left.measured, right.measured
    if one == two or one not in METRICS or two not in METRICS or {one, two} <= RETURNS:
        return False
    sides = {(name or "").partition("_")[0] for name in (one, two)}
    return not (METRICS[one].measure == "money" == METRICS[two].measure or sides in _SIDES)


def _of_lines(numbers: Sequence[ToolNumber], outputs: Sequence[str]) -> Iterator[Column]:
    """Of outputs that are text the numbers at one place of lines that follow one another and hold as many."""
    texts: dict[str, list[ToolNumber]] = {}
    for number in numbers:
        if number.prose and number.written is not None and number.written.kind != "date":
            texts.setdefault(number.source, []).append(number)
    for at, output in enumerate(outputs):
        held = texts.get(f"call_{at} $", ())[: _MOST_PLACES * MOST_LONG]
        for count, together in groupby(_lines(held, output), key=len):
            block = list(together)
            rows = tuple(map(str, range(len(block))))
            for place in range(min(count, _MOST_PLACES) if len(block) >= _FEWEST_LINES else 0):
                part = [line[place] for line in block]
                sized = max(abs(number.value) for number in part) <= _LARGEST
                if sized and len({measure_told(number) for number in part}) == 1:
                    yield _column(part, f"lines {at} {block[0][0].source} {len(block)}", rows, frozenset())


def _lines(held: Sequence[ToolNumber], text: str) -> list[list[ToolNumber]]:
    """The numbers of each line that holds any."""
    lines: list[list[ToolNumber]] = []
    last = 0
    for number in held:
        start = number.written.start if number.written is not None else 0
        if not lines or "\n" in text[last:start]:
            lines.append([])
        lines[-1].append(number)
        last = start
    return lines
