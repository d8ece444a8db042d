"""A benchmark's number among a strategy's own, in an answer that speaks of no benchmark: "June -3.6%, July 6.6%", where the 6.6% are
the index's."""

from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import Held, Matches
from validators.grounding.readings.open_thing import MAY_BE_BENCHMARK, is_benchmark
from validators.grounding.tools.index import ToolIndex, record_of
from validators.grounding.tools.number import ToolNumber, is_of_one_period

_RETURNS = ("return", "total_return")  # what a bare "benchmark" stands for


def of_unnamed_benchmark(
    answer: Answer, index: ToolIndex, claims: Sequence[Claim], held: Held, matches: Matches
) -> Iterator[tuple[int, ToolNumber]]:
    """The claims, by place, that tell nothing but a benchmark's number, with the strategy's own of that time. `held` says which number
    each claim tells."""
    told = [
        place for place, claim in enumerate(claims) if (number := held.get(claim.quantity)) and is_benchmark(number)
    ]
    if not told or MAY_BE_BENCHMARK.search(answer.text) or MAY_BE_BENCHMARK.search(answer.question):
        return
    sources = {number.source for claim in claims if (number := held.get(claim.quantity)) is not None}
    for place in told:
        claim = claims[place]
        found = matches[claim.quantity]
        if answer.things.names_in(claim.passage) or any(each.prose or not is_benchmark(each) for each in found):
            continue
        due = (own for each in found if (own := _own(index, each)) is not None and own.value != each.value)
        number = next((own for own in due if own.source not in sources), None)
        if number is not None:
            yield place, number


def _own(index: ToolIndex, number: ToolNumber) -> ToolNumber | None:
    """The number of the strategy that a tool returned beside its benchmark's of one year, quarter or month."""
    bare = number.metric == "benchmark"
    if not is_of_one_period(number):
        return None
    return next(
        (
            each
            for metric in (_RETURNS if bare else (number.measured or "",))
            for each in index.by_metric.get(metric, ())
            if not is_benchmark(each) and each.times == number.times and _is_beside(each, number)
        ),
        None,
    )


def _is_beside(each: ToolNumber, number: ToolNumber) -> bool:
    """Whether two numbers stand in one record, or under one time in two."""
    time = number.source.rpartition("[")[2]
    return record_of(each.source) == record_of(number.source) or each.source.rpartition("[")[2] == time
