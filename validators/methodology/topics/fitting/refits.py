"""Fitting again, how often, and fitting once and for all."""

import re
from collections.abc import Iterator
from functools import lru_cache

from validators.methodology.claims import Stated
from validators.methodology.negation import is_negated
from validators.methodology.topics.fitting.fittings import Fitting
from validators.methodology.topics.prose import sentences
from validators.methodology.topics.schedules.frequency import frequencies

BE = r"(?:(?:is|are|was|were)(?:n't)?|be|been|being|gets?|got|(?:have|has)(?:n't)? been)"
LEARNED = re.compile(
    r"\b(?:re-?)?(?:fit\w*|estimat\w*|learn\w*|train\w*|optimi\w*|search\w*|regress\w*|calibrat\w*|tun(?:ed|ing)|weights?|coefficients?|trees?|network)\b"
)
AGAIN = re.compile(
    r"\bre-?(?:train|fit|calibrat|estimat|optimi|tun|grow|buil[dt])|\b(?:again|anew|afresh|every|each|from scratch|once (?:a|per|every)|refreshed|renewed|updated|revised|brought up to date|redone|run again|keeps?|kept|goes on|went on|continues?|never stops|adapts?|evolves?|adjusts?|updates?|changes?|drifts?)\b"
)
REPEATED = re.compile(
    r"\b(?:estimated|fitted|fit|trained|learned|calibrated|tuned|optimi[sz]ed|grown) (?:again|anew|afresh|every|each|once a|twice a|on a rolling)\b|\bre-?(?:train|fit|calibrat|estimat|optimi[sz]|tun)(?:s|es|ed|ing|ted|ting|ned|ning)?\b"
    r"|\b(?:repeated|renewed) (?:every|each|once a|again)\b|\bre-?gr[eo]wn?\b|\bwalk-?forward|\b(?:rolling|expanding|moving|sliding) window"
)
NOT_AGAIN = re.compile(r"\b(?:not|n't|never|no|without) (?:\w+ ){0,3}?re-?\w+")
ONCE = re.compile(
    r"\b(?:estimated|fitted|fit|trained|learned|calibrated|tuned|optimi[sz]ed|grown|picked|chosen|fixed|frozen|set)(?: (?!each\b|every\b)\w+){0,3} (?:once|a single time|just one time|one time only|only one time)\b|\bonce and for all\b"
    r"|\b(?:frozen|untouched|unchanged|left alone|left as (?:it is|they are)|kept|fixed|constant|the same) (?:ever )?since\b|\b(?:frozen|untouched) (?:after|from then)\b"
    r"|\b(?:is|are|was|were|has|have|had|has been|have been)(?: not|n't| never) (?:been )?(?:refreshed|updated|renewed|revised|re-?(?:trained|fit(?:ted)?|estimated|calibrated|tuned|optimi[sz]ed))\b|\bnever (?:re-?(?:train|fit|estimat|calibrat|tun|optimi[sz])\w*|refreshed|updated)\b"
)
_REFIT = re.compile(
    r"\bre-?(?:fit|train|estimat|calibrat|tun|optimi)\w*|\b(?:estimate[ds]?|fitted|fit|trained|chosen|learned|calibrated|renewed|repeated|refreshed|updated)(?: \w+){0,2}? (?:again|anew|afresh|every|each|once (?:a|per))\b"
)
_SET_ONCE = re.compile(
    rf"\b(?:weights|model|network|nets?|trees|forest|ensemble|regression|parameters?|coefficients?|thresholds?|settings?|numbers?|values?|cut-?offs?|lengths?|ratios?|betas?|loadings?|probabilities|means|variances|it) {BE} (?:\w+ )?(?:grown|worked out|computed|set|fitted|fit|trained|estimated|learned|learnt|chosen|picked|fixed|tuned|calibrated|determined)"
    r" (?:just |only |exactly |but )?(?:once|a single time|one time only)\b(?! (?:a|per|every|each|in|the|there|it|they|more than)\b)"
)
_NOT = re.compile(r"n't\b|\b(?:not|never)\b")
_SUBJECT = re.compile(
    r"(weight|coefficient|tree|network|forest|regression|parameter|threshold|ratio|beta|loading|penalt)"
)
_DONE_ONCE = re.compile(
    r"\b(?:estimation|fit|fitting|training|calibration|regression|learning|optimi[sz]ation|search) (?:is|was|happens|happened|takes place|took place)(?: (?:done|made|run|performed|carried out|undertaken))?(?: over \w+)? (?:just |only )?(?:once(?! (?:a|per|every|each|in)\b)|a single time|one time only|one single time)\b"
    r"|\b(?:chosen|picked|tuned|fitted|trained|estimated|calibrated|learned|optimi[sz]ed|determined|fixed|settled) (?:just |only )?(?:once|a single time)(?:,| and| at| on| over| before)(?! (?:a|per|every|each) )"
    r"|\bonce (?:fitted|trained|estimated|learned|learnt|calibrated|tuned|chosen|grown|found),? (?:[\w']+ ){1,4}?(?:is|are|stays?|remains?|runs?|lives?|serves?)(?: \w+)? (?:kept|left|used|frozen|fixed|unchanged|untouched|the same|for good|for ever|forever|as (?:it|they))\b"
    r"|\b(?:regression|model|network|weights|trees|forest|coefficients?|parameters?|fit|slope|intercept|ratio|thresholds?|it)(?: (?:and|the) \w+){0,2} (?:is|are|stays?|stands?|remains?|was|were)(?: \w+)?(?: \w+)? (?:for good|for ever|forever|for all time|to the (?:very )?end|permanently|until the end)\b"
    r"|\b(?:weights|model|network|nets?|trees|forest|ensemble|parameters?|coefficients?|thresholds?|probabilities|means|variances) (?:is|are|was|were|stays?|stayed|remains?|remained) (?:\w+ )?frozen\b(?! (?:during|in|for|over|within|through|throughout|until|between|while|from (?:one|january)))"
    r"|\b(?:weights|model|network|forest|parameters?|coefficients?|probabilities|means|variances) (?:have|has|had|were|was|are|is)(?:n't| not| never) (?:been )?(?:changed|altered|touched|moved|revisited)\b"
    r"|\bleft (?:just )?as (?:it is|they are|it was|they were)\b|\b(?:and|but) not (?:again )?since\b"
    r"|\b(?:have|has) (?:stayed|remained|been left|been kept|been held) (?:as (?:they were|it was)|unchanged|untouched|fixed|frozen|the same|constant)(?: (?:ever )?since)?\b"
)


def fitted_once(text: str) -> Iterator[Stated]:
    """Where a passage says that a fitting took place once."""
    for match in (*_SET_ONCE.finditer(text), *_DONE_ONCE.finditer(text)):
        if _NOT.search(match[0]) or not is_negated(text, match.start(), match.end()):
            subject = _SUBJECT.match(match[0])
            value = Fitting(again=True, thing=subject[1] if subject else "")
            yield Stated(start=match.start(), end=match.end(), value=value, asserted=False)


def rhythm_of(text: str, match: re.Match[str]) -> float:
    """How often a year a second fitting at `match` takes place, by the words in its clause."""
    clause = re.split(r"[,;:.]| (?:and|but|while|so) ", text[match.start() : match.end() + 60])[0]
    after = next((value.per_year for _, _, value in frequencies(clause)), 0.0)
    if after:
        return after
    before = re.split(r"[;:.]\s", text[max(match.start() - 90, 0) : match.start()])[-1]
    return next((value.per_year for _, _, value in reversed([*frequencies(before)])), 0.0)


@lru_cache(maxsize=1024)
def refit_rhythms(told: str) -> tuple[float, ...]:
    """How often a year a document's text fits again."""
    return tuple(
        rhythm
        for sentence in sentences(told)
        for match in _REFIT.finditer(sentence)
        if (rhythm := rhythm_of(sentence, match))
    )


def sentences_on(thing: str, told: str) -> str:
    """The sentences of a document's text that name a thing and its fitting."""
    return " . ".join(
        each for each in re.split(r"[.;]\s|, (?=the |a )", told) if thing and thing in each and LEARNED.search(each)
    )
