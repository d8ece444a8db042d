"""The loop as its user lives it: run, log in, mend an answer by hand, pull, explain, freeze, diff."""

import json
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from labeling.server.process import credentials, running, stop
from tests.ui.test_cli import ASSAY, assay

CHROMIUM = Path("/usr/bin/chromium")
ARGILLA = Path(__file__).resolve().parents[2] / ".argilla-env"
MENDED = "I have checked this run by hand and there is nothing further to state."

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Debian's chromium is not installed"),
    pytest.mark.skipif(not ARGILLA.exists(), reason="no .argilla-env: make install"),
]


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The home and the printed output of an `assay run loop` that is serving the review pages."""
    home = tmp_path_factory.mktemp("by-hand") / "home"
    log = home.with_suffix(".log")
    with log.open("wb") as out:
        run = subprocess.Popen([ASSAY, "--home", home, "run", "loop"], stdout=out, stderr=out, start_new_session=True)
    try:
        while "Ctrl-C" not in log.read_text():
            assert run.poll() is None, log.read_text()[-3000:]
            with_timeout(run)
        yield home, log.read_text()
        run.send_signal(signal.SIGINT)
        assert run.wait(timeout=30) == 0
        assert running(home) is None, "the server outlived the run that started it"
    finally:
        run.kill()
        stop(home)


def with_timeout(run: subprocess.Popen[bytes]) -> None:
    try:
        run.wait(timeout=0.2)
    except subprocess.TimeoutExpired:
        return


def test_the_run_says_what_it_did_and_where_to_look(serving: tuple[Path, str]) -> None:
    home, printed = serving
    for stage in (
        "expand",
        "teach",
        "validate",
        "freeze n20",
        "review push",
        "review script",
        "review pull",
        "freeze n21",
    ):
        assert stage in printed
    assert re.search(r"n20 → n21: 0 added, 0 removed, \d+ changed", printed)
    assert "http://127.0.0.1:" in printed
    assert credentials(home).password not in printed, "a secret in a log"


def test_the_diff_shows_every_corrected_answer_and_nothing_else(serving: tuple[Path, str]) -> None:
    home, _ = serving
    diff = json.loads(assay("diff", "n20", "n21", "--json", home=home).stdout)
    assert (diff["added"], diff["removed"]) == ([], [])
    corrected = json.loads((home / "versions" / "n21" / "manifest.json").read_text())["corrected"]
    assert len(diff["changed"]) == corrected > 0
    for change in diff["changed"]:
        assert change["fields"] == ["answer"]
        assert [each["author"] for each in change["corrections"]] == ["scripted-reviewer"]


def test_n20_holds_the_pasted_boilerplate_and_n21_does_not(serving: tuple[Path, str]) -> None:
    from data.store import Store
    from data.tables import PLANTED_FAULTS
    from data.versions import Versions

    home, _ = serving
    pasted = {fault.trace_id for fault in Store(str(home)).read(PLANTED_FAULTS) if fault.kind == "boilerplate"}
    versions = Versions(str(home))
    before = {row.id: row.trace.answer for row in versions.rows("n20")}
    after = {row.id: row.trace.answer for row in versions.rows("n21")}
    assert pasted
    assert pasted <= before.keys() & after.keys()
    assert all("80" in before[name] and "80" not in after[name] for name in pasted)


def test_an_edit_by_hand_comes_back(serving: tuple[Path, str], tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    home, printed = serving
    secret = credentials(home)
    url = re.search(r"http://127\.0\.0\.1:\d+", printed)
    assert url
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1440, "height": 1000})
        page.goto(url[0])
        page.locator("input[name=Username]").fill(secret.username)
        page.locator("input[name=Password]").fill(secret.password)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_text("loop-v1").first.click()
        card = page.frame_locator("iframe")
        card.locator(".a-steps").wait_for()
        assert card.locator(".a-finding").count() >= 1
        page.locator("[contenteditable]").first.click()
        page.keyboard.press("Control+A")
        page.keyboard.type(MENDED)
        page.get_by_text("Edit: I corrected the answer").first.click()
        page.locator("[contenteditable], textarea").last.click()
        page.keyboard.type("By hand.")
        with page.expect_response("**/responses") as sent:
            page.get_by_role("button", name="Submit").click()
        assert sent.value.ok
        browser.close()

    pulled = assay("review", "pull", "loop", home=home)
    assert "reviews 1, corrections 1" in pulled.stdout
    assert "reviews 0, corrections 0" in assay("review", "pull", "loop", home=home).stdout
    frozen = assay("freeze", "n22", "--recipe", "loop", "--parent", "n21", home=home)
    assert frozen.returncode == 0, frozen.stderr
    diff = json.loads(assay("diff", "n21", "n22", "--json", home=home).stdout)
    mended = [row for row in [*diff["changed"], *diff["added"]] if MENDED in (row.get("after"), row.get("answer"))]
    assert len(mended) == len(diff["changed"]) + len(diff["added"]) == 1
    custody = assay("explain", mended[0]["id"], home=home).stdout
    assert MENDED in custody
    assert "By hand." in custody
    assert f"{secret.username}: edit" in custody
    assert "n22" in custody
    again = assay("freeze", "n22", "--recipe", "loop", "--parent", "n21", home=home)
    assert "frozen before with the same content" in again.stdout
