"""Particular things that are said to be held, or to be all that is held, by whatever word of holding stands in the sentence."""

import re
from collections.abc import Iterator
from functools import lru_cache

from data.methodology import MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.passages import fold
from validators.methodology.topics.holdings.holding_clauses import holding_clause, is_of_holding, may_tell
from validators.methodology.topics.holdings.leaving_out import standing
from validators.methodology.topics.holdings.noun_phrases import are_told, modifiers
from validators.methodology.topics.holdings.symbol_glosses import told_of_holdings
from validators.methodology.topics.holdings.traded import is_excepted, may_be_traded
from validators.methodology.topics.holdings.traded_things import (
    SYMBOL,
    aspect_of,
    named_in,
    symbol_things,
    things_in,
    things_of,
    with_parts,
)
from validators.methodology.topics.holdings.universe_members import KEY, Universe
from validators.methodology.topics.holdings.universe_prose import LEAVING_OUT, STRONGLY_OUT, kept
from validators.methodology.topics.holdings.well_known_companies import companies_of

_IS_WHOLE = re.compile(r"\b(?:of|within|in) the $")  # "of the energy complex only crude"
_BESIDE = re.compile(r"\b(?:of the|next to|besides?|alongside|along with|together with|as well as|plus|apart from)\b")
_GOES_ON = re.compile(
    r",? (?:and|or) (?!nothing|no\b|it\b|the\b)|, (?!and\b|so\b|not\b|never\b|with\b|the |an? |its |which |one )|/"
)
_ALONE_AFTER = re.compile(
    r"(?: (?:is|are) (?:the|its|q+'s) (?:only|sole|single|lone|one and only)\b|(?:,[^,;:]{0,30},)? (?:is|are) (?:all|everything) (?:that |there |it|q+|the strategy)|[- ]only(?! (?:when|if|on|after|while|once|at|as|in|for|during|to|because|until|where|the|a|an|from|over|by))|,? (?:alone|exclusively|and (?:nothing|no other|no others)\b[\w ]{0,12}))\b(?! (?:drives?|sets?|decides?|determines?|is read|explains?))"
)
_ALONE_BEFORE = re.compile(
    r"\b(?:only|nothing but|solely|exclusively|purely|confined to|restricted to|limited to|(?:sticks?|keeps?) (?:to|with)|nothing other than|no asset (?:but|other than)|sole|trades just|holds just|no more than)(?: (?:in|on|with|the|a|an|to|us|front|spot|month)){0,3} $"
)
_FOREIGN_ANYWHERE = ("coin", "good", "debt")
_LINK = re.compile(
    r"(?: (?:companies|firms|shares|stocks|names|bonds))?(?:,? (?:and|or|plus|as well as) |, | ?/ ?| & )(?:the |an? )?(?:(?!(?:excluding|except|without|no|not|never|but|ex|less|minus|only|outside|leaving|other)\b)[\w-]+ )?"
)
_UNKNOWN_SYMBOLS = re.compile(  # "spy, efa, agg and gld"
    r"(?:, (?!(?:not|but|nor|with|from|then|are|is|the|and|or|as|on|in|of|to|by|for|it|so)\b)[a-z]{2,5}){1,8}(?:,|,? and|,? or) "
)
_WHOLE = frozenset(("coin", "good", "fx", "tenor", "place", "curve", "rating", "size"))


def held_things(text: str) -> Iterator[Stated]:
    """Every group of particular things that a passage says is held, and whether it is said to be all."""
    if not may_tell(text):
        return
    groups: list[tuple[int, int, frozenset[str]]] = []
    for start, end, keys in sorted(things_in(text), key=lambda found: (found[0], -found[1])):
        if groups and start < groups[-1][1]:
            continue
        if groups and (
            _LINK.fullmatch(text, groups[-1][1], start)
            or (SYMBOL.fullmatch(text, start, end) and _UNKNOWN_SYMBOLS.fullmatch(text, groups[-1][1], start))
        ):
            begin, _, before = groups.pop()
            groups.append((begin, end, before | keys))
        else:
            groups.append((start, end, keys))
    for start, end, keys in groups:
        if (
            text.startswith("(", start - 1)
            or (_IS_WHOLE.search(text, max(start - 12, 0), start) and any(key.startswith("good") for key in keys))
            or not may_be_traded(text, start, end)
        ):
            continue
        begin, stop = holding_clause(text, start, end)
        stands = standing(text, start, end)
        if not stands and not is_of_holding(text, start, end):
            continue
        if is_excepted(text, start, end):
            stands = False
        alone = (
            stands is not False
            and _BESIDE.search(text, begin, stop) is None
            and (
                _ALONE_AFTER.match(text, end) is not None
                or (
                    _ALONE_BEFORE.search(text, max(start - 60, 0), start) is not None
                    and _GOES_ON.match(text, end) is None
                )
            )
        )
        yield Stated(
            start=start,
            end=end,
            value=Universe(
                things=keys, sole=alone, beside=(*modifiers(text, start, end), *SYMBOL.findall(text, start, end))
            ),
            asserted=stands,
        )


def are_others(stated: Universe, document: MethodologyDocument) -> bool:
    """Whether a document's universe has not the things that are named, or has more than those that are called all."""
    fact, told = _fact_of(document), told_of_holdings(document)
    theirs = _things_told(document)
    known = theirs | named_in(kept(told))
    left_out = (_left_out(fact) - theirs) | (_left_out(told) - known)
    aspects = {aspect_of(each) for each in theirs}
    for thing in stated.things:
        if thing in left_out:
            return True
        foreign = aspect_of(thing) in aspects or (bool(aspects) and aspect_of(thing) in _FOREIGN_ANYWHERE)
        if foreign and not with_parts(frozenset([thing])) & known:
            return True
    whole = {aspect_of(each) for each in stated.things} & _WHOLE
    ours = with_parts(stated.things)
    return stated.sole and any(
        aspect_of(each) in whole and each not in ours and not each.startswith("goods") for each in theirs
    )


def are_denied(stated: Universe, document: MethodologyDocument) -> bool:
    """Whether what is said not to be held is what a document's universe names."""
    if sum(SYMBOL.fullmatch(each) is not None for each in stated.beside) > 1:
        return False  # who denies a list does not deny each of it
    if stated.sole or not are_told(stated.beside, kept(told_of_holdings(document))):
        return False
    things = frozenset(each for each in stated.things if aspect_of(each) != "form")
    if things <= _left_out(_fact_of(document)):
        return False
    return bool(with_parts(things) & _things_told(document))


def _things_told(document: MethodologyDocument) -> frozenset[str]:
    """The things of a document's universe, by its text where the fact only lists tickers."""
    fact = _fact_of(document)
    if isinstance(document.facts[KEY], str):
        return things_of(kept(fact))
    companies = companies_of(fact.split(", "))
    return companies | (_all_known(fact) or things_of(kept(fact)) or things_of(kept(told_of_holdings(document))))


@lru_cache(maxsize=1024)
def _all_known(listed: str) -> frozenset[str]:
    """The things that listed symbols stand for; none where one of them is not well known."""
    things = [symbol_things(symbol) for symbol in listed.split(", ")]
    return with_parts(frozenset().union(*things)) if all(things) else frozenset()


@lru_cache(maxsize=1024)
def _left_out(told: str) -> frozenset[str]:
    out = [match[0] for pattern in (STRONGLY_OUT, LEAVING_OUT) for match in pattern.finditer(told)]
    return frozenset().union(*map(things_of, out))


def _fact_of(document: MethodologyDocument) -> str:
    value = document.facts[KEY]
    return fold(value if isinstance(value, str) else ", ".join(value))
