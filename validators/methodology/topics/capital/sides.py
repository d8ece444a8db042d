"""How large the long and the short side are, and what is left net of both."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.negation import is_negated
from validators.methodology.topics.amounts import PERCENT, as_share
from validators.methodology.topics.practice import Practice

_NOUGHT = r"(?:zero|nil|nothing|none|nought|flat|0 ?%)"
_NET = re.compile(
    rf"\bnet(?: \w+)? (?:exposures?|positions?|stance)(?: to [\w' ]{{1,30}}?)? (?:(?:is|are|was|stands?|comes?|amounts?|remains?|stays?|kept|held|at|to|of|about|always|then)\b ?){{1,4}}(?P<n>{PERCENT}|{_NOUGHT}\b)"
    rf"|\b(?:the|its) net (?:(?:is|stands?|comes?|amounts?|at|to|of|about)\b ?){{1,3}}(?P<n2>{PERCENT}|{_NOUGHT}\b)|(?<=[\w%] )(?P<n3>{PERCENT}) net\b(?= ?(?:[.,;)]|$|long\b|exposure\b))"
    r"|\b(?P<none>nothing net|net zero|no net (?:\w+ )?(?:exposure|position|stance)|(?:market|dollar|cash)[- ]neutral(?: book| portfolio| pair)?(?= ?[.,;:)]|$| in\b| and\b)"
    r"|(?:longs? and (?:the )?shorts?|shorts? and (?:the )?longs?|long and short (?:sides|legs|books?)|(?:the|both|its) two (?:sides|legs))(?: \w+){0,2}? (?:balance|cancel|offset|net (?:out|to zero)|match|(?:being|are|is) (?:\w+ )?(?:equal|the same|balanced|of (?:equal|one|the same) size|alike in size)))\b"
)
_LEG = r"(?:longs?|shorts?)(?: (?:side|book|leg|positions?|one))?"
_UNEQUAL = re.compile(
    rf"\b{_LEG} (?:\w+ ){{0,2}}?(?:is|are|stays?|weighs?|at|gets?) (?:\w+ )?(?:(?:half|twice|double|thrice|a third|one and a half times|(?:two|three) times)(?: as (?:large|big|much|heavy) as| the size of)?|(?:larger|bigger|smaller|heavier|lighter) than) (?:that of )?(?:the |its )?{_LEG}\b"
    rf"|\b{_LEG} (?:\w+ )?(?:outweighs?|exceeds?|dominates?|outsizes?|tops?|dwarfs?) (?:that of )?(?:the |its )?{_LEG}\b"
)
_NO = re.compile(r"\b(?:zero|nil|nothing|none|nought|no)\b")
_OF_THE_GROSS = re.compile(r"\b(?:gross|of it|of that|leverage)\b")
_GROSS = re.compile(r"\b(?:gross|longs?|shorts?|(?:each|either) side)\b")
_SIZE = re.compile(
    rf"\b(?P<part>{PERCENT}|half)(?: of (?:the |its )?(?:\w+ )?(?:equity|capital|account|nav|money))? (?:sold )?(?P<side>long|short)\b(?! (?:of|sellers?|squeeze|term))"
    rf"|\b(?P<side2>longs?|shorts?)(?: (?:side|book|leg|positions?))? (?:(?:\w+ly |together )?(?:is|are|adds? up to|comes? to|sums? to|amounts? to|makes? up|takes? up|equals?|reach(?:es)?|may be|can be|of|at|stops? at|goes up to|(?:is |are )?as (?:large|big|much) as)) (?:exactly |just |about )?(?P<part2>{PERCENT})(?! (?:up|down|of the (?:time|return|profit|gain|trades|days)|a year|per year|better|worse|higher|lower|ahead))"
)


def sides_in(text: str) -> Iterator[Stated]:
    """How large a passage says that the longs, the shorts and their difference are."""
    if not _GROSS.search(text) and "net " not in text and "neutral" not in text:
        return
    for match in _NET.finditer(text):
        written = match["n"] or match["n2"] or match["n3"] or "none"
        net = 0.0 if match["none"] or re.fullmatch(_NOUGHT, written) else as_share(written)
        if net is not None and (not match["n3"] or _GROSS.search(text)):
            if match["none"] and match["none"].startswith("market") and not is_negated(text, *match.span()):
                yield Stated(start=match.start(), end=match.end(), value=Practice(name="short sales"), asserted=True)
            yield from _net(match, net, denied=False)
    for match in _UNEQUAL.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=_sides(equal=False))
    sizes: dict[str, set[float]] = {}
    found = list(_SIZE.finditer(text))
    for match in found:
        size = as_share(match["part"] or match["part2"])
        side = (match["side"] or match["side2"]).removesuffix("s")
        if size is not None and size >= 0.2 and not (match["part"] == "half" and _OF_THE_GROSS.search(text)):
            sizes.setdefault(side, set()).add(size)
            yield Stated(start=match.start(), end=match.end(), value=_of(f"{side} side", size))
    if all(len(sizes.get(side, ())) == 1 for side in ("long", "short")):
        (longs,), (shorts,) = sizes["long"], sizes["short"]
        yield from _net(found[-1], longs - shorts, denied=False)


def _net(match: re.Match[str], net: float, *, denied: bool) -> Iterator[Stated]:
    asserted = False if denied else True if _NO.search(match[0]) else None
    for value in (_of("net exposure", net), _sides(equal=abs(net) < 0.005)):
        yield Stated(start=match.start(), end=match.end(), value=value, asserted=asserted)


def _sides(*, equal: bool) -> Practice:
    return Practice(name=f"sides {'equal' if equal else 'unequal'}", among="equality of the sides")


def _of(name: str, size: float) -> Practice:
    return Practice(name=f"{name} of {size:.3g}", among=f"size of {name}")
