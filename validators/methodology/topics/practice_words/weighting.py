"""How parts are weighted, and whether positions are rolled."""

from validators.methodology.topics.practice_words.clause import ClauseWords, PracticeWords

_POSITIONS = r"(?:positions?|puts?|calls?|condors?|options?|strangles?|straddles?|spreads?|contracts?|trades?|losers?|winners?|legs?|premium)"
_CUES = (
    "roll", "equal", "weight", "invers", "risk parity", "risk-parity", "sized", "scaled",
)  # fmt: skip
WEIGHTING = ClauseWords(
    key="rebalance",
    cues=_CUES,
    words=(
        PracticeWords(
            name="rolling",
            does=rf"(?:{_POSITIONS})(?: (?:is|are|was|were|gets?|may be|can be|that|which|expire|in the money)){{0,3}} (?:\w+ly |then |never |not |ever )?rolled|rolls? (?:over |out |down |up |forward )?(?:[\w-]+ ){{0,3}}?(?:{_POSITIONS})|rolling (?:of (?:[\w-]+ ){{0,2}})?(?:{_POSITIONS})|(?<=no )rolling(?! (?:window|basis|average|fit|estimat\w+|re-?\w+))|(?:is|are) rolled (?:over|out|into|to|forward|down|up)",
        ),
        PracticeWords(
            name="equal weights",
            among="weights",
            does=r"equal(?:ly)?[- ]weight\w*|equal (?:weights?|shares|parts|amounts|sizes?|dollar amounts|slots|capital)|(?:weighted|split|divided|shared) equally",
        ),
        PracticeWords(
            name="weights by volatility",
            among="weights",
            does=r"inverse[- ](?:vol\w*|risk)|(?:inverse|inversely)(?: proportional| related)? to (?:\w+ ){0,3}?(?:vol\w*|risk|standard deviations?)|(?:the )?inverse of (?:\w+ ){0,3}?(?:vol\w*|risk|standard deviations?)|(?:weighted|sized|scaled) (?:by|to|inversely to|according to) (?:\w+ ){0,2}?(?:vol\w*|risk\b)|risk[- ]parity",
        ),
        PracticeWords(
            name="weights by market value",
            among="weights",
            does=r"(?:market[- ]?)?cap(?:itali[sz]ation)?[- ]weight\w*|weight(?:s|ed) (?:by|in proportion to|proportional to) (?:\w+ )?(?:market (?:value|cap\w*)|capitali[sz]ation|size)",
        ),
        PracticeWords(
            name="weights by score",
            among="weights",
            does=r"weight(?:s|ed)? (?:by|in proportion to|proportional to) (?:\w+ ){0,2}?(?:scores?|forecasts?|signals?|ranks?|predictions?|conviction)",
        ),
    ),
)
