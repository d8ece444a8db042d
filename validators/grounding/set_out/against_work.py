"""Results that are worked out otherwise than the words at them say: a sum told as a gap, "that's 88 points between them", a gap told as a total."""

import re
from collections.abc import Iterator, Mapping, Sequence
from math import copysign

from validators.grounding.answer.answer import Answer
from validators.grounding.grounded_number import GroundedNumber, failed
from validators.grounding.reckoned.key_lists import last_words
from validators.grounding.set_out.operands import Told, ToldNumbers
from validators.grounding.set_out.result_words import MAY_SET_OUT, told_work
from validators.grounding.tools.number import ToolNumber
from validators.grounding.worked_out.derivation import Derivation
from validators.reasons import Reason

_TOLD_OTHERWISE = {"difference": "sum: ", "sum": "difference: "}  # by what the words say, how the result came about
_REST = re.compile(r"\b(?:others?|rest|remaining)\b", re.IGNORECASE)
_SHARES = ("points", "basis_points", "percent")


def against_work(
    answer: Answer, told: ToldNumbers, used: Mapping[int, Sequence[Derivation]]
) -> Iterator[GroundedNumber]:
    """The sums that are told as differences, and the differences that are told as sums."""
    for place, derivations in used.items():
        passage = answer.outline.passages[place]
        if passage.cell or passage.header or MAY_SET_OUT.search(answer.text, passage.start, passage.end) is None:
            continue
        for result in told.of(place):
            work = _work_of(result, derivations)
            said = told_work(answer.text, passage.start, result.quantity) if work is not None else None
            if said == "sum" and result.quantity.kind in _SHARES:  # "ahead by 4 points in total"
                continue
            if said == "sum" and _REST.search(answer.text, passage.start, result.quantity.start):
                continue  # what the others add up to is the whole without one
            if said in _TOLD_OTHERWISE and work is not None and work.text.startswith(_TOLD_OTHERWISE[said]):
                yield _wrong(result, said, work.operands)


def _work_of(result: Told, derivations: Sequence[Derivation]) -> Derivation | None:
    """How a result was worked out, of numbers of one metric and on one side of zero."""
    judged = result.judged
    text = judged.derivation if judged is not None else None
    work = next((each for each in derivations if each.text == text), None)
    if work is None:
        return None
    sides = {copysign(1.0, number.value) for number in work.operands}
    keys = {(number.measured, last_words(number)) for number in work.operands}  # costs are gross profit less net profit
    return work if len(keys) == len(sides) == 1 else None


def _wrong(result: Told, said: str, operands: Sequence[ToolNumber]) -> GroundedNumber:
    message = f"{result.quantity.text} is not the {said} of {' and '.join(each.source for each in operands)}"
    return failed(result.quantity, Reason.UNGROUNDED_NUMBER, message, operands[0].source)
