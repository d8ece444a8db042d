"""What an XML text holds, as records: attributes and elements by name, elements of one name as a list."""

import re
from typing import Any
from xml.etree import ElementTree

from validators.grounding.tools.layouts.scalar import scalar

LONGEST = 200_000  # characters
_MOST_NESTED = 50
_DECLARED = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)  # entities could be made to grow without end
_HEAD = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_PREFIX = re.compile(r"\{[^}]*\}")
_VALUE = "value"


def xml_value(text: str) -> Any:
    """The value; None where the text is none."""
    if len(text) > LONGEST or _DECLARED.search(text):
        return None
    try:
        root = ElementTree.fromstring(f"<all>{_HEAD.sub('', text, 1)}</all>")
    except ElementTree.ParseError:
        return None
    value = _value(root, 0)
    while type(value) is dict and len(value) == 1 and type(inside := next(iter(value.values()))) is dict:
        value = inside
    return value if type(value) is dict else None


def _value(element: ElementTree.Element, depth: int) -> Any:
    """A record of an element's attributes and those within it; its text where it has none."""
    text = (element.text or "").strip()
    record: dict[str, Any] = {_name(key): scalar(value) for key, value in element.attrib.items()}
    if depth > _MOST_NESTED or (not record and len(element) == 0):
        return scalar(text)
    within: dict[str, list[Any]] = {}
    for child in element:
        within.setdefault(_name(child.tag), []).append(_value(child, depth + 1))
    record |= {name: found[0] if len(found) == 1 else found for name, found in within.items()}
    told = " ".join(filter(None, (text, *((child.tail or "").strip() for child in element))))
    if told:
        record[_VALUE if len(element) == 0 else "text"] = scalar(told)
    return record


def _name(tag: str) -> str:
    return _PREFIX.sub("", tag)
