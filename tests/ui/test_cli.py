"""The command line as a user meets it: exit statuses, messages, machine-readable output."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from data.records import Trace
from data.store import Store
from data.tables import TRACES
from data.trace_format import encode_trace
from tests.conftest import conversation

ASSAY = Path(sys.executable).parent / "assay"
COMMANDS = [
    ("run",),
    ("expand",),
    ("teach",),
    ("import",),
    ("validate",),
    ("freeze",),
    ("diff",),
    ("explain",),
    ("faults",),
    ("stale",),
    ("market", "import"),
    ("review", "serve"),
    ("review", "push"),
    ("review", "script"),
    ("review", "pull"),
]
GOOD = conversation("What was the CAGR?", '{"metrics": {"cagr": 0.1134}}', "The CAGR was 11.3%.")
WRONG = conversation("What was the CAGR?", '{"metrics": {"cagr": 0.1134}}', "The CAGR was 48.7%.")
TOOL = {
    "type": "function",
    "function": {"name": "run", "parameters": {"type": "object", "properties": {"fee": {"type": "number"}}}},
}


def assay(*arguments: object, home: Path, stdin: bytes | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "ASSAY_HOME": str(home), "COLUMNS": "200"}
    run = subprocess.run(
        [ASSAY, *map(str, arguments)], env=environment, cwd=home.parent, input=stdin, capture_output=True, check=False
    )
    result = subprocess.CompletedProcess(run.args, run.returncode, run.stdout.decode(), run.stderr.decode())
    assert "Traceback" not in result.stderr
    assert "\x1b[" not in result.stdout + result.stderr, "colour where there is no terminal"
    return result


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def written(path: Path, *traces: Trace) -> Path:
    lines = (encode_trace(Trace(messages=trace.messages, tools=(TOOL,), author="a-teacher")) for trace in traces)
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example(command: tuple[str, ...], home: Path) -> None:
    run = assay(*command, "--help", home=home)
    assert run.returncode == 0
    assert f"assay {' '.join(command)}" in run.stdout.split("Example:")[1]


def test_the_readme_names_only_commands_that_exist(home: Path) -> None:
    text = (Path(__file__).resolve().parents[2] / "README.md").read_text()
    named = {tuple(line.split()[1:3]) for line in text.splitlines() if line.startswith("assay ")}
    assert named
    for words in named:
        assert any(words[: len(command)] == command for command in COMMANDS), words


def test_import_puts_bad_lines_aside_and_keeps_the_good_ones(home: Path, tmp_path: Path) -> None:
    good = encode_trace(GOOD)
    lines = [
        good,
        b"{broken",
        b"\xff\xfe",
        encode_trace(WRONG),
        b'{"messages": 3}',
        b'{"id": 1}',
        good.replace(b"The", b"T\x00e"),
    ]
    file = tmp_path / "logs.jsonl"
    file.write_bytes(b"\n".join(lines))
    run = assay("import", file, home=home)
    assert run.returncode == 2
    assert "new 2" in run.stdout
    aside = [json.loads(line) for line in (tmp_path / "logs.jsonl.quarantine.jsonl").read_text().splitlines()]
    assert [entry["line"] for entry in aside] == [2, 3, 5, 6, 7]
    assert all(entry["reason"] and entry["message"] for entry in aside)
    assert {trace.answer for trace in Store(str(home)).read(TRACES)} == {GOOD.answer, WRONG.answer}
    again = assay("import", file, home=home)
    assert "new 0, there before 2" in again.stdout


def test_validate_tells_by_its_exit_status(home: Path, tmp_path: Path) -> None:
    fine, bad = written(tmp_path / "fine.jsonl", GOOD), written(tmp_path / "bad.jsonl", GOOD, WRONG)
    assert assay("validate", fine, home=home).returncode == 0
    run = assay("validate", bad, "--failures", home=home)
    assert run.returncode == 1
    verdicts = [json.loads(line) for line in run.stdout.splitlines()]
    assert [(each["check"], each["outcome"], each["severity"], each["reason"]) for each in verdicts] == [
        ("grounding", "fail", "block", "ungrounded_number")
    ]
    (evidence,) = verdicts[0]["evidence"]
    assert WRONG.answer[evidence["start"] : evidence["end"]] == evidence["text"] == "48.7%"
    bad.write_bytes(bad.read_bytes() + b"{broken\n")
    assert assay("validate", bad, home=home).returncode == 2
    assert assay("validate", tmp_path / "nowhere.jsonl", home=home).returncode == 2


def test_validate_reads_standard_input_and_writes_to_a_file(home: Path, tmp_path: Path) -> None:
    bad = written(tmp_path / "bad.jsonl", WRONG)
    output = tmp_path / "verdicts.jsonl"
    run = assay("validate", "-", "--output", output, home=home, stdin=bad.read_bytes())
    assert (run.returncode, run.stdout) == (1, "")
    checks = [json.loads(line)["check"] for line in output.read_text().splitlines()]
    assert checks == ["structure", "grounding", "methodology", "tool_use", "disclosure"]


def test_a_check_under_the_recipes_bar_sends_to_review_and_says_so(home: Path, tmp_path: Path) -> None:
    bad = written(tmp_path / "bad.jsonl", WRONG)
    bundled = (Path(__file__).resolve().parents[2] / "data" / "recipes" / "loop.toml").read_text()
    recipe = tmp_path / "strict.toml"
    recipe.write_text(bundled + "\n[checks.bar]\nprecision = 1\nrecall = 0\n")
    run = assay("validate", bad, "--failures", "--recipe", recipe, home=home)
    (verdict,) = [json.loads(line) for line in run.stdout.splitlines()]
    assert (run.returncode, verdict["check"], verdict["severity"]) == (0, "grounding", "review")
    assert "grounding may not block: its precision is" in run.stderr
    assert "the bar is 100%" in run.stderr
    assert "structure" not in run.stderr


def test_the_table_shows_what_was_measured_of_each_check(home: Path, tmp_path: Path) -> None:
    run = assay("validate", written(tmp_path / "fine.jsonl", GOOD), "--format", "table", home=home)
    lines = {line.split()[0]: line for line in run.stdout.splitlines() if line.strip()}
    assert lines["grounding"].count("%") == 3, "the share of traces, precision, recall"
    assert lines["structure"].count("not measured") == 2


def test_faults_are_measured_from_a_seed(home: Path) -> None:
    arguments = ("faults", "--part", "first", "--cases", "32", "--json")
    run = assay(*arguments, home=home)
    measured = json.loads(run.stdout)
    assert run.returncode == 0
    assert measured["checks"]["grounding"]["recall"]["of"] == 32
    assert measured["checks"]["tool_use"]["recall"]["of"] == 32
    assert measured["checks"]["structure"]["recall"] is None
    assert json.loads(assay(*arguments, home=home).stdout) == measured
    assert json.loads(assay(*arguments, "--seed", "5", home=home).stdout)["rows"] != measured["rows"]


def test_validate_uses_a_users_own_documents(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    facts = "facts:\n  evaluation_split: none\n  fitted_parameters: none\n"
    (folder / "my-rule.md").write_text(f"---\nid: my-rule\ntitle: My rule\nkind: rule-based\n{facts}---\nProse.\n")
    trace = Trace(
        messages=conversation(
            "How was my-rule validated?", '{"text": "80/20"}', "It was validated with an 80/20 split."
        ).messages,
        tools=(TOOL,),
        metadata={"model_id": "my-rule", "question_kind": "methodology"},
    )
    file = tmp_path / "mine.jsonl"
    file.write_bytes(encode_trace(trace))
    run = assay("validate", file, "--methodology", folder, "--failures", home=home)
    (verdict,) = [json.loads(line) for line in run.stdout.splitlines() if json.loads(line)["check"] == "methodology"]
    assert run.returncode == 1
    assert verdict["evidence"][0]["clause"] == "my-rule#evaluation_split"
    assert "no methodology document" not in run.stderr

    file.write_bytes(encode_trace(replace(trace, metadata={"model_id": "other-rule", "question_kind": "Method"})))
    run = assay("validate", file, "--methodology", folder, "--failures", home=home)
    assert "no methodology document" in run.stderr
    assert "other-rule" in run.stderr
    assert "question_kind is none of lookup" in run.stderr


def test_an_array_of_conversations_is_told_from_lines(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "array.json"
    file.write_text("[" + encode_trace(GOOD).decode().strip() + "]")
    run = assay("validate", file, home=home)
    assert run.returncode == 2
    assert "one conversation a line" in run.stderr


@pytest.mark.parametrize(
    ("arguments", "message", "next_step"),
    [
        (("run", "nowhere"), "no recipe nowhere", "bundled recipe: loop"),
        (("diff", "a", "b"), "no version a", "assay freeze a --recipe RECIPE"),
        (("explain", "zzz"), "0 traces answer", "assay diff"),
        (("review", "pull", "loop"), "no Argilla server", "assay review serve"),
        (("freeze", "a/b", "--recipe", "loop"), "no row is left", "assay run"),
        (("validate", "nowhere.jsonl"), "no such file", "JSON Lines"),
        (("validate", "."), "is a folder", "standard input"),
        (("faults", "--part", "first", "--write"), "figures to rely on", "assay faults --write"),
        (("faults", "--corpus", "nowhere"), "no fault corpus", "SLOTS.md"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_an_error_names_the_next_command(arguments: tuple[str, ...], message: str, next_step: str, home: Path) -> None:
    run = assay(*arguments, home=home)
    assert run.returncode == 2
    assert message in run.stderr
    assert next_step in run.stderr


def test_a_home_refuses_another_grid_and_names_what_changed(home: Path, tmp_path: Path) -> None:
    assert assay("expand", "loop", home=home).returncode == 0
    bundled = Path(__file__).resolve().parents[2] / "data" / "recipes" / "loop.toml"
    changed = tmp_path / "loop.toml"
    changed.write_text(bundled.read_text().replace("eval_share = 0.2", "eval_share = 0.3"))
    run = assay("expand", changed, home=home)
    assert run.returncode == 2
    assert "grid.eval_share" in run.stderr


def test_prices_of_a_users_own_can_be_backtested(home: Path, tmp_path: Path) -> None:
    from workbench.tools import Workbench

    days = [
        f"2020-{month:02d}-{day:02d},1,1,1,{10 + month + day / 100},5" for month in range(1, 13) for day in range(1, 29)
    ]
    file = tmp_path / "coin.csv"
    file.write_text("\n".join(["date,open,high,low,close,volume", *days]))
    assert assay("market", "import", file, home=home).returncode == 0
    run = Workbench(home).call(
        "run_backtest", {"model_id": "rsi-reversion", "ticker": "COIN", "start": "2020-03-01", "end": "2020-12-28"}
    )
    assert "metrics" in run
