"""Whether words are said of something other than the strategy as it is documented: of other people's, of an earlier or a coming version, of an
offer to try something else."""

import re

_LEAD = r"(?:^|[.;:] |[,(] (?:and|but|while|whereas|though|although|as|unlike) )\W{0,3}(?:(?:of course|usually|often|typically|in general|by contrast|in contrast|for comparison|elsewhere|note that|remember that|and|but|so|yet|today|indeed),? ){0,2}"
_KIND = r"(?:strateg(?:y|ies)|models?|funds?|managers?|shops?|houses?|firms?|traders?|investors?|systems?|followers?|books?|portfolios?|pipelines?|teams?|desks?|quants?|papers?|stud(?:y|ies)|textbooks?|authors?|people|vendors?|brokers?|practitioners?|providers?|programs?|programmes?|approach(?:es)?|methods?|algorithms?|bots?|rivals?|peers?|competitors?|products?|etfs?|classifiers?|networks?|learners?|backtests?|simulations?|researchers?|projects?|ctas?|hedge funds?|ind(?:ex|ices)(?! (?:levels?|funds?))|benchmarks?)"
_GENERIC = re.compile(
    rf"{_LEAD}(?:(?:many|most|some|several|few|other|others|plenty of|lots of|numerous|certain|various|rival|competing|typical|ordinary|traditional|conventional|an? (?:typical|average|ordinary|standard|conventional|usual|normal|textbook|generic|run-of-the-mill)|the (?:typical|average|usual|ordinary)|any|anyone's|other people's)"
    rf" (?:of (?:the|our|its) (?:other |usual )?)?(?:[\w/-]+ ){{0,3}}?{_KIND}|most of us|others|plenty of us|some)\b(?! of (?:its|the|these|those|our))"
)
_OTHER_HOLDING = re.compile(
    rf"{_LEAD}(?:for (?:what it's worth|reference|comparison|context),? )?an? (?:[\w/-]+ ){{0,4}}?(?:portfolio|basket|benchmark|fund|index|mix|allocation|investor|holder|trader|strategy|approach|holding)\b[^.;:,]{{0,50}}? (?:did|returned|lost|made|gained|fell|rose|earned|performed|beat|trailed|outperformed|underperformed|lagged|came out|ended|finished|would|could|might)\b"
)
_OLDER = re.compile(
    r"\b(?:earlier|previous|former|older|initial|prior|early|abandoned|discarded|retired|legacy|outdated|superseded|preceding|another|alternative|future|coming|later|next|proposed|planned) (?:[\w-]+ )?(?:drafts?|versions?|prototypes?|iterations?|releases?|editions?|incarnations?|variants?|revisions?|generations?|implementations?|attempts?|designs?|set-?ups?)\b"
    r"|\b(?:once|at one (?:time|point|stage)|years ago|back then|some time ago) (?:\w+ly )?(?:considered|tried|tested|used|had|ran|looked|toyed|experimented|weighed|thought|planned|debated|discussed|examined|explored)\b"
    r"|\b(?:considered|tried|tested|weighed|discussed|debated|explored|examined|floated|proposed|toyed with)\b(?=[^.;]{0,80}\b(?:but|and|then|before)\b[^.;]{0,20}\b(?:drop(?:ped|ping) (?:it|that|this|them|the idea)|abandon\w*|rejected|discarded|scrapped|gave up|decided against|shelved|never (?:adopted|went|implemented|used)))"
)
_LATER = re.compile(
    r"^\W*(?:(?:an?|one|the|some|my|our|another|possible|potential|optional|further) ){0,2}(?:ideas?|suggestions?|options?|possibilit(?:y|ies)|extensions?|improvements?|to-?dos?|next steps?|outlook|future work|wish(?:es|-?list)?|alternatives?|what-?ifs?|experiments?|proposals?|follow-?ups?|variants?|thoughts?|for (?:later|the future|next time))(?: (?:for|to|of|worth|on|in)(?: [\w-]+){1,4})? ?(?::|-{1,2} )"
)
_OFFER = re.compile(
    r"\b(?:i|we)(?:'ll| can| could| may| might| will| would be (?:happy|glad) to| am happy to) (?:also |then |easily |gladly |happily |of course |certainly |always |quickly |next )?(?:re-?run|run|re-?do|repeat|test|try|simulate|re-?compute|re-?calculate|add|switch|swap|change|set|model|provide|compare|look into|check)\b"
    r"|\b(?:let me know|tell me|say so|just ask|ask me) (?:if|whether|should|in case)\b|\b(?:want|would you like|shall i|should i|do you want) (?:me )?(?:to )?(?:re-?run|run|try|test|see|repeat|redo|simulate|compare|change|add)\b"
    r"|(?:^|[.;:,] )(?:next,? |then,? )?(?:we|i|the team|they) (?:may|might|plan to|intend to|hope to|want to|will) (?:soon |also |next |later )?(?:try|test|run|add|switch|move|look|explore|examine|compare|study)\b"
)
_SOMEBODY = re.compile(
    rf"{_LEAD}(?:someone|somebody|anyone|anybody|whoever|an? (?:[\w-]+ )?(?:investor|trader|client|reader|manager)|(?:[\w-]+ )?(?:investors|traders|clients|managers)|those|people|readers)\b[^.;:]{{0,60}}?\b(?:may|might|can|could|would|should|will|prefer|like|want|choose)\b"
)
_SHOULD = re.compile(rf"{_LEAD}should (?:you|we|one|i|they|it|anyone|someone|the|its|costs?|fees?|[\w-]+ (?:be|rise|fall|go|change|prefer|want))\b(?![^.;]*\?)")  # fmt: skip
_OTHER_WORLD = re.compile(
    rf"{_LEAD}(?:in|under|on|with) (?:an?|some|such an?|any) (?:[\w-]+ ){{0,3}}?(?:world|market|universe|setting|scenario|environment|case|assumption|simulation)\b[^.;:]{{0,80}}$"
)
_IN_A_WORLD = re.compile(
    rf"{_LEAD}(?:in|under|on|with) (?:an?|some|such an?|any) (?:[\w-]+ ){{0,3}}?(?:world|market|scenario|environment|case|model|strategy|system|network)\b"
)
_WHOEVER = re.compile(  # "a desk that only deals at the open can of course do so"
    r"(?:^|[.;:] |, (?:and |but |so )?)(?:an?|any|some|whichever|every|no) (?:[\w-]+ ){0,2}?(?:desks?|funds?|traders?|investors?|clients?|users?|readers?|managers?|firms?|brokers?|teams?|persons?|people|somebody|someone) (?:that|who|which|whose) [^.;:,]{0,60}$"
)
_IS_FREE_TO = re.compile(r"[^.;:]{0,60}?\b(?:can|may|must|might|could|would|will|should|(?:is|are) free)\b")
_TO_BE_CHANGED = re.compile(
    r"\b(?:must|should|(?:has|have|needs?|ought) to|can|may) (?:then |also |first )?be (?:changed|adapted|adjusted|altered|moved|switched|raised|lowered|extended|shortened|lengthened|re-?done|re-?run) (?:accordingly|too|as well|likewise)\b[^.;]{0,80}$"
)
_NO_MATTER = re.compile(  # "futures can be leveraged, but that has nothing to do with the rules"
    r"[^.;]{0,80}[,;] (?:but|yet|though|and|although) (?:that|this|it|which|those) (?:\w+ly )?(?:(?:has|have) nothing to do with|(?:is|are) (?:another|a different|a separate|somebody else's) (?:matter|question|story|thing)|(?:is|lies|are) (?:outside|beyond) (?:the|this|of)|(?:does|do)(?:n't| not) concern)\b"
)
_DONE_TO_IT = re.compile(
    r"\b(?:run|trade|use|hold|lever|leverage|apply|take|buy|copy|follow|scale|gear|implement|execute|deal) (?:it|this|them|the strategy|the rules?|the signals?)\b"
)
_WOULD = re.compile(r"[^.;:]{0,120}?(?:\b(?:would|could|might)\b|\b(?:you|one|we|it|they|there)'d\b)")
_OWN = re.compile(
    r"\b(?:it|its|this|these|q{3,}|we|our|ours|here|the (?:strategy|model|rules?|system|portfolio|book|backtest|simulation|account|signal|document\w*|methodology))\b|[;.] "
)
_SAME_HERE = re.compile(
    r"[^.;]{0,80}\b(?:so does|as does|including|and so|just like|as in) (?:this|it|ours|q{3,}|the strategy)\b"
)


_IN_REALITY = re.compile(
    rf"{_LEAD}(?:in (?:reality|practice|live trading|real life|real trading|the real world|actual trading)|realistically|practically|live,|for real money|with real money|in a live account)\b(?!,? (?:it|this|the (?:strategy|model|rule|system)) (?:is|was|uses?|holds?|trades?|has)\b)"
)
_TENDS = re.compile(
    rf"{_LEAD}(?!(?:it|its|we|our|this|these|they|q+)\b)[^,;.:]{{0,60}}? (?:tends?|is apt|are apt|is prone|are prone) to\b"
)


_PUBLISHED = r"(?:news-?letters?|fact ?-?sheets?|bulletins?|briefings?|commentar(?:y|ies)|notes?|web ?(?:sites?|pages?)|dashboards?|e-?mails?|mailings?|letters?|updates?|subscribers?|(?<!annual )(?<!quarterly )(?<!company )reports?)"
_ISSUED = r"(?:(?:comes?|came|goes|go|went|sent|send|sends|mail(?:s|ed)?|given|put) (?:out|to)\b|(?:is|are|was|were|gets?|being) (?:\w+ly )?(?:published|issued|refreshed|updated|sent|mailed|posted|released|circulated|distributed|e-?mailed|printed|renewed)|appears?|arrives?|on request)"
_IS_PUBLISHED = re.compile(  # "our newsletter comes out quarterly, and the fact sheet is refreshed once a month"
    rf"\b{_PUBLISHED}\b[^.;:]{{0,60}}?\b{_ISSUED}|\b(?:we|i) (?:send|mail|publish|issue|e-?mail|post|write)\b[^.;:]{{0,40}}?\b{_PUBLISHED}\b"
)
_READERS_OWN = re.compile(  # "if you split your savings between …"
    r"(?:^|[.;:] )(?:if|when|suppose|say|whether|should) (?:you|one|somebody|someone|an investor) [^.;:?]{0,60}?\b(?:your|their|one's) (?:savings|money|wealth|salary|pension|nest egg|cash|own (?:money|capital|account)|investments|life savings|inheritance)\b"
)
_TRIED_ONCE = re.compile(  # "the random forest I tried as a comparison did worse"
    r"[^.;,]{0,40}? (?:that |which )?(?:i|we|they|people|you) (?:\w+ )?(?:tried|tested|compared|looked at|ran|built|fitted)\b|[^.;]{0,30}? (?:as an? |for )(?:comparison|alternative|challenger|baseline)\b"
)


def is_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] of a folded sentence tells what others do, what was or may be done, or what is offered to be tried."""
    if _LATER.match(text, 0, start) or _NO_MATTER.match(text, end) or _TRIED_ONCE.match(text, end):
        return True
    if _WHOEVER.search(text, 0, start) and _IS_FREE_TO.match(text, end):
        return True
    if _TO_BE_CHANGED.search(text, 0, start):
        return True
    if any(own.end() <= start and ". " not in text[own.end() : start] for own in _READERS_OWN.finditer(text)):
        return True
    if any(issued.start() <= end + 60 and start <= issued.end() + 30 for issued in _IS_PUBLISHED.finditer(text)):
        return True
    for found in (*_IN_REALITY.finditer(text, 0, start + 1), *_TENDS.finditer(text, 0, min(end + 40, len(text)))):
        if not re.search(r"[;.] |\b(?:but|whereas|while)\b", text[found.end() : start]):
            return True
    world = _IN_A_WORLD.search(text, 0, end + 20)
    if world is not None and world.start() <= start < world.end() and _WOULD.match(text, end):
        return True
    for subject in (_GENERIC, _OTHER_HOLDING, _SOMEBODY):
        for found in subject.finditer(text, 0, min(end + 60, len(text)) if subject is _OTHER_HOLDING else start):
            between = (
                _DONE_TO_IT.sub(" ", text[found.end() : start]) if subject is _SOMEBODY else text[found.end() : start]
            )
            if found.start() <= start and not _OWN.search(between) and not _SAME_HERE.match(text, end):
                return True
    for circumstance in (_OLDER, _OFFER, _SHOULD):
        for found in circumstance.finditer(text, 0, start):
            if not re.search(r"[;.] |\b(?:but|whereas|today|now)\b", text[found.end() : start]):
                return True
    return _OTHER_WORLD.search(text, 0, start) is not None and _WOULD.match(text, end) is not None
