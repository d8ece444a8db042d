"""Pairs of numbers that a sentence ranks: "A beat B: 12% against 8%", "the CAGR falls from 12% to 8%"."""

import itertools
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.changing import MAY_CHANGE, rose_or_fell
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import Mention
from validators.grounding.fit.claim_fit import Held
from validators.grounding.ranking.between_numbers import told_between
from validators.grounding.ranking.exchanging import exchanged
from validators.grounding.ranking.outnumbering import WON_AND_LOST, outnumbering
from validators.grounding.ranking.ranking_words import GOOD, MAY_RANK
from validators.grounding.ranking.said_beside import may_be_of, verdict_before
from validators.grounding.ranking.set_above import Pair, over_next, set_above_by, told_above
from validators.grounding.ranking.told_against import MAY_TELL_AGAINST, told_against
from validators.grounding.told_as import can_be
from validators.grounding.tools.number import KEYED, MAIN, ToolNumber, is_dated
from validators.grounding.tools.vocabulary.metric_vocabulary import MONEY_ENDS, PRICES_OF_TRADE
from validators.grounding.tools.vocabulary.metrics import METRICS, SETTINGS, is_loss
from validators.numbers.quantity import Quantity, are_alike

_CALLED = re.compile(
    r"\bthe (?:(?P<up>higher|larger|greater|dearer|steeper)|lower|smaller|cheaper) (?:fee|cost|rate|charge|commission)s?(?: rate)?,? (?:of |at )?\W?$",
    re.IGNORECASE,
)


_THAN_METRIC = re.compile(
    r"[*_)]{0,3},? (?:is|was|are|were|stands|sits|came in|comes in|looks|runs|ran) (?:(?:well|far|much|slightly|a bit|a little|clearly|even|still|also|somewhat|considerably|noticeably) ){0,2}"
    r"(?:(?P<up>higher than|greater than|larger than|bigger than|more than|above|in excess of)|lower than|smaller than|less than|below) "
    r"(?:(?:the|its|their|his|a) )?(?:[A-Za-z][\w-]* ){1,4}(?:of |at |\()[*_]{0,2}"
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """Two claims, of which the sentence says that the first has the higher number; by their size, where `by_size`; by the one or the
    other, where `either`."""

    high: Claim
    low: Claim
    by_size: bool
    either: bool = False

    def holds(self, held: Mapping[Quantity, ToolNumber]) -> bool:
        """Whether it is so; `held` are the tool numbers of the claims, whose signs count."""
        high, low = (_told(each.quantity, held) for each in (self.high, self.low))
        larger = abs(high) >= abs(low)
        return larger if self.by_size else high >= low or (self.either and larger)


def _told(quantity: Quantity, held: Mapping[Quantity, ToolNumber]) -> float:
    number = held.get(quantity)
    return quantity.value if number is None else signed(quantity, number.value)


def signed(quantity: Quantity, held: float) -> float:
    """The number as told, with the sign of the one that grounds it."""
    return math.copysign(abs(quantity.value), held)


def ranked_pairs(answer: Answer, claims: Sequence[Claim], held: Held) -> Iterator[Ranked]:
    """The pairs that the sentences of an answer rank. `held` are the tool numbers that ground the claims."""
    for _, group in itertools.groupby(claims, key=lambda claim: claim.passage):
        told = [claim for claim in group if claim.quantity.kind not in ("date", "split")]
        grounded = [(claim, number) for claim in told if (number := held.get(claim.quantity)) is not None]
        if len(told) < 2:
            continue
        text, start = answer.sentence(told[0])
        if MAY_TELL_AGAINST.search(text):
            yield from _against(answer, text, start, told, held)
        if len(grounded) < 2:
            continue
        yield from _next_to(answer, grounded)
        yield from _sides(text, grounded)
        yield from _settings(text, start, [claim for claim, _ in grounded])
        yield from _metrics_compared(answer, grounded)
        settings = {
            mention.start for mentions in answer.things.mentions_in(told[0].passage).values() for mention in mentions
        }
        grounded = [(claim, number) for claim, number in grounded if claim.quantity.start not in settings]
        if MAY_CHANGE.search(text):
            yield from _changes(answer, start, grounded)
        by_metric: dict[str, list[tuple[Claim, ToolNumber]]] = {}
        for claim, number in grounded:
            name = next(
                (name for name, held in by_metric.items() if name and are_of_one_metric(held[0][1], number)), None
            )
            by_metric.setdefault(name or number.measured or "", []).append((claim, number))
        for metric, two in by_metric.items():
            alike = len(two) == 2 and are_alike(two[0][0].quantity, two[1][0].quantity)
            if metric and alike:
                yield from _compared(answer, text, start, metric, two, set(by_metric))


def _metrics_compared(answer: Answer, grounded: Sequence[tuple[Claim, ToolNumber]]) -> Iterator[Ranked]:
    """Numbers of two metrics that the words between them set one above the other: "the Sortino ratio (1.4) is higher than the Sharpe ratio (0.9)"."""
    for (left, first), (right, last) in itertools.pairwise(grounded):
        alike = are_alike(left.quantity, right.quantity) and left.quantity.kind in ("plain", "percent")
        if not alike or left.quantity.sign or right.quantity.sign or first.measured == last.measured:
            continue
        between = _THAN_METRIC.fullmatch(answer.text, left.quantity.end, right.quantity.start)
        if between is not None and {first.measured, last.measured} <= METRICS.keys():
            yield Ranked(*((left, right) if between["up"] else (right, left)), by_size=True)


def _compared(
    answer: Answer, text: str, start: int, metric: str, two: Sequence[tuple[Claim, ToolNumber]], told: set[str]
) -> Iterator[Ranked]:
    (left, first), (right, last) = two
    metric = said_metric(left, metric)
    loss = is_loss(metric)
    pair = Pair(
        metric,
        first=left.quantity.start - start,
        last=right.quantity.end - start,
        negative=min(first.value, last.value) < 0 and not loss,
        minus=loss and min(left.quantity.sign, right.quantity.sign) < 0,
    )
    above, of_size = (
        which_above(answer, left, text, start, pair, first, last) if MAY_RANK.search(text) else (None, False)
    )
    if above is None:
        above = _above_before(answer, left, pair, first, last, told)
    if above is None:
        way = told_between(
            text[: left.quantity.start - start], text[left.quantity.end - start : right.quantity.start - start]
        )
        above = None if way is None else first if way > 0 else last
    if above is not None:
        high, low = (left, right) if above is first else (right, left)
        yield Ranked(high, low, loss, either=of_size)


def _against(answer: Answer, text: str, start: int, told: Sequence[Claim], held: Held) -> Iterator[Ranked]:
    """The last two numbers of a sentence where the words before them say of the first that it is the higher one."""
    left, right = told[-2:]
    if not are_alike(left.quantity, right.quantity) and right.quantity.kind != "plain":
        return
    named = {number.measured for claim in (left, right) if (number := held.get(claim.quantity)) is not None}
    said = named if len(named) == 1 else left.context.metrics or frozenset()
    metric = next(iter(said)) if len(said) == 1 else None
    above = told_against(
        text,
        (left.quantity.start - start, left.quantity.end - start),
        right.quantity.start - start,
        _metrics(answer, left.passage, left, metric or ""),
        lambda names: metric in names if metric else any(can_be(left.quantity, name) for name in names),
        negative=min(left.quantity.sign, right.quantity.sign) < 0,
    )
    if above is not None:
        way, falls = above
        yield Ranked(*((left, right) if way > 0 else (right, left)), falls or is_loss(metric))


def _above_before(
    answer: Answer, claim: Claim, pair: Pair, first: ToolNumber, last: ToolNumber, told: set[str]
) -> ToolNumber | None:
    """Which of two numbers the sentence before theirs says to be the higher; `told` are all metrics that theirs tells."""
    verdict = verdict_before(answer, claim.passage)
    if verdict is None:
        return None
    before, text, turned = verdict
    start = answer.outline.passages[before].start
    metrics = _metrics(answer, before, claim, pair.metric)
    whole = replace(pair, first=0, last=len(text))
    for things, sides in things_apart(answer, before, first, last):
        above = told_above(text, [thing.moved(-start) for thing in things], sides, metrics, whole)
        if above is not None and above[0] in sides and may_be_of(above[1].saying, pair.metric, told):
            return last if (above[0] == sides[0]) == turned else first
    return None


def said_metric(claim: Claim, metric: str) -> str:
    """What the wording calls a number whose key tells no more than that it is some return, or nothing that is known."""
    said = claim.context.metrics or frozenset()
    return next(iter(said)) if len(said) == 1 and (metric == "return" or metric not in METRICS) else metric


def which_above(
    answer: Answer, claim: Claim, text: str, start: int, pair: Pair, first: ToolNumber, last: ToolNumber
) -> tuple[ToolNumber | None, bool]:
    """Which of two numbers a sentence says to be the higher, and whether by a word that may be of their size alone."""
    place = claim.passage
    metrics = _metrics(answer, place, claim, pair.metric)
    for things, sides in things_apart(answer, place, first, last):
        moved = [thing.moved(-start) for thing in things]
        above, cue = set_above_by(text, moved, sides, metrics, pair), None
        if above is None and (told := told_above(text, moved, sides, metrics, pair)) is not None:
            above, cue = told
        if above is None and (new := exchanged(text, moved, pair.metric)) is not None:
            above = new[0] if new[1] > 0 else next((side for side in sides if side != new[0]), None)
        if above in sides:
            return first if above == sides[0] else last, cue is not None and cue.saying.size
    return None, False


def _metrics(answer: Answer, place: int, claim: Claim, metric: str) -> list[Mention]:
    """The mentions, at places in a passage, of what a number of a metric may be of."""
    start = answer.outline.passages[place].start
    return [
        mention.moved(-start)
        for mention in answer.metrics.mentions(place)
        if metric in mention.means or any(can_be(claim.quantity, name) for name in mention.means)
    ]


def things_apart(
    answer: Answer, place: int, first: ToolNumber, last: ToolNumber
) -> Iterator[tuple[Sequence[Mention], tuple[frozenset[str], frozenset[str]]]]:
    """What tells two numbers apart that a passage names: its mentions, and which each number is of."""
    for dimension, mentions in answer.things.mentions_in(place).items():
        unnamed = MAIN if dimension.startswith(KEYED) else None
        own = (first.scope.get(dimension, unnamed), last.scope.get(dimension, unnamed))
        named = _of_two(mentions, own)
        names = {name for mention in named for name in mention.means}
        apart = own[0] is not None and own[1] is not None and own[0] != own[1]
        if apart and names <= set(own) and all(len(each.means) == 1 for each in named):
            yield named, (frozenset({str(own[0])}), frozenset({str(own[1])}))
    dated = answer.times.mentions_in(place)
    dates = {mention.means: date for mention, date in dated}
    if len(dates) == 2 and first.times and last.times and first.times != last.times:
        sides = [[means for means, date in dates.items() if is_dated(date, number)] for number in (first, last)]
        if len(sides[0]) == len(sides[1]) == 1 and sides[0] != sides[1]:
            yield [mention for mention, _ in dated], (sides[0][0], sides[1][0])


def _of_two(mentions: Sequence[Mention], own: tuple[str | None, str | None]) -> Sequence[Mention]:
    """Words that may mean several things, "the cheaper fee", as the one of the two that they can mean, where nothing else names it."""
    sure = {mention.means for mention in mentions if len(mention.means) == 1}
    return [
        replace(mention, means=means) if len(means := mention.means & set(own)) == 1 else mention
        for mention in mentions
        if len(mention.means) == 1 or mention.means & set(own) not in sure
    ]


def _changes(answer: Answer, start: int, grounded: Sequence[tuple[Claim, ToolNumber]]) -> Iterator[Ranked]:
    for (left, first), (right, last) in itertools.pairwise(grounded):
        metrics = {first.measured, last.measured}
        one = len(metrics) == 1 or metrics in (MONEY_ENDS, PRICES_OF_TRADE)
        if not one or None in metrics or metrics <= SETTINGS or not are_alike(left.quantity, right.quantity):
            continue
        loss, good = is_loss(first.measured), metrics <= GOOD | MONEY_ENDS | PRICES_OF_TRADE
        way: int | None = None
        if loss or max(first.value, last.value) >= 0:
            way = rose_or_fell(answer.text, start, left.quantity, right.quantity, good=good)
        if way is not None:
            yield Ranked(*((right, left) if way > 0 else (left, right)), loss)


def _next_to(answer: Answer, grounded: Sequence[tuple[Claim, ToolNumber]]) -> Iterator[Ranked]:
    """Numbers of one metric of which the words between them set one above the other: "13.3%, which is more than the 9.5% of B"."""
    for (left, first), (right, last) in itertools.pairwise(grounded):
        metric = first.measured
        if metric is None or metric != last.measured or not are_alike(left.quantity, right.quantity):
            continue
        way = over_next(answer.text, left.quantity.end, right.quantity.start)
        loss = is_loss(metric) or (
            max(first.value, last.value) < 0 and not left.quantity.sign
        )  # "lost 3%, more than the 2%"
        if way is not None and not (loss and min(left.quantity.sign, right.quantity.sign) < 0):
            yield Ranked(*((left, right) if way > 0 else (right, left)), loss)


def _settings(text: str, start: int, told: Sequence[Claim]) -> Iterator[Ranked]:
    """The one setting of two that a sentence calls the higher: "the higher fee of 8 bps costs $400 compared with 2 bps"."""
    fees = [claim for claim in told if claim.quantity.kind == "basis_points"]
    if len(fees) != 2:
        return
    for claim, other in (fees, fees[::-1]):
        called = _CALLED.search(text, 0, claim.quantity.start - start)
        if called is not None:
            yield Ranked(*((claim, other) if called["up"] else (other, claim)), by_size=True)


def _sides(text: str, grounded: Sequence[tuple[Claim, ToolNumber]]) -> Iterator[Ranked]:
    """Winners and losers, of which a sentence says that there are more of the ones than of the others."""
    sides = [[claim for claim, number in grounded if number.measured == side] for side in WON_AND_LOST]
    if any(len(claims) != 1 for claims in sides):
        return
    more = outnumbering(text)
    if more is not None:
        high = WON_AND_LOST.index(more)
        yield Ranked(sides[high][0], sides[1 - high][0], by_size=True)


def are_of_one_metric(first: ToolNumber, last: ToolNumber) -> bool:
    """Whether two numbers are of one metric; a "return" may be a total one."""
    metrics = {first.measured, last.measured}
    return len(metrics) == 1 or metrics == {"return", "total_return"}
