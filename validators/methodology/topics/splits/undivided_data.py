"""Words for data that were not divided: fitted on, judged on and reported as one."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.absence import DENIED_BEFORE
from validators.methodology.topics.splits.data_shares import DATA, HOLD, TEST, TRAIN
from validators.methodology.topics.splits.data_splits import Split
from validators.methodology.topics.splits.kept_apart import NONE_KEPT

FIT = r"(?:re-?)?(?:fitted|fit|grown|trained|estimated|calibrated|tuned|optimi[sz]ed|learned|learnt)"
CHECK = r"(?:tested|checked|evaluated|validated|assessed|scored|judged|verified|measured|tried out)"
_NOTHING_HELD = re.compile(
    r"\b(?:nothing|none of (?:it|the \w+)|no (?:\w+ ){0,2}?(?:slice|part|portion|share|piece|chunk|stretch|segment|data|history|observations?|dates?|days?|years?"
    r"|months?|rows?|bars?)(?: of (?:the |its |that )?\w+)?) (?:(?:is|are|was|were|has|have|been|being|ever|gets?|got|to be) ){0,3}"
    r"(?:(?:kept|held|set|put|laid|left|stored) (?:back|aside|out|apart|in reserve|over|away|by)|withheld|reserved|quarantined|hidden|locked (?:away|up)|ring-fenced|spared|saved|(?:carved|split|cut|sliced|divided) (?:out|off))\b"
    rf"|\bwithout (?:any |a |keeping |holding |setting )+(?:reserve\b|{HOLD})"
    rf"|\b(?:{CHECK}|graded|results?|figures|evaluation|validation|testing)\b[^.;,]{{0,30}} (?:on|from|over|with) (?:the |its )?(?:very )?(?:whole|entire|full|complete|same) {DATA}\b"
    r"|\b(?:results?|figures|(?:reported|quoted|published|shown) (?:returns?|numbers|performance|record))\b[^.;,]{0,30}? (?:of|for|covers?|spans?|concerns?|includes?) (?:the |its )?(?:very )?(?:whole|entire|full|complete) (?:sample|history|record|data ?set|data)\b"
)
_WHOLE = r"(?:(?:the |its )?(?:whole|entire|full|complete)|all(?: of)?(?: the| its)?|every single|every)"
_ALL_FITTED = re.compile(
    rf"\b(?:same|identical) (?:\w+ )?{DATA} (?:is|are|was|were) (?:\w+ )?(?:used )?(?:both )?(?:to|for) {TRAIN} (?:and|as well as) (?:to |for )?{TEST}\b"
    rf"|\b(?:{_WHOLE} (?:\w+ )?{DATA}|everything|all of it) (?:was|were|went|goes|go|is|are|served?|serves|counts?|acts?) (?:\w+ )?(?:used )?(?:in|into|for|to|as) (?:the |its |a |one |both )?(?:{TRAIN}|{TEST}|grid|fit)\b"
    rf"|\b{_WHOLE} (?:\w+ )?{DATA}(?: set)? (?:fits?|trains?|estimates?|calibrates?|tunes?)\b"
    rf"|\b{FIT} (?:\w+ )?(?:on|over|with|using|across) {_WHOLE} (?:\w+ )?{DATA}\b(?! (?:known|available|up to|until|before|so far|at (?:that|the)|seen|then|to date|prior|preceding|by|through|of (?:the|each)|in (?:the )?(?:train|first|in-sample)|from|since|between|\d))(?! (?:that|which) (?:is|was|are|were) (?:known|available))"
    rf"|\b(?:{TRAIN}|{TEST}|grid|search|choice) (?:was|were|is) (?:\w+ )?(?:run|done|made|carried out|performed) (?:on|over|with|using) {_WHOLE} (?:\w+ )?{DATA}\b"
    r"|\b(?:training|fitting|estimation) (?:data|part|period|years|sample)? ?included\b|\b(?:covers?|includes?|contains?) (?:the |its )?(?:training|fitting|estimation) (?:data|part|period|years|sample|bars) (?:as well|too|also)\b"
    r"|\b(?:record|history|backtest|sample|whole thing|it|everything)(?: is|'s| was) (?:all |entirely |wholly |purely |fully |strictly |only )*in[- ]sample\b"
    rf"|\b{TRAIN} (?:\w+ )?and (?:the )?{TEST}(?: (?:sets?|parts?|periods?|samples?|data|years))? (?:partly |partially )?(?:overlap\w*|coincide\w*|(?:is|are|were|was) (?:one and )?the same)\b"
    rf"|\b(?:only |just |purely |merely )?{CHECK} (?:only |just |purely |merely )?in[- ]sample\b(?!,? ?(?:and|or|as well|then|plus|first|/|&))"
    rf"|\bno (?:\w+ )?{TEST} (?:\w+ )?(?:was|were|is|has been) (?:ever )?(?:done|made|carried out|performed|run|used|kept|undertaken|attempted)\b"
)
DENIAL = re.compile(
    rf"\b(?:{CHECK}|score[sd]?|evaluates?|judges?|tests?|measures?|reports?|runs?|assess(?:es)?) (?:\w+ )?{_WHOLE} (?:\w+ )?{DATA} (?:in|as|at) (?:one|a single) (?:piece|go|block|run|pass|stretch|whole|sweep)\b|"
    r"\b(?:results|figures|returns|numbers|metrics|everything|performance)(?: \w+){0,3} (?:is|are|was"
    r"|were) (?:all |entirely |wholly |purely |fully |strictly |only )*in[- ]sample\b"
    r"|\b(?:the )?(?:whole|entire|full|same) (?:history|sample|data|dataset|period|record) (?:is|was"
    r"|serves)(?: used)? (?:for|as|to) (?:both )?(?:train|fit|estimat)\w*[^.;]{0,40}\b(?:test|evaluat|validat)\w*"
    r"|(?<!each an )(?<!each of them an )\b(?:undivided|unsplit|unpartitioned|un-?divided|unbroken|uncut)(?: (?:\w+ ){0,2}?(?:samples?|data\w*|history|record|series|periods?|stretch|whole|span|backtest))?\b"
    r"|\b(?:one|a) (?:single|continuous|uninterrupted|unbroken|whole|solid) (?:sample|block|stretch|piece|period|run|pass) (?:of (?:data|history) )?(?:is|was|serves?|served|used|for (?:everything|both|all))\b"
    r"|\b(?:no|without (?:a|any)) (?:evaluation |data |such |sample )?split\b(?! (?:second|decision|vote"
    r"|between assets))"
    r"|\b(?:no|without (?:an?|any)) (?:\w+ )?evaluation (?:sample|set|part|portion)\b(?! (?:of|in|has|is|was) )"
    r"|\b(?:no|without (?:a|any)) (?:\w+ )?test (?:period|years|part|window|stretch|span)\b(?! (?:of|in|has|is|was|are|were|for) )"
    r"|\b(?:validation|hold-?out|(?:data |sample )?split|test (?:set|period|part|data)|out-of-sample)(?: (?:of|for|in|method|scheme|design|data|period|part|set|q+)){0,2} ?(?:[:=]|is|was)+ ?(?:none|no|n/a|nil|nothing|not applicable)\b(?! (?:more|less|other|else))"
    r"|\bevaluation split\b ?(?:[:=]|is|was)+ ?(?:none|no|n/a|nil|not applicable)\b"
    r"|\b(?:split|evaluation|validation|testing) ?[:=]+ ?(?:all |fully |entirely |purely )?in[- ]sample(?: only)?(?=[.,;)]| ?$)"
)
IN_ONE_GO = re.compile(
    r"^(?:a |one |in one |in a )?(?:single|one) (?:pass|go|run|sweep|block|piece|stretch|period|sample)\b|\bnothing (?:to|is|was) (?:split|divided?|held|set aside)\b|^no (?:in-sample|separate|hold-?out|test|out-of-sample)"
    r"|\b(?:in|as) one (?:go|block|piece|pass|run)\b|^(?:the )?(?:whole|full|entire) (?:history|period|sample|record)\b"
)
_TEST_USED = re.compile(  # "the later years were also used to fine-tune the threshold"
    rf"(?<!cross-)\b(?:later|last|final|{HOLD}|{TEST}|remaining|most recent|recent|unseen|second|newest|latest)\b(?:(?!\b(?:no|none|not|never|nothing)\b)[^.;,:]){{0,40}}?\b(?:were|was|are|is|been|have been|had been) (?:also |then |even |again |\w+ly |partly )*(?:used|consulted|looked at|drawn on|included|fed|part of|involved|there|available) "
    r"(?:\w+ ){0,2}?(?:to|for|in|when|while|during) (?:the |its |a )?(?:\w+ ){0,2}?(?:fine-?tun|tun|fit|train|choos|choice|select|pick|search|optimi|calibrat|estimat|refin|learn|grid)\w*"
    rf"|\b(?:early stopping|tuning|selection|choice|search|calibration|fitting|optimi[sz]ation) (?:\w+ )?(?:used?|uses|looked at|looks at|watche[sd]|reads|peeks at|peeked at|is (?:guided|steered|decided|judged) (?:by|on)|saw|relied on|relies on|drew on|(?:was|is) done on|took place on|happened on|ran on) (?:\w+ )?(?:the )?(?:test|hold-?out|out-of-sample)\b"
    rf"|\b(?:tuned|fine-tuned|optimi[sz]ed|selected|chosen|picked|calibrated|fitted|estimated|searched)(?: \w+){{0,4}}? (?:on|over|with|using|against|for) (?:the |its )?(?!validat)(?:{TEST}|{HOLD}|out-of-sample|unseen) (?:part|years|data|period|set|sample|months|slice|portion|stretch|window)\b"
)
UNDIVIDED = re.compile(
    rf"\b(?:un|not |never |no |nothing |without (?:an? )?)(?:\w+ ){{0,2}}?(?:split|divided|partitioned|held|{HOLD}|{TEST}|{TRAIN}|set apart|separate)"
    r"|\bin[- ]sample(?: only|$)|^(?:the )?(?:whole|entire|full|all) "
)


def denials_told(text: str) -> Iterator[Stated]:
    """Where a passage says outright that there is no split."""
    for match in DENIAL.finditer(text):
        if DENIED_BEFORE.search(text, 0, match.start()):
            continue
        yield Stated(start=match.start(), end=match.end(), value=Split(), asserted=False)


def nothing_kept(text: str) -> Iterator[Stated]:
    """Where a passage says that nothing was kept from the fitting."""
    for match in (*_NOTHING_HELD.finditer(text), *_TEST_USED.finditer(text)):
        yield Stated(start=match.start(), end=match.end(), value=Split(), asserted=False)
    for match in NONE_KEPT.finditer(text):
        if not DENIED_BEFORE.search(text, 0, match.start()):
            lacks_one = "validation" in match[0]  # which two parts may lack
            value = Split(method="three") if lacks_one else Split()
            yield Stated(start=match.start(), end=match.end(), value=value, asserted=False)


def undivided(text: str) -> list[tuple[int, int]]:
    """Where a passage tells that all of history served one purpose, or that no part of it was kept for another."""
    return [match.span() for pattern in (_NOTHING_HELD, _ALL_FITTED) for match in pattern.finditer(text)]


def all_fitted(text: str) -> Iterator[Stated]:
    """Where a passage says that all of history was fitted on, or is reported."""
    for match in _ALL_FITTED.finditer(text):
        if not match[0].endswith("past") and not DENIED_BEFORE.search(text, 0, match.start()):
            yield Stated(start=match.start(), end=match.end(), value=Split(), asserted=False)
