"""Numbers that a tool returned and that a sentence may well be telling, though the reading of it that comes first says otherwise.

A name, a metric or a time that is only inferred (the nearest name, what the sentence before spoke of) is no ground to call a number wrong:
what another reading of the sentence explains is let pass.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import SIGN
from validators.grounding.claim_fit import ClaimFit
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import KEYED, MAIN, ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import COUNTS, DRAWDOWNS, STATISTICS
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.grounding.tools.vocabulary.words import key_words
from validators.numbers.quantity import Quantity

_BENCHMARK = re.compile(
    r"bench|buy.?(?:and|&|n)?.?hold|hodl|\bindex\b|market|reference|comparator|passive|\bbm\b|\bbh\b", re.IGNORECASE
)
_MAY_BE_BENCHMARK = re.compile(
    r"\b(?:bench\w*|ind(?:ex|ices)|markets?|buy(?:ing)?[ -](?:and|&)[ -]hold\w*|hold(?:s|er|ers|ing)?|held|hodl\w*|passive\w*|itself|themselves"
    r"|underlying|coins?|tokens?|assets?|stocks?|shares|spot|funds?|dollar|metal|bitcoin|ether\w*|gold|oil|comparison|alternative|just own\w*|owning|own|not trading"
    r"|doing nothing)\b",
    re.IGNORECASE,
)
_SET_AGAINST = re.compile(
    r"\W{0,4}(?:to|and|or|vs\.?|versus|v\.?|against|rather than|instead of|than|compared (?:with|to)|up from|down from|from|but|as against|,|/|–|-|\()"
    r"[^.;\d\ue000]{0,24}",
    re.IGNORECASE,
)
_NAMED_BEHIND = re.compile(r"[^.;,\d\n\ue000]{0,16}\ue000")
_ON_CAPITAL = re.compile(
    r"\b(?:on|from|out of|turn(?:s|ed|ing)?|took|tak(?:es?|ing)|invest(?:ed|ing)?|put(?:ting)?(?: in)?|start(?:s|ed|ing)?(?: (?:with|at|from|out))?)"
    r" (?:an? |the |your |its |every |each )?(?:initial |starting |opening )?\W{0,3}$",
    re.IGNORECASE,
)
_CAPITAL_BEHIND = re.compile(
    r"\W{0,3}(?:of |in )?(?:\w+ )?(?:start(?:ing)?|initial|capital|stake|account|invested|invest\w*|down to|growing|grew|grows|grown|into|becoming|became|becomes|turn\w*|to|deposit\w*|at the (?:start|outset|beginning))\b",
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
_OUT_OF = re.compile(r"\b(?:of|among|in) (?:the |its |all |those |all the )?\W{0,3}$", re.IGNORECASE)
_OWN_NUMBER = re.compile(r"(?: of| is| was| at|:| =)?[ *_~+$€£-]{0,3}\d")
_NOW = re.compile(r"\b(?:current\w*|now|still|today|at present|at the moment|as of|presently)\b", re.IGNORECASE)
_LEVERED = re.compile(r"\b(?:lever\w*|gross|borrow\w*|exposure|limit|cap(?:ped)?|weights?)\b", re.IGNORECASE)
_PERCENTILE = re.compile(r"(?:p|q|pct|perc|percentile|quantile)_?(\d{1,2})", re.IGNORECASE)
_MIDDLE = re.compile(r"\b(?:median|middle half|quartiles?|interquartile|half of)\b", re.IGNORECASE)
_LAST = re.compile(r'(?:\.\w+|\["[^"\]]*"\])$')
_WORD = re.compile(r"[^\W\d_]{3,}")
_OPAQUE = frozenset("the and for key days day pct usd name".split())
_LEAST_OF_RECORD = 2  # other numbers of a sentence by which it tells of one record of a list
_LONGEST_PARAGRAPH = 400  # characters
_NEAR = 4  # claims before and after one that may be told beside it


class OpenReading:
    """Other readings of the claims of one answer."""

    def __init__(self, answer: Answer, index: ToolIndex, fit: ClaimFit, claims: Sequence[Claim]) -> None:
        self._answer = answer
        self._index = index
        self._fit = fit
        self._claims = claims

    def of(self, place: int, matches: Mapping[Quantity, Sequence[ToolNumber]]) -> ToolNumber | None:
        """The tool number that the claim at a place may be, as some reading of its sentence has it; None where none does."""
        claim = self._claims[place]
        if claim.quantity.kind in ("date", "split") or self._is_told_again(place):
            return None
        for number in matches.get(claim.quantity, ()):
            if self._is_of_told_record(place, number, matches):
                return number
            if self._metric_may_be(claim, number) and self._thing_may_be(place, number, matches):
                return number
        return None

    def _is_told_again(self, place: int) -> bool:
        """Whether the sentence tells the same number twice, of two things at most one of which it can be of."""
        claim = self._claims[place]
        return any(
            other is not claim
            and other.passage == claim.passage
            and other.quantity.kind == claim.quantity.kind
            and other.quantity.value == claim.quantity.value
            for other in self._claims[max(0, place - _NEAR) : place + _NEAR + 1]
        )

    def _metric_may_be(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the wording may name the number's metric: it does, it names none itself, or what stands right at the number does."""
        fit, context, text, quantity = self._fit, claim.context, self._answer.text, claim.quantity
        metrics = context.metrics
        if fit.metric_fits(claim, number) or metrics is None or number.measured in metrics:
            return True
        if any(number.measured in said and behind.match(text, quantity.end) for said, behind in _SAID_BEHIND):
            return True
        if number.measured == "initial_capital" and quantity.kind == "money":
            ahead = _ON_CAPITAL.search(text, max(0, quantity.start - 40), quantity.start)
            return ahead is not None or _CAPITAL_BEHIND.match(text, quantity.end) is not None
        if number.measured == "trades" and quantity.kind == "count":
            return _OUT_OF.search(text, max(0, quantity.start - 16), quantity.start) is not None
        if number.measured == "current_drawdown" and metrics <= DRAWDOWNS:
            return _NOW.search(self._answer.sentence(claim)[0]) is not None
        if self._is_named_before(claim, number) or self._is_named_around(claim, number):
            return True
        if number.measured == "leverage" and quantity.kind == "multiple":
            return _LEVERED.search(self._around(claim)) is not None
        if not claim.context.direct and claim.context.times and number.times and fit.time_fits(claim, number):
            return True
        return self._is_said_by_key(claim, number)

    def _is_said_by_key(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the words of the number's key that are of no metric known by name stand around the claim: "probability" of
        prob_negative_cagr, "the 5th percentile" of p5."""
        key = number.metric
        if key is None or key in METRICS:
            return False
        around = self._answer.named.raw if key in self._index.whole else self._around(claim)
        percentile = _PERCENTILE.fullmatch(key)
        if percentile:
            return re.search(rf"\b{percentile[1]}(?:st|nd|rd|th)\b", around) is not None or (
                percentile[1] in ("25", "50", "75") and _MIDDLE.search(around) is not None
            )
        own = _stems(key) - _stems(number.inner or "")
        return not own.isdisjoint(_stems(around))

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
            and before[-1].means == bound
            and before[-1].start - before[-2].end <= 1
            and number.measured in before[-2].means
        )

    def _is_named_around(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the claim's metric is only what was spoken of before, and the sentence names the number's."""
        named = [mention.means for mention in self._answer.metrics.mentions(claim.passage)]
        return (
            not claim.context.direct
            and claim.context.metrics not in named
            and any(number.measured in means for means in named)
        )

    def _thing_may_be(self, place: int, number: ToolNumber, matches: Mapping[Quantity, Sequence[ToolNumber]]) -> bool:
        """Whether the wording may be of the number's thing and time."""
        claim, fit = self._claims[place], self._fit
        if fit.names_fit(claim, number):
            return fit.time_fits(claim, number) or len(claim.context.times) > 1 or self._is_alone(claim, number)
        if self._is_of_unnamed_column(claim, number) or (claim.context.metrics is None and not claim.context.names):
            return True
        if self._is_benchmark(number) and self._may_be_benchmark(claim, number):
            return True
        if self._is_set_against(place, number, matches):
            return True
        return self._is_spoken_of(claim, number)

    def _is_of_unnamed_column(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether neither row nor column of a table names what the tools do, and the number is of the thing as a whole."""
        return not _is_keyed(number) and self._answer.is_cell(claim) and SIGN not in self._answer.heads(claim)

    def _is_alone(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether no other number is of the metric at all, so that a time which the sentence names cannot mean one."""
        return all(
            other is number or other.value == number.value
            for other in self._index.by_metric.get(number.measured or "", ())
        )

    def _is_benchmark(self, number: ToolNumber) -> bool:
        return (number.metric or "").startswith("benchmark") or any(
            dimension.startswith(KEYED) and _BENCHMARK.search(held) for dimension, held in number.scope.items()
        )

    def _may_be_benchmark(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the sentence, or what speaks for it, mentions anything that the benchmark may be called."""
        told = self._around(claim)
        if _MAY_BE_BENCHMARK.search(told):
            return True
        names = " ".join(held for dimension, held in number.scope.items() if _singles_out(dimension))
        return any(word in told for word in re.findall(r"\w[\w/&.]{2,}", names))

    def _is_set_against(self, place: int, number: ToolNumber, matches: Mapping[Quantity, Sequence[ToolNumber]]) -> bool:
        """Whether the claim is one of two numbers of one metric told beside each other, and no name stands at it: "0.84 vs 0.41"."""
        claim, text = self._claims[place], self._answer.text
        if any(
            dimension in self._index.parameters and number.scope.get(dimension, MAIN) not in allowed
            for dimension, allowed in claim.context.names.items()
        ):
            return False  # settings are told by numbers: "89 at 12 bps, 72 at 4 bps"
        beside = [*self._joined(place, -1), *self._joined(place, 1)]
        if not any(
            each.measured == number.measured and each is not number
            for other in beside
            for each in matches.get(other.quantity, ())
        ):
            return False
        if beside[0].quantity.start > claim.quantity.start:
            return SIGN not in text[self._answer.sentence(claim)[1] : claim.quantity.start]
        return not _NAMED_BEHIND.match(text, claim.quantity.end)

    def _joined(self, place: int, step: int) -> Iterator[Claim]:
        """The claims of one kind that are told beside the one at a place, going back or on: "0.4, versus 0.3 and 0.2"."""
        claim = self._claims[place]
        while 0 <= place + step < len(self._claims):
            here, other = self._claims[place], self._claims[place + step]
            if other.passage != claim.passage or other.quantity.kind != claim.quantity.kind:
                return
            first, last = (here, other) if step > 0 else (other, here)
            if not _SET_AGAINST.fullmatch(self._answer.text, first.quantity.end, last.quantity.start):
                return
            yield other
            place += step

    def _is_spoken_of(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether words of the keys that single the number out stand in the sentence or in what speaks for it ("topWinners" under
        "Winners", "test_detail" in "the test block"), and its names agree else."""
        apart = [
            held
            for dimension, held in number.scope.items()
            if dimension.startswith(KEYED) and held not in claim.context.names.get(dimension, ())
        ]
        others = (
            number.scope.get(dimension) in (None, *allowed)
            if not dimension.startswith(KEYED)
            else dimension in number.scope or MAIN in allowed
            for dimension, allowed in claim.context.names.items()
        )
        told = _stems(self._around(claim))
        return _is_keyed(number) and all(others) and all(not _stems(held).isdisjoint(told) for held in apart)

    def _is_of_told_record(
        self, place: int, number: ToolNumber, matches: Mapping[Quantity, Sequence[ToolNumber]]
    ) -> bool:
        """Whether other numbers of the sentence are of the same record of a list: of one trade its days, shares, prices and profit."""
        claim = self._claims[place]
        if claim.context.direct and (claim.context.metrics or frozenset()) <= STATISTICS | COUNTS:
            return False
        record = _LAST.sub("", number.source)
        if not record.endswith("]"):
            return False
        told = 0
        for other in self._claims:
            if other.passage != claim.passage or other is claim:
                continue
            told += any(_LAST.sub("", each.source) == record for each in matches.get(other.quantity, ()))
        return told >= _LEAST_OF_RECORD

    def _around(self, claim: Claim) -> str:
        """The claim's sentence as it was written, with its paragraph up to there, what speaks for it and the one before."""
        outline = self._answer.outline.passages
        own = outline[claim.passage]
        places = [claim.passage, *own.parents, *([own.previous] if own.previous is not None else [])]
        named = self._answer.named
        spans = (named.raw_span(outline[each].start, outline[each].end) for each in places)
        at = named.raw_span(own.start, own.end)[0]
        paragraph = named.raw[max(named.raw.rfind("\n\n", 0, at), at - _LONGEST_PARAGRAPH, 0) : at]
        return "\n".join((paragraph, *(named.raw[start:end] for start, end in spans)))


def _is_keyed(number: ToolNumber) -> bool:
    return any(dimension.startswith(KEYED) for dimension in number.scope)


def _singles_out(dimension: str) -> bool:
    return dimension.startswith(KEYED) or dimension in ("name", "bench", "benchmark")


@lru_cache(maxsize=16_384)
def _stems(text: str) -> frozenset[str]:
    words = (word.lower() for word in _WORD.findall(" ".join(key_words(text)) if " " not in text else text))
    return frozenset(word[:5].rstrip("s") for word in words if word not in _OPAQUE)
