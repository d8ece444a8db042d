"""Tables in markup (HTML, LaTeX, a wiki's) as lines of cells between bars, with the text around them."""

import html
import re

_HTML_ROW_OPENS = re.compile(r"<tr[\s>]", re.IGNORECASE)
_HTML_ROW = re.compile(r"<tr\b[^>]{0,200}>(.*?)(?:</tr>|(?=<tr\b|</table))", re.DOTALL | re.IGNORECASE)
_HTML_CELL = re.compile(r"<t([hd])\b[^>]{0,200}>(.*?)(?=</t[hd]>|<t[hd]\b|\Z)", re.DOTALL | re.IGNORECASE)
_HTML_BREAK = re.compile(
    r"</?(?:p|div|h\d|li|ul|ol|br|table|caption|thead|tbody|section|pre|dl|dd)\b[^>]{0,200}>", re.IGNORECASE
)
_HTML_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<!--(?:(?!<!--).)*?-->", re.DOTALL)
_TABULAR = re.compile(
    r"\\begin\{(?:tabular[xy]?\*?|longtable|array)\}(?:\{[^{}]{0,40}\}){0,2}((?:(?!\\begin\{).)*?)\\end\{[a-z*]{1,12}\}",
    re.DOTALL,
)
_TEX_ENDS = re.compile(r"\\\\(?:\[[^\]\n]{0,12}\])?|\\tabularnewline")
_TEX_RULES = re.compile(
    r"\\(?:top|mid|bottom|c?mid|h|c)(?:rule|line)(?:\([^)\n]{0,6}\))?(?:\{[\d-]{1,8}\})?(?:\[[^\]\n]{0,12}\])?"
)
_TEX_SPANNING = re.compile(r"\\multi(?:column|row)\{[^{}]{0,10}\}\{[^{}]{0,20}\}(?=\{)")
_TEX_COMMAND = re.compile(
    r"\\(?:begin|end|label|vspace|hspace|setlength)\{[^{}\n]{0,40}\}(?:\[[^\]\n]{0,12}\])?|\\[A-Za-z]{2,20}\*?"
)
_TEX_ESCAPED = re.compile(r"\\([%&$#_{}])")
_WIKI_TITLES = re.compile(r"(?m)^[ \t]*\|\|[^\n]*")  # "|| Metric || Value ||", above "| CAGR | 7% |"
_WIKI_MACRO = re.compile(r"\{(?:color|panel|bgcolor|noformat|quote|code)(?::[^{}\n]{0,80})?\}")


def unmarked(text: str) -> str:
    """The text with its tables in markup as lines of cells between bars; the same text where it has none."""
    if has_tables(text):
        text = _from_html(text)
    if r"\begin{" in text:
        text = _from_tex(text)
    if "||" in text:
        text = _WIKI_TITLES.sub(lambda titles: re.sub(r"\|\|", "|", titles[0]), text)
    return _WIKI_MACRO.sub("", text) if "{" in text else text


def has_tables(text: str) -> bool:
    """Whether a text has tables of HTML."""
    return _HTML_ROW_OPENS.search(text) is not None


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _from_html(text: str) -> str:
    def row(match: re.Match[str]) -> str:
        cells = [
            " ".join(_HTML_TAG.sub(" ", cell[2]).replace("|", "/").split()) for cell in _HTML_CELL.finditer(match[1])
        ]
        return f"\n{_row(cells)}\n" if cells else "\n"

    return html.unescape(_HTML_TAG.sub("", _HTML_BREAK.sub("\n", _HTML_ROW.sub(row, text)))).replace("\xa0", " ")


def _from_tex(text: str) -> str:
    def table(match: re.Match[str]) -> str:
        rows = [_TEX_RULES.sub("", row).strip() for row in _TEX_ENDS.split(match[1])]
        cells = [[" ".join(cell.split()) for cell in re.split(r"(?<!\\)&", row)] for row in rows if row]
        return "\n" + "\n".join(map(_row, cells)) + "\n"

    text = _TABULAR.sub(table, text)
    text = _TEX_COMMAND.sub(" ", _TEX_SPANNING.sub("", text))
    return _TEX_ESCAPED.sub(r"\1", re.sub(r"(?<!\\)[{}$]", "", text).replace("~", " "))
