"""How good each check was found to be on planted faults, and which checks that lets block."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from data.errors import AssayError
from data.records import Severity
from validators.check import Check

BUNDLED_MEASURES = Path(__file__).resolve().parents[1] / "data" / "faults" / "measures.json"

EXACT = ("structure", "disclosure")
"""Checks that no bar holds back. Structure compares a conversation with its own schemas, which leaves nothing to estimate; a secret
that is published cannot be taken back, so disclosure blocks whatever it costs in false alarms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proportion:
    """`hits` of `of`, with the Wilson score interval of 95%."""

    hits: int
    of: int
    low: float
    high: float

    def __str__(self) -> str:
        """`96.2% (94.1–97.6)`."""
        return f"{self.hits / self.of:.1%} ({self.low:.1%}–{self.high:.1%})".replace("%–", "–").replace("%)", ")")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is known of one check by its `rules` (see `rules_of`). None: not measured.

    `recall`: of the traces with a planted fault, how many fail. `false_alarms`: of the right ones, how many fail. `precision`: of the
    traces that fail, how many have a fault, where as many have one as have none.
    """

    rules: str
    recall: Proportion | None = None
    false_alarms: Proportion | None = None
    precision: Proportion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Check name → what was measured of it, on the `part` of the fault corpus, on day `measured` (ISO; "": never)."""

    part: str = ""
    measured: str = ""
    checks: Mapping[str, Measure] = field(default_factory=dict)

    def of(self, check: Check) -> Measure | None:
        """None where nothing was measured, or only by other rules."""
        measure = self.checks.get(check.name)
        return measure if measure is not None and measure.rules == rules_of(check) else None

    def current(self, checks: Iterable[Check]) -> dict[str, Measure | None]:
        """Check name → `of`."""
        return {check.name: self.of(check) for check in checks}

    def below(
        self, checks: Iterable[Check], *, precision: float, recall: float, severities: Mapping[str, Severity]
    ) -> dict[str, str]:
        """Why each check that would block may not, by name: the lower bound of its precision or recall is below the bar, or unmeasured.

        `severities` take the place of a check's own. A bar of 0 asks for no measurement.
        """
        bar = {"precision": precision, "recall": recall}
        reasons = {}
        for check in checks:
            if check.name not in EXACT and severities.get(check.name, check.severity) == "block":
                reason = self._shortfall(check, bar)
                if reason is not None:
                    reasons[check.name] = reason
        return reasons

    def _shortfall(self, check: Check, bar: Mapping[str, float]) -> str | None:
        measure = self.of(check)
        for name, least in bar.items():
            found: Proportion | None = getattr(measure, name, None)
            if found is None and least > 0:
                stale = measure is None and check.name in self.checks
                return "its rules changed since they were measured" if stale else f"its {name} is not measured"
            if found is not None and found.low < least:
                return f"its {name} is {found}, and the bar is {least:.0%}"
        return None


def rules_of(check: Check) -> str:
    """The version of a check's rules: its `version` up to the first "-" or ":", behind which stands the hash of what it reads."""
    return check.version.replace(":", "-").partition("-")[0]


def load_measures(path: Path = BUNDLED_MEASURES) -> Measures:
    """What `assay faults --write` left at `path`; nothing measured where there is no such file. Raises AssayError."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Measures)
    except FileNotFoundError:
        return Measures()
    except msgspec.MsgspecError as error:
        raise AssayError(f"{path} holds no measures: {error}", hint="assay faults --write") from error
