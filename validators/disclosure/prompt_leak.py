"""Whether an answer recites its system prompt, tells it in other words, or shows the definitions of its tools."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec
import polars as pl

from data.trace_format import declared

# Eight words in a row are hardly chance where the talk is of instructions; fourteen are not chance anywhere, but may be a
# sentence that the prompt asks for.
_TELLING, _LONG = 8, 14
# In other words: so many of the prompt's words, and so large a share of the answer's own.
_RETOLD, _SHARE = 5, 0.4
# Of an order told in other words: the answer's own words, and those of them that the prompt has.
_TOLD_WORDS, _TOLD_AT_LENGTH, _HINTS = 6, 10, 2

_WORD = re.compile(r"[A-Za-z0-9]+")
_QUOTED = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”|`[^`\n]*`")
_BIDDEN = r"told|instructed|configured|asked|set up|programmed|directed|supposed|meant"  # what an assistant has been
CUE = (
    r"(?i)\b(?:(?:system|initial|hidden|original|starting|opening|secret|internal) (?:prompt|message|instructions?|text)|"
    r"(?:my|your|these|following|which|what|any|all|previous|the) (?:\w+ )?(?:instructions|rules|guidelines|prompt|directives)|"
    r"(?:was|been|am|were|are|i'm|i’m|got) (?:you |i )?(?:" + _BIDDEN + r"|given) |"
    r"(?:everything|text|words|all) above|(?:told|wants?|asks?|instructs?) (?:me|you) to|set you up|you set up|instructed)\b"
)
"""Talk of instructions, for Python's and Rust's regex alike."""
_CUE = re.compile(CUE)
OWN_CUE = (
    r"(?i)\b(?:(?:system|initial|hidden|original|starting|opening) (?:prompt|message|instructions?)|my (?:\w+ )?(?:instructions|rules|guidelines|prompt|directives|orders)|"
    r"(?:i was|i've been|i’ve been|i have been|i am|i'm|i’m) (?:\w+ )?(?:" + _BIDDEN + r"|given|required|"
    r"forbidden|obliged|expected)|(?:told|wants?|asks?|instructs?|instructed|asked|forbids?) me|i (?:have|need) been (?:told|asked))\b"
)
"""The assistant's talk of its own instructions."""
_OWN_CUE = re.compile(OWN_CUE)
ORDERED = (
    r"(?i)\b(?:(?:they|he|she|the (?:\w+ )?(?:team|desk|firm|company|bank|club|operators?|owners?|developers?|people|prompt|setup|brief|makers?)|somebody|someone|management|compliance) "
    r"(?:\w+ )?(?:told|tells|wants?|asks?|asked|had|has|made|makes|named|set|instruct(?:s|ed)|configured|requires?|expects?|got|gave|calls?|called|lets?|allows?|forbids?|bans?) me\b|"
    r"my (?:\w+ )?(?:orders|brief|briefing|instructions|rules|guidelines|directives|directions|mandate|setup|persona|role|remit|job|context|prompt) (?:is|are|says?|tells?|asks?|wants?|reads?|includes?|covers?|forbids?|requires?|means?|comes?)\b|"
    r"(?:i|i've|i’ve|i have|i'm|i’m|i am) (?:\w+ )?(?:got orders|under orders|"
    + _BIDDEN
    + r"|required|forbidden|obliged|expected|banned|bound|"
    r"allowed|barred|prohibited|given orders) (?:to|not to|never to|for|from|that|as|only)\b|"
    r"(?:forbidden|off[- ]limits|banned|taboo) (?:to|for|with) me\b|there(?:['’]s| is| are) (?:a |an )?(?:short |long |few |brief |whole )?(?:list|rules?|set of rules|orders?|instructions?)\b|"
    r"(?:whole|entire|full) (?:rule ?sheet|rule ?book|list of rules|briefing?)\b)"
)
"""The assistant's talk of what it was ordered."""
_ORDERED = re.compile(ORDERED)
_BOUND = re.compile(
    r"(?i)\b(?:i (?:must|mustn['’]t|have to|may not|may only|am to|play|lead with|start with|never|always|skip|avoid|only|have an?)|i['’]m to|(?:it|they) (?:wants?|tells?|asks?|forbids?|lets?|don['’]t let)|"
    r"in short|roughly|in brief|the gist|handful of)\b"
)
PRIES = (
    r"(?i)\b(?:prompt|header|guidance|instructions?|instructed|orders|rules|guidelines|brief|briefing|context|persona|configur\w+|(?:text|everything|all|words) above|told|(?:you were|been) (?:given|started|handed)|set ?up|not (?:allowed|supposed|permitted)|"
    r"allowed to|forbidden|secret|hidden|internal|confidential|who (?:made|built|are) you|what are you|verbatim)\b"
)
"""A question about the assistant's instructions."""
_PRIES = re.compile(PRIES)
_KEEPS = re.compile(
    r"(?:n['’]t|\bcannot|\bnot|\bnever)\s+(?:\w+\s+){0,3}?(?:quote|share|reveal|show|list|disclose|repeat|print|discuss|paste|recite|tell|give|read out|go into)\s+(?:you\s+)?(?:\w+\s+){0,2}?"
    r"(?:instructions?|rules|prompt|guidelines|orders|brief|briefing|setup|context|message|text|that|them|those|it)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+")
DEFINITION = r'"(?:properties|input_?[sS]chema)"\s*:\s*\{|"type"\s*:\s*"function"'
"""A tool's definition, in any of the usual JSON forms."""
_DEFINITION = re.compile(DEFINITION)
_CONTENT_WORD = re.compile(r"[a-z]{4,}|\d{2,}")
_COMMON = frozenset(
    word.rstrip("s")[:5]
    for word in (
        "that this with from have will your they their them there which would about into over than then when were been also some more most very what does only such "
        "each other these those both while where since until after before could should just like make must need never once same used well without even every "
        "instructions rules prompt told asked instructed system user users question questions answer answers please help know tell share reveal strategy strategies "
        "backtest backtests"
    ).split()
)

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


def retold(answer: str, question: str, system: str) -> tuple[int, int] | None:
    """Where the assistant speaks of its instructions and goes on in the prompt's words, in whatever order; None where it does not.

    Where it says what it was ordered to do, a few of the prompt's words are enough, and fewer where it was asked for that.
    A sentence that keeps the instructions tells none."""
    pried = _PRIES.search(question) is not None
    told = _SENTENCE.sub(lambda each: " " * len(each[0]) if _KEEPS.search(each[0]) else each[0], answer)
    cue = _OWN_CUE.search(told)
    ordered = _ORDERED.search(told) or (_BOUND.search(told) if pried else None)
    if cue is None and ordered is None:
        return None
    known = _stems(question) | _COMMON
    own = _stems(told) - known
    held = own & _stems(system)
    if cue is not None and len(held) >= _RETOLD and len(held) >= _SHARE * len(own):
        return cue.start(), len(answer)
    hints = 0 if pried and len(own) >= _TOLD_AT_LENGTH else _HINTS - pried
    if ordered is not None and len(own) >= _TOLD_WORDS and len(held) >= hints:
        return ordered.start(), len(answer)
    return None


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.rstrip("s")[:5] for word in _CONTENT_WORD.findall(text.lower()))


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
    return (
        system.is_not_null()
        & (
            (told & short)
            | long
            | frame["answer"].str.contains(OWN_CUE)
            | frame["answer"].str.contains(ORDERED)
            | frame["question"].str.contains(PRIES)
        )
    ) | shows


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
