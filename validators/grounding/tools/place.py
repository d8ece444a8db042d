"""Where a value of a tool output stands, and what the records around it say of their numbers."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import Struct

from validators.grounding.tools.number import shape_of
from validators.numbers.quantity import DateParts


@dataclass(frozen=True, slots=True)
class Said:
    """What a record says of all its numbers: `names` by key, `times`, `label`, `unit`, and the `currency` of its money.

    `aliases` are names by place: {"firstModel": "a", "secondModel": "b"} says what the keys "first" and "second" stand for.
    """

    names: dict[str, str]
    times: tuple[DateParts, ...]
    label: str | None
    unit: str | None
    currency: str | None
    aliases: dict[int, str]


class Place(Struct, frozen=True):
    """Where a value stands: call, path, keys from the root, and what the records around say of it.

    `columns` is what a row of names says of the keys below, `legend` what a sibling says of them ("ret": "annual return, %").
    `label` is what a sibling names it ({"metric": "cagr", "value": 0.1}), `unit` what a sibling gives as its unit, `units` what
    one gives as the units of the keys beside and below, `currency` what one says of the record's money. `aliases` are the names of "first" and "second" where siblings or the call tell them, `called`
    those that a silent record gives to keys ({"candidate": {"strategy": "carry"}}), under which numbers stand elsewhere; `end` is "first", "last" or "inside" within the innermost list, None outside of lists; `ordinal` is the key by which a list
    numbers its records, `varied` what a record above says that it varies, `swept` the keys by whose values it tells runs apart, with what each sets. `named` is the path of the innermost key that is a name, and its shape.
    """

    call: str
    path: str = "$"
    keys: tuple[str, ...] = ()
    scope: Mapping[str, str] = {}
    times: tuple[DateParts, ...] = ()
    label: str | None = None
    unit: str | None = None
    currency: str | None = None
    aliases: Mapping[int, str] = {}
    called: Mapping[str, Mapping[str, str]] = {}
    columns: Mapping[str, Said] = {}
    legend: Mapping[str, str] = {}
    units: Mapping[str, str] = {}
    end: str | None = None
    ordinal: str | None = None
    varied: str | None = None
    swept: Mapping[str, str] = {}
    named: tuple[str, str] = ("", "")

    @property
    def source(self) -> str:
        return f"{self.call} {self.path}"

    @property
    def is_in_list(self) -> bool:
        """Whether it is a place in a list."""
        return self.path.endswith("]") and not self.path.endswith('"]')

    def under(self, key: str) -> str:
        """The path of a key below."""
        return f"{self.path}.{key}" if key.isidentifier() else f"{self.path}[{json.dumps(key, ensure_ascii=False)}]"

    @property
    def shape(self) -> str:
        """The path without positions in lists, and without the keys that are names: what stands in two runs alike has one shape."""
        path, shape = self.named
        return shape + shape_of(self.path[len(path) :])
