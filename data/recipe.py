"""A recipe: what a run of the loop makes, in TOML."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from data.errors import AssayError
from data.records import QuestionKind, Severity

BUNDLED = Path(__file__).parent / "recipes"

FaultKind = Literal["wrong_number", "other_run", "boilerplate", "stale_fee"]
_NOT_OF_A_NAME = re.compile(r"[^a-z0-9]+")
Share = Annotated[float, Field(ge=0, le=1)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Window(_Part):
    """Both days belong to it."""

    start: date
    end: date

    @model_validator(mode="after")
    def _in_order(self) -> "Window":
        if self.start >= self.end:
            raise ValueError(f"the window starts on {self.start}, not before its end {self.end}")
        return self


class Grid(_Part):
    """The axes. `scenarios` says how many questions of each kind are drawn; `eval_share` is the share of families held out."""

    models: tuple[str, ...] = Field(min_length=1)
    unknown_models: tuple[str, ...] = Field(min_length=1)
    tickers: tuple[str, ...] = Field(min_length=1)
    windows: tuple[Window, ...] = Field(min_length=1)
    fees_bps: tuple[Annotated[float, Field(ge=0)], ...] = Field(min_length=1)
    scenarios: dict[QuestionKind, Annotated[int, Field(ge=0)]]
    eval_share: Share = 0.2


NO_GRID = Grid.model_construct(models=(), unknown_models=(), tickers=(), windows=(), fees_bps=(), scenarios={})
"""Of a recipe that asks nothing: it checks and freezes traces that were imported."""


class Teacher(_Part):
    """Who answers. `faults` gives, for each known fault, the share of the traces it could be planted in that get it."""

    kind: Literal["scripted"] = "scripted"
    faults: dict[FaultKind, Share] = {}


class Bar(_Part):
    """What a check's measured precision and recall must reach, by the lower bounds of their intervals. 0 asks for no measurement."""

    precision: Share = 0.7
    recall: Share = 0.7


class Checks(_Part):
    """`derived`: what becomes of a number explained by arithmetic. `severities` replaces a check's own severity.

    A check below the `bar` sends its findings to review, also where `severities` would have it block.
    """

    derived: Literal["accept", "review", "block"] = "review"
    severities: dict[str, Severity] = {}
    bar: Bar = Bar()


class ReviewPlan(_Part):
    """`audit_share` of the traces that no check sends to review go there all the same, drawn by the recipe's seed."""

    dataset: str = "assay"
    audit_share: Share = 0.05


class VersionPlan(_Part):
    """`gate` names the checks whose blocking findings keep a row out; `corrections`: whether reviewers' corrections are applied.

    `thresholds` bound the dataset as a whole, by the names of `validators.dataset.thresholds`; what is not named keeps its default.
    """

    gate: tuple[str, ...] = ("structure", "grounding", "methodology")
    parent: str | None = None
    corrections: bool = True
    thresholds: dict[str, float | dict[str, float]] = {}


class Recipe(_Part):
    """`stages` are commands of `assay` without the recipe; `versions` gives the plan of each version, others get the default one.

    Every part may be left out: one that sets only `[checks]` will do for `assay validate`. A name left out is the file's.
    """

    name: str = Field(pattern=r"[a-z0-9][a-z0-9-]*")
    seed: int = 0
    stages: tuple[str, ...] = ()
    grid: Grid = NO_GRID
    teacher: Teacher = Teacher()
    checks: Checks = Checks()
    review: ReviewPlan = ReviewPlan()
    versions: dict[str, VersionPlan] = {}

    def version(self, name: str) -> VersionPlan:
        return self.versions.get(name, VersionPlan())


def load_recipe(reference: str) -> Recipe:
    """The recipe at a path, or the bundled one of that name. Raises AssayError that lists everything wrong with it."""
    path = Path(reference)
    if not path.is_file():
        path = BUNDLED / f"{reference}.toml"
    if not path.is_file():
        bundled = ", ".join(sorted(each.stem for each in BUNDLED.glob("*.toml")))
        raise AssayError(f"there is no recipe {reference}", hint=f"give a TOML file, or a bundled recipe: {bundled}")
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        return Recipe.model_validate({"name": _NOT_OF_A_NAME.sub("-", path.stem.lower()).strip("-") or "recipe"} | told)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AssayError(f"{path} is not TOML: {error}", hint="mend that line and run the command again") from error
    except ValidationError as error:
        problems = "\n".join(
            f"  {'.'.join(map(str, each['loc'])) or 'recipe'}: {each['msg']}" for each in error.errors()
        )
        raise AssayError(
            f"{path} is not a recipe:\n{problems}", hint="mend these keys and run the command again"
        ) from error
