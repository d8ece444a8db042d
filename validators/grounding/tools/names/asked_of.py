"""What a query or a call in code is asked of: "select … where strategy = 'moth' and ticker in ('KO', 'PEP')", `run(model="moth")`."""

import re
from collections.abc import Mapping
from typing import Any

from validators.grounding.tools.keys import LONGEST_LABEL, is_name_key

_SET_TO = re.compile(r"(?<![\w.])(?:\w{1,20}\.)?(\w{1,40})[ ]?={1,2}[ ]?(['\"])([^'\"\n]{1,60})\2")
_AMONG = re.compile(
    r"(?<![\w.])(?:\w{1,20}\.)?(\w{1,40}) in ?[(\[]((?: ?['\"][^'\"\n]{1,60}['\"],?){1,40})[)\]]", re.IGNORECASE
)
_QUOTED = re.compile(r"['\"]([^'\"\n]{1,60})['\"]")
_WHERE = re.compile(r"\bwhere\b", re.IGNORECASE)
_LONGEST = 4_000


def asked_of(call: Mapping[str, Any], output: str) -> dict[str, Any]:
    """A call's arguments, with the names to which its texts set keys, or a query that its output repeats."""
    texts = [value for value in call.values() if type(value) is str and len(value) > LONGEST_LABEL // 3]
    texts += [output[:_LONGEST]] if _WHERE.search(output, 0, _LONGEST) else []
    found: dict[str, set[str]] = {}
    for text in texts:
        for key, _, name in _SET_TO.findall(text):
            found.setdefault(key, set()).add(name)
        for key, names in _AMONG.findall(text):
            found.setdefault(key, set()).update(_QUOTED.findall(names))
    told = {key: sorted(names) for key, names in found.items() if is_name_key(key)}
    return {**{key: names[0] if len(names) == 1 else names for key, names in told.items()}, **call}
