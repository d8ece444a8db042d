"""Errors as services return them, told in many words and papered over; questions asked back; results ignored and used."""

import json

import pytest

from data.records import Message, ToolCall, Trace
from validators.tool_use.check import ToolUse
from validators.tool_use.purpose import suited
from validators.tool_use.result import is_empty
from validators.tool_use.tool_error import error_in

TOOLS = tuple(
    {"type": "function", "function": {"name": name, "description": text, "parameters": {"type": "object"}}}
    for name, text in {
        "backtest": "Backtest a strategy on a symbol.",
        "handbook": "Open a page of the methodology handbook.",
        "trades": "The trades of a strategy, 50 per page.",
    }.items()
)


def reasons(kind: str, question: str, answer: str, result: object = None, tool: str = "backtest") -> list[str]:
    asked = Message(role="user", content=question)
    said = Message(role="assistant", content=answer)
    if result is None:
        messages: tuple[Message, ...] = (asked, said)
    else:
        content = result if isinstance(result, str) else json.dumps(result)
        call = Message(role="assistant", content="", tool_calls=(ToolCall(id="c", name=tool, arguments={}),))
        messages = (asked, call, Message(role="tool", content=content, tool_call_id="c"), said)
    trace = Trace(messages=messages, tools=TOOLS, metadata={"question_kind": kind})
    return [finding.reason for finding in ToolUse().judge(trace)]


ERRORS = [
    {"grpc_code": "UNAVAILABLE", "grpc_message": "connection refused: worker-3"},
    {"code": "INVALID_ARGUMENT", "details": [{"field": "fee_bps", "issue": "max 20"}]},
    {"stdout": "", "stderr": "Killed", "returncode": -9},
    {"found": False, "suggestions": ["tide-v2", "tide-v3"]},
    {"feature": "backtest", "enabled": False, "message": "Feature disabled for your workspace."},
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>",
    "Moved Permanently. The endpoint /v1/run was removed; use /v3/run.",
]
RESULTS = [
    {"status": "ok", "error": None, "errors": [], "data": {"sharpe": 1.04, "sortino": 1.52}},
    {"tracking_error": 0.041, "error_bars": [0.02, 0.06]},
    {"status": "no_errors", "count": 4},
    {"job": {"state": "SUCCEEDED"}, "metrics": {"calmar": 0.9}},
    "The model does not use leverage. Short sales are not permitted, and at least a tenth is kept in bills.",
    "Orders must be entered before the close. Positions that cannot be filled are dropped.",
]


@pytest.mark.parametrize("result", ERRORS)
def test_errors_of_gateways_rpc_and_shells_are_errors(result: object) -> None:
    assert error_in(result if isinstance(result, str) else json.dumps(result)) is not None


@pytest.mark.parametrize("result", RESULTS)
def test_a_metric_a_notice_or_a_rule_is_none(result: object) -> None:
    content = result if isinstance(result, str) else json.dumps(result)
    assert error_in(content) is None
    assert not is_empty(content)


REFUSED = {"errors": [{"status": "409", "title": "run 7741 is being rewritten by the nightly job"}]}


@pytest.mark.parametrize(
    "answer",
    [
        "Run 7741 is being rewritten by the nightly job at this moment.",
        "There's no profit factor to report for now.",
        "I'd need to wait for the nightly job before I can read it.",
        "The query never got as far as the run, I'm afraid.",
        "I asked twice and didn't get through.",
        "Sorry about this! Once the rewrite is over, I'll query it again.",
    ],
)
def test_an_error_is_told_in_many_words(answer: str) -> None:
    assert reasons("lookup", "What's the profit factor of run 7741?", answer, REFUSED) == []


@pytest.mark.parametrize(
    "answer",
    [
        "The profit factor of run 7741 is 1.42.",
        "It earned more than it lost, comfortably so, with no leverage.",
        "With 214 trades, run 7741 has a profit factor of 1.4; costs aren't a worry.",
        "I see no red flags in it: the profit factor is healthy.",
    ],
)
def test_an_error_is_papered_over(answer: str) -> None:
    assert reasons("lookup", "What's the profit factor of run 7741?", answer, REFUSED) == ["error_papered_over"]


@pytest.mark.parametrize(
    "answer",
    [
        "How volatile is what, exactly?",
        "A strategy name, please?",
        "Shall I take the full history of tide?",
        "Just to be sure: tide, right?",
        "I don't know yet which of them you have in mind. Two ids will do.",
        "Which one? There are several in the handbook.",
        "What should I assume? For instance 10 bps, or 0.25% a side.",
        "I'm all ears! Walk me through the rules and I'll set it up.",
    ],
)
def test_a_question_asked_back_is_no_answer(answer: str) -> None:
    assert reasons("lookup", "How volatile is it?", answer) == []


@pytest.mark.parametrize(
    "answer",
    [
        "Very. Why do you ask?",
        "Yes, quite. Which part worries you?",
        "It is quite volatile. Would you like more detail?",
        "It comes to 18% a year. Shall I compare it?",
        "Volatility is low, at a few percent.",
    ],
)
def test_an_answer_without_a_call_is_one_whatever_it_asks(answer: str) -> None:
    assert reasons("lookup", "How volatile is it?", answer) == ["answered_too_early"]


RUN = {
    "strategy": "tide",
    "cagr": 0.0561,
    "max_drawdown": -0.248,
    "trades": 31,
    "buy_hold_cagr": 0.0742,
    "held": ["SPY"],
}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Did tide work?", "Yes and no: holding the index would have earned more."),
        ("What does tide hold?", "Shares of SPY, and nothing besides."),
        ("Up to when?", "I can't say anything of later years, but it made 5.61% annually."),
    ],
)
def test_results_are_used_by_comparison_and_by_name(question: str, answer: str) -> None:
    assert reasons("lookup", question, answer, RUN) == []


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How did tide do?", "Performance can be assessed by volatility, drawdown, trades and consistency."),
        ("How did tide do in 2022?", "2022 was hard on stocks and bonds alike, as central banks raised their rates."),
        ("How did tide do?", "I've looked up the trades and the drawdown. Shall I go through them?"),
        ("How did tide do?", "Diversification is key, and so is patience."),
    ],
)
def test_results_are_ignored_by_talk(question: str, answer: str) -> None:
    assert reasons("lookup", question, answer, RUN) == ["result_ignored"]


def test_figures_after_an_empty_result_are_made_up() -> None:
    blank = {"strategy": "tide", "calmar": None, "sharpe": None, "note": "draft"}
    assert reasons("lookup", "Calmar of tide?", "It is 0.72.", blank) == ["result_ignored"]
    assert reasons("lookup", "Calmar of tide?", "It isn't available yet.", blank) == []
    stale = {"warning": "curve is nine days old", "curve": None}
    assert reasons("lookup", "What's the spread?", "It is -0.34%.", stale) != []
    assert reasons("lookup", "What's the spread?", "The curve is nine days old, so I can't say.", stale) == []
    never = {"trades": 0, "cagr": 0.0, "message": "no entry signal fired"}
    assert reasons("lookup", "How did it do on GME?", "Flat: there wasn't a single one.", never) == []


@pytest.mark.parametrize(
    "answer", ["That's confidential.", "I need some more time to look into it.", "No data.", "Let me get back to you."]
)
def test_putting_off_a_result_that_is_there_is_a_refusal(answer: str) -> None:
    assert reasons("lookup", "How did tide do?", answer, RUN) == ["needless_refusal"]


@pytest.mark.parametrize(
    "answer",
    [
        "Not stated.",
        "I see no reference to that.",
        "Any number I gave you would be made up.",
        "Crashes can't be timed with any reliability.",
        "I have read access, but not the right to trade.",
    ],
)
def test_what_cannot_be_answered_is_refused_in_few_words(answer: str) -> None:
    assert reasons("refusal", "When is the next crash?", answer) == []


def test_a_pager_reads_no_documents() -> None:
    assert suited(TOOLS, "lookup") == {"backtest", "trades"}
    assert suited(TOOLS, "methodology") == {"handbook"}
