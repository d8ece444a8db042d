import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from labeling.server.search.text import (
    MAX_NESTING,
    MAX_WORDS,
    All,
    Any,
    Not,
    Phrase,
    QueryTooLong,
    parse,
    phrases,
    spaced,
)


def p(text: str) -> Phrase:
    return Phrase(text)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("card", p("card")),
        ("a b c", All((p("a"), p("b"), p("c")))),
        ("a + b", All((p("a"), p("b")))),
        ("a|b|c", Any((p("a"), p("b"), p("c")))),
        ("a b | c", Any((All((p("a"), p("b"))), p("c")))),
        ("a | b c", All((Any((p("a"), p("b"))), p("c")))),
        ("-a", Not(p("a"))),
        ("--a", p("a")),
        ("a -(b | c)", All((p("a"), Not(Any((p("b"), p("c"))))))),
        ('"a b" c*', All((p("a b"), Phrase("c", prefix=True)))),
        ('"a b"~3 c~1', All((p("a b"), p("c")))),
        ("t-test", p("t-test")),
        ("", None),
        ("!!! | ()", None),
        ("a !!!", p("a")),
        (") a", p("a")),
        ("(a", p("a")),
        ('"a', p('"a')),
    ],
)
def test_parse(text: str, tree: object) -> None:
    assert parse(text) == tree


def test_hits_are_ranked_by_what_is_wanted_only() -> None:
    query = parse('a -b (c | "d e") -(f -g)')
    assert query is not None
    assert [phrase.text for phrase in phrases(query)] == ["a", "c", "d e"]


def test_too_much_is_refused() -> None:
    assert parse("w " * MAX_WORDS) is not None
    with pytest.raises(QueryTooLong, match="words"):
        parse("w " * (MAX_WORDS + 1))
    assert parse("(" * MAX_NESTING + "w") is not None
    with pytest.raises(QueryTooLong, match="parentheses"):
        parse("(" * (MAX_NESTING + 1) + "w")


def test_chinese_and_japanese_characters_are_words() -> None:
    assert spaced("熊市下跌10%").split() == ["熊", "市", "下", "跌", "10%"]
    assert spaced("plain words") == "plain words"


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from('ab "|+-()*~\\:^{}\0')), max_size=40))
def test_whatever_is_typed_is_a_valid_question_to_the_index(text: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(body)")
    query = parse(text)
    if query is not None and phrases(query):
        wanted = " OR ".join(phrase.match() for phrase in phrases(query))
        assert connection.execute("SELECT * FROM words WHERE words MATCH ?", (wanted,)).fetchall() == []
