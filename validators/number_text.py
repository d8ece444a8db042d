"""The scanner: every number that a text states, with its kind, sign, precision and place.

List markers, ordinals, headings, labels ("Table 2"), index names, tickers, versions and ids with digits are left alone.
Time is linear in the length of the text: every repeat is bounded or possessive.
"""

import re
from typing import Literal

from msgspec.structs import replace

from validators.date_text import DATE, read_date
from validators.number_tail import CURRENCIES, Tail, read_tail
from validators.quantity import DateParts, Hedge, Kind, Quantity
from validators.spelled_number import COUNTING, SPELLED, read_spelled

_SPACE = "[ \u00a0\u202f\u2009]"
BODY = (
    "(?:\\d{1,3}(?:[,\u00a0\u202f\u2009]\\d{3})++(?![\\d])|\\d{1,3}(?:['’]\\d{3})++(?!\\d)|\\d{1,2}(?:,\\d\\d)+,\\d{3}(?!\\d)"
    "|\\d++)(?:\\.\\d++)?+|\\.\\d++"
)
HYPHENS = {ord(hyphen): "-" for hyphen in "\u2010\u2011\ufe63\uff0d"}
MAY_HOLD_NUMBER = (
    rf"(?i)\d|\b(?:{COUNTING})"  # without look-around: in what it does not match, the scanner finds nothing
)
_FOUND = re.compile(
    rf"""
 (?P<url>(?:https?://|www\.)\S++|[\w.+-]{{1,64}}@[\w-]{{1,64}}\.[\w.-]{{1,64}})
|{DATE}
|(?P<clock>\b(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![:\d%])(?:{_SPACE}?[ap]\.?m\b\.?)?)
|(?P<ratio>(?<![\w.,/:$€£])\d{{1,2}}(?:%{_SPACE}/{_SPACE}\d{{1,2}}%|{_SPACE}/{_SPACE}\d{{1,2}}(?![\w%/]|[.,]\d))
|(?<![\w.,/:$€£])\d{{1,3}}(?:\.\d{{1,2}})?%?(?:(?:/\d{{1,3}}(?:\.\d{{1,2}})?%?){{1,3}}(?![\w/]|[.,]\d)
   |:\d{{1,3}}(?:\.\d{{1,2}})?(?![\w:]|[.,]\d)|-(?:for|to)-\d{{1,3}}(?![\w-])))
|(?P<ident>(?<!\w)(?!(?:USD|EUR|GBP|JPY|CHF|CAD|AUD|US|[Mm]id|[Ss]ub|[Pp]re|[Pp]ost|[Tt]op|[Nn]ear|[Ee]arly|[Ll]ate|[Nn]on)[-\d])
   [^\W\d]{{1,40}}+(?:[-_.&/][^\W\d]{{1,40}}+){{0,6}}+[-_.&/]?\d\w{{0,60}}+(?:[-_.&/]\w{{1,60}}+){{0,6}}+)
|(?P<dotted>(?<![\w.])v?\d++(?:\.\d++){{2,}}+(?:[-+.\w]{{0,20}})|(?<![\w.,$€£])\d{{1,6}}(?:\.[A-Z]{{1,4}}\b|-[A-Z]\b(?!-)|[A-Z]\b(?<![KMBTX])))
|(?P<number>{BODY})
|(?P<words>{SPELLED})
""",
    re.VERBOSE,
)
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
_MARKER = re.compile(r"(?:^|\n)[ \t>*_+\-•]*[\[(]?$")
_SIGN = re.compile(
    rf"(?P<open>\()?(?:(?P<first>[-−–+±])(?P<gap>{_SPACE})?)?(?:(?P<money>(?:US|C|A|HK|NZ|S|CA|AU)?\$|[€£¥₹₩]"
    rf"|\b(?:{'|'.join(code for code in CURRENCIES if code.isalpha())})){_SPACE}?)?(?P<inner>\()?(?P<second>[-−–+])?$"
)
_NEGATIVE_WORD = re.compile(r"\b(?:minus|negative)[ -]$", re.IGNORECASE)
_POSITIVE_WORD = re.compile(r"\b(?:plus|positive)[ -]$", re.IGNORECASE)
_HEDGES: tuple[tuple[Hedge, re.Pattern[str]], ...] = (
    (
        "about",
        re.compile(
            r"(?:\b(?:about|around|roughly|approximately|approx\.?|circa|ca\.|some|close to|near|or so|in the region of"
            r"|on the order of|in the neighbou?rhood of|more or less)[ ](?:a[ ])?|[~≈]\s?)$",
            re.IGNORECASE,
        ),
    ),
    (
        "over",
        re.compile(
            r"(?:\b(?:over|more than|above|at least|exceed(?:s|ed|ing)|upwards? of|greater than|higher than|just over|no less than"
            r"|in excess of|north of|topping|topped|past)[ ](?:a[ ])?|[>≥]=?\s?)$",
            re.IGNORECASE,
        ),
    ),
    (
        "under",
        re.compile(
            r"(?:\b(?:nearly|almost|under|less than|below|just under|just shy of|shy of|up to|at most|no more than|fewer than"
            r"|lower than|not quite|approaching|south of|a little under)[ ](?:a[ ])?|[<≤]=?\s?)$",
            re.IGNORECASE,
        ),
    ),
)
_ACCOUNTING_LEAD = re.compile(
    r"(?:^|[:|=$€£]|\b(?:was|were|is|are|of|at|to|from|by|and|or|versus|vs\.?|returned|loss|income|profit|reported|posted|than))\s*$",
    re.IGNORECASE,
)
_JOIN = re.compile(rf"{_SPACE}?[-–—−]{_SPACE}?|{_SPACE}(?:to|and|or){_SPACE}|{_SPACE}?/{_SPACE}?")
_BETWEEN = re.compile(r"\b(?:between|from|either)\b[^.;]{0,12}$", re.IGNORECASE)
_HEADING = re.compile(r"(?:^|\n)[ ]{0,3}\#{1,6}[ \t][^\n]*")
_OFTEN_IDLE = re.compile(r"24/7|9/11|50/50 (?:chance|odds)|50/50 guess")


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every number that `text` states, in order."""
    text = text.translate(HYPHENS)
    closed = [match.span() for match in _HEADING.finditer(text)] if "#" in text else []
    found: list[Quantity] = []
    place = end = 0
    for match in _FOUND.finditer(text):
        start = match.start()
        while place < len(closed) and closed[place][1] <= start:
            place += 1
        if start < end or (place < len(closed) and closed[place][0] < match.end()):
            continue
        form = match.lastgroup
        if form in ("url", "clock", "ident", "dotted", None):
            continue
        read = _number(text, match) if form in ("number", "words") else _other(text, match, str(form))
        found.extend(read)
        if read:
            end = read[-1].end
    return _ranges(text, found)


def _other(text: str, match: re.Match[str], form: str) -> list[Quantity]:
    if form == "ratio":
        return _ratio(match)
    readings = read_date(form, match.group())
    if not readings:
        return []
    return [_date(match, readings)]


def _date(match: re.Match[str], readings: tuple[DateParts, ...]) -> Quantity:
    year = float(readings[0].year or 0)
    return Quantity(
        text=match.group(), start=match.start(), end=match.end(), kind="date", value=year, step=1.0, readings=readings
    )


def _ratio(match: re.Match[str]) -> list[Quantity]:
    written = match.group()
    if _OFTEN_IDLE.fullmatch(written):
        return []
    parts = tuple(float(part) for part in re.findall(r"\d+(?:\.\d+)?", written))
    kind: Kind = "split"
    value = parts[0] / parts[1] if parts[1] else 0.0
    return [
        Quantity(
            text=written, start=match.start(), end=match.end(), kind=kind, value=value, step=1.0, parts=parts,
        )
    ]  # fmt: skip


def _number(text: str, match: re.Match[str]) -> list[Quantity]:
    start, end = match.span()
    spelled = match.lastgroup == "words"
    fraction = False
    if spelled:
        words = read_spelled(match.group())
        if words is None:
            return []
        value, step, scale, fraction = words.value, words.step, words.scale, words.fraction
        if fraction and "quarter" in match.group() and "-" not in match.group() and not text.startswith(" of", end):
            return []
    else:
        body = match.group()
        glued = start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_^")
        if glued and not re.search(rf"(?:{'|'.join(CURRENCIES)})$", text[max(0, start - 4) : start]):
            return []
        decimal_comma = re.compile(r",(\d{1,2})(?=[ \u00a0]?%)").match(text, end) if "," not in body else None
        if decimal_comma is not None and "." not in body:
            body, end = f"{body}.{decimal_comma.group(1)}", decimal_comma.end()
        decimals = len(body.partition(".")[2])
        value = float(re.sub("[,'’\u00a0\u202f\u2009]", "", body))
        step, scale = 10.0**-decimals if decimals < 300 else 0.0, 1.0
    before = text[max(0, start - 32) : start]
    prefix = _SIGN.search(before)
    assert prefix is not None  # every part of the pattern is optional
    head = before[: prefix.start()]
    closing = text[end : end + 1] == ")" and bool(prefix["open"] or prefix["inner"])
    tail = read_tail(text, end + closing, spelled=spelled)
    if tail is None or (closing and tail.end == end + 1 and not prefix["inner"]):
        closing, tail = False, read_tail(text, end, spelled=spelled)
    if tail is None:
        return []
    marked = _marked(head, prefix)
    currency = CURRENCIES.get(prefix["money"] or "") or tail.currency
    begin, gloss = start, False
    sign: Literal[-1, 0, 1] = 0
    if prefix["money"] or marked:
        begin = start - len(prefix.group()) + bool(prefix["open"])
    if marked:
        sign = 1 if "+" in prefix.group() else 0 if "±" in prefix.group() else -1
    elif closing:
        sign, begin = -1, start - len(prefix.group())
    elif prefix["open"] and text[tail.end : tail.end + 1] == ")":
        sign, gloss = (-1 if _ACCOUNTING_LEAD.search(head) else 0), True
    elif _NEGATIVE_WORD.search(head):
        sign = -1
    elif _POSITIVE_WORD.search(head):
        sign = 1
    stop = tail.end
    integer = step >= 1 and tail.kind is None and currency is None
    if not spelled and integer and tail.scale == 1 and _idle(text, before, match, tail, value, stop):
        return []
    if spelled and match.group().lower() in ("one", "zero") and tail.kind is None and tail.scale == 1:
        return []
    kind = _kind(tail, currency, integer and not fraction, fraction)
    factor = tail.scale * (
        10.0**tail.exponent if abs(tail.exponent) < 300 else float("inf") if tail.exponent > 0 else 0.0
    )
    readings: tuple[DateParts, ...] = ()
    if not spelled and integer and factor == 1 and sign == 0 and 1900 <= value <= 2099 and end - start == 4:
        readings, kind = (DateParts(year=int(value)),), "date"
    return [
        Quantity(
            text=text[begin:stop], start=begin, end=stop, kind=kind, value=(sign or 1) * value * factor,
            step=step * factor, sign=sign, gloss=gloss, scale=scale * tail.scale, currency=currency, noun=tail.noun,
            hedge=_hedge(text[max(0, begin - 28) : begin], tail), spelled=spelled, readings=readings,
        )
    ]  # fmt: skip


def _marked(head: str, prefix: re.Match[str]) -> bool:
    """Whether the dash or plus before a number is its sign, and not a hyphen or a range's dash."""
    if prefix["first"] is None:
        return prefix["second"] is not None and (prefix["money"] is not None or prefix["inner"] is not None)
    if (prefix["gap"] or "").isspace():
        return False  # a bullet or a dash
    if prefix["open"] or head[-1:] in (
        "",
        "(",
        "[",
        "{",
        "|",
        ":",
        "=",
        ",",
        ";",
        '"',
        "'",
        "`",
        "*",
        "~",
        "≈",
        "<",
        ">",
        "/",
    ):
        return True
    return head[-1:].isspace()


def _kind(tail: Tail, currency: str | None, integer: bool, fraction: bool) -> Kind:
    if tail.kind is not None:
        return tail.kind
    if currency is not None:
        return "money"
    if fraction:
        return "fraction"
    if tail.noun is not None and tail.is_time:
        return "duration"
    return "count" if integer and tail.noun is not None else "plain"


def _idle(text: str, before: str, match: re.Match[str], tail: Tail, value: float, end: int) -> bool:
    """Whether a bare whole number is a list marker, a label, a citation or part of a name."""
    after = text[end : end + 2]
    if _INDEX.search(before) or (value < 1000 and _LABEL.search(before) and not tail.is_time):
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


def _hedge(before: str, tail: Tail) -> Hedge | None:
    for hedge, pattern in _HEDGES:
        if pattern.search(before):
            return hedge
    return tail.hedge


def _ranges(text: str, found: list[Quantity]) -> tuple[Quantity, ...]:
    """A first end of a range without a unit takes the second's: "3–5 bps", "between 10 and 12%", "$10–12 million"."""
    for index in range(len(found) - 1, 0, -1):
        left, right = found[index - 1], found[index]
        gap = text[left.end : right.start]
        if len(gap) > 6 or not _JOIN.fullmatch(gap):
            continue
        word = gap.strip()
        if (
            word in ("and", "or")
            and not _BETWEEN.search(text[max(0, left.start - 20) : left.start])
            and right.kind != "basis_points"
        ):
            continue
        if (
            left.kind in ("plain", "count")
            and left.noun is None
            and right.kind in ("percent", "points", "basis_points", "duration")
        ):
            found[index - 1] = replace(left, kind=right.kind, noun=right.noun)
        elif (
            left.kind in ("plain", "count", "money")
            and left.scale == 1
            and left.noun is None
            and right.scale > 1
            and right.kind in ("plain", "money", "count")
        ):
            found[index - 1] = replace(
                left, kind="money" if left.currency else right.kind, value=left.value * right.scale, step=left.step * right.scale,
                scale=right.scale, currency=left.currency or right.currency,
            )  # fmt: skip
            if left.currency:
                found[index] = replace(right, kind="money", currency=left.currency)
        elif (
            left.kind == "money"
            and right.kind in ("plain", "count")
            and right.noun is None
            and word in ("-", "–", "to")
        ):
            found[index] = replace(right, kind="money", currency=left.currency)
    return tuple(found)
