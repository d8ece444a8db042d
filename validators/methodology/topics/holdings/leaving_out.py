"""Whether something is told to be left out of what may be held, or not to be left out."""

import re

from validators.methodology.topics.holdings.traded import is_avoided

_DROPPED = (
    r"(?:excluded|removed|dropped|skipped|avoided|shunned|omitted|banned|barred|rejected|ignored|left (?:out|aside)|off[- ]limits|out(?: as well| too)?(?=[.,;)]|$)"
    r"|(?:filtered|screened|kept|taken|ruled|weeded|stripped|thrown|carved|cut|sorted|sifted) out|(?:turned|sent|kept) away|disqualified|ineligible|out of (?:scope|bounds|the (?:universe|running|question)))"
)
_DROPS = r"(?:(?:exclud|remov|skipp?|avoid|dropp?|shunn?|omitt?|bann?|barr?|reject|ignor)(?:e|es|s|ing)?|(?:filter|screen|keep|take|rule|weed|strip|throw|cut|leav|rul|tak)(?:e|es|s|ing)? out)"
_NOT = r"(?: not| never|n't)"
_NOT_DROPPED = re.compile(
    rf"(?: [\w-]+){{0,2}}? (?:is|are|was|were|have been|has been|gets?|does|do|did){_NOT}(?: (?!only\b)\w+){{0,2}}? {_DROPPED}"
    rf"|(?: [\w-]+){{0,2}}? (?:is|are|was|were) (?:in|included|eligible|welcome|allowed|part of it) (?:too|as well)?"
)
_DOES_NOT_DROP = re.compile(
    rf"(?:(?:do|does|did|is|are|was){_NOT}|\bcannot|\bnever|\bwithout|\binstead of|\brather than)(?: \w+)? {_DROPS}(?: (?:any|the|out|all|even|either)){{0,2}} (?:[\w-]+ )?$"
    r"|\b(?:no|without an?y?) (?:rule|filter|screen|ban|exclusion|restriction)s? (?:against|on|of|for) (?:[\w-]+ )?$"
)
_ASIDE = (
    r"(?:(?: [\w-]+){0,2},? (?:such as|like|including|e\.g\.) [\w ,'-]{1,50}?)?(?:,? (?:or|and|nor) (?:the |an? )?[\w-]+(?: [\w-]+)?)?"
    r"(?: (?!and\b|but\b|that\b|which\b|-)[\w-]+){0,3}?"
)
_NEVER_IN = re.compile(
    rf"{_ASIDE} (?:never|(?:do|does|did|will|would|can|is|are|was|were)(?: not|n't| never)(?: ever)?|can ?not|won't) (?:\w+ly )?"
    r"(?:shows? up|appears?|turns? up|makes? (?:the (?:list|cut|grade)|it)|enters?|qualif(?:y|ies)|gets? (?:in|a look-in)|features?|figures?|comes? (?:in|into)"
    r"|(?:be )?(?:bought|held|traded|found|owned|sold|touched|eligible|included|chosen|picked|considered|among|part))\b"
    rf"|{_ASIDE} (?:lies?|falls?|sits?|stays?|is|are) (?:\w+ )?(?:outside|beyond|out of) (?:what|its|the|of)\b"
)
_STILL_OUT = re.compile(
    rf"(?: (?!and\b|or\b)[\w-]+){{0,3}}? (?:is|are|was|were|get|gets|stay|stays|remain|remains) (?:\w+ )?{_DROPPED}"
)


def standing(text: str, start: int, end: int) -> bool | None:
    """False where text[start:end] is told to be left out or never to enter, True where it is told not to be; None: neither."""
    if _NOT_DROPPED.match(text, end) or _DOES_NOT_DROP.search(text, max(start - 70, 0), start):
        return True
    out = _STILL_OUT.match(text, end) or _NEVER_IN.match(text, end) or is_avoided(text, start, end)
    return False if out else None
