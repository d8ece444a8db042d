"""Whether a sentence may speak of another thing or time than the one that stands nearest to its number."""

import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import SIGN
from validators.grounding.fit.claim_fit import ClaimFit, Matches
from validators.grounding.readings.stems import stems
from validators.grounding.tools.index import ToolIndex, overlap
from validators.grounding.tools.number import KEYED, MAIN, ToolNumber

_BENCHMARK = re.compile(
    r"bench|buy.?(?:and|&|n)?.?hold|hodl|\bindex\b|market|reference|comparator|passive|\bbm\b|\bbh\b|\bhold(?:ing)?\b",
    re.IGNORECASE,
)
MAY_BE_BENCHMARK = re.compile(
    r"\b(?:bench\w*|ind(?:ex|ices)|markets?|buy(?:ing)?[ -](?:and|&)[ -]hold\w*|hold(?:s|er|ers|ing)?|held|hodl\w*|passive\w*|itself|themselves"
    r"|underlying|coins?|tokens?|assets?|stocks?|shares|spot|funds?|dollar|metal|bitcoin|ether\w*|gold|oil|comparison|alternative|just own\w*|owning|own|not trading"
    r"|doing nothing|dow|nasdaq|s&p|ftse|dax|russell|stoxx|msci|nikkei|hang seng)\b",
    re.IGNORECASE,
)
_SET_AGAINST = re.compile(
    r"\W{0,4}(?:to|and|or|tops|beats|exceeds|(?:does|did|do)(?:n['’]t| not) (?:reach|match)|vs\.?|versus|v\.?|against|rather than|instead of|than|compared (?:with|to)|up from|down from|from|but|as against|,|/|–|-|\()"
    r"[^.;\d\ue000]{0,24}",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"(?: [a-z]{2,12}){0,2} (?:out )?of (?:the |all |all the |its |our |their |a total of )?[-−+$€£*_]{0,3}",
    re.IGNORECASE,
)
_NEAR = 3  # claims
_WHOLES = frozenset({MAIN, "total", "all", "overall", "sum"})
_NAMED_BEHIND = re.compile(r"[^.;,\d\n\ue000]{0,16}\ue000")
_NAMED_AT = re.compile(r"\W{0,3} (?:(?:in|for|on|of|at|during|over|with|under)(?: the)? )?\ue000")


class OpenThing:
    """Which things the claims of one answer may be of, beside the one that they are bound to."""

    def __init__(self, answer: Answer, index: ToolIndex, fit: ClaimFit, claims: Sequence[Claim]) -> None:
        self._answer = answer
        self._index = index
        self._fit = fit
        self._claims = claims

    def may_be(self, place: int, number: ToolNumber, matches: Matches) -> bool:
        """Whether the wording may be of the number's thing and time."""
        claim, fit = self._claims[place], self._fit
        if fit.thing.fits(claim, number):
            alone = self._is_alone(number) and not fit.time.is_of_another_period(claim, number)
            return alone or fit.time.fits(claim, number) or self._is_within(claim, number)
        if claim.context.metrics is None and not claim.context.names:
            return not fit.time.is_of_another_period(claim, number)
        if is_benchmark(number) and self._may_be_benchmark(claim, number) and _is_of_the_named(claim, number):
            return not self._has_its_own(place, number, matches)
        if self._is_set_against(place, number, matches) or self._is_whole(claim, number):
            return True
        return self._is_spoken_of(claim, number)

    def _is_of_another_setting(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the wording names a setting that the number is not of, by a number of its own: "89 at 12 bps, 72 at 4 bps"."""
        return any(
            dimension in self._index.parameters and number.scope.get(dimension, MAIN) not in allowed
            for dimension, allowed in claim.context.names.items()
        )

    def _is_within(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the number's time lies between those that the wording names, or is one of them."""
        times = claim.context.times
        years = sorted(time.year for time in times if time.year is not None)
        own = [time.year for time in number.times if time.year is not None]
        if len(times) < 2 or not years or not own or overlap(times, number.times):
            return len(times) > 1
        return years[0] <= min(own) and max(own) <= years[-1]

    def _is_alone(self, number: ToolNumber) -> bool:
        """Whether no other number is of the metric at all, so that a time which the sentence names cannot mean one."""
        return all(
            other is number or other.value == number.value
            for other in self._index.by_metric.get(number.measured or "", ())
        )

    def _may_be_benchmark(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the sentence, or what speaks for it, mentions anything that the benchmark may be called."""
        if any(_BENCHMARK.search(name) for allowed in claim.context.names.values() for name in allowed):
            return True
        told = self._answer.around(claim.passage)
        if MAY_BE_BENCHMARK.search(told):
            return True
        names = " ".join(held for dimension, held in number.scope.items() if _singles_out(dimension))
        return any(word in told for word in re.findall(r"\w[\w/&.]{2,}", names))

    def _has_its_own(self, place: int, number: ToolNumber, matches: Matches) -> bool:
        """Whether the claim is said of one thing, and another number of its sentence tells the same of the very thing that the number
        is of: "it lost 6%, the index made 12%"."""
        claim = self._claims[place]
        return any(
            other.passage == claim.passage
            and other.quantity.kind == claim.quantity.kind
            and other.context.times == claim.context.times
            and any(each.measured == number.measured for each in matches.get(other.quantity, ()))
            and other.context.names.get(dimension) == frozenset({number.scope.get(dimension, MAIN)})
            for dimension, allowed in claim.context.names.items()
            if len(allowed) == 1 and number.scope.get(dimension, MAIN) not in allowed
            for other in self._claims[max(0, place - _NEAR) : place + _NEAR + 1]
        )

    def _is_set_against(self, place: int, number: ToolNumber, matches: Matches) -> bool:
        """Whether the claim is one of two numbers of one metric told beside each other, and no name stands at it: "0.84 vs 0.41"."""
        claim, text = self._claims[place], self._answer.text
        if self._is_of_another_setting(claim, number):
            return False
        beside = [*self._joined(place, -1), *self._joined(place, 1)]
        if not any(
            each.measured == number.measured and each is not number
            for other in beside
            for each in matches.get(other.quantity, ())
        ):
            return False
        if self._answer.is_side(claim) or _is_of_a_third(claim, beside, number):
            return False
        if beside[0].quantity.start > claim.quantity.start:
            named = SIGN in text[self._answer.sentence(claim)[1] : claim.quantity.start]
            return not named and not _NAMED_AT.match(text, claim.quantity.end)
        return not _NAMED_BEHIND.match(text, claim.quantity.end)

    def _is_whole(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the number is of the thing as a whole, and the claim what another number is a part of: "A made 23 of the 99 trades"."""
        if any(number.scope.get(dimension, MAIN).lower() not in _WHOLES for dimension in claim.context.names):
            return False
        parts = [each.end for each in self._answer.quantities_in(claim.passage) if each.end <= claim.quantity.start]
        return bool(parts) and _PART_OF.fullmatch(self._answer.text, parts[-1], claim.quantity.start) is not None

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
        "Winners", "test_detail" in "the test block"), and its names agree else. A key that the sentence names as another thing than the
        claim's stands for that thing's numbers."""
        apart = {
            dimension: held
            for dimension, held in number.scope.items()
            if dimension.startswith(KEYED) and held not in claim.context.names.get(dimension, ())
        }
        if any(
            MAIN not in claim.context.names.get(dimension, (MAIN,)) and self._answer.things.names(held, claim.passage)
            for dimension, held in apart.items()
        ):
            return False
        others = (
            number.scope.get(dimension) in (None, *allowed)
            if not dimension.startswith(KEYED)
            else dimension in number.scope or MAIN in allowed
            for dimension, allowed in claim.context.names.items()
        )
        told = stems(self._answer.around(claim.passage))
        named = stems(" ".join(name for allowed in claim.context.names.values() for name in allowed))
        said = (not (stems(held) - named).isdisjoint(told) for held in apart.values())  # "fast" of "snipe_fast"
        return _is_keyed(number) and all(others) and all(said)


def _is_of_a_third(claim: Claim, beside: Sequence[Claim], number: ToolNumber) -> bool:
    """Whether the number is of none of the things that the claims are bound to, each to one of its own."""
    for dimension, own in claim.context.names.items():
        others = [each.context.names.get(dimension, frozenset()) for each in beside]
        if len(own) == 1 and all(len(each) == 1 and each != own for each in others):
            held = number.scope.get(dimension)
            if held is not None and held not in own.union(*others):
                return True
    return False


def is_benchmark(number: ToolNumber) -> bool:
    """Whether a number is of what a run is compared with."""
    return (number.metric or "").startswith("benchmark") or any(
        dimension.startswith(KEYED) and _BENCHMARK.search(held) for dimension, held in number.scope.items()
    )


def _is_of_the_named(claim: Claim, number: ToolNumber) -> bool:
    """Whether no record names the number's run or ticker otherwise than the wording: each run may have a benchmark of its own."""
    return all(
        dimension.startswith(KEYED) or number.scope.get(dimension) in (None, *allowed)
        for dimension, allowed in claim.context.names.items()
    )


def _is_keyed(number: ToolNumber) -> bool:
    return any(dimension.startswith(KEYED) for dimension in number.scope)


def _singles_out(dimension: str) -> bool:
    return dimension.startswith(KEYED) or dimension in ("name", "bench", "benchmark")
