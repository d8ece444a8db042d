"""Numbers that a tool returned and that a sentence may well be telling, though the reading of it that comes first says otherwise.

A name, a metric or a time that is only inferred (the nearest name, what the sentence before spoke of) is no ground to call a number wrong:
what another reading of the sentence explains is let pass.
"""

import re
from collections.abc import Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.field_words import is_open, speaks_of
from validators.grounding.fit.claim_fit import ClaimFit, Matches
from validators.grounding.readings.open_metric import OpenMetric
from validators.grounding.readings.open_thing import OpenThing
from validators.grounding.tools.index import ToolIndex, record_of
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import COUNTS, MOST_MEANT, RETURNS, STATISTICS

_LEAST_OF_RECORD = 2  # other numbers of a sentence by which it tells of one record of a list
_A_YEAR = frozenset({"cagr"})  # "8% a year" is said of what stands behind it too
_OPENED = re.compile(r"\([*_+−-]{0,3}$")
_TAKES_UP = re.compile(
    r"\b(?:(?:if|once|when|should|after|given) (?:the |that |those |this |a )?|the same |those |that )[-−+$€£*_]{0,3}$",
    re.IGNORECASE,
)
_OF_A_NAME = re.compile(r"[^.;,\d]{0,24}\b(?:of|for|at|by|with|in|from) (?:the )?\W?\ue000")
_JOINTS = (" (", " at ", " with ", " on ")  # between two numbers of a pair: "8.4% at 16.1%"
_YEARLY = re.compile(r" (?:a|per) year| p\.a\.| annually")
_NEAR = 4  # claims before and after one that may be told beside it


class OpenReading:
    """Other readings of the claims of one answer."""

    def __init__(self, answer: Answer, index: ToolIndex, fit: ClaimFit, claims: Sequence[Claim]) -> None:
        self._answer = answer
        self._claims = claims
        self._fit = fit
        self._metric = OpenMetric(answer, index, fit)
        self._thing = OpenThing(answer, index, fit, claims)

    def of(self, place: int, matches: Matches) -> ToolNumber | None:
        """The tool number that the claim at a place may be, as some reading of its sentence has it; None where none does."""
        claim = self._claims[place]
        if claim.quantity.kind in ("date", "split") or self._is_told_again(place):
            return None
        for number in matches.get(claim.quantity, ()):
            if self._is_repeated(place, number, matches):
                return number
            if self._fit.metric.is_ruled_out(claim, number) or self._fit.thing.is_set_apart(claim, number):
                continue
            if self._is_of_told_record(place, number, matches) or self._is_left_over(place, number, matches):
                return number
            if self._is_told_like_before(place, number, matches) and self._thing.may_be(place, number, matches):
                return number
            if self._metric.may_be(claim, number) and self._thing.may_be(place, number, matches):
                return number
        return None

    def _is_told_like_before(self, place: int, number: ToolNumber, matches: Matches) -> bool:
        """Whether the number before in the sentence is of the same metric and of another thing, and is told in the same way: in brackets
        ("61% (5.1% a year), against 80% (6.3%)"), as the first of a pair ("5% a year at 20% volatility; the holdout 8% at 16%"), or both as gains ("compounded at 6.6%; the index made 9.2%")."""
        claim, text = self._claims[place], self._answer.text
        if number.measured is None or not self._fit.time.fits(claim, number):
            return False
        paired = next((joint for joint in _JOINTS if text.startswith(joint, claim.quantity.end)), None)
        in_brackets = _is_in_brackets(text, claim)
        loosely = len(claim.context.metrics or ()) > 1 and not RETURNS.isdisjoint(claim.context.metrics or ())
        for other in reversed(self._claims[max(0, place - _NEAR) : place]):
            if other.passage != claim.passage or other.quantity.kind != claim.quantity.kind:
                continue
            if in_brackets != _is_in_brackets(text, other):
                continue
            beside = paired is not None and _is_followed_by(text, other.quantity.end, paired)
            if paired is not None and not beside:
                continue
            if not (in_brackets or beside or (loosely and number.measured in RETURNS)):
                return False
            return any(
                each.measured == number.measured and each.source != number.source and self._metric.may_be(other, each)
                for each in matches.get(other.quantity, ())
            )
        return False

    def _is_repeated(self, place: int, number: ToolNumber, matches: Matches) -> bool:
        """Whether the answer has told the number, to the digit and as what it is, and now repeats it as nothing else: "from -0.03 to 0.76"."""
        claim = self._claims[place]
        if self._is_taken_up(place, number, matches):
            return True
        metrics = claim.context.metrics
        if (metrics is not None and len(metrics) <= MOST_MEANT) or claim.context.names or claim.quantity.step >= 1:
            return False
        if not self._fit.time.fits(claim, number):
            return False
        return any(
            other.quantity.value == claim.quantity.value
            and other.quantity.step == claim.quantity.step
            and other.quantity.kind == claim.quantity.kind
            and other.passage != claim.passage
            and any(each is number for each in matches.get(other.quantity, ()))
            and self._fit.fits(other, number)
            for other in self._claims[:place]
        )

    def _is_taken_up(self, place: int, number: ToolNumber, matches: Matches) -> bool:
        """Whether words take up a number that the answer has told as what it is: "if the 16.8% drawdown is too much, B is calmer"."""
        claim, text = self._claims[place], self._answer.text
        taken = _TAKES_UP.search(text, max(0, claim.quantity.start - 24), claim.quantity.start) is not None
        if not taken or _OF_A_NAME.match(text, claim.quantity.end):
            return False
        if claim.context.metrics is not None and not self._fit.metric.fits(claim, number):
            return False
        return any(
            other.passage != claim.passage
            and any(each is number for each in matches.get(other.quantity, ()))
            and self._fit.fits(other, number)
            for other in self._claims[:place]
        )

    def _is_told_again(self, place: int) -> bool:
        """Whether the sentence tells the same number twice, of two things at most one of which it can be of."""
        claim = self._claims[place]
        return any(
            other is not claim
            and other.passage == claim.passage
            and other.quantity.kind == claim.quantity.kind
            and other.quantity.value == claim.quantity.value
            for other in self._claims[max(0, place - _NEAR) : place + _NEAR + 1]
        )

    def _is_left_over(self, place: int, number: ToolNumber, matches: Matches) -> bool:
        """Whether each metric that the sentence names is told by another of its numbers, and words of the number's own field stand
        beside it: "8% a year, with 20% lost at the low point"."""
        claim = self._claims[place]
        if claim.context.direct and claim.context.metrics not in (None, _A_YEAR):
            return False  # "a Sharpe ratio of 2.17 against 0.8 for B"
        if number.measured is None or is_open(number.measured) or not self._thing.may_be(place, number, matches):
            return False
        beside = [each for each in self._claims if each.passage == claim.passage and each is not claim]
        named = [mention.means for mention in self._answer.metrics.mentions(claim.passage)]
        if not named or not self._fit.time.fits(claim, number):
            return False
        told = [
            {each.measured for each in matches.get(other.quantity, ()) if self._fit.fits(other, each)}
            for other in beside
        ]
        if any(number.measured in measured for measured in told):
            return False
        if any(all(means.isdisjoint(measured) for measured in told) for means in named):
            return False
        text, at = self._answer.sentence(claim)
        start = max((each.quantity.end for each in beside if each.quantity.end <= claim.quantity.start), default=at)
        end = min(
            (each.quantity.start for each in beside if each.quantity.start >= claim.quantity.end),
            default=at + len(text),
        )
        said = self._answer.text[start:end]
        for mention in reversed(self._answer.metrics.mentions(claim.passage)):
            if start <= mention.start and mention.end <= end and number.measured not in mention.means:
                said = f"{said[: mention.start - start]} ; {said[mention.end - start :]}"
        return speaks_of(said, number.measured)

    def _is_of_told_record(self, place: int, number: ToolNumber, matches: Matches) -> bool:
        """Whether other numbers of the sentence are of the same record of a list: of one trade its days, shares, prices and profit."""
        claim = self._claims[place]
        if claim.context.direct and (claim.context.metrics or frozenset()) <= STATISTICS | COUNTS:
            return False
        if claim.context.direct and self._fit.metric.is_beside_the_named(claim, number):
            return False
        record = record_of(number.source)
        if not record.endswith("]"):
            return False
        told = 0
        for other in self._claims:
            if other.passage != claim.passage or other is claim or other.quantity.kind == "date":
                continue
            told += any(
                record_of(each.source) == record and each.measured != number.measured
                for each in matches.get(other.quantity, ())
            )
        return told >= _LEAST_OF_RECORD


def _is_followed_by(text: str, end: int, joint: str) -> bool:
    """Whether what joins the numbers of a pair stands behind a number, or behind its "a year"."""
    yearly = _YEARLY.match(text, end)
    return text.startswith(joint, end if yearly is None else yearly.end())


def _is_in_brackets(text: str, claim: Claim) -> bool:
    """Whether a bracket opens right before a claim."""
    start = claim.quantity.start
    return _OPENED.search(text, max(0, start - 4), start) is not None
