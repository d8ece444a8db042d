"""A text that is a number, as one."""

import re

_INTEGER, _DECIMAL = re.compile(r"[-+]?\d{1,15}"), re.compile(r"[-+]?\d{0,15}\.\d{1,15}")


def scalar(text: str) -> int | float | str:
    """The number that a text is; the text itself where it is none."""
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
