"""Numbers that an answer holds possible, guesses or tells as a rule of thumb, and times that it names at large: no output has to hold
them."""

import re

from validators.numbers.quantity import Quantity

_FAR = 120  # characters before a number, and behind it
_RUN = r"(?:[^.;:!?\n]|\.\d)"
_OTHER = r"(?:[-−+$€£]?\d[\d.,]*%? (?:or|to|and) )?[-−+$€£]?"  # the first of two: "-8% or -10%"
# "allow for a drawdown of 30%", "be ready for a year of -15%"
_PREPARED = re.compile(
    r"\b(?:allow(?:s|ed|ing)? for|prepared? (?:yourself |mentally )?for|ready for|reckon with|brace (?:yourself )?for|budget for|plan (?:for|on)|count on|live with|stomach|withstand)\b"
    rf"[^.;:!?\n\d]{{0,60}}{_OTHER}$",
    re.IGNORECASE,
)
# "I'd guess near 20%", "the true figure lies somewhere around 0.5"
_GUESSED = re.compile(
    r"\b(?:(?:I|I['’]d|I would|one could|my|a|educated|best|rough) (?:guess|guesstimate|bet|hunch|suspect|conjecture|wager|imagine)|rule of thumb"
    r"|(?:true|real|underlying|honest|realistic|future|long-run|live) (?:\w+ )?(?:figure|value|number|rate|level|edge|return|sharpe|ratio|drawdown|cost|skill)s?(?: \w+){0,2}? "
    rf"(?:lies?|is|are|sits?|would|will|may|might|could|should|probably|likely))\b{_RUN}*$",
    re.IGNORECASE,
)
# "may cost 10 bps", "might pay 0.3%"
_MAY = re.compile(
    r"\b(?:may|might) (?:well |also |easily |still |even |only |have to )*(?:pay|get|cost|charge|face|see|reach|need|lose|be|run|come|go|take|deepen|fall|rise|expect)\b"
    rf"[^.;:!?\n\d]{{0,40}}{_OTHER}$",
    re.IGNORECASE,
)
# "a month of -8% is well within the possible", "an IC of 0.02 is about what good models get", "a hit rate below 50% is normal"
_GENERIC = re.compile(
    rf"(?:(?P<before>\w+)[ ,]{{1,2}})?\ban? (?:[\w\ue000-]+ ){{0,5}}(?:of|at|below|above|under|over|near|around|beyond|from)(?: about| around| over| below| up to)? {_OTHER}$",
    re.IGNORECASE,
)
_TELLS = frozenset(
    "had has have having is was were with at gives gave shows showed posted posts got gets reached reaches made makes achieved achieves of to by from on than".split()
)  # before the number of a run, which is no subject
_POSSIBLE = re.compile(
    r"(?:(?!, which|, that)[^;:!?\n]){0,40}?\b(?:is|are|would be|remains?|seems?|looks?|isn['’]t|aren['’]t|wouldn['’]t be) (?:[\w-]+ ){0,3}?"
    r"(?:within (?:the )?(?:reach|range|bounds|possib\w+)|possib\w+|plausible|conceivable|imaginable|likely|unlikely|to be expected|realistic|unrealistic"
    r"|what (?:\w+ ){1,3}(?:gets?|sees?|achieves?|earns?|pays?|charges?|expects?)|normal|typical|common|customary|usual|unusual|rare|standard|par|ordinary|respectable)\b",
    re.IGNORECASE,
)
_CONTRACT = re.compile(
    r"\b(?:tick|pip|point|contract|lot)s? (?:is|are) worth [-−+$€£]?$|\b(?:and )?one \w+ (?:tick|pip|contract|lot)s? [$€£]?$",
    re.IGNORECASE,
)
_HAPPENED = re.compile(r"\b(?:was|were|had|did|happened|came)\b", re.IGNORECASE)
# half of the cases and all of them: "no better than 50%", "below 100%"
_HELD_AGAINST = re.compile(
    r"\b(?:than|below|above|under|over|beyond|exceed(?:s|ing)?|from|to|near|around|about|at least|at most|up to|away from|close to) (?:the |a |an |about )?$",
    re.IGNORECASE,
)
_HALF_AND_ALL = frozenset({50.0, 100.0})
# "a year like 2020", "in strong markets such as 2019 or 2023", "as in August 2007"
_LIKE = re.compile(
    r"\b(?:like|such as|as (?:it did |they did |happened |seen )?in|e\.g\.|(?:for (?:example|instance)|say),?(?: in)?) [^.;:!?\n%$€£]*$",
    re.IGNORECASE,
)
_FOR_INSTANCE = re.compile(r"(?:\W{1,3}\d+)?,? (?:for (?:instance|example)|say),", re.IGNORECASE)
# "they'd have looked better in 2003"
_SUPPOSED = re.compile(
    r"(?:\b(?:would|could|might)(?:n['’]t| not)?|['’]d) have (?:\w+ ){1,4}(?:in|during|over|through|by) $",
    re.IGNORECASE,
)


def is_conjecture(sentence: str, quantity: Quantity) -> bool:
    """Whether a number, at its place in its sentence, is one that is held possible, guessed or told of things at large."""
    if quantity.kind == "date":
        return False
    before = sentence[max(0, quantity.start - _FAR) : quantity.start]
    if quantity.kind == "percent" and abs(quantity.value) in _HALF_AND_ALL and quantity.step >= 1:
        return _HELD_AGAINST.search(before) is not None
    after = sentence[quantity.end : quantity.end + _FAR]
    if _HAPPENED.search(after):
        return False
    if _CONTRACT.search(before):
        return True
    told = _PREPARED.search(before) or _GUESSED.search(before) or _MAY.search(before)
    if told is not None and not _HAPPENED.search(told.group()):
        return True
    generic = _GENERIC.search(before)
    return generic is not None and generic["before"] not in _TELLS and _POSSIBLE.match(after) is not None


def is_prepared_for(sentence: str, quantity: Quantity) -> bool:
    """Whether a number, at its place in its sentence, is one that the reader is told to be ready for."""
    return _PREPARED.search(sentence[max(0, quantity.start - _FAR) : quantity.start]) is not None


def is_time_at_large(sentence: str, quantity: Quantity) -> bool:
    """Whether a date, at its place in its sentence, is one that something is likened to, or supposed of."""
    if quantity.kind != "date":
        return False
    before = sentence[max(0, quantity.start - _FAR) : quantity.start]
    after = sentence[quantity.end : quantity.end + _FAR]
    return (
        _LIKE.search(before) is not None
        or _FOR_INSTANCE.match(after) is not None
        or _SUPPOSED.search(before) is not None
    )
