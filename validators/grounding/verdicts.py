"""What becomes of a number: grounded, worked out, or wrong, and in what way."""

import re
from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.outcome import SIGNED
from validators.grounding.answer.telling import is_stated
from validators.grounding.fit.claim_fit import ClaimFit
from validators.grounding.grounded_number import GroundedNumber, derived, failed, grounded, shown
from validators.grounding.number_match import PER_FRACTION, UNIT_PER_FRACTION
from validators.grounding.sources.sources import Sources
from validators.grounding.sources.things_compared import things_compared
from validators.grounding.told_as import can_be, sayable
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ORDINAL, ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import MOST_MEANT
from validators.grounding.worked_out.derivation_cue import is_set_apart
from validators.grounding.worked_out.operand_order import is_from_base
from validators.grounding.worked_out.ruled_out import is_named
from validators.grounding.worked_out.stated_beside import Stated
from validators.grounding.worked_out.working_out import WorkedOut
from validators.numbers.quantity import Quantity
from validators.reasons import Reason

_THAT = re.compile(r"\b(?:the|that|this|its|those)\s$", re.IGNORECASE)
_COLUMN = 4
_COUNTS = ("count", "plain")
# "they add up to 91%"
_ADDS_UP = re.compile(
    r"\b(?:add(?:s|ed|ing)? up|sum(?:s|med|ming)?(?: up)?|total(?:s|l?ed|l?ing)? up) to (?:about |around |roughly |only |just |exactly )?[-−+$€£*]{0,3}$",
    re.IGNORECASE,
)
_OF_ALL_OF_THEM = re.compile(r"\b(?:mean|average|median) of (?:the )?(\d+) numbers")
_ACROSS = re.compile(
    r"\b(?:across|over|of|for|among) (?:all )?(?:of )?(?:the |these |those |its |all )[*_]{0,2}$|\ball [*_]{0,2}$",
    re.IGNORECASE,
)
_OF_COUNTED = re.compile(r" (?:out )?of (?:(?:the|its|all|those|their|your) ){0,2}0 ?[a-z]", re.IGNORECASE)
_OVER = " over "  # which may be of time, or of all
_BREAK = re.compile(
    r"[,;:()]|\b(?:and|while|but|without|excluding|except)\b", re.IGNORECASE
)  # what is of another count
_REACH = 24
_IS_SUM = re.compile(r"\bsum\b|\+|added|compound|all but")
_UNIT_BACK = 1  # sentences before one whose numbers may tell the unit of its own
_SHARES = frozenset({"percent", "points"})
_MOST_NEAREST = 200  # failing numbers of one answer for which the nearest candidate is looked up
_LOST = re.compile(
    r"\b(?:los(?:es?|t|ing|s|ses|er|ers)|down|fell|fall\w*|drop\w*|declin\w*|negative|cost\w*|red|worst|ugliest|nastiest|weakest|unprofitable|retreat\w*|step back|backwards|wrong side|below|behind|under ?water|deficit|minus|shed|(?:g[ai]ve[sn]?|t[ao]kes?|took|hand(?:s|ed)?) (?:\w+ )?back|bad|set (?:\w+ ){1,4}back)\b",
    re.IGNORECASE,
)
_BELOW_ZERO = re.compile(  # what tells a ratio's sign: money lost does not
    r"\b(?:negative|(?:below|under) (?:zero|nil|nought)|sub-?zero|minus|wrong side)\b", re.IGNORECASE
)
_COST = re.compile(
    r"\b(?:cost|costs|lost|lose|loses|took|takes?|subtract\w*|took away)(?: about| only| just)? [*]{0,2}$",
    re.IGNORECASE,
)


class Verdicts:
    """Judges the claims of one answer; `stated` are the numbers that it states."""

    def __init__(
        self,
        answer: Answer,
        index: ToolIndex,
        fit: ClaimFit,
        sources: Sources,
        worked_out: WorkedOut,
        stated: Sequence[Stated],
    ) -> None:
        self._answer = answer
        self._index = index
        self._fit = fit
        self._sources = sources
        self._worked_out = worked_out
        self._stated = stated
        self._nearest_left = _MOST_NEAREST

    def of(self, claim: Claim, matches: Sequence[ToolNumber], fitting: ToolNumber | None) -> GroundedNumber:
        """`matches` are the tool numbers of the claim's value, `fitting` is the one that it tells."""
        quantity = claim.quantity
        source = self._sources.of(claim, fitting, self._answer) or things_compared(
            self._answer, claim, self._index, len(self._sources.outputs)
        )
        if source is not None:
            held = self._sources.dates.of_another_role(claim, self._calls_of(claim))
            if held is not None:
                message = f"{quantity.text} is not the {str(claim.role).replace('_', ' ')} ({held})"
                return failed(quantity, Reason.UNGROUNDED_NUMBER, message, held)
            if fitting is None and quantity.kind not in ("split", "date"):
                self._worked_out.note(claim)
            return grounded(quantity, source)
        if quantity.kind in ("split", "date") and not matches:
            return failed(quantity, Reason.UNGROUNDED_NUMBER, f"{quantity.text} is in no tool output", None)
        returned = matches
        if claim.context.metrics is not None and quantity.kind == "plain":
            # what is another key's by its words may be worked out as what is named
            matches = [number for number in returned if not self._fit.metric.is_of_sibling(claim, number)]
        flipped = None
        if not matches:
            turned = [
                number
                for number in self._fit.matches(claim, "wrong_sign")
                if self._fit.metric.fits(claim, number)
                and number.metric != ORDINAL
                and self._fit.time.fits(claim, number)
            ]
            flipped = next((n for n in turned if self._fit.thing.fits(claim, n)), next(iter(turned), None))
        if flipped is not None and self._fit.difference.is_told(claim):
            if self._worked_out.is_of_rest(claim) or (
                _COST.search(self._answer.text, max(0, quantity.start - 24), quantity.start)
                and self._is_told_lost(claim, flipped)
            ):
                self._worked_out.note(claim, flipped)
                return grounded(quantity, flipped.source)
            flipped = None
        told = (
            flipped is not None
            and (claim.telling is not None or quantity.sign)
            and self._fit.metric.is_named(claim, flipped)
            and self._fit.thing.fits(claim, flipped)
        )
        if flipped is not None and not self._is_of_another_named(claim, flipped) and self._is_told_lost(claim, flipped):
            self._worked_out.note(claim, flipped)
            return grounded(quantity, flipped.source)
        named = is_named(claim, matches, self._answer, self._index, self._fit)
        derivation = None if told or named else self._worked_out.of_tools(claim, only_cued=bool(matches or flipped))
        if derivation is not None and (flipped is None or flipped.measured not in derivation.result):
            self._worked_out.use(claim, derivation)
            self._worked_out.note(claim)
            return derived(quantity, derivation.text, derivation.operands[0].source)
        if not told and (work := self._worked_out.over_window(claim, behind=bool(matches))) is not None:
            return self._explained(claim, work)
        if not told:
            work = self._as_told(claim, self._worked_out.by_rank(claim) or self._worked_out.of_columns(claim))
            if work is not None:
                return self._explained(claim, work)
        if flipped is None and not matches and not named:
            work = self._as_told(claim, self._worked_out.of_stated(claim) or self._worked_out.of_sweep(claim))
            if work is None:
                work = self._as_told(claim, self._searched(claim))
            if work is not None:
                return self._explained(claim, work)
        other = not matches or self._counts_some(claim, matches)
        if flipped is None and other:
            work = self._worked_out.selected(claim) or (self._worked_out.implied(claim) if matches else None)
            work = self._as_told(claim, work)
            if work is not None:
                return self._explained(claim, work)
        unrelated = matches and not any(self._fit.metric.is_named(claim, number) for number in matches)
        if flipped is None and unrelated:
            work = self._worked_out.by_formula(claim) or self._worked_out.by_words(claim, in_other_words=True)
            work = self._as_told(claim, work)
            if work is not None:
                return self._explained(claim, work)
        if other and not named:
            work = self._as_told(claim, self._worked_out.by_words(claim))
            if work is not None:
                return self._explained(claim, work)
        if flipped is None and not matches and (number := self._in_unit_beside(claim)) is not None:
            self._worked_out.note(claim, number)
            return grounded(quantity, number.source)
        if flipped is not None:
            message = f"{quantity.text} has the wrong sign ({shown(flipped)})"
            return failed(quantity, Reason.WRONG_SIGN, message, flipped.source)
        return self._misbound(claim, returned) if returned else self._ungrounded(claim)

    def _counts_some(self, claim: Claim, matches: Sequence[ToolNumber]) -> bool:
        """Whether a number counts some of what is counted behind it, which no share is: "51 of its 88 trades" of a win rate of 0.51."""
        shares = all(number.value < 1 for number in matches)
        return shares and _OF_COUNTED.match(self._answer.text, claim.quantity.end) is not None

    def _calls_of(self, claim: Claim) -> set[str]:
        """The calls about the thing that stands before a date, in a sentence that names two or more: "A ran from 2010 to 2015, B from"."""
        for dimension, mentions in self._answer.things.mentions_in(claim.passage).items() if claim.role else ():
            before = [mention for mention in mentions if mention.end <= claim.quantity.start]
            if before and len({mention.means for mention in mentions}) > 1:
                return self._index.calls_about(dimension, before[-1].means)
        return set()

    def _explained(self, claim: Claim, work: str) -> GroundedNumber:
        self._worked_out.note(claim)
        return derived(claim.quantity, work)

    def _in_unit_beside(self, claim: Claim) -> ToolNumber | None:
        """The tool number that a bare number tells in the unit of those beside it: "takes away 1.5 points, of which 0.85 are costs"."""
        if claim.quantity.kind != "plain" or claim.quantity.step >= 1:
            return None
        near = range(claim.passage - _UNIT_BACK, claim.passage + 1)
        if not any(each.quantity.kind in _SHARES and each.passage in near for each in self._stated):
            return None
        told = replace(claim, quantity=structs.replace(claim.quantity, kind="points"))
        number = self._fit.fitting(told, self._fit.matches(told))
        if number is not None:
            return number
        turned = self._fit.fitting(told, self._fit.matches(told, "wrong_sign"))
        return turned if turned is not None and self._is_told_lost(told, turned) else None

    def _as_told(self, claim: Claim, work: str | None) -> str | None:
        """The arithmetic if it is what the words right at the number say: a sum where numbers add up to it, a change from the one that
        they set out from, of as many numbers as they tell."""
        if work is None or self._is_of_others(claim, work):
            return None
        text, placed = self._answer.in_sentence(claim)
        if _ADDS_UP.search(text, 0, placed.start) and not _IS_SUM.search(work):
            return None
        change = 1.0 if "change up" in work else -1.0 if "change down" in work else 0.0
        return work if not change or is_from_base(text, placed, change) else None

    def _is_of_others(self, claim: Claim, work: str) -> bool:
        """Whether the sentence tells of how many numbers it is, and the arithmetic is of another count: "across the four settings"."""
        of_all = _OF_ALL_OF_THEM.search(work)
        if of_all is None:
            return False
        counts = {
            each.value
            for each in self._answer.quantities_in(claim.passage)
            if each.kind in ("count", "plain", "duration") and each.step == 1 and each.start != claim.quantity.start
            if _ACROSS.search(self._answer.text, max(0, each.start - _REACH), each.start)
            if _BREAK.search(self._answer.text, *sorted((each.end, claim.quantity.start))) is None
        }
        return len(counts) == 1 and float(of_all[1]) not in counts

    def _searched(self, claim: Claim) -> str | None:
        """How a number follows by arithmetic of any kind. One that differs from the very metric that the wording names is wrong and
        no result, where the tools returned that for the thing named; many such numbers are a column, which may come to it."""
        metrics, quantity = claim.context.metrics, claim.quantity
        direct = claim.context.direct
        if metrics is None or quantity.kind in ("points", "multiple") or (len(metrics) > MOST_MEANT and not direct):
            return self._worked_out.searched(claim, wholes=False)
        told = {name for name in metrics if can_be(quantity, name)}
        held: dict[str | None, set[float]] = {}
        for number in self._index.numbers:
            known = number.measured in told and len(held.get(number.measured, ())) < _COLUMN and not number.difference
            known = known and not (number.length and quantity.kind not in _COUNTS)
            if known and self._fit.thing.fits(claim, number) and self._fit.time.fits(claim, number):
                held.setdefault(number.measured, set()).add(number.value)
        if any(len(values) < _COLUMN for values in held.values()):
            text, placed = self._answer.in_sentence(claim)
            apart = is_set_apart(text, placed.end) and not text.startswith(_OVER, placed.end)
            return self._worked_out.searched(claim, wholes=False) if apart else None
        return self._worked_out.searched(claim, wholes=bool(held))

    def _is_told_lost(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a negative number without a sign stands in a sentence that speaks of losing: "losing $21, or 6.4% on the position"."""
        bare = claim.telling is None and not claim.quantity.sign and number.value < 0
        bare = bare and not (
            number.measured in SIGNED
            and is_stated(self._answer.text, claim.quantity.start, ratio=claim.quantity.kind == "plain")
        )
        lost = _BELOW_ZERO if claim.quantity.kind == "plain" and number.measured in SIGNED else _LOST
        return bare and lost.search(self._without_others(claim, number)) is not None

    def _is_of_another_named(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a number is of another thing than the wording has it, which the sentence names as well: "A lost 18%, B 21%"."""
        if self._fit.thing.fits(claim, number):
            return False
        things = self._answer.things.mentions_in(claim.passage)
        return any(
            number.scope.get(dimension) in mention.means
            for dimension in claim.context.names
            for mention in things.get(dimension, ())
        )

    def _without_others(self, claim: Claim, number: ToolNumber) -> str:
        """The claim's sentence without the names of other metrics: a "worst drawdown" tells of no other number that it is a loss."""
        text, start = self._answer.sentence(claim)
        for mention in reversed(self._answer.metrics.mentions(claim.passage)):
            if number.measured is not None and number.measured not in mention.means:
                text = f"{text[: mention.start - start]} ; {text[mention.end - start :]}"
        return text

    def _misbound(self, claim: Claim, matches: Sequence[ToolNumber]) -> GroundedNumber:
        """A number that the tools returned, but not for what the sentence says."""
        quantity = claim.quantity
        right = [number for number in matches if self._fit.metric.is_named(claim, number)]
        if claim.context.metrics is None or right:
            reason, what, held = Reason.WRONG_ENTITY, "something else", (right or list(matches))[0]
        else:
            named = [number for number in matches if self._fit.thing.fits(claim, number)]
            reason, what, held = Reason.WRONG_METRIC, "another metric", (named or list(matches))[0]
        message = f"{quantity.text} is the number of {what} ({shown(held)})"
        meant = self._nearest(claim, named=True)
        if meant is None or meant is held:
            return failed(quantity, reason, message, held.source)
        message += f"; what the sentence names is {shown(meant)}"
        alike = reason is Reason.WRONG_ENTITY and held.measured == meant.measured
        return replace(failed(quantity, reason, message, held.source), meant=meant.source if alike else None)

    def _ungrounded(self, claim: Claim) -> GroundedNumber:
        quantity = claim.quantity
        if _THAT.search(self._answer.text, max(0, quantity.start - 8), quantity.start) is not None:
            for each in self._stated:
                if each.number is not None and _is_again(quantity, each.quantity):
                    return grounded(quantity, each.number.source)
        for number in self._fit.matches(claim, "wrong_unit"):
            if self._fit.metric.fits(claim, number):
                message = f"{quantity.text} has the wrong unit ({shown(number)})"
                return failed(quantity, Reason.WRONG_UNIT, message, number.source)
        message = f"{quantity.text} is in no tool output"
        nearest = self._nearest(claim, named=False)
        if nearest is None:
            return failed(quantity, Reason.UNGROUNDED_NUMBER, message, None)
        return failed(quantity, Reason.UNGROUNDED_NUMBER, f"{message} (nearest: {shown(nearest)})", nearest.source)

    def _nearest(self, claim: Claim, *, named: bool) -> ToolNumber | None:
        """The tool number that the claim may have meant: the nearest in value of the metric and things named, else, unless it has to be
        `named`, of all that its unit could tell."""
        if claim.quantity.kind == "date" or self._nearest_left <= 0:
            return None
        self._nearest_left -= 1
        fit = self._fit
        candidates = [number for number in self._index.numbers if not number.length and sayable(claim.quantity, number)]
        meant = [
            number for number in candidates if fit.metric.is_named(claim, number) and fit.thing.is_named(claim, number)
        ]
        meant = [number for number in meant if fit.time.fits(claim, number)] or meant
        if not meant and not named:
            meant = candidates
        return min(meant, key=lambda number: _distance(claim.quantity, number), default=None)


def _is_again(quantity: Quantity, told: Quantity) -> bool:
    """Whether a number repeats, to the digit, one that the answer told elsewhere: "I would not rely on the 9.24%"."""
    alike = quantity.kind == told.kind and quantity.value == told.value and quantity.step == told.step
    return alike and quantity.step < 1 and not quantity.spelled


def _distance(quantity: Quantity, number: ToolNumber) -> float:
    per = PER_FRACTION.get(quantity.kind, 1.0) / UNIT_PER_FRACTION.get(number.unit or "", 1.0)
    told, held = abs(quantity.value), abs(number.value)
    return min(abs(told - held * scale) / (told + held * scale + 1e-12) for scale in (1.0, per))
