"""The checks that Assay comes with."""

from collections.abc import Sequence
from typing import Literal

from data.methodology import MethodologyDocument
from validators.check import Check
from validators.disclosure.check import Disclosure
from validators.grounding.check import Grounding
from validators.methodology.check import Methodology
from validators.structure.check import Structure
from validators.tool_use.check import ToolUse


def row_checks(
    documents: Sequence[MethodologyDocument], *, derived: Literal["accept", "review", "block"] = "review"
) -> tuple[Check, ...]:
    """Every row-level check: `documents` are what methodology holds answers to, `derived` is grounding's rule for arithmetic."""
    return (Structure(), Grounding(derived=derived), Methodology(tuple(documents)), ToolUse(), Disclosure())
