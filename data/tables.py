"""The living tables: which record goes where, and as which columns."""

import types
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
import polars as pl

from data.records import Correction, Dependency, Failure, PlantedFault, Review, Scenario, Trace, Verdict

R = TypeVar("R")

_COLUMNS: Mapping[Any, pl.DataType] = {
    str: pl.String(),
    int: pl.Int64(),
    float: pl.Float64(),
    bool: pl.Boolean(),
    datetime: pl.Datetime("us", "UTC"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[R]):
    """A Delta table of one record type. Its columns are `id` and the record's fields; nested fields are JSON text."""

    name: str
    record: type[R]

    @property
    def schema(self) -> pl.Schema:
        return pl.Schema({"id": pl.String()} | {name: kind for name, kind, _ in _layout(self.record)})

    def rows(self, records: list[R]) -> pl.DataFrame:
        """The records as the table's columns."""
        layout = _layout(self.record)
        return pl.DataFrame([_row(record, layout) for record in records], schema=self.schema, orient="row")

    def records(self, rows: pl.DataFrame) -> list[R]:
        """The records of rows that `rows` or the store made. Raises msgspec.ValidationError for rows of another shape."""
        nested = [name for name, _, is_json in _layout(self.record) if is_json]
        return [_record(row, self.record, nested) for row in rows.drop("id").iter_rows(named=True)]


SCENARIOS = Table(name="scenarios", record=Scenario)
TRACES = Table(name="traces", record=Trace)
VERDICTS = Table(name="verdicts", record=Verdict)
DEPENDENCIES = Table(name="dependencies", record=Dependency)
PLANTED_FAULTS = Table(name="planted_faults", record=PlantedFault)
REVIEWS = Table(name="reviews", record=Review)
CORRECTIONS = Table(name="corrections", record=Correction)
FAILURES = Table(name="failures", record=Failure)


def _layout(record: type[Any]) -> list[tuple[str, pl.DataType, bool]]:
    """(field, column type, is JSON text) for each field of a record."""
    hints = get_type_hints(record)
    layout = []
    for field in fields(record):
        kind = _plain(hints[field.name])
        layout.append((field.name, _COLUMNS.get(kind, pl.String()), kind not in _COLUMNS))
    return layout


def _plain(hint: Any) -> Any:
    """`str` for `str | None` and for a Literal of strings; other hints as they are."""
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (each for each in get_args(hint) if each is not types.NoneType)
    return str if get_origin(hint) is Literal else hint


def _row(record: Any, layout: list[tuple[str, pl.DataType, bool]]) -> tuple[Any, ...]:
    values = (
        msgspec.json.encode(getattr(record, name)).decode() if is_json else getattr(record, name)
        for name, _, is_json in layout
    )
    return (record.id, *values)


def _record(row: dict[str, Any], record: type[R], nested: list[str]) -> R:
    for name in nested:
        row[name] = msgspec.json.decode(row[name])
    return msgspec.convert(row, record)
