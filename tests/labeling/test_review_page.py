"""A person at Argilla's own page, in headless Chromium: see a trace, edit the gold answer, submit; pull finds the edit."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from labeling.server import process
from tests.labeling.samples import BOILERPLATE, Bench, trace, verdict

CHROMIUM = Path("/usr/bin/chromium")
HOSTILE = (
    "$& $` $$ </script><img src=x onerror='parent.ran=1'><script>parent.ran=2</script> `${1} #TEMPLATE# <!--<b>&lt;"
)

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(review_server: process.RunningServer) -> Iterator[Any]:
    """A page on which the owner has logged in with the generated password."""
    if not CHROMIUM.exists():
        pytest.skip("Debian's chromium is not installed")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    secret = process.credentials(review_server.home)
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        opened = browser.new_page(viewport={"width": 1440, "height": 1000})
        opened.goto(review_server.url)
        opened.locator("input[name=Username]").fill(secret.username)
        opened.locator("input[name=Password]").fill(secret.password)
        opened.get_by_role("button", name="Sign in").click()
        opened.wait_for_url(f"{review_server.url}/")
        yield opened
        browser.close()


def opened_card(page: Any, desk: Bench) -> Any:
    page.goto(desk.dataset.url)
    card = page.frame_locator("iframe")
    card.locator(".a-steps").wait_for()
    return card


def write_answer(page: Any, text: str) -> None:
    """Replace the whole gold answer, as a person does: click, select all, type."""
    page.locator("[contenteditable]").first.click()
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def submit(page: Any) -> None:
    with page.expect_response("**/responses") as sent:
        page.get_by_role("button", name="Submit").click()
    assert sent.value.ok


def test_a_person_edits_the_gold_answer_and_pull_finds_it(page: Any, desk: Bench, tmp_path: Path) -> None:
    failing = trace("The CAGR was 11.3% over 24 trades. It was validated with an 80/20 train/test split.")
    desk.judged(failing)
    desk.push()
    card = opened_card(page, desk)
    page.get_by_text(failing.question).first.wait_for()
    assert "Inapplicable topic" in card.locator(".a-finding").inner_text()
    assert "sma-trend#evaluation_split" in card.locator(".a-finding").inner_text()
    assert card.locator("mark.a-block").inner_text() == "80/20 train/test split"
    assert card.locator("mark.a-grounded").all_inner_texts() == ["11.3%", "24"]
    step = card.locator(".a-step", has_text="run_backtest")
    assert "ticker" in step.inner_text()
    assert "SPX" in step.inner_text()
    assert card.locator("td", has_text="metrics.cagr").is_hidden()
    before = page.locator("iframe").bounding_box()["height"]
    step.locator("summary").click()
    card.locator("td", has_text="metrics.cagr").wait_for()
    page.wait_for_function(
        "height => document.querySelector('iframe').getBoundingClientRect().height > height", arg=before
    )
    assert page.evaluate(
        "(f => f.contentDocument.documentElement.scrollHeight <= f.clientHeight)(document.querySelector('iframe'))"
    )

    edited = "The CAGR was 11.3% over 24 trades. The rule fits nothing, so there is no train/test split."
    write_answer(page, edited)
    page.get_by_text("Edit: I corrected the answer").first.click()
    page.locator("[contenteditable], textarea").last.click()
    page.keyboard.type("Nothing is fitted.")
    page.screenshot(path=tmp_path / "review.png")
    submit(page)

    assert desk.pull() == {"reviews": 1, "corrections": 1, "there before": 0, "refused": 0}
    (review,), (correction,) = desk.reviews(), desk.corrections()
    assert (review.verdict, review.answer, review.rationale, review.scripted) == (
        "edit",
        edited,
        "Nothing is fitted.",
        False,
    )
    assert (correction.trace_id, correction.value) == (failing.id, edited)
    assert desk.pull()["corrections"] == 0


def test_accepting_an_answer_of_several_lines_as_it_stands_is_no_edit(page: Any, desk: Bench) -> None:
    failing = trace("Two things:\n\n- it returned 11.3%\n- it traded 24 times\n\n  That is all.")
    desk.judged(failing)
    desk.push()
    opened_card(page, desk)
    page.get_by_text("Accept: the answer stands").first.click()
    submit(page)
    desk.pull()
    assert desk.reviews()[0].answer == failing.answer
    assert desk.corrections() == []


def test_an_edit_within_several_lines_keeps_the_lines(page: Any, desk: Bench) -> None:
    failing = trace("Two things:\n\n- it returned 11.3%\n- it traded 24 times")
    desk.judged(failing)
    desk.push()
    opened_card(page, desk)
    page.locator("[contenteditable]").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" and more")
    page.get_by_text("Edit: I corrected the answer").first.click()
    submit(page)
    desk.pull()
    assert desk.corrections()[0].value == failing.answer + " and more"


def test_hostile_text_is_shown_to_the_letter_and_runs_nothing(page: Any, desk: Bench) -> None:
    result = json.dumps({"note": HOSTILE, "error": HOSTILE})
    failing = trace(f"{BOILERPLATE} {HOSTILE} end", question=f"What? {HOSTILE} {uuid4().hex[:6]}", result=result)
    desk.judged(failing, verdicts=[verdict(failing, message=f"says {HOSTILE}")])
    desk.push()
    card = opened_card(page, desk)
    assert card.locator(".a-text").inner_text() == failing.answer
    assert HOSTILE in card.locator(".a-why").inner_text()
    card.locator("summary", has_text="Result").click()
    assert card.locator("td", has_text="$&").first.inner_text() == HOSTILE
    assert page.locator("[id^=fields-content]").inner_text().replace("\u2060", "").strip() == failing.question
    assert page.locator("[contenteditable]").first.inner_text().replace("\u2060", "") == failing.answer
    assert page.locator("img[src=x]").count() == card.locator("img").count() == 0
    page.get_by_text("Accept: the answer stands").first.click()
    submit(page)
    assert page.evaluate("window.ran") is None
    desk.pull()
    assert desk.reviews()[0].answer == failing.answer
    assert desk.corrections() == []


def test_code_that_a_reviewer_types_neither_breaks_the_card_nor_runs(page: Any, desk: Bench) -> None:
    failing = trace()
    desk.judged(failing)
    desk.push()
    opened_card(page, desk)
    write_answer(page, f"typed {HOSTILE}")
    page.get_by_text("Edit: I corrected the answer").first.click()
    page.locator("[contenteditable]").last.click()
    page.keyboard.type(f"because {HOSTILE}")
    submit(page)
    desk.pull()
    assert (desk.reviews()[0].answer, desk.reviews()[0].rationale) == (f"typed {HOSTILE}", f"because {HOSTILE}")

    page.goto(desk.dataset.url.replace("status=pending", "status=submitted"))  # now the record holds what was typed
    card = page.frame_locator("iframe")
    card.locator(".a-steps").wait_for()
    assert card.locator(".a-text").inner_text() == failing.answer
    assert card.locator("body").inner_text().startswith(card.locator("#assay-card").inner_text())
    assert page.locator("[contenteditable]").first.inner_text() == f"typed {HOSTILE}"
    assert page.locator("img[src=x]").count() == card.locator("img").count() == 0
    assert page.evaluate("window.ran") is None
