"""Falls that an answer tells by their place among those of a tool: "the second-deepest drawdown", "the longest slump", "the one still open"."""

import re
from collections.abc import Iterator, Sequence

from validators.grounding.tools.index import Episode
from validators.numbers.quantity import DateParts

_FALL = r"(?:drawdown|draw-down|dip|slump|decline|fall|drop|setback|pullback|slide|episode|trough|losing spell|underwater (?:period|spell|stretch)|stretch|spell|hole)"
_RANKS = {"second": 1, "2nd": 1, "next": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "fifth": 4, "5th": 4}
_RANKED = re.compile(
    rf"\b(?:(?P<rank>{'|'.join(_RANKS)})[- ])?(?:(?P<deep>deepest|worst|largest|biggest|severest|most severe|steepest|ugliest|gravest|heaviest|main|major)"
    r"|(?P<long>longest|most protracted|most drawn[- ]out|slowest)|(?P<short>shortest|briefest|quickest|fastest)|(?P<shallow>shallowest|mildest|smallest|slightest|lightest))"
    rf"(?:[- ]lasting)? (?:of (?:the|its|all|these|those) (?:\w+ )?)?{_FALL}\b(?! (?:from|of the (?:year|month)))",
    re.IGNORECASE,
)
# "the third deepest took 171 days": a fall by its rank alone
_RANKED_ALONE = re.compile(
    rf"\b(?:the|its) (?:(?P<rank>{'|'.join(_RANKS)})[- ])?(?:(?P<deep>deepest|steepest|severest)|(?P<shallow>shallowest|mildest))"
    r"(?: one\b| of (?:the|its|all|these|those|them|all of them)\b(?: (?:two|three|four|five|six|0)\b)?)?"
    r"(?=[,.;:)]| \W?\d| (?:is|was|took|takes|needed|needs|lasted|lost|cost|began|started|ran|fell|went|reached|bottomed|had|has|hit|healed|came|at|with|from|only|just)\b|$)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    rf"\b(?:still[- ]open|ongoing|open|unrecovered|unfinished|unresolved|current|latest|most recent|still[- ]running) {_FALL}\b",
    re.IGNORECASE,
)

_NTH = re.compile(
    r"\bthe (?P<nth>first|second|third|fourth|fifth)(?:\W{1,3}(?=\()|(?=,? \W?\d)|,?(?= (?:one|was|is|took|takes|needed|lasted|had|has|fell|went|reached|bottomed|ran)\b))",
    re.IGNORECASE,
)
_SAID_OF_ANOTHER = re.compile(
    r"\b(?:first|second|third|fourth|fifth)(?: one)? (?:was|is) (?:also )?(?:by far )?the $", re.IGNORECASE
)
_ORDER = "first second third fourth fifth".split()
_SPEAKS_OF_FALLS = re.compile(rf"\b{_FALL}s?\b|\bdeepest\b", re.IGNORECASE)


def nth_falls(text: str, lists: Sequence[Sequence[Episode]]) -> Iterator[tuple[int, int, tuple[DateParts, ...]]]:
    """Where a text tells one of the falls of a tool's only list of them by its place: start, end, and the dates of that fall."""
    if len(lists) != 1:
        return
    falls = lists[0]
    yield from _told_in_order(text, falls)
    for match in (*_RANKED.finditer(text), *_RANKED_ALONE.finditer(text)):
        if _SAID_OF_ANOTHER.search(text, max(0, match.start() - 24), match.start()):
            continue
        said = {group for group, words in match.groupdict().items() if words}
        by_days = not said.isdisjoint(("long", "short"))
        sizes = sorted(
            {fall.days if by_days else fall.depth for fall in falls}, reverse=said.isdisjoint(("short", "shallow"))
        )
        rank = _RANKS[match["rank"].lower()] if match["rank"] else 0
        if len(sizes) == len(falls) and rank < len(sizes):
            held = next(fall for fall in falls if (fall.days if by_days else fall.depth) == sizes[rank])
            yield match.start(), match.end(), held.times
    least = min(len(fall.times) for fall in falls)
    unfinished = [fall for fall in falls if len(fall.times) == least]
    if len(unfinished) == 1 and any(len(fall.times) > least for fall in falls):
        yield from ((match.start(), match.end(), unfinished[0].times) for match in _OPEN.finditer(text))


def _told_in_order(text: str, falls: Sequence[Episode]) -> Iterator[tuple[int, int, tuple[DateParts, ...]]]:
    """Falls told by their place in a list that has the deepest first: "the third took 138 days"."""
    depths = [fall.depth for fall in falls]
    if depths != sorted(depths, reverse=True) or len(set(depths)) < len(depths) or not _SPEAKS_OF_FALLS.search(text):
        return
    for match in _NTH.finditer(text):
        nth = _ORDER.index(match["nth"].lower())
        if nth < len(falls):
            yield match.start(), match.end(), falls[nth].times
