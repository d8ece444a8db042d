"""How many members a universe has."""

import re
from collections.abc import Iterator
from itertools import pairwise

from validators.methodology.claims import Stated
from validators.methodology.clauses import clause_around
from validators.methodology.passages import fold
from validators.methodology.topics.amounts import NUMBER, number
from validators.methodology.topics.holdings.holding_clauses import is_of_holding
from validators.methodology.topics.holdings.leaving_out import standing
from validators.methodology.topics.holdings.markets import KINDS, kinds_of, named_indices, venues_in
from validators.methodology.topics.holdings.tickers import lists
from validators.methodology.topics.holdings.traded import is_plainly_of, is_said_of, is_traded, may_be_traded
from validators.methodology.topics.holdings.universe_members import Universe

_THING = (
    r"(?:assets?|etfs?|instruments?|tickers?|funds?|securities|markets?|names?|symbols?|stocks?|constituents?"
    r"|members?|(?:small|mid|large|micro|mega)[- ]caps|contracts?|currency pairs|pairs?|coins?|tokens?|perpetuals?|perps?|swaps?|indices|indexes|equities|companies|shares?|futures?"
    r"|currencies|bonds?|cryptocurrencies|commodities|products|holdings|underlyings?|crosses|firms|makers|producers|manufacturers|retailers|utilities|insurers|brewers|drillers|carmakers|airlines|telecoms|builders|exporters|importers|suppliers|giants|growers|start-?ups|sectors|countries|exchanges|payers|lenders|banks|issuers|miners|listings|large[- ]caps|trackers?|blue[- ]chips|majors|entries)"
)
COUNT = re.compile(
    rf"(?<![/\d.,$€£¥-])\b(?P<n>half[- ]a[- ]dozen|(?<!half )(?<!half-)(?:a )?(?:single(?!-)|pair|handful|dozen|couple)|(?<!\bthis )(?<!\bthat )(?<!\bthe )one\b|(?!one\b){NUMBER})[- ](?:of )?(?!(?:{NUMBER})\b)(?:(?!(?:its|their|the|our|your|this|that|these|those|any)\b|of\b|has\b|have\b|is\b|are\b|holds\b|with\b|each\b|for\b|per\b|numbers?\b|values?\b|figures?\b|and\b|or\b|in\b|times?\b|days?\b|months?\b|years?\b|bps\b)[\w&.']+[- ]){{0,3}}?"
    rf"{_THING}\b(?! (?:funds?|etfs?|index|prices?|data|months?|sizes?|values?|multipliers?|(?:in)?to (?:another|the (?:next|other))))"
)
_SIZES = {"single": 1, "pair": 2, "couple": 2, "half a dozen": 6, "half-a-dozen": 6, "dozen": 12}
_PART = re.compile(
    r"\b(?:each|every|per|a) (?:pair|position|spread|trade|leg|side|sector|fund|day|week|month|country)\b[^.;:]{0,30} $|\b(?:top|best|strongest|highest|bottom|worst|at most|up to|maximum of|no more than|weakest|first|cheapest"
    r"|held|holds?|holding|buys?|owns?|sells?|long|short|last|at a time|leading|winning|into)(?: the)?(?: \w+)? $"
    r"|\b(?:picks?|selects?|chooses?|selection of)(?: the)? $|\bpositions? (?:is|are) (?:split|divided|shared)\b[^.;]{0,20} (?:between|among)(?: the)? $"
)
_SOME_OF = re.compile(rf"\b(?:{NUMBER}|most|all|both|none|one) of the $")  # "in five of the six countries tested"
_TESTED = re.compile(r" (?:(?:that|which) (?:were|was|are|is) )?(?:tested|tried|compared|shown|listed|tabulated|run)\b")
_ANY_OF = re.compile(r"\b(?:any|all|each|every one|from among|whole) (?:of )?(?:the )?(?:\w+ )?$")
_SINGLE = re.compile(r"\b(?:single|only|just|sole|lone)\b")
_HELD = re.compile(
    r"\b(?:h[eo]ld(?:s|ing)?|buys?|buying|bought|sells?|selling|sold|owns?|owned|owning|long|short|positions?|bets?|inside|on board|portfolio|book)\b"
)
_COMPANIES = re.compile(
    r"\b(?:companies|firms|banks|issuers|lenders|makers|producers|manufacturers|retailers|utilities|insurers|brewers|carmakers|airlines)$"
)
_AT_A_TIME = re.compile(
    r"[ \w]{0,12} at (?:a|one|any|this|that|the) (?:time|moment|date|end)\b| (?:are |were |is |was |sit |sat )?(?:inside|in|on) (?:the |its )?(?:portfolio|book|account)\b"
)
_MANY_OF = re.compile(
    r"\b(?:several|many|dozens of|scores of|hundreds of|a (?:whole )?(?:number|range|host|variety|set) of|various|multiple|numerous|a basket of|thousands of) (?:\w+ ){0,2}?(?:pairs|stocks|tickers|funds|etfs|indices|indexes|markets|shares|companies|assets|instruments|names|symbols|securities|coins|currencies)\b|\b(?:whole|entire) (?:basket|portfolio|group|list|set)\b"
)
_NTH = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "tenth": 10}
_PLACES = re.compile(rf"\bfirst(?:, \w+)*,? and (?:the )?(?P<nth>{'|'.join(_NTH)})\b")


def counted_by_order(fact: str) -> int | None:
    """How many members a fact names by their places ("the first and second contract")."""
    last = _PLACES.search(fact)
    return _NTH[last["nth"]] if last else None


def several(text: str) -> Iterator[Stated]:
    """Where a passage says that several are traded, however many."""
    for match in _MANY_OF.finditer(text):
        traded, _ = is_traded(text, match.start(), match.end())
        if traded or is_said_of(text, match.start(), match.end()):
            yield Stated(
                start=match.start(),
                end=match.end(),
                value=Universe(many=True),
                asserted=standing(text, match.start(), match.end()),
            )


_BESIDES = re.compile(r"[- ](?:more|others?|further|additional)\b")
_ANOTHER = re.compile(r"\b(?:another|(?:a|the) further|(?:an|the) additional|the (?:other|remaining)) $")


def _size_in(text: str, cased: str, match: re.Match[str]) -> int | None:
    """How many members a count makes, with the tickers that it comes on top of ("XLE, XLK and seven more funds")."""
    size = size_of(match["n"])
    besides = _BESIDES.match(text, match.end("n")) or _ANOTHER.search(text, max(match.start() - 20, 0), match.start())
    if size is None or not besides:
        return size
    named = {symbol for start, _, symbols in lists(cased) if start < match.start() for symbol in symbols}
    return size + len(named) if named else None


_ADDED = re.compile(r" (?:and|plus) ")


def counts_traded(text: str, cased: str) -> Iterator[Stated]:
    """Every count of members that a passage says are traded."""
    counts = [(match, _size_in(text, cased, match)) for match in COUNT.finditer(text)]
    for place, (match, size) in enumerate(counts):
        if any(
            size_before == sum(size or 0 for _, size in counts[at + 1 :])
            for at, (_, size_before) in enumerate(counts[:place])
        ):
            continue  # "18 markets: 9 bonds, 9 indices"
        if (
            size is not None
            and place + 1 < len(counts)
            and _ADDED.fullmatch(text, match.end(), counts[place + 1][0].start())
        ):
            counts[place + 1] = (counts[place + 1][0], size + (counts[place + 1][1] or 0))
            continue  # "two credit funds and two Treasury funds" are four
        traded, _ = is_traded(text, match.start(), match.end())
        if (
            size is None
            or (match[0].endswith(" pair") and not _SINGLE.search(text, max(match.start() - 12, 0), match.end()))
            or not (
                traded
                or is_said_of(text, match.start(), match.end())
                or (is_of_holding(text, match.start(), match.end()) and may_be_traded(text, match.start(), match.end()))
                or (_THERE_ARE.search(text, 0, match.start()) and is_plainly_of(text, match.start(), match.end()))
            )
            or (_is_part(text, cased, match))
        ):
            continue
        yield Stated(
            start=match.start(),
            end=match.end(),
            value=Universe(
                count=size,
                kinds=frozenset(
                    kinds_of(match[0]) | shares_of(match[0]) | venues_in(text[match.end() : match.end() + 60])
                ),
                named=match[0],
                held=_is_of_holdings(text, match.start(), match.end()),
            ),
            asserted=standing(text, match.start(), match.end()),
        )


def _is_of_holdings(text: str, start: int, end: int) -> bool:
    """Whether the clause of a count speaks of what is held at a time."""
    begin, stop = clause_around(text, start, end)
    return _HELD.search(text, max(start - 30, begin), min(end + 30, stop)) is not None


def shares_of(words: str) -> set[str]:
    """Companies that are counted are held by their shares."""
    return {"class:share"} if _COMPANIES.search(words) else set()


def are_added(text: str, counts: list[re.Match[str]]) -> bool:
    """Whether counts are of parts that lie side by side ("nine bond futures and nine equity futures")."""
    return len(counts) > 1 and all(
        re.fullmatch(r",?(?: and| plus|,| \+)? ", text[left.end() : right.start()]) for left, right in pairwise(counts)
    )


def size_of(words: str) -> int | None:
    words = words.removeprefix("a ")
    if words in _SIZES:
        return _SIZES[words]
    value = number(words)
    return None if value is None or re.fullmatch(r"(?:19|20)\d\d", words) else int(value)


_THERE_ARE = re.compile(r"(?:^|, |in all,? |altogether,? )there are (?:only |just |exactly )?$")
_OF_LIST = re.compile(r"\b(?:list|universe|basket|pool|menu|roster) [^.;,]*$")


_OF_SEVERAL = re.compile(
    r",? (?:on average|at (?:most|least)|each|apiece)\b| among (?:the|them|these|its)\b"
    r"| with (?:the|its) (?:[\w-]+ )?(?:best|lowest|highest|worst|strongest|weakest|largest|smallest|cheapest|steepest|most|least)\b"
)


def _is_part(text: str, cased: str, match: re.Match[str]) -> bool:
    """Whether a count is of what is held at a time, or of what one of the funds holds."""
    before = text[max(match.start() - 60, 0) : match.start()]
    return (
        (_PART.search(before) is not None and not _ANY_OF.search(before))
        or re.search(r"\b(?:best|worst|cheapest|strongest|weakest|highest|lowest)\b", match[0]) is not None
        or _AT_A_TIME.match(text, match.end()) is not None
        or (_SOME_OF.search(before) is not None and _TESTED.match(text, match.end()) is not None)
        or _OF_SEVERAL.match(text, match.end()) is not None
        or (re.match(r",? in (?:total|all)\b", text[match.end() :]) is not None and _OF_LIST.search(before) is None)
        or is_of_a_name(cased, match)
    )


def is_of_a_name(cased: str, match: re.Match[str]) -> bool:
    """Whether a number belongs to an index's name ("the Marlow 100 index future")."""
    return any(start < match.start() < end for start, end, _ in named_indices(cased)) or any(
        kind.start() < match.start() < kind.end() for kind in KINDS.finditer(fold(cased))
    )
