"""A measurement as tables: for a terminal, and for docs/validators.md."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from curation.faults.measurement import By, Measurement, Row
from validators.measures import BUNDLED_MEASURES, Proportion

PAGE = Path(__file__).resolve().parents[2] / "docs" / "validators.md"
BEGIN, END = "<!-- measured: assay faults --write -->", "<!-- end of what was measured -->"

_BY_ROW = ("cases", "sentences", "share (95%)", "on the sentence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sheets(measurement: Measurement) -> Iterator[Sheet]:
    """Every table of a measurement that has a row."""
    yield Sheet(
        title="Each check",
        columns=("check", "rules", "recall (95%)", "false alarms (95%)", "precision (95%)"),
        rows=tuple(
            (name, each.rules, shown(each.recall), shown(each.false_alarms), shown(each.precision))
            for name, each in measurement.checks.items()
        ),
    )
    yield from _listed(measurement, "grounding", "kind", "Wrong numbers found", lambda row: row.is_fault)
    yield from _listed(
        measurement, "grounding", "told", "Right numbers told of something else: found", lambda row: row.is_fault
    )
    yield from _listed(measurement, "grounding", "kind", "Right numbers: false alarms", lambda row: not row.is_fault)
    yield from _sizes(measurement)
    yield from _derived(measurement)
    yield from _listed(measurement, "methodology", "kind", "Wrong claims found", lambda row: row.is_fault)
    yield from _listed(measurement, "methodology", "topic", "Wrong claims found, by topic", lambda row: row.is_fault)
    yield from _listed(
        measurement, "methodology", "boilerplate", "Boilerplate found, by topic", lambda row: row.is_fault
    )
    yield from _listed(measurement, "methodology", "kind", "Right claims: false alarms", lambda row: not row.is_fault)
    yield from _listed(
        measurement, "methodology", "wording", "Clean twins of a fault: false alarms", lambda row: not row.is_fault
    )
    for check, fault, detail in (
        ("tool_use", "Misuse found", "Misuse found, by circumstance"),
        ("disclosure", "Disclosures found", "Disclosures found, by what was disclosed"),
    ):
        yield from _listed(measurement, check, "kind", fault, lambda row: row.is_fault)
        yield from _listed(measurement, check, "detail", detail, lambda row: row.is_fault)
        yield from _listed(measurement, check, "kind", "Right answers: false alarms", lambda row: not row.is_fault)


def shown(found: Proportion | None) -> str:
    return "not measured" if found is None else str(found)


def markdown(measurement: Measurement) -> str:
    """All tables, with what they were measured on."""
    text = f"{told(measurement)}\n"
    for sheet in sheets(measurement):
        text += f"\n**{sheet.title}**\n\n{_line(sheet.columns)}{_line(['---'] + ['--:'] * (len(sheet.columns) - 1))}"
        text += "".join(_line(row) for row in sheet.rows)
    return text


def told(measurement: Measurement) -> str:
    """What the figures are of."""
    behaviour = any(row.check == "disclosure" for row in measurement.rows)
    checks = "grounding, methodology, tool_use and disclosure" if behaviour else "grounding and methodology"
    unmeasured = (
        "" if behaviour else " The part has no behaviour.jsonl: of tool_use and disclosure only false alarms are known."
    )
    return (
        f"Measured on {measurement.measured}: the {measurement.part} part, seed {measurement.seed}, {measurement.cases:,} right and "
        f"{measurement.cases:,} wrong answers for each of {checks}, their kinds in turn. Checks in error: {measurement.errors}.{unmeasured}"
    )


def publish(measurement: Measurement, *, measures: Path = BUNDLED_MEASURES, page: Path = PAGE) -> list[Path]:
    """Write the figures where the reports read them, and the tables into the page where there is one. Returns what was written."""
    measures.write_bytes(msgspec.json.format(msgspec.json.encode(measurement), indent=1) + b"\n")
    if not page.exists():
        return [measures]
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n\n{markdown(measurement)}\n{END}{after}", encoding="utf-8")
    return [measures, page]


def _listed(measurement: Measurement, check: str, by: By, title: str, wanted: Callable[[Row], bool]) -> Iterator[Sheet]:
    rows = tuple(
        (_words(row.name), f"{row.failed.of:,}", f"{row.sentences:,}", str(row.failed), f"{row.on_sentence:,}")
        for row in measurement.rows
        if row.check == check and row.by == by and wanted(row)
    )
    if rows:
        yield Sheet(
            title=f"{_words(check).capitalize()}. {title}",
            columns=({"kind": "kind", "told": "kind"}.get(by, by), *_BY_ROW),
            rows=rows,
        )


def _sizes(measurement: Measurement) -> Iterator[Sheet]:
    for check in ("grounding", "methodology"):
        own = [row for row in measurement.rows if row.check == check and row.by == "size"]
        found = {(row.name, row.is_fault): row.failed for row in own}
        names = dict.fromkeys(row.name for row in own)
        yield Sheet(
            title=f"{check.capitalize()}. By how many numbers the tools returned",
            columns=("numbers", "wrong answers", "recall (95%)", "right answers", "false alarms (95%)"),
            rows=tuple(
                (name, *_counted(found.get((name, True))), *_counted(found.get((name, False)))) for name in names
            ),
        )


def _counted(found: Proportion | None) -> tuple[str, str]:
    return ("0", shown(None)) if found is None else (f"{found.of:,}", str(found))


def _derived(measurement: Measurement) -> Iterator[Sheet]:
    rows = tuple(
        (
            f"{row.name} results of arithmetic",
            f"{row.failed.of:,}",
            f"{row.sentences:,}",
            f"{1 - row.failed.hits / row.failed.of:.1%}",
        )
        for row in measurement.rows
        if row.by == "derived"
    )
    if rows:
        yield Sheet(
            title="Grounding. Derived numbers accepted", columns=("", "cases", "sentences", "accepted"), rows=rows
        )


def _words(name: str) -> str:
    return name.replace("_", " ")


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
