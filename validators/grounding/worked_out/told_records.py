"""What tools returned of one thing and a sentence speaks of: the numbers whose keys or metrics its words name, the profit among them."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import KEYED, PLACE, ToolNumber
from validators.grounding.tools.vocabulary.words import key_words

MOST = 12  # numbers of one thing that are set against each other
_MOST_THINGS = 40
_LEAST_WORD = 4


def told_records(
    index: ToolIndex, names: frozenset[str], about: str, metrics: frozenset[str]
) -> Iterator[Sequence[ToolNumber]]:
    """The numbers of each thing of which the words `about` speak, or of which they name the `metrics`; of those of the `names` where
    there are any."""
    things: dict[tuple[object, ...], list[ToolNumber]] = {}
    for number in index.numbers:
        if number.length or number.prose or number.difference:
            continue
        of = tuple(sorted((key, name) for key, name in number.scope.items() if not key.startswith(KEYED)))
        place = tuple(PLACE.findall(number.source))
        things.setdefault((number.source.partition(" ")[0], place, of, _period(number)), []).append(number)
    wholes = [key for key in things if not key[1]]
    held = 0
    for key, numbers in things.items():
        if names and not any(not names.isdisjoint(number.scope.values()) for number in numbers):
            continue
        shared = [
            number
            for whole in wholes
            if whole != key and whole[0] == key[0] and key[1] and set(whole[2]) <= set(key[2])  # type: ignore[call-overload]
            for number in things[whole]
        ]
        own = _with_profit([*numbers, *shared])
        spoken = [number for number in own if is_spoken(number, about, metrics)]
        if len(spoken) <= MOST and any(number in numbers for number in spoken):
            held += 1
            if held > _MOST_THINGS:
                return
            yield spoken


def is_spoken(number: ToolNumber, about: str, metrics: frozenset[str]) -> bool:
    """Whether words name what a number measures, by its metric or a word of its key."""
    if number.measured in metrics:
        return True
    keys = number.source.rpartition(" ")[2].split(".")
    words = key_words(keys[-1])
    if words and words[0] in ("total", "all", "sum", "net") and len(keys) > 1:
        words = (*words[1:], *key_words(keys[-2]))
    return any(word[:5] in about for word in words if len(word) >= _LEAST_WORD)


def _with_profit(numbers: list[ToolNumber]) -> list[ToolNumber]:
    """With what an account gained, where the tools tell its two ends only."""
    if any(number.measured == "profit" for number in numbers):
        return numbers
    start = next((number for number in numbers if number.measured == "initial_capital"), None)
    end = next((number for number in numbers if number.measured == "final_equity"), None)
    if start is None or end is None:
        return numbers
    source = f"{end.source} − {start.source}"
    return [*numbers, replace(end, value=end.value - start.value, metric="profit", inner=None, source=source)]


def _period(number: ToolNumber) -> object:
    return number.times if len(number.times) == 1 else ()
