"""Data Docs that open from a disk: no request leaves a page, and none runs a script.

Great Expectations 1.24 loads its styles, fonts, scripts and a logo (with the context's id in the address) from nine hosts, and draws
the first page with a script. Here each page keeps its content, gets one style sheet of its own, and a content security policy that
refuses everything else; the first page is written anew.
"""

import re
import shutil
from collections.abc import Sequence
from html import escape
from pathlib import Path

from validators.gate.result import GateFailure, GateTable

_TRACE_IDS_TOLD = 20

_STYLE = """
:root { --ink: #1c2430; --faint: #5d6878; --line: #dde2e9; --ground: #f5f7fa; --good: #17793f; --bad: #b3261e; --warn: #8a5a00; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 15px/1.5 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
a { color: #1f5fbf; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h4, h5, h6 { margin: 0 0 .4rem; font-size: 1.05rem; }
.bar { border-bottom: 1px solid var(--line); padding: .8rem 2rem; background: var(--ground); font-weight: 600; }
.bar a { text-decoration: none; } main { max-width: 75rem; padding: 1.5rem 2rem 3rem; }
body > nav, .card.mb-3, .collapse, a[data-toggle="collapse"], [hidden] { display: none; }
.container-fluid.pt-4 > .row { display: flex; gap: 2rem; padding: 1.5rem 2rem 3rem; }
.col-lg-2 { flex: 0 0 14rem; } .col-lg-10 { flex: 1; min-width: 0; }
.sticky { position: sticky; top: 1rem; } .lead, .card-header { color: var(--faint); margin: 0; }
.nav { list-style: none; margin: .3rem 0; padding: 0; } .nav a { display: block; padding: .15rem 0; text-decoration: none; }
.alert { background: var(--ground); border-left: 4px solid #9fb0c6; padding: .6rem .9rem; margin: 1.4rem 0 .4rem; }
.alert h5 { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: .4rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--faint); font-weight: 600; white-space: nowrap; }
main td:first-child { white-space: nowrap; } .table-bordered { font-size: .9rem; background: var(--ground); }
.table-bordered td:last-child, code { font-family: ui-monospace, "Liberation Mono", monospace; font-size: .85rem; }
ul { padding-left: 1.2rem; } hr { border: 0; border-top: 1px solid var(--line); }
.text-success, .good { color: var(--good); } .text-danger, .bad { color: var(--bad); } .warn { color: var(--warn); }
.fa-check-circle::before, .fa-check::before { content: "\\2714"; } .fa-times::before { content: "\\2718"; }
.fa-exclamation-triangle::before { content: "\\26A0"; } i { font-style: normal; }
"""

_HEAD = (
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="UTF-8">\n<meta name="viewport" content="width=device-width">\n'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    "<title>{title}</title>\n<style>" + _STYLE.replace("{", "{{").replace("}", "}}") + "</style>\n</head>\n"
)

_FOREIGN = re.compile(
    r"<script\b.*?</script>|<footer\b.*?</footer>|<(?:link|img|iframe)\b[^>]*>|\son\w+=\"[^\"]*\"",
    re.DOTALL | re.IGNORECASE,
)
_ROW_NUMBERS = re.compile(
    r'<p class="m-0">\s*<a data-toggle="collapse"[^>]*>\s*To retrieve all unexpected values.*?</code>', re.DOTALL
)
_FAILED = re.compile(r'<i class="fas fa-times text-danger" aria-hidden="true"></i>\s*Failed')
_WARNED = '<span class="warn">Passed, with warnings</span>'


def make_offline(folder: Path, *, failures: Sequence[GateFailure], warnings: Sequence[GateFailure], rows: int) -> Path:
    """Rewrite the pages that Great Expectations left in `folder`, and give the path of the first one.

    They are this run's: Great Expectations clears an earlier run's. A suite that broke only warnings is shown as passed, where
    Great Expectations writes "Failed".
    """
    failed = {failure.table for failure in failures}
    pages = sorted(path for part in ("validations", "expectations") for path in (folder / part).rglob("*.html"))
    for page in pages:
        _rewrite(page, folder=folder, failed=failed)
    shutil.rmtree(folder / "static", ignore_errors=True)
    first = folder / "index.html"
    first.write_text(
        _first_page(folder, pages=pages, failures=failures, warnings=warnings, rows=rows), encoding="utf-8"
    )
    return first


def _rewrite(page: Path, *, folder: Path, failed: set[GateTable]) -> None:
    text = page.read_text(encoding="utf-8")
    body = text[text.index("<body>") + len("<body>") : text.rindex("</body>")]
    body = _ROW_NUMBERS.sub("", _FOREIGN.sub("", body))
    part, table = page.relative_to(folder).with_suffix("").parts[:2]
    if table not in failed:
        body = _FAILED.sub(_WARNED, body)
    home = "../" * (len(page.relative_to(folder).parts) - 1) + "index.html"
    bar = f'<div class="bar"><a href="{home}">Assay gate</a> · {escape(part)} · {escape(table)}</div>'
    page.write_text(
        f"{_HEAD.format(title=f'Assay gate: {escape(table)}')}<body>\n{bar}\n{body}</body>\n</html>\n",
        encoding="utf-8",
    )


def _first_page(
    folder: Path, *, pages: Sequence[Path], failures: Sequence[GateFailure], warnings: Sequence[GateFailure], rows: int
) -> str:
    state = '<span class="bad">refused</span>' if failures else '<span class="good">passed</span>'
    links = "".join(
        f'<li><a href="{escape(page.relative_to(folder).as_posix())}">{escape(_title(page.relative_to(folder)))}</a></li>'
        for page in pages
    )
    return (
        f"{_HEAD.format(title='Assay gate')}<body>\n"
        f'<div class="bar">Assay gate</div>\n<main>\n<h1>{rows:,} rows: {state}</h1>\n'
        f'<p class="lead">{len(failures)} failures, {len(warnings)} warnings</p>\n'
        f"{_listing('Failures', failures)}{_listing('Warnings', warnings)}"
        f"<h2>Every rule and its result</h2>\n<ul>{links}</ul>\n</main>\n</body>\n</html>\n"
    )


def _title(page: Path) -> str:
    parts = page.with_suffix("").parts
    return f"{parts[1]}: results of {parts[3]}" if parts[0] == "validations" else f"{parts[1]}: the rules"


def _listing(title: str, broken: Sequence[GateFailure]) -> str:
    if not broken:
        return ""
    lines = "".join(
        f"<tr><td>{escape(failure.subject)}</td><td>{escape(failure.message)}</td><td>{_traces(failure)}</td></tr>\n"
        for failure in broken
    )
    return f"<h2>{title}</h2>\n<table><tr><th>About</th><th>What is not so</th><th>Traces</th></tr>\n{lines}</table>\n"


def _traces(failure: GateFailure) -> str:
    told = " ".join(f"<code>{escape(trace_id)}</code>" for trace_id in failure.trace_ids[:_TRACE_IDS_TOLD])
    hidden = len(failure.trace_ids) - _TRACE_IDS_TOLD
    return told + (f" and {hidden:,} more" if hidden > 0 else "")
