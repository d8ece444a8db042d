"""The tenor of forwards and of interest rates that data hold."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.amounts import NUMBER, number
from validators.methodology.topics.sources.data_used import Source

_OF = r"(?:currency |fx |interest |deposit |money-market |interbank |treasury |t-)*(?:forwards?|deposits?|(?:deposit |interest |interbank |money-market )rates|libor|bills?)"
_TENOR = re.compile(
    rf"(?<![\w.-])(?P<n>{NUMBER})[- ](?P<unit>month|year)s? (?:[\w-]+ )?{_OF}\b"
    rf"|\b{_OF}\b[^.;:]{{0,50}}? (?:tenor|maturity|term|horizon|life) of (?P<n2>{NUMBER}) (?P<unit2>month|year)s?\b"
)


def tenors_told(text: str) -> Iterator[Stated]:
    """Every tenor that a passage gives to forwards or rates."""
    for match in _TENOR.finditer(text):
        value = number(match["n"] or match["n2"])
        if value:
            months = int(value * (12 if (match["unit"] or match["unit2"]) == "year" else 1))
            yield Stated(start=match.start(), end=match.end(), value=Source(tenors=frozenset([months])))


def tenors_of(told: str) -> frozenset[int]:
    """The tenors that a document's words name."""
    return frozenset().union(*(stated.value.tenors for stated in tenors_told(told)))
