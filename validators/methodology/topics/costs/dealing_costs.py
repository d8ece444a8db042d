"""What is charged and what is free, in words without an amount: one way only, a charge on the whole, other charges besides."""

import re
from collections.abc import Iterator

_BUY = r"(?:buy(?:s|ing|ers?)?|purchas(?:e[sd]?|ing)|entr(?:y|ies)|enter(?:s|ing)?|open(?:s|ed|ing)?|getting in|going in|the way in|acquisitions?|bought)"
_SELL = r"(?:sell(?:s|ing|ers?)?|sales?|exit(?:s|ing)?|leav(?:es?|ing)|clos(?:e[sd]?|ing)|getting out|going out|the way out|disposals?|sold|liquidations?)"
_SIDE = rf"(?:{_BUY}|{_SELL})"
_CHARGE = r"(?:fees?|costs?|commissions?|charg(?:es?|ed|ing)|brokerage|levied|levies|billed|due|payable|incurs?|incurred|pays?|paid|taxed|deducted)"
_NOTHING = r"(?:free of (?:charge|(?:any )?cost|(?:any )?fees?)|for free|at no (?:cost|charge)|(?:costs?|pays?|is charged|are charged|incurs?|carr(?:y|ies)|bears?) (?:nothing|none|no (?:fee|cost|charge|commission)\w*)|(?:goes?|comes?|go|gets?|is|are) (?:without|scot-free|uncharged|exempt|spared|free(?! to\b))|(?:is|are) not (?:charged|taxed|billed|levied)|exempt|without (?:a |any )?(?:fee|cost|charge|commission)s?)"
ONE_WAY = re.compile(
    rf"\b(?:only|just|solely|exclusively|nothing but|alone) (?:the |a |on |for |when |upon |at |to |an |is |are |the side |\w+ (?:is|are) )*(?:\w+ )?{_SIDE}(?: [\w-]+){{0,4}}? (?:(?:is|are|gets?) (?:\w+ )?{_CHARGE}|(?:incurs?|bears?|pays?|costs?|carr(?:y|ies)|attracts?) (?:an? |the |any )?(?:\w+ )?(?:{_CHARGE}|anything|money))\b"
    rf"|\b{_CHARGE}(?: [\w-]+){{0,3}}? (?:only|just|solely|exclusively) (?:the |a |on |for |when |upon |at |to |an |while |once |positions? |it |one |due |charged |payable |levied |taken |applied |incurred )*(?:\w+ (?:is|are|gets?) )?{_SIDE}\b(?! and| or|,? and)"
    rf"|\b{_CHARGE}(?: (?!not\b|never\b)[\w-]+){{0,4}}? (?:on|for|when|upon|at) (?:the |an? )?{_SIDE} (?:only|alone|exclusively)\b"
    rf"|\b(?:only|just|solely) (?:on|for|when|upon|at) (?:the |an? |it )?{_SIDE}\b[^.;:]{{0,30}}\b{_CHARGE}\b"
    rf"|\b{_SIDE}(?: (?!and\b|or\b|nor\b|but\b|while\b|whereas\b)[\w'-]+){{0,5}}? {_NOTHING}\b"
    rf"|\bnothing (?:is |to be |gets |has to be )?{_CHARGE} (?:on|for|when|upon|at|by) (?:the |an? |it )?{_SIDE}\b(?! (?:and|or|nor|besides|beyond))"
    rf"|\b(?:on|for|at|when) {_SIDE} (?:and|but) (?:nothing|none|zero) (?:on|for|at|when) {_SIDE}\b"
    rf"|\b(?:one-sided|single-sided|one-way) (?:fees?|charges?|costs?|commissions?) (?:only|on (?:the )?{_SIDE})"
)
_HOLDING = r"(?:portfolio|holdings?|positions?|account|book|value|equity|assets|exposure|balance)"
ON_CHANGE = (
    r"only (?:the )?(?:differences?|changes?|what (?:is traded|changes hands|moves|trades)|part that (?:is|has)|turnover)|(?:of|on|to|for) (?:the |what(?:ever)? |its )?(?:traded (?:worth|value|amount|part|notional|volume)|(?:worth|value|amount|part|notional|sum)(?: that (?:is|gets|was))? (?:traded|dealt|turned over)|(?:is|gets|was) (?:traded|bought or sold)|changes hands|(?:worth|value|amount|money|stock) (?:that |which )?changes hands|turnover|differences?|changes? in)|(?:worth|value|amount) that changes hands",
    rf"{_CHARGE}(?: [\w-]+){{0,5}}? (?:on|for|of|to) (?:the |its |your )?(?:whole|entire|full|total|complete) {_HOLDING}|(?:whole|entire|full|complete) {_HOLDING} (?:is|are|gets?|has to be) (?:\w+ )?{_CHARGE}|(?:traded|changed|moved|touched|sold|bought) or (?:not|un\w+)|whether (?:or not )?(?:it|anything|something|they) (?:is traded|trades?|changes?|moves?|is bought)(?: or not)?|even (?:if|when|on days when|where) (?:nothing|no \w+) (?:is traded|trades|changes|moves|is bought|takes place)|(?:fees?|costs?|charges?) (?:\w+ )?(?:accrues?|falls? due) (?:daily|every day|each day|while|even)",
)
OTHERS = (  # not those that are said to come with the fee
    r"(?:performance|management|advisory|custody|administration|platform|account|exchange|clearing|ticket|minimum|monthly|annual|yearly|subscription|inactivity|entry|exit|success|incentive|regulatory|licen[cs]e|maintenance|redemption|settlement) (?:fees?|charges?|commissions?)(?! (?:come|comes|are|is) (?:\w+ )?(?:on top|extra|added|included|separate))|carried interest",
    r"no (?:other|further|additional|more) (?:costs?|fees?|charges?|expenses?)|(?:only|sole|single|one) (?:cost|fee|charge|expense)(?= (?:that|which|there|it|is|in|modelled|charged))|nothing else (?:is |gets )?(?:charged|deducted|paid|levied|costs)|no (?:\w+ )?costs? (?:besides|beyond|other than|apart from)",
)

_COSTS = r"(?:(?:trading |transaction |dealing |execution |broker's )?(?:fees?|costs?|commissions?|charges?|frictions?)|brokerage)"
NO_COSTS = re.compile(
    rf"\b{_COSTS} of (?:zero|nil|nothing|none)\b"
    rf"|\b{_COSTS} (?:\w+ )?(?:plays?|has|have|takes?) no (?:part|role|place|bearing)(?! (?:in|on) (?:the |that |this |its |any )?(?:\w+ )?(?:forecasts?|predictions?|models?|signals?|rank\w*|decisions?|choices?|labels?|targets?|scores?|training|rules?|fit|fitting|selection)\b)|\b{_COSTS} (?:do|does)(?: not|n't) (?:enter|feature|figure|appear|exist|matter|reduce|diminish|come (?:in|off)|arise|count|bite)|\b{_COSTS} (?:(?:is|are) )?(?:stays?|kept|left|remains?) (?:out|outside|aside)\b"
    rf"|\b(?:leaves?|keeps?|sets?) (?:the |all |any )?{_COSTS} (?:out\b|aside)|\b(?:forgets?|abstracts?|looks away) (?:about |from )(?:the |all |any )?{_COSTS}\b|\b{_COSTS} (?:is|are) (?:wished away|forgotten|taken as zero|treated as zero|put at (?:zero|nothing)|no part of)"
    r"|\b(?:not a|no|never a) (?:single )?(?:penny|cent|dollar|basis point) (?:is|gets|of [\w ]{1,20} is)? ?(?:charged|deducted|paid|levied|taken|lost to)"
    rf"|\bas (?:if|though) (?:trading|trades|dealing|buying and selling|orders) (?:were|was|cost) (?:free|nothing|costless)|\bwithout (?:any |a )?(?:charge|fee|commission)\b|\b(?:trad\w+|orders?|dealing|execution|switching|rotating|buying and selling|purchases and sales) (?:\w+ )?(?:is|are|comes?|goes?) (?:costless|gratis|free of charge|uncharged|for free|at no charge)"
    r"|\bnothing (?:is|gets) (?:\w+ )?(?:taken|knocked|shaved|docked|subtracted|deducted|charged|paid)(?: off| away)? (?:for|when|on|as|at|to the broker)\b(?! (?:holding|top|the way|cash|borrow|entry|exit|purchase|sale|buy|sell))"
    rf"|\b(?:charges?|deducts?|levies|pays?|takes?) neither\b|\bneither (?:charges?|deducts?|levies|pays?) (?:for|on)\b"
)

_LENT = re.compile(r"\b(?:borrow\w*|lend\w*|lent|loans?)\b")


def one_way(text: str) -> Iterator[re.Match[str]]:
    """Where a text says that one side of a trade is free."""
    for match in ONE_WAY.finditer(text):
        free = re.search(rf"{_NOTHING}$", match[0])
        both = re.search(rf"{_BUY}.{{0,40}}{_SELL}|{_SELL}.{{0,40}}{_BUY}", match[0]) is not None
        if not (both and free) and not _LENT.search(text, max(match.start() - 40, 0), match.end()):
            yield match
