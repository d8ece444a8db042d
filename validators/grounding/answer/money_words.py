"""Words of losing and of gaining money, in all their forms.

Verbs are given by their base form where they are regular, nouns in the singular. `LOSS` and `GAIN` tell by themselves which way a
number went; `WEAK_GAIN` are gains that a minus may follow ("earned -2%"); `MAY_BE_LOSS` are too loose to tell more than that a
number may be one.
"""

_VOWELS = "aeiou"
_DOUBLED = frozenset("shed drop slip dip let sag slim trim skim chop lop clip rob strip dim ebb rip net".split())


def _forms(verbs: str) -> frozenset[str]:
    """Regular verbs in every form: "erode" → erode, erodes, eroded, eroding."""
    found = set()
    for verb in verbs.split():
        stem = verb.removesuffix("e")
        if verb.endswith("y") and verb[-2] not in _VOWELS:
            found |= {verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"}
        elif verb in _DOUBLED:
            found |= {verb, f"{verb}s", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"}
        else:
            plural = f"{verb}es" if verb.endswith(("ss", "sh", "ch", "x", "z")) else f"{verb}s"
            found |= {verb, plural, f"{stem}ed", f"{stem}ing"}
    return frozenset(found)


def _plurals(nouns: str) -> frozenset[str]:
    return frozenset(form for noun in nouns.split() for form in (noun, noun + ("es" if noun[-1] in "sh" else "s")))


_LOSING = _forms(
    "drop decline slip slump plunge plummet tumble decrease contract dip retreat surrender burn crash collapse forfeit concede relinquish "
    "squander erode erase wipe drain haemorrhage hemorrhage leak waste fritter sacrifice nosedive crater tank crumble dwindle deflate "
    "depreciate devalue sag droop backslide recede ebb evaporate vaporise vaporize torch incinerate destroy reduce stumble regress "
    "dissipate obliterate annihilate decimate deplete diminish"
) | frozenset(
    "lost lose loses losing fall falls fell fallen falling slid slide slides sliding shed sheds shedding sink sinks sank sunk sinking "
    "shrink shrinks shrank shrunk shrunken shrinking bled bleed bleeds bleeding burnt blew blown forgo forgoes forwent forgone forgoing "
    "forsook forsaken".split()
)
_LOSS_NOUNS = _plurals(
    "loss deficit shortfall drawdown haircut setback contraction shrinkage erosion depreciation depletion writedown writeoff markdown "
    "giveback wipeout washout impairment forfeiture downturn downdraft hole dent"
)
LOSS = _LOSING | _LOSS_NOUNS | frozenset("down negative minus underwater lower unprofitably".split())
AFTER_LOSS = _LOSS_NOUNS | frozenset(
    "decline declines drop drops fall falls decrease decreases slump slide dip plunge tumble retreat negative underwater collapse crash "
    "nosedive reversal".split()
)
WEAK_GAIN = frozenset(
    "netted net booked booking books profit profits profited earned earn earns earning made plus higher".split()
)
GAIN = (
    WEAK_GAIN
    | _forms(
        "gain climb increase advance jump surge soar rally add appreciate rocket skyrocket balloon accrue accumulate amass reap pocket bank garner "
        "rebound bounce recoup collect"
    )
    | frozenset(
        "up rise rises rose risen rising grow grows grew grown growing leap leaps leapt leaping swell swells swelled swollen won positive surplus "
        "windfall uplift upswing".split()
    )
)
AFTER_GAIN = frozenset(
    "gain gains profit profits increase increases rise growth advance surplus windfall uplift rally climb jump surge upswing "
    "appreciation".split()
)
# Too loose to tell a loss by themselves: what follows may still be one.
MAY_BE_LOSS = (
    _LOSING
    | (LOSS | AFTER_LOSS) - {"drawdown", "drawdowns"}
    | _plurals(
        "damage cost toll penalty charge bite casualty casualties bruise sting reverse wound bloodbath rout pain misery minus"
    )
    | _forms(
        "hurt damage suffer lag trail vanish disappear melt dent shave knock slice chop lop peel skim trim carve slash dock strip rob deprive relieve "
        "punish hammer batter pummel maul savage ravage gut sting cripple wreck ruin trash mangle chew gobble devour swallow consume nibble "
        "disappoint struggle underperform weaken deteriorate worsen fail backfire unravel implode capitulate languish claw gnaw "
        "hamper penalise penalize detract subtract withdraw"
    )
    | frozenset(
        "cost costs costing took takes take taken taking gave give gives giving ate eat eats eaten eating cut cuts cutting hit hits hitting "
        "hurt hurts stung bit bitten threw thrown throws gone went going missing poor poorer poorly worse red off "
        "unprofitable losing loser losers south behind short beneath below under lighter smaller less "
        "dearly pricey sorry grim dismal bleak painful shrunken weak dire miserable famine adverse unfavourable unfavorable "
        "disappointing".split()
    )
)

_OWNERS = (
    r"(?:(?:the|its|your|their|our|his|her|my|an?|any|every|each|all|those|these) )?(?:\w+ )?(?:investors?|(?:share)?holders?|savers?|clients?|traders?|followers?|"
    r"owners?|buyers?|believers?|subscribers?|people|any(?:one|body)|every(?:one|body)|whoever|it|you|us|me|them|him|her|accounts?|portfolio|book|fund|strategy|"
    r"model|capital|equity|wallet|stake|pot|savings|money|desk|sleeve|system|\ue000)"
)
# what may stand between a saying and its number
_UP_TO = (
    r"(?:,? (?:to the tune of|namely|i\.e\.,?|that is|by))?(?:\s(?!(?:to|from|at|and|or|but|while|whereas|than|versus|vs|against|with|which|who|that|when|where|"
    r"is|was|are|were|returned|ends?|ended|has|had)\b)[^\s.;:,()\d]{1,14}){0,4}:?\s?[^\w\s.;]{0,4}$"
)
_BATTERED = r"hit|hits|hitting|stung|punished|clobbered|hammered|dinged|mauled|whacked|walloped"
_BLOW = r"hit|beating|bath|haircut|knock|blow|hammering|pounding|licking|hiding|pasting|thrashing|dent|reverse|reversal|reduction|hole"
_ADRIFT = r"in(?:to)? the red|in the hole|in negative territory|poorer|worse off|lighter|out of pocket|(?:under|below) (?:water|par|zero|cost)|in arrears|behind by|short by|to the bad"
LOSS_BEFORE = (
    r"\b(?:(?:g[ai]v(?:e|es|en|ing)|hand(?:s|ed|ing)?|thr[eo]w(?:s|n|ing)?|fritter\w*|trad(?:e|es|ed|ing)|gambl\w+|sign(?:s|ed|ing)?|wast\w+|toss\w*|"
    r"squander\w*)(?:\s\w+){0,2}?\s(?:away|back|up)"
    r"|hand(?:s|ed|ing)?\s(?:over\sto\s|to\s)?the\s(?:market|house|other side|broker)s?"
    rf"|(?:cost(?:s|ing)?|dock(?:s|ed|ing)?)\s{_OWNERS}|sets?(?:ting)?\s{_OWNERS}\sback|(?:left|leav\w+)\s{_OWNERS}\s(?:short|poorer|lighter|down)|cost money|went missing|red ink (?:of|worth|totall?ing)"
    rf"|(?:rob|depriv|strip|reliev)\w*\s{_OWNERS}\sof|(?:{_BATTERED})\s(?:{_OWNERS}\s)?(?:for|by|to the tune of)|part(?:s|ed|ing)? with|(?:good-?bye|farewell|adieu) to"
    rf"|(?:burn|chew|eat|rip|tear|plough|plow)\w*\s(?:through|up|into)|(?:ate|tore|blew|burnt)\s(?:through|up|into)|{_ADRIFT}|destroy\w*"
    r"|(?:go|goes|went|gone|going|ran|run|runs|travel\w*|head\w*|mov\w+)\s(?:backwards?|south|downhill)"
    r"|(?:shr[aiu]nk\w*|bl[e]+d\w*|erod\w+|forfeit\w*|dwindl\w+|h(?:a)?emorrhag\w+)\b(?:(?!\bto\b)[^.;,\d]){0,44}$"
    r"|(?:los(?:t|es?|ing)|f[ea]ll(?:s|ing)?|declin\w+|deplet\w+|contract\w*|depreciat\w+|melt\w*|decay\w*|s[aiu]nk\w*|wast\w+|wither\w*)\b(?:\s\w+){0,4}\sat\s(?:an?\s)?(?:\w+\s){0,2}$"
    rf"|(?:took|tak(?:es?|ing)|suffer\w*|sustain\w*|incur\w*|absorb\w*|endur\w*|dealt|meant|inflict\w*|left)\s(?:an?|the)\s(?:\w+\s)?(?:{_BLOW})(?:\s(?:of|worth))?){_UP_TO}"
)
# "shaved 12% off the account", "took a further 3% out of it"
CUT_BEFORE = (
    r"\b(?:shav\w+|knock\w*|tak(?:e|es|en|ing)|took|chop\w*|lop\w*|strip\w*|cuts?|cutting|carv\w+|slic\w+|skim\w*|peel\w*|trim\w*|clip\w*|hack\w*|scrap\w+|rip\w*|"
    r"tore|torn|tear\w*|rub\w*|wip\w+|bit|bit(?:e|es|ing|ten)|slash\w*|suck\w*|claw\w*|eras\w+|drain\w*|siphon\w*|whittl\w+|par(?:e|es|ed|ing)|bl[eo]w\w*)"
    r"(?:\s(?:away|off|out|an?|about|around|roughly|some|another|further|over|nearly|almost|only|just|fully)){0,3}\s?[^\w\s.;]{0,3}$"
)
CUT_AFTER = r"\s(?:[^\s.;:,()\d]{1,12}\s){0,2}?(?:off|out of|from|away)\b"
_WENT = r"los(?:t|ing)|wiped|erased|burn(?:ed|t)|squandered|forfeit(?:ed)?|shed|surrendered|given (?:up|back|away)|handed back|destroyed|eaten|drained|shaved|knocked|taken off|thrown away|missing"
_GONE = r"(?:gone|vanish|evaporat|disappear|melt|went up in smoke|went down|go(?:es)? up in smoke)"
_WATER = r"(?:zero|water|par\b|break-?even|nil|nought|naught|cost\b|where (?:it|they|you|we|the \w+) (?:had |have |has )?(?:start|set|beg)|(?:its|the|your|their) (?:start|opening|initial|stake|outset))"
_PUT_IN = r"(?:what|when|where) (?:you|we|it|they|I|the \w+) (?:had |have |has )?(?:put|invest|start|beg|paid|open|deposit|set out)"
LOSS_AFTER = (
    r"[ )*_]{0,3}(?:(?:a|per|each|every) (?:year|month|trade|annum) )?(?:poorer|worse off|lighter|out of pocket|in(?:to)? the (?:red|hole)|in arrears|to the bad|on the wrong side of|down\b(?! from| to\b)|of (?:red ink|damage)|(?:\w+ )?(?:hit|blow|knock|beating|hammering|pounding)\b(?! (?:rate|ratio|prob\w*))|lower\b(?! than)|"
    rf"(?:smaller|lower|less) than {_PUT_IN}|(?:below|beneath|under) {_WATER}|off (?:(?:the|its|your|their|his|her|my|our|any|all) )?(?:\w+ )?(?:accounts?|capital|equity|stake|start\w*|initial|opening|pot|money|investments?|value|balance|portfolio|book|wealth|savings|nest egg|fund|principal|total|top|bottom line|peak|high)\b|short of|(?:of (?:it|them|(?:the |your |its |their |our |that )?(?:\w+ )?(?:accounts?|capital|equity|stake|money|investment|value|balance|portfolio|book|wealth|savings|fund|sum|pot)) )?(?:(?:is|was|are|were|has|have|had|been|being|got|simply|just|now) ){{0,3}}"
    rf"(?:(?:{_WENT})\b|{_GONE}))"
)
GAIN_BEFORE = (
    r"\b(?:(?:tack|put|pil|pack)\w* on|(?:rak|haul|reel|pull|bring|brought)\w* in|gr[eo]w\w* (?:the \w+ )?at|ahead by|in the black|in the green|in positive territory|richer|better off|in pocket|to the good)"
    + _UP_TO
)
GAIN_AFTER = (
    rf"[ )*_]{{0,3}}(?:(?:a|per|each|every) (?:year|month|trade|annum) )?(?:richer|better off|in pocket|in the black|in the green|to the good|up(?=[.,;]|$)|higher\b(?! than)|(?:larger|bigger|higher|greater|more) than {_PUT_IN}|above {_WATER}|"
    r"(?:was|were|is|are|has been) (?:gained|earned|added|won|made|banked|pocketed))"
)
# words of which a saying before a number has one: without them it need not be looked for
SAYING_WORDS = (
    _forms(
        "hand fritter trade gamble sign waste toss squander dock rob deprive strip relieve punish clobber hammer ding maul whack wallop part burn chew rip "
        "plough plow destroy travel head move erode forfeit dwindle haemorrhage hemorrhage decline deplete contract depreciate melt decay wither suffer "
        "sustain incur absorb endure inflict tack pile pack rake haul reel pull"
    )
    | _plurals(
        "loss decline drop fall deficit shortfall decrease setback haircut contraction erosion slump plunge damage dent hole profit gain increase rise surplus windfall"
    )
    | frozenset(
        "give gives gave given giving throw throws threw thrown throwing cost costs costing set sets setting left leave leaves leaving went red hit hits hitting stung bye "
        "goodbye farewell adieu eat eats eating eaten ate tear tears tearing tore torn blew burnt territory poorer worse lighter pocket water par zero arrears behind short bad "
        "go goes gone going ran run runs running shrink shrinks shrank shrunk shrinking shrunken bled bleed bleeds bleeding lost lose loses losing fell falling falls sink sinks "
        "sank sunk sinking took take takes taking dealt meant put bring brings bringing brought ahead black green richer better good grow grows grew grown growing negative positive".split()
    )
)
