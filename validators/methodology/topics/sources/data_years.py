"""Which years the data are of."""

import re
from collections.abc import Iterator
from functools import partial

from validators.methodology.claims import Stated
from validators.methodology.clauses import clause_around
from validators.methodology.topics.sources.data_used import Source

_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_AT = r"(?:(?:the )?(?:start|end|beginning|autumn|spring|summer|winter|middle) of |(?:mid|late|early)-?|(?:january|february|march|april|may|june|july|august|september|october|november|december),? )?"
_RANGE = re.compile(
    rf"\b{_AT}(?P<first>{_YEAR}) ?(?:-|to|through|until|till|and|up to)(?: the end of)? {_AT}(?P<last>{_YEAR})\b|\b(?P<from>{_YEAR})-(?P<to>{_YEAR})\b"
)
_BEGIN = re.compile(
    rf"\b(?:start(?:s|ing|ed)?|begin(?:s|ning)?|began|opens?|reach(?:es|ing)? back|go(?:es|ing)? back|dat(?:es?|ing) back|stretch(?:es|ing)? back|since|available from|run(?:s|ning)? from)(?: (?:in|to|on|with|at|as far as|from))? {_AT}(?P<first>{_YEAR})\b"
)
_DATA = re.compile(
    r"\b(?:data|histor(?:y|ies)|series|observations?|files?|inputs?|archive|quotes|prices|bars|candles|settlements|closes|yields|fundamentals|sample|record of prices|database)\b"
)
_CLAUSE = re.compile(
    r"[;:] |, (?!(?:starting|beginning|from|through|daily|hourly|\d))| (?:because|since the|while|whereas|although|but) "
)
_OF_ANOTHER_MATTER = re.compile(
    r"[%$€£?]|\b(?:returned|gained|lost|fell|rose|made|drawdowns?|sharpe|cagr|train\w*|tests?|tested|back-?test\w*|validat\w*|fold\w*|fit\w*|held|hold-?out|learn\w*|window|memory|look\w*|joined|added|changed|crash\w*|cris[ie]s|would|could|might|if|you|your|asked|until then|fees?|trad(?:es?|ed|ing)|members?|state|regime\w*|run|runs? (?!from)|earlier|before|no|not|never|without|nothing)\b|n't\b"
)


def years_told(text: str) -> Iterator[Stated]:
    """Every span of years that a passage says the data are of, or the first of them."""
    if _DATA.search(text) is None:
        return
    ranges = [match for match in _RANGE.finditer(text) if _is_of_data(text, match)]
    for match in ranges:
        years = frozenset(int(each) for each in match.groups() if each)
        yield Stated(start=match.start(), end=match.end(), value=Source(years=years))
    if not ranges:
        for match in filter(partial(_is_of_data, text), _BEGIN.finditer(text)):
            yield Stated(start=match.start(), end=match.end(), value=Source(years=frozenset([int(match["first"])])))


def _is_of_data(text: str, match: re.Match[str]) -> bool:
    begin, stop = clause_around(text, match.start(), match.end(), _CLAUSE)
    return _OF_ANOTHER_MATTER.search(text, begin, stop) is None


def years_of(fact: str) -> frozenset[int]:
    """The first and the last year that a document's fact names."""
    return frozenset(int(each) for match in _RANGE.finditer(fact) for each in match.groups() if each)
