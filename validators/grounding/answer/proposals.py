"""Numbers of a further run or check that an answer only proposes: "rerun it at 15 bps", "a stop of, say, 5% would be worth a test"."""

import re

from validators.numbers.quantity import Quantity

_VERB = (
    r"(?:try|test|retry|re-?test|run|re-?run|check|re-?check|repeat|redo|simulate|back-?test|sweep|vary|experiment|compare|consider|stress(?:-test)?|look at|plug in|play with|start with|go with|"
    r"set|use|raise|lower|increase|reduce|tighten|loosen|widen|shorten|lengthen|cut|cap|limit|add|switch to|move to|pick|choose|select|fit|refit|retrain|optimi[sz]e|tune|exclude|leave out|hold out)\b"
)
# and no noun: "Test results", "cap 1.25"
_RUN = rf"{_VERB}(?= (?:it|its|this|that|these|those|them|the|an?|your|both|another|one|some|several|with|without|at|on|over|from|to|for|by|again|whether|what|how|things|say|e\.g\.|around|about)\b|,)"
_RUNNING = (
    r"(?:trying|testing|re-?testing|running|re-?running|checking|repeating|redoing|simulating|back-?testing|sweeping|varying|experimenting|comparing|considering|stress(?:ing|-testing)|looking at|"
    r"plugging in|starting with|setting|using|raising|lowering|increasing|reducing|tightening|loosening|widening|shortening|lengthening|cutting|capping|limiting|adding|switching to|moving to|re-?runs?|back-?tests?)\b"
)
_TRIAL = r"(?:tests?|checks?|runs?|re-?runs?|back-?tests?|experiments?|trials?|stress|sweeps?|variants?|steps?|grids?|look|worth)\b"
_SETTING_KINDS = frozenset({"basis_points", "count", "duration", "plain"})
_LONGEST = 200  # characters before a number, and behind it
_WOULD = r"(?:would|could|might|may|should|['’]d|['’]ll|will|can|is worth|are worth)\b"
# in the imperative, or behind what asks for it
_ASKED = re.compile(
    rf"(?:^|[.;:!?\n(—–]\W{{0,4}}|,\W?|\b(?:and|or|so|but|then|also|just|please|first|next|instead|maybe|perhaps|rather|again|to|worth|let me|let['’]s)\s){_RUN}",
    re.IGNORECASE,
)
# of what one could do
_MODAL = re.compile(
    rf"\b(?:(?:I|we|you|one|they)(?:\s{_WOULD}|{_WOULD})|(?:shall|should|can|could) (?:I|we))(?: \w+){{0,2}}? {_VERB}",
    re.IGNORECASE,
)
_TRY = re.compile(r"\b(?:(?:try|retry|re-?test)\b|(?:use|look at) (?:[\d$€£]|$))", re.IGNORECASE)
_SUPPOSED = re.compile(rf"\b(?:if|should|were|had) (?:I|we|you|one) (?:\w+ ){{0,3}}?{_VERB}", re.IGNORECASE)
# what it would be good for to do
_DOING = re.compile(rf"\b{_RUNNING}[^.;:?\n]*$", re.IGNORECASE)
_NOUN = re.compile(rf"\b{_TRIAL}[^.;:?\n]*$", re.IGNORECASE)
_WOULD_BE = re.compile(rf"[^.;:?\n]*?\b{_WOULD}", re.IGNORECASE)
_WOULD_BE_TRIAL = re.compile(rf"[^.;:?\n]*?\b(?:{_WOULD}|is|are) (?:[\w-]+ ){{0,4}}?(?:\w+-)?{_TRIAL}", re.IGNORECASE)
_WORTH = re.compile(
    r"\b(?:worth (?=[a-z]+ing\b|an? |the |your )|(?:suggest|recommend|propose|prefer|advise)\w*\b)[^.;:?\n]*$",
    re.IGNORECASE,
)
# "at 20 bps the drag would be small", "a fairer version would be a rule, such as leaving out what exceeds 20 days"
_AT = re.compile(
    r"(?:^|[.;:!?(\n]\W{0,3}|, |\b(?:even|and|but|so|or) )(?:at|with) (?:about |around |say,? |only |just )?[-−+$€£]?$",
    re.IGNORECASE,
)
_OTHER_ONE = re.compile(
    r"\b(?:version|alternative|variant|rule|test|check|approach|idea|experiment|way|option|comparison|filter)s? (?:would|could|might) be\b[^.;:?\n]*$",
    re.IGNORECASE,
)
# "if it went beyond 15", "instead of 2" behind what is to be tried
_IF_IT = re.compile(
    r"\b(?:if|should|once|unless) (?:it|they|this|that|the [a-z- ]{2,30}|[a-z]+) (?:\w+ )?(?:went|goes|go|rose|rises|rise|fell|falls|fall|dropped|drops|drop|exceeded|exceeds|exceed|got|gets|get|grew|grows|grow|climbed|climbs|climb|moved|moves|move|stayed|stays|stay|were|was|reached|reaches|reach)\b[^.;:,?\n\d]*$",
    re.IGNORECASE,
)
_SAY = re.compile(r"\b(?:say|e\.g\.|for (?:example|instance)),? (?:[^.;:?\n]*)$", re.IGNORECASE)


def is_proposed(sentence: str, quantity: Quantity) -> bool:
    """Whether a number, at its place in its sentence, is one of a run or a check that is proposed and did not happen."""
    before = sentence[max(0, quantity.start - _LONGEST) : quantity.start]
    clause = before[_clause_start(before) :]
    after = sentence[quantity.end : quantity.end + _LONGEST]
    if (
        _TRY.search(clause)
        or _ASKED.search(clause)
        or _MODAL.search(clause)
        or _SUPPOSED.search(clause)
        or _WORTH.search(clause)
    ):
        return True
    if _WOULD_BE_TRIAL.match(after) or _OTHER_ONE.search(clause) or _IF_IT.search(clause):
        return True
    if _AT.search(clause) and quantity.kind in _SETTING_KINDS and _WOULD_BE.match(after):
        return True
    trial = _DOING.search(clause) or _NOUN.search(clause) or _SAY.search(clause)
    return trial is not None and _WOULD_BE.match(after) is not None


def _clause_start(before: str) -> int:
    """Where the clause of what ends `before` begins: behind the last semicolon or colon."""
    return max(before.rfind(mark) for mark in ("; ", ": ", "\n")) + 1
