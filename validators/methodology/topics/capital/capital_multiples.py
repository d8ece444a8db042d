"""Multiples of capital as prose writes them, and whether they are a most."""

import re
from dataclasses import dataclass

from validators.methodology.topics.amounts import NUMBER, number


@dataclass(frozen=True, slots=True, kw_only=True)
class Leverage:
    """`multiple` of capital, `cap` where it is a most. `multiple` None: leverage is used (or denied), unsaid how much."""

    multiple: float | None = None
    cap: bool = False
    plain: bool = False
    """The words say that there is no leverage, not only a multiple."""
    moods: tuple[tuple[str, float], ...] = ()
    """Of a document: the multiple in calm and in wild markets, where it tells them apart."""
    mood: str = ""
    """Of a statement: the only markets that it speaks of."""


_CAP = (
    r"(?:(?<!add )(?<!adds )up to|at or (?:below|under)|(?:no|not) (?:higher|greater|larger|bigger) than|(?:held|kept|stays?|stayed|remains?|keeps?(?: it)?) (?:below|under|inside)|at most|(?:tops?|topped|maxe[sd]) out at|peaks at|(?:a )?max(?:imum)?(?: (?:of|is))?|no more than|not more than|capped at|cap of|limit(?:ed)? (?:of|to|at)"
    r"|(?:never|not|no) (?:larger|bigger|greater|higher) than|(?<!again )as (?:much|high|far) as|<=|≤|(?:may|can|might) (?:rise|go|get|reach|climb|grow|extend|be|run|come|hold|have|take|borrow|lever|scale|use|total|stretch)(?: \w+){0,2}|(?:permitted|allowed) to \w+|ceiling of"
    r"|never (?:more than|above|exceeds?)|(?:cannot|never|(?:must|may|will|does|do|can|could)(?: not|n't)|can't|won't)(?: (?:be|go|rise|get|climb|run|reach|grow)){0,2} (?:exceeds?|pass(?:es)?|surpass(?:es)?|tops?|above|beyond|past|over|more than|higher than)|within)"
)
_WORDS = {
    "twice": 2.0, "doubl": 2.0, "two-fold": 2.0, "twofold": 2.0, "half again": 1.5, "half as much": 1.5, "half": 0.5, "one and a quarter": 1.25, "one": 1.5, "two and": 2.5, "three and": 3.5, "thrice": 3.0, "tripl": 3.0,
    "once": 1.0, "three-fold": 3.0, "threefold": 3.0, "quadrupl": 4.0, "four-fold": 4.0, "fourfold": 4.0,
}  # fmt: skip
_OWN = r"(?:of )?(?:(?:its|the|our|their|own|total|available|trading|account|investor) )*(?:capital|equity|nav|net asset value|net assets|account|money|cash|funds)\b"
MULTIPLE = re.compile(
    rf"(?<![\w.$€£-])(?:(?P<x>{NUMBER})[ -]?(?:x(?!\w|-(?!lever|gear))|times\b|-?fold\b)|(?P<ratio>{NUMBER}) ?(?::|to| to |-to-) ?(?:1|one)\b"
    rf"|(?P<percent>{NUMBER}) ?(?:%|per ?cent\b|pct\b)"
    rf"|(?P<word>twice|doubl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)|quadrupl(?:e[sd]?|ing)|(?:three|two|four)-?fold|thrice|half (?:again as much|as much again)(?: as)?|(?:half|once)(?= {_OWN})|(?:one|two|three|four)[ -]and[ -]a[ -](?:half|quarter|third))"
    r"(?:[ -]times)?|x ?(?P<xx>\d(?:\.\d+)?)|(?P<longs>1[1-9]0|200) ?(?:/|by|-) ?(?P<shorts>[1-9]0|100)(?![/\d]))(?![\w%])"
)
FACTOR = re.compile(
    r"\b(?:leverage|gearing|gross exposure|exposure|(?:gross|notional|positions?|holdings|(?:position|market|gross|face) values?|assets)(?= ?(?:/|over|to|against|as a multiple of|in multiples of|relative to) ?(?:(?:the|its|own) )*(?:capital|equity|nav)\b)|(?:lever|gear)(?:ed|s|ing)?|(?:sum of (?:the )?(?:absolute |all )?|(?:absolute )?)weights(?= (?:sums?|adds? up|totals?|comes?)\b| ?[:=])|(?:capital|equity|money|account|stakes?) (?:is|gets|was|are) (?:\w+ )?(?:multiplied|scaled(?: up)?))(?: q+)?(?: ?(?:/|over|to|against|as a multiple of|in multiples of|relative to) ?(?:(?:the|its|own) )*(?:capital|equity|nav))?(?: (?:factor|ratio|multiplier|multiple|level|cap|limit|ceiling|target|setting))?"
    r"(?:, [^,;.]{0,40},)?(?: (?:is|was|are|of|that|at most|up to|no more than|stands at|comes to|amounts to|equals|sums? to|adds? up to|totals?|set (?:to|at)|fixed at|kept at|held at|capped at|limited to|at|to|by|with|a|an|the|constant|factor|ratio|multiple|max\.?|maximum|q+))*"
    rf" ?[:=]{{0,2}} ?(?P<x>{NUMBER})(?=[.,;)](?!\d)|\s*$|,? i\.e| and\b(?! an? (?:half|quarter|third)\b)| on\b| is\b| was\b| in\b| for\b| when\b| before\b| after\b| \()"
    r"(?P<ratio>)(?P<percent>)(?P<word>)(?P<xx>)(?P<longs>)(?P<shorts>)"
)
_BEFORE_CAP = re.compile(
    rf"{_CAP}[.:]? (?:about |roughly |a |an )?$|\b(?:cap(?:ped)?|ceiling|limit(?:ed)?|maximum|max|the most)\b[^,.;]{{0,30}}$"
    r"|\b(?:at full (?:tilt|stretch|throttle|speed|blast)|flat out|at (?:its|the) (?:very )?(?:fullest|highest|peak|utmost|limit|extreme|boldest|most \w+))\b[^.;:]{0,40}$"
)
ANY_CAP = re.compile(
    rf"\b(?:{_CAP}|capped|cap|ceiling|limit(?:ed)?|max(?:imum)?|at most|variable|between|anywhere from|from (?:zero|nothing|none) to|stops? at|ends? at|tops? out at)\b|<=|≤"
)
_AFTER_CAP = re.compile(
    r"[^,.;]{0,20}(?:at (?:the )?(?:very |absolute |utter )?most\b|(?:or|and) (?:less|no (?:more|further)|not (?:\w+ )?more)\b|tops\b|,? (?:and|but) (?:no more|not (?:beyond|more|above|higher))|(?:is|as) (?:the|its|a) (?:ceiling|limit|maximum|cap|most))"
)
MOST = 50.0  # nobody borrows more than that many times the capital
LONG_SHORT = re.compile(
    rf"\b(?P<long>{NUMBER}) ?(?:%|per ?cent) (?:of \w+ )?(?:\w+ )?long\b(?:[,/]| and| against| versus| vs\.?| plus| with)* (?P<short>{NUMBER}) ?(?:%|per ?cent) (?:of \w+ )?(?:\w+ )?short\b"
    rf"|\b(?P<long3>{NUMBER}) ?x long\b(?:[,/]| and| against| versus| vs\.?| plus| with)* (?P<short3>{NUMBER}) ?x short\b"
    rf"|\blong[ :]+(?P<long2>[1-9]\d{{1,2}}) ?%?(?:[,/;]| and| against| versus| vs\.?| plus)+ ?short[ :]+(?P<short2>[1-9]\d{{1,2}})\b"
)


def both_sides(match: re.Match[str]) -> float:
    """The longs and the shorts of a match of `LONG_SHORT` together."""
    times = sum(number(match[side]) or 0.0 for side in ("long3", "short3") if match[side])
    return (
        times or sum(number(match[side]) or 0.0 for side in ("long", "short", "long2", "short2") if match[side]) / 100
    )


def is_cap(text: str, start: int, end: int) -> bool:
    """Whether a multiple is a most."""
    return (
        _BEFORE_CAP.search(text, max(start - 40, 0), start) is not None
        or re.search(r"\b(?:cap|ceiling|limit|maximum|max)\b", text[start:end]) is not None
        or _AFTER_CAP.match(text, end) is not None
    )


def multiple_of(match: re.Match[str]) -> float | None:
    """The multiple that a match of `MULTIPLE` or `FACTOR` names; None where nobody borrows as much."""
    if match["longs"]:
        longs, shorts = int(match["longs"]), int(match["shorts"])
        return (longs + shorts) / 100 if longs - shorts == 100 else None
    word = (match["word"] or "").replace("-", " ")
    for group, scale in (("x", 1.0), ("ratio", 1.0), ("percent", 0.01), ("xx", 1.0)):
        if match[group]:
            value = number(match[group])
            return None if value is None or value * scale > MOST else value * scale
    return next((value for start, value in _WORDS.items() if word.startswith(start)), None)
