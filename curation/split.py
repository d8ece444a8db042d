"""Which side of the split a family of questions is on: a function of the family alone."""

from data.identity import content_hash
from data.records import Split


def split_of(family: str, *, eval_share: float) -> Split:
    """ "eval" for about `eval_share` of all families (0 to 1), the same ones whatever else the grid holds."""
    return "eval" if int(content_hash(family)[:8], 16) < eval_share * 2**32 else "train"
