"""What traces name that no check can hold them to is counted as they pass by."""

from data.methodology import MethodologyDocument
from data.records import Message, Trace
from ui.cli.unheld import Unheld

_TIDE = MethodologyDocument(id="tide", title="Tide", kind="rule-based", facts={"rebalance": "weekly"}, body="")


def _trace(**metadata: str) -> Trace:
    return Trace(
        messages=(Message(role="user", content="How is it?"), Message(role="assistant", content="Calm.")),
        metadata=metadata,
    )


def test_models_without_a_document_and_unknown_kinds_are_told_with_their_counts() -> None:
    unheld = Unheld((_TIDE,))
    traces = [
        _trace(model_id="tide", question_kind="lookup"),
        _trace(model_id="ebb", question_kind="lookup"),
        _trace(model_id="flow", question_kind="chat"),
        _trace(model_id="flow", question_kind="chat"),
        _trace(model_id="nobody", question_kind="refusal"),
    ]
    assert list(unheld.passing(traces)) == traces
    models, kinds = unheld.lines()
    assert models.endswith("of flow (2 traces), ebb (1 trace)")
    assert kinds.endswith("chat (2 traces)")


def test_nothing_is_told_where_every_model_has_a_document() -> None:
    unheld = Unheld((_TIDE,))
    list(unheld.passing([_trace(model_id="tide", question_kind="lookup")]))
    assert not list(unheld.lines())
