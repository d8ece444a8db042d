"""The bounds that a dataset must keep to be frozen. A recipe may set each."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from data.errors import AssayError
from data.records import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Shares are of rows, from 0 to 1. Where no source is named, the default is a judgement and says its reason.

    A bound that the recipe names is binding: beyond it nothing is frozen. Beyond a default a dataset is frozen with a warning;
    `max_leaked_share`, which has no innocent reading, binds by default.

    min_rows: an empty table passes every rule, so at least one row. Always binding, as are max_failing_share and max_error_share.
    max_failing_share: check name → the largest share of rows that may fail it at any severity; a check that is not named may
        leave any share to review (a row that blocks is never kept, whatever is set here).
    max_error_share: the largest share of rows that one check may leave unjudged by an error. A check that breaks on more than one
        row in a hundred has not measured the table.
    max_duplicate_share: rows that repeat the question and answer of another. Lee et al. 2022, "Deduplicating Training Data Makes
        Language Models Better" (arXiv 2107.06499) find 3% to 14% of rows near-duplicates in corpora they then clean; the lower end.
    max_near_duplicate_share: rows that repeat another but for numbers, tickers and dates. A dataset made from templates has many
        by design; past half, most rows teach nothing that another does not.
    near_duplicate_similarity: Jaccard similarity of word 5-shingles from which two masked rows are near-duplicates: the paper's 0.8.
    max_leaked_share: held-out rows whose question, tools and argument shape also occur in train. None may: a score on such a row
        measures memory.
    max_masked_leaked_share: the same but for numbers, tickers and dates: near-twins, which a split by family keeps apart.
    max_boilerplate_sentences: sentences pasted under several models though the documents say otherwise of some. Each is false somewhere.
    max_saturated_copies: share of a kind's rows that repeat a question, once every question that its templates can ask is asked.
    min_cell_rows: rows of each question kind × model × regime × action that occurs; from one alone nothing can be scored.
    max_imbalance: the largest over the smallest question kind's rows, and model's.
    max_opening_share: rows that open with the same four masked words. Half a dataset opening alike is taught as the opening.
    max_closing_share: rows whose last sentence is one, masked: an offer of more help under half of all answers is learned as part of them.
    max_template_share: rows whose whole answer is one masked template: with one in five, the template is what is learned.
    outlier_deviations: an answer's length, as robust deviations (1.4826 × MAD of the logarithm of its characters) from its kind's median;
        3.5 is the cut of Iglewicz and Hoaglin, "How to Detect and Handle Outliers" (ASQC 1993).
    max_outlier_share: rows beyond it. Of normally spread lengths 0.05% are.
    """

    min_rows: int = 1
    max_failing_share: Mapping[str, float] = field(default_factory=dict)
    max_error_share: float = 0.01
    max_duplicate_share: float = 0.03
    max_near_duplicate_share: float = 0.5
    near_duplicate_similarity: float = 0.8
    max_leaked_share: float = 0.0
    max_masked_leaked_share: float = 0.0
    max_boilerplate_sentences: int = 0
    max_saturated_copies: float = 0.1
    min_cell_rows: int = 2
    max_imbalance: float = 10.0
    max_opening_share: float = 0.5
    max_closing_share: float = 0.5
    max_template_share: float = 0.2
    outlier_deviations: float = 3.5
    max_outlier_share: float = 0.02
    binding: frozenset[str] = frozenset({"max_leaked_share"})

    def severity(self, name: str) -> Severity:
        """What it weighs when the bound `name` is broken."""
        return "block" if name in self.binding else "review"


_NAMES = tuple(each.name for each in fields(Thresholds) if each.name != "binding")


def thresholds_from(values: Mapping[str, Any]) -> Thresholds:
    """The defaults with a recipe's values, which bind. Raises AssayError that lists every unknown name and unfit value."""
    problems = []
    for name, value in values.items():
        if name not in _NAMES:
            problems.append(f"{name}: there is no such threshold")
        elif name == "max_failing_share":
            if not isinstance(value, Mapping) or not all(_is_number(share, most=1) for share in value.values()):
                problems.append(f"{name}: must give check names a share from 0 to 1")
        elif not _is_number(value, most=1 if name.endswith(("share", "similarity", "copies")) else None):
            problems.append(f"{name}: {value!r} is no number that fits")
    if problems:
        raise AssayError(
            "\n".join(["the recipe's thresholds:", *(f"  {problem}" for problem in problems)]),
            hint=f"the thresholds are: {', '.join(_NAMES)}",
        )
    return Thresholds(**values, binding=Thresholds().binding | values.keys())


def _is_number(value: object, *, most: float | None) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and value >= 0
        and (most is None or value <= most)
    )
