"""A tool's parameters as JSON Schema: whether arguments fit. Schemas are foreign text and may be anything."""

from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator
from jsonschema.validators import validator_for
from referencing import Registry

from validators.structure.plain_schema import compiled

# An empty registry: a schema that refers to an address is unreadable, and nothing is fetched.
_REGISTRY: Registry[Any] = Registry()


class SchemaError(Exception):
    """A schema that says nothing usable; the message says why."""


class Schema:
    """One tool's parameters. Raises SchemaError where `parameters` is no schema."""

    def __init__(self, parameters: Any) -> None:
        self._validator = _validator(parameters)
        self._surely_fit = compiled(parameters)

    def fault(self, arguments: Mapping[str, Any]) -> str | None:
        """What is wrong with the arguments and where; None where they fit. Raises SchemaError (a reference to nothing, say)."""
        if self._surely_fit is not None and self._surely_fit(arguments):
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
