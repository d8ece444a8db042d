"""Numbers of one record of a numbered list that are told of another: "fold 3 had a Sharpe of 0.8", where that is the one of fold 4."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import Mention
from validators.grounding.answer.said_name import names_of
from validators.grounding.fit.claim_fit import Held, Matches
from validators.grounding.number_match import match
from validators.grounding.tools.index import ToolIndex, record_of
from validators.grounding.tools.number import ORDINAL, PLACE, ToolNumber
from validators.grounding.tools.vocabulary.words import key_words
from validators.numbers.quantity import Quantity
from validators.numbers.tail import singular

_NO_NOUN = frozenset(
    "n no nr num number id idx index i rank seq row pos position place record item entry list data result".split()
)
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_WORDS = "one two three four five six seven eight nine ten".split()
_FIGURE = re.compile(r"0")
_OF_OTHERS = re.compile(
    r"\b(?:others?|rest|average\w*|mean|median|all|each|every|both|next|previous\w*|before|best|worst|highest|lowest|overall|total|range\w*|between|first|second|third|last|than|typical\w*)\b",
    re.IGNORECASE,
)
_FEWEST_LABELS = 2


@dataclass(frozen=True)
class NumberedLists:
    """The numbered lists of the tools: by the path of each the paths of its records, by their numbers; `nouns` is what they hold."""

    records: Mapping[str, Mapping[str, str]]
    nouns: frozenset[str]

    @cached_property
    def called(self) -> re.Pattern[str]:
        """A record, or several, called by number: in figures, of which the text has one each, behind the noun, or in words."""
        noun = "|".join(map(re.escape, sorted(self.nouns)))
        return re.compile(
            rf"\b(?:(?:{noun})(?: (?:no\.?|nr\.?|number))? ?#?(?P<one>0)(?![.,]?[0%])|(?:{noun})s (?P<several>0(?:, 0){{0,8}},? (?:and|or|&) 0)(?![.,]?[0%])"
            rf"|(?P<nth>{'|'.join(_NTH)}) (?:{noun})|(?:{noun}) (?P<word>{'|'.join(_WORDS)}))\b",
            re.IGNORECASE,
        )

    @cached_property
    def _numbers(self) -> dict[str, str]:
        return {record: called for records in self.records.values() for called, record in records.items()}

    @cached_property
    def noun(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(self.nouns)))})s?\b", re.IGNORECASE)

    @cached_property
    def asked(self) -> re.Pattern[str]:
        """A record called by its number in a question, which has its figures in full."""
        return re.compile(rf"{self.noun.pattern} ?#?(\d{{1,4}})\b", re.IGNORECASE)

    def place_of(self, number: ToolNumber) -> tuple[str, str, str] | None:
        """The list and the record in which a number stands, and its key in there."""
        for place in PLACE.finditer(number.source):
            path, record = number.source[: place.start()], number.source[: place.end()]
            if record in self._numbers:
                return path, record, number.source[place.end() :]
        return None

    def asked_of(self, question: str) -> str | None:
        """The number of the one record that a question calls."""
        called = set(self.asked.findall(question))
        return called.pop() if len(called) == 1 else None

    def number_of(self, number: ToolNumber) -> str | None:
        """The number by which the record is called in which a number stands."""
        place = self.place_of(number)
        return place and self._numbers[place[1]]


def of_another_record_called(
    answer: Answer, index: ToolIndex, claims: Sequence[Claim], held: Held, matches: Matches
) -> Iterator[tuple[int, ToolNumber]]:
    """The claims, by place, that are of another record than the one that the wording calls, with the number that this one has."""
    lists = numbered_lists(index)
    if not lists.nouns:
        return
    called = records_called(answer, lists)
    bound = bound_records(answer, claims, called, lists)
    if not (called or bound) and (asked := lists.asked_of(answer.question)) is not None:
        bound = _bound_by_question(answer, lists, claims, held, asked)
    numbers = {number.source: number for number in index.numbers if not number.length}
    for at, claim in enumerate(claims):
        number, names = held.get(claim.quantity), bound.get(claim.quantity.start)
        place = None if number is None or number.metric == ORDINAL else lists.place_of(number)
        if number is None or names is None or place is None or len(names) != 1:
            continue
        path, record, key = place
        meant = lists.records[path].get(next(iter(names)))
        own = numbers.get(f"{meant}{key}")
        if meant in (None, record) or own is None or match(claim.quantity, own, named=True) is not None:
            continue
        if not any(lists.number_of(each) in names for each in matches.get(claim.quantity, ())):
            yield at, own


def _bound_by_question(
    answer: Answer, lists: NumberedLists, claims: Sequence[Claim], held: Held, asked: str
) -> dict[int, frozenset[str]]:
    """The numbers of an answer that calls no record as those of the one asked about, where another of them is; but for sentences
    that may speak of others."""
    told = [claim for claim in claims if (number := held.get(claim.quantity)) and lists.number_of(number) == asked]
    if not told:
        return {}
    return {
        claim.quantity.start: frozenset({asked})
        for claim in claims
        if not answer.is_cell(claim) and not _OF_OTHERS.search(answer.passage_text(claim.passage))
    }


def calls_records(answer: Answer, index: ToolIndex, claims: Sequence[Claim]) -> bool:
    """Whether an answer tells of which record of a numbered list its numbers are."""
    lists = numbered_lists(index)
    called = lists.nouns and (
        lists.asked_of(answer.question) or bound_records(answer, claims, records_called(answer, lists), lists)
    )
    return bool(called)


def numbered_lists(index: ToolIndex) -> NumberedLists:
    records: dict[str, dict[str, str]] = {}
    nouns: set[str] = set()
    for number in index.by_metric.get(ORDINAL, ()) if ORDINAL in index.metrics else ():
        record = record_of(number.source)
        path = PLACE.sub("", record) if record.count("[") == 1 else record.rpartition("[")[0]
        if not record.endswith("]"):
            continue
        records.setdefault(path, {})[f"{number.value:.0f}"] = record
        keys = (number.source[len(record) :], path.rpartition(".")[2])
        nouns |= {singular(words[-1]) for key in keys if (words := key_words(key))} - _NO_NOUN
    records = {path: held for path, held in records.items() if len(held) > 1}
    return NumberedLists(records, frozenset(nouns) if records else frozenset())


def records_called(answer: Answer, lists: NumberedLists) -> list[Mention]:
    """Where the answer calls records by their numbers."""
    text, outline = answer.text, answer.outline
    figures = [
        (passage.start, passage.end)
        for place, passage in enumerate(outline.passages)
        if (header := outline.header_of_first_column(place)) is not None
        and _is_title(answer.passage_text(header), lists)
    ]
    found: list[Mention] = []
    for told in lists.called.finditer(text):
        figures += [told.span(group) for group in ("one", "several") if told[group]]
        if word := (told["nth"] or told["word"] or "").lower():
            order = _NTH if told["nth"] else _WORDS
            found.append(Mention(*told.span(), frozenset({str(order.index(word) + 1)})))
    for start, end in figures:
        for figure in _FIGURE.finditer(text, start, end):
            number = answer.written(*figure.span())
            found.append(Mention(*figure.span(), frozenset({number})))
    return sorted(found, key=lambda mention: mention.start)


def _is_title(text: str, lists: NumberedLists) -> bool:
    """Whether the header of a column says that the numbers of records stand in it."""
    return text.strip(" *_.") == "#" or lists.noun.search(text) is not None


def bound_records(
    answer: Answer, claims: Sequence[Claim], called: Sequence[Mention], lists: NumberedLists
) -> dict[int, frozenset[str]]:
    """By where it starts, the records that each number of the answer is told of."""
    placed = answer.outline.placed(called)
    callers = {at for mention in called for at in range(mention.start, mention.end)}
    bound: dict[int, frozenset[str]] = {}
    for place in dict.fromkeys(claim.passage for claim in claims):
        inside = [each for each in answer.quantities_in(place) if each.kind != "date"]
        labels = _labels(answer, place, inside, lists)
        bound |= labels
        told = [each for each in inside if each.start not in callers]
        if called and not labels and told:
            names = names_of(answer.outline, place, told, placed)
            bound |= {each.start: name for each, name in zip(told, names, strict=True) if name is not None}
    return bound


def _labels(answer: Answer, place: int, inside: Sequence[Quantity], lists: NumberedLists) -> dict[int, frozenset[str]]:
    """The numbers of a passage that have that of their record in brackets behind them: "per fold: 3% (1), 5% (2)"."""
    found = {
        number.start: frozenset({f"{label.value:.0f}"})
        for number, label in pairwise(inside)
        if answer.text[number.end : label.start].strip(" *_") == "("
        and answer.text.startswith(")", label.end)
        and label.step == 1
    }
    return found if len(found) >= _FEWEST_LABELS and lists.noun.search(answer.passage_text(place)) else {}
