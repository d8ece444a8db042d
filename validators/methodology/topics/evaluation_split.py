"""How history was divided between fitting and testing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Literal

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.passages import fold
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.amounts import NUMBER, number
from validators.methodology.topics.data_shares import (
    CONTEXT,
    DATA,
    HOLD,
    MIX,
    SHARE,
    TEST,
    TRAIN,
    are_reversed,
    placed_in,
    ratio_in,
    ratios_in,
    shares_in,
    sizes_in,
)
from validators.methodology.topics.kept_apart import (
    KEPT,
    NONE_KEPT,
    ONE_CUT,
    TEST_FIRST,
    TWO_PARTS,
    differ,
    is_backwards,
    steps_told,
)
from validators.methodology.topics.prose import prose, sentences
from validators.methodology.topics.spans import Length
from validators.reasons import Reason

key = "evaluation_split"
cues_of_no_share = (  # of what `kept_apart` reads, which hangs on no percentage
    "dispens", "skip", "forgo", "omit", "separation", "distinction", "line between", "homework", "paper", "forward",
    "rehears", "results", "phase", "stage", "stretch", "traded", "trades", "next",
)  # fmt: skip
cues = (
    *cues_of_no_share,
    "split", "divid", "report", "full ", "complete ", "whole ", "entire", "looked at", "% of the", "classroom", "years in", "history is", "history was", "steps", "blocks", "most recent", "oldest", "newest", "latest ", "earliest", "went into", "unbroken", "uncut", "partition", " saw ", " seen", "shown", "exposed to", " train", "-train", "/train", "(train", "retrain", "pre-train",
    "trained", "training", " test", "-test", "/test", "(test", "_test", "|test", "\"test", "*test", "tested",
    "testing", "holdout", "hold-out", "hold out", "holds out", "holding out", "held-out", "held out", "held back",
    "shuffl", "random", "chronolog", "in time", "by time", "held aside", "hold back", "holds back", "valid", "walk", "fold", "sample", "unseen", " oos", "oos ",
    "withh", "divide", "dividing", "division", "leave-one", "evaluat", "embargo", "purged", "never seen", "in two",
    "two parts", "quarantin", "ring-fenc", "trained the", " fit", "fitted", "estimated", "calibrated", "learned", "learning", "never ", "serves as", "served as", "acts as",
    "/10", "/20", "/30", "/25", "/40", "/15", "/50", "/5 ", "-10 ", "-20 ", "-30 ", "-25 ", ":10", ":20", ":30", ":25", "to 10", "to 20", "to 30", "to 25", "learn", "saw",
    "kept", "keep", "slice", "portion", "chunk", "locked", "hidden", "estimat", "calibrat", "optimi", "judged", "scored", "checked", "assessed", "half", "halves", "two thirds", "carve", "reserv",
    "aside", "drawer", "record was", "cut ", "jackknife", "in-sample", "backtest", "% only", "final ", "grade", "grading", "taught", "tenth", "fifth", "third", "quarter of", ":1 ", "scheme", "apportion", "in, one", "exam", "tape", "75/25", "scor", "-out", "proof", "50/50", "75", "chosen", "picked", "settled", "selected", "tuned", "tuning", "develop",
)  # fmt: skip
also: tuple[str, ...] = ()
Method = Literal["cross-validation", "folds", "walk-forward", "dates", "part", "single", "three"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A split, or (`exists` False) that there is none.

    `parts` are shares in order (train first), None where the text gives none. `train` and `test` are single shares. `since`: the year
    in which a part begins or ends. `steps`: how much a moving window learns from and is then judged on. The method "single" tells one
    division for good, "three" that there is a part for validation besides the two.
    """

    exists: bool = True
    parts: tuple[float, ...] | None = None
    train: float | None = None
    test: float | None = None
    method: Method | None = None
    since: int | None = None
    folds: int | None = None
    steps: tuple[float, float] | None = None
    order: Literal["time", "random"] | None = None
    fitted_on: tuple[int, int] | None = None
    """The first and the last year of the part that something was fitted on."""
    span: Length | None = None
    """What a moving window learns from, or (`span_used`) is then used for."""
    span_used: bool = False
    backwards: bool = False
    """Fitted on the later part and judged on the earlier one."""
    judged_on: tuple[int, int] | None = None


_SINCE = re.compile(
    rf"\b(?:{TEST}|{HOLD}|judged|validated|kept out|untouched|out of the (?:fit|train)\w*|sets? aside|(?:after|once) (?:the |all )?[\w ]{{1,30}} (?:was|were|had been) (?:frozen|fixed|fitted|set|chosen|picked))\b[^.;]{{0,60}}?"
    r"\b(?:from|since|after|begin\w*|start\w*|onwards? from) (?:in |on |with |of )?(?:(?:january|the start of|1 january) )?(?P<year>(?:19|20)\d\d)(?! (?:to|until|through|and|till)\b| ?-)"
    rf"|\b(?:after|from|since|beginning (?:in|with)|starting (?:in|with)) (?:the start of |the end of |january |december )?(?P<after>(?:19|20)\d\d)(?: on(?:wards?)?| forward)?,? (?:is|are|was|were|counts?|serves?|lies|remains?) (?:\w+ ){{0,2}}?(?:as )?(?:the )?(?:{TEST}|{HOLD}|out[- ]of[- ]sample|unseen|untouched)\b"
    r"|\b(?P<until>(?:19|20)\d\d)\b[^.;]{0,30}\bto (?:choose|fit|train|learn|estimate|calibrate|tune|pick|search)\b"
)
_OPEN = re.compile(
    r"\b(?:years?|period|part|everything|all|data|record|sample|set|history|months|quotes|rest|onwards?)\b|\bon\b"
)
_THREE = re.compile(
    r"\b(?:training|train|fitting)(?: (?:sets?|part|data))?(?:,| and| ?/) ?(?:an? |its )?(?:validation|dev|development)(?: (?:sets?|part|data))?(?:,| and|, and| ?/) ?(?:an? )?test(?:ing)?\b(?! ?[:=]| \d)"
)
_HALVES = re.compile(
    r"\b(?:in(?:to)? (?:two )?(?:equal(?:ly[- ]sized)? )?halves|in half|down the middle|fifty[- ]fifty|half (?:and|to|for \w+,? (?:and )?)half)\b"
)
_HALVED = re.compile(  # "the book is cut in half"
    r"\b(?:books?|positions?|exposures?|leverage|sizes?|risk|weights?|fees?|costs?|draw-?downs?|account|capital|money|stakes?|gains?|loss(?:es)?|returns?|price|volatility|turnover|sharpe|it)\b[^.;:,]{0,30}$"
)
_EXISTS = re.compile(
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
    r"|\b(?:set(?:s|ting)? aside|reserv(?:ed?|es|ing)|ke(?:pt|eps?|eping)|le(?:ft|aves?|aving)|withh(?:eld|olds?"
    rf"|olding)|put(?:s|ting)? aside|carv\w+|ring-fenc\w+|quarantin\w+|lock\w* (?:away|up)|hid(?:den|es?))\b(?=[^.;]{{0,60}}\b(?:{TEST}|untouched"
    r"|unseen)\b)|\b(?:set(?:s|ting)? aside|reserv(?:ed?|es|ing)|put(?:s|ting)? aside|lock\w* away)(?= (?:[\w'-]+ ){0,3}?"
    rf"(?:{SHARE}|(?:19|20)\d\d|(?:part|portion|slice) of))"
    r"|\bwithheld\b|\bvalidation (?:parts?|stages?|sets?|splits?|samples?|periods?|folds?|windows?|data|scheme|subset|portion"
    r"|slice|years|segment)\b"
    r"|\bout[- ]of[- ]sample\b|\boos\b|\bin[- ]sample (?:and|/|versus|vs|or|to) out\b|\b(?:unseen|never[- ]seen"
    r"|untouched) (?:data|history|sample|observations|dates|years|period|portion|months)\b|\b(?:data|history"
    r"|observations) (?:that )?(?:it|the model|the strategy) (?:has |had |have )?never seen\b"
    r"|\bsplit (?:of(?! \d+-)|into|between|in two|across)(?= (?:the |its |a |all |two |three |separate |\d|train|test"
    rf"|{DATA}|in)\b)|\b(?:data|dataset|history|sample|period|window|record|series|observations|evaluation"
    r"|validation|chronological|temporal|time-based|random|data-)[ -]?(?:is |was |were |are |gets |been "
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
_FIT = r"(?:re-?)?(?:fitted|fit|grown|trained|estimated|calibrated|tuned|optimi[sz]ed|learned|learnt)"
_CHECK = r"(?:tested|checked|evaluated|validated|assessed|scored|judged|verified|measured|tried out)"
_APART = re.compile(
    rf"\b(?:{_FIT}|picked|chosen|selected|settled|decided|searched for) (?:\w+ )?(?:before|until|up to|through|on|with|using|over|from|in) [^.;]{{1,60}}?\b(?:and|then|but|while)"
    rf" (?:\w+ ){{0,2}}?{_CHECK} (?:\w+ )?(?:after|since|from|on|with|using|over|in|out|against)\b"
    rf"|\b{_CHECK} (?:\w+ )?(?:on|with|over|against|in) (?:\w+ ){{0,3}}?{DATA} (?:that |which )?(?:it|the model|the strategy|they)"
    rf" (?:\w+ ){{0,2}}?(?:not|never|n't) (?:\w+ ){{0,2}}?(?:{_FIT}|seen|shown|used)"
    rf"|\b(?:first|initial|earli\w+|older|early) (?:{SHARE} |{NUMBER} )?(?:of (?:the )?)?(?:{DATA} )?(?:is |are |was |were |serves? )"
    rf"(?:used )?for (?:\w+ )?(?:{TRAIN}|learning|fitting)\b"
    rf"|\bnever (?:saw|seen|sees|shown)\b[^.;]{{0,60}}?\b(?:{SHARE}|part|portion|years|months|sample|data|history|observations)\b"
    rf"[^.;]{{0,40}}?\b(?:train\w*|fit\w*|estimat\w*|calibrat\w*|learn\w*)\b"
)
_SAME_DATA = re.compile(
    rf"\b(?:{_FIT}|{TRAIN}) (?:and|as well as) (?:{_CHECK}|{TEST}) (?:\w+ )?(?:on|with|over|use|uses|used|using) (?:exactly )?(?:the )?"
    rf"(?:same|identical|entire|whole|very same|one and the same)\b"
)
_NOTHING_HELD = re.compile(
    r"\b(?:nothing|none of (?:it|the \w+)|no (?:\w+ ){0,2}?(?:slice|part|portion|share|piece|chunk|stretch|segment|data|history|observations?|dates?|days?|years?"
    r"|months?|rows?|bars?)(?: of (?:the |its |that )?\w+)?) (?:(?:is|are|was|were|has|have|been|being|ever|gets?|got|to be) ){0,3}"
    r"(?:(?:kept|held|set|put|laid|left|stored) (?:back|aside|out|apart|in reserve|over|away|by)|withheld|reserved|quarantined|hidden|locked (?:away|up)|ring-fenced|spared|saved|carved (?:out|off))\b"
    rf"|\bwithout (?:any |a |keeping |holding |setting )+(?:reserve\b|{HOLD})"
    rf"|\b(?:{_CHECK}|graded|results?|figures)\b[^.;,]{{0,30}} (?:on|from|over|with) (?:the |its )?(?:very )?(?:whole|entire|full|complete|same) {DATA}\b"
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
_CROSS = re.compile(
    rf"\bcross[- ]?validat\w*|\bk[- ]?folds?\b|\b(?P<n>{NUMBER})[- ]?folds?\b(?: (?:\w+ )?cross[- ]?validat\w*)?(?! (?:increase|rise|gain|drop"
    r"|change|higher|more))|\bleave[- ](?:one|p|\w+)(?:-\w+)?[- ]out\b|\bpurged (?:k|cross|fold)\w*|\bjackknif\w+"
)
_CHOOSES = re.compile(
    rf"\b(?:inside|within|on|in|over) (?:the |its )?(?:{TRAIN}|in-sample|estimation|development|first|earlier) ?(?:part|set|sample|data|years|period|window|portion|slice)?\b|\b(?:penalt(?:y|ies)|regulari\w+|hyper-?parameters?|learning rate|depth|number of trees|shrinkage|lambda|alpha)\b[^.;]{{0,60}}\b(?:chosen|picked|set|selected|tuned|found|comes?|came|determined|settled|by|with|through|via|from)\b"
)
_ONLY_FOLDS = re.compile(rf"(?:{NUMBER})[- ]?folds?")  # a walk forward has folds too
_WALK = re.compile(
    r"\bwalk(?:s|ed|ing)?(?: it)?[- ]?forward\w*|\brolling (?:re-?(?:estimat|fit|train|calibrat)\w*|out-of-sample|evaluation|validation)|\brolling[- ]origin\b|\b(?:expanding|rolling"
    rf"|anchored|sliding|moving)[- ](?:scheme|split|evaluation|re-?fits?|(?:windows?|basis)(?=[^.;]{{0,40}}\b(?:{TRAIN}|{TEST})))|\b(?:{NUMBER})(?:[- ](?:years?|months?|quarters?|weeks?))?[- ]in,?[- ](?:and )?(?:the )?(?:{NUMBER}|next)(?:[- ](?:years?|months?|quarters?|weeks?))?[- ]out\b"
    r"|\b(?:window|it) (?:\w+ )?(?:rolls|moves|slides|walks|marches|advances|steps|shifts) (?:\w+ ){0,2}?(?:forward|on|ahead|along)\b(?=[^.;]{0,60}\b(?:fit|train|test|estimat|judg)\w*)"
    r"|\b(?:year|quarter|month)s? at a time,? (?:each )?(?:after|following|with)\b[^.;]{0,40}\b(?:fit|train|estimat|learn)\w*|\b(?:year|quarter|month)s? after (?:every|each) [\w -]{0,20}\b(?:fit|train)\w*"
    rf"|\b(?:rolling|expanding|anchored|sliding|moving)[- ]window (?:train\w*|fit\w*|re-?fit\w*|validat\w*|evaluat\w*|cross|backtest|test\w*"
    r"|out-of-sample)"
)
_PIECES = r"(?:folds?|blocks?|parts?|slices?|chunks?|segments?|pieces|groups?|sections?|subsets?|buckets?)"
_FOLDS = re.compile(rf"\bk ?= ?(\d+)|\b({NUMBER}) (?:[\w-]+ ){{0,3}}?{_PIECES}\b")
_STEPS = re.compile(
    rf"\b({NUMBER})[- ](?:(?:years?|months?|quarters?|weeks?|days?)[- ])?(?:in|to fit|to train|to learn|for (?:the )?(?:fit|training|estimation|learning))\b,?[- ](?:and )?(?:the )?({NUMBER})[- ](?:(?:years?|months?|quarters?|weeks?|days?)[- ])?(?:out|to test|to judge|for (?:the )?(?:test\w*|evaluation|judging))\b"
)
_IN_TURN = re.compile(  # "the first seven years teach, the remaining three are for marking"
    rf"\b(?:first|earliest|oldest|initial) ({NUMBER}) (?:years|months|quarters|weeks|days)\b[^.;]{{0,60}}?\b(?:remaining|last|other|final|next|later|latest|following) ({NUMBER})\b"
)
_SINGLE = re.compile(r"\b(?:single|one-off|one-time|fixed|lone) (?:\w+[ -])?$")
_WHOLE = r"(?:(?:the |its )?(?:whole|entire|full|complete)|all(?: of)?(?: the| its)?|every single|every)"
_ALL_SHOWN = re.compile(
    rf"\b{_WHOLE} (?:\w+ )?{DATA} (?:is|are|was|were|gets?) (?:\w+ )?(?:reported|shown|covered|displayed|presented)\b|\b(?:figures|results|numbers|report) (?:\w+ )?covers? {_WHOLE} (?:\w+ )?{DATA}\b"
)
_ALL_FITTED = re.compile(
    rf"\b(?:same|identical) (?:\w+ )?{DATA} (?:is|are|was|were) (?:\w+ )?(?:used )?(?:both )?(?:to|for) {TRAIN} (?:and|as well as) (?:to |for )?{TEST}\b"
    rf"|\b{_WHOLE} (?:\w+ )?{DATA} (?:was|were|went|goes|go|is|are|served?|serves) (?:\w+ )?(?:used )?(?:in|into|for|to|as) (?:the |its )?(?:{TRAIN}|grid|fit)\b"
    rf"|\b{_FIT} (?:\w+ )?(?:on|over|with|using|across) {_WHOLE} (?:\w+ )?{DATA}\b(?! (?:known|available|up to|until|before|so far|at (?:that|the)|seen|then|to date|prior|preceding|by|through|of (?:the|each)|in (?:the )?(?:train|first|in-sample)|from|since|between|\d))(?! (?:that|which) (?:is|was|are|were) (?:known|available))"
    rf"|\b(?:{TRAIN}|grid|search|choice) (?:was|were|is) (?:\w+ )?(?:run|done|made|carried out|performed) (?:on|over|with|using) {_WHOLE} (?:\w+ )?{DATA}\b"
    r"|\b(?:training|fitting|estimation) (?:data|part|period|years|sample)? ?included\b|\b(?:covers?|includes?|contains?) (?:the |its )?(?:training|fitting|estimation) (?:data|part|period|years|sample|bars) (?:as well|too|also)\b"
    r"|\b(?:record|history|backtest|sample|whole thing|it|everything)(?: is|'s| was) (?:all |entirely |wholly |purely |fully |strictly |only )*in[- ]sample\b"
    rf"|\bno (?:\w+ )?{TEST} (?:\w+ )?(?:was|were|is|has been) (?:ever )?(?:done|made|carried out|performed|run|used|kept|undertaken|attempted)\b"
)
_LATER = re.compile(
    rf"\b(?:never|not|n't) (?:\w+ ){{0,2}}?(?:saw|see|seen|shown|looked at|touched) (?:\w+ )?(?:{DATA}|anything) (?:after|from|since|beyond|following|later than)\b"
    rf"|\b(?:results?|figures?|numbers?|record|returns|performance)\b[^.;]{{0,40}}? (?:from|on|over) (?:\w+ )?{DATA} (?:that |which )?(?:it|the (?:model|strategy|network|system)|they) (?:\w+ )?(?:not|never|n't) (?:\w+ )?(?:seen|see|encounter\w*|met|used|touched|shown|known|know)\b"
    rf"|\b(?:it|the (?:model|strategy|network|system)) (?:did|had|has|was)(?:n't| not| never) (?:\w+ )?(?:seen|see|encounter\w*|meet|met) (?:during|in|while|at) (?:\w+ )?{TRAIN}\b"
)
_DENIED = re.compile(r"\b(?:not|never|hardly|nor|isn't|aren't|wasn't|no longer) (?:\w+ )?$")
_DENIAL = re.compile(
    r"\b(?:results|figures|returns|numbers|metrics|everything|performance)(?: \w+){0,3} (?:is|are|was"
    r"|were) (?:all |entirely |wholly |purely |fully |strictly |only )*in[- ]sample\b"
    r"|\b(?:the )?(?:whole|entire|full|same) (?:history|sample|data|dataset|period|record) (?:is|was"
    r"|serves)(?: used)? (?:for|as|to) (?:both )?(?:train|fit|estimat)\w*[^.;]{0,40}\b(?:test|evaluat|validat)\w*"
    r"|\b(?:undivided|unsplit|unpartitioned|un-?divided|unbroken|uncut)(?: (?:\w+ ){0,2}?(?:samples?|data\w*|history|record|series|periods?|stretch|whole|span|backtest))?\b"
    r"|\b(?:one|a) (?:single|continuous|uninterrupted|unbroken|whole|solid) (?:sample|block|stretch|piece|period|run|pass) (?:of (?:data|history) )?(?:is|was|serves?|served|used|for (?:everything|both|all))\b"
    r"|\b(?:no|without (?:a|any)) (?:evaluation |data |such |sample )?split\b(?! (?:second|decision|vote"
    r"|between assets))"
    r"|\b(?:validation|hold-?out|(?:data |sample )?split|test (?:set|period|part|data)|out-of-sample)(?: (?:of|for|in|method|scheme|design|data|period|part|set|q+)){0,2} ?(?:[:=]|is|was)+ ?(?:none|no|n/a|nil|nothing|not applicable)\b(?! (?:more|less|other|else))"
    r"|\bevaluation split\b ?(?:[:=]|is|was)+ ?(?:none|no|n/a|nil|not applicable)\b"
)
_IN_ONE_GO = re.compile(
    r"^(?:a |one |in one |in a )?(?:single|one) (?:pass|go|run|sweep|block|piece|stretch|period|sample)\b|\bnothing (?:to|is|was) (?:split|divided?|held|set aside)\b|^no (?:in-sample|separate|hold-?out|test|out-of-sample)"
    r"|\b(?:in|as) one (?:go|block|piece|pass|run)\b|^(?:the )?(?:whole|full|entire) (?:history|period|sample|record)\b"
)
_TEST_USED = re.compile(  # "the later years were also used to fine-tune the threshold"
    rf"(?<!cross-)\b(?:later|last|final|{HOLD}|{TEST}|remaining|most recent|recent|unseen|second|newest|latest)\b(?:(?!\b(?:no|none|not|never|nothing)\b)[^.;,:]){{0,40}}?\b(?:were|was|are|is|been|have been|had been) (?:also |then |even |again |\w+ly |partly )*(?:used|consulted|looked at|drawn on|included|fed|part of|involved|there|available) "
    r"(?:\w+ ){0,2}?(?:to|for|in|when|while|during) (?:the |its |a )?(?:\w+ ){0,2}?(?:fine-?tun|tun|fit|train|choos|choice|select|pick|search|optimi|calibrat|estimat|refin|learn|grid)\w*"
    rf"|\b(?:early stopping|tuning|selection|choice|search|calibration|fitting|optimi[sz]ation) (?:\w+ )?(?:used?|uses|looked at|looks at|watche[sd]|reads|peeks at|peeked at|is (?:guided|steered|decided|judged) (?:by|on)|saw|relied on|relies on|drew on|(?:was|is) done on|took place on|happened on|ran on) (?:\w+ )?(?:the )?(?:test|hold-?out|out-of-sample)\b"
    rf"|\b(?:tuned|fine-tuned|optimi[sz]ed|selected|chosen|picked|calibrated|fitted|estimated|searched)(?: \w+){{0,4}}? (?:on|over|with|using|against|for) (?:the |its )?(?:{TEST}|{HOLD}|out-of-sample|unseen) (?:part|years|data|period|set|sample|months|slice|portion|stretch|window)\b"
)
_UNDIVIDED = re.compile(
    rf"\b(?:un|not |never |no |nothing |without (?:an? )?)(?:\w+ ){{0,2}}?(?:split|divided|partitioned|held|{HOLD}|{TEST}|{TRAIN}|set apart|separate)"
    r"|\bin[- ]sample(?: only|$)|^(?:the )?(?:whole|entire|full|all) "
)
_OWN_STOCK = re.compile(
    r"\b(?:stock|share|reverse|forward|price)[ -]splits?|\bsplits? of \d+-(?:for|to)-\d+|\b\d+-(?:for|to)-\d+ splits?|splits? (?:and|or|/|&) (?:cash )?dividends?"
    r"|dividends? (?:and|or|/|&) (?:stock )?splits?|split[- ]adjusted|adjusted for (?:stock )?splits?"
    r"|split[- ](?:and|or)"
)
_BLENDED = re.compile(
    r"\b(?:blends?|mix(?:es|ture)?|(?:better|sensible|safe) default|holders?|allocations?|portfolio of|half and half|combin\w+|investors?|diversif\w+|cautious|aggressive)\b"
)
_TAUGHT = re.compile(rf"\b(?:{TRAIN}|{TEST}|hold-?out|held[- ]out|in[- ]sample|out[- ]of[- ]sample)\b")
_TIME_HELD = re.compile(
    rf"\b(?:for|on|during|in) (?:\w+ )?{SHARE} of (?:the |all )?(?:days|weeks|months|sessions|bars|time)\b"
)
_ALL_OUT = re.compile(
    r"\b(?:all|every\w*|whole|entire|each|full)\b (?:\w+ ){0,4}(?:is|are|was|were|counts? as|remains?)(?:,? (?!before\b|after\b|until\b|the\b)\w+,?){0,4},? $"
)
_OUGHT = re.compile(
    r"\b(?:(?:has|have|needs?|ought|is|are) to|must|should|would|could|can|may|might)(?: \w+)? (?:be )?$"
)
_BARRED = re.compile(r"(?:\b(?:no|not|never|nothing|without|neither|nor|none)\b|n't\b)[^.;:]*$")
_HOW = re.compile(r"\b(?:how|whether|why|where|when) (?:\w+ ){0,2}$")  # which leaves open whether it is
_IS_NOT = re.compile(r"(?: (?:of|for|in) [\w-]+)? (?:is|was|are|were)(?: not|n't) (?:the|a|an|its|\d)\b")


def read(fact: FactValue) -> Split | None:
    """A document's split: shares, dates, a method, or none; None where it is left open."""
    text = fold(fact if isinstance(fact, str) else ", ".join(fact)).strip()
    if says_nothing(text):
        return None
    if says_none(text) or _DENIAL.search(text) or _IN_ONE_GO.search(text):
        return Split(exists=False)
    method, folds = _method(text)
    ratio = ratio_in(text, needs_context=False)
    if ratio is not None:
        return Split(parts=ratio[2], method=method, folds=folds)
    sizes = sizes_in(text)
    if len(sizes) > 1 and abs(sum(sizes) - 1) < 0.011:
        return Split(parts=tuple(reversed(sizes) if are_reversed(text) else sizes), method=method, folds=folds)
    share = next(chain(placed_in(text), shares_in(text, results=True)), None)
    if share is not None:
        train = round(1 - share.size if share.judged else share.size, 6)
        return Split(parts=(train, round(1 - train, 6)), method=method, folds=folds)
    if _HALVES.search(text):
        return Split(parts=(0.5, 0.5), method=method, folds=folds)
    if method is None and (turns := _IN_TURN.search(text)):
        first, then = number(turns[1]) or 0.0, number(turns[2]) or 0.0
        if first and then:
            return Split(parts=(first / (first + then), then / (first + then)))
    if method is None and re.search(
        r"\b(?:rolling|expanding|sliding|anchored|moving window|re-?(?:fit|train|estimat)\w*)\b", text
    ):
        method = "walk-forward"
    if method is None and re.search(r"\b(?:19|20)\d\d\b", text):
        method = "dates"
    return Split(exists=method is not None or _UNDIVIDED.search(text) is None, method=method, folds=folds)


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every split, share, method or denial of a split that a passage names."""
    stock = [match.span() for match in _OWN_STOCK.finditer(text)]
    for match in _RANDOM.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Split(order="random"))
    for match in _IN_TIME.finditer(text):
        if CONTEXT.search(text):
            yield Stated(start=match.start(), end=match.end(), value=Split(order="time"))
    for match in _DENIAL.finditer(text):
        if _DENIED.search(text, 0, match.start()):
            continue
        yield Stated(start=match.start(), end=match.end(), value=Split(), asserted=False)
    for pattern, method in ((_CROSS, "cross-validation"), (_WALK, "walk-forward")):
        for match in pattern.finditer(text):
            if CONTEXT.search(text) or "fold" not in match[0]:
                folds = _folds(match, match.start(), match.end() + 40) if pattern is _CROSS else None
                if pattern is _CROSS and _CHOOSES.search(text) and "leave" not in match[0]:
                    continue  # how a penalty was chosen, not how the result was judged
                told = "folds" if pattern is _CROSS and _ONLY_FOLDS.fullmatch(match[0]) else method
                yield Stated(start=match.start(), end=match.end(), value=Split(method=told, folds=folds))  # type: ignore[arg-type]
    for match in _STEPS.finditer(text):
        if steps := _steps(match):
            yield Stated(start=match.start(), end=match.end(), value=Split(method="walk-forward", steps=steps))
    shares: list[tuple[int, int]] = []
    ratios: list[tuple[int, int]] = []
    for start, end, parts in ratios_in(text, needs_context=True):
        if _BLENDED.search(text) and not _TAUGHT.search(text):
            continue
        if any(begin < end and start < stop for begin, stop in ratios):
            continue
        ratios.append((start, end))
        shares.append((start, end + 16))
        named = _EXISTS.match(text, min(end + 1, len(text)))
        yield Stated(start=start, end=named.end() if named else end, value=Split(parts=parts))
    for share in shares_in(text, shares):
        if _TIME_HELD.search(text, max(share.start - 16, 0), share.end) and MIX.search(text):
            continue  # "for a quarter of the days tested it held a position"
        if share.judged and "validation" in text and _CHOOSES.search(text):
            continue  # "picked by cross-validation within the first 80%"
        shares.append((share.start, share.end))
        value = Split(test=share.size) if share.judged else Split(train=share.size)
        yield Stated(start=share.start, end=share.end, value=value, asserted=True if share.unseen else None)
        if is_backwards(text[share.start : share.end], text, judged=share.judged):
            yield Stated(start=share.start, end=share.end, value=Split(backwards=True))
    for start, end, length, learned in steps_told(text):
        yield Stated(start=start, end=end, value=Split(span=length, span_used=not learned))
    for match in _SINCE.finditer(text):
        year = match["year"] or match["until"] or match["after"]
        if not match[0].startswith(("tested", "test on", "evaluat", "backtest")) and _OPEN.search(
            match[0] + text[match.end() : match.end() + 10]
        ):
            yield Stated(start=match.start(), end=match.end(), value=Split(method="dates", since=int(year)))
    for first, last, start, end in _spans(_FITTED_SPAN, text):
        yield Stated(start=start, end=end, value=Split(fitted_on=(first, last)))
    for first, last, start, end in _spans(_JUDGED_SPAN, text):
        yield Stated(start=start, end=end, value=Split(judged_on=(first, last)))
    for match in _HALVES.finditer(text):
        halved = _HALVED.search(text, max(match.start() - 50, 0), match.start()) is not None
        if CONTEXT.search(text) and not MIX.search(text) and not halved:
            yield Stated(start=match.start(), end=match.end(), value=Split(parts=(0.5, 0.5)))
    three = [match.span() for match in _THREE.finditer(text)]
    for match in _THREE.finditer(text):
        if not ratios:
            yield Stated(start=match.start(), end=match.end(), value=Split(method="three"))
    for match in (*_SAME_DATA.finditer(text), *_NOTHING_HELD.finditer(text), *_TEST_USED.finditer(text)):
        yield Stated(start=match.start(), end=match.end(), value=Split(), asserted=False)
    for match in NONE_KEPT.finditer(text):
        if not _DENIED.search(text, 0, match.start()):
            lacks_one = "validation" in match[0]  # which two parts may lack
            value = Split(method="three") if lacks_one else Split()
            yield Stated(start=match.start(), end=match.end(), value=value, asserted=False)
    for match in TEST_FIRST.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Split(backwards=True))
    for match in TWO_PARTS.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Split(method="three"), asserted=False)
    for match in ONE_CUT.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Split(method="single"))
    for match in KEPT.finditer(text):
        if _OUGHT.search(text, max(match.start() - 30, 0), match.start()):
            continue  # "it has to be judged on data that it hasn't seen"
        unseen = re.search(r"\b(?:not|never)\b|n't\b", match[0]) is not None
        barred = _BARRED.search(text, max(match.start() - 60, 0), match.start()) is not None
        yield Stated(
            start=match.start(),
            end=match.end(),
            value=Split(method="three" if barred and "validation" in match[0] else "part"),
            asserted=False if barred else True if unseen else None,
        )
    for match in _ALL_FITTED.finditer(text):
        if not match[0].endswith("past") and not _DENIED.search(text, 0, match.start()):
            yield Stated(start=match.start(), end=match.end(), value=Split(), asserted=False)
    for match in _ALL_SHOWN.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Split(method="single"), asserted=False)
    for match in (*_UNUSED.finditer(text), *_APART.finditer(text), *_LATER.finditer(text)):
        yield Stated(start=match.start(), end=match.end(), value=Split(), asserted=True)
    for match in (*_EXISTS.finditer(text), *_DIVIDED.finditer(text)):
        # a stock split is none, and "an 80/20 train/test split" is one claim: to deny it is not to deny every split
        if any(begin < match.end() and match.start() < end for begin, end in (*stock, *shares, *three)):
            continue
        if _HOW.search(text, max(match.start() - 24, 0), match.start()):
            continue
        if match[0].startswith(("out", "oos")) and _ALL_OUT.search(text, 0, match.start()):
            continue
        if text[match.end() : match.end() + 2] in (": ", " :") and (
            _IN_ONE_GO.search(text[match.end() :].lstrip(" :")) or _UNDIVIDED.search(text, match.end())
        ):
            continue  # "Evaluation split: single pass over all quarters"
        if _IS_NOT.match(text, match.end()):
            continue  # "the test set is not the last fifth" denies the fifth
        part = match.re is _DIVIDED or match[0].startswith("validation")  # to deny it denies no split
        single = _SINGLE.search(text, max(match.start() - 30, 0), match.start()) is not None
        yield Stated(
            start=match.start(), end=match.end(), value=Split(method="single" if single else "part" if part else None)
        )


_FITTED_SPAN = re.compile(
    r"\b(?:fitted|fit|trained|train|tuned|tuning|chosen|picked|selected|estimated|calibrated|optimi[sz]ed|learned|learn|settled|searched|cross-validation|in[- ]sample)\b(?: (?!(?:not|never|and then)\b)[\w'-]+){0,6}? \(?(?P<first>(?:19|20)\d\d)(?: ?- ?| to | until | through | and )(?P<last>(?:19|20)\d\d)\b"
    r"|\b(?P<first2>(?:19|20)\d\d)(?: ?- ?| to | until | through | and )(?P<last2>(?:19|20)\d\d)\b(?: (?:was|were|is|are|served?|serves|used|only|both))* (?:to|for) (?:learn|fit|train|choose|pick|tune|settle|estimate|calibrate|tuning|training|fitting)\b"
)


_JUDGED_SPAN = re.compile(
    rf"\b(?:(?:the |a |an |untouched )?(?:{HOLD}|test (?:years|period|part|set|sample|span|window|data)|out[- ]of[- ]sample (?:years|period|part|sample)?))(?: (?:is|are|was|were|of|covers?|spans?|runs?|ran|from|comprises?|over|for|:|the|years|period))* ?:? ?(?P<first>(?:19|20)\d\d)(?: ?- ?| to | until | through | and )(?P<last>(?:19|20)\d\d)\b"
)


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int, int, int]]:
    """The first and the last year of what the pattern tells, and where."""
    for match in pattern.finditer(text):
        first, last = (int(year) for year in match.groups() if year)
        yield first, last, match.start(), match.end()


def conflict(stated: Split, *, asserted: bool, fact: Split, document: MethodologyDocument) -> Reason | None:
    """A split where nothing is split, none where one is documented, other shares, another method."""
    if stated.order is not None:
        return _breaks_order(stated.order, asserted=asserted, fact=fact, told=prose(document, key))
    if stated.fitted_on is not None or stated.judged_on is not None:
        if not asserted or not fact.exists or fact.method == "walk-forward":
            return None
        fitted = stated.fitted_on is not None
        pattern, span = (_FITTED_SPAN, stated.fitted_on) if fitted else (_JUDGED_SPAN, stated.judged_on)
        years = {(first, last) for first, last, _, _ in _spans(pattern, prose(document, key))}
        return Reason.CONTRADICTS_DOCUMENT if years and span not in years else None
    if stated.span is not None:
        if not asserted or fact.method != "walk-forward":
            return None
        spans = [length for _, _, length, learned in _told_steps(prose(document, key)) if learned != stated.span_used]
        return Reason.CONTRADICTS_DOCUMENT if differ(stated.span, spans) else None
    if stated.backwards:
        breaks = asserted and fact.parts is not None and not _tells_backwards(prose(document, key))
        return Reason.CONTRADICTS_DOCUMENT if breaks else None
    if not fact.exists:
        return Reason.INAPPLICABLE_TOPIC if asserted else None
    shares = stated.parts is not None or stated.train is not None or stated.test is not None
    if not asserted and stated.since is not None:
        return (
            Reason.CONTRADICTS_DOCUMENT
            if fact.method == "dates" and str(stated.since) in prose(document, key)
            else None
        )
    if stated.method == "three":
        two = len(fact.parts or ()) == 2 or fact.method == "walk-forward"
        if not asserted:
            return Reason.CONTRADICTS_DOCUMENT if len(fact.parts or ()) > 2 else None
        return Reason.CONTRADICTS_DOCUMENT if two and "validation" not in prose(document, key) else None
    moving = fact.method in ("cross-validation", "walk-forward")
    if stated.method == "folds":
        if not asserted:
            return Reason.CONTRADICTS_DOCUMENT if moving and fact.folds == stated.folds else None
        other = fact.folds is not None and stated.folds is not None and fact.folds != stated.folds
        return Reason.CONTRADICTS_DOCUMENT if other or (not moving and fact.method != "dates") else None
    if stated.method == "single":
        return Reason.CONTRADICTS_DOCUMENT if asserted == moving else None
    if stated.steps is not None and asserted and moving:
        known = next((steps for match in _STEPS.finditer(prose(document, key)) if (steps := _steps(match))), None)
        return Reason.CONTRADICTS_DOCUMENT if known is not None and known != stated.steps else None
    if not asserted:
        if stated.folds and fact.folds and stated.folds != fact.folds:
            return None
        same = shares and _agrees(stated, fact) and fact.parts is not None
        if stated.test is not None and fact.parts is not None:
            same = _close([stated.test], [fact.parts[-1]])  # "not the last 20%" leaves 10% and 10%
        denied = same or (not shares and (stated.method == fact.method if stated.method else True))
        return Reason.CONTRADICTS_DOCUMENT if denied else None
    if stated.since is not None:
        return None if str(stated.since) in prose(document, key) else Reason.CONTRADICTS_DOCUMENT
    if shares and (fact.method == "dates" or not _agrees(stated, fact)):
        return Reason.CONTRADICTS_DOCUMENT
    if stated.method in ("cross-validation", "walk-forward"):
        other = fact.method is not None or fact.parts is not None
        if (other and stated.method != fact.method) or (stated.folds and fact.folds and stated.folds != fact.folds):
            return Reason.CONTRADICTS_DOCUMENT
    return None


_ROWS = r"(?:rows?|hours|minutes|quarters|years|sessions|candles|trades|labels|sequences|windows|returns|data|timestamps|instances|batch(?:es)?|samples?|observations?|days|dates|data(?:set| points)?|history|examples?|records?|bars|months|weeks|points)"
_RANDOM = re.compile(
    rf"\b(?:(?:the |all |its )?(?:{_ROWS}|labels) (?:(?:is|are|was|were|get|gets|being|been) )(?:\w+ly |all |then |first |not |never )*(?:shuffled|randomi[sz]ed|mixed|drawn at random|picked at random|permuted)"
    rf"|shuffl(?:es|ed|ing) (?:the |its |all )*(?:\w+ )?{_ROWS}|random(?:ly)? (?:[\w/%-]+ )?(?:train/test |train-test |hold-?out )?(?:splits?|division|partition|hold-?out|split)"
    rf"|(?:split|divided|cut|partitioned|assigned|held out|drawn|picked|chosen|selected)(?: \w+){{0,5}} (?:at random|randomly)|random (?:sample|subset|selection|\d+ ?%) of (?:the |all |its )*{_ROWS}|random (?:train|test|hold-?out)\w*|random (?:\w+ )?(?:batch(?:es)?|blocks?|chunks|{_ROWS})(?: of \w+)? (?:\w+ ){{0,3}}?(?:held out|held back|for testing|as (?:the |a )?test|reserved|set aside|kept)|shuffled (?:split|{_ROWS}))\b"
)
_IN_TIME = re.compile(
    r"\b(?:(?:in|by) (?:\w+ )?(?:time|chronological|date|calendar|temporal) order|in order of (?:time|date)|chronological(?:ly)?|by (?:time|date)(?= (?:and|not|rather|,|\()|[.,;)]|$))"
)


def _breaks_order(order: str, *, asserted: bool, fact: Split, told: str) -> Reason | None:
    """Whether the rows of a sample that is split are told to lie in another order than the document says."""
    if not fact.exists:
        return None
    shuffled = _RANDOM.search(told)
    random = shuffled is not None and not re.search(
        r"\b(?:not|never|no|without|nor|than)\b|n't\b", told[max(shuffled.start() - 30, 0) : shuffled.end()]
    )
    timely = (
        _IN_TIME.search(told) is not None
        or fact.method in ("dates", "walk-forward")
        or (shuffled is not None and not random)
    )
    if order == "random":
        breaks = (asserted and timely and not random) or (not asserted and random)
    else:
        breaks = (asserted and random and not timely) or (not asserted and timely and not random)
    return Reason.CONTRADICTS_DOCUMENT if breaks else None


@lru_cache(maxsize=1024)
def _told_steps(told: str) -> tuple[tuple[int, int, Length, bool], ...]:
    return tuple(step for sentence in sentences(told) for step in steps_told(sentence))


@lru_cache(maxsize=1024)
def _tells_backwards(told: str) -> bool:
    return any(
        is_backwards(sentence[share.start : share.end], sentence, judged=share.judged)
        for sentence in sentences(told)
        for share in shares_in(sentence)
    )


def _steps(match: re.Match[str]) -> tuple[float, float] | None:
    learned, judged = number(match[1]), number(match[2])
    return None if learned is None or judged is None else (learned, judged)


def _agrees(stated: Split, fact: Split) -> bool:
    """Each fold of five tests a fifth; no one share is walk-forward's."""
    if fact.parts is None:
        if fact.method is None or (fact.folds is None and fact.method == "cross-validation"):
            return True
        test = stated.parts[-1] if stated.parts else stated.test or 1 - (stated.train or 0.0)
        return fact.folds is not None and _close([test], [1 / fact.folds])
    if stated.parts is not None:
        return _close(sorted(stated.parts), sorted(fact.parts))
    if stated.train is not None:
        return _close([stated.train], [fact.parts[0]])
    share = [stated.test or 0.0]
    return any(_close(share, [part]) for part in (*fact.parts[1:], sum(fact.parts[1:])))


def _close(left: list[float], right: list[float]) -> bool:
    return len(left) == len(right) and all(abs(a - b) < 0.006 for a, b in zip(left, right, strict=True))


def _method(text: str) -> tuple[Method | None, int | None]:
    cross = _CROSS.search(text)
    if cross and _ONLY_FOLDS.fullmatch(cross[0]) and _WALK.search(text):
        return "walk-forward", _folds(cross, 0, len(text))
    if cross:
        return "cross-validation", _folds(cross, 0, len(text))
    return ("walk-forward", None) if _WALK.search(text) else (None, None)


def _folds(cross: re.Match[str], start: int, end: int) -> int | None:
    """How many folds a cross-validation has, by its own words or else by those from `start` to `end` of its text."""
    counted = _FOLDS.search(cross.string, start, end)
    folds = number(cross["n"] or (counted[1] or counted[2] if counted else ""))
    return int(folds) if folds else None
