"""What traces name that no check can hold them to: a model without a document, a question kind that is none."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from data.methodology import MethodologyDocument
from data.records import QuestionKind, Trace
from validators.methodology.subjects import by_name

_KINDS = frozenset(get_args(QuestionKind))
_NAMED = 5


class Unheld:
    """Counts what passes by. A question to be refused may well name a model that does not exist."""

    def __init__(self, documents: Sequence[MethodologyDocument]) -> None:
        self._documents = {document.id: document for document in documents}
        self._models: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()

    def passing(self, traces: Iterable[Trace]) -> Iterator[Trace]:
        for trace in traces:
            model, kind = trace.metadata.get("model_id"), trace.metadata.get("question_kind")
            if isinstance(model, str) and model.strip() and kind != "refusal":
                self._models[model] += 1
            if kind is not None and kind not in _KINDS:
                self._kinds[str(kind)] += 1
            yield trace

    def lines(self) -> Iterator[str]:
        models = {name: count for name, count in self._models.items() if by_name(name, self._documents) is None}
        if models:
            yield f"no methodology document, so nothing contradicts what is said of {_listed(models)}"
        if self._kinds:
            yield (
                f"question_kind is none of {', '.join(get_args(QuestionKind))}, so no rule that needs it applies: "
                f"{_listed(self._kinds)}"
            )


def _listed(counts: dict[str, int]) -> str:
    worst = Counter(counts).most_common(_NAMED)
    more = len(counts) - len(worst)
    told = ", ".join(f"{name} ({count} trace{'' if count == 1 else 's'})" for name, count in worst)
    return told + (f" and {more} more" if more else "")
