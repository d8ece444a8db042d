"""A piece of text that should not be in a dataset."""

from dataclasses import dataclass

_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosed:
    """`what` names its kind; `start` and `end` are character offsets into the text it was found in."""

    what: str
    text: str
    start: int
    end: int

    @property
    def masked(self) -> str:
        """The first characters only: a verdict is shown and stored where the thing itself must not be."""
        return f"{self.text[:_SHOWN]}…"
