"""Words for holdings that are never changed, and for changes that a signal or a drift sets off."""

import re

from validators.methodology.topics.schedules.frequency import PERIODIC

EVENT = re.compile(
    r"\b(?:whenever|when(?:ever)? (?:the |its |a |an )?(?:signal|trend|rank\w*|regime|momentum|price|weights?"
    r"|drift)|as soon as|each time|every time|only (?:when|if|on)|on (?:each |every |a )?(?:signal|crossover"
    r"|trigger|flip|change)\w*(?: change| flip)?s?\b|signal[- ](?:driven|based|triggered)|event[- ](?:driven"
    r"|based)|once (?:weights|drift)|drift\w* (?:beyond|by|more|exceeds?|outside)|threshold|tolerance band)"
)
NEVER = re.compile(
    r"\b(?:re-?balanc\w+(?: (?:frequency|schedule|interval|rule))? ?[:=|]+ ?(?:never|none|n/a|not (?:applicable|done|used)|no(?= ?$))\b|re-?balanc\w+ (?:never|does not ever) (?:takes? place|happens?|occurs?)|nothing is (?:ever )?(?:re-?balanced(?! (?:on|by) (?:a|any|the) (?:\w+ )?(?:calendar|schedule|clock|timetable))|traded again|changed (?:after|until))"
    r"|(?:holdings?|positions?|portfolio|book) (?:(?:is|are) (?:simply )?(?:left|kept) (?:alone|untouched|unchanged|as (?:it is|they are))|(?:stays?|remains?) (?:as (?:it is|they are)|the same|unchanged|untouched)) (?:after the first|until the (?:very )?(?:end|last)|to the end|throughout|for good)"
    r"|never (?:re-?balanc\w+|trades again|(?:changes?|touch(?:es|ed)?|alters?|revisits?|adjusts?) (?:its |the |a |any )?(?:holdings?|positions?|weights?|portfolio|book|mix)\b|adjusts)|(?:no"
    rf"|without(?: any)?) (?:(?!{'|'.join(PERIODIC)}|\d|(?:fixed|set|regular|scheduled|periodic|calendar)\b)\w+ )?re-?balanc\w+(?! (?:schedule|calendar|dates?|days?|rhythm|timetable|frequency))|(?:is|are|does|do)(?: not|n't)(?: ever)? re-?balanc\w+(?=\W*(?:$"
    r"|at all|and|;|\.|,|after))|(?:holdings?|positions?|weights?|weighting|portfolio|book|mix|they|shares|stocks|funds|etfs|legs|pair|basket|allocation|names|exposure|it)(?:,? once [\w ]{2,16}?,?)? (?:is|are|were|gets?) never (?:\w+ )?(?:touch|chang|alter|revisit|adjust|traded|re-?balanc|re-?set|sold)\w*|buys? and (?:then )?holds?|buy-and-hold (?:strategy|portfolio|rule|approach)"
    r"|not re-?balanced at all|(?:(?:is|are|stays?) (?:fixed|set|chosen|settled|frozen) (?:at the (?:start|outset|beginning)|in advance|on day one|on the first day),? (?:and|then) (?:is |are |then )*(?:never|not)\b)|(?:is|are|bought|set|fixed|chosen|picked|invested|weighted) once and (?:for all|then (?:left|kept|held|never|forgotten)|never (?:touched|changed|looked at|revisited|altered))"
    r"|(?:initial|first|starting|original|opening) (?:weights|allocation|holdings?|positions?|purchases?|portfolio|mix|book) (?:is|are|stays?|remains?) (?:\w+ )?(?:kept|final|unchanged|untouched|in place|held|the last|the only|never)"
    r"|(?:lets?|letting|left|leaves?) (?:its |the |all )?(?:weights|holdings|positions|funds|stocks|portfolio|mix|allocation) (?:to )?(?:drift|run|float|grow)(?: \w+)? (?:for ever|forever|for good|unchecked|to the (?:very )?end|throughout|indefinitely|without (?:ever|any|further)))\b"
)


NO_CALENDAR = re.compile(
    r"\b(?:no|without(?: an?| any)?|not (?:on|tied to|bound to) (?:an?|any|the)) (?:(?:fixed|set|regular|rebalanc\w+|trading|predetermined|scheduled|periodic) )*"
    r"(?:calendar(?! (?:days?|weeks?|months?|quarters?|years?))|schedule|timetable|rebalanc\w+ (?:dates?|days?)|(?<=fixed )(?:dates?|days?|rhythm)|(?<=set )(?:dates?|days?|rhythm))\b"
    r"|\b(?:calendar|schedule)\b ?[:=|-]+ ?none\b|\b(?:event|signal)[- ]driven\b"
    r"|\b(?:(?:only|solely) (?:when|if|on|after)|whenever|each time|every time|as soon as) (?:the |its |a |an |one of its )?(?:\w+ )?signals? (?:flip|change|turn|switch|cross|fire|come|appear|aris|arriv|occur|trigger|call|demand|sa(?:y|id))\w*"
    r"|\b(?:not|never) (?:by|to|on|according to) (?:the|a|any) (?:calendar|clock|schedule|timetable)\b"
)


_CROSSING = r"(?:cross(?:es|ed)?|touch(?:es|ed)?|reach(?:es|ed)?|breaks?|breach(?:es|ed)?|falls?|fell|rises?|rose|moves?|moved|drifts?|drifted|strays?|strayed|flips?|turns?|turned|changes?|changed|widens?|narrows?|climbs?|drops?|exceeds?|leaves?|slips?|jumps?|loses?|lost|wanders?|deviates?|is (?:off|out of|above|below|beyond)|has (?:drifted|strayed|moved|changed|risen|fallen|left|crossed|overtaken)|overtakes?|appears?|fires?|comes in|gives|reports|files|announces|publishes)"
TRIGGERED = re.compile(  # "the moment the spread crosses its mean, the pair is sold"
    rf"(?:\bas soon as|\bthe (?:very )?(?:moment|instant|minute|second|day)(?: that| when)?|\bwhenever|\b(?:each|every|any) time(?: that)?|\bno sooner|\bonly (?:when|once|after|if)) (?:(?!(?:month|quarter|week|year|ranking)\b)[\w'%.-]+ ){{1,5}}?{_CROSSING}\b[^.;]{{0,70}}?,? (?:(?:it|q{{3,}}|the (?:strategy|model|system)) (?:\w+ )?(?:trades|rebalances|acts|switches|sells|buys|adjusts|moves|exits|enters|reacts|resets)"
    r"|(?:pair|legs?|position|positions|holdings?|fund|funds|stocks?|weights?|exposure|orders?|portfolio|book|it|everything|money|both|trades?) (?:is|are|gets?|goes?) (?:\w+ )?(?:sold|bought|closed|opened|traded|adjusted|reset|rebalanced|switched|swapped|replaced|dropped|changed|sent|out|moved|unwound|placed|made|brought))\b"
    r"|\bon (?:whichever|whatever|any) day (?:that )?(?:the |a |its )?[\w -]{2,40}?(?:is|are|was|were|gets?) (?:hit|crossed|reached|touched|broken|breached|exceeded|given|met)\b"
    rf"|\b(?:orders?|trades?|changes?|act(?:s|ed) (?:up)?on|rebalanc\w+|adjustments?|switch\w*|transactions?|positions?|weights?|exposure|holdings?) (?:\w+ ){{0,3}}?(?:as soon as|the (?:very )?(?:moment|instant|minute)|whenever|each time|every time|only (?:when|once|if)) (?:(?!(?:month|quarter|week|year|ranking)\b)[\w'%.-]+ ){{1,5}}?{_CROSSING}\b"
)
AT_ANY_RATE = re.compile(  # "reset every month, change or no change"
    r"\b(?:(?:change|flip|switch|signal|drift|move) or no (?:change|flip|switch|signal|drift|move)|whether (?:or not )?(?:the |its |a |an )?(?:\w+ ){1,3}?(?:has |have |had )?(?:changed|flipped|switched|moved|drifted|changes|flips|switches)(?: or not)?"
    r"|(?:even|also) (?:when|if|where) (?:the |its |no )?(?:\w+ ){1,3}?(?:is|are|has|have|stays?|remains?)(?: (?:the same|unchanged|not (?:changed|flipped|moved|switched)|not|still)|n't (?:changed|flipped|moved|switched))|(?:regardless|irrespective) of (?:the |its |any |whether )?(?:\w+ ){0,3}?(?:states?|signals?|changes?|regimes?|drifts?))\b"
)
ONLY_ON_CHANGE = re.compile(
    r"\b(?:only (?:when|if|on|upon|at|after)|when(?:ever)?|upon|unless)\b[^,;]{0,50}?\b(?:chang|flip|switch|cross|trigger|drift|mov|stray|leav|turn)"
)
