"""Argilla's own web page, as served and in a real browser."""

import re
from pathlib import Path

import httpx
import pytest

from labeling.server import process
from labeling.server.home import ServerHome
from tests.labeling.server.review_set import ReviewSet

CHROMIUM = Path("/usr/bin/chromium")


def test_the_served_page_asks_no_other_machine(server: process.RunningServer) -> None:
    page = httpx.get(server.url).text
    assets = re.findall(r'(?:src|href)="(/[^"]+\.(?:js|css))"', page)
    assert any(asset.endswith(".css") for asset in assets)
    assert any(asset.endswith(".js") for asset in assets)
    for path in assets:
        text = httpx.get(server.url + path).text
        assert "fonts.googleapis.com" not in text, path
        assert "fonts.gstatic.com" not in text, path
        if path.endswith(".css"):
            assert not re.search(r"""@import\s+url\(\s*["']?(https?:)?//""", text), path
    assert not re.search(r'(?:src|href)="(https?:)?//', page)


def test_wherever_the_page_writes_a_record_into_a_frame_it_escapes_it(server: process.RunningServer) -> None:
    scripts = [path.read_text("utf-8") for path in ServerHome(server.home).web_folder.rglob("*.js")]
    writing = [script for script in scripts if "const record = #RECORD_OBJECT#" in script]
    assert writing
    for script in writing:
        assert '.replace("#RECORD_OBJECT#"' not in script
        assert script.count(r'.replace(/</g,"\\u003c")') == script.count("this.content:")


@pytest.mark.browser
def test_a_reviewer_logs_in_searches_and_answers(
    server: process.RunningServer, review_set: ReviewSet, tmp_path: Path
) -> None:
    if not CHROMIUM.exists():
        pytest.skip("Debian's chromium is not installed")
    sync_api = pytest.importorskip("playwright.sync_api")
    review_set.add(
        {"external_id": "a", "text": "Momentum lost 19.6% in the bear market"},
        {"external_id": "b", "text": "No fee is charged"},
    )
    secret = process.credentials(server.home)
    asked: list[str] = []
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.on("request", lambda request: asked.append(request.url))

        page.goto(server.url)
        page.locator("input[name=Username]").fill(secret.username)
        page.locator("input[name=Password]").fill("wrong password")
        page.get_by_role("button", name="Sign in").click()
        page.get_by_text("Wrong username or password").wait_for()
        page.locator("input[name=Password]").fill(secret.password)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{server.url}/")

        page.goto(f"{server.url}/dataset/{review_set.id}/annotation-mode")
        page.get_by_text("of 2").wait_for()
        page.locator(".search-area__icon").first.click()
        page.get_by_placeholder("Introduce a query").fill("momentum")
        page.keyboard.press("Enter")
        page.get_by_text("of 1").wait_for()
        page.get_by_text("Momentum lost 19.6%").wait_for()
        page.get_by_text("accept", exact=True).first.click()
        page.screenshot(path=tmp_path / "review.png")
        with page.expect_response("**/responses") as sent:
            page.get_by_role("button", name="Submit").click()
        assert sent.value.ok
        page.get_by_text("no pending records").wait_for()
        browser.close()
    accepted = {"type": "terms", "scope": {"entity": "response", "question": "label"}, "values": ["accept"]}
    assert review_set.search(filters=[accepted]) == ["a"]
    outside = [url for url in asked if not url.startswith((server.url, "data:", "blob:"))]
    assert outside == []
