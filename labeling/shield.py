"""Keeping text that a model wrote from being taken for code on Argilla's page.

Argilla writes the whole record (every field, suggestion and response) into the script of a custom field's frame, by
JavaScript's `String.replace` and without escaping: `</script>` would end that script and the rest would run in the
reviewer's session, and `$&` or `$'` would paste other parts of the page. The trace itself travels as base64. Text that has
to stay text (the question, the answer to edit) gets an invisible word joiner where it would be taken for code, which
`unshield` takes out again.
"""

import re

_JOINER = "\u2060"
_CODE = re.compile(rf"(?<=[<$#])(?={_JOINER}*(?:[/!&$'`]|script|TEMPLATE#|RECORD_OBJECT#))", re.IGNORECASE)
_SHIELDED = re.compile(rf"(?<=[<$#]){_JOINER}(?={_JOINER}*(?:[/!&$'`]|script|TEMPLATE#|RECORD_OBJECT#))", re.IGNORECASE)


def shield(text: str) -> str:
    """`text` with a word joiner in whatever Argilla's page could take for code. It looks the same."""
    return _CODE.sub(_JOINER, text)


def unshield(text: str) -> str:
    """What was shielded, as it was."""
    return _SHIELDED.sub("", text)
