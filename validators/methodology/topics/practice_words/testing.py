"""How the parts of a split are kept apart, and how often the test is looked at."""

from validators.methodology.topics.practice_words.clause import ClauseWords, PracticeWords

_TESTED = r"hold-?out|held-out (?:part|data|years|set|sample)|test (?:set|part|period|years|data|sample|slice)|test|(?:last|final|remaining|newest) (?:\d+ ?%|\w+ percent|fifth|quarter|third|part|years)(?: of (?:19|20)[\d -]+)?"
_CUES = (
    "test", "hold", "last", "final", "remaining", "newest", "embargo", "purg", "gap", "between", "adjoin", "touch",
)  # fmt: skip
TESTING = ClauseWords(
    key="evaluation_split",
    cues=_CUES,
    words=(
        PracticeWords(
            name="test opened once",
            does=rf"(?:{_TESTED}) (?:\w+ )?(?:was|were|is|are|has been|have been) (?:\w+ )?(?:opened|looked at|consulted|touched|used|examined|inspected|seen) (?:just |only )?(?:once|one time|a single time)",
            without=rf"(?:{_TESTED}) (?:\w+ )?(?:was|were|is|are|has been|have been) (?:\w+ )?(?:opened|looked at|consulted|touched|used|examined|inspected|seen) (?:\w+ )?(?:repeatedly|several times|many times|more than once|again and again|twice|often|along the way|time and again)",
        ),
        PracticeWords(
            name="gap between the parts",
            does=r"embargo\w*|purg(?:e[sd]?|ing)|gap (?:of [\w ]{1,20} )?between|between (?:them|the (?:two |three )?(?:parts|sets|samples|stretches)) (?:is|are|was|were) (?:dropped|left out|thrown away|discarded|unused|skipped|removed|cut out)",
            without=r"between (?:them|the (?:two |three )?(?:parts|sets|samples|stretches)) (?:is|are|was|were) (?:added|kept|used|counted)|(?:parts|sets|samples) (?:touch|adjoin|abut|follow (?:directly|immediately))",
        ),
    ),
)
