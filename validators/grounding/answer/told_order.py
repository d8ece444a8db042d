"""Numbers that are told in the order of the names they belong to."""

import itertools
import re
from collections.abc import Sequence

from validators.grounding.answer.binding import COMPARES
from validators.grounding.answer.gap_cost import BREAKS
from validators.grounding.answer.mentions import Mention
from validators.numbers.quantity import Quantity, are_alike

_JOINER = re.compile(
    r"[\s,;/&()*<>]*(?:and|vs\.?|versus|against|to|compared (?:with|to)|relative to|in comparison (?:with|to)|as (?:opposed|compared) to|as against|or|and then|then|but|followed by|rather than|instead of|not|,)?[\s,*(]*(?:the other(?:['’]s| one['’]s)? )?(?:only|just|about|around|a|an|the|roughly)?\s*",
    re.I,
)
_AGAINST = re.compile(
    r"[*_`]{0,2}(?:\s+[^\W\d_]+){1,8},?\s+(?:vs\.?|versus|against|compared (?:with|to))\s+(?:about |only |just )?[*_`]{0,2}",
    re.IGNORECASE,
)
_OWN = re.compile(r"\s(?:[^\W\d_]+\s){1,3}[$€£]?")  # what stands between a name and the numbers of its own clause
# "in 2019 (4% against 3%) and in 2020 (2% against 1%)"
_BRACKETED = re.compile(r"\([^()\d]{0,12}\d[^()]{0,60}\)")
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_OUTNUMBERS = re.compile(r"\s(?:outnumber(?:s|ed)?|exceed(?:s|ed)?|than|versus|vs\.?)\s(?:the )?", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)
_IN_PLACE = re.compile(r"\b(?:instead of|rather than|in place of)\b", re.IGNORECASE)
_FROM_TO = re.compile(r"\bto\b|→|->")
_AND = re.compile(r"[\s,/]*(?:and|or|&)?\s*(?:the|its|a|an)?\s*\s*", re.IGNORECASE)


_PRONOUNS = frozenset({"it", "its"})


def in_order(
    text: str, numbers: Sequence[Quantity], mentions: Sequence[Mention], *, names: bool
) -> dict[int, frozenset[str]]:
    """Numbers told in the order of the names: "A and B made 11% and 9%", "0.8 and 0.7 for A and B". By number's index."""
    bound: dict[int, frozenset[str]] = {}
    mentions = [mention for mention in mentions if mention.end > mention.start]
    for run in runs(text, numbers, one_kind=names):
        first, last = numbers[run[0]], numbers[run[-1]]
        before = [mention for mention in mentions if mention.end <= first.start]
        after = [mention for mention in mentions if mention.start >= last.end]
        if len(before) != len(mentions) and before and not _breaks(text, before[-1].end, first.start):
            after = []
        heads = _distinct(before)
        if len(heads) != len(run) and len(heads) > len(run):
            listed = _listed(text, before[-len(run) :]) and not _listed(text, before[-len(run) - 1 :])
            heads = heads[-len(run) :] if listed else []
        tails = _distinct(after[: len(run)])
        counted = not names and first.kind in ("plain", "count") and first.step >= 1 and len(run) == 2
        outnumbers = counted and len(before) > 1
        outnumbers = outnumbers and _OUTNUMBERS.fullmatch(text, before[-2].end, before[-1].start) is not None
        if outnumbers:
            heads = _distinct(before[-2:])
        if not names and not outnumbers and _FROM_TO.search(text, first.end, last.start):
            continue
        known = {mention.means for mention in before}
        inside = any(
            first.end <= each.start and each.end <= last.start and each.means not in known for each in mentions
        )
        if inside:
            continue
        tight = (
            len(tails) == len(run)
            and len(text[last.end : after[0].start].split())
            <= (3 if not _RESPECTIVELY.search(text, max(0, first.start - 60), last.end + 120) else 6)
            and _listed(text, after[: len(run)])
        )
        order = tails if tight else heads
        if any(text[each.start : each.end].lower() in _PRONOUNS for each in order[1:]):
            continue  # "below that of B, and so its own is better"
        apart = names and not tight and bool(order)
        apart = apart and (
            _breaks(text, order[0].end, order[-1].start)
            or _OWN.fullmatch(text, order[-1].end, first.start) is not None
            or _BRACKETED.search(text, order[0].end, order[-1].start) is not None
        )
        if apart and any(order[0].end <= number.start < order[-1].start for number in numbers):
            continue  # the names are of clauses that have numbers of their own
        if len(order) != len(run) or (not names and not outnumbers and not _enumerated(text, order)):
            continue
        if not tight:
            if (
                len(after) > 0
                and len(text[last.end : after[0].start].split()) <= 1
                and not _breaks(text, last.end, after[0].start)
            ):
                continue
            order = subject_first(text, order)
            if _FROM.search(text, max(0, first.start - 8), first.start) and _IN_PLACE.search(
                text, order[0].end, order[-1].start
            ):
                order = order[::-1]  # "paying 25 bps instead of 6 takes it from 16% to 6%"
        for index, mention in zip(run, order, strict=True):
            bound[index] = mention.means
    return bound


def in_order_of(text: str, numbers: Sequence[Quantity], mentions: Sequence[Mention]) -> dict[int, frozenset[str]]:
    """Numbers told in the order of the names of the sentence before: "A is ahead of B. Sharpe: 0.8 vs. 0.7." """
    heads = subject_first(text, _distinct([mention for mention in mentions if mention.end > mention.start]))
    return {
        index: mention.means
        for run in runs(text, numbers, one_kind=True)
        if len(run) == len(heads)
        for index, mention in zip(run, heads, strict=True)
    }


def subject_first(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Names in order, but those compared with ("unlike B", "than B") last."""
    return sorted(
        mentions, key=lambda mention: COMPARES.search(text, max(0, mention.start - 40), mention.start) is not None
    )


def _distinct(mentions: Sequence[Mention]) -> list[Mention]:
    seen: dict[frozenset[str], Mention] = {}
    for mention in mentions:
        seen.setdefault(mention.means, mention)
    return list(seen.values())


def _listed(text: str, mentions: Sequence[Mention]) -> bool:
    return all(len(text[left.end : right.start].split()) <= 3 for left, right in itertools.pairwise(mentions))


def _enumerated(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether nothing but commas, "and" and articles stands between the names."""
    pairs = itertools.pairwise(mentions)
    return all(_AND.fullmatch(text[left.end : right.start]) for left, right in pairs)


def _breaks(text: str, start: int, end: int) -> bool:
    gap = text[start:end].lower()
    return ";" in gap or not BREAKS.isdisjoint(gap.split())


def runs(text: str, numbers: Sequence[Quantity], *, one_kind: bool) -> list[list[int]]:
    """Runs of two or more numbers with nothing but a joining word between them."""
    runs: list[list[int]] = []
    current: list[int] = []
    for index, number in enumerate(numbers):
        if current:
            left = numbers[current[-1]]
            gap = text[left.end : number.start]
            joined = _JOINER.fullmatch(gap) or (one_kind and _AGAINST.fullmatch(gap))
            alike = are_alike(left, number)
            if (alike or not one_kind) and len(gap) < 60 and gap.strip() and joined:
                current.append(index)
                continue
        runs.append(current)
        current = [index]
    runs.append(current)
    return [run for run in runs if len(run) > 1]
