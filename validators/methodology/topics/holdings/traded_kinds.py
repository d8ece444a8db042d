"""Kinds of security, and indices, that are said to be traded."""

import re
from collections.abc import Iterator
from itertools import pairwise

from validators.methodology.claims import Stated
from validators.methodology.topics.holdings.holding_clauses import is_of_holding
from validators.methodology.topics.holdings.leaving_out import standing
from validators.methodology.topics.holdings.markets import KINDS, are_members, kinds_of, named_indices, venues_in
from validators.methodology.topics.holdings.noun_phrases import modifiers
from validators.methodology.topics.holdings.ticker_lists import RESULT_ROW
from validators.methodology.topics.holdings.traded import (
    is_excepted,
    is_plainly_of,
    is_said_of,
    is_traded,
    may_be_traded,
)
from validators.methodology.topics.holdings.universe_members import CLASSES, Universe

_MORE = re.compile(r"\b(?:bonds?|funds?|etfs?|commodit\w+|treasur\w+|gold|cash|debt|fixed income)\b")
_ONE_OF_ITS_KIND = re.compile(
    r"\b(?:the|its|our) (?:only|sole|single|one) (?:\w+ )?$"
)  # "the only bond fund in the universe"
_JOINED = re.compile(
    r"(?: ?\([^()]{1,40}\))?(?:,|,? (?:and|or|plus|as well as)) (?:(?!(?!us\b)\w+s\b)[\w-]+ ){0,3}"
)  # "shares (VT), and gold"
_SLICED = re.compile(
    r"(?:'s)? (?:\w+ )?(?:sectors?|industr(?:y|ies)|groups?|funds?|etfs?|trackers?|futures?)\b"
)  # of an index
_NAMES_INDEX = re.compile(r"\d|nasdaq|dow\b|dax|ftse|stoxx|nikkei|topix|msci")

_READ = re.compile(
    r"\b(?:reads|uses|relies on|source is|inputs? (?:is|are)|is fed|looks at|works from|need|built on|computed from)\b[^.;,]{0,40}\b(?:spreads?|yields?|quotes|inventories|surveys|trades|transactions) (?:of|on|for|in|from|over)\b[^.;,]{0,40}$"
)
_SOME_OTHER = re.compile(r"\b(?:that|what|than|as|like|unlike) an? (?:\w+ )?$")
_STRATEGY = re.compile(r" (?:strategy|strategies|fund|model|portfolio|system)\b")
_OTHERS = re.compile(r"\b(?:other|different) $")


def kinds_traded(text: str) -> Iterator[Stated]:
    """Every kind of security that a passage says is traded."""
    classes: set[str] = set()
    named: list[str] = []
    before = None
    found = list(KINDS.finditer(text))
    listed = {
        place
        for one, other in pairwise(found)
        if _JOINED.fullmatch(text, one.end(), other.start())
        for place in (one.start(), other.start())
    }
    for match in found:
        beside = before[0] if before is not None and match.start() - before.end() <= 1 else ""
        before = match
        if is_excepted(text, match.start(), match.end()) or RESULT_ROW.match(text, match.end()):
            continue
        if _OTHERS.search(text, max(0, match.start() - 12), match.start()):
            continue  # "no test on other coins"
        if _READ.search(text, max(0, match.start() - 90), match.start()):
            continue  # "it reads credit spreads on investment-grade and junk bonds"
        if _SOME_OTHER.search(text, max(0, match.start() - 24), match.start()) and _STRATEGY.match(text, match.end()):
            continue  # "next to the 1 bp that an equity strategy pays"
        traded, whole = is_traded(text, match.start(), match.end(), reach=70)
        if not traded and not _NAMES_INDEX.search(match[0]):
            traded = is_plainly_of(text, match.start(), match.end()) or (
                is_of_holding(text, match.start(), match.end()) and may_be_traded(text, match.start(), match.end())
            )
        if traded or is_said_of(text, match.start(), match.end()):
            stop = (re.compile(r" ?\w+").match(text, match.end()) or match).end()
            kinds = kinds_of(text[match.start() : stop]) | (kinds_of(beside) if beside else set())
            kinds |= venues_in(text[match.end() : match.end() + 60])
            if any(kind.startswith("index") for kind in kinds) and are_members(text, match.start()):
                kinds.add("class:stock")
            if _SLICED.match(text, match.end()) and any(kind.startswith("index") for kind in kinds):
                whole = False
            if not match[0].endswith("s") and _ONE_OF_ITS_KIND.search(text, 0, match.start()):
                whole = False
            classes |= kinds & CLASSES
            named.append(match[0])
            yield Stated(
                start=match.start(),
                end=match.end(),
                value=Universe(
                    kinds=frozenset(kinds),
                    whole=whole and not _MORE.search(text),
                    sole=whole and match.start() not in listed,
                    named=f"{beside} {match[0]}".strip(),
                    beside=modifiers(text, match.start(), match.end()),
                ),
                asserted=standing(text, match.start(), match.end()),
            )
            if len(classes) > 2:  # "equities, bonds and commodities"
                several = Universe(kinds=frozenset(classes), named=" and ".join(named))
                yield Stated(start=match.start(), end=match.end(), value=several)


def indices_traded(text: str, cased: str) -> Iterator[Stated]:
    """Every index with a name of its own that a passage says is traded, itself or by its members."""
    for start, end, kind in named_indices(cased):
        traded, whole = is_traded(text, start, end, reach=70)
        if traded or is_said_of(text, start, end):
            stock = {"class:stock", "class:share"} if are_members(text, start) else frozenset()
            yield Stated(
                start=start,
                end=end,
                value=Universe(kinds=frozenset({kind} | stock), whole=whole and not _SLICED.match(text, end)),
                asserted=standing(text, start, end),
            )
