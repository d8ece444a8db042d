"""How history was divided between fitting and testing."""

import re
from collections.abc import Iterator
from itertools import chain

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.amounts import NUMBER, number
from validators.methodology.topics.fact_text import fact_text
from validators.methodology.topics.prose import prose
from validators.methodology.topics.splits.data_shares import are_reversed, placed_in, ratio_in, shares_in, sizes_in
from validators.methodology.topics.splits.data_splits import Split
from validators.methodology.topics.splits.moving_windows import is_other_kind, tells_of_moving, windows_moved
from validators.methodology.topics.splits.reported_years import are_not_shown, years_shown
from validators.methodology.topics.splits.row_order import breaks_order, orders_told
from validators.methodology.topics.splits.separate_parts import parts_kept, splits_told, unseen_told
from validators.methodology.topics.splits.split_shares import (
    HALVES,
    are_close,
    halves_told,
    ratios_of_parts,
    ratios_told,
    shares_agree,
    shares_told,
)
from validators.methodology.topics.splits.split_years import are_other_years, is_other_border, years_told
from validators.methodology.topics.splits.undivided_data import (
    DENIAL,
    IN_ONE_GO,
    UNDIVIDED,
    all_fitted,
    denials_told,
    nothing_kept,
)
from validators.methodology.topics.splits.validation_methods import (
    is_other_window,
    method_named,
    methods_told,
    windows_told,
)
from validators.reasons import Reason

key = "evaluation_split"
cues_of_no_share = (  # of what `kept_apart` reads, which hangs on no percentage
    "dispens", "skip", "forgo", "omit", "separation", "distinction", "line between", "homework", "paper", "forward",
    "rehears", "results", "phase", "stage", "stretch", "traded", "trades", "next",
)  # fmt: skip
cues = (
    *cues_of_no_share,
    "split", "divid", "report", "full ", "complete ", "whole ", "entire", "looked at", "% of the", "classroom", "years in", "history is", "history was", "steps", "blocks", "most recent", "oldest", "newest", "latest ", "earliest", "went into", "unbroken", "uncut", "partition", " saw ", " seen", "shown", "exposed to", " train", "-train", "/train", "(train", "retrain", "pre-train",
    "trained", "training", " test", "-test", "/test", "(test", "_test", "|test", "\"test", "*test", "tested",
    "testing", "holdout", "hold-out", "hold out", "holds out", "holding out", "held-out", "held out", "held back",
    "shuffl", "random", "chronolog", "in time", "by time", "held aside", "hold back", "holds back", "valid", "walk", "fold", "sample", "unseen", " oos", "oos ",
    "withh", "divide", "dividing", "division", "leave-one", "evaluat", "embargo", "purged", "never seen", "in two",
    "two parts", "quarantin", "ring-fenc", "trained the", " fit", "fitted", "estimated", "calibrated", "learned", "learning", "never ", "serves as", "served as", "acts as",
    "/10", "/20", "/30", "/25", "/40", "/15", "/50", "/5 ", "-10 ", "-20 ", "-30 ", "-25 ", ":10", ":20", ":30", ":25", "to 10", "to 20", "to 30", "to 25", "learn", "saw",
    "kept", "keep", "slice", "portion", "chunk", "locked", "hidden", "estimat", "calibrat", "optimi", "judged", "scored", "checked", "assessed", "half", "halves", "two thirds", "carve", "reserv",
    "aside", "drawer", "record was", "cut ", "jackknife", "in-sample", "backtest", "% only", "final ", "grade", "grading", "taught", "tenth", "fifth", "third", "quarter of", ":1 ", "scheme", "apportion", "in, one", "exam", "tape", "75/25", "scor", "sealed", "slides", "expanding", "growing window", "years were used", "off limits", "-out", "proof", "50/50", "75", "chosen", "picked", "settled", "selected", "tuned", "tuning", "develop", " part in", " role in", "kept back",
)  # fmt: skip
also: tuple[str, ...] = ()
_IN_TURN = re.compile(  # "the first seven years teach, the remaining three are for marking"
    rf"\b(?:first|earliest|oldest|initial) ({NUMBER}) (?:years|months|quarters|weeks|days)\b[^.;]{{0,60}}?\b(?:remaining|last|other|final|next|later|latest|following) ({NUMBER})\b"
)


_VALIDATED_IN = re.compile(r"\bvalid\w+(?: (?:on|in|from|:))* (?:19|20)\d\d")
_NO_VALIDATION = re.compile(
    r"\b(?:no|without (?:a|any)) (?:\w+ )?validation (?:period|set|part|years?|sample|data|stretch|stage|step)\b"
)


def read(fact: FactValue) -> Split | None:
    """A document's split: shares, dates, a method, or none; None where it is left open."""
    text = fact_text(fact)
    if says_nothing(text):
        return None
    if says_none(text) or DENIAL.search(text) or IN_ONE_GO.search(text) or next(nothing_kept(text), None):
        return Split(exists=False)
    method, folds = method_named(text)
    ratio = ratio_in(text, needs_context=False)
    if ratio is not None:
        return Split(parts=ratio[2], method=method, folds=folds)
    sizes = sizes_in(text)
    if len(sizes) > 1 and abs(sum(sizes) - 1) < 0.011:
        return Split(parts=tuple(reversed(sizes) if are_reversed(text) else sizes), method=method, folds=folds)
    share = next(chain(placed_in(text), shares_in(text, results=True)), None)
    if share is not None:
        train = round(1 - share.size if share.judged else share.size, 6)
        return Split(parts=(train, round(1 - train, 6)), method=method, folds=folds)
    if HALVES.search(text):
        return Split(parts=(0.5, 0.5), method=method, folds=folds)
    if method is None and (turns := _IN_TURN.search(text)):
        first, then = number(turns[1]) or 0.0, number(turns[2]) or 0.0
        if first and then:
            return Split(parts=(first / (first + then), then / (first + then)))
    if method is None and re.search(
        r"\b(?:rolling|roll(?:s|ed) forward|expanding|sliding|anchored|moving window|re-?(?:fit|train|estimat|learn|grow|calibrat)\w*|(?:grown|fitted|trained|learned|estimated) (?:again|anew|afresh))\b",
        text,
    ):
        method = "walk-forward"
    if method is None and re.search(r"\b(?:19|20)\d\d\b", text):
        method = "dates"
    return Split(exists=method is not None or UNDIVIDED.search(text) is None, method=method, folds=folds)


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every split, share, method or denial of a split that a passage names."""
    yield from orders_told(text)
    yield from denials_told(text)
    yield from methods_told(text)
    ratios = ratios_of_parts(text)
    yield from ratios_told(text, ratios)
    shares = [(start, end + 16) for start, end, _ in ratios]
    yield from shares_told(text, shares)
    yield from windows_told(text)
    yield from windows_moved(text)
    yield from years_shown(text)
    yield from years_told(text)
    yield from halves_told(text)
    for match in _NO_VALIDATION.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Split(method="three"), asserted=False)
    yield from nothing_kept(text)
    yield from parts_kept(text)
    yield from all_fitted(text)
    yield from unseen_told(text)
    yield from splits_told(text, shares)


_NO_HOLDOUT = re.compile(
    r"\b(?:no|without (?:an?|any)|nor an?|never an?)(?: (?:final|separate|further|untouched|extra|additional|other))* (?:hold-?out|test (?:set|period|part|years)|out-of-sample (?:part|period))\b"
)
_CROSS_VALIDATED = re.compile(r"\bcross[- ]validat|\bfolds?\b")


def fact_words(document: MethodologyDocument) -> str:
    return fact_text(document.facts[key])


def conflict(stated: Split, *, asserted: bool, fact: Split, document: MethodologyDocument) -> Reason | None:
    """A split where nothing is split, none where one is documented, other shares, another method."""
    if stated.order is not None:
        return breaks_order(stated.order, asserted=asserted, fact=fact, told=prose(document, key))
    if stated.fitted_on is not None or stated.judged_on is not None:
        comparable = asserted and fact.exists and (fact.method != "walk-forward" or stated.judged_on)
        return Reason.CONTRADICTS_DOCUMENT if comparable and are_other_years(stated, prose(document, key)) else None
    if stated.span is not None:
        comparable = asserted and fact.method == "walk-forward"
        other = comparable and is_other_window(stated.span, prose(document, key), used=stated.span_used)
        return Reason.CONTRADICTS_DOCUMENT if other else None
    if stated.window is not None:
        other = fact.method == "walk-forward" and is_other_kind(stated.window, fact_words(document), asserted=asserted)
        other = other or (
            asserted and fact.parts is not None and fact.method is None and not tells_of_moving(prose(document, key))
        )
        return Reason.CONTRADICTS_DOCUMENT if other else None
    if stated.border is not None:
        other = asserted and (
            not fact.exists or (fact.method == "dates" and is_other_border(stated.border, fact_words(document)))
        )
        return Reason.CONTRADICTS_DOCUMENT if other else None
    if stated.shown is not None or stated.left_out is not None:
        other = asserted and not fact.exists and are_not_shown(stated, fact_words(document), prose(document, key))
        return Reason.CONTRADICTS_DOCUMENT if other else None
    if stated.backwards:
        breaks = asserted and fact.parts is not None
        return Reason.CONTRADICTS_DOCUMENT if breaks else None
    if not fact.exists:
        return Reason.INAPPLICABLE_TOPIC if asserted else None
    shares = stated.parts is not None or stated.train is not None or stated.test is not None
    if not asserted and stated.since is not None:
        return (
            Reason.CONTRADICTS_DOCUMENT
            if fact.method == "dates" and str(stated.since) in prose(document, key)
            else None
        )
    if stated.method == "three":
        two = len(fact.parts or ()) == 2 or fact.method == "walk-forward"
        if not asserted:
            three = len(fact.parts or ()) > 2 or _VALIDATED_IN.search(fact_words(document)) is not None
            return Reason.CONTRADICTS_DOCUMENT if three else None
        return Reason.CONTRADICTS_DOCUMENT if two and "validation" not in prose(document, key) else None
    moving = fact.method in ("cross-validation", "walk-forward")
    if moving and not shares and stated.method is None and _NO_HOLDOUT.search(prose(document, key)):
        return Reason.CONTRADICTS_DOCUMENT if asserted and stated.holdout else None
    if stated.method == "folds":
        if not asserted:
            return Reason.CONTRADICTS_DOCUMENT if moving and fact.folds == stated.folds else None
        if fact.method == "walk-forward" and _CROSS_VALIDATED.search(prose(document, "fitted_parameters")):
            return None
        other = fact.folds is not None and stated.folds is not None and fact.folds != stated.folds
        return Reason.CONTRADICTS_DOCUMENT if other or (not moving and fact.method != "dates") else None
    if stated.method == "single":
        return Reason.CONTRADICTS_DOCUMENT if asserted == moving else None
    if not asserted:
        if stated.folds and fact.folds and stated.folds != fact.folds:
            return None
        same = shares and shares_agree(stated, fact) and fact.parts is not None
        if stated.test is not None and fact.parts is not None:
            same = are_close([stated.test], [fact.parts[-1]])  # "not the last 20%" leaves 10% and 10%
        denied = same or (not shares and (stated.method == fact.method if stated.method else True))
        return Reason.CONTRADICTS_DOCUMENT if denied else None
    if stated.since is not None:
        return None if str(stated.since) in prose(document, key) else Reason.CONTRADICTS_DOCUMENT
    if shares and (fact.method == "dates" or not shares_agree(stated, fact)):
        return Reason.CONTRADICTS_DOCUMENT
    if stated.method == "cross-validation" and _CROSS_VALIDATED.search(prose(document, "fitted_parameters")):
        return None  # which is how something fitted was chosen
    if stated.method in ("cross-validation", "walk-forward"):
        other = fact.method is not None or fact.parts is not None
        if (other and stated.method != fact.method) or (stated.folds and fact.folds and stated.folds != fact.folds):
            return Reason.CONTRADICTS_DOCUMENT
    return None
