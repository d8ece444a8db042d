"""Numbers written as words: "forty-seven", "two and a half", "two-thirds", "a hundred and five", "eleven point three"."""

import re
from dataclasses import dataclass

_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10), "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True
    )
}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
COUNTING = "|".join(sorted((*_SMALL, *_TENS, "hundred", "dozen", *_SCALES), key=len, reverse=True))
# At most 12 words: longer runs are taken in pieces, which keeps the scan linear.
SPELLED = rf"""\b(?:half|quarter)[ ](?:an?[ ]|of[ ]an?[ ])?(?:million|billion|trillion|dozen)\b|\b(?:an?[ ](?=(?:hundred|thousand|million|billion|trillion|dozen)\b))?(?:{COUNTING})\b
 (?:(?:[ \u00a0]?-[ ]?|[ \u00a0]{{1,3}}|[ ]{{1,2}}and[ ]{{1,2}})(?:{COUNTING}|point)\b){{0,12}}
 (?:[ ]and[ ]a[ ](?:half|quarter)\b)?(?:[ -](?:halves|thirds?|(?<!four[ -])quarters|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b)?"""
_WORDS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpelledNumber:
    """`value` with `step`, one unit of the last place told; `fraction` is set for "two-thirds"."""

    value: float
    step: float
    scale: float
    fraction: bool


def read_spelled(text: str) -> SpelledNumber | None:
    """The number that words matched by `SPELLED` tell; None where they make no single number ("two three")."""
    words = [word for word in _WORDS.findall(text.lower()) if word != "and"]
    if words[0] in ("half", "quarter"):
        many = 12.0 if words[-1] == "dozen" else _SCALES[words[-1]]
        part = many / _PARTS[words[0]]
        return SpelledNumber(value=part, step=1.0 if many < 1e3 else part / 10, scale=1.0, fraction=False)
    if len(words) >= 2 and words[-2:] in (["a", "half"], ["a", "quarter"]):
        whole = _whole(words[:-2])
        if whole is None:
            return None
        scale = whole[1] if whole[1] >= 1e3 else 1.0  # "one million and a half"
        part = 0.5 if words[-1] == "half" else 0.25
        return SpelledNumber(value=whole[0] + part * scale, step=0.1 * scale, scale=scale, fraction=False)
    if len(words) >= 2 and words[-1] in _PARTS:
        whole = _whole(words[:-1])
        if whole is None or whole[0] >= _PARTS[words[-1]]:
            return None
        return SpelledNumber(value=whole[0] / _PARTS[words[-1]], step=0.01, scale=1.0, fraction=True)
    if "point" in words:
        place = words.index("point")
        whole, digits = _whole(words[:place]), words[place + 1 :]
        if whole is None or not digits or any(_SMALL.get(word, 10) > 9 for word in digits):
            return None
        decimals = "".join(str(_SMALL[word]) for word in digits)
        return SpelledNumber(
            value=float(f"{int(whole[0])}.{decimals}"), step=10.0 ** -len(digits), scale=1.0, fraction=False
        )
    whole = _whole(words)
    return None if whole is None else SpelledNumber(value=whole[0], step=whole[1], scale=whole[1], fraction=False)


def _whole(words: list[str]) -> tuple[float, float] | None:
    """(value, step), where the words make one whole number."""
    total, group, last, scale = 0.0, 0.0, 1e18, 1.0
    if words and words[0] in ("a", "an"):
        words = ["one", *words[1:]]
    if not words:
        return None
    for word in words:
        if word in _SMALL or word in _TENS:
            value = float(_SMALL.get(word, _TENS.get(word, 0)))
            # "twenty five" adds up, "five twenty" and "two three" do not.
            if (last < 20 or last == 0) or (last < 100 and value > 9):
                return None
            group, last, scale = group + value, value, 1.0
            if value == 0 and len(words) > 1:
                return None
        elif word in ("hundred", "dozen"):
            group, last = max(group, 1) * (100 if word == "hundred" else 12), 100.0 if word == "hundred" else 1.0
        elif word in _SCALES:
            total, group, last, scale = total + max(group, 1) * _SCALES[word], 0.0, 1e18, _SCALES[word]
        else:
            return None
    return total + group, scale
