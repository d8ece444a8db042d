"""One sentence pasted under several models, though their documents say otherwise of some: found from the documents alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec
import polars as pl

from data.methodology import MethodologyDocument
from data.trace_format import trace_from
from validators.dataset.finding import DatasetFinding, bounded, unmeasured
from validators.dataset.masked_text import masked
from validators.dataset.thresholds import Thresholds
from validators.methodology.all_topics import TOPICS
from validators.methodology.check import Methodology

CHECK = "boilerplate"

_SENTENCE = r"(?s)[^\s].*?(?:[.!?][\"')\]*_]*(?:\s|$)|\n|$)"
_METADATA = ("model_id", "ticker", "question_kind")
_TOLD = 3
_FORMS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """A sentence (`text` as it stands once, `mask` what its copies share) that states `topic`; `models` are all that it stands
    under, `wronged` those whose document it breaks.
    """

    mask: str
    text: str
    topic: str
    models: tuple[str, ...]
    wronged: tuple[str, ...]


def boilerplate(
    rows: pl.DataFrame, *, documents: Sequence[MethodologyDocument], thresholds: Thresholds
) -> tuple[DatasetFinding, ...]:
    """The number of such sentences in `rows` (`ROWS_SCHEMA`). No sentence is known beforehand.

    A sentence, numbers masked, counts when it breaks the documents of two models or more, or when the very words that break one
    model's document also stand under another (whose document then differs, or says nothing of it).
    """
    if not documents:
        return (unmeasured(CHECK, "sentences", severity="info", message="not measured: there are no documents"),)
    sentences = _shared_sentences(rows)
    pasted = list(_pasted(sentences, rows, Methodology(tuple(documents))))
    wrong = pl.DataFrame(
        [(each.mask, model) for each in pasted for model in each.wronged],
        schema={"mask": pl.String, "model_id": pl.String},
        orient="row",
    )
    touched = sentences.join(wrong, on=["mask", "model_id"], how="semi")["trace_id"].unique(maintain_order=True)
    worst = sorted(pasted, key=lambda each: (-len(each.wronged), each.mask))[:_TOLD]
    quoted = "; ".join(
        f"{each.text!r} stands under {len(each.models)} models, and {each.topic} says otherwise of "
        f"{', '.join(each.wronged)}"
        for each in worst
    )
    count = len({each.mask for each in pasted})
    return (
        bounded(
            CHECK,
            "sentences",
            value=count,
            bound="max_boilerplate_sentences",
            thresholds=thresholds,
            message=f"{count} pasted sentences in {touched.len()} rows break documents"
            + (f": {quoted}" if quoted else ""),
            trace_ids=touched,
        ),
    )


def _shared_sentences(rows: pl.DataFrame) -> pl.DataFrame:
    """row, trace_id, model_id, text and mask of the sentences that may state a topic and stand under two models or more."""
    names = [*rows["ticker"].unique(), *rows["model_id"].unique()]
    cues = sorted({cue for topic in TOPICS for cue in topic.cues})
    return (
        rows.lazy()
        .with_row_index("row")
        .filter(pl.col("model_id").is_not_null())
        .select("row", "trace_id", "model_id", text=pl.col("answer").str.extract_all(_SENTENCE))
        .explode("text", empty_as_null=False)
        .with_columns(pl.col("text").str.strip_chars())
        .filter(pl.col("text").str.contains_any(cues, ascii_case_insensitive=True))
        .with_columns(mask=masked(pl.col("text"), names=names))
        .filter(pl.col("model_id").n_unique().over("mask") > 1)
        .collect()
    )


def _pasted(sentences: pl.DataFrame, rows: pl.DataFrame, methodology: Methodology) -> Iterator[Pasted]:
    """Each sentence is judged once a model, where it stands: what surrounds it tells a run's settings from claims.

    Of one that comes with many numbers only the commonest forms are judged: what is pasted is pasted with its numbers.
    """
    forms = (
        sentences.group_by("mask", "model_id", "text", maintain_order=True)
        .agg(pl.len(), pl.col("row").first())
        .filter(pl.col("len").rank("ordinal", descending=True).over("mask", "model_id") <= _FORMS)
    )
    context = rows.select("messages", *_METADATA)
    for (mask,), part in forms.group_by("mask", maintain_order=True):
        texts: dict[str, dict[str, str]] = {}
        for model, text, row in part.select("model_id", "text", "row").iter_rows():
            for topic in _broken_topics(text, context.row(row, named=True), methodology):
                texts.setdefault(topic, {})[model] = text
        for topic, wronged in texts.items():
            shared = part.filter(pl.col("text").is_in(list(wronged.values())))["model_id"].n_unique()
            if len(wronged) > 1 or shared > 1:
                yield Pasted(
                    mask=str(mask),
                    text=next(iter(wronged.values())),
                    topic=topic,
                    models=tuple(part["model_id"].unique().sort()),
                    wronged=tuple(sorted(wronged)),
                )


def _broken_topics(sentence: str, row: dict[str, str | None], methodology: Methodology) -> set[str]:
    """The topics of the clauses that `sentence` breaks where it stands in the row's answer."""
    metadata = {key: row[key] for key in _METADATA if row[key] is not None}
    trace = trace_from({"messages": msgspec.json.decode(row["messages"] or "[]"), "metadata": metadata})
    start = trace.answer.find(sentence)
    return {
        evidence.topic
        for finding in methodology.judge(trace)
        for evidence in finding.evidence
        if evidence.topic is not None and start <= evidence.start < start + len(sentence)
    }
