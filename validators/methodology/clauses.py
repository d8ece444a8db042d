"""The clause that words stand in, and the wording of denials and answers that several readings share."""

import re

BOUNDARY = re.compile(r"[,;:()\[\]]|\s-+\s|--|\.\s")
JOINT = re.compile(r"[.;!?](?= |$)|, (?:and|but|so|while|whereas|which) ")
"""Between main clauses."""
BE_NOT = (
    r"(?:\b(?:is|are|was|were|be|been|being|do|does|did|has|have|had|can|could|will|would|should"
    r"|need)\b(?:\s\w+){0,2}?\s?(?:\bnot\b|\bnever\b|n't\b)"
    r"|(?:is|are|was|were|does|do|did|has|have|wo|ca)n'?t\b|(?<=\w)'(?:s|re) (?:\w+ )?(?:not|never)\b)"
)
IN_USE = (
    r"(?:(?!necessarily\b)\w+ly |ever |even |itself |really |been |be |at all ?|a |an |the |any |in )*(?:used(?! for (?:it|that|this)(?=[.,;:)!]|$))(?! (?:in|for|during"
    r"|to|when|by) (?:the |that |this |its |any )?(?:\w+ing )?(?:train|fit|estimat|calibrat|tun|select|optimi|cho[io]|pick|decid|decision|search|set|sett|model|develop|design|learn))|use|applied"
    r"|applicable|appl(?:y|ies)|relevant|needed|need|required|made|done|performed|employed|involved|added|charged on top|inputs?\b|features?\b|predictors?\b|part\b"
    r"|present|there|place|case|correct|true|right|what|how|something"
    r"|mentioned|documented|stated|taken|charged|levied|allowed|permitted|possible|necessary|appropriate"
    r"|meaningful|exist\w*|arise\w*|occur\w*|happen\w*|enter|figure|feature|play|belong|matter|come|hold|assumed"
    r"|modell?ed|deducted|considered|included|supported|carried|conducted|run|set|an issue|issue|a concern"
    r"|concern|question|consideration|requirement|kept|defined|given|specified|thing|step|undertaken|implemented"
    r"|foreseen|provided for|maintained|intended|planned|envisaged|envisioned|contemplated|prescribed|stipulated|scheduled|practi[sc]ed|observed|sought|attempted|anticipated"
    r"|admitted|authori[sz]ed|sanctioned|pursued|utili[sz]ed|exercised|established|incorporated|effected|executed|introduced|accounted for|obtained|booked"
    r"|take (?:place|effect|part)|form (?:a |any )?part"
    r"|adopted|followed|called for|warranted|option|available|imposed|paid|incurred|its|q{3,}'s|this|describe|concern"
    r"|the (?:day|days|time|times|moment|hour)|when|where|in play|at work|in use|traded|held|bought|sold|eligible|tradable|one of|among|appear|turn up|show up|found|be found|come up|to be found|listed|named|consulted|read|fed|consumed|from (?:the|this|that|its|q+)|how it|how (?:q+|the \w+)|what (?:\w+ ){1,3}|in (?:its|the|this|that|q+)"
    r"|covered|counted|tracked|watched|represented|contained|offered|dealt in|invested in|on (?:the|its) (?:list|menu|table|books?|radar)"
    r"|(?:the|its|their) (?:leverage|gearing|exposure|book|basket|timing|input|source|market|benchmark|multiple|fee|cost|charge|rate|look-?back|window|memory|frequency|rhythm|schedule|execution|fill|price|figure"
    r"|number|value|one|split|data|universe|length|period)\b)"
)
IT_IS_NOT = re.compile(
    rf"^[^;.?]{{0,70}}?(?:[,;:]| -| and| but) ?(?:but |and |yet |though |in fact |only )?(?:it|that|this|they|those|these|there|which|none of (?:it|that|this|them))(?:'s(?! not)|(?='s not))? ?(?:(?:\w+ly|just) )?(?:{BE_NOT}(?=(?: {IN_USE}\b)| (?:in|of|from|for|on|to|part|anywhere|ours|its) ?\b|\s*(?:[.,;:)]|$|at all|here|-))|(?:is|was|are|were) (?:absent|missing|nowhere|unused|gone)\b)"
)
ANSWER = r"[,;:.-] ?(?:and |but )?(?:the |my |its |our )?(?:short |honest |plain |right )?answer (?:is|must be|has to be|would be) (?:a |an )?(?:(?:clear|plain|firm|simple|resounding|straight) )?"
PREMISE_END = re.compile(
    r"\b(?:but|however|whereas|while|although|actually|in (?:fact|reality|truth)|instead|(?:the|its) (?:own )?(?:document\w*|methodology|truth|fact|file|sheet|spec\w*|write-?up|docs|rulebook|(?:notes?|paper|authors?|manual|handbook)(?= (?:\w+ly )?(?:says?|have|has|had|gives?|reads?|states?|puts?|lists?|specif|uses?|tells?|shows?)\b))|yet)\b"
    r"|\bplease (?:read|put|write|say|make it|use)\b|,\s*q{3,}(?: itself)? (?:charges|pays|trades|runs|uses|reads|holds|fills|executes|rebalances|looks|trains|tests|fits|evaluates|scores|measures|works|deducts|borrows)\b"
    r"|\b(?:you|one) (?:should|must|ought to|can|may want to|want to|need to) (?:\w+ )?(?:put|write|read|say|make|have)\b|\b(?:should|must|ought to) (?:be|read|say)\b"
    r"|[;:]|\s-+\s|--|,\s*(?:it|the strategy|the model|this strategy|there|nothing|no|we|they|though|because|since|(?:as|for|given that|seeing that) (?:it|q{3,}|the (?:strategy|model)|there|no|nothing)|q{3,} (?:(?:is|was|does|did|has|can|will)(?: not|n't)|cannot|never|has no|uses no))\b|,\s*which (?!you\b|i\b|we\b|people\b)\w+"
)
_WRONG = (
    r"(?:wrong|incorrect|inaccurate|false|untrue|erroneous|mistaken|misplaced|unfounded|misleading|invented|fictitious|made up|off(?: the mark)?(?=[.,;:]|$)|wide of the mark"
    r"|off(?:-| )limits|off the (?:table|menu|map|cards|list)|out of (?:bounds|the question|place)|taboo|a no-no|ruled out|out of scope|nowhere|too (?:high|low|long|short|often|rare\w*)(?! for\b)"
    r"|(?:(?:a|an|the|pure|sheer|mere|just|plain) )+(?:\w+ )?(?:misconception|myth|mistake|error|mix-up|slip|typo|misreading|misunderstanding|misquotation|confusion|misprint|fiction|invention|fantasy|legend|rumou?r|hearsay|folklore|nonsense|fabrication"
    r"|wrong \w+|tall tale|fairy tale|fable|untruth|falsehood)\b|fiction|hearsay|folklore|nonsense|fantasy|contrary to|at (?:odds|variance) with|(?:in )?(?:conflict|contradiction|breach|violation)|inconsistent with|incompatible with"
    r"|(?:not|hardly|no|never) (?:quite |really )?(?:an? )?(?:fair|apt|proper|faithful|accurate|true|correct|right) (?:description|summary|account|picture|reading|statement|characteri[sz]ation|portrait|word)"
    r"|not (?:quite |at all |even )?(?:correct|right|true|accurate|the case|something|so\b))"
)
FALSE_AFTER = re.compile(
    rf"\b(?:(?:is|are|was|were|would be|will be|would have been|must be|may be|might be|could be|can be|seems|looks|sounds|remains?|stays?|are quite|counts as)|(?<=\w)'s)\s+(?:(?:simply|just|plainly|also|factually|therefore|quite|strictly|entirely|firmly|definitely|certainly|clearly|totally|always) )?{_WRONG}"
    r"|\b(?:rests on|comes from|stems from|goes back to|is based on|belongs? (?:in|to) the realm of|springs from) (?:a|an|some|the)? ?(?:\w+ )?(?:mis\w+|error|mix-up|slip|typo|confusion|fiction|fable|legend|myth)\b"
    r"|\b(?:(?:would|will|could|does|do) )?(?:contradict|violate|breach)(?:s|ed)?\b|\b(?:(?:would|will|could) )?(?:conflict|clash|disagree)(?:s|ed)? with\b|\b(?:(?:would|will) )?(?:goes?|runs?|is|are|be) (?:against|counter to|contrary to)\b"
    r"|\b(?:needs?|wants?|requires?|calls? for|deserves?) (?:a |some )?(?:amend|chang|correct|fix|replac|edit|revis|updat|striking|delet|remov)\w*"
    r"|\b(?:must|should|has to|have to|needs? to|ought to|had better|can) (?:go\b(?! (?:up|down|to|as|into|back|long|short|on|with|for|well|far|much|over|above|beyond|below|under|through|past|higher|lower|from))|be (?:amend|correct|struck|strick|delet|remov|replac|dropp|eras|scrapp|forgotten|discard|disregard|ignored|cross|taken out|put right)\w*)"
    r"|\b(?:was|were|been|is|are) (?:(?:\w+ly )?(?:considered|discussed|tried|tested|weighed|proposed|suggested)(?: once| briefly| too)? (?:and|but)(?: \w+)? )?(?:discarded|rejected|dropped|abandoned|scrapped|given up|phased out|superseded|retired|left behind|turned down|thrown out|vetoed|dismissed|voted down)\b"
    r"|\bbelongs? (?:elsewhere|to (?:your|another|some other|a different|something else|someone else|somebody else|others?\b)|in (?:your|another|some other|a different))\b"
    r"|\b(?:does not|doesn't|do not|don't|did not|didn't|cannot|can't) (?:apply|hold|exist|fit (?:here|q{3,})|describe|match|arise|belong|happen|carry over|appl)\b"
    r"|\b(?:does not|doesn't|do not|don't|did not|didn't) (?:\w+ly )?(?:work|operate|go|function|run|behave|do (?:it|things)) (?:that way|like that|so\b|in that way|as described)"
    r"|\bmust (?:have )?(?:come|be|stem|originate) (?:from )?(?:somewhere|something|some other|another|elsewhere)\b"
    r"|\b(?:does|did) (?:nothing of the (?:sort|kind)|no such thing)\b"
)


def clause_around(text: str, start: int, end: int, boundary: re.Pattern[str] = BOUNDARY) -> tuple[int, int]:
    begin = 0
    for match in boundary.finditer(text, 0, start):
        begin = match.end()
    following = boundary.search(text, end)
    return begin, following.start() if following else len(text)


def quotation_end(text: str, start: int, end: int) -> int:
    """Where the quotation ends in which text[start:end] of a folded passage stands; `end` where it stands in none."""
    closing = text.find('"', end) if text.count('"', 0, start) % 2 else -1
    return end if closing < 0 else closing + 1
