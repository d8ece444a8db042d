"""One sentence pasted under several models whose documents disagree on what it says: it is false of some of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from data.methodology import MethodologyDocument
from data.records import Message, Trace
from validators.dataset.finding import DatasetFinding, bounded, unmeasured
from validators.dataset.masked_text import masked
from validators.dataset.thresholds import Thresholds
from validators.methodology import Methodology

CHECK = "boilerplate"

_SENTENCE = r"(?s)[^\s].*?(?:[.!?][\"')\]*_]*(?:\s|$)|\n|$)"
_TOLD = 3


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
    """The number of such sentences in `rows` (`ROWS_SCHEMA`), found from the documents alone: no sentence is known beforehand."""
    if not documents:
        return (
            unmeasured(CHECK, "sentences", severity="info", message="not measured: there are no methodology documents"),
        )
    methodology = Methodology(tuple(documents))
    sentences = _shared_sentences(rows, cues=methodology.cues)
    pasted = list(_pasted(sentences, methodology))
    wrong = pl.DataFrame(
        [(each.mask, model) for each in pasted for model in each.wronged],
        schema={"mask": pl.String, "model_id": pl.String},
        orient="row",
    )
    touched = sentences.join(wrong, on=["mask", "model_id"], how="semi")["trace_id"].unique(maintain_order=True)
    worst = sorted(pasted, key=lambda each: (-len(each.wronged), each.mask))[:_TOLD]
    quoted = "; ".join(
        f"{each.text!r} stands under {len(each.models)} models, and {each.topic} says otherwise of {', '.join(each.wronged)}"
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
            message=f"{count} sentences in {touched.len()} rows say the same of models that differ"
            + (f": {quoted}" if quoted else ""),
            trace_ids=touched,
        ),
    )


def _shared_sentences(rows: pl.DataFrame, *, cues: Sequence[str]) -> pl.DataFrame:
    """trace_id, model_id, text and mask of the sentences that speak of some topic and stand under two models or more."""
    names = [*rows["ticker"].unique(), *rows["model_id"].unique()]
    speaking = pl.col("text").str.contains_any(list(cues), ascii_case_insensitive=True) if cues else pl.lit(False)
    return (
        rows.lazy()
        .filter(pl.col("model_id").is_not_null())
        .select("trace_id", "model_id", text=pl.col("answer").str.extract_all(_SENTENCE))
        .explode("text", empty_as_null=False)
        .with_columns(pl.col("text").str.strip_chars())
        .filter(speaking)
        .with_columns(mask=masked(pl.col("text"), names=names))
        .filter(pl.col("model_id").n_unique().over("mask") > 1)
        .collect()
    )


def _pasted(sentences: pl.DataFrame, methodology: Methodology) -> Iterator[Pasted]:
    """Each sentence is read once a model, as that model's whole answer."""
    distinct = sentences.unique(["mask", "model_id", "text"], keep="first", maintain_order=True)
    for (mask,), part in distinct.group_by("mask", maintain_order=True):
        said: dict[tuple[str, str, bool], dict[str, str]] = {}
        broken: dict[tuple[str, str, bool], list[str]] = {}
        topics: set[str] = set()
        for model, text in part.select("model_id", "text").iter_rows():
            trace = Trace(
                messages=(Message(role="user", content=""), Message(role="assistant", content=text)),
                metadata={"model_id": model},
            )
            for claim in methodology.claims(trace):
                if len(claim.of) != 1:
                    continue
                document = methodology.documents[next(iter(claim.of))]
                topic = claim.topic
                topics.add(topic.key)
                fact = topic.read(document.facts[topic.key]) if topic.key in document.facts else None
                if fact is None:
                    continue
                key = (topic.key, repr(claim.value), claim.asserted)
                said.setdefault(key, {})[model] = repr(fact)
                if topic.conflict(claim.value, asserted=claim.asserted, fact=fact, document=document):
                    broken.setdefault(key, []).append(model)
        # A sentence that states several values of one topic is one pasted sentence.
        for name in sorted(topics):
            disagreed = [key for key in broken if key[0] == name and len(set(said[key].values())) > 1]
            if disagreed:
                yield Pasted(
                    mask=str(mask),
                    text=part["text"][0],
                    topic=name,
                    models=tuple(sorted({model for key in disagreed for model in said[key]})),
                    wronged=tuple(sorted({model for key in disagreed for model in broken[key]})),
                )
