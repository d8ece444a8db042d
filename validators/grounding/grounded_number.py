"""Where each number of an answer comes from, and what is wrong with those that come from nowhere."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from msgspec.structs import replace as moved

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.date_role import role_of_source
from validators.grounding.answer.mentions import Mention
from validators.grounding.answer.written_out import are_joined, as_ratio, is_one
from validators.grounding.answer.yearly import is_annual
from validators.grounding.claim_fit import ClaimFit, parameter_mentions, sayable
from validators.grounding.number_match import PER_FRACTION, UNIT_PER_FRACTION, match, widest
from validators.grounding.ranking.ranked_pairs import Ranked, ranked_pairs, told_higher
from validators.grounding.readings.open_reading import OpenReading
from validators.grounding.readings.told_beside import set_against_another, told_twice
from validators.grounding.readings.told_in_parallel import told_in_parallel
from validators.grounding.readings.told_outcome import told_outcomes
from validators.grounding.sources.spans import span_of, window_years
from validators.grounding.told_as import can_be
from validators.grounding.tools.facts import tool_facts
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.key_dates import dates_in
from validators.grounding.tools.number import ToolFacts, ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import COUNTS, MONEY_ENDS, STATISTICS
from validators.grounding.tools.vocabulary.metrics import METRICS, measure_of
from validators.grounding.worked_out.capital_multiple import is_unit
from validators.grounding.worked_out.derivation import Derivation, derive
from validators.grounding.worked_out.derivation_cue import compares, is_set_apart, names_arithmetic, operations
from validators.grounding.worked_out.implied_number import implied_number
from validators.grounding.worked_out.listings import Listings
from validators.grounding.worked_out.operand import Asked, Told
from validators.grounding.worked_out.operand_order import divisors, side_of
from validators.grounding.worked_out.operands import Operands
from validators.grounding.worked_out.stated_beside import MOST_STATED, Stated, worked_out
from validators.numbers.dates import agrees as dates_agree
from validators.numbers.quantity import DateParts, Quantity
from validators.numbers.scan import quantities
from validators.reasons import Reason

_CHANGES = frozenset({"total_return", "return", "cagr", "profit", "max_drawdown"})  # told as "rose by 12%"
_FEW = 4  # metrics that words may leave open
_POOLED = frozenset({"average", "sum"})
_BY = re.compile(
    r"\bby (?:(?:about|some|roughly|only|just|a|around|nearly|almost|over|as much as) )?\W{0,3}$", re.IGNORECASE
)
_THAT = re.compile(r"\b(?:the|that|this|its|those)\s$", re.IGNORECASE)
MOST_NEAREST = 200  # failing numbers of one answer for which the nearest candidate is looked up
_PASSAGES_BESIDE = 2
_RESULTS = ("percent", "fraction", "multiple", "money", "count")
_LOST = re.compile(
    r"\b(?:los(?:es?|t|ing|s|ses|er|ers)|down|fell|fall\w*|drop\w*|declin\w*|negative|cost\w*|red|worst|below|minus|shed|gave back)\b",
    re.IGNORECASE,
)
_LISTED_DATE = re.compile(r"\[\d+\](?:\.\w+)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundedNumber:
    """A number of the answer and where it comes from. `start` and `end` are character offsets into the answer.

    `source` is a path (`call_0 $.metrics.cagr`), "question", or, for a number that is not grounded, the nearest candidate;
    None where there is none. `derivation` is the arithmetic of a derived number. `reason` is None for a grounded one.
    """

    text: str
    start: int
    end: int
    grounded: bool
    source: str | None = None
    derivation: str | None = None
    reason: Reason | None = None
    message: str = ""


def grounded_numbers(
    answer: str, asked: Sequence[str], outputs: Sequence[str], calls: Sequence[Mapping[str, Any]] = ()
) -> tuple[GroundedNumber, ...]:
    """Every number that `answer` claims, in order; `asked` are the user's turns, `outputs` the tool outputs, in order.

    `calls` are the arguments of the calls that the outputs answer: they tell what an output is of, and ground nothing.
    """
    return Review(answer, asked, outputs, calls).numbers()


class Review:
    """The exact review of one answer."""

    def __init__(
        self, answer: str, asked: Sequence[str], outputs: Sequence[str], calls: Sequence[Mapping[str, Any]] = ()
    ) -> None:
        self._facts: ToolFacts = tool_facts(outputs, calls)
        self.index = ToolIndex(self._facts.numbers)
        self._called = [
            date for call in calls for value in call.values() if isinstance(value, str) for date in dates_in(value)
        ]
        self._question = ToolIndex([number for text in asked for number in asked_numbers(text)])
        self._outputs = outputs
        self.answer = Answer(answer, asked[-1] if asked else "", self.index)
        self._fit = ClaimFit(self.answer, self.index)
        self._dates: dict[tuple[DateParts, ...], str | None] = {}
        self._nearest_left = MOST_NEAREST
        self._used: dict[int, list[Derivation]] = {}  # what a passage works out
        self._listings = Listings(self.index)
        self._stated: list[Stated] = []
        self.ranked: list[Ranked] = []
        self.tells_outcome = False

    def numbers(self) -> tuple[GroundedNumber, ...]:
        claims = self._claims()
        if not claims:
            return ()
        matches = {claim.quantity: self._fit.matches(claim) for claim in claims if claim.quantity.kind != "split"}
        parameters = parameter_mentions(claims, matches, self.index)
        if parameters:
            claims = self._claims(parameters)
        claims = [claim for claim in claims if matches.get(claim.quantity) or not self._is_bare(claim)]
        fitting = {claim.quantity: self._fit.fitting(claim, matches.get(claim.quantity, ())) for claim in claims}
        for claim in claims:
            if fitting[claim.quantity] is None:
                fitting[claim.quantity] = self._as_name(claim, matches.get(claim.quantity, ()), parameters)
        for claim, number in told_in_parallel(self.answer, claims, fitting, matches, parameters):
            fitting[claim.quantity] = number
        readings = OpenReading(self.answer, self.index, self._fit, claims)
        sure = dict(fitting)
        for place, claim in enumerate(claims):
            if fitting[claim.quantity] is None and matches.get(claim.quantity):
                fitting[claim.quantity] = readings.of(place, matches)
        for claim in set_against_another(self.answer, self.index, self._fit, claims, fitting):
            fitting[claim.quantity] = sure[claim.quantity] = None
        operands = Operands(self.index, self._told(claims, fitting, matches))
        self._stated = self._supported(claims, fitting, matches)
        judged = [
            self._judged(claim, matches.get(claim.quantity, []), fitting[claim.quantity], operands) for claim in claims
        ]
        for place, held in told_twice(self.answer, self.index, claims, fitting):
            derivation = self._derived(claims[place], operands, only_cued=True)
            if derivation is not None and any(each is held for each in derivation.operands):
                continue
            message = f"{judged[place].text} is told of two things ({_shown(held)})"
            judged[place] = _failed(claims[place].quantity, Reason.WRONG_ENTITY, message, held.source)
        self._rank(claims, sure, judged)
        self._work_out_wholes(claims, judged, operands)
        stated = {
            (claim.passage, number.source) for claim, number in zip(claims, judged, strict=True) if number.grounded
        }
        return tuple(
            self._placed(self._as_operand(claim, number, matches.get(claim.quantity, ()), stated))
            for claim, number in zip(claims, judged, strict=True)
        )

    def _claims(self, parameters: Mapping[str, Sequence[Mention]] | None = None) -> list[Claim]:
        """Every claimed number, but for the one that a sentence relates another to: "$1 became $1.65", "1.1 to 1"."""
        found: list[Claim] = []
        before: Quantity | None = None
        for claim in self.answer.claims(parameters):
            quantity = claim.quantity
            if quantity.value != 1 or not (
                is_unit(*self._in_sentence(claim)) or is_one(self.answer.text, before, quantity)
            ):
                ratio = as_ratio(self.answer.sentence(claim)[0], quantity)
                found.append(claim if ratio is None else replace(claim, quantity=ratio))
            before = quantity
        return found

    def _is_bare(self, claim: Claim) -> bool:
        """Whether nothing tells what a whole number would count: no unit, noun, sign or metric. Measured on wording that no rule had
        seen, 18 such numbers stated nothing (an item, a note, a version) for 3 that were wrong."""
        quantity = claim.quantity
        whole = quantity.kind == "plain" and quantity.step >= 1 and quantity.scale == 1 and not quantity.sign
        return whole and claim.context.metrics is None and not self.answer.is_cell(claim)

    def _in_sentence(self, claim: Claim) -> tuple[str, Quantity]:
        """The claim's sentence, and its number at its place in there."""
        text, start = self.answer.sentence(claim)
        return text, moved(claim.quantity, start=claim.quantity.start - start, end=claim.quantity.end - start)

    def _rank(
        self, claims: Sequence[Claim], fitting: Mapping[Quantity, ToolNumber | None], judged: list[GroundedNumber]
    ) -> None:
        """Fails the numbers that are told as higher than those that they are lower than, and gains told as losses."""
        held = {
            claim.quantity: number
            for claim, verdict in zip(claims, judged, strict=True)
            if verdict.grounded and (number := fitting[claim.quantity]) is not None
        }
        places = {claim.quantity: place for place, claim in enumerate(claims)}
        self.ranked = list(ranked_pairs(self.answer, claims, held))
        for pair in self.ranked:
            if not pair.holds(held):
                high, low = pair.high.quantity, pair.low.quantity
                message = f"{high.text} is told as more than {low.text} ({_shown(held[high])})"
                judged[places[high]] = _failed(high, Reason.WRONG_SIGN, message, held[high].source)
        for claim, said, holds in told_outcomes(self.answer, self.index, claims, held):
            self.tells_outcome = True
            if not holds:
                number = held.get(claim.quantity)
                message = f"{claim.quantity.text} is told as a {said}" + (f" ({_shown(number)})" if number else "")
                source = number.source if number else None
                judged[places[claim.quantity]] = _failed(claim.quantity, Reason.WRONG_SIGN, message, source)

    def _as_name(
        self, claim: Claim, matches: Sequence[ToolNumber], parameters: Mapping[str, Sequence[Mention]]
    ) -> ToolNumber | None:
        """The setting by which the number names one of several runs: "the CAGR at 5 bps" tells no CAGR."""
        for dimension, mentions in parameters.items():
            if any(mention.start == claim.quantity.start for mention in mentions):
                for number in matches:
                    own = number.is_under(dimension) and self.index.is_parameter(number)
                    if own and number.metric not in (claim.context.metrics or ()):
                        return number
        return None

    def _work_out_wholes(self, claims: Sequence[Claim], judged: Sequence[GroundedNumber], operands: Operands) -> None:
        """Of the passages that misname a number, what they state as a result even where a tool gave it too ("up 20%")."""
        misnamed = {
            claim.passage for claim, number in zip(claims, judged, strict=True) if number.reason is Reason.WRONG_METRIC
        }
        for claim, number in zip(claims, judged, strict=True):
            if claim.passage in misnamed and number.grounded and claim.quantity.kind in _RESULTS:
                derivation = self._derived(claim, operands, only_cued=False)
                if derivation is not None:
                    self._used.setdefault(claim.passage, []).append(derivation)

    def _as_operand(
        self, claim: Claim, number: GroundedNumber, matches: Sequence[ToolNumber], stated: set[tuple[int, str | None]]
    ) -> GroundedNumber:
        """A number that the sentence gives as an operand of what it worked out: in an aside ("(6.5% less 1.2%)"), as one of two
        metrics ("$10,000 turned into $12,000, up 20%"), or beside the other one ("divide 120 by 90"); not one that the sentence has
        `stated` already."""
        if number.reason not in (Reason.WRONG_ENTITY, Reason.WRONG_METRIC) or claim.passage not in self._used:
            return number
        aside = self.answer.is_bare_aside(claim)
        named = claim.context.direct and (claim.context.metrics or frozenset()) <= STATISTICS | COUNTS
        for derivation in self._used[claim.passage]:
            mixed = (
                number.reason is Reason.WRONG_METRIC
                and not named
                and len({each.metric for each in derivation.operands}) == 2
            )
            held = next((match for match in matches if any(match is used for used in derivation.operands)), None)
            if (
                held is not None
                and (aside or mixed or self._is_beside(claim, held, derivation))
                and (claim.passage, held.source) not in stated
            ):
                return _number(claim.quantity, held.source)
        return number

    def _is_beside(self, claim: Claim, held: ToolNumber, derivation: Derivation) -> bool:
        """Whether the number, which is `held`, stands right beside the derivation's other operand, in the order of their things."""
        others = [each for each in derivation.operands if each is not held]
        for quantity in self.answer.quantities_in(claim.passage) if len(others) == 1 else ():
            if quantity.start == claim.quantity.start or not are_joined(self.answer.text, quantity, claim.quantity):
                continue
            if match(quantity, others[0], named=True) is not None:
                sides = sorted([(claim.quantity.start, held), (quantity.start, others[0])], key=lambda side: side[0])
                return self.answer.things.names_in_order(
                    claim.passage, [(start, number.scope) for start, number in sides]
                )
        return False

    def _judged(
        self, claim: Claim, matches: list[ToolNumber], fitting: ToolNumber | None, operands: Operands
    ) -> GroundedNumber:
        quantity = claim.quantity
        source = self._source(claim, fitting)
        if source is not None:
            held = self._of_role(claim)
            if held is not None:
                message = f"{quantity.text} is not the {str(claim.role).replace('_', ' ')} ({held})"
                return _failed(quantity, Reason.UNGROUNDED_NUMBER, message, held)
            return _number(quantity, source)
        if quantity.kind in ("split", "date") and not matches:
            return _failed(quantity, Reason.UNGROUNDED_NUMBER, f"{quantity.text} is in no tool output", None)
        flipped = None
        if not matches and not self._fit.is_difference(claim):
            flipped = next((n for n in self._fit.matches(claim, "wrong_sign") if self._fit.metric_fits(claim, n)), None)
        told = (
            flipped is not None
            and (claim.telling is not None or quantity.sign)
            and self._fit.metric_is(claim, flipped)
            and self._fit.names_fit(claim, flipped)
        )
        if flipped is not None and self._is_told_lost(claim, flipped):
            return _number(quantity, flipped.source)
        derivation = (
            None
            if told or self._is_named(claim, matches)
            else (self._derived(claim, operands, only_cued=bool(matches or flipped)))
        )
        if derivation is not None:
            self._used.setdefault(claim.passage, []).append(derivation)
            failed = _failed(quantity, Reason.DERIVED_NUMBER, derivation.text, derivation.operands[0].source)
            return replace(failed, derivation=derivation.text)
        if flipped is None and not matches and not self._is_named(claim, matches):
            work = self._worked_out(claim)
            if work is not None:
                return replace(_failed(quantity, Reason.DERIVED_NUMBER, work, None), derivation=work)
        if flipped is not None:
            message = f"{quantity.text} has the wrong sign ({_shown(flipped)})"
            return _failed(quantity, Reason.WRONG_SIGN, message, flipped.source)
        return self._misbound(claim, matches) if matches else self._ungrounded(claim)

    def _supported(
        self,
        claims: Sequence[Claim],
        fitting: Mapping[Quantity, ToolNumber | None],
        matches: Mapping[Quantity, Sequence[ToolNumber]],
    ) -> list[Stated]:
        """The numbers of the answer whose value a tool or the question gave, whatever for, and those that claim nothing: "40 of
        the 60 positions"."""
        claimed = {claim.quantity.start for claim in claims}
        found = [
            Stated(quantity, None, place)
            for place in range(len(self.answer.outline.passages))
            for quantity in self.answer.quantities_in(place)
            if quantity.start not in claimed and quantity.kind in ("count", "plain", "duration", "money")
        ]
        for claim in claims:
            quantity = claim.quantity
            if quantity.kind in ("date", "split"):
                continue
            number = fitting[quantity] or next(iter(matches.get(quantity, ())), None)
            if number is not None or echoes(quantity, self._question):
                found.append(Stated(quantity, number, claim.passage))
        return sorted(found, key=lambda each: each.quantity.start)

    def _worked_out(self, claim: Claim) -> str | None:
        """The arithmetic that gives a number of numbers that the answer states, or of a listing of the tools."""
        text, placed = self._with_heads(claim)
        around = {claim.passage, *self.answer.before(claim.passage, _PASSAGES_BESIDE)}
        here = bisect_left(self._stated, claim.quantity.start, key=lambda each: each.quantity.start)
        near = self._stated[max(0, here - MOST_STATED) : here + MOST_STATED]
        others = sorted(
            (each for each in near if each.quantity.start != claim.quantity.start),
            key=lambda each: abs(each.quantity.start - claim.quantity.start),
        )
        own = [each for each in others if each.passage == claim.passage]
        at_hand = [own, [each for each in others if each.passage in around]]
        afar = [each for each in others if each.passage not in around]
        asked = self._asked(claim, text, placed)
        work = worked_out(text, placed, at_hand, afar, asked)
        if work is not None:
            return work
        implied = implied_number(text, placed, self.index, self._years, [each.quantity for each in others])
        if implied is not None or asked.among:
            return implied
        stated = [each.number for each in near if each.number and each.quantity.start < claim.quantity.start]
        before = "".join(self.answer.passage_text(place) for place in around - {claim.passage})
        return self._listings.told(f"{text} {before}", placed, stated)

    @cached_property
    def _years(self) -> list[float]:
        return window_years(self._facts, self._called)

    def _is_told_lost(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a negative number without a sign stands in a sentence that speaks of losing: "losing $21, or 6.4% on the position"."""
        bare = claim.telling is None and not claim.quantity.sign and number.value < 0
        return bare and _LOST.search(self.answer.sentence(claim)[0], 0) is not None

    def _told(
        self,
        claims: Sequence[Claim],
        fitting: Mapping[Quantity, ToolNumber | None],
        matches: Mapping[Quantity, Sequence[ToolNumber]],
    ) -> list[Told]:
        """The numbers that the answer states and that a tool or the question gave, be it as another metric."""
        told = []
        for claim in claims:
            quantity, number = claim.quantity, fitting[claim.quantity]
            if quantity.kind in ("date", "split"):
                continue
            if number is None:
                own = (each for each in matches.get(quantity, ()) if self._fit.names_fit(claim, each))
                number = next(iter(echoed(quantity, self._question)), None) or next(own, None)
            if number is not None:
                told.append(Told(quantity, number, claim.passage))
        return told

    def _is_named(self, claim: Claim, matches: Sequence[ToolNumber]) -> bool:
        """Whether the wording names the very metric, which the tools returned, and not one more or less: arithmetic that happens
        to give it explains nothing."""
        metrics = claim.context.metrics
        if (
            not claim.context.direct
            or metrics is None
            or claim.quantity.kind in ("multiple", "points")
            or self._fit.is_difference(claim)
        ):
            return False
        if not matches and (not metrics <= STATISTICS or self._fit.compares(claim)):
            return False
        text, placed = self._in_sentence(claim)
        if names_arithmetic(text, placed.start) or is_set_apart(text, placed.end):
            return False
        held = any(can_be(claim.quantity, name) for name in self.index.held & metrics)
        return held and not self._tells_change(claim, metrics)

    def _tells_change(self, claim: Claim, metrics: frozenset[str]) -> bool:
        """Whether the number may be worked out of the metric, though it stands right at its name: "cuts the volatility by 23%",
        "0.28 of Sharpe", a column of differences, "A and B have a mean Sharpe of 0.4", "CAGR over drawdown is 0.75"."""
        quantity, text = claim.quantity, self.answer.text
        heads = self.answer.heads(claim)
        worked = operations(*self._in_sentence(claim))
        return (
            (metrics.isdisjoint(_CHANGES) and _BY.search(text, max(0, quantity.start - 24), quantity.start) is not None)
            or (quantity.kind in ("plain", "basis_points") and text.startswith(" of ", quantity.end))
            or (bool(heads) and compares(heads, 0))
            or (bool(self.answer.things.names_in(claim.passage)) and not _POOLED.isdisjoint(worked))
            or (
                quantity.kind == "plain"
                and quantity.step < 1
                and "ratio" in worked
                and len(self.answer.metrics.mentions(claim.passage)) == 2
            )
        )

    def _with_heads(self, claim: Claim) -> tuple[str, Quantity]:
        """The claim's sentence behind the labels of its table row and column, and its number at its place in there."""
        text, placed = self._in_sentence(claim)
        head = self.answer.heads(claim)
        return head + text, moved(placed, start=placed.start + len(head), end=placed.end + len(head))

    def _asked(self, claim: Claim, text: str, placed: Quantity) -> Asked:
        """What the claim's sentence `text` says that its number is worked out of."""
        context, metrics = claim.context, self.answer.metrics
        return Asked(
            metrics=tuple(mention.means for mention in metrics.mentions(claim.passage)), bound=context.metrics or frozenset(), before=metrics.near(claim.passage),
            names=context.names, among=self.answer.things.names_in(claim.passage),
            against=divisors(self.answer.text, claim.quantity.end, self.answer.things.mentions_in(claim.passage)), times=self.answer.times.dates_in(claim.passage),
            compared=self.answer.things.compared_in(claim.passage, metrics.mentions(claim.passage)), telling=side_of(text, placed.end) or claim.telling,
            higher=lambda first, last: told_higher(self.answer, claim, first, last),
        )  # fmt: skip

    def _derived(self, claim: Claim, operands: Operands, *, only_cued: bool) -> Derivation | None:
        text, placed = self._with_heads(claim)
        asked = self._asked(claim, text, placed)
        stated = operands.stated(claim.passage, claim.quantity)
        derivation = derive(text, placed, stated, asked, operands, only_cued=only_cued)
        if derivation is None and not asked.among and (before := self.answer.things.names_before(claim.passage)):
            derivation = derive(text, placed, stated, replace(asked, among=before), operands, only_cued=only_cued)
        return None if derivation is None or self._is_no_result(claim, derivation, text, placed) else derivation

    def _is_no_result(self, claim: Claim, derivation: Derivation, text: str, placed: Quantity) -> bool:
        """Whether arithmetic cannot give what the wording says the number is: a gain a year is no change of the whole account, and
        a number less another is not that number."""
        metrics = {each.measured for each in derivation.operands}
        if metrics == MONEY_ENDS and claim.quantity.kind == "percent" and is_annual(text, placed.start, placed.end):
            return True
        bound = claim.context.metrics
        if bound is None:
            return False
        known = bound & METRICS.keys()
        if known and known <= _CHANGES and metrics and all(measure_of(name) == "count" for name in metrics):
            return True  # no return is worked out of trades
        if (
            len(known) > _FEW
            or bound.isdisjoint(metrics)
            or self._fit.is_difference(claim)
            or self._fit.compares(claim)
        ):
            return False
        if len(metrics) != 2:
            return False
        if derivation.text.startswith("sum"):
            return not metrics.isdisjoint(MONEY_ENDS)  # a profit and what it was made of is no profit
        return derivation.text.startswith("difference")

    def _source(self, claim: Claim, fitting: ToolNumber | None) -> str | None:
        """What grounds the number: a date, a tool number that is what the wording says, the question, a window's length."""
        quantity = claim.quantity
        if quantity.readings and (date := self._date(quantity.readings)) is not None:
            return date
        if quantity.kind == "split":
            return self._split(quantity)
        if fitting is not None:
            return fitting.source
        if echoes(quantity, self._question):
            return "question"
        return self._window(claim) if quantity.kind == "duration" else None

    def _misbound(self, claim: Claim, matches: Sequence[ToolNumber]) -> GroundedNumber:
        """A number that the tools returned, but not for what the sentence says."""
        quantity = claim.quantity
        right = [number for number in matches if self._fit.metric_is(claim, number)]
        if claim.context.metrics is None or right:
            reason, what, held = Reason.WRONG_ENTITY, "something else", (right or list(matches))[0]
        else:
            named = [number for number in matches if self._fit.names_fit(claim, number)]
            reason, what, held = Reason.WRONG_METRIC, "another metric", (named or list(matches))[0]
        message = f"{quantity.text} is the number of {what} ({_shown(held)})"
        nearest = self._nearest(claim)
        if nearest is not None:
            message += f"; what the sentence names is {_shown(nearest)}"
        return _failed(quantity, reason, message, held.source)

    def _ungrounded(self, claim: Claim) -> GroundedNumber:
        quantity = claim.quantity
        if _THAT.search(self.answer.text, max(0, quantity.start - 8), quantity.start) is not None:
            for each in self._stated:
                if each.number is not None and _is_again(quantity, each.quantity):
                    return _number(quantity, each.number.source)
        for number in self._fit.matches(claim, "wrong_unit"):
            if self._fit.metric_fits(claim, number):
                message = f"{quantity.text} has the wrong unit ({_shown(number)})"
                return _failed(quantity, Reason.WRONG_UNIT, message, number.source)
        message = f"{quantity.text} is in no tool output"
        nearest = self._nearest(claim)
        if nearest is None:
            return _failed(quantity, Reason.UNGROUNDED_NUMBER, message, None)
        return _failed(quantity, Reason.UNGROUNDED_NUMBER, f"{message} (nearest: {_shown(nearest)})", nearest.source)

    def _nearest(self, claim: Claim) -> ToolNumber | None:
        """The tool number that the claim may have meant: of the metric and things named, else the nearest in value."""
        if claim.quantity.kind == "date" or self._nearest_left <= 0:
            return None
        self._nearest_left -= 1
        candidates = [number for number in self.index.numbers if not number.length and sayable(claim, number)]
        fit = self._fit
        named = [number for number in candidates if fit.metric_is(claim, number) and fit.names_are(claim, number)]
        return min(named or candidates, key=lambda number: _distance(claim.quantity, number), default=None)

    def _date(self, readings: tuple[DateParts, ...]) -> str | None:
        if readings not in self._dates:
            told = ((date, source) for date, source in self._facts.dates)
            asked = (
                (date, "question")
                for number in self._question.numbers
                if number.written
                for date in number.written.readings
            )
            called = ((date, "the call") for date in self._called)
            self._dates[readings] = next(
                (source for dates in (told, asked, called) for date, source in dates if any(dates_agree(reading, date) for reading in readings)),
                None,
            )  # fmt: skip
        return self._dates[readings]

    def _of_role(self, claim: Claim) -> str | None:
        """The tool's date that has the role which the answer gives another one ("from", "as of"), None where the date may have it."""
        role = claim.role
        held = [(date, source) for date, source in self._facts.dates if role_of_source(source) == role] if role else []
        asked = (date for number in self._question.numbers if number.written for date in number.written.readings)
        told = [*(date for date, _ in held), *(asked if held else ()), *self._called]
        if not held or any(dates_agree(reading, date) for reading in claim.quantity.readings for date in told):
            return None
        calls = {source.split(" ", 1)[0] for _, source in held}
        others = (date for date, source in self._facts.dates if source.split(" ", 1)[0] not in calls)
        if any(dates_agree(reading, date) for reading in claim.quantity.readings for date in others):
            return None  # another call's, whose dates bear no role
        if role in ("start", "end") and any(
            _LISTED_DATE.search(source) and any(dates_agree(reading, date) for reading in claim.quantity.readings)
            for date, source in self._facts.dates
        ):
            return None  # of one of several trades or episodes
        return held[0][1]

    def _window(self, claim: Claim) -> str | None:
        """What is as long as a duration says, for "over five years"."""
        places = (claim.passage, *self.answer.before(claim.passage, 1))
        told = (self.answer.times.dates_in(place) for place in places)
        return span_of(claim.quantity, self._facts, self._called, told)

    def _split(self, quantity: Quantity) -> str | None:
        """The split as a tool or the question wrote it, be it in a name ("60/40"), or each of its parts as a tool number."""
        written = re.compile(rf"(?<![\d/.]){re.escape(quantity.text)}(?![\d/.])")
        for at, output in enumerate(self._outputs):
            if written.search(output):
                return f"call_{at} $"
        sources = (*self.index.numbers, *self._question.numbers)
        for number in sources:
            if number.written is not None and number.written.parts == quantity.parts:
                return number.source
        found = []
        for part in quantity.parts:
            held = next((number for number in sources if not number.length and _is_part(part, abs(number.value))), None)
            if held is None:
                return None
            found.append(held.source)
        return found[0]

    def _placed(self, number: GroundedNumber) -> GroundedNumber:
        """With its place in the answer itself, where names have their full length."""
        start, end = self.answer.named.raw_span(number.start, number.end)
        return replace(number, start=start, end=end, text=self.answer.named.raw[start:end])


def asked_numbers(text: str) -> Iterator[ToolNumber]:
    """The numbers of a question, which ground an echo."""
    for quantity in quantities(text):
        unit = {"percent": "percent", "points": "percent", "basis_points": "bps"}.get(
            quantity.kind
        ) or quantity.currency
        unit = unit or (quantity.noun if quantity.kind == "duration" else None)
        for value in quantity.parts or (quantity.value,):
            yield ToolNumber(value=value, source="question", unit=unit, written=quantity, prose=True, either_sign=True)


def echoes(quantity: Quantity, question: ToolIndex) -> bool:
    """Whether a question's numbers hold the number."""
    return any(True for _ in echoed(quantity, question))


def echoed(quantity: Quantity, question: ToolIndex) -> Iterator[ToolNumber]:
    """The numbers of a question that the number repeats."""
    near = question.near(quantity, widest(quantity))
    return (number for number in near if match(quantity, number, named=True) == "grounded")


def _number(quantity: Quantity, source: str) -> GroundedNumber:
    return GroundedNumber(text=quantity.text, start=quantity.start, end=quantity.end, grounded=True, source=source)


def _failed(quantity: Quantity, reason: Reason, message: str, source: str | None) -> GroundedNumber:
    return GroundedNumber(
        text=quantity.text, start=quantity.start, end=quantity.end, grounded=False, source=source, reason=reason, message=message
    )  # fmt: skip


def _is_again(quantity: Quantity, told: Quantity) -> bool:
    """Whether a number repeats, to the digit, one that the answer told elsewhere: "I would not rely on the 9.24%"."""
    alike = quantity.kind == told.kind and quantity.value == told.value and quantity.step == told.step
    return alike and quantity.step < 1 and not quantity.spelled


def _is_part(part: float, value: float) -> bool:
    return abs(value - part) < 1e-9 or (value <= 1 and abs(value * 100 - part) < 1e-9)


def _distance(quantity: Quantity, number: ToolNumber) -> float:
    per = PER_FRACTION.get(quantity.kind, 1.0) / UNIT_PER_FRACTION.get(number.unit or "", 1.0)
    told, held = abs(quantity.value), abs(number.value)
    return min(abs(told - held * scale) / (told + held * scale + 1e-12) for scale in (1.0, per))


def _shown(number: ToolNumber) -> str:
    return f"{number.value:.10g} at {number.source}"
