"""Cases with a known truth are what they say they are."""

import pytest

from curation.faults.cases import BUNDLED_CORPUS, KINDS, Case, Corpus, generate, load_corpus
from data.methodology import KNOWN_TOPICS


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(BUNDLED_CORPUS)


@pytest.fixture(scope="module")
def cases(corpus: Corpus) -> list[Case]:
    return [*generate("development", 1, 150, corpus=corpus), *generate("untouched", 1, 150, corpus=corpus)]


def test_equal_arguments_give_equal_cases(corpus: Corpus, cases: list[Case]) -> None:
    assert list(generate("development", 1, 20, corpus=corpus)) == cases[:20]
    assert list(generate("development", 2, 20, corpus=corpus)) != cases[:20]


def test_every_kind_is_made_in_both_parts(cases: list[Case]) -> None:
    for part in ("development", "untouched"):
        assert {case.truth.kind for case in cases if case.truth.part == part} == set(KINDS)


def test_the_span_is_the_sentence_and_nothing_is_left_unfilled(cases: list[Case]) -> None:
    for case in cases:
        answer, truth = case.trace.answer, case.truth
        assert answer[truth.start : truth.end] == truth.text
        assert "{" not in answer + case.trace.question
        assert truth.text != truth.clean_text


def test_no_sentence_of_one_part_is_told_in_the_other(corpus: Corpus, cases: list[Case]) -> None:
    parts = {sentence.id: sentence.part for sentence in corpus.sentences}
    assert all(parts[case.truth.sentence_id] == case.truth.part for case in cases)


def test_calls_and_results_match(cases: list[Case]) -> None:
    for case in cases:
        called = [call.id for message in case.trace.messages for call in message.tool_calls]
        assert called == [message.tool_call_id for message in case.trace.messages if message.role == "tool"]
        assert called


def test_every_strategy_has_a_truth_for_every_topic(corpus: Corpus) -> None:
    strategies = {name for name, document in corpus.truths.documents.items() if document.kind != "policy"}
    assert set(corpus.truths.topics) == strategies
    for model in strategies:
        assert set(corpus.truths.documents[model].facts) == set(corpus.truths.topics[model]) == set(KNOWN_TOPICS)


@pytest.mark.parametrize(
    ("topic", "means", "model", "holds"),
    [
        ("fee", "per side 4", "cobalt-ranker", True),  # 8 bps round trip
        ("fee", "bare 8", "cobalt-ranker", None),
        ("evaluation_split", "80/20", "tidewater-trend", False),
        ("evaluation_split", "80/20", "quartz-lstm", True),
        ("universe", "@pairs-2b", "n36-reversal", None),  # a part of its universe
        ("universe", "@pairs-2b", "quartz-lstm", False),
    ],
)
def test_truths(corpus: Corpus, topic: str, means: str, model: str, holds: bool | None) -> None:
    assert corpus.truths.holds(topic, means, model) is holds
