"""A number of another thing in an answer that names one alone: "Oak made 47 trades. The account ended at $195,000", which is that of Elm."""

import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import Held, Matches
from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.readings.open_thing import is_benchmark
from validators.grounding.readings.unspoken_of import COMPARED, OF_OTHERS
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber

_COMES_TO = re.compile(r"\b(?:c[ao]mes?|amount\w*|ran) to\b", re.IGNORECASE)  # which compares nothing
_FEWEST = 2  # numbers of the thing named


def of_another_than_named(
    answer: Answer,
    index: ToolIndex,
    claims: Sequence[Claim],
    judged: Sequence[GroundedNumber],
    held: Held,
    matches: Matches,
) -> Iterator[tuple[int, ToolNumber]]:
    """The one claim, by place, that tells a number of another thing than the only one that the answer names, with the number of that."""
    for dimension, name in _named_alone(answer, index):
        told = [
            (place, number)
            for place, claim in enumerate(claims)
            if (number := held.get(claim.quantity)) is not None and dimension in number.scope
        ]
        others = [(place, number) for place, number in told if number.scope[dimension] != name]
        if len(others) != 1 or len(told) - len(others) < _FEWEST:
            continue
        place, number = others[0]
        claim = claims[place]
        alike = any(each.scope.get(dimension, name) == name for each in matches.get(claim.quantity, ()))
        if alike or number.prose or number.length or is_benchmark(number) or answer.is_cell(claim):
            continue
        due = [
            each
            for each in index.by_metric.get(number.measured or "", ())
            if each.metric == number.metric and each.scope.get(dimension) == name and each.times == number.times
        ]
        said = _COMES_TO.sub(" ", answer.without_metrics(claim.passage))
        if len(due) == 1 and judged[place].grounded and not OF_OTHERS.search(said) and not COMPARED.search(said):
            yield place, due[0]


def _named_alone(answer: Answer, index: ToolIndex) -> Iterator[tuple[str, str]]:
    """The dimensions of which an answer names one of several things, and no other, with that."""
    for dimension, mentions in answer.named.mentions.items():
        names = frozenset().union(*(mention.means for mention in mentions))
        if len(names) == 1 and dimension in index.rivals and not index.is_singled_out(dimension):
            yield dimension, next(iter(names))
