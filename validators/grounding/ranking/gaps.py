"""Which of two numbers the sentence of their difference says to be the higher: "A is 3 points ahead", "B minus A", "from 2018 to 2019
it rose by 400", "20 more winners than losers"."""

import re

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.changing import FALLING, RISING
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.compared import compares_losses
from validators.grounding.ranking.outnumbering import WON_AND_LOST, outnumbering
from validators.grounding.ranking.ranked_pairs import are_of_one_metric, said_metric, things_apart, which_above
from validators.grounding.ranking.set_above import Pair
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metrics import is_loss
from validators.numbers.dates import day_order

_LEVELS = frozenset({"equity", "final_equity", "initial_capital", "price"})  # which rise by what is earned
_MOVED = re.compile(
    rf"\b(?:(?P<up>{RISING})|(?P<down>{FALLING})|(?P<earned>gain(?:s|ed)?|add(?:s|ed)|made|earned)|(?P<lost>lost|loses?|shed))"
    r"(?: in value)?(?: by)?(?: (?:about|around|roughly|some|another|only|just))?\W{0,3}$",
    re.IGNORECASE,
)
_MINUS = re.compile(
    r"(?:['’]s?)?(?: [a-z]{2,12}){0,3} (?:minus|less|[−–-]) (?:(?:the|that of|[a-z]{2,12} (?:of|for|in|on)) ){0,2}[*_]{0,2}",
    re.IGNORECASE,
)
_TURNED = re.compile(r"\b(?:not|never|if|could|might|may|than)\b|n['’]t\b|\?", re.IGNORECASE)


def told_higher(answer: Answer, claim: Claim, first: ToolNumber, last: ToolNumber) -> ToolNumber | None:
    """Which of two numbers of one metric the sentence of a worked-out number says to be the higher."""
    metric = first.measured
    text, start = answer.sentence(claim)
    sides = {first.measured, last.measured}
    if sides & set(WON_AND_LOST) and sides <= {*WON_AND_LOST, None} and (more := outnumbering(text)) is not None:
        return first if first.measured == more or last.measured not in (more, None) else last
    if metric is None or not are_of_one_metric(first, last) or claim.quantity.sign < 0:
        return None
    metric = said_metric(claim, metric)
    negative = min(first.value, last.value) < 0 and not is_loss(metric)
    pair = Pair(metric, claim.quantity.start - start, claim.quantity.end - start, negative, minus=False, gap=True)
    above = which_above(answer, claim, text, start, pair, first, last)[0]
    if above is not None and negative and max(first.value, last.value) < 0 and compares_losses(text):
        return last if above is first else first
    if above is None:
        above = _subtracted(answer, claim, first, last) or _moved(text, pair, first, last)
    return above


def _subtracted(answer: Answer, claim: Claim, first: ToolNumber, last: ToolNumber) -> ToolNumber | None:
    """The number of the thing from whose that of the other is taken: "A minus B"."""
    text = answer.text
    for things, sides in things_apart(answer, claim.passage, first, last):
        if len(things) == 2 and _MINUS.fullmatch(text, things[0].end, things[1].start):
            return first if things[0].means == sides[0] else last
    return None


def _moved(text: str, pair: Pair, first: ToolNumber, last: ToolNumber) -> ToolNumber | None:
    """The later of two numbers of one thing where it is said to have risen to it, the earlier where it fell."""
    moved = _MOVED.search(text, max(0, pair.first - 60), pair.first)
    if moved is None or first.scope != last.scope or not (first.times and last.times) or _TURNED.search(text):
        return None
    if (moved["earned"] or moved["lost"]) and pair.metric not in _LEVELS:
        return None
    before, after = (day_order(each.times[-1]) for each in (first, last))
    if before == after:
        return None
    risen = bool(moved["up"] or moved["earned"])
    return last if (after > before) == risen else first
