"""How large, or how much traded, a member must be at least: "ETFs with more than $1 billion in assets"."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.amounts import NUMBER, number
from validators.methodology.topics.holdings.universe_members import Universe

_SCALES = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "billion": 1e9,
    "trillion": 1e12,
}
_AMOUNT = rf"[$€£]? ?(?P<n>{NUMBER}|a) ?(?P<scale>k|thousand|mn?|million|bn?|billion|trillion)\b"
_LEAST = r"(?:more than|over|above|at least|exceeding|exceeds?|upwards? of|north of|beyond|no less than|not less than|a minimum of|minimum|min\.?|greater than|larger than|bigger than|from|>=?|≥)"
_OF_SIZE = r"(?:assets|aum|market (?:cap\w*|value)|capitali[sz]ation|cap|size|volume|turnover|float|net assets|trading)"
_MEMBERS = r"(?:etfs?|funds?|stocks?|shares|companies|names|securities|firms|equities|coins|tokens|bonds)"
_FLOOR = re.compile(
    rf"\b(?P<members>{_MEMBERS})\b[^.;:]{{0,60}}? {_LEAST} {_AMOUNT}(?: (?:dollars|euros|pounds|usd))?(?P<of>[^.;:]{{0,30}}?\b{_OF_SIZE}\b)?"
)
_SIZED = re.compile(rf"\b(?:{_OF_SIZE}|holds?|holding|worth|have|having|with|valued|sized?|manag\w+)\b")
_A_RESULT = re.compile(r"\b(?:returned|made|earned|lost|gained|grew|ended|turned|profit\w*|invested|bought|sold)\b")


def size_floors(text: str) -> Iterator[Stated]:
    """Every least size that a passage gives for what is traded."""
    for match in _FLOOR.finditer(text):
        floor = _floor_of(match)
        if floor and _SIZED.search(match[0]) and not _A_RESULT.search(match[0]):
            yield Stated(start=match.start("n"), end=match.end("scale"), value=Universe(floor=floor))


def are_other_floors(floor: float, told: str) -> bool:
    """Whether a document's words give least sizes, and none of them this one."""
    floors = {known for match in _FLOOR.finditer(told) if (known := _floor_of(match))}
    return bool(floors) and not any(abs(known - floor) < 0.001 * known for known in floors)


def _floor_of(match: re.Match[str]) -> float:
    count = 1.0 if match["n"] == "a" else number(match["n"])
    return (count or 0.0) * _SCALES[match["scale"]]
