"""What is said of what a strategy learned from data."""

from dataclasses import dataclass

ESTIMATION = frozenset(["likelihood"])
SEARCH = frozenset(["search"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """What is fitted: `exists` False for nothing, `methods` the families of models named, `count` how many parameters, `sizes` how many
    trees, states or layers.

    A statement only: `manner`, how values were searched for; `soft`, where "rules" (or "numbers") are called fixed, or nothing is said of more than "tuning", which fitted models may have too; `bare`, where parameters are
    counted and not said to be fitted; `again`, of a second fitting; `model`, of a model. `plain`: a few numbers of a rule are fitted, and
    no model.
    """

    exists: bool = True
    methods: frozenset[str] = frozenset()
    count: int | None = None
    sizes: frozenset[tuple[str, int]] = frozenset()
    manner: str = ""
    soft: str = ""
    bare: bool = False
    again: bool = False
    model: bool = False
    plain: bool = False
    thing: str = ""
    every: float = 0.0
    """How often a year it is fitted again, 0 where that is not told."""
    setting: str = ""
    """A single setting that is said to be laid down, or (`learned`) to have come out of data."""
    learned: bool = False
    sole: bool = False
    """That setting is said to be all that was learned."""
    things: tuple[frozenset[str], ...] = ()
    """A list of things that are said to be fitted, each by the kinds of setting that its words name."""
