"""The numbers that an answer tells right beside one that is worked out of them: "(30.7% versus 24.9%)", "from $122 to $135", "A took 57 bps
and B 27. A difference of"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import SIGN
from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.ranking.outnumbering import WON_AND_LOST
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import MOST_MEANT
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.grounding.worked_out.stated_beside import Stated
from validators.numbers.quantity import Quantity

_NEAR = 3  # passages back from which they come
_EARLY = 40  # characters into its sentence of a result that the next one explains
EXTREMES = ("best_", "worst_")  # which are of any metric: "the best and the worst year are 30 points apart"
_BEYOND = 40  # characters behind a result that may tell of what it is
_LINK = 90  # characters between two operands, or between them and what they come to
_OPENS = re.compile(
    r"(?:(?!\b(?:and|but|while|whereas|with|though)\b)[^.;()\d]){0,70}(?: ?[(:–—] ?|,? from |,? between )(?:(?!\b(?:and|but|while|whereas|though)\b)[^.;()\d]){0,50}",
    re.IGNORECASE,
)  # between a result and the first of its operands
_REFERS = re.compile(
    r"\W*(?:(?:so|thus|hence|and|then|therefore),? )?(?:so|thus|an?|that|which|this|makes|making|leaving|what (?:is |was )?(?:left|stay\w*|remain\w*)|a further|(?:the )?(?:difference|gap)|together|altogether|in all|all told)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:]|\b(?:while|whereas|but|though|against|versus)\b", re.IGNORECASE)  # in what adds up
_FROM = re.compile(r"\b(?:from|between)\b[^.;\d]{0,30}$", re.IGNORECASE)
_TO = re.compile(r"[^\w\s]{0,3}(?: (?:at|in|on|for) [^.;\d]{1,20})?,? (?:to|and)\b[^.;\d]{0,30}", re.IGNORECASE)
AGAINST = re.compile(
    r",? (?:against|versus|vs\.?|instead of|rather than|compared (?:with|to)|as opposed to) \W{0,3}", re.IGNORECASE
)
_COMMA = re.compile(
    r"(?:(?!\b(?:and|but|while|whereas|with|though)\b)[^.;()\d,]){0,50},(?: at)? \W{0,3}", re.IGNORECASE
)
_SCORED = re.compile(r"(?:,? (?:against|versus|vs\.?)| to) \W{0,3}", re.IGNORECASE)
_OF_TRADES = {"trades", *WON_AND_LOST}
_BARE = {"count", "plain", "duration"}


@dataclass(frozen=True, slots=True)
class Told:
    """A number of the answer; `claim` and what was `judged` of it are None where it claims nothing."""

    stated: Stated
    claim: Claim | None
    judged: GroundedNumber | None

    @property
    def quantity(self) -> Quantity:
        return self.stated.quantity

    @property
    def number(self) -> ToolNumber | None:
        return self.stated.number

    @property
    def is_lost(self) -> bool:
        return self.claim is not None and self.claim.telling == "loss"

    @property
    def is_grounded(self) -> bool:
        """Whether a tool gave it, or numbers of theirs give it."""
        return self.judged is not None and (self.judged.grounded or self.judged.derivation is not None)


class ToldNumbers:
    """The numbers of an answer by their passages, and which of them stand as operands beside another one."""

    def __init__(
        self,
        answer: Answer,
        claims: Sequence[Claim],
        judged: Sequence[GroundedNumber],
        held: Mapping[Quantity, ToolNumber | None],
    ) -> None:
        self._answer = answer
        self._claims = {claim.quantity.start: at for at, claim in enumerate(claims)}
        self._all, self._judged, self._held = claims, judged, held
        self._read: dict[int, list[Told]] = {}

    def of(self, place: int) -> list[Told]:
        """What a passage tells, but for dates."""
        if place not in self._read:
            found = [each for each in self._answer.quantities_in(place) if each.kind not in ("date", "split")]
            self._read[place] = [self._told(each, place) for each in found]
        return self._read[place]

    def _told(self, quantity: Quantity, place: int) -> Told:
        at = self._claims.get(quantity.start)
        if at is None:
            return Told(Stated(quantity, None, place), None, None)
        claim, judged = self._all[at], self._judged[at]
        number = self._held.get(claim.quantity) if judged.grounded else None
        return Told(Stated(claim.quantity, number, place), claim, judged)

    def at_hand(self, place: int) -> list[Told]:
        """The numbers of a passage and of those near it."""
        return [each for near in range(max(0, place - _NEAR), place + 2) for each in self.of(near)]

    def groups(self, start: int, end: int, place: int, kinds: Sequence[str], many: int) -> Iterator[list[Told]]:
        """The runs of at least two, and of `many` at most, numbers of those kinds that stand right before or behind what stands at `start`
        to `end`, and that what is said there may be of."""
        text, own = self._answer.text, [each for each in self.of(place) if each.quantity.kind in kinds]
        before = [each for each in own if each.quantity.end <= start]
        after = [each for each in own if each.quantity.start >= end]
        if len(before) > 1 and start - before[-1].quantity.end <= _LINK:
            run = self._run(before[::-1], many)[::-1]
            if run and self._speaks_of(run, place, before[-1].quantity.end, end + _BEYOND):
                yield run
        elif len(after) > 1 and (
            _OPENS.fullmatch(text, end, after[0].quantity.start) or self._is_score(end, after[0], after[1])
        ):
            run = self._run(after, many)
            if run and self._speaks_of(run, place, 0, after[0].quantity.start, last=True):
                yield run
        if not before and not after:
            yield from self._next_to(start, place, kinds, many)

    def _is_score(self, end: int, one: Told, other: Told) -> bool:
        """Whether behind a result, which ends at `end`, a comma sets one number against another: "by 1.8 points, 22.2% to 20.4%"."""
        text, first, second = self._answer.text, one.quantity, other.quantity
        against = _SCORED.fullmatch(text, first.end, second.start) is not None and first.kind == second.kind
        return against and _COMMA.fullmatch(text, end, first.start) is not None

    def _next_to(self, start: int, place: int, kinds: Sequence[str], many: int) -> Iterator[list[Told]]:
        """The numbers of the sentence before one that refers to them, and of the one that explains a short one."""
        text, passages = self._answer.text, self._answer.outline.passages
        own = passages[place]
        for near in (place - 1, place + 1):
            beside = [each for each in self.of(near) if each.quantity.kind in kinds]
            if near < place and len(beside) == 1 and self._is_next(near - 1):
                beside = [*(each for each in self.of(near - 1) if each.quantity.kind in kinds), *beside]
            if near < place:
                refers = _REFERS.match(text, own.start, own.end) is not None
            else:
                refers = (
                    start - own.start <= _EARLY and SIGN not in text[own.start : own.end] and len(self.of(place)) < 2
                )
            if len(beside) < 2 or not refers or passages[near].cell or not self._is_next(min(near, place)):
                continue
            run = self._run(beside, many)
            if run and len(run) == len(beside) and self._speaks_of(run, place, own.start, own.end):
                yield run

    def _speaks_of(self, run: Sequence[Told], place: int, low: int, high: int, *, last: bool = False) -> bool:
        """Whether the words of a passage from `low` to `high` name no other metric than that of the numbers, and no other thing; `last`: but
        for the last words that do."""
        measured = next((each.number.measured for each in run if each.number is not None), None)
        metrics = [each for each in self._answer.metrics.mentions(place) if low <= each.start < high]
        others = (
            each.means
            for each in metrics[-1 if last else 0 :]
            if measured not in each.means and len(each.means) <= MOST_MEANT
        )
        if measured in METRICS and any(not name.startswith(EXTREMES) for means in others for name in means):
            return False
        scopes = {name for each in run if each.number is not None for name in each.number.scope.values()}
        things = (each for held in self._answer.things.mentions_in(place).values() for each in held)
        return last or all(each.means & scopes for each in things if low <= each.start < high)

    def _is_next(self, place: int) -> bool:
        """Whether the passage behind one goes on where it ends."""
        passages = self._answer.outline.passages
        return place + 1 < len(passages) and passages[place + 1].previous == place

    def _are_set_against(self, one: Told, other: Told) -> bool:
        """Whether something is said to have gone from one number to the other, or to be the one against the other."""
        text, near, far = self._answer.text, one.quantity, other.quantity
        if near.kind != far.kind or not (one.is_grounded and other.is_grounded):
            return False
        moved = _TO.fullmatch(text, near.end, far.start) and _FROM.search(text, max(0, near.start - 40), near.start)
        return moved is not None or AGAINST.fullmatch(text, near.end, far.start) is not None

    def _run(self, told: Sequence[Told], many: int) -> list[Told]:
        """The first of the numbers, as long as they are of one kind and metric and stand close to each other."""
        first = told[0]
        run = [first]
        for each in told[1 : many or 2]:
            near, far = sorted((run[-1], each), key=lambda one: one.quantity.start)
            between = self._answer.text[near.quantity.end : far.quantity.start]
            if len(between) > _LINK or not (are_of_one_kind(first, each) or self._are_set_against(near, far)):
                break
            if many > 2 and _BREAK.search(between):
                break
            run.append(each)
        return run if len(run) > 1 else []


def are_of_one_kind(one: Told, other: Told) -> bool:
    """Whether two numbers may be set against each other: of one kind and metric, both told by tools or both worked out."""
    left, right = one.quantity, other.quantity
    measured = {each.number.measured for each in (one, other) if each.number is not None}
    if len(measured) == 2 and measured <= _OF_TRADES:
        return True
    bare = {left.kind, right.kind} <= _BARE and len({left.noun, right.noun} - {None}) < 2
    if left.kind != right.kind and not bare:
        return False
    if one.number is None or other.number is None:
        return one.number is other.number and one.is_grounded and other.is_grounded
    return _are_alike(one.number, other.number) and not (one.number.difference or other.number.difference)


def _are_alike(one: ToolNumber, other: ToolNumber) -> bool:
    """Whether two numbers are of one metric, or of none that is known and of one series: the months of a text."""
    return one.measured == other.measured and (one.measured is not None or one.source == other.source)
