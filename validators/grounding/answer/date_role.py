"""What an answer says a date is: the start or the end of the window, a peak, a trough, the day that a list is of."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from validators.grounding.tools.vocabulary.words import key_words
from validators.numbers.quantity import Quantity

Role = Literal["start", "end", "peak", "trough", "as_of", "best_month", "worst_month", "best_day", "worst_day"]

_TO = re.compile(
    r"\)?,?\s{0,3}(?:[-–—]{1,2}|\.{2,3}|→|->|/|to|through|thru|until|till|and|up to|ending(?: on)?)\s{0,3}(?:the end of |end of |mid-|late |early |on )?",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s?[-–—]\s?")
_LED = re.compile(r"\b(?:from|between) $", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\b", re.IGNORECASE)
_WINDOW = re.compile(
    r"\b(?:backtest\w*|tests?|tested|window|period|sample|simulat\w+|runs?|ran|data|history|coverage|cover(?:s|ed|ing)?|record|span\w*|from|between|window:)\b",
    re.IGNORECASE,
)
_OTHER_SPAN = re.compile(
    r"\b(?:peaks?|highs?|troughs?|lows?|bottoms?|drawdown|recover\w*|episode|held|hold|entry|exit|bought|sold|trade (?:of|from)|stretch|spell|phase|(?:bear|bull) market|crash|crisis|slump|rally)\b",
    re.IGNORECASE,
)
_BEST, _WORST = (
    r"best|strongest|finest|top|highest|most profitable",
    r"worst|weakest|poorest|lowest|ugliest|toughest|most painful",
)
_EXTREMES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("best_month", re.compile(rf"\b(?:{_BEST})\b[^.;,]{{0,20}}\bmonth", re.IGNORECASE)),
    ("worst_month", re.compile(rf"\b(?:{_WORST})\b[^.;,]{{0,20}}\bmonth", re.IGNORECASE)),
    ("best_day", re.compile(rf"\b(?:{_BEST})\b[^.;,]{{0,20}}\b(?:day|session)\b", re.IGNORECASE)),
    ("worst_day", re.compile(rf"\b(?:{_WORST})\b[^.;,]{{0,20}}\b(?:day|session)\b", re.IGNORECASE)),
)
_BEFORE: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "as_of",
        re.compile(
            r"\b(?:as of|as at|as on|dated|valid (?:for|on)|live (?:for|on)|snapshot (?:of|from))\s(?:the )?(?:close of )?$",
            re.IGNORECASE,
        ),
    ),
    (
        "start",
        re.compile(
            r"\b(?:start(?:s|ed|ing)?|begin(?:s|ning)?|began|open(?:s|ed|ing)?|since|kick(?:s|ed) off|first (?:day|session|bar))\b(?: on| in| at| is| was| of| with|:|,){0,2}\s{0,2}$",
            re.IGNORECASE,
        ),
    ),
    (
        "end",
        re.compile(
            r"\b(?:end(?:s|ed|ing)?|clos(?:es|ed|ing)|stop(?:s|ped)?|through|until|till|finish(?:es|ed|ing)?|last (?:day|session|bar))\b(?: on| in| at| is| was| of| with|:|,){0,2}\s{0,2}$",
            re.IGNORECASE,
        ),
    ),
    (
        "peak",
        re.compile(
            r"\b(?<!new )(?<!old )(?<!fresh )(?<!prior )(?<!previous )(?<!former )(?<!earlier )(?<!another )(?<!that )(?<!record )(?:peak(?:ed)?|high(?: point)?|top)\b(?: on| in| of| is| was| came| fell| fell on|:|,|\s){0,3}$",
            re.IGNORECASE,
        ),
    ),
    (
        "trough",
        re.compile(
            r"\b(?:trough|bottom(?:ed)?(?: out)?|low(?: point)?)\b(?: on| in| of| is| was| came| fell|:|,|\s){0,3}$",
            re.IGNORECASE,
        ),
    ),
)
_KEY_ROLES: tuple[tuple[Role, frozenset[str]], ...] = (
    ("peak", frozenset({"peak", "high", "top"})),
    ("trough", frozenset({"trough", "low", "bottom", "valley"})),
    ("start", frozenset({"start", "from", "begin", "beginning", "first", "since", "inception", "starts"})),
    ("end", frozenset({"end", "to", "until", "through", "last", "finish", "ends"})),
)
_EXTREME_KEY = re.compile(
    r"(best|worst)[\w.\"\[\] ]{0,12}?(?:(month)|day|(?<=[_.])1d)(?:[_.]?(?:date|name|label|when|on))?\W{0,2}$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?]\s|\n")
_LAST_KEY = re.compile(r'(?:\.(\w+)|\["([^"\]]+)"\])$')


def date_roles(text: str, start: int, dates: Sequence[Quantity]) -> dict[int, Role]:
    """The role of each date (by its place in `dates`, those of one sentence that begins at `start`); none where the words leave it
    open."""
    found: dict[int, Role] = {}
    end = dates[-1].end if dates else start
    about = text[start:end] + _STOP.split(text[end : end + 60])[0]
    window = _WINDOW.search(about) is not None and _OTHER_SPAN.search(about) is None
    for place, date in enumerate(dates):
        head = text[max(start, date.start - 36) : date.start]
        role = next((role for role, said in _BEFORE if said.search(head)), None)
        if role in ("start", "end") and not window:
            role = None
        after = dates[place + 1] if place + 1 < len(dates) else None
        if role == "end" and after is not None and _DASH.fullmatch(text, date.end, after.start):
            role = None  # "finished 2012–2016 with": both ends of it
        if role is not None:
            found[place] = role
    if len(dates) == 1 and not found:
        said = [role for role, superlative in _EXTREMES if superlative.search(about)]
        if len(said) == 1:
            found[0] = said[0]
    for place in range(1, len(dates)):
        pair = _TO.fullmatch(text, dates[place - 1].end, dates[place].start)
        dated = any(each.year is not None for date in dates for each in date.readings)  # a trade's days need no year
        if pair and "and" in pair[0].lower() and not _BETWEEN.search(text, start, dates[place - 1].start):
            continue  # two days: "on 3 May and 7 June"
        led = _LED.search(text, max(start, dates[place - 1].start - 10), dates[place - 1].start) is not None
        if pair and dated and (len(dates) == 2 or (led and window)) and _OTHER_SPAN.search(about) is None:
            found.setdefault(place - 1, "start")
            found.setdefault(place, "end")
    return found


@lru_cache(maxsize=16_384)
def role_of_source(source: str) -> Role | None:
    """The role that a tool's key gives a date: `call_0 $.window.start` is a start."""
    match = _LAST_KEY.search(source)
    if match is None:
        return None
    extreme = _EXTREME_KEY.search(source)
    if extreme is not None:
        month, best = extreme[2] is not None, extreme[1].lower() == "best"
        return ("best_month" if best else "worst_month") if month else ("best_day" if best else "worst_day")
    if source.endswith(" $.date"):
        return "as_of"
    words = frozenset(key_words(match[1] or match[2]))
    if {"as", "of"} <= words or "asof" in words or "snapshot" in words:
        return "as_of"
    return next((role for role, said in _KEY_ROLES if not words.isdisjoint(said)), None)
