import json
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl
import pytest

from data.errors import AssayError
from data.identity import content_hash
from data.records import Evidence, Message, Severity, ToolCall, Trace
from validators.check import Finding
from validators.reasons import Reason
from validators.suite import CHUNK, Suite
from validators.verdict_table import VERDICT_SCHEMA, blocks, verdict_frame, verdicts_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbids:
    """Fails an answer that holds `word`, once for each time; raises on one that holds "crash"."""

    word: str
    name: str = "forbids"
    version: str = "1"
    severity: Severity = "block"
    found: Severity | None = None

    def judge(self, trace: Trace) -> tuple[Finding, ...]:
        if "crash" in trace.answer:
            raise ZeroDivisionError("no such luck")
        return tuple(
            Finding(
                reason=Reason.SECRET,
                message=f"{self.word} number {count}",
                evidence=(Evidence(text=self.word, start=count, end=count + 1),),
                severity=self.found,
            )
            for count in range(trace.answer.count(self.word))
        )

    def suspects(self, frame: pl.DataFrame) -> pl.Series:
        return frame["answer"].str.contains(f"{self.word}|crash")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unscreened(Forbids):
    def suspects(self, frame: pl.DataFrame) -> pl.Series:
        raise RuntimeError("the screen is broken")


@dataclass(frozen=True, slots=True, kw_only=True)
class Misshapen(Forbids):
    def suspects(self, frame: pl.DataFrame) -> pl.Series:
        return pl.Series([False])


@dataclass(frozen=True, slots=True, kw_only=True)
class Blind(Forbids):
    def suspects(self, frame: pl.DataFrame) -> pl.Series:
        return pl.Series([None] * frame.height, dtype=pl.Boolean)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixed(Forbids):
    def judge(self, trace: Trace) -> tuple[Finding, ...]:
        return (
            Finding(reason=Reason.DERIVED_NUMBER, message="mild", severity="review", evidence=(_span("a"),)),
            Finding(reason=Reason.WRONG_SIGN, message="grave", severity="block", evidence=(_span("b"),)),
        )


def _span(text: str) -> Evidence:
    return Evidence(text=text, start=0, end=1)


def _trace(answer: str, *, source_id: str | None = None) -> Trace:
    return Trace(
        messages=(
            Message(role="user", content="What is the CAGR?"),
            Message(
                role="assistant", content="", tool_calls=(ToolCall(id="call_0", name="m", arguments={"n": 10**30}),)
            ),
            Message(role="tool", content='{"cagr": 0.1}', tool_call_id="call_0", name="m"),
            Message(role="assistant", content=answer),
        ),
        metadata={"model_id": "m1", "window": {"start": "2020-01-01"}},
        author="script",
        provenance={"created_at": "2026-01-01"},
        source_id=source_id,
    )


def test_one_verdict_for_each_trace_and_check_in_order() -> None:
    traces = [_trace("fine", source_id="one"), _trace("a bad answer")]
    suite = Suite((Forbids(word="bad"), Forbids(word="answer", name="second", severity="review")))

    verdicts = suite.judge(traces)

    assert [(verdict.trace_id, verdict.check, verdict.outcome) for verdict in verdicts] == [
        (traces[0].id, "forbids", "pass"),
        (traces[0].id, "second", "pass"),
        (traces[1].id, "forbids", "fail"),
        (traces[1].id, "second", "fail"),
    ]
    assert [verdict.source_id for verdict in verdicts] == ["one", "one", None, None]
    assert [verdict.reason for verdict in verdicts] == [None, None, "secret", "secret"]
    assert [verdict.severity for verdict in verdicts] == ["block", "review", "block", "review"]


def test_table_and_records_hold_the_same() -> None:
    suite = Suite((Forbids(word="bad"), Mixed(word="x", name='odd "name"')))
    table = suite.judge_frame([_trace("bad, bad x", source_id="s"), _trace("fine"), _trace("crash")])

    assert table.schema == VERDICT_SCHEMA
    assert table["id"].to_list() == [verdict.id for verdict in verdicts_in(table)]
    assert verdict_frame(verdicts_in(table)).equals(table)


def test_several_findings_are_one_verdict_with_the_worst_first() -> None:
    (verdict,) = Suite((Mixed(word="x"),)).judge([_trace("x")])

    assert (verdict.severity, verdict.reason, verdict.message) == ("block", "wrong_sign", "grave; mild")
    assert [span.text for span in verdict.evidence] == ["b", "a"]


def test_a_long_list_of_findings_is_told_in_part_and_evidenced_in_full() -> None:
    (verdict,) = Suite((Forbids(word="bad"),)).judge([_trace("bad " * 12)])

    assert verdict.message.endswith("bad number 4; and 7 more")
    assert len(verdict.evidence) == 12


def test_a_check_that_raises_is_an_error_and_never_a_pass() -> None:
    table = Suite((Forbids(word="bad"),)).judge_frame([_trace("crash"), _trace("fine")])

    error, passed = verdicts_in(table)
    assert (error.outcome, error.reason, error.severity) == ("error", "check_failed", "block")
    assert error.message == "ZeroDivisionError: no such luck"
    assert passed.outcome == "pass"
    assert table.select(blocks()).to_series().to_list() == [True, False]


@pytest.mark.parametrize("kind", [Unscreened, Misshapen, Blind])
def test_a_screen_that_fails_lets_every_trace_be_judged(kind: type[Forbids]) -> None:
    verdicts = Suite((kind(word="bad"),)).judge([_trace("bad"), _trace("fine"), _trace("very bad")])

    assert [verdict.outcome for verdict in verdicts] == ["fail", "pass", "fail"]


def test_only_suspects_are_judged() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Trusting(Forbids):
        def suspects(self, frame: pl.DataFrame) -> pl.Series:
            return frame["answer"] == "bad"

    verdicts = Suite((Trusting(word="bad"),)).judge([_trace("bad"), _trace("very bad")])

    assert [verdict.outcome for verdict in verdicts] == ["fail", "pass"]


def test_a_recipe_lowers_what_a_check_weighs() -> None:
    (verdict,) = Suite((Mixed(word="x"),), severities={"forbids": "review"}).judge([_trace("x")])
    assert verdict.severity == "review"

    (verdict,) = Suite((Forbids(word="x", severity="info"),), severities={"forbids": "block"}).judge([_trace("x")])
    assert verdict.severity == "block"

    (verdict,) = Suite((Forbids(word="x", found="review"),), severities={"forbids": "block"}).judge([_trace("x")])
    assert verdict.severity == "review"


def test_the_fingerprint_follows_version_and_override() -> None:
    check = Forbids(word="x")
    plain = Suite((check,)).fingerprint(check)

    assert plain == content_hash(["forbids", "1"])
    assert Suite((check,)).fingerprint(Forbids(word="x", version="2")) != plain
    assert Suite((check,), severities={"forbids": "info"}).fingerprint(check) != plain


def test_a_suite_that_cannot_judge_is_refused() -> None:
    with pytest.raises(AssayError, match="no check"):
        Suite(())
    with pytest.raises(AssayError, match="share a name"):
        Suite((Forbids(word="a"), Forbids(word="b")))
    with pytest.raises(AssayError, match="does not hold: other"):
        Suite((Forbids(word="a"),), severities={"other": "block"})
    with pytest.raises(AssayError, match="forbids: fatal"):
        Suite((Forbids(word="a"),), severities={"forbids": "fatal"})  # type: ignore[dict-item]


def test_no_traces_give_an_empty_table() -> None:
    suite = Suite((Forbids(word="bad"),))

    assert suite.judge_frame([]).schema == VERDICT_SCHEMA
    assert list(suite.judge_stream([[], []])) == []


def _batches(count: int) -> Iterator[list[Trace]]:
    words = ("fine", "bad", "crash", "bad bad")
    for start in range(0, count, 700):
        yield [_trace(f"{words[number % 4]} {number}", source_id=str(number)) for number in range(start, start + 700)]


def test_a_stream_is_judged_in_bounded_tables() -> None:
    suite = Suite((Forbids(word="bad"), Mixed(word="x", name="mixed")))
    count = 3 * 700
    tables = list(suite.judge_stream(_batches(count)))

    assert [table.height for table in tables] == [2 * CHUNK, 2 * CHUNK, 2 * (count - 2 * CHUNK)]
    traces = [trace for batch in _batches(count) for trace in batch]
    assert pl.concat(tables).equals(suite.judge_frame(traces))


def test_several_processes_say_what_one_says() -> None:
    suite = Suite((Forbids(word="bad"), Unscreened(word="5", name="unscreened")), severities={"unscreened": "info"})

    alone = pl.concat(suite.judge_stream(_batches(14_000)))
    together = pl.concat(suite.judge_stream(_batches(14_000), processes=2))

    assert together.equals(alone)
    assert alone.filter(pl.col("outcome") == "error").height == 2 * 14_000 // 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Stubborn(Forbids):
    """`part` cannot be pickled, unless it is a module."""

    part: object

    def judge(self, trace: Trace) -> tuple[Finding, ...]:
        return (Finding(reason=Reason.SECRET, message=str(self.part)),)


def test_a_check_may_hold_a_module_in_several_processes() -> None:
    suite = Suite((Stubborn(word="bad", part=json),))
    assert pl.concat(suite.judge_stream(_batches(7_000), processes=2)).equals(
        pl.concat(suite.judge_stream(_batches(7_000)))
    )


def test_a_check_that_cannot_travel_is_told() -> None:
    with pytest.raises(AssayError, match="another process"):
        list(Suite((Stubborn(word="bad", part=lambda: None),)).judge_stream(_batches(700), processes=2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lethal(Forbids):
    parent: int

    def judge(self, trace: Trace) -> tuple[Finding, ...]:
        import os

        if os.getpid() != self.parent:
            os._exit(1)
        return ()


def test_a_process_that_dies_is_told() -> None:
    import os

    with pytest.raises(AssayError, match="died"):
        list(Suite((Lethal(word="bad", parent=os.getpid()),)).judge_stream(_batches(7_000), processes=2))
