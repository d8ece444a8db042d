import pytest

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
