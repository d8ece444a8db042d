"""The bounds that a dataset must keep to be frozen. A recipe may set each."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Shares are of rows, from 0 to 1. Where no source is named, the default is a judgement and says its reason.

    min_rows: an empty table passes every rule, so at least one row.
    max_failing_share: check name → the largest share of rows that may fail it at any severity; a check that is not named may
        leave any share to review (a row that blocks is never kept, whatever is set here).
    max_error_share: the largest share of rows that one check may leave unjudged by an error. A check that breaks on more than one
        row in a hundred has not measured the table.
    max_duplicate_share: rows beyond the first of each group of equal (masked) question and answer. Lee et al. 2022,
        "Deduplicating Training Data Makes Language Models Better" (arXiv 2107.06499) find 3% to 14% near-duplicates in corpora they
        then clean; above the lower end copies are worth removing.
    near_duplicate_similarity: Jaccard similarity of word 5-shingles from which two rows count as near-duplicates; 0.8 is the value
        of the same paper (its NearDup step) and of the FineWeb pipeline's MinHash settings in effect (14 × 8 bands, about 0.75).
    max_leaked_share: held-out rows whose question, tools and argument shape also occur in train. None may: a score on such a row
        measures memory.
    max_boilerplate_sentences: sentences pasted under models whose documents disagree on what they say. Each is false of some model.
    min_saturation_headroom: possible distinct questions for each question present, below which a kind is called saturated. At 1.0
        every question that the templates can ask has been asked, and further rows are copies.
    max_saturated_copies: share of a saturated kind's rows that only repeat a question.
    min_cell_rows: rows of each question kind × model × regime × action that occurs at all; fewer cannot be learned from or scored.
    max_imbalance: the largest over the smallest question kind's rows.
    max_opening_share: rows that open with the same four masked words. Half a dataset opening alike is taught as the opening.
    max_template_share: rows whose whole answer is one masked template.
    outlier_deviations: an answer's length, as robust deviations (1.4826 × MAD of the logarithm of its characters) from the median;
        3.5 is the cut of Iglewicz and Hoaglin, "How to Detect and Handle Outliers" (ASQC 1993).
    max_outlier_share: rows beyond it. Of normal lengths 0.05% are.
    """

    min_rows: int = 1
    max_failing_share: Mapping[str, float] = field(default_factory=dict)
    max_error_share: float = 0.01
    max_duplicate_share: float = 0.03
    near_duplicate_similarity: float = 0.8
    max_leaked_share: float = 0.0
    max_boilerplate_sentences: int = 0
    min_saturation_headroom: float = 1.0
    max_saturated_copies: float = 0.1
    min_cell_rows: int = 1
    max_imbalance: float = 10.0
    max_opening_share: float = 0.5
    max_template_share: float = 0.2
    outlier_deviations: float = 3.5
    max_outlier_share: float = 0.02
