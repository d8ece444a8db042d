"""An answer read against what the tools returned: the numbers that it claims, each with the metric, thing and time its wording gives it."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from msgspec.structs import replace

from validators.grounding.answer.bare_extremes import with_bare_extremes
from validators.grounding.answer.binding import Context
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.date_role import date_roles
from validators.grounding.answer.idle_numbers import IdleNumbers
from validators.grounding.answer.mentions import SIGN, Mention, metric_mentions, tokens
from validators.grounding.answer.named_text import named_text, with_short_numbers
from validators.grounding.answer.outcome import SIGNED
from validators.grounding.answer.outline import Outline
from validators.grounding.answer.per_risk import is_per_move
from validators.grounding.answer.said_metric import SaidMetrics
from validators.grounding.answer.shared_dates import with_shared_dates
from validators.grounding.answer.telling import hints_loss, is_stated, telling
from validators.grounding.answer.things import Things
from validators.grounding.answer.times import Times
from validators.grounding.answer.told_alike import SET_AGAINST
from validators.grounding.answer.users_world import is_no_result, is_quantile
from validators.grounding.answer.worded_settings import worded_settings
from validators.grounding.number_match import Telling
from validators.grounding.told_as import MANY_BPS, can_be
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.vocabulary.metric_vocabulary import MOST_MEANT
from validators.grounding.tools.vocabulary.metrics import METRICS, SETTINGS, is_loss
from validators.numbers.quantity import Quantity
from validators.numbers.scan import quantities

_SET = re.compile(r"\w_\w+ ?= ?$")
# "when 2022 trades were taken" counts, "in 2022 trades were few" dates
_IS_COUNT = re.compile(r" (?:trades|signals|round trips|positions|entries|bets|deals)\b")
_IS_TIME = re.compile(
    r"\b(?:in|of|during|for|from|since|through|throughout|to|by|and|until|over|all|those|these|the|our|its|any|every|most|some|q\d|early|late|mid)[ -]$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:than|versus|vs|against|compared|opposed)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2}")
_NAMED_BY_LOSSES = frozenset(
    {"calmar", "sortino", "profit_factor", "omega", "down_capture", "payoff_ratio"}
)  # "return per unit of worst drop: 0.41"
_NEAR = 3  # sentences before one that may name what it is about
_ABOUT = 2  # sentences before one that may say what its numbers are
_LONGEST_COMPARED = 90  # characters
_LONGEST_PARAGRAPH = 400
_JOINED = re.compile(r"[*_]{0,2}(?:,| and|, and| or|, then)(?: by| about| another)? [*_$€£]{0,3}")


class Answer:
    """An answer read against what the tools returned.

    `question` is what was asked, `asked` that with each name as one sign, `named` holds its text with each name and each number as one sign; `cut` the places of the numbers in the text with names as
    signs, `figures`.
    """

    def __init__(self, raw: str, question: str, index: ToolIndex) -> None:
        figures = named_text(raw, index.names)
        self.figures = figures.text
        self.named, self.cut = with_short_numbers(figures)
        self.text = self.named.text
        self.outline = Outline(self.text)
        self.question = question
        self._may_tell_beta = "beta" in index.held
        told: list[Quantity] = []
        for each in with_shared_dates(figures.text, quantities(self.figures)):
            told.append(self._placed(each, told[-1] if told else None))
        self._numbers = self.outline.placed(told)
        self.things = Things(self.outline, self.named.mentions, self._numbers, index)
        self.times = Times(self.outline, self._numbers, index, _year_asked(question))
        dates = sum(each.kind == "date" for each in told)
        self._idle = IdleNumbers(self.text, index, dates=dates, spoken=self.things.spoken)
        self._around: dict[int, str] = {}
        named = metric_mentions(self.text, tokens(self.text), index.metrics)
        named = [each for each in named if each.name in METRICS or not self._is_of_a_thing(each)]
        self.asked = named_text(question, index.names)
        asked = self.asked.text  # no word of a name is asked for
        self.metrics = SaidMetrics(
            self.outline,
            with_bare_extremes(self.text, named),
            metric_mentions(asked, tokens(asked), index.metrics),
            index,
        )

    def worded_settings(self, index: ToolIndex) -> dict[str, list[Mention]]:
        """Where the answer names values of settings in words, by dimension."""
        return {
            dimension: [
                Mention(self.cut.start(mention.start), self.cut.end(mention.end), mention.means) for mention in told
            ]
            for dimension, told in worded_settings(self.figures, index).items()
        }

    def _is_of_a_thing(self, mention: Mention) -> bool:
        """Whether a tool's own word for what it lists only says what a thing is: "the B leg"."""
        return self.text.endswith(f"{SIGN} ", 0, mention.start)

    def _placed(self, quantity: Quantity, before: Quantity | None) -> Quantity:
        """The number at its place in the text; a ratio where it is told as points for each point that the market moves."""
        placed = replace(quantity, start=self.cut.start(quantity.start), end=self.cut.end(quantity.end))
        if self._may_tell_beta and is_per_move(self.text, placed, before):
            return replace(placed, kind="multiple")
        if placed.noun and _SET.search(self.text, max(0, placed.start - 40), placed.start):
            return replace(placed, kind="plain", noun=None)  # "hold_days = 8 trades more"
        if placed.gloss and self.text.endswith(f"{SIGN} (", 0, placed.start):
            placed = replace(placed, gloss=False)  # of what is named, in brackets that are no accountant's
        if (
            placed.kind == "date"
            and _IS_COUNT.match(self.text, placed.end)
            and not _IS_TIME.search(self.text, max(0, placed.start - 16), placed.start)
        ):
            return replace(
                placed, kind="count", value=float(placed.readings[0].year or 0), step=1.0, noun="trade", readings=()
            )
        return placed

    def claims(self, parameters: Mapping[str, Sequence[Mention]] | None = None) -> list[Claim]:
        """Every claimed number with its context. `parameters` are further names, by dimension, that numbers themselves tell."""
        for dimension, further in (parameters or {}).items():
            self.things.add(dimension, further)
        found: list[Claim] = []
        for place, inside in self._numbers.items():
            numbers = [quantity for quantity in inside if quantity.kind != "date"]
            bound = self.things.named(place, numbers)
            said = iter(zip(self.metrics.of(place, numbers), self.times.of(place, numbers), bound, strict=True))
            heard: dict[str, Telling] = {}
            hinted: dict[str, int] = {}  # where the last number of a kind ends that may be told as a loss
            dates = [quantity for quantity in inside if quantity.kind == "date"]
            roles = date_roles(self.text, self.outline.passages[place].start, dates) if dates else {}
            for quantity in inside:
                if quantity.kind == "date":
                    if self._idle.is_label(quantity) or is_quantile(self.text, quantity):
                        continue
                    role = roles.get(next(at for at, date in enumerate(dates) if date is quantity))
                    found.append(Claim(quantity, Context(), None, None, place, role))
                    continue
                (metrics, direct), times, allowed = next(said)
                told = telling(
                    self.text, quantity.start, quantity.end, minus=quantity.sign < 0, money=quantity.kind == "money"
                )
                if quantity.kind == "basis_points" and abs(quantity.value) < MANY_BPS and not quantity.sign:
                    told = None  # a fee
                by_losses = direct and metrics is not None and metrics <= _NAMED_BY_LOSSES
                if by_losses:
                    told = None
                if not (self._idle.holds(quantity) or is_no_result(self.text, quantity)):
                    context = Context(metrics=metrics, direct=direct, names=allowed, times=times)
                    before = heard.get(quantity.kind)
                    if told != "gain" and metrics and all(is_loss(metric) for metric in metrics):
                        told, before = None, "loss"  # a magnitude, or a negative number
                    elif (
                        told is None
                        and before is None
                        and not by_losses
                        and (
                            self._is_joined(hinted.get(quantity.kind), quantity) or self._hints_loss(quantity, metrics)
                        )
                    ):
                        before = "loss"
                        hinted[quantity.kind] = quantity.end
                    found.append(Claim(quantity, context, told, before, place))
                if told is not None:
                    heard[quantity.kind] = told
        return found

    def _is_joined(self, end: int | None, quantity: Quantity) -> bool:
        """Whether nothing but a comma or an "and" stands between `end` and a number: "took away 1.8% and 4.4%"."""
        return end is not None and _JOINED.fullmatch(self.text, end, quantity.start) is not None

    def _hints_loss(self, quantity: Quantity, metrics: frozenset[str] | None) -> bool:
        return hints_loss(self.text, quantity.start, quantity.end) and not self._is_stated(quantity, metrics)

    def _is_stated(self, quantity: Quantity, metrics: frozenset[str] | None) -> bool:
        """Whether a number is stated as the level of a metric of either sign: "the growth rate becomes 3.4%"."""
        ratio = quantity.kind == "plain" and quantity.step < 1
        signed = (
            ratio
            if metrics is None
            else len(metrics) <= MOST_MEANT and metrics <= SIGNED | {"fee", "fees_paid", "final_equity"}
        )
        return signed and (ratio or quantity.kind == "percent") and is_stated(self.text, quantity.start, ratio=ratio)

    def written(self, start: int, end: int) -> str:
        """What stands at a place of the text, as it was written."""
        return self.named.raw[slice(*self.named.raw_span(start, end))]

    def sentence(self, claim: Claim) -> tuple[str, int]:
        """The claim's passage, and where it starts."""
        passage = self.outline.passages[claim.passage]
        return self.text[passage.start : passage.end], passage.start

    def in_sentence(self, claim: Claim) -> tuple[str, Quantity]:
        """The claim's sentence, and its number at its place in there."""
        text, start = self.sentence(claim)
        return text, replace(claim.quantity, start=claim.quantity.start - start, end=claim.quantity.end - start)

    def with_heads(self, claim: Claim) -> tuple[str, Quantity]:
        """The same behind the labels of the claim's table row and column."""
        text, placed = self.in_sentence(claim)
        head = self.heads(claim)
        return head + text, replace(placed, start=placed.start + len(head), end=placed.end + len(head))

    def as_written(self, claim: Claim) -> str:
        """The claim's sentence as it was written, or its cell with the labels of row and column."""
        outline = self.outline.passages
        own = outline[claim.passage]
        places = (*(own.parents[:2] if own.cell else ()), claim.passage)
        spans = (self.named.raw_span(outline[each].start, outline[each].end) for each in places)
        return " ".join(self.named.raw[start:end] for start, end in spans)

    def passage_text(self, place: int) -> str:
        passage = self.outline.passages[place]
        return self.text[passage.start : passage.end]

    def without_metrics(self, place: int) -> str:
        """A passage without the names of what is measured, whose words are of nothing else: "worst" of "worst drawdown", but
        "dearest" of "the dearest fee"."""
        start, text = self.outline.passages[place].start, self.passage_text(place)
        for mention in reversed([each for each in self.metrics.mentions(place) if not each.means <= SETTINGS]):
            text = f"{text[: mention.start - start]} ; {text[mention.end - start :]}"
        return text

    def before(self, place: int, steps: int) -> list[int]:
        """The passages before one, the nearest first, `steps` at most; before a table cell those of its row."""
        passages = self.outline.passages
        passage = passages[place]
        if not passage.cell:
            return list(range(place - 1, max(-1, place - 1 - steps), -1))
        row = set(passage.parents[:1])
        cells = takewhile(lambda at: passages[at].cell, range(place - 1, -1, -1))
        return list(takewhile(lambda at: row & {at, *passages[at].parents[:1]}, cells))

    def around(self, place: int) -> str:
        """A passage as it was written, with its paragraph up to there, what speaks for it and the one before."""
        if place not in self._around:
            self._around[place] = self._written_around(place)
        return self._around[place]

    def _written_around(self, place: int) -> str:
        outline = self.outline.passages
        own = outline[place]
        places = [place, *own.parents, *([own.previous] if own.previous is not None else [])]
        named = self.named
        spans = (named.raw_span(outline[each].start, outline[each].end) for each in places)
        at = named.raw_span(own.start, own.end)[0]
        paragraph = named.raw[max(named.raw.rfind("\n\n", 0, at), at - _LONGEST_PARAGRAPH, 0) : at]
        return "\n".join((paragraph, *(named.raw[start:end] for start, end in spans)))

    def is_spoken_of(self, name: str, place: int) -> bool:
        """Whether a passage, what speaks for it or those right before or after it name a thing."""
        near = (place, place + 1, *self.outline.passages[place].parents, *self.before(place, _NEAR))
        return self.things.speaks_of(name) and any(self.things.names(name, each) for each in near)

    def is_cell(self, claim: Claim) -> bool:
        """Whether the claim stands in a table."""
        return self.outline.passages[claim.passage].cell

    def is_wordless(self, claim: Claim) -> bool:
        """Whether the claim stands in a table of which no word tells what is in its row or column."""
        passage = self.outline.passages[claim.passage]
        told = (self.passage_text(place) for place in (claim.passage, *passage.parents))
        return passage.cell and not any(_WORD.search(text) for text in told)

    def heads(self, claim: Claim) -> str:
        """The labels of a table cell's row and column, of which a cue may stand in either ("Δ", "difference"); "" in running text."""
        passages = self.outline.passages
        passage = passages[claim.passage]
        above = (passages[parent] for parent in passage.parents[:2]) if passage.cell else ()
        return "".join(f"{self.text[each.start : each.end].strip()}: " for each in above)

    def about(self, claim: Claim) -> str:
        """The claim's sentence with the headings and labels that it stands under, the sentences right before it and the question."""
        own = self.outline.passages[claim.passage]
        ahead = self.before if own.cell else self.outline.blocks_before
        places = (claim.passage, *own.parents, *ahead(claim.passage, _ABOUT))
        return " ".join((*map(self.passage_text, places), self.question))

    def above(self, claim: Claim) -> str:
        """The headings and labels that the claim's sentence stands under; for a table cell also what stands before the table."""
        passages = self.outline.passages
        before = next((at for at in range(claim.passage, -1, -1) if not passages[at].cell), claim.passage)
        places = dict.fromkeys((*passages[claim.passage].parents, *passages[before].parents, before))
        return " ".join(self.passage_text(place) for place in places if place != claim.passage)

    def is_bare_aside(self, claim: Claim) -> bool:
        """Whether the claim stands in brackets, or after a colon, in words that name nothing."""
        text, start = self.sentence(claim)
        at = claim.quantity.start - start
        opened, closed = text.rfind("(", 0, at), text.find(")", at)
        if opened <= text.rfind(")", 0, at):
            opened, closed = text.rfind(":", 0, at), len(text)
        aside = text[opened + 1 : closed if closed >= 0 else len(text)]
        if opened < 0 or SIGN in aside or aside[at - opened :].strip().startswith(":"):
            return False
        named = (each for each in self.metrics.mentions(claim.passage) if len(each.means) <= MOST_MEANT)
        return not any(0 <= each.start - start - opened < len(aside) for each in named)

    def is_side(self, claim: Claim) -> bool:
        """Whether the claim is one side of a comparison that its sentence keeps up."""
        numbers = [quantity for quantity in self.quantities_in(claim.passage) if quantity.kind != "date"]
        return self.things.is_side(claim.passage, numbers, claim.quantity)

    def is_set_against(self, before: Claim, claim: Claim) -> bool:
        """Whether one number is told beside another: "0.66 vs. 0.31"."""
        return SET_AGAINST.fullmatch(self.text, before.quantity.end, claim.quantity.start) is not None

    def is_compared(self, before: Claim, claim: Claim) -> bool:
        """Whether words of comparison, and no metric's name, stand between two numbers: "worse in 2018 (-12%) than in 2017 (13%)"."""
        start, end = before.quantity.end, claim.quantity.start
        if end - start > _LONGEST_COMPARED or _COMPARED.search(self.text, start, end) is None:
            return False
        between = (each for each in self.metrics.mentions(claim.passage) if start <= each.start < end)
        return not any(can_be(claim.quantity, name) for each in between for name in each.means)

    def is_example(self, quantity: Quantity) -> bool:
        """Whether an example starts from a number, which claims nothing."""
        return self._idle.is_example(quantity)

    def quantities_in(self, place: int) -> Sequence[Quantity]:
        """The numbers that a passage tells, dates among them."""
        return self._numbers.get(place, ())


def _year_asked(question: str) -> int | None:
    """The one year that a question names."""
    years = {each.readings[0].year for each in quantities(question) if each.kind == "date" and each.readings}
    return years.pop() if len(years) == 1 else None
