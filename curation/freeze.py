"""Freeze a dataset version: apply corrections, re-validate, leave out what may not go in (counted by reason), write, sign."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from curation.fold import Folded, by_trace, fold, last_reviews
from curation.split import split_of
from data.errors import AssayError
from data.identity import content_hash
from data.methodology import MethodologyDocument
from data.recipe import Recipe, VersionPlan
from data.records import Review, Split, Trace
from data.store import Store
from data.tables import CORRECTIONS, REVIEWS, TRACES
from data.versions import SPLITS, Manifest, VersionRow, Versions, rows_hash
from validators.dataset.findings import dataset_findings
from validators.dataset.rows import dataset_rows
from validators.dataset.thresholds import thresholds_from
from validators.gate.gate import gate
from validators.gate.result import GateResult
from validators.suite import Suite

# A reviewer may say that a finding is a false alarm, but not that a conversation which cannot be rendered can be.
_NEVER_WAIVED = frozenset({"structure"})
_COUNTED = ("question_kind", "model_id", "regime")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """The version as it stands, what the gate said of it, and whether it stood there before with the same content."""

    manifest: Manifest
    gate: GateResult
    unchanged: bool


def freeze(
    store: Store,
    versions: Versions,
    recipe: Recipe,
    *,
    name: str,
    suite: Suite,
    documents: Sequence[MethodologyDocument],
    possible_questions: Mapping[str, int] | None = None,
    parent: str | None = None,
    docs: Path | None = None,
) -> Frozen:
    """Freeze the store's traces as `name`, by the recipe's plan for it, whose gate takes its checks from `suite`.

    `possible_questions` of each kind (None: unknown) tell how saturated the dataset is; `docs` is a folder for the gate's Data
    Docs. Raises AssayError where no row remains, the gate refuses the table or names a check that nobody knows, the
    parent is missing, or `name` is frozen with other content.
    """
    plan = recipe.version(name)
    parent = parent or plan.parent
    if parent is not None:
        versions.manifest(parent)
    suite = _gate_suite(suite, plan)
    tables = {
        "traces": store.version(TRACES),
        "reviews": store.version(REVIEWS),
        "corrections": store.version(CORRECTIONS),
    }
    traces = store.read(TRACES, version=tables["traces"])
    reviews = last_reviews(store.read(REVIEWS, version=tables["reviews"])) if plan.corrections else {}
    corrections = by_trace(store.read(CORRECTIONS, version=tables["corrections"]) if plan.corrections else ())
    drops: Counter[str] = Counter()
    folded = _worth_judging([fold(trace, corrections.get(trace.id, ())) for trace in traces], reviews, drops=drops)
    verdicts = _judged(folded, suite)
    verdicts, waived = _waive(verdicts, folded, reviews)
    kept = _not_blocked(folded, verdicts, drops=drops)
    if not kept:
        raise AssayError(
            f"no row is left to freeze as {name}: {_listed(drops) or 'there are no traces'}", hint="assay run RECIPE"
        )
    rows = [
        VersionRow(id=each.id, split=_split(each.trace, recipe), trace=each.trace, corrections=each.corrections)
        for each in kept
    ]
    ids = [row.id for row in rows]
    thresholds = thresholds_from(plan.thresholds)
    findings = dataset_findings(
        dataset_rows([row.trace for row in rows], splits=[row.split for row in rows], trace_ids=ids),
        documents=documents,
        possible_questions=possible_questions,
        thresholds=thresholds,
    )
    verdict = gate(
        verdicts, trace_ids=ids, fingerprints=suite.fingerprints, findings=findings, thresholds=thresholds, docs=docs
    )
    if not verdict.passed:
        problems = "\n".join(f"  {failure.subject}: {failure.message}" for failure in verdict.failures)
        raise AssayError(
            f"the gate refuses {name}:\n{problems}",
            hint=f"open {verdict.docs}" if verdict.docs else "mend the rows, or the thresholds in the recipe",
        )
    manifest = Manifest(
        name=name,
        content_hash=rows_hash(rows),
        parent=parent,
        created_at=datetime.now(UTC),
        recipe=recipe.name,
        recipe_hash=content_hash(recipe.model_dump(mode="json")),
        gate=plan.gate,
        checks=suite.fingerprints,
        tables=tables,
        counts=_counts(rows),
        drops=dict(sorted(drops.items())),
        waived=dict(sorted(waived.items())),
        corrected=sum(each.corrected for each in kept),
        authors=_tally(row.trace.author or "unknown" for row in rows),
        reviewers=_tally(correction.author for row in rows for correction in row.corrections),
        files={},
    )
    unchanged = versions.exists(name)
    return Frozen(manifest=versions.write(manifest, rows), gate=verdict, unchanged=unchanged)


def _gate_suite(suite: Suite, plan: VersionPlan) -> Suite:
    names = [check.name for check in suite.checks]
    if unknown := [name for name in plan.gate if name not in names]:
        raise AssayError(
            f"the gate names checks that nobody knows: {', '.join(unknown)}", hint=f"there are: {', '.join(names)}"
        )
    severities = {name: severity for name, severity in suite.severities.items() if name in plan.gate}
    return Suite(tuple(check for check in suite.checks if check.name in plan.gate), severities=severities)


def _worth_judging(folded: Sequence[Folded], reviews: Mapping[str, Review], *, drops: Counter[str]) -> list[Folded]:
    """Without what reviewers took out or passed on, and without copies of a conversation (the smallest id stays)."""
    seen: set[str] = set()
    kept = []
    for each in folded:
        conversation = content_hash(each.trace.messages)
        review = reviews.get(each.id)
        if each.excluded:
            drops["rejected by a reviewer"] += 1
        elif review is not None and review.verdict == "escalate":
            drops["escalated by a reviewer"] += 1
        elif conversation in seen:
            drops["duplicate"] += 1
        else:
            seen.add(conversation)
            kept.append(each)
    return kept


def _judged(folded: Sequence[Folded], suite: Suite) -> pl.DataFrame:
    """The verdicts on the corrected traces, under the ids that the traces had before."""
    tables = list(suite.judge_stream([[each.trace for each in folded]]))
    if not tables:
        return suite.judge_frame([])
    names = {each.trace.id: each.id for each in folded}
    return pl.concat(tables).with_columns(pl.col("trace_id").replace_strict(names, return_dtype=pl.String))


def _waive(
    verdicts: pl.DataFrame, folded: Sequence[Folded], reviews: Mapping[str, Review]
) -> tuple[pl.DataFrame, Counter[str]]:
    """Findings on an answer that its last reviewer accepted as it stands weigh "info"; returns how many that were, by reason."""
    accepted = [
        each.id
        for each in folded
        if (review := reviews.get(each.id)) is not None
        and review.verdict == "accept"
        and review.answer == each.trace.answer
    ]
    waivable = (
        pl.col("trace_id").is_in(accepted)
        & (pl.col("severity") == "block")
        & (pl.col("outcome") == "fail")
        & ~pl.col("check").is_in(list(_NEVER_WAIVED))
    )
    waived = Counter(_reason(row) for row in verdicts.filter(waivable).iter_rows(named=True))
    severity = pl.when(waivable).then(pl.lit("info")).otherwise(pl.col("severity"))
    return verdicts.with_columns(severity=severity), waived


def _not_blocked(folded: Sequence[Folded], verdicts: pl.DataFrame, *, drops: Counter[str]) -> list[Folded]:
    blocking = verdicts.filter((pl.col("outcome") != "pass") & (pl.col("severity") == "block"))
    reasons = {row["trace_id"]: _reason(row) for row in blocking.iter_rows(named=True)}
    drops.update(reasons.values())
    return [each for each in folded if each.id not in reasons]


def _reason(verdict: Mapping[str, str]) -> str:
    return f"{verdict['check']}: {verdict['reason']}"


def _split(trace: Trace, recipe: Recipe) -> Split:
    """The scenario's side; an imported trace's own `split`, or the side of its family (its question, where it names none)."""
    held = trace.metadata.get("split")
    if held in SPLITS:
        return "eval" if held == "eval" else "train"
    family = (
        trace.metadata.get("family")
        or f"{trace.metadata.get('template') or trace.question}/{trace.metadata.get('model_id')}"
    )
    return split_of(str(family), eval_share=recipe.grid.eval_share)


def _counts(rows: Sequence[VersionRow]) -> dict[str, dict[str, int]]:
    axes = {axis: _tally(str(row.trace.metadata.get(axis) or "none") for row in rows) for axis in _COUNTED}
    return {"split": _tally(row.split for row in rows)} | axes


def _tally(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def _listed(drops: Mapping[str, int]) -> str:
    return ", ".join(f"{count} × {reason}" for reason, count in drops.items())
