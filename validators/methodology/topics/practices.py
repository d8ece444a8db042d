"""Practices that a document tells or denies in its text, and that no fact has a value for: slippage, short sales, rolling, hedging, stops."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.topics.amounts import PART, as_share
from validators.methodology.topics.dealing_costs import ON_CHANGE, OTHERS
from validators.methodology.topics.moods import moods_in
from validators.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """Something that a strategy does or doesn't do. `among`: of several ways of which it has one."""

    name: str
    among: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    name: str
    key: str  # the clause that it belongs to
    does: str
    without: str = ""  # words that deny it by themselves ("long only")
    among: str = ""


_POSITIONS = r"(?:positions?|puts?|calls?|condors?|options?|strangles?|straddles?|spreads?|contracts?|trades?|losers?|winners?|legs?|premium)"
_FITTED = r"(?:re-?)?(?:fitted|fit\b|tuned|fine-tuned|optimi[sz]ed|calibrated|searched|learned|learnt|trained|estimated|regressed|data-mined)|(?:chosen|picked|selected|found|determined) (?:\w+ )?(?:by|through|via|from|on|in|to) (?:an? |the |its )?(?:\w+ ){0,2}?(?:candidates?|values|levels|options|grid|search|optimi\w+|back-?test\w*|sweep|scan|cross-validation|in-sample|best|maximi\w+|19\d\d|20\d\d|training|first|earlier)"
_FITTING = r"(?:fits|tunes|fine-tunes|optimi[sz]es|calibrates|learns|estimates|searches(?: for| over)?|fitting|tuning|fine-tuning|fine-tune|tune|optimi[sz]e|optimi[sz]ing|calibrating|calibrate|estimate|search(?:ing)? (?:for|over))"
_THINGS = (
    (
        "thresholds",
        r"(?:entry|exit|rsi|z-score|trigger|buy|sell|probability)[ -](?:and (?:exit|entry|sell) )?(?:thresholds?|levels?|cut-?offs?|bands?|values?)|thresholds?|cut-?offs?|levels(?: of \d[\w ]*)?",
    ),
    (
        "windows",
        r"(?:look-?backs?|windows?|averages|lengths?|horizons?|formation periods?)(?: lengths?| windows?| periods?)?",
    ),
    (
        "hyper-parameters",
        r"(?:tree |maximum )?depths?(?: of the trees)?|(?:number|count) of (?:trees|layers|units|neurons|rounds|estimators)|learning rates?|hyper-?parameters?|architecture",
    ),
    ("ratios", r"hedge[- ]ratios?"),
    ("penalties", r"penalt(?:y|ies)|regulari[sz]ation"),
    ("holding periods", r"(?:maximum )?holding (?:periods?|times?)"),
)
_LOANS = r"(?:borrow(?:ed|ing|s)?(?: (?:money|cash|funds|capital))?(?! (?:the |of |those |any )?(?:\w+ )?(?:shares?|stocks?|securities))|(?<!stock )(?<!stock-)loans?|debt|margin(?: loans?| debt| credit)?|credit|financing)"
_FITS = r"models?|networks?|nets?|regressions?|fits?|trees?|ensembles?|forests?|classifiers?|sets? of (?:weights|parameters|coefficients|trees)"
_ASSET = r"(?:stocks?|shares?|assets?|funds?|etfs?|names?|sectors?|tickers?|markets?|instruments?|currenc(?:y|ies)|coins?|contracts?|compan(?:y|ies)|pairs?)"
_LEG = r"(?:legs?|sides?|shorts?|longs?|positions?|one|ones|other|half)"
_NEGATED = r"(?:nothing|no\b|zero|none|0 ?%)"
_TESTED = r"hold-?out|held-out (?:part|data|years|set|sample)|test (?:set|part|period|years|data|sample|slice)|test|(?:last|final|remaining|newest) (?:\d+ ?%|\w+ percent|fifth|quarter|third|part|years)(?: of (?:19|20)[\d -]+)?"
_WORDS = (
    _Words(name="slippage", key="fee", does=r"slippage|market impact"),
    _Words(
        name="interest on cash",
        key="fee",
        does=r"(?:(?:idle|uninvested|spare) )?cash (?:\w+ )?(?:earns|is (?:paid|credited)|receives|yields|gets|collects) (?!nothing|no\b|zero|none)|interest (?:is (?:paid|credited|earned) )?on (?:the |idle |uninvested )*cash",
        without=r"cash (?:\w+ )?(?:earns|receives|yields|gets|is paid) (?:nothing|no\b|zero|none)",
    ),
    _Words(
        name="borrow fees",
        key="fee",
        does=r"(?:stock )?borrow(?:ing)? (?:fees?|costs?|charges?)|stock[- ]loan (?:fees?|costs?)|financing (?:costs?|charges?)|funding (?:costs?|payments?|charges?)",
    ),
    _Words(name="fees on what is traded", key="fee", does=ON_CHANGE[0], without=ON_CHANGE[1]),
    _Words(name="other charges", key="fee", does=OTHERS[0], without=OTHERS[1]),
    _Words(name="taxes", key="fee", does=r"tax(?:es)?(?! loss)|stamp duty"),
    _Words(
        name="short sales",
        key="leverage",
        does=r"short (?:positions?|sales?|selling|side|legs?|book|exposures?|sellers?)|shorts(?! (?:a|the|an|its) (?:put|call|strangle|straddle))|shorting|\d+ ?% short|sells? (?:[\w-]+ ){1,6}?short(?= ?(?:[.,;)]|$|and\b))|(?:sells?|selling|sold|go|goes|going|went|held|hold|holds) short|long (?:and|or|as well as) short|long[-/]short|shorted|(?:it|q{3,}|strategy|model|rule|and|also|then|book|portfolio) shorts (?:the|its|a|an|any|those|whatever|what)|(?:bets?|betting|profits?|gains?) (?:on|from|against) (?:a |the |its |any )?(?:\w+ )?(?:falls?|declines?|falling|fall)(?! below)|sold without being owned|borrowed shares|negative (?:positions?|exposures?|weights?)|(?:exposures?|positions?|weights?) (?:\w+ ){0,2}?(?:turns?|goes|go|becomes?|falls?|gets?|is|are|be|swings?) (?:\w+ )?(?:negative|below zero|under zero)",
        without=r"long[- ]only|long positions only|only (?:takes |holds )?long|(?:never|not) (?:goes |go |sells? )?short|long[- ]or[- ](?:flat|cash|out)|long or (?:in )?cash|(?:only|ever) (?:goes |holds |takes )?long(?: positions)?",
    ),
    _Words(
        name="renewal of the list",
        key="universe",
        does=r"(?:membership|(?:the|its) (?:list|universe|constituents|members|roster|pool|line-?up)(?: of (?:\w+ )?\w+)?) (?:(?:is|are|gets?) )?(?:\w+ly )?(?:(?:then |again )?(?:refreshed|renewed|revised|reviewed|reconstituted|updated|redrawn|re-?formed|re-?ranked|re-?built|adjusted)|changes|rotates|drawn up (?:anew|afresh|again)|chosen (?:anew|afresh|again))(?! (?:at the start|before|once\b))",
        without=r"(?:(?:the|its) (?:list|universe|membership|roster|set)|membership)(?: of \w+)? (?:is|stays|remains) (?:then |\w+ly )?(?:fixed|kept|unchanged|constant|the same|frozen|closed|never (?:changed|revised|renewed|updated))|(?:list|universe) is drawn up (?:\w+ ){1,6}and then kept",
    ),
    _Words(
        name="interest on loans",
        key="leverage",
        does=rf"{_LOANS}(?: (?:is|are|was|were|then|always|that|it|needs))*,? (?:costs? (?!{_NEGATED})|charged (?!{_NEGATED})|at (?:an? )?(?:\w+ )?(?:\d+(?:\.\d+)?(?= ?%)|interest|rate)|(?:pays?|bears?|carr(?:y|ies)|accrues?|incurs?) (?!{_NEGATED})(?:\w+ ){{0,3}}?(?:interest|\d+(?:\.\d+)?(?= ?%))|comes? at (?!{_NEGATED}))|interest (?:is |of \d+(?:\.\d+)? ?% )?(?:is )?(?:charged|paid|due|owed) (?:on|for) (?:\w+ )?{_LOANS}",
        without=rf"{_LOANS}(?: (?:is|are|was|were|comes?|be|taken|to be|assumed|made|given|granted|had))*,? (?:free|interest[- ]free|without (?:any )?(?:interest|charge|cost)|costs? nothing|costless|at (?:no|zero) (?:cost|interest|rate|charge)|for (?:nothing|free)|bears? no|carr(?:y|ies) no|pays? no|costs? no|incurs? no|accrues? no)|interest-free|no interest (?:is|has to be|needs to be) (?:\w+ )?(?:charged|paid|due|owed)|interest (?:is|on (?:the |such )?{_LOANS} is) (?:ignored|left out|not charged|disregarded|neglected|waived)",
    ),
    _Words(
        name="legs of one size",
        key="leverage",
        does=rf"(?:{_LEG}) (?:[\w-]+ ){{0,4}}?(?:(?:of |the )*(?:same|equal|identical) (?:size|value|worth|amount|weight)|equal(?:ly)? (?:large|big|in size|sized|weighted)|equally)|worth the whole equity and so is|dollar[- ]neutral|cancel (?:each other )?out|(?:{_LEG}) (?:\w+ ){{0,2}}?as (?:large|big|much) as (?:the |its )?(?:other|{_LEG}|bought|sold)",
        without=rf"net[- ](?:long|short)(?! of\b)|(?:{_LEG}) (?:\w+ ){{0,2}}?(?:is|gets|takes|has|makes|weighs|are|get) (?:\w+ )?(?:twice|double|half|thrice|triple|\w+ times|larger|bigger|smaller|heavier|lighter|more|less)(?: [\w-]+){{0,4}}? (?:(?:than|as|of|that of) )?(?:(?:the|its) )(?:\w+ )?{_LEG}|(?:un-?equal|lop-?sided|uneven|different(?:ly)?[ -]?(?:sized|sizes?)) (?:legs|sides)|(?:legs|sides) (?:\w+ ){{0,2}}?(?:un-?equal|lop-?sided|uneven|differ in size|of different sizes?)",
    ),
    _Words(
        name="rolling",
        key="rebalance",
        does=rf"(?:{_POSITIONS})(?: (?:is|are|was|were|gets?|may be|can be|that|which|expire|in the money)){{0,3}} (?:\w+ly |then |never |not |ever )?rolled|rolls? (?:over |out |down |up |forward )?(?:[\w-]+ ){{0,3}}?(?:{_POSITIONS})|rolling (?:of (?:[\w-]+ ){{0,2}})?(?:{_POSITIONS})|(?<=no )rolling(?! (?:window|basis|average|fit|estimat\w+|re-?\w+))|(?:is|are) rolled (?:over|out|into|to|forward|down|up)",
    ),
    _Words(
        name="delta hedging",
        key="leverage",
        does=r"delta[- ]hedg\w+|hedg\w+ (?:of )?(?:the |its |their )?deltas?|delta[- ]neutral",
    ),
    _Words(
        name="currency hedging",
        key="leverage",
        does=r"(?:currency|fx|foreign[- ]exchange)[- ](?:\w+ )?hedg\w+|hedg\w+ (?:of )?(?:the |its |their )?(?:currency|fx|foreign[- ]exchange)",
    ),
    _Words(
        name="stop loss",
        key="execution",
        does=r"stop[- ]loss(?:es)?|stops? orders?|trailing stops?|protective stops?|hard stops?|price stops?|time stops?",
    ),
    _Words(name="profit target", key="execution", does=r"profit[- ]targets?|take[- ]profits?|profit[- ]taking"),
    _Words(
        name="overnight",
        key="execution",
        does=r"(?:held|carried|kept|hold|holds|carries|carry|keeps?|stays? (?:long|invested|in)) (?:\w+ ){0,2}?(?:overnight|over the weekend)|overnight (?:positions?|exposure|risk)",
        without=r"flat (?:by|at|before|into) the (?:close|end of the (?:day|session))|(?:closed|sold|liquidated|squared) (?:out )?(?:before|by|at) the (?:close|end) (?:of )?(?:each|every|the (?:same )?day)",
    ),
    _Words(
        name="pyramiding",
        key="leverage",
        does=r"pyramid\w*|averag\w+ down|add(?:s|ed|ing)? to (?:winners|losers|(?:an? )?(?:losing|winning|open|existing) (?:positions?|trades?))",
    ),
    *(
        _Words(
            name=f"{name} fitted",
            key="fitted_parameters",
            does=rf"(?:{things})(?: (?:of|for|in|at|to)(?: [\w-]+){{1,5}}?)?(?: and (?:the )?[\w-]+(?: [\w-]+)?)? (?:is|are|was|were|has been|have been|being|gets?)(?:n't| not| never)? (?:\w+ ){{0,2}}?(?:{_FITTED})|(?:{things}) (?:is|are|was|were) (?:the )?(?:outcome|result|product|fruit|output) of (?:an? |the )?(?:\w+ )?(?:search|optimi\w+|fit|calibration|grid|sweep|scan)|(?:{things}),? \(?(?:{_FITTED})|(?:{_FITTING}) (?:the |its |both |an? )?(?:[\w-]+ ){{0,3}}?(?:{things})",
            without=rf"(?:{things})(?: of [\w ]{{1,20}}?)?(?: and [\w ]{{1,20}}?)? (?:is|are|was|were|come|comes|came) (?:\w+ ){{0,2}}?(?:round numbers?|conventions?|(?:fixed|set|given|decided|settled|chosen) (?:in advance|by hand|up front|a priori|beforehand|ahead of time)|from (?:the |a )?(?:literature|textbooks?|paper)|taken from (?:the |a )?(?:literature|textbooks?|paper|published)|chosen by hand|set by (?:hand|convention)|arbitrary|(?:fixed|set|kept|held) (?:at|to) [\d.]+)",
        )
        for name, things in _THINGS
    ),
    *(
        _Words(name=f"{name} network", key="fitted_parameters", among="architecture", does=words)
        for name, words in (
            ("recurrent", r"lstms?|grus?|recurrent(?: neural)? (?:net\w*|model|layers?)|rnns?"),
            ("transformer", r"transformers?|self-attention|attention layers?"),
            ("convolutional", r"convolutional(?: neural)? (?:net\w*|model|layers?)|cnns?|convnets?"),
            ("feed-forward", r"feed-?forward (?:net\w*|model)|mlps?|multi-?layer perceptrons?"),
        )
    ),
    _Words(
        name="test opened once",
        key="evaluation_split",
        does=rf"(?:{_TESTED}) (?:\w+ )?(?:was|were|is|are|has been|have been) (?:\w+ )?(?:opened|looked at|consulted|touched|used|examined|inspected|seen) (?:just |only )?(?:once|one time|a single time)",
        without=rf"(?:{_TESTED}) (?:\w+ )?(?:was|were|is|are|has been|have been) (?:\w+ )?(?:opened|looked at|consulted|touched|used|examined|inspected|seen) (?:\w+ )?(?:repeatedly|several times|many times|more than once|again and again|twice|often|along the way|time and again)",
    ),
    _Words(
        name="gap between the parts",
        key="evaluation_split",
        does=r"embargo\w*|purg(?:e[sd]?|ing)|gap (?:of [\w ]{1,20} )?between|between (?:them|the (?:two |three )?(?:parts|sets|samples|stretches)) (?:is|are|was|were) (?:dropped|left out|thrown away|discarded|unused|skipped|removed|cut out)",
        without=r"between (?:them|the (?:two |three )?(?:parts|sets|samples|stretches)) (?:is|are|was|were) (?:added|kept|used|counted)|(?:parts|sets|samples) (?:touch|adjoin|abut|follow (?:directly|immediately))",
    ),
    _Words(
        name="one model for all",
        key="fitted_parameters",
        does=rf"(?:to|on|over|across|for) all (?:[\w-]+ ){{0,3}}?(?:together|at once|jointly|alike)|pooled (?:over|across|fit|model|regression|data|sample)|(?:one|a single|the same|a common|a shared) (?:{_FITS}) (?:is |serves |for |fitted |trained )+(?:for )?(?:all|every|each)",
        without=rf"(?:separate|own|individual|distinct|different|dedicated|new) (?:\w+ )?(?:{_FITS})(?: \w+){{0,4}}? (?:for|per|to|on) (?:each|every|all) {_ASSET}|(?:a|one) (?:\w+ )?(?:{_FITS}) (?:per|for (?:each|every)) {_ASSET}|(?:each|every) {_ASSET} (?:has|gets|is given|receives|comes with) (?:its own|a (?:\w+ )?(?:{_FITS}))|{_ASSET} by {_ASSET}|(?:{_FITS}) (?:is|are) (?:fitted|trained|estimated|grown|learned) (?:separately|individually|one by one)",
    ),
    _Words(
        name="discretion",
        key="fitted_parameters",
        does=r"(?:manual|discretionary|human) (?:overrides?|overlay|interventions?|discretion|veto|adjustments?)",
    ),
    _Words(
        name="equal weights",
        key="rebalance",
        among="weights",
        does=r"equal(?:ly)?[- ]weight\w*|equal (?:weights?|shares|parts|amounts|sizes?|dollar amounts|slots|capital)|(?:weighted|split|divided|shared) equally",
    ),
    _Words(
        name="weights by volatility",
        key="rebalance",
        among="weights",
        does=r"inverse[- ](?:vol\w*|risk)|(?:inverse|inversely)(?: proportional| related)? to (?:\w+ ){0,3}?(?:vol\w*|risk|standard deviations?)|(?:the )?inverse of (?:\w+ ){0,3}?(?:vol\w*|risk|standard deviations?)|(?:weighted|sized|scaled) (?:by|to|inversely to|according to) (?:\w+ ){0,2}?(?:vol\w*|risk\b)|risk[- ]parity",
    ),
    _Words(
        name="weights by market value",
        key="rebalance",
        among="weights",
        does=r"(?:market[- ]?)?cap(?:itali[sz]ation)?[- ]weight\w*|weight(?:s|ed) (?:by|in proportion to|proportional to) (?:\w+ )?(?:market (?:value|cap\w*)|capitali[sz]ation|size)",
    ),
    _Words(
        name="weights by score",
        key="rebalance",
        among="weights",
        does=r"weight(?:s|ed)? (?:by|in proportion to|proportional to) (?:\w+ ){0,2}?(?:scores?|forecasts?|signals?|ranks?|predictions?|conviction)",
    ),
    _Words(
        name="members of the time",
        key="universe",
        among="members",
        does=r"point[- ]in[- ]time|(?:present and past|past and present|historical|then-current|contemporaneous|as[- ]of) (?:members|constituents|membership)|(?:members|constituents|membership) (?:at|as of|of) (?:the|that|each) (?:time|date|day|month)|delisted (?:names|stocks|shares|companies) (?:are )?(?:included|kept)|survivorship[- ](?:bias[- ])?free",
    ),
    _Words(
        name="members of today",
        key="universe",
        among="members",
        does=r"today's (?:members|constituents|list|index|membership)|(?:current|present|present-day) (?:members|constituents|membership|index members)(?! and)|(?:members|constituents) (?:as )?of today|(?:companies|stocks|shares|names|firms|members|constituents)(?: (?:that|which))?(?: (?:are|is|sit|stand|belong|now|currently|today))* (?:in|of|to) the [\w&. ]{2,24}? (?:at present|today|now|currently|these days|nowadays|at the moment)|(?:currently|now|today) in the (?:index|s&p|dow|ftse|dax|stoxx|russell|nasdaq)|(?:members|constituents) (?:are )?(?:taken )?as they (?:are|stand) (?:today|now)",
    ),
)
_EXTRA = re.compile(
    r"\b(?:further|additional|extra|separate|separately|on top|added|adds|plus|besides|another|beyond)\b"
)
_LEFT_OUT = re.compile(
    r"[^.;:,]{0,30}? (?:is|are|was|were|being|be|gets?|stays?|remains?) (?:all |both |\w+ly |assumed (?:to be )?|taken (?:as |to be )?|set (?:to |at )?)*(?:ignored|zero|nil|none|excluded|neglected|left (?:out|aside|unmodell?ed)|omitted|assumed away|disregarded|waived|absent|missing|un-?modell?ed)\b"
)
_LEAVES_OUT = re.compile(
    r"\b(?:excluding|ex|ignor(?:es?|ing|ed)|neglect(?:s|ing)?|gross of|before|leav(?:es?|ing) out|disregard\w*|omit\w*|free of|neither|nor|assum(?:es|ing) (?:no|zero|away)|(?:does|do)(?: not|n't) (?:model|include|account for|allow for|add|charge|take|use|have|carry)|missing|absent|un-?modell?ed|ignored|omitted|neglected) (?:(?:any|the|all|its|a|and|or|fees|costs|commissions|taxes|spreads|\w+ing),? ){0,4}$"
)


_VOLATILITY = re.compile(
    r"\b(?:target\w*|scaled|sized|aim\w*|set|run|calibrated)\b(?: \w+){0,3}? (?P<n>\d{1,2}(?:\.\d)?) ?% (?:\w+ ){0,2}?(?:volatil\w+|vol|risk)\b(?! (?:per|a) trade)"
    r"|\b(?:volatil\w+|vol)(?: target\w*)?(?: (?:is|are|of|was|being|q+))*(?: (?:target\w*|scaled|set|aimed|held|kept|run))?(?: (?:at|to|is|of|around))+ (?P<m>\d{1,2}(?:\.\d)?) ?%"
)
_OF_OWN = r"(?: of (?:the |its |your |total |own |whole )*(?:equity|capital|account|money|nav|portfolio|funds|cash)\b)"
_SIZED = re.compile(
    rf"\b(?P<part>{PART}){_OF_OWN} (?:goes (?:to|into)|is (?:given|put|allotted|placed) (?:to|in|into|on)|(?:is )?in|into|for|on) (?:each|every)\b"
    rf"|\b(?:an?|each|every|any|the) (?:new |single |open )?(?:position|stock|fund|name|holding|slot|trade|purchase|sector|asset)s? (?:takes(?: up)?|gets|receives|is given|uses|makes up|is worth|claims) (?:exactly |just |only |about )?(?P<part2>{PART})(?:{_OF_OWN}|(?=[ .,;]|$))"
)
_INTEREST = re.compile(
    rf"\b{_LOANS}(?:(?!\b(?:return|gain|loss|equity|capital)\w*)[^.;:,\d]){{0,40}}? (?P<n>\d{{1,2}}(?:\.\d{{1,2}})?) ?(?:%|per ?cent)(?= (?:a|per) (?:year|annum)| interest| annually| p\.a| yearly)"
)


@dataclass(frozen=True, slots=True)
class Practices:
    """The practices that belong to the clause `key`, a topic of their own: what they are held to is the whole document."""

    key: str

    @property
    def cues(self) -> tuple[str, ...]:
        return _CUES[self.key]

    @property
    def also(self) -> tuple[str, ...]:
        return ()

    def read(self, fact: FactValue) -> bool:
        return True

    def find(self, text: str, cased: str) -> Iterator[Stated]:
        """Every practice of this clause that a passage names."""
        if self.key == "leverage":
            yield from _of_leverage(text)
        for words, does, without in _PATTERNS[self.key]:
            for match in does.finditer(text):
                left_out = _LEFT_OUT.match(text, match.end()) or _LEAVES_OUT.search(
                    text, max(match.start() - 60, 0), match.start()
                )
                extra = words.name == "slippage" and _EXTRA.search(text, max(match.start() - 40, 0), match.end() + 40)
                for name in _finer(words.name, match[0]):
                    yield Stated(
                        start=match.start(),
                        end=match.end(),
                        value=Practice(name=f"extra {name}" if extra else name, among=words.among),
                        asserted=False if left_out else None,
                    )
            for match in without.finditer(text) if without else ():
                denied = re.search(
                    r"\b(?:not|never|no longer|n't) (?:(?!and\b|or\b|nor\b)\w+ ){0,2}$",
                    text[max(match.start() - 30, 0) : match.start()],
                )
                for name in _finer(words.name, match[0]):
                    yield Stated(
                        start=match.start(), end=match.end(), value=Practice(name=name), asserted=denied is not None
                    )

    def is_named(self, stated: Practice, phrase: str) -> bool:
        """Whether the words of a setting name the practice."""
        name = stated.name.removeprefix("extra ")
        return any(words.name == name and does.search(phrase) for words, does, _ in _PATTERNS[self.key])

    def conflict(
        self, stated: Practice, *, asserted: bool, fact: list[tuple[Practice, bool]], document: MethodologyDocument
    ) -> Reason | None:
        """`fact` is every practice that the document tells of, and whether it has it."""
        return Reason.CONTRADICTS_DOCUMENT if _opposes(stated, asserted, fact) else None


def _of_leverage(text: str) -> Iterator[Stated]:
    """Practices with a number of their own."""
    for match in _VOLATILITY.finditer(text):
        target = float(match["n"] or match["m"])
        volatility = Practice(name=f"volatility of {target:g}%", among="volatility")
        yield Stated(start=match.start(), end=match.end(), value=volatility)
    for start, end, calm in moods_in(text):
        yield Stated(start=start, end=end, value=Practice(name="more in calm"), asserted=calm)
    for match in _SIZED.finditer(text):
        if (part := as_share(match["part"] or match["part2"])) is not None:
            size = Practice(name=f"parts of {part:.3g}", among="size of parts")
            yield Stated(start=match.start(), end=match.end(), value=size)
    for match in _INTEREST.finditer(text):
        rate = Practice(name=f"interest of {float(match['n']):g}%", among="interest")
        yield Stated(start=match.start(), end=match.end(), value=rate)


def _opposes(stated: Practice, asserted: bool, told: list[tuple[Practice, bool]]) -> bool:
    """Whether an answer that asserts or denies a practice says the opposite of what a document tells, and tells without a but."""
    if stated.among and asserted:
        ways = {practice for practice, does in told if does and practice.among == stated.among}
        if len(ways) == 1 and stated not in ways:
            return True
    ours = set(_implied(stated.name, asserted))
    theirs = {each for practice, does in told for each in _implied(practice.name, does)}
    return any((name, not does) in theirs and (name, does) not in theirs for name, does in ours)


def _finer(name: str, words: str) -> tuple[str, ...]:
    """Entry and exit thresholds are two things, and "thresholds" are both."""
    if name != "thresholds fitted":
        return (name,)
    entry, leaving = re.search(r"\b(?:entry|buy|getting in)\b", words), re.search(r"\b(?:exit|sell)\b|\bout\b", words)
    if (entry is None) == (leaving is None):
        return ("entry thresholds fitted", "exit thresholds fitted")
    return ("entry thresholds fitted",) if entry else ("exit thresholds fitted",)


def _implied(name: str, asserted: bool) -> Iterator[tuple[str, bool]]:
    """Who adds slippage models it; who does not model it does not add it."""
    yield name, asserted
    if asserted and name.startswith("extra "):
        yield name.removeprefix("extra "), True
    if not asserted and not name.startswith("extra "):
        yield f"extra {name}", False


_PATTERNS = {
    key: [
        (
            words,
            re.compile(rf"\b(?:{words.does})\b"),
            re.compile(rf"\b(?:{words.without})\b") if words.without else None,
        )
        for words in _WORDS
        if words.key == key
    ]
    for key in dict.fromkeys(words.key for words in _WORDS)
}
_CUES = {
    "fee": (
        "slippage",
        "market impact",
        " cash",
        "borrow",
        "stock loan",
        "stock-loan",
        "financing",
        "funding",
        " tax",
        "stamp",
        "fee",
        "charge",
        "cost",
        "traded",
        "changes hands",
        "billed",
        "levied",
        "carried interest",
    ),
    "leverage": (
        "volatil",
        " vol ",
        "short",
        "long",
        "hedg",
        "delta",
        "pyramid",
        "averag",
        " add",
        "calm",
        "quiet",
        "wild",
        "storm",
        "turb",
        "borrow",
        "loan",
        "debt",
        "margin",
        "interest",
        " leg",
        " side",
        "neutral",
        "net ",
        "sized",
        "equity",
        "account",
        "capital",
        "position",
    ),
    "rebalance": ("roll", "equal", "weight", "invers", "risk parity", "risk-parity", "sized", "scaled"),
    "execution": (" stop", "profit", "overnight", "weekend", "flat ", "close"),
    "fitted_parameters": (
        "together",
        "pooled",
        "separate",
        "own ",
        "each",
        "every",
        "individual",
        "single",
        "manual",
        "discretion",
        "human",
        "threshold",
        "level",
        "cut-off",
        "cutoff",
        "window",
        "look-back",
        "lookback",
        "length",
        "average",
        "horizon",
        "formation",
        "ratio",
        "penalt",
        "depth",
        "number of",
        "learning rate",
        "hyper",
        "architecture",
        "regulari",
        "holding",
        "lstm",
        " gru",
        "recurrent",
        "rnn",
        "transformer",
        "attention",
        "convol",
        "cnn",
        "convnet",
        "feed",
        "mlp",
        "perceptron",
    ),
    "evaluation_split": (
        "test",
        "hold",
        "last",
        "final",
        "remaining",
        "newest",
        "embargo",
        "purg",
        "gap",
        "between",
        "adjoin",
        "touch",
    ),
    "universe": (
        "list ",
        "universe",
        "roster",
        " pool",
        "line-up",
        "lineup",
        "at present",
        "currently",
        "nowadays",
        " now",
        "today",
        "point-in-time",
        "point in time",
        "member",
        "constituent",
        "delisted",
        "surviv",
        "today's",
    ),
}
PRACTICES = tuple(Practices(key) for key in _PATTERNS)
