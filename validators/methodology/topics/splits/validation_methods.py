"""Cross-validation and walking forward."""

import re
from collections.abc import Iterator
from functools import lru_cache

from validators.methodology.claims import Stated
from validators.methodology.topics.amounts import NUMBER, number
from validators.methodology.topics.prose import sentences
from validators.methodology.topics.spans import Length
from validators.methodology.topics.splits.data_shares import CONTEXT, TEST, TRAIN
from validators.methodology.topics.splits.data_splits import Method, Split
from validators.methodology.topics.splits.kept_apart import differ, steps_told

_SORT = (
    r"(?:(?:rotating|equal|successive|consecutive|contiguous|disjoint|separate|chronological|time|blocked|purged) )?"
)
_PIECES = r"(?:folds?|blocks?|parts?|slices?|chunks?|segments?|pieces|groups?|sections?|subsets?|buckets?)"
_CROSS = re.compile(
    rf"\bcross[- ]?validat\w*|\bk[- ]?folds?\b|\b(?P<n>{NUMBER})[- ]?{_SORT}folds?\b(?: (?:\w+ )?(?:cross[- ]?validat\w*|cv\b))?(?! (?:increase|rise|gain|drop"
    r"|change|higher|more))|\bleave[- ](?!(?:it|that|this|them|these|those|me|us|any|some)\b)\w+(?:-\w+)?[- ]out\b|\bleav(?:es?|ing) out one \w+ at a time\b|\bone \w+ (?:is |was )?left out at a time\b|\bpurged (?:k|cross|fold)\w*|\bjackknif\w+"
    rf"|\b{_PIECES}\b[^.;]{{0,12}}? each (?:\w+ ){{1,4}}?(?:by|with|from|on|after) [^.;,]{{0,24}}?\b(?:other (?:{NUMBER}|\w+s)|others|the rest|remaining (?:{NUMBER}|\w+s))\b"
)
CHOOSES = re.compile(
    rf"\b(?:inside|within|on|in|over) (?:the |its )?(?:{TRAIN}|in-sample|estimation|development|first|earlier) ?(?:part|set|sample|data|years|period|window|portion|slice)?\b|\b(?:penalt(?:y|ies)|regulari\w+|hyper-?parameters?|learning rate|depth|number of trees|shrinkage|lambda|alpha)\b[^.;]{{0,60}}\b(?:chosen|picked|set|selected|tuned|found|comes?|came|determined|settled|by|with|through|via|from)\b"
)
_ONLY_FOLDS = re.compile(rf"(?:{NUMBER})[- ]?{_SORT}folds?")  # a walk forward has folds too
_WALK = re.compile(
    r"\bwalk(?:s|ed|ing)?(?: it)?[- ]?forward\w*|\brolling (?:re-?(?:estimat|fit|train|calibrat)\w*|out-of-sample|evaluation|validation)|\brolling[- ]origin\b|\b(?:expanding|rolling"
    rf"|anchored|sliding|moving)[- ](?:scheme|split|evaluation|re-?fits?|(?:windows?|basis)(?=[^.;]{{0,40}}\b(?:{TRAIN}|{TEST})))|\b(?:{NUMBER})(?:[- ](?:years?|months?|quarters?|weeks?))?[- ]in,?[- ](?:and )?(?:the )?(?:{NUMBER}|next)(?:[- ](?:years?|months?|quarters?|weeks?))?[- ]out\b"
    r"|\b(?:mov|step|roll|walk|march|advanc)\w+ (?:ahead|forward|on|along) (?:by )?(?:an?|one) (?:year|month|quarter|week) (?:at a time|each time|after)"
    r"|\b(?:window|it) (?:\w+ )?(?:rolls|moves|slides|walks|marches|advances|steps|shifts) (?:\w+ ){0,2}?(?:forward|on|ahead|along)\b(?=[^.;]{0,60}\b(?:fit|train|test|estimat|judg)\w*)"
    r"|\b(?:year|quarter|month)s? at a time,? (?:each )?(?:after|following|with)\b[^.;]{0,40}\b(?:fit|train|estimat|learn)\w*|\b(?:year|quarter|month)s? after (?:every|each) [\w -]{0,20}\b(?:fit|train)\w*"
    rf"|\b(?:rolling|expanding|anchored|sliding|moving)[- ]window (?:train\w*|fit\w*|re-?fit\w*|validat\w*|evaluat\w*|cross|backtest|test\w*"
    r"|out-of-sample)"
)
_FOLDS = re.compile(rf"\bk ?= ?(\d+)|\b({NUMBER}) (?:[\w-]+ ){{0,3}}?{_PIECES}\b")


def methods_told(text: str) -> Iterator[Stated]:
    """Every cross-validation, walk forward and its steps."""
    for pattern, method in ((_CROSS, "cross-validation"), (_WALK, "walk-forward")):
        for match in pattern.finditer(text):
            if CONTEXT.search(text) or "fold" not in match[0]:
                folds = _folds(match, match.start(), match.end() + 40) if pattern is _CROSS else None
                if pattern is _CROSS and CHOOSES.search(text) and "leave" not in match[0]:
                    continue  # how a penalty was chosen, not how the result was judged
                told = "folds" if pattern is _CROSS and _ONLY_FOLDS.fullmatch(match[0]) else method
                yield Stated(start=match.start(), end=match.end(), value=Split(method=told, folds=folds))  # type: ignore[arg-type]


def windows_told(text: str) -> Iterator[Stated]:
    """How much a moving window learns from, or is then used for."""
    for start, end, length, learned in steps_told(text):
        yield Stated(start=start, end=end, value=Split(span=length, span_used=not learned))


@lru_cache(maxsize=1024)
def _told_steps(told: str) -> tuple[tuple[int, int, Length, bool], ...]:
    return tuple(step for sentence in sentences(told) for step in steps_told(sentence))


def is_other_window(span: Length, told: str, *, used: bool) -> bool:
    """Whether a document's text gives another length for what a moving window learns from, or is then used for."""
    return differ(span, [length for _, _, length, learned in _told_steps(told) if learned != used])


_FROM_OTHERS = re.compile(
    r"\b(?:predicted|forecast|judged|tested|scored|checked)\b[^.;]{0,12} (?:from|by|on|with) the (?:other|rest|remaining)\b"
)


def method_named(text: str) -> tuple[Method | None, int | None]:
    cross = _CROSS.search(text)
    if cross and _ONLY_FOLDS.fullmatch(cross[0]) and _WALK.search(text) and not _FROM_OTHERS.search(text):
        return "walk-forward", _folds(cross, 0, len(text))
    if cross:
        return "cross-validation", _folds(cross, 0, len(text))
    return ("walk-forward", None) if _WALK.search(text) else (None, None)


def _folds(cross: re.Match[str], start: int, end: int) -> int | None:
    """How many folds a cross-validation has, by its own words or else by those from `start` to `end` of its text."""
    counted = _FOLDS.search(cross.string, start, end)
    folds = number(cross["n"] or (counted[1] or counted[2] if counted else ""))
    return int(folds) if folds else None
