"""The arithmetic that explains a number of an answer: on two numbers of the tools, on what the answer states, on a listing."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import chain, permutations

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.idle_numbers import is_round_sum
from validators.grounding.answer.said_metric import is_of_another_clause
from validators.grounding.answer.told_quarters import halves_named, quarters_named
from validators.grounding.fit.claim_fit import ClaimFit
from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.number_match import agrees
from validators.grounding.ranking.gaps import told_higher
from validators.grounding.sources.sources import Sources
from validators.grounding.sources.spans import PER_YEAR
from validators.grounding.told_as import can_be
from validators.grounding.tools.index import ToolIndex, overlap
from validators.grounding.tools.number import MAIN, ToolNumber, is_of_one_period
from validators.grounding.tools.vocabulary.metric_vocabulary import MOST_MEANT
from validators.grounding.tools.vocabulary.metrics import measure_of
from validators.grounding.worked_out.by_rank import by_rank
from validators.grounding.worked_out.called_records import RECORD, CalledRecords
from validators.grounding.worked_out.columns import Column
from validators.grounding.worked_out.derivation import Derivation, derive
from validators.grounding.worked_out.derivation_cue import is_set_apart, names_arithmetic
from validators.grounding.worked_out.equations import in_everyday_words, of_stake, written_out
from validators.grounding.worked_out.implied_number import implied_number
from validators.grounding.worked_out.listings import Listings
from validators.grounding.worked_out.named_work import told_by_words
from validators.grounding.worked_out.nearby import IN_OTHER_WORDS, Nearby, beside
from validators.grounding.worked_out.operand import Asked
from validators.grounding.worked_out.operand_order import divisors, is_from_base, side_of, whole_of
from validators.grounding.worked_out.operands import Operands
from validators.grounding.worked_out.over_window import over_window
from validators.grounding.worked_out.own_totals import own_total
from validators.grounding.worked_out.repeatable import works, works_of_lines
from validators.grounding.worked_out.repeated_work import Open, repeated
from validators.grounding.worked_out.result_metric import Wording
from validators.grounding.worked_out.rivals import rivals
from validators.grounding.worked_out.said_work import QUOTIENT, leaves_out, said_work
from validators.grounding.worked_out.searched import Around, Searched
from validators.grounding.worked_out.stated_beside import MOST_STATED, Stated, worked_out
from validators.grounding.worked_out.sweeps import of_sweep
from validators.grounding.worked_out.told_columns import gain_of_account, mean_of_runs, share_of_column
from validators.grounding.worked_out.told_parts import growths
from validators.numbers.dates import months_named
from validators.numbers.quantity import DateParts, Quantity
from validators.reasons import Reason

_COMPARED = ("multiple", "points")  # kinds of numbers that are told of two
_PASSAGES_BESIDE = 2
_BLOCKS_BEFORE = 3
_TWO = 2
_MOST_STAKES, _MOST_LEVELS = 4, 400


class WorkedOut:
    """Works out the numbers of one answer; `stated` are the numbers that it states, in order. `used` is what its passages work out."""

    def __init__(
        self,
        answer: Answer,
        fit: ClaimFit,
        operands: Operands,
        stated: Sequence[Stated],
        index: ToolIndex,
        sources: Sources,
    ) -> None:
        self._answer = answer
        self._fit = fit
        self._operands = operands
        self._stated = list(stated)
        self._known = {each.quantity.start: each for each in stated}
        self._index = index
        self._sources = sources
        self._listings = Listings(index)
        self._searched = Searched(index, sources.outputs)
        self._asked: dict[Quantity, Asked] = {}
        self._wordings: dict[Quantity, Wording] = {}
        self._arounds: dict[Quantity, Around] = {}
        self._reversed: set[int] = set()  # where numbers stand that their sentences tell the other way round
        self._sought: set[int] = set()  # where numbers stand for which arithmetic of whatever kind was looked for
        self.used: dict[int, list[Derivation]] = {}

    def of_tools(self, claim: Claim, *, only_cued: bool) -> Derivation | None:
        """How a number follows from two numbers of the tools. `only_cued`: only where a word selects the operation."""
        text, placed = self._answer.with_heads(claim)
        asked = self._asked_by(claim, text, placed)
        stated = self._operands.stated(claim.passage, claim.quantity)
        beside = [] if only_cued else self._operands.alongside(claim.passage, claim.quantity, asked)
        work = partial(derive, text, placed, stated, beside, only_cued=only_cued)
        operands, wording = self._operands, self._wording(claim, asked)
        derivation = work(asked, operands, wording) or self._again(claim)
        found = derivation is not None and not derivation.reversed
        if not found and not asked.among and (before := self._answer.things.names_before(claim.passage)):
            derivation = work(replace(asked, among=before), operands, wording) or derivation
        if derivation is not None and derivation.reversed:
            self._reversed.add(claim.quantity.start)
            return None
        if derivation is None or _is_of_other_times(claim, derivation):
            return None
        return derivation

    def _again(self, claim: Claim) -> Derivation | None:
        """How a percentage tells what was worked out right before it, of the same two numbers: "by $6,500, or roughly 24%"."""
        used = self.used.get(claim.passage, ())
        last = next((each for each in reversed(used) if len(each.operands) == _TWO), None)
        if last is None or claim.quantity.kind != "percent" or not last.text.startswith("difference"):
            return None
        before = [each.quantity for each in self._told_in(claim.passage) if each.quantity.end <= claim.quantity.start]
        between = self._answer.text[before[-1].end : claim.quantity.start] if before else ""
        if (
            not before
            or not last.text.startswith(f"difference: {before[-1].text} ")
            or not IN_OTHER_WORDS.fullmatch(between)
        ):
            return None
        text, placed = self._answer.in_sentence(claim)
        for base, other in permutations(last.operands):
            change = (abs(other.value) - abs(base.value)) / abs(base.value) if base.value else 0.0
            if agrees(placed, 100 * change) and is_from_base(text, placed, change):
                return Derivation(f"percent change: {placed.text} from {base.source} to {other.source}", last.operands)
        return None

    def _wording(self, claim: Claim, asked: Asked) -> Wording:
        """What the claim's sentence says that the result of arithmetic is."""
        if claim.quantity not in self._wordings:
            self._wordings[claim.quantity] = self._worded(claim, asked)
        return self._wordings[claim.quantity]

    def _worded(self, claim: Claim, asked: Asked) -> Wording:
        text, placed = self._answer.in_sentence(claim)
        named = frozenset(name for name in asked.bound if can_be(placed, name))
        if len(named) > MOST_MEANT:
            named = frozenset(name for name in named if measure_of(name) != "any")
        return Wording(
            metrics=named if len(named) <= MOST_MEANT else frozenset(),
            loose=named if claim.context.direct else frozenset(),
            direct=claim.context.direct,
            spoken=frozenset().union(*asked.metrics),
            computes=placed.kind in _COMPARED
            or names_arithmetic(text, placed.start)
            or is_set_apart(text, placed.end)
            or self._fit.difference.is_told(claim),
            held=self._index.held,
            beside=frozenset(id(each.number) for each in self._told_in(claim.passage) if each.number is not None),
        )

    def use(self, claim: Claim, derivation: Derivation) -> None:
        """Takes note that the claim's passage works a number out so."""
        self.used.setdefault(claim.passage, []).append(derivation)

    def searched(self, claim: Claim, *, wholes: bool) -> str | None:
        """The arithmetic of whatever kind that gives a number, where it could hardly be chance; `wholes`: of whole columns only."""
        text, placed = self._answer.with_heads(claim)
        asked = self._asked_by(claim, text, placed)
        two = bool(asked.among) or len(set(asked.times)) == _TWO
        if claim.quantity.start in self._reversed:
            return None
        self._sought.add(claim.quantity.start)
        around = self._around(claim, text, placed)
        # told of the two that the sentence names, which do not give it
        if (two and self._fit.difference.compares(claim)) or rivals(self._answer, claim):
            return self._searched.selected(placed, around, sure=False, told=True)
        return self._searched.told(placed, around, wholes=wholes)

    def repeated(self, claims: Sequence[Claim], judged: Sequence[GroundedNumber]) -> Iterator[tuple[int, str]]:
        """The places of claims that are wrong but for work that the answer repeats, and that work."""
        kept = [
            place
            for place, (claim, number) in enumerate(zip(claims, judged, strict=True))
            if number.reason in (Reason.UNGROUNDED_NUMBER, Reason.DERIVED_NUMBER)
            and claim.quantity.kind not in ("date", "split")
            and claim.quantity.start not in self._reversed
        ]
        lines = self._lines(range(len(self._answer.outline.passages)))
        known = {place: judged[place].reason is Reason.DERIVED_NUMBER for place in kept}
        if len(kept) < _TWO or all(known.values()):
            return
        told = [Open(claims[place].quantity, known[place], self._suiting(claims[place])) for place in kept]
        for at, work in repeated(
            told, chain(works_of_lines(lines), works(self._searched.columns, self._stakes))
        ).items():
            yield kept[at], work

    def _suiting(self, claim: Claim) -> Callable[[Sequence[ToolNumber]], bool]:
        """Says whether one of some numbers is of the claim's thing, time and record, and all of them of what it sets against each other."""
        apart, records = rivals(self._answer, claim), tuple(self._called.own(claim))

        def suit(numbers: Sequence[ToolNumber]) -> bool:
            if any(
                number.scope.get(dimension) not in names for dimension, names in apart.items() for number in numbers
            ):
                return False
            return any(
                self._fit.thing.fits(claim, number)
                and self._fit.time.fits(claim, number)
                and (not records or number.source.startswith(records))
                for number in numbers
            )

        return suit

    def by_words(self, claim: Claim, *, in_other_words: bool = False) -> str | None:
        """The one operation that words name outright and that gives a number, of numbers told nearby; `in_other_words`: of the one that
        it stands beside only."""
        if claim.quantity.start in self._reversed:
            return None
        near = self._nearby(claim)
        return told_by_words(near) if beside(near) is not None or not in_other_words else None

    def _nearby(self, claim: Claim) -> Nearby:
        outline = self._answer.outline
        passage = outline.passages[claim.passage]
        block = sorted(outline.blocks_before(claim.passage, _BLOCKS_BEFORE))
        own = self._told_in(claim.passage)
        return Nearby(
            text=self._answer.text,
            claim=claim.quantity,
            start=passage.start,
            end=passage.end,
            own=[each for each in own if each.quantity.end <= claim.quantity.start],
            after=[each for each in own if each.quantity.start >= claim.quantity.end],
            block=[each for place in block for each in self._told_in(place)],
            lines=self._lines(block),
            head=self._answer.heads(claim),
            records=self._searched.records,
            metrics=claim.context.metrics or frozenset(),
            suits=lambda number: (
                self._fit.thing.fits(claim, number)
                and (not claim.context.times or overlap(claim.context.times, number.times) > 0)
            ),
        )

    def columns(self) -> Sequence[Column]:
        """The columns of what the tools returned."""
        return self._searched.columns

    def over_window(self, claim: Claim, *, behind: bool) -> str | None:
        """The total of the tools of which a number is the average over the window; `behind`: its period stands right behind it."""
        text, placed = self._answer.in_sentence(claim)
        metrics = claim.context.metrics or frozenset()
        suits = partial(self._fit.thing.fits, claim)
        return over_window(text, placed, self._index, self._sources.years, metrics, suits, behind=behind)

    def of_sweep(self, claim: Claim) -> str | None:
        """What a unit of the setting in which runs differ makes, or the setting at which a result is nothing."""
        text, placed = self._answer.in_sentence(claim)
        metrics = claim.context.metrics or frozenset()
        held = self._index.held & metrics
        return of_sweep(
            text,
            placed,
            self._index,
            lambda number: self._fit.thing.fits(claim, number) and (not held or number.measured in held),
        )

    def by_rank(self, claim: Claim) -> str | None:
        """The arithmetic on lines of a list, told by their rank, that gives a number."""
        text, placed = self._answer.in_sentence(claim)
        return by_rank(text, placed, self._index, partial(self._fit.thing.fits, claim), self.columns)

    def of_columns(self, claim: Claim) -> str | None:
        """The share in a column that the words name, the mean of the runs compared or the gain of an account that a number is."""
        mentions = self._answer.metrics.mentions(claim.passage)
        dates = self._answer.times.dates_in(claim.passage)
        share = share_of_column(self._answer.text, claim.quantity, self._index, mentions, dates)
        text, placed = self._answer.in_sentence(claim)
        metrics, suits = claim.context.metrics or frozenset(), partial(self._fit.thing.fits, claim)
        mean = share or mean_of_runs(text, placed, self._index, metrics)
        return mean or (gain_of_account(text, placed, self._index, metrics, suits) if not claim.context.times else None)

    def _lines(self, places: Sequence[int]) -> list[list[Stated]]:
        """The numbers of passages, by sentence or by row of a table."""
        passages = self._answer.outline.passages
        lines: dict[int, list[Stated]] = {}
        for place in places:
            own = passages[place]
            row = own.parents[0] if own.cell and own.parents and passages[own.parents[0]].cell else place
            lines.setdefault(row, []).extend(self._told_in(place))
        return list(lines.values())

    def _told_in(self, place: int) -> list[Stated]:
        """The numbers that a passage tells, in order, be they grounded or not."""
        return [
            self._known.get(each.start) or Stated(each, None, place)
            for each in self._answer.quantities_in(place)
            if each.kind not in ("date", "split")
        ]

    def selected(self, claim: Claim) -> str | None:
        """The arithmetic that the words name outright and that gives a number, whatever else it could be."""
        if claim.quantity.start in self._reversed or claim.quantity.start in self._sought:
            return None
        if any(measure_of(name) == "ratio" for name in self._index.held & (claim.context.metrics or frozenset())):
            return None  # "return per unit of risk (Sharpe)", which a tool gave
        text, placed = self._answer.with_heads(claim)
        return self._searched.selected(placed, self._around(claim, text, placed), sure=True)

    def by_formula(self, claim: Claim) -> str | None:
        """The formula of which words speak that gives a number."""
        if claim.quantity.start in self._reversed:
            return None
        text, placed = self._answer.with_heads(claim)
        return self._searched.by_formula(placed, self._around(claim, text, placed))

    def _around(self, claim: Claim, text: str, placed: Quantity) -> Around:
        if claim.quantity not in self._arounds:
            self._arounds[claim.quantity] = self._stands_around(claim, text, placed)
        return self._arounds[claim.quantity]

    def _stands_around(self, claim: Claim, text: str, placed: Quantity) -> Around:
        around = {claim.passage, *self._answer.before(claim.passage, _PASSAGES_BESIDE)}
        others = self._others(claim)
        own = [each for each in others if each.passage == claim.passage]
        near = [each for each in others if each.passage in around]
        names = frozenset().union(*claim.context.names.values()) - {MAIN}
        things = self._answer.things.mentions_in(claim.passage).values()
        spoken = frozenset().union(*(mention.means for mentions in things for mention in mentions)) - {MAIN}
        records = self._called.own(claim)
        of = {**claim.context.names, RECORD: records} if records else claim.context.names
        names |= records
        spoken |= self._called.spoken(claim)
        told = self._answer.times.dates_in(claim.passage)
        parts = list(self._parts_named(claim.passage, told))
        whole = {DateParts(year=part.year) for part in parts}  # of which parts are meant
        dates = tuple(date for date in dict.fromkeys((*claim.context.times, *told, *parts)) if date not in whole)
        mentions = self._answer.metrics.mentions(claim.passage)
        metrics = frozenset().union(
            claim.context.metrics or (), *(mention.means for mention in mentions if len(mention.means) <= MOST_MEANT)
        )
        about = self._answer.about(claim).lower()
        wording = self._wording(claim, self._asked_by(claim, text, placed))
        said = said_work(text, placed, self._answer.above(claim), apart=self._fit.difference.is_told(claim))
        divides = any(each.operations == QUOTIENT for each in said)
        return Around(
            own=own, before=near, text=text, about=about, of=of, names=names, spoken=spoken | names, times=claim.context.times,
            dates=dates, years=() if self._is_returned(claim) else self._years(around), metrics=metrics, said=said,
            left_out=self.is_of_rest(claim),
            concerns=lambda number: wording.concerns(number) or (divides and number.measured == "trades"),
        )  # fmt: skip

    def is_of_rest(self, claim: Claim) -> bool:
        """Whether a number is told of all but what its sentence names."""
        text, placed = self._answer.in_sentence(claim)
        names = self._answer.things.mentions_in(claim.passage) or self._answer.times.dates_in(claim.passage)
        return leaves_out(text, placed) and bool(names or self._called.spoken(claim))

    @cached_property
    def _called(self) -> CalledRecords:
        return CalledRecords(self._answer, self._index)

    def _parts_named(self, passage: int, told: Sequence[DateParts]) -> Iterator[DateParts]:
        """The months, and the quarters and halves, that a passage names, of the year in it where that is the only one."""
        years = {date.year for date in told}
        year = years.pop() if len(years) == 1 else None
        text = self._answer.passage_text(passage)
        yield from (DateParts(year=year, month=month) for month in months_named(text))
        if self._index.months:
            parts = (*(date for _, _, date in quarters_named(text)), *halves_named(text))
            yield from (replace(date, year=year) for date in parts)

    def _is_returned(self, claim: Claim) -> bool:
        """Whether the words name a metric of which the tools returned numbers."""
        metrics = claim.context.metrics or frozenset()
        return len(metrics) <= MOST_MEANT and not self._index.held.isdisjoint(metrics)

    def _years(self, places: Iterable[int]) -> tuple[float, ...]:
        """How long what a number tells may have gone on: as long as is said there, or as a window."""
        spans = [each for place in places for each in self._answer.quantities_in(place) if each.kind == "duration"]
        told = [abs(each.value) / PER_YEAR[each.noun] for each in spans if each.noun in PER_YEAR]
        return (*told, *self._sources.years)

    def note(self, claim: Claim, number: ToolNumber | None = None) -> None:
        """Takes note of a number that the answer may work others out of; `number` is the tool's, of which it tells the size."""
        place = bisect_left(self._stated, claim.quantity.start, key=lambda each: each.quantity.start)
        if place == len(self._stated) or self._stated[place].quantity.start != claim.quantity.start:
            stated = Stated(claim.quantity, number, claim.passage)
            self._stated.insert(place, stated)
            self._known[claim.quantity.start] = stated

    def _others(self, claim: Claim) -> list[Stated]:
        """The numbers that the answer states, without the claim's own, the nearest first."""
        here = bisect_left(self._stated, claim.quantity.start, key=lambda each: each.quantity.start)
        near = self._stated[max(0, here - MOST_STATED) : here + MOST_STATED]
        return sorted(
            (each for each in near if each.quantity.start != claim.quantity.start),
            key=lambda each: abs(each.quantity.start - claim.quantity.start),
        )

    def of_stated(self, claim: Claim) -> str | None:
        """The arithmetic that gives a number of numbers that the answer states, or of a listing of the tools."""
        if claim.quantity.start in self._reversed:
            return None
        text, placed = self._answer.with_heads(claim)
        around = {claim.passage, *self._answer.before(claim.passage, _PASSAGES_BESIDE)}
        others = self._others(claim)
        own = [each for each in others if each.passage == claim.passage]
        before = max((each.passage for each in others if each.passage in around - {claim.passage}), default=None)
        last = [each for each in others if each.passage == before]
        at_hand = [own, *([last] if not own else []), [each for each in others if each.passage in around]]
        afar = [each for each in others if each.passage not in around]
        asked = self._asked_by(claim, text, placed)
        work = worked_out(text, placed, at_hand, afar, asked, self._wording(claim, asked))
        work = work or written_out(self._answer.text, claim.quantity, self._answer.quantities_in(claim.passage))
        work = work or in_everyday_words(text, placed, at_hand[-1]) or own_total(self._answer, claim)
        if work is None and claim.quantity.kind == "money" and (stakes := self._stakes):
            shares = own if any(each.measure == "share" for each in own) else at_hand[-1]
            supposed = [stake for stake in stakes if stake != claim.quantity.value]
            work = of_stake(claim.quantity, supposed, shares, list(self._levels(claim)))
        if work is not None:
            return work
        implied = self.implied(claim)
        if implied is not None or asked.among or self.is_of_rest(claim):
            return implied
        stated = [each.number for each in others if each.number and each.quantity.start < claim.quantity.start]
        said = "".join(self._answer.passage_text(place) for place in around - {claim.passage})
        return self._listings.told(f"{text} {said}", placed, stated, self._wording(claim, asked).concerns)

    def implied(self, claim: Claim) -> str | None:
        """The number of the tools that implies one: a win rate the trades that won."""
        text, placed = self._answer.with_heads(claim)
        suits = partial(self._fit.thing.fits, claim)
        stated = [each.quantity for each in self._others(claim)]
        return implied_number(text, placed, self._index, stated, suits)

    @cached_property
    def _stakes(self) -> list[float]:
        """The round sums of money that the answer or the question supposes."""
        passages = range(len(self._answer.outline.passages))
        told = (each for place in passages for each in self._answer.quantities_in(place))
        asked = (number.written for number in self._sources.question.numbers if number.written is not None)
        return list(dict.fromkeys(each.value for each in (*told, *asked) if is_round_sum(each)))[:_MOST_STAKES]

    def _levels(self, claim: Claim) -> Iterator[tuple[float, str]]:
        """The levels of an account, of the claim's time and things, over the capital that it began with, and what returns of that time
        grow to."""
        yield from growths(
            self.columns(), self._answer.times.dates_in(claim.passage), frozenset().union(*claim.context.names.values())
        )
        starts = [each for each in self._index.by_metric.get("initial_capital", ()) if each.value > 0]
        for start in starts[:_TWO]:
            for number in self._index.numbers if len(self._index.numbers) <= _MOST_LEVELS else ():
                money = measure_of(number.metric) in ("money", "any") and number.value > 0 and not number.length
                if (
                    money
                    and number is not start
                    and self._fit.time.fits(claim, number)
                    and self._fit.thing.fits(claim, number)
                ):
                    yield number.value / start.value, f"{number.source} / {start.source}"

    def _asked_by(self, claim: Claim, text: str, placed: Quantity) -> Asked:
        """What the claim's sentence `text` says that its number is worked out of."""
        if claim.quantity not in self._asked:
            self._asked[claim.quantity] = self._read(claim, text, placed)
        return self._asked[claim.quantity]

    def _read(self, claim: Claim, text: str, placed: Quantity) -> Asked:
        context, metrics, things = claim.context, self._answer.metrics, self._answer.things
        named, mentions = metrics.mentions(claim.passage), things.mentions_in(claim.passage)
        apart = rivals(self._answer, claim)
        return Asked(
            metrics=tuple(mention.means for mention in named if not is_of_another_clause(self._answer.text, mention, claim.quantity)), bound=context.metrics or frozenset(), before=metrics.near(claim.passage),
            names={**context.names, **apart}, among=things.names_in(claim.passage) | apart,
            against=divisors(self._answer.text, claim.quantity.end, mentions), times=self._answer.times.dates_in(claim.passage),
            compared=things.compared_in(claim.passage, named), telling=side_of(text, placed.end) or claim.telling,
            whole=whole_of(self._answer.text, claim.quantity.end, named) if claim.quantity.kind in ("percent", "fraction") else frozenset(),
            higher=lambda first, last: told_higher(self._answer, claim, first, last),
        )  # fmt: skip


def _is_of_other_times(claim: Claim, derivation: Derivation) -> bool:
    """Whether a number that is told of one month or year is worked out of others only: the fall from January to February told of March."""
    times = claim.context.times
    dated = all(map(is_of_one_period, derivation.operands))
    return len(times) == 1 and dated and not any(overlap(times, each.times) for each in derivation.operands)
