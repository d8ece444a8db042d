"""Whether the words around a number tell it as a loss or a gain."""

import re

from validators.grounding.answer.money_words import (
    AFTER_GAIN,
    AFTER_LOSS,
    CUT_AFTER,
    CUT_BEFORE,
    GAIN,
    GAIN_AFTER,
    GAIN_BEFORE,
    LOSS,
    LOSS_AFTER,
    LOSS_BEFORE,
    MAY_BE_LOSS,
    SAYING_WORDS,
    WEAK_GAIN,
)
from validators.grounding.number_match import Telling

_WORD = re.compile(r"[^\W\d_]+|[,;:.()\n]|\d")
_WORDS = re.compile(r"[a-z]+")
_THROUGH = frozenset(
    "by a an about around roughly approximately nearly almost some over more than as much just only total of the further another "
    "its their your our his her my account accounts portfolio book fund capital equity investor investors holder holders shareholder shareholders client "
    "clients saver savers trader traders everyone anybody anyone money through on us you them it value in least less under well over close net cumulative "
    "whopping modest mere something like small large full annualised annualized yearly annual".split()
)
_LEVELS = frozenset(
    "to from at with and or but while versus vs against than was is were are returned returns , ; : . ( ) \n".split(" ")
)
_BETWEEN_AFTER = frozenset(
    "net total annual annualised annualized cumulative peak overall maximum max worst average yearly further outright a in the".split()
)


_AMOUNT = (
    r"(?::[*_]{0,2}|\s(?:\w+\s)?(?:amounting to|totall?ing|adding up to|coming to|came to|comes to|amount(?:s|ed) to|of|equal to|equals|worth|:))\s?"
    r"(?:about |around |just |some )?[^\w\s]{0,3}$"
)
_LOSSES = r"loss|losses|decline|drop|fall|deficit|shortfall|decrease|setback|haircut|contraction|erosion|slump|plunge|damage|dent|hole"
# Sayings of which no single word tells the direction: those before a number, and those behind it.
_SAID: tuple[tuple[Telling, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "loss",
        re.compile(
            rf"\b(?:(?:negative|below zero)(?:,|:)?(?: at| of)?\s?\W{{0,2}}|(?:{_LOSSES})(?:, namely| was| is)\s(?:a |an |about |only )?[^\w\s]{{0,3}})$|\b(?:{_LOSSES}){_AMOUNT}|{LOSS_BEFORE}",
            re.IGNORECASE,
        ),
        re.compile(LOSS_AFTER, re.IGNORECASE),
    ),
    (
        "gain",
        re.compile(
            rf"\b(?:positive|above zero)(?:,|:)?(?: at| of)?\s?\W{{0,2}}$|\b(?:profits?|gains?|increase|rise|surplus|windfall){_AMOUNT}|\b(?:profits?|gains?|surplus|windfall)(?:, namely| was| is)\s(?:a |an |about |only )?[^\w\s]{{0,3}}$|{GAIN_BEFORE}",
            re.IGNORECASE,
        ),
        re.compile(GAIN_AFTER, re.IGNORECASE),
    ),
)
_CUT_BEFORE, _CUT_AFTER = re.compile(CUT_BEFORE, re.IGNORECASE), re.compile(CUT_AFTER, re.IGNORECASE)
# "made you sit through a 7.5% hole"
_A = re.compile(r"\b(?:an?|the|its|that|another) \W{0,3}$", re.IGNORECASE)
_A_LOSS = re.compile(r"\W{0,3} (?:hole|dip|slump|loss|decline|slide|setback|crater|pullback|drawdown)\b", re.IGNORECASE)
# "up 2% in May, off 4% in June"
_OFF = re.compile(
    r"(?:^|[,;:(.\n–—-]|\b(?:and|but|then|is|was|are|were|being|finish\w*|end\w*|clos\w*)|\ue000)\s?off(?: by)?"
    r"(?: about| around| roughly| some| just| only| nearly| almost| another| a further)? [^\w\s]{0,3}$",
    re.IGNORECASE,
)
_EITHER = re.compile(
    r"\b(?:made|gain(?:s|ed)?|won|wins?|profits?|earned|up|winners?|earnings?)(?:\s?[/&]\s?| or | and )(?:\(?-?\)?los(?:t|s|ses|ers?)|down)\b",
    re.IGNORECASE,
)  # "made/lost", "profit or loss" label what may be either
_EITHER_WAY = frozenset({"growth", "return", "returns", "performance"})  # "-6.6% growth a year"
_MAKING = frozenset("made earned earn earns".split())
_DENYING = frozenset("not never without avoided avoiding avoids neither nor hardly t".split())  # "n't" leaves a "t"
_DENIED = re.compile(r"\b(?:not|never|without|avoid\w*|neither|nor|hardly|n['’]t)(?:\s\w+){0,1}\s?$", re.IGNORECASE)
# what lies in a range, and loses nothing: "half of the paths fall between 2% and 9%"
_IDIOM_FALL = re.compile(
    r"\b(?:fall(?:s|ing|en)?|fell|drop(?:s|ped)?) (?:\w+ )?(?:between|within|inside|in (?:the|a) (?:range|band|interval|bracket))\b[^.;]{0,24}$",
    re.IGNORECASE,
)


_SHORT = re.compile(
    r"^\s(?:falls?|fell|fall(?:ing|en)) (?:short|behind|in line)\b.*", re.DOTALL
)  # of another, and no loss


# "lower than the 0.29 of B"
_COMPARED = re.compile(
    r"\b(?:lower|higher|deeper|smaller|larger|greater|worse|better|weaker|stronger|shallower|steeper) than (?:the |its |that |an? |only |just ){0,2}\W{0,3}$",
    re.IGNORECASE,
)


# "it is 3%", "a Sharpe of 0.2, below zero at 0.2": what states a number as it stands, and leaves no room for a sign that only other words tell
_STATED = re.compile(
    r"\b(?:is|was|are|were|becomes?|became|equals?|reads?|amounts? to|amounted to|com(?:es|ing) (?:out )?(?:to|at)|came (?:out )?(?:to|at)|stands? at|stood at|sits? at|sat at)\s[^\w\s]{0,3}$",
    re.IGNORECASE,
)
_STATED_RATIO = re.compile(r"\b(?:gives?|gave|shows?|posts?|has|had|with|at)\s[^\w\s(]{0,3}$", re.IGNORECASE)


def is_stated(text: str, start: int, *, ratio: bool) -> bool:
    """Whether a number at `start` is stated as it stands: "growth becomes 3.4%", a `ratio` also by "with 1.1"."""
    head = text[max(0, start - 24) : start]
    return _STATED.search(head) is not None or (ratio and _STATED_RATIO.search(head) is not None)


_CLAUSE_END = re.compile(
    r"[;:.]\s|[\n|]|,\s(?!namely|i\.e|that is|specifically|to be)|\b(?:and|but|while|whereas|with)\b"
)


# Which of two is the lower, what a fee is, what a tool gives and what one would take tell nothing of a number's sign.
_NO_HINT = re.compile(
    r"\b(?:less|worse|lower|smaller|weaker|poorer) (?:than|for)\b|\bf[ae]ll(?:s|ing|en)? (?:short|behind)\b|\bbehind(?= (?:at|with)\b)"
    r"|\b(?:gave|giv(?:e|es|en|ing))\b(?! (?:\w+ )?(?:back|up|away)\b)|(?:['’]d|\bwould|\bto|['’]ll|\bwill) take\b|\b(?:transaction|trading|one-way) costs?\b",
    re.IGNORECASE,
)


def hints_loss(text: str, start: int, end: int) -> bool:
    """Whether the clause of the number may tell it as a loss, though not in words right at it: then either sign is right."""
    before, after = text[max(0, start - 60) : start], text[end : end + 30]
    cuts = [match.end() for match in _CLAUSE_END.finditer(before)]
    stop = _CLAUSE_END.search(after)
    clause = before[cuts[-1] :] if cuts else before
    around = _NO_HINT.sub(" ", f"{clause} {after[: stop.start()] if stop else after}")
    words = _WORDS.findall(around.lower())
    return not MAY_BE_LOSS.isdisjoint(words)


# "12 minus 7", "the $12 put in less the 7 in fees": what is done with two numbers tells nothing of the second
_WORKED = re.compile(r"(?<=\d)[^.;,:\d\n]{0,20}\b(?:minus|plus|less)\b[^.;,:\d\n]{0,16}$")


# "shrinks from 0.5% to 0.2%": two levels
_LEVEL_FROM = re.compile(
    r"\b(?:shr[aiu]nk\w*|narrow\w*|widen\w*|improv\w*|worsen\w*|chang\w*|mov\w+|drift\w*|slip\w*|eas(?:e[sd]?|ing)|fall\w*|fell|drop\w*|declin\w*|go(?:es|ing)?|went|reduc\w*|cut\w*) from (?:about |around )?[-−+$€£]?$",
    re.IGNORECASE,
)
_LEVEL_TO = re.compile(r"\)?,? (?:[a-z]+ ){0,6}(?:down |up )?to (?:about |around |just |only )?[-−+$€£]?\d")
_PROFIT = re.compile(r"profits?\b", re.IGNORECASE)
_A_PROFIT = re.compile(r"\ban? (?:\w+ )?$", re.IGNORECASE)  # a label may be of a loss, "a profit" is none
# "even free of costs you get 1.9%"
_NET_OF = re.compile(
    r"\b(?:free of|without|before|after|net of|excluding|including|gross of|no|zero)(?: (?:any|all|the|its|trading|transaction)){0,2} (?:costs?|fees?|charges?|commissions?)\b"
)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def telling(text: str, start: int, end: int, *, minus: bool = False, money: bool = False) -> Telling | None:
    """ "loss" or "gain" where the words right before or after the number at `start` to `end` say so, else None. Before a `minus`,
    a "profit" or what was "earned" tells no gain, unless it is an amount of `money`."""
    head, tail = _EITHER.sub(" ", text[max(0, start - 60) : start]), text[end : end + 40]
    if _LEVEL_FROM.search(head) and _LEVEL_TO.match(tail):
        return None
    lower = head.lower()
    net = _NET_OF.sub(_blank, lower)
    may_say = not SAYING_WORDS.isdisjoint(_WORDS.findall(lower))
    for way, ahead, behind in _SAID:
        if (
            may_say
            and (said := ahead.search(net)) is not None
            and not (minus and _PROFIT.match(said[0]) and not _A_PROFIT.search(head, 0, said.start()))
        ):
            return None if _DENIED.search(head, 0, said.start()) else way
        if behind.match(tail):
            return way
    if (
        _OFF.search(head)
        or (_CUT_AFTER.match(tail) and _CUT_BEFORE.search(head))
        or (_A.search(head) and _A_LOSS.match(tail))
    ):
        return "loss"
    before = [] if _COMPARED.search(head) else _WORD.findall(_WORKED.sub("", net))
    skipped = 0
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        if word in ("up", "over") and skipped == 0 and before[-1] == word and word == "over":
            continue
        if word in LOSS and _IDIOM_FALL.search(head):
            break
        if word in LOSS:
            return None if not _DENYING.isdisjoint(before[max(0, place - 2) : place]) else "loss"
        if word in GAIN and not (minus and word in WEAK_GAIN and not (money and word in _MAKING)):
            if word == "made" and skipped > 1:
                return None
            return "gain" if _DENYING.isdisjoint(before[max(0, place - 2) : place]) else None
        if (word in _LEVELS and word not in _THROUGH) or word.isdigit():
            break
        if word not in _THROUGH:
            skipped += 1
            if skipped > 1:
                break
    for place, word in enumerate(_WORD.findall(_SHORT.sub("", tail.lower()))[:4]):
        if word in AFTER_LOSS:
            return "loss"
        if word in AFTER_GAIN:
            return None if minus and word in _EITHER_WAY else "gain"
        if word not in _BETWEEN_AFTER and not (place == 0 and word == "capital"):
            return None
    return None
