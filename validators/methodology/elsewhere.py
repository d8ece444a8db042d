"""Whether words are said of something other than the strategy as it is documented: of other people's, of an earlier or a coming version, of an
offer to try something else."""

import re

_LEAD = r"(?:^|[.;:] |[,(] (?:and|but|while|whereas|though|although|as|unlike) )\W{0,3}(?:(?:of course|usually|often|typically|in general|(?:you're|you are) (?:quite )?right that|(?:it's|it is) true that|i know(?: that)?|fair enough|by contrast|in contrast|for comparison|elsewhere|(?:also,? |do |please |just |again,? )?(?:note|remember|mind|keep in mind|bear in mind|be aware|recall|consider)(?: too| also)? that|also|that said|besides|in (?:practice|reality)|and|but|so|yet|today|indeed|right|sure|true|granted|yes|no|well|okay|ok|agreed|admittedly),? ){0,2}"
_KIND = r"(?:strateg(?:y|ies)|models?|funds?|managers?|shops?|houses?|firms?|traders?|investors?|systems?|followers?|books?|portfolios?|pipelines?|teams?|desks?|quants?|papers?|stud(?:y|ies)|textbooks?|authors?|people|folks?|guys|members|users|hobbyists|amateurs|beginners|bloggers|posters|vendors?|brokers?|arbitrageurs|practitioners?|providers?|programs?|programmes?|approach(?:es)?|methods?|algorithms?|bots?|rivals?|peers?|competitors?|products?|etfs?|classifiers?|networks?|learners?|backtests?|simulations?|researchers?|projects?|ctas?|hedge funds?|ind(?:ex|ices)(?! (?:levels?|funds?))|benchmarks?)"
_GENERIC = re.compile(
    rf"{_LEAD}(?:(?:most|much|a lot|half|many|some) of (?:the (?:stuff|things|ones|rest|posts)|what) (?:(?:that )?(?:people|folks|members|others|users|you|we|they|everybody|everyone) (?:here )?(?:post|see|share|find|run|trade|build|write|do)s?)|(?:many|most|some|several|few|other|others|(?:plenty|lots|a lot|loads|tons|a majority|the majority|a few|a number|half|some|many|most) of(?: the| our)?|numerous|certain|various|rival|competing|typical|ordinary|traditional|conventional|an? (?:typical|average|ordinary|standard|conventional|usual|normal|textbook|generic|run-of-the-mill)|the (?:typical|average|usual|ordinary)|any|anyone's|other people's)"
    rf" (?:of (?:the|our|its) (?:other |usual )?)?(?:[\w/-]+ ){{0,3}}?{_KIND}|an? (?:textbook|classic|classical|academic|canonical|plain[- ]vanilla) (?:[\w-]+ ){{0,2}}?(?:trade|rule|set-?up|implementation|recipe)|most of us|others|plenty of us|some|(?:everybody|everyone|nearly everybody|almost everybody|almost everyone|the crowd)(?: else)?|(?:your|my|his|her|their) (?:\w+ )?(?:pals?|mates?|budd(?:y|ies)|friends?|colleagues?|neighbou?rs?|cousins?|boss|uncle|brother|sister|teacher|flatmates?)(?:'s? [\w-]+)?)(?: (?:out there|(?:round|around|over|in) (?:here|there)|here|there|on (?:this|the) (?:forum|board|list|site|channel)|in (?:this|the) (?:club|forum|group)|(?:in|of|on|from|within) (?:this|these|our|the same) (?:corner|space|field|area|niche|sector|segment|world|business|industry|genre|style|kind|category|league|class|line|camp)))?\b(?! of (?:its|the|these|those|our))"
)
_NAMED_OTHERS = re.compile(  # "Binance's standard taker fee is …", "Fama and French sort stocks each June"
    rf"{_LEAD}(?:for [\w -]{{2,24}},? )?(?:(?:(?:fama(?: and |-)french|fama|french|carhart|faber|meb faber|antonacci|jegadeesh(?: and titman)?|markowitz|donchian|the turtles|bollinger|asness|aqr|bridgewater|renaissance|vanguard|blackrock|risk[- ]parity funds|trend followers)(?:'s? \w+| portfolios| factors)?"
    r"|(?:momentum|value|size|quality|low-volatility) (?:factors|premia|portfolios))(?= (?:\w+ly |often |usually )?(?!(?:data|closes|bars)\b)\w+)"
    r"|(?:binance|coinbase|kraken|bybit|okx|interactive brokers|ibkr|ib|schwab|fidelity|robinhood|degiro|saxo|eurex|cme|cboe|ice|nyse|nasdaq|euronext|the exchange)(?:'s)? (?:(?:standard|usual|normal|base|regular|lowest|cheapest|maker|taker|retail) )*(?:fees?|tariffs?|rates?|commissions?|charges?|takes|asks|uses|sets|computes|calculates|defines|fixes|determines)"
    r"|(?!(?:it|this|that|they|we|these|there|so|and|but|q+)\b)[\w-]+(?: [\w-]+)?(?=, for (?:example|instance), \w+s\b)"
    r"|(?!(?:it|its|we|our|this|these|they|the|here|there|you|signals|positions|orders|weights|trades|holdings|fills|costs|fees|results|features|parameters|returns|prices|q+)\b)(?:[\w-]+ ){0,2}[\w-]+s(?= (?:usually|normally|often|generally|mostly) (?!(?:is|are|was|were)\b)\w+)"
    r"|(?:his|her|(?:this|that) (?:author|paper|book)'s) (?:[\w-]+ ){0,3}(?:models?|strateg(?:y|ies)|versions?|rules?|papers?|books?|systems?|funds?|firms?|portfolios?)"
    r"|(?:simpler?|plain|early|earlier|older|naive|classic|academic|other|most) (?:versions|variants|forms|implementations)(?: (?:on|of|with|in|using) [\w -]{3,30}?)?(?= (?!(?:has|have|had|does|is|are)n't\b)\w+)"
    r"|(?:academic|published|scholarly|empirical|practical) (?:work|research|literature|practice)(?: (?:on|in|about|into) [\w -]{3,40}?)?(?= (?:\w+ly |often )?(?:uses?|relies|tends|takes|sorts|ranks|finds?|assumes?|looks|goes|has|works|trades|charges|fits|reports)\b)"
    r"|(?:ucits|hedge|mutual|pension|target-date) funds(?= (?:\w+ly |usually |often )?(?:are|have|can|may|must|pay|charge|use|run|hold)\b)"
    r"|typical (?:[\w/-]+ ){0,3}?\w+s(?= (?:are|include|use|span|range|look|take|rely|come|go|have|run|would)\b)"
    r"|(?:the |an? )?(?:small\w*|large\w*|bigger|big|retail|institutional|private|professional|cheap|expensive) (?:accounts?|customers?|clients?|funds|ctas|managers|banks|houses|desks|institutions|investors?|traders?|players|exchanges?|brokers?)(?= (?:\w+ly |usually |often )?(?:pay|pays|charge|charges|get|gets|use|uses|trade|trades|have|has|would|may|might)\b))"
)
_OTHER_HOLDING = re.compile(
    rf"{_LEAD}(?:for (?:what it's worth|reference|comparison|context),? )?an? (?:[\w/-]+ ){{0,4}}?(?:portfolio|basket|benchmark|fund|index|mix|allocation|investor|holder|trader|strategy|approach|holding)\b[^.;:,]{{0,50}}? (?:did|returned|lost|made|gained|fell|rose|earned|performed|beat|trailed|outperformed|underperformed|lagged|came out|ended|finished|would|could|might)\b"
)
_AS_A_TRADER = re.compile(
    rf"{_LEAD}as an? (?:\w+ ){{0,2}}?(?:trader|investor|client|customer|individual|saver),? (?:you|one)\b"
)
_SHOULD = re.compile(rf"{_LEAD}should (?:you|we|one|i|they|it|anyone|someone|the|its|costs?|fees?|[\w-]+ (?:be|rise|fall|go|change|prefer|want))\b(?![^.;]*\?)")  # fmt: skip
_IN_A_WORLD = re.compile(
    rf"{_LEAD}(?:in|under|on|with) (?:an?|some|such an?|any) (?:[\w-]+ ){{0,3}}?(?:world|market|scenario|environment|case|model|strategy|system|network)\b"
)
_TO_BE_CHANGED = re.compile(
    r"\b(?:must|should|(?:has|have|needs?|ought) to|can|may) (?:then |also |first )?be (?:changed|adapted|adjusted|altered|moved|switched|raised|lowered|extended|shortened|lengthened|re-?done|re-?run) (?:accordingly|too|as well|likewise)\b[^.;]{0,80}$"
)
_WOULD = re.compile(r"[^.;:]{0,120}?(?:\b(?:would|could|might)\b|\b(?:you|one|we|it|they|there|i)'d\b)")
_OWN = re.compile(
    r"(?:^|[,;:(] |\b(?:and|but|while|whereas|though|so|because|since|as|than|that|where|when|if|which) )it\b|\bit (?:is|was|has|does|uses|trades|runs)\b|, (?:is|are|was|were|has|have|does)\b"
    r"|\b(?:its|this|these|q{3,}|we|our|ours|here|the (?:strategy|model|rules?|system|portfolio|book|backtest|simulation|account|signal|document\w*|methodology))\b|(?<!\bal)[;.] "
)
_OWN_AFTER = re.compile(
    r"\b(?:original|published|documented|official|q{3,}|the (?:strategy|model|document\w*|methodology))\b|[;.] "
)
_IS_OURS = re.compile(  # "any vendor that has … will do, as that's what the strategy reads"
    r"(?: \w+){0,3}? ?(?:,|;| -+| \()? ?(?:as |since |because |for |and )?(?:that|this|which|it)(?:'s| is)? (?:exactly |just |all )?(?:(?:what|how|where) (?:it|q{3,}|we|(?:the|this) (?:strategy|model|rules?|backtest|system|one))\b|(?:it|q{3,}|(?:the|this) (?:strategy|model|backtest|system)) (?:uses|reads|takes|needs|assumes)\b)"
)
_YOURS = re.compile(  # "your clone seems to be edited, if it charges 1 bp", "the sandbox lets you use a split"
    r"\b(?:whatever|what|anything|everything)(?: else)? (?:you|one|an investor) (?:already |otherwise |also )?(?:owns?|holds?|have|has)\b"
    r"|\b(?:your|his|her|their|somebody's|someone's) (?:own )?(?:[\w-]+ )?(?:clones?|cop(?:y|ies)|forks?|variants?|edits?|builds?|instances?|set-?ups?|sandbox(?:es)?|modifications?|adaptations?|re-?builds?|customi[sz]ations?)\b"
    r"|\b(?:sandbox|editor|platform|app|simulator|builder|interface|settings page|menu|tool|configurator|software|product)\b[^.;:]{0,50}? (?:lets?|allows?|enables?|offers?|permits?|supports?|has (?:an?|the) (?:\w+ )?(?:switch|option|setting|toggle|button|field))\b"
)
_STUDIED = re.compile(  # "it goes back to Lakonishok and Smidt, who studied 90 years of the Dow"
    r"(?<!authors), who (?:first |originally |later |also |\w+ly )?(?:studied|looked at|examined|tested|used|found|documented|reported|showed|measured|analy[sz]ed|worked with|covered|ran|took|ranked|sorted|formed|traded)\b[^.;:]*"
)
_CITED = re.compile(  # "Do and Faff (2010) document the decline on daily data", "Lim and Zohren found that …"
    r"(?:\b[\w'-]+(?:,? (?:and|&) [\w-]+| et al\.?)? \((?:19|20)\d\d\) (?:\w+ly |also |first )?(?!is\b|was\b|are\b|were\b)\w+"
    r"|(?:^|[.;:] )(?!(?:we|it|they|i|the|our|a|an|this|tests?|results?|trials|nobody|you)\b)(?:[\w'-]+,? ){1,5}(?<!we )(?<!it )(?<!they )(?<!tests )(?<!authors )(?:find|found|document(?:ed)?|show(?:ed)?|report(?:ed)?|argue[ds]?|conclude[ds]?) that\b)[^;]*"
)
_WHO_DO = re.compile(  # "window dressing by fund managers who rebalance at quarter-end"
    r"\b(?:managers|investors|traders|dealers|people|clients|brokers|arbitrageurs|institutions|insurers|hedgers|speculators|savers|banks|producers|employees|academics|funds|ctas|quants) (?:who|that|which) [^.;:,]*"
)
_OF_ACCOUNT = re.compile(  # "an IRA can't borrow"
    r"\b(?:iras?|401\(?k\)?s?|isas?|sipps?|(?:retirement|pension|cash|custodial|taxable) (?:accounts?|plans?)|ucits|reg(?:ulation)? t|custodians?|regulators?) (?:\w+ly )?(?:can(?:'t|not)?|don't|do(?:es)?(?:n't| not)?|may|must|allows?|lets?|won't|caps?|limits?|requires?|forbids?|bars?|permits?)\b[^.;:,]*"
)
_OF_MARKET = re.compile(  # "crypto trades around the clock, so …"
    r"\b(?:crypto\w*|bitcoin|coins|perp\w*|fx|forex|currencies|futures|(?:stock |futures |crypto )?(?:markets?|exchanges?)) (?:\w+ly )?(?:trades?|(?:are|is) (?:traded|open)|never (?:sleeps?|closes?)|runs?) (?:around the clock|24/7|24 hours|all (?:day|night|week)|day and night|(?:on|at|over) weekends|through the (?:night|weekend)|seven days)[^.;:,]*"
    r"|\b(?:russell|s&p|index|msci|ftse|nasdaq|dow)(?: [\d,]+)?(?: (?:universe|membership|list|index))? (?:is|gets) (?:itself )?(?:reconstituted|rebalanced|reviewed|reshuffled|redrawn|updated)\b[^.;:]*"
    r"|\b(?!(?:orders|positions|signals|weights)\b)[\w-]+s (?:rarely|seldom|hardly(?: ever)?|barely) trade\b[^.;:,]*"
)
_IDEAS = re.compile(  # a list of what might be tried
    r"^[^.;]{0,60}\b(?:ideas|suggestions|improvements|extensions|experiments|enhancements|next steps|things to (?:try|do|test|explore)|(?:i|you|one|we)(?:'d| would| could| might) (?:try|do|change|test|explore|improve|look)|worth (?:trying|testing|exploring)|what to try|could be (?:tried|improved|changed))[^.;:]{0,30} : "
)
_TENDS = re.compile(
    rf"{_LEAD}(?!(?:it|its|we|our|this|these|they|q+)\b)[^,;.:]{{0,60}}? (?:tends?|is apt|are apt|is prone|are prone) to\b"
)


_PUBLISHED = r"(?:news-?letters?|fact ?-?sheets?|bulletins?|briefings?|commentar(?:y|ies)|notes?|web ?(?:sites?|pages?)|dashboards?|e-?mails?|mailings?|letters?|updates?|subscribers?|(?<!annual )(?<!quarterly )(?<!company )reports?)"
_ISSUED = r"(?:(?:comes?|came|goes|go|went|sent|send|sends|mail(?:s|ed)?|given|put) (?:out|to)\b|(?:is|are|was|were|gets?|being) (?:\w+ly )?(?:published|issued|refreshed|updated|sent|mailed|posted|released|circulated|distributed|e-?mailed|printed|renewed)|appears?|arrives?|on request)"
_IS_PUBLISHED = re.compile(  # "our newsletter comes out quarterly, and the fact sheet is refreshed once a month"
    rf"\b{_PUBLISHED}\b[^.;:]{{0,60}}?\b{_ISSUED}|\b(?:we|i) (?:send|mail|publish|issue|e-?mail|post|write)\b[^.;:]{{0,40}}?\b{_PUBLISHED}\b"
)

_ADVISED = re.compile(  # "look at ten years of history before you trust any backtest"
    r"(?:^|[.;:] )\W{0,3}(?:(?:please|always|first|then|just|do|generally|as a (?:\w+ )?(?:rule|tip|precaution)|(?:a |one |my |the )?(?:\w+ )?(?:rule of thumb|tip|advice|suggestion|hint)|(?:before|if|when) you [^.;:,]{1,50}),?:? )*"
    r"(?:split|look|test|compare|check|wait|keep(?! in mind)|take|hold|spread|stagger|start|allow|give|think|ask|budget|watch|read|study|review|wait|paper-trade|set|stick|walk|follow|track|try|run)\b(?! (?:is|are|was|were)\b)[^.;:]*"
)
_TO_READER = re.compile(r"\b(?:before|if|when|unless|until|so that|so|once|as long as|whenever) you\b|\byours?\b")


def is_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] of a folded sentence tells what others do, what was or may be done, or what is offered to be tried."""
    if _TO_BE_CHANGED.search(text, 0, start):
        return True
    for advice in _ADVISED.finditer(text):
        if advice.start() <= start < advice.end() and _TO_READER.search(advice[0]) and not _OWN.search(advice[0]):
            return True
    if any(not _OWN_AFTER.search(text, own.end(), start) for own in _YOURS.finditer(text, 0, start)):
        return True
    if any(issued.start() <= end + 60 and start <= issued.end() + 30 for issued in _IS_PUBLISHED.finditer(text)):
        return True
    if any(
        told.start() <= start < told.end()
        for others in (_STUDIED, _CITED, _WHO_DO, _OF_ACCOUNT, _OF_MARKET)
        for told in others.finditer(text)
    ):
        return True
    ideas = _IDEAS.match(text)
    if ideas is not None and ideas.end() <= start and not _OWN.search(text, ideas.end()):
        return True
    for found in _TENDS.finditer(text, 0, min(end + 40, len(text))):
        if not re.search(r"[;.] |\b(?:but|whereas|while)\b", text[found.end() : start]):
            return True
    world = _IN_A_WORLD.search(text, 0, end + 20)
    if world is not None and world.start() <= start < world.end() and _WOULD.match(text, end):
        return True
    if _IS_OURS.match(text, end):
        return False
    for subject in (_GENERIC, _NAMED_OTHERS, _OTHER_HOLDING):
        for found in subject.finditer(text, 0, start if subject is _GENERIC else min(end + 60, len(text))):
            between = text[found.end() : start]
            if found.start() <= start and not _OWN.search(between):
                return True
    return any(
        not re.search(r"[;.] |\b(?:but|whereas|today|now)\b", text[found.end() : start])
        for opening in (_SHOULD, _AS_A_TRADER)
        for found in opening.finditer(text, 0, start)
    )
