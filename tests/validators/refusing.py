"""Whether grounding refuses an answer about one tool output."""

import json
from collections.abc import Mapping
from typing import Any

from validators.grounding.review import grounded_numbers
from validators.reasons import Reason


def refuses(answer: str, output: object, call: Mapping[str, Any] | None = None) -> bool:
    """Whether a number of the answer is neither grounded in the output (text, or what is told as JSON) of a call with those arguments
    nor worked out of it."""
    told = output if isinstance(output, str) else json.dumps(output)
    numbers = grounded_numbers(answer, ["How did it do?"], [told], [call or {}])
    return any(number.reason not in (None, Reason.DERIVED_NUMBER) for number in numbers)
