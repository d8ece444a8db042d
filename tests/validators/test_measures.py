import io
from pathlib import Path

import pytest

from data.errors import AssayError
from data.records import Severity, Verdict
from validators.bundled import row_checks
from validators.measures import Measure, Measures, Proportion, load_measures, rules_of
from validators.report.report import write_report
from validators.verdict_table import verdict_frame

CHECKS = row_checks(())
RULES = {check.name: rules_of(check) for check in CHECKS}


def test_every_check_has_its_paragraph() -> None:
    text = (Path(__file__).resolve().parents[2] / "docs" / "validators.md").read_text()
    assert [name for name in RULES if f"\n### {name}\n" not in text] == []


def shares(low: float) -> Proportion:
    return Proportion(hits=95, of=100, low=low, high=0.98)


def measures(*, rules: str | None = None, precision: float = 0.9, recall: float = 0.9) -> Measures:
    return Measures(
        part="untouched",
        checks={
            name: Measure(rules=rules or RULES[name], precision=shares(precision), recall=shares(recall))
            for name in ("grounding", "methodology")
        },
    )


def below(known: Measures, *, bar: float = 0.8, severities: dict[str, Severity] | None = None) -> dict[str, str]:
    return known.below(CHECKS, precision=bar, recall=bar, severities=severities or {})


def test_rules_leave_out_what_a_check_reads() -> None:
    assert set(RULES) == {"structure", "grounding", "methodology", "tool_use", "disclosure"}
    assert all(version.isalnum() for version in RULES.values())


def test_a_check_whose_lower_bounds_reach_the_bar_blocks() -> None:
    assert below(measures()) == {}


@pytest.mark.parametrize("name", ["precision", "recall"])
def test_a_lower_bound_under_the_bar_is_told_with_its_interval(name: str) -> None:
    low = measures(precision=0.79) if name == "precision" else measures(recall=0.79)
    assert below(low) == dict.fromkeys(
        ("grounding", "methodology"), f"its {name} is 95.0% (79.0–98.0), and the bar is 80%"
    )


def test_what_is_not_measured_may_not_block_but_exact_checks_may() -> None:
    assert below(Measures()) == dict.fromkeys(("grounding", "methodology"), "its precision is not measured")


def test_figures_of_other_rules_count_for_nothing() -> None:
    stale = measures(rules="0")
    assert set(below(stale)) == {"grounding", "methodology"}
    assert stale.current(CHECKS) == dict.fromkeys(RULES)


def test_a_bar_of_nothing_asks_for_no_measurement() -> None:
    assert below(Measures(), bar=0) == {}


def test_a_check_that_does_not_block_is_held_to_no_bar() -> None:
    assert below(Measures(), severities={"grounding": "info", "tool_use": "block"}).keys() == {
        "methodology",
        "tool_use",
    }


def test_no_file_is_nothing_measured_and_a_broken_one_is_an_error(tmp_path: Path) -> None:
    assert load_measures(tmp_path / "measures.json") == Measures()
    (tmp_path / "measures.json").write_text('{"checks": 3}')
    with pytest.raises(AssayError, match="holds no measures"):
        load_measures(tmp_path / "measures.json")


def test_the_summary_shows_a_checks_figures_once_and_says_where_there_are_none() -> None:
    verdicts = [
        Verdict(
            trace_id=f"t{number}", source_id=None, check=check, fingerprint="f", outcome="fail" if number else "pass",
            severity="block", reason="ungrounded_number" if number else None, message="",
        )
        for number in range(2)
        for check in ("grounding", "tool_use")
    ]  # fmt: skip
    stream = io.StringIO()
    write_report([verdict_frame(verdicts)], stream, form="table", measures=measures().current(CHECKS))
    lines = stream.getvalue().splitlines()
    assert [line.count("95.0% (90.0–98.0)") for line in lines if line.lstrip().startswith("grounding")] == [2, 0]
    assert [line.count("not measured") for line in lines if line.lstrip().startswith("tool_use")] == [2, 0]
