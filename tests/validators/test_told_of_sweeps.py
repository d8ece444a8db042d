"""What a sweep was run at tells its results apart, wherever the tool lays the settings: beside, above, within or in the keys."""

import json
from typing import Any

import pytest

from validators.grounding.review import grounded_numbers

VALUES, SHARPES, FALLS = [2, 4, 6, 8], [0.71, 0.93, 1.14, 0.88], [-11.2, -15.9, -19.6, -24.4]
COLUMNS = {"sharpe": SHARPES, "max_drawdown_pct": FALLS}
ROWS = [dict(zip(COLUMNS, cells, strict=True)) for cells in zip(*COLUMNS.values(), strict=True)]
EACH = list(zip(VALUES, ROWS, strict=True))
SWEEPS: dict[str, Any] = {
    "beside": {"parameter": "stop_loss_pct", "grid": VALUES, **COLUMNS},
    "above a block": {"param": "stop_loss_pct", "values": VALUES, "results": COLUMNS},
    "with their name": {
        "axis": {"name": "stop_loss_pct", "values": VALUES},
        "series": [{"metric": metric, "data": cells} for metric, cells in COLUMNS.items()],
    },
    "in a grid": {"param_grid": {"stop_loss_pct": VALUES}, "scores": ROWS},
    "in records": {"settings": [{"stop_loss_pct": value} for value in VALUES], "results": ROWS},
    "as values": {"parameter": "stop_loss_pct", "runs": [{"value": value, "metrics": row} for value, row in EACH]},
    "as parameters": {"trials": [{"params": {"stop_loss_pct": value}, "metrics": row} for value, row in EACH]},
    "as keys": {"parameter": "stop_loss_pct", "results": {str(value): row for value, row in EACH}},
    "crosswise": {"parameter": "stop_loss_pct", "metrics": {m: dict(zip(map(str, VALUES), c, strict=True)) for m, c in COLUMNS.items()}},
    "in equations": {f"stop_loss_pct={value}": row for value, row in EACH},
}  # fmt: skip
HORIZONS = {"by_horizon": dict(zip(["1m", "3m", "6m", "12m"], ROWS, strict=True))}
FOLDS = {"folds": [1, 2, 3, 4], **COLUMNS}
CHART = {
    "labels": ["bull", "bear", "flat", "wild"],
    "datasets": [{"label": name, "data": cells} for name, cells in COLUMNS.items()],
}


def _wrong(answer: str, output: Any) -> list[str]:
    told = grounded_numbers(answer, ["How did it do?"], [json.dumps(output)])
    return [each.text for each in told if not each.grounded and each.derivation is None]


@pytest.mark.parametrize("output", SWEEPS.values(), ids=SWEEPS)
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("With a 6% stop the Sharpe ratio was 1.14.", "With a 4% stop the Sharpe ratio was 1.14."),
        ("A stop loss of 8% had the deepest drawdown, 24.4%.", "A stop loss of 6% had the deepest drawdown, 24.4%."),
        ("| Stop | Sharpe |\n|---|---|\n| 2% | 0.71 |\n| 6% | 1.14 |", "| Stop | Sharpe |\n|---|---|\n| 2% | 1.14 |\n| 6% | 0.71 |"),
    ],
)  # fmt: skip
def test_what_came_of_a_setting_is_told_of_it(output: Any, right: str, wrong: str) -> None:
    assert not _wrong(right, output)
    assert _wrong(wrong, output)


@pytest.mark.parametrize(
    ("output", "right", "wrong"),
    [
        (HORIZONS, "The 3-month horizon had a Sharpe of 0.93.", "The 12-month horizon had a Sharpe of 0.93."),
        (FOLDS, "Fold 3 had the best Sharpe, 1.14.", "Fold 2 had the best Sharpe, 1.14."),
        (CHART, "In the bear regime the Sharpe ratio was 0.93.", "In the bull regime the Sharpe ratio was 0.93."),
        (SWEEPS["beside"], "Over the four settings the Sharpe averages 0.915.", "Over the five settings the Sharpe averages 0.915."),
    ],
)  # fmt: skip
def test_what_a_key_calls_tells_its_numbers_apart(output: Any, right: str, wrong: str) -> None:
    assert not _wrong(right, output)
    assert _wrong(wrong, output)
