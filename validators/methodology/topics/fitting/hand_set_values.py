"""Words for values and rules that are set by hand and not learned."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.absence import DENIED_BEFORE
from validators.methodology.topics.amounts import NUMBER
from validators.methodology.topics.fitting.fittings import Fitting

DENIAL = re.compile(
    r"\b(?:not (?:one|a single|any)|none of (?:the|its|these|those)) (?:[\w-]+ ){1,4}?(?:is|are|was|were|has been|have been|gets?) (?:ever )?(?:fit\w*|learn\w*|train\w*|tun\w*|optimi[sz]\w*|calibrat\w*|estimat\w*|searched for)\b"
    r"|\b(?:we|they|the authors?|nobody|no one) (?:(?:did|have|had)(?: not|n't)|never|ever)? ?(?:go |gone |went )?(?:look|search|hunt|shop)(?:ed|ing)? (?:around )?for (?:an? )?(?:better|best|other|optimal|good)\b|"
    r"\bno (?:\w+ )?(?:search|learning|training|fitting|estimation|optimi[sz]ation|calibration|tuning)(?: (?:of any kind|at all|whatsoever))? (?:was|is|were|has been|took|takes|goes|went) (?:ever )?(?:done|run|made|carried out|performed|involved|needed|undertaken|place|on)\b"
    r"|\b(?:machine |statistical )?(?:learning|training|fitting|estimation|optimi[sz]ation|calibration|tuning) (?:plays?|played|has|had|takes?|took) no (?:part|role|place)\b"
    r"|\b(?:chosen|set|picked|plucked|pulled|taken|fixed|written|decided(?: on)?|laid down|selected|put) (?:\w+ )?(?:by (?:eye|gut\b|feel|convention|decree|rule of thumb|intuition|judge?ment|tradition|common sense)|from (?:experience|thin air|a (?:hat|textbook|handbook|paper))|out of (?:thin air|experience|a hat)|arbitrarily)\b"
    r"|(?:\b(?:not|never)|n't) (?:\w+ly |ever )?(?:learn(?:ed|t)?|fit|tuned?|optimi[sz]ed?|calibrated?|estimated?|picked up|pick up) (?:a (?:single )?thing|anything|any (?:parameters?|weights?|coefficients?|values?|numbers?|settings?)|a single \w+)\b(?! (?:new|else|more|further|after|during|in|beyond|like|that)\b)"
    r"|\btaught (?:it|q{3,}|the \w+) (?:nothing|not a thing)\b"
    r"|\bnothing (?:in|about) (?:it|this|here|the \w+) that (?:is|was|were|has been|had to be) (?:\w+ )?(?:fit\w*|learn\w*|train\w*|tun\w*|optimi[sz]\w*|calibrat\w*|estimat\w*)\b"
    r"|\b(?:someone|somebody|a (?:person|human|researcher)|people|(?:the|its) (?:authors?|designers?|inventors?)|we|they) (?:simply |just )?(?:fixed|set|chose|picked|wrote|put|typed|decided on) (?:it|them|this|these|(?:the|its|all|both) [\w-]+)(?: down| in)? (?:by hand|by eye|by feel|in advance|beforehand|arbitrarily)\b"
    r"|\b(?:assumed|guessed|specified|prescribed|imposed|assigned|given|typed in|entered|put in|supplied) by (?:hand|(?:the )?(?:author|designer|inventor)s?)\b"
    r"|\b(?:written|set|laid|thought|made|jotted|worked) (?:down |up |out )?by (?:a |an |one |some )?(?:person|people|humans?|hand|authors?)\b|\bout of (?:somebody|someone|a person|the author|the inventor|the designer)(?:'s)? (?:head|mind|experience)\b"
    r"|(?:^|[.;|-] ?)(?:model |free |tunable |fitted )?parameters? ?[:=|]+ ?(?:none|nil|n/a|zero|no\b)"
    r"|\bno (?:machine )?learning (?:in (?:it|the \w+)|at all|whatsoever)(?=[.,;]|$)"
    r"|\b(?:is|are|was|were) (?:designed|written|devised|set|made|built|drawn up) (?:by [\w ]{2,24}),? (?:and |but )?(?:not|never) (?:trained|fitted|learn(?:ed|t)|estimated|tuned|optimi[sz]ed|calibrated)(?=[.,;]|$)"
    r"|\beverything (?:in it |about it |here |in the \w+ )?(?:is|was) (?:\w+ )?(?:pre-?set|pre-?defined|pre-?determined|hard-?coded|hand-?set|laid down|set (?:by hand|in advance|beforehand))\b"
    r"|\b(?:rules?|strategy|system|formula) without (?:a |any )?models?\b"
    r"|\bfixed (?:\w+ )?(?:numbers|constants|figures|cut-?offs?|lengths?)\b"
    r"|\bno (?:\w+ )?model (?:stands |sits |is )?(?:behind|inside|underneath|involved|at work)\b|\b(?:nobody|no one|no-one)(?: (?:has|had|ever))* (?:re-?)?(?:trained|fitted|fit|tuned|optimi[sz]ed|calibrated|estimated|learned|taught)\b"
    r"|\b(?:chosen|set|picked|fixed|written|decided(?: on)?|laid down) by (?:a |an |the |its |some )?(?:humans?|hand|persons?|people|authors?|inventors?|designers?|committee)\b"
    r"|\bno (?:data|history|sample|past prices?|price history)(?: (?:has|have|had|ever|were|was))* (?:used to )?(?:re-?)?(?:train|fit|tun|optimi|calibrat|estimat|shap)\w*"
    r"|\b(?:rules?|thresholds?|parameters?|numbers?|settings?) (?:is|are|was|were) (?:all |simply |just )?(?:written|laid|put|jotted) (?:down |out )?(?:once|by (?:hand|a person|people|humans?)|in advance|beforehand)\b|"
    r"(?:\b(?:no|without(?: any)?|free of|lacks?|not an?y?)|(?:\w+n't|\bnot) (?:(?:have|contain|include|hold|use|involve|need|require|do|perform|undergo|rely on) )?an?y?) (?:(?!further|more|additional|extra|other)\w+ )?(?:(?:parameters?|coefficients?|weights?|thresholds?) (?:to|that (?:is|are|need|must be)|which"
    r" (?:is|are)) (?:\w+ )?(?:fit|fitted|learn\w*|train\w*|tun\w+|estimat\w+|calibrat\w+|optimi\w+)|(?:trained|fitted|learned|learnt|estimated"
    r"|calibrated|tuned|trainable|learnable|tunable|fittable|free|adjustable) (?:components?|parts?|parameters?|weights?|coefficients?|models?|quantit\w+|elements?|pieces?)"
    r"|(?:fitting|training|learning|estimation|calibration|optimi[sz]ation|tuning)(?! (?:set|data|sample|period|window|error|rate|curve|and|or|on|in|during|outside|after|between|/)))\b|"
    r"\bnothing(?:'s)? (?:(?:is|was|has been|gets|to be|to|here is|in it is|about it is|that is|at all is|whatsoever is"
    r"|\w+) ){0,3}(?:fit\w*|learn\w*|train\w*|tun\w*|optimi[sz]\w*|calibrat\w*|estimat\w*)\b"
    r"|\b(?:fits|learns|trains|tunes|optimi[sz]es|calibrates|estimates|fitted|learned|trained) (?:nothing|none|no )"
    r"|\b(?:parameter|model|training|learning|estimation|fitting|optimi[sz]ation)-free\b"
    r"|\bfree of (?:any )?(?:fitted|learned|tuned|trained|estimated|parameters|fitting)|\b(?:un|non-?)(?:trained"
    r"|fitted|calibrated|optimi[sz]ed|parametric)\b"
    r"|\b(?:purely |entirely |fully |strictly |completely |simple |wholly |plain )?rules?[- ]based\b|\b(?:fixed"
    r"|hand-?(?:set|written|picked|chosen|made|coded)|hard-?coded|pre-?(?:set|defined|specified|determined)"
    r"|deterministic|mechanical|static) (?:\w+ )?(?:rules?|parameters?|thresholds?|weights?|settings?|values?)\b"
    r"|\b(?:parameters?|rules?|thresholds?|settings?|values?)(?: \w+){0,2} (?:is|are|was|were) (?:all |simply "
    r"|just |\w+ly )*(?:fixed|hand-?(?:set|written|picked|chosen)|hard-?coded|pre-?(?:set|defined|specified)"
    r"|set (?:by (?:hand|rule|convention)|a priori|in advance|ex ante))\b"
    r"|\b(?:fitted|learned|learnt|estimated|trained|calibrated|optimi[sz]ed|tuned)(?: [\w/-]+){0,3} ?[:=-]+ ?(?:nothing|none|n/a|nil|no\b|zero)"
    r"|\bfitted parameters?\b ?(?:[:=]|is|are|was|were)+ ?(?:none|no\b|n/a|nil|zero|0\b|not applicable)"
)
_NO_OTHER = re.compile(
    r"\bnothing (?:else|more|further|beyond|besides|other)\b|\bno (?!parameter|grid|model|systematic|formal|actual|machine|statistical|such|real|explicit|exhaustive|automatic|kind|data|history|sample|\w+ (?:was|is|were|has))\w+ search\b"
)
_OF_UNIVERSE = re.compile(
    r"\b(?:universe|list of (?:tickers|funds|stocks|symbols)|tickers|symbols|basket)\b[^.;:]{0,70}, $"
)
_OF_THE_REST = re.compile(
    r"\b(?:(?:apart|aside) from|besides|beyond (?:that|this|these|those|them|it)\b|except for|other than|(?:everything|all|nothing|anything) (?:but|except|apart from|besides)|(?:everything|anything|all|whatever|nothing|every\w+) else|(?:the|all|any|every|its) (?:the )?(?:others?|rest|remain\w+))\b[^.;:]{0,40}$"
)
_LEARN = r"(?:fit(?:s|ted)?|learn(?:s|ed|t)?|tun(?:es?|ed)|optimi[sz](?:es?|ed)|calibrat(?:es?|ed)|estimat(?:es?|ed)|train(?:s|ed)?|(?:adjusted|tailored|adapted|turned) to (?:suit|fit))"
_NONE = r"(?:nothing|none|nil|zero|not (?:a|one|any)(?: single)? \w+|no(?: \w+)? (?:parameters?|numbers?|settings?|values?|things?|weights?|coefficients?|dials?|knobs?))"
NONE_TOLD = re.compile(  # "what it learns from the data: no parameters at all", "fitted to the past: nothing"
    rf"\b(?:what|which|whatever|things?|parameters?|settings?|numbers?|dials?|(?=(?:fitted|tuned|learned|learnt|optimi[sz]ed|calibrated|estimated|trained) ))[^.;:?]{{0,40}}?\b{_LEARN}\b[^.;:]{{0,45}}?"
    rf"(?:(?: is| are| was| were|'s)(?: simply| just| exactly| actually)?|\?| :| ?:| -+|,? the answer is) (?:(?:per|as per|according to|going by|says|in) (?:the |its |our )?[\w-]+ ?[:,-] )?{_NONE}(?: at all| whatsoever)?(?=\s*(?:[.,;!)]|$))"
)
_OF_SETTINGS = re.compile(
    r"\b(?:(?:number|count) of (?:trees|layers|units|states|folds|leaves|rounds|epochs)|depths?|leaf sizes?|learning rates?|hyper-?parameters?|architecture|weights? (?:given|assigned|attached) to)\b[^.;:]{0,40}$|\b(?:fitting|training|estimation|test) window (?:has|is of|keeps|of) an? $"
)
MODEL = re.compile(r"\b(?:model|machine|network|classifier|learn\w*|algorithm)\b")
SPECIFIC = re.compile(
    r"\b(threshold|cut-?off|level|band|trigger|look-?back|window|length|lag|horizon|stop|multiplier|period|exit|entr|constant|average|ratio|penalt|depth|leaf|learning rate|dropout|decay|width)\w*"
)
_NOTHING_LEARNED = re.compile(  # of any kind, and not by a model alone
    r"nothing (?:at all |whatsoever )?(?:is|was|gets|has been|needs to be) (?:\w+ly )?(?:learned|learnt)\b(?! by\b)(?![^.;]{0,80}\b(?:but|only|just|except|apart|besides|other|thresholds?|fit(?:ted)?|estimated|calibrated|tuned)\b)"
)
_FIXED_AT = re.compile(
    rf"\b(slope|intercept|coefficient|hedge ratio|weight|beta|threshold)s? (?:is|are|stays?|was|were) (?:\w+ )?(?:fixed|set|held|frozen|pinned|kept) (?:at|to) (?:exactly )?{NUMBER}\b"
)


OF_SOME = re.compile(r"(?:^|[.;:,] )(?:of|among) (?:the|these|those|its) [^.;:,]{2,60} (?:nothing |none )?$")
_TUNED = re.compile(r"\b(?:(?:fine-?)?tun(?:ed|es?|ing)|hyper-?parameters?)\b")
_FITTED = re.compile(r"\b(?:fit\w*|learn\w*|train\w*|optimi[sz]\w*|calibrat\w*|estimat\w*)\b")


def is_of_tuning(words: str) -> bool:
    """Whether words for fitting speak of the settings of a model, which may be left as they are where the model itself is fitted."""
    return _TUNED.search(words) is not None and _FITTED.search(words) is None


_LEAVES_NONE = re.compile(r"(?:\b(?:not|never|hardly)|n't) (?:leave|keep|have|hold)s? [^.;:,]{0,40}$")


def denials_of_fitting(text: str) -> Iterator[Stated]:
    """Where a passage says that nothing is fitted."""
    for match in DENIAL.finditer(text):
        if DENIED_BEFORE.search(text, 0, match.start()) or _NO_OTHER.search(match[0]):
            continue
        if _OF_UNIVERSE.search(text, max(match.start() - 90, 0), match.start()):
            continue  # "its universe is SPY and TLT, chosen by its authors"
        if _LEAVES_NONE.search(text, 0, match.start()):
            continue  # "it doesn't leave its parameters unfitted"
        if OF_SOME.search(text, 0, match.start()):
            continue  # "of the thresholds nothing was fitted"
        if _OF_THE_REST.search(text, max(match.start() - 60, 0), match.start()):
            continue  # "the rest was set by hand"
        if _OF_SETTINGS.search(text, 0, match.start()):
            continue  # "the number of trees was set by hand"
        words = match[0]
        is_soft = "rule" in words
        soft = "rules" if is_soft else "tuning" if is_of_tuning(words) else ""
        things = (
            list(SPECIFIC.finditer(text, max(match.start() - 60, 0), match.end()))
            if words.startswith(("never ", "not "))
            else []
        )
        of_model = MODEL.search(words) is not None and not _NOTHING_LEARNED.match(text, match.start())
        value = Fitting(soft=soft, model=of_model, thing=things[-1][1] if things else "")
        yield Stated(start=match.start(), end=match.end(), value=value, asserted=False)


def none_told(text: str) -> Iterator[Stated]:
    """Where a passage asks or heads what is fitted, and answers with nothing."""
    for match in NONE_TOLD.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Fitting(), asserted=False)


def values_fixed(text: str) -> Iterator[Stated]:
    """A value that a passage says is fixed at a number."""
    for match in _FIXED_AT.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Fitting(thing=match[1]), asserted=False)
