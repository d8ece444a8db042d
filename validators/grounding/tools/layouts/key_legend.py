"""What a record says in words of the keys beside it, and of those in the records beside it: {"ret": "annual return, %"}."""

import re
from collections.abc import Mapping
from typing import Any

from validators.grounding.tools.keys import UNIT_KEYS

_LEGENDS = re.compile(r"unit|meaning|legend|describ|descri|definition|glossary|label|explained|notes?$", re.IGNORECASE)


def legend_key(node: Mapping[Any, Any]) -> Any:
    """The key of the legend of a record, which tells in words what the keys beside it or in the records beside it mean; None where it
    has none."""
    records = [node, *(value for value in node.values() if type(value) is dict)]
    for key, told in node.items():
        if type(told) is not dict or not _LEGENDS.search(str(key)) or str(key).lower() in UNIT_KEYS:
            continue
        of_others = any(2 * len(told.keys() & each.keys()) > len(told) for each in records if each is not told)
        if of_others and all(type(text) is str for text in told.values()):
            return key
    return None


def legend_of_rows(node: Mapping[Any, Any], row: Any) -> Mapping[str, str]:
    """What a record says of the columns of its rows: {"ret": "annual return, %"}."""
    for key, told in node.items():
        if isinstance(told, dict) and isinstance(row, dict) and _LEGENDS.search(str(key)):
            return {str(column): text for column, text in told.items() if isinstance(text, str)}
    return {}
