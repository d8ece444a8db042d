"""The exact review of an answer: where each of its numbers comes from, and what is wrong with those that come from nowhere.

A number is first read as its own wording has it; where no tool number is that, by the other readings that its sentence allows; where
none of them holds, as worked out of other numbers. What then stands is set against the rest of its sentence.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from validators.grounding.against_ends import against_ends
from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.as_worded import Fitting, as_worded
from validators.grounding.claimed import claimed, counts_after_all, is_loose_part, only_proposes, states_nothing
from validators.grounding.contradicted import (
    against_outcome,
    of_another_record,
    on_the_wrong_side,
    out_of_order,
    told_again_of_another,
    told_of_another_event,
    told_of_another_row,
    told_of_two,
    told_the_other_way,
    told_too_late,
    wrong_comparisons,
)
from validators.grounding.fit.claim_fit import ClaimFit, Held, Matches
from validators.grounding.grounded_number import GroundedNumber, derived, grounded
from validators.grounding.ranking.against_tools import comparisons
from validators.grounding.ranking.ranked_lists import ranked_lists
from validators.grounding.ranking.ranked_pairs import Ranked, ranked_pairs
from validators.grounding.ranking.told_extreme import told_extremes
from validators.grounding.ranking.verdict_after import verdicts_after
from validators.grounding.readings.dates_of_events import dates_of_other_events
from validators.grounding.readings.events_in_order import events_out_of_order
from validators.grounding.readings.hanging_together import hang_together
from validators.grounding.readings.odd_one import odd_ones
from validators.grounding.readings.open_reading import OpenReading
from validators.grounding.readings.settings import (
    beyond_settings,
    is_worded_setting,
    setting_mentions,
    with_worded,
)
from validators.grounding.readings.settings_together import settings_of_no_run
from validators.grounding.readings.told_bar import bars
from validators.grounding.readings.told_beside import set_against_another
from validators.grounding.readings.told_crosswise import told_crosswise
from validators.grounding.readings.told_in_column import dates_told_twice
from validators.grounding.readings.told_of_opposites import told_of_opposites
from validators.grounding.readings.told_once import told_once
from validators.grounding.readings.told_outcome import told_outcomes
from validators.grounding.reckoned.results import results_reckoned
from validators.grounding.set_out.against_counts import against_counts
from validators.grounding.set_out.against_named import against_named
from validators.grounding.set_out.listed import listed
from validators.grounding.set_out.operands import ToldNumbers
from validators.grounding.set_out.results import results_set_out
from validators.grounding.sources.event_dates import EventDates
from validators.grounding.sources.sources import Sources
from validators.grounding.told_of_others import told_of_others
from validators.grounding.tools.facts import tool_facts
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.names.named_by_answer import named_by_answer
from validators.grounding.tools.number import ToolNumber
from validators.grounding.verdicts import Verdicts
from validators.grounding.worked_out.as_operand import with_operands, work_out_wholes
from validators.grounding.worked_out.operands import Operands
from validators.grounding.worked_out.stated_beside import Stated
from validators.grounding.worked_out.stated_numbers import stated_numbers, told_numbers
from validators.grounding.worked_out.told_again import told_again
from validators.grounding.worked_out.working_out import WorkedOut


def grounded_numbers(
    answer: str, asked: Sequence[str], outputs: Sequence[str], calls: Sequence[Mapping[str, Any]] = ()
) -> tuple[GroundedNumber, ...]:
    """Every number that `answer` claims, in order; `asked` are the user's turns, `outputs` the tool outputs, in order.

    `calls` are the arguments of the calls that the outputs answer: they tell what an output is of, and ground nothing.
    """
    return Review(answer, asked, outputs, calls).numbers()


class Review:
    """The review of one answer. `ranked` are the pairs of its numbers of which it tells which is the higher, `tells_outcome` whether it
    tells of any that it is a gain or a loss, `hangs_together` whether what they are hangs on one another."""

    def __init__(
        self, answer: str, asked: Sequence[str], outputs: Sequence[str], calls: Sequence[Mapping[str, Any]] = ()
    ) -> None:
        facts = tool_facts(outputs, calls)
        facts = replace(facts, numbers=tuple(named_by_answer(facts.numbers, outputs, answer)))
        self.index = ToolIndex(facts.numbers)
        self.answer = Answer(answer, asked[-1] if asked else "", self.index)
        self.ranked: Sequence[Ranked] = ()
        self.tells_outcome = False
        self.hangs_together = False
        self._fit = ClaimFit(self.answer, self.index)
        self._sources = Sources(facts, asked, outputs, calls)

    def numbers(self) -> tuple[GroundedNumber, ...]:
        claims = claimed(self.answer)
        if not claims:
            counted = [each for each in self._counted(self._worked_out((), {}, {}, ())) if each.derivation is None]
            multiples = filter(None, against_named(self.answer, ToldNumbers(self.answer, (), (), {}), self.index))
            return tuple(map(self._placed, (*counted, *multiples, *self._compared((), {}))))
        matches = {claim.quantity: self._fit.matches(claim) for claim in claims if claim.quantity.kind != "split"}
        numbered = setting_mentions(claims, matches, self.index, self._fit)
        settings = with_worded(numbered, claims, matches, self.answer, self.index, self._fit)
        if settings:
            claims = claimed(self.answer, settings)
        claims = beyond_settings(claims, settings, self.index)
        claims = [
            claim
            for place, claim in enumerate(claims)
            if matches.get(claim.quantity)
            or counts_after_all(self.answer, claims, place, matches)
            or not (states_nothing(self.answer, claim, self.index) or is_worded_setting(claim, settings))
        ]
        sure = as_worded(self.answer, self.index, self._fit, claims, matches, settings)
        fitting = sure | self._as_may_be_read(claims, matches, sure)
        for claim in set_against_another(self.answer, self.index, self._fit, claims, fitting):
            fitting[claim.quantity] = sure[claim.quantity] = None
        claims = _without(claims, bars(self.answer, self.index, claims, fitting))
        stated = stated_numbers(self.answer, self._sources.question, claims, fitting, matches)
        worked_out = self._worked_out(claims, matches, fitting, stated)
        verdicts = Verdicts(self.answer, self.index, self._fit, self._sources, worked_out, stated)
        judged = [verdicts.of(claim, matches.get(claim.quantity, ()), fitting[claim.quantity]) for claim in claims]
        kept = [
            (claim, number)
            for claim, number in zip(claims, judged, strict=True)
            if number.grounded
            or not (only_proposes(self.answer, claim) or is_loose_part(self.answer, claim, self.index))
        ]
        claims, judged = [claim for claim, _ in kept], [number for _, number in kept]
        for place, work in worked_out.repeated(claims, judged):
            judged[place] = derived(claims[place].quantity, work)
        for place, work in list(told_again(claims, judged)):
            judged[place] = derived(claims[place].quantity, work)
        for place, number in told_of_two(self.answer, self.index, claims, fitting):
            judged[place] = number
        for place, own in settings_of_no_run(self.answer, self.index, claims, settings):
            judged[place] = of_another_record(claims[place].quantity, own)
        for place, only in told_of_opposites(self.answer, claims, fitting, matches):
            judged[place] = told_again_of_another(claims[place].quantity, only)
        for place, own in odd_ones(self.answer, self.index, claims, judged, fitting, matches):
            judged[place] = _worked_out_or_other(worked_out, claims[place], own)
        self.hangs_together = hang_together(self.answer, self.index, claims, fitting)
        for place, own in list(told_of_others(self.answer, self.index, claims, judged, fitting, matches)):
            if judged[place].grounded:
                judged[place] = _worked_out_or_other(worked_out, claims[place], own)
        for place in list(told_once(self.answer, claims, judged)):
            judged[place] = grounded(claims[place].quantity, judged[place].source or "")
        held = self._contradict(claims, sure, judged)
        for place, wrong in list(on_the_wrong_side(self.answer, claims, judged, held, worked_out)):
            judged[place] = wrong
        for place, wrong in list(told_the_other_way(self.answer, claims, judged, held)):
            judged[place] = wrong
        for place, source in dates_told_twice(self.answer, self._sources.dates, claims):
            judged[place] = told_of_another_row(claims[place], source)
        for place, closing in events_out_of_order(self.answer, claims):
            judged[place] = told_too_late(claims[place], closing)
        for place, due in dates_of_other_events(
            self.answer, EventDates(self._sources.dates, self._sources.outputs), claims, fitting, matches
        ):
            if judged[place].grounded:
                judged[place] = told_of_another_event(claims[place], due.source)
        for place, wrong in list(against_ends(self.answer, self.index, claims, judged)):
            judged[place] = wrong
        further = self._set_out(claims, judged, fitting, worked_out)
        work_out_wholes(claims, judged, worked_out)
        told = list(with_operands(claims, judged, matches, worked_out.used, self.answer))
        for place, own in told_crosswise(self.answer, self._fit, claims, sure, matches):
            told[place] = of_another_record(claims[place].quantity, own)
        return tuple(map(self._placed, (*told, *further, *self._compared(claims, held))))

    def _as_may_be_read(self, claims: Sequence[Claim], matches: Matches, sure: Fitting) -> Fitting:
        """The tool numbers that those of the claims may tell that tell none for sure."""
        readings = OpenReading(self.answer, self.index, self._fit, claims)
        return {
            claim.quantity: readings.of(place, matches)
            for place, claim in enumerate(claims)
            if sure[claim.quantity] is None and matches.get(claim.quantity)
        }

    def _worked_out(
        self, claims: Sequence[Claim], matches: Matches, fitting: Fitting, stated: Sequence[Stated]
    ) -> WorkedOut:
        told = told_numbers(self._sources.question, self._fit, claims, fitting, matches)
        operands = Operands(self.index, told)
        return WorkedOut(self.answer, self._fit, operands, stated, self.index, self._sources)

    def _contradict(self, claims: Sequence[Claim], sure: Fitting, judged: list[GroundedNumber]) -> Held:
        """Fails the numbers that are told as higher than those that they are lower than, and gains told as losses. What grounds
        those for sure that tell a tool's number."""
        held = {
            claim.quantity: number
            for claim, verdict in zip(claims, judged, strict=True)
            if verdict.grounded and (number := sure[claim.quantity]) is not None
        }
        places = {claim.quantity: place for place, claim in enumerate(claims)}
        self.ranked = list(ranked_pairs(self.answer, claims, held))
        outcomes = list(told_outcomes(self.answer, self.index, claims, held))
        self.tells_outcome = bool(outcomes)
        for quantity, wrong in (*out_of_order(self.ranked, held), *against_outcome(outcomes, held)):
            judged[places[quantity]] = wrong
        return held

    def _set_out(
        self, claims: Sequence[Claim], judged: list[GroundedNumber], fitting: Fitting, worked_out: WorkedOut
    ) -> list[GroundedNumber]:
        """Fails the results that what the answer sets out beside them does not come to; those that claim nothing are returned."""
        places = {claim.quantity.start: place for place, claim in enumerate(claims)}
        told = ToldNumbers(self.answer, claims, judged, fitting)
        found = list(results_set_out(self.answer, self.index, told, worked_out))
        self.tells_outcome |= bool(found)
        further: list[GroundedNumber] = []
        for number in (*filter(None, found), *self._counted(worked_out)):
            if number.start not in places:
                further += [number] if number.derivation is None else []
            elif number.derivation is None or not judged[places[number.start]].grounded:
                judged[places[number.start]] = number
        for result, work in list(listed(self.answer, told)):
            judged[places[result.quantity.start]] = derived(result.quantity, work)
        for settled in results_reckoned(self.answer, self.index, self._fit, told, worked_out):
            if settled.start in places:
                judged[places[settled.start]] = settled
        return further

    def _counted(self, worked_out: WorkedOut) -> list[GroundedNumber]:
        """The counts of rows that their columns do not bear out, and those that they do."""
        counted = list(against_counts(self.answer, self.index, worked_out.columns))
        self.tells_outcome |= bool(counted)
        return [number for number in counted if number is not None]

    def _compared(self, claims: Sequence[Claim], held: Held) -> Iterator[GroundedNumber]:
        """The words that compare what the tools returned and are wrong."""
        compared = [
            *comparisons(self.answer, self.index, claims, held),
            *verdicts_after(self.answer, self.index, claims, held),
            *told_extremes(self.answer, self.index, claims, held),
            *ranked_lists(self.answer, self.index),
        ]
        self.tells_outcome |= bool(compared)
        yield from wrong_comparisons(self.answer, compared)

    def _placed(self, number: GroundedNumber) -> GroundedNumber:
        """With its place in the answer itself, where names have their full length."""
        start, end = self.answer.named.raw_span(number.start, number.end)
        return replace(number, start=start, end=end, text=self.answer.named.raw[start:end])


def _worked_out_or_other(worked_out: WorkedOut, claim: Claim, own: ToolNumber) -> GroundedNumber:
    """What becomes of a number that is of another record, unless it says in other words what was told right before."""
    work = worked_out.by_words(claim, in_other_words=True)
    return of_another_record(claim.quantity, own) if work is None else derived(claim.quantity, work)


def _without(claims: Sequence[Claim], others: Iterable[Claim]) -> list[Claim]:
    taken_out = {claim.quantity for claim in others}
    return [claim for claim in claims if claim.quantity not in taken_out]
