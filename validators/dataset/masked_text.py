"""Texts with what varies taken out, so that two of one template are equal."""

import re
from collections.abc import Iterable

import polars as pl

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DATE = (
    rf"(?i)\b(?:\d{{4}}-\d{{2}}(?:-\d{{2}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}} {_MONTH} \d{{4}}|{_MONTH} \d{{4}})\b"
)
_NUMBER = r"(?i)[-−+$€£]*\b\d(?:[\d.,\u{202f}\u{a0}]*\d)?(?:e[-+]?\d+)?(?:x|k|m|bn|tn|st|nd|rd|th)?\b%?"


_MARKS = r"[*_`~\"'“”‘’!?,;:()\[\]{}…|>]+"
_JOINT = re.compile(r"[-_ ]+")


def folded(text: pl.Expr) -> pl.Expr:
    """Lower case, every run of white space one space."""
    return text.str.to_lowercase().str.replace_all(r"\s+", " ").str.strip_chars()


def unmarked(text: pl.Expr) -> pl.Expr:
    """`folded`, without punctuation and Markdown, which make no other text. Points and signs inside numbers stay."""
    return folded(text.str.replace_all(_MARKS, " ").str.replace_all(r"\.(\s|$)", " "))


def masked(text: pl.Expr, *, names: Iterable[str | None] = ()) -> pl.Expr:
    """`folded`, with dates and numbers as "#" and each of `names` (tickers, models; null is left out) as "@"."""
    known = sorted({name for name in names if name}, key=lambda name: (-len(name), name))
    named = text
    if known:
        pattern = "|".join(map(_written, known))
        named = named.str.replace_all(rf"(?:\b|^)(?:{pattern})(?:\b|$)", "@")
    return folded(named.str.replace_all(_DATE, "#").str.replace_all(_NUMBER, "#"))


def _written(name: str) -> str:
    """The pattern of a name. One of several words ("sma-trend") may be written as words; one of a single word, such as a ticker, is a
    word too ("ALL", "IT"), and counts only as it is written."""
    parts = [re.escape(part) for part in _JOINT.split(name) if part]
    return rf"(?i:{'[-_ ]'.join(parts)})" if len(parts) > 1 else re.escape(name)
