import json

from data.records import Evidence, Message, ToolCall, Trace, Verdict
from labeling.card import card, pack, unpack
from labeling.review_form import CARD
from tests.labeling.samples import passed, trace, verdict


def test_the_answer_in_pieces_is_the_answer() -> None:
    sample = trace("It returned 11.3% a year, 25.0% in 2019. It used an 80/20 train/test split. 😀 done")
    shown = card(sample, [verdict(sample)], reason="finding")["answer"]
    assert "".join(piece["text"] for piece in shown) == sample.answer
    assert {piece["text"]: piece["tone"] for piece in shown if piece["tone"] != "plain"}[
        "80/20 train/test split"
    ] == "block"


def test_a_grounded_number_is_marked_with_its_source_and_an_invented_one_is_not() -> None:
    shown = card(trace("The CAGR was 11.3%, the Sharpe ratio 2.71."), [], reason="audit")
    marked = {piece["text"]: piece for piece in shown["answer"]}
    assert marked["11.3%"]["tone"] == "grounded"
    assert "$.metrics.cagr" in marked["11.3%"]["note"]
    assert "2.71" not in marked
    assert {number["text"]: number["grounded"] for number in shown["numbers"]} == {"11.3%": True, "2.71": False}
    cited = [value for value in shown["steps"][1]["values"] if value["cited"]]
    assert [(value["path"], value["cited"]) for value in cited] == [("metrics.cagr", ["11.3%"])]


def test_the_worst_finding_comes_first_and_marks_over_the_others() -> None:
    sample = trace("It trades 24 times.")
    span = Evidence(text="24", start=10, end=12)
    found = [
        Verdict(
            trace_id=sample.id, source_id=None, check=check, fingerprint="f", outcome="fail", severity=severity, reason="wrong_metric",
            message=check, evidence=(span,),
        )
        for check, severity in (("a", "info"), ("b", "review"), ("c", "block"))
    ]  # fmt: skip
    shown = card(sample, [*found, passed(sample, "d")], reason="finding")
    assert [each["check"] for each in shown["findings"]] == ["c", "b", "a"]
    assert next(piece for piece in shown["answer"] if piece["text"] == "24")["tone"] == "block"


def test_each_step_has_its_arguments_and_its_own_result() -> None:
    calls = [ToolCall(id=f"id{n}", name="get", arguments={"n": n, "deep": {"list": [1, 2]}}) for n in range(2)]
    messages = (
        Message(role="user", content="q"),
        Message(role="assistant", content="Let me look.", tool_calls=tuple(calls)),
        Message(role="tool", content="plain words", tool_call_id="id1"),
        Message(
            role="tool", content=json.dumps({"error": {"code": "bad", "message": "no such run"}}), tool_call_id="id0"
        ),
        Message(role="tool", content="[]", tool_call_id="nobody"),
        Message(role="assistant", content="done"),
    )
    said, first, second, stray = card(Trace(messages=messages), [], reason="audit")["steps"]
    assert said == {"kind": "text", "role": "assistant", "text": "Let me look."}
    assert [(each["name"], each["value"]) for each in first["arguments"]] == [
        ("n", "0"),
        ("deep.list[0]", "1"),
        ("deep.list[1]", "2"),
    ]
    assert (first["error"], first["result"]) == ("no such run", "call_1")
    assert (second["text"], second["result"]) == ("plain words", "call_0")
    assert stray["stray"] is True


def test_earlier_turns_are_shown_where_the_user_spoke_more_than_once() -> None:
    words = [("user", "hi"), ("assistant", "hello"), ("user", "and now?"), ("assistant", "now")]
    shown = card(Trace(messages=tuple(Message(role=role, content=text) for role, text in words)), [], reason="audit")  # type: ignore[arg-type]
    assert [(step["role"], step["text"]) for step in shown["steps"]] == words[:3]


def test_a_conversation_that_ends_without_an_answer_has_a_card() -> None:
    unfinished = trace()
    shown = card(Trace(messages=unfinished.messages[:-1]), [], reason="finding")
    assert shown["answer"] == []
    assert [step["kind"] for step in shown["steps"]] == ["text", "call"]


def test_long_results_are_cut_and_say_so() -> None:
    shown = card(trace(result=json.dumps({"rows": list(range(1000)), "text": "x" * 50_000})), [], reason="audit")
    call = shown["steps"][1]
    assert len(call["values"]) == 300
    assert call["more"] == 701
    assert "(30,000 more characters)" in card(trace(result="y" * 50_000), [], reason="audit")["steps"][1]["text"]


def test_what_is_packed_cannot_be_taken_for_code_and_comes_out_the_same() -> None:
    content = card(trace("</script><script>alert(1)</script> $& $' #TEMPLATE# ☃"), [], reason="audit")
    packed = pack(content)
    assert set(packed["payload"]) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")
    assert unpack(packed) == content
    assert unpack({"payload": "not ours"}) == unpack("") == unpack(None) == {}


def test_the_template_survives_javascripts_replace_and_parses_nothing_as_html() -> None:
    template = CARD.read_text("utf-8")
    for pattern in (
        "$$",
        "$&",
        "$'",
        "$`",
        "#RECORD_OBJECT#",
        "#TEMPLATE#",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "http",
    ):
        assert pattern not in template
