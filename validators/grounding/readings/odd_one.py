"""A number of another record among those of one: "VIX below 20: 4.1% a year, Sharpe 0.90, hit rate 58.7%", where that is the rate of the other."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import Held, Matches
from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber

_RECORD = re.compile(r"(?P<record>.+)(?P<key>\.\w+|\[\"[^\"]*\"\])")
_IT = re.compile(r"\W{0,4}its?\b", re.IGNORECASE)
_FEWEST_BESIDE, _FEWEST_IN_SENTENCE = 2, 3
# words that may speak of a second thing
_ANOTHER = re.compile(
    r"\b(?:vs|versus|against|compared|comparison|than|instead|rather|while|whereas|but|others?|rest|both|each|every|from|then|before|after|average|overall|total|like|same|also|without|unlike"
    r"|respectively|second|latter|next|previous|between|up|down|to|and (?:the|for|in|at|on|with))\b|→|->",
    re.IGNORECASE,
)


def odd_ones(
    answer: Answer,
    index: ToolIndex,
    claims: Sequence[Claim],
    judged: Sequence[GroundedNumber],
    held: Held,
    matches: Matches,
) -> Iterator[tuple[int, ToolNumber]]:
    """The claims, by place, that alone in their passage are of another record, with the number that the record of the others has
    under the same key."""
    passages: dict[int, list[int]] = {}
    for place, claim in enumerate(claims):
        if judged[place].grounded and not answer.is_cell(claim):
            passages.setdefault(claim.passage, []).append(place)
    numbers = {number.source: number for number in index.numbers if not number.prose and not number.length}
    for passage, inside in passages.items():
        text = answer.passage_text(passage)
        goes_on = _IT.match(text) is not None and passage - 1 in passages
        if goes_on:  # "In 2008-2011 it made 20%. It traded 33 times and won 50%"
            inside = [*passages[passage - 1], *inside]
            text = f"{answer.passage_text(passage - 1)} {text}"
        told = {
            place: found for place in inside if (found := _RECORD.fullmatch(judged[place].source or "")) is not None
        }
        held_in = {each["record"] for each in told.values()}
        above = {each for each in held_in if any(other != each and other.startswith(each) for other in held_in)}
        told = {place: each for place, each in told.items() if each["record"] not in above}  # of the whole
        records = Counter(each["record"] for each in told.values())
        if len(records) != 2 or answer.things.names_in(passage) or _ANOTHER.search(text):
            continue
        (record, most), (_, fewest) = records.most_common(2)
        enough = _FEWEST_BESIDE if goes_on or answer.outline.starts_bullet(passage) else _FEWEST_IN_SENTENCE
        odd = next(place for place, each in told.items() if each["record"] != record)
        own = numbers.get(f"{record}{told[odd]['key']}")
        if sum(each["key"] == told[odd]["key"] for each in told.values()) > 1:
            continue  # one metric of several things
        quantity = claims[odd].quantity
        number = held[quantity]
        if claims[odd].passage != passage:
            continue
        named = number is not None and number.measured in (claims[odd].context.metrics or ())
        if quantity.kind in ("plain", "count") and quantity.step >= 1 and not named:
            continue  # which may count anything
        if fewest > 1 or most < enough or own is None or number is None or number.prose:
            continue
        if own.value != number.value and not any(each.source.startswith(record) for each in matches[quantity]):
            yield odd, own
