"""Words that speak of a practice, of anybody, or of what is only shown, and of no strategy in particular."""

import re

from validators.methodology.clauses import clause_around

_GENERAL = re.compile(
    r"\b(?:only (?:appl\w+|matters?|makes? sense|relevant|needed|useful|meaningful|arises?|necessary)|appl(?:y"
    r"|ies) only|makes? sense (?:only )?(?:for|when|if|where)(?! (?:(?:the|its|each|every|a|one|any|this) (?:\w+ )?(?:signals?|calculation|computation|ranking|decision|trade|score|forecast)|this (?:kind|sort|type)|such an? |it\b|the strategy))|(?:is|are) (?:meant|intended|designed"
    r"|needed|required|necessary|useful|relevant|appropriate|meaningful) (?:for|when|only|if|where|above|below|beyond|over|under|once)(?! (?:(?:the|its|each|every|a|one|any|this) (?:\w+ )?(?:signals?|calculation|computation|ranking|decision|trade|score|forecast)|this (?:kind|sort|type)|such an? |it\b|the strategy))"
    r"|(?:is|are) (?:both |all |each |also )?(?:a |the )?(?:quite |very |more |far more |much more )?(?:common|standard|usual|typical|customary|conventional|textbook|frequent|widespread|familiar|classic|ordinary|prevalent|everyday|favou?rite"
    r"|popular|normal)(?: (?:practice|choice|convention|rule|approach|way|technique|method|tool"
    r"|split))?\b(?! (?:here|in this))|(?:is|are) (?:a|one|the usual|the standard) (?:way|method|technique"
    r"|procedure|practice|device|tool|concept|idea)\b"
    r"|\b(?:usual|standard|common|general|conventional|typical|textbook|normal|popular|classic|frequent|received) (?:advice|recommendation|wisdom|guidance|suggestion|tip|rule|habit|practice|approach|choice|convention|procedure|answer)(?:,? to\b(?! here)| (?:is|would be|says|calls for|has it)\b)"
    r"|(?:do|does)(?: not|n't) make (?:much |any |a lot of )?sense (?:on|for|in|with|when|if|where)\b"
    r"|(?:is|are|would be|makes?|serves? as) (?:the|an?) (?:natural|obvious|fair|sensible|usual|right|good|useful|simple|honest) (?:yardstick|benchmark|baseline|comparison|hurdle|control|reference)\b"
    r"|(?:is|are)(?: not|n't) (?:quite |at all )?what (?:it|they) (?:is|are|means?) (?:in|for|with)\b|(?:is|are) the (?:norm|rule|default|custom|convention|standard) (?:in|for|among|with|at|elsewhere)\b"
    r"|(?<!which )(?:is|are|was) (?:what|how) (?!(?:it|q{3,}|we|they|this|the (?:strategy|model|document\w*|methodology|backtest|simulation|rules?|system|authors?))\b)(?:(?:the|an?|our|your|some|most|many) )?[\w-]+(?: \w+)? (?:pays?|charges?|uses?|has|have|does|do|runs?|trades?|takes?|needs?)\b"
    r"|(?:is|are|was) what (?:(?:many|most|some|a lot of) )?(?:you|one|people|readers|others|many|most|users)(?:'d| would| might| may)? (?:expect|assume|guess|think of|imagine)\b"
    r"|(?:is|are|was) what the (?:previous|last|old|other|earlier|former) [\w-]+ (?:did|had|paid|used|charged|ran|traded)\b"
    r"|(?:is|are) (?:what|how|where) (?:you|one|people|most|many|others|textbooks?|beginners)(?:'d| would| will| often| usually| commonly)? (?:find|finds|see|sees|read|reads|meet|encounter|do|use|say|recommend|start) (?:in|with|of|at|by|from) (?:many|most|other|the|some|any|every|textbooks?|papers?|books?)\b"
    r"|means that|refers to (?:an? |any |how |when |the (?:practice|idea|process|act|share|number|technique))|(?<!which )is when|in general|generally speaking|as a rule|in machine learning|by definition"
    r"|in the literature|in principle|(?:is|are) (?:\w+ )?(?:crowded|well[- ](?:known|studied|documented|established|researched)|widely (?:known|documented|used|studied|followed))"
    r"|^\W*(?:an?|any|every) (?:[\w-]+ ){0,2}(?:fee|rebate|discount|account|licen[cs]e|rate|tier|tariff) (?:requires?|presupposes?|demands?|calls? for|assumes?)\b"
    r"|(?:an?|another|one|the) (?:[\w-]+ ){0,3}alternatives? (?:is|are|would be)"
    r"|(?:an?|another|one) (?:more )?(?:common|usual|popular|frequent|typical|standard) (?:choice|option|approach|setting|value|figure)s? (?:is|are|would be)"
    r"|^often,? (?:the|an?|it is|you) |^(?:usually|often|normally|mostly),? (?:that|this)(?:'s| is) (?:done|set|chosen|fixed|handled|solved) |commonly|typically|customarily|by convention|conventionally|traditionally|in most cases|more often than not|elsewhere|in other (?:models|strategies|documents))\b"
)
_AS_USUAL = re.compile(
    r"(?:^|(?<=[,:(] ))(?:as (?:is|was|in) )?(?:the |a |an )?(?:\w+ )?(?:standard|common|usual|typical|customary"
    r"|conventional|normal|best|good)(?: (?:practice|procedure|convention|rule|approach|way))?(?: \w+){0,4},"
)
_SHOWN = re.compile(
    r"^[^.;]{0,20}\b(?:on|in) (?:the|this|that|any|every|a) (?:\w+ )?(?:charts?|plots?|graphs?|pictures?|display)\b"
    r"|\bfor (?:orientation|illustration|reference|display|show|comparison"
    r"|presentation|reporting|the reader)\b|\b(?:matter|question|choice) of (?:reporting|presentation|display|bookkeeping"
    r"|accounting)\b"
)
_ONE_OF_ITS_KIND = re.compile(
    r"(?:^|[.;:] |, (?:and|but|while|whereas|since|because) )\W*(?:an?|any|such an?|every) (?:[\w-]+ ){0,3}$"
)
_DOES_FOR_ANYONE = re.compile(
    r"(?: [\w-]+){0,3}?(?: (?:that|which) [^,.;:]{0,50})? (?:\w+ly |only |always |never |also )?(?:protects?|guards?|helps?|shows?|tells?|gives?|serves?|exists?|lets?|allows?|checks? (?:whether|that|if|how)|measures?|answers?|exposes?|reveals?|catches|proves?|says?|means?"
    r"|makes? (?:no )?sense|is (?:there|meant|only|a way|useful|needed|necessary|of (?:no )?use|pointless|no (?:use|help))|can(?:not|'t)?|needs? (?:something|a \w+ that)|presupposes?)\b"
)
_REASON_FOR = re.compile(
    r"\b(?:the|one|a|another) (?:(?:usual|main|typical|common|normal|whole|only|best|obvious|very|classic|standard|first|chief) ){1,2}(?:reasons?|purposes?|points?|ideas?|arguments?|motives?|case|benefits?|uses?|advantages?|dangers?|risks?) (?:for|of|behind|with|to)\b[^;:]{0,120}$"
)
_OF_PRACTICES = re.compile(  # "overfitting needs parameters that are tuned to data"
    r"(?:^|[.;:] |, (?:and|but|while|whereas|since|because) )\W*(?:(?:an?|any) )?(?:(?:single|fixed|plain|simple) )?(?:\d\d/\d\d )?(?:(?:train/test|evaluation|data|time-series) )?(?:over-?fitting|curve-?fitting|leakage|data[- ](?:snooping|mining|dredging)|look-?ahead(?: bias)?|survivorship bias|cross-validation|split|hold-?out|test set|training set|walk-forward(?: (?:testing|analysis|validation))?)s?"
    r" (?:\w+ly |only |always |also |often |sometimes )?(?:needs?|requires?|presupposes?|tests? on|wastes?|leaves|protects?|guards?|means?|comes? from|arises?|happens?|occurs?|helps?|shows?|tells?|serves?|is (?:when|a|an|only|meant|there|for)|are (?:the|for|there|meant)|makes? sense|matters?|asks?|prevents?|detects?|reveals?)\b(?:(?!, (?:and|but|so|which|while|as) )[^.;:])*"
)
_OWN = re.compile(r"\b(?:q{3,}|we|our|here|this|the (?:strategy|document\w*|methodology|rules?|backtest))\b")
_METHODS = r"(?:(?:random )?forests|(?:neural |recurrent |deep )?networks|(?:gradient )?boosting|(?:boosted |decision |gradient[- ]boosted )?trees|(?:linear|logistic|ridge|lasso) (?:models|regressions?)|regressions|lasso|ridge|lstms?|grus?|transformers|svms?|k-means)"
_METHODS_COMPARED = re.compile(  # "random forests average their trees, boosting grows them in sequence"
    rf"(?:^|[.;:] )(?:and |but |while |whereas )?(?:(?:for|in) [\w -]{{3,40}}? )?{_METHODS} (?:(?:and|or) {_METHODS} )?(?:[^.;:,]{{3,80}},? (?:while |whereas |and |but )?{_METHODS} \w+|(?:are|is) the \w+er\b|(?:have|has) (?:taken over|become|replaced|overtaken|\w+ly)\b|(?:are|is|can be|tend to be|(?:\w+ly |often |both )?(?:handles?|copes? with|needs?|deals? with)) (?:\w+ly |often )?(?:more|less|better|worse|robust|popular|flexible|prone|\w+er|\d+|long|non-?linear\w*|lots?|much|many)\b)(?:(?!, (?:so|and|but|hence) )[^.;:])*"
)
_CANNOT = re.compile(
    r"(?: [\w-]+){0,2} (?:can(?:not|'t)|never (?:can|could)) (?!be (?:held|traded|bought|used|fitted)\b)"
)  # "a bond fund can't be neutral"
_IN_CONTRAST = re.compile(  # "it is boosted; a network learns weights instead"
    r"(?! (?:is|was|are|were) \w+ed\b)(?:(?!\bthe\b)[^.;:]){0,80}?(?: instead|,? by contrast|,? in contrast|,? on the other hand|,? meanwhile|,? though)[.,;!]? ?$"
)
_TO_ANYBODY = re.compile(
    r"\b(?:you|your|one|anyone|anybody|us|here|none|nobody|but|though|something|when|if|where|only)\b"
)


_LOOSELY = r"(?:in (?:a|some|one|a certain|the wider|a loose) (?:sense|way|manner)|so to speak|as it were|in spirit|loosely speaking|in a manner of speaking|sort of|kind of)"
_SAID_LOOSELY = re.compile(rf"\b{_LOOSELY},? (?:an? |the )?(?:[\w-]+ )?$")
_ANNOUNCED = re.compile(  # "with regard to parameter estimation, …"
    r"(?:^|[.;:] |, (?:and|but) )(?:with (?:regard|respect|reference) to|regarding|as regards|concerning|as (?:to|for)|on the (?:subject|question|matter|topic|point) of|in (?:terms|the matter|respect) of|when it comes to|speaking of|turning to|on(?= (?!borrowed))) (?:[\w-]+ ){0,2}$|\b(?:section|question|item|part|heading|topic|chapter|point)(?: \d+)? (?:on|about|\() ?(?:[\w-]+ ){0,2}$"
)
_TOLD_APART = re.compile(  # "trading at the open is different from trading at the close"
    r"(?:^|[.;:] )\W*\w+ing\b[^.;:]{0,60}? (?:(?:is|are)(?: quite| very)? (?:different from|something (?:else|other) than)|(?:is not|isn't|are not|aren't) (?:quite )?the same (?:thing )?as) (?P<latter>\w+ing\b[^.;:,]{0,60})"
)
_CHOSEN = re.compile(  # "…; it does the former"
    r"[;,] (?:and |but )?(?:it|q{3,}|we|(?:the|this|our) \w+) (?:does|do|uses?|takes?|follows?|has|is|means?|prefers?|goes for) (?:the )?(?:(?P<former>former|first)|latter|second)\b"
)
_ASKED_ABOUT = re.compile(  # "the first thing to look at is what gets tuned"
    r"\b(?:things?|questions?|points?|topics?|issue|matter|place|look|see|ask|asked|wonder\w*|turn|turning|check|know|on|about)\b[^.;:]{0,30}? (?:what|which(?: [\w-]+){0,2}|how (?:much|many)(?: [\w-]+){0,2}|(?:whether|if)(?: [\w-]+){1,3}) (?:(?:is|was|are|were|it|q{3,}|they|the \w+|has been|have been) )*$"
)
_TOLD_FROM = re.compile(r"\b(?:distinction|dichotomy|trade-?off|choice|line) between [^.;:]{0,60}$")
_CALLED = re.compile(  # "it's sometimes described as a daily switch"
    r"\b(?:sometimes|often|wrongly|mistakenly|commonly|occasionally|loosely) (?:described|called|labell?ed|presented|seen|thought of|advertised|sold|billed|misread|mistaken|taken|referred to) (?:as |for )?(?:an? |the )?(?:[\w-]+ )?$"
)
_ENDS_THERE = re.compile(r"(?: (?:to|on|from|in|with|using|by) [^.;:,]{1,30})?(?: ?[.:;,?]|$)")
_ITS_END = re.compile(r"(?: [\w-]+){0,2} ?[,:]")


def is_only_named(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] only announces what is spoken of ("as for training, …"), or is a manner of speaking ("in a sense out-of-sample")."""
    if _ANNOUNCED.search(text, 0, start) and _ITS_END.match(text, end):
        return True
    if _ASKED_ABOUT.search(text, max(start - 90, 0), start) and _ENDS_THERE.match(text, end):
        return True
    if _TOLD_FROM.search(text, max(start - 90, 0), start):
        return True
    return _SAID_LOOSELY.search(text, max(start - 50, 0), start) is not None


def is_of_any(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is the subject of what is so for anybody ("a hold-out protects you against …"), or stands in a reason
    that is called the usual one, or where two practices are told apart."""
    for apart in _TOLD_APART.finditer(text):
        if apart.start() <= start and end <= apart.end():
            chosen = _CHOSEN.match(text, apart.end())
            return chosen is None or (chosen["former"] is None) != (start >= apart.start("latter"))
    if _CALLED.search(text, max(start - 60, 0), start):
        return True
    if _REASON_FOR.search(text, 0, start) and not re.search(r"\b(?:here|but|yet)\b", text[max(start - 30, 0) : start]):
        return True
    for told in (_OF_PRACTICES, _METHODS_COMPARED):
        for practice in told.finditer(text):
            if practice.start() <= start < practice.end() and not _OWN.search(text, practice.start(), end):
                return True
    subject = _ONE_OF_ITS_KIND.search(text, max(start - 70, 0), start)
    if subject is None:
        return False
    if _IN_CONTRAST.match(text, end) and not _OWN.search(text, end):
        return True
    if _CANNOT.match(text, end) and not _OWN.search(text):
        return True
    return _DOES_FOR_ANYONE.match(text, end) is not None and _TO_ANYBODY.search(text, end) is not None


def is_general(text: str, end: int) -> bool:
    """Whether a passage speaks of a practice and of no strategy in particular, as far as the clause in which `end` is."""
    _, stop = clause_around(text, end, end)
    if text.startswith((", which", ", is ", ", are "), stop):
        stop = len(text)
    return _GENERAL.search(_AS_USUAL.sub("", text[:stop])) is not None


def is_shown_only(text: str, end: int) -> bool:
    """Whether what ends at `end` is said to be there for the reader (on a chart, in a report) and no part of the strategy."""
    return _SHOWN.search(text, end, min(end + 90, len(text))) is not None
