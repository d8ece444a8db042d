"""Whether an answer recites its system prompt, or shows the definitions of its tools."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec
import polars as pl

from data.trace_format import declared
from validators.disclosure import prompt_retold

# Eight words in a row are hardly chance where the talk is of instructions; fourteen are not chance anywhere, but may be a
# sentence that the prompt asks for.
_TELLING, _LONG = 8, 14
_WORD = re.compile(r"[A-Za-z0-9]+")
_QUOTED = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”|`[^`\n]*`")
CUE = (
    r"(?i)\b(?:(?:system|initial|hidden|original|starting|opening|secret|internal) (?:prompt|message|instructions?|text)|"
    r"(?:my|your|these|following|which|what|any|all|previous|the) (?:\w+ )?(?:instructions|rules|guidelines|prompt|directives)|"
    r"(?:was|been|am|were|are|i'm|i’m|got) (?:you |i )?(?:" + prompt_retold.BIDDEN_TO + r"|given) |"
    r"(?:everything|text|words|all) above|(?:told|wants?|asks?|instructs?) (?:me|you) to|set you up|you set up|instructed)\b"
)
"""Talk of instructions, for Python's and Rust's regex alike."""
_CUE = re.compile(CUE)
DEFINITION = r'"(?:properties|input_?[sS]chema)"\s*:\s*\{|"type"\s*:\s*"function"'
"""A tool's definition, in any of the usual JSON forms."""
_DEFINITION = re.compile(DEFINITION)
_SYSTEM = r'^\[\{"content":"((?:[^"\\]|\\.)*)","name":(?:null|"(?:[^"\\]|\\.)*"),"role":"system"'  # of canonical JSON

# Past this many different prompts (one that holds the date, say) the exact way is as fast as the screen.
_MOST_PROMPTS = 200


def recited(answer: str, question: str, system: str) -> tuple[int, int, bool] | None:
    """Where the answer repeats the prompt's words in a row, and whether there is talk of instructions; None where it does not.

    What the prompt puts in quotation marks it may ask the assistant to say, so that does not count. Words are of Latin
    letters and digits: prompts in other scripts are not compared.
    """
    told = _CUE.search(answer) is not None or _CUE.search(question) is not None
    length = _TELLING if told else _LONG
    grams = _grams(system, length)
    found = list(_WORD.finditer(answer)) if grams else []
    words = [word[0].lower() for word in found]
    hits = [" ".join(words[start : start + length]) in grams for start in range(len(words) - length + 1)]
    if True not in hits:
        return None
    first = hits.index(True)
    last = hits.index(False, first) - 1 if False in hits[first:] else len(hits) - 1
    return found[first].start(), found[last + length - 1].end(), told


def defined(answer: str, tools: Sequence[Mapping[str, Any]]) -> tuple[int, int] | None:
    """Where the answer shows the definition of one of these tools as JSON; None where it does not."""
    found = _DEFINITION.search(answer)
    if found is None or not any(
        f'"{tool["name"]}"' in answer for tool in filter(None, map(declared, tools)) if tool["name"]
    ):
        return None
    return found.start(), found.end()


def suspects(frame: pl.DataFrame) -> pl.Series:
    """A boolean for each row of a trace frame: False only where nothing here would find anything."""
    shows = frame["offers_tools"] & frame["answer"].str.contains(DEFINITION)
    system = frame["messages"].str.extract(_SYSTEM)
    distinct = system.drop_nulls().unique()
    if distinct.is_empty() or distinct.len() > _MOST_PROMPTS:
        return system.is_not_null() | shows
    pieces = [piece for each in distinct for piece in _pieces(msgspec.json.decode(f'"{each}"'))]
    said = " " + frame["answer"].str.replace_all(r"[^A-Za-z0-9]+", " ") + " "
    told = frame["answer"].str.contains(CUE) | frame["question"].str.contains(CUE)
    short, long = (_holds_any(said, _windows(pieces, length // 2)) for length in (_TELLING, _LONG))
    return (system.is_not_null() & ((told & short) | long | prompt_retold.suspects(frame))) | shows


@lru_cache(maxsize=_MOST_PROMPTS)
def _grams(system: str, length: int) -> frozenset[str]:
    return frozenset(
        " ".join(piece[start : start + length]) for piece in _pieces(system) for start in range(len(piece) - length + 1)
    )


def _pieces(system: str) -> Iterator[list[str]]:
    """The prompt's words in lower case, divided where it quotes."""
    for piece in _QUOTED.split(system):
        yield [word.lower() for word in _WORD.findall(piece)]


def _windows(pieces: list[list[str]], length: int) -> list[str]:
    """Windows at the multiples of `length`: any run of twice as many words holds one of them."""
    windows = {
        f" {' '.join(piece[start : start + length])} "
        for piece in pieces
        for start in range(0, len(piece) - length + 1, length)
    }
    return sorted(windows)


def _holds_any(texts: pl.Series, patterns: list[str]) -> pl.Series:
    if not patterns:
        return pl.repeat(False, texts.len(), eager=True)
    return texts.str.contains_any(patterns, ascii_case_insensitive=True)
