"""Words for data that judge a strategy and were kept from its fitting, or were not: besides shares, methods and dates."""

import re
from collections.abc import Iterator

from validators.methodology.topics.spans import SPAN, Length, lengths, same_length
from validators.methodology.topics.splits.data_shares import DATA, HOLD, SHARE, TEST, TRAIN

_LEARNT = r"(?:fit(?:s|ted|ting)?|train(?:s|ed|ing)?|learn(?:s|ed|t|ing)?|tun(?:ed|ing|es)|calibrat\w+|optimi[sz]\w+|estimat\w+|develop\w+|in[- ]sample|model(?:l?ed|l?ing))"
_JUDGED = r"(?:test\w*|scor\w+|judg\w+|evaluat\w+|validat\w+|report\w*|assess\w+|check\w*|out[- ]of[- ]sample|verif\w+|examin\w+|grad(?:ed|ing)|measur\w+)"
_TRIAL = r"(?:(?:separate |proper |formal |dedicated |independent |genuine |real )?(?:testing|tests?(?: (?:set|part|period|data|sample|stage|phase))?|validation(?: (?:set|part|period|data|sample|stage|phase))?|hold-?outs?(?: (?:set|part|period|data|sample))?|out-of-sample (?:tests?|checks?|part|period|data|evaluation|validation|testing)|train/test splits?|train-test splits?|evaluation splits?|splitting))"
_FORGONE = r"(?:dispensed with|skipped|omitted|left out|forgone|waived|dropped|avoided|bypassed|neglected|unnecessary|superfluous|redundant|absent|missing|lacking|pointless|deemed \w+|thought \w+|considered \w+|missed out)"
_PARTS = rf"(?:{DATA}|part|portion|slice|stretch|segment|chunk|figures?)"
_FIGURES = r"(?:results?|figures?|headlines?|numbers?|performance|reports?|statistics|returns?|sharpe(?: ratio)?|record|backtest|equity curve|track record|tables?)"
NONE_KEPT = re.compile(
    rf"\b{_TRIAL}(?: \w+)? (?:is|was|are|were|has been|have been|gets?|being) (?:\w+ )?{_FORGONE}\b"
    rf"|\b(?:dispens\w+ with|skip(?:s|ped)?|forgo(?:es)?|omit(?:s|ted)?|does without|do without|did without|goes without|lacks?|gets by without|saves itself) (?:an?y? |the |its )?{_TRIAL}\b"
    rf"|\b(?:sets?|puts?|holds?|held|keeps?|kept|leaves?|left|reserves?|reserved|withholds?|withheld|hides?|hid|spares?|locks?|lays?|laid) (?:nothing|none|no (?:[\w-]+ )?{_PARTS}|not a single \w+)(?: of [\w ]{{1,20}}?)?(?: (?:aside|back|out|apart|in reserve|away|over|by|up)\b|(?=[,.;]|$| for (?:\w+ )?{TEST}| from (?:the |its )?(?:fit|train|model|rule|learn)))(?<! left)"
    rf"|\bno (?:\w+ )?(?:separation|division|divide|line|boundary|border|borderline|distinction|wall|difference|dividing line|cut|partition|gap|fence)(?: (?:is|was|exists?|drawn|made|at all|whatsoever))* (?:between|separat\w+) [^.;]{{0,40}}\b{_LEARNT}\b[^.;]{{0,50}}\b{_JUDGED}"
    rf"|(?<!in the )(?<!inside the )(?<!within the )(?<!on the )(?<!from the )(?<!of the )\b(?:fitted|training|trained|fitting|in-sample|estimation|calibration|learning|tuning) (?:{DATA}|part|portion|stretch|half|ones)(?: (?:and all|included|inclusive|as well|too|alike))\b"
    rf"|\b{_FIGURES}(?: \w+){{0,3}}? (?:covers?|includes?|contains?|comprises?|takes? in|spans?|counts?(?: in)?|embraces?|mix(?:es)?|lumps?) (?:both |also |even |in )?(?:the |its )?(?:fitted|training|trained|fitting|in-sample|estimation|calibration|learning|tuning)\b"
    rf"|\b{_JUDGED} (?:\w+ )?(?:on|over|with|by|against|from) (?:exactly |precisely |just )?(?:the )?(?:very )?(?:same )?{DATA} (?:that |which |on which |from which |with which |it |they |the \w+ ){{1,3}}(?:was |were |had been |has been |is |are |had |has )?(?:\w+ )?(?:also )?(?<!not )(?<!never ){_LEARNT}"
    rf"|\b(?:it|model|strategy|network|regression|q{{3,}}) (?:marks|grades|corrects) its own (?:homework|exams?|papers?|work)\b"
    rf"|\b(?:no|not a single|none of the) (?:\w+ )?{DATA} (?:is|are|was|were|remains?|stays?) (?:left )?(?:unseen|out of sample|untouched|held back|new to)\b"
    rf"|\b(?:reported|headline|final|published|quoted) {_FIGURES} (?:is|are|was|were) (?:\w+ ){{0,3}}?in[- ]sample\b"
    rf"|\b(?:reported|headline|final|published|quoted) {_FIGURES} (?:uses?|rests? on|comes? from|(?:is|are) (?:\w+ )?(?:over|from|on)|draws? on|describes?|covers?) (?:all(?: of)?|the (?:whole|entire|full|complete)|every) (?:the |its )?(?:\w+ )?{DATA}\b"
    rf"|\b(?:model|regression|network|trees|weights|fit|q{{3,}}|it) (?:\w+ )?(?:sees?|saw|is shown|are shown|has seen|knows|gets to see|looks at) (?:all(?: of)?|the (?:whole|entire|full|complete)|every) (?:the |its )?(?:\w+ )?(?:window|sample|period|dataset|data|history|record)\b(?! (?:before|up to|until|so far|of the (?:train|fit)))"
    rf"|\b(?:all|every one|each) of (?:the|its) {DATA} (?:is|are|was|were) (?:\w+ )?{_LEARNT}\b"
    rf"|\b{DATA} (?:(?:was|were|is|are)(?: not|n't)|never (?:was|were)) (?:\w+ )?(?:kept|held|set|put|left|locked|laid) (?:apart|aside|back|out|away|untouched|separate)\b"
    rf"|\bevery(?:thing| \w+) (?:(?:it|you) )?(?:\w+ )?(?:reports?|reported|shown|sees?|is|are|was) (?:\w+ )?in[- ]sample\b"
)
KEPT = re.compile(
    rf"\b{_FIGURES} (?:\w+ )?(?:before|up to|until|after|since|from|prior to) (?:the end of |the start of |january |december )?(?:19|20)\d\d(?: on(?:wards?)?)? (?:is|are|was|were|counts?|serves?) (?:\w+ )?(?:as )?(?:the )?(?:{TRAIN}|{TEST}|in[- ]sample|out[- ]of[- ]sample)\b"
    rf"|\b(?:{DATA}|backtest|it) (?:(?:is|are|was|were|gets?|got) )(?:\w+ )?(?:split|divided|cut|chopped|sliced|parcelled|separated|carved|broken|parted|apportioned)(?: up| out)? (?:(?:in|into) (?:two|three|four|five|parts|halves|a (?:train|fit|learn|develop|test|dev)\w*)|(?:two|three|four) ways|down the middle|between (?:train|fit|learn|test|develop)\w*)"
    rf"|\b(?:{_JUDGED}|put to the test|put through (?:the|its) \w+) (?:\w+ )?(?:on|over|with|by|against|from|in) (?:[\w-]+ ){{0,4}}?{DATA} (?:(?:that|which|on which|from which|with which|it|they|the \w+|q{{3,}}) ){{1,2}}"
    rf"(?:(?:was|were|had|has|have|did|is|are)(?: not| never|n't)|never) (?:been )?(?:\w+ )?(?:{_LEARNT}|pick|cho[os]|select|see|touch|met\b|meet|shown|encounter|used? (?:to|for|in|during|while|when|by)\b)"
    rf"|\b(?:{_JUDGED}|put to the test) (?:\w+ )?(?:on|over|with|by|against|from|in) (?:[\w-]+ ){{0,4}}?{DATA} (?:that|which) (?:played|plays|had|has|have|took|takes) no (?:part|role|say|hand|influence) in\b"
    rf"|\b(?:part|portion|some|slice|piece|chunk|stretch) of (?:the |its )?{DATA} (?:is|are|was|were) (?:\w+ )?(?:(?:set|put|laid) (?:aside|apart)|held (?:back|out)|kept (?:back|aside|apart|out)|reserved|withheld|locked away)\b"
    rf"|\b{DATA} (?:that |which )?(?:nobody|no one|no-one|nothing|none) (?:had |has |have )?(?:\w+ )?(?:seen|looked at|touched|used|met|learned from|fitted)"
    rf"|\bonly (?:the )?{DATA} (?:after|following|beyond|past|that follow|since|outside) [^.;]{{0,30}}\b(?:calibration|training|fitting|learning|development|estimation|tuning|optimi[sz]ation)\b"
    rf"|\b(?:training|calibration|learning|fitting|estimation|validation|development|tuning) (?:phase|period|stage|stretch|span|leg|portion|part|years|days|months|third|half|half-year)s?\b"
    rf"|\b(?:forward[- ]test(?:s|ed|ing)?|(?:run|traded|tried|tested) (?:out )?on paper|paper[- ]trad(?:es?|ed|ing) (?:test|period|phase|stage|trial|for|before|account)|out[- ]of[- ]time|dress rehearsal|shadow account|trial (?:run|period|phase) (?:of|before|with|on paper))\b"
    rf"|\b(?:tested|scored|judged|checked|evaluated|verified|validated|tried) (?:out )?(?:\w+ )?(?:on|over|with|against|in) (?:the )?(?:other|second|later|remaining|untouched|unseen|fresh|new|following|subsequent|last|final|latter|most recent|newest) (?:{DATA}|half|part|portion|third|quarter|stretch|ones|one|two|three|{SHARE})\b"
    rf"|\b(?:one|a|the) (?:half|part|portion|third|stretch|slice) (?:of [\w ]{{1,24}}? )?(?:is |was |to |for |that )*(?:teach|fit|train|learn|tun|develop)\w*\b[^.;]{{0,40}}\b(?:other|rest|remainder|second|another)\b"
    rf"|\b{_FIGURES}(?: \w+){{0,3}}? (?:leaves? out|excludes?|omits?|skips?|ignores?|begins? after|starts? after) (?:the )?(?:[\w-]+ ){{0,2}}?(?:fit|train|learn|calibrat|develop|in-sample)\w*"
    rf"|\b(?:earlier|first|early|earliest|oldest|older|preceding|what came (?:before|earlier)|all before|(?:19|20)\d\d)\b[^.;:]{{0,60}}? (?:serv(?:ed|es?|ing)|(?:was|were|is|are|been) (?:\w+ )?(?:used|spent|reserved|kept|needed|set aside|employed)|spent|reserved|went)(?: (?:merely|only|just|solely))? (?:for|to|on|in|into) (?:the |its )?(?:{_LEARNT}|set(?:ting)?(?: up)?|choos\w+|design\w*|devis\w*|pick\w*|adjust\w*|learning|optimi[sz]ation)\b"
    rf"|\b(?:used|serve[sd]?|taken|kept) (?:to|for) (?:\w+ )?{_LEARNT}[^.;,]{{0,20}},? (?:and |while |with )?(?:the )?(?:rest|remainder|others?|remaining \w+|last \w+) (?:to|for|was|were|is|are|served?)\b"
    rf"|\b(?:two|three|separate|several|different) (?:samples?|parts?|periods|sets|stretches|portions|pieces) (?:is|are|was|were) (?:kept|held) (?:apart|separate)\b"
    rf"|\b(?:{DATA}|part|stretch|slice|exam|years from then on)(?: \w+){{0,3}}? (?:is|are|was|were|stays?|stayed|remain\w*) (?:\w+ )?(?:sealed(?: (?:off|away|up))?|off[- ]limits|shut away|locked (?:away|up)|stowed away|out of sight|under (?:lock and key|seal|wraps)|quarantined|unopened|untouched|walled off) (?:\w+ )?(?:until|till|while|before|during|as long as|throughout)\b"
    rf"|\b(?:{HOLD}) (?:as|for) (?:a |an |the )?(?:later |final |last |independent )?(?:check|proof|exam|verification|acid test|reckoning)\b"
)
_LATE = re.compile(r"\b(?:last|final|latest|most recent|newest|closing|later|second half|concluding|youngest)\b")
_EARLY = re.compile(r"\b(?:first|earliest|oldest|opening|initial|front|earlier)\b")

_IN = r"(?:to|on|over|from|with|using|by|for|in|across|off)"
_RECENT = r"(?:(?:the|its|a|an|each|every|last|latest|previous|past|most recent|trailing|preceding|next|following|coming|subsequent|another|only|just|first|new|fresh) ){0,3}"
_COVERS = r"(?:uses|takes|covers|spans|has|needs|draws on|rests on|runs over|gets|consumes)"
_LEARNED_FROM = re.compile(
    rf"\b{_LEARNT} (?:\w+ ){{0,2}}?{_IN} {_RECENT}$|\b(?:training|fitting|estimation|learning|calibration|each fit) (?:\w+ly )?{_COVERS} {_RECENT}$"
)
_LEARNED = re.compile(
    rf"'?(?: (?:of|for) (?:\w+ )?|[ -](?:are |is |were |was |go into (?:the |each )?|serve to |to )?(?:each )?){_LEARNT}\b"
)
_APPLIED = r"(?:trad(?:es?|ed|ing)|test(?:s|ed|ing)?|us(?:e|es|ed|ing)|appl(?:ies|ied)|unchanged|judg(?:es?|ed)|out of sample|run|runs|lives?|frozen|scored|untouched|as it is|holds? good|valid|serves?)"
_APPLIED_FOR = re.compile(
    rf"\b{_APPLIED} (?:\w+ ){{0,3}}?(?:for|over|on|during|in|covers|uses|takes|spans) {_RECENT}$|\b(?:next|following) $"
)
_IN_AND_OUT = re.compile(r" in(?:,| and|, and|, then) (?:[\w-]+ ){1,3}out\b")  # "two years in, six months out"
_AFTER_IN = re.compile(r" in(?:,| and|, and|, then) $")
_TESTED_AFTER = re.compile(r"'?(?: of| for)? (?:pure |out-of-sample )?(?:test(?:ing)?|evaluation|validation)\b")
_OUT = re.compile(r" out\b")
_MEASURED = re.compile(
    r"\b(?:volatil\w+|correlat\w+|covarian\w+|means?|deviations?|averages?|signals?|z-scores?|momentum)\b"
)
ONE_CUT = re.compile(
    r"\b(?:one|a|single) (?:(?:fixed|single|lone|one-off|final) )?(?:cut|split|date|dividing line|line|break) (?:(?:is|was) (?:made|drawn|used) )?(?:in|at|of) (?:the (?:end|start) of )?(?:19|20)\d\d\b"
    r"|\ba (?:fixed|single|one-off|one-time|lone) (?:(?:split|cut|division) (?:is|was) (?:used|made|drawn)|(?:split|cut) (?:at|after|of the (?:data|history|sample|record)))\b"
)


def is_backwards(words: str, around: str, *, judged: bool) -> bool:
    """Whether the part that a model learns from is told to be the last one, or the part it is judged on the first."""
    early, late = _EARLY.search(words) is not None, _LATE.search(words) is not None
    return early != late and early == judged


def steps_told(text: str) -> Iterator[tuple[int, int, Length, bool]]:
    """The spans that a window is fitted to (True) or then used for."""
    if _MEASURED.search(text):
        return
    for match in SPAN.finditer(text):
        length = next(lengths(match), None)
        if length is None or match["latest"] or length.unit in ("second", "minute", "hour"):
            continue
        before = text[max(match.start() - 60, 0) : match.start()]
        if (
            _TESTED_AFTER.match(text, match.end())
            or _APPLIED_FOR.search(before)
            or (_AFTER_IN.search(before) and _OUT.match(text, match.end()))
        ):
            yield match.start(), match.end(), length, False
        elif _LEARNED_FROM.search(before) or _LEARNED.match(text, match.end()) or _IN_AND_OUT.match(text, match.end()):
            yield match.start(), match.end(), length, True


def differ(stated: Length, known: list[Length]) -> bool:
    """Whether a span is none of those that a document tells."""
    return bool(known) and not any(same_length(stated, other) for other in known)
