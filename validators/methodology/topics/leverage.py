"""How much is invested against the capital."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.passages import fold
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.amounts import NUMBER, number
from validators.reasons import Reason

key = "leverage"
cues = (
    "long position", "long book", "lever", "gross", "exposure", "margin", "borrow", "gear", "notional", "twice",
    "unfunded", "capital", "equity", "nav", "net asset", "debt", "cash-only", "fully funded", "run at", "runs at",
    "operates at", "operated at", "account",
)  # fmt: skip
also = (
    "lever", "multiplier", "margin", "borrow", "gear", "times", "twice", "doubl", "tripl", "thrice", "%", "per cent",
    "percent", "fold", "half", ":1", ": 1", " to 1", " to one", "-to-", "x", "cash-only", "funded", "debt",
    "more than", "above", "exceed", "dollar", "euro", "pound", "unit",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Leverage:
    """`multiple` of capital, `cap` where it is a most. `multiple` None: leverage is used (or denied), unsaid how much."""

    multiple: float | None = None
    cap: bool = False
    plain: bool = False
    """The words say that there is no leverage, not only a multiple."""


_CAP = (
    r"(?:up to|at most|(?:a )?max(?:imum)?(?: (?:of|is))?|no more than|not more than|capped at|cap of"
    r"|limit(?:ed)? (?:of|to|at)|as (?:much|high) as|<=|≤|may reach|can reach|ceiling of|as far as|never (?:more than"
    r"|above|exceeds?)|within)"
)
_MULTIPLE = (
    rf"(?:(?P<cap>{_CAP}) )?(?:about |roughly |around |exactly |a |an |just |only |constant |fixed |(?:factor |ratio "
    rf"|multiple |multiplier )(?:of )?)*(?:(?P<x>{NUMBER})[ -]?(?:x\b|times\b|-?fold\b)|(?P<ratio>{NUMBER}) ?(?::|to"
    rf"| to |-to-) ?(?:1|one)\b|(?P<percent>{NUMBER}) ?(?:%|per ?cent\b)|(?P<word>twice|double|doubled|triple|tripled"
    r"|three-fold|two-fold|twofold|threefold|thrice|half|one[ -]and[ -]a[ -]half(?: times)?)|x(?P<xx>\d(?:\.\d+)?)\b)"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:leverage(?: (?:factor|ratio|multiple|multiplier|level|cap|limit|ceiling|target|setting))?|(?:gross|total"
        r"|market|notional|net) (?:exposure|leverage|notional|investment)|exposure|gearing(?: ratio)?"
        r"|gross)(?: (?:that )?(?:is|was|of|at|to|equals|stays|runs|runs at|set to|set at|reaches|can|may|never"
        r"|always|stands at|stands|held at|kept at|fixed at|go|goes|rise|rises|extend|climb|get|gets|remains|by|it|used|applied"
        r"|employed|target(?:s|ed)?|being|constant|held|kept|set|fixed|permitted|allowed)| ?[:="
        rf"|(-])* ?{_MULTIPLE}",
        r"\b(?:levered|leveraged|levers?|levering|geared|gears|leverages|leveraging|lever)(?: (?:itself|its|the"
        r"|up|portfolio|position|positions|book|exposure|capital|returns|at|to|by|it|holdings|each|every|signal"
        r"|strategy|about|roughly|equity|winning|fund|funds|assets?|strongest|chosen|selected|long|leg|legs"
        rf"|winner))* {_MULTIPLE}",
        rf"(?<![\w.]){_MULTIPLE}[ -](?:of )?(?:(?:its|the|constant|fixed|target|gross|net|financial|portfolio"
        r"|daily|notional|total|market|maximum|long|capital|its capital|equity|in|of) )*(?:leverag\w*"
        r"|lever(?:ed)?|gearing|geared|gross(?: exposure)?(?! (?:return|profit|gain|of|p&l|performance|margin"
        r"|figure|cost|yield))|exposure|margin|notional|long (?:position|exposure|book)|long(?! ?[a-z-]))\b",
        rf"(?<![\w.]){_MULTIPLE} (?:of )?(?:(?:its|the|our) )?(?:own )?(?:capital|equity|account|net asset value"
        r"|nav)\b",
        r"\b(?:leverage|gross exposure|gearing)(?: ratio| factor| multiplier| multiple| level)?(?: stands at| comes to| amounts to| is| of| equals|:"
        r"| =)+ (?:fixed at |set to "
        rf"|set at )?(?P<x>{NUMBER})(?=[.,;)](?!\d)|$|,? i\.e| and| on| is\b| was\b"
        r"| \()(?P<cap>)(?P<ratio>)(?P<percent>)(?P<word>)(?P<xx>)",
        r"\b(?:is |are |be )?(?:run|runs|operated|operates|managed|invested) at (?:about |roughly |a constant "
        rf"|a fixed |up to )?(?P<x>{NUMBER})x\b(?P<cap>)(?P<ratio>)(?P<percent>)(?P<word>)(?P<xx>)",
        r"\b(?:invests?|holds?|runs?|carries|exposed|trades?|borrows? (?:to|up to)(?: (?:reach|hold"
        rf"|run))?) (?:positions (?:of|worth) )?{_MULTIPLE}(?= (?:of )?(?:its|the|our) (?:own )?(?:capital|equity"
        r"|account|net asset|nav|cash)| gross| long| notional)",
    )
)
_USES = re.compile(
    r"\b(?:uses?|employs?|applies|adds?|with|takes on|relies on|involves?|some|moderate|modest|financial|embedded"
    r"|any|no|without|zero|carries|permits|allows|has) (?:(?!\d)\w+ )?(?:leverage|gearing|borrowed (?:money|funds"
    r"|capital|cash))\b(?! (?:of|ratio|factor|multiple|multiplier|limit|cap|target|is|=|:))"
    r"|\bfor (?:every|each) (?:dollar|euro|pound|unit) (?:of (?:capital|equity|cash|its own money))[^.;]{0,20}?\b(?:two|three|four|five|2|3|4|5|1\.\d+)"
    r" (?:dollars |euros |pounds |units )?(?:are|is|of|get)\b"
    r"|\bfinanced (?:\w+ ){0,3}?(?:with|by|through) (?:\d+ ?% )?(?:debt|loans?|borrow\w*|margin|credit)\b"
    r"|\b(?:is|are|was|were|be|being|runs|run|remains|not|never) (?:\w+ly |never |not |ever )*(?:levered"
    r"|leveraged|geared)\b|\bborrow(?:s|ed|ing)?\b(?=(?: [\w%]+){0,4} ?(?:cash|money|funds|capital|to|against|on"
    r"|from|$|[.,;])| against|\W*$)|\b(?:on|buys on|trades on|uses) margin\b|\bmargin (?:loan|debt|account"
    r"|financing|borrowing)s?\b|\bleverage (?:is|was) (?:\w+ly )?(?:used|applied|employed|taken|added|permitted"
    r"|allowed)\b"
    r"|\b(?:a |the )?(?:levered|leveraged|geared) (?:version|strategy|portfolio|long|position|positions|book"
    r"|exposure|model|approach|basis)\b|\bborrowed (?:money|funds|capital|cash)\b"
)
_PLAIN = re.compile(
    r"\b(?:un-?levered|un-?leveraged|un-?geared|leverage[- ]free|cash-only|fully funded|debt-free|non-levered)\b"
    r"|\bleverage\b ?[:=|-]+ ?(?:none|no|nil|n/a|off)\b|\bleverage is (?:off|nil|none|absent|not (?:used|applied"
    r"|employed|permitted|allowed))\b|\b(?:never|not) (?:more than|above|exceed\w*) (?:its"
    r"|the) (?:own )?(?:capital|equity|cash)\b"
)
_ASIDE = re.compile(
    r"\b(?:average|averag\w+|mean|realised|realized|peaked|currently|at the end|on the last day|leveraged etfs?"
    r"|levered etfs?|leverages? (?:the (?!portfolio|position|book|signal)|data|momentum|information|insight|trend"
    r"|past))\b"
)


def read(fact: FactValue) -> Leverage | None:
    """A document's leverage; None where it names no multiple and denies none."""
    text = fold(fact if isinstance(fact, str) else ", ".join(fact)).strip()
    if says_nothing(text):
        return None
    found = [(value, match) for match in re.finditer(_MULTIPLE, text) if (value := _multiple(match)) is not None]
    if found:
        multiple, match = max(found, key=lambda pair: pair[0])
        cap = (
            len(found) > 1
            or match["cap"] is not None
            or re.search(rf"\b(?:{_CAP}|cap|ceiling|max|variable|between)\b", text) is not None
        )
        return Leverage(multiple=multiple, cap=cap)
    if says_none(text) or _PLAIN.search(text) or re.search(r"\b(?:fully invested|long[- ]only|cash)\b", text):
        return Leverage(multiple=1.0)
    bare = number(text)
    return Leverage(multiple=bare) if bare else None


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every multiple of capital, use or denial of leverage that a passage names."""
    if _ASIDE.search(text):
        return
    for match in _PLAIN.finditer(text):
        negated = re.search(r"\b(?:not|never|isn't|than|hardly) (?:\w+ )?$", text[: match.start()]) is not None
        yield Stated(
            start=match.start(), end=match.end(), value=Leverage(multiple=1.0, plain=True), asserted=not negated
        )
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            multiple = _multiple(match)
            if multiple is not None and not (match["percent"] and multiple < 1):
                near = text[max(match.start() - 24, 0) : match.start()]
                cap = (
                    match["cap"] is not None
                    or re.search(rf"{_CAP} $|\b(?:cap|ceiling|limit|maximum|max)\b", near + match[0]) is not None
                )
                negative = re.search(r"\b(?:never|not|no) ", match["cap"] or "") is not None
                yield Stated(
                    start=match.start(),
                    end=match.end(),
                    value=Leverage(multiple=multiple, cap=cap),
                    asserted=True if negative else None,
                )
    for match in _USES.finditer(text):
        if re.search(r"\b(?:no|without|zero|never|not)\b", match[0]):
            yield Stated(start=match.start(), end=match.end(), value=Leverage(multiple=1.0, plain=True), asserted=True)
        else:
            yield Stated(start=match.start(), end=match.end(), value=Leverage())


def conflict(stated: Leverage, *, asserted: bool, fact: Leverage, document: MethodologyDocument) -> Reason | None:
    """Another multiple, leverage where there is none, none where there is some."""
    multiple = fact.multiple
    if multiple is None:
        return None
    if stated.multiple is None:
        breaks = multiple <= 1.0 if asserted else multiple > 1.0
    elif not asserted:
        breaks = abs(stated.multiple - multiple) < 0.005 and stated.cap == fact.cap and multiple != 1.0
    elif stated.plain:
        breaks = multiple > 1.0
    elif fact.cap and not stated.cap:
        breaks = stated.multiple > multiple + 0.005
    else:
        breaks = abs(stated.multiple - multiple) > 0.005 and (
            stated.multiple > multiple or not stated.cap or fact.cap or multiple > 1.0
        )
    return Reason.CONTRADICTS_DOCUMENT if breaks else None


def _multiple(match: re.Match[str]) -> float | None:
    for group, scale in (("x", 1.0), ("ratio", 1.0), ("percent", 0.01), ("xx", 1.0)):
        if match[group]:
            value = number(match[group])
            return None if value is None else value * scale
    words = {"twice": 2.0, "double": 2.0, "doubled": 2.0, "two-fold": 2.0, "twofold": 2.0, "half": 0.5}
    if match["word"] and match["word"].startswith("one"):
        return 1.5
    return words.get(match["word"], 3.0) if match["word"] else None
