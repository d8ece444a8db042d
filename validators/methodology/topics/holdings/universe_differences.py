"""Where what is said to be held is not what a document's universe holds."""

import re

from data.methodology import MethodologyDocument
from validators.methodology.passages import fold
from validators.methodology.topics.holdings.markets import classes_in, is_currency, kinds_of, mentions_kind
from validators.methodology.topics.holdings.noun_phrases import are_told
from validators.methodology.topics.holdings.symbol_glosses import stand_for_kinds, told_of_holdings
from validators.methodology.topics.holdings.tickers import bare, with_both
from validators.methodology.topics.holdings.traded_things import named_in, stand_for, symbol_things, with_parts
from validators.methodology.topics.holdings.universe_members import (
    FUND_ALONE,
    HELD_AS_SHARES,
    KEY,
    SHARES_ALONE,
    SPECIAL,
    Universe,
    of_aspect,
)
from validators.methodology.topics.holdings.universe_prose import (
    are_held_by,
    are_mentioned,
    is_counted,
    is_foreign,
    is_left_out,
    is_told_of,
    kept,
    with_members,
)

_OF_CURRENCIES = frozenset(["class:fx", "class:future", "class:option", "class:crypto"])
_FUTURES = frozenset(["class:future"])
_UNDERLYING = frozenset(["class:bond", "class:commodity", "class:fx"])  # what futures are written on
_ALIEN = frozenset(
    ["good:bond fund", "good:exotic currency", "good:country", "good:equity index"]
)  # which no list holds by the way
_FEW = 3
_PART_OF_COINS = re.compile(r"(?:alt|stable|meme|shit)coins?|tokens")
_WORLD = frozenset(["region:world"])
_US = frozenset(["region:us"])
_DEALS = frozenset(["class:deal"])
_BY_RULE = re.compile(  # "ETFs with more than $1 billion in assets"
    r"\b(?:funds|etfs|stocks|shares|companies|names|securities|firms|equities|coins|futures|bonds)\b[^,;]{0,40}? (?:with|of|having|holding|worth|over|above|below|under|at least|more than|that|whose|which|listed|by)\b"
    r"|\b(?:all|every|any|listed) (?:[\w-]+ ){0,3}(?:funds?|etfs?|stocks?|shares?|compan(?:y|ies)|names?|securit(?:y|ies))\b"
)
_MANY = frozenset(
    ["size:small", "size:mid", "size:large", "index:sp500", "index:russell", "index:nasdaq", "class:deal"]
)
_NO_INDEX = SPECIAL | {"class:commodity", "class:bond"}  # what no index of shares is
_IN_FUNDS = frozenset(["class:share", "class:bond", "class:commodity"])  # what funds hold


def is_denied(stated: Universe, fact: Universe, document: MethodologyDocument) -> bool:
    """Whether to deny what is stated is to deny the document's universe."""
    if stated.tickers:
        named, listed = bare(stated.tickers), bare(fact.tickers)
        return fact.whole and (named == listed if stated.whole else named <= listed)
    if stated.count is not None:
        ours, theirs = of_aspect(stated.kinds, "class"), of_aspect(fact.kinds, "class")
        return stated.count == fact.count and not fact.alone and not (ours and theirs and not ours & theirs)
    if _PART_OF_COINS.fullmatch(stated.named):
        return False
    words = (*stated.beside, *stated.named.split()[:-1])
    if not stated.count and not are_told(words, kept(told_of_holdings(document))):
        return False
    indices = of_aspect(stated.kinds, "index")
    if fact.whole and not fact.kinds:
        return is_told_of(stated, document)
    if fact.whole and of_aspect(stated.kinds, "good"):
        return is_told_of(stated, document) and not is_left_out(stated, document)
    venues = of_aspect(stated.kinds, "venue")
    if not venues <= fact.kinds:
        return False
    ours, theirs = stated.kinds - venues, fact.kinds - of_aspect(fact.kinds, "venue")
    if not of_aspect(ours, "size"):
        theirs -= of_aspect(theirs, "size")  # who denies shares denies small ones
    if not of_aspect(ours, "region") and words:
        theirs -= of_aspect(theirs, "region")
    if ours & SPECIAL and not ours & SPECIAL & theirs:
        return False  # who denies straddles on an index does not deny its members
    return bool(ours) and (
        (ours == theirs and (theirs != FUND_ALONE or bool(words))) or bool(indices and indices <= fact.kinds)
    )


def _is_narrower(kinds: frozenset[str], fact: str) -> bool:
    """Whether a document whose fact is "any single ticker" does not have the kinds that are said to be all."""
    special = frozenset(kind for kind in kinds if kind.startswith(("class", "index", "good", "size", "region")))
    return bool(special) and re.search(r"\bany\b", fact) is not None and not classes_in(fact) and not kinds_of(fact)


def differs(stated: Universe, fact: Universe, document: MethodologyDocument) -> bool:
    """Whether a document's universe is not the one that is stated."""
    if fact.alone:
        several = (stated.count or 1) > 1 or (stated.whole and len(stated.tickers) > 1)
        members = "class:stock" in stated.kinds and any(kind.startswith("index") for kind in stated.kinds)
        return several or members or (stated.sole and _is_narrower(stated.kinds, fold(str(document.facts[KEY]))))
    if stated.named.upper() in fact.tickers or (not stated.sole and stand_for(fact.tickers, stated.named)):
        return False
    if stated.kinds and stated.count is None and not stated.sole and stand_for_kinds(document, stated.kinds):
        return False
    return (
        (bool(stated.tickers) and _are_other_tickers(stated, fact, document))
        or _is_an_index(stated, fact, document)
        or (fact.whole and not fact.kinds and is_foreign(stated.kinds, fact, document))
        or _is_other_count(stated, fact, document)
        or _are_other_kinds(stated, fact, document)
    )


def _is_an_index(stated: Universe, fact: Universe, document: MethodologyDocument) -> bool:
    """Whether an index is said to be the whole of what a document lists one by one, and the document speaks of no index."""
    indices = of_aspect(stated.kinds, "index")
    listed = fact.whole and len(fact.tickers) >= _FEW
    return listed and stated.whole and bool(indices) and not are_held_by(indices, document)


def _are_known_things(tickers: frozenset[str], document: MethodologyDocument) -> bool:
    """Whether all symbols are of coins or funds that a document names in words."""
    told = named_in(told_of_holdings(document))
    return all(
        (things := symbol_things(ticker.lower())) and things <= told | {"form:fund", "form:future"}
        for ticker in tickers
    )


def _are_other_tickers(stated: Universe, fact: Universe, document: MethodologyDocument) -> bool:
    """Whether the tickers that are named are none of the document's."""
    if fact.whole:
        members = bare(fact.tickers)
        named = with_both(bare(stated.tickers), members)
        if not named <= members or (stated.whole and named != members):
            return True
    elif _are_known_things(stated.tickers, document):
        return False
    elif (not fact.tickers or not stated.tickers & fact.tickers) and not are_mentioned(stated.tickers, document):
        unlike = fact.count is not None and fact.count < len(stated.tickers)
        listed = (
            (len(stated.tickers) > 1 or (fact.count or 0) > _FEW)
            and fact.count is not None
            and fact.count != len(stated.tickers)
        )
        if (
            unlike
            or (stated.whole and listed)
            or fact.kinds & _MANY
            or (stated.whole and fact.kinds & SPECIAL)
            or (stated.whole and len(stated.tickers) > 1 and _BY_RULE.search(fold(str(document.facts[KEY]))))
            or (
                len(stated.tickers) >= _FEW
                and not stated.held
                and not fact.tickers
                and of_aspect(fact.kinds, "class") == SHARES_ALONE
            )
            or of_aspect(fact.kinds, "index")
        ):
            return True
        classes = of_aspect(fact.kinds, "class")
        if classes and not classes & _OF_CURRENCIES and all(is_currency(ticker) for ticker in stated.tickers):
            return True
        if "class:fx" in fact.kinds and not any(is_currency(ticker) for ticker in stated.tickers):
            return True
    return False


def _is_other_count(stated: Universe, fact: Universe, document: MethodologyDocument) -> bool:
    """Whether a document counts another number of members, all told."""
    return (
        stated.count is not None
        and fact.count is not None
        and stated.count != fact.count
        and not (stated.held and stated.count < fact.count)
        and not (stated.named.endswith("pairs") and stated.count * 2 == fact.count)
        and not is_counted(stated, document)
    )


def _lie_together(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one of the regions lies in one of the others, or is it."""
    left, right = (
        with_parts(frozenset(region.replace("region", "place") for region in regions)) for regions in (ours, theirs)
    )
    return bool(left & right)


def _are_other_kinds(stated: Universe, fact: Universe, document: MethodologyDocument) -> bool:
    """Whether a document's securities are, in one aspect, of other kinds than those that are named."""
    for aspect in ("class", "region", "size", "index", "good", "venue"):
        ours, theirs = of_aspect(stated.kinds, aspect), of_aspect(fact.kinds, aspect)
        if aspect == "good" and ours and ours <= theirs:
            continue
        if aspect == "good" and ours & _ALIEN and fact.kinds and is_left_out(stated, document):
            return True
        if aspect == "region" and ((ours == _WORLD and theirs != _US) or _lie_together(ours, theirs)):
            continue
        if (
            aspect == "good"
            and ours
            and fact.kinds
            and of_aspect(fact.kinds, "class") <= HELD_AS_SHARES | SHARES_ALONE | {"class:stock"}
            and not re.search(
                r"\b(?:commodit\w+|metals?|energy|futures|real assets|miners?)\b", told_of_holdings(document)
            )
            and is_left_out(stated, document)
        ):
            return True
        if aspect == "good":
            theirs = with_members(theirs, fold(str(document.facts.get(KEY, ""))))
        if (
            aspect in ("class", "size")
            and ours <= SHARES_ALONE | {"size:large"}
            and of_aspect(stated.kinds, "index") & fact.kinds
        ):
            continue  # an index is named, and what is held of it is left open
        if (
            aspect == "class"
            and fact.whole
            and ours & SPECIAL
            and all(mentions_kind(told_of_holdings(document), kind) for kind in ours & SPECIAL)
        ):
            continue  # what is written on the tickers that are listed
        if aspect == "good" and ours and not is_left_out(stated, document):
            continue
        if (
            aspect == "class"
            and ours == _FUTURES
            and theirs <= _UNDERLYING
            and not re.search(r"\b(?:spot|etfs?|funds?|cash)\b", told_of_holdings(document))
        ):
            continue  # commodities and rates are dealt in by futures
        if aspect == "class" and not theirs and of_aspect(fact.kinds, "index"):
            if any(not mentions_kind(told_of_holdings(document), kind) for kind in ours & _NO_INDEX):
                return True
        elif theirs == FUND_ALONE and ours <= _IN_FUNDS:
            if stated.whole and ours == SHARES_ALONE and "holds:bond" in fact.kinds:
                return True
        elif aspect == "class" and theirs == _FUTURES and ours <= _UNDERLYING:
            if any(not mentions_kind(told_of_holdings(document), kind) for kind in ours):
                return True
        elif theirs == _DEALS and ours <= {"class:share", "class:stock"}:
            if any(kind.startswith(("size", "index")) for kind in stated.kinds):
                return True
        elif (ours and theirs and not ours & theirs) or (
            aspect == "index" and ours and not theirs and not fact.tickers and not are_held_by(ours, document)
        ):
            return True
    return False
