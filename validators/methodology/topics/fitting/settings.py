"""Single settings of a strategy or a model, and whether each was laid down or came out of data: "the leaf size was set by hand"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from validators.methodology.claims import Stated
from validators.methodology.clauses import clause_around
from validators.methodology.topics.fitting.fittings import Fitting

_SETTINGS = {
    "leaf": r"(?:minimum |min )?leaf sizes?|leaves(?= per)",
    "depth": r"(?:tree |maximum )?depths?",
    "trees": r"(?:number|count) of (?:the )?(?:trees|rounds|boosting rounds)",
    "penalty": r"penalt(?:y|ies)|lambda|shrinkage|regulari[sz]ation strength",
    "rate": r"learning rates?|lr|step size",
    "dropout": r"dropout(?: rate)?",
    "subsample": r"subsampl\w+(?: rate)?",
    "discount": r"discount (?:factor|rate)|exploration (?:constant|rate)|epsilon",
    "kernel": r"kernel (?:width|scale|parameters?)|gamma|c and gamma",
    "states": r"number of (?:the )?(?:hidden )?(?:states|regimes|clusters|neighbou?rs|factors|components)",
    "stop": r"(?:trailing |stop[- ]loss |atr )?stop(?:[- ]loss)?(?: distance| level| width| multiple)?|profit (?:take|target)",
    "strike": r"(?:strike )?deltas?|strikes?",
    "threshold": r"(?:entry |exit |buy |sell |\w+ )?(?:thresholds?|cut-?offs?|trigger levels?|ceilings?|bands?)",
    "window": r"(?:(?:(?:\d+|hundred|[a-z]+ty|ten|twelve)[- ](?:day|week|month|year)s?|moving) )?averages?|(?:\d+|hundred|[a-z]+ty|ten|twelve) (?:day|week|month|year)s|(?:channel |window |look-?back |average |averaging )?lengths?(?: of the \w+)?|look-?backs?(?: windows?| periods?)?|(?<!training )(?<!test )(?<!fitting )(?<!estimation )(?<!rolling )(?<!expanding )windows?",
    "half-life": r"half-li(?:fe|ves)|decay(?: rate| factor)?",
}
_SETTING = re.compile(
    rf"\b(?:{'|'.join(f'(?P<s{place}>{words})' for place, words in enumerate(_SETTINGS.values()))})\b"
)
_NAMES = tuple(_SETTINGS)
_LAID_DOWN = (
    r"(?:(?:set|fixed|chosen|picked|decided|laid down|given|specified) (?:\w+ly )?(?:(?:at|to) [\w.]+ )?(?:by (?:hand|convention|the authors?|eye|judge?ment|us)|in advance|beforehand|ex ante|up front|a priori|from the (?:start|outset))"
    r"|conventions?(?:al)?|(?:taken|borrowed|come|comes|came|copied) (?:straight )?from (?:the |an? )?(?:\w+ )?(?:literature|paper|book|study|textbook|article)s?|round numbers?|hand-?(?:set|picked|chosen)|textbook values?|defaults?|arbitrary)"
)
_FROM_DATA = (
    r"(?:(?:re-?|fine-?)?(?:tuned|optimi[sz]ed|calibrated|fitted|estimated|learn(?:ed|t))|searched(?: for| over)?|swept|(?:grid|random|bayesian) search(?:ed)?|(?:[\w-]+-fold )?cross-?validat\w+|(?:by|in|via) cv|information criterion|bic|aic"
    r"|(?:chosen|picked|selected|found|set|decided|determined|taken) (?:\w+ )?(?:among|out of|on (?:the )?(?:\w+ )?(?:data|history|years|part|sample|set|period)|on (?:19|20)\d\d|after (?:looking|seeing|trying)|because (?:it|they) (?:did|gave|worked|performed|had|made)|from (?:\w+ ){0,2}(?:values|candidates|lengths|settings)))"
)
_HOW = re.compile(rf"\b(?:(?P<data>{_FROM_DATA})|(?P<hand>{_LAID_DOWN}))\b")
_NOT = re.compile(
    r"(?:\b(?:not|never|nor|neither|no|none|nobody|nothing|zero|without|rather than|instead of)|n't)\b[^,;:.]{0,30}$"
)
_SOLE = re.compile(r"\b(?:only|sole|single|just|solely|nothing but)\b")
_CLAUSE = re.compile(
    r"[;:.,]\s|\b(?:while|whereas|but|although|though|and (?=the\b|an?\b|its\b|\w+ (?:is|are|was|were)\b))"
)


def settings_told(text: str) -> Iterator[Stated]:
    """Every setting of which a passage says whether it was laid down or came out of data."""
    for start, end, name, learned in _told(text):
        sole = learned and _SOLE.search(text, max(start - 24, 0), end) is not None
        yield Stated(start=start, end=end, value=Fitting(setting=name, learned=learned, sole=sole), asserted=True)


def settings_in(fact: str) -> frozenset[str]:
    """The settings that a document's fact names."""
    return frozenset(_NAMES[int((match.lastgroup or "s0")[1:])] for match in _SETTING.finditer(fact))


@lru_cache(maxsize=1024)
def settings_documented(told: str) -> frozenset[tuple[str, bool]]:
    """The settings of which a document's text says how they were chosen, and whether that was out of data."""
    return frozenset((name, learned) for _, _, name, learned in _told(told))


def _told(text: str) -> Iterator[tuple[int, int, str, bool]]:
    for how in _HOW.finditer(text):
        begin, stop = clause_around(text, how.start(), how.end(), _CLAUSE)
        denied = _NOT.search(text, begin, how.start()) is not None
        learned = (how["data"] is not None) != denied
        for match in _SETTING.finditer(text, begin, stop):
            if match.start() >= how.end() or match.end() <= how.start():
                place = int((match.lastgroup or "s0")[1:])
                yield min(match.start(), how.start()), max(match.end(), how.end()), _NAMES[place], learned
