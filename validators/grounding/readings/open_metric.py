"""Whether the words of a sentence may be of another metric than the one that stands nearest to its number."""

import re

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.field_words import speaks_of
from validators.grounding.answer.loose_metric import PARTS, SHARE_OF
from validators.grounding.answer.won_or_lost import listed_won_or_lost
from validators.grounding.fit.claim_fit import ClaimFit
from validators.grounding.readings.stems import EVERYDAY, GENERAL, LITTLE_SAID, stems
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber, is_of_one_period
from validators.grounding.tools.vocabulary.metric_vocabulary import (
    DRAWDOWNS,
    EXTREME_PERIODS,
    MOST_MEANT,
    RETURNS,
    STATISTICS,
)
from validators.grounding.tools.vocabulary.metrics import METRICS, measure_of
from validators.grounding.tools.vocabulary.words import key_words

_ON_CAPITAL = re.compile(
    r"\b(?:on|from|out of|turn(?:s|ed|ing)?|took|tak(?:es?|ing)|invest(?:ed|ing)?|put(?:ting)?(?: in)?|start(?:s|ed|ing)?(?: (?:with|at|from|out))?)"
    r" (?:an? |the |your |its |every |each )?(?:initial |starting |opening )?\W{0,3}$",
    re.IGNORECASE,
)
_CAPITAL_BEHIND = re.compile(
    r"[^\w.;:!?\n]{0,3}(?:of |in )?(?:\w+ )?(?:start(?:ing)?|initial|capital|stake|account|invested|invest\w*|down to|growing|grew|grows|grown|into|becoming|became|becomes|turn\w*|to|deposit\w*|at the (?:start|outset|beginning))\b",
    re.IGNORECASE,
)
_SAID_BEHIND = (
    (
        frozenset({"total_return", "return"}),
        re.compile(
            r"[ *_]{0,4}\(?(?:in total|total|overall|cumulative(?:ly)?|altogether|all told|in all|all in|over the (?:whole|full|entire)|for the (?:whole|full)|across the (?:whole|full))\b",
            re.IGNORECASE,
        ),
    ),
    (
        frozenset({"cagr", "return"}),
        re.compile(
            r"[ *_]{0,4}\(?(?:an?|per|each|every) (?:year|annum)\b|[ *_]{0,4}\(?(?:annual(?:ly|i[sz]ed)?|yearly|compounded|p\.a\.)",
            re.IGNORECASE,
        ),
    ),
)
_TOTAL_AHEAD = re.compile(
    r"\b(?:in total|total|altogether|overall|cumulatively|all told)[:,]? [*_+−-]{0,3}$", re.IGNORECASE
)
_EXTREME_AHEAD = re.compile(
    r"\b(?:(?P<best>best|largest|biggest|greatest|top)|worst|largest|biggest|deepest)"
    r"(?: (?:one|single|trade|deal|winner|loser|win|loss|of (?:them|these|those|all)|alone|by far)){0,3}"
    r"(?:,? (?:which|that))? (?:alone )?(?:made|earned|gained|returned|brought|yielded|lost|cost|was|came (?:in )?at)(?: (?:about|just|only))? [*_+−-]{0,3}$",
    re.IGNORECASE,
)  # "the largest one alone made 41%"
_ENTERED = re.compile(
    r"\b(?:entered|bought|opened|got in)\b(?:(?! at )[^.;,]){0,32} at \W{0,3}$", re.IGNORECASE
)  # "bought on 3 May at $20"
_LOST_SHARE = re.compile(
    r"[ *_]{1,3}(?:of (?:them|those|the trades|trades) )?(?:lost|were losers|losing)\b", re.IGNORECASE
)
_OF_WHOLE = re.compile(r"\d[*_]{0,2} (?:out )?of (?:the |its |all |these |those )?[*_]{0,2}$", re.IGNORECASE)
_WHOLES = frozenset(
    "day month year week quarter session bar period trade position observation total count n number all".split()
)
_ALL = re.compile(
    r"\b(?:add(?:s|ed|ing)? up|sum|plus|total\w*|together|make(?:s|ing)? up|in all|combined)\b", re.IGNORECASE
)
_BOTH_SIDES = re.compile(
    r"\bw[io]n\w* (?:and|plus) (?:the )?los\w+|\blos\w+ (?:and|plus) (?:the )?w[io]n\w*", re.IGNORECASE
)
_TRADES = frozenset({"trades"})
_TOLD_BEHIND = {
    "winning_trades": re.compile(
        r"\b(?:winn\w+|wins?|won|profit\w*|gain\w*|green|ahead|succe\w+|right|well|black|paid|pay\w*|positive|up|money|plus)\b",
        re.IGNORECASE,
    ),
    "losing_trades": re.compile(
        r"\b(?:los[ers]\w*|losing|lost|fail\w*|red|wrong|bad\w*|negative|down|minus|unprofitable|under)\b",
        re.IGNORECASE,
    ),
}  # "57 trades were winners"
_CLAUSE = re.compile(r"[.;\n\d]")
_REACH = 60  # characters
_OUT_OF = re.compile(r"\b(?:of|among|in) (?:the |its |all |those |all the )?\W{0,3}$", re.IGNORECASE)
_PART = re.compile(r"\d[*_]{0,2} (?:of (?:the|its|all|those) )?(?:[a-z-]+ ){0,3}$", re.IGNORECASE)
_OWN_NUMBER = re.compile(r"(?: of| is| was| at|:| =)?[ *_~+$€£-]{0,3}\d")
_OF_IT = re.compile(
    r".?| (?:of|on|for|in) (?:the |its |their |that )?", re.IGNORECASE
)  # "the t-statistic on their alpha"
_NOW = re.compile(r"\b(?:current\w*|now|still|today|at present|at the moment|as of|presently)\b", re.IGNORECASE)
_LEVERED = re.compile(r"\b(?:lever\w*|gross|borrow\w*|exposure|limit|cap(?:ped)?|weights?)\b", re.IGNORECASE)
_A_TRADE = frozenset({"average_trade"})
_OF_ANYTHING = frozenset({"average return", "average profit"})  # of days or of trades: the key leaves it open
_OVER = re.compile(r" (?:over|to|per|by) ", re.IGNORECASE)
_A_YEAR = frozenset({"cagr"})
_GROWS = re.compile(
    r"[^\w.;:!?\n]{0,3}(?:gr[eo]w\w*|becom\w+|became|turn\w*|in)? ?to\b", re.IGNORECASE
)  # "$1m growing to $4m"
_AT_THE_END = frozenset({"final_equity"})


class OpenMetric:
    """Which metrics the claims of one answer may be, beside the one that they are bound to."""

    def __init__(self, answer: Answer, index: ToolIndex, fit: ClaimFit) -> None:
        self._answer = answer
        self._index = index
        self._fit = fit

    def may_be(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the wording may name the number's metric: it does, it names none itself, or what stands right at the number does."""
        fit, context, text, quantity = self._fit, claim.context, self._answer.text, claim.quantity
        metrics = context.metrics
        if fit.metric.fits(claim, number) or metrics is None or number.measured in metrics:
            return True
        named = context.direct and metrics <= STATISTICS - RETURNS  # "8.4% annualised volatility"
        if not named and any(
            number.measured in said and behind.match(text, quantity.end) and self._is_surest(number, said)
            for said, behind in _SAID_BEHIND
        ):
            return True
        if (
            not named
            and number.measured == "total_return"
            and _TOTAL_AHEAD.search(text, max(0, quantity.start - 20), quantity.start)
        ):
            return True
        if number.measured == "initial_capital" and quantity.kind == "money":
            if context.direct and metrics == _AT_THE_END:
                return _GROWS.match(text, quantity.end) is not None
            ahead = _ON_CAPITAL.search(text, max(0, quantity.start - 40), quantity.start)
            return ahead is not None or _CAPITAL_BEHIND.match(text, quantity.end) is not None
        if number.measured == "entry_price" and _ENTERED.search(text, max(0, quantity.start - _REACH), quantity.start):
            return True
        if number.measured == "loss_rate" and _LOST_SHARE.match(text, quantity.end):
            return True
        if metrics == _TRADES and number.measured in _TOLD_BEHIND:
            behind = _CLAUSE.split(text[quantity.end : quantity.end + _REACH], maxsplit=1)[0]
            return _TOLD_BEHIND[number.measured].search(behind) is not None
        if number.measured in _TOLD_BEHIND and listed_won_or_lost(text, quantity) == number.measured:
            return True
        if number.measured == "trades" and self._names_both_sides(claim):
            return True
        if self._is_whole(claim, number) or self._is_told_as_extreme(claim, number):
            return True
        if number.measured == "trades" and quantity.kind in ("count", "plain"):
            return self._is_out_of(claim)
        if number.measured == "current_drawdown" and metrics <= DRAWDOWNS:
            return _NOW.search(self._answer.sentence(claim)[0]) is not None
        if self._is_named_before(claim, number) or self._is_named_around(claim, number):
            return True
        if metrics == _A_TRADE and (
            number.metric in _OF_ANYTHING or (quantity.kind == "duration" and number.measured == "holding_period")
        ):
            return True
        if self._is_part_of_ratio(claim, number):
            return True
        if number.measured == "leverage" and quantity.kind == "multiple":
            return _LEVERED.search(self._answer.around(claim.passage)) is not None
        dated = claim.context.times and is_of_one_period(number) and fit.time.fits(claim, number)
        if dated and not claim.context.direct and not fit.metric.is_beside_the_named(claim, number):
            return True
        if metrics <= EXTREME_PERIODS and not context.direct and is_of_one_period(number):
            return True  # "its best year, although the fund made 30%", of the year that was told before
        return self._is_said_by_key(claim, number)

    def _is_surest(self, number: ToolNumber, said: frozenset[str]) -> bool:
        """Whether a number is of a metric that words name, and none that is less sure where its record has that: no "return" beside a
        CAGR is one a year."""
        return number.metric != "return" or not self._index.fields(number, said - {"return"})

    def _is_out_of(self, claim: Claim) -> bool:
        """Whether a count is told as what others are out of: "35 of 61", and no "number of winning trades of 61"."""
        start = claim.quantity.start
        of = _OUT_OF.search(self._answer.text, max(0, start - 16), start)
        if of is None or SHARE_OF.match(self._answer.text, claim.quantity.end):
            return False  # "in 61 of its trades"
        named = any(mention.end + 1 == of.start() for mention in self._answer.metrics.mentions(claim.passage))
        part = _PART.search(self._answer.text, max(0, of.start() - _REACH), of.start())
        return not named or part is not None

    def _is_whole(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a count is told as the whole of which the number before it is a part, and is one by its key: "25 of 48" months."""
        if number.prose or number.length or not number.value.is_integer() or claim.quantity.step < 1:
            return False
        start = claim.quantity.start
        key = key_words(number.source.rpartition(".")[2])
        return (
            bool(key)
            and _WHOLES.issuperset(key)
            and _OF_WHOLE.search(self._answer.text, max(0, start - 24), start) is not None
        )

    def _is_told_as_extreme(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the best or worst one is said to have made the number right before it: "the largest winner made 41%"."""
        way, _, _ = (number.measured or "").partition("_")
        named = claim.context.metrics or frozenset()
        if way not in ("best", "worst") or (claim.context.direct and len(named) == 1 and named <= self._index.held):
            return False  # "the worst trade lost 9%", of the worst month
        start = claim.quantity.start
        told = _EXTREME_AHEAD.search(self._answer.text, max(0, start - _REACH), start)
        return told is not None and (told["best"] is not None or way == "worst")

    def _names_both_sides(self, claim: Claim) -> bool:
        """Whether the sentence puts the trades won and those lost together, which all of them are: "wins and losses add up to 251"."""
        sentence = self._answer.sentence(claim)[0]
        return _BOTH_SIDES.search(sentence) is not None and _ALL.search(sentence) is not None

    def _is_said_by_key(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the words of the number's key that are of no metric known by name stand around the claim: "probability" of
        prob_negative_cagr."""
        key = number.metric
        if key is None or key in METRICS:
            return False
        around = self._answer.named.raw if key in self._index.whole else self._answer.around(claim.passage)
        named = (claim.context.metrics or frozenset()) & METRICS.keys()
        own = stems(key) - stems(number.inner or "") - (LITTLE_SAID if number.inner else GENERAL)
        own -= (
            stems(" ".join(named).replace("_", " ")) if len(named) == 1 else frozenset()
        )  # "best month" is no "up month"
        if claim.context.direct and named:  # the name of another metric says nothing of the key
            text = self._answer.text
            mentions = self._answer.metrics.mentions(claim.passage)
            own -= stems(
                " ".join(text[each.start : each.end] for each in mentions if each.means == claim.context.metrics)
            )
        said = own & stems(around)
        sure = 0 < len(named) <= MOST_MEANT and not named.isdisjoint(self._index.held)
        return bool(said - EVERYDAY if sure else said)

    def _is_named_before(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the last name before the claim is of the number's metric, while the one that the claim is bound to stands behind it at a
        number of its own ("returned 34% (CAGR 5.7%)"), or ends the same phrase ("the Sharpe ratio came out at 0.65")."""
        text, quantity = self._answer.text, claim.quantity
        mentions = self._answer.metrics.mentions(claim.passage)
        before = [mention for mention in mentions if mention.end <= quantity.start]
        if not before:
            return False
        bound = claim.context.metrics
        foreign = any(
            mention.means == bound and _OWN_NUMBER.match(text, mention.end)
            for mention in mentions
            if mention.start >= quantity.end
        )
        if foreign and number.measured in before[-1].means:
            return True
        return (
            len(before) > 1
            and len(before[-2].means) <= MOST_MEANT
            and before[-1].means == bound
            and _OF_IT.fullmatch(text, before[-2].end, before[-1].start) is not None
            and number.measured in before[-2].means
        )

    def _is_part_of_ratio(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether a share is one of the two that the name of a ratio puts together: "return over drawdown (3% / 40%)"."""
        metrics = claim.context.metrics or frozenset()
        if claim.quantity.kind != "percent" or any(measure_of(metric) != "ratio" for metric in metrics):
            return False
        named = (
            self._answer.text[mention.start : mention.end]
            for mention in self._answer.metrics.mentions(claim.passage)
            if mention.means == metrics
        )
        return any(_OVER.search(name) and speaks_of(name, number.measured or "") for name in named)

    def _is_named_around(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the claim's metric is only what was spoken of before, and the sentence names the number's."""
        named = [mention.means for mention in self._answer.metrics.mentions(claim.passage)]
        return (
            not claim.context.direct
            and claim.context.metrics not in (_A_YEAR, *named)
            and PARTS.isdisjoint(claim.context.metrics or ())
            and any(number.measured in means for means in named)
        )
