"""What a record or a key of a tool output names, by what it is known to be a name of."""

import re
from collections.abc import Mapping

from validators.grounding.tools.keys import KINDS, is_compared
from validators.grounding.tools.names.known_names import SLUG, named_in
from validators.grounding.tools.place import Said
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.grounding.tools.vocabulary.words import UNIT_WORDS

NOTHING: Mapping[str, str] = {}
# Keys of names that do not tell what they are names of.
_OPEN_KEYS = frozenset(
    "name who label id title run key item index series entry option arm variant side column names labels order".split()
)
_LINKS = re.compile(r"\b(?:on|in|at|for|and|model|strategy|run|ticker|symbol)\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W_]")
_JOINTS = "_.-:/@| "


class NamesTold:
    """Reads the names of a conversation's outputs; `known` are those that calls and outputs tell, by what they are names of."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = known
        self._in_lower_case = {name.lower(): name for name in known}
        self._in_key: dict[str, Mapping[str, str]] = {}
        self._at_end: dict[str, tuple[Mapping[str, str], str]] = {}

    def of(self, said: Said) -> dict[str, str]:
        """What a record says it is about, each name by what it is known to be a name of."""
        found: dict[str, str] = {}
        for dimension, name in said.names.items():
            kind = dimension
            if dimension == "text":  # what stands around a table
                found = {**named_in({"text": name}, self.known), **found}
                continue
            if dimension.lower() in _OPEN_KEYS and (not is_compared(dimension) or SLUG.fullmatch(name)):
                slug = "model" not in said.names and SLUG.fullmatch(name) is not None
                likely = self.known.get(name, "model" if slug else dimension)
                kind = dimension if likely in KINDS and likely in said.names else likely
            elif dimension not in KINDS and not is_compared(dimension):
                known = self.known.get(name)
                kind = known if known in KINDS and known not in said.names else dimension
            found.setdefault(kind, name)
        return found

    def in_key(self, key: str) -> Mapping[str, str]:
        """What a key names: {"model": "carry"} for "carry", with the ticker too for "carry (SPY)" or "carry/SPY"."""
        found = self._in_key.get(key)
        if found is None:
            found = self._in_key[key] = self._looked_for(key)
        return found

    def _looked_for(self, key: str) -> Mapping[str, str]:
        known = self.known
        if key in known:
            return {known[key]: key}
        if not known or (key.isidentifier() and key.islower()):
            return NOTHING
        found: dict[str, str] = {}
        rest = key
        for name in sorted((each for each in known if each in key), key=len, reverse=True):
            before, name_in, after = rest.partition(name)
            if name_in and not before[-1:].isalnum() and not after[:1].isalnum():
                found.setdefault(known[name], name)
                rest = f"{before} {after}"
        left = _LINKS.sub("", rest).strip(" ()[]/|@:,-_'\"")
        if found and _LETTERS.search(left) and left == left.upper() and " " not in left:
            found.setdefault("ticker", left)
            left = ""
        return NOTHING if _LETTERS.search(left) else found

    def at_end(self, key: str) -> tuple[Mapping[str, str], str]:
        """What the end or the beginning of a metric's key names, and the key without it: ({"ticker": "NVDA"}, "ret_pct") for
        "ret_pct__NVDA"; (NOTHING, `key`) where it names nothing."""
        found = self._at_end.get(key)
        if found is None:
            found = self._at_end[key] = self._looked_for_at_end(key)
        return found

    def _looked_for_at_end(self, key: str) -> tuple[Mapping[str, str], str]:
        for place in (place for place, letter in enumerate(key) if letter in _JOINTS):
            before, behind = key[:place], key[place + 1 :]
            for told, rest in ((behind, before.rstrip(_JOINTS)), (before, behind.lstrip(_JOINTS))):
                name = self._in_lower_case.get(told.lower())
                if name is not None and metric_of_key(rest) in METRICS:
                    return {self.known[name]: name}, rest
                if name is not None and rest.lower() in UNIT_WORDS:
                    return {self.known[name]: name}, f"portfolio_{rest}"  # "QQQ_pct" beside it
        return NOTHING, key
