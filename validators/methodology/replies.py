"""Short replies to a question that has been repeated: "It does not.", "You guessed wrong, sorry.", "Afraid so."."""

_OPENING = (
    r"(?:(?:well|hmm+|ah|oh|um|er|sorry|alas|actually|honestly|frankly|in short|in a word|short answer|quick answer|the (?:short |honest )?answer (?:is|here is)|answer"
    r"|i'm afraid|i am afraid|i fear|unfortunately|regrettably|luckily|strictly speaking|to be clear|as it happens|(?:per|says|according to|going by|as per) (?:the |its |our )?(?:document\w*|methodology|notes?|write-?up|docs|spec\w*|rulebook|paper|sheet|file)|and|but|so)[,:;.-]{0,2} ){0,3}"
)
_BE_NOT = r"(?:(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would|should)(?: not|n't)|cannot|can't|won't)"
NO = (
    rf"{_OPENING}(?:no|not|none|nope|nah|nay|never|nothing|neither|nowhere|hardly|scarcely|wrong|false|incorrect|untrue|negative"
    r"|(?:the|its|our|this) (?:document|methodology|write-?up|strategy|model|rulebook|sheet)\w* (?:itself )?(?:knows|says|has|mentions|contains|shows|holds|lists) (?:nothing|no such|none)|there (?:is|was|are|were) (?:none|no such|nothing of)|no such (?:thing|split|rule|fee|data)"
    r"|far from it|anything but|quite the (?:opposite|contrary|reverse)|(?:on the|quite the|to the) contrary|by no means|in no way|under no circumstances|no way|no chance|certainly not"
    r"|(?:think|guess|try) again|(?:i )?(?:beg to differ|disagree)|(?:i'm |i am )?afraid not|i (?:don't|do not) (?:think|believe) so|i think not"
    rf"|(?:it|they|there|that|this|these|those|he|we) {_BE_NOT}|(?:that|this|it)(?:'s|'d be| is| was| would be) (?:\w+ )?(?:not|never|wrong|false|incorrect|untrue|mistaken|an? (?:\w+ )?(?:mistake|myth|error|mix-up|misreading|misunderstanding|slip|legend|rumou?r|fiction|fable|fairy tale|fantasy|invention|typo|confusion)|nonsense|fiction|hearsay|news to|pure \w+)"
    r"|you (?:have |\'ve |are |\'re |were )?(?:\w+ly )?(?:guessed|got|remembered|read|heard|been told|assumed|thought|mistaken|misread|misheard|misremember\w*|misinformed|wrong)(?: (?:it|that|this|so))?(?: (?:wrong|wrongly|incorrectly|badly))?(?=[,.!;]))\b"
)
"""One that denies."""
YES = (
    rf"{_OPENING}(?:yes|yep|yeah|yup|aye|correct|right|exactly|sure|indeed|certainly|absolutely|precisely|definitely|of course|true|affirmative|quite so|just so|afraid so|spot on"
    r"|(?:it|they|there|that|this|you) (?:does|do|did|is|are|was|were|has|have|will|can)(?=(?: indeed| so| actually| in fact)?[.,;!])|that(?:'s| is) (?:it|right|so|correct|true)|you (?:guessed|got it|remembered|read it|are|'re) right)\b"
)
"""One that affirms."""
