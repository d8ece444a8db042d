"""The numbers that an answer claims, each with the metric, thing and time its wording gives it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from validators.answer_text import Passage, passages
from validators.binding import Context, Link, chosen, in_order, links
from validators.mentions import Mention, Token, metric_mentions, name_mentions, rivals, tokens
from validators.metric_words import METRICS, allowed, key_words, measure_of
from validators.number_match import Telling
from validators.number_text import quantities
from validators.quantity import DateParts, Quantity
from validators.telling import telling
from validators.tool_numbers import KEYED, MAIN, ToolFacts

_IDLE_NOUNS = frozenset(
    "reason thing way point step caveat factor option note key main takeaway question issue concern part side hand other of example observation "
    "finding aspect consideration bullet item sentence word paragraph line answer approach kind type sort more".split()
)  # fmt: skip
_ANNUAL = re.compile(
    r"[^.;\d]{0,14}?\b(?:a|per|each|every) (?:year|annum)\b|[^.;,\d]{0,14}?(?:\bp\.?a\b|\bannuali[sz]ed\b|\bannually\b|\byearly\b)",
    re.I,
)
_ANNUAL_BEFORE = re.compile(
    r"\b(?:compound\w*|annuali[sz]ed|annually|annuali[sz]ing|yearly|a year)\b[^.;\d]{0,24}$", re.I
)
_WHOLE = re.compile(
    r"[^.;\d]{0,12}?\b(?:in total|overall|cumulatively|in all|all told|altogether|over the (?:whole|full|entire)\b)",
    re.I,
)
_WHOLE_BEFORE = re.compile(r"\b(?:total(?:led|ling)?|cumulative(?:ly)?|overall)\b[^.;,\d]{0,16}$", re.I)
_OPEN_REFERENCE = re.compile(
    r"\b(?:both|latter|former|the other|the second|the first|others?|each|either|neither|whereas|respectively|benchmark|buy[- ]and[- ]hold)\b",
    re.I,
)
_OTHER_SIDE = re.compile(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)|up from|down from)\s+(?:only |just |about |an? |the )?[\W]{0,3}$",
    re.I,
)
_MAIN_WORDS = re.compile(
    r"\b(?:the (?:strategy|model|system|run|backtest|rule|portfolio|approach|algorithm))\b|(?:^|[.;,]\s+|\b(?:while|and|but|whereas) )it\b",
    re.I,
)
_ASSET_KEY = re.compile(r"ticker|symbol|asset|instrument|currency|universe|exchange|sector", re.I)
_IN_OTHER_WORDS = re.compile(
    r"[\s,;(—–-]*(?:overall|in total|cumulatively|all told)?[\s,;(—–-]*(?:or|i\.e\.,?|that is,?|which is|equivalent to|equal to|meaning)\s+"
    r"(?:about |roughly |around |just )?",
    re.IGNORECASE,
)
_SHARE_OF_TRADES = re.compile(
    r"\s+of (?:its|the|all|their|those|his|our)?\s*(?:\w+[- ])?(?:trades|positions|transactions|deals|bets|entries|days|months|years)\b"
)
_DATE_JOIN = re.compile(
    r"\s*(?:[-–—]|to|through|until|till|and|thru)\s*(?:the end of |end of |mid-|late |early )?", re.I
)
_ANNUALIZED = frozenset({"cagr", "volatility", "alpha", "turnover", "tracking_error", "downside_deviation", "trades"})
_WORDS = re.compile(r"[^\W\d_]+")
_SAYS_NOTHING = frozenset(
    "for on in it its was is were at to that of the a an and while only came with had has did that's same figure one this managed stands "
    "stood about around roughly just nearly almost over under s had's but whereas in run case strategy model against versus compared by".split()
)  # fmt: skip
_NEAR = 4.5  # a metric that stands farther from a number than this does not bind it
_NOT_YEARLY = frozenset(
    {"total_return", "win_rate", "loss_rate", "exposure", "max_drawdown", "average_drawdown", "current_drawdown"}
)
_LOOSE_RETURNS = frozenset(allowed((word,), "return") for word in ("return", "made", "make"))
_DIRECT = 0.6
# Metrics that a question sets rather than asks for.
_SETTINGS = frozenset({"fee", "slippage", "initial_capital", "lookback", "leverage", "risk_free_rate"})
_NEAR_AFTER = 3.5
_FAR = 7.0


@dataclass(frozen=True, slots=True)
class Claim:
    """A number of the answer with what it is said of. `sentence` is its passage's span."""

    quantity: Quantity
    context: Context
    telling: Telling | None
    passage: int
    sentence: tuple[int, int]


class Answer:
    """An answer read against what the tools returned."""

    def __init__(self, text: str, question: str, facts: ToolFacts) -> None:
        self.text = text
        self.facts = facts
        self.passages = passages(text)
        self.quantities = tuple(quantity for quantity in quantities(text, _names_in(text, facts)))
        self._tokens = tokens(text)
        self._rivals = rivals(facts)
        everything = {dimension: {number.scope[dimension] for number in facts.numbers if dimension in number.scope}
                      for dimension in {key for number in facts.numbers for key in number.scope}}  # fmt: skip
        named = name_mentions(text, self._tokens, everything)
        self._main = _main_mentions(text, named)
        hidden = [(mention.start, mention.end) for mentions in named.values() for mention in mentions]
        self._named = {dimension: mentions for dimension, mentions in named.items() if dimension in self._rivals}
        own = {number.metric for number in facts.numbers if number.metric is not None}
        self._whole = (
            own
            - set(METRICS)
            - {number.metric for number in facts.numbers if not number.value.is_integer() or number.unit}
        )
        metrics = metric_mentions(text, self._tokens, own, hidden)
        self._numbers = self._by_passage(self.quantities)
        self._metrics = self._by_passage(metrics)
        self._names = {
            dimension: self._by_passage(self._with_main(dimension, mentions))
            for dimension, mentions in self._named.items()
        }
        asked = tokens(question)
        self._asked_metrics = metric_mentions(question, asked, own, ())

    def _with_main(self, dimension: str, mentions: list[Mention]) -> list[Mention]:
        """Among parts that a key singles out ("benchmark"), the thing as a whole is a name too: MAIN."""
        if not mentions or not dimension.startswith(KEYED):
            return mentions
        if all(dimension in number.scope for number in self.facts.numbers if number.metric in METRICS):
            return mentions
        taken = [(mention.start, mention.end) for mention in mentions]
        main = [
            mention
            for mention in self._main
            if not any(mention.start < end and start < mention.end for start, end in taken)
        ]
        starts = [
            Mention(self.passages[place].start, self.passages[place].start, frozenset({MAIN}))
            for place in self._by_passage(mentions)
            if not self.passages[place].cell and place in self._numbers
        ]
        return sorted([*mentions, *main, *starts], key=lambda mention: mention.start)

    def claims(self, parameters: Mapping[str, Sequence[Mention]] | None = None) -> list[Claim]:
        """Every claimed number with its context. `parameters` are further names, by dimension, that numbers themselves tell."""
        names = dict(self._names)
        for dimension, mentions in (parameters or {}).items():
            names[dimension] = self._by_passage(mentions)
        found: list[Claim] = []
        for place, passage in enumerate(self.passages):
            inside = self._numbers.get(place, [])
            if not inside:
                continue
            numbers = [quantity for quantity in inside if quantity.kind != "date"]
            bound: list[dict[str, frozenset[str]]] = [{} for _ in numbers]
            for dimension, mentions in names.items():
                for index, allowed in enumerate(self._names_of(place, passage, numbers, mentions)):
                    if allowed is not None:
                        bound[index][dimension] = allowed
            metrics = self._metrics_of(place, passage, numbers)
            times = self._times_of(place, passage, numbers, inside)
            for index, quantity in enumerate(numbers):
                if self._is_idle(quantity):
                    continue
                said, direct = metrics[index]
                context = Context(metrics=said, direct=direct, names=bound[index], times=times[index])
                found.append(self._claim(quantity, context, place, passage))
            found.extend(
                self._claim(quantity, Context(), place, passage) for quantity in inside if quantity.kind == "date"
            )
        found.sort(key=lambda claim: claim.quantity.start)
        return found

    def plain(self, start: int, end: int) -> str:
        """The text between, with the names of things blanked out, so that no name is read as a word."""
        piece = self.text[start:end]
        for mentions in self._named.values():
            for mention in mentions:
                if start <= mention.start and mention.end <= end:
                    piece = (
                        piece[: mention.start - start]
                        + "\0" * (mention.end - mention.start)
                        + piece[mention.end - start :]
                    )
        return piece

    def speaks_of(self, name: str) -> bool:
        """Whether the answer names it anywhere."""
        return any(name in mention.means for mentions in self._named.values() for mention in mentions)

    def names_in(self, passage: int) -> dict[str, frozenset[str]]:
        """The names that a passage names, by dimension, where it names two or more."""
        found = {}
        for dimension, mentions in self._names.items():
            names = frozenset().union(*(mention.means for mention in mentions.get(passage, ())))
            if len(names - {MAIN}) > 1 or (len(names) > 1 and dimension.startswith(KEYED)):
                found[dimension] = names
        return found

    def metrics_near(self, passage: int) -> frozenset[str]:
        """The metrics that a passage names, or else the one before it."""
        place: int | None = passage
        while place is not None:
            means = frozenset().union(*(mention.means for mention in self._metrics.get(place, ())))
            if means:
                return means
            place = self.passages[place].previous
        return frozenset()

    def _claim(self, quantity: Quantity, context: Context, place: int, passage: Passage) -> Claim:
        told = None if quantity.kind == "date" else self._telling(quantity)
        return Claim(quantity, context, told, place, (passage.start, passage.end))

    def _telling(self, quantity: Quantity) -> Telling | None:
        """How the words tell a number; one that only says the number before it another way is told as that one is."""
        told = telling(self.text, quantity.start, quantity.end)
        if told is not None or not self.quantities:
            return told
        before = next(
            (other for other in reversed(self.quantities) if other.end <= quantity.start and other.kind != "date"), None
        )
        if before is not None and _IN_OTHER_WORDS.fullmatch(self.text, before.end, quantity.start):
            return telling(self.text, before.start, before.end)
        return None

    def _by_passage(self, items: Sequence[Mention] | Sequence[Quantity]) -> dict[int, list]:  # type: ignore[type-arg]
        held: dict[int, list] = {}  # type: ignore[type-arg]
        place = 0
        for item in items:
            while place < len(self.passages) and self.passages[place].end <= item.start:
                place += 1
            if place < len(self.passages) and self.passages[place].start <= item.start:
                held.setdefault(place, []).append(item)
        return held

    def _names_of(
        self, place: int, passage: Passage, numbers: Sequence[Quantity], mentions: Mapping[int, list[Mention]]
    ) -> list[frozenset[str] | None]:
        own = mentions.get(place, [])
        if own:
            ordered = in_order(self.text, passage, numbers, own, names=True)
            options = links(self.text, passage, numbers, own, names=True)
            everything = frozenset().union(*(mention.means for mention in own))
            alone = len({mention.means for mention in own}) == 1
            return [
                ordered[index]
                if index in ordered
                else None
                if alone and options[index][0].cost > 0.6 and self._is_other_side(numbers, index)
                else _near_names(options[index], everything)
                for index, number in enumerate(numbers)
            ]
        for parent in passage.parents:
            if mentions.get(parent):
                return [frozenset().union(*(mention.means for mention in mentions[parent]))] * len(numbers)
        if passage.cell or _OPEN_REFERENCE.search(self.text, passage.start, passage.end):
            return [None] * len(numbers)
        previous, steps = passage.previous, 0
        while previous is not None and steps < 4:
            if mentions.get(previous):
                return [frozenset().union(*(mention.means for mention in mentions[previous]))] * len(numbers)
            if _OPEN_REFERENCE.search(self.text, self.passages[previous].start, self.passages[previous].end):
                break
            above = next((parent for parent in self.passages[previous].parents if mentions.get(parent)), None)
            if above is not None:
                return [frozenset().union(*(mention.means for mention in mentions[above]))] * len(numbers)
            previous, steps = self.passages[previous].previous, steps + 1
        return [None] * len(numbers)

    def _is_other_side(self, numbers: Sequence[Quantity], index: int) -> bool:
        """Whether a number is what the one thing named is set against: "A made 9%, against 8%", "took it from 9% to 8%"."""
        number = numbers[index]
        if index and _OTHER_SIDE.search(self.text, numbers[index - 1].end, number.start):
            return True
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        return following is not None and self.text[number.end : following.start].strip() in ("to", "→", "->")

    def _metrics_of(
        self, place: int, passage: Passage, numbers: Sequence[Quantity]
    ) -> list[tuple[frozenset[str] | None, bool]]:
        own = self._metrics.get(place, [])
        holes = [mention for mentions in self._names.values() for mention in mentions.get(place, ())]
        options = links(self.text, passage, numbers, own, names=False, holes=holes)
        ordered = in_order(self.text, passage, numbers, own, names=False) if len(own) > 1 else {}
        result: list[tuple[frozenset[str] | None, bool]] = []
        for index, quantity in enumerate(numbers):
            suitable = [
                link
                for link in options[index]
                if link.cost <= _DIRECT
                or (self._suits(quantity, link.mention.means) and not (link.after and link.cost > _NEAR_AFTER))
            ]
            said: frozenset[str] | None = None
            direct = False
            if (
                index in ordered
                and self._suits(quantity, ordered[index])
                and (not suitable or suitable[0].cost > _DIRECT)
            ):
                said = ordered[index]
            elif suitable:
                direct = suitable[0].cost <= _DIRECT
                said = chosen(suitable) if suitable[0].cost <= _NEAR else None
            else:
                said = self._metrics_around(passage, quantity)
            told = self._told_time(quantity, said)
            if (
                index
                and told == said
                and told is not None
                and {"cagr", "total_return"} <= told
                and numbers[index - 1].kind == quantity.kind
            ):
                before = result[-1][0]
                told = before if before is not None and before < told else told
            result.append((told, direct))
        return result

    def _metrics_around(self, passage: Passage, quantity: Quantity) -> frozenset[str] | None:
        for parent in passage.parents:
            means = [mention.means for mention in self._metrics.get(parent, []) if self._suits(quantity, mention.means)]
            if means:
                return frozenset().union(*means)
        if passage.cell:
            return None
        if not self._only_names(passage, quantity):
            return self._asked(quantity)
        previous, steps = passage.previous, 0
        while previous is not None and steps < 2:
            means = [
                mention.means for mention in self._metrics.get(previous, []) if self._suits(quantity, mention.means)
            ]
            if means:
                return frozenset().union(*means)
            previous, steps = self.passages[previous].previous, steps + 1
        return self._asked(quantity)

    def _suits(self, quantity: Quantity, means: frozenset[str]) -> bool:
        """Whether a number could be of one of the metrics: a percentage of none that the tools return in whole numbers."""
        if quantity.kind in ("percent", "points", "basis_points", "money", "fraction"):
            means = means - self._whole
        return any(can_be(quantity, name) for name in means)

    def _only_names(self, passage: Passage, quantity: Quantity) -> bool:
        """Whether the sentence up to the number says nothing but whose it is: "For B it was 0.72"."""
        at = passage.start
        words: list[str] = []
        for mention in sorted(
            (mention for mentions in self._named.values() for mention in mentions), key=lambda mention: mention.start
        ):
            if at <= mention.start and mention.end <= quantity.start:
                words += _WORDS.findall(self.text[at : mention.start].lower())
                at = mention.end
        words += _WORDS.findall(self.text[at : quantity.start].lower())
        return all(word in _SAYS_NOTHING for word in words)

    def _asked(self, quantity: Quantity) -> frozenset[str] | None:
        """The metric of the question, where neither side names another."""
        if not any(self._metrics.values()):
            means = [mention.means for mention in self._asked_metrics
                     if self._suits(quantity, mention.means) and mention.means.isdisjoint(_SETTINGS)]  # fmt: skip
            if len(means) == 1:
                return means[0]
        return None

    def _told_time(self, quantity: Quantity, said: frozenset[str] | None) -> frozenset[str] | None:
        """ "a year" makes a loose "return" an annual one, "overall" a total one."""
        if quantity.kind == "percent" and said is not None and _SHARE_OF_TRADES.match(self.text, quantity.end):
            return said if not said.isdisjoint({"win_rate", "exposure", "loss_rate"}) else None
        if quantity.kind not in ("percent", "points") or (said is not None and said not in _LOOSE_RETURNS):
            return said
        before = self.text[max(0, quantity.start - 40) : quantity.start]
        if _ANNUAL.match(self.text, quantity.end) or _ANNUAL_BEFORE.search(before):
            return frozenset({"cagr"}) if said is not None or quantity.kind == "points" else self._yearly
        if said is not None and (_WHOLE.match(self.text, quantity.end) or _WHOLE_BEFORE.search(before)):
            return frozenset({"total_return", "return", "profit"})
        return said

    @property
    def _yearly(self) -> frozenset[str]:
        """What "8% a year" may tell where no metric is named."""
        own = {number.metric for number in self.facts.numbers if number.metric is not None}
        return frozenset(own | {"cagr"}) - _NOT_YEARLY

    def _times_of(
        self, place: int, passage: Passage, numbers: Sequence[Quantity], inside: Sequence[Quantity]
    ) -> list[tuple[DateParts, ...]]:
        own = self._time_mentions(inside)
        if own:
            mentions = [mention for mention, _ in own]
            held = dict(own)
            options = links(self.text, passage, numbers, mentions, names=True)
            return [held[option[0].mention] if option and option[0].cost <= _FAR else () for option in options]
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
            if found and _DATE_JOIN.fullmatch(self.text[found[-1][0].end : quantity.start]):
                mention, dates = found[-1]
                found[-1] = (Mention(mention.start, quantity.end, frozenset()), (*dates, *quantity.readings[:1]))
            else:
                found.append((Mention(quantity.start, quantity.end, frozenset()), quantity.readings[:1]))
        return found

    def _is_idle(self, quantity: Quantity) -> bool:
        """Whether a small number only orders the text ("two reasons", "3 caveats") and counts nothing that a tool returned."""
        if quantity.kind not in ("plain", "count") or quantity.step != 1 or abs(quantity.value) > 12 or quantity.sign:
            return False
        if quantity.noun in _IDLE_NOUNS:
            return True
        return quantity.spelled and not (
            quantity.noun and (quantity.noun in self._counted or quantity.noun in _COUNTED)
        )

    @property
    def _counted(self) -> set[str]:
        return {
            word
            for number in self.facts.numbers
            if number.metric
            for word in (*number.metric.split(), *key_words(number.source[-40:]))
        }


_COUNTED = frozenset(
    word for name, metric in METRICS.items() if metric.measure == "count" for word in name.rstrip("s").split("_")
) | {"trade", "position", "signal"}


def _main_mentions(text: str, named: Mapping[str, Sequence[Mention]]) -> list[Mention]:
    """Where the answer speaks of the thing as a whole: by a name that a field gives it, or as "the strategy"."""
    spans = {
        (mention.start, mention.end)
        for dimension, mentions in named.items()
        if not dimension.startswith(KEYED) and not _ASSET_KEY.search(dimension)
        for mention in mentions
    }
    spans |= {match.span() for match in _MAIN_WORDS.finditer(text)}
    return [Mention(start, end, frozenset({MAIN})) for start, end in sorted(spans)]


def _names_in(text: str, facts: ToolFacts) -> tuple[str, ...]:
    return tuple(name for name in facts.names if name in text)


def _near_names(options: Sequence[Link], everything: frozenset[str]) -> frozenset[str]:
    if not options or options[0].cost > 12:
        return everything
    return chosen(options)


_TOLD_IN_BPS = frozenset({"fee", "slippage", "expense_ratio", "tracking_error", "alpha"})


def can_be(quantity: Quantity, name: str) -> bool:
    """Whether a metric's numbers could be told as this one is: a percentage tells no count."""
    measure = measure_of(name)
    kind = quantity.kind
    if measure == "any":
        return True
    if kind == "basis_points":
        return measure == "share" and (name in _TOLD_IN_BPS or name not in METRICS)
    if kind in ("percent", "points", "fraction"):
        return measure == "share"
    if kind == "money":
        return measure == "money"
    if kind == "duration":
        return measure in ("time", "count")
    if kind == "count":
        return measure in ("count", "time")
    if kind == "multiple":
        return measure in ("ratio", "share", "money")
    if kind == "split":
        return False
    return quantity.step >= 1 or measure in ("share", "ratio", "money", "time")
