from collections.abc import Callable
from functools import partial

import pytest

from tests.conftest import conversation
from tests.growth import LINEAR, growth
from validators.grounding.check import ACCEPTS, REJECTS, Grounding


@pytest.mark.parametrize("trace", ACCEPTS)
def test_passes_its_own_example(trace):
    assert Grounding().judge(trace) == ()


@pytest.mark.parametrize("trace", REJECTS)
def test_fails_its_own_counterexample(trace):
    findings = Grounding().judge(trace)
    assert [finding.reason for finding in findings] == ["ungrounded_number"]
    assert findings[0].message == "12.84% is in no tool output (nearest: 0.1134 at call_0 $.metrics.cagr)"
    evidence = findings[0].evidence[0]
    assert trace.answer[evidence.start : evidence.end] == evidence.text == "12.84%"
    assert evidence.source == "call_0 $.metrics.cagr"


@pytest.mark.parametrize(
    "unit",
    [
        "The CAGR was 11.3% and the maximum drawdown -21.04%. ",
        "12.84% ",
        "3–5 bps, ",
        "(",
        "| CAGR | 11.3% |\n",
        "twenty-five hundred and ",
        "the difference between 11.3% and 12.84%, ",
        "on 3 March 2015 to 2015-03-0",
        "sma-trend on SPY, ",
    ],
)
@pytest.mark.parametrize(("where", "size"), [("answer", 500), ("output", 6_000)])
def test_time_grows_with_the_text_and_no_faster(unit: str, where: str, size: int) -> None:
    def judging(length: int) -> Callable[[], object]:
        text = (unit * (length // len(unit) + 1))[:length]
        output = '{"metrics": {"cagr": 0.1134, "max_drawdown": -0.2104}, "trades": 41}'
        said = (output, text) if where == "answer" else (text, "The CAGR was 11.3%, with 41 trades.")
        return partial(Grounding().judge, conversation("What was the CAGR of sma-trend?", *said))

    assert growth(judging, size=size) < LINEAR
