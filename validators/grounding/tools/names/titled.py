"""What the title of a plain report says that it is of: "oakTrend on SPY, 2010 to 2019", "Oak Trend / SPY / 2010-2019"."""

import re
from collections.abc import Mapping

from validators.grounding.tools.keys import kind_of_names
from validators.grounding.tools.names.known_names import is_name

_A_DATE = r"(?=\d|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b)"
_MODEL = r"(?:[A-Za-z]\w*(?:[._-][A-Za-z\d]+)+|[a-z]{2,20}[A-Z]\w*|[A-Z][\w-]{2,20}(?: [A-Z][\w-]{1,20}){0,3})"
_TICKER = r"\^?[A-Z]{1,5}(?:[.=/-][A-Z\d]{1,4})?"
_TITLES = tuple(
    re.compile(rf"(?<![\w.-])(?P<model>{_MODEL}){between}(?P<ticker>{_TICKER}){behind}")
    for between, behind in (
        (r"\s{1,3}(?:[a-z]{2,10}\s)?on\s{1,3}", r"(?![\w./-]\w)"),
        (r"\s?(?P<bar>[/|·])\s", rf"\s?(?P=bar)\s{_A_DATE}"),
        (r"\s{1,3}\(", rf",\s(?:[a-z]{{2,10}} )?{_A_DATE}"),
    )
)
_DRAWN = re.compile(r"[*`_<>#\[\]]{1,3}(?=\w)|(?<=\w)[*`_<>#\[\]]{1,3}(?!\w)")
_LONGEST = 600  # characters of a text's head


def titled(text: str, call: Mapping[str, object]) -> Mapping[str, str]:
    """The model and the ticker of a plain text's title; nothing where there are several, and only what the call does not tell."""
    if text.lstrip()[:1] in ("{", "["):
        return {}
    head = _DRAWN.sub("", text[:_LONGEST])
    found = {(match["model"], match["ticker"]) for title in _TITLES for match in title.finditer(head)}
    told = {pair for pair in found if is_name(pair[0]) and is_name(pair[1])}
    if len(told) != 1:
        return {}
    kinds = {kind_of_names(key) for key in call}
    (names,) = told
    return {kind: name for kind, name in zip(("model", "ticker"), names, strict=True) if kind not in kinds}
