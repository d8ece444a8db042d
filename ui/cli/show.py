"""How versions, diffs and custody look on a terminal."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from rich.text import Text

from ui.cli.terminal import err, out, print_json, table

if TYPE_CHECKING:
    from curation.diff import VersionDiff
    from curation.explain import Custody
    from curation.freeze import Frozen
    from curation.importing.reader import ImportSummary
    from curation.staleness import StaleClause
    from data.methodology import MethodologyDocument

_STYLES = {"same": "", "removed": "red strike", "added": "green"}
_WARNED = 300
_MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


def quarantined(summary: "ImportSummary", path: Path) -> None:
    """Say on standard error how many lines were put aside, why, and where they are. Nothing where none was."""
    reasons = summary.quarantined
    if reasons:
        why = ", ".join(f"{count} × {reason}" for reason, count in reasons.items())
        err.print(Text(f"quarantined {sum(reasons.values())} lines ({why}); see {path}", style="yellow"))
        if not summary.read and reasons.keys() & {"not_json", "not_an_object"}:
            err.print(
                Text("  next: ", style="bold")
                + Text("give JSON Lines, one conversation a line; of an array, jq -c '.[]' FILE makes lines")
            )


def unheld(lines: Iterable[str]) -> None:
    """Say on standard error what traces name that no check can hold them to."""
    for line in lines:
        err.print(Text(line, style="yellow"))


def unchecked(documents: Sequence["MethodologyDocument"]) -> None:
    """Say on standard error which facts no check holds answers to, and why."""
    from data.methodology import unchecked_topics
    from validators.methodology.check import Methodology

    texts = {document.clause(key): document.fact_text(key) for document in documents for key in document.facts}
    for clause in Methodology(tuple(documents)).unread:
        err.print(Text(f"{clause} is not understood ({texts[clause]}), so nothing contradicts it", style="yellow"))
    if other := unchecked_topics(documents):
        err.print(Text(f"searched, but checked by nothing: {', '.join(other)}", style="yellow"))


def frozen(version: "Frozen", location: str) -> None:
    """The rows that a version holds, those left out and why, and where it lies."""
    manifest = version.manifest
    rows = ", ".join(f"{count} {split}" for split, count in manifest.counts["split"].items())
    was = "was frozen before with the same content" if version.unchanged else "frozen"
    out.print(Text(manifest.name, style="bold") + Text(f" {was}: {rows} rows, {manifest.corrected} corrected"))
    out.print(f"  gate    {', '.join(manifest.gate)}")
    for reason, count in manifest.drops.items():
        out.print(f"  left out: {count} × {reason}")
    for reason, count in manifest.waived.items():
        out.print(f"  let in by a reviewer: {count} × {reason}")
    out.print(f"  content {manifest.content_hash}\n  folder  {location}")
    for warning in version.gate.warnings:
        out.print(Text(f"  warning: {warning.subject}: {_cut(warning.message, width=_WARNED)}", style="yellow"))
    if version.gate.docs:
        out.print(f"  report  {version.gate.docs}")


def diff(versions: "VersionDiff", *, json: bool) -> None:
    """Every row added, removed and changed, the changes word by word with the corrections that made them."""
    from curation.diff import diff_json, words

    if json:
        print_json(diff_json(versions))
        return
    for title, rows in (("added", versions.added), ("removed", versions.removed)):
        for row in rows:
            out.print(Text(f"{title} ", style=_STYLES[title]) + Text(f"{row.id[:12]}  {row.trace.question}"))
    for change in versions.changed:
        out.print(Text("changed ", style="yellow") + Text(f"{change.after.id[:12]}  {change.after.trace.question}"))
        if change.fields != ("answer",):
            out.print(f"  differs in {', '.join(change.fields)}")
        line = Text("  ")
        for kind, text in words(change.before.trace.answer, change.after.trace.answer):
            line.append(text if out.is_terminal else _MARKS[kind].format(text), style=_STYLES[kind])
        out.print(line)
        for each in change.corrections:
            out.print(f"  by {each.author}: {each.reason or 'no reason given'}", style="dim")
    out.print(diff_summary(versions))


def diff_summary(versions: "VersionDiff") -> str:
    """`n20 → n21: 0 added, 0 removed, 12 changed`."""
    return (
        f"{versions.before} → {versions.after}: {len(versions.added)} added, {len(versions.removed)} removed, "
        f"{len(versions.changed)} changed"
    )


def custody(custody: "Custody", *, json: bool) -> None:
    """One example's way, oldest record first."""
    if json:
        print_json(msgspec.to_builtins(custody))
        return
    trace = custody.trace
    out.print(Text(custody.id, style="bold") + Text(f"  by {trace.author or 'unknown'}"))
    out.print(Text("question  ", style="bold") + Text(trace.question))
    for message in trace.messages:
        for call in message.tool_calls:
            out.print(
                Text("call      ", style="bold") + Text(f"{call.name} {msgspec.json.encode(call.arguments).decode()}")
            )
        if message.role == "tool":
            out.print(Text("result    ", style="bold") + Text(_cut(message.content)))
    out.print(Text("answer    ", style="bold") + Text(trace.answer))
    for fault in custody.planted:
        out.print(Text("planted   ", style="bold") + Text(f"{fault.kind} (a scripted teacher's known fault)"))
    table(
        "verdicts",
        ("check", "outcome", "severity", "why"),
        [(each.check, each.outcome, each.severity, each.message) for each in custody.verdicts],
    )
    for review in custody.reviews:
        who = f"{review.reviewer} (a script)" if review.scripted else review.reviewer
        out.print(
            Text("review    ", style="bold") + Text(f"{review.submitted_at:%Y-%m-%d %H:%M} {who}: {review.verdict}")
        )
    for correction in custody.corrections:
        why = correction.reason or "no reason given"
        out.print(Text("correction ", style="bold") + Text(f"{correction.field} by {correction.author}: {why}"))
        out.print(f"          {correction.value}", markup=False)
    for name, row in custody.versions:
        state = "as corrected" if row.corrections else "as written"
        out.print(Text("version   ", style="bold") + Text(f"{name} ({row.split}), {state}"))
    if not custody.versions:
        out.print("in no frozen version")


def stale(clauses: Sequence["StaleClause"], *, json: bool) -> None:
    """Each stale example with the clause that changed, its old value and its new one."""
    if json:
        print_json(msgspec.to_builtins(clauses))
        return
    if clauses:
        rows = [(each.trace_id[:12], each.clause, each.old, each.new or "gone") for each in clauses]
        table("stale examples", ("trace", "clause", "validated against", "now"), rows)
    out.print(f"{len({each.trace_id for each in clauses})} stale examples")


def _cut(text: str, *, width: int = 160) -> str:
    return text if len(text) <= width else f"{text[:width]}… ({len(text):,} characters)"
