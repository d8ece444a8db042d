"""The embedded search engine, through the real server."""

from typing import Any

import httpx
import pytest

from tests.labeling.server.review_set import Api, ReviewSet, between, by, metadata, publish, terms


@pytest.fixture(scope="module")
def six(owner: Api) -> ReviewSet:
    """Six records that no test changes."""
    return with_six(publish(owner))


def with_six(review_set: ReviewSet) -> ReviewSet:
    review_set.add(
        {"external_id": "a", "text": "Momentum lost 19.6% in the bear market", "trace": {"tool": "get_metrics"},
         "metadata": {"regime": "bear", "priority": 1, "cagr": 0.13}},
        {"external_id": "b", "text": "Momentum gained in the bull market", "metadata": {"regime": "bull", "priority": 2, "cagr": -0.5}},
        {"external_id": "c", "text": "No fee is charged", "metadata": {"regime": "bull", "priority": 30, "cagr": 12.25}},
        {"external_id": "d", "text": "The market was flat; momentum, momentum, momentum", "metadata": {"priority": 4}},
        {"external_id": "e", "text": "动量策略在熊市中下跌"},
        {"external_id": "f", "text": "Größe und Verlust"},
    )  # fmt: skip
    return review_set


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("momentum", "abd"),
        ("MOMENTUM", "abd"),
        ("momentum bear", "a"),
        ("bear | bull", "ab"),
        ("momentum -bear", "bd"),
        ("-momentum", "cef"),
        ("-(momentum | fee)", "ef"),
        ("-momentum | bear", "acef"),
        ('"bear market"', "a"),
        ('"market bear"', ""),
        ("mom*", "abd"),
        ("mome", ""),
        ("19.6", "a"),
        ("19.7", ""),
        ("熊市", "e"),
        ("熊动", ""),
        ("größe", "f"),
        ("grosse", ""),
        ("get_metrics momentum", "a"),  # words in two fields
        ("", ""),
        ("(momentum", "abd"),
        ('"momentum', "abd"),
        ("momentum) |", "abd"),
        ("AND", ""),
        ('momentum" OR rowid:1 NEAR(', ""),
        ("'; DROP TABLE records; --", ""),
    ],
)
def test_text_search(six: ReviewSet, text: str, found: str) -> None:
    assert "".join(sorted(six.search(text))) == found


def test_text_search_in_one_field(six: ReviewSet) -> None:
    assert six.search("get_metrics", field="trace") == ["a"]
    assert six.search("get_metrics", field="text") == []
    assert sorted(six.search("-get_metrics", field="trace")) == ["b", "c", "d", "e", "f"]


def test_text_search_puts_the_best_first_and_scores_above_zero(six: ReviewSet) -> None:
    found = six.find("momentum")
    assert found["records"][0]["external_id"] == "d"
    assert found["scores"] == sorted(found["scores"], reverse=True)
    assert found["scores"][-1] > 0


def test_what_cannot_be_searched_is_refused_and_is_no_internal_error(six: ReviewSet) -> None:
    path = f"{six.owner.url}/api/v1/datasets/{six.id}/records/search"
    inserted = {"entity": "record", "property": "inserted_at"}
    for body in (
        {"query": {"text": {"q": "word " * 300}}},
        {"query": {"text": {"q": "(" * 200 + "word"}}},
        {"filters": {"and": [between(inserted, ge="yesterday")]}},
    ):
        answer = httpx.post(path, json=body, headers={"X-Argilla-Api-Key": six.owner.key}, timeout=30)
        assert answer.status_code == 422, answer.text


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ([terms(metadata("regime"), "bull")], "bc"),
        ([terms(metadata("regime"), "bull", "bear")], "abc"),
        ([terms(metadata("regime"), "sideways")], ""),
        ([terms(metadata("priority"), "2", "30")], "bc"),
        ([terms(metadata("priority"), "2.5", "two", "9" * 30)], ""),
        ([between(metadata("priority"), ge=2, le=4)], "bd"),
        ([between(metadata("priority"), ge=2.5)], "cd"),
        ([between(metadata("cagr"), ge=0.13, le=0.13)], "a"),
        ([between(metadata("cagr"), le=0)], "b"),
        ([terms(metadata("regime"), "bull"), between(metadata("priority"), le=2)], "b"),
        ([terms({"entity": "record", "property": "external_id"}, "a", "f")], "af"),
        ([between({"entity": "record", "property": "inserted_at"}, ge="2020-01-01")], "abcdef"),
        ([between({"entity": "record", "property": "inserted_at"}, le="2020-01-01")], ""),
    ],
)
def test_filters(six: ReviewSet, filters: list[dict[str, Any]], found: str) -> None:
    assert "".join(sorted(six.search(filters=filters))) == found


def test_filter_and_text_together(six: ReviewSet) -> None:
    assert six.search("momentum", filters=[terms(metadata("regime"), "bull")]) == ["b"]


def test_sort_puts_records_without_the_value_last(six: ReviewSet) -> None:
    assert six.search(sort=[by(metadata("priority"), "asc")]) == list("abdcef")
    assert six.search(sort=[by(metadata("priority"), "desc")]) == list("cdbaef")
    assert six.search(sort=[by(metadata("regime"), "desc"), by(metadata("cagr"), "asc")])[:3] == list("bca")
    assert six.search(sort=[by({"entity": "record", "property": "inserted_at"}, "asc")]) == list("abcdef")
    assert six.find(sort=[by(metadata("priority"), "asc")])["scores"] == [None] * 6


def test_pages_cover_everything_once_and_know_the_total(six: ReviewSet) -> None:
    order = [by(metadata("priority"), "desc")]
    pages = [six.find(sort=order, offset=offset, limit=4) for offset in (0, 4, 8)]
    assert [len(page["records"]) for page in pages] == [4, 2, 0]
    assert {page["total"] for page in pages} == {6}
    assert sorted(record["external_id"] for page in pages for record in page["records"]) == list("abcdef")


def test_a_replaced_record_is_found_by_its_new_words_only(review_set: ReviewSet) -> None:
    review_set.add({"external_id": "a", "text": "old words", "metadata": {"regime": "bear"}, "vector": [1, 0, 0]})
    review_set.put({"external_id": "a", "text": "new words", "metadata": {"regime": "bull"}})
    assert review_set.search("old") == []
    assert review_set.search("new") == ["a"]
    assert review_set.search(filters=[terms(metadata("regime"), "bear")]) == []
    assert review_set.find()["total"] == 1


def test_a_deleted_record_is_found_no_more(review_set: ReviewSet, owner: Api) -> None:
    six = with_six(review_set)
    (gone,) = (record["id"] for record in six.find("fee")["records"])
    owner("DELETE", f"/datasets/{six.id}/records", ids=gone)
    assert six.search("fee") == []
    assert six.find()["total"] == 5
    assert six.search(filters=[terms(metadata("regime"), "bull")]) == ["b"]


def test_similar_records(review_set: ReviewSet) -> None:
    ids = review_set.add(
        {"external_id": "east", "text": "here", "vector": [1, 0, 0], "metadata": {"regime": "bull"}},
        {"external_id": "northeast", "text": "there", "vector": [1, 1, 0]},
        {"external_id": "west", "text": "there", "vector": [-1, 0, 0]},
        {"external_id": "nowhere", "text": "there"},
    )
    assert review_set.search(vector={"value": [2, 0, 0]}) == ["east", "northeast", "west"]
    assert review_set.find(vector={"value": [2, 0, 0]})["scores"] == pytest.approx([1.0, 0.853553, 0.0], abs=1e-5)
    assert review_set.search(vector={"value": [1, 0, 0], "order": "least_similar"})[0] == "west"
    assert review_set.search(vector={"record_id": ids[0]}) == ["northeast", "west"], "not the record itself"
    assert review_set.search("there", vector={"value": [1, 0, 0]}) == ["northeast", "west"]
    assert review_set.search(vector={"value": [1, 0, 0]}, filters=[terms(metadata("regime"), "bull")]) == ["east"]
    assert review_set.search(vector={"value": [1, 0, 0]}, limit=1) == ["east"]


def test_metadata_summaries(six: ReviewSet, owner: Api) -> None:
    regime = owner("GET", f"/metadata-properties/{six.metadata['regime']}/metrics")
    assert regime == {
        "type": "terms", "total": 3, "values": [{"term": "bull", "count": 2}, {"term": "bear", "count": 1}]
    }  # fmt: skip
    priority = owner("GET", f"/metadata-properties/{six.metadata['priority']}/metrics")
    assert (priority["min"], priority["max"]) == (1, 30)
    cagr = owner("GET", f"/metadata-properties/{six.metadata['cagr']}/metrics")
    assert (cagr["min"], cagr["max"]) == (-0.5, 12.25)


def test_encoded_data_in_a_field_does_not_swell_the_index(review_set: ReviewSet) -> None:
    review_set.add({"external_id": "a", "text": "plain", "trace": {"payload": "QUJD" * 5_000, "note": "visible"}})
    assert review_set.search("visible") == ["a"]
    assert review_set.search("QUJD*") == []
