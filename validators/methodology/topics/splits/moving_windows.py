"""Whether the window that a model learns from slides along with time or only grows."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.amounts import NUMBER
from validators.methodology.topics.splits.data_splits import Split, Window
from validators.methodology.topics.splits.kept_apart import steps_told

_WINDOW = r"(?:windows?|training (?:set|sample|data|history|window|period|part|stretch)s?|fitting (?:set|sample|data|window|period|history)|(?:estimation|learning|calibration) (?:set|sample|data|window|period|history|stretch))"
_OLD = r"(?:the |its |any |all |each )*(?:old(?:er|est)?|early|earlier|earliest|first|stale|past|ancient|bygone|distant)(?: \w+)? ?(?:one|ones|data|dates?|rows?|days?|weeks?|months?|quarters?|years?|observations?|history|past|records?|quotes|prices|samples?|examples?)?"
_GONE = r"(?:drop(?:s|ped)?(?: off| out| away| from)?|leav(?:es?|ing)|left behind|falls? (?:off|out|away)|go(?:es)? (?:out|overboard)|(?:is|are|gets?) (?:\w+ )?(?:discarded|shed|forgotten|thrown (?:out|away)|retired|removed|deleted|let go|dropped|cut off|released)|discarded|shed|forgotten|thrown (?:out|away)|disappears?|vanish(?:es)?|retires?|expires?)"
_LOSES = r"(?:drop(?:s|ping)?|shed(?:s|ding)?|forget(?:s|ting)?|discard(?:s|ing)?|throw(?:s|ing)? (?:out|away)|los(?:es?|ing)|delet(?:es?|ing)|retir(?:es?|ing)|let(?:s|ting)? go(?: of)?|cut(?:s|ting)? off)"
_NOT = r"(?:never|not|no longer|n't|nor)"
_EXPANDING = re.compile(
    rf"\b(?:expanding|growing|anchored|widening|lengthening|ever[- ](?:longer|larger|growing|wider|lengthening))[ -](?:\w+ )?{_WINDOW}\b"
    rf"|\b(?:{_WINDOW}|training) (?:that )?(?:\w+ly |only |just |simply |always |then |itself )*(?:grows?|expands?|lengthens?|widens?|swells?|gets? (?:longer|larger|wider)|becomes? (?:longer|larger|wider)|keeps? (?:growing|expanding|lengthening|widening)|accumulates?)\b"
    rf"|\b(?:expanding|anchored) walk\b|\b(?<!not )(?:expanding|anchored)(?=[^.;]{{0,20}}\bwalk)"
    rf"|\b{_OLD} (?:(?:are|is|was|were|do|does|ha\w+) ?)?{_NOT} (?:be(?:en)? |ever )?{_GONE}\b"
    rf"|\b(?:{_NOT}|without(?: ever)?) {_LOSES} (?:{_OLD}|a (?:year|month|day|quarter)|anything|(?:any|its|old) (?:\w+ )?data)\b"
    rf"|\b{_OLD} (?:stays?|remains?|(?:is|are) kept) in (?:the |its )?(?:{_WINDOW}|fit|training)\b"
)
_ROLLING = re.compile(
    rf"\b(?:rolling|sliding|moving|fixed[- ](?:length|size|width))[ -](?:\w+ )?{_WINDOW}\b"
    rf"|\b{_WINDOW} (?:\w+ly |only |just |simply |always |then |that )*(?:slides?|rolls?|moves? (?:along|on|forward|ahead)|shifts?|(?:has|have|is of|are of) (?:a )?(?:fixed|constant|the same|equal) (?:length|size|width))\b"
    rf"|\brolling walk\b|\brolling(?=[^.;]{{0,20}}\bwalk)|\b{_WINDOW} (?:is|are)(?:n't| not)? (?:rolling|sliding)\b"
    rf"|\b{_OLD} (?:(?:then|thus|always|also|simply|duly) )?{_GONE}\b"
    rf"|\b{_LOSES} (?:the |its )*(?:oldest|earliest)\b"
)
_LEARNS = re.compile(
    r"\b(?:windows?|train\w*|fit(?:s|ted|ting)?|re-?fit\w*|learn\w*|estimat\w+|calibrat\w+|re-?estimat\w+|walk\w*|model|data|new (?:one|ones|year|month|quarter)s?|in-sample)\b"
)
_OTHER = re.compile(
    r"\b(?:averages?|volatil\w+|means?|z-scores?|look-?backs?|momentum|ranks?|positions?|holdings?|stocks?|funds?|names|orders?|index|pages?|contracts?|bars?|breakout|channel|signals?|correlat\w+|covarian\w+|features?|universe|members?)\b"
)


_LAST_YEARS = re.compile(
    rf"\b(?:re-?)?(?:fit|train|estimat|learn|calibrat)\w* (?:\w+ ){{0,3}}?(?:on|over|from|with|to) (?:the )?(?:previous|past|last|preceding|latest|trailing|most recent|prior) (?:{NUMBER}) (?:years|months|quarters|weeks)\b"
)


def windows_moved(text: str) -> Iterator[Stated]:
    """Where a passage tells that the window of training slides, or that it grows."""
    if _OTHER.search(text) or not _LEARNS.search(text):
        return
    growing = list(_EXPANDING.finditer(text))
    for match in growing:
        yield Stated(start=match.start(), end=match.end(), value=Split(window="expanding"), asserted=_told(match))
    for match in _ROLLING.finditer(text):
        if not any(match.start() < other.end() and other.start() < match.end() for other in growing):
            yield Stated(start=match.start(), end=match.end(), value=Split(window="rolling"))


def is_other_kind(window: Window, fact: str, *, asserted: bool) -> bool:
    """Whether a document's fact tells that its window moves in the other way (or, where that is denied, in this one)."""
    known = _named(fact)
    if known is None and (_LAST_YEARS.search(fact) or any(learned for _, _, _, learned in steps_told(fact))):
        known = "rolling"
    return known is not None and (known != window) == asserted


_MOVES = re.compile(
    r"\b(?:re-?(?:fit|train|estimat|calibrat|learn|grow)\w*|walk\w*|roll\w*|expanding|growing|sliding|moving|anchored|window|again|anew|every (?:year|month|quarter|week))\b"
)


def tells_of_moving(told: str) -> bool:
    """Whether a document's prose has any word of fitting again, so that its one cut need not be all."""
    return _MOVES.search(told) is not None


def _named(text: str) -> Window | None:
    """How the window of a document's fact moves; None where it doesn't tell, or tells both."""
    kinds = {
        kind for kind, pattern in (("expanding", _EXPANDING), ("rolling", _ROLLING)) if pattern.search(text) is not None
    }
    return kinds.pop() if len(kinds) == 1 else None  # type: ignore[return-value]


def _told(match: re.Match[str]) -> bool | None:
    """True where the negation is a part of the words ("never drops its old data")."""
    return True if re.search(rf"\b(?:{_NOT}|without)\b|n't", match[0]) else None
