"""The checks that Assay comes with."""

from collections.abc import Sequence
from typing import Literal

from data.methodology import MethodologyDocument
from validators.check import Check
from validators.methodology import Methodology
from validators.structure import Structure


def row_checks(
    documents: Sequence[MethodologyDocument], *, derived: Literal["accept", "review", "block"] = "review"
) -> tuple[Check, ...]:
    return (Structure(), Methodology(tuple(documents)))
