import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import polars as pl
import pytest

from data.records import Outcome, Severity, Verdict
from validators.dataset.finding import DatasetFinding
from validators.dataset.thresholds import Thresholds
from validators.gate.gate import gate, summary_table, wide_table
from validators.gate.result import GateResult
from validators.verdict_table import VERDICT_SCHEMA, verdict_frame

FINGERPRINTS = {"structure": "s1", "grounding": "g1"}


def _verdict(
    trace: str,
    check: str,
    *,
    outcome: Outcome = "pass",
    severity: Severity = "block",
    message: str = "",
    stale: bool = False,
) -> Verdict:
    return Verdict(
        trace_id=trace,
        source_id=None,
        check=check,
        fingerprint="old" if stale else FINGERPRINTS[check],
        outcome=outcome,
        severity=severity,
        reason={"pass": None, "fail": "ungrounded_number", "error": "check_failed"}[outcome],
        message=message,
    )


def _passing(traces: Sequence[str], *, without: str | None = None) -> list[Verdict]:
    return [_verdict(trace, check) for trace in traces for check in FINGERPRINTS if check != without]


FINE = DatasetFinding(
    check="duplicates", metric="exact", value=0.0, threshold=0.03, outcome="pass", severity="block", message="no copies"
)
TRACES = [f"{number:032x}" for number in range(20)]


def _gate(
    verdicts: Sequence[Verdict],
    *,
    traces: Sequence[str] = TRACES,
    findings: Sequence[DatasetFinding] = (FINE,),
    thresholds: Thresholds | None = None,
    docs: Path | None = None,
) -> GateResult:
    return gate(
        verdict_frame(verdicts),
        trace_ids=traces,
        fingerprints=FINGERPRINTS,
        findings=findings,
        thresholds=thresholds,
        docs=docs,
    )


def _rules(result: GateResult) -> list[str]:
    return [failure.rule for failure in result.failures]


def test_a_table_that_every_check_passed_is_let_through() -> None:
    result = _gate(_passing(TRACES))

    assert result.passed
    assert result.failures == result.warnings == ()
    assert result.rows == 20
    assert result.expectations == 2 + 4 * 2 + 5


def test_a_row_that_blocks_is_refused_and_named() -> None:
    verdicts = [*_passing(TRACES[1:]), _verdict(TRACES[0], "structure")]
    verdicts.append(_verdict(TRACES[0], "grounding", outcome="fail", message="12.84% is in no <tool> output"))

    result = _gate(verdicts)

    assert not result.passed
    (failure,) = result.failures
    assert (failure.table, failure.subject, failure.count) == ("rows", "grounding", 1)
    assert failure.trace_ids == (TRACES[0],)
    assert "12.84% is in no <tool> output" in failure.message


def test_a_blocking_check_that_errs_may_not_pass() -> None:
    verdicts = [*_passing(TRACES[1:]), _verdict(TRACES[0], "structure")]
    verdicts.append(_verdict(TRACES[0], "grounding", outcome="error", message="KeyError: 'x'"))

    assert "No row is blocked by grounding" in _rules(_gate(verdicts))


def test_a_review_finding_warns_until_the_recipe_bounds_it() -> None:
    verdicts = [*_passing(TRACES[2:]), *(_verdict(trace, "structure") for trace in TRACES[:2])]
    verdicts += [
        _verdict(trace, "grounding", outcome="fail", severity="review", message="derived") for trace in TRACES[:2]
    ]

    result = _gate(verdicts)
    assert result.passed
    assert [(warning.subject, warning.count) for warning in result.warnings] == [("grounding", 2)]

    assert _gate(verdicts, thresholds=Thresholds(max_failing_share={"grounding": 0.1})).passed
    bounded = _gate(verdicts, thresholds=Thresholds(max_failing_share={"grounding": 0.05}))
    assert not bounded.passed
    assert bounded.failures[0].count == 2


def test_a_share_just_at_its_bound_is_kept() -> None:
    verdicts = _passing(TRACES[14:])
    for trace in TRACES[:14]:
        verdicts += [_verdict(trace, "structure"), _verdict(trace, "grounding", outcome="fail", severity="info")]
    assert _gate(verdicts, thresholds=Thresholds(max_failing_share={"grounding": 0.7})).passed
    assert not _gate(verdicts, thresholds=Thresholds(max_failing_share={"grounding": 0.69})).passed


def test_a_bound_on_a_check_that_is_not_there_is_refused() -> None:
    result = _gate(_passing(TRACES), thresholds=Thresholds(max_failing_share={"methodology": 0.5}))
    assert [failure.subject for failure in result.failures] == ["methodology"]
    assert "could not be evaluated" in result.failures[0].message


def test_a_missing_column_is_refused() -> None:
    from validators.gate.checkpoint import run_checkpoint

    table = wide_table(verdict_frame(_passing(TRACES)), trace_ids=TRACES, fingerprints={"structure": "s1"})
    result = run_checkpoint(
        table, summary=summary_table([FINE]), checks=("structure", "grounding"), thresholds=Thresholds(), docs=None
    )
    assert {failure.subject for failure in result.failures} == {"rows", "grounding"}


def test_no_rows_are_refused() -> None:
    result = _gate([], traces=[])
    assert not result.passed
    assert "There are at least 1 rows" in _rules(result)


def test_too_few_rows_are_refused() -> None:
    assert _rules(_gate(_passing(TRACES), thresholds=Thresholds(min_rows=21))) == ["There are at least 21 rows"]


def test_a_check_without_a_verdict_is_refused() -> None:
    result = _gate(_passing(TRACES, without="grounding"))
    assert _rules(result) == ["grounding has judged every row"]
    assert result.failures[0].count == 20


def test_one_unjudged_row_is_refused_and_named() -> None:
    result = _gate(
        [verdict for verdict in _passing(TRACES) if (verdict.trace_id, verdict.check) != (TRACES[7], "structure")]
    )
    assert _rules(result) == ["structure has judged every row"]
    assert result.failures[0].trace_ids == (TRACES[7],)


def test_a_stale_verdict_does_not_count() -> None:
    verdicts = [*_passing(TRACES[1:]), _verdict(TRACES[0], "structure"), _verdict(TRACES[0], "grounding", stale=True)]
    assert _rules(_gate(verdicts)) == ["grounding has judged every row"]


def test_a_check_that_only_errs_is_refused_whatever_it_weighs() -> None:
    verdicts = _passing(TRACES, without="grounding")
    verdicts += [
        _verdict(trace, "grounding", outcome="error", severity="review", message="KeyError") for trace in TRACES
    ]
    assert _rules(_gate(verdicts)) == ["grounding ended in an error on at most 1.0% of the rows"]


def test_an_empty_suite_is_refused() -> None:
    result = gate(verdict_frame(_passing(TRACES)), trace_ids=TRACES, fingerprints={}, findings=[FINE])
    assert not result.passed
    assert "no check was asked for" in result.failures[0].message


def test_no_dataset_level_check_is_refused() -> None:
    result = _gate(_passing(TRACES), findings=[])
    assert not result.passed
    assert {failure.table for failure in result.failures} == {"summary"}


@pytest.mark.parametrize(
    ("outcome", "severity", "passed", "warned"),
    [
        ("fail", "block", False, False),
        ("error", "block", False, False),
        ("fail", "review", True, True),
        ("fail", "info", True, False),
    ],
)
def test_a_dataset_level_finding_weighs_its_severity(
    outcome: Outcome, severity: Severity, passed: bool, warned: bool
) -> None:
    finding = DatasetFinding(
        check="leakage",
        metric="leaked share",
        value=0.1,
        threshold=0.0,
        outcome=outcome,
        severity=severity,
        message="2 held-out rows occur in train",
        trace_ids=(TRACES[3],),
    )
    result = _gate(_passing(TRACES), findings=[FINE, finding])

    assert result.passed is passed
    told = [*result.failures, *result.warnings]
    assert bool(result.warnings) is warned
    if told:
        assert told[0].subject == "leakage: leaked share"
        assert TRACES[3] in told[0].message


def test_the_worst_of_disagreeing_verdicts_counts() -> None:
    verdicts = [*_passing(TRACES), _verdict(TRACES[0], "grounding", outcome="fail", severity="review", message="a")]
    verdicts.append(_verdict(TRACES[0], "grounding", outcome="fail", severity="block", message="b"))
    table = wide_table(verdict_frame(verdicts), trace_ids=TRACES, fingerprints=FINGERPRINTS)
    assert table["grounding"][0] == "block: ungrounded_number: b"


def test_each_row_has_its_line_even_when_two_are_copies() -> None:
    twice = [TRACES[0], *TRACES]
    table = wide_table(verdict_frame(_passing(TRACES)), trace_ids=twice, fingerprints=FINGERPRINTS)
    assert table["trace_id"].to_list() == twice
    assert table.null_count().row(0) == (0, 0, 0)


def test_a_table_without_verdicts_keeps_its_columns() -> None:
    table = wide_table(pl.DataFrame(schema=VERDICT_SCHEMA), trace_ids=TRACES, fingerprints=FINGERPRINTS)
    assert table.columns == ["trace_id", "structure", "grounding"]
    assert table["grounding"].null_count() == 20


NASTY = '<img src="http://example.invalid/x.png"><script>alert(1)</script> $48,210 & $value <b>bold</b>'


def _documented(docs: Path) -> GateResult:
    verdicts = [*_passing(TRACES[2:]), _verdict(TRACES[0], "structure"), _verdict(TRACES[1], "structure")]
    verdicts.append(_verdict(TRACES[0], "grounding", outcome="fail", severity="review", message=NASTY))
    verdicts.append(_verdict(TRACES[1], "grounding", outcome="fail", message="blocked for a reason"))
    return _gate(verdicts, docs=docs)


def test_docs_name_nothing_outside_themselves(tmp_path: Path) -> None:
    result = _documented(tmp_path)
    pages = list(tmp_path.rglob("*.html"))

    assert result.docs == tmp_path / "index.html"
    assert len(pages) == 5
    assert {path.suffix for path in tmp_path.rglob("*") if path.is_file()} == {".html"}
    for page in pages:
        text = page.read_text()
        assert "<script" not in text
        assert "<img" not in text
        assert "default-src 'none'" in text
        assert "great-expectations-web-assets" not in text
        assert "http" not in text.replace("http-equiv", "").replace("http://example.invalid", "")
    results = next(tmp_path.rglob("rows-rows.html")).read_text()
    assert TRACES[0] in results
    assert "&lt;img src=" in results
    assert "blocked for a reason" in results


def test_docs_say_refused_when_only_a_guard_refuses(tmp_path: Path) -> None:
    gate(verdict_frame(_passing(TRACES)), trace_ids=TRACES, fingerprints={}, findings=[FINE], docs=tmp_path)
    assert "refused" in (tmp_path / "index.html").read_text()


def test_the_folder_shows_the_last_run_only(tmp_path: Path) -> None:
    _documented(tmp_path)
    _gate(_passing(TRACES), docs=tmp_path)

    assert len(list(tmp_path.rglob("*.html"))) == 5
    assert "passed" in (tmp_path / "index.html").read_text()
    assert "blocked for a reason" not in next(tmp_path.rglob("rows-rows.html")).read_text()


def test_nothing_is_written_or_asked_outside_the_folder(tmp_path: Path) -> None:
    home, work, docs, temporary = (tmp_path / name for name in ("home", "work", "docs", "tmp"))
    for folder in (home, work, temporary):
        folder.mkdir()
    program = f"""
import sys
asked = []
sys.addaudithook(lambda event, given: asked.append(given) if event in ("socket.connect", "socket.getaddrinfo") else None)
sys.path.insert(0, {os.getcwd()!r})
from pathlib import Path
from tests.validators.test_gate import _documented
assert not _documented(Path({str(docs)!r})).passed
assert not asked, asked
"""
    environment = {**os.environ, "HOME": str(home), "TMPDIR": str(temporary)}
    subprocess.run([sys.executable, "-c", program], cwd=work, env=environment, check=True, timeout=120)

    assert list(work.rglob("*")) == list(home.rglob("*")) == list(temporary.rglob("*")) == []
    assert (docs / "index.html").exists()


@pytest.mark.browser
def test_docs_open_in_a_browser_without_a_request(tmp_path: Path) -> None:
    browser_path = Path("/usr/bin/chromium")
    if not browser_path.exists():
        pytest.skip("needs Debian's chromium")
    from playwright.sync_api import Route, sync_playwright

    _documented(tmp_path)
    refused: list[str] = []
    said: list[str] = []

    def handle(route: Route) -> None:
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            refused.append(route.request.url)
            route.abort()

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(browser_path), args=["--no-sandbox"])
        page = browser.new_page()
        page.route("**/*", handle)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((tmp_path / "index.html").as_uri())
        assert "20 rows: refused" in page.inner_text("h1")
        page.click("text=rows: results of")
        text = page.inner_text("body")
        for path in tmp_path.rglob("*.html"):
            page.goto(path.as_uri())
        browser.close()

    assert TRACES[0] in text
    assert NASTY in text
    assert refused == said == []
