"""Whether a tool's result holds anything, and whether an answer uses it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import msgspec

SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")
"""What stands between the sentences of an answer."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d(?=\s?(?:%|x\b|bps?\b|basis|per ?cent|percentage))")
_CODE = re.compile(r"(?<![\w.])[A-Z][A-Z0-9]{1,5}(?![\w-])")
_ACRONYMS = frozenset(
    "CAGR ETF ETFS US USA USD EUR GBP UK EU AI ML API JSON OK ID CEO CIO NAV AUM SMA EMA RSI IMPORTANT NOTE".split()
)
_ANNOUNCES = re.compile(
    r"\b(?:I(?:['’]ve| have)?|has been|have been) (?:\w+ )?(?:looked|pulled|retrieved|found|completed|fetched|run|ran|simulated|loaded|gathered|got)\b|\bsuccessfully\b",
    re.IGNORECASE,
)
_ASKS_WHETHER = re.compile(
    r"(?:(?:so|and|but|ok(?:ay)?),? )?(?:did|does|do|is|are|was|were|has|have|had|would|will|which)\b", re.IGNORECASE
)
_COMPARES = re.compile(
    r"\b(?:more(?! (?:information|details?|context|time|data))|less|better|worse|higher|lower|smaller|larger|bigger|deeper|shallower|fewer|ahead|behind)\b|\b(?:beat|lagg?|trail|out-?perform|under-?perform)(?:s|ed)?\b",
    re.IGNORECASE,
)
_ZERO = re.compile(
    r"(?:trades|signals|positions|orders|entries|count|total|matches|hits|holdings|fills)\"?\s*[:=]\s*0(?:\.0+)?(?![\d.])"
)
_TELLS_NONE = re.compile(
    r"\b(?:never|none|nothing|zero|flat|not a single)\b|n['’]t (?:a single|any)\b|\bno (?:\w+ )?(?:trades?|signals?|positions?|orders?|entr(?:y|ies)|fills?|match(?:es)?|hits?|holdings?)\b",
    re.IGNORECASE,
)
_NUMBERED_KEY = re.compile(r"\"[^\"\n]{1,60}\"\s*:\s*(?:-?\d[\d.e+-]*|(?=[\[{]))", re.IGNORECASE)
_KEY = re.compile(r"\"[^\"\n]{1,60}\"\s*:")
_IN_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|"
    r"third|quarter|(?:two|three)-(?:thirds|quarters|fifths))\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"(?<![\d.,])(?:\d[\d,]*\.\d+|\d[\d,.]*(?=\s?(?:%|per ?cent\b)))|(?<=[$€£])\d[\d,.]*|(?<=[$€£] )\d[\d,.]*"
)
_PLAIN_COUNT = re.compile(
    r"(?<![\w.,$-])\d{1,3}(?:,\d{3})*(?= (?:trades|bps|basis points|wins|losses|positions|signals|days|months|shares)\b)"
)
_NOTHING = re.compile(
    r"\W*(?:there (?:are|is|were|was) )?(?:no|0|zero) (?:[\w-]+ ){0,3}(?:results?|matches|match|hits?|documents?|passages?|records?|rows?|trades?|signals?|"
    r"positions?|holdings?|entries|entry|orders?|items?)\b|\W*(?:nothing|none)\b|\W*(?:null|nil|n/a)\W*$",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"[:\[,]\s?-?\d+\.\d")  # in JSON; some of them are a result
_NOTICES = re.compile(r"error|warning|notice|message|reason|missing|failed", re.IGNORECASE)
_HEADER_ALONE = re.compile(r"[^\W\d][\w ]{0,40}(?:[,;|\t][^\W\d][\w ]{0,40}){2,60}")
_OF_ANY = re.compile(
    r"\b(?:in general|generally|typical(?:ly)?|usually|always|as a rule|often|(?:some|most|many) (?:investors|traders|people|strategies|models)|one should|"
    r"when(?:ever)? (?:you|one|we) (?:judge|compare|look|read|test)\w*|(?:is|are) a (?:matter|question) of|it(?:['’]s| is) (?:wise|good practice|important|best)|"
    r"(?:lots of|many|several|various|different) ways|depends on what you|any (?:\w+ )?(?:strategy|model|backtest|system|investment)|(?:is|are) (?:the )?key\b(?=,| to)|can be (?:\w+ )?(?:assessed|measured|judged|evaluated|viewed|looked)|"
    r"(?:before|when|if) (?:you|one|we) (?:use|trade|invest|choose|pick|rely)|(?:^|[.!?]\s+)(?:an?|the) (?:\w+ )?(?:sharpe(?: ratio)?|sortino(?: ratio)?|drawdowns?|volatility|cagr|backtest|"
    r"strategy|methodology|model|ratio) (?:is|are|tells?|measures?|shows?|means|follows?|describes?|gives?|says?|relates?) (?:you |us |one )?(?:how|what|an?|the|that|whether|transparent|only|merely|simple))\b",
    re.IGNORECASE,
)
# What any answer on any strategy says: no sign that a result was read.
_COMMON = frozenset(
    word[:5]
    for word in (
        "that this with from have will your they their them there which would about into over than then when were been also some more most very what "
        "does only such each other these those being between both because while where whether since until after before could should just like make made "
        "many much might must need never once same upon using used well within without still even every here "
        "strategy strategies return returns risk risks performance performed market markets result results backtest model investor investors trading trade "
        "data price portfolio asset method methodology approach process system systematic period time value number figures question answer information "
        "first follows following differ different read reads state need needs everything know knows show shows work works look looks understand help step "
        "document documents documentation rule rules historical past future good best better"
    ).split()
)
_BEFORE_A_WORD = (" ", '"', "_", "(", "-", "\n")
_FIRST = 12
_FEW = 3
_SEVERAL = 2
_MANY = 8
_FEW_FIGURES = 4
_FEW_OF_ANY = 2


def is_empty(content: str) -> bool:
    """Whether a result holds nothing: no text, or words that say so, JSON without a value, an object
    whose lists are all empty, or a table's head without a row."""
    if len(list(islice(_FRACTION.finditer(content), _FEW))) == _FEW:
        return False
    found = _decoded(content)
    if isinstance(found, dict):
        if not any(value not in (None, "", [], {}) for value in found.values()) or _is_blank(found):
            return True
        lists = list(_lists_in(found))
        return bool(lists) and not any(lists) and _figures_in(found) < _FEW
    if isinstance(found, str):
        return found == "" or _NOTHING.match(found) is not None or _HEADER_ALONE.fullmatch(found) is not None
    return found in (None, [])


def _is_blank(found: Mapping[str, Any]) -> bool:
    """Whether several fields are null, or one beside a notice, and none holds a number or more fields: an echo of the call and a note
    on what is not there."""
    nulls = list(found.values()).count(None)
    held = {key: value for key, value in found.items() if value is not None}
    return all(isinstance(value, str) for value in held.values()) and (
        nulls >= _SEVERAL or (nulls > 0 and any(map(_NOTICES.search, held)))
    )


def _lists_in(value: Mapping[str, Any]) -> Iterator[list[Any]]:
    """The lists of an object, and of the objects in it, where they are for what was asked."""
    for key, each in value.items():
        if isinstance(each, list) and not _NOTICES.search(key):
            yield each
        elif isinstance(each, dict):
            yield from _lists_in(each)


def _figures_in(value: Any) -> int:
    """How many numbers with a fraction an object holds: fewer than a few are an echo of what was asked."""
    if isinstance(value, dict):
        return sum(map(_figures_in, value.values()))
    return isinstance(value, float)


def own_figures(text: str, *said: str) -> Iterator[re.Match[str]]:
    """The decimals, percentages and amounts of a text that nothing `said` holds."""
    for found in _FIGURE.finditer(text):
        if not _holds(found.group(), said):
            yield found


def own_counts(text: str, *said: str) -> Iterator[re.Match[str]]:
    """The counts of trades, days, basis points and the like that nothing `said` holds."""
    for found in _PLAIN_COUNT.finditer(text):
        if not _holds(found.group(), said):
            yield found


def _holds(number: str, texts: Sequence[str]) -> bool:
    """Whether a text has the number as written, or its figures in a row (11.3% of 0.1134)."""
    plain = number.replace(",", "").rstrip(".")
    digits = plain.replace(".", "").lstrip("0")
    return any(plain in text or (len(digits) > 2 and digits in text) for text in texts)


def uses(answer: str, question: str, results: Sequence[str]) -> bool:
    """Whether the answer has a number or some words of the results that are not in the question, or too few words to tell. Talk of
    what holds for any strategy has one of its words by chance."""
    numbers = _NUMBER.findall(answer)
    if any(_holds(number, results) for number in numbers[:_FEW_FIGURES] if not _is_asked_year(number, question)):
        return True
    if takes_a_name(answer, question, results):
        return True
    text = "\n".join(results).lower()
    numbers = [number for number in numbers if number not in question]
    if numbers and _begins_as_one_of(numbers, _NUMBER.findall(text)):
        return True
    of_any = _OF_ANY.search(answer) is not None
    if _TELLS_NONE.search(answer) and _ZERO.search(text):
        return True
    if not of_any and _ASKS_WHETHER.match(question) and _COMPARES.search(answer):
        return True
    values = (_KEY if of_any or _ANNOUNCES.search(answer) else _NUMBERED_KEY).sub(" ", text)
    said, own, taken = words_taken(answer, question, values)
    return (
        (said < _FEW and not of_any)
        or taken > (_FEW_OF_ANY if of_any else own >= _MANY)
        or (not numbers and _IN_WORDS.search(answer) is not None)
    )


def takes_a_number(answer: str, question: str, results: Sequence[str]) -> bool:
    """Whether one of the first numbers of an answer is of the results, and not of the question."""
    numbers = [each for each in _NUMBER.findall(answer)[:_FEW_FIGURES] if each not in question]
    return any(_holds(each, results) for each in numbers)


def takes_a_name(answer: str, question: str, results: Sequence[str]) -> bool:
    """Whether a ticker or other code of the answer is of the results, and not of the question."""
    codes = {each for each in _CODE.findall(answer) if each not in question} - _ACRONYMS
    return any(
        re.search(rf"(?<![A-Za-z0-9]){re.escape(code)}(?![A-Za-z0-9])", text) for text in results for code in codes
    )


def _is_asked_year(number: str, question: str) -> bool:
    return len(number) == len("2020") and number in question and number.isdecimal() and number[:2] in ("19", "20")


def words_taken(answer: str, question: str, text: str) -> tuple[int, int, int]:
    """How many words of an answer are not the question's, how many of these not just anyone's (of the first twelve), and how many of
    the latter the lower-case text has."""
    known = set(_WORD.findall(question.lower()))
    said = {word[:5]: None for word in _WORD.findall(answer.lower()) if word not in known}
    own = [stem for stem in said if stem not in _COMMON][:_FIRST]
    return len(said), len(own), sum(any(mark + stem in text for mark in _BEFORE_A_WORD) for stem in own)


def _begins_as_one_of(numbers: Sequence[str], told: Sequence[str]) -> bool:
    """Whether one of the numbers has the leading figures of one that was told."""
    held = set(map(_leading, told))
    held |= {each[:1] for each in held}
    return any(_leading(number) in held or _leading(number, up=-1) in held for number in numbers)


def _leading(number: str, up: int = 0) -> str:
    """The first two figures of a number, which survive a rounding and a change of unit; `up` is added to them."""
    digits = number.replace(".", "").replace(",", "").lstrip("0")[:2]
    return (str(int(digits) + up)[:2] if up and digits else digits).rstrip("0")


def _decoded(content: str) -> Any:
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError):
        return content.strip()
