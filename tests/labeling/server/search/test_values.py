from datetime import UTC, datetime, timedelta, timezone

import pytest

from labeling.server.search.values import fitted, moment, moment_bound


@pytest.mark.parametrize(
    ("kind", "value", "stored"),
    [
        ("text", "bull", "bull"),
        ("text", True, "true"),
        ("text", 7, "7"),
        ("integer", "00012", 12),
        ("integer", 3.0, 3),
        ("integer", "2.5", None),
        ("integer", "many", None),
        ("integer", 2**63, None),
        ("integer", float("inf"), None),
        ("float", "0.5", 0.5),
        ("float", 0.13, 0.12999999523162842),
        ("float", "many", None),
        ("float", 1e300, float("inf")),
    ],
)
def test_fitted(kind: object, value: object, stored: object) -> None:
    assert fitted(kind, value) == stored  # type: ignore[arg-type]


def test_times_sort_as_text() -> None:
    early, late = datetime(2026, 1, 1, 12), datetime(2026, 1, 1, 12, 0, 0, 1)
    assert moment(early) < moment(late)
    assert moment(early.replace(tzinfo=timezone(timedelta(hours=2)))) == "2026-01-01T10:00:00.000000"


def test_bounds_on_times() -> None:
    assert moment_bound("2026-01-31", upper=False) == "2026-01-31T00:00:00.000000"
    assert moment_bound("2026-01-31", upper=True) == "2026-01-31T23:59:59.999999"
    assert moment_bound("2026-01-31T01:00:00+01:00", upper=True) == "2026-01-31T00:00:00.000000"
    milliseconds = datetime(2026, 1, 31, tzinfo=UTC).timestamp() * 1000
    assert moment_bound(milliseconds, upper=False) == "2026-01-31T00:00:00.000000"
    with pytest.raises(ValueError, match="yesterday"):
        moment_bound("yesterday", upper=False)
