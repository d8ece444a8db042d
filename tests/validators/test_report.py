import io
import json
from collections.abc import Iterator
from xml.etree import ElementTree

import polars as pl
import pytest

from data.records import Evidence, Outcome, Severity, Verdict
from validators.report.report import Format, Tally, write_report
from validators.verdict_table import VERDICT_SCHEMA, verdict_frame


def _verdict(
    trace: str,
    check: str = "grounding",
    *,
    outcome: Outcome = "pass",
    severity: Severity = "block",
    message: str = "",
    source_id: str | None = None,
) -> Verdict:
    return Verdict(
        trace_id=trace,
        source_id=source_id,
        check=check,
        fingerprint="f",
        outcome=outcome,
        severity=severity,
        reason={"pass": None, "fail": "ungrounded_number", "error": "check_failed"}[outcome],
        message=message,
        evidence=(Evidence(text='12"é', start=1, end=5, source="call_0 $.a"),) if outcome == "fail" else (),
    )


MESSAGE = 'says "12\\84%"\n\x00 <b>é</b> 数 [red]x[/red]'


def _tables() -> Iterator[pl.DataFrame]:
    yield verdict_frame([_verdict("a", source_id="line 1"), _verdict("a", "methodology")])
    yield verdict_frame(
        [
            _verdict("b", outcome="fail", message=MESSAGE, source_id='quoted "id"'),
            _verdict("b", "methodology", outcome="error", severity="review", message="KeyError: 'x'"),
        ]
    )


def _written(form: Format, *, failures: bool = False, tables: Iterator[pl.DataFrame] | None = None) -> tuple[int, str]:
    stream = io.StringIO()
    status = write_report(_tables() if tables is None else tables, stream, form=form, failures=failures)
    return status, stream.getvalue()


def test_json_lines_hold_the_public_fields() -> None:
    status, text = _written("jsonl")
    lines = [json.loads(line) for line in text.splitlines()]

    assert status == 1
    assert lines[0] == {
        "trace_id": "a",
        "source_id": "line 1",
        "check": "grounding",
        "outcome": "pass",
        "severity": "block",
        "reason": None,
        "message": "",
        "evidence": [],
    }
    assert lines[2]["message"] == MESSAGE
    assert lines[2]["source_id"] == 'quoted "id"'
    assert lines[2]["evidence"] == [
        {"text": '12"é', "start": 1, "end": 5, "topic": None, "clause": None, "source": "call_0 $.a"}
    ]
    assert list(lines[3]) == list(lines[0])
    assert lines[1]["source_id"] is None


def test_failures_leave_the_passes_out() -> None:
    _, text = _written("jsonl", failures=True)
    assert [json.loads(line)["outcome"] for line in text.splitlines()] == ["fail", "error"]


def test_json_is_one_list_of_the_same() -> None:
    _, text = _written("json")
    _, lines = _written("jsonl")
    assert json.loads(text) == [json.loads(line) for line in lines.splitlines()]
    assert json.loads(_written("json", failures=True, tables=iter([verdict_frame([_verdict("a")])]))[1]) == []


def test_junit_groups_by_check_and_is_red_for_what_blocks() -> None:
    _, text = _written("junit")
    root = ElementTree.fromstring(text)

    assert [(suite.get("name"), suite.get("tests")) for suite in root] == [("grounding", "2"), ("methodology", "2")]
    grounding, methodology = root
    assert [grounding.get(name) for name in ("failures", "errors", "skipped")] == ["1", "0", "0"]
    assert [methodology.get(name) for name in ("failures", "errors", "skipped")] == ["0", "0", "1"]
    (case,) = grounding
    assert case.get("name") == 'quoted "id"'
    failure = case.find("failure")
    assert failure is not None
    assert failure.get("type") == "ungrounded_number"
    assert "\ufffd <b>é</b> 数" in str(failure.get("message"))


def test_the_table_counts_by_check_outcome_and_reason() -> None:
    _, text = _written("table")
    lines = [line.split() for line in text.splitlines()]

    assert ["grounding", "fail", "block", "ungrounded_number", "1", "50.0%", "quoted", '"id"'] in lines
    assert ["methodology", "error", "review", "check_failed", "1", "50.0%", "b"] in lines
    assert ["grounding", "pass", "1", "50.0%"] in lines


@pytest.mark.parametrize(
    ("outcome", "severity", "status"),
    [
        ("pass", "block", 0),
        ("fail", "block", 1),
        ("error", "block", 1),
        ("fail", "review", 0),
        ("error", "review", 0),
        ("fail", "info", 0),
    ],
)
@pytest.mark.parametrize("form", ["jsonl", "json", "junit", "table"])
def test_the_status_says_whether_something_blocks(
    form: Format, outcome: Outcome, severity: Severity, status: int
) -> None:
    table = verdict_frame([_verdict("a"), _verdict("b", outcome=outcome, severity=severity)])
    assert _written(form, tables=iter([table]))[0] == status


@pytest.mark.parametrize("form", ["jsonl", "json", "junit", "table"])
def test_nothing_judged_is_no_pass(form: Format) -> None:
    assert _written(form, tables=iter([]))[0] == 2
    assert _written(form, tables=iter([pl.DataFrame(schema=VERDICT_SCHEMA)]))[0] == 2


def test_counts_do_not_depend_on_how_the_stream_is_cut() -> None:
    whole, cut = Tally(), Tally()
    list(whole.watch([pl.concat(_tables())]))
    list(cut.watch(_tables()))
    assert cut.counts.sort(pl.all()).equals(whole.counts.sort(pl.all()))
