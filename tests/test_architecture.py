"""The folders' order, held by import-linter's contracts."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("data", "workbench", "validators", "curation", "labeling", "train", "eval", "ui")


def test_imports_keep_the_folders_order() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    run = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    assert " 0 broken" in run.stdout


def test_init_files_are_empty() -> None:
    full = [
        str(path) for folder in FOLDERS for path in (ROOT / folder).rglob("__init__.py") if path.read_text().strip()
    ]
    assert full == []


def test_outside_services_have_one_edge_each() -> None:
    edges = {"great_expectations": set(), "argilla": set()}
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*.py"):
            for name in _imported(path):
                if name in edges:
                    edges[name].add(str(path.relative_to(ROOT)))
    assert edges["great_expectations"] == {"validators/gate/checkpoint.py"}
    assert len(edges["argilla"]) <= 1, edges["argilla"]


def _imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module.split(".")[0])
    return names
