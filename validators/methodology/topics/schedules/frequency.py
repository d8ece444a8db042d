"""How often something is done, as prose writes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from validators.methodology.topics.amounts import NUMBER, number

_PER_YEAR = {
    "second": 5_896_800.0,
    "minute": 98_280.0,
    "hour": 1_638.0,
    "day": 252.0,
    "session": 252.0,
    "week": 52.0,
    "fortnight": 26.0,
    "half-year": 2.0,
    "month": 12.0,
    "quarter": 4.0,
    "year": 1.0,
    "annum": 1.0,
    "decade": 0.1,
}
_NAMED = {  # "intraday" is about hourly, and yet does not tell "hourly"
    "intraday": 1_639.0, "hourly": 1_638.0, "continuously": 100_000.0, "continuous": 100_000.0, "real-time": 100_000.0, "daily": 252.0,
    "nightly": 252.0, "weekly": 52.0, "fortnightly": 26.0, "biweekly": 26.0, "bi-weekly": 26.0, "semi-monthly": 24.0,
    "twice-monthly": 24.0, "monthly": 12.0, "quarterly": 4.0, "semi-annual": 2.0, "semi-annually": 2.0,
    "semiannual": 2.0, "semiannually": 2.0, "six-monthly": 2.0, "two-weekly": 26.0, "three-monthly": 4.0, "bi-monthly": 6.0, "bimonthly": 6.0, "biennially": 0.5, "biennial": 0.5, "half-hourly": 3276.0,    "half-yearly": 2.0, "biannually": 2.0, "biannual": 2.0, 
    "annually": 1.0, "annual": 1.0, "yearly": 1.0, "triannually": 3.0,
}  # fmt: skip
_NEVER_CLOSED = {
    ("day", 24.0): "hour", ("day", 1_440.0): "minute", ("week", 7.0): "day", ("week", 168.0): "hour", ("year", 365.0): "day", ("year", 8_760.0): "hour",
}  # fmt: skip
"""What so many times a day, a week or a year are where markets never close."""
PERIODIC = tuple(sorted(_NAMED, key=len, reverse=True))
"""The words that tell a frequency on their own: "weekly", "semi-annual"."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNIT = r"(?:trading |business |calendar |market )?(?P<{}>seconds|second(?! (?:\w*day|session|week|month|quarter|year|hour|minute))|secs?|s|minutes?|mins?|hours?|hrs?|days?|sessions?|weeks?|fortnights?|months?|quarters?|half[- ]years?|years?|annum|decades?)"
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
CLOCK = r"(?:\d{1,2}:\d\d(?: ?[ap]\.?m\b)?|\d{1,2}\.\d\d ?[ap]\.?m\b|\d{1,2} ?[ap]\.?m\b|(?:half|quarter|ten|twenty) (?:past|to) \w+|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: o'clock| thirty)|noon|midday|midnight)"
"""A time of the day."""
FREQUENCY = re.compile(
    r"\b(?:"
    r"(?:once |one time )?(?:every|each|per|a) (?P<part>quarter|half)(?:[ -]of)?(?:[ -]an?)?[ -]hours?"
    rf"|(?P<cn>{NUMBER}) (?:new |full |regular |such )?(?:re-?(?:balanc\w+|sets|shuffles|visions|views|allocations|weightings|adjustments)|portfolio changes|rankings?|decisions?|decision days|looks|occasions|changes|(?:trading |ranking |rebalancing )?dates?|adjustments|forecasts|(?:\w+ )?(?:days|evaluations|reviews|checks|revisions|reshuffles|choices|selections|sorts|resets|votes)) (?:a|per|each|every|in a|in each|in every) {_UNIT.format('cu')}"
    rf"|(?:(?:number of )?(?:re-?balanc\w+|trading days|decisions)|(?:re-?balanc\w+) (?:frequency|count)) (?:per|a|in a) (?P<labu>year|month|week|day) ?[:=|]+ ?(?P<labn>{NUMBER})"
    rf"|(?:on )?(?:alternate|alternating) (?P<alt>days|sessions|weeks|fortnights|months|quarters|years)"
    rf"|(?P<apn>{NUMBER}) {_UNIT.format('apu')} apart"
    rf"|(?P<btn>{NUMBER}|an?|a full|a whole) {_UNIT.format('btu')} (?:(?:always|must|will|have to) )?(?:lies?|pass(?:es)?|goes? by|go by|elapses?|comes?|separates?) between"
    r"|(?P<close>(?:at|on|after|with|by) (?:each|every)(?: single)?(?: day's| daily| [a-z]+)? close|once (?:in the|a|each|every) (?:morning|evening|afternoon|night)|day in,? day out|(?:day|night|session) after (?:day|night|session)(?! (?:of|the))|(?:every|each)(?: single)? (?:evening|morning|night|afternoon)|on any(?: given)?(?: trading)? (?:day|session)(?! of the))"
    r"|(?P<weekend>(?:at |over |on )?(?:the |every |each )?weekends?(?= (?:(?:is|are)(?! (?:an?|no|not|another|different|quiet|thin|idle|ignored|skipped|the (?:hard|tricky|weak))\b)|when|and|only)\b|[.,;]|$))"
    r"|(?P<mid>(?:(?:in )?the middle of (?:the|each|every) |half ?way through (?:the|each|every) |mid-?)(?P<midu>week|month|quarter|year))"
    r"|(?P<endof>end|close|start|beginning|turn)[- ]of[- ](?P<endu>week|month|quarter|year)"
    r"|(?P<poss>week|month|quarter|year)(?:'s|s') (?:very )?(?P<possn>last|final|first|end|close|start|opening|turn)(?: (?:trading |business )?(?:day|session|close))?"
    r"|(?:from )?(?P<by>minute|hour|day|week|month|quarter|year)[ -](?:by|after|to)[ -](?P=by)"
    r"|"
    rf"(?P<count>once|twice|thrice|(?:{NUMBER}) ?(?:times|x)|one time)(?:[ -]|(?= ?/)) ?(?:a|per|by|/|an|each|every|in an? (?:normal|typical|full|ordinary|regular)|in a|in an|in the|in every|in each|in|over)[ -](?:(?P<per_other>other |second )|(?P<per_step>(?<!times in )(?<!times over ){NUMBER}) )?{_UNIT.format('per')}"
    rf"|(?P<tcount>once|twice|thrice|(?:{NUMBER}) ?times)[ -](?P<tly>hourly|daily|weekly|monthly|quarterly|yearly|annually)"
    r"|(?:every|in each|each) (?P<other>other |second |2nd |third |3rd |fourth |fifth |sixth |tenth |twentieth |\d{1,2}(?:st|nd|rd|th) |single |full |whole |complete |entire |new |successive "
    rf"|passing )?(?:(?P<step>{NUMBER}) )?{_UNIT.format('unit')}(?:'s)?(?:[ -](?P<edge>end|start|close))?"
    r"|(?:(?:every|each|on|at|by|on a|on the) (?P<which>other |alternate |first |last |third |second |2nd |3rd |1st )?|(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:s\b| (?:is|was)(?: not|n't)? (?:the|its|when)\b))|(?P<nth_day>first|last|third|fourth|1st|3rd|4th) )"
    rf"(?P<weekday>{'|'.join(WEEKDAYS)})s?(?: (?:of|in) (?:(?:the|each|every|an?|any) (?:new |calendar )?(?P<wof>month|quarter|half-year|year)|(?P<wmonths>(?:{_MONTH})(?:(?:,|,? and) (?:{_MONTH}))*)))?"
    r"|(?:at (?:the )?)?(?P<place>turn|end|close|start|beginning|outset) of (?:the|each|every|a) (?:trading "
    r"|calendar )?(?P<eof>week|month|quarter|year)"
    r"|(?P<nth>first|last|final|second|third|\d{1,2}(?:st|nd|rd|th)) (?:(?:[a-z]+ (?=trading|business|market|working))?(?:trading |business |market )?(?:day|session|close|bar|open) )?(?:of"
    r"|in) (?:(?:the|each|every|a) )?(?:new |calendar )?(?P<dof>week|month|quarter|year)"
    r"|(?!weekends?\b)(?P<eop>week|month|quarter|year)-?[ -]?ends?\b"
    rf"|(?P<named>{'|'.join(PERIODIC)})"
    r"|(?P<loose>per|a) (?P<lunit>day|week|month|quarter|year)(?= (?:basis|schedule|cycle|cadence))"
    rf"|(?P<ly>{NUMBER})[- ](?P<lyu>minute|hour|day|session|week|month|quarter|year)(?!ly (?:re-?balances|reviews|checks|resets|revisions)\b)(?:ly)? (?:schedule|cycle|cadence|rebalanc\w+|intervals?|frequency|rhythm|steps(?= (?:between|from)\b))"
    rf"|(?P<hn>{NUMBER})-(?P<hu>hourly|daily|weekly|monthly|quarterly|yearly)"
    r"|(?:interval|cadence|cycle|(?:re-?balanc\w+|reset|trading) period|spacing|gap|step)s?(?: (?:is|of|equals|was|between rebalances is)| ?[:=-])+ ?(?:a "
    rf"|an |(?P<iv>{NUMBER}) ){_UNIT.format('ivu')}"
    r"|(?:the )?\d{1,2}(?:st|nd|rd|th) and (?:the )?\d{1,2}(?:st|nd|rd|th) (?:day )?of (?:each|every"
    r"|the) (?P<twice>month)"
    rf"|(?:every|each) (?:new |single |fresh |passing )?(?P<barn>half-hourly|hourly|daily|weekly|monthly|(?:{NUMBER})-(?P<baru>minute|hour|day|week|month)) (?:candle|bar|close)"
    rf"|for (?P<forn>{NUMBER}) {_UNIT.format('foru')} (?=at a time|at a stretch|before|between|until|after each)"
    r"|between (?:two )?rebalanc\w+ (?:a|one) (?:full |whole )?(?P<pass>week|month|quarter|year) passes"
    r"|for (?:a|one) (?:full |whole |calendar |entire )*(?P<hold>week|month|quarter|year) (?=before|until|between|at a time|after each)"
    rf"|(?P<every>(?:every|each) (?:(?:first|1st|fifteenth|15th|last|end|start|middle) (?:day )?of )?|in (?=\w+ (?:of )?(?:each|every)))?(?P<months>(?:{_MONTH})(?:(?:,|,? and)(?: of| at the end of| in)?(?: late| early| mid| end)?[ -](?:{_MONTH}))*)(?! \d|,? \d)"
    rf"|(?:at )?(?P<clocks>{CLOCK}(?:, (?:at )?{CLOCK}){{0,3}},? and (?:again )?(?:at )?{CLOCK})"
    rf"|takes? (?P<tkn>{NUMBER}|an?) {_UNIT.format('tku')} (?=before|until|till)"
    r"|(?:every time the clock strikes )?on (?P<onthe>the hour|the half[- ]hour)"
    rf"|(?:(?:a|one|only one|just one|a single|exactly one) (?:\w+ )?(?:decision|check|ranking|review|trade|look|choice|order|forecast|evaluation|reading|change|revision|adjustment|reshuffle|reset|re-?balancing|update|selection|glance|round[- ]trip|rotation|switch|swap)) (?:(?:is|gets) (?:\w+ )?)?(?:per|each|every|a|in each|in every) {_UNIT.format('onep')}"
    r"|in real time"
    r")\b"
)


_OF_YEAR = re.compile(  # "once a year, at the end of June"
    r"[^.;:]{0,24}? (?:in|of|each|every|during)(?: (?:late|early|mid))? "
    rf"(?P<months>(?:{_MONTH})(?:(?:,|,? and)(?: in| of)? (?:{_MONTH}))*)\b(?! \d|,? \d)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency:
    """`per_year` times a year (a year has 252 trading days), on `anchor`: "start" or "end" of the period, or a weekday; None: any."""

    per_year: float
    anchor: str | None = None
    months: frozenset[str] = frozenset()
    """The months of the year that are named."""


def frequencies(text: str) -> Iterator[tuple[int, int, Frequency]]:
    """Every frequency a folded text names, with its place."""
    for match in FREQUENCY.finditer(text):
        value = _frequency(match)
        if value is not None:
            months = _OF_YEAR.match(text, match.end()) if value.per_year <= 4.0 and not value.months else None
            if months:
                value = replace(value, months=frozenset(re.findall(_MONTH, months["months"])))
            yield match.start(), match.end(), value


def same_frequency(left: float, right: float) -> bool:
    """Within 10%: every 21 or 20 trading days and every 4 weeks are monthly, twice a month is every other week."""
    return max(left, right) <= 1.1 * min(left, right)


def _frequency(match: re.Match[str]) -> Frequency | None:
    found = match.groupdict()
    if found["barn"]:
        if found["baru"]:
            return Frequency(per_year=_unit(found["baru"]) / (number(found["barn"].partition("-")[0]) or 1.0))
        return Frequency(per_year=_NAMED[found["barn"]])
    if found["onthe"]:
        return Frequency(per_year=_PER_YEAR["hour"] * (2.0 if "half" in found["onthe"] else 1.0))
    if found["onep"]:
        return Frequency(per_year=_unit(found["onep"]))
    if found["part"]:
        return Frequency(per_year=_PER_YEAR["hour"] * (4.0 if found["part"] == "quarter" else 2.0))
    if found["clocks"]:
        return Frequency(per_year=_PER_YEAR["day"] * len(re.findall(CLOCK, found["clocks"])))
    if found["cn"]:
        times = number(found["cn"])
        return Frequency(per_year=_times(times, found["cu"])) if times else None
    if found["by"]:
        return Frequency(per_year=_PER_YEAR[found["by"]])
    if found["count"]:
        word = found["count"]
        times = {"once": 1.0, "twice": 2.0, "thrice": 3.0, "one time": 1.0}.get(word) or number(
            word.removesuffix("times").removesuffix("x").strip()
        )
        if found["per_step"] == "one":
            return None  # "twice in one week"
        step = 2.0 if found["per_other"] else (number(found["per_step"]) or 1.0) if found["per_step"] else 1.0
        return None if not times else Frequency(per_year=_times(times, found["per"]) / step)
    if found["tly"]:
        times = {"once": 1.0, "twice": 2.0, "thrice": 3.0}.get(found["tcount"]) or number(found["tcount"][:-5].strip())
        return Frequency(per_year=times * _NAMED[found["tly"]]) if times else None
    if found["alt"]:
        return Frequency(per_year=_unit(found["alt"]) / 2)
    if found["labu"]:
        return Frequency(per_year=_unit(found["labu"]) * (number(found["labn"]) or 1.0))
    for length, unit in (("apn", "apu"), ("btn", "btu"), ("tkn", "tku")):
        if found[unit]:
            return Frequency(per_year=_unit(found[unit]) / (number(found[length]) or 1.0))
    if found["close"]:
        return Frequency(per_year=_PER_YEAR["day"])
    if found["weekend"]:
        return Frequency(per_year=_PER_YEAR["week"])
    if found["mid"]:
        return Frequency(per_year=_PER_YEAR[found["midu"]], anchor="middle")
    if found["endof"]:
        anchor = {"end": "end", "close": "end", "turn": None}.get(found["endof"], "start")
        return Frequency(per_year=_PER_YEAR[found["endu"]], anchor=anchor)
    if found["poss"]:
        anchor = {"turn": None, "first": "start", "start": "start", "opening": "start"}.get(found["possn"], "end")
        return Frequency(per_year=_PER_YEAR[found["poss"]], anchor=anchor)
    if found["unit"]:
        step = _ordinal(found["other"] or "")
        if found["step"]:
            step = number(found["step"]) or 1.0
        edge = found["edge"] and ("start" if found["edge"] == "start" else "end")
        per_year = _PER_YEAR["week"] if step == 7.0 and found["unit"] == "days" else _unit(found["unit"]) / step
        return Frequency(per_year=per_year, anchor=edge or None)
    if found["weekday"]:
        if found["wmonths"]:
            months = frozenset(re.findall(_MONTH, found["wmonths"]))
            return Frequency(per_year=float(len(months)), anchor=found["weekday"], months=months)
        if found["wof"]:
            return Frequency(per_year=_PER_YEAR[found["wof"]], anchor=found["weekday"])
        if found["nth_day"] or (found["which"] or "").strip() in ("first", "1st", "third", "3rd", "last"):
            return Frequency(per_year=12.0, anchor=found["weekday"])
        per_year = 26.0 if (found["which"] or "").strip() in ("other", "alternate", "second", "2nd") else 52.0
        return Frequency(per_year=per_year, anchor=found["weekday"])
    if found["eof"]:
        anchor = {"end": "end", "close": "end", "turn": None}.get(found["place"], "start")
        return Frequency(per_year=_PER_YEAR[found["eof"]], anchor=anchor)
    if found["dof"]:
        anchor = {"last": "end", "final": "end", "first": "start", "1st": "start"}.get(found["nth"])
        if found["dof"] == "month" and found["nth"][:2].isdigit() and 5 <= int(found["nth"][:2]) <= 25:
            anchor = "middle"
        return Frequency(per_year=_PER_YEAR[found["dof"]], anchor=anchor)
    if found["eop"]:
        return Frequency(per_year=_PER_YEAR[found["eop"]], anchor="end")
    if found["named"]:
        return Frequency(per_year=_NAMED[found["named"]])
    if found["lunit"]:
        return Frequency(per_year=_PER_YEAR[found["lunit"]])
    if found["months"]:
        months = frozenset(re.findall(_MONTH, found["months"]))
        if len(months) > 1:
            return Frequency(per_year=float(len(months)), months=months)
        return Frequency(per_year=1.0) if found["every"] else None
    if found["twice"]:
        return Frequency(per_year=24.0)
    for length, unit in (("forn", "foru"), ("iv", "ivu"), ("hn", "hu"), ("ly", "lyu")):
        if found[unit]:
            each = (number(found[length]) if found[length] else None) or 1.0
            return Frequency(per_year=_unit(found[unit]) / each)
    if whole := found["pass"] or found["hold"]:
        return Frequency(per_year=_PER_YEAR[whole])
    return Frequency(per_year=_NAMED["real-time"])


_ORDINALS = {
    "other": 2.0,
    "second": 2.0,
    "third": 3.0,
    "fourth": 4.0,
    "fifth": 5.0,
    "sixth": 6.0,
    "tenth": 10.0,
    "twentieth": 20.0,
}


def _ordinal(written: str) -> float:
    """How many units lie between two that "every other" or "every 10th" counts; 1 for a word that only says which."""
    digits = re.match(r"\d+", written)
    return float(digits[0]) if digits else _ORDINALS.get(written.strip(), 1.0)


def _times(times: float, unit: str) -> float:
    """How many times a year so many a day, week or year are."""
    around_the_clock = _NEVER_CLOSED.get((unit.removesuffix("s"), times))
    return _PER_YEAR[around_the_clock] if around_the_clock else times * _unit(unit)


def _unit(written: str) -> float:
    """How many of a unit a year has: "days", "secs", "hourly"."""
    if written in _NAMED:
        return _NAMED[written]
    short = {"s": "second", "sec": "second", "min": "minute", "hr": "hour"}
    name = written.removesuffix("s").replace(" ", "-") or "s"
    return _PER_YEAR[short.get(name, name)]
