"""How much is invested against the capital."""

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.amounts import PART, as_share, number
from validators.methodology.topics.capital.capital_multiples import (
    ANY_CAP,
    FACTOR,
    LONG_SHORT,
    MOST,
    MULTIPLE,
    Leverage,
    both_sides,
    is_cap,
    multiple_of,
)
from validators.methodology.topics.capital.capital_parts import dollars_held, held_for_each, told_borrowed
from validators.methodology.topics.capital.capital_signs import BY_ITSELF, LASTING, SIGNS, is_by_itself, is_of_capital
from validators.methodology.topics.capital.leverage_use import PLAIN, used_or_denied
from validators.methodology.topics.capital.moods import is_otherwise, mood_around
from validators.methodology.topics.capital.own_money import told_of_money
from validators.methodology.topics.fact_text import fact_text
from validators.methodology.topics.nearness import nearest
from validators.reasons import Reason

key = "leverage"
cues = (
    "position", "long book", "long ", "lever", "gross", "exposure", "margin", "borrow", "gear", "notional", "lose more", "weights", "shares", "twice", "unfunded",
    "capital", "equity", "nav", "net asset", "debt", "loan", "credit", "cash-only", "funded", "paid for in full", "run at",
    "runs at", "operates at", "operated at", "account", "invest", "own money", "buying power", "working in", "dollar", " owe", "owing", "overdr", "lender", " lent", "at work", "to work", "book", "cash", "holding", "purchas", "portfolio", "within its means", "broker", "money", "lend", "bank", "everything", "each of", " each", " put in", "paid in", "deposit",
    "110/", "120/", "130/", "140/", "150/", "160/", "170/", "0x", "1x", "2x", "3x", "4x", "5x", "6x", "7x", "8x", "9x",
)  # fmt: skip
also = (
    "/ capital", "/capital", "to capital", "/ equity", "to equity", "/ nav", "capped", "lever", "multipli", "factor", "margin", "borrow", "gear", "times", "twice", "doubl", "tripl", "quadrupl", "thrice", "%", "per cent",
    "percent", "fold", "half", ":1", ": 1", " to 1", " to one", "-to-", "x", "cash-only", "funded", "debt", "loan", "credit",
    " owe", "more than", "above", "exceed", "dollar", "euro", "pound", "unit", "$", "none", "in full", "within", "beyond", "0/", " own ", "cash", "limit", "bound", "uncapped", "no cap", "ceiling", "whole", "entire", "all ", "every", "fifth", "quarter", "third", "tenth", "outright", "broker", "bank", "money", "notional of", "million", "match", "equal", "larger", "bigger", "greater", "below", "under ", "smaller", "less ", "fully", "puts up", "lend", "everything",
)  # fmt: skip
_I_E_NONE = re.compile(r",? ?(?:\(|- |i\.e\.,? |that is,? |meaning )?(?:none|no (?:leverage|borrowing))\b")
_FRAMED = re.compile(
    r"(?:^|[.;:,] ?|\b(?:but|so|and|since|because|that|yet) )(?:at|with) \d(?:\.\d+)?x(?: leverage)?,? (?:it|that|this|the|an?|\d)[^.;]*$"
)
_LEAST = 0.5
_OWN = r"(?:(?:own|account|its|our|your|the) )*(?:equity|capital|nav|account|account value)\b"
_NONE_FIRST = re.compile(r"(?:none|no|nil|zero|never|not used|unlevered|n/a)\b")
_NONE_SAID = re.compile(r"\b(?:none|nil)\b(?! of\b| other)")
_CALCULATED = re.compile(  # "exposure is 4 x 25% x 1.5 = 150%", "on average 23% of equity is borrowed"
    r"\d ?%? ?[x*\u00d7] ?\d|\d%? ?= ?[-$\u20ac\u00a3]?\d|(?:on average|an? average of|(?<!moving )(?<!day )(?<!day-)(?<!week )(?<!week-)(?<!month )(?<!month-)averag\w+)[^.;]{0,40}\b(?:borrow|exposure|invested|lever)\w*|\b(?:borrow|exposure|invested|lever)\w*[^.;]{0,40}\bon average\b|\d+\.\d+ ?%[^.;]{0,30}\bborrow"
    r"|\b(?:with|at|when|if) (?:only )?(?:none|no|one|two|three|four|five|\d) (?:or (?:fewer|more|less) )?(?:(?:of (?:the |them|those )?|funds?|\w+ )*)(?:on|active|open|held|you|it|the account)\b"
)
_DEBT = re.compile(  # "gearing 20%", "credit line up to 10% of NAV"
    r"\b(?:gearing|gear(?:ed)?|borrow\w*|debt|loans?|credit (?:line|facility))\b[^.;\d]{0,24}(?P<least>\d{1,2}(?:\.\d)?)(?: ?%)?(?: ?(?:-|to) ?(?P<most>\d{1,2}(?:\.\d)?))? ?(?:%|per ?cent)"
)
_BARE = re.compile(  # a fact on leverage may leave the "x" away
    r"(?<![\w$\u20ac\u00a3/.,])(?<!\d-)\d{1,2}(?:\.\d+)?(?![\w/%]|[.,]\d| ?(?:%|per ?cent|lots?|contracts?|days?|weeks?|months?|years?|units?|positions?|names?|funds?|sectors?|legs?|markets?|slots?|etfs?|vol|points?)\b)"
)
_NEVER_BORROWED = re.compile(
    r"\b(?:never|nothing|not|no money|nothing is|is not|isn't) (?:\w+ )?borrowed\b|\bborrows? (?:nothing|no)\b|\bcapital only\b"
)
_SHARE_OF_CAPITAL = re.compile(
    rf"(?:(?:about|only|up to|at most|always|never more than|invests|uses|holds) )*(?P<share>{PART})(?: of)?(?: (?:the|its|our))? {_OWN}"
)
_OF_ANYTHING = re.compile(  # "the red badge is for anything above two times your account"
    r"\b(?:anything|everything|anyone|anybody|whatever|whoever|any (?:strategy|model|portfolio|book|account)|(?:strategies|models|portfolios)) (?:that (?:is|goes|runs) |with |who (?:is|goes) )?(?:(?:exposure|leverage) )?(?:above|over|beyond|past|below|under|more than|at or above|exceeding)\b"
)
_BARE_SHARE = re.compile(r"0?\.\d+(?![\d%]| ?%)")
_SIDE = re.compile(r" (?:\w+ )?(?:long|short|overnight|cash|each side|on each side|per (?:leg|side))\b")


_RANGED = re.compile(  # "exposure: 0-200%", "leverage lies between 0 and 1.5"
    r"\b(?:exposure|leverage|gearing|gross)(?: (?:is|lies|ranges|varies|moves|swings))? ?[:=]? ?(?:from |between )?(?:0|zero|nothing)(?:x| ?%)? ?(?:to|and|-) ?(?P<most>\d{1,3}(?:\.\d+)?)(?P<percent> ?%)?(?=x?(?:[.,;)]?(?:\s|$)| of))"
)
_FROM_TO = re.compile(
    r"\b(?:from |between )?\d(?:\.\d+)?(?:x| ?%)? ?(?:to|and|-) ?(\d{1,3}(?:\.\d+)? ?(?:x|%))(?! (?:cash|vol))"
)
_PAIR = re.compile(r"\b(?:l/s|long/short|longs?/shorts?) ?(\d{2,3})/(\d{2,3})\b")
_OF_MARGIN = re.compile(r"\bmargin(?! \d+ ?x)\b[^,;.]{0,20}$")
_INVESTED = re.compile(
    rf"\b(?P<share>{PART}) (?:is |are |of (?:the |its )?(?:capital|equity|account|money) )?(?:invested|at work|in (?:the )?(?:market|funds|shares|stocks))\b"
)
_OF_ALL = re.compile(
    rf" ?(?:of )?(?:the )?{_OWN}(?: at (?:the )?most| or less)?(?! (?:per|a|each|for each|in each|at risk)\b)"
)
_EACH_SIDE = re.compile(r"\b(?:each|either|every) (?:side|leg|book)\b|\b(?:per|a) (?:side|leg)\b")
_NET = re.compile(r"\bnet(?: exposure)?(?: (?:is|of|about|roughly|around|close|to|at|comes|near|stays|remains)){0,3} $")
_EACH_LEG = re.compile(
    r"\b(?:legs|sides|books|spot|longs?|shorts?|futures?|perp\w*) (?:is|are|come to|are worth) each (?:about |roughly |around |at |worth )*$|\b(?:each|either|every|the (?:long|short)) (?:leg|side)(?: (?!and\b|but\b|while\b|or\b)[\w-]+){0,4} $|\bper leg(?: of)? $"
)
_IS_EQUITY = re.compile(
    rf"\b(?:notional|contract value|face value|exposure|positions?|holdings|contracts held) ?(?:=|equals?|(?:is|are) (?:equal to|worth (?:as much as|no more than))|match(?:es)?|never (?:add up to|exceeds?|come to) more than|never exceeds?) ?(?:the |its )?(?:money in the )?{_OWN}|\bfully collaterali[sz]ed\b|^{_OWN},? (?:and |but )?(?:no|not|never|nothing)(?: [\w']+){{0,2}} more\b|\b(?:exactly|precisely|just|only) (?:the |its |your )?{_OWN}"
)


def read(fact: FactValue) -> Leverage | None:
    """A document's leverage; None where it names no multiple and denies none."""
    text = fact_text(fact)
    if says_nothing(text):
        return None
    if PLAIN.match(text):  # "unlevered, with a cash buffer of 5%"
        return Leverage(multiple=1.0)
    text = _FROM_TO.sub(r"up to \1", text)
    if pair := _PAIR.search(text):
        return Leverage(multiple=(int(pair[1]) + int(pair[2])) / 100)
    found = [(value, match) for match in MULTIPLE.finditer(text) if (value := multiple_of(match)) is not None]
    found = [
        (value, match)
        for value, match in found
        if not (_OF_MARGIN.search(text, 0, match.start()) and not match["x"])
        and (value >= _LEAST or match["x"] or _OF_ALL.match(text, match.end()))
    ]  # "five slots of 20%", "5% at risk a trade"
    if _NONE_FIRST.match(text) and not any(value >= 1.0 for value, _ in found):
        return Leverage(multiple=1.0)
    if (sides := LONG_SHORT.search(text)) and all(_SIDE.match(text, match.end()) for _, match in found):
        return Leverage(multiple=both_sides(sides))
    if len(found) > 1:  # "2x gross (100% long against 100% short)"
        found = [(value, match) for value, match in found if not _SIDE.match(text, match.end())] or found
    if len(found) == 1 and found[0][0] <= 1.0 and _EACH_SIDE.search(text):
        return Leverage(multiple=2 * found[0][0])
    if found:
        multiple, _ = max(found, key=lambda pair: pair[0])
        cap = len({value for value, _ in found}) > 1 or ANY_CAP.search(text) is not None
        return Leverage(multiple=multiple, cap=cap, moods=_by_mood(text, found))
    if sides:
        return Leverage(multiple=both_sides(sides))
    if (invested := _INVESTED.search(text)) and (share := as_share(invested["share"])):
        return Leverage(multiple=share)
    if (part := _SHARE_OF_CAPITAL.match(text)) and (share := as_share(part["share"])) and share >= _LEAST:
        return Leverage(multiple=share)
    each = [value for match in dollars_held(text) if (value := held_for_each(match)) is not None]
    if each:
        return Leverage(multiple=max(each), cap=ANY_CAP.search(text) is not None)
    if bare_share := _BARE_SHARE.match(text):
        return Leverage(multiple=float(bare_share[0]))
    if says_none(text) or PLAIN.search(text) or re.search(r"\b(?:fully invested|long[- ]only|cash)\b", text):
        return Leverage(multiple=1.0)
    if _IS_EQUITY.search(text) or any(multiple == 1.0 for _, _, multiple, _ in told_of_money(text)):
        return Leverage(multiple=1.0)
    if _NEVER_BORROWED.search(text):
        return Leverage(multiple=1.0)
    if debt := _DEBT.search(text):
        return Leverage(multiple=1.0 + float(debt["most"] or debt["least"]) / 100, cap=True)
    bare = [
        value for match in _BARE.finditer(text) if (value := number(match[0])) is not None and _LEAST <= value <= MOST
    ]
    return Leverage(multiple=max(bare), cap=len(bare) > 1 or ANY_CAP.search(text) is not None) if bare else None


def _by_mood(text: str, found: list[tuple[float, re.Match[str]]]) -> tuple[tuple[str, float], ...]:
    """The multiple in calm and in wild markets, () where a fact doesn't tell both."""
    known = {mood: value for value, match in found if (mood := mood_around(text, match.start(), match.end()))}
    rest = [value for value, match in found if is_otherwise(text, match.start(), match.end())]
    if len(known) == 1 and rest:
        known["wild" if "calm" in known else "calm"] = rest[-1]
    return tuple(sorted(known.items())) if len(known) == 2 else ()


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every multiple of capital, use or denial of leverage that a passage names."""
    for stated in _found(text):
        if text.endswith("%", stated.start, stated.end) and _FRAMED.search(text, 0, stated.start):
            continue  # "at 2x, 60% in bonds is 120% of equity"
        mood = mood_around(text, stated.start, stated.end)
        yield replace(stated, value=replace(stated.value, mood=mood)) if mood else stated


def _found(text: str) -> Iterator[Stated]:
    if _CALCULATED.search(text) or _OF_ANYTHING.search(text):
        return
    yield from used_or_denied(text)
    for start, end, multiple, plain in told_of_money(text):
        sure = True if plain or multiple == math.inf else None
        yield Stated(start=start, end=end, value=Leverage(multiple=multiple, plain=plain), asserted=sure)
    for match in _RANGED.finditer(text):
        most = (number(match["most"]) or 0.0) / (100 if match["percent"] else 1)
        if _LEAST <= most <= MOST:
            yield Stated(start=match.start(), end=match.end(), value=Leverage(multiple=most, cap=True))
    for match in dollars_held(text):
        value = held_for_each(match)
        if value:
            yield Stated(
                start=match.start(),
                end=match.end(),
                value=Leverage(
                    multiple=value, cap=is_cap(text, match.start(), match.end()) or ANY_CAP.search(match[0]) is not None
                ),
            )
    signs = list(SIGNS.finditer(text))
    if not (any(sign["yes"] for sign in signs) or BY_ITSELF.search(text) or LASTING.search(text)):
        for match in _EXTENDED.finditer(text):
            yield Stated(start=match.start(), end=match.end(), value=Leverage(multiple=multiple_of(match)))
        return
    borrowed = list(told_borrowed(text))
    yield from borrowed
    for match in LONG_SHORT.finditer(text):
        borrowed.append(Stated(start=match.start(), end=match.end(), value=Leverage(multiple=both_sides(match))))
        yield borrowed[-1]
    seen = 0
    for match in (*FACTOR.finditer(text), *MULTIPLE.finditer(text)):
        multiple = multiple_of(match)
        start = match.start("x") if match["x"] else match.start()
        if (
            multiple is None
            or start < seen
            or any(stated.start <= start < stated.end for stated in borrowed)
            or not (
                match.re is FACTOR or is_of_capital(text, signs, match, multiple) or is_by_itself(text, signs, match)
            )
        ):
            continue
        if match.re is FACTOR:
            seen = match.end()
        if _NET.search(text, max(start - 24, 0), start):
            continue
        if _EACH_LEG.search(text, max(start - 40, 0), start):
            multiple *= 2
        cap = is_cap(text, start, match.end())
        glossed = _I_E_NONE.match(text, match.end()) if multiple == 1.0 else None
        negative = (
            re.search(
                r"(?:\b(?:never|not|no|cannot)|n't) (?:\w+ ){0,5}?(?:more than|above|exceed(?:s|ed)?|beyond|over|past|surpass(?:es)?|tops?|pass(?:es)?|goes (?:over|above|beyond|past)) (?:the )?$",
                text[max(start - 60, 0) : start],
            )
            is not None
        )
        yield Stated(
            start=start,
            end=glossed.end() if glossed else match.end(),
            value=Leverage(multiple=multiple, cap=cap or negative),
            asserted=True if negative or glossed else None,
        )
    for match in _NONE_SAID.finditer(text):
        sign = nearest(text, signs, match.start(), match.end(), per_break=20, after=60, limit=90)
        if sign is not None and sign["strong"]:
            yield Stated(start=match.start(), end=match.end(), value=Leverage(multiple=1.0, plain=True), asserted=True)


def conflict(stated: Leverage, *, asserted: bool, fact: Leverage, document: MethodologyDocument) -> Reason | None:
    """Another multiple, leverage where there is none, none where there is some."""
    multiple = dict(fact.moods).get(stated.mood, fact.multiple)
    if multiple is None:
        return None
    if fact.moods and stated.mood:
        fact = Leverage(multiple=multiple)
    if stated.multiple is None:
        breaks = multiple <= 1.0 if asserted else multiple > 1.0
    elif not asserted:
        breaks = abs(stated.multiple - multiple) < 0.005 and stated.cap == fact.cap
    elif stated.plain:
        breaks = multiple > 1.0
    elif fact.cap and not stated.cap:
        breaks = stated.multiple > multiple + 0.005
    else:
        breaks = abs(stated.multiple - multiple) > 0.005 and (
            stated.multiple > multiple or not stated.cap or fact.cap or multiple > 1.0
        )
    return Reason.CONTRADICTS_DOCUMENT if breaks else None


_EXTENDED = re.compile(
    rf"(?={MULTIPLE.pattern})\b1[1-9]0 ?/ ?[1-9]0(?= (?:structures?|books?|portfolios?|strateg(?:y|ies)|exposures?|set-?ups?|constructions?|designs?|formats?|long|funds?|approach|fashion|extension|profile|style)|[.,;)]|$)"
)
