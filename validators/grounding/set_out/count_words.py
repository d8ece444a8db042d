"""Where a sentence counts rows on one side of zero, or of another column: "eight of the twelve closed green", "five winners, three losers",
"it lagged in four of the six years"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from validators.numbers.spelled import COUNTING, read_spelled

Side = Literal["gain", "loss", "ahead", "behind"]
_NUMBER = rf"(?:\d{{1,3}}|(?:{COUNTING})(?:-(?:{COUNTING}))?|none|all)"
_N, _M = rf"(?P<n>{_NUMBER})", rf"(?P<m>{_NUMBER})"
_NOUN = r"(?P<noun>(?!were |was |had |have |has |that |which )[a-z]+s\b)"
_GAIN_ADJECTIVE = r"up|winning|positive|green|profitable|gaining"
_LOSS_ADJECTIVE = r"down|losing|negative|red|unprofitable|loss-making"
_SIDES: dict[Side, tuple[str, str]] = {
    "gain": (
        rf"(?:{_GAIN_ADJECTIVE}|in the (?:green|black)|in profit|winners|won|gained|made money|above (?:zero|water)|with a (?:gain|profit))",
        rf"(?:{_GAIN_ADJECTIVE})",
    ),
    "loss": (
        rf"(?:{_LOSS_ADJECTIVE}|in the red|losers|lost(?: money)?|below zero|with a loss)",
        rf"(?:{_LOSS_ADJECTIVE})",
    ),
    "ahead": (r"(?:beat|outperformed|outpaced|outdid|topped|(?:came out |finished |was |were |ended )ahead)", ""),
    "behind": (r"(?:lagged|trailed|underperformed|(?:fell|finished|was|were|came in|ended) behind)", ""),
}
_GAP = r"(?:(?!\b(?:not|never|no|if|would|but|while|and|or|more|less|over|above|both|consecutive)\b|n['’]t)[^.;:,\d]){0,40}?"
_END = (
    r"\b(?! (?:by |on |with )?(?:an? )?(?:more|less|over|under|at least|above|below|between|both|money than|\W?\d)|-)"
)
_OF = r" (?:out )?(?:of|in) (?:(?:the|all|its|their|those|these|your|a total of) )*"
_ROWS = r"(?:months|years|quarters|weeks|days)"


def _patterns(side: Side) -> Iterator[tuple[Side, re.Pattern[str]]]:
    told, adjective = _SIDES[side]
    shapes = [
        rf"\b{_N}{_OF}{_M}(?: {_NOUN})?{_GAP} {told}{_END}",
        rf"\bof (?:(?:the|its|all|those|these|your) )+{_M}(?: {_NOUN})?(?: {_GAP})?,? {_N} {_GAP}\b{told}{_END}",
        rf"\bof {_M} {_NOUN}(?: {_GAP})?,? {_N} {_GAP}\b{told}{_END}",
        rf"\b{told}{_GAP} (?:in )?{_N}{_OF}{_M}\b(?: {_NOUN})?",
    ]
    if adjective:
        shapes += [
            rf"\b{_N} (?:{adjective}) {_NOUN}{_OF}{_M}\b",
            rf"\b{_N} (?P<noun>{_ROWS}) (?:were|closed|ended|finished|came in|(?:was|are) )(?: up)? ?{told}{_END}(?! (?:in a row|on the trot|running|straight))",
            rf"\b{_N} {told} (?P<noun>{_ROWS})\b(?! (?:in a row|on the trot|running|straight))",
            rf"\b(?:{adjective}) (?P<noun>{_ROWS})(?: (?:among|of|in) (?:them|these|those|it|all))?(?: (?:there )?(?:were|are|number(?:ed)?|came to|come to))?[:,]? {_N}\b(?! (?:in a row|on the trot|running|straight|percent|points?|0)|[.,%]\d|[\w-])",
        ]
    yield from ((side, re.compile(shape, re.IGNORECASE)) for shape in shapes)


_COUNTS = tuple(each for side in _SIDES for each in _patterns(side))
_UP, _DOWN = rf"(?P<up>{_NUMBER})", rf"(?P<down>{_NUMBER})"
_TWO = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_UP} (?:winners?|wins|winning|profitable|gains|up|green|positive)(?: [a-z]+s)?(?:,| and|,? (?:against|versus|to|vs\.?))(?: there were)? {_DOWN} (?:losers?|losses|losing|unprofitable|down|red|negative)\b",
        rf"\bwon {_UP}(?: [a-z]+s)?(?:,|;)?(?: and| but| while)?(?: (?:it|you|we|they))? lost {_DOWN}\b(?! (?:in a row|straight|running)|[.,%]\d)",
        rf"\b{_UP} (?:[a-z]+s )?(?:won|made money|paid off)(?:,|;)?(?: and| but| while)? {_DOWN} (?:[a-z]+s )?(?:lost|failed|did not)\b",
        rf"\b{_UP} (?:(?:of them|[a-z]+ed|were|was|came|closed|[a-z]+s) ){{0,3}}(?:in the (?:black|green)|up|positive|profitable|above zero)(?: [a-z]+s)?(?:,|;)?(?: and| but| while)? {_DOWN} (?:(?:of them|[a-z]+ed|were|was|came|closed|[a-z]+s) ){{0,3}}(?:in the red|down|negative|unprofitable|below zero)\b(?! (?:by|on|more|to)\b)",
    )
)
_BEFORE = re.compile(
    r"\b(?:at least|at most|more than|fewer than|less than|over|under|about|nearly|almost|up to|another|other|next|first|last|final|best|worst|top|bottom|some|roughly|around|every|each|only the|biggest|largest|of|the|all|its|your|their|these|those|\d) $|[\d.,$€£%-]$",
    re.IGNORECASE,
)
_ALL_BUT = re.compile(
    r"\b(?:(?:all|each|every(?:thing| one| single one)?) (?:of them )?(?:but|except(?: for)?|save(?: for)?|bar(?:ring)?|apart from)|(?:all|every one) (?:of them )?with the exception of) (?:just |only )?$",
    re.IGNORECASE,
)
MAY_COUNT = re.compile(
    r"\b(?:up|winn\w+|positive|green|profitable|gain\w*|down|los\w+|negative|red|unprofitable|black|profit|won|made money|above|below|beat|out\w+|topped|ahead|lagged|trailed|under\w+|behind|loss)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Count:
    """What a sentence counts at `start` to `end`: `many` rows, out of `whole` where it says so, called `noun`."""

    start: int
    end: int
    side: Side
    many: int
    whole: int | None
    noun: str | None


def counts(text: str, start: int, end: int, figures: Mapping[int, float]) -> Iterator[Count]:
    """The counts of rows on one side that a sentence at `start` to `end` of `text` tells; `figures` are its numbers, by their places, since
    the text has zeros for them."""
    for side, pattern in _COUNTS:
        for match in pattern.finditer(text, start, end):
            held = match.groupdict()
            whole, many = _read(match, "m", figures) if held.get("m") else None, _read(match, "n", figures)
            if many == -1:
                many = whole
            if _ALL_BUT.search(text, max(start, match.start("n") - 40), match.start("n")):
                many = None if many is None or whole is None else whole - many
            unsure = _BEFORE.search(text, max(start, match.start("n") - 14), match.start("n"))
            if many is not None and whole != -1 and unsure is None:
                noun = held.get("noun")
                yield Count(match.start("n"), match.end("n"), side, many, whole, noun.lower() if noun else None)


def two_counts(text: str, start: int, end: int, figures: Mapping[int, float]) -> Iterator[tuple[Count, Count]]:
    """The counts of gains that stand right before those of losses."""
    for match in (each for pattern in _TWO for each in pattern.finditer(text, start, end)):
        up, down = _read(match, "up", figures), _read(match, "down", figures)
        if up not in (None, -1) and down not in (None, -1) and not _BEFORE.search(text, start, match.start()):
            yield (
                Count(match.start("up"), match.end("up"), "gain", up, None, None),
                Count(match.start("down"), match.end("down"), "loss", down, None, None),
            )


def _read(match: re.Match[str], group: str, figures: Mapping[int, float]) -> int | None:
    """A number in figures or words; -1 for all, None for what is neither."""
    said = match[group].lower()
    if said in ("none", "all"):
        return 0 if said == "none" else -1
    if said.isdigit():
        value = figures.get(match.start(group))
        return None if value is None else int(value)
    number = read_spelled(said)
    return None if number is None else int(number.value)
