"""Which of two numbers of a sentence is the greater, where one is said to have risen or fallen to the other."""

import re

from validators.grounding.answer.mentions import SIGN
from validators.numbers.quantity import Quantity

RISING = (
    r"r[io]ses?|risen|rising|gr[eo]ws?|grown|growing|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|improv(?:e|es|ed|ing)|lift(?:s|ed|ing)?|rais(?:e|es|ed|ing)|boost(?:s|ed|ing)?"
    r"|swell(?:s|ed|ing)?|jump(?:s|ed|ing)?|expand(?:s|ed|ing)?|deepen(?:s|ed|ing)?|mount(?:s|ed|ing)?|soar(?:s|ed|ing)?|surg(?:e|es|ed|ing)|balloon(?:s|ed|ing)?|advanc(?:e|es|ed|ing)|strengthen(?:s|ed|ing)?|up"
)
FALLING = (
    r"falls?|fell|fallen|falling|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|sinks?|sank|sunk|shr[iau]nks?|shrunken|slip(?:s|ped|ping)?|slid(?:es?|ing)?"
    r"|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|cut(?:s|ting)?|trim(?:s|med|ming)?|erod(?:e|es|ed|ing)|dwindl(?:e|es|ed|ing)|deteriorat(?:e|es|ed|ing)|worsen(?:s|ed|ing)?|eas(?:e|es|ed|ing)|weaken(?:s|ed|ing)?|slump(?:s|ed|ing)?|tumbl(?:e|es|ed|ing)|plung(?:e|es|ed|ing)|recede[sd]?|receding|diminish(?:es|ed|ing)?|down"
)
_VERB = re.compile(rf"(?<![\w-])(?:(?P<up>{RISING})|(?P<down>{FALLING}))(?![\w-])", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:about |around |roughly )?[^\w\s]{0,3}$", re.IGNORECASE)
_TO = re.compile(
    r"[\s*)]{0,4}(?:(?:(?P<up>up)|(?P<down>down)) )?(?:to|→|->)\s(?:only |just |about |around |roughly )?[^\w\s]{0,3}",
    re.IGNORECASE,
)
_TO_IT = re.compile(
    r"\s(?:back |down |up |all the way )?(?:to|into)\s(?:only |just |about |around |roughly )?[^\w\s]{0,3}$",
    re.IGNORECASE,
)
_UP_FROM = re.compile(
    r"[\s*)]{0,3},?\s(?:(?P<up>up)|(?P<down>down)) from\s(?:about |around )?[^\w\s]{0,3}", re.IGNORECASE
)
_OBJECT = re.compile(
    r"(?: (?:the|its|your|their|my|our)(?: [a-z-]{2,14}){1,3})?", re.IGNORECASE
)  # "lowers the closing equity to"
_COMMA_FROM = re.compile(r"[\s*)]{0,3},?\sfrom\s(?:about |around )?[^\w\s]{0,3}", re.IGNORECASE)
# "slips to 0.4 under 10 bps; it was 0.6"
_WAS = re.compile(
    r"[^.:!?]{0,60}[,;(]\s?(?:(?:it|that|this|they) )?(?:was|were|(?:had|having|has) been)\s(?:still )?[^\w\s]{0,3}",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    rf"(?<![\w-])(?:(?P<up>{RISING})|(?P<down>{FALLING}))(?: [a-z]{{2,14}}){{0,3}}[,:]\s[^\w\s]{{0,3}}$", re.IGNORECASE
)  # "drags the CAGR down, 14% → 13%"
_TURNED = re.compile(
    r"\b(?:not|never|no|if|would(?! have)|could|might|may|without|loss(?:es)?|deficit|than)\b|n['’]t\b", re.IGNORECASE
)
_NEXT_CLAUSE = re.compile(r"[;:]|, (?:and|but|while|whereas)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|never|no|if|without|loss(?:es)?|deficit|than)\b|n['’]t\b", re.IGNORECASE)
_VALUED = re.compile(
    r"improv|deterior|worsen|strengthen|weaken", re.IGNORECASE
)  # which of a loss tell nothing of its size
# What a number is of, between it and the next: "from 0.6 with 0 bps per side to 0.7", "from 105 (A) up to 91"
_OF_THING = re.compile(
    r" (?:in|at|for|during|over) (?:the )?(?:[QH]\d(?:,? (?:of )?\d{1,4})?|(?:first|second|third|fourth|last|final|opening|closing) (?:quarter|half|year|month)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}(?: \d{1,4})?)(?![\w%])|"
    rf" \((?:[^()]{{0,30}})\)| (?:a|per) year| (?:with|at|in|under|for|on|by)(?: the| a)? (?:0(?:[-–]0| ?bps?| basis points| days?| bars?| weeks?| months?| ?%|x)?|{SIGN})"
    r"(?: (?:per|a|each|every) (?:side|way|leg|trade))?(?: (?:case|scenario|setting|run|period|window|part|half|sample|data|stretch))?"
    rf"| (?:in (?:the )?)?(?:in[- ]sample|out[- ]of[- ]sample|training|test|{SIGN})(?: (?:period|window|part|half|sample|data|set|stretch))?",
    re.IGNORECASE,
)
# "from 10 to 14, a rise of 40%"
_THEN = re.compile(
    r"[\s*)]{0,3},? (?:(?:i\.e\.|that is|so|thus|which is|or),? )?(?:an?|it|they|the \w+) (?:\w+ )?"
    r"(?:(?P<up>rise|increase|gain|growth|climb|grew|rose|gained)|(?P<down>fall|drop|decline|decrease|reduction|loss|fell|shrank|declined))\b(?! (?:from|to)\b)",
    re.IGNORECASE,
)
_REACH = 90
MAY_CHANGE = re.compile(rf"\b(?:{RISING}|{FALLING})\b", re.IGNORECASE)


def rose_or_fell(text: str, start: int, before: Quantity, quantity: Quantity, *, good: bool) -> int | None:
    """1 where a sentence, from `start` on, says that the first of two neighbouring numbers rose to the second, -1 where it says that
    it fell; None where it says neither. Not `good` are numbers that may improve by a fall."""
    between = _OF_THING.sub("", text[before.end : quantity.start])
    to = _TO.fullmatch(between)
    if to is not None and _FROM.search(text, max(0, before.start - 20), before.start):
        if to["up"] or to["down"]:
            return 1 if to["up"] else -1
        start = max(start, before.start - _REACH)
        verbs = list(_VERB.finditer(text, start, before.start))
        if _DENIED.search(text, start, before.start):
            return None
        then = _THEN.match(text, quantity.end)
        if not verbs and then is not None:
            return 1 if then["up"] else -1
        if not verbs or _NEXT_CLAUSE.search(text, verbs[-1].end(), before.start):
            return None
        if (
            _FROM.search(text, verbs[-1].end(), before.start) is None
            or "from" in text[verbs[-1].end() : before.start - 6]
        ):
            return None
        return _way(verbs[-1], good=good)
    ahead = _AHEAD.search(text, max(start, before.start - 60), before.start) if to is not None else None
    if ahead is not None and _TURNED.search(text, start, before.start) is None:
        return _way(ahead, good=good)
    if _COMMA_FROM.fullmatch(between) or _WAS.fullmatch(between):
        reached = went_to(text, start, before, good=good)
        return None if reached is None else -reached
    found = _UP_FROM.fullmatch(between)
    return None if found is None else -1 if found["up"] else 1


def went_to(text: str, start: int, quantity: Quantity, *, good: bool) -> int | None:
    """1 where a number is what something is said to have risen to, -1 where it fell to it."""
    reached = _TO_IT.search(text, max(start, quantity.start - 40), quantity.start)
    if reached is None:
        return None
    verbs = list(_VERB.finditer(text, max(start, reached.start() - 48), reached.start()))
    if (
        not verbs
        or _OBJECT.fullmatch(text, verbs[-1].end(), reached.start()) is None
        or _TURNED.search(text, max(start, reached.start() - 60), quantity.start)
    ):
        return None
    return _way(verbs[-1], good=good)


def _way(verb: re.Match[str], *, good: bool) -> int | None:
    if not good and _VALUED.match(verb.group()):
        return None
    return 1 if verb["up"] else -1
