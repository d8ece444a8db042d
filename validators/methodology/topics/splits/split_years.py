"""The years in which the parts of a sample begin and end."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.splits.data_shares import HOLD, TEST, TRAIN
from validators.methodology.topics.splits.data_splits import Split

_SINCE = re.compile(
    rf"\b(?:{TEST}|{HOLD}|judged|validated|kept out|untouched|out of the (?:fit|train)\w*|sets? aside|(?:after|once) (?:the |all )?[\w ]{{1,30}} (?:was|were|had been) (?:frozen|fixed|fitted|set|chosen|picked))\b[^.;]{{0,60}}?"
    r"\b(?:from|since|after|begin\w*|start\w*|onwards? from) (?:in |on |with |of )?(?:(?:january|the start of|1 january) )?(?P<year>(?:19|20)\d\d)(?! (?:to|until|through|and|till)\b| ?-)"
    rf"|\b(?:after|from|since|beginning (?:in|with)|starting (?:in|with)) (?:the start of |the end of |january |december )?(?P<after>(?:19|20)\d\d)(?: on(?:wards?)?| forward)?,? (?:is|are|was|were|counts?|serves?|lies|remains?) (?:\w+ ){{0,2}}?(?:as )?(?:the )?(?:{TEST}|{HOLD}|out[- ]of[- ]sample|unseen|untouched)\b"
    r"|\b(?P<until>(?:19|20)\d\d)\b[^.;]{0,30}\bto (?:choose|fit|train|learn|estimate|calibrate|tune|pick|search)\b"
)
_BORDER = re.compile(
    rf"\b(?:dividing line|border(?:line)?|boundary|cut-?off|division|line)\b[^.;]{{0,30}}\b(?:{TRAIN}|{TEST})\b[^.;]{{0,60}}? (?:at|in|on|after|before|with)(?: (?:the|end|start|close|turn|summer|middle|of|january|december|june|july)){{0,4}} (?P<year>(?:19|20)\d\d)\b"
)
_END = r"(?:(?:and|including|everything|all|data|the|very|end|close|last|day|start|beginning|of|in|at|on|with|january|december|31|1|st) )*"
_CUT = re.compile(  # "training up to the end of 2012 and testing from 2013"
    rf"(?:\b(?:cut|split|division|partition)(?: [\w-]+){{0,3}} ?: )?\b(?:{TRAIN}|learn\w*|fit(?:s|ted|ting)?|tun(?:ed|ing))\b[^.;:\d]{{0,50}}? (?:up to|until|through|till|before|prior to|to) {_END}(?P<year>(?:19|20)\d\d)(?! ?-)[^.;\d]{{0,40}}?"
    rf"\b(?:{TEST}|{HOLD}|judg\w*)\b[^.;:\d]{{0,40}}? (?:from|since|after|on|in|starting|beginning) {_END}(?P<then>(?:19|20)\d\d)\b(?! ?-)"
)
_ENDS = re.compile(
    rf"\b(?:the )?(?:training|fitting|estimation|learning)(?: (?:part|period|sample|set|data|years?|window|phase))? (?:ends?|ended|stops?|stopped|closes?|closed|(?:runs|ran|goes|went|reaches) (?:only )?(?:up )?to) {_END}(?P<year>(?:19|20)\d\d)\b"
    rf"|\b(?<!back)(?<!-)(?:the )?(?:testing|test|hold-?out)(?: (?:part|period|sample|set|data|years?|window|phase))? (?:starts?|started|begins?|began|opens?|(?:runs|ran|goes) from) {_END}(?P<then>(?:19|20)\d\d)\b"
)
_UNDIVIDED = re.compile(
    r"\b(?:whole|full|entire|complete) (?:history|record|sample|period|data\w*)\b|\ball (?:years|data)\b"
)
_OPEN = re.compile(
    r"\b(?:years?|period|part|everything|all|data|record|sample|set|history|months|quotes|rest|onwards?)\b|\bon\b"
)
_FITTED_SPAN = re.compile(
    r"\b(?:fitted|fit|training(?: (?:set|data|sample|years|period|part))?|trained|train|tuned|tuning|chosen|picked|selected|estimated|calibrated|optimi[sz]ed|learned|learn|settled|searched|cross-validation|in[- ]sample)\b(?: (?!(?:not|never|and then)\b)[\w'-]+){0,6}? \(?(?P<first>(?:19|20)\d\d)(?: ?- ?| to | until | through | and )(?P<last>(?:19|20)\d\d)\b"
    r"|\b(?P<first2>(?:19|20)\d\d)(?: ?- ?| to | until | through | and )(?P<last2>(?:19|20)\d\d)\b(?: (?:was|were|is|are|served?|serves|used|only|both))* (?:to|for) (?:learn|fit|train|choose|pick|tune|settle|estimate|calibrate|tuning|training|fitting)\b"
)
_JUDGED_SPAN = re.compile(
    rf"\b(?:(?:the |a |an |untouched )?(?:{HOLD}|test (?:years|period|part|set|sample|span|window|data)|out[- ]of[- ]sample (?:years|period|part|sample)?))(?: (?:is|are|was|were|of|covers?|spans?|runs?|ran|from|comprises?|over|for|:|the|years|period))* ?:? ?(?P<first>(?:19|20)\d\d)(?: ?- ?| to | until | through | and )(?P<last>(?:19|20)\d\d)\b"
    rf"|\b(?P<first2>(?:19|20)\d\d)(?: ?- ?| to | until | through | and )(?:january |june |december )?(?P<last2>(?:19|20)\d\d),? (?:is|are|was|were|counts?|serves?)(?: (?:as|the|for|used|kept|\w+ly)){{0,3}} (?:{TEST}|out[- ]of[- ]sample|unseen)\b"
)


_TESTED_SPAN = re.compile(  # as documents write it; in an answer it may be a run's
    r"\b(?<!back)(?<!-)(?:tested|test|scored|judged|evaluated|shown)(?: (?:once|only|just|year by year|yearly|then))?(?: (?:on|over|in|from|with))?(?: (?:january|june|july|december))? (?P<first>(?:19|20)\d\d)(?: ?- ?| to | until | through | and )(?:(?:january|june|july|december) )?(?P<last>(?:19|20)\d\d)\b"
)
_CHOSEN_SPAN = re.compile(  # as documents write it
    r"\b(?:choice|choos\w+|chosen|pick\w*|select\w*|validat\w+|tun(?:ed|ing)|best|kept)\b[^.;,]{0,40}? (?P<first>(?:19|20)\d\d)(?: ?- ?| to | until | through | and )(?P<last>(?:19|20)\d\d)\b"
)
_JUDGED_YEAR = re.compile(
    r"\b(?:test|exam|hold-?out)(?:ing)?(?: (?:set|part|period|year|stretch|window|span|sample))? (?:took place|takes place|was (?:made|held|done|run|taken)|happened|(?:was|is|uses|used|covers|covered)(?: (?:only|just))?)(?: (?:on|in|over|with))?(?: the)?(?: year)? (?P<year>(?:19|20)\d\d)(?=[,.;]| alone|$)"
)


def years_told(text: str) -> Iterator[Stated]:
    """The years in which a part begins or ends."""
    for match in _SINCE.finditer(text):
        year = match["year"] or match["until"] or match["after"]
        if _UNDIVIDED.search(match[0]):
            continue
        if not match[0].startswith(("tested", "test on", "evaluat", "backtest")) and _OPEN.search(
            match[0] + text[match.end() : match.end() + 10]
        ):
            yield Stated(start=match.start(), end=match.end(), value=Split(method="dates", since=int(year)))
    for match in _BORDER.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Split(border=int(match["year"])))
    for match in _CUT.finditer(text):
        if 0 <= int(match["then"]) - int(match["year"]) <= 1:
            yield Stated(start=match.start(), end=match.end(), value=Split(border=int(match["year"])))
    for match in _ENDS.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Split(border=int(match["year"] or match["then"])))
    for match in _JUDGED_YEAR.finditer(text):
        year = int(match["year"])
        yield Stated(start=match.start(), end=match.end(), value=Split(judged_on=(year, year)))
    for first, last, start, end in _spans(_FITTED_SPAN, text):
        yield Stated(start=start, end=end, value=Split(fitted_on=(first, last)))
    for first, last, start, end in _spans(_JUDGED_SPAN, text):
        yield Stated(start=start, end=end, value=Split(judged_on=(first, last)))


def is_other_border(year: int, fact: str) -> bool:
    """Whether a document's fact names years, and a part of it neither begins nor ends in this one."""
    years = {int(each) for each in re.findall(r"\b(?:19|20)\d\d\b", fact)}
    return len(years) > 1 and year not in years


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int, int, int]]:
    """The first and the last year of what the pattern tells, and where."""
    for match in pattern.finditer(text):
        first, last = (int(year) for year in match.groups() if year)
        yield first, last, match.start(), match.end()


def are_other_years(stated: Split, told: str) -> bool:
    """Whether a document's text gives years for the part, and none of them those that are stated."""
    fitted = stated.fitted_on is not None
    patterns, span = ((_FITTED_SPAN,), stated.fitted_on) if fitted else ((_JUDGED_SPAN, _TESTED_SPAN), stated.judged_on)
    years = {(first, last) for pattern in patterns for first, last, _, _ in _spans(pattern, told)}
    if fitted and years:
        years |= {(first, last) for first, last, _, _ in _spans(_CHOSEN_SPAN, told)}
    return bool(years) and span not in years
