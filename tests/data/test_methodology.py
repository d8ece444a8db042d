from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import AssayError
from data.methodology import KNOWN_TOPICS, load_documents, parse_document, unchecked_topics

HEAD = "---\nid: tide\ntitle: Tide\nkind: rule-based\nfacts:\n"


def _document(facts: str) -> str:
    return f"{HEAD}{facts}---\n# Tide\nprose\n"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("none", "none"),
        ("no", "no"),
        ("null", "null"),
        ("70/30", "70/30"),
        ("80:20", "80:20"),  # YAML 1.1 would read a sexagesimal number
        ("1x", "1x"),
        ("5", "5"),
        ("0.10", "0.10"),
        ("2020-01-31", "2020-01-31"),
        ("on", "on"),
        ("[SPY, EFA, NO]", ("SPY", "EFA", "NO")),
        ("'5 bps: per side'", "5 bps: per side"),
        ("0.1% + $1 per trade", "0.1% + $1 per trade"),
    ],
)
def test_a_fact_is_what_its_author_wrote(written: str, read: object) -> None:
    document = parse_document(_document(f"  fee: {written}\n"))
    assert document.facts == {"fee": read}
    assert document.clause("fee") == "tide#fee"


def test_a_list_reads_as_one_line_and_the_body_is_kept() -> None:
    document = parse_document(_document("  universe:\n    - SPY\n    - EFA\n"))
    assert document.fact_text("universe") == "SPY, EFA"
    assert document.body == "# Tide\nprose\n"


def test_windows_line_ends_a_byte_order_mark_and_key_spelling(tmp_path: Path) -> None:
    text = _document("  Evaluation-Split: none\n").replace("\n", "\r\n")
    (tmp_path / "tide.md").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (document,) = load_documents(tmp_path)
    assert document.facts == {"evaluation_split": "none"}


def test_documents_come_by_id(tmp_path: Path) -> None:
    for name, file in (("zeta", "a.md"), ("alpha", "b.md")):
        (tmp_path / file).write_text(_document("  fee: none\n").replace("id: tide", f"id: {name}"))
    assert [document.id for document in load_documents(tmp_path)] == ["alpha", "zeta"]


def test_every_problem_of_a_folder_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("just prose")
    (tmp_path / "b.md").write_text(_document("  fee: {per: side}\n  lookback:\n"))
    (tmp_path / "c.md").write_text(_document("  fee: 5 bps\n  fee: 9 bps\n"))
    (tmp_path / "d.md").write_bytes(b"---\nid: \xff\n---\n")
    (tmp_path / "e.md").write_text("---\nid: e\nkind: strategy\nfacts: {fee: none}\n---\n")
    (tmp_path / "f.md").write_text(_document("  fee: none\n"))
    (tmp_path / "g.md").write_text(_document("  fee: none\n"))
    with pytest.raises(AssayError) as caught:
        load_documents(tmp_path)
    message = caught.value.message
    for part in (
        "a.md: front matter",
        "b.md: facts.fee",
        "b.md: facts.lookback",
        "c.md: front matter: 'fee' is given twice",
    ):
        assert part in message
    for part in ("d.md: not UTF-8", "e.md: title", "e.md: kind: 'strategy'", "g.md: id: 'tide' is taken by"):
        assert part in message
    assert caught.value.hint


def test_a_strategy_without_facts_is_an_error_and_a_policy_is_not() -> None:
    with pytest.raises(ValueError, match="facts: is missing"):
        parse_document("---\nid: a\ntitle: A\nkind: ml\n---\n")
    assert parse_document("---\nid: a\ntitle: A\nkind: policy\n---\nrules").facts == {}


@pytest.mark.parametrize("make", [lambda path: path / "absent", lambda path: path])
def test_no_folder_and_an_empty_folder_are_errors(tmp_path: Path, make) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(AssayError):
        load_documents(make(tmp_path))


def test_unknown_keys_and_a_policys_facts_are_listed_as_unchecked() -> None:
    strategy = parse_document(_document("  fee: none\n  capacity: $2m\n"))
    policy = parse_document("---\nid: p\ntitle: P\nkind: policy\nfacts: {fee: none}\n---\n")
    assert unchecked_topics((strategy, policy)) == ("tide#capacity", "p#fee")
    assert len(KNOWN_TOPICS) == 9


@given(st.text())
def test_any_text_is_a_document_or_a_value_error(text: str) -> None:
    for candidate in (text, _document(f"  fee: {text}\n"), f"---\n{text}\n---\n"):
        with suppress(ValueError):
            assert parse_document(candidate).id
