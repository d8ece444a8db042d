"""What closes a position: stops, profit targets, the end of the day."""

from validators.methodology.topics.practice_words.clause import ClauseWords, PracticeWords

_CUES = (
    " stop", "profit", "overnight", "weekend", "flat ", "close",
)  # fmt: skip
EXITS = ClauseWords(
    key="execution",
    cues=_CUES,
    words=(
        PracticeWords(
            name="stop loss",
            does=r"stop[- ]loss(?:es)?|stops? orders?|trailing stops?|protective stops?|hard stops?|price stops?|time stops?",
        ),
        PracticeWords(name="profit target", does=r"profit[- ]targets?|take[- ]profits?|profit[- ]taking"),
        PracticeWords(
            name="overnight",
            does=r"(?:held|carried|kept|hold|holds|carries|carry|keeps?|stays? (?:long|invested|in)) (?:\w+ ){0,2}?(?:overnight|over the weekend)|overnight (?:positions?|exposure|risk)",
            without=r"flat (?:by|at|before|into) the (?:close|end of the (?:day|session))|(?:closed|sold|liquidated|squared) (?:out )?(?:before|by|at) the (?:close|end) (?:of )?(?:each|every|the (?:same )?day)",
        ),
    ),
)
