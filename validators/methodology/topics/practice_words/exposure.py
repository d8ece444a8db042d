"""What is held against the capital: short sales, loans and their interest, hedges, the size of the legs."""

from validators.methodology.topics.practice_words.clause import ClauseWords, PracticeWords
from validators.methodology.topics.practice_words.loans import LOANS

_NEGATED = r"(?:nothing|no\b|zero|none|0 ?%)"
_LEG = r"(?:legs?|sides?|shorts?|longs?|positions?|one|ones|other|half)"
_TAKES = r"(?:opens?|opening|puts? on|enters?|takes?|builds?|adds?|holds?|held|runs?|carries|becomes?|allows?|permits?|(?:turns?|flips?|reverses?|switch(?:es)?|changes?) (?:[\w-]+ ){0,4}?(?:in)?to)"
_SIZES = r"(?:sized|scaled|adjusted|trimmed|cut|shrunk|reduced|dialled|weighted|varied|moved|scal(?:es|ing)|siz(?:es|ing)|adjust(?:s|ing)|var(?:y|ies))"
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
            does=rf"short (?:positions?|sales?|selling|side|legs?|book|exposures?|sellers?)|shorts(?! (?:a|the|an|its) (?:put|call|strangle|straddle))|shorting|\d+ ?%(?: of \w+)? short|sells? (?:[\w-]+ ){{1,6}}?short(?= ?(?:[.,;)]|$|and\b))|(?:sells?|selling|sold|go|goes|going|went|held|hold|holds) short|long (?:and|or|as well as) short|long[-/]short|shorted|(?:it|q{{3,}}|strategy|model|rule|and|also|then|book|portfolio) shorts (?:the|its|a|an|any|those|whatever|what)|(?:bets?|betting|profits?|gains?) (?:on|from|against) (?:a |the |its |any )?(?:\w+ )?(?:falls?|declines?|falling|fall)(?! below)|{_TAKES} (?:an? |the |its |any |some |no )?shorts?(?: one| position| side)?(?![\w-]| (?:term|window|horizon|lookback|history|list|period|memory|run|average|look|holding|spell|time|bars?|call|put|volatility)\b)|shorts? (?:is|are|was|were|gets?) (?:ever |never |not )?(?:opened|taken|held|put on|allowed|entered|built|permitted|forbidden)|(?:may|can|could|will|must|might|cannot|can't|won't)(?: not|n't| never| also| only)? be (?:held |net )?short(?= ?(?:[.,;)]|$)| (?:of|in|any|when|while|if|and|or) )|(?:it|q{{3,}}|model|strategy|book|account)(?:'s| is| stays) (?:net )?short (?=the |of (?:the|a|any) )|goes long\b[^.;]{{0,90}}? (?:and|or) short\b|sold without being owned|borrowed shares|negative (?:positions?|exposures?|weights?)|(?:exposures?|positions?|weights?) (?:\w+ ){{0,2}}?(?:turns?|goes|go|becomes?|falls?|gets?|is|are|be|swings?) (?:\w+ )?(?:negative|below zero|under zero)",
            without=r"long[- ]only|long positions only|only (?:takes |holds )?long|(?:(?:the )?long side|longs|long positions) (?:alone|only)|(?:only|just|merely|solely) (?:(?:on|takes|plays|trades|holds|buys) )*(?:the )?(?:long side|longs)\b|(?:never|not) (?:goes |go |sells? )?short|long[- ]or[- ](?:flat|cash|out)|long or (?:in )?cash|(?:only|ever) (?:goes |holds |takes )?long(?: positions)?",
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
            name="sized by volatility",
            does=rf"(?:volatility|vol|risk)[- ](?:target\w*|scal(?:ed|ing)|parity|adjust(?:ed|ment)|budget\w*)|{_SIZES} (?:\w+ ){{0,4}}?(?:by|to|with|according to|inversely to|in line with|in inverse proportion to) (?:an? |the |its |their |\d+ ?% )?(?:[\w-]+ ){{0,2}}?(?:volatility|vol\b)(?: of \d+(?= ?%))?|{_SIZES} (?:\w+ ){{0,2}}?(?:when|whenever|as|once|if) (?:the |its )?(?:[\w-]+ ){{0,2}}?(?:volatility|vol)\b|(?:volatility|vol) (?:is|was)(?:n't| not)? (?:\w+ )?targeted|targets? (?:an? )?(?:\d+ ?% )?(?:[\w-]+ ){{0,2}}?volatility|aims? (?:at|for) (?:an? )?(?:\d+ ?% )?(?:[\w-]+ )?volatility",
            without=r"(?:regardless|irrespective|whatever|independent|heedless) (?:of )?(?:the |its |any |of )*(?:[\w-]+ )?(?:volatility|risk)|(?:same|fixed|constant|equal) (?:[\w-]+ ){0,3}?(?:in (?:storm|calm)\w* (?:and|or|as) |whatever the volatility)|in (?:storm|calm) and (?:storm|calm) alike",
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
