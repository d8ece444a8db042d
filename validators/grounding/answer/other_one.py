"""Where an answer speaks of the other of two things without its name: "its rival", "the other one", "the strategy that isn't A"."""

import re
from collections.abc import Mapping, Sequence

from validators.grounding.answer.binding import COMPARES
from validators.grounding.answer.mentions import SIGN, Mention, meant
from validators.grounding.answer.outline import Outline

_KIND = r"(?:one|two|strateg(?:y|ies)|models?|runs?|systems?|portfolios?|tickers?|settings?|cases?|variants?|approach|funds?|options?|candidates?|versions?|configurations?|names?|assets?|markets?|books?|pairs?|methods?|rules?)"
_RIVAL = r"(?:rivals?|competitors?|opponents?|counterparts?|peers?|challengers?|contenders?|siblings?|stablemates?|adversar(?:y|ies))"
_OF_NAMED = re.compile(
    rf"{SIGN}['’]s (?:[a-z-]{{2,12}} )?{_RIVAL}\b"
    rf"|\b(?:{_RIVAL}|alternative) (?:to|of|for)(?: the)? {SIGN}"
    rf"|\b{_KIND} (?:that|which) (?:is|was|are|were)(?:n['’]t| not) {SIGN}|\b{_KIND} other than {SIGN}",
    re.IGNORECASE,
)
_VERB = r"(?:has|had|is|was|did|does|makes?|made|gets?|got|shows?|comes?|came|stands?|sits?|earns?|returns|loses|lost|takes?|took|needs|pays?|paid|ends|won|[a-z]{3,}ed)"
_OF_LAST = re.compile(
    rf"\b(?:its|the|their|his) (?:\w{{3,10}} )?{_RIVAL}\b|\bthe alternative\b|\bthe other(?: {_KIND}\b(?! {SIGN})(?!, {SIGN},)"
    rf"|(?=['’]s\b| ?[.;:()]| ?,(?! {SIGN},)| ?[—–-] |$| (?:just|only|merely|at|by|with|on|about|roughly|a mere|{_VERB})\b| [-−+(]{{0,2}}(?:[$€£]|0[.,0]*(?:%| ?per ?cent))))",
    re.IGNORECASE,
)
_MOST_BACK = 2  # sentences


def with_other_ones(
    outline: Outline,
    mentions: Sequence[Mention],
    rivals: frozenset[str],
    others: Sequence[Mention],
) -> list[Mention]:
    """The mentions of one dimension with those of the other one. `rivals` are its names, `others` the mentions of other dimensions,
    which the other one may be of instead."""
    spoken = meant(mentions)
    among = spoken if len(spoken) == 2 else rivals
    found = list(mentions)
    named = {mention.start: mention for mention in mentions}
    for match in _OF_NAMED.finditer(outline.text):
        mention = named.get(outline.text.find(SIGN, match.start()))
        if mention is not None and (means := among - mention.means or rivals - mention.means):
            found.remove(mention)
            found.append(Mention(match.start(), match.end(), means))
    found.sort(key=_place)
    placed: Mapping[int, list[Mention]] = {}
    for match in _OF_LAST.finditer(outline.text):
        placed = placed or outline.placed(found)
        place = next(at for at, each in enumerate(outline.passages) if match.start() < each.end)
        last = _last(outline, place, match.start(), placed, others)
        if last is not None and (means := among - last):
            found.append(Mention(match.start(), match.end(), means))
    return sorted(found, key=_place)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _last(
    outline: Outline,
    place: int,
    start: int,
    placed: Mapping[int, Sequence[Mention]],
    others: Sequence[Mention],
) -> frozenset[str] | None:
    """What the passage names before a place, or the one before it does, where that is one thing and nothing else is named."""
    for at in range(place, max(-1, place - 1 - _MOST_BACK), -1):
        passage = outline.passages[at]
        before = [mention for mention in placed.get(at, ()) if mention.end <= start]
        means = {mention.means for mention in before}
        if means:
            spans = {mention.start for mention in before}
            else_named = any(
                passage.start <= each.start < min(passage.end, start) and each.start not in spans for each in others
            )
            if len(means) == 2 and at == place and COMPARES.search(outline.text, before[0].end, before[1].start):
                means = {before[0].means}  # "A has the edge over B, with 0.8 to the other's 0.7"
            return means.pop() if len(means) == 1 and not else_named else None
    return None
