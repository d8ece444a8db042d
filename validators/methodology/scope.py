"""Whether words are meant, and of whom: negation, hypotheticals, corrected premises, general statements."""

import re
from collections.abc import Iterable

from validators.methodology.corrections import is_struck
from validators.methodology.replies import NO

_PARENTHESIS = re.compile(r"\([^()]{0,120}\)")
_BOUNDARY = re.compile(r"[,;:()\[\]]|\s-+\s|--|\.\s")
_RESET = re.compile(
    r"\b(?:but|yet|however|instead|rather(?! than)|although|though|whereas|while|because|since|so|thus|hence|which|who"
    r"|where|that|then|therefore|it(?! ?$| (?:every|each|once|twice|daily|weekly|monthly|quarterly|yearly|hourly|intra-?day|at|on|in|to|for|with|by|from|into|over|using|as)\b)|only|actually|merely|simply|on top of|beyond|besides|in addition to"
    r"|apart from|other than|outside(?: of)?|except)\b"
)
_VERB = (
    r"(?:is|are|was|were|has|have|had|does|do|did|uses?|used|using|holds?|held|keeps?|kept|trains?|fits?|tunes?"
    r"|optimi[sz]es?"
    r"|rebalances?|charges?|pays?|trades?|executes?|buys?|sells?|enters?|fills?|runs?|relies|draws?|reads?|takes?"
    r"|applies|apply"
    r"|evaluates?|validates?|tests?|splits?|reserves?|learns?|estimates?|calibrates?|borrows?|looks?|ranks?|measures?"
    r"|computes?|costs?|deducts?|assumes?|rotates?|adjusts?|updates?|employs?|sets?|spans?|covers?|gets?|remains?"
    r"|stays?)"
)
_AND_VERB = re.compile(rf"\b(?:and|or)\s+(?:(?:it|then|also|instead|always|the \w+|all \w+)\s+)*{_VERB}\b")
_AND = re.compile(r"\band\b(?! (?:no|not|without|never)\b)")
_NEGATION = re.compile(
    r"\b(?:no|not|never|without|none|neither|nor|nothing|cannot|lacks?|lacking|avoids?|absence of|free of"
    r"|devoid of|rather than"
    r"|instead of|in place of|in lieu of|as opposed to|zero|hardly|barely|scarcely|den(?:y|ies|ied|ying)|rul(?:es?|ed|ing) out|dismiss(?:es|ed)?|reject(?:s|ed)?|scrap(?:s|ped)?"
    r"|(?:steer|stay|keep)(?:s|ed|ing)? (?:well )?(?:clear of|away from|off)|(?:kept|stayed) (?:clear of|away from|off)|shun(?:s|ned)?|spurn(?:s|ed)?|dispens(?:es|ed|ing) with|does away with|abstains? from"
    r"|(?:forbid|prohibit|disallow|preclude)(?:s|ed)?|bans|banned|forbidden|rul(?:es|ed) against|declin(?:es|ed)|refus(?:es|ed)|anything but|least of all|under no circumstances|free from|shorn of|stripped of|stops? short of|fails? to|bereft of|innocent of|nobody|no one|no-one|sans|void of|excludes?|ignor(?:es|ing)|skips?|forget(?:ting)?|disregard|never mind"
    r"|forgoes?|eschews?|foregoes|absent|refrains? from|(?<=is )far from|(?<=are )far from|leav(?:es?|ing) out|nowhere|silent (?:on|about)|(?:says?|said"
    r"|states?) nothing (?:about|of|on)|no longer|no need (?:for|of|to)"
    r"|isn t|doesn t|(?:is|are|was|were|do|does|did|has|have|wo|would|could|ca)nt)\b|n't\b|\bnon-$"
)
_INSIDE = re.compile(
    r"\b(?:not(?! only| just| merely)|never(?! seen|-seen|(?: \w+)? (?:before )?seen)|nothing|neither|nor|no|none"
    r"|without|zero)\b|n't\b"
)
_NOT_NEGATION = re.compile(
    r"(?:\b|(?=n't))(?:not (?:only|just|merely|simply|solely)|no (?:more|less|fewer|later|earlier|longer|doubt|matter"
    r"|surprise|wonder)\b"
    r"|nothing (?:but|other than|more than)|none other than|not (?:to mention|surprisingly|unlike|until)|no\. ?\d"
    r"|without (?:(?:any |a )?(?:delay|lag|wait\w*)|fail|exception|doubt|question)"
    r"|(?:not|n't|never)(?: to)?(?: be)? (?:confus\w+|mistaken for|mix\w* up|mistake|conflat\w+|equat\w+|muddl\w+)"
    r"|(?:not|n't|never|cannot)(?: (?:be|go(?:es)?|going|rises?|gets?|climbs?|runs?|reach(?:es)?|grows?|stands?|is|was|went|been|move[sd]?|ever)){0,2} (?:exceed\w*|above|beyond|past|over|higher than|greater than|more than)|cannot (?:be )?overstate\w*|never (?:more|less|fail\w*)|(?:does|do|did)(?:n't"
    r"| not) (?:change|affect|matter|alter)\w*"
    r"|(?:nothing to do|no (?:connection|relation|link)) with (?:how|what|when|where|whether|why|the (?:way|question))|no (?:bearing|influence|effect|impact) on|(?:not|n't) (?:the same (?:thing )?as|related to|connected (?:to|with))"
    r"|not (?:less|more|fewer|later) than|not look(?:ing)? ahead|no look-?ahead|without look-?ahead)"
)
_HEADED = re.compile(  # "Not its input: …"
    r"(?:^|[.;:] )(?:not|never|excluded|unused|ruled out|off limits|wrong|incorrect|avoided|omitted|absent|missing)(?! quite| exactly| so| really| at all| correct| right| true| the same| alike| identical| equal| both)(?: [\w'-]+){0,4} ?: ?[\"']?$"
)
_UNDER_NOT = re.compile(  # "Costs that aren't: slippage, …"
    r"(?:^|[.;] )(?!(?:they|it|that|this|these|no|we|i|he|those)\b)[^.;:?]{0,50}(?:\b(?:not|never|excluded|left out|missing|absent|without)|n't)(?: (?:in|included|modell?ed|covered|used|do|does|done|part of it|there|here|in there|it|charged|counted|allowed|traded|held)){0,3} ?:(?: ?[^.;:]{0,40}[,:])? ?[\"']?(?:[\w-]+ )?$"
)
_BE = re.compile(r"(?: [\w-]+){0,3}? (?:is|are|was|were|has|have|had|does|do|did)\b")
_LET_ALONE = re.compile(r"\b(?:let alone|much less|still less|never mind|far less)\b[^,;.]{0,30}$")
_NO_SUCH = re.compile(
    r"\s+(?:(?:ever )?(?:find|see|spot|come across|meet|discover|detect|contain|have|need|involve)\s(?:[\w'-]+\s){0,3}?)?"
    r"(?:(?:a|an|any|the (?:sort|kind) of)\s)?(?:[\w'-]+\s){1,6}(?:that|which|who)\b"
)  # "not a model that learns"
_LIST_GAP = re.compile(r"(?:\s*(?!and\b)[\w'/%-]+){0,7}\s*$")
_OR = re.compile(r"\b(?:or|nor)\b")
_HAS_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|uses|used|holds|trains|charges|charged|rebalances|rebalanced"
    r"|pays|executes|executed"
    r"|buys|sells|applies|relies|fits|fitted|trained|it|they|we|this)\b"
)
_BE_NOT = (
    r"(?:\b(?:is|are|was|were|be|been|being|do|does|did|has|have|had|can|could|will|would|should"
    r"|need)\b(?:\s\w+){0,2}?\s?(?:\bnot\b|\bnever\b|n't\b)"
    r"|(?:is|are|was|were|does|do|did|has|have|wo|ca)n'?t\b|(?<=\w)'(?:s|re) (?:\w+ )?(?:not|never)\b)"
)
_IN_USE = (
    r"(?:\w+ly |ever |even |itself |really |been |be |at all ?|a |an |the |any |in )*(?:used(?! (?:in|for|during"
    r"|to|when|by) (?:the |that |this |its |any )?(?:\w+ing )?(?:train|fit|estimat|calibrat|tun|select|optimi|cho[io]|pick|decid|decision|search|set|sett|model|develop|design|learn))|use|applied"
    r"|applicable|appl(?:y|ies)|relevant|needed|need|required|made|done|performed|employed|involved|added|charged on top|inputs?\b|features?\b|predictors?\b|part\b"
    r"|present|there|place|case|correct|true|right|what|how|something"
    r"|mentioned|documented|stated|taken|charged|levied|allowed|permitted|possible|necessary|appropriate"
    r"|meaningful|exist\w*|arise\w*|occur\w*|happen\w*|enter|figure|feature|play|belong|matter|come|hold|assumed"
    r"|modell?ed|deducted|considered|included|supported|carried|conducted|run|set|an issue|issue|a concern"
    r"|concern|question|consideration|requirement|kept|defined|given|specified|thing|step|undertaken|implemented"
    r"|adopted|followed|called for|warranted|option|available|imposed|paid|incurred|its|this|describe|concern"
    r"|the (?:day|days|time|times|moment|hour)|when|where|in play|at work|in use|traded|held|bought|sold|eligible|tradable|one of|among|appear|turn up|show up|found|be found|come up|to be found|listed|named|consulted|read|fed|consumed|from (?:the|this|that|its|q+)|how it|how (?:q+|the \w+)|what (?:\w+ ){1,3}|in (?:its|the|this|that|q+)"
    r"|(?:the|its|their) (?:leverage|gearing|exposure|book|basket|timing|input|source|market|benchmark|multiple|fee|cost|charge|rate|look-?back|window|memory|frequency|rhythm|schedule|execution|fill|price|figure"
    r"|number|value|one|split|data|universe|length|period)\b)"
)
_NOT_THIS = re.compile(
    r"[^.;:]{0,80}, (?:but )?not (?:this|that of this|here|for this|to this|of this|by this|in this|q{3,})\b"
)
_AFTER = re.compile(
    rf"^(?:(?!\b(?:and|which|but)\b)[^,;:.(]){{0,60}}?{_BE_NOT}(?=(?: {_IN_USE}\b)|\s*(?:[.,;:)]|$|at all|here|-))"
    r"|^[^.;]{0,40}, (?:quite |but )?(?:wrongly|mistakenly|falsely|incorrectly|in error|erroneously)\b"
    r"|^[^.;]{0,80}?,? (?:and|but|yet) (?:it|that|this|they|those|there) (?:\w+ly |just )?(?:is|was|are|were)(?: \w+ly)?(?: not|n'?t) (?:\w+ly )?(?:there|in it|in there|to be found|present|mentioned|among them)\b"
    r"|^[^.;?]{0,90}, (?:which|something|a thing|what)(?: that)? (?:it|q{3,}|(?:the|this|our) (?:strategy|model|system|rules?|backtest|document\w*|methodology|simulation)|here) (?:\w+ly )?(?:(?:does|do|did|is|was|has|will|would|can|could)(?: not|n't)|never|cannot)(?: \w+ly)? ?(?:do|doing|does|done|assume\w*|use[ds]?|happen|permit|allow)?(?=[.,;!)]|$)"
    r"|^,? (?:it|that|this|they|those) (?:is|was|does|are|were|did|do)(?: not|n'?t)\b|^ an? (?:wide berth|miss)\b"
    r"|^[^;.?]{0,70}?(?:[,;:]| -| and| but) ?(?:\w+ )?(?:i )?(?:found|saw|met|turned up|came across|discovered) (?:none|nothing|no (?:trace|sign|hint|mention|such)|neither)\b|^[^;.?]{0,70}? (?:in vain|to no avail|without (?:success|luck|result)|(?:and |but )?(?:came|come) (?:up|back|away) (?:empty|with nothing|without)|and drew a blank)\b"
    r"|^[^.]{0,80}; (?:but |and )?(?:it|that|this|they|those|none)(?:'s)? ?(?:(?:is|was|does|are|were|did|do|has|have)(?: not|n'?t)\b|(?:is|was|are|were) (?:absent|missing|nowhere|unused))"
    r"|^[^.;?:]{0,24}?(?: ?[:,-]| -) ?(?:well,? )?(?:there|it) (?:is|was|are|were|does|did)(?:n't| not| no|n't any)(?: one| any| a| such| here| exist)?(?=[.,;!)]|$| (?:one|any|in|here|at|and|because|since|as|so|for)\b)"
    r"|^,? not (?:permitted|allowed|taken|applied|made|charged|included|modell?ed|done|traded|possible|foreseen)\b"
    r"|^[^,;:.(]{0,40}?\b(?:play(?:s|ed)? no|serve[sd]? no|(?:has|have|had) no (?:place|role|meaning|bearing|part|counterpart|purpose)"
    r"|(?:is|are|was|were|stays?|remains?) (?:both |all |each |\w+ly )?(?:ruled out|excluded|avoided|forbidden|prohibited|impossible|left out|off[- ]limits|off the (?:table|menu|list)|out of (?:bounds|scope|the picture|the running)|barred|banned|taboo|beyond its reach)"
    r"|is (?:(?:\w+ly )?absent|(?:conspicuous|notable) by|irrelevant|meaningless|inapplicable|moot|pointless|"
    r"unnecessary|needless|missing|undefined|out of the question|omitted|superfluous|redundant|unneeded"
    r"|ruled out)|are (?:both |all |each |\w+ly )?(?:absent|missing|irrelevant|meaningless|inapplicable|moot|unnecessary|omitted)|makes? no sense"
    r"|never (?:happens?|happened|comes? (?:up|in)|came (?:up|in)|arises?|arose|occurs?|occurred|enters?|took|used(?! (?:in|for|during|to|when|by)\b)|made"
    r"|applied|existed?)|(?:would|can) (?:make"
    r"|have) no|adds? nothing|has nothing to)"
    r"|^\s*(?:[:=|]+|-+|\bis\b|\bare\b|\bwas\b|\bwere\b)[\s:=|'\"]*(?:none|nil|no|not (?:applicable|used(?! (?:in"
    r"|for|during|to|when|by)\b)|relevant"
    r"|any)|n/?a\b|zero|nothing|null|absent|false|nope|-\s*$)(?![\w/-]| (?:more|less|earlier|later|else|other|but|besides|beyond|fewer)\b)"
    r"|^[^,;:.(]{0,30}?[(:,-]\s*(?:none|n/?a|not applicable)(?=\s*(?:[.,;)|]|$))"
    r"|^\s(?:no|nothing|none|neither|zero|not (?:a|any|one))\b(?! (?:more|less|fewer|later|earlier|longer|matter|doubt|wonder|surprise|one|else|other|\w+ than))"
    r"|^(?:[^;:.(?]|[:.](?=\d)){0,80}\?[\"')\s]*(?:(?:it|they|there|that) (?:did|does|do|is|are|was|were|has|have|would|will)(?: not|n't)|no|not|none|nope|never|nothing|neither|wrong|false)\b"
    rf"|^[^;.?]{{0,90}}\?[\"')\s]*(?:{NO})"
    rf"|^[\"')]?, {_BE_NOT}(?= {_IN_USE}\b)"
    r"|^[^,;:.(]{0,40}? (?:appears?|occurs?|features?|figures?|shows? up|turns? up|comes? up|(?:is|are|can be) (?:\w+ )?(?:found|mentioned|seen)|exists?|is|are|was|were) nowhere\b"
    r"|^[^,;:.(]{0,60}? (?:at no (?:time|point|stage|moment)|in no (?:case|way|event|circumstances)|under no circumstances|on no (?:account|day|occasion)|by no means)\b"
)
_IT_IS_NOT = re.compile(
    rf"^[^;.?]{{0,70}}?(?:[,;:]| -| and| but) ?(?:but |and |yet |though |in fact |only )?(?:it|that|this|they|those|these|there|which|none of (?:it|that|this|them))(?:'s(?! not)|(?='s not))? ?(?:(?:\w+ly|just) )?(?:{_BE_NOT}(?=(?: {_IN_USE}\b)| (?:in|of|from|for|on|to|part|anywhere|ours|its) ?\b|\s*(?:[.,;:)]|$|at all|here|-))|(?:is|was|are|were) (?:absent|missing|nowhere|unused|gone)\b)"
)
_LEARNING = r"(?:the |its |any |all )?(?:model(?:'s)? )?(?:train|fit|estimat|calibrat|learn|tun|optimi|search|develop|build|research|model)\w*"
_OF_SOME_ONLY = re.compile(
    r"(?: (?:on|with|by|from|over|in))?(?: (?:any|any\w+|the|its|those|data|hours|days|rows|weeks|months|years|bars|prices|dates|observations|something)){0,3}"
    r" (?:(?:that|which) (?:\w+ ){0,3}?(?:after|later|beyond|follow\w*|ahead|past|future)|later|newer|younger|beyond|after|outside|ahead|from (?:the future|later|after|beyond))\b"
)
_JOINED = re.compile(r",|\b(?:and|or|nor)\b")
_LEARNS = re.compile(r"\b(?:train|fit|learn|test|tun|estimat|calibrat|optimi)\w*|\b(?:seen|saw|shown)\b")
_RESTRICTED = re.compile(
    rf"^(?: [\w-]+){{0,3}} (?:that|which) (?:[\w']+ ){{0,4}}?(?:no|not|never|nothing|\w+n't) (?:[\w']+ ){{0,4}}?(?:in|for|to|by|during|of|on|with) {_LEARNING}"
)
_ABSOLUTE = re.compile(  # "the largest coins, stablecoins left out"
    r"([^,;:.(]{0,40}), (?:[\w-]+ ){1,3}?(?:left out|excluded|excepted|omitted|included|aside)\b,?"
)
_COORDINATED = re.compile(  # "gold and silver are not held"
    r"(?:, [\w&.'-]+(?: [\w&.'-]+){0,2}){0,4},? (?:and|or|nor|as well as|plus) (?:the |any |an? )?[\w&.'-]+(?: [\w&.'-]+){0,2}?"
    r"(?= (?:is|are|was|were|can|could|may|might|will|would|should|do|does|did|has|have|had|cannot|never)\b| \w+n't)"
)
_BEGINS_CLAUSE = re.compile(r"\W*(?:(?:so|but|and|well|no|the|any|both|all|even|things like) ?){0,3}")
_DOCUMENT = r"(?:the |its |this |our |that )?(?:own |methodology |model |strategy |published )?(?:document\w*|methodology|strategy|model|rules?|rulebook|spec\w*|sheet|description|write-?up|backtest|simulation|record|q{3,})"
_NOT_FORESEEN = re.compile(  # "…; the document doesn't provide for it"
    r"^[^;.?]{0,80}?, (?:since|because|as) [\w-]+ (?:does|do|did)(?:n't| not) (?:do|use|have|make|take|allow|charge) (?:any|it|that|so)\b|"
    rf"^[^;.?]{{0,80}}?(?:[,;:]| -| but| though| although| and) ?(?:but |though |yet |only |alas |sadly |since |because |as |for )?{_DOCUMENT} (?:itself |\w+ly )?(?:(?:does|do|did|has|have|will|would|can)(?: not|n't)|cannot|never|nowhere|knows? no(?:thing)?|has no|makes? no|contains? no(?:thing)?)"
    r" (?:(?!(?:change|fix|say how|say what|affect|care)\b)[\w'-]+ ){0,4}?(?:it|that|this|so|one|any|them|those|such(?: a)?(?: \w+)?|anything of the (?:kind|sort)|(?:mention|trace|allowance|provision) of (?:it|that|this))(?=[.,;:!)]|$)"
)
_WOULD = re.compile(
    r"\b(?:(?:would|could|might|wouldn't|couldn't)\b(?! (?:expect|imagine|guess|hope|seem|appear|say|caution|add|note|stress|sum|summari[sz]e|(?:not |never |hardly )?(?:find|see|spot|locate|detect|discover|make out|identify|guess))\b)|(?:happy|glad|able|willing|possible|ready|delighted) to (?:re-?run|run|try|test|repeat|re-?do|show|compute|calculate|simulate|add|swap|change|switch|replace)\b|in theory|(?:may|might) (?:just|only|simply|also) be|formerly|(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )used to (?=be|have|charge|cost|trade|rebalance|look|run|fill|hold|go|get)"
    r"|talks? (?:of|about)|plan(?:s|ned)? (?:to|for)|proposals?|toy(?:s|ed|ing) with|mooted|contemplat\w+|(?:was|were|been) (?:tried|considered|abandoned)|next year|in (?:the )?future|one day soon|some ?day)\b|\b(?:if you (?:like|wish|want|must|prefer|care)|your own (?:decision|choice|risk|experiment|account|behalf|initiative|responsibility)|you (?:may|can|could|might),? (?:of course|always|certainly|naturally|obviously|still|well)|(?:nothing|nobody|no one) (?:stops|prevents|keeps|hinders|forbids) you)\b"
    r"|\b(?:tag|label|mark|report|flag|declar|call|show|treat)\w* (?:it |this |that )?(?:as )?(?:an? |the )?(?:sensitivity|what-if|hypothetical|illustration|variant|experiment|scenario)\b|\b(?:you|we|one|they|i|there)'d\b(?! (?:have|need) to| (?:not |never |hardly |probably |rather )?(?:guess|say|think|expect|imagine|hope|suppose|suspect|find|see)\b)|\bhad (?:it|the|we|you)\b.{0,40}\b(?:been|used|charged)\b"
)
_YOU_WOULD_BE = re.compile(r"\b(?:you|one)(?:'d| would) (?:\w+ )?be (?=\w+ing\b)")  # "you'd be trading every week"
_THAT_WOULD_BE = re.compile(
    r"[?:] (?:(?:well|so|then|now|ah|oh),? )?(?:that|it|this|those|they|these|the answer) would be (?!\w+ed\b|(?:a |an )?(?:different|new|other|another|wrong)\b)"
)
_EXAMPLE = re.compile(r" ?(?:such as|like|say|e\.g\.|for (?:example|instance))\b")
_OF_OTHERS = re.compile(  # "a network to find patterns that other methods would miss"
    r"(\b(?:that|which|than|what|whom|as|how|where) (?!(?:it|its|you|we|one|i|they|there|the (?:strategy|model|system)|q{3,})\b)(?:(?!(?:is|are|was|were|be|not|that|would|could|might)\b)[\w'-]+ ){1,4})((?:would|could|might)(?:n't)?)\b"
)
_WOULD_BE_FALSE = re.compile(
    r"\b(?:would|could)(?:n't| not| hardly)? be (?:\w+ )?(?:wrong|incorrect|inaccurate|misleading|false|untrue|a mistake|an error|true|correct|right|accurate) to (?:say|claim|think|assume|describe|call|speak|state|suggest|believe|write|conclude)\b"
)
_WOULD_SAY = re.compile(  # "I'd call it unlevered", "you wouldn't describe it as unlevered"
    r"(?:\b(?:i|we) (?:would|could)(?:n't)?|\b(?:i|we)'d|\b(?:would|could)(?:n't| not| never| hardly)) (?:(?:not|never|hardly|rather|probably|simply) )?"
    r"(?=(?:describe|call|label|class|classify|characteri[sz]e|speak|count|consider|regard|go so far|quarrel|put|say)\b)"
)
_NO_SUCH_AS = re.compile(  # "there is no weekly reshuffle that could be costed"
    r"(\b(?:there(?:'s| is| are| was| were)|has|have|had|you(?:'ll| will)? find|contains?) (?:no|not an?y?)\b[^,;.:]{0,60}? (?:that|which|to|you|one|we) )(could|might|would)\b"
)
_IMAGINED = re.compile(
    r"\b(?:is|are|was|be) (?:\w+ly )?(?:conceivable|imaginable|thinkable)\b|\bone (?:can|may) (?:imagine|picture|conceive)\b"
)
_UNREAL = re.compile(
    r"\bhad (?:\w+ )?(?:been|\w+ed|run|read|held|had)\b|\bwere (?:\w+ly )?(?:to\b|available|used|added|included|fed|swapped|changed|given|allowed|set|charged|replaced|switched|made|extended|shortened|lengthened|raised|lowered|doubled|halved|moved|done|on hand|there\b|\w+ed\b|taken|put)|\beven if\b"
)
_IF = re.compile(
    r"(?:(?<![^,;:.(])|(?<=\bby )|(?<=[,;:.(] )|(?<=\band )) ?(?:raising|lowering|doubling|halving|changing"
    r"|switching|moving|bumping|increasing|decreasing|reducing|cutting|try(?:ing)?|experiment(?:ing)?|picture|feel free|(?:you're|you are) (?:free|welcome) to|free to|replacing|swapping|substituting)\b|\b(?:(?<!ask )(?<!asks )(?<!asked )(?<!asked me )(?<!asked us )(?<!know )(?<!wonder )(?<!wonders )(?<!wondered )if(?! (?:you|i|someone|somebody|anyone|anybody|they|we|he|she|people) (?:\w+ )?(?:heard|told|tells?|says?|said|claims?|claimed|writes?|wrote|read|remember|recall|look|check|open|consult|turn|study|inspect|wonder|were told|was told|thought|believed?|remember\w*|assumed|expected|saw|guessed)\b)|suppose|supposing|assuming you|(?:let's|let us|just) (?:pretend|assume|imagine|suppose)|pretend(?:ing)?"
    r"|(?:^|(?<=[.;:] ))(?:now,? )?(?:assume|consider|take|think of) (?:for (?:a moment|once|now|argument's sake),? |the case |that |an? |it )"
    r"|assuming a different|imagine|hypothetical\w*|what[- ]if|were (?:it|the|you|we|one) (?:to|\w+ed)"
    r"|should (?:you|one|it)"
    r"|counterfactual\w*|let's say|even (?:at|with|under)|in a scenario|a scenario|scenarios?|unless"
    r"|provided that|sensitivity|stress(?:ed|[- ]test\w*)?)\b"
)
_IF_YOU = re.compile(  # "if you keep the winner, you've fitted a parameter"
    r"(?:^|[.;:,(-] ?|\b(?:and|but|so|that) )(?:if|when(?:ever)?|once|as soon as|unless) (?:you|one|someone|somebody|anyone|anybody|people|we) (?:\w+ )?"
    r"(?!(?:heard|told|tells?|says?|said|claims?|writes?|wrote|read|remember|recall|look|check|open|consult|turn to|study|inspect|wonder|ask|want|need|mean|are|were|see|find|compare|go by|trust|believe)\b)[^.;:]{3,90}, (?:then )?(?:you|one|they|we|there)(?:'ve|'re|'d|'ll| have| are| will| would| get| end up| need| can| must| risk)\b[^.;:,]{0,50}$"
)
_PREPOSITION = re.compile(
    r"^\s*(?:and |but |so |then )?(?:at|with|under|for|given(?! that)|using|were|had|should|if|assuming|on|by|without"
    r"|\w+ed|run|held|borrowing|charging|rebalancing|trading)\b"
)
_OF_READER = re.compile(r"\b(?:you|your|yours|i|my|someone|somebody|anyone|an investor|a (?:trader|reader|client))\b")
_READER_CANNOT = re.compile(
    r",? (?:then )?(?:you|your \w+|one|anyone|an investor|a trader|(?:the|these|those|such) (?:results?|figures?|numbers?|returns?)) (?:\w+ )?"
    r"(?:(?:should|can|will|must|do|need|may)(?: not|n't|not)|cannot|won't|shouldn't|(?:will|may|might|should|can|must|are bound to) (?:\w+ ){0,2}?(?:differ|deviate|drift|diverge|change|expect (?:other|different)))\b"
)
_PREMISE = re.compile(
    r"\b(?:your (?:question|message|prompt|note|wording|premise|phrasing|query|assumption|figure|number|claim|statement|suggestion|idea|post|e-?mail|mail|memo|draft|slides?|deck|report|letter|brief|sentence|line)"
    r"|the (?:question|user|prompt|premise|query|wording|request|asker))\b(?! (?:of whether|is whether))"
    r"|(?<!as )\byou(?:'ve|'re|'d)?\b(?! (?:should|can|need|must|will|get|want)\b)[^.;:?!]{0,40}?"
    r"\b(?:mention\w*|ask\w*|said|says?|suggest\w*|assum\w*|impl\w+|refer\w*|stat(?:e|es|ed|ing)\b|claim\w*"
    r"|suppos\w*|presum\w*|quot\w*|describ\w*|cit\w+|premise|think\w*|thought|heard|believ\w*|wonder\w*|propos\w*"
    r"|wrote|writ(?:e|es|ten|ing)\b|phras\w*|call(?:ed|ing)?\b|nam(?:e|ed|ing)\b|put|set|place[ds]?\b|peg\w*|guess\w*|reckon\w*|figured?\b|treat\w*|regard\w*|picture\w*|make it|made it"
    r"|had|(?:take|took)\b(?=.{0,60}? (?:to be|as|for)\b)|took it|take it|talk\w*|read\b|rais\w*|expect\w*|in mind|presuppos\w*|insist\w*|maintain\w*|argu\w*"
    r"|understood|understand\w*|remember\w*|recall\w*|attribut\w*|ascrib\w*|credit\w*|seem to|appear to|start(?:ed)? from|allud\w*|hint\w*|point(?:ed)? (?:to|at)"
    r"|confus\w*|mix(?:ed|ing)? up|speak\w*|spoke|give[ns]?|gave)"
    r"|\b(?:people|readers|many|most|some|others|users|investors|colleagues|everybody|everyone) (?:\w+ )?(?:tend|like|are quick|are apt|are inclined|seem) to (?:\w+ )?(?:assume|think|believe|say|expect|suppose|imagine|claim|picture|suspect)\b"
    r"|\b(?:an?|the|any|some|many|most) (?:\w+ )?(?:readers?|persons?|users?|newcomers?|observers?|investors?|lay(?:man|men)|outsiders?|beginners?) (?:may|might|could|can|would|will) (?:\w+ )?(?:assume|think|believe|say|expect|suppose|imagine|claim|picture|suspect|conclude|guess)\b"
    r"|\b(?:some|many|others|people|critics|purists|one|you) (?:would|might|could|may) (?:\w+ )?(?:call|describe|label|regard|consider|see|count|class)\b"
    r"|\b(?:somebody|someone|anybody|anyone|whoever|people|he|she|they|colleagues?|blogs?|articles?|brochures?|forums?|rumou?rs?|salesm[ae]n|gossip) (?:\w+ )?(?:told|tells?|says?|said|claims?|claimed|thinks?|thought|wrote|writes?|believes?|believed|insists?|swears?)\b"
    r"|\b(?:ask(?:s|ed)?|wonder(?:s|ed)?|wants? to know|quer(?:y|ied)|inquired?) (?:me |us )?if\b"
    r"|\bwhere (?:you|your \w+|the (?:memo|note|draft|mail|slide|deck)) (?:has|have|had|says?|reads?|gives?)\b|\bcontrary to\b|\bdespite (?:what|the (?:question|claim|wording|premise|suggestion))|\bunlike what\b"
    r"|\bnot what (?:you|the (?:question|user|prompt|premise)|was|is (?:asked|claimed))\b|\b(?:the|any|that|this) (?:claim|notion|idea|suggestion|premise|assumption|statement|belief"
    r"|impression|rumou?r|misconception|myth|assertion|talk|description|phrase|phrasing|figure) (?:that|of|about"
    r"|in)\b(?! (?:q{3,}|the (?:strategy|model|backtest|document)|this (?:strategy|model)))"
    r"|\btempting to\b|\b(?:see|understand|imagine|guess|know|wonder|suspect|forgot) (?:where|why|how (?:one|you|someone|somebody|anyone|people))\b"
    r"|\b(?:alleged|supposed|purported|so-called|presumed|claimed)\b|\b(?:some|people|others|many|readers"
    r"|users) (?:may |might |often |sometimes |wrongly |mistakenly )*(?:say|think|assume|believe|claim|describe"
    r"|expect)\w*"
    r"|\b(?:sometimes|often|commonly|widely|wrongly|mistakenly|usually|generally|easily"
    r"|easy to) (?:be )?(?:assumed?|said|thought|think|believed?|claimed|stated|supposed?|misread|confused)\b"
    r"|(?:\b(?:no|nothing|not|cannot|unable|never|without|lack of|little|neither|nor|nowhere)"
    r"|n't)\b[^.;,]{0,40}?\b(?:evidence"
    r"|suggest\w*|says?|said|states?|stated|stating"
    r"|indicat\w*|impl(?:y|ies)|mention\w*|shows?|shown|claim\w*|support\w*|sign|indication|hint\w*|record"
    r"|confirm\w*|reason to (?:think|believe)"
    r"|true|stipulat\w*|specif(?:y|ies))(?: \w+){0,3}? (?:that|whether|(?<!sign )(?<!trace )(?<!hint )(?<!mention )(?<!evidence )(?<!indication )of|for|how)\b|(?:^\W*|\b(?:ask\w*"
    r"|wonder\w*|question|unclear|unknown|know|tell|say|as to|about|on|sure) )whether\b"
    r"|\bnot sure where\b|\bmisconception\b|\bmyth\b|\bquestion (?:assumes|presupposes|implies)\b"
)
_YOU_HAVE = re.compile(
    r"\byou(?:'ve|'re)? (?:\w+ ){0,3}?(?:have|had|has|take|took|taken|taking|mistake|mistook|mistaken|keep|kept|got|confuse[sd]?|confusing|carry|bear|give|gave|put|set|call|hold|held) [^.;:?!]{0,50}$"
)
_IN_MIND = re.compile(
    r"[^.;:?!]{0,40}? (?:in (?:mind|your (?:head|mind|notes?|message|mail|question))|for (?:granted|what it does|its \w+|the \w+)|(?:with|for) (?:another|a different|some other)|on (?:your mind|paper))\b"
)
_WRITTEN = r"(?:\w+ )?(?:mail|e-?mail|message|note|notes|memo|draft|text|slide|slides|deck|spreadsheet|sheet|report|table|write-?up|summary|version|list|letter|brief|post|question|prompt|notebook|minutes|comment|paragraph|chart|presentation)"
_IN_YOURS = re.compile(rf"[\"')]? (?:in|on|from|of|at the top of|at the end of) your {_WRITTEN}\b")
_YOURS = re.compile(
    rf"\b(?:your|the client's|his|her|their) {_WRITTEN} (?:(?!(?:i|we)\b)\w+ ){{0,3}}?(?:reads?|says?|said|has|had|states?|stated|shows?|gives?|gave|puts?|lists?|mentions?|quotes?|claims?|speaks? of|talks? of|calls? it|names?)\b[^.;,]{{0,40}}$"
)
_LOOKED_FOR = re.compile(
    r"\b(?:i|we|you) (?:(?:have|also|can|could|may|might|went|go|gone|did|was|were|been|tried) )*(?:look|search|check|scann?|hunt|comb|scour|leaf)(?:ed|ing)? (?:\w+ ){0,4}?(?:for|whether)\b"
)
_CALLED_FALSE = re.compile(
    r"\b(?:wrong|incorrect|inaccurate|misleading|false|untrue|a mistake|an error|(?:not|n't)(?: be)? (?:true|correct|right|accurate|the case)|mistaken)"
    r" (?:to (?:say|claim|think|assume|describe|call|speak|state|suggest|talk|believe|write|conclude)|that)\b[^.;]{0,80}$"
    r"|\b(?:disagree|(?:n't|not) agree|take issue|quarrel|argue) with [^.,;:]{0,40}$"
)
_COMPARED = re.compile(
    r"\b(?:(?<!no more )(?<!not more )(?<!never more )(?<!no less )(?<!not less )(?<!other )than|versus|vs\.?|compar(?:ed|able) (?:to|with)|relative to|against|similar to|unlike|equivalent of|(?:differ(?:s|ed|ing)?|(?:different|distinct|distinguished|removed|apart)) from|(?:(?<=not )|(?<=n't )|(?<=quite ))the same (?:thing )?as|in contrast to|as opposed to|as against|no substitute for|instead of"
    r"|(?<!are )(?<!is )(?<!was )(?<!'s )(?<!something )(?<!be )(?<!just )like|up from|down from|(?:confused?|confusing|conflated?|mixed up|muddled(?: up)?) with|mistaken for)\s(?:with |for |at |on |to |under |an? |the |its |some |every |each |other |usual "
    r"|using |if |one |more |single |simple |one-off |plain |ordinary |normal |standard |classic |static |fixed |random )*$"
)
_THAN_DOING = re.compile(  # "more realistic than assuming a fill at the close"
    r"\b(?:more|less|\w+er|better|worse|rather|different) (?:\w+ )?than (?:if |what |to )?(?:(?:one|you|it|we|they|just|simply|merely) ){0,2}(?:\w{3,}ing|assum\w+|pretend\w*|suppos\w+|if|use|let|have)\b[^.;:]{0,60}$"
)
_COLON = re.compile(r"(?: ?:)? ?")
_ANSWER = r"[,;:.-] ?(?:and |but )?(?:the |my |its |our )?(?:short |honest |plain |right )?answer (?:is|must be|has to be|would be) (?:a |an )?(?:(?:clear|plain|firm|simple|resounding|straight) )?"
_ANSWERED = re.compile(rf"{_ANSWER}(?:yes|affirmative)\b")
_ANSWERED_NO = re.compile(rf"[^.?]{{0,70}}?{_ANSWER}(?:no|negative|never)\b")
_MUDDLED = re.compile(r"\b(?:mind|confus\w*|mix\w* up)$")  # what comes after a colon is how it really is
_TO_COMMA = re.compile(r"[^,]*+,(?: (?:which|who|where)\b[^,]*+,| (?!which\b|who\b|where\b))")
_ORDER = re.compile(r", (?:please )?(?:put|read|write|make|say|note|think)\b")  # "where you have …, put …"
_CONTRARY = re.compile(r"contrary to|despite|unlike what|where ")
_PREMISE_END = re.compile(
    r"\b(?:but|however|whereas|while|although|actually|in (?:fact|reality|truth)|instead|(?:the|its) (?:own )?(?:document\w*|methodology|truth|fact|file|sheet|spec\w*|write-?up)|yet)\b"
    r"|\b(?:you|one) (?:should|must|ought to|can|may want to|want to|need to) (?:\w+ )?(?:put|write|read|say|make|have)\b|\b(?:should|must|ought to) (?:be|read|say)\b"
    r"|[;:]|\s-+\s|--|,\s*(?:it|the strategy|the model|this strategy|there|nothing|no|we|they|though|because|since)\b"
)
_STRUCK = re.compile(
    r"(?:^|[.:;,] |\b(?:please|just|then|now|and|should|must|to) )(?:strike|cross|scratch|delete|replace|swap|remove|erase|scrap)(?: out| off| through)? "
    r"(?:(?!\b(?:with|by|for|and)\b)[^.;,]){0,50}$"
)
_NOT_LABELLED = re.compile(
    r"(?:^|[.;|] )(?:>? ?)not(?! quite| exactly| so| really| at all| correct| right| true| the same| alike| identical| equal| both)(?: [\w'-]+){1,6} ?: ?(?![^.;:]*\b(?:is|are|was|were|has|uses|reads)\b)[^.;:]{0,40}$"
)
_FRONTED = re.compile(
    r"(?:^|[.;:] )(?:\w+ ){0,2}(?:contrary to|despite|whatever|unlike what|regardless of what|no matter what) "
)
_MAIN_CLAUSE = re.compile(r", (?!(?:which|who|that|where|and|or|as)\b)")
_WRONG = (
    r"(?:wrong|incorrect|inaccurate|false|untrue|erroneous|mistaken|misplaced|unfounded|misleading|invented|fictitious|made up|off(?: the mark)?(?=[.,;:]|$)|wide of the mark"
    r"|off(?:-| )limits|off the (?:table|menu|map|cards|list)|out of (?:bounds|the question|place)|taboo|a no-no|ruled out|out of scope|nowhere|too (?:high|low|long|short|often|rare\w*)"
    r"|(?:(?:a|an|the|pure|sheer|mere|just|plain) )+(?:\w+ )?(?:misconception|myth|mistake|error|mix-up|slip|typo|misreading|misunderstanding|misquotation|confusion|misprint|fiction|invention|fantasy|legend|rumou?r|hearsay|folklore|nonsense|fabrication"
    r"|wrong \w+|tall tale|fairy tale|fable|untruth|falsehood)\b|fiction|hearsay|folklore|nonsense|fantasy|contrary to|at odds with|(?:in )?(?:conflict|contradiction|breach|violation)|inconsistent with|incompatible with"
    r"|not (?:quite |at all |even )?(?:correct|right|true|accurate|the case|something|so\b))"
)
_FALSE_AFTER = re.compile(
    rf"\b(?:(?:is|are|was|were|would be|will be|would have been|must be|may be|might be|could be|can be|seems|looks|sounds|remains?|stays?|are quite|counts as)|(?<=\w)'s)\s+(?:(?:simply|just|plainly|also|factually|therefore|quite|strictly|entirely|firmly|definitely|certainly|clearly|totally|always) )?{_WRONG}"
    r"|\b(?:rests on|comes from|stems from|goes back to|is based on|belongs? (?:in|to) the realm of|springs from) (?:a|an|some|the)? ?(?:\w+ )?(?:mis\w+|error|mix-up|slip|typo|confusion|fiction|fable|legend|myth)\b"
    r"|\b(?:(?:would|will|could|does|do) )?(?:contradict|violate|breach)(?:s|ed)?\b|\b(?:(?:would|will|could) )?(?:conflict|clash|disagree)(?:s|ed)? with\b|\b(?:(?:would|will) )?(?:goes?|runs?|is|are|be) (?:against|counter to|contrary to)\b"
    r"|\b(?:needs?|wants?|requires?|calls? for|deserves?) (?:a |some )?(?:amend|chang|correct|fix|replac|edit|revis|updat|striking|delet|remov)\w*"
    r"|\b(?:must|should|has to|have to|needs? to|ought to|had better|can) (?:go\b(?! (?:up|down|to|as|into|back|long|short|on|with|for))|be (?:amend|correct|struck|strick|delet|remov|replac|dropp|eras|scrapp|forgotten|discard|disregard|ignored|cross|taken out|put right)\w*)"
    r"|\b(?:was|were|been|is|are) (?:(?:\w+ly )?(?:considered|discussed|tried|tested|weighed|proposed|suggested)(?: once| briefly| too)? (?:and|but)(?: \w+)? )?(?:discarded|rejected|dropped|abandoned|scrapped|turned down|thrown out|vetoed|dismissed|voted down)\b"
    r"|\bbelongs? (?:elsewhere|to (?:your|another|some other|a different)|in (?:your|another|some other|a different))\b"
    r"|\b(?:does not|doesn't|do not|don't|did not|didn't|cannot|can't) (?:apply|hold|exist|fit here|describe|match|arise|belong|happen|carry over|appl)\b"
)
_IT = re.compile(
    r"[\"')]?,? (?:and |but |then )?(?:somebody|someone|he|she|they|you|that|this|it|which|(?:the|this|that|your) \w+) ?"
)
_REPLIED = re.compile(r" ?(?:no|yes|nope|it (?:did|does|is|was|has)(?: not|n't)?)(?=[.!]|$)")
_ASKS = re.compile(
    r"(?:why|how|when|what|which|who|where|since when|is|are|was|were|does|do|did|can|could|should|would|will|has|have)\b"
)
_GENERAL = re.compile(
    r"\b(?:only (?:appl\w+|matters?|makes? sense|relevant|needed|useful|meaningful|arises?|necessary)|appl(?:y"
    r"|ies) only|makes? sense (?:only )?(?:for|when|if|where)(?! (?:(?:the|its|each|every|a|one|any|this) (?:\w+ )?(?:signals?|calculation|computation|ranking|decision|trade|score|forecast)|this (?:kind|sort|type)|such an? |it\b|the strategy))|(?:is|are) (?:meant|intended|designed"
    r"|needed|required|necessary|useful|relevant|appropriate|meaningful) (?:for|when|only|if|where)(?! (?:(?:the|its|each|every|a|one|any|this) (?:\w+ )?(?:signals?|calculation|computation|ranking|decision|trade|score|forecast)|this (?:kind|sort|type)|such an? |it\b|the strategy))"
    r"|(?:is|are) (?:a |the )?(?:quite |very |more )?(?:common|standard|usual|typical|customary|conventional"
    r"|popular|normal)(?: (?:practice|choice|convention|rule|approach|way|technique|method|tool"
    r"|split))?\b(?! (?:here|in this))|(?:is|are) (?:a|one|the usual|the standard) (?:way|method|technique"
    r"|procedure|practice|device|tool|concept|idea)\b"
    r"|means that|refers to (?:an? |any |how |when |the (?:practice|idea|process|act|share|number|technique))|is when|in general|generally speaking|as a rule|in machine learning|by definition"
    r"|in the literature|in principle|commonly|typically|customarily|by convention|conventionally|traditionally|in most cases|more often than not|elsewhere|in other (?:models|strategies|documents))\b"
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


_DOCUMENTED = re.compile(
    r"\b(?:the|its|their|q+'s) (?:(?:own|really|actually) )?(?:documented|official|published|stated|prescribed|specified|original|real|true|actual|correct) (?:[\w-]+ ){0,3}?(?:of |at |is |with )?(?:the |an? )?$"
)
_WHICH_IS_DOCUMENTED = re.compile(
    r"[^,;:.()]{0,24}?(?:,| -+|\() ?(?:as |and )?(?:that|this|which|it|being)(?: is|'s|)? (?:\w+ )?(?:the|its) (?:documented|official|published|stated|prescribed|specified|original|real|true|actual|correct) \w+"
)
_IN_DOCUMENT = re.compile(
    r"[\"')]? (?:[\w-]+ )?(?:in|of|from|per) (?:the|its|their) (?:own )?(?:document|documentation|methodology|write-?up|spec|specification|rulebook)\b"
)


def is_documented(text: str, start: int, end: int) -> bool:
    """Whether words are called what the document has, so that they are stated whatever is said of them ("instead of the documented 5 bps")."""
    if re.search(r"\b(?:not|n't|no|never|nowhere)\b", text[max(start - 60, 0) : start]) and not _DOCUMENTED.search(
        text, 0, start
    ):
        return False
    if _WHICH_IS_DOCUMENTED.match(text, end):
        return True
    return _DOCUMENTED.search(text, max(start - 60, 0), start) is not None or (
        _IN_DOCUMENT.match(text, end) is not None
        and re.search(r"\b(?:instead of|in place of|rather than|replac\w+) (?:the |its )?$", text[:start]) is not None
    )


_FRONTED_NO = re.compile(
    r"\b(?:by no means|in no (?:way|sense|case)|at no (?:time|point|stage)|under no circumstances|on no account|nowhere|never|not once|nor|neither|no longer|hardly|scarcely)"
    r" (?:is|are|was|were|does|do|did|has|have|will|can) (?:it|they|there|(?:the|this) \w+|q{3,})\b[^,;:.]{0,60}$"
)
_EXPECTED = re.compile(
    r"(?: \w+){0,2} (?:is|are|was|were) (?:what|how|the way) (?:people|many|most|some|others|readers|one|everybody|everyone|you|they|the textbooks?) (?:\w+ ){0,2}?(?:expects?|assumes?|thinks?|believes?|says?|calls?|hears?|supposes?|suspects?|imagines?|had in mind|wrote|quoted|mentioned)\b"
)
_CONCEDED = re.compile(
    r",? (?:be (?:it|they)|whether(?: (?:it|that|this|they) (?:is|be|are|was|were))?)\b[^,;.:]{0,40}$"
)
_NO_WORD_OF = re.compile(  # "nothing in the document suggests that …"
    r"(?:\b(?:no|nothing|nobody|not|never|without|lack of|little|neither|nor|nowhere|hardly|scarcely|none)|n't)\b[^.;,]{0,60}?"
    r"\b(?:evidence|suggest\w*|says?|said|states?|stated|indicat\w*|impl(?:y|ies)|mention\w*|shows?|shown|hint\w*|sign|record|points?|proof|proves?|trace"
    r"|basis|grounds?|support\w*|reason|claims?|(?:(?<=should )|(?<=must )|(?<=n't )|(?<=not )|(?<=never ))(?:believe|think|assume|suppose|conclude|imagine|infer)|specif(?:y|ies)|stipulat\w*|clue|true|correct|the case|as if|true|accurate)"
    r"(?: (?:anywhere|at all|to me|to (?:say|think|believe|suppose|assume|conclude|the effect|the idea|support)|in (?:it|the \w+|there)|for (?:saying|thinking|believing|the \w+)|from which (?:one|you) could (?:infer|conclude))){0,2} that\b"
)
_IN_PLACE = re.compile(rf" (?:is|are|was|were|has been|have been) (?:ever |really |actually )?{_IN_USE}\b")
_PREDICATED = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|does|do|did|will|can|uses?|used|takes?|needs?|reads?|rests?|holds?|trades?|charges?|pays?|costs?|runs?|works?|looks?|learn(?:s|ed|t)?|trains?|fits?|fills?|buys?|sells?|borrows?|rebalances?"
    r"|happens?|comes?|goes|executes?|draws?|relies|depends?|went|got|gets?|employs?|applies|covers?|spans?|ranks?|consults?|watches|\w+ed)\b"
)
_LEFT = re.compile(r"\b(?:leav(?:es?|ing)|left|lets?) (?:(?:the|all|any|its) )?$")
_ALONE = re.compile(r"[^,;:.(]{0,60}? (?:alone|untouched|aside|out of (?:it|account|the \w+)|unused|unconsulted)\b")


_OUTCOME_DENIED = re.compile(  # "the loss didn't improve in the eight epochs that followed"
    r"(?:n't|\bnot|\bnever) (?:improve|rise|fall|change|drop|help|matter|move|gain|recover|converge|get|grow|beat|decline|differ|pay)\b[^.,;:]{0,20}?\b(?:in|during|after|at|for|over|across|between|within) (?:the |its |these |those )?(?:[\w-]+ ){0,2}$"
)


def is_negated(text: str, start: int, end: int, others: Iterable[int] = ()) -> bool:
    """Whether the words text[start:end] stand under a negation in their sentence. `others`: where other values of their topic begin."""
    some_only = _OF_SOME_ONLY.search(re.split(r"[,;:.]", text[start : end + 80])[0])
    if some_only and _LEARNS.search(text, start, end):
        return False  # "never trains on anything later than what it predicts"
    if _UNDER_NOT.search(text, max(start - 90, 0), start):
        return True
    if _OUTCOME_DENIED.search(text, max(start - 70, 0), start):
        return False
    headed = _HEADED.search(text, max(start - 60, 0), start) or _NOT_LABELLED.search(text, max(start - 100, 0), start)
    if headed and any(headed.start() < other < headed.end() for other in others):
        headed = None  # "not minute bars: company filings"
    if headed and _BE.match(text, end):
        headed = None  # "not fitted there: the test years were not used for it"
    if headed or _INSIDE.search(text, start, end) or _LET_ALONE.search(text, max(start - 40, 0), start):
        return True
    if _LEFT.search(text, max(start - 20, 0), start) and _ALONE.match(text, end):
        return True
    if is_unsupported(text, start, end) or _FRONTED_NO.search(text, max(start - 110, 0), start):
        return True
    conceded = _CONCEDED.search(text, max(start - 60, 0), start)
    if conceded:  # "leverage isn't used, be it 2x or any other"
        start = end = conceded.start()
    left = _clause_before(_PARENTHESIS.sub(lambda aside: " " * len(aside[0]), text[:start]) + text[start:], start)
    negations = list(_NEGATION.finditer(left))
    if negations:
        excused = [match.span() for match in _NOT_NEGATION.finditer(left)]
        live = [
            match
            for match in negations
            if not any(begin <= match.start() < stop for begin, stop in excused) and not _stopped(left, match)
        ]
        if live:
            double = len(live) > 1 and live[0][0] not in ("neither", "nor", "no", "without", "nothing", "none")
            return not double or _JOINED.search(left, live[-2].end(), live[-1].start()) is not None
    joined = _COORDINATED.match(text, end) if _BEGINS_CLAUSE.fullmatch(left) else None
    return is_denied_after(text, end) or (joined is not None and is_denied_after(text, joined.end()))


def is_unsupported(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is in a clause that nothing is said to bear out ("nothing suggests that it trades daily")."""
    for match in _NO_WORD_OF.finditer(text, 0, start):
        clause = text[match.end() : start]
        if not _PREMISE_END.search(clause) and (_PREDICATED.search(clause) or _IN_PLACE.match(text, end)):
            return True
    return False


_NOT_SEARCHED = re.compile(
    r"[^.;:]{0,70}?(?:\b(?:is|are|was|were|has been|have been|does|do|did)(?: not|n't| never)|\bnever) (?:(?:be|been|a|an|the|part|one|counted|listed|named|of|among|in|included|ever|itself|themselves|either|also|\w+ly) )*"
    r"(?:search\w*|grid|tun(?:ed|ing|able)|fitted|fit|fitting|optimi\w+|calibrat\w+|estimat\w+|learn\w+|parameters?|(?:fitted|free|tuned|learned|estimated) (?:\w+ )?parameters?|trained|touched|varied|changed)\b"
)


def is_not_searched(text: str, end: int) -> bool:
    """Whether what ends at `end` is only said not to have been searched for or learned: so it is there."""
    return _NOT_SEARCHED.match(text, end) is not None


def is_denied_after(text: str, end: int) -> bool:
    """Whether what follows `end` denies what stands before it ("… is not used", "…: none", "… plays no part")."""
    following = text[end : end + 130]
    without = _ABSOLUTE.match(following)
    if without:
        following = without[1] + following[without.end() :]
    if _RESTRICTED.match(following):
        return False  # "a sample that played no role in training"
    return any(pattern.match(following) for pattern in (_AFTER, _IT_IS_NOT, _NOT_THIS, _NOT_FORESEEN, _ANSWERED_NO))


def is_hypothetical(text: str, start: int, end: int, *, conditions_hold: bool) -> bool:
    """Whether text[start:end] is said of an imagined case.

    `conditions_hold`: a plain "if" clause may state how the strategy works ("if the 12-month return is positive").
    """
    if _WOULD.search(text) is None and _IF.search(text, 0, start) is None:
        return _is_readers_case(text, start, end)
    flatly = _IT_IS_NOT.match(text[end : end + 130])
    if flatly and not _WOULD.search(re.split(r"[,;:]| but| and| -", flatly[0])[-1]):
        return False  # "… might do, but it isn't what was simulated"
    text = _FALSE_AFTER.sub(lambda false: " " * len(false[0]), text)
    for said_so in (_WOULD_BE_FALSE, _WOULD_SAY):
        text = said_so.sub(lambda said: " " * len(said[0]), text)
    for flatly_said in (_NO_SUCH_AS, _OF_OTHERS):
        text = flatly_said.sub(
            lambda flat: (
                flat[0]
                if flat.re is _OF_OTHERS and flat.start() <= start < flat.end()
                else f"{flat[1]}{' ' * len(flat[2])}"
            ),
            text,
        )
    text = text[:end] + _APPOSITION.sub(lambda aside: " " * len(aside[0]), text[end:])
    begin, stop = _clause(text, start, end)
    clause = text[begin:stop]
    if _EXAMPLE.match(clause):
        clause = text[max(text.rfind(mark, 0, begin) for mark in ".;:") + 1 :]
    own = _YOU_WOULD_BE.search(clause, 0, start - begin) if start >= begin else None
    if (
        own
        and _IF.search(text, 0, start) is None
        and _PREPOSITION.match(text[max(text.rfind(".", 0, start), text.rfind(":", 0, start)) + 1 :]) is None
    ):
        clause = clause[: own.start()] + clause[own.end() :]
    if _WOULD.search(clause) and not _THAT_WOULD_BE.search(text, 0, start):
        return True
    if _IMAGINED.search(clause):
        return True
    if _IF_YOU.search(text, 0, start):
        return True
    condition = next(reversed(list(_IF.finditer(text, 0, start))), None)
    if (
        condition is not None
        and "," not in text[condition.end() : start]
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


_APPOSITION = re.compile(r", (?:like|such as|as|which|who|that|unlike|whose)\b[^,;:.]{0,60},")


def _is_readers_case(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] opens a sentence as something that a reader does otherwise ("with fills at noon, you can't expect …")."""
    begin, stop = _clause(text, start, end)
    return _READER_CANNOT.match(text, stop) is not None and _PREPOSITION.match(text[begin:stop]) is not None


def is_compared(text: str, start: int) -> bool:
    """Whether the words from `start` on are only what something is compared with ("cheaper than weekly rebalancing")."""
    return (
        _COMPARED.search(text, max(start - 50, 0), start) is not None
        or _THAN_DOING.search(text, max(start - 80, 0), start) is not None
    )


def is_premise(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] repeats what somebody else said, to correct or to answer it, and states nothing."""
    if text.rstrip(" \"')").endswith("?"):
        return True
    if is_unsupported(text, start, end):
        return False
    if _EXPECTED.match(text, end):
        return True
    if _YOU_HAVE.search(text, max(start - 60, 0), start) and _IN_MIND.match(text, end):
        return True
    if _ANSWERED.search(text, end, min(end + 90, len(text))):
        return False
    fronted = _FRONTED.search(text, 0, start)
    main = _MAIN_CLAUSE.search(text, fronted.end(), start) if fronted else None
    for match in _PREMISE.finditer(text, main.end() if main else 0, start):
        if _ORDER.search(match[0]):
            continue
        ended = _CONTRARY.match(match[0]) is not None and _TO_COMMA.match(text, match.end(), start) is not None
        begin = match.end() if _MUDDLED.search(match[0]) else _COLON.match(text, match.end()).end()  # type: ignore[union-attr]
        if not ended and not _PREMISE_END.search(text, begin, start):
            return True
    if _LOOKED_FOR.search(text, 0, start) and not is_denied_after(text, end):
        return True
    after = _PREMISE.search(text, end, min(end + 60, len(text)))
    if after and not re.search(r"[,;:.]|\bwhere ?$", text[end : after.start()]) and not after[0].startswith("where"):
        return True
    if _STRUCK.search(text, max(start - 80, 0), start) or _IN_YOURS.match(text, end) or _YOURS.search(text, 0, start):
        return True
    if re.match(
        r",? (?:were there|if there (?:were|was)|if any|had there been|if one existed)\b", text[end : end + 40]
    ):
        return True
    return _is_in_quoted_question(text, start)


def is_called_false(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is said to be wrong ("… is a mix-up", "it would be wrong to say that …")."""
    if _CALLED_FALSE.search(text, max(start - 160, 0), start) or is_struck(text, start):
        return True
    false = _FALSE_AFTER.search(text, end, min(end + 120, len(text)))
    return false is not None and _is_predicate_of(text[end : false.start()])


def is_rejected(text: str, start: int, end: int) -> bool:
    """Whether words that repeat what somebody said are followed by their denial ("you wrote …, which is wrong")."""
    return is_denied_after(text, end) or is_called_false(text, start, end)


def _is_predicate_of(between: str) -> bool:
    if _IT.fullmatch(between):
        return True
    return not re.search(r"[;:.]|\b(?:but|and|which|so)\b", between) and between.count(",") in (0, 2)


def _is_in_quoted_question(text: str, start: int) -> bool:
    opened = text.rfind('"', 0, start)
    if opened < 0 or text.count('"', 0, start) % 2 == 0:
        return False
    closed = text.find('"', start)
    if closed > 0 and _REPLIED.match(text, closed + 1):
        return False  # the words after it say whether it is so
    quoted = text[opened + 1 : closed].strip() if closed > 0 else ""
    return quoted.endswith("?") or _ASKS.match(quoted) is not None


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


_TO_ANYBODY = re.compile(
    r"\b(?:you|your|one|anyone|anybody|us|here|none|nobody|but|though|something|when|if|where|only)\b"
)


def is_of_any(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is the subject of what is so for anybody ("a hold-out protects you against …"), or stands in a reason
    that is called the usual one."""
    if _REASON_FOR.search(text, 0, start) and not re.search(r"\b(?:here|but|yet)\b", text[max(start - 30, 0) : start]):
        return True
    subject = _ONE_OF_ITS_KIND.search(text, max(start - 70, 0), start)
    return (
        subject is not None
        and _DOES_FOR_ANYONE.match(text, end) is not None
        and _TO_ANYBODY.search(text, end) is not None
    )


def is_general(text: str, end: int) -> bool:
    """Whether a passage speaks of a practice and of no strategy in particular, as far as the clause in which `end` is."""
    _, stop = _clause(text, end, end)
    if text.startswith((", which", ", is ", ", are "), stop):
        stop = len(text)
    return _GENERAL.search(_AS_USUAL.sub("", text[:stop])) is not None


def is_shown_only(text: str, end: int) -> bool:
    """Whether what ends at `end` is said to be there for the reader (on a chart, in a report) and no part of the strategy."""
    return _SHOWN.search(text, end, min(end + 90, len(text))) is not None


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    begin = 0
    for match in _BOUNDARY.finditer(text, 0, start):
        begin = match.end()
    following = _BOUNDARY.search(text, end)
    return begin, following.start() if following else len(text)


def _clause_before(text: str, start: int) -> str:
    """What stands before `start` in its clause, with the items of a list that it continues."""
    begins = [0, *(match.end() for match in _BOUNDARY.finditer(text, 0, start))]
    chosen = begins[-1]
    for earlier in reversed(begins[:-1]):
        gap = text[chosen:start]
        listed = text[chosen - 1] == "," and _OR.search(re.split(r"[.;:]", text[chosen : start + 80])[0])
        if not listed or _HAS_VERB.search(gap) or not _LIST_GAP.match(gap):
            break
        chosen = earlier
    return text[chosen:start]


def _stopped(left: str, negation: re.Match[str]) -> bool:
    rest = left[negation.end() :]
    kind = _NO_SUCH.match(rest)
    if kind and negation[0] not in ("rather than", "instead of"):
        rest = rest[kind.end() :]
    if negation[0] in ("rather than", "instead of", "in place of", "in lieu of", "as opposed to"):
        return len(rest.split()) > 9 or _RESET.search(rest) is not None
    if _RESET.search(rest) or _AND_VERB.search(rest):
        return True
    return negation[0] in ("no", "without", "zero", "never", "lacks", "lack") and _AND.search(rest) is not None
