"""The numbers that an answer claims, each with the metric, thing and time its wording gives it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from msgspec.structs import replace

from validators.grounding.answer.binding import Context, links
from validators.grounding.answer.compared import METRIC, Compared, compared
from validators.grounding.answer.date_role import Role, date_roles
from validators.grounding.answer.mentions import (
    SIGN,
    Mention,
    metric_mentions,
    other_words,
    tokens,
    with_bare_extremes,
)
from validators.grounding.answer.named_text import named_text, with_short_numbers
from validators.grounding.answer.outcome import shared_outcome
from validators.grounding.answer.outline import Outline
from validators.grounding.answer.said_metric import SET_AGAINST, SaidMetrics
from validators.grounding.answer.said_name import Names, main_mentions, names_of, with_main
from validators.grounding.answer.strokes import in_strokes, right_before, stroke_groups
from validators.grounding.answer.telling import hints_loss, is_outlay, telling
from validators.grounding.answer.told_order import in_order
from validators.grounding.number_match import Telling
from validators.grounding.told_as import MANY_BPS, can_be
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.metric_words import METRICS, is_loss
from validators.grounding.tools.number import KEYED, MAIN
from validators.numbers.quantity import DateParts, Quantity
from validators.numbers.scan import quantities

_IDLE_NOUNS = frozenset(
    "reason thing way point step caveat factor option note key main takeaway question issue concern part side hand other of example observation decimal digit column row table bullet chart slide page metric measure statistic stat figure "
    "finding aspect consideration bullet item sentence word paragraph line answer approach kind type sort more".split()
)  # fmt: skip
_BENCHMARK_KEY = re.compile(
    r"bench|buy.?(?:and|&|n)?.?hold|hodl|^index|^against|^reference|^comparator", re.IGNORECASE
)  # whose value is another name of it
_COUNTED = frozenset(
    word for name, metric in METRICS.items() if metric.measure == "count" for word in name.rstrip("s").split("_")
) | {"trade", "position", "signal"}
_DATE_JOIN = re.compile(
    r"\s{0,3}(?:[-–—]|to|through|until|till|and|thru)\s{0,3}(?:the end of |end of |mid-|late |early )?", re.IGNORECASE
)
_OF_THOSE_NAMED = re.compile(r"\b(?:the|these|those) $", re.IGNORECASE)  # "the two strategies"
# "a Sharpe ratio above 1 is often seen as good"
_RULE_OF_THUMB = re.compile(
    r"[^.;,\d]{0,24}\b(?:is|are|would be) (?:often|usually|generally|typically|commonly|widely|normally|sometimes)?\s?"
    r"(?:seen|considered|regarded|viewed|thought|deemed|taken|called|rated) ",
    re.IGNORECASE,
)
# a further run that the answer only proposes: "I can test 20 bps next"
_WANTED = re.compile(
    r"\b(?:people|investors|practitioners|allocators|analysts|statisticians|textbooks?|convention|some|many|most|one) (?:\w+ )?"
    r"(?:likes?|wants?|prefers?|looks? for|asks? for|calls?|considers?|regards?|treats?|expects?|demands?|aims? for|requires?|sees?)\b[^.;,:\d]{0,40}$",
    re.IGNORECASE,
)  # "people like a t-stat of 2 or better"
_OFFERED = re.compile(
    r"\b(?:(?:I|we) (?:can|could|may|might) (?:also |gladly |easily |next )?(?:test|try|run|re-?run|check|repeat|redo)|(?:shall|should) (?:I|we))\b[^.;:?\n]{0,60}$",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(
    r"(?:[ -](?:\w+ )?)(?:confiden\w+|credib\w+|certain\w*|probability|significance|prediction (?:band|interval)|(?:C\.?I|level of (?:confidence|significance))\b|sure\b|"
    r"honest\b|transparent\b|foolproof|guarantee\w*|reliable\b|accurate\b)",
    re.IGNORECASE,
)  # "a 95% confidence band", "100% certain"
_CONFIDENT = re.compile(
    r"\b(?:confidence|significance|credib\w+)(?: level| interval| band)?(?: of| at|,|:)?(?: the)? ?\(?$", re.IGNORECASE
)
_AT_LEVEL = re.compile(
    r"(?: (?:quantile|level)\b|\)? ?(?:VaR|CVaR|ES|expected shortfall|value at risk)\b)", re.IGNORECASE
)
_AT_RISK = re.compile(r"\b(?:VaR|CVaR|value at risk|shortfall) ?(?:at(?: the)?|\() ?$", re.IGNORECASE)
_LEVELS = frozenset({1.0, 2.5, 5.0, 10.0, 90.0, 95.0, 97.5, 99.0, 99.5, 99.9})
# "three points: ...", "two points stand out"
_POINTS_TO = re.compile(
    r"\s?(?::|(?:are )?(?:worth|to (?:note|make|keep|remember|bear)|stand(?:s)? out|deserves?|matters?|follow)\b)",
    re.IGNORECASE,
)
_POINTS_OF = re.compile(
    r"(?:^|[\n.:;] ?|\b(?:there are|here are|make|following|these|those|raise|with) (?:just |only |the )?)$",
    re.IGNORECASE,
)
_LEAST_CAPITAL = 100
_SUPPOSED = re.compile(
    r"\b(?:had (?:you|one|someone|we)|if (?:you|one|someone|we)(?:['’]d| had)?|imagine|suppose|say|hypothetical\w*|(?:someone|an investor|anyone) (?:who|with))\b[^.;:\d]{0,40}$",
    re.IGNORECASE,
)
# "losing years", "flat ones"
_PERIODS = re.compile(
    r"(?:[ -](?:los\w+|winn\w+|positive|negative|flat|profitable|good|bad|strong|weak|up|down|best|worst|calendar|full|quiet|rough|red|green|[a-z]{3,10}er)){0,2}"
    r"[ -](?:years?|months?|quarters?|weeks?|days?|ones|periods?|stretches|spells?|episodes?)\b",
    re.IGNORECASE,
)
_HOW_LONG = re.compile(
    r"\b(?:over|for|during|across|span\w*|cover\w*|period of|window of|sample of|history of|last\w*|past|first|after|within|took|takes?|taking|lasting|some|about|nearly|"
    r"almost|under|than|least)\s(?:the |a |an )?(?:\w+ )?$",
    re.IGNORECASE,
)
_OF_SEVERAL = re.compile(r"[ -][a-z]+(?: (?:out )?of\b|,? ?[:(]|,? (?:when|in which|where|that)\b|[.;])", re.IGNORECASE)
_THOSE = re.compile(r"\b(?:these|those|all) (?:full |whole )?$", re.IGNORECASE)  # "those twelve months"
_FOR_EACH = re.compile(
    r" (?:\w+ ){0,3}(?:for (?:each|every|one)|per|to (?:each|every)) (?:single )?(?:dollar|euro|pound|franc|yen|unit)s?\b",
    re.IGNORECASE,
)  # "2.95 dollars won for each dollar lost": a ratio
_ASKED = re.compile(r":\s(?:[^.!?\n]|\.\d){0,160}\?")  # "Q1: was it profitable?"
_DENIED = re.compile(
    r"\b(?:not|never|nor)\s(?:the |a |an |some )?$", re.IGNORECASE
)  # "a single run, not 1,000 simulated paths"
_NONE = re.compile(
    r"\b(?:no|not|never|nothing|none|nobody|isn['’]t|aren['’]t|hardly|cannot|can['’]t)\b[^.;,\d]{0,24}$", re.IGNORECASE
)
_BEGINS = re.compile(r"(?:^|[\n.!?:])[ \t*_#>-]{0,6}$")  # "Q1. Did it make money?"
_MIXED = re.compile(
    r"\s(?:split (?:between|of|across)\b|(?:\w+ )?(?:average|mean|mix|blend|weight\w*|combination)\b)", re.IGNORECASE
)
_THE = re.compile(r"\b(?:the|both|these|those|all) $", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:than|versus|vs|against|compared|opposed)\b", re.IGNORECASE)
_LONGEST_COMPARED = 90  # characters
_FAR = 7.0
_PASSAGES_BACK = 2  # "A and B differ. The gap in Sharpe is 0.4."


@dataclass(frozen=True, slots=True)
class Claim:
    """A number of the answer with what it is said of; `telling` says whether as a loss or a gain, `heard` how the number of its
    kind before it in the sentence was told. `role` is what a date is said to be. Its places are those of the answer's text with names as signs."""

    quantity: Quantity
    context: Context
    telling: Telling | None
    heard: Telling | None
    passage: int
    role: Role | None = None


class Answer:
    """An answer read against what the tools returned.

    `named` holds its text with each name and each number as one sign; `cut` the places of the numbers in the text with names as
    signs, `figures`.
    """

    def __init__(self, raw: str, question: str, index: ToolIndex) -> None:
        figures = named_text(raw, index.names)
        self.figures = figures.text
        self.named, self.cut = with_short_numbers(figures)
        self.text = self.named.text
        self.outline = Outline(self.text)
        self._index = index
        self._quantities = [
            replace(quantity, start=self.cut.start(quantity.start), end=self.cut.end(quantity.end))
            for quantity in quantities(self.figures)
        ]
        self._quantities = [
            replace(quantity, kind="plain", currency=None)
            if quantity.kind == "money" and quantity.step < 1 and _FOR_EACH.match(self.text, quantity.end)
            else quantity
            for quantity in self._quantities
        ]
        self._numbers = self.outline.placed(self._quantities)
        bench = [
            mention
            for dimension, held in self.named.mentions.items()
            if _BENCHMARK_KEY.search(dimension) and not dimension.startswith(KEYED)
            for mention in held
        ]
        mentioned = {dimension: held for dimension, held in self.named.mentions.items() if dimension in index.rivals}
        for dimension in mentioned.keys() if bench else ():
            for name in index.rivals[dimension] if dimension.startswith(KEYED) else ():
                if other_words(name) is not None and _BENCHMARK_KEY.search(name):
                    called = [Mention(mention.start, mention.end, frozenset({name})) for mention in bench]
                    mentioned[dimension] = sorted((*mentioned[dimension], *called), key=lambda mention: mention.start)
        self._spoken = frozenset(name for held in mentioned.values() for mention in held for name in mention.means)
        main = main_mentions(self.text, self.named.mentions, index)
        self._names: dict[str, Names] = {
            dimension: with_main(self.outline, dimension, held, main, index, self._numbers)
            for dimension, held in mentioned.items()
        }
        self.metrics = SaidMetrics(
            self.outline,
            with_bare_extremes(self.text, metric_mentions(self.text, tokens(self.text), index.metrics)),
            metric_mentions(question, tokens(question), index.metrics),
            index,
        )

    def claims(self, parameters: Mapping[str, Sequence[Mention]] | None = None) -> list[Claim]:
        """Every claimed number with its context. `parameters` are further names, by dimension, that numbers themselves tell."""
        for dimension, further in (parameters or {}).items():
            self._names[dimension] = self.outline.placed(further)
        names = self._names
        found: list[Claim] = []
        for place, inside in self._numbers.items():
            numbers = [quantity for quantity in inside if quantity.kind != "date"]
            bound: list[dict[str, frozenset[str]]] = [{} for _ in numbers]
            for dimension, mentions in names.items():
                for index, named in enumerate(names_of(self.outline, place, numbers, mentions)):
                    if named is not None:
                        bound[index][dimension] = named
            metrics_said = list(self.metrics.of(place, numbers))
            self._bind_strokes(place, numbers, metrics_said, bound)
            said = iter(zip(metrics_said, self._times_of(place, numbers, inside), bound, strict=True))
            heard: dict[str, Telling] = {}
            lost_from = self._lost_from(place)
            dates = [quantity for quantity in inside if quantity.kind == "date"]
            roles = date_roles(self.text, self.outline.passages[place].start, dates) if dates else {}
            for quantity in inside:
                if quantity.kind == "date":
                    if self._is_label(quantity):
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
                if not self._is_idle(quantity):
                    context = Context(metrics=metrics, direct=direct, names=allowed, times=times)
                    before = heard.get(quantity.kind)
                    if told != "gain" and metrics and all(is_loss(metric) for metric in metrics):
                        told, before = None, "loss"  # a magnitude, or a negative number
                    elif told is None and before is None:
                        outlay = quantity.kind == "money" and is_outlay(self.text, quantity.start)
                        if outlay or hints_loss(self.text, quantity.start, quantity.end) or lost_from <= quantity.start:
                            before = "loss"
                    found.append(Claim(quantity, context, told, before, place))
                if told is not None:
                    heard[quantity.kind] = told
        return found

    def _bind_strokes(
        self,
        place: int,
        numbers: Sequence[Quantity],
        metrics: list[tuple[frozenset[str] | None, bool]],
        bound: list[dict[str, frozenset[str]]],
    ) -> None:
        """Give numbers with strokes between them the metrics that stand so too, and the thing that stands right before them."""
        for group in stroke_groups(self.text, numbers):
            for each in (place, *self.outline.passages[place].parents):
                named = in_strokes(self.text, self.metrics.mentions(each), len(group))
                if named is not None:
                    for at, mention in zip(group, named, strict=True):
                        metrics[at] = (mention.means, True)
                    break
            for dimension, mentions in self._names.items():
                thing = right_before(self.text, mentions.get(place, ()), numbers[group[0]].start)
                if thing is not None:
                    for at in group:
                        bound[at][dimension] = thing.means

    def _lost_from(self, place: int) -> int:
        """From where on the numbers of a passage may be losses, as it begins by telling that all of its things lost."""
        passage = self.outline.passages[place]
        shared = shared_outcome(self.text[passage.start : passage.end])
        return passage.start + shared[1] if shared is not None and shared[0] == "loss" else len(self.text)

    def sentence(self, claim: Claim) -> tuple[str, int]:
        """The claim's passage, and where it starts."""
        passage = self.outline.passages[claim.passage]
        return self.text[passage.start : passage.end], passage.start

    def passage_text(self, place: int) -> str:
        passage = self.outline.passages[place]
        return self.text[passage.start : passage.end]

    def before(self, place: int, steps: int) -> list[int]:
        """The passages before one, the nearest first, `steps` at most; before a table cell those of its row."""
        passages = self.outline.passages
        passage = passages[place]
        if not passage.cell:
            return list(range(place - 1, max(-1, place - 1 - steps), -1))
        row = set(passage.parents[:1])
        cells = takewhile(lambda at: passages[at].cell, range(place - 1, -1, -1))
        return list(takewhile(lambda at: row & {at, *passages[at].parents[:1]}, cells))

    def is_cell(self, claim: Claim) -> bool:
        """Whether the claim stands in a table."""
        return self.outline.passages[claim.passage].cell

    def heads(self, claim: Claim) -> str:
        """The labels of a table cell's row and column, of which a cue may stand in either ("Δ", "difference"); "" in running text."""
        passages = self.outline.passages
        passage = passages[claim.passage]
        above = (passages[parent] for parent in passage.parents[:2]) if passage.cell else ()
        return "".join(f"{self.text[each.start : each.end].strip()}: " for each in above)

    def is_bare_aside(self, claim: Claim) -> bool:
        """Whether the claim stands in brackets, or after a colon, in words that name nothing."""
        text, start = self.sentence(claim)
        at = claim.quantity.start - start
        opened, closed = text.rfind("(", 0, at), text.find(")", at)
        if opened <= text.rfind(")", 0, at):
            opened, closed = text.rfind(":", 0, at), len(text)
        aside = text[opened + 1 : closed if closed >= 0 else len(text)]
        return opened >= 0 and SIGN not in aside and not aside[at - opened :].strip().startswith(":")

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

    def names_two(self, claim: Claim) -> bool:
        """Whether the claim's sentence names two things."""
        passage = self.outline.passages[claim.passage]
        return self.text.count(SIGN, passage.start, passage.end) > 1

    def speaks_of(self, name: str) -> bool:
        """Whether the answer names it anywhere."""
        return name in self._spoken

    def names_in(self, place: int) -> dict[str, frozenset[str]]:
        """The names that a passage names, by dimension, where it names two or more."""
        found = {}
        for dimension, mentions in self._names.items():
            names = frozenset().union(*(mention.means for mention in mentions.get(place, ())))
            if len(names - {MAIN}) > 1 or (len(names) > 1 and dimension.startswith(KEYED)):
                found[dimension] = names
        return found

    def names_before(self, place: int) -> dict[str, frozenset[str]]:
        """The two names that the nearest passage before a passage that names none sets side by side, by dimension."""
        if any(mentions.get(place) for mentions in self._names.values()):
            return {}
        named = (
            before
            for before in range(place - 1, max(-1, place - 1 - _PASSAGES_BACK), -1)
            if any(mentions.get(before) for mentions in self._names.values())
        )
        return {dimension: names for dimension, names in self.names_in(next(named, place)).items() if len(names) == 2}

    def things_in(self, place: int) -> dict[str, list[Mention]]:
        """Where a passage names the things that numbers may be of, by dimension."""
        found = {}
        for dimension, mentions in self._names.items():
            named = [mention for mention in mentions.get(place, ()) if mention.end > mention.start]
            if named:
                found[dimension] = named
        return found

    def dated_in(self, place: int) -> list[tuple[Mention, DateParts]]:
        """Where a passage names a time, and which."""
        own = self._time_mentions(self._numbers.get(place, ()))
        return [(mention, dates[0]) for mention, dates in own if len(dates) == 1]

    def quantities_in(self, place: int) -> Sequence[Quantity]:
        """The numbers that a passage tells, dates among them."""
        return self._numbers.get(place, ())

    def names_in_order(self, place: int, numbers: Sequence[tuple[int, Mapping[str, str]]]) -> bool:
        """Whether a passage names what two numbers, given by place and scope, are of in the order of the numbers; where it names
        one thing only, whether that is of the number next to the name."""
        for dimension, own in self.things_in(place).items():
            order = list(dict.fromkeys(mention.means for mention in own))
            held = [scope.get(dimension) for _, scope in numbers]
            if len(order) == 1 and held[0] != held[1]:
                first = own[0].start < numbers[0][0]
                if held[0 if first else 1] not in order[0] or held[1 if first else 0] in order[0]:
                    return False
            elif len(order) > 1 and (len(order) > 2 or any(held[at] not in order[at] for at in (0, 1))):
                return False
        return True

    def compared_in(self, place: int) -> dict[str, Compared]:
        """Which of the things that a passage compares it sets above the other, by dimension; of two metrics too."""
        passage = self.outline.passages[place]
        text = self.text[passage.start : passage.end]
        found = {}
        placed = {dimension: mentions.get(place, ()) for dimension, mentions in self._names.items()}
        for dimension, mentions in (*placed.items(), (METRIC, self.metrics.mentions(place))):
            own = [mention.moved(-passage.start) for mention in mentions]
            order = compared(text, own) if own else None
            if order is not None:
                found[dimension] = order
        return found

    def times_in(self, place: int) -> tuple[DateParts, ...]:
        """The dates that a passage names."""
        inside = self._numbers.get(place, ())
        return tuple(quantity.readings[0] for quantity in inside if quantity.kind == "date" and quantity.readings)

    def _times_of(
        self, place: int, numbers: Sequence[Quantity], inside: Sequence[Quantity]
    ) -> list[tuple[DateParts, ...]]:
        """The dates that each number of a passage is said of."""
        passage = self.outline.passages[place]
        own = self._time_mentions(inside)
        if own:
            held = dict(own)
            options = links(self.text, passage, numbers, list(held), names=True)
            ordered = in_order(self.text, numbers, list(held), names=True)
            by_name = {name: dates for mention, dates in own for name in mention.means}
            return [
                by_name[next(iter(ordered[place]))]
                if place in ordered and len(ordered[place]) == 1
                else held[option[0].mention]
                if option and option[0].cost <= _FAR
                else ()
                for place, option in enumerate(options)
            ]
        for parent in passage.parents:
            above = self._time_mentions(self._numbers.get(parent, []))
            if len(above) == 1:
                return [above[0][1]] * len(numbers)
        return [()] * len(numbers)

    def _time_mentions(self, inside: Sequence[Quantity]) -> list[tuple[Mention, tuple[DateParts, ...]]]:
        found: list[tuple[Mention, tuple[DateParts, ...]]] = []
        for quantity in inside:
            if quantity.kind != "date":
                continue
            if found and _DATE_JOIN.fullmatch(self.text, found[-1][0].end, quantity.start):
                mention, dates = found[-1]
                found[-1] = (Mention(mention.start, quantity.end, mention.means), (*dates, *quantity.readings[:1]))
            else:
                name = frozenset({repr(quantity.readings[:1])})
                found.append((Mention(quantity.start, quantity.end, name), quantity.readings[:1]))
        return found

    def _is_label(self, quantity: Quantity) -> bool:
        """Whether what reads as a quarter numbers a question."""
        ended = self.text[quantity.end : quantity.end + 2] in (". ", ") ", ".\n")
        ended = ended or _ASKED.match(self.text, quantity.end) is not None
        return ended and _BEGINS.search(self.text, 0, quantity.start) is not None and len(quantity.text) == 2

    def _is_supposed(self, quantity: Quantity) -> bool:
        """Whether a round sum is a capital that the answer only supposes: "had you started with $10,000"."""
        if quantity.kind != "money" or quantity.sign or quantity.value < _LEAST_CAPITAL:
            return False
        digits = f"{quantity.value:.0f}".rstrip("0")
        return len(digits) <= 2 and _SUPPOSED.search(self.text, max(0, quantity.start - 60), quantity.start) is not None

    def _is_small_talk(self, quantity: Quantity) -> bool:
        """Whether a small number in words counts periods, which no tool counts: "two losing years", "in four years out of seven",
        "about two and a half years"; how long something took is a number to check."""
        if not quantity.spelled or quantity.scale != 1 or not 1 < quantity.value <= 12:
            return False
        if quantity.kind == "count":
            return _PERIODS.match(self.text, quantity.end) is not None
        if quantity.kind != "duration":
            return False
        if quantity.step < 1:
            return quantity.hedge is not None
        return _HOW_LONG.search(self.text, max(0, quantity.start - 40), quantity.start) is None and (
            _OF_SEVERAL.match(self.text, quantity.end) is not None
        )

    def _is_level(self, quantity: Quantity) -> bool:
        """Whether a percentage says how sure something is."""
        ahead = max(0, quantity.start - 40)
        if _CONFIDENCE.match(self.text, quantity.end) or _CONFIDENT.search(self.text, ahead, quantity.start):
            return True
        at_risk = _AT_LEVEL.match(self.text, quantity.end) or _AT_RISK.search(self.text, ahead, quantity.start)
        return quantity.value in _LEVELS and at_risk is not None

    def _is_idle(self, quantity: Quantity) -> bool:
        """Whether a small number only orders the text ("two reasons", "3 caveats") and counts nothing that a tool returned."""
        ahead = max(0, quantity.start - 80)
        if _RULE_OF_THUMB.match(self.text, quantity.end) or _OFFERED.search(self.text, ahead, quantity.start):
            return True
        if quantity.kind == "plain" and not quantity.sign and _WANTED.search(self.text, ahead, quantity.start):
            return True
        if quantity.kind == "duration" and quantity.spelled:
            dates = sum(each.kind == "date" for each in self._quantities)
            if _THE.search(self.text, max(0, quantity.start - 6), quantity.start):
                return dates > 1 or (dates == 1 and quantity.noun == "month" and quantity.value == 12)
            if dates == quantity.value > 1:
                return True
        if self._is_small_talk(quantity) or self._is_supposed(quantity):
            return True
        if quantity.kind == "percent" and self._is_level(quantity):
            return True
        if quantity.kind == "percent" and quantity.value == 100 and _NONE.search(self.text, ahead, quantity.start):
            return True  # "no 100% safe strategy"
        uncounted = quantity.kind == "count" and quantity.noun not in _COUNTED | self._index.counted
        if uncounted and _DENIED.search(self.text, ahead, quantity.start):
            return True
        if quantity.kind == "duration" and _THOSE.search(self.text, max(0, quantity.start - 16), quantity.start):
            return True
        if (
            quantity.kind == "points"
            and quantity.spelled
            and quantity.step == 1
            and quantity.text.lower().endswith((" points", " point"))
        ):
            return _POINTS_TO.match(self.text, quantity.end) is not None or (
                _POINTS_OF.search(self.text, max(0, quantity.start - 24), quantity.start) is not None
                and not self.text.startswith(" of", quantity.end)
            )
        if quantity.kind == "split" and _MIXED.match(self.text, quantity.end):
            return True
        if quantity.kind not in ("plain", "count") or quantity.step != 1 or abs(quantity.value) > 12 or quantity.sign:
            return False
        if quantity.noun in _IDLE_NOUNS:
            return True
        few = quantity.spelled and quantity.value <= max(2, len(self._spoken))
        if few and _OF_THOSE_NAMED.search(self.text[max(0, quantity.start - 12) : quantity.start]):
            return True
        return quantity.spelled and (
            quantity.noun is None or (quantity.noun not in _COUNTED and quantity.noun not in self._index.counted)
        )
