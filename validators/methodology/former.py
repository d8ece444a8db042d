"""Words that tell how a strategy was before: "until 2018 it was rebalanced quarterly", "the earlier version filled at the open"."""

import re
from collections.abc import Iterator

_YEAR = r"(?:(?:(?:the )?(?:early|mid|late|spring|summer|autumn|fall|winter|start|middle|end|beginning)[ -](?:of )?)?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december),? )?(?:of )?(?:19|20)\d\d\b)"
_WAS = r"(?:was|were|had|did|used|ran|traded|held|paid|charged|cost|filled|executed|bought|sold|drew|took|read|kept|looked|ranked|measured|scored|trained|fitted|split|re-?balanced|re-?set|borrowed|employed|relied|covered|included|worked|assumed)"
_BEFORE_YEAR = rf"(?<!listed )(?<!founded )(?<!born )(?<!issued )(?<!launched )(?<!years )(?<!data )(?<!history )(?<!sample )(?<!prices )(?<!bars )(?<!deals )(?<!quarters )\b(?:until|till|up to|up until|prior to|before|as late as)(?: about| around)? {_YEAR}"
_FORMER = re.compile(
    rf"{_BEFORE_YEAR},? (?:[\w'-]+ ){{0,6}}?{_WAS}\b|\b{_WAS}\b[^.;:]{{0,90}}?{_BEFORE_YEAR}"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bdata )(?<!\bsample )\bused to (?:be|have|charge|pay|cost|run|trade|hold|buy|sell|fill|execute|rebalance|re-balance|reset|look|read|use|draw|work|rank|train|train|fit|split|borrow|cover|include|take|come|go|happen)\b"
    rf"|\b(?:it|they|we|q{{3,}}|strategy|model|system|fee|split|book|backtest) once {_WAS}\b"
    rf"|^(?:and |but )?(?:before (?:that|then)|until then|up to then|previously|prior to that),? (?:[\w'-]+ ){{0,4}}?{_WAS}\b"
    r"|\b(?:was|were|had|has been|have been) (?:formerly|previously|originally|initially)\b|\b(?:formerly|originally|in the past|years ago|back then|at launch|in the early days)\b(?=,? (?:[\w'-]+ ){1,5}?(?:was|were|had|did|\w+ed|ran|held|paid|filled|bought|drew|took|kept)\b)"
    r"|\b(?:an?|the|its|our|your|some) (?:(?:much|slightly) )?(?:earlier|older|previous|former|original|old|prior|outdated|superseded|retired|first) (?:[\w-]+ )?(?:versions?|releases?|editions?|drafts?|revisions?|specifications?|incarnations?|documents?|write-?ups?|rules?|settings?|set-?ups?)\b"
    rf"|\b(?:version|release|edition|revision) (?:from |of )?(?:before|until|prior to|up to) {_YEAR}"
)
_CHANGED_FROM = re.compile(
    r"\b(?:moved|changed|switched|went|raised|lowered|cut|increased|reduced|shortened|lengthened|extended|shifted|migrated|dropped|came|rose|fell)\b[^.;,]{0,50}? from (?:an? |the |about )?$"
)
_TO_ANOTHER = re.compile(r"[^.;:,]{1,60}? to ")
_SPLIT_WAS = re.compile(
    r"\b(?:split|ratio|proportions?|shares?) (?:was|were|had been|stood|used to be)\b|\b(?:used|had) an? (?:[\w/-]+ ){0,3}split\b|\b(?:versions?|releases?|editions?|revisions?|drafts?|used to)\b"
)
_STRETCH = re.compile(
    r"[.;:]|,? (?:and |but )?(?:since(?: then)?|now|today|nowadays|these days|currently|at present|afterwards|from then on|after that|as of (?:now|today))\b|,? (?:but|whereas|while|yet|though)\b|, (?:and )?(?:it|they|q{3,}|the \w+) (?:has|have|is|are|now)\b"
)


def is_former(text: str, start: int, *, of_split: bool = False) -> bool:
    """Whether what begins at text[start] of a folded sentence is how something was before, and is no more. The years of a split are
    those of its data: "trained until 2015"."""
    if _CHANGED_FROM.search(text, max(start - 90, 0), start) and _TO_ANOTHER.match(text, start):
        return True
    return any(
        begin <= start < stop and (not of_split or _SPLIT_WAS.search(text, begin, stop) is not None)
        for begin, stop in _former_stretches(text)
    )


def without_former(text: str) -> str:
    """A folded text with blanks for what it tells of before."""
    for begin, stop in _former_stretches(text):
        text = f"{text[:begin]}{' ' * (stop - begin)}{text[stop:]}"
    return text


def _former_stretches(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for stretch in _STRETCH.finditer(text):
        if _FORMER.search(text, begin, stretch.start()):
            yield begin, stretch.start()
        begin = stretch.end()
    if _FORMER.search(text, begin):
        yield begin, len(text)
