"""Which metric, which thing and which time each number of an answer is said to be of.

A number is bound to the nearest name that the wording allows, before it or after it in its sentence; then to the heading, bullet,
row or column it stands under; then to what the sentence before spoke of.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from validators.answer_text import Passage
from validators.mentions import Mention
from validators.quantity import DateParts, Quantity

_PIECE = re.compile(r"[^\W\d_]+|[;,():|\n—]|\d[\d.,]*")
_FREE_BEFORE = frozenset(
    "of was is were are at to a an the its it s came in stood reached about around roughly approximately nearly almost over under just "
    "some only equals equal hit figure value ratio rate reading being be has had have been with posted showed shows recorded "
    "registered measured ran runs by as high low much sits sat totalled totaled amounted comes landed worked out more less than "
    "for on annualized annualised turned printed delivered produced generated averaged achieved clocked".split()
)
_LEADS_AFTER = frozenset("for of by on from in under at with using per during over".split())
_STOPS_AFTER = frozenset("and but while whereas with at versus vs against compared than to as though although however from then is was "
                         "are were on across after during amid before beat beats beating lagged trailed".split())  # fmt: skip
# Between a metric and its second number: "the Sharpe was 0.8 for A, and in the B run 0.7".
_PARALLEL = frozenset("and in on for with at run runs against versus vs compared while whereas but than that those case under one by from to over "
                      "strategy model side bps fee fees".split())  # fmt: skip
_BREAKS = frozenset("while whereas but although though however yet".split())
_COMPARES = re.compile(
    r"\b(?:than|versus|vs\.?|against|unlike|beats?|beating|beaten|outperform(?:s|ed|ing)?|underperform(?:s|ed|ing)?|lag(?:s|ged|ging)?|trail(?:s|ed|ing)?"
    r"|tops?|topped|exceed(?:s|ed|ing)?|compared (?:with|to)|relative to|ahead of|behind|over|instead of|rather than|next to|bests?|bested"
    r"|surpass(?:es|ed)?|edged(?: out)?|in contrast to|as opposed to|below|above|well as)(?:[ ](?:the|that of|its|a|what|those of))?[ *`'\"“(]*$",
    re.IGNORECASE,
)
_DIRECT = re.compile(r"\W{0,4}(?:[’']?s\b|which\b|whose\b|at\b|\(|:|did\b|=|on\b)", re.IGNORECASE)
_JOINER = re.compile(
    r"[\s,;/&()*]*(?:and|vs\.?|versus|against|to|compared (?:with|to)|relative to|or|then|but|followed by|rather than|instead of|not|,)?[\s,*(]*(?:only|just|about|around|a|an|the|roughly)?\s*",
    re.I,
)
_AND = re.compile(r"[\s,/]*(?:and|or|&)?\s*(?:the|its|a|an)?\s*\s*", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:beaten by|lost to|loses to)\b",
    re.I,
)
_VERB = re.compile(
    r"(?:make|makes|made|making|earn|earns|earned|return(?:s|ed)|gain(?:s|ed)|grew|rose|delivered|generated|produced|yielded|advanced|climbed"
    r"|traded|won|wins|grew to|ended (?:with|at|on)|finished (?:with|at)|started with|began with)",
    re.IGNORECASE,
)
_NOUN_ONLY = re.compile(r"wins?|winners?", re.IGNORECASE)  # names what stands before it: "26 wins"
_A_YEAR = re.compile(r"\b(?:an?|per|each|every) (?:year|annum)\b|\bp\.a\.?|\bannually\b|\bannuali[sz]ed\b|\byearly\b")
_TIE = 0.7


@dataclass(frozen=True, slots=True)
class Context:
    """What the wording binds a number to. `metrics` None: it names none; `names` holds the names allowed, by dimension.

    `direct` marks a metric that stands right at the number. `times` are the dates it is said of.
    """

    metrics: frozenset[str] | None = None
    direct: bool = False
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    times: tuple[DateParts, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    mention: Mention
    cost: float
    after: bool


def links(
    text: str,
    passage: Passage,
    numbers: Sequence[Quantity],
    mentions: Sequence[Mention],
    *,
    names: bool,
    holes: Sequence[Mention] = (),
) -> list[list[Link]]:
    """For each number of the passage, the mentions it may be bound to, the likeliest first.

    `mentions` are the passage's own, of metrics or (`names`) of things; `holes` are other names, which set nothing apart.
    """
    found: list[list[Link]] = []
    if not mentions:
        return [[] for _ in numbers]
    owned: Mention | None = None
    spent: dict[Mention, str] = {}  # names that stand right before a number, and its kind
    for index, number in enumerate(numbers):
        options: list[Link] = []
        before = [mention for mention in mentions if mention.end <= number.start][-4:]
        if not names:
            before = [mention for mention in before if not _NOUN_ONLY.fullmatch(text, mention.start, mention.end)]
        for rank, mention in enumerate(reversed(before)):
            between = [other for other in numbers[:index] if other.start >= mention.end]
            gap = _without(text, mention.end, number.start, [*between, *before[len(before) - rank :], *holes])
            cost = _cost_before(gap, names=names) + (1.0 if names else 0.3) * len(between) + 1.0 * rank
            if mention is owned or spent.get(mention, number.kind) != number.kind:
                cost += 3.0 if names else 4.0
            if (
                names
                and _COMPARES.search(text, max(passage.start, mention.start - 40), mention.start)
                and not _DIRECT.match(gap)
            ):
                cost += 4.0
            options.append(Link(mention, cost, False))
        after = next((mention for mention in mentions if mention.start >= number.end), None)
        if after is not None and not names and _VERB.fullmatch(text, after.start, after.end):
            after = None
        if after is not None:
            between = [other for other in numbers[index + 1 :] if other.end <= after.start]
            gap = _without(text, number.end, after.start, [*between, *holes])
            cost = _cost_after(gap, names=names) + 3.0 * len(between)
            if "(" in gap and not names and text[after.end : after.end + 1] != ")":
                cost += 4.0  # "9.2% (Sharpe 0.9)": the bracket has a number of its own
            options.append(Link(after, cost, True))
        inside = next(
            (mention for mention in mentions if mention.start < number.end and mention.end > number.start), None
        )
        if inside is not None:
            options.append(Link(inside, 0.0, True))
        options.sort(key=lambda link: link.cost)
        if options and not options[0].after and options[0].cost <= 0.6 and not names:
            spent[options[0].mention] = number.kind
        owned = options[0].mention if options and options[0].after and options[0].cost <= 2 else None
        found.append(options)
    return found


def chosen(options: Sequence[Link], *, tie: float = _TIE) -> frozenset[str]:
    """What the likeliest links mean together; the metrics or names of links that are as likely are all allowed."""
    best = options[0].cost
    return frozenset().union(*(link.mention.means for link in options if link.cost <= best + tie))


def in_order(
    text: str, passage: Passage, numbers: Sequence[Quantity], mentions: Sequence[Mention], *, names: bool
) -> dict[int, frozenset[str]]:
    """Numbers told in the order of the names: "A and B made 11% and 9%", "0.8 and 0.7 for A and B". By number's index."""
    bound: dict[int, frozenset[str]] = {}
    for run in _runs(text, numbers, one_kind=names):
        first, last = numbers[run[0]], numbers[run[-1]]
        before = [mention for mention in mentions if mention.end <= first.start]
        after = [mention for mention in mentions if mention.start >= last.end]
        if len(before) != len(mentions) and before and not _breaks(text, before[-1].end, first.start):
            after = []
        heads = _distinct(before)
        if len(heads) != len(run) and len(heads) > len(run):
            heads = heads[-len(run) :] if _listed(text, before[-len(run) :]) else []
        tails = _distinct(after[: len(run)])
        inside = any(first.end <= mention.start and mention.end <= last.start for mention in mentions)
        if inside:
            continue
        tight = (
            len(tails) == len(run)
            and len(text[last.end : after[0].start].split()) <= 3
            and _listed(text, after[: len(run)])
        )
        order = tails if tight else heads
        if len(order) != len(run) or (not names and not _enumerated(text, order)):
            continue
        if not tight:
            if (
                len(after) > 0
                and len(text[last.end : after[0].start].split()) <= 1
                and not _breaks(text, last.end, after[0].start)
            ):
                continue
            span = text[before[0].start : first.start]
            scoreline = re.search(r"\bto\b|-|–", text[first.end : last.start]) is not None
            if _PASSIVE.search(span) and scoreline:
                for index in run:
                    bound[index] = frozenset().union(*(mention.means for mention in order))
                continue
            order = sorted(
                order, key=lambda mention: _COMPARES.search(text, max(0, mention.start - 40), mention.start) is not None
            )
        for index, mention in zip(run, order, strict=True):
            bound[index] = mention.means
    return bound


def _distinct(mentions: Sequence[Mention]) -> list[Mention]:
    seen: dict[frozenset[str], Mention] = {}
    for mention in mentions:
        seen.setdefault(mention.means, mention)
    return list(seen.values())


def _listed(text: str, mentions: Sequence[Mention]) -> bool:
    return all(
        len(text[left.end : right.start].split()) <= 3 for left, right in zip(mentions, mentions[1:], strict=False)
    )


def _enumerated(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether nothing but commas, "and" and articles stands between the names."""
    pairs = zip(mentions, mentions[1:], strict=False)
    return all(_AND.fullmatch(text[left.end : right.start]) for left, right in pairs)


def _breaks(text: str, start: int, end: int) -> bool:
    gap = text[start:end].lower()
    return ";" in gap or not _BREAKS.isdisjoint(gap.split())


def _runs(text: str, numbers: Sequence[Quantity], *, one_kind: bool) -> list[list[int]]:
    """Runs of two or more numbers with nothing but a joining word between them."""
    runs: list[list[int]] = []
    current: list[int] = []
    for index, number in enumerate(numbers):
        if current:
            left = numbers[current[-1]]
            gap = text[left.end : number.start]
            if (left.kind == number.kind or not one_kind) and len(gap) < 40 and gap.strip() and _JOINER.fullmatch(gap):
                current.append(index)
                continue
        runs.append(current)
        current = [index]
    runs.append(current)
    return [run for run in runs if len(run) > 1]


def _without(text: str, start: int, end: int, holes: Sequence[Quantity | Mention]) -> str:
    """The text between, without the numbers and names inside it."""
    pieces, at = [], start
    for hole in sorted(holes, key=lambda hole: hole.start):
        if hole.start >= at and hole.end <= end:
            pieces.append(text[at : hole.start])
            at = hole.end
    pieces.append(text[at:end])
    return " ".join(pieces)


def _cost_before(gap: str, *, names: bool) -> float:
    if len(gap) > 400:
        return 40.0
    cost = 0.0
    for piece in _PIECE.findall(gap.lower()):
        if piece in _FREE_BEFORE or piece in (":", "|"):
            continue
        if not names and (piece in _PARALLEL or piece in (",", ";")):
            cost += 0.7
        elif piece == ";":
            cost += 6.0
        elif piece in _BREAKS:
            cost += 5.0
        elif piece in (",", "—"):
            cost += 1.5
        elif piece == "and":
            cost += 1.5
        elif piece in ("(", ")"):
            cost += 0.1
        else:
            cost += 0.8 if names else 1.0
    return cost


def _cost_after(gap: str, *, names: bool) -> float:
    if len(gap) > 120:
        return 40.0
    pieces = _PIECE.findall(_A_YEAR.sub("", gap.lower()))
    cost = 0.4
    if (
        names
        and pieces
        and pieces[0] not in _LEADS_AFTER
        and pieces[0] != "("
        and not any(piece in _LEADS_AFTER for piece in pieces[:4])
    ):
        cost += 3.0
    for place, piece in enumerate(pieces):
        if piece in ("(", ")") or (piece in _LEADS_AFTER and (names or piece in ("of", "in", "for")) and place <= 3):
            cost += 0.1
        elif piece in ("the", "a", "an", "its"):
            cost += 0.2 if place or names else 4.0
        elif piece == ";" or piece in _BREAKS:
            cost += 6.0
        elif piece in (",", "—", ":", "|"):
            cost += 6.0 if names else 4.0
        elif piece in _STOPS_AFTER:
            cost += 4.0
        else:
            cost += 0.9
    return cost
