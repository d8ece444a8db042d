"""What tools returned of one thing: the numbers of its records and of the whole that they are part of, the profit among them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from msgspec.structs import replace

from validators.grounding.number_match import UNIT_PER_FRACTION
from validators.grounding.tools.index import overlap, record_of
from validators.grounding.tools.number import KEYED, MAIN, PLACE, ToolNumber
from validators.grounding.tools.vocabulary.metrics import METRICS, measure_of
from validators.grounding.tools.vocabulary.words import key_words
from validators.grounding.worked_out.called_records import RECORD
from validators.numbers.quantity import DateParts

MOST_SPOKEN = 12  # numbers of one thing that are set against each other
_MOST_THINGS = 60
_LEAST_WORD = 4
ALL_COSTS = "all costs"
_COSTS = frozenset(
    "slippage commission commissions fee fees spread financing borrow funding tax taxes stamp levy impact carry swap brokerage".split()
)
_LISTS_OF_COSTS = frozenset("cost costs drag drags fees charges expenses frictions".split())
_WHOLE = frozenset({"total", "all", "sum", "net", "overall"})  # keys that say only of which record they are the whole


@dataclass(frozen=True, slots=True)
class Thing:
    """`own` numbers, and those of what it is part of (`above`); `scope` names it, `times` is its one period."""

    own: Sequence[ToolNumber]
    above: Sequence[ToolNumber]
    scope: Mapping[str, str]
    times: tuple[DateParts, ...]

    def is_told(self, names: Mapping[str, frozenset[str]], dates: Sequence[DateParts]) -> bool:
        """Whether it is of the names, and of the dates if it is of a period."""
        if self.times and dates and not overlap(dates, self.times):
            return False
        return all(
            self.scope.get(dimension) is None or self.scope[dimension] in allowed or MAIN in allowed
            for dimension, allowed in names.items()
        )

    def is_named(self, names: Mapping[str, frozenset[str]]) -> bool:
        """Whether one of the names is its own."""
        return any(self.scope.get(dimension) in allowed for dimension, allowed in names.items())

    def spoken(self, about: str, metrics: frozenset[str]) -> list[ToolNumber]:
        """The numbers that words name; none where they are too many to tell one from another."""
        found = [number for number in (*self.own, *self.above) if is_spoken(number, about, metrics)]
        return found if len(found) <= MOST_SPOKEN else []


@dataclass(frozen=True, slots=True)
class _Of:
    """What tells one thing's numbers from another's."""

    call: str
    names: frozenset[tuple[str, str]]
    place: tuple[str, ...]
    times: tuple[DateParts, ...]


def things(numbers: Iterable[ToolNumber]) -> list[Thing]:
    """The things that tools tell apart, by call, names, place in lists and period; keys tell them apart or, as parts of one, do not."""
    found: list[Thing] = []
    for keyed in (False, True):
        found += islice(_made(_sorted(numbers, keyed=keyed)), _MOST_THINGS)
    return list({tuple(map(id, thing.own)): thing for thing in found}.values())


def _sorted(numbers: Iterable[ToolNumber], *, keyed: bool) -> dict[_Of, list[ToolNumber]]:
    held: dict[_Of, list[ToolNumber]] = {}
    for number in numbers:
        told = not number.prose or number.measured in METRICS
        if told and not number.length and not number.difference:
            names = frozenset((key, name) for key, name in number.scope.items() if keyed or not key.startswith(KEYED))
            times = number.times if len(number.times) == 1 else ()
            place = tuple(PLACE.findall(number.source))
            held.setdefault(_Of(number.call, names, place, times), []).append(number)
    return held


def _made(held: Mapping[_Of, list[ToolNumber]]) -> Iterator[Thing]:
    wholes = [of for of in held if not of.place and not of.times]
    for of, own in held.items():
        above = [
            number
            for whole in wholes
            if whole.call == of.call and whole.names <= of.names and whole != of
            for number in held[whole]
        ]
        scope = _shared(own)
        made = [*_profit([*own, *above]), *(_costs(own) or _costs(above))]
        if of.place:
            scope[RECORD] = own[0].source[: [each.end() for each in PLACE.finditer(own[0].source)][-1]]
        yield Thing([*own, *made], above, scope, of.times)


def _shared(numbers: Sequence[ToolNumber]) -> dict[str, str]:
    """The names that all of the numbers have which have any of their dimension."""
    held: dict[str, set[str]] = {}
    for number in numbers:
        for dimension, name in number.scope.items():
            held.setdefault(dimension, set()).add(name)
    return {dimension: next(iter(names)) for dimension, names in held.items() if len(names) == 1}


def is_spoken(number: ToolNumber, about: str, metrics: frozenset[str]) -> bool:
    """Whether words name what a number measures, by its metric or a word of its key."""
    if number.measured in metrics:
        return True
    keys = number.source.rpartition(" ")[2].split(".")
    words = key_words(keys[-1])
    if len(keys) > 1 and words and words[0] in _WHOLE:
        words = (*words[1:], *key_words(keys[-2]))
    return any(word[:5] in about for word in words if len(word) >= _LEAST_WORD)


def _profit(numbers: Sequence[ToolNumber]) -> list[ToolNumber]:
    """What an account gained, where the tools tell its two ends only."""
    start = next((number for number in numbers if number.measured == "initial_capital"), None)
    end = next((number for number in numbers if number.measured == "final_equity"), None)
    if start is None or end is None or any(number.measured == "profit" for number in numbers):
        return []
    source = f"({end.source} − {start.source})"
    return [replace(end, value=end.value - start.value, metric="profit", inner=None, source=source)]


def _costs(numbers: Sequence[ToolNumber]) -> list[ToolNumber]:
    """What the costs that a record lists in money add up to, where it has no total of them."""
    records: dict[str, list[ToolNumber]] = {}
    for number in numbers:
        records.setdefault(record_of(number.source), []).append(number)
    found: list[ToolNumber] = []
    for held in records.values():
        costs = [number for number in held if is_cost(number)]
        if len(costs) > 1 and not any(_WHOLE & set(key_words(number.source.rpartition(".")[2])) for number in held):
            source = f"({' + '.join(number.source for number in costs)})"
            total = sum(abs(number.value) for number in costs)
            found.append(replace(costs[0], value=total, metric=ALL_COSTS, inner=None, source=source))
    return found


def is_cost(number: ToolNumber) -> bool:
    """Whether a number is money that trading cost, by its key."""
    above, _, key = number.source.rpartition(" ")[2].rpartition(".")
    named = number.measured == "fees_paid" or not _COSTS.isdisjoint(key_words(key))
    listed = not _LISTS_OF_COSTS.isdisjoint(key_words(above.rpartition(".")[2]))
    money = number.unit not in UNIT_PER_FRACTION and measure_of(number.measured) in ("money", "any", "share")
    return money and (named or listed)
