"""One measured figure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`records` went through `name` in `seconds` of wall time. `ratio`: its rate over that of the peer `against` in the same run."""

    name: str
    records: int
    seconds: float
    ratio: float | None = None
    against: str | None = None

    @property
    def rate(self) -> float:
        """Records a second."""
        return self.records / self.seconds
