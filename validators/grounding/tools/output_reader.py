"""Walks a tool output from its root to its values: records, lists, tables in each of their layouts."""

from typing import Any

from validators.grounding.tools.layouts.output import decode_inside
from validators.grounding.tools.list_reader import values_of_list
from validators.grounding.tools.names.names_told import NamesTold
from validators.grounding.tools.place import Place
from validators.grounding.tools.record_reader import RecordReader
from validators.grounding.tools.value_reader import ValueReader


class OutputReader:
    """Reads the outputs of a conversation one after the other; `names` tells what is known to be a name."""

    def __init__(self, names: NamesTold) -> None:
        self.values = ValueReader(names.known)
        self._records = RecordReader(names, self.values)

    def read(self, root: Place, value: Any) -> None:
        stack: list[tuple[Any, Place]] = [(value, root)]
        while stack:
            node, place = stack.pop()
            if isinstance(node, dict):
                stack.extend(reversed(list(self._records.values_of(node, place))))
            elif isinstance(node, (list, tuple)):
                stack.extend(reversed(list(values_of_list(node, place, self.values))))
            elif isinstance(node, str):
                inside = decode_inside(place.keys[-1], node) if place.keys else node
                if type(inside) is str:
                    self.values.text(inside, place)
                else:
                    stack.append((inside, place))
            elif isinstance(node, (int, float)) and not isinstance(node, bool):
                self.values.number(node, place)
