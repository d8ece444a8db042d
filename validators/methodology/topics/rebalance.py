"""When holdings are changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.passages import fold
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.frequency import PERIODIC, Frequency, frequencies, same_frequency
from validators.reasons import Reason

key = "rebalance"
cues = (
    "balanc", "allocat", "trade", "constitut", "rotat", "weight", "rank", "holding", "position", "portfolio", "trades",
    "trading", "traded", "switch", "turns over", "turn over", "turned over", "turnover", "reset", "basket",
    "buy-and-hold", "buy and hold", "buys and", "reshuffl", "decision", "decides", "selection", "roster", "line-up",
    "lineup", "calendar", "schedule", "exposure", "names held", "sleeve", "assets", "fund", "etf", "winner", "book ", "mix ",
)  # fmt: skip
also = (
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "daily", "nightly", "weekly", "monthly", "quarterly", "yearly", "annual ", "annually", "annual-", "fortnight",
    "week", "month", "quarter", "year", "every", "each", "once", "twice", "thrice", "times", "hour", "intraday",
    "continuous", "real-time", "real time", "never", "not", "n't", "no ", "without", "when", "signal", "as soon",
    "drift", "threshold", "tolerance", "buy", "day", "session", "minute", "schedule", "semi",
)  # fmt: skip

_HOLDINGS = (
    r"(?:holdings?|compositions?|positions?|weights?|weightings?|portfolio|allocations?|book|basket|exposures?"
    r"|roster|line-?up|mix"
    r"|selection|constituents|names held|sleeves?|assets|funds?(?: held)?|etfs?(?: held)?|winners?)"
)
_CHANGE = (
    r"(?:updat\w+|refresh\w*|revis\w+|chang\w+|adjust\w*|re-?set\w*|review\w*|re-?comput\w+|re-?calculat\w+"
    r"|re-?form\w*|re-?built|rebuild\w*|re-?drawn|re-?align\w*|re-?assess\w*|re-?evaluat\w+|reshuffl\w+|turn(?:s"
    r"|ed)? over|re-?done|(?:brought|taken|moved|set) back|left (?:alone|unchanged|as they are)|(?:stay|remain)s? (?:put|unchanged"
    r"|fixed|as they are|the same)|re-?new\w*|switch\w*|rolled|re-?visit\w*|re-?picked|re-?selected|re-?considered|set)"
)
_CUE = re.compile(
    r"(?P<yes>\b(?:re-?balanc\w*|re-?allocat\w*|re-?constitut\w*|re-?weight\w*|re-?rank\w*|rotat(?:es?|ed|ing"
    r"|ion)s?|reshuffl\w*|re-?position\w*"
    rf"|{_HOLDINGS} (?:is |are |was |were |gets? |get |being |only |all |then "
    rf"|\w+ly )*{_CHANGE}(?: and {_CHANGE})?|{_CHANGE} (?:its |the |all |their |our |these "
    rf"|those )?(?:\w+ )?{_HOLDINGS}"
    r"|trad(?:es|ing|ed) (?:only |just |takes place |happens |occurs |is done |is scheduled )?(?=once|twice|every"
    r"|each|weekly|monthly|daily|quarterly|annually|yearly|on (?:the|each|every|a|mon|tue|wed|thu|fri)"
    r"|at (?:the )?(?:end|start|month|week|quarter))|trades (?:are |is )?(?:only |just )?(?:placed|made|done"
    r"|scheduled|occur|happen|take place)(?! (?:at|on) the (?:next|same|following|close|open))"
    r"|trading (?:frequency|schedule|calendar)|turnover(?= ?:)|(?:how often|when) (?:it|the strategy|q+) (?:trades|rebalances|acts|switches)|turnover schedule|switch(?:es|ed|ing)? (?:between|positions|assets"
    r"|holdings|only)|(?:re-?set|refresh|review|revision|update|adjustment|reshuffle|renewal|re-?alignment|overhaul|turnover|changes?|redo\w*)s? (?:of|to|in) "
    rf"(?:its |the |all |their )?{_HOLDINGS}|{_HOLDINGS} (?:come out|comes out|are (?:issued|published|produced|drawn up))|portfolio (?:is )?(?:formation|formed)|(?:allocation|trading|investment|portfolio|selection"
    r"|switching|rotation) decisions?|decision (?:dates?|frequency)|decides (?:what|which|where)|turns over))"
    r"|(?P<no>\b(?:re-?fit\w*|re-?train\w*|re-?calibrat\w*|re-?estimat\w*|trained|fitted|evaluat\w*|comput\w*"
    r"|measur\w*|calculat\w*|checks?|checked|monitor\w*|signals? (?:is|are)|clos(?:es|ing)|prices?|bars?|data"
    r"|returns?|volatilit\w*|drawdowns?|dividends?|reports?|sharpe|marked|losses|gains|updated data|fees?"
    r"|commissions?|sampled|quotes?|observ\w+|valued|momentum|average))\b"
)
_METRIC_AFTER = re.compile(
    r"^(?:-|\s)*(?:\w+ly )?(?:adjusted |simple |log |total |closing |price |excess )*(?:returns?|earnings"
    r"|reports?|results|statements?|dividends?|data|bars?|clos(?:es?|ing)|prices?|volatilit\w+|drawdowns?|gains?"
    r"|loss(?:es)?|series|observations|quotes|candles|moves?|changes|ranges?|highs?|lows?|momentum|signals?"
    r"|moving|average|frequency data|figures|statistics|stats|p&l|pnl|sharpe|turnover|retrain\w*|refit\w*|fee"
    r"|percentage)\b"
)
_STRONG = re.compile(r"\bre-?balanc\w*")
_EVENT = re.compile(
    r"\b(?:whenever|when(?:ever)? (?:the |its |a |an )?(?:signal|trend|rank\w*|regime|momentum|price|weights?"
    r"|drift)|as soon as|each time|every time|only (?:when|if|on)|on (?:each |every |a )?(?:signal|crossover"
    r"|trigger|flip|change)\w*(?: change| flip)?s?\b|signal[- ](?:driven|based|triggered)|event[- ](?:driven"
    r"|based)|once (?:weights|drift)|drift\w* (?:beyond|by|more|exceeds?|outside)|threshold|tolerance band)"
)
_NEVER = re.compile(
    r"\b(?:never (?:re-?balanc\w+|trades again|changes? (?:its )?holdings|adjusts)|(?:no"
    rf"|without(?: any)?) (?:(?!{'|'.join(PERIODIC)}|\d)\w+ )?re-?balanc\w+|(?:is|are|does|do)(?: not|n't)(?: ever)? re-?balanc\w+(?=\W*(?:$"
    r"|at all|and|;|\.|,|after))|buys? and (?:then )?holds?|buy-and-hold (?:strategy|portfolio|rule|approach)"
    r"|not re-?balanced at all)\b"
)


_NO_CALENDAR = re.compile(
    r"\b(?:no|without(?: an?| any)?|not (?:on|tied to|bound to) (?:an?|any|the)) (?:fixed |set |regular |rebalanc\w+ |trading |predetermined )*"
    r"(?:calendar|schedule|timetable|rebalanc\w+ (?:dates?|days?))\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """`frequencies` a year; `event` where a signal or a drift decides; both empty: holdings are never changed."""

    frequencies: tuple[Frequency, ...] = ()
    event: bool = False


def read(fact: FactValue) -> Schedule | None:
    """A document's schedule; None where its words are not understood."""
    text = fold(fact if isinstance(fact, str) else ", ".join(fact)).strip()
    if says_nothing(text):
        return None
    found = tuple(value for _, _, value in frequencies(text)) or tuple(
        value for _, _, value in frequencies(f"every {text}")
    )
    found = tuple(
        value
        for value in found
        if value.anchor or not any(other.anchor and same_frequency(other.per_year, value.per_year) for other in found)
    )
    event = (
        _EVENT.search(text) is not None or re.search(r"\b(?:signal|flip|cross|trigger|event|drift)", text) is not None
    )
    if found or event:
        return Schedule(frequencies=found, event=event)
    return Schedule() if says_none(text) or _NEVER.search(text) or text in ("buy and hold", "buy-and-hold") else None


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every rhythm in which a passage says that holdings change."""
    signs = list(_CUE.finditer(text))
    if not any(sign["yes"] for sign in signs) and not (_NEVER.search(text) or _NO_CALENDAR.search(text)):
        return
    for match in _NEVER.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Schedule(), asserted=True)
    periodic = False
    for start, end, value in frequencies(text):
        if _METRIC_AFTER.match(text[end : end + 60]):
            continue
        sign = _nearest(text, signs, start, end)
        if sign is not None and sign["yes"]:
            periodic = True
            yield Stated(start=start, end=end, value=Schedule(frequencies=(value,)))
    for match in _NO_CALENDAR.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Schedule(event=True), asserted=True)
    strong = _STRONG.search(text)
    if strong and not periodic:
        event = _EVENT.search(text, strong.end(), min(strong.end() + 50, len(text)))
        if event:
            yield Stated(start=strong.start(), end=event.end(), value=Schedule(event=True))


def conflict(stated: Schedule, *, asserted: bool, fact: Schedule, document: MethodologyDocument) -> Reason | None:
    """Another rhythm or day, a calendar where a signal decides, rebalancing where there is none."""
    if not asserted:
        denied = any(_agrees(value, fact) and fact.frequencies for value in stated.frequencies)
        return Reason.CONTRADICTS_DOCUMENT if denied else None
    if not stated.frequencies and not stated.event:
        return Reason.CONTRADICTS_DOCUMENT if fact.frequencies or fact.event else None
    if not fact.frequencies and not fact.event:
        return Reason.INAPPLICABLE_TOPIC
    if stated.event:
        return None if fact.event else Reason.CONTRADICTS_DOCUMENT
    return None if all(_agrees(value, fact) for value in stated.frequencies) else Reason.CONTRADICTS_DOCUMENT


def _agrees(value: Frequency, fact: Schedule) -> bool:
    if not fact.frequencies:
        return value.per_year >= 250  # a signal may be looked at every day
    return any(
        same_frequency(value.per_year, other.per_year)
        and (value.anchor is None or other.anchor is None or value.anchor == other.anchor)
        for other in fact.frequencies
    )


def _nearest(text: str, signs: list[re.Match[str]], start: int, end: int) -> re.Match[str] | None:
    """The word nearest to a frequency that says what is done so often; a break between them counts as distance."""

    def distance(sign: re.Match[str]) -> float:
        between = text[sign.end() : start] if sign.end() <= start else text[end : sign.start()]
        breaks = len(re.findall(r"[,;()]|\b(?:and|but|while|whereas|which)\b", between))
        overlap = sign.start() < end and start < sign.end()
        return 0 if overlap else len(between) + 40 * breaks + (6 if sign.start() >= end else 0)

    return min(signs, key=distance, default=None) if signs and distance(min(signs, key=distance)) < 150 else None
