"""The scanner: every number that a text states, with its kind, sign, precision and place.

List markers, ordinals, headings, labels ("Table 2"), index names, tickers, versions and ids with digits are left alone.
Time is linear in the length of the text: every repeat is bounded or possessive.
"""

import math
import re

from msgspec import Struct

from validators.numbers.dates import DATE, read_date
from validators.numbers.elapsed import with_elapsed
from validators.numbers.head import hedge_of, read_surroundings
from validators.numbers.idle import is_base, is_idle, is_modifier, is_revision, is_significance_level
from validators.numbers.part_words import PART_WORDS, read_part
from validators.numbers.quantity import DateParts, Kind, Quantity
from validators.numbers.range import with_ranges
from validators.numbers.spelled import COUNTING, SPELLED, read_spelled
from validators.numbers.tail import CURRENCIES, Tail

_SPACE = "[ \u00a0\u202f\u2009]"
BODY = (
    "(?:[1-9]\\d{0,2}(?:\\.\\d{3})+,\\d{1,2}(?!\\d|\\.\\d)|\\d{1,3}(?:[ ]\\d{3}){2,}(?!\\d)|\\d{1,3}(?:[,\u00a0\u202f\u2009]\\d{3})++(?![\\d])|\\d{1,3}(?:['’]\\d{3})++(?!\\d)|\\d{1,2}(?:,\\d\\d)+,\\d{3}(?!\\d)"
    "|\\d++)(?:\\.\\d++)?+|(?<!\\.)\\.\\d++"
)
HYPHENS = {ord(hyphen): "-" for hyphen in "\u2010\u2011\ufe63\uff0d"}
MAY_HOLD_NUMBER = rf"(?i)\d|\b(?:{COUNTING}|half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|[¼½¾⅓⅔]"  # without look-around: in what it does not match, the scanner finds nothing
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
|(?P<rule>(?<![\w.,])\d{{1,4}}[a-z]-\d{{1,3}}(?!\w))
|(?P<dotted>(?<![\w.])v?\d++(?:\.\d++){{2,}}+(?:[-+.\w]{{0,20}})|(?<![\w.,$€£])\d{{1,6}}(?:\.[A-Z]{{1,4}}\b|-[A-Z]\b(?!-)|[A-Z]\b(?<![KMBTX])))
|(?P<phone>(?<![\w.,$€£])(?:\+?\d{{1,3}}[ -])?(?:\(\d{{3}}\)[ ]?|\d{{3}}-)\d{{3}}-\d{{4}}\b|(?<!\w)\d{{3,4}}\([a-z]\)(?!\w))
|(?P<number>{BODY})
|(?P<part>(?i:{PART_WORDS}))
|(?P<words>(?i:{SPELLED}))
""",
    re.VERBOSE,
)
_BODY = re.compile(rf"(?P<number>{BODY})")
_CODE = re.compile(rf"(?:{'|'.join(code for code in CURRENCIES if code.isalpha())})$")
_EMPHASIS = re.compile(r"(?<!\w)__?(?=[-+−($€£]{0,2}\d)|(?<=[\d%)])__?(?!\w)")  # "_14.2%_"
_DECIMAL_COMMA = re.compile(r",(\d{1,2})(?=[ \u00a0]?%)")
_HALVES = {"¼": "25", "½": "5", "¾": "75"}
_AND_PART = re.compile(rf"{_SPACE}and (a half|a quarter|three[- ]quarters)(?=[ ,.;%])(?! of\b)")
_PARTS = {"a half": "5", "a quarter": "25", "three quarters": "75", "three-quarters": "75"}
_SEPARATORS = {ord(sign): None for sign in ", '’\u00a0\u202f\u2009"}
_HEADING = re.compile(r"(?:^|\n)[ ]{0,3}\#{1,6}[ \t][^\n]*")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}")
# "a few hundred dollars", "several thousand trades": no number is told
_SO_MANY = re.compile(r"\b(?:few|several|couple|couple of|many)[ -]$", re.IGNORECASE)
_SCALE_WORD = re.compile(r"(?:hundred|dozen|thousand|million|billion|trillion)\b", re.IGNORECASE)
_ORDINAL = re.compile(r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", re.IGNORECASE)
_MIX = re.compile(r"[ -](?:\w+ )?(?:investor|portfolio|mix|fund|allocation|benchmark|blend)\b", re.IGNORECASE)
_OFTEN_IDLE = re.compile(r"24/7|9/11|50/50 (?:chance|odds)|50/50 guess")


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every number that `text` states, in order."""
    text = text.translate(HYPHENS)
    if "_" in text:
        text = _EMPHASIS.sub(lambda mark: " " * len(mark[0]), text)
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
        if form in ("url", "clock", "ident", "rule", "dotted", "phone", None):
            continue
        read = _number(text, match) if form in ("number", "words") else _other(text, match, str(form))
        found.extend(read)
        if read:
            end = read[-1].end
    return with_ranges(text, with_elapsed(text, found))


def _other(text: str, match: re.Match[str], form: str) -> list[Quantity]:
    if form == "ratio":
        return _ratio(match) if _is_split(match.group()) else _each(text, match)
    if form == "part":
        part = read_part(text, match)
        return [part] if part is not None else []
    readings = read_date(form, match.group())
    if not readings:
        return []
    return [_date(match, readings)]


def _date(match: re.Match[str], readings: tuple[DateParts, ...]) -> Quantity:
    year = float(readings[0].year or 0)
    return Quantity(
        text=match.group(), start=match.start(), end=match.end(), kind="date", value=year, step=1.0, readings=readings
    )


def _is_split(written: str) -> bool:
    """Whether numbers with strokes between them are parts of one whole, and not a pair of two metrics' numbers ("20.5%/7.9%")."""
    if "/" not in written:
        return True
    parts = [float(part) for part in re.findall(r"\d+(?:\.\d+)?", written)]
    if "%" in written or "." in written:
        return abs(sum(parts) - 100) < 1
    return sum(parts) in (10, 100) or min(parts) <= 12 or max(parts) - min(parts) == 100  # 80/20, 1/2, 130/30


def _each(text: str, match: re.Match[str]) -> list[Quantity]:
    """Each number of a pair by itself."""
    return [read for part in _BODY.finditer(text, match.start(), match.end()) for read in _number(text, part)]


def _ratio(match: re.Match[str]) -> list[Quantity]:
    written = match.group()
    if _OFTEN_IDLE.fullmatch(written) or _MIX.match(match.string, match.end()):
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
    read = _words(text, match) if match.lastgroup == "words" else _digits(text, match)
    if read is None:
        return []
    around = read_surroundings(text, match.start(), read.end, spelled=read.spelled)
    if around is None:
        return []
    tail = around.tail
    integer = read.step >= 1 and tail.kind is None and around.currency is None
    if integer and not read.spelled and text[match.start()] == "0" and read.end - match.start() > 1:
        return []  # part of an id: "0199"
    if read.spelled:
        if match.group().lower() in ("one", "zero") and tail.kind is None and tail.scale == 1:
            return []
        if is_modifier(text, match.end()):
            return []
    elif (tail.kind is None and around.currency is None and is_revision(text, match.start())) or (
        integer and tail.scale == 1 and is_idle(text, match.start(), tail.end, read.value, tail)
    ):
        return []
    factor = tail.scale * (10.0**tail.exponent if abs(tail.exponent) < 300 else math.inf if tail.exponent > 0 else 0.0)
    if tail.kind == "percent" and is_significance_level(text, around.begin, tail.end):
        return []
    if tail.kind is None and is_base(text, around.begin, read.value * factor):
        return []
    kind = _kind(tail, around.currency, integer=integer, fraction=read.fraction)
    readings: tuple[DateParts, ...] = ()
    year = not read.spelled and integer and factor == 1 and around.sign == 0 and read.end - match.start() == 4
    if year and 1900 <= read.value <= 2099:
        readings, kind = (DateParts(year=int(read.value)),), "date"
    return [
        Quantity(
            text=text[around.begin : tail.end], start=around.begin, end=tail.end, kind=kind,
            value=(around.sign or 1) * read.value * factor, step=read.step * factor, sign=around.sign, gloss=around.gloss,
            scale=read.scale * tail.scale, currency=around.currency, noun=tail.noun,
            hedge=hedge_of(text[max(0, around.begin - 28) : around.begin], tail), spelled=read.spelled, readings=readings,
        )
    ]  # fmt: skip


class _Read(Struct, frozen=True):
    """Digits or words up to `end`, as a number."""

    value: float
    step: float
    scale: float
    end: int
    spelled: bool = False
    fraction: bool = False


def _words(text: str, match: re.Match[str]) -> _Read | None:
    written, end = match.group(), match.end()
    words = read_spelled(written)
    if words is None:
        return None
    if _ORDINAL.match(text, end) or (
        _SCALE_WORD.match(written) and _SO_MANY.search(text, max(0, match.start() - 12), match.start())
    ):
        return None
    if words.fraction and "quarter" in written and "-" not in written and not text.startswith(" of", end):
        return None  # "three quarters in a row"
    return _Read(words.value, words.step, words.scale, end, spelled=True, fraction=words.fraction)


def _digits(text: str, match: re.Match[str]) -> _Read | None:
    start, end = match.span()
    body = match.group()
    glued = start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_^")
    if glued and not _CODE.search(text[max(0, start - 4) : start]):
        return None
    if _EUROPEAN.fullmatch(body):
        body = body.replace(".", "").replace(",", ".")
    comma = _DECIMAL_COMMA.match(text, end) if "," not in body and "." not in body else None
    if comma is not None:
        body, end = f"{body}.{comma.group(1)}", comma.end()
    if text[end : end + 1] in _HALVES and "." not in body:
        body, end = f"{body}.{_HALVES[text[end]]}", end + 1
    elif "." not in body and (part := _AND_PART.match(text, end)) is not None:
        body, end = f"{body}.{_PARTS[part[1]]}", part.end()
    decimals = len(body.partition(".")[2])
    value = float(body.translate(_SEPARATORS))
    return _Read(value, 10.0**-decimals if decimals < 300 else 0.0, 1.0, end)


def _kind(tail: Tail, currency: str | None, *, integer: bool, fraction: bool) -> Kind:
    if tail.kind is not None:
        return tail.kind
    if currency is not None:
        return "money"
    if fraction:
        return "fraction"
    if tail.noun is not None and tail.is_time:
        return "duration"
    return "count" if integer and tail.noun is not None else "plain"
