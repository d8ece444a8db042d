"""Screens beside judges: a screen may clear a trace only where `judge` finds nothing."""

import re
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from curation.faults.cases import bundled, generate, load_corpus
from data.methodology import load_documents
from data.records import Message, ToolCall, Trace
from data.trace_frame import trace_frame
from tests.bench.traces import timing_traces
from validators.bundled import row_checks
from validators.check import Check
from validators.methodology.check import Methodology

CORPUS = load_corpus(bundled("first"))
DOCUMENTS = load_documents(bundled("first") / "documents")
CHECKS = row_checks(DOCUMENTS)
METHODOLOGY = Methodology(DOCUMENTS)
SENTENCES = [
    line
    for path in sorted((Path(__file__).parent / "sentences").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line.strip() and line[0] not in "#@"
]


@cache
def _traces() -> list[Trace]:
    cases = generate(CORPUS, seed=3, count=90)
    return [*(case.trace for case in cases), *timing_traces(60, seed=3)]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_what_a_screen_clears_is_clear(check: Check) -> None:
    traces = _traces()
    fresh = next(each for each in row_checks(DOCUMENTS) if each.name == check.name)
    for screened in (check.suspects(trace_frame(traces)), check.suspects(trace_frame(traces))):  # unseen, then known
        cleared = [trace for trace, suspected in zip(traces, screened, strict=True) if not suspected]
        assert [fresh.judge(trace) for trace in cleared] == [()] * len(cleared)


def test_clean_traces_are_mostly_cleared() -> None:
    traces = list(timing_traces(60, seed=4))
    cleared = {check.name: 1 - check.suspects(trace_frame(traces)).mean() for check in CHECKS}
    assert cleared["grounding"] == 1
    assert cleared["methodology"] > 0.6


def _asked(question: str, answer: str, output: str) -> Trace:
    call = ToolCall(id="c0", name="compare", arguments={"runs": ["KEL", "TOR"]})
    return Trace(
        messages=(
            Message(role="user", content=question),
            Message(role="assistant", content="", tool_calls=(call,)),
            Message(role="tool", content=output, tool_call_id="c0", name="compare"),
            Message(role="assistant", content=answer),
        )
    )


@pytest.mark.parametrize(
    ("plain", "bearing", "answer", "output"),
    [
        (
            "Tell me of TOR.",
            "Which run earned the most?",
            "TOR earned $120.",
            '{"runs": [{"run": "KEL", "profit_usd": 940}, {"run": "TOR", "profit_usd": 120}]}',
        ),
        (
            "Set TOR beside KEL.",
            "Did TOR earn more than KEL?",
            "Yes. TOR earned $120, KEL $940.",
            '{"runs": [{"run": "KEL", "profit_usd": 940}, {"run": "TOR", "profit_usd": 120}]}',
        ),
        (
            "How did the folds do?",
            "What came of fold 1?",
            "The Sharpe ratio was 0.85, over 60 trades.",
            '{"folds": [{"fold": 1, "sharpe": 1.21, "trades": 60}, {"fold": 2, "sharpe": 0.85, "trades": 71}]}',
        ),
    ],
)
def test_a_question_on_which_an_answer_hangs(plain: str, bearing: str, answer: str, output: str) -> None:
    check = next(each for each in row_checks(()) if each.name == "grounding")
    rows = [_asked(plain, answer, output)] * 4 + [_asked(bearing, answer, output)]
    found = [bool(check.judge(row)) for row in rows]
    for _ in range(2):
        suspected = check.suspects(trace_frame(rows)).to_list()
        assert all(screen or not wrong for screen, wrong in zip(suspected, found, strict=True))
    assert found[-1]


RESULTS = st.one_of(
    st.decimals(-60, 400, places=1).map("{}%".format),
    st.decimals(0, 700, places=2).map("{}%".format),
    st.decimals(-3, 30, places=2).map(str),
    st.decimals(-1, 1, places=2).map(str),
    st.decimals(0, 10**6, places=2).map("${:,}".format),
    st.integers(1_000, 10**7).map("{:,}".format),
    st.integers(1, 999).map("{} trades".format),
)


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(SENTENCES),
    RESULTS,
    RESULTS,
    st.sampled_from(
        ("{0} It made {1} and {2}.", "{1}, with {2} a year. {0}", "At {1}, {0}", "{0}, against {1} in {2}")
    ),
    st.randoms(use_true_random=False),
)
@example("The fee is 5 bps per side.", "0.0%", "1.01%", "{0}, against {1} in {2}", Random(1))
@example("It runs at 2x leverage.", "0.0%", "394.5%", "{0}, against {1} in {2}", Random(1))
@example("Positions are financed partly with margin loans.", "100.01%", "0.0%", "At {1}, {0}", Random(1))
def test_results_change_no_statement(sentence: str, one: str, two: str, joined: str, draw: Random) -> None:
    """An answer is read as what it is, though its results are made alike."""
    number = re.compile(r"\d+(?:\.\d+)?")
    odd = number.sub(lambda found: found[0] if draw.random() < 0.7 else _other(found[0], draw), sentence)
    answer = joined.format(odd, one, two)
    assert [reading.statements for _, reading in METHODOLOGY.readings.read(answer)] == [
        reading.statements for _, reading in METHODOLOGY.readings.passages_of(answer, ())
    ]


def _other(number: str, draw: Random) -> str:
    return "".join(character if character == "." else str(draw.randrange(1, 10)) for character in number)
