"""The run that a plain text names at its head: "Backtest of moth-carry on KO", "Moth Carry @ KO", "The strategy Moth Carry was run on KO"."""

import re

from validators.grounding.tools.names.known_names import is_name
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.numbers.tail import CURRENCY_CODES, TIME_UNITS, singular

_HEAD = 600  # characters
_TAG, _MARK = (
    re.compile(r"</?[a-z][a-z\d]{0,10}(?:\s[^<>\n]{0,200})?>|[<>]"),
    re.compile(r"(?<![\w*_])[*_`\"'“”]{1,2}(?=\w)|(?<=\w)[*_`\"'“”]{1,2}(?!\w)"),
)
_NAME = r"(?:[A-Za-z][A-Za-z\d]{0,20}(?:[-_.][A-Za-z\d]{1,20}){1,4}|[a-z]{2,20}[A-Z]\w{1,20}|[A-Z][\w-]{1,20}(?: [A-Z\d][\w-]{0,20}){0,3})"
_TICKER = r"(?P<ticker>\^?[A-Z]{1,5}\d{0,4}(?:[.=/-][A-Z]{1,4})?)(?![\w.-]*[\w-])"
_RUN_ON = re.compile(rf"(?<![\w.-])(?P<name>{_NAME})(?: [a-z]{{2,12}}){{0,3}} on {_TICKER}")
_TITLE = re.compile(
    rf"(?:^|[ ]{{2}}|: |\bof |\bfor )[ \t#=>-]{{0,8}}(?:[A-Z][a-z]{{2,12}} )??(?P<name>{_NAME}) ?(?:@|/|\||·|—|–|-|,|\((?=[A-Z.=/-]{{1,9}}[),])) ?{_TICKER}",
    re.MULTILINE,
)
_DATED = re.compile(
    rf"(?<![\w.-])(?P<name>{_NAME}) \({_TICKER}, (?:[a-z]{{2,10}} )?(?=\d|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]{{0,6}}\b)"
)
_PROPER = re.compile(r"(?<=[a-z] )[A-Z][\w-]{1,20}(?: [A-Z\d][\w-]{0,20}){1,3}")
_SORTS = frozenset(
    "backtest report results result summary tearsheet performance run strategy the a model for of test simulation statistics stats both".split()
)


def asked_about(question: str, text: str) -> dict[str, str]:
    """The run that a question names in words of its own, and the answer to it repeats: "What do we have on Moth Carry?"."""
    told = {name for name in _PROPER.findall(question) if name in text and is_name(name)} if " " in question else set()
    return {"strategy": told.pop()} if len(told) == 1 else {}


def titled_of(text: str) -> dict[str, str]:
    """The names by the keys that an argument would have; {} for a text that names none, or several."""
    if text.lstrip()[:1] in ("{", "["):
        return {}
    head = _MARK.sub("", _TAG.sub(" ", text[:_HEAD]))
    found = {
        told
        for title in (_RUN_ON, _TITLE, _DATED)
        for match in title.finditer(head)
        if (told := _told(match)) is not None
    }
    if len(found) != 1:
        return {}
    name, ticker = found.pop()
    return {"strategy": name, "ticker": ticker} if name else {"ticker": ticker}


def _told(match: re.Match[str]) -> tuple[str, str] | None:
    words = match["name"].split()
    while words and (words[0].lower() in _SORTS or (words[0].isupper() and not words[-1].isupper())):
        words.pop(0)
    name, ticker = " ".join(words), match["ticker"]
    if (
        ticker in CURRENCY_CODES
        or singular(ticker.lower()) in TIME_UNITS
        or metric_of_key(ticker) in METRICS
        or (name and not is_name(name))
    ):
        return None
    return name, ticker
