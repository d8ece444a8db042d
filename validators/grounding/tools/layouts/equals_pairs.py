"""Pairs that signs tell: "cagr=12% sharpe=0.8", "(n = 126, wins = 59)", "2019=0.11, 2020=-0.04"."""

import re

from validators.grounding.tools.keys import is_name_key
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key, metric_of_keys
from validators.grounding.tools.vocabulary.metrics import METRICS

EQUALS = re.compile(
    r"([A-Za-z_][\w.%/-]{0,40})=(\"[^\"\n]{0,60}\"|[^\s;|]{0,60}[^\s;|,](?:(?<=\d)[ ](?:%|USD|EUR|GBP|days?|bps?(?:[ ](?:per|a|each)[ ]side)?)(?=[\s,;|]|$))?)(?:\s{0,2}[,;|])?(?:\s{1,20}|$)"
)
_IN_BRACKETS = re.compile(r"\s*[({]([^(){}\n]{3,400})[)}]\s*")
_SET = re.compile(r"\s*([A-Za-z_][\w.-]{0,40})\s?[=:]\s?(\S[^=]{0,60})")
_APART = re.compile(r"[,;|][ ]|[ ]{2,}")
_DATED = re.compile(r"((?:19|20)\d\d(?:-[01]\d){0,2})[ ]?[:=][ ]?([-+−(]?[$€£]?\d[\d.,]{0,15}%?\)?)")
_FEE_ASIDE = re.compile(
    r"\((\d[\d.]{0,6} ?bps)(?: ?/ ?| per | a )?(?:side|way|trade)?\)\s*"
)  # "comm=2286.99 (0.5 bps/side)"
_SPAN = re.compile(r"(?:19|20)\d\d-\d\d(?:-\d\d)? ?(?:\.\.|to|->|→|/|–)+ ?(?:19|20)\d\d-\d\d(?:-\d\d)?")
_DIGIT = re.compile(r"\d")
_ASSIGNED = re.compile(r"[A-Za-z][^=;\n]{0,60} = [^=;\n]{1,60}")
_BESIDE = re.compile(r";[ ]|\.[ ](?=[A-Z])")  # between the pairs of one line, and what leads and ends it
_FEWEST_ASSIGNED, _LONGEST_REPORT = 4, 4_000


def below_each_other(text: str) -> str:
    """A line of pairs that semicolons set apart, with each on a line of its own: "Report: A on B. Trades = 12; Fees = $30. End"; the
    same text where it is none."""
    if "\n" in text.strip() or text.count(" = ") < _FEWEST_ASSIGNED or len(text) > _LONGEST_REPORT:
        return text
    cells = [cell.strip().rstrip(".") for cell in _BESIDE.split(text)]
    told = [cell for cell in cells if _ASSIGNED.fullmatch(cell)]
    if len(told) < text.count(" = ") or 4 * len(told) < 3 * len(cells):
        return text
    return "\n".join((*told, *(cell.replace(": ", " ") for cell in cells if cell not in told)))


def equals_pairs(text: str) -> dict[str, str]:
    """The pairs of a text that is "key=value key=value" from end to end, or to the dates that it ends with, which are its window, or
    to the fee in brackets."""
    pairs: dict[str, str] = {}
    at = 0
    while at < len(text):
        match = EQUALS.match(text, at)
        if match is None and len(pairs) > 1 and "window" not in pairs and _SPAN.fullmatch(text, at):
            return {**pairs, "window": text[at:]}
        if match is None and len(pairs) > 1 and (fee := _FEE_ASIDE.fullmatch(text, at)) is not None:
            return {**pairs, "fee": pairs.get("fee", fee[1])}
        if match is None or match[1] in pairs:
            return {}
        pairs[match[1]] = match[2].strip('"')
        at = match.end()
    return pairs


def bracketed_pairs(text: str) -> dict[str, str]:
    """The pairs of a text in brackets: "(n = 126, wins = 59)", '{ month = "2017-02", return = 3.68 }'; {} for any other."""
    inside = _IN_BRACKETS.fullmatch(text)
    found = [_SET.fullmatch(each) for each in inside[1].split(",")] if inside is not None else []
    pairs = {each[1]: each[2].strip("\"' ") for each in found if each is not None}
    return pairs if len(pairs) == len(found) else {}


def dated_pairs(text: str) -> dict[str, str]:
    """The pairs of a text of dates and their values from end to end: "2019=0.11, 2020=-0.04"; {} for any other."""
    pieces = [_DATED.fullmatch(piece.strip()) for piece in _APART.split(text.strip())]
    pairs = {piece[1]: piece[2] for piece in pieces if piece is not None}
    return pairs if len(pairs) == len(pieces) > 1 else {}


def pairs_at_end(line: str) -> dict[str, str]:
    """The pairs that stand behind the words of a line, each label with the word that says of what it is: "trades closed, total=213 won=138".
    {} where there are none; one alone says by its form that it is a key."""
    found = EQUALS.search(line)
    if (
        found is None
        or not found.start()
        or line[found.start() - 1] not in " \t"
        or _DIGIT.search(line, 0, found.start())
    ):
        return {}
    pairs = equals_pairs(line[found.start() :].strip())
    lead = line[: found.start()].strip(" \t,:-")
    return {_of_lead(lead, key): value for key, value in pairs.items()} if len(pairs) > 1 or "_" in found[1] else {}


def _of_lead(lead: str, key: str) -> str:
    if metric_of_key(key) in METRICS or is_name_key(key):
        return key
    return next((f"{word} {key}" for word in lead.split() if metric_of_keys(word, key) in METRICS), key)
