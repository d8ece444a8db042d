"""Which metric each number of an answer is said to be."""

import itertools
import re
from collections.abc import Mapping, Sequence

from validators.grounding.answer.binding import Link, chosen, links
from validators.grounding.answer.gap_cost import cost_before
from validators.grounding.answer.implied_metric import implied
from validators.grounding.answer.layout import Passage
from validators.grounding.answer.mentions import SIGN, Mention
from validators.grounding.answer.outline import Outline
from validators.grounding.answer.told_order import in_order
from validators.grounding.answer.won_or_lost import won_or_lost
from validators.grounding.answer.yearly import is_annual, is_of_the_whole, is_timed_after, is_told_in_total
from validators.grounding.told_as import MANY_BPS, can_be
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.vocabulary.metric_vocabulary import DRAWDOWNS, MONEY_ENDS, STATISTICS
from validators.grounding.tools.vocabulary.metrics import METRICS, allowed
from validators.numbers.quantity import Quantity

Said = tuple[
    frozenset[str] | None, bool
]  # the metrics a number may be (None: open), and whether one stands right at it

_NEAR = 4.5  # a metric that stands farther before a number than this does not bind it
_NEAR_AFTER = 3.5
DIRECT = 0.6
_MOST_STEPS = 2
_FEW = 2  # metrics that a sentence may name for the next one to be of one of them
_SHARE_OF = re.compile(
    r"\s{1,3}of (?:them\b|these\b(?=\s(?:were|was|are|made|won|profit))|(?:its|the|all|their|those|his|our)?\s{0,3}(?:\w{1,20}[- ])?"
    r"(?:trades|positions|transactions|deals|bets|entries|days|months|years|time|sessions|bars)\b)"
)
SET_AGAINST = re.compile(
    r"(?:\s(?:annuali[sz]ed|annually|(?:a|per|each) year|p\.a\.?|in total|overall))?\)?,?\s{0,2}(?:->|→|against|versus|vs\.?|to|and|compared (?:with|to)|rather than|instead of|or|not|as opposed to|down from|up from)\s{0,2}(?:only |just |the |about |a )?",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;()—]\s?|\b(?:and|but|while|whereas|versus|vs\.?|against|compared (?:with|to))\s", re.IGNORECASE
)
_VERSUS = re.compile(r"\b(?:against|versus|vs|compared|opposed)\b", re.IGNORECASE)
# "deeper than the 13.2% seen in 2017"
_THAN = re.compile(
    r"^[^.;]{0,40}\b(?:than|compared (?:with|to)|as opposed to) (?:the |its |only |just |about |a |an |for |in |with |by |at ){0,3}[\ue000\s]{0,3}[^\w.;]{0,4}$",
    re.IGNORECASE,
)
# "A has a volatility of 13%, where B has 17%", "; B kept it to 17%": a verb that says nothing of what is measured
_GAPPED = re.compile(
    r"(?:[,;—–:.]|\b(?:and|but|while|whereas|where|though|although))\s(?:(?:while|whereas|where|and|but|though|although|with|then|the other one, |for|on)\s)?(?:the )?\ue000,?"
    r"(?:\s(?:only|just|still|merely|even|then|in turn))?\s(?:[a-z]{2,12}s|[a-z]{2,12}ed|had|kept|came|ran|took|got|gave|saw|stood|sat|held|did|went|managing|posting|showing|having|coming|at|on|with)"
    r"(?:\s(?:it|in|at|to|on|up|down|with|by|about|around|only|just|a|an|the|its|roughly|nearly|some|out|under|over)){0,4}\s\W{0,4}$"
)
_PARALLEL = re.compile(
    r";|,? (?:while|whereas|but|and) \ue000|, \ue000|, (?:the|its) \w+ \w+ (?:for|of) \ue000", re.IGNORECASE
)
_PARTS = frozenset({"win_rate", "loss_rate", "exposure"})
_WORDS = re.compile(r"[^\W\d_]+")
_SAYS_NOTHING = frozenset(
    "for on in it its was is were at to that of the a an and while only came with had has did that's same figure one this managed stands "
    "saw reached posted recorded did does showed shows scored achieved manages reaches posts "
    "stood about around roughly just nearly almost over under s had's but whereas in run case strategy model against versus compared by".split()
)  # fmt: skip
_LOOSE_RETURNS = frozenset({*(allowed((word,), "return") for word in ("return", "made", "make")), allowed((), "fall")})
_CAPITAL = frozenset({"initial_capital", "final_equity", "equity", "return", "total_return", "cagr", "profit"})
_FROM = re.compile(r"\bfrom\s(?:about |roughly |some )?\W?$", re.IGNORECASE)
BECAME = re.compile(
    r"\s(?:(?:would |could |might |will )?(?:had |has |have )?(?:turned|grew|grown|went|gone|rose|risen|fell|fallen|shrank|shrunk|dwindled|swelled)?\s?(?:in)?to|became|becomes|had become)"
    r"\s(?:only |just |about |roughly )?|\s?(?:->|→)\s?",
    re.IGNORECASE,
)
# "the final $12,000", "the initial $10,000"
_END_OF_MONEY = re.compile(
    r"\b(?:(?P<final>final|ending|closing|terminal)|initial|starting|original|opening)"
    r"(?:\s(?:pot|stake|sum|amount|balance|capital|account|value|equity|wealth|portfolio|investment|fund|money|purse|cash)(?:\sof)?)?"
    r"\s(?:about |around |some )?\W?$",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\s(?:itself )?(?:is|was|are|were|stays|stayed|sits|sat|remains|remained|ends|ended|comes out|came out|turns|turned)\s(?:\w+\s)?",
    re.IGNORECASE,
)
_STATE = re.compile(r"under ?water|below water|down|up|gone|in the (?:red|black)|profitable", re.IGNORECASE)
_IN_YEAR = re.compile(r"\s(?:in|during|for|over)\s(?:\w+\s)?\d(?![\w%]|[.,]\d)")
_BETTER_OFF = frozenset({allowed(("richer",), "return")})
_EQUITIES = allowed((), "equity")
_LOOSE_RETURN = allowed((), "return")
_AT_FIRST = re.compile(r"\b(?:start\w*|begin\w*|began|initial\w*|open\w*|outset|day one|first)\b", re.IGNORECASE)
_AT_LAST = re.compile(r"\b(?:end\w*|final\w*|clos\w+|last|finish\w*|by then)\b", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:to|into|at|with|left|leaving|leaves|become|became|worth)\b[^.;,\d]{0,16}$", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;\n]\s?")
_FALL = allowed((), "fall")
_TOTAL = frozenset({"total_return", "return", "profit"})
_NOT_YEARLY = frozenset(
    {
        "total_return",
        "win_rate",
        "loss_rate",
        "exposure",
        "max_drawdown",
        "average_drawdown",
        "current_drawdown",
        "fee",
        "best_month",
        "worst_month",
        "best_day",
        "worst_day",
        "average_trade",
        "best_trade",
        "worst_trade",
        "slippage",
    }
)
# Metrics that a question sets rather than asks for.
_SETTINGS = frozenset({"fee", "slippage", "initial_capital", "lookback", "leverage", "risk_free_rate"})


class SaidMetrics:
    """The metrics that an answer names, and which of its numbers they bind. `named` is set where it names any."""

    def __init__(
        self, outline: Outline, mentions: Sequence[Mention], asked: Sequence[Mention], index: ToolIndex
    ) -> None:
        self._outline = outline
        self._index = index
        mentions = _without_predicates(outline.text, mentions)
        self.named = bool(mentions)
        self._placed: Mapping[int, list[Mention]] = outline.placed(mentions)
        self._asked = [] if mentions else [mention for mention in asked if mention.means.isdisjoint(_SETTINGS)]

    def of(self, place: int, numbers: Sequence[Quantity]) -> list[Said]:
        """What each number of a passage is said to be."""
        text, passage = self._outline.text, self._outline.passages[place]
        own = self._placed.get(place, [])
        options = links(text, passage, numbers, own, names=False)
        ordered = in_order(text, numbers, own, names=False) if len(own) > 1 else {}
        two = self._names_two(passage)
        parallel = self._parallel(numbers, own)
        result: list[Said] = []
        for index, quantity in enumerate(numbers):
            ended = won_or_lost(text, quantity) or self._end_of_money(numbers, index, own)
            if ended in self._index.held:
                result.append((frozenset({ended}), True))
                continue
            nearest = options[index][0] if options[index] else None
            foreign = nearest is not None and nearest.cost <= DIRECT and not self._is_told_of(nearest.mention.means)
            suitable = [
                link
                for link in options[index]
                if self._suits(quantity, link.mention.means) and not (link.after and link.cost > _NEAR_AFTER)
            ] or [
                # a statistic that stands right at the number is what it is told as, whatever its unit
                link
                for link in options[index][:1]
                if link.cost <= DIRECT and link.mention.means <= STATISTICS and quantity.kind != "duration"
                if quantity.kind != "basis_points" or abs(quantity.value) >= MANY_BPS  # "the CAGR at 2 bps"
            ]
            direct = bool(suitable) and suitable[0].cost <= DIRECT
            said: frozenset[str] | None
            carried = False
            if index in ordered and not direct and self._suits(quantity, ordered[index]):
                said = ordered[index]
                direct = len(said) == 1
            elif foreign and not (nearest is not None and self._suits(quantity, nearest.mention.means)):
                said = None  # "the price of 7% a year": it is told as something that no tool returned
            elif suitable and direct:
                said = chosen(suitable)
            elif index in parallel:
                said = result[parallel[index]][0]
            elif index and result[-1][0] is not None and self._is_told_alike(numbers[index - 1], quantity, own):
                said, direct = result[-1]
            elif suitable:
                # Where no name stands right at the number, it may be of any that the sentence names.
                suited = [mention for mention in own if self._suits(quantity, mention.means)]
                alone = len({mention.means for mention in suited}) == 1
                alike = sum(other.kind == quantity.kind for other in numbers)
                only = alone and (alike == 1 or alike <= self._things(passage))
                near = (suitable[0].cost <= _NEAR or (only and not suitable[0].after)) and quantity.kind != "duration"
                near = near and ((alone and two) or not self._is_spent(numbers, index, suitable[0]))
                near = near and not self._is_labelled_anew(numbers, index, suitable[0])
                said = _narrowest(suited) if near else None
            elif index and self._is_set_against(numbers[index - 1], quantity):
                said = result[-1][0]
            else:
                said, direct = self._around(passage, quantity)
                carried = not direct
            told = self._told_time(quantity, said, carried=carried)
            if said is not None and len(said) == 1 and told == said and said <= _PARTS:
                direct = direct or _SHARE_OF.match(text, quantity.end) is not None
            if told == said and told in _LOOSE_RETURNS and index and numbers[index - 1].kind == quantity.kind:
                before = result[-1][0]
                told = before if before is not None and before < told else told
            result.append((told, direct))
        return result

    def _names_two(self, passage: Passage) -> bool:
        """Whether a sentence speaks of two things, of which its one metric then is."""
        return self._things(passage) >= 2

    def _things(self, passage: Passage) -> int:
        """How often a sentence names a thing."""
        return self._outline.text.count(SIGN, passage.start, passage.end)

    def _end_of_money(self, numbers: Sequence[Quantity], index: int, own: Sequence[Mention]) -> str | None:
        """What the account started or ended with, where an amount is said to have become another: "from $10,000 to $8,000"."""
        text, quantity = self._outline.text, numbers[index]
        if quantity.kind != "money" or not self._index.held >= MONEY_ENDS:
            return None
        end = _END_OF_MONEY.search(text, max(0, quantity.start - 24), quantity.start)
        if end is not None:
            return "final_equity" if end["final"] else "initial_capital"
        if any(mention.means.isdisjoint(_CAPITAL) and can_be(quantity, mention.name) for mention in own):
            return None
        for left, metric in ((index, "initial_capital"), (index - 1, "final_equity")):
            if left >= 0 and left + 1 < len(numbers) and numbers[left].kind == numbers[left + 1].kind == "money":
                gap = text[numbers[left].end : numbers[left + 1].start]
                if BECAME.fullmatch(gap) and (
                    gap.strip() != "to" or _FROM.search(text, max(0, numbers[left].start - 12), numbers[left].start)
                ):
                    return metric
        return None

    def mentions(self, place: int) -> Sequence[Mention]:
        """Where a passage names metrics, in order."""
        return self._placed.get(place, ())

    def _is_set_against(self, before: Quantity, quantity: Quantity) -> bool:
        """Whether a number is told beside one of its kind: "returning 31.8% against -2.0% in 2012"."""
        return (
            before.kind == quantity.kind
            and SET_AGAINST.fullmatch(self._outline.text, before.end, quantity.start) is not None
        )

    def _parallel(self, numbers: Sequence[Quantity], own: Sequence[Mention]) -> Mapping[int, int]:
        """Numbers of a clause that names no metric, each with the one at its place in the clause before, which tells as many of
        the same kinds: "A, 9% a year with 8% volatility; B, 2% with 11%"."""
        text, clauses, starts = self._outline.text, [[0]], [0]
        for index in range(1, len(numbers)):
            mark = _PARALLEL.search(text, numbers[index - 1].end, numbers[index].start)
            if mark is not None:
                clauses.append([])
                starts.append(mark.start())
            clauses[-1].append(index)
        found: dict[int, int] = {}
        for (before, clause), start in zip(itertools.pairwise(clauses), starts[1:], strict=True):
            end = numbers[clause[-1]].start
            named = [mention for mention in own if start <= mention.start < end]
            kinds = [[numbers[index].kind for index in each] for each in (before, clause)]
            if len(clause) > 1 and kinds[0] == kinds[1] and SIGN in text[start:end]:
                found |= {
                    index: other
                    for index, other in zip(clause, before, strict=True)
                    if not any(self._suits(numbers[index], mention.means) for mention in named)
                }
        return found

    def _is_told_alike(self, before: Quantity, quantity: Quantity, own: Sequence[Mention]) -> bool:
        """Whether a number is told as the one before it was, of another thing."""
        if before.kind != quantity.kind:
            return False
        against = _VERSUS.search(self._outline.text, before.end, quantity.start) is not None
        if (against and self._is_set_against(before, quantity)) or self._is_gapped(before, quantity):
            return True
        if any(before.end <= each.start < quantity.start and self._suits(quantity, each.means) for each in own):
            return False
        gap = self._outline.text[before.end : quantity.start]
        return _THAN.search(gap) is not None or _GAPPED.search(gap) is not None

    def _is_gapped(self, before: Quantity, quantity: Quantity) -> bool:
        """Whether a clause says again what the one before it said, of another thing: "A won 59% of its trades, B 57%"."""
        gap = self._outline.text[before.end : quantity.start]
        clause = _CLAUSE.split(gap[-60:])[-1]
        words = _WORDS.findall(clause)
        return (
            before.kind == quantity.kind
            and len(clause) < len(gap)
            and SIGN in clause
            and all(word.lower() in _SAYS_NOTHING for word in words)
        )

    def _is_spent(self, numbers: Sequence[Quantity], index: int, link: Link) -> bool:
        """Whether the name before is that of another number of the kind, after which the talk goes on: "Put in $5,000, walk away
        with $5,897"."""
        if link.after or not index or self._is_set_against(numbers[index - 1], numbers[index]):
            return False
        before = numbers[index - 1]
        gap = self._outline.text[link.mention.end : before.start]
        close = before.start >= link.mention.end and cost_before(gap, names=False) <= DIRECT
        return close and before.kind == numbers[index].kind

    def _is_labelled_anew(self, numbers: Sequence[Quantity], index: int, link: Link) -> bool:
        """Whether words of its own, which name no metric that is known, stand between the number and the one that the name before is
        of: "vol 18.5%, SR 0.21"."""
        if link.after or not index or link.mention.start >= numbers[index - 1].start:
            return False
        words = _WORDS.findall(self._outline.text, numbers[index - 1].end, numbers[index].start)
        return any(word.lower() not in _SAYS_NOTHING for word in words)

    def near(self, place: int) -> frozenset[str]:
        """The metrics that a passage names, or else one before it."""
        for at, _ in [(place, None), *self._outline.before(self._outline.passages[place], 8)]:
            means = _union(self._placed.get(at, ()))
            if means:
                return means
        return frozenset()

    def _around(self, passage: Passage, quantity: Quantity) -> Said:
        """The metric of the heading, the column or the sentence before; else the question's."""
        if passage.cell:
            near = passage.parents[:2]  # its row's name and its column's
            means = next((means for parent in near if (means := self._suitable(parent, quantity))), frozenset())
            means = means or _union([mention for parent in near for mention in self._placed.get(parent, ())])
            return means or None, bool(means)
        nothing = self._says_nothing(passage)
        title = self._title_before(passage)
        if title is not None and (means := self._suitable(title, quantity)):
            return means, False
        if nothing or len(_WORDS.findall(self._outline.text, passage.start, quantity.start)) <= 1:
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
        asked = [mention.means for mention in self._asked if self._suits(quantity, mention.means)]
        return (asked[0] if len(asked) == 1 else None), False

    def _title_before(self, passage: Passage) -> int | None:
        """The short question or label that the sentence answers: "Worst month? April 2018, at -6.2%." """
        for place, before in self._outline.before(passage, 1):
            said = self._outline.text[before.start : before.end].strip()
            words = len(said.split())
            if (said[-1:] in ("?", ":") and words <= 7) or (
                words <= 3 and not said.endswith(".") and not any(map(str.isdigit, said))
            ):
                return place
        return None

    def _is_told_of(self, means: frozenset[str]) -> bool:
        """Whether the tools returned one of the metrics, or they are statistics with a name of their own."""
        return means <= STATISTICS or not means.isdisjoint(self._index.held)

    def _suitable(self, place: int, quantity: Quantity) -> frozenset[str]:
        return _union([mention for mention in self._placed.get(place, ()) if self._suits(quantity, mention.means)])

    def _suits(self, quantity: Quantity, means: frozenset[str]) -> bool:
        """Whether a number could be of one of the metrics: a percentage of none that the tools return in whole numbers."""
        if means == _FALL and quantity.kind not in ("percent", "money", "fraction"):
            return False
        if quantity.kind in ("percent", "points", "basis_points", "money", "fraction"):
            means = means - self._index.whole
        return any(can_be(quantity, name) for name in means)

    def _says_nothing(self, passage: Passage) -> bool:
        """Whether the sentence says only whose its numbers are: "For B it was 0.72"."""
        words = _WORDS.findall(self._outline.text, passage.start, passage.end)
        return bool(words) and all(word.lower() in _SAYS_NOTHING for word in words)

    def _told_time(self, quantity: Quantity, said: frozenset[str] | None, *, carried: bool) -> frozenset[str] | None:
        """What "a year" and "overall" make of a loose "return", or of a metric that only the sentence before names; "of its
        trades" and "of the time" make a share of no return at all."""
        text = self._outline.text
        if quantity.kind == "money" and said is not None:
            return self._told_money(quantity, said)
        if quantity.kind in ("percent", "fraction") and _SHARE_OF.match(text, quantity.end):
            parts = _PARTS | (self._index.metrics - METRICS.keys())
            return (said or parts) & parts or parts
        if carried and is_timed_after(text, quantity.end):
            said = None
        if quantity.kind not in ("percent", "points") or (
            said is not None and said not in _LOOSE_RETURNS | _BETTER_OFF
        ):
            return said
        if is_annual(text, quantity.start, quantity.end):
            if said is not None or quantity.kind == "points":
                return frozenset({"cagr"})
            # a statistic goes by its name, or by words of its own ("swings by 18% a year")
            place = max(text.rfind("\n", 0, quantity.start) + 1, quantity.start - 80)
            clause = text[place : quantity.start] + _CLAUSE.split(text[quantity.end : quantity.end + 40])[0]
            unsaid = STATISTICS - {"cagr"} - implied(clause, quantity.kind) if "|" not in clause else frozenset()
            return (self._index.metrics | {"cagr"}) - _NOT_YEARLY - unsaid
        if said is None and quantity.kind == "percent" and is_told_in_total(text, quantity.end):
            return _TOTAL | (self._index.metrics - METRICS.keys())
        if said == _FALL and _IN_YEAR.match(text, quantity.end) and "return" in self._index.held:
            return said - DRAWDOWNS  # "lost 9% in 2016"
        if said in _BETTER_OFF and quantity.kind == "percent":
            return _TOTAL
        if said is not None and is_of_the_whole(text, quantity.start, quantity.end):
            return _TOTAL
        return said

    def _told_money(self, quantity: Quantity, said: frozenset[str]) -> frozenset[str]:
        """What the words around an amount leave of a loose "equity" or of a gain: "the equity stood at $3m by the end", "the gain was
        $3m", but "it grew to $3m"."""
        text = self._outline.text
        head = text[max(0, quantity.start - 80) : quantity.start]
        if said == _EQUITIES:
            around = _SENTENCE.split(head)[-1] + text[quantity.end : quantity.end + 40].split(".")[0]
            first, last = _AT_FIRST.search(around) is not None, _AT_LAST.search(around) is not None
            return said if first == last else said - {"initial_capital" if last else "final_equity"}
        if said == _LOOSE_RETURN and "profit" in self._index.held and not _UP_TO.search(head):
            return said - {"final_equity"}
        return said


def _without_predicates(text: str, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Without words that say of a statistic how it stands: "the Sortino is underwater at -0.2"."""
    return [
        mention
        for place, mention in enumerate(mentions)
        if not place
        or not mentions[place - 1].means <= STATISTICS
        or _IS.fullmatch(text, mentions[place - 1].end, mention.start) is None
        or not _STATE.fullmatch(text, mention.start, mention.end)
    ]


def _union(mentions: Sequence[Mention]) -> frozenset[str]:
    return frozenset().union(*(mention.means for mention in mentions))


def _narrowest(mentions: Sequence[Mention]) -> frozenset[str]:
    """What the mentions mean together, without the loose ones beside one that says which of them: "made a net profit"."""
    means = [mention.means for mention in mentions]
    return frozenset().union(*(each for each in means if not any(other < each for other in means)))
