"""How history was divided between fitting and testing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.passages import fold
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.amounts import FRACTION, NUMBER, PERCENT, fraction, number
from validators.methodology.topics.prose import prose
from validators.reasons import Reason

key = "evaluation_split"
cues = (
    "split", " saw ", " seen", "shown", "exposed to", " train", "-train", "/train", "(train", "retrain", "pre-train",
    "trained", "training", " test", "-test", "/test", "(test", "_test", "|test", "\"test", "*test", "tested",
    "testing", "holdout", "hold-out", "hold out", "holds out", "holding out", "held-out", "held out", "held back",
    "held aside", "hold back", "holds back", "valid", "walk", "fold", "sample", "partition", "unseen", " oos", "oos ",
    "withh", "divide", "dividing", "division", "leave-one", "evaluat", "embargo", "purged", "never seen", "in two",
    "two parts", "quarantin", "ring-fenc", "trained the", " fit", "fitted", "estimated", "calibrated", "learned", "learning", "never ", "serves as", "served as", "acts as",
    "/10", "/20", "/30", "/25", "/40", "/15", "/50", "/5 ", "-10 ", "-20 ", "-30 ", "-25 ", ":10", ":20", ":30", ":25", "to 10", "to 20", "to 30", "to 25", "learn", "saw",
    "kept", "keep", "slice", "portion", "chunk", "locked", "hidden", "estimat", "calibrat", "optimi", "judged", "scored", "checked", "assessed", "half", "halves", "two thirds", "carve", "reserv",
    "aside", "drawer", "locked", "record was", "cut ", "jackknife", "in-sample", "backtest", "tuned", "tuning", "/test", "develop",
)  # fmt: skip
also: tuple[str, ...] = ()

Method = Literal["cross-validation", "walk-forward", "dates", "part"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A split, or (`exists` False) that there is none.

    `parts` are shares in order (train first), None where the text gives none. `train` and `test` are single shares. `since`: the year
    in which a part begins or ends.
    """

    exists: bool = True
    parts: tuple[float, ...] | None = None
    train: float | None = None
    test: float | None = None
    method: Method | None = None
    since: int | None = None
    folds: int | None = None


_DATA = (
    r"(?:data|dataset|history|histories|sample|samples|observations?|dates|days|months|years|weeks|rows|period|window"
    r"|record|series|span|timeline|time series|bars|backtest|time line|archive|track record|past|file|quotes|prices)"
)
_TRAIN = (
    r"(?:train(?:ing|ed|s)?|fit(?:ting|ted|s)?|estimation|calibrat(?:ion|ed|ing)|in[- ]sample|learning|model(?:l?ing"
    r"| building)|development|optimi[sz](?:ation|ing|ed))"
)
_TEST = (
    r"(?:test(?:ing|ed|s)?|hold[- ]?outs?|held[- ]out|held back|validat(?:ion|ing|ed|es?)|out[- ]of[- ]sample|oos"
    r"|evaluat(?:ion|ing|ed|es?)|unseen|verification|assessment)"
)
_HOLD = (
    r"(?:h[eo]lds?(?:ing)? (?:out|back|aside)|held (?:out|back|aside)|withh(?:eld|olds?|olding)|set(?:s|ting)? aside"
    r"|reserv(?:ed?|es|ing)|ke(?:pt|eps?|eping) (?:aside|back|out|unseen|untouched|for)|le(?:ft|aves?|aving) (?:out"
    r"|aside|untouched)|put(?:s|ting)? aside|ring-fenc\w+|quarantin\w+|carv\w+ (?:out|off)|lock\w* (?:away|up)|hid(?:den|es?) (?:away|from)|put in a drawer|shut away)"
)
_SHARE = rf"(?:{PERCENT}|{FRACTION}|0?\.\d+)"
_RATIO = re.compile(
    r"(?<![\w./$-])(\d{1,2}(?:\.\d)?) ?%?(?: ?[/:-] ?| to | and |, ?)(\d{1,2}(?:\.\d)?) ?%?(?:(?: ?[/:-] ?| to "
    r"| and |, ?)(\d{1,2}(?:\.\d)?) ?%?)?(?![\w/]|\.\d)"
)
_WORD_RATIO = re.compile(
    r"\b(fifty|sixty|seventy(?:-five)?|seventy|eighty(?:-five)?|eighty|ninety)[ /-](?:to[ -]|by[ -])?(fifty|forty"
    r"|thirty|twenty(?:-five)?|twenty|fifteen|ten)\b|\b(four|three|two|nine|seven|eight)[ -]to[ -](one|two"
    r"|three)\b"
)
_CONTEXT = re.compile(
    rf"\b(?:split\w*|{_TRAIN}|{_TEST}|{_HOLD}|partition\w*|divi[ds]\w*|in[- ]sample|(?:two|three)-way|apportion\w*|learn\w*|judged?|record was cut)\b"
)
_OUTCOME = re.compile(
    r"\b(?:drawdowns?|returned|returns?|cagr|sharpe|volatility|gained|lost|losses|gains|win rate|hit rate"
    r"|outperform\w*)\b"
)
_PORTFOLIO = re.compile(
    r"^\W*(?:stocks?|bonds?|equit\w+|portfolio|allocation|mix|benchmark|weights?|blend|long|capital)\b"
)
_PLACED = re.compile(
    rf"(?<![\w.])(?:(?P<place>first|initial|earliest|early|earlier|opening|oldest|older|front|last|final|latest|most recent|recent|remaining|closing|trailing|later"
    rf"|newest|youngest)(?: (?!of\b)\w+)?? )?(?<![\w.])(?P<share>{_SHARE})(?P<of> (?:(?:slice|chunk|portion|block|segment|part|piece|share|stretch) )?(?:of|in) (?:(?!of\b)[\w']+ ){{0,4}}?{_DATA}\b"
    rf"| (?:(?!of\b)\w+ )?(?:{_DATA}|slice|chunk|portion|block|segment|piece|stretch|tail|remainder)\b)?"
)
_NEVER = re.compile(
    r"\b(?:never|not|n't) (?:\w+ ){0,2}?(?:saw|see|sees|seen|shown|touch\w*|enter\w*|used?|reach\w*|inform\w*)\b"
)
_UNSEEN = re.compile(
    r"\b(?:never|not|n't) (?:\w+ ){0,2}?(?:saw|see|sees|seen|shown|touch\w*|enter\w*|use[ds]?|fit\w*|train\w*|learn\w*)\b[^.;,]{0,30}$"
)
_APART_FROM = r"(?:out of|outside|excluded from|away from|apart from|beyond|kept from|withheld from|hidden from|spared|after|before|prior to) (?:the |its |any |all )?(?:model(?:'s)? )?"
_LEARNS = re.compile(
    r"\b(?:(?:re-?)?train\w*|(?:re-?)?fit(?:s|ted|ting)?|estimat\w+|(?:re-?)?calibrat\w+|learn\w*|taught|teach\w*|optimi[sz]\w+|tun(?:ed|ing|es?)|in-sample|develop\w+|built|build"
    r"|saw|sees|seen|shown|exposed|model(?:l?ing|led)|feeds? the model)\b"
)
_JUDGES = re.compile(
    r"\b(?:(?:back-?)?test\w*|h[eo]ld\w*|kept|keep\w*|valid\w+|evaluat\w+|oos|out[- ]of[- ]sample|unseen|untouched|judg\w+|scor(?:ed?|es|ing)|check\w*|verif\w+"
    r"|assess\w*|reserv\w+|(?:sets?|puts?|left|leaves?|laid|lays?|setting|putting) (?:aside|away|in|by)|(?:out of|outside|excluded from|away from|beyond|kept from|withheld from|hidden from) (?:the |its |any |all )?(?:model(?:'s)? )?(?:fit|train|estimat|calibrat|learn|optimi|tun)\w*|withh\w+|drawer|lock\w*|vault|quarantin\w+|measured|reported|exam\w*|carv\w+"
    r"|(?:never|not|n't) (?:\w+ ){0,2}?(?:saw|see|sees|seen|shown|touch\w*|enter\w*|use[ds]?|reach\w*|inform\w*|fit\w*|train\w*|learn\w*|went|part))\b"
)
_SINCE = re.compile(
    rf"\b(?:{_TEST}|{_HOLD}|judged|validated|kept out|untouched|out of the (?:fit|train)\w*|sets? aside|(?:after|once) (?:the |all )?[\w ]{{1,30}} (?:was|were|had been) (?:frozen|fixed|fitted|set|chosen|picked))\b[^.;]{{0,60}}?"
    r"\b(?:from|since|after|begin\w*|start\w*|onwards? from) (?:in |on |with |of )?(?:(?:january|the start of|1 january) )?(?P<year>(?:19|20)\d\d)(?! (?:to|until|through|and|till)\b| ?-)"
    r"|\b(?P<until>(?:19|20)\d\d)\b[^.;]{0,30}\bto (?:choose|fit|train|learn|estimate|calibrate|tune|pick|search)\b"
)
_OPEN = re.compile(
    r"\b(?:years?|period|part|everything|all|data|record|sample|set|history|months|quotes|rest|onwards?)\b|\bon\b"
)
_ROLE_NUMBERS = re.compile(
    rf"\b(?:{_TRAIN})\W{{0,3}}(\d{{1,2}}),? (?:and )?(?:{_TEST}|dev)\W{{0,3}}(\d{{1,2}})(?:,? (?:and )?(?:{_TEST})\W{{0,3}}(\d{{1,2}}))?\b"
)
_HALVES = re.compile(
    r"\b(?:in(?:to)? (?:two )?(?:equal(?:ly[- ]sized)? )?halves|in half|down the middle|fifty[- ]fifty|half (?:and|to|for \w+,? (?:and )?)half)\b"
)
_OF_DATA = re.compile(rf"\b(?:{_TRAIN}|{_TEST}|{_HOLD}|{_DATA}|in[- ]sample|learn\w*|judged?)\b")
_MIX = re.compile(
    r"\b(?:stocks?|bonds?|equit\w+|portfolio|allocat\w+|mix|benchmark|weight\w*|blend|long|short|cash|exposure|odds|win\w*|positions?|capital|money|names|legs?|equally|risk|leverage|margin|net|gross|gold|balanced)\b"
)
_SHARE_ROLE = re.compile(
    rf"(?<![\w.])(?P<a>{_SHARE}) (?:of (?:the |its |all |all the |available |total |full |whole "
    rf"|\w+ ){{0,3}}{_DATA} )?(?:(?!and\b|but\b|while\b|then\b|or\b)\w+ )?(?:is |are |was |were |has been |have been |being |gets |got |then |left "
    rf"|used |kept |have |has |(?:that )?serves? )*(?:as (?:a |an |the )?|for |to |in (?:a |the ))?(?:(?!and\b|but\b|while\b|then\b|or\b)\w+ )?(?P<aw>{_TEST}"
    rf"|{_TRAIN}|{_HOLD}|learn\w*|(?:never|not|n't) (?:enter\w*|reach\w*|inform\w*|seen|used|touched)(?= (?:the |any |its )?(?:{_TRAIN}|model)))\b"
)
_ROLE_SHARE = re.compile(
    rf"(?P<apart>\b{_APART_FROM})?\b(?P<bw>{_TEST}|{_TRAIN}|{_HOLD}) ?(?:(?:set|sample|period|data|part|portion)(?=,)|set |sample |split |portion |share |fraction |window |period "
    r"|data |subset |size |slice |ratio )?(?:of |is |was |happened |happens |took place |occurred |covers "
    r"|covered |takes |took |comprises |uses |used "
    r"|done |performed |run |carried out |based |relied |conducted |went |takes place |gets |got |equals |on "
    r"|over |using |with |from |against |at |, (?=the |a |an |its )|: ?|= ?|- ?|\()*(?:only |just |about |roughly |around "
    r"|approximately |a |an |the |its |their |every |another )*(?:first |last |final |initial |remaining "
    r"|independent |separate |distinct |other "
    r"|latest |most recent |earliest |earlier |later |random |trailing |opening |closing "
    rf"|left-over )*(?P<b>{_SHARE})(?= (?:of|for|as|to|hold|held|test|valid|out|slice|split|portion|share|sample"
    r"|subset|chunk|random|chrono)\b|[^\w/]|$)"
)
_EXISTS = re.compile(
    r"\btrain(?:ing)?(?: set| data| sample| period| window| portion)? ?(?:/|-|,|and|vs\.?|versus|&|\+|from|then"
    r"|to) ?(?:(?:validation|val|dev)(?: set| data)? ?(?:/|-|,|and|&|\+)+ ?)?(?:and )?(?:a |the |separate "
    rf"|held-out |hold-?out )*(?:{_TEST}|val|validation|dev)\b(?: sets?| splits?| samples?| periods?| data"
    r"| partition| division| separation)*"
    r"|\btest(?:ing)?(?:/|-| and )train(?:ing)?\b|\b(?:train|training|test|testing|holdout|hold-out|calibration"
    r"|estimation|in-sample) (?:sets?|samples?|portions?|subsets?|slices?|partitions?|folds?|splits?|phase"
    r"|segments?|halves|half|data|stage|sub-?samples?)\b"
    r"|\btraining (?:period|window|years|span)s?\b|\b(?:test|testing) (?:years|span)\b"
    r"|\bh[eo]lds? (?:\w+ ){0,6}?(?:out|back|aside)\b(?! of (?:cash|the market))|\bheld[- ]out\b|\bheld (?:back"
    r"|aside)\b|\bhold-?outs?\b|\bholding (?:\w+ ){0,4}?(?:out|back)\b"
    r"|\b(?:set(?:s|ting)? aside|reserv(?:ed?|es|ing)|ke(?:pt|eps?|eping)|le(?:ft|aves?|aving)|withh(?:eld|olds?"
    rf"|olding)|put(?:s|ting)? aside|carv\w+|ring-fenc\w+|quarantin\w+|lock\w* (?:away|up)|hid(?:den|es?))\b(?=[^.;]{{0,60}}\b(?:{_TEST}|untouched"
    r"|unseen)\b)|\b(?:set(?:s|ting)? aside|reserv(?:ed?|es|ing)|put(?:s|ting)? aside|lock\w* away)(?= (?:[\w'-]+ ){0,3}?"
    rf"(?:{_SHARE}|(?:19|20)\d\d|(?:part|portion|slice) of))"
    r"|\bwithheld\b|\bvalidation (?:sets?|splits?|samples?|periods?|folds?|windows?|data|scheme|subset|portion"
    r"|slice|years|segment)\b"
    r"|\bout[- ]of[- ]sample\b|\boos\b|\bin[- ]sample (?:and|/|versus|vs|or|to) out\b|\b(?:unseen|never[- ]seen"
    r"|untouched) (?:data|history|sample|observations|dates|years|period|portion|months)\b|\b(?:data|history"
    r"|observations) (?:that )?(?:it|the model|the strategy) (?:has |had |have )?never seen\b"
    r"|\bsplit (?:of(?! \d+-)|into|between|in two|across)(?= (?:the |its |a |all |two |three |separate |\d|train|test"
    rf"|{_DATA}|in)\b)|\b(?:data|dataset|history|sample|period|window|record|series|observations|evaluation"
    r"|validation|chronological|temporal|time-based|random|data-)[ -]?(?:is |was |were |are |gets |been "
    r"|has been )?(?:first |then |randomly |chronologically )?(?:split|divided|partitioned|cut"
    r"|separated)\b(?! (?:evenly|equally)| (?:into|by|in) (?:[\w-]+ ){0,4}?(?:regimes?|months|years|quarters|weeks|days|buckets?|deciles|quintiles|bull|bear|returns|decades|episodes|chapters)\b)"
    r"|\bsplit-?sample\b|\b(?:split(?:s|ting)?|divid(?:e|es|ed|ing)|partition(?:s|ed|ing)?|separat(?:e|es|ed"
    r"|ing)|cut(?:s|ting)?) (?:up )?(?:the |its |our |all |available |full |whole |historical "
    rf"|\w+ ){{0,3}}{_DATA}\b(?= (?:into|in|between|at|by|for|and|so|\d))"
    r"|\b(?:trained|fitted|fit|calibrated|optimi[sz]ed|estimated|tuned|learned) (?:on|over|using|with|in|up to"
    rf"|through|until|from|between)\b[^.;]{{1,70}}?\b(?:tested|evaluated|validated|assessed|scored|checked|judged"
    r"|verified)\b(?: out| only)? (?:on|over|using|with|in|from|against|out|between)"
    r"|\b(?:test|evaluat|validat|assess|scor|verifi)\w* (?:it |the model |the strategy |performance "
    r"|results )?(?:on|over|against|using|with) (?:a |an |the |its |their )?(?:separate|different|independent"
    r"|later|subsequent|remaining|rest|remainder|fresh|new|unseen|untouched|last|final|latter|other|holdout"
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
_FIT = r"(?:re-?)?(?:fitted|fit|trained|estimated|calibrated|tuned|optimi[sz]ed|learned|learnt)"
_CHECK = r"(?:tested|checked|evaluated|validated|assessed|scored|judged|verified|measured|tried out)"
_APART = re.compile(
    rf"\b{_FIT} (?:\w+ )?(?:before|until|up to|through|on|with|using|over|from|in) [^.;]{{1,60}}?\b(?:and|then|but|while)"
    rf" (?:\w+ ){{0,2}}?{_CHECK} (?:\w+ )?(?:after|since|from|on|with|using|over|in|out|against)\b"
    rf"|\b{_CHECK} (?:\w+ )?(?:on|with|over|against|in) (?:\w+ ){{0,3}}?{_DATA} (?:that |which )?(?:it|the model|the strategy|they)"
    rf" (?:\w+ ){{0,2}}?(?:not|never|n't) (?:\w+ ){{0,2}}?(?:{_FIT}|seen|shown|used)"
    rf"|\b(?:first|initial|earli\w+|older|early) (?:{_SHARE} |{NUMBER} )?(?:of (?:the )?)?(?:{_DATA} )?(?:is |are |was |were |serves? )"
    rf"(?:used )?for (?:\w+ )?(?:{_TRAIN}|learning|fitting)\b"
    rf"|\bnever (?:saw|seen|sees|shown)\b[^.;]{{0,60}}?\b(?:{_SHARE}|part|portion|years|months|sample|data|history|observations)\b"
    rf"[^.;]{{0,40}}?\b(?:train\w*|fit\w*|estimat\w*|calibrat\w*|learn\w*)\b"
)
_SAME_DATA = re.compile(
    rf"\b(?:{_FIT}|{_TRAIN}) (?:and|as well as) (?:{_CHECK}|{_TEST}) (?:\w+ )?(?:on|with|over|use|uses|used|using) (?:exactly )?(?:the )?"
    rf"(?:same|identical|entire|whole|very same|one and the same)\b"
)
_DIVIDED = re.compile(
    rf"\b(?:to|for) (?:model )?train(?:ing)?\b[^.;]{{0,60}}\b(?:to|for) (?:{_TEST})\b"
    r"|\b(?:used|uses?|serves?|served|kept|reserved|set aside|taken|intended|goes|went) (?:for|as|in|into"
    r"|to) (?:\w+ )?train(?:ing)?\b(?! of thought)"
    rf"|\b(?:time-series|temporal|chronological|nested|rolling|blocked|date-based|expanding) (?:time-series )?splits?\b"
    r"|\btrain (?:period|phase|window|years|span|stage)\b|\b(?:first|last|final|earl(?:y|ier)|later"
    rf"|remaining) (?:{NUMBER} )?{_DATA} (?:are |is |were |was )?(?:used )?(?:to|for"
    r"|as) (?:the )?(?:model )?(?:train|test|validat|hold|fit)\w*"
)
_SEEN = re.compile(
    r"\b(?:saw|sees|seen|shown|exposed to|access to|built on|developed on) (?:only |just )?(?:the "
    rf"|its )?(?:first|initial|earliest) {_SHARE}"
)
_CROSS = re.compile(
    rf"\bcross[- ]?validat\w*|\bk[- ]?folds?\b|\b(?P<n>{NUMBER})[- ]?folds?\b(?! (?:increase|rise|gain|drop"
    r"|change|higher|more))|\bleave[- ](?:one|p|\w+)(?:-\w+)?[- ]out\b|\bpurged (?:k|cross|fold)\w*|\bjackknif\w+"
)
_WALK = re.compile(
    r"\bwalk(?:s|ed|ing)?(?: it)?[- ]?forward\w*|\brolling (?:re-?(?:estimat|fit|train|calibrat)\w*|out-of-sample|evaluation|validation)|\brolling[- ]origin\b|\b(?:expanding|rolling"
    r"|anchored|sliding|moving)[- ]window (?:train\w*|fit\w*|re-?fit\w*|validat\w*|evaluat\w*|cross|backtest|test\w*"
    r"|out-of-sample)"
)
_DENIED = re.compile(r"\b(?:not|never|hardly|nor|isn't|aren't|wasn't|no longer) (?:\w+ )?$")
_DENIAL = re.compile(
    r"\b(?:results|figures|returns|numbers|metrics|everything|performance)(?: \w+){0,3} (?:is|are|was"
    r"|were) (?:all |entirely |wholly |purely |fully |strictly |only )*in[- ]sample\b"
    r"|\b(?:the )?(?:whole|entire|full|same) (?:history|sample|data|dataset|period|record) (?:is|was"
    r"|serves)(?: used)? (?:for|as|to) (?:both )?(?:train|fit|estimat)\w*[^.;]{0,40}\b(?:test|evaluat|validat)\w*"
    r"|\b(?:no|without (?:a|any)) (?:evaluation |data |such |sample )?split\b(?! (?:second|decision|vote"
    r"|between assets))"
    r"|\bevaluation split\b ?(?:[:=]|is|was)+ ?(?:none|no|n/a|nil|not applicable)\b"
)
_UNDIVIDED = re.compile(
    rf"\b(?:un|not |never |no |nothing |without (?:an? )?)(?:\w+ ){{0,2}}?(?:split|divided|partitioned|held|{_HOLD}|{_TEST}|{_TRAIN}|set apart|separate)"
    r"|\bin[- ]sample(?: only|$)|^(?:the )?(?:whole|entire|full|all) "
)
_OWN_STOCK = re.compile(
    r"\b(?:stock|share|reverse|forward|price)[ -]splits?|\bsplits? of \d+-(?:for|to)-\d+|\b\d+-(?:for|to)-\d+ splits?|splits? (?:and|or|/|&) (?:cash )?dividends?"
    r"|dividends? (?:and|or|/|&) (?:stock )?splits?|split[- ]adjusted|adjusted for (?:stock )?splits?"
    r"|split[- ](?:and|or)"
)
_ALL_OUT = re.compile(
    r"\b(?:all|every\w*|whole|entire|each|full)\b (?:\w+ ){0,4}(?:is|are|was|were|counts? as|remains?)(?:,? (?!before\b|after\b|until\b|the\b)\w+,?){0,4},? $"
)


def read(fact: FactValue) -> Split | None:
    """A document's split: shares, dates, a method, or none; None where it is left open."""
    text = fold(fact if isinstance(fact, str) else ", ".join(fact)).strip()
    if says_nothing(text):
        return None
    if says_none(text) or _DENIAL.search(text):
        return Split(exists=False)
    method, folds = _method(text)
    ratio = _ratio(text, needs_context=False)
    if ratio is not None:
        return Split(parts=ratio[2], method=method, folds=folds)
    shares = [share for match in re.finditer(_SHARE, text) if (share := _value(match[0])) is not None and 0 < share < 1]
    if len(shares) > 1 and abs(sum(shares) - 1) < 0.011:
        judged, learned = _JUDGES.search(text), _LEARNS.search(text)
        tested = judged is not None and (learned is None or judged.start() < learned.start())
        return Split(parts=tuple(reversed(shares)) if tested else tuple(shares), method=method, folds=folds)
    placed = next(_placed(text), None)
    if placed is not None:
        share = placed[2].train if placed[2].train is not None else 1 - (placed[2].test or 0.0)
        return Split(parts=(round(share, 6), round(1 - share, 6)), method=method, folds=folds)
    for match in (*_SHARE_ROLE.finditer(text), *_ROLE_SHARE.finditer(text)):
        share_, is_test = _share(match)
        if share_ is not None and 0 < share_ < 1:
            train = round(1 - share_ if is_test else share_, 6)
            return Split(parts=(train, round(1 - train, 6)), method=method, folds=folds)
    if _HALVES.search(text):
        return Split(parts=(0.5, 0.5), method=method, folds=folds)
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
    for match in _DENIAL.finditer(text):
        if _DENIED.search(text, 0, match.start()):
            continue
        yield Stated(start=match.start(), end=match.end(), value=Split(), asserted=False)
    for pattern, method in ((_CROSS, "cross-validation"), (_WALK, "walk-forward")):
        for match in pattern.finditer(text):
            if _CONTEXT.search(text) or "fold" not in match[0]:
                folds = number(match["n"]) if pattern is _CROSS and match["n"] else None
                yield Stated(
                    start=match.start(),
                    end=match.end(),
                    value=Split(method=method, folds=int(folds) if folds else None),  # type: ignore[arg-type]
                )
    shares: list[tuple[int, int]] = []
    ratio = _ratio(text, needs_context=True)
    if ratio is not None:
        shares.append((ratio[0], ratio[1] + 16))
        named = _EXISTS.match(text, min(ratio[1] + 1, len(text)))
        yield Stated(start=ratio[0], end=named.end() if named else ratio[1], value=Split(parts=ratio[2]))
    for match in (*_SHARE_ROLE.finditer(text), *_ROLE_SHARE.finditer(text)):
        share, is_test = _share(match)
        at = match.start("a") if match.re is _SHARE_ROLE else match.start("b")
        taken = any(begin <= at < stop for begin, stop in shares)
        if share is not None and 0 < share < 1 and not taken and not _is_result(text, match, share):
            shares.append(match.span())
            value = Split(test=share) if is_test else Split(train=share)
            role = match["aw"] if match.re is _SHARE_ROLE else ""
            unused = True if re.match(r"never|not|n't", role) else None
            yield Stated(start=match.start(), end=match.end(), value=value, asserted=unused)
    for start, end, value in _placed(text):
        if not any(begin < end and start < stop for begin, stop in shares):
            shares.append((start, end))
            unseen = _UNSEEN.search(text, max(start - 60, 0), start) is not None and value.test is not None
            yield Stated(start=start, end=end, value=value, asserted=True if unseen else None)
    for match in _SINCE.finditer(text):
        year = match["year"] or match["until"]
        if not match[0].startswith(("tested", "test on", "evaluat", "backtest")) and _OPEN.search(
            match[0] + text[match.end() : match.end() + 10]
        ):
            yield Stated(start=match.start(), end=match.end(), value=Split(method="dates", since=int(year)))
    for match in _HALVES.finditer(text):
        if _CONTEXT.search(text) and not _MIX.search(text):
            yield Stated(start=match.start(), end=match.end(), value=Split(parts=(0.5, 0.5)))
    for match in _SAME_DATA.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Split(), asserted=False)
    for match in (*_UNUSED.finditer(text), *_APART.finditer(text)):
        yield Stated(start=match.start(), end=match.end(), value=Split(), asserted=True)
    for match in (*_EXISTS.finditer(text), *_DIVIDED.finditer(text)):
        # a stock split is none, and "an 80/20 train/test split" is one claim: to deny it is not to deny every split
        if any(begin < match.end() and match.start() < end for begin, end in (*stock, *shares)):
            continue
        if match[0].startswith(("out", "oos")) and _ALL_OUT.search(text, 0, match.start()):
            continue
        part = match.re is _DIVIDED or match[0].startswith("validation")  # to deny it denies no split
        yield Stated(start=match.start(), end=match.end(), value=Split(method="part" if part else None))


def _placed(text: str) -> Iterator[tuple[int, int, Split]]:
    """The parts of the data that a text names by their share ("the first three quarters of the record"), fitted or judged on."""
    for match in _PLACED.finditer(text):
        place, of, share = match["place"], match["of"], _value(match["share"])
        if share is None or not 0 < share < 1 or not (place or of):
            continue
        if not of and re.search(r"quarter|half|third$", match["share"]):
            continue  # the last quarter is a time of the year
        round_share = (
            abs(share * 20 - round(share * 20)) < 1e-6 or "third" in match["share"] or "sixth" in match["share"]
        )
        if not round_share or (not place and _OUTCOME.search(text)):
            continue
        is_test = _is_judged(text, match.start(), match.end(), place)
        if is_test is not None:
            yield match.start(), match.end(), Split(test=share) if is_test else Split(train=share)


def _is_judged(text: str, start: int, end: int, place: str | None) -> bool | None:
    """Whether the part of the data text[start:end] is what a model is judged on; None where neither that nor learning is spoken of."""
    left = re.split(r"[.;:,]|\b(?:and|while|but|whereas)\b", text[max(start - 70, 0) : start])[-1]
    right = re.split(
        r"[.;]|, (?:and|while|but|whereas)\b|\band\b|,? (?:the|a|an|its) (?:rest|remain\w+|other|latter|first|last|final)\b",
        text[end : end + 80],
    )[0]
    judged, learned = _JUDGES.search(left), _LEARNS.search(left)
    if judged or learned:
        return judged is not None and (
            learned is None or judged.start() > learned.start() or judged.end() >= learned.end()
        )
    judged, learned = _JUDGES.search(right), _LEARNS.search(right)
    if _NEVER.search(right):
        return True
    if judged or learned:
        return judged is not None and (learned is None or judged.start() <= learned.start())
    if place is None or not (_LEARNS.search(text) or _JUDGES.search(text)) or not _CONTEXT.search(text):
        return None
    return (
        re.match(r"last|final|latest|most|recent|remaining|closing|trailing|later|newest|youngest", place) is not None
    )


def conflict(stated: Split, *, asserted: bool, fact: Split, document: MethodologyDocument) -> Reason | None:
    """A split where nothing is split, none where one is documented, other shares, another method."""
    if not fact.exists:
        return Reason.INAPPLICABLE_TOPIC if asserted else None
    shares = stated.parts is not None or stated.train is not None or stated.test is not None
    if not asserted and stated.since is not None:
        return (
            Reason.CONTRADICTS_DOCUMENT
            if fact.method == "dates" and str(stated.since) in prose(document, key)
            else None
        )
    if not asserted:
        same = shares and _agrees(stated, fact) and fact.parts is not None
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
    if cross:
        counted = re.search(r"\bk ?= ?(\d+)", text)
        folds = number(cross["n"] or (counted[1] if counted else ""))
        return "cross-validation", int(folds) if folds else None
    return ("walk-forward", None) if _WALK.search(text) else (None, None)


def _ratio(text: str, *, needs_context: bool) -> tuple[int, int, tuple[float, ...]] | None:
    for match in (*_RATIO.finditer(text), *_WORD_RATIO.finditer(text), *_ROLE_NUMBERS.finditer(text)):
        parts = [value for group in match.groups() if group is not None and (value := number(group)) is not None]
        if len(parts) < 2 or sum(parts) not in (100.0, 10.0, 5.0, 4.0, 3.0):
            continue
        if sum(parts) < 100 and not (
            match.re is _WORD_RATIO or (sum(parts) == 10 and re.search(r"\d[:/]\d", match[0]))
        ):
            continue
        if needs_context and not _is_split(text, match, parts):
            continue
        return match.start(), match.end(), tuple(part / sum(parts) for part in parts)
    return None


def _is_split(text: str, match: re.Match[str], parts: list[float]) -> bool:
    """Whether two or three numbers that make a hundred are shares of the data, and not of a portfolio."""
    if _PORTFOLIO.match(text[match.end() :]):
        return False
    near = text[max(match.start() - 90, 0) : match.end() + 90]
    if _CONTEXT.search(near):
        return not _MIX.search(near) or _OF_DATA.search(near) is not None
    usual = match.re is _RATIO and sum(parts) == 100 and re.search(r"\d ?%? ?[/:-] ?\d", match[0]) is not None
    return (
        usual
        and (max(parts) > 60 or len(parts) > 2)
        and all(part % 5 == 0 for part in parts)
        and not _MIX.search(text)
        and not _OUTCOME.search(text)
    )


def _value(written: str) -> float | None:
    """A share as it is written: "80%", "four fifths", "0.8"."""
    percent = re.match(rf"({NUMBER}) ?(?:%|per ?cent|pct)", written)
    if percent:
        value = number(percent[1])
        return None if value is None else value / 100
    if written.lstrip("0").startswith("."):
        return float(written)
    return fraction(written)


def _is_result(text: str, match: re.Match[str], share: float) -> bool:
    """Whether a percentage is an outcome ("the drawdown over the test was 19.6%") and no part of the data."""
    if match.re is _ROLE_SHARE and match["bw"].startswith("test") and re.match(r"tests? (?:is|was) ", match[0]):
        return True
    round_share = abs(share * 20 - round(share * 20)) < 1e-6
    return not round_share and _OUTCOME.search(text, max(match.start() - 50, 0), match.end()) is not None


def _share(match: re.Match[str]) -> tuple[float | None, bool]:
    written, word = (match["a"], match["aw"]) if match.re is _SHARE_ROLE else (match["b"], match["bw"])
    is_test = re.match(rf"(?:{_TEST}|{_HOLD}|never|not|n't)\b", word) is not None and not re.match(rf"{_TRAIN}\b", word)
    if match.re is _ROLE_SHARE and match["apart"]:
        is_test = True
    return _value(written), is_test
