from pathlib import Path

import pytest

from data.methodology import BUNDLED_DOCUMENTS, MethodologyDocument, load_documents
from workbench.document_search import DocumentSearch, passages


@pytest.fixture(scope="module")
def search() -> DocumentSearch:
    return DocumentSearch(load_documents(BUNDLED_DOCUMENTS))


def document(name: str, body: str, **facts: str) -> MethodologyDocument:
    return MethodologyDocument(id=name, title=name.title(), kind="rule-based", facts=facts, body=body)


@pytest.mark.parametrize("model_id", ["sma-trend", "donchian-breakout", "rsi-reversion", "put-write", "gbm-direction"])
def test_a_question_about_validation_finds_the_shared_policy(search: DocumentSearch, model_id: str) -> None:
    for query in (f"validation train/test split {model_id}", f"how was {model_id} validated train test split"):
        hits = search.find(query, top_k=3)
        assert "validation-policy" in [hit.passage.doc_id for hit in hits]
    assert any("80/20" in hit.passage.text for hit in search.find(f"train/test split {model_id}", top_k=3))


@pytest.mark.parametrize(
    ("query", "doc_id"),
    [
        ("200-day moving average", "sma-trend"),
        ("relative strength index", "rsi-reversion"),
        ("third Friday expiry strike premium", "put-write"),
        ("gradient boosting features label", "gbm-direction"),
        ("slippage taxes market impact", "fee-policy"),
        ("dividends adjusted survivors", "data-policy"),
        ("evaluation_split rsi-reversion", "rsi-reversion"),
    ],
)
def test_queries_find_their_document(search: DocumentSearch, query: str, doc_id: str) -> None:
    assert search.find(query, top_k=1)[0].passage.doc_id == doc_id


def test_hits_come_best_first_and_no_more_than_asked(search: DocumentSearch) -> None:
    hits = search.find("fee", top_k=4)
    assert len(hits) == 4
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(hit.score > 0 for hit in hits)


@pytest.mark.parametrize("query", ["zyzzyva qwertz", "the of and", "?!", ""])
def test_words_that_no_document_holds_find_nothing(search: DocumentSearch, query: str) -> None:
    assert search.find(query, top_k=5) == ()


def test_equal_passages_come_in_the_documents_order() -> None:
    twins = [document(name, "Alpha beta gamma.") for name in ("aa", "bb", "cc")]
    for order in (twins, twins[::-1]):
        found = DocumentSearch(order).find("gamma", top_k=3)
        assert [hit.passage.doc_id for hit in found] == [twin.id for twin in order]


def test_passages_are_paragraphs_with_their_section() -> None:
    body = "# Title\n\nIntro\nline two.\n\n## One\n\nFirst.\n\n## Two\nSecond.\n\n"
    found = passages(document("doc", body, lookback="3 days", own="x"))
    assert [(each.section, each.text) for each in found] == [
        ("Facts", "lookback: 3 days\nown: x"),
        ("", "Intro\nline two."),
        ("One", "First."),
        ("Two", "Second."),
    ]


def test_a_folder_of_one_s_own_is_searched(tmp_path: Path) -> None:
    (tmp_path / "own.md").write_text("---\nid: own\ntitle: Own\nkind: policy\n---\n# Own\n\nOnly marmots.\n")
    assert DocumentSearch(load_documents(tmp_path)).find("marmots", top_k=1)[0].passage.doc_id == "own"
