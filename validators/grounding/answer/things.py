"""The things that an answer names: strategies, tickers, windows, whatever the tools' outputs tell apart."""

import re
from collections.abc import Mapping, Sequence

from validators.grounding.answer.binding import COMPARES
from validators.grounding.answer.compared import METRIC, Compared, compared
from validators.grounding.answer.mentions import Mention, meant
from validators.grounding.answer.other_one import with_other_ones
from validators.grounding.answer.other_words import other_words
from validators.grounding.answer.outline import Outline
from validators.grounding.answer.said_name import ASSET_KEY, Names, main_mentions, names_of, with_former, with_main
from validators.grounding.answer.sides import sides
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import KEYED, MAIN
from validators.numbers.quantity import Quantity

_BENCHMARK_KEY = re.compile(
    r"bench|buy.?(?:and|&|n)?.?hold|hodl|^index|^against|^reference|^comparator|^bmk?$|^vs$|^versus$|^theirs?$",
    re.IGNORECASE,
)  # whose value is another name of it
_COMPARED = 40  # characters before a name that may say that something is compared with it
_PASSAGES_BACK = 2  # "A and B differ. The gap in Sharpe is 0.4."


def _compared_with(text: str, mentions: Mapping[str, list[Mention]], index: ToolIndex) -> list[Mention]:
    """Where an answer compares with what all numbers are of, its one ticker: "it trailed SPY" speaks of holding SPY."""
    return [
        mention
        for dimension, held in mentions.items()
        if ASSET_KEY.search(dimension) and dimension not in index.rivals
        for mention in held
        if COMPARES.search(text, max(0, mention.start - _COMPARED), mention.start)
    ]


class Things:
    """The things that the tools tell apart, where one answer names them. `mentions` are its names by dimension, `numbers` its
    numbers by passage."""

    def __init__(
        self,
        outline: Outline,
        mentions: Mapping[str, list[Mention]],
        numbers: Mapping[int, Sequence[Quantity]],
        index: ToolIndex,
    ) -> None:
        self._outline = outline
        bench = [
            mention
            for dimension, held in mentions.items()
            if _BENCHMARK_KEY.search(dimension) and not dimension.startswith(KEYED)
            for mention in held
        ]
        mentioned = {dimension: held for dimension, held in mentions.items() if dimension in index.rivals}
        bench += _compared_with(outline.text, mentions, index)
        for dimension in index.rivals if bench else ():
            for name in index.rivals[dimension] if dimension.startswith(KEYED) else ():
                if other_words(name) is not None and _BENCHMARK_KEY.search(name):
                    called = [Mention(mention.start, mention.end, frozenset({name})) for mention in bench]
                    own = mentioned.get(dimension, ())
                    mentioned[dimension] = sorted((*own, *called), key=lambda mention: mention.start)
        for dimension, parts in index.parts_by_name.items():
            taken = {(mention.start, mention.end) for mention in mentioned.get(dimension, ())}
            alike = [
                Mention(mention.start, mention.end, frozenset(parts[name] for name in mention.means))
                for other, held in mentions.items()
                if not other.startswith(KEYED)
                for mention in held
                if mention.means <= parts.keys() and (mention.start, mention.end) not in taken
            ]
            if alike:
                mentioned[dimension] = sorted(
                    (*mentioned.get(dimension, ()), *alike), key=lambda mention: mention.start
                )
        self._spoken = frozenset(name for held in mentioned.values() for mention in held for name in mention.means)
        mentioned = {
            dimension: self._with_others(dimension, held, mentioned, index) for dimension, held in mentioned.items()
        }
        main = main_mentions(outline.text, mentions, index)
        self._names: dict[str, Names] = {
            dimension: with_main(outline, dimension, held, main, index, numbers)
            for dimension, held in mentioned.items()
        }

    def _with_others(
        self, dimension: str, mentions: list[Mention], mentioned: Mapping[str, list[Mention]], index: ToolIndex
    ) -> list[Mention]:
        """One dimension's mentions with those of the other of two things, where names tell things apart."""
        rivals = index.rivals[dimension]
        if not mentions or len(rivals) < 2 or dimension in index.parameters or index.is_singled_out(dimension):
            return mentions
        others = [
            mention
            for other, held in mentioned.items()
            if other != dimension and len(index.rivals[other]) > 1
            for mention in held
        ]
        return with_other_ones(self._outline, mentions, rivals, others)

    def add(self, dimension: str, further: Sequence[Mention]) -> None:
        """Takes further names, which numbers themselves tell."""
        self._names[dimension] = self._outline.placed(with_former(self._outline, list(further)))

    def named(self, place: int, numbers: Sequence[Quantity]) -> list[dict[str, frozenset[str]]]:
        """The names that bind each number of a passage, by dimension."""
        bound: list[dict[str, frozenset[str]]] = [{} for _ in numbers]
        for dimension, mentions in self._names.items():
            for index, named in enumerate(names_of(self._outline, place, numbers, mentions)):
                if named is not None:
                    bound[index][dimension] = named
        return bound

    def is_side(self, place: int, numbers: Sequence[Quantity], number: Quantity) -> bool:
        """Whether a number is one side of a comparison that its passage keeps up."""
        index = next((at for at, each in enumerate(numbers) if each.start == number.start), None)
        text, passage = self._outline.text, self._outline.passages[place]
        return any(index in sides(text, passage, numbers, held.get(place, ())) for held in self._names.values())

    @property
    def spoken(self) -> int:
        """How many names the answer speaks of."""
        return len(self._spoken)

    def speaks_of(self, name: str) -> bool:
        """Whether the answer names it anywhere."""
        return name in self._spoken

    def names(self, name: str, place: int) -> bool:
        """Whether a passage names a thing."""
        return any(name in mention.means for mentions in self._names.values() for mention in mentions.get(place, ()))

    def names_in(self, place: int) -> dict[str, frozenset[str]]:
        """The names that a passage names, by dimension, where it names two or more; words that may mean several, "the dearer fee", are
        of those that it names besides."""
        found = {}
        for dimension, mentions in self._names.items():
            named = mentions.get(place, ())
            sure = {name for mention in named if len(mention.means) == 1 for name in mention.means}
            names = meant([each for each in named if len(each.means) == 1 or sure.isdisjoint(each.means)])
            if len(names - {MAIN}) > 1 or (len(names) > 1 and dimension.startswith(KEYED)):
                found[dimension] = names
        return found

    def names_before(self, place: int) -> dict[str, frozenset[str]]:
        """The two names that the nearest passage before a passage that names none sets side by side, by dimension."""
        if any(mentions.get(place) for mentions in self._names.values()):
            return {}
        named = (
            before
            for before in range(place - 1, max(-1, place - 1 - _PASSAGES_BACK), -1)
            if any(mentions.get(before) for mentions in self._names.values())
        )
        return {dimension: names for dimension, names in self.names_in(next(named, place)).items() if len(names) == 2}

    def named_before(self, place: int) -> dict[str, frozenset[str]]:
        """The one name that the nearest of the passages before a passage names that names any, by dimension."""
        found = {}
        for dimension, mentions in self._names.items():
            named = (
                held
                for before in range(place - 1, max(-1, place - 1 - _PASSAGES_BACK), -1)
                if (held := mentions.get(before))
            )
            means = {mention.means for mention in next(named, ())}
            if len(means) == 1:
                found[dimension] = means.pop()
        return found

    def mentions_in(self, place: int) -> dict[str, list[Mention]]:
        """Where a passage names the things that numbers may be of, by dimension."""
        found = {}
        for dimension, mentions in self._names.items():
            named = [mention for mention in mentions.get(place, ()) if mention.end > mention.start]
            if named:
                found[dimension] = named
        return found

    def compared_in(self, place: int, metrics: Sequence[Mention]) -> dict[str, Compared]:
        """Which of the things that a passage compares it sets above the other, by dimension; of two `metrics` of it too."""
        passage = self._outline.passages[place]
        text = self._outline.text[passage.start : passage.end]
        found = {}
        placed = {dimension: mentions.get(place, ()) for dimension, mentions in self._names.items()}
        for dimension, mentions in (*placed.items(), (METRIC, metrics)):
            own = [mention.moved(-passage.start) for mention in mentions]
            order = compared(text, own) if own else None
            if order is not None:
                found[dimension] = order
        return found
