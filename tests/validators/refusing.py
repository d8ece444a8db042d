"""Whether grounding refuses an answer about one tool output."""

import json

from validators.grounding.review import grounded_numbers
from validators.reasons import Reason


def refuses(answer: str, output: object) -> bool:
    """Whether a number of the answer is neither grounded in the output (text, or what is told as JSON) nor worked out of it."""
    told = output if isinstance(output, str) else json.dumps(output)
    numbers = grounded_numbers(answer, ["How did it do?"], [told], [{}])
    return any(number.reason not in (None, Reason.DERIVED_NUMBER) for number in numbers)
