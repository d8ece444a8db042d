"""A tool's parameters as JSON Schema: whether arguments fit. Schemas are foreign text and may be anything."""

from collections.abc import Mapping
from types import NoneType
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator
from jsonschema.validators import validator_for
from referencing import Registry

# An empty registry: a schema that refers to an address is unreadable, and nothing is fetched.
_REGISTRY: Registry[Any] = Registry()

_ANNOTATIONS = frozenset(
    {"title", "description", "default", "examples", "format", "deprecated", "readOnly", "writeOnly", "$comment"}
)
_TYPES: Mapping[str, frozenset[type]] = {
    "string": frozenset({str}),
    "integer": frozenset({int}),
    "number": frozenset({int, float}),
    "boolean": frozenset({bool}),
    "null": frozenset({NoneType}),
    "array": frozenset({list}),
    "object": frozenset({dict}),
}

_Simple = tuple[frozenset[type], frozenset[str] | None]


class SchemaError(Exception):
    """A schema that says nothing usable; the message says why."""


class Schema:
    """One tool's parameters. Raises SchemaError where `parameters` is no schema."""

    def __init__(self, parameters: Any) -> None:
        self._validator = _validator(parameters)
        self._simple = _simple(parameters)

    def fault(self, arguments: Mapping[str, Any]) -> str | None:
        """What is wrong with the arguments and where; None where they fit. Raises SchemaError (a reference to nothing, say)."""
        if self._simple is not None and _surely_fit(arguments, self._simple):
            return None
        try:
            errors = sorted(self._validator.iter_errors(arguments), key=lambda each: [str(part) for part in each.path])
        except Exception as error:  # whatever a foreign schema makes the library raise is a fault of the schema
            raise SchemaError(f"{type(error).__name__}: {error}"[:200]) from error
        return f"{errors[0].message[:200]} (at {errors[0].json_path})" if errors else None


def _validator(parameters: Any) -> Validator:
    try:
        kind = validator_for(parameters, default=Draft202012Validator)
        kind.check_schema(parameters)
        return kind(parameters, registry=_REGISTRY)
    except Exception as error:  # as above
        message = getattr(error, "message", None) or f"{type(error).__name__}: {error}"
        raise SchemaError(str(message)[:200]) from error


# (types and permitted texts by name, required names, whether other names may be there)
_SimpleObject = tuple[Mapping[str, _Simple], tuple[str, ...], bool]


def _simple(parameters: Any) -> _SimpleObject | None:
    """The schema of plain typed properties that most tools have, to be told fast; None for any other."""
    if not isinstance(parameters, dict):
        return None
    rest = parameters.keys() - _ANNOTATIONS - {"type", "properties", "required", "additionalProperties"}
    others = parameters.get("additionalProperties", True)
    if rest or parameters.get("type") != "object" or not isinstance(others, bool):
        return None
    properties = {name: _simple_property(each) for name, each in parameters.get("properties", {}).items()}
    known = {name: each for name, each in properties.items() if each is not None}
    return None if len(known) < len(properties) else (known, tuple(parameters.get("required", ())), others)


def _simple_property(schema: Any) -> _Simple | None:
    if not isinstance(schema, dict) or schema.keys() - _ANNOTATIONS - {"type", "enum"} or "type" not in schema:
        return None
    names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    values = schema.get("enum")
    if values is None:
        return frozenset().union(*(_TYPES[name] for name in names)), None
    texts = names == ["string"] and all(isinstance(each, str) for each in values)
    return (_TYPES["string"], frozenset(values)) if texts else None


def _surely_fit(arguments: Mapping[str, Any], simple: _SimpleObject) -> bool:
    """False where only the library can tell: 5.0 is an integer to it, for one."""
    properties, required, others = simple
    for name, value in arguments.items():
        known = properties.get(name)
        if known is None:
            if not others:
                return False
        elif type(value) not in known[0] or (known[1] is not None and value not in known[1]):
            return False
    return all(name in arguments for name in required)
