"""A practice of a strategy."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """Something that a strategy does or doesn't do. `among`: of several ways of which it has one."""

    name: str
    among: str = ""
