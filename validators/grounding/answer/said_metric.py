"""Which metric each number of an answer is said to be."""

import re
from collections.abc import Mapping, Sequence

from validators.grounding.answer.binding import chosen, links
from validators.grounding.answer.gap_cost import BREAKS, DIRECT
from validators.grounding.answer.layout import Passage
from validators.grounding.answer.loose_metric import LOOSE_RETURNS, PARTS, SHARE_OF, narrowed
from validators.grounding.answer.mentions import SIGN, Mention, is_symbol, meant
from validators.grounding.answer.money_ends import end_of_money
from validators.grounding.answer.outline import Outline
from validators.grounding.answer.per_risk import ratio_to_risk
from validators.grounding.answer.predicates import with_subjects
from validators.grounding.answer.suiting import suits
from validators.grounding.answer.tail_loss import tail_loss
from validators.grounding.answer.told_alike import (
    SAYS_NOTHING,
    WORDS,
    Said,
    in_parallel,
    is_labelled_anew,
    is_set_against,
    is_spent,
    is_told_alike,
    said_alike,
    told_together,
)
from validators.grounding.answer.told_order import in_order
from validators.grounding.answer.typical_trade import typical_trade
from validators.grounding.answer.won_or_lost import won_or_lost
from validators.grounding.told_as import MANY_BPS, can_be
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.place_metric import LEAST_PAID
from validators.grounding.tools.vocabulary.metric_vocabulary import MOST_MEANT, STATISTICS
from validators.grounding.tools.vocabulary.metrics import METRICS, SETTINGS, measure_of
from validators.numbers.quantity import Quantity
from validators.numbers.tail import CURRENCY_CODES

_NEAR = 4.5  # a metric that stands farther before a number than this does not bind it
_NEAR_AFTER = 3.5
_MOST_STEPS = 2
_IN_BRACKETS = re.compile(r",?\s(?:given |shown )?in (?:the )?(?:brackets?|parenthes[ei]s|parens?)\b", re.IGNORECASE)
_NUMBERED = re.compile(r" ?#?\d+(?![.,%\d])")
_OF_SYMBOL = re.compile(r"\W{0,4}(?:(?:of|is|was)\W{1,3})?")
_ASIDE = re.compile(
    r"[,;]?\s?\(?(?:with|but|though|although|yet|while|at|despite|albeit)\s(?:(?:an?|the|with|at|also|even|slightly|somewhat|much|far|clearly)\s)*"
    r"(?:[a-z]{2,10}er|more|less|worse)\s(?:[a-z]+\s)?",
    re.IGNORECASE,
)
_EXTREME = re.compile(r"\W{0,4}(?:best|worst|largest|biggest)\b", re.IGNORECASE)
_LEADS_ON = re.compile(r"[^\d;:—–]*")
_RESTATES = re.compile(r"[*_]{0,2} \([*_]{0,2}[-−]?|,? or [*_]{0,2}[-−]?")
_SHARE_AND_MONEY = {"percent", "money"}
_NONE_OF = re.compile(r"(?:No|Zero|Little|Some) [a-z]+[.!]")  # "No alpha. Minus 2% a year."
_VERDICT = re.compile(
    r"\d[^.;\d]{0,40}([,;—–]\s?(?:so|hence|thus|which (?:is|was|makes|puts|leaves)|making|putting|leaving)\b)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\W{0,4}0\W{0,3}:")  # numbers are zeros here
_LABELS = re.compile(
    r"[*_]{0,2}(?: (?:of|is|was|came to|comes to|stood at|stands at|[=:])|[:=])?[ *_(~+$€£−-]{1,4}", re.IGNORECASE
)
_FEW = 2  # metrics that a sentence may name for the next one to be of one of them
_MADE_IN = re.compile(
    r"(?:\s[a-z]{2,12}){0,5}\s(?:in|during|over|for|on|with)\s(?:the |its |a |their )?", re.IGNORECASE
)
# Metrics that a question sets rather than asks for.
_STAKE = frozenset({"initial_capital"})  # "where the stake ended up"
_SETTINGS = SETTINGS | _STAKE


class SaidMetrics:
    """The metrics that an answer names, and which of its numbers they bind. `named` is set where it names any."""

    def __init__(
        self, outline: Outline, mentions: Sequence[Mention], asked: Sequence[Mention], index: ToolIndex
    ) -> None:
        self._outline = outline
        self._index = index
        mentions = with_subjects(outline.text, mentions)
        self.named = bool(mentions)
        self._placed: Mapping[int, list[Mention]] = outline.placed(mentions)
        self._bullets: dict[tuple[int, ...], tuple[int, Sequence[Quantity], list[Said]]] = {}
        self._asked = [] if mentions else [mention for mention in asked if mention.means.isdisjoint(_SETTINGS)]

    def of(self, place: int, numbers: Sequence[Quantity]) -> list[Said]:
        """What each number of a passage is said to be."""
        own = self._placed.get(place, [])
        before = self._bullet_before(place, numbers) if not own else None
        if before is not None:
            return before
        said = self._labelled(place, numbers, own)
        if self._outline.starts_bullet(place):
            self._bullets[self._outline.passages[place].parents] = (place, numbers, said)
        return said

    def _bullet_before(self, place: int, numbers: Sequence[Quantity]) -> list[Said] | None:
        """What the numbers of a bullet without a metric are, where the one before told as many of the same kinds: "1. Sharpe 1.4, +58%"."""
        told = self._bullets.get(self._outline.passages[place].parents)
        if told is None or not numbers or len(told[1]) < 2 or not self._outline.starts_bullet(place):
            return None
        if _EXTREME.match(self._outline.text, self._outline.passages[place].start):
            return None  # "- average winner: 2.6%", "- best: 11%"
        if self._is_numbered(place) and not self._is_numbered(told[0]):
            return None  # "- Max drawdown: -9% vs -14%", "- 2022: -11% vs -3%"
        before, own = list(map(_form, told[1])), list(map(_form, numbers))
        short = len(before) - len(own)  # the number that its label holds: "- 126 days: 0.56", "- base case: 0.59"
        if short not in (0, 1) or before[short:] != own or (short and before[0][0] != "whole"):
            return None
        said = told[2][short:]
        return said if any(metrics is not None for metrics, _ in said) else None

    def _is_numbered(self, place: int) -> bool:
        """Whether a bullet's label is a number, such as a year."""
        return _NUMBER.match(self._outline.text, self._outline.passages[place].start) is not None

    def _labelled(self, place: int, numbers: Sequence[Quantity], own: Sequence[Mention]) -> list[Said]:
        """With the numbers that have a symbol of their own: "t = 2.1"."""
        labelled = {
            number: mention
            for mention in own
            if is_symbol(mention)
            for number in numbers
            if _is_behind(self._outline.text, mention, number)
        }
        told = iter(
            self._of(
                place,
                [number for number in numbers if number not in labelled],
                [mention for mention in own if not is_symbol(mention)],
            )
        )
        return [(labelled[number].means, True) if number in labelled else next(told) for number in numbers]

    def _of(self, place: int, numbers: Sequence[Quantity], own: Sequence[Mention]) -> list[Said]:
        """The same of numbers without a symbol of their own."""
        text, passage = self._outline.text, self._outline.passages[place]
        own = [
            mention
            for mention in own
            if not (_is_aside(text, mention, numbers) or _is_numbered(text, mention, numbers))
        ]
        options = links(text, passage, numbers, own, names=False)
        ordered = in_order(text, numbers, own, names=False) if len(own) > 1 else {}
        two = self._things(passage) >= 2
        parallel = in_parallel(text, self._index, numbers, own)
        result: list[Said] = []
        for index, quantity in enumerate(numbers):
            ended = won_or_lost(text, quantity) or ratio_to_risk(text, quantity) or typical_trade(text, quantity)
            ended = ended or tail_loss(text, quantity) or end_of_money(text, self._index, numbers, index, own)
            if ended in self._index.held:
                result.append((frozenset({ended}), True))
                continue
            if index and self._is_restated(numbers[index - 1], quantity, result[-1][0]):
                result.append((result[-1][0], True))
                continue
            nearest = options[index][0] if options[index] else None
            foreign = nearest is not None and nearest.cost <= DIRECT and not self._is_told_of(nearest.mention.means)
            suitable = [
                link
                for link in options[index]
                if suits(self._index, quantity, link.mention.means) and not (link.after and link.cost > _NEAR_AFTER)
            ] or [
                # a statistic that stands right at the number is what it is told as, whatever its unit
                link
                for link in options[index][:1]
                if link.cost <= DIRECT and link.mention.means <= STATISTICS and quantity.kind != "duration"
                if not (link.after and quantity.kind == "money")  # "(from $100,000) Volatility was ..."
                if quantity.kind != "basis_points" or abs(quantity.value) >= MANY_BPS  # "the CAGR at 2 bps"
            ]
            direct = bool(suitable) and suitable[0].cost <= DIRECT
            said: frozenset[str] | None
            carried = False
            if index in ordered and not direct and any(can_be(quantity, name) for name in ordered[index]):
                said = ordered[index]
                direct = len(said) == 1
            elif foreign and not (nearest is not None and suits(self._index, quantity, nearest.mention.means)):
                said = None  # "the price of 7% a year": it is told as something that no tool returned
            elif index in parallel and (result[parallel[index]][0] is not None or not direct):
                said = result[parallel[index]][0]
            elif suitable and direct:
                said = chosen(suitable)
            elif (
                index
                and result[-1][0] is not None
                and is_told_alike(text, self._index, numbers[index - 1], quantity, own)
            ):
                said, direct = said_alike(text, numbers, index, result)
            elif suitable:
                # Where no name stands right at the number, it may be of any that the sentence names.
                suited = [
                    mention
                    for mention in own
                    if suits(self._index, quantity, mention.means) and not is_of_another_clause(text, mention, quantity)
                ] or [suitable[0].mention]
                alone = len({mention.means for mention in suited}) == 1
                alike = sum(other.kind == quantity.kind for other in numbers)
                only = alone and (alike == 1 or alike <= self._things(passage))
                near = (suitable[0].cost <= _NEAR or (only and not suitable[0].after)) and quantity.kind != "duration"
                near = near and ((alone and two) or not is_spent(text, numbers, index, suitable[0]))
                near = near and not is_labelled_anew(text, numbers, index, suitable[0])
                said = _narrowest(suited) if near else None
            elif index and is_set_against(text, numbers[index - 1], quantity):
                said = result[-1][0]
            else:
                said, direct = self._around(passage, quantity)
                carried = not direct
            if said is not None and len(said) > MOST_MEANT and quantity.kind == "percent":
                said = _of_extreme(text, numbers, index, own) or said
            if said is None and len(numbers) == 1:
                said, carried = self._of_its_own(own, quantity), False
            told = narrowed(text, self._index, quantity, said, carried=carried)
            if told is not None and len(told) > MOST_MEANT and direct:
                told = _fronted(text, self._index, numbers, index, own, told) or told
            if told is not None and len(told) == 1 and (told == said if told <= PARTS else told.isdisjoint(METRICS)):
                direct = direct or SHARE_OF.match(text, quantity.end) is not None
            if told == said and told in LOOSE_RETURNS and index and numbers[index - 1].kind == quantity.kind:
                before = result[-1][0]
                told = before if before is not None and before < told and not _are_extremes(before) else told
            result.append((told, direct))
        return told_together(text, numbers, result, own)

    def _is_restated(self, before: Quantity, quantity: Quantity, said: frozenset[str] | None) -> bool:
        """Whether a number tells again in money or in percent what the one before it told: "the drawdown was 19% ($9,112)"."""
        if said is None or {before.kind, quantity.kind} != _SHARE_AND_MONEY:
            return False
        if _RESTATES.fullmatch(self._outline.text, before.end, quantity.start) is None:
            return False
        units = {
            number.unit in CURRENCY_CODES or (number.unit is None and abs(number.value) >= LEAST_PAID)
            for name in said
            for number in self._index.by_metric.get(name, ())
        }
        return units == {True, False}

    def _of_its_own(self, own: Sequence[Mention], quantity: Quantity) -> frozenset[str] | None:
        """The one metric that a sentence of one number names, wherever it stands: "0.43 is what it posts on the Sortino measure"."""
        named = {mention.means for mention in own}
        if any(_breaks_off(self._outline.text, mention, quantity) for mention in own):
            return None
        bare = quantity.kind == "plain" and quantity.step >= 1 and quantity.scale == 1
        suited = {
            means
            for means in named
            if suits(self._index, quantity, means)
            and means != _STAKE
            and not (bare and all(measure_of(name) not in ("count", "time") for name in means))
        }
        return suited.pop() if len(suited) == 1 == len(named) else None

    def _things(self, passage: Passage) -> int:
        """How often a sentence names a thing."""
        return self._outline.text.count(SIGN, passage.start, passage.end)

    def mentions(self, place: int) -> Sequence[Mention]:
        """Where a passage names metrics, in order."""
        return self._placed.get(place, ())

    def label_before(self, place: int, number: int) -> Mention | None:
        """The name of a metric that stands right before the number that starts at a place: "volatility of" of "volatility of 11.3%"."""
        text = self._outline.text
        return next(
            (each for each in self.mentions(place) if each.end < number and _LABELS.fullmatch(text, each.end, number)),
            None,
        )

    def near(self, place: int) -> frozenset[str]:
        """The metrics that a passage names, or else one before it."""
        for at, _ in [(place, None), *self._outline.before(self._outline.passages[place], 8)]:
            means = meant(self._placed.get(at, ()))
            if means:
                return means
        return frozenset()

    def _around(self, passage: Passage, quantity: Quantity) -> Said:
        """The metric of the heading, the column or the sentence before; else the question's."""
        if passage.cell:
            near = passage.parents[:2]  # its row's name and its column's
            means = next((means for parent in near if (means := self._suitable(parent, quantity))), frozenset())
            means = means or meant([mention for parent in near for mention in self._placed.get(parent, ())])
            return means or None, bool(means)
        nothing = self._says_nothing(passage)
        title = self._title_before(passage)
        if title is not None and (means := self._suitable(title, quantity)):
            return means, False
        if nothing or len(WORDS.findall(self._outline.text, passage.start, quantity.start)) <= 1:
            for parent in passage.parents:
                means = self._suitable(parent, quantity)
                if means:
                    return means, False
        if not nothing:
            return None, False
        for place, _ in self._outline.before(passage, _MOST_STEPS):
            means = self._suitable(place, quantity)
            if means:
                return (means if len(self._placed[place]) <= _FEW else None), False
        asked = [mention.means for mention in self._asked if suits(self._index, quantity, mention.means)]
        return (asked[0] if len(asked) == 1 else None), False

    def _title_before(self, passage: Passage) -> int | None:
        """The short question or label that the sentence answers: "Worst month? April 2018, at -6.2%." """
        for place, before in self._outline.before(passage, 1):
            said = self._outline.text[before.start : before.end].strip()
            words = len(said.split())
            if (
                (said[-1:] in ("?", ":") and words <= 7)
                or _NONE_OF.fullmatch(said)
                or (words <= 3 and not said.endswith(".") and not any(map(str.isdigit, said)))
            ):
                return place
        return None

    def _is_told_of(self, means: frozenset[str]) -> bool:
        """Whether the tools returned one of the metrics, or they are statistics with a name of their own."""
        return means <= STATISTICS or not means.isdisjoint(self._index.held)

    def _suitable(self, place: int, quantity: Quantity) -> frozenset[str]:
        mentions = [mention for mention in self._placed.get(place, ()) if suits(self._index, quantity, mention.means)]
        bracketed = [mention for mention in mentions if _IN_BRACKETS.match(self._outline.text, mention.end)]
        if bracketed:
            inside = self._outline.text.endswith("(", 0, quantity.start)
            mentions = bracketed if inside else [mention for mention in mentions if mention not in bracketed]
        return meant([mention for mention in mentions if not is_symbol(mention)])

    def _says_nothing(self, passage: Passage) -> bool:
        """Whether the sentence says only whose its numbers are, be it with a verdict behind: "For B it was 0.72, so A is ahead"."""
        verdict = _VERDICT.search(self._outline.text, passage.start, passage.end)
        words = WORDS.findall(self._outline.text, passage.start, verdict.start(1) if verdict else passage.end)
        return bool(words) and all(word.lower() in SAYS_NOTHING for word in words)


def _of_extreme(text: str, numbers: Sequence[Quantity], place: int, own: Sequence[Mention]) -> frozenset[str] | None:
    """The best or worst month that the words behind a number say it was made in: "a decline of 7% was suffered in the worst month"."""
    quantity = numbers[place]
    stop = numbers[place + 1].start if place + 1 < len(numbers) else len(text)
    for mention in own:
        if quantity.end <= mention.start < stop and all(name.startswith(("best_", "worst_")) for name in mention.means):
            return mention.means if _MADE_IN.fullmatch(text, quantity.end, mention.start) else None
    return None


def _are_extremes(metrics: frozenset[str]) -> bool:
    return all(name.startswith(("best_", "worst_")) for name in metrics)


def _fronted(
    text: str, index: ToolIndex, numbers: Sequence[Quantity], place: int, own: Sequence[Mention], told: frozenset[str]
) -> frozenset[str] | None:
    """Which of the metrics that a loose word at the first number of its kind may mean the words before it name: "in the worst quarter
    investors lost 9%"."""
    quantity = numbers[place]
    if quantity.kind not in ("percent", "money") or any(each.kind == quantity.kind for each in numbers[:place]):
        return None
    if all(mention.means != told for mention in own):
        return None
    named = {
        mention.means & told
        for mention in own
        if mention.end <= quantity.start
        and len(mention.means) <= MOST_MEANT
        and not mention.means.isdisjoint(told & index.held)
        and suits(index, quantity, mention.means & told)
        and _LEADS_ON.fullmatch(text, mention.end, quantity.start)
        and not _breaks_off(text, mention, quantity)
    }
    if len(named) != 1:
        return None
    means = named.pop()
    return (
        means | {"return"} if _are_extremes(means) else means
    )  # "June was the worst month of the year, with a loss of 4%"


def _form(number: Quantity) -> tuple[str, float]:
    """The kind and the last place of a number, which numbers at one place of alike bullets share: "(46 trades)", "(25)"."""
    whole = number.kind in ("count", "duration") or (number.kind == "plain" and number.step >= 1)
    return "whole" if whole else number.kind, number.step


def _is_behind(text: str, mention: Mention, number: Quantity) -> bool:
    return mention.end <= number.start and _OF_SYMBOL.fullmatch(text, mention.end, number.start) is not None


def _is_numbered(text: str, mention: Mention, numbers: Sequence[Quantity]) -> bool:
    """Whether a name that is no known metric's has a figure right behind it that is no number of the answer's: "fold 4"."""
    figure = _NUMBERED.match(text, mention.end) if mention.means.isdisjoint(METRICS) else None
    return figure is not None and not any(number.start < figure.end() <= number.end for number in numbers)


def _is_aside(text: str, mention: Mention, numbers: Sequence[Quantity]) -> bool:
    """Whether a metric is only said to be more or less behind the last number: "10% gives 48.8%, with deeper drawdowns"."""
    if not numbers or numbers[-1].end > mention.start:
        return False
    return _ASIDE.fullmatch(text, numbers[-1].end, mention.start) is not None


def _breaks_off(text: str, mention: Mention, quantity: Quantity) -> bool:
    """Whether a new clause begins between a mention and a number: "its best year, although the fund did better at 91%"."""
    start, end = min(mention.end, quantity.end), max(mention.start, quantity.start)
    return not BREAKS.isdisjoint(text[start:end].lower().split())


_TURN = re.compile(r",? (?:but|while|whereas|although|though)\b", re.IGNORECASE)


def is_of_another_clause(text: str, mention: Mention, quantity: Quantity) -> bool:
    """Whether a semicolon stands between a mention and a number, or a turn between a number and what is named behind it."""
    start, end = min(mention.end, quantity.end), max(mention.start, quantity.start)
    return ";" in text[start:end] or (mention.start >= quantity.end and _TURN.search(text, start, end) is not None)


def _narrowest(mentions: Sequence[Mention]) -> frozenset[str]:
    """What the mentions mean together, without the loose ones beside one that says which of them: "made a net profit"."""
    means = [mention.means for mention in mentions]
    return frozenset().union(*(each for each in means if not any(other < each for other in means)))
