"""All that a conversation's tools returned: numbers with their paths, metrics and units, dates and windows."""

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from msgspec.structs import replace

from validators.grounding.tools.deductions import with_deductions
from validators.grounding.tools.fees_paid import with_fees_paid
from validators.grounding.tools.group_lengths import group_lengths
from validators.grounding.tools.keys import kind_of_names
from validators.grounding.tools.layouts.axes import name_swept
from validators.grounding.tools.layouts.output import decode
from validators.grounding.tools.names.asked_of import asked_of
from validators.grounding.tools.names.called import called_by
from validators.grounding.tools.names.known_names import known_names, named_in
from validators.grounding.tools.names.levelled import levelled
from validators.grounding.tools.names.lone_parts import without_lone_parts
from validators.grounding.tools.names.named_apart import named_apart, named_beside_own
from validators.grounding.tools.names.names_told import NamesTold
from validators.grounding.tools.names.numbered_names import name_settings
from validators.grounding.tools.names.titled import asked_about, titled_of
from validators.grounding.tools.number import ToolFacts, ToolNumber
from validators.grounding.tools.other_end import with_other_end
from validators.grounding.tools.output_reader import OutputReader
from validators.grounding.tools.place import Place
from validators.grounding.tools.said import said_of
from validators.grounding.tools.share_convention import share_convention
from validators.grounding.tools.trade_records import with_trade_metrics

_SEVERAL = re.compile(
    r"[\w.^=/-]{1,12}(?:,\s?[\w.^=/-]{1,12}){1,60}"
)  # "KO,PEP,PG": what the call was asked of, and no one thing


def _with_names(call: Mapping[str, Any] | None, output: str | None) -> Mapping[str, Any]:
    """A call's arguments, with what it is asked of and the run that its output is titled with, where the arguments do not tell."""
    call, output = call or {}, output or ""
    asked = asked_of(call, output)
    told = {kind_of_names(key) for key in asked}
    titled = titled_of(output)
    for text in call.values():
        if type(text) is str and "strategy" not in titled:
            titled |= asked_about(text, output)
    return {key: name for key, name in titled.items() if kind_of_names(key) not in told} | asked


def tool_facts(outputs: Sequence[str], calls: Sequence[Mapping[str, Any]] = ()) -> ToolFacts:
    """What the tool outputs hold, in the order of the calls; `calls` are the calls' arguments. No text makes it fail."""
    numbers: list[list[ToolNumber]] = []
    conventions: list[tuple[str | None, tuple[str, ...]]] = []
    values = [decode(text) for text in outputs]
    calls = [_with_names(call, text) for call, text in zip_longest(calls, outputs)]
    names = NamesTold(known_names(values, calls))
    reader = OutputReader(names)
    found = reader.values
    for index, value in enumerate(values):
        said = said_of(calls[index])
        scope = {**named_in(calls[index], names.known), **names.of(said)}
        called = called_by(calls[index], value)
        scope = {
            dimension: name
            for dimension, name in scope.items()
            if dimension not in called and not _SEVERAL.fullmatch(name)
        }
        reader.read(
            Place(
                f"call_{index}",
                scope=scope,
                times=said.times,
                aliases=said.aliases,
                called=called,
                varied=name_swept(calls[index]),
            ),
            value,
        )
        apart = named_apart(named_beside_own(with_fees_paid(found.numbers)))
        own = with_trade_metrics(with_deductions(with_other_end(without_lone_parts(apart))))
        unit, shares = share_convention(own)
        settled = [
            replace(number, unit=unit) if number.source in shares and not number.is_of_key else number for number in own
        ]
        numbers.append([*settled, *name_settings(own), *group_lengths(own)])
        conventions.append((unit, tuple(shares)))
        found.numbers = []
    return ToolFacts(
        numbers=tuple(levelled(numbers)),
        dates=tuple(found.dates),
        windows=tuple(found.windows),
        conventions=tuple(conventions),
    )
