"""What is held against the capital: short sales, loans and their interest, hedges, the size of the legs."""

from validators.methodology.topics.practice_words.clause import ClauseWords, PracticeWords
from validators.methodology.topics.practice_words.loans import LOANS

_NEGATED = r"(?:nothing|no\b|zero|none|0 ?%)"
_LEG = r"(?:legs?|sides?|shorts?|longs?|positions?|one|ones|other|half)"
_CUES = (
    "volatil", " vol ", "short", "long", "hedg", "delta", "pyramid", "averag", " add", "calm", "quiet", "wild",
    "storm", "turb", "borrow", "loan", "debt", "margin", "interest", " leg", " side", "neutral", "net ", "sized",
    "equity", "account", "capital", "position",
)  # fmt: skip
EXPOSURE = ClauseWords(
    key="leverage",
    cues=_CUES,
    words=(
        PracticeWords(
            name="short sales",
            does=r"short (?:positions?|sales?|selling|side|legs?|book|exposures?|sellers?)|shorts(?! (?:a|the|an|its) (?:put|call|strangle|straddle))|shorting|\d+ ?% short|sells? (?:[\w-]+ ){1,6}?short(?= ?(?:[.,;)]|$|and\b))|(?:sells?|selling|sold|go|goes|going|went|held|hold|holds) short|long (?:and|or|as well as) short|long[-/]short|shorted|(?:it|q{3,}|strategy|model|rule|and|also|then|book|portfolio) shorts (?:the|its|a|an|any|those|whatever|what)|(?:bets?|betting|profits?|gains?) (?:on|from|against) (?:a |the |its |any )?(?:\w+ )?(?:falls?|declines?|falling|fall)(?! below)|sold without being owned|borrowed shares|negative (?:positions?|exposures?|weights?)|(?:exposures?|positions?|weights?) (?:\w+ ){0,2}?(?:turns?|goes|go|becomes?|falls?|gets?|is|are|be|swings?) (?:\w+ )?(?:negative|below zero|under zero)",
            without=r"long[- ]only|long positions only|only (?:takes |holds )?long|(?:never|not) (?:goes |go |sells? )?short|long[- ]or[- ](?:flat|cash|out)|long or (?:in )?cash|(?:only|ever) (?:goes |holds |takes )?long(?: positions)?",
        ),
        PracticeWords(
            name="interest on loans",
            does=rf"{LOANS}(?: (?:is|are|was|were|then|always|that|it|needs))*,? (?:costs? (?!{_NEGATED})|charged (?!{_NEGATED})|at (?:an? )?(?:\w+ )?(?:\d+(?:\.\d+)?(?= ?%)|interest|rate)|(?:pays?|bears?|carr(?:y|ies)|accrues?|incurs?) (?!{_NEGATED})(?:\w+ ){{0,3}}?(?:interest|\d+(?:\.\d+)?(?= ?%))|comes? at (?!{_NEGATED}))|interest (?:is |of \d+(?:\.\d+)? ?% )?(?:is )?(?:charged|paid|due|owed) (?:on|for) (?:\w+ )?{LOANS}",
            without=rf"{LOANS}(?: (?:is|are|was|were|comes?|be|taken|to be|assumed|made|given|granted|had))*,? (?:free|interest[- ]free|without (?:any )?(?:interest|charge|cost)|costs? nothing|costless|at (?:no|zero) (?:cost|interest|rate|charge)|for (?:nothing|free)|bears? no|carr(?:y|ies) no|pays? no|costs? no|incurs? no|accrues? no)|interest-free|no interest (?:is|has to be|needs to be) (?:\w+ )?(?:charged|paid|due|owed)|interest (?:is|on (?:the |such )?{LOANS} is) (?:ignored|left out|not charged|disregarded|neglected|waived)",
        ),
        PracticeWords(
            name="legs of one size",
            does=rf"(?:{_LEG}) (?:[\w-]+ ){{0,4}}?(?:(?:of |the )*(?:same|equal|identical) (?:size|value|worth|amount|weight)|equal(?:ly)? (?:large|big|in size|sized|weighted)|equally)|worth the whole equity and so is|dollar[- ]neutral|cancel (?:each other )?out|(?:{_LEG}) (?:\w+ ){{0,2}}?as (?:large|big|much) as (?:the |its )?(?:other|{_LEG}|bought|sold)",
            without=rf"net[- ](?:long|short)(?! of\b)|(?:{_LEG}) (?:\w+ ){{0,2}}?(?:is|gets|takes|has|makes|weighs|are|get) (?:\w+ )?(?:twice|double|half|thrice|triple|\w+ times|larger|bigger|smaller|heavier|lighter|more|less)(?: [\w-]+){{0,4}}? (?:(?:than|as|of|that of) )?(?:(?:the|its) )(?:\w+ )?{_LEG}|(?:un-?equal|lop-?sided|uneven|different(?:ly)?[ -]?(?:sized|sizes?)) (?:legs|sides)|(?:legs|sides) (?:\w+ ){{0,2}}?(?:un-?equal|lop-?sided|uneven|differ in size|of different sizes?)",
        ),
        PracticeWords(
            name="delta hedging",
            does=r"delta[- ]hedg\w+|hedg\w+ (?:of )?(?:the |its |their )?deltas?|delta[- ]neutral",
        ),
        PracticeWords(
            name="currency hedging",
            does=r"(?:currency|fx|foreign[- ]exchange)[- ](?:\w+ )?hedg\w+|hedg\w+ (?:of )?(?:the |its |their )?(?:currency|fx|foreign[- ]exchange)",
        ),
        PracticeWords(
            name="pyramiding",
            does=r"pyramid\w*|averag\w+ down|add(?:s|ed|ing)? to (?:winners|losers|(?:an? )?(?:losing|winning|open|existing) (?:positions?|trades?))",
        ),
    ),
)
