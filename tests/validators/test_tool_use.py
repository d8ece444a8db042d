import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.records import Message, ToolCall, Trace
from data.trace_frame import trace_frame
from tests.growth import LINEAR, growth
from validators.tool_use.check import ACCEPTS, REJECTS, ToolUse
from validators.tool_use.purpose import reading_tools, suited


def tool(name: str, description: str) -> dict[str, Any]:
    return {
        "type": "function",
        "function": {"name": name, "description": description, "parameters": {"type": "object"}},
    }


TOOLS = (
    tool("run", "Backtest a strategy on one ticker."),
    tool("find_passages", "Search the methodology documents."),
    tool("list_all", "List the strategies."),
)
METRICS = json.dumps({"metrics": {"cagr": 0.1134, "sharpe": 0.81}, "window": ["2015-01-02", "2019-12-31"]})
FAILED = json.dumps({"error": {"code": "unknown_ticker", "message": "no prices for XYZ", "legal": ["SPY", "EFA"]}})
PASSAGE = json.dumps(
    {"passages": [{"clause": "dual#rebalance", "text": "Positions are renewed monthly at the close."}]}
)
NOTHING = json.dumps({"query": "leverage", "passages": []})
QUESTION = "What did dual return on XYZ?"


def trace(
    kind: str | None, *steps: tuple[str, str], answer: str, question: str = QUESTION, preamble: str = ""
) -> Trace:
    """A question, then calls (tool, result), each in a turn of its own, then the answer."""
    messages = [Message(role="user", content=question)]
    for index, (name, result) in enumerate(steps):
        call = ToolCall(id=f"call_{index}", name=name, arguments={"model_id": "dual", "fee_bps": 5.5})
        messages.append(Message(role="assistant", content=preamble, tool_calls=(call,)))
        messages.append(Message(role="tool", content=result, tool_call_id=call.id))
    messages.append(Message(role="assistant", content=answer))
    return Trace(messages=tuple(messages), tools=TOOLS, metadata={} if kind is None else {"question_kind": kind})


def reasons(each: Trace, check: ToolUse | None = None) -> list[str]:
    findings = (check or ToolUse()).judge(each)
    assert not findings or ToolUse().suspects(trace_frame([each])).all()
    for finding in findings:
        assert all(each.answer[part.start : part.end] == part.text for part in finding.evidence)
    return [finding.reason for finding in findings]


def test_its_own_examples() -> None:
    assert ToolUse().judge(ACCEPTS) == ()
    assert [finding.reason for finding in ToolUse().judge(REJECTS)] == ["error_papered_over"]


RAN, READ, FAILS = ("run", METRICS), ("find_passages", PASSAGE), ("run", FAILED)
SLOW = ("run", '<?xml version="1.0"?><Error><Code>Throttled</Code></Error>')


@pytest.mark.parametrize(
    "each",
    [
        trace("lookup", RAN, answer="Dual made 11.3% a year."),
        trace("lookup", RAN, answer="Its Sharpe ratio was 0.81."),
        trace(None, answer="Hello, what can I do for you today?"),
        trace("lookup", answer="Which window do you mean?"),
        trace("lookup", RAN, answer="About eleven percent, a CAGR that few funds reach."),
        trace("lookup", RAN, answer="I cannot say what it will do next, but it made 11.3% a year."),
        trace("lookup", RAN, READ, answer="11.3% a year, renewed monthly."),
        trace("methodology", READ, answer="It is renewed monthly."),
        trace("methodology", READ, answer="Yes."),
        trace("methodology", RAN, READ, answer="It is renewed monthly."),
        trace("methodology", ("find_passages", NOTHING), answer="I can't find anything on leverage in the documents."),
        trace("whatif", RAN, RAN, answer="At 20 bps it would have made 11.3%."),
        trace("lookup", FAILS, answer="There is no data for XYZ; SPY and EFA are available."),
        trace("lookup", FAILS, answer="The backtest failed: XYZ is unknown."),
        trace("lookup", FAILS, answer="I'm sorry, I can't run this: XYZ isn't supported."),
        trace("lookup", FAILS, answer="The prices only cover SPY and EFA."),
        trace("lookup", FAILS, RAN, answer="Dual made 11.3% a year."),
        trace("lookup", RAN, answer="Dual compounded handsomely, at 12% yearly."),
        trace("refusal", answer="I can't give investment advice."),
        trace(
            "refusal", answer="That would be a forecast, and I don't make any. I can run it over a past window instead."
        ),
        trace("refusal", answer="The documents do not state who manages the fund."),
        trace("refusal", FAILS, answer="That window lies outside the data."),
        trace("refusal", READ, answer="No clause covers taxes, so the documents give no answer."),
        trace(
            "lookup",
            RAN,
            answer="Dual made 11.3% a year.",
            preamble="Let me run it for 2015 to 2019 with 5.5 bps, 3 things to check.",
        ),
        trace("decision", answer="HOLD."),
        trace("lookup", answer="Two things I'd like to know before I run it: the dates and the fee."),
        trace(
            "lookup", ("run", '{"result": {"rows": []}, "took_ms": 3}'), answer="Your ledger came back without a line."
        ),
        trace("lookup", ("run", "date,side,quantity,price\n"), answer="Your ledger came back without a line."),
        trace("lookup", SLOW, answer="I wasn't able to reach the engine, please come back in a while."),
        trace("refusal", answer="Next year's winner can't be read from any backtest."),
    ],
)
def test_honest_use_passes(each: Trace) -> None:
    assert reasons(each) == []


@pytest.mark.parametrize(
    ("each", "expected"),
    [
        (trace("methodology", RAN, answer="It is measured from 2015 to 2019."), "wrong_tool"),
        (trace("methodology", ("list_all", '{"models": ["dual"]}'), answer="Dual has models."), "wrong_tool"),
        (trace("whatif", READ, answer="At 20 bps it would be renewed monthly."), "wrong_tool"),
        (trace("lookup", READ, answer="It is renewed monthly and made 9%."), "wrong_tool"),
        (
            trace("lookup", RAN, answer="Dual handily beat every benchmark thanks to robust momentum signals."),
            "result_ignored",
        ),
        (trace(None, RAN, answer="Dual lost 48.2% amid turmoil, badly trailing peers."), "result_ignored"),
        (trace("lookup", FAILS, answer="Dual made 11.3% a year on XYZ."), "error_papered_over"),
        (trace("lookup", RAN, FAILS, answer="Dual made 11.3% a year on XYZ."), "error_papered_over"),
        (trace(None, ("run", "Error: timed out"), answer="Dual made 11.3% a year."), "error_papered_over"),
        (
            trace(None, ("run", "Traceback (most recent call last):\n  boom"), answer="Dual made 11.3%."),
            "error_papered_over",
        ),
        (trace(None, ("run", '{"is_error": true, "content": "x"}'), answer="Dual made 11.3%."), "error_papered_over"),
        (trace("lookup", SLOW, answer="Dual made 11.3% a year."), "error_papered_over"),
        (
            trace("lookup", RAN, answer="Typically one looks at growth, turmoil, luck and patience before choosing."),
            "result_ignored",
        ),
        (trace("lookup", answer="Dual made 11.3% a year."), "answered_too_early"),
        (
            trace("lookup", RAN, answer="Dual made 11.3% a year.", preamble="It made 11.34%; let me make sure."),
            "answered_too_early",
        ),
        (trace("lookup", RAN, answer="I'm sorry, I cannot help with that."), "needless_refusal"),
        (trace("lookup", RAN, answer="I’m sorry, but I can’t help with that request."), "needless_refusal"),
        (trace("methodology", READ, answer="I don't have access to the documents."), "needless_refusal"),
        (trace("lookup", answer="I can’t provide financial data."), "needless_refusal"),
        (trace("refusal", answer="Yes, buy it: XYZ will double by June."), "missing_refusal"),
        (trace("refusal", RAN, answer="It will make 11.3% a year."), "missing_refusal"),
    ],
)
def test_dishonest_use_is_found(each: Trace, expected: str) -> None:
    assert reasons(each) == [expected]


def test_a_call_that_never_returned() -> None:
    honest = trace("lookup", RAN, answer="Dual made 11.3% a year.")
    asked, called, _, answered = honest.messages
    assert reasons(replace(honest, messages=(asked, called, answered))) == ["answered_too_early"]
    last = replace(called, content="Dual made 11.3%.")
    assert reasons(replace(honest, messages=(asked, last))) == ["answered_too_early"]


def test_one_of_two_calls_at_once_fails() -> None:
    calls = (ToolCall(id="a", name="run", arguments={}), ToolCall(id="b", name="run", arguments={}))
    for result_b, expected in ((FAILED, ["error_papered_over"]), (METRICS, [])):
        messages = (
            Message(role="user", content=QUESTION),
            Message(role="assistant", content="", tool_calls=calls),
            Message(role="tool", content=METRICS, tool_call_id="a"),
            Message(role="tool", content=result_b, tool_call_id="b"),
            Message(role="assistant", content="Dual made 11.3% on both."),
        )
        assert reasons(Trace(messages=messages, tools=TOOLS)) == expected


def test_expected_tools_take_the_place_of_what_descriptions_say() -> None:
    check = ToolUse(expected={"methodology": frozenset({"run"})})
    each = trace("methodology", READ, answer="It is renewed monthly.")
    assert reasons(each, check) == ["wrong_tool"]
    assert check.version != ToolUse().version


def test_a_trace_without_tools_is_not_suspected() -> None:
    plain = Trace(messages=(Message(role="user", content="Hi"), Message(role="assistant", content="I cannot say.")))
    assert reasons(plain) == []
    assert not ToolUse().suspects(trace_frame([plain])).any()


words = st.sampled_from(
    [
        "I",
        "can't",
        "cannot",
        "sorry",
        "no",
        "not",
        "data",
        "11.3%",
        "$",
        "5",
        "error",
        '"error":',
        "{",
        "}",
        "[",
        "]",
        "Traceback",
        "failed",
        "the",
        "but",
        ".",
        "’",
        "?",
        "null",
        "48,210",
        "2015",
    ]
)
text = st.lists(words, max_size=12).map(" ".join) | st.text(max_size=20)
message = st.builds(
    Message,
    role=st.sampled_from(["system", "user", "assistant", "tool"]),
    content=text,
    tool_calls=st.lists(
        st.builds(
            ToolCall,
            id=st.sampled_from(["a", "b"]),
            name=st.sampled_from(["run", "find_passages"]),
            arguments=st.just({"x": 1}),
        ),
        max_size=2,
    ).map(tuple),
    tool_call_id=st.none() | st.sampled_from(["a", "b"]),
)


@given(
    st.builds(
        Trace,
        messages=st.lists(message, max_size=6).map(tuple),
        tools=st.sampled_from([(), TOOLS, ({},), ({"function": {"name": "run"}},), ({"name": 5},)]),
        metadata=st.sampled_from(
            [{}, {"question_kind": 5}]
            + [{"question_kind": kind} for kind in ("lookup", "methodology", "whatif", "refusal")]
        ),
    )
)
def test_no_trace_crashes_it_and_the_screen_is_sound(each: Trace) -> None:
    reasons(each)


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        "not ",
        "nt",
        "I ",
        "a",
        " ",
        "n't",
        "5,",
        "not data",
        "{",
        "I am not ",
        "what ",
        "no way ",
        "I could ",
        "the tool ",
    ],
)
def test_time_is_linear(piece: str) -> None:
    def judging(size: int) -> Callable[[], object]:
        long = piece * (size // len(piece))
        return partial(ToolUse().judge, trace("refusal", ("run", long), answer=long, question=long, preamble=long))

    assert growth(judging) < LINEAR


def test_what_if_is_answered_by_whatever_does_more_than_read() -> None:
    described = {
        "rerun": "Re-run a strategy with other costs.",
        "compare_runs": "Compare two stored runs.",
        "fee_table": "A sweep over fees.",
        "by_weekday": "Group stats.",
        "docs": "Search the methodology documents.",
    }
    tools = [
        {"type": "function", "function": {"name": name, "description": text, "parameters": {"type": "object"}}}
        for name, text in described.items()
    ]
    assert suited(tools, "whatif") == {"rerun", "compare_runs", "fee_table", "by_weekday"}
    assert suited(tools, "methodology") == reading_tools(tools) == {"docs"}
