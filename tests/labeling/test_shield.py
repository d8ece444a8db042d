import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.shield import shield, unshield

PIECES = [
    "<",
    "/",
    "script",
    "SCRIPT",
    "!--",
    "$",
    "&",
    "'",
    "`",
    "#",
    "TEMPLATE#",
    "RECORD_OBJECT#",
    "\u2060",
    " ",
    "1",
    "x",
]
hostile = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=40)
# What begins a tag, a comment or an entity, and what JavaScript's String.replace puts something else in for.
CODE = re.compile(r"<[a-z/!?]|&#?\w+;|\$[$&'`]|#TEMPLATE#|#RECORD_OBJECT#", re.IGNORECASE)


@given(hostile)
def test_nothing_is_left_that_the_page_takes_for_code(text: str) -> None:
    assert not CODE.search(shield(text))


@given(hostile)
def test_it_comes_off_again(text: str) -> None:
    assert unshield(shield(text)) == text


@pytest.mark.parametrize("text", ["$104,781 and 5 < 6", "a < b, c > d; S&P 500", "cost: $5", "plain", "<3", "#1"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert shield(text) == text


def test_two_people_editing_around_it_keep_the_text() -> None:
    assert unshield(shield("pay $& now").replace("now", "later")) == "pay $& later"
