"""Numbers by which an answer calls records of a list: "trade 4", "folds 1 to 4", the first column of a table under "#" or "Bin"."""

import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import Held, Matches
from validators.grounding.tools.number import ORDINAL, PLACE, ToolNumber

_RECORD = (
    r"trade|position|order|fill|drawdown|episode|fold|run|window|bucket|bin|decile|quintile|quartile|epoch|seed|trial|"
    r"variant|split|signal|entry|row|rank|place|spell|stretch|cycle|rung|grid|level|step|leg|path|sample|block"
)
_ONE = re.compile(rf"(?:\b(?P<one>{_RECORD})(?: (?:no\.?|nr\.?|number))? ?\W?|#)$", re.IGNORECASE)
_SEVERAL = re.compile(
    rf"\b(?P<several>{_RECORD})e?s (?P<before>(?:\W?\d{{1,4}}(?:, | and | or | & | to | through | ?[–-] ?))*)$",
    re.IGNORECASE,
)
_MORE = re.compile(r"(?:, | and | or | & | to | through | ?[–-] ?)\W?\d")
_COLUMN = re.compile(rf"#|no|nr|number|id|{_RECORD}", re.IGNORECASE)
_LONGEST = 40  # characters before a number


def record_numbers(
    answer: Answer, claims: Sequence[Claim], held: Held, matches: Matches
) -> Iterator[tuple[Claim, ToolNumber]]:
    """The claims that tell nothing as they are bound and call a record, with the number that they call it by."""
    for claim in claims:
        if held[claim.quantity] is None and claim.quantity.kind in ("plain", "count") and not claim.quantity.sign:
            numbers = [number for number in matches.get(claim.quantity, ()) if PLACE.search(number.source)]
            called = next((number for number in numbers if _calls(answer, claim, number)), None)
            if called is not None:
                yield claim, called


def _calls(answer: Answer, claim: Claim, number: ToolNumber) -> bool:
    """Whether the claim stands where a record is called, and the number is one that its list calls it by."""
    if answer.is_cell(claim):
        header = answer.outline.header_of_first_column(claim.passage)
        return header is not None and _COLUMN.fullmatch(answer.passage_text(header).strip(" *_.")) is not None
    text, start = answer.text, claim.quantity.start
    ahead = max(0, start - _LONGEST)
    one = _ONE.search(text, ahead, start)
    several = None if one else _SEVERAL.search(text, ahead, start)
    if several and not (several["before"] or _MORE.match(text, claim.quantity.end)):
        return False  # "trades 4" are four
    noun = one["one"] if one else several["several"] if several else None
    return (one or several) is not None and (number.metric == ORDINAL or bool(noun and number.is_under(noun.lower())))
