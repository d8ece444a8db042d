"""The served copy of Argilla's web page."""

import re
from pathlib import Path

_OUTSIDE_FONT = re.compile(r"""@import url\(["']?https?://fonts\.googleapis\.com[^)]*\);?""")

# Argilla 2.8 puts the record and the card into the script of the card's frame by two String.replace calls, unescaped:
# `</script>` in an answer ends that script, `$&` pastes parts of the page, `#TEMPLATE#` draws the card into the record.
_RECORD_INTO_FRAME = re.compile(
    r"""\.replace\("#RECORD_OBJECT#",(?P<record>\w+)\)\.replace\("#TEMPLATE#",this\.content\)"""
)
_ESCAPED = r"""\g<record>.replace(/</g,"\\\\u003c")"""
_ESCAPED_INTO_FRAME = (
    rf""".replace(/#RECORD_OBJECT#|#TEMPLATE#/g,(mark=>"#TEMPLATE#"===mark?this.content:{_ESCAPED}))"""
)


def keep_requests_on_this_machine(web_folder: Path) -> int:
    """Take the imports of hosted fonts out of the page's style sheets; the fonts' fallbacks are used instead.

    These are the only requests the page itself makes to another machine. Returns how many were taken out.
    """
    return _rewrite(web_folder, "*.css", _OUTSIDE_FONT, "")


def keep_records_out_of_scripts(web_folder: Path) -> int:
    """Have the page escape a record where it writes it into the card's frame: no text in it can end the script there.

    Returns in how many places.
    """
    return _rewrite(web_folder, "*.js", _RECORD_INTO_FRAME, _ESCAPED_INTO_FRAME)


def _rewrite(web_folder: Path, names: str, pattern: re.Pattern[str], replacement: str) -> int:
    rewritten = 0
    for path in web_folder.rglob(names):
        text, count = pattern.subn(replacement, path.read_text("utf-8"))
        if count:
            path.write_text(text, "utf-8")
            rewritten += count
    return rewritten
