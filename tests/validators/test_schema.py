from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from validators.structure.schema import Schema, SchemaError

names = st.sampled_from(["a", "b", "c"])
values = (
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from([1.0, 2.5])
    | st.sampled_from(["x", "y"])
    | st.just([])
    | st.just({})
)
types = st.sampled_from(["string", "integer", "number", "boolean", "null", "array", "object"])
plain = {
    "type": types | st.lists(types, min_size=1, max_size=2, unique=True),
    "enum": st.lists(values, min_size=1, max_size=3, unique_by=repr) | st.just(["x"]),
    "description": st.text(max_size=5),
    "minimum": st.integers(-3, 3),
    "maximum": st.integers(-3, 3),
    "exclusiveMinimum": st.integers(-3, 3),
    "pattern": st.sampled_from(["^x", "y$"]),
    "minLength": st.integers(0, 2),
    "maxLength": st.integers(0, 2),
}
objects = {
    "required": st.lists(names, unique=True),
    "additionalProperties": st.booleans() | st.just({"type": "string"}),
    "minProperties": st.integers(0, 2),
}
properties = st.recursive(
    st.fixed_dictionaries({}, optional=plain),
    lambda each: (
        st.fixed_dictionaries(
            {"type": st.just("array"), "items": each},
            optional={"minItems": st.integers(0, 2), "maxItems": st.integers(0, 2)},
        )
        | st.fixed_dictionaries(
            {"type": st.just("object"), "properties": st.dictionaries(names, each)}, optional=objects
        )
    ),
    max_leaves=5,
)
schemas = st.fixed_dictionaries(
    {"type": st.just("object"), "properties": st.dictionaries(names, properties)}, optional=objects
)
arguments = st.recursive(
    values, lambda each: st.lists(each, max_size=3) | st.dictionaries(names, each, max_size=3), max_leaves=5
)


@given(schemas, st.dictionaries(names, arguments))
def test_the_fast_way_says_what_the_library_says(schema: dict[str, Any], arguments: dict[str, Any]) -> None:
    assert (Schema(schema).fault(arguments) is None) == Draft202012Validator(schema).is_valid(arguments)


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "objekt"},
        {"properties": []},
        {"required": "a"},
        "object",
        5,
        {"properties": {"a": {"pattern": "("}}},
        {"$ref": "https://example.org/schema.json"},
        {"$ref": "#/$defs/missing"},
        {"$schema": []},
    ],
)
def test_a_schema_that_is_none_is_told_not_a_crash(schema: Any) -> None:
    with pytest.raises(SchemaError, match=r"\w"):
        Schema(schema).fault({"a": "text"})


def test_a_reference_is_never_fetched() -> None:
    with pytest.raises(SchemaError, match="Unresolvable"):
        Schema({"$ref": "http://127.0.0.1:9/schema.json"}).fault({})


def test_a_fault_says_where() -> None:
    assert (
        Schema({"properties": {"a": {"type": "integer"}}}).fault({"a": "x"}) == "'x' is not of type 'integer' (at $.a)"
    )


@given(
    st.recursive(
        values,
        lambda each: (
            st.lists(each)
            | st.dictionaries(st.sampled_from(["type", "$ref", "properties", "enum", "required", "a"]), each)
        ),
    )
)
def test_no_schema_crashes(schema: Any) -> None:
    with suppress(SchemaError):
        Schema(schema).fault({"a": 1})
