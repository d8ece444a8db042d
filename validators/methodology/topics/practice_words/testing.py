"""How the parts of a split are kept apart, and how often the test is looked at."""

from validators.methodology.topics.practice_words.clause import ClauseWords, PracticeWords

_TESTED = r"hold-?out|held-out (?:part|data|years|set|sample)|test (?:set|part|period|years|data|sample|slice)|test|(?:last|final|remaining|newest) (?:\d+ ?%|\w+ percent|fifth|quarter|third|part|years)(?: of (?:19|20)[\d -]+)?"
_OPENED = r"(?:opened|looked at|consulted|touched|used|examined|inspected|seen|scored|run|visited|tried|graded)"
_ONCE = r"(?:once|one time|a single time)"
_OFTEN = r"(?:repeatedly|several times|many times|more than once|again and again|over and over|twice|often|along the way|time and again)"
_PARTS = r"(?:parts|sets|samples|stretches|periods|pieces|windows|segments)"
_BETWEEN = rf"between (?:them|the (?:two |three )?{_PARTS}|(?:the )?(?:train|fit|learn|what trains|fold)\w*)"
_ROWS = r"(?:days?|weeks?|months?|sessions?|observations?|rows?|hours?|bars?)"
_TAKEN_OUT = r"(?:dropped|left out|thrown away|discarded|unused|skipped|removed|cut out|taken out|deleted)"
_CUES = (
    "test", "hold", "last", "final", "remaining", "newest", "embargo", "purg", "gap", "between", "adjoin", "touch",
)  # fmt: skip
TESTING = ClauseWords(
    key="evaluation_split",
    cues=_CUES,
    words=(
        PracticeWords(
            name="test opened once",
            does=rf"(?:{_TESTED}) (?:\w+ )?(?:was|were|is|are|has been|have been) (?:\w+ )?{_OPENED} (?:just |only )?{_ONCE}|tested (?:just |only )?{_ONCE}|(?:one|single)-shot (?:\w+ )?(?:test|exam|affair)",
            without=rf"(?:{_TESTED}) (?:\w+ )?(?:was|were|is|are|has been|have been) (?:\w+ )?{_OPENED} (?:\w+ )?{_OFTEN}|(?:{_TESTED}) (?:came|comes|was brought|went) (?:round|around|up|back|out) {_OFTEN}",
        ),
        PracticeWords(
            name="gap between the parts",
            does=rf"embargo\w*|purg(?:e[sd]?|ing)|(?:gap|buffer|{_ROWS}) (?:of [\w ]{{1,20}} )?(?:(?:is|are|was|were|left|lies?|taken|kept|dropped|removed|out|put) ){{0,3}}{_BETWEEN}|{_BETWEEN} (?:is|are|was|were) {_TAKEN_OUT}|{_ROWS} (?:is |are |was |were )?(?:\w+ )?{_TAKEN_OUT} (?:at|around|on|from|on either side of) (?:each|every|the|either|both) (?:\w+ )?(?:borders?|boundar(?:y|ies)|joins?|edges?|seams?|cuts?|fold)",
            without=rf"between (?:them|the (?:two |three )?{_PARTS}) (?:is|are|was|were) (?:added|kept|used|counted)|(?:{_PARTS}|training and (?:the )?test(?:ing)?) (?:\w+ )?(?:touch|adjoin|abut|follow (?:directly|immediately)|(?:are|lie|stand) (?:adjacent|back to back|contiguous|next to one another))",
        ),
    ),
)
