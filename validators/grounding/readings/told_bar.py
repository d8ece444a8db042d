"""Round numbers that what the tools returned lies above or below, and that are no results themselves: "the only one that won more than half
of its trades – 56.6%", "all but A were back within 200 days. That one took 296"."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import Held
from validators.grounding.number_match import PER_FRACTION, UNIT_PER_FRACTION
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.numbers.head import hedge_before
from validators.numbers.quantity import Quantity

_WITHIN = re.compile(r"\b(?:within|inside(?: of)?|in (?:under|less than)|short of) $", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:every|all|each|everything|nothing|none|no)\b", re.IGNORECASE)
_ALL = re.compile(r"\b(?:all|both|each|every(?: one)?)\b", re.IGNORECASE)
_ONE = re.compile(r"\bone\b", re.IGNORECASE)
_ONLY = re.compile(r"\bonly (?:the )?\W?$", re.IGNORECASE)
_BEYOND = re.compile(
    r"\b(?:(?P<over>above|over|beyond|in excess of|(?:more|deeper|longer|higher|greater|larger|bigger|steeper) than)|below|under|within|(?:less|fewer|shorter|lower|smaller|shallower) than) \W?$",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|no|none|nothing|neither|nor|hardly|without)\b|n['’]t\b", re.IGNORECASE)
_BUT = re.compile(
    r"\b(?:but|except(?: for)?|save(?: for)?|bar(?:ring)?|apart from|with the exception of) $", re.IGNORECASE
)
_DIGITS = 2  # of a round number
_LEAST_ROUND, _ROUND_STEP = 10, 5


def bars(answer: Answer, index: ToolIndex, claims: Sequence[Claim], fitting: Held) -> Iterator[Claim]:
    """The claims that are such a bar and that the number of their metric told beside them, or those of all the things that the sentence
    speaks of, lie on the side of that it says."""
    for place, claim in enumerate(claims):
        if fitting.get(claim.quantity) is None and _is_cleared_by_all(answer, index, claim):
            yield claim
            continue
        over = _side(answer.text, claim.quantity) if fitting.get(claim.quantity) is None else None
        if over is None:
            continue
        text = answer.passage_text(claim.passage)
        for other in claims[place + 1 :]:
            number = fitting.get(other.quantity)
            if other.passage > claim.passage + 1 or number is None or not _of_one_unit(claim.quantity, other.quantity):
                continue
            clears = partial(_clears, abs(claim.quantity.value) * _per_fraction(claim.quantity), over)
            if _EVERY.search(text):
                held = _all_but_those_named(answer, index, claim, number)
                holds = bool(held) and all(clears(abs(each.value) * _scale(other.quantity, number)) for each in held)
            else:
                told = abs(other.quantity.value) * _per_fraction(other.quantity)
                holds = other.passage == claim.passage and _DENIED.search(text) is None and clears(told)
            if holds:
                yield claim
            break


def _is_cleared_by_all(answer: Answer, index: ToolIndex, claim: Claim) -> bool:
    """Whether every number that the tools returned of the metric named lies on the side of a bar that all are said to: "all six have a
    drawdown above 20%"; or as many as it says: "three of the five"; or only that of the one thing that is: "only A won more than half of
    its trades"."""
    quantity, text = claim.quantity, answer.text
    metrics = claim.context.metrics or frozenset()
    passage = answer.outline.passages[claim.passage]
    metrics = metrics & {number.measured for number in index.numbers}
    if len(metrics) != 1 or quantity.kind in ("date", "split") or _DENIED.search(text, passage.start, quantity.start):
        return False
    every = _ALL.search(text, passage.start, quantity.start)
    beyond = _BEYOND.search(text, max(passage.start, quantity.start - 24), quantity.start)
    named = [(dimension, each) for dimension, held in answer.things.mentions_in(claim.passage).items() for each in held]
    alone = named[0] if len(named) == 1 and _ONLY.search(text, passage.start, named[0][1].start) else None
    if beyond is None:
        return False
    of_all = every is not None and not named
    size = abs(quantity.value) * _per_fraction(quantity)
    cleared = [
        (
            number,
            _clears(
                size, beyond["over"] is not None, abs(number.value) / UNIT_PER_FRACTION.get(number.unit or "", 1.0)
            ),
        )
        for number in index.numbers
        if number.measured in metrics and not number.length and not number.prose
    ]
    if alone is None:
        many = sum(clears for _, clears in cleared)
        return len(cleared) > 1 and (many == len(cleared) if of_all else many in _counts(answer, claim))
    dimension, mention = alone
    own = [(number.scope.get(dimension) in mention.means, clears) for number, clears in cleared]
    return len({is_own for is_own, _ in own}) == 2 and all(is_own == clears for is_own, clears in own)


def _counts(answer: Answer, claim: Claim) -> set[int]:
    """How many the sentence of a bar says that something is: "above 1.0 is one, out of 3"."""
    text = answer.passage_text(claim.passage)
    said = {
        int(each.value) for each in answer.quantities_in(claim.passage) if each.step == 1 and each is not claim.quantity
    }
    return said | ({1} if _ONE.search(text) else set())


def _side(text: str, quantity: Quantity) -> bool | None:
    """True where a round number is told as what something is above, False as what it is below; None for other numbers."""
    if quantity.sign or quantity.kind in ("date", "split", "money") or not _is_round(quantity):
        return None
    hedge = hedge_before(text[max(0, quantity.start - 28) : quantity.start]) or quantity.hedge
    if hedge in ("over", "under"):
        return hedge == "over"
    return False if _WITHIN.search(text, max(0, quantity.start - 24), quantity.start) else None


def _is_round(quantity: Quantity) -> bool:
    if quantity.kind == "fraction":
        return True
    size = abs(quantity.value)
    return size >= _LEAST_ROUND and size % _ROUND_STEP == 0 and len(f"{size:.0f}".rstrip("0")) <= _DIGITS


def _of_one_unit(bar: Quantity, told: Quantity) -> bool:
    shares = {"fraction", *PER_FRACTION}
    if bar.kind == "duration":
        return told.kind == "plain" or (told.kind == "duration" and told.noun == bar.noun)
    return bar.kind == told.kind or {bar.kind, told.kind} <= shares


def _per_fraction(quantity: Quantity) -> float:
    return 1 / PER_FRACTION.get(quantity.kind, 1.0)


def _scale(told: Quantity, number: ToolNumber) -> float:
    """What a tool's number is to be multiplied by to be told in fractions, as the quantity that tells it is."""
    size = abs(told.value) * _per_fraction(told)
    return min((1.0, 0.01, 0.0001), key=lambda factor: abs(abs(number.value) * factor - size))


def _clears(bar: float, over: bool, value: float) -> bool:
    return value > bar if over else value <= bar


def _all_but_those_named(answer: Answer, index: ToolIndex, claim: Claim, own: ToolNumber) -> list[ToolNumber]:
    """The numbers of the metric of `own` of all things but those that the sentence takes out by name; none where it names others."""
    taken_out: dict[str, set[str]] = {}
    for dimension, mentions in answer.things.mentions_in(claim.passage).items():
        before = [each for each in mentions if each.end <= claim.quantity.start]
        if not all(_BUT.search(answer.text, max(0, each.start - 24), each.start) for each in before):
            return []
        taken_out[dimension] = {name for each in before for name in each.means}
    return [
        number
        for number in index.numbers
        if (number.measured, number.unit) == (own.measured, own.unit)
        and not any(number.scope.get(dimension) in names for dimension, names in taken_out.items())
    ]
