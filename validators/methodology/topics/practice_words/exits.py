"""What closes a position: stops, profit targets, the end of the day."""

from validators.methodology.topics.practice_words.clause import ClauseWords, PracticeWords

_CUES = (
    " stop", "profit", "overnight", " night", "weekend", "past the", "flat ", "close",
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
            does=r"(?:held|carried|kept|hold|holds|carries|carry|keeps?|stays? (?:long|invested|in)) (?:(?:a|its|the|any|its own)? ?(?:positions?|shares|contracts?|stocks?) )?(?:\w+ ){0,2}?(?:overnight|over the weekend|(?:for|over|through|across|during) (?:the |several |many |two |three |a few |some |more than one )?nights?|past the (?:closing )?(?:bell|close)|(?:in)?to the (?:next|following) (?:day|session|morning))|overnight (?:positions?|exposure|risk)|sleeps? with (?:a )?positions?",
            without=r"flat (?:overnight|over ?night|each night|every night)|(?:goes?|going) (?:home|to bed) (?:flat|with(?:out| no) (?:a |any )?positions?)|flat (?:by|at|before|into) the (?:close|end of the (?:day|session))|(?:closed|sold|liquidated|squared) (?:out )?(?:before|by|at) the (?:close|end) (?:of )?(?:each|every|the (?:same )?day)",
        ),
    ),
)
