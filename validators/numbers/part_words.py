"""Parts of a whole, and multiples, in words: "half of its trades", "one in four", "half a percentage point", "threefold"."""

import re

from validators.numbers.quantity import Kind, Quantity

_COUNTS = {
    word: float(value)
    for value, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
} | {"twenty": 20.0, "hundred": 100.0, "thousand": 1000.0}
_PARTS = {
    "half": 2.0, "third": 3.0, "quarter": 4.0, "fourth": 4.0, "fifth": 5.0, "sixth": 6.0, "seventh": 7.0, "eighth": 8.0, "ninth": 9.0,
    "tenth": 10.0,
}  # fmt: skip
_FEW = "one|two|three|four|five|six|seven|eight|nine"
_WHOLE = (
    r"(?:the|its|all|their|those|these|our|his|her|your|them|what)\b(?![ ](?:(?:year|decade|century|month|week|day|window|period|sample"
    r"|backtest|history|battle|story|picture|time[ ]of|way)\b|\d))"
)
PART_WORDS = rf"""\b(?:half|quarter)[ ](?:of[ ])?an?[ ](?:percent(?:age[ ]points?)?|per[ ]cent|basis[ ]point|point|pp)\b
 |\b(?:(?:a|one|three)[ -]quarters?|half)[ ]of[ ](?:an?|one)[ ](?:percent(?:age[ ]points?)?|per[ ]cent|basis[ ]point|point)\b
 |\b(?:{_FEW})[ ](?:in|out[ ]of)[ ](?:every[ ])?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|(?:a|one)[ ]hundred)\b(?![ -](?:hundred|thousand|and)\b|-)
 |\b(?:half|(?:a|one)[ -](?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth))(?=[ ](?:(?<=half[ ])|of[ ]){_WHOLE})
 |\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)-?fold\b
 |[¼½¾⅓⅔](?![ ]?%)"""
_SIGNS = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_OTHER_HALF = re.compile(
    r"\b(?:first|second|other|latter|former|top|bottom|better|back|front|last|remaining|each|this|that|next|previous)[ -]$",
    re.IGNORECASE,
)


def read_part(text: str, match: re.Match[str]) -> Quantity | None:
    """The number that words matched by `PART_WORDS` tell; None where they name a stretch of time ("the first half of the year")."""
    written = match.group().lower()
    start, end = match.span()
    words = re.findall(r"[a-z]+", written)
    if written in _SIGNS:
        return Quantity(
            text=written, start=start, end=end, kind="fraction", value=_SIGNS[written], step=0.01, spelled=True
        )
    if _OTHER_HALF.search(text[max(0, start - 12) : start]):
        return None
    if written.endswith("fold"):
        value = _COUNTS[written.removesuffix("fold").rstrip("-")]
        return Quantity(text=match.group(), start=start, end=end, kind="multiple", value=value, step=1.0, spelled=True)
    unit = words[-1]
    if unit in ("percent", "cent", "point", "points", "pp"):
        part = (
            0.75
            if words[0] == "three"
            else 1 / next(_PARTS[word.rstrip("s")] for word in words if word.rstrip("s") in _PARTS)
        )
        if "basis" in words:
            return Quantity(
                text=match.group(), start=start, end=end, kind="basis_points", value=part, step=0.1, spelled=True
            )
        kind: Kind = "percent" if unit in ("percent", "cent") else "points"
        return Quantity(text=match.group(), start=start, end=end, kind=kind, value=part, step=0.1, spelled=True)
    if "in" in words or "out" in words:
        value = _COUNTS[words[0]] / _COUNTS[words[-1]]
        if value >= 1:
            return None
    else:
        value = 1 / _PARTS[words[-1]]
    return Quantity(
        text=match.group(), start=start, end=end, kind="fraction", value=value, step=0.01, hedge="about", spelled=True
    )
