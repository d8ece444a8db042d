"""Whether the words around a number tell it as a loss or a gain."""

import re

from validators.grounding.number_match import Telling

_WORD = re.compile(r"[^\W\d_]+|[,;:.()\n]|\d")
_LOSS = frozenset(
    "lost lose loses losing loss losses fell fall falls falling dropped drop drops dropping declined decline declines declining down "
    "slid slide slides slipped slip slumped slump plunged plunge tumbled tumble shed sheds sank sink sunk decrease decreased decreases "
    "shrank shrink shrunk deficit negative minus contracted dipped dip retreated surrendered bled bleeding burned burnt "
    "shortfall drawdown underwater crashed collapsed forfeited forfeit forfeits forfeiting conceded relinquished squandered lower reduced eroded erased wiped drained".split()
)
_GAIN = frozenset(
    "gained gain gains gaining up rose rise rises rising grew grow grows growing climbed climb climbs increased increase increases earned "
    "earn earns earning made profit profits profited advanced advance added jumped jump surged surge soared rallied positive plus higher "
    "appreciated netted pocketed booked banked".split()
)
_THROUGH = frozenset(
    "by a an about around roughly approximately nearly almost some over more than as much just only total of the further another "
    "its account investor investors us you them it value equity in least less under well over close his net cumulative "
    "whopping modest mere something like small large full annualised annualized yearly annual".split()
)
_LEVELS = frozenset(
    "to from at with and or but while versus vs against than was is were are returned returns , ; : . ( ) \n".split(" ")
)
_AFTER_LOSS = frozenset(
    "loss losses decline drop fall decrease drawdown slump slide dip deficit shortfall negative underwater plunge contraction".split()
)
_AFTER_GAIN = frozenset("gain gains profit profits increase rise growth advance".split())
_BETWEEN_AFTER = frozenset(
    "net total annual annualised annualized cumulative peak overall maximum max worst average yearly further outright a in the".split()
)


_AMOUNT = r"\s(?:\w+\s)?(?:amounting to|totall?ing|adding up to|coming to|came to|comes to|of|equal to|equals|worth|:)\s?(?:about |around |just |some )?[^\w\s]{0,3}$"
_SAME_CLAUSE = r"(?:(?!,? ?\b(?:which|who|where|than|versus|against)\b)[^.;\d]){0,24}"
# Sayings of which no single word tells the direction: those before a number, and those behind it.
_SAID: tuple[tuple[Telling, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "loss",
        re.compile(
            rf"\b(?:(?:negative|below zero)(?:,|:)?(?: at| of)?\s?\W{{0,2}}$|(?:shr[au]nk(?:en)?|shrinks|bled|bleeds|forfeit(?:s|ed)?|erod(?:e|es|ed))\b(?:(?!\bto\b)[^.;,\d]){{0,44}}$|(?:loss|losses|decline|drop|fall|deficit|shortfall|decrease)(?:{_AMOUNT}|, namely\s[^\w\s]{{0,3}}$)"
            rf"|(?:cost (?:the|it|you|us|me|them|investors?|holders?)|cost money|in the red|poorer|worse off|out of pocket|under water|below water|g(?:a|i)v(?:e|es|en|ing) (?:up|back)|hand(?:ed|s|ing)? back|destroy\w*)\b{_SAME_CLAUSE}$)",
            re.IGNORECASE,
        ),
        re.compile(
            r"[ )*_]{0,3}(?:poorer|worse off|out of pocket|in the (?:red|hole)|(?:of \w+ )?gone\b|lower\b(?! than)|(?:below|beneath|under) (?:zero|water|par\b|break-?even|nil|nought)"
            r"|off (?:the|its|your|their|his|my|our|initial|starting|capital|equity)\b|short of|to the bad)",
            re.IGNORECASE,
        ),
    ),
    (
        "gain",
        re.compile(
            rf"\b(?:(?:positive|above zero)(?:,|:)?(?: at| of)?\s?\W{{0,2}}$|ahead by\s\W{{0,2}}$|(?:profits?|gains?|increase|rise|surplus){_AMOUNT}|(?:in the black|richer|better off|in pocket|to the good)\b{_SAME_CLAUSE}$)",
            re.IGNORECASE,
        ),
        re.compile(
            r"[ )*_]{0,3}(?:richer|better off|in pocket|in the black|to the good|higher\b(?! than)|above (?:zero|water|par\b|break-?even|nil|nought))",
            re.IGNORECASE,
        ),
    ),
)
_OPERATOR = re.compile(
    r"\d\W{0,3}\s(?:minus|plus)\s(?:the |its |an? )?(?:\w+ )?\W{0,3}$", re.IGNORECASE
)  # "0.15 minus 0.11"
_RATIO = re.compile(r"\bdrawdown ratio\b[^.;,\d]{0,16}$", re.IGNORECASE)  # of a return and a loss
_IDIOM_UP = re.compile(
    r"\b(?:end(?:ed|s)?|w(?:i|ou)nds?|add(?:s|ed)?|sum(?:s|med)?|ma(?:d|k)es?|comes?|came|built|set) up\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_OUTLAY = re.compile(
    r"\b(?:spent|spend|spending|paid|pay|paying|withdrew|withdrawn|cost|costs)\b[^.;,\d]{0,20}$", re.IGNORECASE
)


def is_outlay(text: str, start: int) -> bool:
    """Whether the words before `start` speak of money given out, which books may hold as a negative amount."""
    return _OUTLAY.search(text[max(0, start - 40) : start]) is not None


_HINT = re.compile(
    r"\b(?:los(?:s|t|es?|ing)|f[ae]ll(?:en|s|ing)?|drop\w*|declin\w+|down|negative|minus|hurt\w*|damag\w+|bled|bleed\w*|shr[aiu]nk\w*|erod\w+"
    r"|slump\w*|poor\w*|setback|suffer\w*|burn\w*|wip(?:ed|ing|es)|g(?:a|i)ve up|gave back|dip\w*|sl(?:id|ide\w*)|decreas\w+|s[au]nk|deficit|cost\w*|forfeit\w*"
    r"|underwater|plung\w+|crash\w*|tumbl\w+|shed|took|takes|taking|surrender\w*|destroy\w*|missing|gone|vanish\w*|evaporat\w+|in the red)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[;:.]\s|,\s(?!namely|i\.e|that is|specifically|to be)|\b(?:and|but|while|whereas|with)\b")


def hints_loss(text: str, start: int, end: int) -> bool:
    """Whether the clause of the number may tell it as a loss, though not in words right at it: then either sign is right."""
    before, after = text[max(0, start - 60) : start], text[end : end + 30]
    cuts = [match.end() for match in _CLAUSE_END.finditer(before)]
    stop = _CLAUSE_END.search(after)
    clause = before[cuts[-1] :] if cuts else before
    return _HINT.search(clause) is not None or _HINT.search(after[: stop.start()] if stop else after) is not None


# "12 minus 7", "the $12 put in less the 7 in fees": what is done with two numbers tells nothing of the second
_WORKED = re.compile(r"(?<=\d)[^.;,:\d\n]{0,20}\b(?:minus|plus|less)\b[^.;,:\d\n]{0,16}$")
_WEAK_GAIN = frozenset(
    "netted net booked profit profits profited earned earn earns earning made plus added higher".split()
)


def telling(text: str, start: int, end: int, *, minus: bool = False) -> Telling | None:
    """ "loss" or "gain" where the words right before or after the number at `start` to `end` say so, else None. Before a `minus`,
    a "profit" or what was "earned" tells no gain."""
    head, tail = text[max(0, start - 60) : start], text[end : end + 40]
    for way, ahead, behind in _SAID:
        if ahead.search(head) or behind.match(tail):
            return way
    before = _WORD.findall(_WORKED.sub("", head.lower()))
    skipped = 0
    for word in reversed(before):
        if word in ("up", "over") and skipped == 0 and before[-1] == word and word == "over":
            continue
        if word == "up" and _IDIOM_UP.search(head):
            break
        if word in ("minus", "plus") and _OPERATOR.search(head):
            break
        if word in _LOSS:
            return None if _RATIO.search(head) else "loss"
        if word in _GAIN and not (minus and word in _WEAK_GAIN):
            if word == "made" and skipped > 1:
                return None
            return "gain"
        if (word in _LEVELS and word not in _THROUGH) or word.isdigit():
            break
        if word not in _THROUGH:
            skipped += 1
            if skipped > 1:
                break
    for place, word in enumerate(_WORD.findall(tail.lower())[:4]):
        if word in _AFTER_LOSS:
            return "loss"
        if word in _AFTER_GAIN:
            return "gain"
        if word not in _BETWEEN_AFTER and not (place == 0 and word == "capital"):
            return None
    return None
