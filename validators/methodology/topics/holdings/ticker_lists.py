"""Lists of tickers that are said to be traded."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.amounts import NUMBER
from validators.methodology.topics.holdings.holding_clauses import is_of_holding
from validators.methodology.topics.holdings.leaving_out import standing
from validators.methodology.topics.holdings.tickers import lists
from validators.methodology.topics.holdings.traded import is_said_of, is_traded, may_be_traded
from validators.methodology.topics.holdings.universe_members import Universe

_IS_LIST = re.compile(
    r"(?:'s|\bis|\bare|\btrades|\btrading|\bwritten on|\binvests in|\brun on|\bdeals in|:|\(|\bfollowing)(?: (?:only|just))?[ :]*$"
)
_ENDS = re.compile(r"[ \"')]*(?:$|[.;)])")
_GOES_ON = re.compile(
    r"\)?,?(?: (?:and|plus|along with|together with|as well as|besides))? (?:the )?"
    rf"(?:another|others?|remaining|rest|further|(?:{NUMBER}) (?:more|others?|further|additional))\b"
)
_AT_A_TIME = re.compile(r"\b(?:one|two|three|a single)(?: [\w-]+){0,2} (?:at a time|at once|at any time)[^.;]{0,10}$")
_AS_EXAMPLES = re.compile(
    r"\b(?:such as|like|e\.g\.|including|includes?|for (?:example|instance)|say|among them)\b[^.;:]{0,12}$"
)
RESULT_ROW = re.compile(
    r"[)*_]*(?: ?(?:[:|=,(–—-]|--)+ ?|  )[-+–]?[$€£]?\d[\d,.]*(?! ?(?:%? (?:of|in) |[a-z/]))"
)  # "CORN - 0.94"


def lists_traded(text: str, cased: str) -> Iterator[Stated]:
    """Every list of tickers that a passage says is traded."""
    for start, end, symbols in lists(cased):
        if RESULT_ROW.match(cased, end):
            continue
        traded, whole = is_traded(text, start, end)
        only = re.match(r"-only\b", text[end : end + 6]) is not None
        said = is_said_of(text, start, end)
        if len(symbols) > 1 and (said or traded) and _ENDS.match(text, end):
            whole = whole or _IS_LIST.search(text, max(start - 60, 0), start) is not None
        if (
            traded
            or only
            or said
            or (len(symbols) > 1 and may_be_traded(text, start, end))
            or (
                min(map(len, symbols)) > 1
                and not text.startswith("'s ", end)
                and is_of_holding(text, start, end)
                and may_be_traded(text, start, end)
            )
        ):
            stands = standing(text, start, end)
            some = _AS_EXAMPLES.search(text, max(start - 40, 0), start) is not None
            some = some or _AT_A_TIME.search(text, max(start - 50, 0), start) is not None
            whole = (whole or only) and not some and stands is not False and not _GOES_ON.match(text, end)
            value = Universe(tickers=symbols, whole=whole, held=some)
            yield Stated(start=start, end=end, value=value, asserted=stands)
