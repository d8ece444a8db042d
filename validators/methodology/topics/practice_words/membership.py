"""Whose members are held, and whether the list of them is renewed."""

from validators.methodology.topics.practice_words.clause import ClauseWords, PracticeWords

_BOUND = r"(?:above|over|beyond|of at least|of more than|of over|at least|more than|exceed\w*|>=?|≥)"
_BAR = r"(?:filter|floor|minimum|requirement|screen|threshold|hurdle|test|cut-?off|criterion|condition)"
_HELD = r"(?:held|owned|bought|in the (?:book|portfolio))"
_THINGS = r"(?:funds?|etfs?|assets?|coins?|stocks?|shares?|names?|markets?|sectors?|countries|currencies|bonds?|pairs?|contracts?|futures|legs|of them|metals?)"
_FEW = r"(?:two|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty|\d+)"
_CUES = (
    "list ", "universe", "roster", " pool", "line-up", "lineup", "at present", "currently", "nowadays", " now",
    "today", "point-in-time", "point in time", "member", "constituent", "delisted", "surviv", "today's", "(pit", " pit", "filter", "floor",
    "at a time", "at once", "held", "holds", "hold ", "owns", "minimum", "liquidity", "turnover", "volume", "capitali", "market cap", "market value", "price", "traded",
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
            does=r"point[- ]in[- ]time|pit (?=members|constituents|membership|lists?|universe)|(?:members|constituents|membership) (?:as )?of the day|(?:present and past|past and present|historical|then-current|contemporaneous|as[- ]of) (?:members|constituents|membership)|(?:members|constituents|membership) (?:at|as of|of) (?:the|that|each) (?:time|date|day|month)|delisted (?:names|stocks|shares|companies) (?:are )?(?:included|kept)|survivorship[- ](?:bias[- ])?free",
        ),
        PracticeWords(
            name="members of today",
            among="members",
            does=r"today's (?:(?!(?:members?|list)\b)[\w&-]+ ){0,3}(?:members|constituents|list|index|membership)|(?:current|present|present-day) (?:members|constituents|membership|index members)(?! and)|(?:members|constituents) (?:as )?of today|(?:companies|stocks|shares|names|firms|members|constituents)(?: (?:that|which))?(?: (?:are|is|sit|stand|belong|now|currently|today))* (?:in|of|to) the [\w&. ]{2,24}? (?:at present|today|now|currently|these days|nowadays|at the moment)|(?:currently|now|today) in the (?:index|s&p|dow|ftse|dax|stoxx|russell|nasdaq)|(?:members|constituents) (?:are )?(?:taken )?as they (?:are|stand) (?:today|now)",
        ),
        PracticeWords(
            name="least price",
            does=rf"(?:minimum|least|lowest) (?:\w+ )?(?:share )?price|price {_BAR}|(?:price|px) {_BOUND} ?[$€£]?\d|{_BAR} (?:on|for|of) (?:the )?(?:share )?price",
        ),
        PracticeWords(
            name="least trading",
            does=rf"(?:liquidity|turnover|volume|trading|adv) {_BAR}|minimum (?:\w+ )?(?:turnover|volume|liquidity|adv)|{_BAR} (?:on|for|of) (?:\w+ )?(?:turnover|volume|liquidity|trading)|{_BOUND} [$€£]?[\d.,]+ ?(?:\w+ )?(?:\w+ )?(?:traded|turnover|of (?:turnover|volume)|in (?:turnover|volume)) ?(?:a|per|each|every) day|(?:turnover|volume|adv) {_BOUND} ?[$€£]?\d",
        ),
        PracticeWords(
            name="chosen by size",
            among="criterion",
            does=r"(?:largest|biggest|top \w+|ranked|chosen|selected|picked|sorted|ordered|coins|stocks|shares|names|companies|firms) (?:\w+ ){0,3}?by (?:free-float |total )?(?:market (?:cap(?:itali[sz]ation)?|value|size)|capitali[sz]ation)",
        ),
        PracticeWords(
            name="chosen by trading",
            among="criterion",
            does=r"(?:largest|biggest|top[ -]\w+|ranked|chosen|selected|picked|sorted|ordered|coins|stocks|shares|names|companies|firms) (?:\w+ ){0,3}?by (?:[\w-]+ ){0,3}?(?:volume|turnover|liquidity|adv)|(?:most|\w+ most) (?:heavily |actively )?traded (?:\w+ )?(?:coins|stocks|shares|names|companies|contracts|perpetuals|pairs|usdt)",
        ),
        PracticeWords(
            name="one held at a time",
            among="how many are held",
            does=rf"(?:only |just |exactly )?(?:one|a single|one single) (?:\w+ )?(?:{_THINGS} )?(?:is |are |of them )?(?:{_HELD} )?at (?:a|any|one) (?:given )?time|never (?:\w+ )?more than one {_THINGS}|(?:holds?|owns?) only the (?:\w+ )?(?:best|strongest|calmest|cheapest|top|first|weakest)(?: (?:one|{_THINGS}))?(?=[.,;)]|$)",
        ),
        PracticeWords(
            name="all held at a time",
            among="how many are held",
            does=rf"(?:both|all|all {_FEW}|the {_FEW}) (?:\w+ ){{0,3}}?(?:are|is) (?:always )?{_HELD} (?:at (?:once|the same time|all times)|simultaneously|always|together)|always (?:holds?|owns?|in) both\b|both (?:\w+ )?{_THINGS} (?:are )?(?:always )?{_HELD}|all {_FEW} (?:are )?{_HELD} (?:at all times|always)|all {_FEW},? always",
        ),
        PracticeWords(
            name="some held at a time",
            among="how many are held",
            does=rf"of (?:which|whom|whose|these|those|them) (?:\w+ ){{0,3}}?{_FEW} (?:\w+ ){{0,3}}?(?:are|is) (?:{_HELD}|traded)|(?:best|top|strongest|cheapest|calmest) {_FEW} (?:of them )?(?:are )?{_HELD}|top (?:and bottom )?{_FEW} {_HELD}",
        ),
    ),
)
