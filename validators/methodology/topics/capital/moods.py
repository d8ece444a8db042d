"""Whether a strategy holds more when markets are calm, or when they are wild."""

import re
from collections.abc import Iterator

from validators.methodology.clauses import clause_around

_CALM = r"calm(?:er|est)?\b|calms|quiet\w*|tranquil\w*|placid|peaceful|serene|sleepy|low(?:er|est)?(?: \w+)?[ -](?:vol\w*|risk\b)|vol\w* (?:is |turns |gets )?(?:falls|drops|low\b|lower|declines|subsides)|little volatil\w*"
_WILD = r"wild(?:er|est)?|storm\w*|turbul\w+|turmoil|chopp\w+|rough\w*|nervous\w*|high(?:er|est)?(?: \w+)?[ -](?:vol\w*|risk\b)|volatile|panics?|cris[ie]s|stress\w*|vol\w* (?:is |turns |gets )?(?:rises|jumps|spikes|high\b|higher|climbs|grows)|shak[iy]\w*|turbulence"
_MOOD = re.compile(rf"\b(?:(?P<calm>{_CALM})|(?P<wild>{_WILD}))")
_STATES = re.compile(
    rf"\b(?:(?P<calm>{_CALM}|risk-on|bull(?:ish)?(?= (?:state|regime|market)))|(?P<wild>{_WILD}|risk-off|bear(?:ish)?(?= (?:state|regime|market))))"
)
_OTHERWISE = re.compile(r"\b(?:otherwise|else|(?:the|any|every) others?|in the (?:two |remaining )?others?)\b")
_CHANGE = re.compile(
    r"\b(?:(?P<more>more|larger|higher|bigger|heavier|increas\w*|rais(?:es?|ed|ing)|adds?|borrow\w*|grows?|expands?|enlarges?|lever(?:s|ed|ing|age)|gear(?:s|ed)|steps up|scales? up|doubles?|loads up|goes up|rises?|overweights?)"
    r"|(?P<less>less|smaller|lower|lighter|reduc\w*|cuts?|shrink\w*|trim\w*|decreas\w*|lowers|scales? (?:back|down)|retreats?|falls?|sheds?|halves?|pares?|deleverag\w*|goes down|in cash|underweights?|fewer))\b"
)
_HELD = re.compile(
    r"\b(?:borrow\w*|exposures?|positions?|leverag\w*|invest\w*|holds?|held|holdings?|stakes?|equity|account|weights?|size|risk|long|gear\w*|lever\w*|debt|loans?|buys?|money)\b"
)
_CLAUSE = re.compile(r"[;.:()]|\b(?:and|while|whereas|but|though|although|then)\b")
_PHRASE = re.compile(r"[,;.:()]|\b(?:and|while|whereas|but|though|although|then|otherwise)\b")


def mood_around(text: str, start: int, end: int) -> str:
    """In which markets something is said to be so, by the words of its clause; "" where it doesn't tell."""
    begin, stop = clause_around(text, start, end, _PHRASE)
    moods = {mood.lastgroup or "" for mood in _STATES.finditer(text, begin, stop)}
    return moods.pop() if len(moods) == 1 else ""


def is_otherwise(text: str, start: int, end: int) -> bool:
    """Whether something is said to be so in all other markets than those just named."""
    return _OTHERWISE.search(text, max(start - 30, 0), min(end + 24, len(text))) is not None


def moods_in(text: str) -> Iterator[tuple[int, int, bool]]:
    """The clauses of a text that tell in which market more is held: their place, and whether it is the calm one."""
    if not _HELD.search(text):
        return
    start = 0
    for end in [match.start() for match in _CLAUSE.finditer(text)] + [len(text)]:
        moods = list(_MOOD.finditer(text, start, end))
        if moods and len({mood["calm"] is None for mood in moods}) == 1:
            changes = [
                change
                for change in _CHANGE.finditer(text, start, end)
                if not any(mood.start() < change.end() and change.start() < mood.end() for mood in moods)
            ]
            if changes and len({change["more"] is None for change in changes}) == 1:
                first, last = min(moods[0].start(), changes[0].start()), max(moods[0].end(), changes[0].end())
                yield first, last, (moods[0]["calm"] is not None) == (changes[0]["more"] is not None)
        start = end
