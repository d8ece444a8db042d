"""What tells that something named in a passage is what the strategy may hold."""

import re

_THINGS = (
    r"(?:funds?|assets?|etfs?|names?|stocks?|tickers?|instruments?|markets?|securities|symbols?|products?|contracts?|coins?"
    r"|pairs?|equities|holdings|companies|underlyings?)"
)
NOUN = (
    r"(?:(?:eligible|permitted|allowed|admissible|admitted|traded|tradable|tradeable|investable|in scope|on offer)(?= ?:| (?:are|is)\b)|universe|menu|basket|legs|(?:(?<=one )|(?<=this )|(?<=single )|(?<=same ))(?:aisle|pond|pool|shelf|corner|group|circle|club|stable|family|shop|store|set)(?=(?: only| alone)? ?:)|(?:play|playing) ?field|field of play|playground|arena|playing field|hunting ground|opportunity set|shopping list|watch-?list|whitelist|line-?up|roster"
    r"|(?:its|the strategy's|q{3,}'s) (?:\w+ )?(?:world|domain|territory|turf|realm|sphere|remit|home(?: ground| turf| market)?|bread and butter|habitat|terrain|patch|field|fare|diet|prey|reach)|ponds?(?= of)|eyes only(?= for)"
    r"|following(?= (?:\w+ )?(?:\w+ )?(?:may|can|is|are|get|gets|could|shall) (?:\w+ )?(?:be )?(?:bought|sold|traded|held|owned|ranked|considered|picked|chosen|eligible))"
    r"|underlyings?|instruments?|tickers?|symbols?|constituents|candidates?|tradables?|investables?|asset class(?:es)?"
    rf"|(?:eligible|investable|investible|tradable|tradeable|permitted|allowed|admissible|traded|admitted|covered|chosen|opportunity|candidate|asset|investment|instrument"
    rf"|security|stock|fund|selection|product|trading) (?:{_THINGS}|sets?|lists?|range|scope|pool|space|coverage|vehicles?)"
    rf"|(?:lists?|set|pool|range|choice|group|handful|collection|selection) of(?= (?:\w+ )?$)|(?:lists?|set|pool|range|choice) of (?:\w+ ){{0,2}}?{_THINGS}|(?:fund|asset|stock|instrument|ticker) lists?"
    r"|(?:assets|names|members|holdings|securities|(?<!calm )(?<!rough )(?<!bear )(?<!bull )(?<!falling )(?<!rising )(?<!quiet )(?<!volatile )(?<!choppy )(?<!trending )markets|funds|etfs|stocks|pool|scope|vehicles?|coverage|pair|selection|portfolio|book|(?<!watch)lists?)(?=(?: \w+ly| always| only| then)? ?(?::|=|-|\(|(?:under|it|the strategy|q+|that|which|in|what"
    r"|used|considered|traded|ranked|held|eligible|here|for|of)\b|(?:is|are|was|were|consists?|comprises?|includes?|contains?|covers|spans|has|have|counts|numbers|comes? from)\b)))"
)
_NOUN = re.compile(rf"(?<![\w-]){NOUN}(?![\w-])")
_VERB = re.compile(
    r"(?<![\w-])(?:compares?|comparing|pairs?(?= [a-z]+ (?:with|and|against))|times(?= )|forecasts?|predicts?|sorts|scans|refuses?|rejects?|accepts?|admits?|takes? (?:only|just|any|nothing but)|puts? (?:its |the |all )?(?:money|capital|cash) (?:in|into|on)|(?<!to )trad(?:es?|ed|ing)(?! (?:costs?|days?|fees?|sessions?|volumes?|rules?|signals?|calendar|hours|frequency"
    r"|price|prices|at the|below|above|dates?|months?|weeks?|range|systems?|idea|halt|history))|h[eo]lds?(?! (?:out|back|aside|up|true|for))|holding(?! (?:out|back|periods?))"
    r"|buys?(?! (?:signals?|orders?))|buying|sells?(?! (?:signals?|orders?))|selling|bought|sold|owns?(?= )|owning|invest(?:s|ed|ing)?|rotat(?:es?|ed|ing)|switch(?:es|ed|ing)?"
    r"|cho(?:oses?|osing|sen)|pick(?:s|ed|ing)?|select(?:s|ed|ing)?|selection|allocat(?:es?|ed|ing)|rank(?:s|ed|ing)?|scor(?:es?|ed|ing)"
    r"|(?:restrict(?:s|ed)?|limit(?:s|ed)?|confin(?:es?|ed)) (?:\w+ )?to|operat(?:es?|ed|ing)|work(?:s|ed|ing)? (?:(?:\w+ly|only|just) )?(?:on|with|in|over|across|for)|deals? (?:in|with)|dealing in"
    r"|appl(?:y|ies|ied) (?:(?:the|this|its|these|that|it|them) (?:\w+ )?)?to|(?:refers?|relates?|pertains?) (?:\w+ )?to|(?:figures?|numbers?|results?|returns?|record|backtest|test|run|simulation) (?:\w+ )?(?:concerns?|(?:is|are|was|were) (?:\w+ )?(?:for|of|about))|follow(?:s|ed)?|tracks|applicable to|consider(?:s|ed|ing)?|screen(?:s|ed|ing)?|(?:runs?|ran|running|(?:back-?)?tested|(?:back-?)?tests?|evaluated|built|developed|designed|calibrated|play(?:s|ed)?|bets?|betting"
    r"|speculat(?:es|ing)|act(?:s|ed)?|focus(?:es|ed|ing)?|concentrat(?:es|ed|ing)|deployed|active|implemented|conducted|performed|carried out) (?:\w+ )?(?:on|over|across|around|for|in|with|from|out of|up of)|covers|covering|dr(?:aws?|awn|awing) (?:\w+ )?(?:from|on|upon)"
    r"|(?:to )?do with|cycl(?:es|ing) (?:through|between)|mov(?:es|ing) (?:\w+ )?(?:between|among|amongst|across)|(?:stick|keep)(?:s|ing)? (?:\w+ )?to|(?:do(?:es|ing)?|mak(?:es?|ing)) (?:its |any )?business (?:\w+ )?(?:with|in)|(?:is|are) (?:\w+ )?about|goes into|flows? into|long(?= )|short(?=s? )"
    r"|(?:it|universe|list|basket|portfolio|book|pool|q{3,}) (?:also |even )?(?:includes?|contains?|comprises?)|position(?:s|ed)? (?:\w+ ){0,3}?in|exposures? (?:\w+ )?to|exposed to|lives? in|at home in|scal(?:es|ed|ing)(?= (?:an? |the |its )?(?:mix|basket|position|portfolio|book|combination|blend|exposure|holding)\b)|spans|spread (?:over|across)|stays in|touch(?:es|ed)?|composed of|diversified (?:over|across)|made up of)(?![\w-])"
)
_PAST = re.compile(
    r"\b(?<!\bnever )(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bbeing )(?<! bought and )(?<!bought or )(?<!sold or )(?<!sold and )(?:bought|sold|held|went|moved|switched|had|purchased|invested|rotated|stayed|(?:was|were|been|being) (?:long|short|flat))\b"
)
_TRADES_COUNTED = re.compile(
    r"(?:\d|\b(?:many|more|fewer|most|few|some|several|no|number of|winning|losing|hundred|total|were|was|had|made|did"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozen|average))[ -]$"
)
_OUTCOME = re.compile(
    r"\b(?:returned|gained|lost|earned|made|cagr|sharpe|sortino|drawdowns?|returns? of|return was|profit|p&l|pnl|ended|win rate|hit rate"
    r"|outperform\w*|dearly|contributed|volatility of|fell|rose|grew)\b[^;]{0,60}?\d"
)
_BREAK = re.compile(
    r"[;.?!]|\b(?:when|if|because|whenever|while|whereas|since|unless|where|after|before|once|than|but|based on|depending on"
    r"|according to|by comparing|benchmark\w*|as (?:soon|long|it|prices?|markets?|q+))\b"
)
_NOT_HELD = re.compile(
    r"\b(?:benchmarks?|versus|vs\.?|against|than|unlike|compar(?:ed|es|ing)|relative to|proxy|yardstick|correlat\w+|(?:volatility|direction|level|path|rise|fall|rebound|moves?|movements?|outlook|fate|course|future|price) of|(?:predict|forecast|guess)\w*|returns? (?:of|on)"
    r"|news (?:on|about|for)|data (?:from|on|for|of)|prices? (?:from|of|for)|quotes? (?:from|of|for)|quoted in|priced in|feeds? from|beat|beats|outperform\w*|lag\w*|trail\w*"
    r"|substitute for|instead of|rather than|hedged?|looks? like|exchange|listed on|traded on|fell|rose)(?: (?:the|a|an|its|with|to|of|in|on|for|both|itself))*[ (:]*$"
)
_NOT_HELD_AFTER = re.compile(
    r"^[^.;,]{0,50}\b(?:is|was|serves|as|makes|being) (?:an? |the |its |our )?(?:\w+ ){0,2}(?:benchmark|yardstick|comparison|hurdle|baseline)\b|^(?:'s)?[ )]*(?:(?:is|was|serves?|served|acts?|acted|as|being|used|only|there|just|merely|stands?|comes? in|the|a|an|our|its|for|chosen|taken|data) ){1,6}(?:benchmarks?|yardstick|comparison|reference|proxy|hurdle|baseline)"
    r"|^(?:'s)?[ )]*(?:index )?(?:fell|rose|gained|lost|returned?|returns|yielded|closed|closes|climbed|dropped|leads?|led|outperform\w*|momentum|signal|data|prices|changes? hands|close\b|news|options? (?:data|chains?)|implied|notional|margin|volatility|earnings|benchmark|total return)\b"
)
_AFTER = re.compile(
    r"^[^.;:!]{0,50}?(?:\b(?:is|are|was|were|be|been|being|gets?|can|may|could|shall|ever|get|remain)(?: not| never|n't| \w+ly| all| also| still| even| ever| both| only| the| what| part of| in| among| one of| it's| allowed| to| be| a){0,4} "
    r"(?:off[- ]limits|out of (?:bounds|scope|the question)|in scope|fair game|off the (?:table|menu|list)|on the (?:table|menu|list)|ruled (?:out|in)|left (?:out|aside|alone)|missing|absent|omitted|skipped|shunned|avoided|rejected|refused|dismissed|chosen|added|named|entered|put in|taken|accepted|welcomed|compared|timed|sorted|scanned|needed|paired|matched|juggled|forecast|predicted|kept|excluded|barred|banned|forbidden|welcome|traded|bought|sold|held|eligible|ranked|scored|looked at|analy[sz]ed|valued|considered|tradable|tradeable|investable|admitted|allowed|permitted|qualif\w+|candidates?|screened|rotated|touched|picked|dealt in|invested in|owned|played|covered|included|(?:it|(?:the|this|our|that) (?:strategy|model|system|rules?|backtest|portfolio)|q+) (?:\w+ )?"
    r"(?:(?:has|is allowed|is free|is able|gets) to )?(?:deals? in|works? with|speculates? in|trades?|holds?|buys?|sells?|picks?|chooses?|choose|selects?|ranks?|invests?|rotates?|considers?|plays?|owns?|is run on|draws|touch\w*)"
    rf"|(?:its|the strategy's|the|q+'s) (?:\w+ )?(?:{NOUN}|assets?|holdings|members|markets|funds|names|pairs|contracts|currencies|shares|stocks))"
    rf"|\b(?:(?:is|are|was|were|form|forms|being|counts? as|remains?) (?:\w+ly )?(?:all |both |also |still )?)?(?:a )?(?:part|members?|among|one|some) of (?:the|its|our) (?:\w+ )?(?:{NOUN}|lists?)\b"
    r"|\b(?:one|members?) of (?:them|the (?:two|three|four|five|six|seven|eight|nine|ten|dozen))\b|\bcompletes? the (?:two|three|four|five|six|seven|eight|nine|ten|dozen)\b"
    r"|\b(?:on|in) (?:the|its) (?:\w+ )?lists?\b|\b(?:is|are|sits?|go(?:es)?|lies?|stays?) (?:\w+ )?in(?:to|side)? (?:the|its) (?:\w+ )?(?:portfolio|book|mix|basket|account|universe|rotation|ranking)\b"
    r"|\b(?:is|are|makes?|forms?|serves? as) (?:a|an|the|another) (?:second|third|fourth|fifth|further|extra|additional|other|tenth|new) (?:leg|fund|asset|name|holding|member|position|instrument|market|stock|share|candidate|sector)\b"
    r"|\b(?:not|no|never|n't|hardly) (?:a )?(?:part|one|any|some) of (?:what|those|the \w+|anything|it\b|its|q+)"
    r"|\b(?:has|have|had|finds?) (?:no|its|their|a)(?: own)? (?:place|part|role|business|room|home|slice|share|weight|seat|slot) (?:here|in|within|on)\b|\b(?:is|are) (?:none of|no) (?:its|the strategy's|q+'s) (?:business|concern)|\b(?:comes?|enters?) into (?:question|consideration|play|the running|it)\b|\b(?:is|are) in the running\b"
    r"|\b(?:is|are|was|were|remains?|stays?) (?:the|its|q+'s) (?:only|sole|single|one|one and only) (?:thing|market|asset|instrument|security|fund|stock|name|ticker|symbol|holding|underlying|coin|contract|index|currency|pair)s?\b"
    r"|,? (?:as|among|amongst|in|within|outside) (?:its|the strategy's|q+'s) (?:\w+ )?(?:assets|holdings|members|markets|funds|names|positions|securities|candidates)\b"
    rf"|,? (?:as|among|amongst|in|within|outside|into|enter|belong to|inside) (?:its |the |q+'s )?(?:\w+ )?(?:{NOUN}|(?:things|those|ones|assets|what|names|markets)(?= (?:that |which )?(?:it|(?:the|this|our|that) (?:strategy|model|system|rules?|backtest|portfolio)|q+)\b))"
    r"|\b(?:ever )?(?:enters?|gets? into|makes? it into|lands? in|finds? (?:its|their) way into) (?:its|the|q+'s) (?:own )?(?:book|portfolio|account|basket|holdings)\b"
    r"|\b(?:in|inside|within) (?:its|the strategy's|q+'s) (?:own )?(?:book|portfolio|account|basket|depot|hands|holdings)\b"
    r"|\b(?:make|makes|form|forms|constitute|constitutes|comprise|comprises|complete|completes) (?:up )?(?:its|the|q+'s)(?: \w+){0,2}? (?:universe|world|menu|basket|pool|roster|list|portfolio|book|set|selection)"
    r"|\b(?:qualif(?:y|ies)|gets? (?:half|a third|equal|the same))\b|\b(?:it|(?:the|this|our|that) (?:strategy|model|system|rules?|backtest|portfolio)|q+|that) (?:can |may |will |ever |only |actually |also ){0,3}(?:trades?|holds?|buys?|sells?|picks? from|chooses? from|selects? from|invests? in|rotates?|chooses between|owns?|is allowed to))\b"
)
_NEAR_AFTER = re.compile(
    r"^ (?:for|in) q{3,}(?=[;,.]|$| and )|^[ -](?:\w+[ -])?(?:universe|basket|pool|menu|strategy|portfolio|rule|system|book|rotation|only)\b|^[, ]+(?:and )?(?:nothing|no \w+|not(?:hing)? (?:more|else))\b"
)
_PLACED_IN = re.compile(
    r"\b(?:capital|money|longs?|shorts?|legs?|rules?|portfolio|book|bets?|positions?|weights?|wagers?|sits?|stakes?)\b[^.;,]{0,40}?"
    r"\b(?:in|to|on|into|from|among|amongst|between|across|of|over|as)(?: (?!which\b|that\b|them\b|it\b)[\w-]+){0,3}[ :]+$"
)
_LEAVES = re.compile(
    r"\b(?:leaves?|leaving) (?!the market\b|cash\b)(?:(?!(?:in|for|with|at|while|holds?|held)\b)[\w&,'-]+ ){0,9}$"
)
_ALONE = re.compile(r"[^.;:]{0,50}? (?:(?:well )?alone|untouched|aside|be|to others)\b")
_OUT = r"(?:left (?:out|alone|aside)|excluded|barred|banned|dropped|removed|shunned|avoided|omitted|kept out|ruled out|ignored|skipped|dodged|no part|not (?:on (?:offer|the (?:menu|list|table))|in the (?:list|pool|running|universe|mix)|part))"
_PUT_OUT = re.compile(
    rf"(?: such as [\w ]{{1,30}}?| like [\w ]{{1,30}}?| [\w-]+)? (?:is|are|was|were|has been|have been|gets?|stays?|remains?) (?:\w+ )?{_OUT}\b(?! (?:at|by) (?:the )?(?:end|close))"
    r"|,? (?:and|or) (?:[\w-]+ ){1,3}(?:being )?(?:left (?:out|aside)|excluded|omitted|barred)\b"
)
_EXCEPTED = re.compile(
    r",? (?:being )?(?:left (?:out|aside)|removed|dropped|(?:filtered|screened|taken|stripped|weeded) out|excluded|excepted|omitted|barred|exempted?|set aside|not (?:included|counted)|aside(?=[.,;)]|$))\b"
)
_WITHOUT = re.compile(
    r"[\w),] \(?(?:ex|except(?:ing)?|excluding|excl\.?|but not|without|minus|less|bar(?:ring)?|save)(?: for)?(?: the| any| all)? $"
)
_ONLY_AFTER = re.compile(
    r"^,? ?\(?(?:only(?! (?:when|if|on|after|while|once|at|as|in|for|during|to|because|until|where))|alone|exclusively"
    r"|and (?:in |with |into )?(?:nothing|not (?:a|one|any) (?:single )?(?:thing|other)) ?(?:else|more|besides|beyond|apart)?(?=[.,;!)]|$)|and (?:in |with |into )?nothing (?:else|more|besides)|and no (?:other|one else)\w*|nothing (?:else|more)|no (?:other|others)|full stop|, period|and that's (?:it|all))\b|^,? (?:is|are) (?:all|the only)\b"
)
_ON_IT = re.compile(r" (?:on|in) it\b|\)? (?:makes?|forms?|is|are) (?:up )?(?:only )?(?:a )?part of\b")
_MAKES_UP = re.compile(r"(?=[^.;:]{0,16}(?:make|form))(?!.{0,30}\b(?:part|some|half|most|much|a \w+) of\b)")
_ONLY = re.compile(
    r"\b(?:only(?! indirectly)|just|solely|exclusively|purely|nothing (?:but|other than|besides)|no more than|single|restrict\w*|limit\w*|confin\w*|(?:sticks?|keeps?) to|exactly|sole|(?:whole|entire|complete|full)(?= (?:list|universe|set|menu|range)))\b"
)
_PARTIAL = re.compile(
    r"\b(?:includ\w+|contains?|such as|e\.g\.|like(?! (?:this|these))|for example|among (?:them|others)|one of|part of|say|(?:covered|represented|supplied|filled|accounted for|stood for|tracked) (?:by|with|through|via)|comes? (?:in )?(?:through|via|by way of))\b"
)


def is_traded(text: str, start: int, end: int, *, reach: int = 60) -> tuple[bool, bool]:
    """Whether text[start:end] is told to be what a strategy may hold, and whether it is told to be all of that."""
    left = text[_last_break(text, start) : start]
    if _is_beside(left, text[end : end + 90]):
        return False, False
    if is_avoided(text, start, end):
        return True, False
    following = text[end : end + 110]
    only = _ONLY_AFTER.match(following) is not None
    noun = next(reversed(list(_NOUN.finditer(left))), None)
    if noun is not None and len(left) - noun.end() <= 2 * reach:
        between = left[noun.start() :]
        some = _PARTIAL.search(between) or _ON_IT.match(following)
        return True, only or not some or _ONLY.search(left) is not None
    if _OUTCOME.search(text):
        return False, False
    verb = next((match for match in reversed(list(_VERB.finditer(left))) if not _is_noun(left, match)), None)
    if verb is not None and len(left) - verb.end() <= reach and not _PAST.search(left):
        return True, only or (_ONLY.search(left) is not None and not _PARTIAL.search(left))
    if _PLACED_IN.search(left) and not _PAST.search(left):
        return True, only or _ONLY.search(left) is not None
    if _AFTER.match(following) or _NEAR_AFTER.match(following):
        return True, only or _ONLY.search(left[-12:]) is not None or _MAKES_UP.match(following) is not None
    return False, False


def is_avoided(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is told to be left alone."""
    left = text[max(start - 70, 0) : start]
    return _PUT_OUT.match(text, end) is not None or (
        _LEAVES.search(left) is not None and _ALONE.match(text, end, end + 80) is not None
    )


def is_excepted(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is only what a wider kind is without ("the largest coins, stablecoins left out")."""
    return _EXCEPTED.match(text, end) is not None or _WITHOUT.search(text, max(start - 24, 0), start) is not None


def may_be_traded(text: str, start: int, end: int) -> bool:
    """Whether nothing tells that text[start:end] is anything but what a strategy may hold."""
    left = text[_last_break(text, start) : start]
    return not (_is_beside(left, text[end : end + 90]) or _OUTCOME.search(text) or _PAST.search(left))


_SAID_OF = re.compile(
    r"(?:\b(?:it's|it is|they're|they are|this is|these are|(?:you're|you are|we're|we are) (?:looking at|talking about|dealing with|left with)|that(?:'s| is|'d be| would be)(?= (?:a|an|all|the|only|just)\b))|(?:^|[.;:,] |\b(?:while|whereas|and|but|that) )(?:for |in |with )?(?:q{3,}|it|the strategy)(?:'s)?(?: (?!not\b)[\w-]+){0,3}? (?:in|on|with|from|is|among|across|to|between))(?: (?:a|an|the|all|every|each|any|only|just|both|mostly|purely|of|member|members|constituents?|main|major|largest|biggest|most|liquid)){0,4} $"
    r"|\b(?:an?|the|this|its) (?:[\w-]+ ){0,3}?(?:strategy|system|model|approach|bot|method|recipe|programme|algorithm|trader|rulebook) (?:for|on|in|across|over|around)(?: (?:the|all|only|just))? $"
    r"|\b(?:document\w*|methodology|rulebook|q{3,})\b[^.;:,]{0,30} (?:lists?|names?|mentions?|specif(?:y|ies)|allows?|permits?|admits?|provides? for|foresees?) (?:the |only |just )*$"
)


def is_said_of(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is said of the strategy by hardly more than a preposition ("q in bonds", "it feeds on bonds")."""
    left = text[_last_break(text, start) : start]
    return (_SAID_OF.search(left) is not None) and may_be_traded(text, start, end)


_OF_ANOTHER_MATTER = re.compile(
    r"[%$€£?]|\b(?:data|prices?|priced|quotes?|news|compar\w+|benchmark\w*|crash\w*|cris[ie]s|examples?|e\.g|like|features?|train\w*|test\w*|signals?|volatil\w*|correlat\w+|returns?|fees?|costs?|spreads?|bps|tax\w*|dividends?|reports?|risks?|learn\w*|fitted|borrow\w*|lever\w*|margin|short|"
    r"days?|weeks?|months?|years?|performance|drawdowns?|sharpe|market|typical\w*|usual\w*|most|many|other|others|exchange|hedge\w*|result\w*|you|your|would|could|might|document\w*|forecast\w*|weights?|split|if|when|because|since|while|volume|open|close|fill\w*|orders?|neither|than|however|though|often|sometimes|moved|bought|sold|went)\b"
)


def is_plainly_of(text: str, start: int, end: int) -> bool:
    """Whether a short passage speaks of nothing but what is held, as far as can be told."""
    return len(text) <= 90 and not _OF_ANOTHER_MATTER.search(text) and may_be_traded(text, start, end)


def _is_beside(left: str, following: str) -> bool:
    """Whether something is only measured, compared with or quoted."""
    return _NOT_HELD.search(left) is not None or _NOT_HELD_AFTER.match(following) is not None


def _last_break(text: str, start: int) -> int:
    begin = max(start - 160, 0)
    for match in _BREAK.finditer(text, begin, start):
        begin = match.end()
    return begin


def _is_noun(text: str, verb: re.Match[str]) -> bool:
    """Whether "trades" are counted, not done ("92 trades in SPY")."""
    return (
        verb[0].startswith(("trad", "hold", "buy", "sell"))
        and _TRADES_COUNTED.search(text, 0, verb.start()) is not None
    )
