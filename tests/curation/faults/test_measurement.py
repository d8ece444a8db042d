"""Measured figures are of the checks: they follow what a check finds, and those that are kept are those of this code."""

from dataclasses import replace
from pathlib import Path

import msgspec
import polars as pl
import pytest

from curation.faults.behaviour_cases import BEHAVIOUR_KINDS
from curation.faults.cases import UNTOUCHED, bundled, load_corpus
from curation.faults.draft import Corpus
from curation.faults.measurement import MISTOLD, WRONG_NUMBERS, Measurement, measure, measured_suite, proportion
from curation.faults.page import BEGIN, END, PAGE, markdown, publish, told
from data.errors import AssayError
from data.records import Evidence, Severity, Trace
from validators.check import Finding
from validators.measures import BUNDLED_MEASURES, rules_of
from validators.reasons import Reason
from validators.suite import Suite


class Constant:
    """Fails every trace at one span (None: no trace)."""

    version = "7-of-a-document"
    severity: Severity = "block"

    def __init__(self, name: str, span: tuple[int, int] | None) -> None:
        self.name = name
        self.span = span

    def judge(self, trace: Trace) -> tuple[Finding, ...]:
        if self.span is None:
            return ()
        start, end = self.span
        evidence = Evidence(text=trace.answer[start:end], start=start, end=end)
        return (Finding(reason=Reason.UNGROUNDED_NUMBER, message="all of them", evidence=(evidence,)),)

    def suspects(self, frame: pl.DataFrame) -> pl.Series:
        return pl.Series([True] * frame.height, dtype=pl.Boolean)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(bundled(UNTOUCHED))


@pytest.fixture(scope="module")
def constant(corpus: Corpus) -> Measurement:
    suite = Suite((Constant("grounding", (0, 10_000)), Constant("methodology", None), Constant("other", (0, 1))))
    return measure(corpus, suite, cases=48, seed=1)


@pytest.fixture(scope="module")
def published() -> Measurement:
    return msgspec.json.decode(BUNDLED_MEASURES.read_bytes(), type=Measurement)


def test_a_check_that_fails_everything_is_no_better_than_a_coin(constant: Measurement) -> None:
    grounding = constant.checks["grounding"]
    assert grounding.rules == "7"
    assert grounding.recall is not None
    assert grounding.recall.hits == grounding.recall.of
    assert grounding.false_alarms is not None
    assert grounding.false_alarms.hits == grounding.false_alarms.of
    assert grounding.precision is not None
    assert grounding.precision.low < 0.5 < grounding.precision.high


def test_a_check_that_passes_everything_has_no_precision(constant: Measurement) -> None:
    methodology = constant.checks["methodology"]
    assert methodology.recall is not None
    assert (methodology.recall.hits, methodology.recall.of) == (0, 48)
    assert methodology.precision is None


def test_a_check_without_faults_has_false_alarms_alone(constant: Measurement) -> None:
    other = constant.checks["other"]
    assert (other.recall, other.precision) == (None, None)
    assert other.false_alarms is not None
    assert other.false_alarms.hits == other.false_alarms.of > 48


def test_every_kind_has_its_row_and_those_told_of_something_else_stand_apart(constant: Measurement) -> None:
    rows = [row for row in constant.rows if row.check == "grounding" and row.is_fault]
    assert {row.name for row in rows if row.by == "kind"} == set(WRONG_NUMBERS)
    assert set(MISTOLD) <= {row.name for row in rows if row.by == "told"}
    assert constant.checks["grounding"].recall is not None
    for by in ("kind", "size"):
        assert sum(row.failed.of for row in rows if row.by == by) == constant.checks["grounding"].recall.of
    assert all(row.on_sentence == row.failed.hits for row in rows)


def test_behaviour_is_measured_where_a_corpus_has_situations() -> None:
    first = load_corpus(bundled("first"))
    suite = Suite((Constant("tool_use", (0, 10_000)), Constant("disclosure", None)))
    measurement = measure(first, suite, cases=16, seed=1)
    found = {name: each.recall and (each.recall.hits, each.recall.of) for name, each in measurement.checks.items()}
    assert found == {"tool_use": (16, 16), "disclosure": (0, 16)}
    kinds = {row.name for row in measurement.rows if row.by == "kind" and row.check in found}
    assert kinds == set(BEHAVIOUR_KINDS)
    assert "Tool use. Misuse found" in markdown(measurement)
    without = measure(replace(first, situations=()), suite, cases=16, seed=1)
    assert without.checks["tool_use"].recall is None
    assert "no behaviour.jsonl" in told(without)


def test_too_few_cases_are_refused(corpus: Corpus) -> None:
    with pytest.raises(AssayError, match="too few"):
        measure(corpus, measured_suite(corpus), cases=3, seed=1)


def test_a_folder_that_is_no_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(AssayError, match=r"no fault corpus.*questions\.jsonl"):
        load_corpus(tmp_path)


def test_the_interval_is_wilsons() -> None:
    """8 of 10: 49.02% to 94.33% (Agresti and Coull 1998, by hand)."""
    found = proportion(8, 10)
    assert (round(found.low, 4), round(found.high, 4)) == (0.4902, 0.9433)


def test_published_figures_read_back_and_fill_the_page(constant: Measurement, tmp_path: Path) -> None:
    measures, page = tmp_path / "measures.json", tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\nfigures of yesterday\n{END}\nafter\n")
    assert publish(constant, measures=measures, page=page) == [measures, page]
    assert msgspec.json.decode(measures.read_bytes(), type=Measurement) == constant
    text = page.read_text()
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")
    assert "yesterday" not in text
    assert markdown(constant) in text


def test_the_bundled_figures_are_of_the_untouched_part_and_of_these_rules(
    corpus: Corpus, published: Measurement
) -> None:
    assert published.part == UNTOUCHED
    rules = {check.name: rules_of(check) for check in measured_suite(corpus).checks}
    assert {name: each.rules for name, each in published.checks.items()} == rules, "run assay faults --write"


def test_the_page_shows_the_bundled_figures(published: Measurement) -> None:
    text = PAGE.read_text()
    assert text[text.index(BEGIN) + len(BEGIN) : text.index(END)].strip() == markdown(published).strip()


@pytest.mark.slow
def test_the_bundled_figures_are_what_this_code_gives(corpus: Corpus, published: Measurement) -> None:
    again = measure(corpus, measured_suite(corpus), cases=published.cases, seed=published.seed)
    assert again.checks == published.checks, "a rule changed: raise its version, then run assay faults --write"
    assert again.rows == published.rows
