"""Keys that a record of what its trades came to leaves short: an "average profit" beside an average loss is of the trades won, the
"best" beside it the best trade."""

from msgspec.structs import replace

from validators.grounding.tools.index import record_of
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.words import key_words

_AVERAGES = frozenset({"average_win", "average_loss"})
_SHORT = {
    ("average", "profit"): "average_win",
    ("best",): "best_trade",
    ("worst",): "worst_trade",
    ("largest",): "best_trade",
    ("biggest",): "best_trade",
}


def with_trade_metrics(numbers: list[ToolNumber]) -> list[ToolNumber]:
    """The numbers of an output, those under short keys as what they are of trades, where their record names none so."""
    held: dict[str, set[str | None]] = {}
    for number in numbers:
        held.setdefault(record_of(number.source), set()).add(number.metric)
    records = {record: metrics for record, metrics in held.items() if not metrics.isdisjoint(_AVERAGES)}
    if not records:
        return numbers
    return [_of_trades(number, records.get(record_of(number.source))) for number in numbers]


def _of_trades(number: ToolNumber, beside: set[str | None] | None) -> ToolNumber:
    if beside is None or number.prose:
        return number
    metric = _SHORT.get(key_words(number.source[len(record_of(number.source)) :].strip('.[]"')))
    return number if metric is None or metric in beside else replace(number, metric=metric, inner=None)
