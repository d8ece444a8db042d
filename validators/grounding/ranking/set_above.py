"""Which of two things a sentence says has the higher number, where no reader would doubt it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from validators.grounding.answer.mentions import SIGN, Mention
from validators.grounding.ranking.clause import clause_around
from validators.grounding.ranking.ranking_words import GOOD, MAY_RANK, Cue, Saying, cues

_ASIDE = re.compile(r"\([^()]{0,120}\)")
_CLAUSE = re.compile(
    r"[,;:—]|\s[-–]\s|\b(?:and|but|while|whereas|although|though|where|since|because|which|who|whose|so|yet|however|as opposed)\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"\b(?:but|however|yet|although|though|despite|in spite|even if|nevertheless|nonetheless|still|albeit|except)\b",
    re.IGNORECASE,
)
# "if you hate drawdowns": on what the reader likes depends what to choose, and not how the things compare
_BY_TASTE = r"(?! (?:you|i|we|one)(?:['’](?:re|d|ve))? (?:want|car|hate|valu|prefer|like|dislike|had to|have to|must|were to|seek|need|look|after|mind|fear|go by)\w*)"
OPEN = re.compile(
    rf"\b(?:not|never|no|none|hardly|neither|nor|without|fail(?:s|ed)? to|unable|cannot|if{_BY_TASTE}|unless|whether|could|may|might|should(?! be (?:noted|said|mentioned|stressed|added))|expect\w*"
    r"|instead of|rather than|far from|only if|as (?:high|low|good|bad|much|many|often|deep|well)|equally|almost|nearly|had been|(?:would have|needs?|needed) to|claim\w*|suppos\w*|tend(?:s|ed)? to)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_THAN = (
    r"\b(?:than|versus|vs\.?|unlike|compared (?:with|to)|relative to|(?:as )?opposed to|in contrast (?:to|with)|against|next to)\b"
    rf"(?! (?:each|one) (?:other|another))(?:(?!\s[-–—]\s|\b(?:while|whereas|but|although|though|where|so|yet|which)\b)[^.,;:(){SIGN}]){{0,50}}$"
)
_COMPARED = re.compile(_THAN, re.IGNORECASE)
_AGAINST = re.compile(
    rf"{_THAN}|\b(?:over|ahead of|behind|above|below|short of|in excess of|from|after|since|following)(?:\s(?:the|that|those|its|of|in|on|with|one)){{0,3}}[\s*_\"'“]{{0,4}}$",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r"\b(?:instead of|rather than)\b", re.IGNORECASE)
_OWNS = re.compile(r"['’]s?\s(?:\w+ly |much |far |clearly )?", re.IGNORECASE)  # "A's better Sharpe"
# What may open a sentence on the thing that it names next: "With the better Sharpe, A", "Calmer and cheaper: A"
_OPENING = re.compile(
    r"[\s*_#>-]*(?:(?:with|having|showing|offering|boasting|posting|carrying|delivering) (?:a|an|the) )?(?:\w+ly |[a-z]+(?:er|ed)[*_]{0,2} and )?[*_]{0,2}",
    re.IGNORECASE,
)
_OPENED = re.compile(r"[^.;:,\d\ue000]{0,40}[:,]")
_RELATIVE = re.compile(r"[*_`\"'”)]{0,3},? (?:which|who|whose)")  # "A, which has the better Sharpe"
_VALUED = re.compile(r"[\s*_$€£−-]{0,4}\d")  # "fewer trades, 431 at 1.5 down to 71 at 3.0"
_INTRODUCED = re.compile(
    r"[\s*_>-]{0,4}(?:relative to|compared (?:with|to)|against|versus|vs\.?|unlike|next to|measured against)(?: the)?[\s*_\"'“]{1,4}",
    re.IGNORECASE,
)
_TO_OBJECT = re.compile(
    r"(?:[\s*_`\"'“’%$€£^+−–-]|\d\.?|\b(?:bps|percent|the|its|that|those|of|in|on|with|for|a|one|benchmark|passive|simple|simply|just|buying|holding|running|trading)\b){1,24}"
)
_TO_HOLDER = re.compile(r"\s(?:you|us|me|it|(?:your|our|the) (?:strategy|model|system|portfolio|money|account))\b")
_AT_NUMBER = re.compile(
    r"(?: of)? (?:(?P<up>more|higher|greater|larger|bigger|longer|deeper)|(?P<down>less|fewer|lower|smaller|shorter|shallower)"
    r"|(?P<better>better|richer|wealthier)|(?P<worse>worse|poorer))\b(?! (?:or|and) )",
    re.IGNORECASE,
)
_BY = re.compile(r" (?:\w{2,12} )?by\b", re.IGNORECASE)
_NO_OBJECT = re.compile(
    r"\s{0,130}(?:[,;:.—*]|$|(?:with|on|in|at|behind|here|over|during|slightly|clearly|by|when|for)\b)"
)
_TELLS_NEXT, _WITH = re.compile(r",? [$€£−-]?\d"), re.compile(r"\b(?:with|on|at) ?[a-z]*$", re.IGNORECASE)
# At which something is compared, and when: "at a lower fee", "a better year than 2020"
_SETTINGS = frozenset(
    "fee slippage lookback leverage best_year worst_year best_month worst_month best_day worst_day".split()
)
NEXT_WORDS = re.compile(r"(?:[\s*_]{1,3}[a-z'’-]{1,14}){0,3}[\s*_]{1,4}", re.IGNORECASE)


_ADVERB = (
    r"(?:\w+ly |well |far |much |still |quite |way |a (?:bit|little|lot|touch|good deal|great deal|shade|hair) ){0,2}"
)
_NOUN = r"(?: (?!than\b)[a-z-]{2,14}){0,2}"
# "a little more than half of B's 16%"
_NO_MULTIPLE = r"(?!\s(?:about |roughly )?(?:half|twice|double|triple|thrice|an? (?:third|quarter|fifth|tenth)|(?:one|two|three|four)[- ](?:thirds?|quarters?|fifths)|[a-z]+ times)\b)"
_OVER_NEXT = re.compile(
    rf"[^.;()\d]{{0,30}}?(?:[,(—]|\s[-–]|\b(?:is|was|are|were))\s?(?:which (?:is|was) |and so |so |hence |thus )?(?:an? |the )?{_ADVERB}"
    rf"(?:(?P<up>(?:more|(?:higher|greater|larger|bigger|deeper|steeper|heavier|brisker){_NOUN}) than|above|in excess of|ahead of|(?:beating|topping|exceeding|surpassing|outdoing|outstripping|dwarfing|eclipsing))"
    rf"|(?P<down>(?:less|fewer|(?:lower|smaller|shallower|lighter){_NOUN}) than|below|under|short of|behind|beneath|shy of|(?:trailing|lagging|beaten by|topped by|exceeded by|dwarfed by|eclipsed by|outdone by)))"
    rf"{_NO_MULTIPLE}"
    r"\s(?:(?:[^.;,:()\d]|0(?=['’]s)){0,40}\s)?\(?[$€£−-]?"
    r"|[\s*)]{0,3}(?:(?P<over>>)|(?P<under><))\s{0,2}(?:\ue000[ *_]{1,3}\(?)?[$€£−-]?",
    re.IGNORECASE,
)


def over_next(text: str, start: int, end: int) -> int | None:
    """1 where the words between two neighbouring numbers, at `start` to `end`, set the first above the second, -1 where below."""
    found = _OVER_NEXT.fullmatch(text, start, end)
    if found is None or OPEN.search(text, start, end):
        return None
    return 1 if found["up"] or found["over"] else -1


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers of a sentence, of one `metric`, at places in its text. `negative`: one of them is below zero; `minus`: they are
    losses told with a minus, of which the lower may be the larger. `gap`: what stands at the places is by how much they differ."""

    metric: str
    first: int
    last: int
    negative: bool
    minus: bool
    gap: bool = False


def told_above(
    text: str, things: Sequence[Mention], both: Sequence[frozenset[str]], metrics: Sequence[Mention], pair: Pair
) -> tuple[frozenset[str], Cue] | None:
    """What the sentence says to have the higher number, and the word that says so.

    `things` are its mentions of `both` things, of which one may be left unsaid, `metrics` those of metrics, at places in `text`.
    """
    if not 1 <= len({thing.means for thing in things}) <= 2 or text.rstrip().endswith("?") or not MAY_RANK.search(text):
        return None
    plain = _ASIDE.sub(_blank, text)
    read = [
        (above, cue) for cue in cues(plain) if (above := _read(plain, cue, things, both, metrics, pair)) is not None
    ]
    told = {above: cue for above, cue in read if not any(_is_part_of(cue, longer) for _, longer in read)}
    if len(told) != 1:
        return None
    above, said = told.popitem()
    return above, next((cue for names, cue in read if names == above and not cue.saying.size), said)


def _is_part_of(cue: Cue, longer: Cue) -> bool:
    """Whether a word is part of a longer saying: the "more" of "more slowly"."""
    return longer.start <= cue.start and cue.end <= longer.end and longer.end - longer.start > cue.end - cue.start


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def set_above_by(
    text: str, things: Sequence[Mention], both: Sequence[frozenset[str]], metrics: Sequence[Mention], pair: Pair
) -> frozenset[str] | None:
    """What the sentence says to have the higher number, where the words behind a worked-out number, at the pair's place, tell it:
    "A made $400 less than B"."""
    if not 1 <= len({thing.means for thing in things}) <= 2 or text.rstrip().endswith("?"):
        return None
    said = _AT_NUMBER.match(text, pair.last)
    if said is None:
        return None
    good = said["better"] or said["worse"]
    if good and pair.metric not in GOOD:
        return None
    cue = Cue(said.start(), said.end(), 1 if said["up"] or said["better"] else -1, Saying("", "", None, typed=True))
    return _read(_ASIDE.sub(_blank, text), cue, things, both, metrics, pair)


def _read(
    text: str,
    cue: Cue,
    things: Sequence[Mention],
    both: Sequence[frozenset[str]],
    metrics: Sequence[Mention],
    pair: Pair,
) -> frozenset[str] | None:
    """What one word of comparison sets above the other."""
    if cue.saying.metrics is not None and pair.metric not in cue.saying.metrics:
        return None
    if cue.saying.gap and not pair.gap:
        return None
    if _TELLS_NEXT.match(text, cue.end) and _WITH.search(text, max(0, cue.start - 6), cue.end):
        return None  # "and with less, $800, at 9 bps" says it of the number
    if (cue.saying.size and pair.negative and pair.gap) or (cue.saying.level and pair.minus):
        return None
    start, end = clause_around(text, cue.start, cue.end, _CLAUSE)
    said = _INSTEAD.sub(_blank, text) if cue.saying.named_after else text
    opened = OPEN.search(said, start, cue.start) or OPEN.search(said, cue.end, end)
    if opened is not None or _is_contrasted(text, cue, pair):
        return None
    if cue.saying.nominal and not _is_at_metric(text, cue, metrics, pair):
        return None
    if not cue.saying.typed and not _is_of_metric(text, cue, metrics, pair, start, end):
        return None
    subject = _subject(text, cue, things, both, start, end)
    if subject is None:
        return None
    return subject if cue.way == 1 else _other(both, subject)


def _other(both: Sequence[frozenset[str]], one: frozenset[str]) -> frozenset[str]:
    return both[1] if one == both[0] else both[0]


def _is_contrasted(text: str, cue: Cue, pair: Pair) -> bool:
    """Whether a "but" or "although" stands between the word and the numbers, which may then speak of something else."""
    if cue.saying.named_after and _CONTRAST.search(text, cue.end) is not None:
        return True  # "I'd take A over B, though it made less"
    if cue.start < pair.first:
        return _CONTRAST.search(text, cue.end, pair.first) is not None
    return cue.start > pair.last and _CONTRAST.search(text, pair.last, cue.start) is not None


def _is_of_metric(text: str, cue: Cue, metrics: Sequence[Mention], pair: Pair, start: int, end: int) -> bool:
    """Whether what the word compares is the pair's metric: that named right behind it, or in its clause, or in the sentence."""
    others = [
        each
        for each in metrics
        if (each.end <= cue.start or each.start >= cue.end)
        and (pair.metric in each.means or not each.means <= _SETTINGS)
    ]
    for each in others:
        if each.start >= cue.end and NEXT_WORDS.fullmatch(text, cue.end, each.start):
            return pair.metric in each.means
    inside = [each for each in others if start <= each.start < end]
    named = inside or others
    return all(pair.metric in each.means for each in named)


def _is_at_metric(text: str, cue: Cue, metrics: Sequence[Mention], pair: Pair) -> bool:
    """Whether the pair's metric is named right behind a word or right before it: "more winners", "charges less"."""
    return any(
        pair.metric in each.means
        and (
            (each.start >= cue.end and NEXT_WORDS.fullmatch(text, cue.end, each.start))
            or (each.end <= cue.start and not text[each.end : cue.start].strip(" *_"))
            or (each.end <= cue.start and text[each.end : cue.start].strip(" *_") == "with")
        )
        for each in metrics
    )


def _subject(
    text: str, cue: Cue, things: Sequence[Mention], both: Sequence[frozenset[str]], start: int, end: int
) -> frozenset[str] | None:
    """The thing of which the word is said."""
    plain = [thing for thing in things if not text[thing.start : thing.end].isspace()]  # what is named in no aside
    inside = [thing for thing in plain if start <= thing.start < end]
    by = _BY.match(text, cue.end)
    if cue.saying.named_after:
        return next(
            (
                thing.means
                for thing in inside
                if not text[cue.end : thing.start].strip(" *_`\"'“") and thing.start >= cue.end
            ),
            None,
        )
    if cue.saying.object_after:
        behind = next((thing for thing in inside if thing.start >= cue.end), None)
        if behind is None and _TO_HOLDER.match(text, cue.end):
            ahead = {thing.means for thing in inside}
            return ahead.pop() if len(ahead) == 1 else None  # "the index beat us"
        if behind is None or not _TO_OBJECT.fullmatch(text, by.end() if by else cue.end, behind.start):
            return None
        return behind.means if by else _other(both, behind.means)
    if cue.saying.bare:
        if not _stands_alone(text, cue, inside, by):
            return None
        behind = next((thing for thing in inside if thing.start >= cue.end), None)
        if behind is not None and by is None and _NO_OBJECT.match(text, cue.end) is None:
            return _other(both, behind.means)
    named = next((thing.means for thing in inside if 0 <= thing.start - cue.end <= 1 and not cue.saying.bare), None)
    if named is not None:
        return named  # "the better A"
    free = [thing for thing in inside if not _is_against(text, thing)]
    if not free and len({thing.means for thing in inside}) > 1:
        free = [thing for thing in inside if not _COMPARED.search(text[max(0, thing.start - 70) : thing.start])]
    for near in ([thing for thing in free if thing.start < cue.start], free):
        means = {thing.means for thing in near}
        beside = near[-1] if near and near[-1].end <= cue.start else None
        if beside is not None and _OWNS.fullmatch(text, beside.end, cue.start):
            return beside.means
        if len(means) > 1 and beside is not None and not text[beside.end : cue.start].strip(" *_`"):
            return near[-1].means  # "of A and B the latter leads"
        if means:
            return means.pop() if len(means) == 1 else None
    of_relative = next((thing for thing in plain if _RELATIVE.fullmatch(text, thing.end, start)), None)
    if of_relative is not None and not inside:
        return of_relative.means
    against = {thing.means for thing in inside}
    if against:
        return _other(both, against.pop()) if len(against) == 1 else None
    if len({thing.means for thing in things}) == 1 and _INTRODUCED.fullmatch(text, 0, things[0].start):
        return _other(both, things[0].means)  # "Relative to B, the excess return is 3%"
    known = {thing.means for thing in plain if thing.start < cue.start and not _is_against(text, thing)}
    opening = text[end : end + 1] == ":" and not text[:start].strip(" *-#_")  # "the busier one: A"
    opening |= (opened := _OPENED.match(text, cue.end)) is not None and _OPENING.fullmatch(
        text, 0, cue.start
    ) is not None
    end = max(end, opened.end() if opened else end)
    if not known and opening and not (opened is not None and _VALUED.match(text, opened.end())):
        return next((thing.means for thing in plain if thing.start >= end), None)
    return known.pop() if len(known) == 1 and len({thing.means for thing in things}) == 2 else None


def _stands_alone(text: str, cue: Cue, inside: Sequence[Mention], by: re.Match[str] | None) -> bool:
    """Whether a verb of winning or losing has no object, or one of the two things for an object; "by" the other it is turned."""
    behind = next((thing for thing in inside if thing.start >= cue.end), None)
    if by is not None:
        return behind is None or not _TO_OBJECT.fullmatch(text, by.end(), behind.start)
    return _NO_OBJECT.match(text, cue.end) is not None or (
        behind is not None and _TO_OBJECT.fullmatch(text, cue.end, behind.start) is not None
    )


def _is_against(text: str, thing: Mention) -> bool:
    return _AGAINST.search(text[max(0, thing.start - 70) : thing.start]) is not None
