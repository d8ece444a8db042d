"""Whose members are held, and whether the list of them is renewed."""

from validators.methodology.topics.practice_words.clause import ClauseWords, PracticeWords

_CUES = (
    "list ", "universe", "roster", " pool", "line-up", "lineup", "at present", "currently", "nowadays", " now",
    "today", "point-in-time", "point in time", "member", "constituent", "delisted", "surviv", "today's",
)  # fmt: skip
MEMBERSHIP = ClauseWords(
    key="universe",
    cues=_CUES,
    words=(
        PracticeWords(
            name="renewal of the list",
            does=r"(?:membership|(?:the|its) (?:list|universe|constituents|members|roster|pool|line-?up)(?: of (?:\w+ )?\w+)?) (?:(?:is|are|gets?) )?(?:\w+ly )?(?:(?:then |again )?(?:refreshed|renewed|revised|reviewed|reconstituted|updated|redrawn|re-?formed|re-?ranked|re-?built|adjusted)|changes|rotates|drawn up (?:anew|afresh|again)|chosen (?:anew|afresh|again))(?! (?:at the start|before|once\b))",
            without=r"(?:(?:the|its) (?:list|universe|membership|roster|set)|membership)(?: of \w+)? (?:is|stays|remains) (?:then |\w+ly )?(?:fixed|kept|unchanged|constant|the same|frozen|closed|never (?:changed|revised|renewed|updated))|(?:list|universe) is drawn up (?:\w+ ){1,6}and then kept",
        ),
        PracticeWords(
            name="members of the time",
            among="members",
            does=r"point[- ]in[- ]time|(?:present and past|past and present|historical|then-current|contemporaneous|as[- ]of) (?:members|constituents|membership)|(?:members|constituents|membership) (?:at|as of|of) (?:the|that|each) (?:time|date|day|month)|delisted (?:names|stocks|shares|companies) (?:are )?(?:included|kept)|survivorship[- ](?:bias[- ])?free",
        ),
        PracticeWords(
            name="members of today",
            among="members",
            does=r"today's (?:members|constituents|list|index|membership)|(?:current|present|present-day) (?:members|constituents|membership|index members)(?! and)|(?:members|constituents) (?:as )?of today|(?:companies|stocks|shares|names|firms|members|constituents)(?: (?:that|which))?(?: (?:are|is|sit|stand|belong|now|currently|today))* (?:in|of|to) the [\w&. ]{2,24}? (?:at present|today|now|currently|these days|nowadays|at the moment)|(?:currently|now|today) in the (?:index|s&p|dow|ftse|dax|stoxx|russell|nasdaq)|(?:members|constituents) (?:are )?(?:taken )?as they (?:are|stand) (?:today|now)",
        ),
    ),
)
