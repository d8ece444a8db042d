"""Whole clauses that the words before them deny: "one can rule out that …", "nothing suggests that …", "it would be wrong to say that …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NOT = r"(?:\b(?:no|nothing|nobody|not|never|cannot|without|lack of|little|neither|nor|nowhere|hardly|scarcely|none|(?:is|are|was|be) far from)|n't)\b"
_CLAIM = r"(?:idea|notion|claim|suggestion|premise|assumption|statement|belief|impression|rumou?r|theory|view|possibility|thought|assertion|allegation|story|talk|myth|hypothesis|contention|hint)s?"
_SAY = r"(?:say|claim|think|assume|describe|call|speak|state|suggest|talk|believe|write|conclude|argue|maintain|pretend|infer|imagine|suppose|present|label|assert|report|treat|regard|classify|class)"
_WRONG = r"(?:wrong|incorrect|inaccurate|misleading|false|untrue|mistaken|misguided|nonsense|absurd|(?:an? )(?:\w+ )?(?:mistake|error|myth|misconception|misreading|misunderstanding|fiction|fallacy|stretch|legend|slip))"
_SUBJECT = r"(?=(?:it|this|q{3,}|the (?:strategy|model|system|rules?|backtest|portfolio))\b)"
_OF_CLAUSE = re.compile(
    rf"(?P<not>{_NOT}[^.;:,]{{0,60}}?\b(?:evidence|suggest\w*|says?|said|states?|stated|indicat\w*|impl(?:y|ies)|mention\w*|shows?|shown|hint\w*|sign|record|points?|proof|proves?|trace|basis|grounds?|support\w*|reason|claims?|specif(?:y|ies)|stipulat\w*|clue"
    r"|truth|substance|merit|chance|way|possibility|likelihood|suggestion|(?<!neither )true|correct|the case|right|accurate|as if|the impression|idea|notion"
    rf"|(?:(?<=should )|(?<=must )|(?<=n't )|(?<=not )|(?<=never )|(?<=could )|(?<=would )|(?<=can )|(?<=cannot )|(?<=to )|(?<=hardly ))(?:(?:{_SAY})|(?:believe|think|assume|suppose|conclude|imagine|infer)))"
    rf"(?: (?:anywhere|at all|to me|to (?:{_SAY}|the effect|support)|(?:in|to|behind|for) (?:it|there|(?:the|this|that|any|your) (?:{_CLAIM}|\w+))|for (?:saying|thinking|believing)|from which (?:one|you) could (?:infer|conclude))){{0,2}} that\b"
    r"|(?P<issue>\b(?:danger|problem|point|issue|trouble|reason|risk|worry|concern|catch|question|trick|idea|difference|objection)(?: [\w-]+){0,4}? (?:is|was)(?: not|n't)(?: just| so much| only)? (?:that|whether)\b)"
    rf"|(?P<out>\b(?:rul(?:es?|ed|ing) out|exclud(?:es?|ed|ing)|den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|contest(?:s|ed)?|disprov(?:es?|ed|ing)|debunk(?:s|ed)?|dispel(?:s|led)?|contradict(?:s|ed)?|disagree(?:s|d)?|forget|doubt(?:s|ed)?|quash(?:es|ed)?)"
    rf"(?: (?:with )?(?:the|any|this|that|your|all) (?:\w+ )?{_CLAIM})? that\b)"
    r"|\b(?:does|do|did|need|would|will)(?: not|n't) (?:\w+ly )?mean (?:that )?(?=(?:it|this|they|q{3,}|the \w+)\b)"
    rf"|(?:^|[.;:-] )not that {_SUBJECT})"
)
_OF_WORDS = re.compile(  # what follows need be no clause: "wrong to call it unlevered"
    rf"\b{_WRONG}(?: to {_SAY}(?: (?:that|as if)\b)?| that\b)|\b(?:not|n't|never|hardly)(?: be)? (?:true|correct|right|accurate|the case|fair)(?: to {_SAY}(?: that\b)?| that\b)"
)
_NEGATED = re.compile(
    r"(?:\b(?:no|not|never|cannot|nobody|no one|none|little|hardly|without|beyond|unable to)|n't)(?: \w+){0,3} $"
)
_LEAVES_OPEN = re.compile(r"rul|exclud|dismiss|reject|forget")
_ENDS = re.compile(
    r"[;:!?]|\. |\s-+\s|--|,\s*(?:it|the (?:strategy|model)|this strategy|there|nothing|no|we|they|though|because|since|as|for|given|nor)\b"
    r"|\b(?:but|however|whereas|while|although|actually|in (?:fact|reality|truth)|instead|yet)\b"
)
_PREDICATED = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|does|do|did|will|can|uses?|used|takes?|needs?|reads?|rests?|holds?|trades?|charges?|pays?|costs?|runs?|works?|looks?|learn(?:s|ed|t)?|trains?|fits?|fills?|buys?|sells?|borrows?|rebalances?"
    r"|happens?|comes?|goes|executes?|draws?|relies|depends?|went|got|gets?|employs?|applies|covers?|spans?|ranks?|consults?|watches|re-?sets|adjusts|\w+ed)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeniedClause:
    """text[start:end] is denied as a whole, or left open ("one can't rule out that …"); `words`: it need be no full clause."""

    start: int
    end: int
    words: bool = False
    left_open: bool = False

    def holds(self, text: str, start: int, end: int) -> bool:
        """Whether text[start:end] is what the clause tells, and not what it only speaks of ("nothing suggests that daily trading helps")."""
        if not self.start <= start < end <= self.end:
            return False
        return self.words or _PREDICATED.search(text, self.start, start) is not None


def denied_clauses(text: str) -> Iterator[DeniedClause]:
    """The clauses of a folded passage that are denied as a whole, or left open, in order."""
    found: dict[int, tuple[bool, bool]] = {}
    for match in _OF_CLAUSE.finditer(text):
        negated = match["out"] and _NEGATED.search(text, max(match.start() - 40, 0), match.start())
        if not negated or _LEAVES_OPEN.match(match[0]):
            found[match.end()] = (
                bool(match["issue"]),
                bool(negated or match["issue"]),
            )  # "no one disputes that …" tells it
    found |= {match.end(): (True, False) for match in _OF_WORDS.finditer(text)}
    for start, (words, left_open) in sorted(found.items()):
        ends = _ENDS.search(text, start)
        yield DeniedClause(start=start, end=ends.start() if ends else len(text), words=words, left_open=left_open)
