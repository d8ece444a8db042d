"""What a sentence says of the winners or the losers of a list: "winners added up to", "the average loser cost", "of all that the winners made"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from validators.numbers.quantity import Quantity

Side = Literal["gain", "loss", "both"]
SideWork = Literal["sum", "average", "share"]

_ROWS = r"(?:trades?|positions?|deals?|bets?|ones?|months?|years?|quarters?|weeks?|days?|sessions?)"
_WON = (
    rf"(?:winners?|winning {_ROWS}|gainers?|gains|profitable {_ROWS}|positive {_ROWS}|(?:up|green) (?:months|years|quarters|weeks|days)"
    rf"|(?:{_ROWS} |those )that (?:won|made money|paid off|gained))"
)
_LOST = (
    rf"(?:losers?|losses|losing {_ROWS}|unprofitable {_ROWS}|negative {_ROWS}|(?:down|red) (?:months|years|quarters|weeks|days)"
    rf"|(?:{_ROWS} |those )that (?:lost(?: money)?|failed))"
)
_SIDE = re.compile(rf"\b(?:(?P<gain>{_WON})|(?P<loss>{_LOST}))\b", re.IGNORECASE)
_SIDE_BEHIND = re.compile(
    rf"\W{{0,3}}(?: on average)? (?:from|on|by|in|for|of) (?:all )?(?:the |your |its |his |her |their )?(?:0 )?(?:(?P<gain>{_WON})|(?P<loss>{_LOST}))\b",
    re.IGNORECASE,
)
_SHARE_BEHIND = re.compile(
    rf"\W{{0,3}} of (?:(?:all|everything|what|the|that|which|your|its|total|whole|entire|gross|money|profits?|gains?|cash|sum|dollars|damage|earned|made|lost|by|from|of|on) ){{1,7}}(?:(?P<gain>{_WON})|(?P<loss>{_LOST}))\b",
    re.IGNORECASE,
)
_SHARE_OF_SIDE = re.compile(
    r"\W{0,3} of (?:everything|all|what|the money|all the money)(?: that| it| was| were| you| has been| had been)* (?:(?P<gain>won|gained|earned|made)|(?P<loss>lost))\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?:everything|what|that|money|profits?|gains?|cash|sum|dollars|damage|earned|made|lost|gross|total)\b",
    re.IGNORECASE,
)
_ADDED = (
    r"(?:add(?:s|ed)? (?:up|to)|sum(?:s|med)?|total(?:s|l?ed)?|c[ao]mes? to|came|amount(?:s|ed)?|gave|gives?|took|takes?|brought|brings?|made|makes?|earned|earns?"
    r"|cost|contribut\w+|produc\w+|return\w+|deliver\w+|lost|handed|put|worth|together|combined|altogether|in all|in total|all told|generat\w+|booked|chipped|paid|yield\w+|gained|won|saved|swallow\w+|ate)"
)
_FILLER = r"(?:that|which|alone|side|had|have|has|then|only|just|about|roughly|nearly|around|almost|you|us|back|up|to|for|in|out|a|of|on|was|were|is|are|at|by|profits?|gains?|losse?s?|money|held|hold|holding|lasted|ran|stayed|open|average|averaged|total)"
_VERB = re.compile(
    rf"(?P<added>(?:[ ,*_]{{1,4}}{_FILLER})*[ ,*_]{{1,4}}{_ADDED})?(?:[ ,*_]{{1,4}}(?:{_ADDED}|{_FILLER}))*[^\w]{{0,4}}",
    re.IGNORECASE,
)
_VERB_AT = re.compile(rf"\b{_ADDED}(?:[ ,*_]{{1,4}}{_FILLER})*[^\w]{{0,4}}$", re.IGNORECASE)
_AVERAGED = re.compile(
    r"\b(?:averag\w*|mean|typical(?:ly)?|median|each|apiece|per|usual(?:ly)?|expected)\b", re.IGNORECASE
)
_SOME = re.compile(
    r"\b(?:best|worst|biggest|largest|smallest|greatest|top|bottom|first|last|next|other|another|without|except\w*|exclud\w*|only|alone|than|ratio|streak|row|consecutive|rate"
    r"|fastest|longest|shortest|one of|some|most|half|more|fewer|if|would|had|long|short)\b",
    re.IGNORECASE,
)
_NET = re.compile(
    r"\b(?:net(?:s|ted|ting)?|together|combined|altogether|all told|in all|end up|offset\w*)\b", re.IGNORECASE
)
_LEAD = re.compile(
    r"\W*(?:(?:calendar |trading )?(?:days?|weeks?|months?|bars?)\W+)?(?:(?:and|while|but|the|your|its|whereas|with|against|versus|on|for|of|from) ){0,4}",
    re.IGNORECASE,
)
MAY_TELL_SIDES = re.compile(
    r"\b(?:winn\w+|wins|los(?:ers?|ing|ses)|gain\w*|profitable|positive|negative|that (?:won|lost)|(?:all|everything|what|money) [a-z ]{0,20}(?:won|lost|made|earned))\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:,|,? and|,? or| ?[;/+]) [^\w\ue000]{0,3}", re.IGNORECASE)
_BEHIND, _FAR = 24, 70


@dataclass(frozen=True, slots=True)
class SideTold:
    """A number, by its `place` among those of the sentence, that is the `work` of one side of a list, or of the whole of it."""

    place: int
    side: Side
    work: SideWork


def sides_told(text: str, start: int, end: int, numbers: Sequence[Quantity]) -> Iterator[SideTold]:
    """What a sentence at `start` to `end` of `text` tells of sides; `numbers` are its numbers, in order."""
    work: SideWork | None = None
    low = start
    for place, each in enumerate(numbers):
        after = numbers[place + 1] if place + 1 < len(numbers) else None
        high = after.start if after is not None else end
        share = _share_behind(text, each.end, high) if each.kind == "percent" else None
        if share is not None:
            yield SideTold(place, "gain" if share["gain"] else "loss", "share")
        elif after is None or after.kind != each.kind or _LISTED.fullmatch(text, each.end, high) is None:
            said = text[max(low, each.start - _FAR) : each.start]
            side, told = _said(text, said, each, high, work)
            work = told if told is not None else work
            if side is not None and told is not None:
                yield SideTold(place, side, told)
        low = each.end


def _share_behind(text: str, start: int, end: int) -> re.Match[str] | None:
    """What all of one side made, of which a number is said to be a share."""
    share = _SHARE_BEHIND.match(text, start, end)
    return share if share is not None and _MONEY.search(share.group()) else _SHARE_OF_SIDE.match(text, start, end)


def _said(
    text: str, said: str, number: Quantity, high: int, before: SideWork | None
) -> tuple[Side | None, SideWork | None]:
    """The side of which the words from the last number to this one speak, and what they do with it; `before`: with the last one."""
    behind = _SIDE_BEHIND.match(text, number.end, high)
    sides = list(_SIDE.finditer(said))
    last = sides[-1] if sides else behind
    if last is None or _SOME.search(said):
        return None, None
    if len({each.lastgroup for each in sides}) > 1:
        return ("both", "sum") if _NET.search(said) else (None, None)
    side: Side = "gain" if last["gain"] else "loss"
    verb = _VERB.fullmatch(said, last.end()) if sides else _VERB_AT.search(said)
    if verb is None:
        return None, None
    near = text[number.end : min(high, number.end + _BEHIND)]
    if _AVERAGED.search(said) or _AVERAGED.search(near):
        return side, "average"
    if not last.group().lower().endswith("s"):
        return None, None
    if sides and before is not None and _LEAD.fullmatch(said, 0, last.start()):
        return side, before
    return (side, "sum") if not sides or verb["added"] else (None, None)
