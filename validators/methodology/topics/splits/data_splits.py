"""What is said of how data were divided."""

from dataclasses import dataclass
from typing import Literal

from validators.methodology.topics.spans import Length

Method = Literal["cross-validation", "folds", "walk-forward", "dates", "part", "single", "three"]
Window = Literal["rolling", "expanding"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A split, or (`exists` False) that there is none.

    `parts` are shares in order (train first), None where the text gives none. `train` and `test` are single shares. `since`: the year
    in which a part begins or ends. The method "single" tells one
    division for good, "three" that there is a part for validation besides the two.
    """

    exists: bool = True
    parts: tuple[float, ...] | None = None
    train: float | None = None
    test: float | None = None
    method: Method | None = None
    since: int | None = None
    folds: int | None = None
    order: Literal["time", "random"] | None = None
    fitted_on: tuple[int, int] | None = None
    """The first and the last year of the part that something was fitted on."""
    span: Length | None = None
    """What a moving window learns from, or (`span_used`) is then used for."""
    span_used: bool = False
    backwards: bool = False
    """Fitted on the later part and judged on the earlier one."""
    judged_on: tuple[int, int] | None = None
    window: Window | None = None
    """How the window moves that is learned from."""
    shown: tuple[int | None, int | None] | None = None
    """The first and the last year of what is reported."""
    left_out: tuple[int, int] | None = None
    """The first and the last of the years that what is reported leaves out."""
    holdout: bool = False
    """A part that is kept to the end."""
    border: int | None = None
    """The year at which the part that judges is said to begin."""
