"""Keeping text that a model or a user wrote from being taken for code on Argilla's page.

Argilla 2.8 sets a text field's content as HTML, unsanitised: `<img onerror=…>` in a question runs in the reviewer's session.
It also writes the whole record (every field, suggestion and response) into the script of a custom field's frame, by
JavaScript's `String.replace` and without escaping: `</script>` would end that script, and `$&` or `$'` would paste parts of
the page. Our own server's page escapes the record (`server/page.py`), anybody else's does not. The trace travels as base64.
Text that has to stay text (the question, the answer to edit) gets an invisible word joiner wherever it could be taken for
code, which `unshield` takes out again.
"""

import re

_JOINER = "\u2060"
_BEFORE_AND_AFTER = (
    ("<", r"[a-z/!?]"),  # a tag or a comment
    ("&", r"#?\w+;"),  # a character that HTML names
    (r"\$", r"[$&'`]"),  # what String.replace puts something else in for
    ("#", r"(?:TEMPLATE|RECORD_OBJECT)#"),  # what Argilla replaces
)
_CODE = re.compile(
    "|".join(f"(?<={before})(?={_JOINER}*{after})" for before, after in _BEFORE_AND_AFTER), re.IGNORECASE
)
_SHIELDED = re.compile(
    "|".join(f"(?<={before}){_JOINER}(?={_JOINER}*{after})" for before, after in _BEFORE_AND_AFTER), re.IGNORECASE
)


def shield(text: str) -> str:
    """`text` with a word joiner in whatever Argilla's page could take for code. It looks the same."""
    return _CODE.sub(_JOINER, text)


def unshield(text: str) -> str:
    """What was shielded, as it was."""
    return _SHIELDED.sub("", text)
