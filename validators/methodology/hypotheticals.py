"""Whether words are said of an imagined case."""

import re

from validators.methodology.clauses import FALSE_AFTER, IT_IS_NOT, clause_around
from validators.methodology.passages import is_clause

_WOULD = re.compile(
    r"\b(?:(?:would|could|might|wouldn't|couldn't)\b(?! (?:expect|imagine|guess|hope|seem|appear|say|caution|add(?! (?:to|an?|more|less|little|much|some|extra|further|nothing|cost|costs|turnover|risk|noise|return|complexity|\d)\b)|note|stress|sum|summari[sz]e|(?:not |never |hardly )?(?:find|see(?! (?:an? )?(?:other|different|better|worse|more|less|higher|lower|smaller|larger|fewer|another)\b)|spot|locate|detect|discover|make out|identify|guess))\b)|(?:happy|glad|able|willing|possible|ready|delighted) to (?:re-?run|run|try|test|repeat|re-?do|show|compute|calculate|simulate|add|swap|change|switch|replace)\b|in theory|(?:may|might) (?:just|only|simply|also) be|formerly|(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )used to (?=be|have|charge|cost|trade|rebalance|look|run|fill|hold|go|get)"
    r"|talks? (?:of|about)|(?:may|might) (?:well )?be (?=(?:[^.;:]|\.\d){0,24}? (?:rather than|instead of|and not)\b)|plan(?:s|ned)? (?:to|for)|proposals?|toy(?:s|ed|ing) with|mooted|contemplat\w+|(?:was|were|been) (?:tried|considered|abandoned)|next year|in (?:the )?future|one day soon|some ?day)\b|\b(?:if you (?:like|wish|want|must|prefer|care)|your own (?:decision|choice|risk|experiment|account|behalf|initiative|responsibility)|you (?:may|can|could|might),? (?:of course|always|certainly|naturally|obviously|still|well)|(?:nothing|nobody|no one) (?:stops|prevents|keeps|hinders|forbids) you)\b"
    r"|(?<!as )\b(?:one|you|people|some|many|readers|anyone) (?:might|may|could) (?:well |perhaps )?(?:expect|think of|imagine|suppose)\b"
    r"|\b(?:tag|label|mark|report|flag|declar|call|show|treat)\w* (?:it |this |that )?(?:as )?(?:an? |the )?(?:sensitivity|what-if|hypothetical|illustration|variant|experiment|scenario)\b|\b(?:you|we|one|they|i|there|it|that)'d\b(?! (?:have|need) to| (?:been|had)\b|(?:(?<=^it'd)|(?<=^that'd)) be (?:about |around |roughly |exactly )?[$€£]?\d| (?:not |never |hardly |probably |rather )?(?:reassure|guess|say|add(?= that\b)|note|mention|stress|point out|remind|think|expect|imagine|hope|suppose|suspect|find|see|look (?:hardest|closest|first|mainly|most|longest|especially)|focus|concentrate|start with|begin with)\b)|\bhad (?:it|the|we|you)\b.{0,40}\b(?:been|used|charged)\b"
)
_YOU_WOULD_BE = re.compile(  # "you'd be trading every week", "you'd switch at the next open"
    r"\b(?:you|one)(?:'d| would) (?:\w+ )?(?:be (?=\w+ing\b)|(?P<dealt>be (?=filled\b)|(?=(?:(?:see|find|notice) (?:an?|the|its|this|that|new|fresh)|switch|trade|buy|sell|enter|exit|hold|own|feed|get (?:filled|the|in|out|an?|new|fresh))\b)))"
)
_ANOTHER_CASE = re.compile(
    r"\b(?:instead|otherwise|then|more|less|fewer|different|other|another|rather|better|worse|lost|made|gained|if|when|with)\b"
)
_THAT_IS_HOW = re.compile(  # "you'd need hourly bars, because that's what the backtest uses"
    r"[^.;:]{0,60}?,? (?:since|because|as|for) (?:that|this|those|these)(?:'s| is| are) (?:exactly |just )?(?:how|what|when|where|the \w+ (?:it|q{3,}|the)) (?!(?:would|could|might|others?|most|people)\b)"
)
_OPENS = re.compile(r"(?:^|[.;:] )\W*$")  # "where a textbook version would use 50 days, it uses 200"
_EXAMPLE = re.compile(r" ?(?:such as|like|say|e\.g\.|for (?:example|instance))\b")
_OF_OTHERS = re.compile(  # "a network to find patterns that other methods would miss"
    r"(\b(?:that|which|than|what|whom|as|how|where) (?!(?:it|its|you|we|one|i|they|there|the (?:strategy|model|system)|q{3,})\b)(?:(?!(?:is|are|was|were|be|not|that|would|could|might)\b)[\w'-]+ ){1,4})((?:would|could|might)(?:n't)?)\b"
)
_TO_WHOEVER_CARES = re.compile(  # "if you're worried about overfitting, you should know that …"
    r"\b(?:if|when|in case|since|as|should) you(?:'re|'d| are| were| would)? (?:\w+ )?(?:worr(?:y|ied)|wonder(?:ing)?|concerned|curious|ask(?:ing)?|interested|nervous|anxious|unsure|want(?:ing)?|need|care|like|look(?:ing)?|read|check|compare|replicate|plan|try|trying|keen)\b[^.;:,]{0,60}, (?=(?:you (?:should|must|ought|need|may|might|will want)|know|note|remember|keep|bear|be aware|please|rest|it|q{3,}|the|its|here|there|this)\b)(?:(?:you (?:should|must|may want to|might want to|will want to|ought to|need to) |please )?(?:know|note|remember|keep in mind|bear in mind|be aware)(?: that)? )?"
)
_NEEDED_FOR_IT = re.compile(  # "to replicate it you'd need hourly bars"
    r"\b(?:(?:to|for) (?:replicat|reproduc|re-?build|copy|copy|follow|implement|run|trad)\w* (?:it|this|q{3,}|the (?:strategy|model|backtest))|live)(?: \w+)?,? (?:you|one|we)(?:'d| would) (?:also |only |just )?need\b"
)
_WOULD_SAY = re.compile(  # "I'd call it unlevered", "you wouldn't describe it as unlevered"
    r"(?:\b(?:i|we) (?:would|could)(?:n't)?|\b(?:i|we)'d|\b(?:would|could)(?:n't| not| never| hardly)) (?:(?:not|never|hardly|rather|probably|simply) )?"
    r"(?=(?:describe|call|label|class|classify|characteri[sz]e|speak|count|consider|regard|go so far|quarrel|put|say)\b)"
)
_NO_SUCH_AS = re.compile(  # "there is no weekly reshuffle that could be costed"
    r"(\b(?:there(?:'s| is| are| was| were)|has|have|had|you(?:'ll| will)? find|contains?) (?:no|not an?y?)\b[^,;.:]{0,60}? (?:that|which|to|you|one|we) )(could|might|would)\b"
)
_UNREAL = re.compile(
    r"\bhad (?:\w+ )?(?:been|\w+ed|run|read|held|had)\b|\bwere (?:\w+ly )?(?:to\b|available|used|run|read|built|fed|given|held|based|re-?run|re-?built|told|put|added|included|fed|swapped|changed|given|allowed|set|charged|replaced|switched|made|extended|shortened|lengthened|raised|lowered|doubled|halved|moved|done|on hand|there\b|\w+ed\b|taken|put)|\beven if\b|\bif [^,;.]{1,60} instead\b"
)
_IF = re.compile(
    r"(?:(?<![^,;:.(])|(?<=\bby )|(?<=[,;:.(] )|(?<=\band )) ?(?:raising|lowering|doubling|halving|changing(?! (?:sides?|funds?|holdings?|positions?))"
    r"|switching(?! (?:sides?|funds?|holdings?|positions?|from one))|moving|bumping|increasing|decreasing|reducing|cutting|re-?run(?:ning)?|re-?test(?:ing)?|re-?comput(?:e|ing)|re-?do(?:ing)?|try(?:ing)?|experiment(?:ing)?|picture|feel free|(?:you're|you are) (?:free|welcome) to|free to|replacing|swapping|substituting)\b|\b(?:(?<!ask )(?<!asks )(?<!asked )(?<!asked me )(?<!asked us )(?<!know )(?<!wonder )(?<!wonders )(?<!wondered )if(?! (?:you|i|someone|somebody|anyone|anybody|they|we|he|she|people) (?:\w+ )?(?:heard|told|tells?|says?|said|claims?|claimed|writes?|wrote|read|remember|recall|look|check|open|consult|turn|study|inspect|wonder|were told|was told|thought|believed?|remember\w*|assumed|expected|saw|guessed)\b)|suppose|supposing|(?:each|every) time (?:you|someone|somebody|anyone)\b|assuming you|(?:let's|let us|just) (?:pretend|assume|imagine|suppose)|pretend(?:ing)?"
    r"|(?:^|(?<=[.;:] ))(?:now,? )?(?:assume|consider|take|think of) (?:for (?:a moment|once|now|argument's sake),? |the case |that |an? |it (?!as ))"
    r"|assuming a different|imagine|hypothetical\w*|what[- ]if|were (?:it|the|you|we|one) (?:to|\w+ed)"
    r"|(?:^|(?<=[.;:] ))(?:but |and |so )?(?:were|had) (?:the|its|it|we|you|one|they|this|that|these|there|fees|costs|q{3,})\b(?![^.;]*\?)"
    r"|should (?:you|one|it)|(?:you|one|anyone|users?|readers?) (?:can|may) (?:\w+ ){0,2}?(?:try|experiment|swap|substitute|replace|rebuild|re-?run)"
    r"|counterfactual\w*|let's say|even (?:at|with|under)|in a scenario|a scenario|scenarios?|unless"
    r"|provided that|sensitivity|stress(?:ed|[- ]test\w*)?)\b"
)
_WOULD_AFTER_ASIDE = re.compile(r"(?:\([^()]*)?\),? (?:would|could|might)\b")
_LEFT_OUT = re.compile(
    r" ?(?:and|or) [\w-]+(?: (?:for|in|with|on|at|among) [\w -]+)?[.!]?"
)  # "weekly would be usual for x, and monthly for y"
_CHANGES_THE = re.compile(  # who would shorten "the 120-bar window" says that there is one
    r"\b(?:i|we)(?:'d| would) (?:\w+ )?(?:replace|change|shorten|lengthen|widen|drop|lower|raise|give up|extend|vary|swap|abandon|scrap) (?:the|its) (?:[a-z]+ ){0,2}$"
)
_GOES_ON = re.compile(r" (?:and|or|plus|as well as) ")  # "you'd need a split, and a few hundred deals to learn from"
_IF_YOU = re.compile(  # "if you keep the winner, you've fitted a parameter"
    r"(?:^|[.;:,(-] ?|\b(?:and|but|so|that) )(?:if|when(?:ever)?|once|as soon as|unless) (?:you|one|someone|somebody|anyone|anybody|people|we) (?:\w+ )?"
    r"(?!(?:heard|told|tells?|says?|said|claims?|writes?|wrote|read|remember|recall|look|check|open|consult|turn to|study|inspect|wonder|ask|want|need|mean|are|were|see|find|compare|go by|trust|believe)\b)[^.;:]{3,90},? (?:then )?(?:you|one|they|we|there)(?:'ve|'re|'d|'ll| have| are| will| would| get| end up| need| can| must| risk)\b[^.;:,]{0,50}$"
)
_PREPOSITION = re.compile(
    r"^\s*(?:and |but |so |then )?(?:at(?! (?:present|the moment|this point|heart|its core|the core|bottom))|with|under(?! the hood)|for|given(?! that)|using|were|had|should|if|assuming|on|by|without"
    r"|\w+ed|run|held|borrowing|charging|rebalancing|trading)\b"
)
_OF_READER = re.compile(r"\b(?:you|your|yours|i|my|someone|somebody|anyone|an investor|a (?:trader|reader|client))\b")
_READER_CANNOT = re.compile(
    r",? (?:then )?(?:you|your \w+|one|anyone|an investor|a trader|(?:the|these|those|such) (?:results?|figures?|numbers?|returns?)) (?:\w+ )?"
    r"(?:(?:should|can|will|must|do|need|may)(?: not|n't|not)|cannot|won't|shouldn't|(?:will|may|might|should|can|must|are bound to) (?:\w+ ){0,2}?(?:differ|deviate|drift|diverge|change|expect (?:other|different)))\b"
    r"|,? (?:then )?(?:it|q{3,}|(?:the|this|its) (?:strategy|model|system|rules?|backtest|portfolio)) (?:may|might) (?:(?:well|also|easily|of course|just|perhaps) )?(?:show|look|behave|perform|give|earn|lose|make|do|come|end|fare|be (?:different|another|better|worse|quite))\b"
)
_I_EXPECT = re.compile(
    r"(?:[^.;:]|\.(?=\d)){0,80}?,? (?:i|we)(?:'d| would) (?:\w+ )?(?:expect|guess|imagine|say|bet|think|suspect)\b"
)
_NOT_ALWAYS = re.compile(
    r"[^.;:,]{0,30} (?:you|one) (?:don't|do not|doesn't|can't|cannot|won't|may not|might not) (?:always|necessarily|ever|even)\b"
)
_IT_IS_EASY = re.compile(
    r",? (?:it|that|this|shorting|trading|borrowing)(?:'s| is| gets| becomes) (?:\w+ly |much |quite |very |rather |far )?(?:easy|easier|hard|harder|cheap\w*|dear\w*|possible|impossible|awkward|simpler?|difficult|feasible|trivial|doable)\b"
)
_REMADE = re.compile(  # "rebuilding it with trees is possible"
    r"(?:^|[.;:,] )(?:and |but |so |well,? |of course,? )?(?:[\w-]+ing|to [\w-]+) (?:it|them|q{3,}|(?:the|this) (?:strategy|model|rules?|system|portfolio|backtest)) [^.;:,]{0,80}$"
    r"|(?:^|[.;:,] )(?:and |but |of course,? )?(?:an?|another|any) (?:\w+ )?(?:re-?run|repeat|repetition|variant|version|experiment|test|trial|switch|move|change|extension|replication)(?: of (?:it|them|q{3,}|the \w+))? (?:on|with|at|to|in|over|under|using|from)\b[^.;:,]{0,60}$"
)
_CHANGED = re.compile(  # "stretch the window to 40 days and nobody can tell you what happens"
    r"(?:^|[.;:] )(?:now |just |but |so )?(?:stretch|widen|lengthen|extend|shorten|shrink|cut|raise|lower|lift|double|halve|change|switch|move|swap|replace|set|make|push|turn|bump|add|run|feed|give|point|aim|throw|load|drop|let|pick|choose|hand|tweak|squeeze|crank|dial|slow|speed|try|use|take|train|fit|apply)\b[^.;:,]{0,70}$"
)
_AND_THEN = re.compile(
    r"[^.;:,]{0,40},? and (?:then )?(?:i|you|we|one|nobody|no one|it|things|all bets|everything|the \w+)(?:'ll|'d|'s (?:another|a (?:different|new)|no longer)| is (?:another|a (?:different|new)|no longer)| (?:\w+ )?(?:can|can't|cannot|could|couldn't|will|won't|would|wouldn't|may|might|don't|do|are off))\b"
)
_IS_POSSIBLE = re.compile(
    r"[^.;:,]{0,60}? (?:is|are|remains?|seems?|sounds|looks|may be|might be) (?:\w+ly |quite |of course |always |all )?(?:possible|feasible|doable|conceivable|thinkable|imaginable|allowed|permitted|an option|up to you|your choice|easy|simple|tempting|worth|fine|no problem|another|a different|an experiment)\b"
)


_ASKS_FOR_IDEAS = re.compile(
    r"\b(?:what|which|how) (?:else )?(?:[\w-]+ ){0,3}?(?:would|could|should|might) (?:you|i|one|we) (?:\w+ )?(?:try|change|improve|test|extend|vary|add|adapt|do differently|do next|explore)\b"
    r"|\b(?:ideas|suggestions|improvements|next steps|extensions|alternatives) (?:for|to|on)\b|\b(?:suggest|recommend|propose) (?:\w+ ){0,3}?(?:improvements?|changes|extensions?|next steps?|experiments?|ideas)\b"
)


def asks_for_ideas(question: str) -> bool:
    """Whether a folded question asks what might be done otherwise, so that what an answer only lists is that."""
    return _ASKS_FOR_IDEAS.search(question) is not None


def without_address(text: str) -> str:
    """A folded sentence with blanks for whom it is for: what is told to them is so whether they care or not."""
    return _TO_WHOEVER_CARES.sub(lambda aside: " " * len(aside[0]), text)


def is_hypothetical(text: str, start: int, end: int, *, conditions_hold: bool) -> bool:
    """Whether text[start:end] is said of an imagined case.

    `conditions_hold`: a plain "if" clause may state how the strategy works ("if the 12-month return is positive").
    """
    if _CHANGES_THE.search(text, max(start - 60, 0), start):
        return False
    if _REMADE.search(text, 0, start) and _IS_POSSIBLE.match(text, end):
        return True
    if _CHANGED.search(text, 0, start) and _AND_THEN.match(text, end):
        return True
    if _WOULD.search(text) is None and _IF.search(text, 0, start) is None:
        return _is_readers_case(text, start, end)
    flatly = IT_IS_NOT.match(text[end : end + 130])
    if flatly and not _WOULD.search(re.split(r"[,;:]| but| and| -", flatly[0])[-1]):
        return False  # "… might do, but it isn't what was simulated"
    text = FALSE_AFTER.sub(lambda false: " " * len(false[0]), text)
    text = _NEEDED_FOR_IT.sub(lambda needed: " " * len(needed[0]), text)
    text = _WOULD_SAY.sub(lambda said: " " * len(said[0]), text)
    for flatly_said in (_NO_SUCH_AS, _OF_OTHERS):
        text = flatly_said.sub(
            lambda flat: (
                flat[0]
                if flat.re is _OF_OTHERS
                and (flat.start() <= start < flat.end() or _OPENS.search(flat.string, 0, flat.start()))
                else f"{flat[1]}{' ' * len(flat[2])}"
            ),
            text,
        )
    if _THAT_IS_HOW.match(text, end):
        return False
    text = text[:end] + _APPOSITION.sub(lambda aside: " " * len(aside[0]), text[end:])
    begin, stop = clause_around(text, start, end)
    clause = text[begin:stop]
    if _EXAMPLE.match(clause):
        clause = text[max(text.rfind(mark, 0, begin) for mark in ".;:") + 1 :]
    own = _YOU_WOULD_BE.search(clause, 0, start - begin) if start >= begin else None
    if (
        own
        and not (own["dealt"] is not None and _ANOTHER_CASE.search(text))
        and _IF.search(text, 0, start) is None
        and _PREPOSITION.match(text[max(text.rfind(".", 0, start), text.rfind(":", 0, start)) + 1 :]) is None
    ):
        clause = clause[: own.start()] + clause[own.end() :]
    if _WOULD.search(clause) or _WOULD_AFTER_ASIDE.match(text, stop):
        return True
    goes_on = text[begin - 1 : begin] == "," and _GOES_ON.match(clause) is not None and not is_clause(clause)
    if (goes_on or _LEFT_OUT.fullmatch(clause)) and _WOULD.search(text, max(text.rfind(".", 0, begin), 0), begin):
        return True
    if any(condition.start() <= start for condition in _IF_YOU.finditer(text)):
        return True
    condition = next(reversed(list(_IF.finditer(text, 0, start))), None)
    if (
        condition is not None
        and _CONDITION_ENDS.search(text, condition.end(), start) is None
        and not (
            conditions_hold
            and condition[0] == "if"
            and not _UNREAL.search(clause)
            and not _OF_READER.search(text, condition.end(), stop)
        )
    ):
        return True
    opening = _PREPOSITION.match(clause)
    if opening:
        after = text[stop : stop + 160]
        before = text[max(begin - 80, 0) : begin]
        return (
            _WOULD.search(after) is not None
            or _READER_CANNOT.match(after) is not None
            or (begin > 0 and _WOULD.search(before) is not None)
        )
    return False


_CONDITION_ENDS = re.compile(r",|\w+ \w+ ?: ")  # "good news if margin calls scare you: …"
_APPOSITION = re.compile(
    r", (?:like|such as|as|which|who|that|unlike|whose|usual|standard|common|typical|normal|customary|familiar|conventional|popular)\b[^,;:.]{0,60},"
)


def _is_readers_case(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] opens a sentence as something that a reader does otherwise ("with fills at noon, you can't expect …")."""
    begin, stop = clause_around(text, start, end)
    told = _READER_CANNOT.match(text, stop) or any(
        case.match(text, end) for case in (_I_EXPECT, _IT_IS_EASY, _NOT_ALWAYS)
    )
    return bool(told) and _PREPOSITION.match(text[begin:stop]) is not None
