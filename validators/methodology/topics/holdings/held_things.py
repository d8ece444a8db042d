"""Particular things that are said to be held, or to be all that is held, by whatever word of holding stands in the sentence."""

import re
from collections.abc import Iterator
from functools import lru_cache

from data.methodology import MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.clauses import clause_around
from validators.methodology.passages import fold
from validators.methodology.topics.holdings.leaving_out import standing
from validators.methodology.topics.holdings.noun_phrases import are_told, modifiers
from validators.methodology.topics.holdings.traded import is_excepted, may_be_traded
from validators.methodology.topics.holdings.traded_things import aspect_of, named_in, things_in, things_of, with_parts
from validators.methodology.topics.holdings.universe_members import KEY, Universe
from validators.methodology.topics.holdings.universe_prose import LEAVING_OUT, STRONGLY_OUT, kept
from validators.methodology.topics.prose import prose

_HOLDING = re.compile(
    r"\b(?:universe|pool|lists?|menu|basket|roster|portfolio|book|allocation|allocates?|mix(?:ed)?|weights?|positions?|legs?|sides?|slots?|places?|seats?|budget|refuge|shelter|haven"
    r"|trad(?:e|es|ed|ing|able)|h[eo]lds?|holding|owns?|owned|owning|buys?|buying|bought|sells?|selling|sold|shorts?|shorted|longs?|long (?:and|or) short|picks|picked|picking|choos\w+|chosen|selects?|selected|rank(?:s|ed|ing)?|sort(?:s|ed)?|scor(?:es?|ed)"
    r"|eligible|qualif\w+|includ\w+|admit\w*|represented|candidates?|members?|constituents?|complete[sd]?|rounds? out|make up|makes up|accounts? for|suppl(?:y|ies)|joins?|joined|alongside|next to|stands? (?:opposite|in|for|beside)|put on|between|spread"
    r"|juggles?|deals? in|dealt|invest\w*|rotates?|switch\w*|moves? (?:between|into)|on offer|on board|in the running|consideration|confined|restricted|limited|only|alone|exclusively|paired|pairs?|fall back|share of|part of|third of|half of|fifth of|quarter of|a bet on|exposures?|touch(?:es|ed)?|barred|bars|excluded|left out|dropped|shunned|avoided|bets?|plays?|welcome|allowed|permitted|busy|among|contribut\w*|screen(?:s|ed)?|follow(?:s|ed)?|consider(?:s|ed)?|compris\w+|consists?|cover(?:s|ed|ing)?|spans?|sticks? (?:to|with)|gets? in|swim|go(?:es)? for|goes after|removed|filtered|find|see)\b"
)
_OF_ANOTHER_MATTER = re.compile(
    r"[%$€£?]|\b(?:data|prices? (?:of|for|in|are|is|come)|priced|quotes?|quoted|vendors?|feeds?|news|benchmark\w*|crash\w*|cris[ie]s|examples?|e\.g|features?|inputs?|indicators?|predictors?|train\w*|tested|tests?|(?<!low-)(?<!low )volatil\w*|correlat\w+|beta|returned|returns? of|fees?|costs?|commissions?|bps|tax\w*|dividends?|reports?|learn\w*|fitted|borrow\w*"
    r"|margin|financ\w+|performance|drawdowns?|sharpe|typical\w*|usual\w*|usually|others|other strateg\w+|hedge\w*|results?|would|could|might|lik(?:e|es)|(?<!high )(?<!high-)yields?|inflation|gained|lost|fell|rose|rall(?:y|ied|ies)|surged|slump\w*|jumped|went|moved|earned|made(?! up)|did|than|unlike|versus its|hours?|session|calendar|holidays?|closed|opens?|converted|denominated|expressed|currency risk|tone|tweets|inventor(?:y|ies)|reserve|central bank|bank holidays?|business days?|bank accounts?|wind|summer)\b"
)
_LABEL_AT = re.compile(r"^[^:]{1,60} :")
_IS_WHOLE = re.compile(r"\b(?:of|within|in) the $")  # "of the energy complex only crude"
_BESIDE = re.compile(r"\b(?:of the|next to|besides?|alongside|along with|together with|as well as|plus|apart from)\b")
_GOES_ON = re.compile(r",? (?:and|or) (?!nothing|no\b|it\b|the\b)|, (?!and\b|so\b|not\b|never\b|with\b)|/")
_CLAUSE = re.compile(
    r"[;:] |, (?:so|which|while|whereas|since|because|but|although|though|yet|as|and (?:it|its|the|this|that|they|there))\b| (?:because|since|while|whereas|although|but|so that)\b"
)
_ALONE_AFTER = re.compile(
    r"(?: (?:is|are) (?:the|its|q+'s) (?:only|sole|single|lone|one and only)\b|(?:,[^,;:]{0,30},)? (?:is|are) (?:all|everything) (?:that |there |it|q+|the strategy)|[- ]only(?! (?:when|if|on|after|while|once|at|as|in|for|during|to|because|until|where|the|a|an|from|over|by))|,? (?:alone|exclusively|and (?:nothing|no other|no others)\b[\w ]{0,12}))\b(?! (?:drives?|sets?|decides?|determines?|is read|explains?))"
)
_ALONE_BEFORE = re.compile(
    r"\b(?:only|nothing but|solely|exclusively|purely|confined to|restricted to|limited to|(?:sticks?|keeps?) (?:to|with)|nothing other than|no asset (?:but|other than)|sole|trades just|holds just|no more than)(?: (?:in|on|with|the|a|an|to|us|front|spot|month)){0,3} $"
)
_FOREIGN_ANYWHERE = ("coin", "good", "debt")
_LABEL = re.compile(  # "Universe: …", a table's row or column
    r"(?:^|[.;:(|] )(?:\w+ ){0,2}?(?:universe|markets?|instruments?|assets?(?: class(?:es)?)?|holdings|securities|tickers?|symbols?|underlyings?|contracts?|products?|coverage|scope|what (?:it|q+) (?:trades|holds|buys)|trad(?:es|ed)|basket|constituents|members|eligible|pool|menu|investments?|things? (?:held|traded)|exposures?)(?: \w+)? ?:(?: [^:]{0,30} :)? $"
)
_LINK = re.compile(
    r"(?: (?:companies|firms|shares|stocks|names|bonds))?(?:,? (?:and|or|plus|as well as) |, | ?/ ?| & )(?:the |an? )?(?:[\w-]+ )?"
)
_WHOLE = frozenset(("coin", "good", "fx", "tenor", "place", "curve", "rating", "size"))


def held_things(text: str) -> Iterator[Stated]:
    """Every group of particular things that a passage says is held, and whether it is said to be all."""
    if _HOLDING.search(text) is None and _LABEL_AT.search(text) is None:
        return
    groups: list[tuple[int, int, frozenset[str]]] = []
    for start, end, keys in sorted(things_in(text)):
        if groups and _LINK.fullmatch(text, groups[-1][1], start):
            begin, _, before = groups.pop()
            groups.append((begin, end, before | keys))
        else:
            groups.append((start, end, keys))
    for start, end, keys in groups:
        if (
            text.startswith("(", start - 1)
            or _IS_WHOLE.search(text, max(start - 12, 0), start)
            or not may_be_traded(text, start, end)
        ):
            continue
        begin, stop = clause_around(text, start, end, _CLAUSE)
        stands = standing(text, start, end)
        if not stands and not is_of_holding(text, start, begin, stop):
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
            value=Universe(things=keys, sole=alone, beside=modifiers(text, start, end)),
            asserted=stands,
        )


def is_of_holding(text: str, start: int, begin: int, stop: int) -> bool:
    """Whether the clause text[begin:stop], or the label before it, tells of what is held and of nothing else."""
    return (
        _HOLDING.search(text, begin, stop) is not None or _LABEL.search(text, max(begin - 80, 0), begin) is not None
    ) and _OF_ANOTHER_MATTER.search(text, begin, stop) is None


def are_others(stated: Universe, document: MethodologyDocument) -> bool:
    """Whether a document's universe has not the things that are named, or has more than those that are called all."""
    fact, told = _fact_of(document), prose(document, KEY)
    theirs = _things_told(document)
    known = theirs | named_in(kept(told))
    left_out = _left_out(fact) | (_left_out(told) - known)
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
    if stated.sole or not are_told(stated.beside, kept(prose(document, KEY))):
        return False
    return bool(with_parts(stated.things) & _things_told(document))


def _things_told(document: MethodologyDocument) -> frozenset[str]:
    """The things of a document's universe, by its text where the fact only lists tickers."""
    fact = _fact_of(document)
    listed = not isinstance(document.facts[KEY], str)
    return things_of(kept(fact)) or (things_of(kept(prose(document, KEY))) if listed else frozenset())


@lru_cache(maxsize=1024)
def _left_out(told: str) -> frozenset[str]:
    out = [match[0] for pattern in (STRONGLY_OUT, LEAVING_OUT) for match in pattern.finditer(told)]
    return frozenset().union(*map(things_of, out))


def _fact_of(document: MethodologyDocument) -> str:
    value = document.facts[KEY]
    return fold(value if isinstance(value, str) else ", ".join(value))
