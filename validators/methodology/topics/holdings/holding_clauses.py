"""Clauses that tell of what is held, and of nothing else."""

import re

from validators.methodology.clauses import clause_around

_HOLDING = re.compile(
    r"\b(?:sleeves?|buckets?|one of (?:them|the|its)|(?:is|are)(?: not|n't| also| even)? in it|no [\w ]{2,20} in it|comes? (?:in )?(?:through|via|by way of)|covered by|(?:bonds?|stocks?|equit(?:y|ies)|shares|gold|real estate|treasur(?:y|ies)|commodit(?:y|ies)|cash|metals?)(?: \w+)? (?:part|portion|side|piece|slice)|for (?:\w+ )?(?:bonds?|stocks?|equities|shares|gold|real estate|treasuries|commodities|metals)(?: exposure)?,? (?:it|q{3,}|the \w+) (?:uses|takes|has|goes to)|universe|pool|lists?|menu|basket|roster|portfolio|book|allocation|allocates?|mix(?:ed)?|weights?|positions?|legs?|sides?|slots?|places?|seats?|budget|refuge|shelter|haven"
    r"|trad(?:e|es|ed|ing|able)|h[eo]lds?|holding|owns?|owned|owning|buys?|buying|bought|sells?|selling|sold|shorts?|shorted|longs?|long (?:and|or) short|picks|picked|picking|choos\w+|chosen|selects?|selected|rank(?:s|ed|ing)?|sort(?:s|ed)?|scor(?:es?|ed)"
    r"|eligible|qualif\w+|includ\w+|admit\w*|represented|candidates?|members?|constituents?|complete[sd]?|rounds? out|make up|makes up|accounts? for|suppl(?:y|ies)|joins?|joined|alongside|next to|stands? (?:opposite|in|for|beside)|put on|between|spread"
    r"|juggles?|deals? in|dealt|invest\w*|rotates?|switch\w*|moves? (?:between|into)|on offer|on board|in the running|consideration|confined|restricted|limited|only|alone|exclusively|paired|pairs?|fall back|share of|part of|third of|half of|fifth of|quarter of|a bet on|exposures?|touch(?:es|ed)?|barred|bars|excluded|left out|dropped|shunned|avoided|bets?|plays?|welcome|allowed|permitted|busy|among|added|contribut\w*|screen(?:s|ed)?|follow(?:s|ed)?|consider(?:s|ed)?|compris\w+|consists?|cover(?:s|ed|ing)?|spans?|sticks? (?:to|with)|gets? in|swim|go(?:es)? for|goes after|removed|filtered|find|see)\b"
)
_OF_ANOTHER_MATTER = re.compile(
    r"[%$€£?]|\b(?:\d+ trades|how|why|whether|beat|beats|beaten|won(?!'t)|wins?|worked|outperform\w*|concentration|accuracy|evidence|survivorship|data|charge[sd]?|charging|stamp|duty|levied|notional|prices? (?:of|for|in|are|is|come)|priced(?! (?:above|below|over|under|between|at least))|quotes?|quoted|vendors?|feeds?|news|benchmark\w*|crash\w*|cris[ie]s|examples?|e\.g|features?|inputs?|indicators?|predictors?|train\w*|tested|tests?|(?<!low-)(?<!low )volatil\w*|correlat\w+|beta|returned|returns? of|fees?|costs?|commissions?|bps|tax\w*|dividends?|reports?|learn\w*|fitted|borrow\w*"
    r"|margin|financ(?:e|es|ed|ing)|performance|drawdowns?|sharpe|typical\w*|usual\w*|usually|others|other strateg\w+|hedge\w*|results?|would|could|might|lik(?:e|es)|(?<!high )(?<!high-)yields?|inflation|gained|lost|fell|rose|rall(?:y|ied|ies)|surged|slump\w*|jumped|went|moved|earned|made(?! up| of)|did|than|unlike|versus its|hours?|session|calendar|holidays?|closed|opens?|converted|denominated|expressed|currency risk|tone|tweets|inventor(?:y|ies)|reserve|central bank|bank holidays?|business days?|bank accounts?|wind|summer)\b"
)
_CLAUSE = re.compile(
    r"[;:] |, (?:so|which|while|whereas|since|because|but|although|though|yet|as|and (?:it|its|the|this|that|they|there))\b| (?:because|since|while|whereas|although|but|so that)\b"
)
_LABEL = re.compile(  # "Universe: …", a table's row or column
    r"(?:^|[.;:(|] )(?:\w+ ){0,2}?(?:universe|markets?|instruments?|assets?(?: class(?:es)?)?|holdings|securities|tickers?|symbols?|underlyings?|contracts?|products?|coverage|scope|what (?:it|q+) (?:trades|holds|buys)|trad(?:es|ed)|basket|constituents|members|eligible|pool|menu|investments?|things? (?:held|traded)|exposures?)(?: \w+)? ?:(?: [^:]{0,30} :)? $"
)
_LABELLED = re.compile(r"[^:]{1,60} :")


def is_of_holding(text: str, start: int, end: int) -> bool:
    """Whether the clause that text[start:end] stands in, or the label before it, tells of what is held and of nothing else."""
    begin, stop = holding_clause(text, start, end)
    return (
        _HOLDING.search(text, begin, stop) is not None or _LABEL.search(text, max(begin - 80, 0), begin) is not None
    ) and _OF_ANOTHER_MATTER.search(text, begin, stop) is None


def holding_clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause around text[start:end] begins and ends."""
    return clause_around(text, start, end, _CLAUSE)


def may_tell(text: str) -> bool:
    """Whether any clause of a passage may tell of what is held."""
    return _HOLDING.search(text) is not None or _LABELLED.match(text) is not None
