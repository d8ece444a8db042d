"""Numbers told one after the other without their names, in another order than that of what they are of: "A and B made 11% and 9%
respectively", "the Sharpe ratio of the three folds: 1.2, 0.8 and 0.9"."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import Mention
from validators.grounding.answer.named_text import named_text
from validators.grounding.answer.told_order import runs
from validators.grounding.fit.claim_fit import Held
from validators.grounding.number_match import match
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import KEYED, PLACE, ToolNumber, shape_of
from validators.grounding.tools.vocabulary.metric_vocabulary import DRAWDOWNS

_IN_TURN = re.compile(
    r"\brespectively\b|\bin (?:that|this|the same) order\b|\b(?:the|these|those|all) (?:pair|trio|two|three|four|five)\b|\bthey\b",
    re.IGNORECASE,
)
_SAID_SO = re.compile(r"\brespectively\b|\bin (?:that|this|the same) order\b", re.IGNORECASE)
_ONE_BY_ONE = re.compile(
    r"\b(?P<noun>[a-z]{3,12}) by (?P=noun)\b|\b(?:each|per|by|across|of) (?:the |its )?(?:two |three |four |five |six |\d+ )?(?:fold|window|split|period|episode|drawdown|leg|step|block|bucket|bin|decile|quintile)s?\b|\bin (?:turn|order)\b",
    re.IGNORECASE,
)
_SORTED = re.compile(
    r"\b(?:best|worst|highest|lowest|largest|smallest|biggest|ascending|descending|sort\w*|rank\w*|top|from)\b",
    re.IGNORECASE,
)
_MANY = "two three four five".split()
# "the two deepest are -31% and -24%"
_FIRST_FEW = re.compile(
    rf"\b(?:the|its) (?:top (?P<top>{'|'.join(_MANY)})|(?P<many>{'|'.join(_MANY)}) (?:(?P<deep>deepest|steepest|largest|biggest|heaviest)|(?P<high>best|highest|strongest)|(?P<low>worst|lowest|weakest|poorest)))\b",
    re.IGNORECASE,
)
_THEN = re.compile(r"\b(?:then|followed by)\b", re.IGNORECASE)
_MOST, _BACK = 24, 12  # numbers told in turn, sentences back


def told_out_of_turn(
    answer: Answer, index: ToolIndex, claims: Sequence[Claim], held: Held
) -> Iterator[tuple[int, ToolNumber]]:
    """The claims, by place, that stand where the number of another thing is due, with that number."""
    asked = cache(lambda: named_text(answer.question, index.names).mentions)
    passages: dict[int, list[int]] = {}
    for at, claim in enumerate(claims):
        passages.setdefault(claim.passage, []).append(at)
    for passage, inside in passages.items():
        text, start = answer.passage_text(passage), answer.outline.passages[passage].start
        in_turn, one_by_one = _IN_TURN.search(text), _ONE_BY_ONE.search(text)
        few = _FIRST_FEW.search(text)
        if len(inside) < 2 or not (in_turn or one_by_one or few):
            continue
        for run in runs(answer.text, [claims[at].quantity for at in inside], one_kind=True):
            told = [held.get(claims[inside[each]].quantity) for each in run]
            numbers = [each for each in told if each is not None]
            if not len(numbers) == len(run) == len({each.source for each in numbers}) <= _MOST:
                continue
            if len({(each.measured, shape_of(each.source.partition(" ")[2])) for each in numbers}) > 1:
                continue
            due = list(_due_by_name(answer, asked, passage, numbers) if in_turn else ())
            if due and not _SAID_SO.search(text):
                due += _by_size(numbers)
            if few and few.end() <= claims[inside[run[0]]].quantity.start - start:
                due = list(_due_by_rank(index, numbers, few)) or due
                due = due[:1] if _THEN.search(text) else due
            if not due and one_by_one and not _SORTED.search(text):
                due = list(_due_by_place(numbers))
            if due and not any(_agree(claims, inside, run, order) for order in due):
                at = next(at for at, own in zip(run, due[0], strict=True) if not _is(claims[inside[at]], own))
                yield inside[at], due[0][run.index(at)]


def may_tell_in_turn(text: str) -> bool:
    """Whether a sentence may tell numbers in the order of what they are of."""
    return any(pattern.search(text) for pattern in (_IN_TURN, _ONE_BY_ONE, _FIRST_FEW))


def _agree(claims: Sequence[Claim], inside: Sequence[int], run: Sequence[int], order: Sequence[ToolNumber]) -> bool:
    return all(_is(claims[inside[at]], own) for at, own in zip(run, order, strict=True))


def _is(claim: Claim, number: ToolNumber) -> bool:
    return match(claim.quantity, number, named=True) is not None


def _due_by_name(
    answer: Answer, asked: Callable[[], Mapping[str, Sequence[Mention]]], passage: int, numbers: Sequence[ToolNumber]
) -> Iterator[list[ToolNumber]]:
    """The numbers in the orders in which the answer, up to a passage, or the question names what they are of."""
    for dimension in numbers[0].scope:
        own = {number.scope.get(dimension, ""): number for number in numbers}
        if dimension.startswith(KEYED) or len(own) < len(numbers) or answer.things.mentions_in(passage).get(dimension):
            continue
        before = (
            mention
            for place in range(max(0, passage - _BACK), passage)
            for mention in answer.things.mentions_in(place).get(dimension, ())
        )
        for mentions in (before, asked().get(dimension, ())):
            order = _order(mentions)
            if set(order) == own.keys():
                yield [own[name] for name in order]


def _order(mentions: Iterable[Mention]) -> list[str]:
    """The names that mentions tell, in the order of the first."""
    return list(dict.fromkeys(name for mention in mentions if len(mention.means) == 1 for name in mention.means))


def _due_by_rank(index: ToolIndex, numbers: Sequence[ToolNumber], few: re.Match[str]) -> Iterator[list[ToolNumber]]:
    """The first few of the list that the numbers are of, by their size, from either end."""
    shape = shape_of(numbers[0].source)
    alike = [each for each in index.by_metric.get(numbers[0].measured or "", ()) if shape_of(each.source) == shape]
    many = _MANY.index((few["many"] or few["top"]).lower()) + 2
    falls = numbers[0].measured in DRAWDOWNS
    if many != len(numbers) or len(alike) <= many or not (few["many"] or falls):
        return
    if few["deep"] or falls:
        order = sorted(alike, key=lambda number: -abs(number.value))
    else:
        order = sorted(alike, key=lambda number: number.value, reverse=few["high"] is not None)
    yield order[:many]
    yield order[:many][::-1]


def _due_by_place(numbers: Sequence[ToolNumber]) -> Iterator[list[ToolNumber]]:
    """All numbers of a list in its order, from either end, and by their size."""
    found = {number.source: PLACE.findall(number.source) for number in numbers}
    places = {source: int(place[0][1:-1]) for source, place in found.items() if len(place) == 1}
    paths = {PLACE.split(number.source)[0] for number in numbers}
    if len(paths) == 1 and sorted(places.values()) == list(range(len(numbers))):
        order = sorted(numbers, key=lambda number: places[number.source])
        yield order
        yield order[::-1]
        yield from _by_size(numbers)


def _by_size(numbers: Sequence[ToolNumber]) -> list[list[ToolNumber]]:
    order = sorted(numbers, key=lambda number: number.value)
    return [order, order[::-1]]
