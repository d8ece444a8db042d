"""Words that repeat what somebody else said, that are called false, or that something is only compared with."""

import re

from validators.methodology.clauses import FALSE_AFTER, PREMISE_END
from validators.methodology.corrections import is_struck
from validators.methodology.negation import is_denied_after, is_not_of_another

_SAID = r"(?:said|wrote|told (?:you|him|her|them)|stated|quoted|gave|claimed|mentioned|put|had (?:it|this|that) (?:as|at)|typed|called it|listed|reported|suggested|implied|described|noted)"
_PREMISE = re.compile(
    r"\b(?:your (?:question|message|prompt|note|wording|premise|phrasing|query|assumption|figure|number|claim|statement|suggestion|idea|post|e-?mail|mail|memo|draft|slides?|deck|report|letter|brief|sentence|line)"
    r"|the (?:question|user|prompt|premise|query|wording|request|asker|enquir(?:y|er)|inquir(?:y|er)))\b(?! (?:of|is whether)\b)"
    r"|(?<!as )\byou(?:'ve|'re|'d)?\b(?! (?:should|can|need|must|will|get|want|(?:may|might) (?:\w+ly )?(?:state|say|write|put|tell|quote|answer|enter|report|note|record|declare|confirm|tick))\b)[^.;:?!]{0,40}?"
    r"\b(?:mention\w*|ask\w*|said|says?|suggest\w*|assum\w*|impl\w+|refer\w*|stat(?:e|es|ed|ing)\b|claim\w*"
    r"|suppos\w*|presum\w*|quot\w*|describ\w*|cit\w+|premise|think\w*|thought|heard|believ\w*|wonder\w*|propos\w*"
    r"|wrote|writ(?:e|es|ten|ing)\b|phras\w*|call(?:ed|ing)?\b|nam(?:e|ed|ing)\b|put|set(?! of\b)|place[ds]?\b|peg\w*|fear\w*|worr(?:y|ied)|suspect\w*|guess\w*|reckon\w*|figured?\b|treat\w*|regard\w*|picture\w*|make it|made it"
    r"|had|(?:take|took)\b(?=.{0,60}? (?:to be|as|for)\b)|took it|take it|talk\w*|read\b|rais\w*|(?<!would )(?<!should )(?<!can )(?<!'d )expect\w*|in mind|presuppos\w*|insist\w*|maintain\w*|argu\w*"
    r"|understood|understand\w*|remember\w*|recall\w*|attribut\w*|ascrib\w*|credit\w*|seem to|appear to|start(?:ed)? from|allud\w*|hint\w*|point(?:ed)? (?:to|at)"
    r"|confus\w*|mix(?:ed|ing)? up|speak\w*|spoke|give[ns]?(?! up\b)|gave(?! up\b)|told)"
    r"|\b(?:i|we) (?:(?:had|have|'d|\w+ly) ){0,2}(?:expected|assumed|guessed|supposed|imagined|hoped|feared)\b"
    r"|\byou (?:may|might|could|will|must)? ?(?:be|have been|are|were) (?:\w+ )?(?:used|accustomed) to\b"
    rf"|(?<!as )\bi (?:(?:may|might|must|could) have )?(?:previously|earlier|originally|initially|mistakenly|wrongly|incorrectly|first|once) {_SAID}\b|\bif i (?:\w+ )?{_SAID}\b"
    r"|\bmy (?:earlier|previous|last|first|prior|original|old) (?:message|answer|reply|figure|number|note|post|mail|e-?mail|response|statement|remark)\b"
    r"|\b(?:speculat\w*|guess\w*|comment\w*|vouch\w*) (?:about|on|as to|for|at)\b|\b(?:i|we) (?:can(?:not|'t)|don't|do not|couldn't) (?:speak|know|say|tell)(?: \w+)? (?:to|about|of|for|on|whether|where|if)\b"
    r"|\b(?:people|readers|many|most|some|others|users|investors|colleagues|everybody|everyone) (?:\w+ )?(?:tend|like|are quick|are apt|are inclined|seem) to (?:\w+ )?(?:assume|think|believe|say|expect|suppose|imagine|claim|picture|suspect)\b"
    r"|\b(?:several|some|many|most|a few) (?:\w+ )?(?:readers|people|users|colleagues|clients|investors) (?:took|mistook|believed|thought|assumed|read|understood|misread)\b"
    r"|\b(?:an?|the|any|some|many|most) (?:\w+ )?(?:readers?|persons?|users?|newcomers?|observers?|investors?|lay(?:man|men)|outsiders?|beginners?) (?:may|might|could|can|would|will) (?:\w+ )?(?:assume|think|believe|say|expect|suppose|imagine|claim|picture|suspect|conclude|guess)\b"
    r"|\b(?:some|many|others|people|critics|purists|one|you) (?:would|might|could|may) (?:\w+ )?(?:call|describe|label|regard|consider|see|count|class)\b"
    r"|\b(?:somebody|someone|anybody|anyone|whoever|people|he|she|they|colleagues?|blogs?|articles?|brochures?|forums?|rumou?rs?|salesm[ae]n|gossip|(?:landing|comparison|pricing|sales|marketing|web|home|help|product|forum|social|affiliate) ?(?:pages?|sites?)|websites?|blog posts?|posts?|threads?|newsletters?|videos?|podcasts?|tweets?|slides?|decks?|flyers?|leaflets?|e-?mails?|reviews?|reviewers?|journalists?|bloggers?|critics?|customers?|users?|readers?|friends?|competitors?|rivals?|wikis?|tutorials?|influencers?|magazines?|newspapers?|commentators?)(?:'s?)? (?:[\w-]+ ){0,3}?(?:(?:calls?|called|describes?|described|labels?)(?= )|told|tells?|says?|said|claims?|claimed|thinks?|thought|wrote|writes?|believes?|believed|insists?|swears?|alleges?|alleged|asserts?|asserted|advertis\w+|reported)\b"
    r"|\b(?:assumed|said|stated|claimed|written|guessed|suggested|proposed|quoted|mentioned|named|expected|believed|remembered|described) by (?:you|the (?:user|question|customer|client)|others|some|many|somebody|someone)\b|\byour (?:own )?(?:assumption|guess|claim|belief|understanding|impression|recollection|expectation|premise|suspicion)s? ?:"
    r"|\b(?:ask(?:s|ed)?|wants?|wanted|begged|requested|urged|invited|would like|would love) (?:us|me) to (?:have |let |make )?"
    r"|\b(?:ask(?:s|ed)?|wonder(?:s|ed)?|wants? to know|quer(?:y|ied)|inquired?) (?:me |us )?if\b"
    r"|\bwhere (?:you|your \w+|the (?:memo|note|draft|mail|slide|deck)) (?:has|have|had|says?|reads?|gives?)\b|\bcontrary to\b|\bdespite (?:what|the (?:question|claim|wording|premise|suggestion))|\bunlike what\b"
    r"|\bnot what (?:you|the (?:question|user|prompt|premise)|was|is (?:asked|claimed))\b|\b(?:the|any|that|this) (?:claim|notion|idea|suggestion|premise|assumption|statement|belief"
    r"|impression|rumou?r|misconception|myth|assertion|talk|description|phrase|phrasing|figure) (?:that|of|about"
    r"|in)\b(?! (?:q{3,}|the (?:strategy|model|backtest|document)|this (?:strategy|model)))"
    r"|\b(?:an?|some|one|another|this|that|any) (?:[\w-]+ ){0,3}?(?:belief|rumou?r|myth|misconception|notion|idea|claim|story|view|opinion|impression|misunderstanding|assumption|legend|theory|tale|saying)s?(?: (?:out there|about|around|doing the rounds|going (?:a?round|about)|(?:in|on|among|at|from|of) (?:the |some |many |our |your )?[\w-]+)){0,2}(?: is)? that\b"
    r"|\btempting to\b|\binvit(?:es?|ing) (?:one|you|readers?|us) to\b|\b(?:see|understand|imagine|guess|know|wonder|suspect|forgot) (?:where|why|how (?:one|you|someone|somebody|anyone|people))\b"
    r"|\b(?:alleged|supposed|purported|so-called|presumed|claimed)\b|\b(?:some|people|others|many|readers"
    r"|users) (?:may |might |often |sometimes |wrongly |mistakenly )*(?:say|think|assume|believe|claim|describe"
    r"|expect)\w*"
    r"|\b(?:sometimes|often|commonly|widely|wrongly|mistakenly|usually|generally|easily"
    r"|easy to) (?:be )?(?:assumed?|said|thought|think|believed?|claimed|stated|supposed?|misread|confused)\b"
    r"|(?:\b(?:no|nothing|not|cannot|unable|never|without|lack of|little|neither|nor|nowhere)"
    r"|n't)\b[^.;,]{0,40}?\b(?:evidence"
    r"|suggest\w*|says?|said|states?|stated|stating"
    r"|indicat\w*|impl(?:y|ies)|mention\w*|shows?|shown|claim\w*|support\w*|(?<!n't )(?<!not )sign|indication|hint\w*|record"
    r"|confirm\w*|reason to (?:think|believe)"
    r"|true|stipulat\w*|specif(?:y|ies))(?: \w+){0,3}? (?:that|whether|(?<!sign )(?<!trace )(?<!hint )(?<!mention )(?<!evidence )(?<!indication )of|for|how)\b|(?:^\W*|\b(?:ask\w*"
    r"|wonder\w*|question|unclear|unknown|know|tell|say|as to|about|on|sure) )whether\b"
    r"|\bnot sure where\b|\bmisconception\b|\bmyth\b|\bquestion (?:assumes|presupposes|implies)\b"
)
_I_SAID = re.compile(rf"(?<!as )\bi {_SAID}\b[^.;:?!]{{0,60}}$")
_EARLIER = re.compile(
    r"[^.;:?!]{0,60}?\b(?:earlier|before|previously|above|at first|last time|a moment ago|just now|yesterday)\b"
)
_YOU_HAVE = re.compile(
    r"\byou(?:'ve|'re)? (?:\w+ ){0,3}?(?:have|had|has|take|took|taken|taking|mistake|mistook|mistaken|keep|kept|got|confuse[sd]?|confusing|carry|bear|give|gave|put|set|call|hold|held) [^.;:?!]{0,50}$"
)
_IN_MIND = re.compile(
    r"[^.;:?!]{0,40}? (?:in (?:mind|your (?:head|mind|notes?|message|mail|question))|for (?:granted|what it does|its \w+|the \w+)|(?:with|for) (?:another|a different|some other)|on (?:your mind|paper))\b"
)
_COMPARED = re.compile(
    r"\b(?:(?<!no more )(?<!not more )(?<!never more )(?<!no less )(?<!not less )(?<!other )than|versus|vs\.?|compar(?:ed|able|isons?) (?:to|with)|relative to|(?<!long )against|similar to|unlike|equivalent of|(?:differ(?:s|ed|ing)?|(?:different|distinct|distinguished|removed|apart)) from|(?:(?<=not )|(?<=n't )|(?<=quite ))the same (?:thing )?as|in contrast to|as opposed to|as against|no substitute for|instead of"
    r"|(?<!are )(?<!is )(?<!was )(?<!'s )(?<!something )(?<!be )(?<!just )like|up from|down from|(?:confused?|confusing|conflated?|mixed up|muddled(?: up)?) with|mistaken for"
    r"|(?:chosen|picked|selected|adopted|favou?red|preferred) (?:over|ahead of|above)(?= (?:an?|any|\w+ing)\b)|preferred to(?= (?:an?|any|\w+ing)\b))\s(?:with |for |at |on |to |under |an? |the |its |some |every |each |other |usual "
    r"|using |if |one |more |single |simple |one-off |plain |ordinary |normal |standard |classic |static |fixed |random |typical |customary |conventional |traditional |textbook |common |popular |familiar |average |well-known )*(?:(?:an? )?(?:[\w/%.-]+ ){1,3}(?:or|nor) (?:an? |the |with |for |at |on )?)?$"
)
_MISTAKEN_FOR = re.compile(
    r"(?:n't|\b(?:not|never|nobody|no one))(?: \w+){0,2}? (?:mistak|confus|tak|read)\w*\b[^.;:]{0,50}? (?:for|with|as) (?:(?:an? |the |any )?(?:[\w-]+ )?|(?:an? |any )(?:[\w/-]+ ){1,4}(?:of|with|in) (?:[\w-]+ and )?)$"
)
_OF_OTHERS = re.compile(  # "higher than what large funds pay for shares (2 to 5 bps)"
    r"\b\w+ than (?:what|how|where) (?!(?:it|q{3,}|we|(?:the|this|our) \w+)\b)[^.;:,]{3,100}$|\b(?:times|half|twice|nearly|almost|just|far from|not|n't) as \w+ as (?:an? |the |any )?$"
)
_COLON = re.compile(r"(?: ?:)? ?")
_MUDDLED = re.compile(r"\b(?:mind|confus\w*|mix\w* up)$")  # what comes after a colon is how it really is
_MENDED = re.compile(  # "one thing to fix in the question: …"
    r"\b(?:fix|correct|corrections?|amend\w*|mend|mistakes?|mistaken|errors?|slips?|wrong|put right|set (?:right|straight)|adjust\w*|rectify|clarify|change)(?: [\w-]+){0,2} (?:in|to|about|of|with) $"
)
_ONE_OF = re.compile(
    r"\b(?:the|this|that) (?:one|strategy|model|system|fund|portfolio|rules?) (?:that |which )?$"
)  # "the one you asked about, a, trades daily"
_THAT_IS = re.compile(
    r"(?: (?:about|of|for|after))?,? (?:q{3,},?|is|trains?|uses?|runs?|trades?|holds?|charges?|pays?|fills?|re-?balances?|reads?|looks?|evaluates?|fits?)\b|(?: (?:about|of|for|after))?, q{3,}"
)
_NOTION_REFUTED = re.compile(  # "the idea that it runs on ticks comes up a lot, but it's mistaken"
    r"\b(?:the|this|that) (?:\w+ )?(?:idea|notion|claim|belief|rumou?r|view|story|impression|assumption|suggestion|statement) that (?P<what>[^.;:]{3,120}?),? (?:but|yet|though|and|however),? (?:it|that|this)(?:'s| is)(?: \w+ly| just| quite| simply)? (?:mistaken|wrong|false|untrue|incorrect|inaccurate|unfounded|not (?:so|true|right|correct|the case|accurate)|an? (?:myth|mistake|error|misunderstanding|misconception))\b"
)
_FRONTED = re.compile(
    r"(?:^|[.;:] )(?:\w+ ){0,2}(?:contrary to|despite|whatever|unlike what|regardless of what|no matter what) "
)
_MAIN_CLAUSE = re.compile(r", (?!(?:which|who|that|where|and|or|as)\b)")
_IT = re.compile(
    r"[\"')]?,? (?:and |but |then )?(?:somebody|someone|he|she|they|you|that|this|it|which|(?:the|this|that|your) \w+) ?"
)


def is_compared(text: str, start: int) -> bool:
    """Whether the words from `start` on are only what something is compared with ("cheaper than weekly rebalancing")."""
    return (
        _COMPARED.search(text, max(start - 50, 0), start) is not None
        or _MISTAKEN_FOR.search(text, max(start - 90, 0), start) is not None
        or _OF_OTHERS.search(text, max(start - 120, 0), start) is not None
    )


_READER_DID = re.compile(  # "I suspect that you tried to reproduce it while resetting your weights every hour"
    r"\b(?:suspect|suppose|guess|assume|presume|take it) (?:that )?you (?:tried|ran|re-?ran|tested|used|changed|simulated|reproduced|coded|built)\b[^.;:]*$"
)


def is_premise(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] repeats what somebody else said, to correct or to answer it, and states nothing."""
    if text.rstrip(" \"')").endswith("?"):
        return True
    if _YOU_HAVE.search(text, max(start - 60, 0), start) and _IN_MIND.match(text, end):
        return True
    if _I_SAID.search(text, max(start - 80, 0), start) and _EARLIER.match(text, end):
        return True
    if _READER_DID.search(text, 0, start):
        return True
    if any(notion.start("what") <= start < notion.end("what") for notion in _NOTION_REFUTED.finditer(text)):
        return True
    fronted = _FRONTED.search(text, 0, start)
    main = _MAIN_CLAUSE.search(text, fronted.end(), start) if fronted else None
    for match in _PREMISE.finditer(text, main.end() if main else 0, start):
        if _ONE_OF.search(text, max(match.start() - 30, 0), match.start()) and _THAT_IS.match(text, match.end()):
            continue
        mended = _MUDDLED.search(match[0]) or _MENDED.search(text, max(match.start() - 60, 0), match.start())
        begin = match.end() if mended else _COLON.match(text, match.end()).end()  # type: ignore[union-attr]
        if not PREMISE_END.search(text, begin, start):
            return True
    after = _PREMISE.search(text, end, min(end + 60, len(text)))
    if after and not re.search(r"[,;:.]|\bwhere ?$", text[end : after.start()]) and not after[0].startswith("where"):
        return True
    return (
        re.match(
            r",? (?:were there|if there (?:were|was)|if any|had there been|if one existed)\b", text[end : end + 40]
        )
        is not None
    )


def is_called_false(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is said to be wrong ("… is a mix-up", "it would be wrong to say that …")."""
    if is_struck(text, start):
        return True
    false = FALSE_AFTER.search(text, end, min(end + 120, len(text)))
    if false is None or is_not_of_another(text, end):
        return False
    between = text[end : false.start()]
    return _is_predicate_of(between)  # "whatever it says about weekly trading, q doesn't work that way"


def is_rejected(text: str, start: int, end: int) -> bool:
    """Whether words that repeat what somebody said are followed by their denial ("you wrote …, which is wrong")."""
    return is_denied_after(text, end) or is_called_false(text, start, end)


def _is_predicate_of(between: str) -> bool:
    if _IT.fullmatch(between):
        return True
    return not re.search(r"[;:.]|\b(?:but|and|which|so)\b", between) and between.count(",") in (0, 2)
