"""Cases with a known truth are what they say they are."""

import re
from dataclasses import replace
from random import Random

import pytest

from curation.faults.behaviour_cases import BEHAVIOUR_FAULTS, BEHAVIOUR_KINDS
from curation.faults.cases import KINDS, UNTOUCHED, Case, bundled, generate, load_corpus, parts
from curation.faults.disclosed_value import draw
from curation.faults.draft import Corpus
from data.errors import AssayError
from data.methodology import KNOWN_TOPICS


@pytest.fixture(scope="module")
def corpora() -> dict[str, Corpus]:
    return {part: load_corpus(bundled(part)) for part in parts()}


@pytest.fixture(scope="module")
def corpus(corpora: dict[str, Corpus]) -> Corpus:
    return corpora["first"]


@pytest.fixture(scope="module")
def cases(corpora: dict[str, Corpus]) -> list[Case]:
    return [case for corpus in corpora.values() for case in generate(corpus, seed=1, count=len(KINDS))]


def test_equal_arguments_give_equal_cases(corpus: Corpus) -> None:
    assert list(generate(corpus, seed=1, count=20)) == list(generate(corpus, seed=1, count=20))
    assert list(generate(corpus, seed=2, count=20)) != list(generate(corpus, seed=1, count=20))


def test_every_part_can_carry_every_kind(corpora: dict[str, Corpus]) -> None:
    for corpus in corpora.values():
        assert {case.truth.kind for case in generate(corpus, seed=1, count=len(KINDS))} == set(KINDS)


def test_the_untouched_part_shares_no_sentence_document_or_output_with_the_others(corpora: dict[str, Corpus]) -> None:
    """Policies go by one name in every part."""
    untouched = corpora[UNTOUCHED]
    assert len(untouched.sentences) >= 200
    for part, other in corpora.items():
        if part == UNTOUCHED:
            continue
        shared = len({each.text for each in untouched.sentences} & {each.text for each in other.sentences})
        assert shared <= 3  # a heading and its value
        assert {each.content for each in untouched.outputs}.isdisjoint(each.content for each in other.outputs)
        assert untouched.truths.topics.keys().isdisjoint(other.truths.topics)


@pytest.fixture(scope="module")
def behaviour(corpus: Corpus) -> list[Case]:
    return list(generate(corpus, seed=1, count=4 * len(BEHAVIOUR_KINDS), kinds=BEHAVIOUR_KINDS))


def test_behaviour_has_every_kind_and_its_span_is_the_sentence(behaviour: list[Case]) -> None:
    assert {case.truth.kind for case in behaviour} == set(BEHAVIOUR_KINDS)
    for case in behaviour:
        answer, truth = case.trace.answer, case.truth
        assert answer[truth.start : truth.end] == truth.text
        assert truth.check in ("tool_use", "disclosure")
        assert truth.is_fault == (truth.kind in BEHAVIOUR_FAULTS)
        assert not re.search(r"\{[a-z_]+(:\w+)?\}", answer.replace("${API_TOKEN}", "")), answer


def test_only_too_early_answers_leave_calls_open(behaviour: list[Case]) -> None:
    for case in behaviour:
        called = {call.id for message in case.trace.messages for call in message.tool_calls}
        answered = {message.tool_call_id for message in case.trace.messages if message.role == "tool"}
        assert called == answered or case.truth.kind == "answered_too_early"


def test_a_corpus_without_situations_carries_no_behaviour(corpus: Corpus) -> None:
    with pytest.raises(AssayError, match="no sentence of first can carry secret"):
        next(generate(replace(corpus, situations=()), seed=1, count=1, kinds=("secret",)))


def test_drawn_numbers_pass_their_checksums() -> None:
    rng = Random(1)
    for _ in range(50):
        card, iban = (re.sub(r"\D", "", draw("card", rng)[1]), draw("iban", rng)[1].replace(" ", ""))
        assert sum(sum(divmod(int(each) * (1 + at % 2), 10)) for at, each in enumerate(reversed(card))) % 10 == 0
        assert int("".join(str(int(each, 36)) for each in iban[4:] + iban[:4])) % 97 == 1


def test_a_part_that_there_is_not_is_named_with_those_there_are() -> None:
    with pytest.raises(AssayError, match="no part 'third party'"):
        bundled("third party")


def test_the_span_is_the_sentence_and_nothing_is_left_unfilled(cases: list[Case]) -> None:
    for case in cases:
        answer, truth = case.trace.answer, case.truth
        assert answer[truth.start : truth.end] == truth.text
        assert "{" not in answer + case.trace.question
        assert truth.text != truth.clean_text


def test_calls_and_results_match(cases: list[Case]) -> None:
    for case in cases:
        called = [call.id for message in case.trace.messages for call in message.tool_calls]
        assert called == [message.tool_call_id for message in case.trace.messages if message.role == "tool"]
        assert called


def test_every_strategy_has_a_truth_for_every_topic(corpora: dict[str, Corpus]) -> None:
    for corpus in corpora.values():
        assert set(corpus.truths.topics) == corpus.truths.documents.keys() - set(corpus.policies)
        for model, topics in corpus.truths.topics.items():
            assert set(corpus.truths.documents[model].facts) == set(topics) == set(KNOWN_TOPICS)


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
