"""Particular things that are said to be held, or to be all that is held, by whatever word of holding stands in the sentence."""

import re
from collections.abc import Iterator
from functools import lru_cache

from data.methodology import MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.clauses import clause_around
from validators.methodology.passages import fold
from validators.methodology.topics.holdings.traded import is_avoided, is_excepted, may_be_traded
from validators.methodology.topics.holdings.traded_things import aspect_of, things_in, things_of, with_parts
from validators.methodology.topics.holdings.universe_members import KEY, Universe
from validators.methodology.topics.holdings.universe_prose import LEAVING_OUT
from validators.methodology.topics.prose import prose

_HOLDING = re.compile(
    r"\b(?:universe|pool|lists?|menu|basket|roster|portfolio|book|allocation|allocates?|mix(?:ed)?|weights?|positions?|legs?|sides?|slots?|places?|seats?|budget|refuge|shelter|haven"
    r"|trad(?:e|es|ed|ing|able)|h[eo]lds?|holding|owns?|owned|owning|buys?|buying|bought|sells?|selling|sold|shorts?|shorted|longs?|long (?:and|or) short|picks|picked|picking|choos\w+|chosen|selects?|selected|rank(?:s|ed|ing)?|sort(?:s|ed)?|scor(?:es?|ed)"
    r"|eligible|qualif\w+|includ\w+|admit\w*|represented|candidates?|members?|constituents?|complete[sd]?|rounds? out|make up|makes up|accounts? for|suppl(?:y|ies)|joins?|joined|alongside|next to|stands? (?:opposite|in|for|beside)|put on|between|spread"
    r"|juggles?|deals? in|dealt|invest\w*|rotates?|switch\w*|moves? (?:between|into)|on offer|on board|in the running|consideration|confined|restricted|limited|only|alone|exclusively|paired|pairs?|fall back|share of|part of|third of|half of|fifth of|quarter of|a bet on|exposures?|touch(?:es|ed)?|barred|bars|excluded|left out|dropped|shunned|avoided|bets?|plays?|welcome|allowed|permitted|busy)\b"
)
_OF_ANOTHER_MATTER = re.compile(
    r"[%$€£?]|\b(?:data|prices? (?:of|for|in|are|is|come)|priced|quotes?|quoted|vendors?|feeds?|news|benchmark\w*|crash\w*|cris[ie]s|examples?|e\.g|features?|inputs?|indicators?|predictors?|train\w*|tested|tests?|(?<!low-)(?<!low )volatil\w*|correlat\w+|beta|returned|returns? of|fees?|costs?|commissions?|bps|tax\w*|dividends?|reports?|learn\w*|fitted|borrow\w*"
    r"|margin|financ\w+|performance|drawdowns?|sharpe|typical\w*|usual\w*|usually|others|other strateg\w+|hedge\w*|results?|would|could|might|lik(?:e|es)|(?<!high )(?<!high-)yields?|inflation|gained|lost|fell|rose|rall(?:y|ied|ies)|surged|slump\w*|jumped|went|moved|earned|made(?! up)|did|than|unlike|versus its|hours?|session|calendar|holidays?|closed|opens?|converted|denominated|expressed|currency risk|tone|tweets|inventor(?:y|ies)|reserve|central bank|bank holidays?|business days?|bank accounts?|wind|summer)\b"
)
_IS_WHOLE = re.compile(r"\b(?:of|within|in) the $")  # "of the energy complex only crude"
_BESIDE = re.compile(r"\b(?:of the|next to|besides?|alongside|along with|together with|as well as|plus|apart from)\b")
_GOES_ON = re.compile(r",? (?:and|or) (?!nothing|no\b|it\b|the\b)|, (?!and\b|so\b|not\b|never\b|with\b)|/")
_CLAUSE = re.compile(
    r"[;:] |, (?:so|which|while|whereas|since|because|but|although|though|yet|as|and (?:it|its|the|this|that|they|there))\b| (?:because|since|while|whereas|although|but|so that)\b"
)
_ALONE_AFTER = re.compile(
    r"(?:[- ]only(?! (?:when|if|on|after|while|once|at|as|in|for|during|to|because|until|where|the|a|an|from|over|by))|,? (?:alone|exclusively|and (?:nothing|no other|no others)\b[\w ]{0,12}))\b(?! (?:drives?|sets?|decides?|determines?|is read|explains?))"
)
_ALONE_BEFORE = re.compile(
    r"\b(?:only|nothing but|solely|exclusively|purely|confined to|restricted to|limited to|nothing other than|no asset (?:but|other than)|sole|trades just|holds just|no more than)(?: (?:in|on|with|the|a|an|to|us|front|spot|month)){0,3} $"
)
_FOREIGN_ANYWHERE = ("coin", "good", "debt")
_VERB = r"\b(?:is|are|was|were|has|have|with|only|trades?|holds?|covers?|includ\w+|come|comes)\b"
_STRONGLY_OUT = re.compile(
    rf"(?:(?!{_VERB})[^.;:()])* (?:is|are|was|were|has been|have been) (?:left out|excluded|barred|omitted|outside|not (?:traded|included|held|eligible|allowed)|never (?:traded|held))\b"
    rf"|(?:(?!{_VERB})[^,.;:()])*\b(?:left out|excluded|barred|omitted|outside)\b"
)
_LINK = re.compile(r"(?:,? (?:and|or|plus|as well as) |, | ?/ ?| & )(?:the |an? )?(?:[\w-]+ )?")
_WHOLE = frozenset(("coin", "good", "fx", "tenor"))


def held_things(text: str) -> Iterator[Stated]:
    """Every group of particular things that a passage says is held, and whether it is said to be all."""
    if _HOLDING.search(text) is None:
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
        if _HOLDING.search(text, begin, stop) is None or _OF_ANOTHER_MATTER.search(text, begin, stop) is not None:
            continue
        avoided = is_avoided(text, start, end) or is_excepted(text, start, end)
        alone = (
            not avoided
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
            value=Universe(things=keys, sole=alone),
            asserted=False if avoided else None,
        )


def are_others(stated: Universe, document: MethodologyDocument) -> bool:
    """Whether a document's universe has not the things that are named, or has more than those that are called all."""
    fact, told = _fact_of(document), prose(document, KEY)
    theirs = things_of(_kept(fact))
    known = theirs | things_of(_kept(told))
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
    return not stated.sole and bool(with_parts(stated.things) & things_of(_kept(_fact_of(document))))


@lru_cache(maxsize=1024)
def _kept(told: str) -> str:
    """A text without what it says to leave out."""
    return LEAVING_OUT.sub(" ", _STRONGLY_OUT.sub(" ", told))


@lru_cache(maxsize=1024)
def _left_out(told: str) -> frozenset[str]:
    out = [match[0] for pattern in (_STRONGLY_OUT, LEAVING_OUT) for match in pattern.finditer(told)]
    return frozenset().union(*map(things_of, out))


def _fact_of(document: MethodologyDocument) -> str:
    value = document.facts[KEY]
    return fold(value if isinstance(value, str) else ", ".join(value))
