"""Words for parts of data that are kept for fitting and for testing."""

import re
from collections.abc import Iterable, Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.amounts import NUMBER
from validators.methodology.topics.splits.data_shares import DATA, SHARE, TEST, TRAIN
from validators.methodology.topics.splits.data_splits import Method, Split
from validators.methodology.topics.splits.kept_apart import KEPT, ONE_CUT
from validators.methodology.topics.splits.row_order import is_random
from validators.methodology.topics.splits.undivided_data import CHECK, FIT, IN_ONE_GO, UNDIVIDED, undivided

EXISTS = re.compile(
    r"\btrain(?:ing)?(?: set| data| sample| period| window| portion)? ?(?:/|-|,|and|vs\.?|versus|&|\+|from|then"
    r"|to) ?(?:(?:validation|val|dev)(?: set| data)? ?(?:/|-|,|and|&|\+)+ ?)?(?:and )?(?:a |the |separate "
    rf"|held-out |hold-?out )*(?:{TEST}|val|validation|dev)\b(?: sets?| splits?| samples?| periods?| data"
    r"| partition| division| separation)*"
    r"|\btest(?:ing)?(?:/|-| and )train(?:ing)?\b|\b(?:train|training|test|testing|holdout|hold-out|calibration"
    r"|estimation|in-sample) (?:sets?|samples?|portions?|subsets?|slices?|partitions?|folds?|splits?|phase"
    r"|segments?|halves|half|data|stage|sub-?samples?)\b"
    r"|\btraining (?:period|window|years|span)s?\b|\b(?:test|testing) (?:years|span)\b"
    r"|\bh[eo]lds? (?:\w+ ){0,6}?(?:out|back|aside)\b(?! of (?:cash|the market))|\bheld[- ]out\b|\bheld (?:back"
    r"|aside)\b|\bhold-?outs?\b|\bholding (?:\w+ ){0,4}?(?:out|back)\b"
    r"|\b(?:set(?:s|ting)? aside|reserv(?:ed?|es|ing)|ke(?:pt|eps?|eping)(?! in mind)|le(?:ft|aves?|aving)|withh(?:eld|olds?"
    rf"|olding)|put(?:s|ting)? aside|carv\w+|ring-fenc\w+|quarantin\w+|lock\w* (?:away|up)|hid(?:den|es?))\b(?=[^.;]{{0,60}}\b(?:{TEST}|untouched"
    r"|unseen|to (?:confirm|prove|verify|check|show))\b)|\b(?:set(?:s|ting)? aside|reserv(?:ed?|es|ing)|put(?:s|ting)? aside|lock\w* away)(?= (?:[\w'-]+ ){0,3}?"
    rf"(?:{SHARE}|(?:19|20)\d\d|(?:part|portion|slice) of))"
    r"|\b(?:separate|dedicated|reserved|distinct|independent|untouched|proper|genuine) (?:test|testing) (?:period|window|part|years|stretch|phase|sample)\b"
    r"|\b(?:for|from|on|over|in|of|only) the test(?:ing)? (?:period|window|years|stretch|part) (?:only|alone)\b|\b(?:only|solely|just) (?:(?:for|from|on|over|in|of|cover) )?the test(?:ing)? (?:period|window|years|stretch|part)\b"
    rf"|\b(?:reserved|withheld|quarantined|set-aside|held-back) (?:{DATA}|parts?|portions?|slices?|stretch(?:es)?)\b"
    r"|\bwithheld\b|\bvalidation (?:parts?|stages?|sets?|splits?|samples?|periods?|folds?|windows?|data|scheme|subset|portion"
    r"|slice|years|segment)\b"
    r"|\bout[- ]of[- ]sample\b|\boos\b|\bin[- ]sample (?:and|/|versus|vs|or|to) out\b|\b(?<!about )(?:unseen|never[- ]seen"
    r"|untouched) (?:data|history|sample|observations|dates|years|period|portion|months)\b|\b(?:data|history"
    r"|observations) (?:that )?(?:it|the model|the strategy) (?:has |had |have )?never seen\b"
    r"|\bsplit (?:of(?! \d+-)|into|between|in two|across)(?= (?:the |its |a |all |two |three |separate |\d|train|test"
    rf"|{DATA}|in)\b)|\b(?:data|dataset|history|sample|period|window|record|series|observations|evaluation"
    r"|validation|chronological|temporal|time-based|random|data-)[ -]?(?:is |was |were |are |isn't |wasn't |aren't |weren't |is not |was not |are not |were not |gets |been "
    r"|has been )?(?:first |then |randomly |chronologically )?(?:split|divided|partitioned|cut"
    r"|separated)\b(?! (?:evenly|equally)| (?:into|by|in) (?:[\w-]+ ){0,4}?(?:regimes?|months|years|quarters|weeks|days|buckets?|deciles|quintiles|bull|bear|returns|decades|episodes|chapters)\b)"
    r"|\bsplit-?sample\b|\b(?:split(?:s|ting)?|divid(?:e|es|ed|ing)|partition(?:s|ed|ing)?|separat(?:e|es|ed"
    r"|ing)|cut(?:s|ting)?) (?:up )?(?:the |its |our |all |available |full |whole |historical "
    rf"|\w+ ){{0,3}}{DATA}\b(?= (?:into|in|between|at|by|for|and|so|\d))"
    r"|\b(?:trained|fitted|fit|calibrated|optimi[sz]ed|estimated|tuned|learned) (?:on|over|using|with|in|up to"
    rf"|through|until|from|between)\b[^.;]{{1,70}}?\b(?:tested|evaluated|validated|assessed|scored|checked|judged"
    r"|verified)\b(?: out| only)? (?:on|over|using|with|in|from|against|out|between)"
    r"|\b(?:test|evaluat|validat|assess|scor|verifi)\w* (?:it |the model |the strategy |performance "
    r"|results )?(?:on|over|against|using|with) (?:a |an |the |its |their )?(?:separate|different|independent"
    r"|later|subsequent|remaining|rest|remainder|fresh|new|unseen|untouched|last|final|latter|other(?! (?:coins?|funds?|markets?|etfs?|stocks?|tickers?|assets?|instruments?|currenc\\w+|strateg\\w+|models?|securities|names|indices))|holdout"
    r"|most recent)\b"
    rf"|\b{TEST} (?:\w+ )?(?:is|was|were|took|takes|happens|happened|gets?) (?:done|made|run|carried out|performed|place)? ?(?:on|over|with|against|in) (?:the |a |an |its )?(?:separate|different|independent|later|remaining|rest|remainder|fresh|unseen|untouched|last|final|latter|most recent)\b"
    r"|\b(?:test|hold-?out|out-of-sample|validation) (?:period|years|window|set|sample) ?[:=|]+ ?(?=(?:19|20)\d\d|the (?:last|final)|last |final |\d)"
    rf"|\btrain(?:ing)?\b[^.;]{{0,20}}\btest(?:ing)? (?:schedule|scheme|cycle|protocol|design|set-?up|procedure"
    r"|regime|windows?|approach|method)\b|\btraining (?:covers|spans|uses|used|runs|ran|ends|ended|took|stops"
    r"|happens|happened)\b|\bin[- ]sample (?:periods?|windows?|years|portion|part|data|span|fit)\b"
    r"|\btraining on\b|\btrain(?:s|ed)? on\b"
    rf"|\btrain(?:ing)?\b[^.;]{{0,20}}\btest(?:ing)? (?:schedule|scheme|cycle|protocol|design|set-?up|procedure"
    r"|regime|windows?|approach|method)\b|\btrain-?test\b|\bevaluation split\b ?[:=]? ?(?=\d|k|train|walk|cross"
    r"|hold|yes|a\b|an\b|the|used|of|is \d|was)"
)
_UNUSED = re.compile(
    r"\b(?:last|final|latest|most recent|remaining|later|second|rest)\b[^.;]{0,50}\b(?:never|not|n't) (?:been "
    r"|ever )?(?:used|seen|enter(?:ed|s)?|reach(?:ed|es)?|inform(?:ed|s)?|influenced?|went|took part|takes part|touched|included|shown|available)\b[^.;]{0,20}\b(?:model|learner|algorithm|network|trees|ranker|train|fit|estimat|calibrat|tun"
    r"|optimi|develop)\w*"
    r"|\b(?:serves?|served|acts?|acted) as (?:a |an |the |its )?(?:test|holdout|hold-out|validation|out-of-sample)\b"
)
_APART = re.compile(
    rf"\b(?:{FIT}|developed|designed|picked|chosen|selected|settled|decided|searched for) (?:\w+ )?(?:before|until|up to|through|on|with|using|over|from|in) [^.;]{{1,60}}?\b(?:and|then|but|while)"
    rf" (?:\w+ ){{0,2}}?{CHECK} (?:\w+ )?(?:after|since|from|on|with|using|over|in|out|against)\b"
    rf"|\b{CHECK} (?:\w+ )?(?:on|with|over|against|in) (?:\w+ ){{0,3}}?{DATA} (?:that |which )?(?:it|the model|the strategy|they)"
    rf" (?:\w+ ){{0,2}}?(?:not|never|n't) (?:\w+ ){{0,2}}?(?:{FIT}|seen|shown|used)"
    rf"|\b(?:first|initial|earli\w+|older|early) (?:{SHARE} |{NUMBER} )?(?:of (?:the )?)?(?:{DATA} )?(?:is |are |was |were |serves? )"
    rf"(?:used )?for (?:\w+ )?(?:{TRAIN}|learning|fitting)\b"
    rf"|\bnever (?:saw|seen|sees|shown)\b[^.;]{{0,60}}?\b(?:{SHARE}|part|portion|years|months|sample|data|history|observations)\b"
    rf"[^.;]{{0,40}}?\b(?:train\w*|fit\w*|estimat\w*|calibrat\w*|learn\w*)\b"
)
_DIVIDED = re.compile(
    r"\b(?:hidden|kept|withheld|held|shielded|excluded|sealed off|shut off|kept apart|left|set apart|barred|locked) (?:away )?(?:from|out of) (?:the |any |its )?(?:model(?:'s)? )?(?:fit|train|estimat|learn|calibrat|optimi|tun|search)\w*|"
    rf"\b(?:to|for) (?:model )?train(?:ing)?\b[^.;]{{0,60}}\b(?:to|for) (?:{TEST})\b"
    r"|\b(?:used|uses?|serves?|served|kept|reserved|set aside|taken|intended|goes|went) (?:for|as|in|into"
    r"|to) (?:\w+ )?train(?:ing)?\b(?! of thought)"
    rf"|\b(?:time-series|temporal|chronological|nested|rolling|blocked|date-based|expanding) (?:time-series )?splits?\b"
    r"|\btrain (?:period|phase|window|years|span|stage)\b|\b(?:first|last|final|earl(?:y|ier)|later"
    rf"|remaining) (?:{NUMBER} )?{DATA} (?:are |is |were |was )?(?:used )?(?:to|for"
    r"|as) (?:the )?(?:model )?(?:train|test|validat|hold|fit)\w*"
)
_EARLY_HAVE_NONE = re.compile(  # "the first five years have no out-of-sample results"
    rf"\b(?:first|earliest|initial|opening) (?:{NUMBER} )?{DATA} (?:have|has|had|carry|come with) no $"
)
_SINGLE = re.compile(
    r"\b(?:single|one-off|one-time|fixed|lone)(?: (?:cut-?offs?|dates?|points?|lines?|borders?|boundar(?:y|ies)|breaks?|[\w-]+)){0,2}(?: (?:between|into|in))?[ -]$"
)
_CHOICE = r"(?:(?:the|its|any|any of the|this|that) )?(?:\w+ )?(?:pick|choos|choice|select|fit|train|tun|sett|search|estimat|calibrat|learn|optimi|design|develop|making)\w*"
_NO_PART = re.compile(
    rf"(?:(?!\b(?:that|which)\b)[^.;,]){{0,30}}? (?:played|plays|had|has|have|took|takes) no (?:part|role|say|hand|influence) in {_CHOICE}"
)
_LATER = re.compile(
    rf"\b(?:never|not|n't) (?:\w+ ){{0,2}}?(?:saw|see|seen|shown|looked at|touched) (?:\w+ )?(?:{DATA}|anything) (?:after|from|since|beyond|following|later than)\b"
    rf"|\b(?:results?|figures?|numbers?|record|returns|performance)\b[^.;]{{0,40}}? (?:from|on|over|to|for|cover|concern|describe) (?:[\w']+ (?:of )?){{0,4}}?{DATA} (?:that |which )?(?:it|the (?:model|strategy|network|system)|they) (?:\w+ )?(?:not|never|\w+n't) (?:\w+ )?(?:seen|see|saw|encounter\w*|met|used|touched|shown|known|know)\b"
    rf"|\b(?:(?:none|no one|not one) of (?:the|these|those|its) (?:[\w-]+ ){{0,3}}?(?:{DATA}|them) (?:played|plays|had|has|took|takes) (?:a |any )?|(?:{DATA}|{TEST})(?: [\d-]+)? (?:played|plays|had|has|took|takes) no )(?:part|role|say|hand|influence) in {_CHOICE}"
    rf"|\b(?:it|the (?:model|strategy|network|system)) (?:did|had|has|was)(?:n't| not| never) (?:\w+ )?(?:seen|see|encounter\w*|meet|met) (?:during|in|while|at) (?:\w+ )?{TRAIN}\b"
)
_OWN_STOCK = re.compile(
    r"\b(?:stock|share|reverse|forward|price)[ -]splits?|\bsplits? of \d+-(?:for|to)-\d+|\b\d+-(?:for|to)-\d+ splits?|splits? (?:and|or|/|&) (?:cash )?dividends?"
    r"|dividends? (?:and|or|/|&) (?:stock )?splits?|split[- ]adjusted|adjusted for (?:stock )?splits?"
    r"|split[- ](?:and|or)"
)
_OUGHT = re.compile(
    r"\b(?:(?:has|have|needs?|ought|is|are) to|must|should|would|could|can|may|might)(?: \w+)? (?:be )?$"
)
_BARRED = re.compile(r"(?:\b(?:no|not|never|nothing|without|neither|nor|none)\b|n't\b)[^.;:]*$")
_HOLDOUT = re.compile(r"hold-?out|held[- ](?:out|back|aside)|untouched|test (?:period|years|part|stretch)")


def parts_kept(text: str) -> Iterator[Stated]:
    """Where a passage tells of a part that was kept apart, of the one that came first, or of how many there are."""
    for match in ONE_CUT.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Split(method="single"))
    for match in KEPT.finditer(text):
        if _OUGHT.search(text, max(match.start() - 30, 0), match.start()):
            continue  # "it has to be judged on data that it hasn't seen"
        unseen = re.search(r"\b(?:not|never|no (?:part|role|say|hand|influence))\b|n't\b", match[0]) is not None
        barred = _BARRED.search(text, max(match.start() - 60, 0), match.start()) is not None
        yield Stated(
            start=match.start(),
            end=match.end(),
            value=Split(method="three" if barred and "validation" in match[0] else "part"),
            asserted=False if barred else True if unseen else None,
        )


def unseen_told(text: str) -> Iterator[Stated]:
    """Where a passage tells of data that the fitting never used."""
    whole = undivided(text)
    for match in (*_UNUSED.finditer(text), *_APART.finditer(text), *_LATER.finditer(text)):
        if any(begin < match.end() and match.start() < end for begin, end in whole):
            continue
        yield Stated(start=match.start(), end=match.end(), value=Split(), asserted=True)


def splits_told(text: str, told: Iterable[tuple[int, int]]) -> Iterator[Stated]:
    """Every other word for a split; `told` are where one is stated already."""
    stock = [match.span() for match in _OWN_STOCK.finditer(text)] + undivided(text)
    for match in (*EXISTS.finditer(text), *_DIVIDED.finditer(text)):
        if _EARLY_HAVE_NONE.search(text, 0, match.start()):
            continue
        # a stock split is none, and "an 80/20 train/test split" is one claim: to deny it is not to deny every split
        if any(begin < match.end() and match.start() < end for begin, end in (*stock, *told)):
            continue
        if text[match.end() : match.end() + 2] in (": ", " :") and (
            IN_ONE_GO.search(text[match.end() :].lstrip(" :")) or UNDIVIDED.search(text, match.end())
        ):
            continue  # "Evaluation split: single pass over all quarters"
        if _NO_PART.match(text, match.end()):
            continue  # "the test years played no part in picking it"; "it wasn't trained on real prices"
        part = (
            match.re is _DIVIDED or match[0].startswith("validation") or is_random(match[0])
        )  # to deny it denies no split
        single = _SINGLE.search(text, max(match.start() - 30, 0), match.start()) is not None
        method: Method | None = "single" if single else "part" if part else None
        holdout = method is None and _HOLDOUT.search(match[0]) is not None
        yield Stated(start=match.start(), end=match.end(), value=Split(method=method, holdout=holdout))
