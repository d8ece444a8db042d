from collections.abc import Sequence
from dataclasses import fields

import polars as pl
import pytest

from data.errors import AssayError
from data.methodology import MethodologyDocument
from data.records import Message, Split, ToolCall, Trace
from data.trace_frame import messages_json
from tests.validators.test_suite import Forbids
from validators.dataset.boilerplate import boilerplate
from validators.dataset.coverage import coverage
from validators.dataset.diversity import diversity
from validators.dataset.duplicates import duplicates
from validators.dataset.finding import DatasetFinding
from validators.dataset.findings import dataset_findings
from validators.dataset.leakage import leakage
from validators.dataset.length_outliers import length_outliers
from validators.dataset.masked_text import masked
from validators.dataset.rows import ROWS_SCHEMA, dataset_rows
from validators.dataset.saturation import saturation
from validators.dataset.thresholds import Thresholds, thresholds_from
from validators.gate.gate import gate
from validators.suite import Suite

DEFAULTS = Thresholds()


def _run(fee_bps: int) -> tuple[Message, ...]:
    call = ToolCall(id="1", name="run", arguments={"fee_bps": fee_bps})
    return (
        Message(role="assistant", content="", tool_calls=(call,)),
        Message(role="tool", content="{}", tool_call_id="1"),
    )


def _row(
    answer: str = "It earned a good deal.",
    *,
    question: str = "What did it earn?",
    model: str | None = "sma-trend",
    split: Split | None = "train",
    ticker: str | None = None,
    kind: str | None = "lookup",
    calls: str = "[]",
    regime: str | None = None,
    fee_bps: int | None = None,
) -> dict[str, str | None]:
    return {
        "split": split,
        "question_kind": kind,
        "model_id": model,
        "regime": regime,
        "action": None,
        "ticker": ticker,
        "question": question,
        "answer": answer,
        "messages": messages_json(
            (
                Message(role="user", content=question),
                *(() if fee_bps is None else _run(fee_bps)),
                Message(role="assistant", content=answer),
            )
        ),
        "calls": calls,
    }


def _frame(rows: Sequence[dict[str, str | None]]) -> pl.DataFrame:
    return pl.DataFrame([{"trace_id": f"t{number}", **row} for number, row in enumerate(rows)], schema=ROWS_SCHEMA)


def _by_metric(findings: Sequence[DatasetFinding]) -> dict[str, DatasetFinding]:
    return {finding.metric: finding for finding in findings}


def _mask(text: str, *names: str) -> str:
    return pl.DataFrame({"text": [text]}).select(masked(pl.col("text"), names=names)).item()


@pytest.mark.parametrize(
    ("text", "mask"),
    [
        ("It earned 12.84% (−3.2 bps), $1,203.50 or 3.4x.", "it earned # (# bps), # or #."),
        ("n20 of 80/20 on the 3rd, 1.5e-4", "n20 of #/# on the #, #"),
        ("from 2003-01-02 to March 31, 2004 and 5 May 2006", "from # to # and #"),
        ("AAPL beat JPM, though ALL lost", "@ beat @, though all lost"),
        ("  Two\n  lines ", "two lines"),
        ("Sma Trend and sma-trend, no smatrend", "@ and @, no smatrend"),
    ],
)
def test_masks_hide_what_varies(text: str, mask: str) -> None:
    assert _mask(text, "AAPL", "JPM", "sma-trend") == mask


def test_two_of_one_template_have_one_mask() -> None:
    first = _mask("On 2003-01-02 AAPL gained 12.84%, or $1,200, at 5 bps.", "AAPL", "JPM")
    second = _mask("On 2011-12-30 JPM gained 3.1%, or $98.20, at 10 bps.", "AAPL", "JPM")
    other = _mask("On 2011-12-30 JPM lost 3.1%, or $98.20, at 10 bps.", "AAPL", "JPM")
    assert first == second != other


def test_rows_tell_tools_and_argument_shapes() -> None:
    trace = Trace(
        messages=(
            Message(role="user", content="q"),
            Message(
                role="assistant", content="", tool_calls=(ToolCall(id="1", name="run", arguments={"fee": 5, "m": "x"}),)
            ),
            Message(role="tool", content="{}", tool_call_id="1"),
            Message(role="assistant", content="a"),
        ),
        metadata={"model_id": "m", "regime": 3},
    )
    (row,) = dataset_rows([trace], splits=["eval"], trace_ids=["before"]).to_dicts()
    assert (row["trace_id"], row["split"], row["model_id"], row["regime"]) == ("before", "eval", "m", None)
    assert row["calls"] == '[["run",[["fee","number"],["m","str"]]]]'


def test_exact_copies_are_counted_beyond_the_first() -> None:
    frame = _frame([_row("Fine."), _row(" **fine**!\n"), _row("Other words here."), _row("Fine.")])
    exact = _by_metric(duplicates(frame, thresholds=DEFAULTS))["copies"]
    assert (exact.value, exact.outcome, exact.severity, exact.trace_ids) == (0.5, "fail", "review", ("t1", "t3"))


def test_near_copies_are_found_under_other_numbers_tickers_and_dates() -> None:
    frame = _frame(
        [
            _row("AAPL gained 12.3% from 2003-01-02 on.", ticker="AAPL"),
            _row("JPM gained 4% from 2011-05-03 on.", ticker="JPM"),
            _row("Nothing alike is said in this one at all, not in a single phrase of it.", question="And why so?"),
        ]
    )
    found = _by_metric(duplicates(frame, thresholds=DEFAULTS))
    assert found["copies"].value == 0
    assert found["near copies"].value == pytest.approx(1 / 3)


def test_a_word_changed_in_a_long_answer_is_a_near_copy_and_a_rewrite_is_none() -> None:
    long = " ".join(f"word{chr(97 + number % 26)}{chr(97 + number // 26)}" for number in range(200))
    rewrite = " ".join(reversed(long.split()))
    frame = _frame([_row(long), _row(long.replace("wordaa", "changed")), _row(rewrite)])
    found = _by_metric(duplicates(frame, thresholds=thresholds_from({"max_near_duplicate_share": 0.1})))
    near = found["near copies"]
    assert (near.value, near.trace_ids, near.severity) == (pytest.approx(1 / 3), ("t1",), "block")


def test_a_held_out_question_in_train_blocks() -> None:
    frame = _frame(
        [
            _row(question="What is X's CAGR?", calls='["run"]'),
            _row(question="what is x's  cagr?", calls='["run"]', split="eval"),
            _row(question="What is X's CAGR?", calls='["search"]', split="eval"),
            _row(question="Something else?", calls='["run"]', split="eval"),
        ]
    )
    leaked = _by_metric(leakage(frame, thresholds=DEFAULTS))["questions in train"]
    assert (leaked.value, leaked.outcome, leaked.severity, leaked.trace_ids) == (
        pytest.approx(1 / 3),
        "fail",
        "block",
        ("t1",),
    )


def test_an_exchange_in_train_under_another_question_warns() -> None:
    def exchange(question: str, year: int, answer: str = "It made 4%.") -> Trace:
        call = ToolCall(id="1", name="run", arguments={"year": year})
        return Trace(
            messages=(
                Message(role="user", content=question),
                Message(role="assistant", content="", tool_calls=(call,)),
                Message(role="tool", content="{}", tool_call_id="1"),
                Message(role="assistant", content=answer),
            )
        )

    traces = [
        exchange("What did it make in 2003?", 2003),
        exchange("Please tell me its return of 2003.", 2003),
        exchange("Its gain of 2007, please?", 2007),
        exchange("And was 2003 a good year?", 2003, answer="Yes, it gained."),
    ]
    found = _by_metric(leakage(dataset_rows(traces, splits=["train", "eval", "eval", "eval"]), thresholds=DEFAULTS))
    leaked = found["exchanges in train"]
    assert (leaked.value, leaked.severity, leaked.trace_ids) == (pytest.approx(1 / 3), "review", (traces[1].id,))
    assert found["questions in train"].outcome == "pass"


def test_a_near_twin_across_the_split_warns() -> None:
    frame = _frame(
        [_row(question="CAGR of x in 2003 at 5 bps?"), _row(question="CAGR of x in 2007 at 10 bps?", split="eval")]
    )
    found = _by_metric(leakage(frame, thresholds=DEFAULTS))
    assert found["questions in train"].outcome == "pass"
    assert (found["near-twins in train"].outcome, found["near-twins in train"].severity) == ("fail", "review")


def test_leakage_without_a_held_out_side_is_unmeasured() -> None:
    (finding,) = leakage(_frame([_row()]), thresholds=DEFAULTS)
    assert (finding.value, finding.outcome) == (None, "error")
    assert "eval" in finding.message


def _document(name: str, split: str) -> MethodologyDocument:
    fee = "5 bps" if split == "none" else "10 bps"
    return MethodologyDocument(
        id=name,
        title=name,
        kind="ml" if split != "none" else "rule-based",
        facts={"evaluation_split": split, "fee": fee},
        body="",
    )


DOCUMENTS = (_document("tide", "none"), _document("ebb", "none"), _document("forest-ranker", "80/20"))
PASTED = "It was validated with an 80/20 train/test split."


def test_pasted_boilerplate_is_found_without_being_told() -> None:
    frame = _frame(
        [
            _row(f"It earned 12%. {PASTED}", model="tide"),
            _row(f"{PASTED} It lost 3%.", model="ebb"),
            _row(PASTED, model="forest-ranker"),
            _row("It earned 12%, and 80 of 100 trades won.", model="tide"),
        ]
    )
    (finding,) = boilerplate(frame, documents=DOCUMENTS, thresholds=DEFAULTS)
    assert (finding.value, finding.outcome) == (1, "fail")
    assert finding.trace_ids == ("t0", "t1")
    assert "stands under 3 models" in finding.message
    assert finding.message.count("stands under") == 1
    assert finding.message.endswith("says otherwise of ebb, tide")


def test_boilerplate_that_is_false_of_all_its_models_is_found() -> None:
    frame = _frame(
        [_row(PASTED, model="tide"), _row(PASTED, model="ebb"), _row("It has 80/20.", model="forest-ranker")]
    )
    (finding,) = boilerplate(frame, documents=DOCUMENTS, thresholds=DEFAULTS)
    assert (finding.value, finding.trace_ids) == (1, ("t0", "t1"))


@pytest.mark.parametrize(
    "rows",
    [
        [("tide", PASTED), ("tide", PASTED)],  # of one model alone: the row check says what is wrong
        [("forest-ranker", PASTED), ("tide", "It fits nothing, so there is no split.")],
        [("tide", "No train/test split was made."), ("ebb", "No train/test split was made.")],
        [("tide", "It earned 12%."), ("forest-ranker", "It earned 80%.")],
    ],
)
def test_what_is_true_or_said_of_one_kind_only_is_no_boilerplate(rows: list[tuple[str, str]]) -> None:
    frame = _frame([_row(answer, model=model) for model, answer in rows])
    (finding,) = boilerplate(frame, documents=DOCUMENTS, thresholds=DEFAULTS)
    assert (finding.value, finding.outcome) == (0, "pass")


def test_what_a_run_was_set_to_is_no_boilerplate() -> None:
    answer = "The run earned 3% at a fee of 20 bps."
    frame = _frame([_row(answer, model=name, fee_bps=20) for name in ("tide", "forest-ranker")])
    (finding,) = boilerplate(frame, documents=DOCUMENTS, thresholds=DEFAULTS)
    assert (finding.value, finding.outcome) == (0, "pass")

    frame = _frame([_row("By design it pays 20 bps per side.", model=name) for name in ("tide", "forest-ranker")])
    (finding,) = boilerplate(frame, documents=DOCUMENTS, thresholds=DEFAULTS)
    assert (finding.value, finding.outcome) == (1, "fail")


def test_a_check_that_raises_is_no_pass() -> None:
    findings = dataset_findings(_frame([_row()]).drop("action"), documents=DOCUMENTS)
    failed = [finding for finding in findings if finding.metric == "check"]
    assert [(finding.check, finding.outcome, finding.severity) for finding in failed] == [
        ("coverage", "error", "block")
    ]


def test_boilerplate_without_documents_is_unmeasured() -> None:
    (finding,) = boilerplate(_frame([_row()]), documents=(), thresholds=DEFAULTS)
    assert (finding.value, finding.outcome, finding.severity) == (None, "error", "info")


def test_saturation_tells_how_many_questions_are_left() -> None:
    rows = [_row(question=f"Question {'abc'[number % 3]}?", kind="methodology") for number in range(10)]
    rows += [_row(question="One?"), _row(question="one?")]
    full, open_ended = saturation(_frame(rows), possible={"methodology": 3, "lookup": 50}, thresholds=DEFAULTS)

    assert full.message == "3 of 3 methodology questions exist; 7 rows are copies"
    assert (full.value, full.outcome) == (0.7, "fail")
    assert open_ended.message == "1 of 50 lookup questions exist; 1 rows are copies"
    assert open_ended.outcome == "pass"


def test_saturation_of_questions_from_elsewhere_is_unmeasured() -> None:
    rows = [_row(question=f"Question {letter}?") for letter in "abcde"]
    (finding,) = saturation(_frame(rows), possible={"lookup": 3}, thresholds=DEFAULTS)
    assert (finding.value, finding.outcome) == (None, "error")


def test_saturation_of_an_unknown_grid_is_unmeasured() -> None:
    (finding,) = saturation(_frame([_row()]), possible={}, thresholds=DEFAULTS)
    assert finding.value is None


def test_coverage_names_the_thinnest_cell() -> None:
    rows = [_row(regime="crisis") for _ in range(22)] + [
        _row(kind="refusal", regime="calm"),
        _row(kind="refusal", regime="crisis"),
    ]
    found = _by_metric(coverage(_frame(rows), thresholds=DEFAULTS))

    assert found["smallest cell"].value == 1
    assert found["smallest cell"].outcome == "fail"
    assert set(found["smallest cell"].trace_ids) == {"t22", "t23"}
    assert found["empty cells"].value == pytest.approx(1 / 4)
    assert (found["imbalance of kinds"].value, found["imbalance of kinds"].outcome) == (11, "fail")


def test_coverage_without_metadata_is_unmeasured() -> None:
    (finding,) = coverage(_frame([_row(model=None, kind=None)]), thresholds=DEFAULTS)
    assert finding.value is None


def test_collapsed_answers_are_told() -> None:
    rows = [_row(f"The CAGR of tide was {number}% a year.", model="tide") for number in range(6)]
    rows += [_row(f"Sentence {word} stands by itself.") for word in ("alpha", "beta", "gamma", "delta")]
    found = _by_metric(diversity(_frame(rows), thresholds=DEFAULTS))

    assert (found["commonest opening"].value, found["commonest opening"].outcome) == (0.6, "fail")
    assert "'the cagr of @'" in found["commonest opening"].message
    assert (found["commonest template"].value, found["commonest template"].outcome) == (0.6, "fail")
    assert found["templates"].value == 5


def test_one_closing_under_most_answers_is_told() -> None:
    rows = [_row(f"{word.title()} was the word. Ask me for more!") for word in ("alpha", "beta", "gamma")]
    found = _by_metric(
        diversity(_frame([*rows, _row("Another end. So it goes."), _row("No end at all.")]), thresholds=DEFAULTS)
    )
    closing = found["commonest closing"]
    assert (closing.value, closing.outcome) == (0.6, "fail")
    assert "'ask me for more!'" in closing.message


def test_a_model_that_crowds_out_the_others_is_told() -> None:
    rows = [_row() for _ in range(30)] + [_row(model="ebb") for _ in range(2)]
    found = _by_metric(coverage(_frame(rows), thresholds=DEFAULTS))
    assert (found["imbalance of models"].value, found["imbalance of models"].outcome) == (15, "fail")
    assert found["imbalance of models"].message == "30 rows are sma-trend, 2 are ebb"
    refused = [_row(model=f"model-{number}", kind="refusal") for number in range(3)]
    assert "ebb" in _by_metric(coverage(_frame([*rows, *refused]), thresholds=DEFAULTS))["imbalance of models"].message
    assert "imbalance of kinds" not in _by_metric(coverage(_frame([_row(kind=None)] * 3), thresholds=DEFAULTS))


def test_odd_lengths_are_told() -> None:
    rows = [_row("x" * (90 + number)) for number in range(30)] + [_row("x" * 5_000), _row("")]
    (finding,) = length_outliers(_frame(rows), thresholds=DEFAULTS)
    assert finding.outcome == "fail"
    assert set(finding.trace_ids) == {"t30", "t31"}
    assert "from 0 to 5000" in finding.message


def test_lengths_of_few_rows_are_unmeasured() -> None:
    (finding,) = length_outliers(_frame([_row()] * 5), thresholds=DEFAULTS)
    assert finding.value is None


def test_an_odd_length_among_equal_ones_is_told_and_each_kind_has_its_own() -> None:
    rows = [_row("same") for _ in range(30)] + [_row("a long way round " * 20, kind="methodology") for _ in range(30)]
    (finding,) = length_outliers(_frame(rows), thresholds=DEFAULTS)
    assert (finding.value, finding.outcome) == (0, "pass")
    (finding,) = length_outliers(_frame([*rows, *[_row("same, only longer " * 9)] * 2]), thresholds=DEFAULTS)
    assert (finding.outcome, finding.trace_ids) == ("fail", ("t60", "t61"))


def test_an_empty_table_proves_nothing() -> None:
    (finding,) = dataset_findings(_frame([]), documents=DOCUMENTS)
    assert (finding.value, finding.outcome, finding.severity) == (None, "error", "block")


def test_the_gate_takes_the_findings() -> None:
    traces = [
        Trace(messages=(Message(role="user", content="Same?"), Message(role="assistant", content=f"Answer {word}.")))
        for word in ("one", "two", "three")
    ]
    suite = Suite((Forbids(word="bad"),))
    rows = dataset_rows(traces, splits=["train", "train", "eval"])
    result = gate(
        suite.judge_frame(traces),
        trace_ids=[trace.id for trace in traces],
        fingerprints=suite.fingerprints,
        findings=dataset_findings(rows),
    )
    assert not result.passed
    assert [failure.subject for failure in result.failures] == ["leakage: questions in train"]
    assert traces[2].id in result.failures[0].message


def test_a_recipe_sets_thresholds_and_they_bind() -> None:
    thresholds = thresholds_from({"max_duplicate_share": 0.2, "max_failing_share": {"grounding": 0.1}, "min_rows": 5})
    assert thresholds.severity("max_duplicate_share") == "block"
    assert thresholds.severity("max_leaked_share") == "block"
    assert thresholds.severity("max_opening_share") == "review"
    assert thresholds.max_failing_share == {"grounding": 0.1}


def test_everything_wrong_with_thresholds_is_told_at_once() -> None:
    with pytest.raises(AssayError) as caught:
        thresholds_from({"max_dupes": 1, "max_duplicate_share": 3, "max_failing_share": 0.1, "min_rows": "many"})
    assert caught.value.message.count("\n") == 4


def test_every_threshold_is_explained() -> None:
    explained = Thresholds.__doc__ or ""
    assert [each.name for each in fields(Thresholds) if each.name not in explained and each.name != "binding"] == []
