"""Digits that state no number: list markers, labels ("Table 2"), citations, index names ("S&P 500")."""

import re

from validators.numbers.tail import Tail

_INDEX = re.compile(
    r"(?:S&P|SP|Russell|Nasdaq|NASDAQ|FTSE|Stoxx|STOXX|Nikkei|CSI|CAC|DAX|ASX|IBEX|TOPIX|KOSPI|Fortune|Dow|MSCI|Euro ?Stoxx"
    r"|Wilshire|SET|OMX|SMI|BSE|Nifty|NIFTY|Hang Seng|Forbes)[ \u00a0]$"
)
_LABEL = re.compile(
    r"(?:\b(?:[Ss]teps?|[Tt]ables?|[Ff]ig(?:ure|\.)?|[Ss]ections?|§|[Nn]otes?|[Aa]ppendix|[Cc]hapter|[Pp]art|[Pp]hase|[Tt]ier|[Ss]cenario"
    r"|[Oo]ption|[Cc]ase|[Rr]un|[Ii]tem|[Nn]o\.|[Rr]ank(?:ed)?|[Pp]age|[Pp]oint|[Qq]uestion|[Aa]nswer|[Cc]lause|[Rr]ule|[Ee]xample|[Cc]all"
    r"|[Ll]ine|[Ff]ootnote|[Ee]xhibit|[Ss]trategy|[Mm]odel|[Dd]oc(?:ument)?|[Ss]ource|[Tt]est|[Vv]ersion|[Ll]evel|[Cc]lass|[Gg]roup"
    r"|[Pp]ortfolio|[Bb]asket|[Bb]ucket|[Aa]rticle|[Rr]ef\.?|[Ll]eg|[Dd]ay|[Ww]eek|[Yy]ear|[Mm]onth)[ \u00a0]|\#)$"
)
# labels that may as well be settings or counts with a larger number: "Account 2", "candidate 1", "takeaway 3"
_FEW_LABEL = re.compile(
    r"\b(?:account|book|sleeve|fund|desk|candidate|contender|contestant|set-?up|variant|setting|round|stage|trial|attempt|experiment|config(?:uration)?|system|series|set"
    r"|sample|window|fold|batch|block|layer|bin|tab|column|lot|pair|priority|category|type|finding|take-?away|reason|fact|remark|observation|caveat|bullet|aspect|criterion"
    r"|topic|task|output|result|response|query|number|bench|simulation|back-?test|alternative|choice|place|plan|idea|lesson|tip|risk|issue|argument|entry|record|study|draft|"
    r"attachment|enclosure|lane|arm|side|proposal|profile|regime|block|act|ad|memo)[ \u00a0]$",
    re.IGNORECASE,
)
_REVISION = re.compile(
    r"(?:\b(?:rev(?:ision)?|ver(?:sion)?|release|build|section|sect?|table|fig(?:ure)?|chapter|appendix|annex|box|cell|row|slide|sheet|panel|chart|field|clause|para(?:graph)?|eq(?:uation)?)\.?|§|¶)[ \u00a0]$",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\b(?:ISO|RFC|IFRS|IAS|FRS|ASC|SOX|EN|DIN|ANSI|IEEE|UCITS|MiFID|Basel|[Rr]egulation|[Dd]irective|[Ff]orm|[Ss]chedule|[Aa]rt\.|[Ss]ec\.|PEP|Python|GPT|Claude|Web)[ \u00a0-]$"
)
_CITED = re.compile(
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[A-Z][a-z]+(?:,? (?:and|&|et al\.?|[A-Z][a-z]+)){0,3} ?[(,] ?$"
)
# "a 5-star fund", "the 200-day line", "a 10-year Treasury": part of a name; "a 47-trade sample" counts, and so does "a 121-day slump".
_MODIFIER = re.compile(
    r"-(?!trade|position|holding|signal|name|stock|month return|(?:day|week|month|session) (?:wait|recovery|slide|slump|drought|descent|climb back)\b)[A-Za-z]{2,}"
)
_SPELLED_MODIFIER = re.compile(r"-(?:second|minute|hour|day|week|month|quarter|year|session|bar|candle)(?=[\s-][a-z])")
_YEARLY = re.compile(
    r"\s(?:trading |business |calendar )?(?:days|sessions|weeks|months|periods|bars|observations) (?:per|a|in a|each|every|to the|to a|makes? (?:up )?(?:a|one)) (?:\w+ )?(?:year|annum)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"[ -](?:hours?|days?|minutes?|seconds?|weeks?|sessions?|bars?|trading days?)[ ](?:per|a|in an?|each|every|of the)[ ](?:\w+ )?(?:minute|hour|day|week|month|quarter)\b",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:past|last|trailing|previous|prior) \Z", re.IGNORECASE)
_ROOT = re.compile(r"(?:√|\b(?:square )?root of|\bsqrt)\s?\(?$", re.IGNORECASE)
_YEAR_HAS = re.compile(r"\b(?:year|annum|annuali[sz]\w+)\b[^.;]{0,24}$", re.IGNORECASE)
_USES = re.compile(
    r"\b(?:uses|used|using|assumes|assumed|assuming|computed (?:with|on)|counts|scaled by|based on)\s$", re.IGNORECASE
)
_SCALE = re.compile(r"\b(?:scale|rating) (?:of|from) (?:\d{1,3} (?:to|-) )?$", re.IGNORECASE)
_PER_YEAR = frozenset({252.0, 250.0, 260.0, 261.0, 360.0, 365.0, 52.0, 12.0, 4.0})
_MARKER = re.compile(r"(?:^|\n)[ \t>*_+\-•]*[\[(]?$")
_INLINE = re.compile(r"(?:^|[:;,.!?\n)–—]|\b(?:and|or))[ \t*_>(]*$")
_AFTER_MARK = re.compile(r"(?:[.):]|[ ]?[–—-])[ \t*]{1,3}(?=[^\W\d]|[*_\ue000-\uf8ff])")
# "for every 100 trades", "per $10,000 put in": of what size a thing is told, not how many there are
_BASE = re.compile(r"\b(?:per|every|each)\s[^\w\s]{0,3}$", re.IGNORECASE)
_TESTED = re.compile(r"\b(?:significan\w*|reject\w*) (?:even )?at (?:the )?\Z", re.IGNORECASE)
_OF_TEST = re.compile(r" (?:significance|sig\.) level", re.IGNORECASE)
_ROUND = frozenset({1.0, 10.0, 100.0, 1000.0, 10_000.0, 100_000.0, 1_000_000.0})


def is_significance_level(text: str, start: int, end: int) -> bool:
    """Whether a percentage is the level of a test, which its reader sets: "not significant at 5%"."""
    return _TESTED.search(text, max(0, start - 32), start) is not None or _OF_TEST.match(text, end) is not None


def is_base(text: str, start: int, value: float) -> bool:
    """Whether a round number is what something else is told for: "for every $100 put in"."""
    if value not in _ROUND:
        return False
    before = text[max(0, start - 16) : start]
    return _BASE.search(before) is not None


def _is_marker(text: str, start: int, end: int, value: float) -> bool:
    """Whether a small number marks an item of a list that runs on in a line: "two runs, 1) A ...; 2) B ...", "1. A ... 2. B ..."."""
    mark = _AFTER_MARK.match(text, end)
    if mark is None:
        return False
    before = text[max(0, start - 160) : start]
    if text[end] == ")" and before.rfind("(") <= before.rfind(")") and (not before or before[-1].isspace()):
        return True
    if _INLINE.search(before) is None or (value > 1 and before.rstrip(" \t*_>(").endswith(":")):
        return False
    sign, around = re.escape(text[end : mark.end()].strip(" \t*")), text[max(0, start - 420) : end + 420]
    further = "|".join(str(int(value) + step) for step in (-1, 1) if value + step > 1)
    if further and re.search(rf"(?:[;,.!?)]\s|\n)[ \t*_>(]{{0,4}}(?:{further})[ ]?{sign}\s", around):
        return True
    return value == 2 and re.search(rf"(?:^|[:;,.!?)\n]\s?)[ \t*_>(]{{0,4}}1[ ]?{sign}\s", around) is not None


def is_idle(text: str, start: int, end: int, value: float, tail: Tail) -> bool:
    """Whether a bare whole number is a list marker, a label, a citation or part of a name."""
    before, after = text[max(0, start - 32) : start], text[end : end + 2]
    label = _FEW_LABEL.search(before) if value < 20 else None
    if label is not None and (label[0][0].isupper() or not (tail.is_time or tail.noun)):
        return True
    if value < 20 and _is_marker(text, start, end, value):
        return True
    if value <= 60 and (_CLOCK.match(text, end) or (value == 52 and _LAST.search(before) and tail.noun == "week")):
        return True  # "24 hours a day", "the range of the past 52 weeks"
    if before.endswith("#") or _INDEX.search(before) or (value < 1000 and _LABEL.search(before) and not tail.is_time):
        return True
    if _REVISION.search(before) or _CODE.search(before) or _MODIFIER.match(text, end) or _SCALE.search(before):
        return True
    if 1700 <= value <= 2100 and after[:1] in (")", ",", "]") and _CITED.search(before):
        return True
    if value in _PER_YEAR and (
        _YEARLY.match(text, end)
        or _ROOT.search(before)
        or (value > 100 and (_YEAR_HAS.search(before) or _USES.search(before)))
    ):
        return True
    if (
        value < 100
        and _MARKER.search(before)
        and (after[:1] in (".", ")", "]", ":") and after[1:2] in (" ", "\t", "*"))
    ):
        return True
    if value < 100 and before.endswith("(") and after[:1] == ")" and after[1:2] == " " and value < 20:
        return True
    return value < 1000 and before.endswith("[") and after[:1] == "]"


def is_modifier(text: str, end: int) -> bool:
    """Whether a number in words is part of a name that tells how long something takes: "the five-day reversal"."""
    return _SPELLED_MODIFIER.match(text, end) is not None


def is_revision(text: str, start: int) -> bool:
    """Whether a number with decimals names a version or a section ("rev. 2.1", "Table 3.2")."""
    before = text[max(0, start - 24) : start]
    return _REVISION.search(before) is not None or _CODE.search(before) is not None
