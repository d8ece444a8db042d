"""Which prices of a day, or which bars, are read."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.sources.data_mentions import OUT_OF_SIGHT, is_no_data
from validators.methodology.topics.sources.data_phrases import fields_of
from validators.methodology.topics.sources.data_used import Source

_PRICE = r"(?:(?:market |closing |past |historical |daily |share |stock )?(?:prices?|closes|quotes|price (?:data|history|series)))"
_PRICES_ONLY = re.compile(
    rf"\b(?:only|nothing (?:but|other than|except|besides)|no (?:data|inputs?|information) (?:but|other than|except|besides)|solely|purely|exclusively|merely|pure|entirely (?:on|from)) (?:(?:on|at|from|uses?|with|the|of|past) )*{_PRICE}"
    rf"(?= (?:are|is|go|goes|enter|count|matter|data|strategy|model|play|feed|serve as (?:the )?inputs?)\b|[.,;:!)]|$)"
    rf"|\b{_PRICE} (?:and (?:nothing|no (?:other|further))|alone\b(?= (?:are|is|feed|drive|decide|matter|go)|[.,;]|$)|all the way|are all(?: that)?\b|are the (?:only|sole) (?:input|data|source|thing))"
)
_OF_BARS = frozenset(["bar", "ohlc", "close", "open", "range"])
_FIELD = re.compile(
    r"\b(?:opening prices?|daily opens|opens(?! (?:on|at|in|with|to|its|the|a|an|up|new|positions?|\d+)\b)|open prices)\b|\b(?:daily|adjusted"
    r"|session)[ -](?:highs?(?: and lows?)?|lows|vwaps?|mid-?prices?|opening prices)\b|\bbid[- ](?:and"
    r"|/) ?ask (?:quotes|prices|midpoints?)\b|\bmid-?quotes?\b|\bhighs? (?:and|or) lows?\b|\bhighs?, (?:and )?lows?\b|\btypical prices?\b|\b(?:day|session)'s (?:range|highs?|lows?)\b|\b(?:average )?true ranges?\b|\bohlcv?\b|\bindex levels\b|\b(?:one-|three-)?(?:month )?forwards and spot\b|\bspot and (?:[\w-]+ )?forwards\b"
    r"|\b(?:spot|forward|swap|exchange)(?: and (?:[\w-]+ )?(?:forward|spot))? (?:fx |currency )?(?:rates|points|quotes)|(?:fx|currency) forwards\b|\b(?<!funding )(?:futures )?settlements?(?= (?:prices|of|from)|s\b)"
)
_FIELDS_ONLY = re.compile(
    r"\b(?:only|nothing (?:but|other than|except|besides)|solely|just|exclusively|purely|merely|no more than) (?:(?:on|at|from|uses?|with|the|of|daily|adjusted|past|its|reads?|knows?|looks? at) ){0,4}(?:clos(?:es|ing prices?|ing levels?)|open(?:s|ing prices?))(?= ?(?:[.,;:!)]|$)| (?:are|is|go|goes|enter|count|matter|feed|and nothing)\b)"
    r"|\b(?:clos(?:es|ing prices?|ing levels?)|open(?:s|ing prices?)) (?:and (?:(?:on|from|at|with|of) )?(?:nothing|no more\b)(?: (?:else|besides|more|other))?|alone\b|only\b(?! (?:when|if|on|at|after)))"
)


def prices_alone(text: str) -> Iterator[Stated]:
    """Where nothing but prices is said to be read."""
    for match in _PRICES_ONLY.finditer(text):
        if not is_no_data(text, match.start(), match.end(), executed=False):
            prices = match
            yield Stated(start=prices.start(), end=prices.end(), value=Source(only=True))


def fields_alone(text: str) -> Iterator[Stated]:
    """Where nothing but one price a day is said to be read."""
    for match in _FIELDS_ONLY.finditer(text):
        if not is_no_data(text, match.start(), match.end(), executed=False):
            flatly = match[0].startswith(("clos", "open"))
            yield Stated(
                start=match.start(),
                end=match.end(),
                value=Source(only=True, fields=fields_of(match[0])),
                asserted=True if flatly else None,
            )


def fields_told(text: str, told: list[tuple[int, int]]) -> Iterator[Stated]:
    """Every price of a day, outside what is `told` already."""
    for match in _FIELD.finditer(text):
        if not any(begin <= match.start() < stop for begin, stop in told):
            yield Stated(
                start=match.start(),
                end=match.end(),
                value=Source(fields=fields_of(match[0])),
                asserted=False if OUT_OF_SIGHT.match(text, match.end()) else None,
            )


def fields_meet(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether fields are a document's, or parts of bars that it reads."""
    bars = theirs == {"level"} and ours <= {"close", "bar"}  # an index closes at a level
    bars = bars or (ours == {"ohlc"} and "close" in theirs)
    bars = bars or {ours, theirs} == {frozenset(["bar"]), frozenset(["quote"])}  # bars are made of quotes too
    bars = bars or (ours == {"close"} and theirs == {"settlement"})  # a future's close
    bars = bars or (bool(theirs & {"bar", "ohlc"}) and ours <= _OF_BARS)
    bars = bars or (ours == {"bar"} and bool(theirs & _OF_BARS))
    bars = bars or (ours == {"fix"} and bool(theirs & {"rate", "quote", "close"}))  # taken at one time of the day
    bars = bars or ("fix" in theirs and ours <= {"rate", "quote"})
    return bool(ours & theirs) or bars
