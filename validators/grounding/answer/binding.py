"""Which metric, which thing and which time each number of an answer is said to be of.

A number is bound to the nearest name that the wording allows, before it or after it in its sentence; then to the heading, bullet,
row or column it stands under; then to what the sentence before spoke of.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from validators.grounding.answer.gap_cost import cost_after, cost_before
from validators.grounding.answer.layout import Passage
from validators.grounding.answer.mentions import Mention
from validators.grounding.tools.vocabulary.metric_vocabulary import COSTS, DRAWDOWNS, STATISTICS
from validators.numbers.quantity import DateParts, Quantity

COMPARES = re.compile(
    r"\b(?:(?:than|versus|vs\.?|against)(?: at)?|unlike|beats?|beating|beaten|outperform(?:s|ed|ing)?|underperform(?:s|ed|ing)?|lag(?:s|ged|ging)?|trail(?:s|ed|ing)?"
    r"|tops|topped|(?<=\bto )top|exceed(?:s|ed|ing)?|compare[sd]? (?:with|to)|relative to|ahead of|behind|short of|shy of|over|instead of|rather than|next to|bests|bested|(?<=\bto )best"
    r"|surpass(?:es|ed)?|edged(?: out)?|los(?:es?|t|ing) to|in contrast to|as opposed to|below|above|as [a-z]+ as|(?:keep|kept|keeping|keeps) (?:up|pace) with|tied to|match(?:es|ed|ing)?"
    r"|(?:correlat\w{1,4}|betas?|alphas?|sensitivity|exposure|loading) (?:to|with|on|over|vs\.?|against)|(?:half|twice|double|triple|third|quarter|fraction|multiple) (?:of )?(?:that of)?|(?<=, )not|(?<=and )not)(?:[ ](?:the|that of|its|a|what|those of)){0,2}[ *`'\"“(]*$",
    re.IGNORECASE,
)
_DIRECT = re.compile(r"\W{0,4}(?:[’']?s\b|which\b|whose\b|at\b|\(|did\b|=|on\b)", re.IGNORECASE)
_RELATIVE = re.compile(r"[^,.;]{0,40},? (?:which|whose|who|that)\b", re.IGNORECASE)
_OF_WHICH = re.compile(r",? (?:which|who)(?: [a-z]+){1,3} \W?")  # "B, which made 9% when ..."
_CLAUSE_OF_ITS_OWN = 0.3
_VERB = re.compile(
    r"(?:make|makes|made|making|earn|earns|earned|return(?:s|ed)|gain(?:s|ed)|grew|rose|delivered|generated|produced|yielded|advanced|climbed"
    r"|traded|won|wins|grew to|ended (?:with|at|on)|finished (?:with|at)|started with|began with)",
    re.IGNORECASE,
)
_NOUN_ONLY = re.compile(r"wins?|winners?", re.IGNORECASE)  # names what stands before it: "26 wins"
_ASIDE_ENDS = re.compile(r"[*_`]{0,2}(?:[.,;:)](?!\d)|\s?[—–]|\n|$)")
_ASIDE = re.compile(
    r"(?:\s(?:of|for|on|in)\s(?:the\s)?\ue000)?,\s[^,;:\n]{3,90},\s(?=(?:is|was|are|were|equals|stands|stood|comes|came|amounts|amounted|reads|sits|sat|works|worked|totals|runs|ran)"
    r"(?:\s(?:at|to|out|just|only|about|around|in|a|an|reported|given|shown|put|measured)){0,3}\s\W{0,3}$)"
)
_RELATES = re.compile(r"\b(?:betas?|correlat\w+|loadings?|sensitivit\w+|exposures?)\b", re.IGNORECASE)
_TO = re.compile(r"\s(?:to|with|against)\s(?:the\s)?[\"'“]?")
_SPENT = re.compile(
    r"\s(?:(?:alone|itself|together|then|also) )?(?:cost|costs|took|takes|ate(?: up)?|eats(?: up)?|consumed?s?|swallow(?:s|ed)|claim(?:s|ed))(?: (?:you|us|it|the (?:account|strategy)))?"
    r"(?: (?:another|about|around|roughly|some|nearly|almost|only|just|a further|over|under))?\s\W{0,3}",
    re.IGNORECASE,
)  # "slippage took $900"
_LABELS = frozenset(":=(*")
_TIE = 0.7
_RIGHT_BEHIND = 0.5


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
) -> list[list[Link]]:
    """For each number of the passage, the mentions it may be bound to, the likeliest first.

    `mentions` are the passage's own, of metrics or (`names`) of things.
    """
    found: list[list[Link]] = []
    if not mentions:
        return [[] for _ in numbers]
    owned: tuple[Mention, str] | None = None  # the name after the number before, and that number's kind
    spent: dict[Mention, str] = {}  # names that stand right before a number, and its kind
    for index, number in enumerate(numbers):
        options: list[Link] = []
        before = [mention for mention in mentions if mention.end <= number.start][-4:]
        if not names:
            before = [
                mention
                for mention in before
                if not _NOUN_ONLY.fullmatch(text, mention.start, mention.end)
                or text[mention.end : mention.end + 1] in _LABELS
            ]
            before = _without_aside(text, before, number)
        for rank, mention in enumerate(reversed(before)):
            between = [other for other in numbers[:index] if other.start >= mention.end]
            gap = _without(text, mention.end, number.start, [*between, *before[len(before) - rank :]])
            if not names and (aside := _ASIDE.match(text, mention.end, number.start)) is not None:
                gap = text[aside.end() - 1 : number.start]
                between = [other for other in between if other.start >= aside.end()]
            cost = cost_before(gap, names=names) + (1.0 if names else 0.3) * len(between) + 1.0 * rank
            if (
                not names
                and text[mention.end : number.start].strip(" *_`") == ","
                and _ASIDE_ENDS.match(text, number.end)
            ):
                cost = min(cost, 0.5)  # "the win rate, 52%, ..."
            if not names and number.kind == "money" and mention.means <= COSTS:
                cost = min(cost, 0.5) if _SPENT.fullmatch(text, mention.end, number.start) else cost
            if owned is not None and mention is owned[0]:
                cost += 3.0 if names or owned[1] == number.kind else 4.0
            elif spent.get(mention, number.kind) != number.kind:
                cost += 3.0 if names else 4.0
            if (
                names
                and COMPARES.search(text, max(passage.start, mention.start - 40), mention.start)
                and not _speaks_on(gap)
            ):
                cost += 4.0
            if (
                ")" in gap
                and "(" not in gap[: gap.index(")")]
                and "(" in text[passage.start : mention.start]
                and before[0] is not mention
                and not (names and gap[gap.index(")") + 1 :].startswith(":"))
            ):
                cost += 4.0  # named in an aside that ended before: "the Calmar ratio (CAGR over drawdown) is 0.4"
            if names and _OF_WHICH.fullmatch(gap):
                cost = min(cost, _CLAUSE_OF_ITS_OWN)
            options.append(Link(mention, cost, False))
        after = next((mention for mention in mentions if mention.start >= number.end), None)
        if after is not None and not names and _VERB.fullmatch(text, after.start, after.end):
            after = None
        if after is not None:
            between = [other for other in numbers[index + 1 :] if other.end <= after.start]
            gap = _without(text, number.end, after.start, [*between])
            cost = cost_after(gap, names=names) + 3.0 * len(between)
            if "(" in gap and _has_own_number(text, numbers[index + 1 :], after, names=names):
                cost += 4.0  # "9.2% (Sharpe 0.9)": the bracket has a number of its own
            if names and COMPARES.search(text, number.end, after.start):
                cost += 4.0  # "0.9 is well ahead of B"
            if names and _TO.fullmatch(gap) and _RELATES.search(text, passage.start, number.start):
                cost = 0.5
            if cost <= _RIGHT_BEHIND and not names:  # "$9,861 going to the broker", behind a profit told before
                options = [replace(link, cost=link.cost + _TIE) if link.mention in spent else link for link in options]
            options.append(Link(after, cost, True))
        inside = next(
            (mention for mention in mentions if mention.start < number.end and mention.end > number.start), None
        )
        if inside is not None:
            options.append(Link(inside, 0.0, True))
        options.sort(key=lambda link: link.cost)
        if options and not options[0].after and options[0].cost <= 0.6 and not names:
            spent[options[0].mention] = number.kind
        owned = (options[0].mention, number.kind) if options and options[0].after and options[0].cost <= 2 else None
        found.append(options)
    return found


def _has_own_number(text: str, further: Sequence[Quantity], name: Mention, *, names: bool) -> bool:
    """Whether a name in brackets behind a number is of another number, in there: "0.9 (B 0.8)"."""
    if not names:
        return text[name.end : name.end + 1] != ")"
    following = next((number for number in further if number.start >= name.end), None)
    return following is not None and not text[name.end : following.start].strip(" *_:=at'’s")


def _without_aside(text: str, mentions: list[Mention], number: Quantity) -> list[Mention]:
    """Without the names inside an aside that ends right before the number's verb, where a statistic stands right before it: "the
    Calmar ratio, CAGR over drawdown, is 0.4"."""
    for place, mention in enumerate(mentions):
        if mention.means <= STATISTICS and _ASIDE.match(text, mention.end, number.start) is not None:
            return mentions[: place + 1]
    return mentions


def _speaks_on(gap: str) -> bool:
    """Whether the words after a thing compared with go on about it: "than B, which made 9%", "than B (9%)"."""
    return _RELATIVE.match(gap) is not None or (_DIRECT.match(gap) is not None and ")" not in gap)


def chosen(options: Sequence[Link], *, tie: float = _TIE) -> frozenset[str]:
    """What the likeliest links mean together; the metrics or names of links that are as likely are all allowed, but for loose ones
    beside one that says which of them: "lost 9% from its peak"."""
    best = options[0].cost
    near = [link.mention.means for link in options if link.cost <= best + tie]
    return frozenset().union(
        *(means for means in near if not any(_is_narrow(other) and other < means for other in near))
    )


def _is_narrow(means: frozenset[str]) -> bool:
    """Whether a name means one metric, or only drawdowns."""
    return len(means) == 1 or means <= DRAWDOWNS | {"below_peak"}


def _without(text: str, start: int, end: int, holes: Sequence[Quantity | Mention]) -> str:
    """The text between, without the numbers and names inside it."""
    pieces, at = [], start
    for hole in sorted(holes, key=lambda hole: hole.start):
        if hole.start >= at and hole.end <= end:
            pieces.append(text[at : hole.start])
            at = hole.end
    pieces.append(text[at:end])
    return " ".join(pieces)
