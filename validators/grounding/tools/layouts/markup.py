"""Text in a markup language: the tables of HTML and LaTeX as tables in plain text, and XML as a value."""

import re
from html import unescape
from typing import Any

_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]{0,60})((?:\s+[\w:.-]{1,60}\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*)\s*(/?)>")
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_HEAD = re.compile(r"\s*(?:<[?!][^<>]*>\s*)*")
_ANY_TAG = re.compile(r"</?([A-Za-z][\w-]{0,20})(?:\s[^<>]*)?/?>")
_HTML_ROW = re.compile(r"<tr[\s>]", re.IGNORECASE)
_CELLS, _STARTS_LINE = frozenset({"td", "th"}), frozenset("tr table p div br h1 h2 h3 h4 h5 h6 li ul caption".split())
_DEEPEST = 40
_TEX_ESCAPED, _TEX_STYLE = (
    re.compile(r"\\([%$&_#{}])"),
    re.compile(r"\\(?:text(?:bf|it|tt|sc)|mathbf|emph)\{([^{}]*)\}"),
)
_TEX_COMMAND = re.compile(r"(?m)^[ \t]*\\[A-Za-z]+(?:\{[^{}\n]*\}|\[[^\]\n]*\]|\([^)\n]*\))*[ \t]*$\n?")
_TEX_CELL = re.compile(r"(?<!\\)&")
_TEX_ROW_END = "\\\\"


def unmarked(text: str) -> str:
    """The text with its HTML and LaTeX tables as rows between bars, a line each; the same text where it holds none."""
    if "<" in text and _HTML_ROW.search(text):
        return _without_tags(text)
    if text.count(_TEX_ROW_END) > 1 and "&" in text:
        text = _TEX_COMMAND.sub("", "\n".join(map(_tex_row, text.splitlines())))
        return _TEX_STYLE.sub(r"\1", _TEX_ESCAPED.sub(r"\1", text))
    return text


def xml_value(text: str) -> Any:
    """The value that an XML document is, elements and attributes alike as keys; None where it is none."""
    if _HTML_ROW.search(text):
        return None
    at = _HEAD.match(text).end()  # type: ignore[union-attr]
    root: dict[str, Any] = {}
    open_elements: list[tuple[str, dict[str, Any]]] = [("", root)]
    while at < len(text):
        tag = _TAG.match(text, at)
        if tag is None:
            end = text.find("<", at)
            if end <= at or (end < 0 and text[at:].strip()):
                return None
            if words := unescape(text[at:end]).strip():
                open_elements[-1][1][""] = words
            at = end
            continue
        closes, name, attributes, empty = tag.groups()
        at = tag.end()
        if closes:
            if open_elements[-1][0] != name:
                return None
            _, element = open_elements.pop()
            _add(open_elements[-1][1], name, element)
        else:
            if len(open_elements) > _DEEPEST or (len(open_elements) == 1 and root):
                return None
            own = {each[1]: unescape(each[2] or each[3] or "") for each in _ATTRIBUTE.finditer(attributes)}
            open_elements.append((name, own))
            if empty:
                _add(open_elements[-2][1], name, open_elements.pop()[1])
        if len(open_elements) == 1 and not text[at:].strip():
            break
    if len(open_elements) > 1 or not root:
        return None
    (value,) = root.values()
    return value if isinstance(value, dict) else root


def _add(parent: dict[str, Any], name: str, element: dict[str, Any]) -> None:
    """Puts an element below another: a text where it is no more than that, one of a list where others have its name."""
    words = element.pop("", None)
    value: Any = (
        words if words is not None and not element else element if words is None else {**element, "value": words}
    )
    if name not in parent:
        parent[name] = value
    elif isinstance(parent[name], list):
        parent[name].append(value)
    else:
        parent[name] = [parent[name], value]


def _without_tags(text: str) -> str:
    """HTML with a line for each row of its tables, the cells between bars."""
    lines, at, row, cell = [""], 0, False, False
    for tag in _ANY_TAG.finditer(text):
        between = " ".join(unescape(text[at : tag.start()]).split())
        at, name = tag.end(), tag[1].lower()
        if cell or not row:
            lines[-1] += (
                f"{' ' if between and lines[-1] and not cell else ''}{between.replace('|', '/') if row else between}"
            )
        if name in _CELLS:
            cell = tag[0][1] != "/"
            lines[-1] += " | " if cell else ""
        elif name in _STARTS_LINE:
            cell, row = False, name == "tr" and tag[0][1] != "/"
            if lines[-1].startswith(" | "):
                lines[-1] += " |"
            lines.append("")
    lines.append(" ".join(unescape(text[at:]).split()))
    return "\n".join(line.strip() for line in lines if line.strip())


def _tex_row(line: str) -> str:
    """A line of LaTeX with bars, where it is a row of a table."""
    cells, ends, _ = line.partition(_TEX_ROW_END)
    return f"| {_TEX_CELL.sub('|', cells).strip()} |" if ends and _TEX_CELL.search(cells) else line
