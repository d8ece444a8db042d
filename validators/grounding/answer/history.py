"""Years that no backtest has to tell: "the 1990s", "GIPS 2020"."""

import re

from validators.numbers.quantity import Quantity

_STANDARD = re.compile(r"[a-z,] [A-Z]{3,6} $|^[A-Z]{3,6} $")
_NO_STANDARD = re.compile(r"(?:YTD|EOY|FYE|QTD|MTD|USD|EUR|GBP|JPY|CHF|CAD|AUD) $")


def is_of_history(text: str, quantity: Quantity) -> bool:
    """Whether a year is that of a decade, or part of a standard's name: "GIPS 2020"."""
    if quantity.kind != "date" or any(each.month is not None for each in quantity.readings):
        return False
    ahead = max(0, quantity.start - 40)
    return quantity.text.endswith("0s") or (
        _STANDARD.search(text[max(0, quantity.start - 9) : quantity.start]) is not None
        and _NO_STANDARD.search(text, ahead, quantity.start) is None
    )
