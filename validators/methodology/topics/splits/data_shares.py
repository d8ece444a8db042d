"""Shares of the data: what part of it a model learns from, and what part it is judged on."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from validators.methodology.topics.amounts import FRACTION, NUMBER, OUT_OF, PERCENT, as_share, number

DATA = (
    r"(?:data|dataset|history|histories|sample|samples|observations?|dates|days|months|years|weeks|rows|period|window"
    r"|record|series|span|timeline|tape|calendar|sessions|quarters|ticks|returns history|trading days|time series|bars|backtest|time line|archive|track record|past|file|quotes|prices)"
)
TRAIN = (
    r"(?:train(?:ing|ed|s)?|fit(?:ting|ted|s)?|estimation|calibrat(?:ion|ed|ing)|in[- ]sample|learning|model(?:l?ing"
    r"| building)|development|optimi[sz](?:ation|ing|ed)|tuning|learned)"
)
TEST = (
    r"(?:test(?:ing|ed|s)?|hold[- ]?outs?|held[- ]out|held back|validat(?:ion|ing|ed|es?)|out[- ]of[- ]sample|oos"
    r"|evaluat(?:ion|ing|ed|es?)|unseen|verification|assessment|proof|proving|grading|scoring|checking|judging)"
)
HOLD = (
    r"(?:h[eo]lds?(?:ing)? (?:out|back|aside)|held (?:out|back|aside)|withh(?:eld|olds?|olding)|set(?:s|ting)? aside"
    r"|reserv(?:ed?|es|ing)|ke(?:pt|eps?|eping) (?:aside|back|out|unseen|untouched|for)|le(?:ft|aves?|aving) (?:out"
    r"|aside|untouched)|put(?:s|ting)? aside|ring-fenc\w+|quarantin\w+|carv\w+ (?:out|off)|lock\w* (?:away|up)|hid(?:den|es?) (?:away|from)|put in a drawer|shut away)"
)
SHARE = rf"(?:{OUT_OF}|{PERCENT}|{FRACTION}|0?\.\d+)"
_RATIO = re.compile(
    r"(?<![\w./$-])(\d{1,2}(?:\.\d)?) ?%?(?: ?[/:-] ?| to | and |, ?)(\d{1,2}(?:\.\d)?) ?%?(?:(?: ?[/:-] ?| to "
    r"| and |, ?)(\d{1,2}(?:\.\d)?) ?%?)?(?![\w/]|\.\d)"
)
CONTEXT = re.compile(
    rf"\b(?:early stopping|split\w*|{TRAIN}|{TEST}|{HOLD}|partition\w*|divi[ds]\w*|in[- ]sample|(?:two|three)-way|apportion\w*|learn\w*|judged?|grad(?:ed|ing)|scor(?:ed|ing)|chronological\w*|cut(?:ted)? (?:of|in|at|into|up)|(?:is|are|was|were|gets?|been) cut(?:ted)?|keeps? back|kept back)\b"
)
_OUTCOME = re.compile(
    r"\b(?:drawdowns?|returned|returns?|cagr|sharpe|volatility|gained|lost|losses|gains|win rate|hit rate"
    r"|outperform\w*|positive|negative|profitable|winning|losing|made money|lost money)\b"
)
_PLACED = re.compile(
    rf"(?<![\w.])(?:(?P<place>first|initial|earliest|early|earlier|opening|oldest|older|front|last|final|latest|most recent|recent|remaining|closing|trailing|later"
    rf"|newest|youngest|second(?= half)|(?:back|rear)(?= half)|freshest|concluding)(?: (?!of\b)\w+)?? )?(?<![\w.])(?P<share>{SHARE})(?P<of> (?:(?:slice|chunk|portion|block|segment|part|piece|share|stretch) )?(?:of|in) (?:(?!of\b)[\w']+ ){{0,4}}?{DATA}\b"
    rf"| (?:(?!of\b)\w+ )?(?:{DATA}|slice|chunk|portion|block|segment|piece|stretch|tail|remainder)\b)?"
)
_APART_FROM = r"(?:out of|outside|excluded from|away from|apart from|beyond|kept from|withheld from|hidden from|spared|after|before|prior to) (?:the |its |any |all )?(?:model(?:'s)? )?"
_BEYOND = re.compile(
    r"\b(?:after|beyond|past|outside|follow(?:s|ing)?) (?:the )?(?:first |initial |earli(?:er|est) )?$"
)
_NEVER_SAW = re.compile(  # "30% that the fit never touched"
    r" (?:\w+ )?(?:never|did not|didn't|has not|hasn't|does not|doesn't) (?:\w+ )?(?:touch|see|saw|seen|us|look|reach|includ)\w*"
)
_LAST_QUARTER = re.compile(  # of the data, where else it is a time of the year
    r"\bthree[- ]quarters\b|\b(?:judg|test|scor|evaluat|validat|check)\w* (?:only )?on the (?:last|final) quarter\b"
    r"|\b(?:last|final) quarter (?:of (?:the |its )?[\w-]+ )?(?:is|was|were|being)? ?(?:the |its |a |for |as )?(?:test|exam|hold|held|kept|set aside|reserved|left|out)"
)
_LEARNS = re.compile(
    r"\b(?:(?:coefficients?|parameters?|thresholds?|loadings?|betas?|trees|ratios?|estimates?)\b[^.;,]{0,40}? (?:comes?|came|stems?|(?:is|are|was|were)(?: \w+)?) from|(?:re-?)?train\w*|grown?|grew|(?:re-?)?fit(?:s|ted|ting)?|estimat\w+|(?:re-?)?calibrat\w+|learn\w*|taught|teach\w*|optimi[sz]\w+|tun(?:ed|ing|es?)|in-sample|develop\w+|built|build"
    r"|(?:trees?|model|network|net|learner|regression|machine|forest|algorithm|ranker|it|they) (?:\w+ ){0,3}see\b|saw|sees|seen|shown|exposed|(?<!to )look(?:s|ed|ing)? at|stud(?:y|ies|ied)|taught|schooled|school(?:ing)?|search\w*|fed|derived|model(?:l?ing|led)|feeds? the model|building|buil[dt]s?|(?:pairs?|portfolios?) (?:(?:are|is|were|was|get) )?(?:\w+ )?formed|construct\w*|chos\w+|choos\w+|choices?|decided|decisions?|pick(?:s|ed|ing)?|select(?:s|ed|ing|ion)?|design\w*|research\w*|discover\w*|prepar\w+|class-?rooms?|school\w*|laborator\w+|workshop|lessons?|nursery|grid)\b"
)
_KEPT_FROM = re.compile(  # "the fit doesn't use the last 30%"
    rf"(?:\b(?:model|network|net|learner|regression|forest|trees|algorithm|classifier|ranker)\b|{_LEARNS.pattern})[^.;,]{{0,24}}?(?:n't|\bnot|\bnever) (?:\w+ ){{0,1}}?(?:uses?|sees?|saw|touch\w*|seen|used|reach\w*|include\w*|look(?:s|ed)? at|know\w*) (?:any of )?(?:the )?$"
)
_JUDGES = re.compile(
    r"\b(?:verdict|to see (?:if|whether|how)|trial\b(?! and)|jury|(?:nobody|no one|never|not|n't|none) (?:\w+ ){0,3}?(?:looked at|peeked at|shown)|(?:back-?)?test\w*|h[eo]ld\w*|kept|keep(?! in mind)\w*|valid\w+|evaluat\w+|oos|out[- ]of[- ]sample|unseen|untouched|judg\w+|scor(?:ed?|es|ing)|grad(?:ed?|es|ing)|marked|exam\w*|prov(?:es?|en|ed|ing)|proof|hid(?:es?|den)?|under lock|in reserve|(?:results|figures|numbers|performance|they|everything (?:shown|reported|quoted)) (?:\w+ ){0,5}?(?:taken|comes?|came|drawn|reported|shown|given|presented|published|displayed|measured|computed|stems?|belongs?|refers?|relates?|is|are|rests?|covers?|shows?) (?:those |only |just |exclusively |solely |all )*(?:from|on|over|to|of)|check\w*|verif\w+"
    r"|assess\w*|headlines?|reported \w+ (?:leaves? out|excludes?)|reserv\w+|(?:sets?|puts?|left|leaves?|laid|lays?|setting|putting) (?:aside|away|in|by)|(?:out of|outside|excluded from|away from|beyond|kept from|withheld from|hidden from) (?:the |its |any |all )?(?:model(?:'s)? )?(?:fit|train|estimat|calibrat|learn|optimi|tun)\w*|withh\w+|drawer|lock\w*|vault|quarantin\w+|measured|reported|exam\w*|carv\w+"
    r"|(?:never|not|n't) (?:\w+ ){0,2}?(?:saw|see|sees|seen|shown|touch\w*|enter\w*|influenc\w*|affect\w*|shap(?:e|ed)|bore on|use[ds]?|reach\w*|inform\w*|fit\w*|train\w*|learn\w*|went|part)|(?<=n)'t (?:\w+ ){0,2}?(?:seen|shown|touch\w*|enter\w*|influenc\w*|used?|reach\w*|inform\w*|part))\b"
)
_BOTH_PARTS = re.compile(rf"\b{TRAIN}(?: \w+)? ?(?:to|and|versus|vs\.?|/|:|-) ?(?:the )?{TEST}\b")
_SPLIT_IS = re.compile(r"\bsplit(?: ratio)? ?[:=|]+ ?$")
_THEN = r" ?%?(?:[,;/|+&]| and| -)? ?(?:and )?"
_SHARE_OF = r"(?: sets?| part| data)?\W{0,3}"
_ROLE_NUMBERS = re.compile(
    rf"\b(?:{TRAIN}){_SHARE_OF}(\d{{1,2}}){_THEN}(?:{TEST}|val|dev){_SHARE_OF}(\d{{1,2}})(?:{_THEN}(?:{TEST}){_SHARE_OF}(\d{{1,2}}))?\b"
)
_SHARED_OUT = re.compile(
    rf"(?<![\w.])({NUMBER})(?: ?%| per ?cent| parts?| in a hundred)? (?:is |are |was |were |goes |go |went |given )?(?:to|for|as|on|in) (?:the )?(?:{TRAIN}|{TEST}|{HOLD}|exam\w*|marking|judging|checking|learning)(?: \w+)?"
    rf"(?:,|;| and|, and| then| with)+ ({NUMBER})(?: ?%| per ?cent| parts?)? (?:is |are |goes |go |went |given )?(?:to|for|as|on|in) (?:the )?(?:{TRAIN}|{TEST}|{HOLD}|exam\w*|marking|judging|checking|learning)(?: \w+)??"
    rf"(?:(?:,|;| and|, and)+ ({NUMBER})(?: ?%| per ?cent| parts?)? (?:is |are |goes |go |went |given )?(?:to|for|as|on|in) (?:the )?(?:{TRAIN}|{TEST}|{HOLD}|exam\w*|marking|judging|checking|learning))?\b"
)
_ROLE_IS = re.compile(
    rf"\b(?:{HOLD}|{TEST}|{TRAIN}|test set|training set)\b[^.;,]{{0,30}}?(?: (?:is|was|are|were|be)|:|=)(?: (?:only|just|the|its|a|an|not))* ?$"
)
MIX = re.compile(
    r"\b(?:stocks?|bonds?|equit\w+|portfolio|allocat\w+|mix(?![- ]ups?\b)|benchmark|weight\w*|blend|long|short|cash|exposure|odds|wins?|winn\w+|positions?|capital|money|names|legs?|equally|risk|leverage|margin|net|gross|gold|balanced)\b"
)
_SHARE_ROLE = re.compile(
    rf"(?<![\w.])(?P<a>{SHARE}) (?:of (?:the |its |all |all the |available |total |full |whole "
    rf"|\w+ ){{0,3}}{DATA} |{DATA} )?(?:(?!and\b|but\b|while\b|then\b|or\b)\w+ )?(?:is |are |was |were |has been |have been |being |gets |got |goes |go |went |put |then |left "
    rf"|used |kept |allotted |allocated |assigned |devoted |dedicated |apportioned |given (?:over )?|having been |have |has |(?:that )?serves? )*(?:as (?:a |an |the )?|for |to |in (?:a |the ))?(?:(?!and\b|but\b|while\b|then\b|or\b)\w+ )?(?P<aw>{TEST}"
    rf"|{TRAIN}|{HOLD}|learn\w*|(?:never|not|n't) (?:enter\w*|reach\w*|inform\w*|seen|used|touched)(?= (?:the |any |its )?(?:{TRAIN}|model)))\b"
)
_ROLE_SHARE = re.compile(
    rf"(?P<apart>\b{_APART_FROM})?\b(?P<bw>{TEST}|{TRAIN}|{HOLD}) ?(?:(?:set|sample|period|data|part|portion|share|size|fraction|frac|pct)(?=[,:=])|set |sample |split |portion |share |fraction |window |period "
    r"|data |subset |size |slice |ratio |frac |pct )?(?:of |is |was |happened |happens |took place |occurred |covers "
    r"|covered |takes |took |comprises |uses |used "
    r"|done |performed |run |carried out |based |relied |conducted |went |takes place |gets |got |equals |on "
    r"|over |using |with |from |against |at |, (?=the |a |an |its )|: ?|= ?|- ?|\()*(?:only |just |about |roughly |around "
    r"|approximately |a |an |the |its |their |every |another )*(?:first |last |final |initial |remaining "
    r"|independent |separate |distinct |other "
    r"|latest |most recent |earliest |earlier |later |random |trailing |opening |closing "
    rf"|left-over )*(?P<b>{SHARE})(?= (?:of|for|as|to|hold|held|test|valid|out|slice|split|portion|share|sample"
    r"|subset|chunk|random|chrono)\b|[^\w/]|$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share of the data that text[start:end] names; `judged` on, or else learned from. `unseen`: the words say so by a denial; `beyond`: by naming the rest."""

    start: int
    end: int
    size: float
    judged: bool
    unseen: bool = False
    beyond: bool = False


def shares_in(text: str, taken: Iterable[tuple[int, int]] = (), *, results: bool = False) -> Iterator[Share]:
    """The shares that a text names with what they are for, outside the places that are `taken`. `results`: outcomes count too."""
    spans = list(taken)
    by_share = list(_SHARE_ROLE.finditer(text))
    for match in (*by_share, *_ROLE_SHARE.finditer(text)):
        if match.re is _ROLE_SHARE and any(other.start() < match.start("bw") < other.end() for other in by_share):
            continue  # "the first 80% to fit, the last 20% to judge"
        size, is_test = _share(match)
        at = match.start("a") if match.re is _SHARE_ROLE else match.start("b")
        if size is None or not 0 < size < 1 or any(begin <= at < stop for begin, stop in spans):
            continue
        if results or not _is_result(text, match, size):
            spans.append(match.span())
            denied = match.re is _SHARE_ROLE and re.match(r"never|not|n't", match["aw"]) is not None
            spared = match.re is _SHARE_ROLE and not is_test and _NEVER_SAW.match(text, match.end()) is not None
            beyond = match.re is _SHARE_ROLE and _BEYOND.search(text, 0, match.start()) is not None
            yield Share(
                start=match.start(),
                end=match.end(),
                size=1.0 - size if beyond else size,
                judged=is_test or spared,
                unseen=denied or spared,
                beyond=beyond,
            )
    for share in placed_in(text):
        if not any(begin < share.end and share.start < stop for begin, stop in spans):
            spans.append((share.start, share.end))
            yield share


def are_reversed(text: str) -> bool:
    """Whether a text speaks of testing before it speaks of learning."""
    judged, learned = _JUDGES.search(text), _LEARNS.search(text)
    return judged is not None and (learned is None or judged.start() < learned.start())


def sizes_in(text: str) -> list[float]:
    """All shares that a text names, in order."""
    found = (as_share(match[0]) for match in re.finditer(SHARE, text))
    return [size for size in found if size is not None and 0 < size < 1]


def placed_in(text: str) -> Iterator[Share]:
    """The parts of the data that a text names by their share ("the first three quarters of the record"), fitted or judged on."""
    for match in _PLACED.finditer(text):
        place, of, share = match["place"], match["of"], as_share(match["share"])
        if share is None or not 0 < share < 1 or not (place or of):
            continue
        if (
            not of
            and re.search(r"quarter|half|third$", match["share"])
            and not _ROLE_IS.search(text, 0, match.start())
            and not is_last_quarter(text, match.start(), match.end())
        ):
            continue  # the last quarter is a time of the year
        round_share = (
            abs(share * 20 - round(share * 20)) < 1e-6 or "third" in match["share"] or "sixth" in match["share"]
        )
        if not round_share or (not place and _OUTCOME.search(text)):
            continue
        is_test = _is_judged(text, match.start(), match.end(), place)
        if is_test is not None:
            kept_from = is_test and _KEPT_FROM.search(text, max(match.start() - 70, 0), match.start()) is not None
            yield Share(start=match.start(), end=match.end(), size=share, judged=is_test, unseen=kept_from)


def is_last_quarter(text: str, start: int, end: int) -> bool:
    """Whether "the last quarter" at text[start:end] is a part of the data, and not three months."""
    return text.endswith("quarter", start, end) and _LAST_QUARTER.search(text) is not None


def _is_judged(text: str, start: int, end: int, place: str | None) -> bool | None:
    """Whether the part of the data text[start:end] is what a model is judged on; None where neither that nor learning is spoken of."""
    left = re.split(r"[.;,(]|(?<! ):|\b(?:and|while|but|whereas)\b", text[max(start - 70, 0) : start])[-1]
    right = re.split(
        r"[.;)]|, (?:and|while|but|whereas|with|after|having|once)\b|\band\b|,? (?:the|a|an|its) (?:rest|remain\w+|other|latter|first|last|final)\b",
        text[end : end + 80],
    )[0]
    judged, learned = _JUDGES.search(left), _LEARNS.search(left)
    if judged or learned:
        return judged is not None and (
            learned is None or judged.start() > learned.start() or judged.end() >= learned.end()
        )
    judged, learned = _JUDGES.search(right), _LEARNS.search(right)
    if judged or learned:
        return judged is not None and (learned is None or judged.start() <= learned.start())
    if place is None:
        judged, learned = _JUDGES.search(text), _LEARNS.search(text)
        return None if (judged is None) == (learned is None) or not CONTEXT.search(text) else judged is not None
    if not (_LEARNS.search(text) or _JUDGES.search(text)) or not CONTEXT.search(text):
        return None
    return (
        re.match(
            r"last|final|latest|most|recent|remaining|closing|trailing|later|newest|youngest|second|back|rear|freshest|concluding",
            place,
        )
        is not None
    )


def ratio_in(text: str, *, needs_context: bool) -> tuple[int, int, tuple[float, ...]] | None:
    """The first "80/20" or "60, 20 and 20": its place and the shares."""
    return next(ratios_in(text, needs_context=needs_context), None)


def ratios_in(text: str, *, needs_context: bool) -> Iterator[tuple[int, int, tuple[float, ...]]]:
    """Every "80/20" or "60, 20 and 20": its place and the shares."""
    unsure: list[tuple[int, int, tuple[float, ...]]] = []
    sure = False
    for pattern in (_RATIO, _ROLE_NUMBERS, _SHARED_OUT):
        for match in pattern.finditer(text):
            parts = [value for group in match.groups() if group is not None and (value := number(group)) is not None]
            if len(parts) < 2 or sum(parts) not in (100.0, 10.0, 5.0, 4.0, 3.0):
                continue
            if sum(parts) < 100 and not _are_few(text, match, sum(parts)):
                continue
            found = match.start(), match.end(), tuple(part / sum(parts) for part in parts)
            if not needs_context or _is_split(text, match, parts):
                sure = True
                yield found
            elif sum(parts) == 100:
                unsure.append(found)
    if sure and not MIX.search(text):
        yield from unsure  # "you write 70/15/15, yet it is 60/40"


def _are_few(text: str, match: re.Match[str], total: float) -> bool:
    """Whether two small numbers are how many parts are learned from and judged on ("7:3", "train to test is 4 to 1")."""
    if total == 10:
        return match.re is _SHARED_OUT or re.search(r"\d[:/]\d", match[0]) is not None
    return match.re is _RATIO and (
        _BOTH_PARTS.search(text) is not None or _SPLIT_IS.search(text, 0, match.start()) is not None
    )


_CHECKED = re.compile(
    r"\b(?:check|test|validate|evaluate|judge|fit|estimate|train|learn)\w* (?:the|its|these) (?:portfolio )?(?:weights?|positions?)\b"
)


def _is_split(text: str, match: re.Match[str], parts: list[float]) -> bool:
    """Whether two or three numbers that make a hundred are shares of the data, and not of a portfolio."""
    near = _CHECKED.sub(" ", text[max(match.start() - 90, 0) : match.end() + 90])
    if CONTEXT.search(near):
        return not MIX.search(near)
    usual = match.re is _RATIO and sum(parts) == 100 and re.search(r"\d ?%? ?[/:-] ?\d", match[0]) is not None
    return (
        usual
        and (max(parts) > 60 or len(parts) > 2)
        and all(part % 5 == 0 for part in parts)
        and not MIX.search(text)
        and not _OUTCOME.search(text)
    )


def _is_result(text: str, match: re.Match[str], share: float) -> bool:
    """Whether a percentage is an outcome ("the drawdown over the test was 19.6%") and no part of the data."""
    if match.re is _ROLE_SHARE and match["bw"].startswith("test") and re.match(r"tests? (?:is|was) ", match[0]):
        return True
    if any(abs(share * parts - round(share * parts)) < 1e-6 for parts in (20, 16, 12)):
        return False
    if not _whole_percent(share):
        return re.search(rf"\bof (?:\w+ ){{0,3}}?{DATA}\b", match[0]) is None
    return _OUTCOME.search(text, max(match.start() - 50, 0), match.end()) is not None


def _whole_percent(share: float) -> bool:
    return any(abs(share * 100 - each) < 0.06 for each in (33.3, 66.7, round(share * 100)))


def _share(match: re.Match[str]) -> tuple[float | None, bool]:
    written, word = (match["a"], match["aw"]) if match.re is _SHARE_ROLE else (match["b"], match["bw"])
    is_test = re.match(rf"(?:{TEST}|{HOLD}|never|not|n't)\b", word) is not None and not re.match(rf"{TRAIN}\b", word)
    if match.re is _ROLE_SHARE and match["apart"]:
        is_test = True
    return as_share(written), is_test
