"""The years that the results of a backtest are said to cover, or to leave out."""

import re
from collections.abc import Iterator
from functools import lru_cache

from validators.methodology.claims import Stated
from validators.methodology.topics.splits.data_splits import Split

_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:(?:mid-?|early |late |the (?:start|end|beginning|summer|spring|autumn|middle) of |january |february |march |april |may |june |july |august |september |october |november |december )*)"
_TO = rf" ?(?:-|to|until|through|till|up to|and|into) ?{_MONTH}"
_SPAN = rf"(?P<first>{_YEAR})(?:{_TO}|, (?:{_YEAR}(?:, |,? and ))*)(?P<last>{_YEAR})"
_SHOWN = re.compile(
    r"\b(?:results?|figures?|numbers|statistics|performance|(?:published|track|its|reported) record|headlines?|(?:reported|quoted|published|headline|backtested|shown) returns?|returns? (?:you see|shown|reported|quoted)|sharpe|back-?test|equity curve|tables?|report|what(?:'s| is| you see) ?(?:shown|reported|quoted|published)?|they)\b"
)
_ONLY = r"(?:only|just|merely|solely|alone|nothing but|no more than|exclusively|the mere|confined to|restricted to|limited to)"
_BEGINS = re.compile(
    rf"\b(?:begin(?:s|ning)?|began|start(?:s|ed|ing)?|go(?:es)? back|dates? (?:back )?(?:from|to)|sets? in|opens?|commences?|reach(?:es)? back)(?: (?:only|just|as far(?: back)? as|no further(?: back)? than|in|from|with|at|to|on|as late as|not before)){{0,3}} {_MONTH}(?:[\w']+ ){{0,2}}?(?P<first>{_YEAR})\b"
    rf"|\b(?P<on>{_YEAR}) (?:on(?:wards?)?|and (?:after|later|since|onwards?|beyond)|forward)\b"
    rf"|\b{_ONLY} (?:\w+ ){{0,3}}?(?P<after>after|since|from) {_MONTH}(?P<since>{_YEAR})\b(?!{_TO}{_YEAR})"
    rf"|\b(?:nothing|no \w+|none) (?:from |of the years )?before {_MONTH}(?P<none>{_YEAR})\b"
)
_ENDS = re.compile(
    rf"\b(?:stops?|ends?|ended|stopped|finish(?:es|ed)?|breaks? off|halts?|runs? out|concludes?)(?: (?:\w+ly|already|as early as|in|at|with|on|after|short of)){{0,3}} {_MONTH}(?P<last>{_YEAR})\b"
    rf"|\b(?:nothing|no \w+|none) (?:from )?(?:after|beyond|past) {_MONTH}(?P<none>{_YEAR})\b"
)
_COVERS = re.compile(
    rf"\b(?:(?:covers?|spans?|comprises?|concerns?|takes? in|(?:is|are) (?:from|over|those of|that of|for)|relates? to|runs? (?:over|from)|refers? to) (?:[\w']+ ){{0,4}}?{_MONTH}(?P<inner>{_SPAN})(?: {_ONLY})?|{_ONLY} (?:[\w',]+ ){{0,7}}?{_MONTH}(?P<inner2>{_SPAN.replace('first', 'first2').replace('last', 'last2')})|(?P<inner3>{_SPAN.replace('first', 'first3').replace('last', 'last3')})(?: period| years)? {_ONLY}\b)"
)
_LEFT_OUT = re.compile(
    rf"\b(?:excludes?|leaves? out|omits?|skips?|ignores?|passes? over|(?:do|does)(?:n't| not) (?:include|cover|count|contain)) (?:the )?(?:years? )?(?P<first>{_YEAR})(?:{_TO}(?P<last>{_YEAR}))?\b"
)
_NO_REPORT = re.compile(
    r"\d ?%|[$€£]\d|\b(?:this|that|your|my|requested|the run) (?:\w+ )?(?:run|backtest|window|simulation)\b|\b(?:run|you (?:asked|ran|requested)|window|refit\w*|train\w*|prices?|quotes|bars|feed|data(?!\w)|lost|gained|earned|drawdown|best|worst|bear|bull|decade|wait|rerun\w*|beyond|reach\w*|warm\w*|if)\b|\?"
)


def years_shown(text: str) -> Iterator[Stated]:
    """Where a passage tells when what is reported begins or ends, or which years it leaves out."""
    if not _SHOWN.search(text) or _NO_REPORT.search(text):
        return
    for match in _BEGINS.finditer(text):
        first = int(match["first"] or match["on"] or match["since"] or match["none"])
        yield _stated(match, (first + (match["after"] == "after"), None))
    for match in _ENDS.finditer(text):
        yield _stated(match, (None, int(match["last"] or match["none"])))
    for match in _COVERS.finditer(text):
        first, last = (int(year) for name, year in match.groupdict().items() if year and not name.startswith("inner"))
        yield _stated(match, (first, last))
    for match in _LEFT_OUT.finditer(text):
        last = int(match["last"] or match["first"])
        value = Split(left_out=(int(match["first"]), last))
        yield Stated(start=match.start(), end=match.end(), value=value, asserted=True)


def _stated(match: re.Match[str], shown: tuple[int | None, int | None]) -> Stated:
    bare = re.match(r"nothing|no |none", match[0]) is not None
    return Stated(start=match.start(), end=match.end(), value=Split(shown=shown), asserted=True if bare else None)


def are_not_shown(stated: Split, fact: str, told: str) -> bool:
    """Whether a document's fact reports other years than those that are told, of which its text has none."""
    known = _reported(fact)
    if known is None:
        return False
    first, last = known
    if stated.left_out is not None:
        return first <= stated.left_out[0] and stated.left_out[1] <= last
    begin, end = stated.shown or (None, None)
    late = begin is not None and not first - 1 <= begin <= first + 1 and str(begin) not in told
    return late or (end is not None and not last <= end <= last + 1 and str(end) not in told)


@lru_cache(maxsize=1024)
def _reported(fact: str) -> tuple[int, int] | None:
    """The first and the last year that a fact names."""
    years = [int(year) for year in re.findall(rf"\b{_YEAR}\b", fact)]
    return (min(years), max(years)) if len(set(years)) > 1 else None
