"""What is said to be fitted, by the names of the things: "the stop distance and the entry band are tuned"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from validators.methodology.claims import Stated
from validators.methodology.topics.fitting.fittings import Fitting
from validators.methodology.topics.prose import sentences
from validators.methodology.word_stems import words_of

_ARTICLE = r"(?:(?:the|its|their|an?|both|all|only|just|(?:set|pair|list|vector|handful|couple|number|series|collection|group) of) )*"
_NO_PART = r"(?:is|are|was|were|be|been|and|or|not|that|which|who|whose|where|when|what|how|why|on|in|by|to|with|from|as|of|for|at|it|they|you|we|i|he|she|has|have|had|the|its|their|a|an|both|all|only|find|finds|found|use|uses|used|see|sees|make|makes|get|gets|set|sets|no|any)"
_WORD = rf"(?!{_NO_PART}\b(?!-))[a-z][\w-]*(?:'s)?"
_HEAD = (
    r"(?:lengths?|windows?|look-?backs?|periods?|spans?|thresholds?|cut-?offs?|levels?|bands?|distances?|stops?|stop-loss(?:es)?|targets?|penalt(?:y|ies)|rates?|depths?|weights?|coefficients?|slopes?"
    r"|intercepts?|ratios?|strengths?|multipliers?|multiples?|sizes?|widths?|triggers?|half-li(?:fe|ves)|lags?|split points|splits|leaf values|leaves|hurdles?|dropout(?: rate)?|(?:moving )?averages|(?:number|count) of (?:the )?\w+)"
)
_ITEM = rf"{_ARTICLE}(?:{_WORD} (?:and|or) )?(?:{_WORD} ){{0,3}}{_HEAD}(?: (?:of|for|in|on) (?:the |its |each |a )?{_WORD})?"
_LIST = rf"(?P<list>{_ITEM}(?:(?:,? and|,? or|,|,? plus|,? as well as) {_ITEM}){{0,5}})(?![\w-])"
_FITTED = r"(?:(?:re-?|fine-?)?(?:fitted|fit|tuned|optimi[sz]ed|calibrated|estimated|learn(?:ed|t)|trained))"
_FITS = r"(?:fits?|learns?|tunes?|estimates?|calibrates?|optimi[sz]es?)"
_PAST = r"(?:(?:old|past|earlier|historical|training|the|its) )*(?:past|history|data|prices|part|set|sample|record|window|period|years?)"
_SUITED = rf"(?:(?:adjusted|adapted|tailored|turned|tweaked|bent|chosen|picked|set|changed|shaped|selected|varied) (?:\w+ )?(?:so as )?to (?:suit|fit|match|please|flatter) {_PAST})"
_DONE = rf"(?:{_FITTED}|{_SUITED})"
_ASKED = r"(?:what|whatever|which|things?|settings?|parameters?|numbers?|dials?|knobs?|values?|list)"
_IS = r"(?:(?: is| are| was| were|'s)(?:n't| not)?| includes?| : ?| ?: | -+)(?: (?:only|just|simply|exactly|thus|as follows ?:|it is|in q+,? it is))*"
_THINGS_FITTED = (
    re.compile(rf"\b{_ASKED}\b[^.;:]{{0,50}}?\b(?:{_DONE}|{_FITS})\b[^.;:,]{{0,45}}?{_IS} ?{_LIST}"),
    re.compile(rf"(?:^|[.;:] )[^.;:]{{0,40}}?\b{_DONE}\b[^.;:]{{0,45}}?:(?: in q+,?)?(?: it is)? ?{_LIST}"),
    re.compile(
        rf"\b{_FITTED} (?:\w+ )?(?:parts?|things?|pieces?|bits?|quantit(?:y|ies)|elements?|components?|items?|parameters?|values?|numbers?){_IS} ?{_LIST}"
    ),
    re.compile(
        rf"\b{_LIST}(?: of [^.;:,]{{1,30}}?)?(?:,? (?:which|that))? (?:(?:is|are|was|were|gets?|got|(?:has|have) been)(?P<not>n't| not| never)?|(?:is|are|was|were) what (?:is|are|was|were|gets?|got)) (?:\w+ly |all |both |also |then |what gets |being )*{_DONE}\b"
    ),
    re.compile(
        rf"\b(?:{_FITS}|{_FITTED}|(?:fitt|tun|estimat|calibrat|optimi[sz])ing)(?: only| just| both| up)? {_LIST}"
    ),
    re.compile(rf"\bit(?:'s| is| was)(?P<not>n't| not)? {_LIST} (?:that|which) (?:[\w-]+ ){{1,4}}{_FITS}\b"),
    re.compile(rf"\b(?:that|which) (?:[\w-]+ ){{1,4}}{_FITS},(?: but| rather)? it(?:'s| is| was) {_LIST}"),
)
_ANY = re.compile(r"fit|tun(?:e|ing)|optimi|calibrat|estimat|learn|train|suit|match|please|flatter")
_DENIED = re.compile(r"\b(?:no|nothing|never|none|without)\b|(?:\bnot|n't)\b(?! ?(?:(?:only|just) )?$)")
_LAID_DOWN = re.compile(r"\b(?:by hand|beforehand|in advance|fixed|not|never|conventions?)\b")
_OF_FITTING = re.compile(r"\b(?:re-?)?(?:fit|estimat|learn|train|optimi|search|calibrat|tun(?:ed|ing))\w*")
_IN_TURN = re.compile(
    rf"; (?:(?:and|but|while) )?(?:in|for|with|at) [^;:.]{{2,40}}?,? (?:it|they|that)(?:'s|'re| is| are| was| were) {_LIST}"
)
_ITEMS = re.compile(r",? (?:and|or|plus|as well as) |, ")
_KINDS = tuple(
    (kind, re.compile(words))
    for kind, words in {
        "span": r"(?:length|window|look-?back|lookback|period|span|lag|horizon|averag|memor)",
        "weight": r"(?:weigh|coeffic|slop|beta|loading|intercept|bias|regres|logit)",
        "penalty": r"(?:penal|regular|shrink|ridg|lasso|lambda)",
        "tree": r"(?:tre|forest|leaf|leav|node|depth|stump|boost|gbm)",
        "net": r"(?:net|neural|lstm|layer|unit|neuron|recur|hidden|gru|mlp)",
        "stop": r"(?:stop)",
        "hedge": r"(?:hedg)",
        "deal": r"(?:entr|exit)",
        "dropout": r"(?:dropout)",
        "learning": r"(?:learn)",
        "mark": r"(?:thresh|cut-?off|level|band|trigger|hurdl|line|limit|bound)",
    }.items()
)
_OF_ITS_OWN = frozenset(kind for kind, _ in _KINDS) - {"mark"}
_OF_EVERY_DOCUMENT = frozenset(("span", "mark", "learning"))
_WEIGHTS = frozenset(("weight",))
_MARKS = frozenset(("mark",))
_MODELS = frozenset(("tree", "net", "penalty", "weight"))
_LEARNERS = frozenset(("tree", "net"))
_GENERIC = frozenset(
    words_of(
        "rates distance strength number count size value setting points half point multiple factor width parameter moving loss total each own fitted fit"
    )
)


def things_fitted(text: str) -> Iterator[Stated]:
    """Every list of things that a passage says are fitted."""
    if not _ANY.search(text):
        return
    seen: set[int] = set()
    for pattern in _THINGS_FITTED:
        for match in pattern.finditer(text):
            denied = match.groupdict().get("not") is not None
            if match.start("list") in seen or _DENIED.search(text, match.start(), match.start("list")):
                continue
            for told in (match, _IN_TURN.match(text, match.end())):
                if told and (things := _things_of(told["list"])):
                    seen.add(told.start("list"))
                    start, end = told.span("list")
                    yield Stated(
                        start=start,
                        end=end,
                        value=Fitting(things=things, thing=told["list"]),
                        asserted=False if denied else None,
                    )


def _things_of(listed: str) -> tuple[frozenset[str], ...]:
    return tuple(kinds for item in _ITEMS.split(listed) if (kinds := _kinds_of(item)))


def are_others(things: tuple[frozenset[str], ...], fact: str, told: str) -> bool:
    """Whether some of the things are none that a fact names as fitted, nor a document's text."""
    named, besides = _kinds_of(fact), _told_of_fitting(told)
    if not named & _OF_ITS_OWN and "mark" not in named:
        return False
    known = named | besides
    return any(
        not (thing & _OF_ITS_OWN or thing) & (known | _of_any_model(named)) or bool(thing & _LEARNERS - known)
        for thing in things
    )


def _of_any_model(named: frozenset[str]) -> frozenset[str]:
    """What one may call the numbers of any model, and those of trees."""
    return (_WEIGHTS if named & _MODELS else frozenset()) | (_MARKS if "tree" in named else frozenset())


def are_all_named(listed: str, fact: str) -> bool:
    """Whether a fact names each of the things that are listed, and not as laid down."""
    return _LAID_DOWN.search(fact) is None and set(words_of(listed)) <= set(words_of(fact))


@lru_cache(maxsize=1024)
def _told_of_fitting(told: str) -> frozenset[str]:
    """What a document's text names where it speaks of fitting, and elsewhere but for words that every document has."""
    fitting = frozenset(kind for each in sentences(told) if _OF_FITTING.search(each) for kind in _kinds_of(each))
    return fitting | (_kinds_of(told) - _OF_EVERY_DOCUMENT)


@lru_cache(maxsize=4096)
def _kinds_of(text: str) -> frozenset[str]:
    """The kinds of setting that a text names, its other words by their stems."""
    found: set[str] = set()
    for stem in words_of(text.replace("-", " ")):
        kinds = [kind for kind, words in _KINDS if words.match(stem)]
        found.update(kinds or ([stem] if stem not in _GENERIC else []))
    return frozenset(found)
