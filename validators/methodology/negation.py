"""Whether words stand under a negation of their sentence."""

import re
from collections.abc import Iterable

from validators.methodology.clauses import ANSWER, BE_NOT, BOUNDARY, IN_USE, IT_IS_NOT

_PARENTHESIS = re.compile(r"\([^()]{0,120}\)")
_NOT_ASIDE = re.compile(  # "and not, as the question has it, 4x"; "none of what it holds is bought on credit"
    r"(?<=\bnot), [^,.;:]{1,50},|(?<=\bnone of )(?:what|that which) (?:it|they|you|we|the \w+) \w+|(?<=\bnothing )(?:that )?(?:it|they|you|we|the \w+) \w+(?= (?:is|was|has|ever)\b)"
)
_RESET = re.compile(
    r"\b(?:but|yet|however|instead|(?:when|once)(?= ?(?:(?:the|its|it|they|q{3,})\b|$))|rather(?! than)|although|though|whereas|while|because|since|so|thus|hence|which|who"
    r"|where|that|then|therefore|(?<!\bof )(?<!\bin )(?<!\bon )(?<!\bto )(?<!\bby )(?<!\bfor )(?<!\bfrom )(?<!\bwith )it(?! ?$| (?:every|each|once|twice|daily|weekly|monthly|quarterly|yearly|hourly|intra-?day|an?|at|on|in|to|for|with|by|from|into|over|using|as)\b)|only|actually|merely|simply|on top of|beyond|besides|in addition to"
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
    r"\b(?:too (?:few|short|small|little|thin|brief|scarce) to|no|not|never|without|none|neither|nor|nothing|cannot|lacks?|lacking|avoids?|absence of|free of"
    r"|devoid of|rather than"
    r"|instead of|in place of|in lieu of|as opposed to|zero|hardly|barely|scarcely|den(?:y|ies|ied|ying)|rul(?:es?|ed|ing) out|dismiss(?:es|ed)?|reject(?:s|ed)?|scrap(?:s|ped)?"
    r"|(?:steer|stay|keep)(?:s|ed|ing)? (?:well )?(?:clear of|away from|off)|(?:kept|stayed) (?:clear of|away from|off)|shun(?:s|ned)?|spurn(?:s|ed)?|dispens(?:es|ed|ing) with|does away with|abstains? from"
    r"|(?:forbid|prohibit|disallow|preclude)(?:s|ed)?|bans|banned|forbidden|rul(?:es|ed) against|declin(?:es|ed)|refus(?:es|ed)|anything but|least of all|under no circumstances|free from|shorn of|stripped of|stops? short of|fails? to|bereft of|innocent of|nobody|no one|no-one|sans|void of|excludes?|ignor(?:es|ing)|(?<!its )(?<!the )(?<!an )(?<!a )skips?(?! (?:months?|weeks?|days?|periods?)\b)|forget(?:ting)?|disregard|never mind"
    r"|forgoes?|eschews?|foregoes|absent|refrains? from|(?<=is )far from(?! (?:its|their|the|zero|a)\b)|(?<=are )far from(?! (?:its|their|the|zero|a)\b)|leav(?:es?|ing) out|nowhere|silent (?:on|about)|(?:says?|said"
    r"|states?) nothing (?:about|of|on)|no longer|no need (?:for|of|to)"
    r"|isn t|doesn t|(?:is|are|was|were|do|does|did|has|have|wo|would|could|ca)nt)\b|n't\b|\bnon-$"
)
_INSIDE = re.compile(
    r"\b(?:not(?! only| just| merely| which| what| how| when| why| whether)|never(?! seen|-seen|(?: \w+)? (?:before )?seen)|nothing|neither|nor|no|none"
    r"|without|zero)\b|n't\b"
)
_NOT_NEGATION = re.compile(
    r"(?:\b|(?=n't))(?:(?:not|n't) (?:nearly |quite |half )?as (?!high|much|large|many|low|little|long|often|big|levered|geared)\w+ as|not (?:only|just|merely|simply|solely)|(?:not|n't) necessarily|no (?:more|less|fewer|later|earlier|longer(?= than)|doubt|matter"
    r"|surprise|wonder)\b"
    r"|nothing (?:but|other than|more than)|none other than|not (?:to mention|surprisingly|unlike|until)|no\. ?\d|(?:not|n't) about (?:how|what|when|where|whether|why|which)\b"
    r"|without (?:(?:any |a )?(?:delay|lag|wait\w*)|fail|exception|doubt|question)"
    r"|(?:not|n't|never)(?: to)?(?: be)? (?:confus\w+|mistaken for|mix\w* up|mistake|conflat\w+|equat\w+|muddl\w+)"
    r"|(?:not|n't|never|cannot)(?: (?:be|go(?:es)?|going|rises?|gets?|climbs?|runs?|reach(?:es)?|grows?|stands?|is|was|went|been|move[sd]?|ever)){0,2} (?:exceed\w*|pass(?:es)?|surpass\w*|tops?|above|beyond|past|over|higher than|greater than|more than)|cannot (?:be )?overstate\w*|never (?:more|less|fail\w*)|(?:does|do|did)(?:n't"
    r"| not) (?:change|affect|matter|alter)\w*"
    r"|(?:not|n't|never|no(?:where|body)?)(?: [\w-]+){0,3}? (?:reasons?|explanations?|explains?|explained|justif\w+|rationale|motivation|grounds?|say why|said why|argument) (?:for|of|behind|why|that)?"
    r"|(?:not|n't|never) (?:explain|justify|motivate|discuss|comment on)(?: why| how)?|but not (?=which|what|how|when|where|whether|why|who)"
    r"|(?:nothing to do|no (?:connection|relation|link)) with (?:how|what|when|where|whether|why|the (?:way|question))|no (?:bearing|influence|effect|impact) on|(?:not|n't) (?:the same (?:thing )?as|related to|connected (?:to|with))"
    r"|(?:hardly|barely|scarcely) (?:dents?|hurts?|matters?|affects?|touch\w*|changes?|moves?|costs?|eats?|shows?|weighs?|registers?|noticeable)|not (?:less|more|fewer|later) than|(?<!why )or not|not look(?:ing)? ahead|no look-?ahead|without look-?ahead)"
)
_NOT_ONLY = re.compile(r"(?:n't|\bnot) (?:only|just|merely|simply|solely)(?: [\w'-]+){0,5} ?$")
_HEADED = re.compile(  # "Not its input: …"
    r"(?:^|[.;:] )(?:not|never|excluded|unused|ruled out|off limits|wrong|incorrect|avoided|omitted|absent|missing)(?! everything| every\w*| all| each| only| just| quite| exactly| so| really| that| too| very| much| many| often| a lot| at all| correct| right| true| the same| alike| identical| equal| both)(?: [\w'-]+){0,4} ?: ?[\"']?$"
)
_UNDER_NOT = re.compile(  # "Costs that aren't: slippage, …"
    r"(?:^|[.;] )(?!(?:they|it|that|this|these|no|we|i|he|those)\b)[^.;:?]{0,50}(?:\b(?:not|never|excluded|left out|missing|absent|without)|n't)(?: (?:in|included|modell?ed|covered|used|do|does|done|part of it|there|here|in there|it|charged|counted|allowed|traded|held)){0,3} ?:(?: ?[^.;:]{0,40}[,:])? ?[\"']?(?:[\w-]+ )?$"
)
_BE = re.compile(r"(?: [\w-]+){0,3}? (?:is|are|was|were|has|have|had|does|do|did)\b")
_LET_ALONE = re.compile(r"\b(?:let alone|much less|still less|never mind|far less)\b[^,;.]{0,30}$")
_NO_SUCH = re.compile(
    r"\s+(?:(?:ever )?(?:find|see|spot|come across|meet|discover|detect|contain|have|need|involve)\s(?:[\w'-]+\s){0,3}?)?"
    r"(?:(?:a|an|any|the (?:sort|kind) of)\s)?(?:[\w'-]+\s){1,6}(?:that|which|who)\b(?! (?:it|they|q{3,}|the (?:strategy|model))\b)"
)  # "not a model that learns"
_LIST_GAP = re.compile(r"(?:\s*(?!and\b)[\w'/%-]+){0,7}\s*$")
_OR = re.compile(r"\b(?:or|nor)\b")
_HAS_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|uses|used|holds|trains|charges|charged|rebalances|rebalanced"
    r"|pays|executes|executed"
    r"|buys|sells|applies|relies|fits|fitted|trained|it|they|we|this)\b"
)
_NOT_THIS = re.compile(
    r"[^.;:]{0,80}, (?:but )?not (?:this|that of this|here|for this|to this|of this|by this|in this|q{3,})\b"
)
_AFTER = re.compile(
    rf"^(?:(?!\b(?:and|which|but)\b)[^,;:.(]){{0,60}}?{BE_NOT}(?=(?: {IN_USE}\b)|\s*(?:[.,;:)]|$|at all|here|-))"
    r"|^[^.;]{0,40}, (?:quite |but )?(?:wrongly|mistakenly|falsely|incorrectly|in error|erroneously)\b"
    r"|^[^.;]{0,80}?,? (?:and|but|yet) (?:it|that|this|they|those|there) (?:\w+ly |just )?(?:is|was|are|were)(?: \w+ly)?(?: not|n'?t) (?:\w+ly )?(?:there|in it|in there|to be found|present|mentioned|among them)\b"
    r"|^[^.;?]{0,90}, (?:which|something|a thing|what)(?: that)? (?:it|q{3,}|(?:the|this|our) (?:strategy|model|system|rules?|backtest|document\w*|methodology|simulation)(?: of q{3,})?|here) (?:\w+ly )?(?:(?:does|do|did|is|was|has|will|would|can|could)(?: not|n't)|never|cannot)(?: \w+ly)? ?(?:do|doing|does|done|assume\w*|use[ds]?|happen|permit|allow)?(?=[.,;!)]|$)"
    r"|^[^.;?]{0,90}?, (?:none|nothing|neither|not one) of (?:that|this|it|these|those|them|which) (?!(?:is|are|was|were|has|have) (?:new|a secret|surprising|unusual))"
    r"|^,? (?:it|that|this|they|those) (?:is|was|does|are|were|did|do)(?: not|n'?t)\b|^ an? (?:wide berth|miss)\b"
    r"|^[^;.?]{0,70}?(?:[,;:]| -| and| but) ?(?:\w+ )?(?:i )?(?:found|saw|met|turned up|came across|discovered) (?:none|nothing|no (?:trace|sign|hint|mention|such)|neither)\b|^[^;.?]{0,70}? (?:in vain|to no avail|without (?:success|luck|result)|(?:and |but )?(?:came|come) (?:up|back|away) (?:empty|with nothing|without)|and drew a blank)\b"
    r"|^[^.]{0,80}; (?:but |and )?(?:it|that|this|they|those|none)(?:'s)? ?(?:(?:is|was|does|are|were|did|do|has|have)(?: not|n'?t)\b|(?:is|was|are|were) (?:absent|missing|nowhere|unused))"
    r"|^[^.;?:]{0,24}?(?: ?[:,-]| -) ?(?:well,? )?(?:there|it) (?:is|was|are|were|does|did)(?:n't| not| no|n't any)(?: one| any| a| such| here| exist)?(?=[.,;!)]|$| (?:one|any|in|here|at|and|because|since|as|so|for)\b)"
    r"|^(?:,| -+)? not (?:in|on|among|part of|one of|within) (?:its|their|q{3,}'s|(?:the|this) (?:(?:strategy|model|system)'s|list|universe|menu|basket|books?)\b)"
    r"|^,? not (?:permitted|allowed|taken|applied|made|charged|included|modell?ed|done|traded|possible|foreseen)\b"
    r"|^(?:(?! -)[^,;:.(]){0,40}?\b(?:play(?:s|ed)? no|serve[sd]? no|(?:has|have|had) no (?:place|role|meaning|bearing|part|counterpart|purpose)"
    r"|(?:is|are|was|were|stays?|remains?) (?:both |all |each |\w+ly )?(?:ruled out|excluded|avoided|forbidden|prohibited|impossible|left out|off[- ]limits|off the (?:table|menu|list)|out of (?:bounds|scope|the picture|the running)|barred|banned|taboo|beyond its reach)"
    r"|is (?:(?:\w+ly )?absent|(?:conspicuous|notable) by|irrelevant|meaningless|inapplicable|moot|pointless|"
    r"unnecessary|needless|missing|undefined|out of the question|omitted|superfluous|redundant|unneeded"
    r"|ruled out)|are (?:both |all |each |\w+ly )?(?:absent|missing|irrelevant|meaningless|inapplicable|moot|unnecessary|omitted)|makes? no sense"
    r"|never (?:happens?|happened|comes? (?:up|in)|came (?:up|in)|arises?|arose|occurs?|occurred|enters?|took|used(?! (?:in|for|during|to|when|by)\b)|made"
    r"|applied|existed?)|(?:would|can) (?:make"
    r"|have) no|adds? nothing|has nothing to)"
    r"|^\s*(?:[:=|]+|-+|\bis\b|\bare\b|\bwas\b|\bwere\b)[\s:=|'\"]*(?:none|nil|no|not (?:applicable|used(?! (?:in"
    r"|for|during|to|when|by)\b)|relevant"
    r"|any)|n/?a\b|zero|nothing|null|absent|false|nope|-\s*$)(?![\w/-]| (?:more|less|earlier|later|else|other|but|besides|beyond|fewer)\b|(?<=- no) (?:[\w-]+ ){1,6}?(?:is|are|was|were|has|have)\b)"
    r"|^(?: [\w-]+){0,3}(?: ?\(q+\)| ?: ?q{3,})? ?:[\s*]*(?:none|nothing|nil|n/?a|not applicable|no (?:[\w/-]+ ){0,3}?(?:split|parameters?|hold-?out|training))(?: (?:at all|whatsoever))?(?=\s*(?:[.,;)|(]|$))"
    r"|^[^,;:.()]{0,30}?[(:,-]\s*(?:none|n/?a|not applicable)(?=\s*(?:[.,;)|]|$))"
    r"|^\s(?:no|nothing|none|neither|zero|not (?:a|any|one))\b(?! (?:more|less|fewer|later|earlier|longer|matter|doubt|wonder|surprise|one|else|other|\w+ than))"
    rf"|^[\"')]?, {BE_NOT}(?= {IN_USE}\b)"
    r"|^[^,;:.(]{0,40}? (?:appears?|occurs?|features?|figures?|shows? up|turns? up|comes? up|(?:is|are|can be) (?:\w+ )?(?:found|mentioned|seen)|exists?|is|are|was|were) nowhere\b"
    r"|^[^,;:.(]{0,60}? (?:at no (?:time|point|stage|moment)|in no (?:case|way|event|circumstances)|under no circumstances|on no (?:account|day|occasion)|by no means)\b"
)
_DOES_WITHOUT = re.compile(
    r"[^.;?]{0,60}? (?:is|are) (?:something|a thing|what|things) (?:that )?[^.;:?]{0,40}? (?:does|do|did|goes|gets by|manages|lives) without\b"
    r"|[^.;,]{0,30}? (?:lies?|falls?|is|are|stays?) (?:\w+ )?(?:outside|beyond|out of) (?:its|the|their) (?:view|sight|reach|window|memory|horizon|scope|menu|remit|universe|list|basket|mandate|set)\b"
    r"|[^.;,]{0,40}? (?:won't|will not|cannot|can't|doesn't|don't|will never) find (?:one|any|it|them)\b"
    r"|[^.;,:]{0,30}? (?:is|are) (?:\w+ )?(?:lacking|wanting)\b"
    r"|[^.;,:(]{0,30}?[(:-] ?(?:zero|nil|nought|0(?![.,:]?\d))(?: of (?:them|these|those))?(?=\s*(?:[.,;)|]|$))"
)
_COUNT_OF = re.compile(r"\b(?:number|count|amount|total) of [^.;,]{0,60}$")
_IS_ZERO = re.compile(
    r"[^.;,:(]{0,50}? (?:is|are|was|were|equals?|stands? at|comes? to) (?:exactly |just |simply )?(?:zero|nil|none|nought|0)(?=[.,;:]|$)"
)
_LEARNING = r"(?:the |its |any |all )?(?:model(?:'s)? )?(?:train|fit|estimat|calibrat|learn|tun|optimi|search|develop|build|research|model)\w*"
_OF_SOME_ONLY = re.compile(
    r"(?: (?:on|with|by|from|over|in))?(?: (?:any|any\w+|the|its|those|data|hours|days|rows|weeks|months|years|bars|prices|dates|observations|something)){0,3}"
    r" (?:(?:that|which) (?:\w+ ){0,3}?(?:after|later|beyond|follow\w*|ahead|past|future)|later|newer|younger|beyond|after|outside|ahead|from (?:the future|later|after|beyond)|(?:any )?(?:real|actual|live|genuine|true))\b"
)
_JOINED = re.compile(r",|\b(?:and|or|nor)\b")
_LEARNS = re.compile(r"\b(?:train|fit|learn|test|tun|estimat|calibrat|optimi)\w*|\b(?:seen|saw|shown)\b")
_RESTRICTED = re.compile(
    rf"^(?: [\w-]+){{0,3}} (?:that|which) (?:[\w']+ ){{0,4}}?(?:no|not|never|nothing|\w+n't) (?:[\w']+ ){{0,4}}?(?:in|for|to|by|during|of|on|with) {_LEARNING}"
)
_DESCRIBED = re.compile(
    r"(?: [\w-]+){0,2} (?:that|which|who|whose|with|priced|below|under|worth) (?!(?:you|i|we|they|people|was|were|is|are)\b)[^,;:.]{3,60}? (?:is|are|was|were|gets?) (?:\w+ )?(?:left out|excluded|dropped|removed|skipped|ignored|not|n't|never|out)\b"
)
_RELATIVE = re.compile(
    r"([^,;:.()]{0,30}), (?:which|who|as) (?!(?:is|are|was|were) not\b)[^,;:.()]{3,70},(?= \w)"
)  # "ratios, which most use, play no role"
_ABSOLUTE = re.compile(  # "the largest coins, stablecoins left out"
    r"([^,;:.(]{0,40}), (?:[\w-]+ ){1,3}?(?:left out|excluded|excepted|omitted|included|aside)\b,?"
)
_COORDINATED = re.compile(  # "gold and silver are not held"
    r"(?:, [\w&.'-]+(?: [\w&.'-]+){0,2}){0,4},? (?:and|or|nor|as well as|plus) (?:the |any |an? )?[\w&.'-]+(?: [\w&.'-]+){0,2}?"
    r"(?= (?:is|are|was|were|can|could|may|might|will|would|should|do|does|did|has|have|had|cannot|never|plays?|played|serves?|forms?|takes? no|enters?|matters?)\b| \w+n't)"
)
_NO_PAIR = re.compile(r"\bno (?:[\w-]+ ){1,3}and $")
_BEGINS_CLAUSE = re.compile(r"\W*(?:(?:so|but|and|well|no|the|any|both|all|even|things like) ?){0,3}")
_DOCUMENT = r"(?:the |its |this |our |that )?(?:own |methodology |model |strategy |published )?(?:document\w*|methodology|strategy|model|rules?|rulebook|spec\w*|sheet|description|write-?up|backtest|simulation|record|q{3,})"
_NOT_FORESEEN = re.compile(  # "…; the document doesn't provide for it"
    r"^[^;.?]{0,80}?, (?:since|because|as) [\w-]+ (?:does|do|did)(?:n't| not) (?:do|use|have|make|take|allow|charge) (?:any|it|that|so)\b|"
    rf"^[^;.?]{{0,80}}?(?:[,;:]| -| but| though| although| and) ?(?:but |though |yet |only |alas |sadly |since |because |as |for )?{_DOCUMENT} (?:itself |\w+ly )?(?:(?:does|do|did|has|have|will|would|can)(?: not|n't)|cannot|never|nowhere|knows? no(?:thing)?|has no|makes? no|contains? no(?:thing)?)"
    r" (?:(?!(?:change|fix|say how|say what|affect|care)\b)[\w'-]+ ){0,4}?(?:it|that|this|so|one|any|them|those|such(?: a)?(?: \w+)?|anything of the (?:kind|sort)|(?:mention|trace|allowance|provision) of (?:it|that|this))(?=[.,;:!)]|$)"
)
_SAYS_OTHERWISE = re.compile(
    rf"[^;.?]{{0,110}}?(?:[,;:]| -+| but| though| and) ?(?:but |though |while |as )?{_DOCUMENT} (?:itself |\w+ly )?(?:says?|states?|tells?|reads?|specif(?:y|ies)|shows?|puts it|describes?|prescribes?) (?:otherwise|differently|(?:something|anything) (?:else|different|other)|(?:quite )?the (?:opposite|contrary|reverse))\b"
)
_ANSWERED_NO = re.compile(rf"[^.?]{{0,70}}?{ANSWER}(?:no|negative|never)\b")
_NOT_LABELLED = re.compile(
    r"(?:^|[.;|] )(?:>? ?)not(?! everything| every\w*| all| each| only| just| quite| exactly| so| really| that| too| very| much| many| often| a lot| at all| correct| right| true| the same| alike| identical| equal| both)(?: [\w'-]+){1,6} ?: ?(?![^.;:]*\b(?:is|are|was|were|has|uses|reads)\b)[^.;:]{0,40}$"
)
_FRONTED_NO = re.compile(
    r"\b(?:by no means|in no (?:way|sense|case)|at no (?:time|point|stage)|under no circumstances|on no account|nowhere|never|not once|nor|neither|no longer|hardly|scarcely)"
    r" (?:is|are|was|were|does|do|did|has|have|will|can) (?:it|they|there|(?:the|this) \w+|q{3,})\b[^,;:.]{0,60}$"
)
_CONCEDED = re.compile(
    r",? (?:be (?:it|they)|whether(?: (?:it|that|this|they) (?:is|be|are|was|were))?)\b[^,;.:]{0,40}$"
)
_DOING = re.compile(
    r"\b(?:fitting|tuning|estimating|optimi[sz]ing|calibrating|learning|changing|varying)\b[^.;:,]{0,40}$"
)
_NO_MATTER = re.compile(
    r"[^.;,:]{0,30}? (?:did|does|do|would|may|might|will)(?: not|n't) (?:matter|help|improve|change|pay|add|make (?:a|any|much)|hurt|move)\b"
)
_LEFT = re.compile(r"\b(?:leav(?:es?|ing)|left|lets?) (?:(?:the|all|any|its) )?$")
_ALONE = re.compile(r"[^,;:.(]{0,60}? (?:alone|untouched|aside|out of (?:it|account|the \w+)|unused|unconsulted)\b")
_NOT_LIST = re.compile(  # "… and not gold, silver, platinum and palladium"
    r"(?:, |, and |, but | and | but )not ((?:[\w&./'-]+(?: [\w&./'-]+){0,3}, ){1,8}[^,.;:]{1,40}? (?:and|or|nor) [\w&./'-]+(?: [\w&./'-]+){0,3})(?=[.,;:)!]|$)"
)
_OUTCOME_DENIED = re.compile(  # "the loss didn't improve in the eight epochs that followed"
    r"(?:n't|\bnot|\bnever) (?:improve|rise|fall|change|drop|help|matter|move|gain|recover|converge|get (?:better|worse|\w+er)|grow|beat|decline|differ|pay)(?: (?:at all|much|further|better|worse|again|once|any \w+|\w+ly)){0,2} (?:in|during|after|at|for|over|across|between|within) (?:the |its |these |those )?(?:[\w-]+ ){0,2}$"
)


def is_negated(text: str, start: int, end: int, others: Iterable[int] = ()) -> bool:
    """Whether the words text[start:end] stand under a negation in their sentence. `others`: where other values of their topic begin."""
    text = _NOT_ASIDE.sub(lambda aside: " " * len(aside[0]), text)
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
    if _DOING.search(text, max(start - 40, 0), end) and _NO_MATTER.match(text, end):
        return False  # "fitting the number of trees didn't matter"
    if _COUNT_OF.search(text, max(start - 80, 0), end) and _IS_ZERO.match(text, end):
        return True
    for listed in _NOT_LIST.finditer(text):
        if listed.start(1) <= start < listed.end(1) and not _HAS_VERB.search(listed[1]):
            return True
    if _FRONTED_NO.search(text, max(start - 110, 0), start):
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
    pair = _NO_PAIR.search(left)
    if pair and any(start - len(left) + pair.start() < other < start for other in others):
        return not any(character.isdigit() for character in text[start:end])  # "no gold and silver"
    joined = _COORDINATED.match(text, end) if _BEGINS_CLAUSE.fullmatch(left) else None
    return is_denied_after(text, end) or (joined is not None and is_denied_after(text, joined.end()))


def is_not_all(text: str, start: int) -> bool:
    """Whether what begins at `start` is only said not to be all ("it doesn't just hold funds; …")."""
    return _NOT_ONLY.search(text, max(start - 60, 0), start) is not None


_NOT_WITHOUT = re.compile(  # "(which needs hourly data) won't run without that feed"
    r"(?:\b(?:cannot|not|never)|\w+n't) (?:\w+ ){1,3}?without (?=(?:that|this|them|it|those|these|the|such|one|any)\b)"
)
_UNRELATED = re.compile(
    r"[^.;:,]{0,40}? (?:has|have|had) (?:nothing|little|not much) to do with (?!(?:it|this|that|them|q{3,}|how|the (?:strategy|model|signal|rules?|backtest|system))\b)"
    r"|[^.;:,]{0,24}? (?:is|are|was|were) (?:no|hardly an?|(?:not|never) an?) (?:big |real |great )?(?:problem|worry|surprise|wonder|secret|accident|coincidence|obstacle|trouble)\b"
)
_NOT_SEARCHED = re.compile(
    r"[^.;:]{0,70}?(?:\b(?:is|are|was|were|has been|have been|does|do|did)(?: not|n't| never)|\bnever) (?:(?:be|been|a|an|the|part|one|counted|listed|named|of|among|in|included|ever|itself|themselves|either|also|\w+ly) )*"
    r"(?:search\w*|grid|tun(?:ed|ing|able)|fitted|fit|fitting|optimi\w+|calibrat\w+|estimat\w+|learn\w+|parameters?|(?:fitted|free|tuned|learned|estimated) (?:\w+ )?parameters?|trained|touched|varied|changed)\b"
)


_SEARCHED = r"(?:optimi\w+|search\w*|grid|sweeps?|swept|tun(?:ed|ing|es)|fitt?(?:ed|s|ing)|calibrat\w+|estimat(?:ed|ing|es)|learn\w*|trained|data-?min\w+)"
_NO_SEARCH_OF = re.compile(
    rf"(?:\b(?:no|nobody|no one|nothing|not|never)\b|n't\b)[^.;:,]{{0,30}}?\b{_SEARCHED}\b[^.;:,]{{0,50}}$|(?:^|[.;:] )(?:was|were|is|did|has|have)\b[^.;:?]{{0,30}}?\b{_SEARCHED}\b[^.;:?]{{0,50}}$"
)
_BARE_NOT = re.compile(r"[^.;:,]{0,40}? (?:is|are|was|were)(?: not|n't)(?=\s*(?:[.;,!)]|$))")
_SEARCHED_BEFORE = re.compile(rf"\b{_SEARCHED}(?=[ ,;])[^.]{{0,60}}$")
_NEITHER = re.compile(r"\bneither\b[^.;:]{0,40}$")
_NOR_SEARCHED = re.compile(
    rf"[^.;:]{{0,70}}? (?:was|were|is|are|has been|have been|came) (?:\w+ )?(?:from )?(?:an? )?{_SEARCHED}\b"
)


def is_not_searched(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is only said not to have been searched for or learned: so it is there."""
    return (
        _NOT_SEARCHED.match(text, end) is not None
        or (_BARE_NOT.match(text, end) is not None and _SEARCHED_BEFORE.search(text, 0, start) is not None)
        or _NO_SEARCH_OF.search(text, max(start - 110, 0), start) is not None
        or (_NEITHER.search(text, max(start - 60, 0), start) is not None and _NOR_SEARCHED.match(text, end) is not None)
    )


_NAME = re.compile(r"q{3,}")
_NOT_OF_ANOTHER = re.compile(  # "q runs at 3x, which is not something q does"
    r"[^.;?]{0,70}?(?:,| -+| and| but) (?:which|something|a thing|that|what|this|it) (?:(?:is|was)(?: not|n't|n't at all| never)|(?:does|do)(?: not|n't)) (?:(?:something|what|a thing|the case|how|true|so|happen|apply|hold|the way) )?(?:for |of |with |in |to )?(?:that )?(?:the )?q{3,}"
)


def is_not_of_another(text: str, end: int) -> bool:
    """Whether what follows `end` says that another one named does not do it, which the one named before does."""
    return _NOT_OF_ANOTHER.match(text, end) is not None and _NAME.search(text, 0, end) is not None


def is_denied_after(text: str, end: int) -> bool:
    """Whether what follows `end` denies what stands before it ("… is not used", "…: none", "… plays no part")."""
    if is_not_of_another(text, end):
        return False
    if _UNRELATED.match(text, end):
        return False  # "the weekly rhythm has nothing to do with expiry"
    following = _NOT_WITHOUT.sub(lambda both: " " * len(both[0]), text[end : end + 130])
    aside = _RELATIVE.match(following)
    if aside:
        following = aside[1] + following[aside.end() :]
    without = _ABSOLUTE.match(following)
    if without:
        following = without[1] + following[without.end() :]
    if _RESTRICTED.match(following) or _DESCRIBED.match(following):
        return False  # "a sample that played no role in training", "a share that trades too little is left out"
    return any(
        pattern.match(following)
        for pattern in (_AFTER, _DOES_WITHOUT, IT_IS_NOT, _NOT_THIS, _NOT_FORESEEN, _SAYS_OTHERWISE, _ANSWERED_NO)
    )


def _clause_before(text: str, start: int) -> str:
    """What stands before `start` in its clause, with the items of a list that it continues."""
    begins = [0, *(match.end() for match in BOUNDARY.finditer(text, 0, start))]
    chosen = begins[-1]
    for earlier in reversed(begins[:-1]):
        gap = text[chosen:start]
        listed = text[chosen - 1] == "," and _OR.search(re.split(r"[.;:]", text[chosen : start + 80])[0])
        if not listed or _HAS_VERB.search(gap) or not _LIST_GAP.match(gap):
            break
        chosen = earlier
    return text[chosen:start]


_MAIN = re.compile(  # "instead of a 70/30 split there is …"
    r"\b(?:there (?:is|are|was|were)|(?:they|we|it|q{3,}|(?:the|its) (?:strategy|model|system|fee|charge|cost|source|input|split|universe|signal|order|book)s?) (?:is|are|was|were|has|have|uses?|reads?|takes?|trades?|holds?|charges?|pays?|fills?|rebalances?|looks?|runs?|fits?))\b"
)


def _stopped(left: str, negation: re.Match[str]) -> bool:
    rest = left[negation.end() :]
    kind = _NO_SUCH.match(rest)
    if kind and negation[0] not in ("rather than", "instead of"):
        rest = rest[kind.end() :]
    if negation[0] in ("rather than", "instead of", "in place of", "in lieu of", "as opposed to"):
        return len(rest.split()) > 9 or _RESET.search(rest) is not None or _MAIN.search(rest) is not None
    if _RESET.search(rest) or _AND_VERB.search(rest):
        return True
    return negation[0] in ("no", "without", "zero", "never", "lacks", "lack") and _AND.search(rest) is not None
