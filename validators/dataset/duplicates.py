"""Rows that repeat another, word for word or but for numbers, tickers and dates."""

from collections.abc import Iterator, Sequence

import numpy as np
import polars as pl
from rensa import RMinHash

from validators.dataset.finding import DatasetFinding, bounded
from validators.dataset.masked_text import masked, unmarked
from validators.dataset.thresholds import Thresholds

CHECK = "duplicates"

_SHINGLE = 5
_PERMUTATIONS = 128
_BANDS = 32
"""Of 4 values each. Two texts of similarity s share a band with probability 1 - (1 - s⁴)³², 0.9999999 at 0.8: hardly any pair is
missed, and those found are then compared exactly."""


def duplicates(rows: pl.DataFrame, *, thresholds: Thresholds) -> tuple[DatasetFinding, ...]:
    """Shares of `rows` (`ROWS_SCHEMA`) that repeat the question and answer of an earlier row."""
    text = pl.concat_str(["question", "answer"], separator="\n")
    exact = _copies(rows.select("trace_id", text=unmarked(text)))
    masks = rows.select("trace_id", text=unmarked(masked(text, names=rows["ticker"].unique())))
    equal = _copies(masks)
    distinct = masks.unique("text", keep="first", maintain_order=True)
    near = distinct.filter(
        pl.Series(
            _repeats(distinct["text"].to_list(), similarity=thresholds.near_duplicate_similarity), dtype=pl.Boolean
        )
    )
    nearly = pl.concat([equal, near["trace_id"]])
    total = max(1, rows.height)
    return (
        bounded(
            CHECK,
            "copies",
            value=exact.len() / total,
            bound="max_duplicate_share",
            thresholds=thresholds,
            message=f"{exact.len()} of {rows.height} rows repeat the question and answer of another",
            trace_ids=exact,
        ),
        bounded(
            CHECK,
            "near copies",
            value=nearly.len() / total,
            bound="max_near_duplicate_share",
            thresholds=thresholds,
            message=f"{nearly.len()} of {rows.height} rows repeat another but for numbers, tickers and dates, or nearly so",
            trace_ids=nearly,
        ),
    )


def _copies(texts: pl.DataFrame) -> pl.Series:
    """The ids of all rows but the first of each text."""
    return texts.filter(~pl.col("text").is_first_distinct())["trace_id"]


def _repeats(texts: Sequence[str], *, similarity: float) -> list[bool]:
    """True for each text that is as similar as `similarity` to an earlier one of its cluster."""
    shingles = [_shingles(text) for text in texts]
    if len(texts) < 2:
        return [False] * len(texts)
    clusters = list(range(len(texts)))
    compared: set[tuple[int, int]] = set()
    for first, other in _candidates(shingles):
        pair = (_root(clusters, first), _root(clusters, other))
        if pair[0] == pair[1] or (first, other) in compared:
            continue
        compared.add((first, other))
        if _jaccard(shingles[first], shingles[other]) >= similarity:
            clusters[max(pair)] = min(pair)
    return [_root(clusters, index) != index for index in range(len(texts))]


def _candidates(shingles: Sequence[set[str]]) -> Iterator[tuple[int, int]]:
    """Pairs that share a band of their signatures: the first of each bucket with each later one."""
    signatures = np.asarray(
        RMinHash.digests_from_token_sets([list(each) for each in shingles], _PERMUTATIONS, 42), dtype=np.uint32
    )
    for band in np.split(signatures, _BANDS, axis=1):
        _, bucket = np.unique(band, axis=0, return_inverse=True)
        first: dict[int, int] = {}
        for index, number in enumerate(bucket.ravel().tolist()):
            held = first.setdefault(number, index)
            if held != index:
                yield held, index


def _shingles(text: str) -> set[str]:
    words = text.split()
    return {" ".join(words[start : start + _SHINGLE]) for start in range(max(1, len(words) - _SHINGLE + 1))}


def _jaccard(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other)


def _root(clusters: list[int], index: int) -> int:
    while clusters[index] != index:
        clusters[index] = clusters[clusters[index]]
        index = clusters[index]
    return index
