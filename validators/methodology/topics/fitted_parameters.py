"""What a strategy learned from data."""

import re
from collections.abc import Iterable, Iterator

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.negation import is_negated
from validators.methodology.passages import fold
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.amounts import NUMBER, number
from validators.methodology.topics.fact_text import fact_text
from validators.methodology.topics.fitting.fitted_things import are_all_named, are_others, things_fitted
from validators.methodology.topics.fitting.fitting_words import NOT_FITTING, fittings_told
from validators.methodology.topics.fitting.fittings import ESTIMATION, SEARCH, Fitting
from validators.methodology.topics.fitting.hand_set_values import DENIAL, denials_of_fitting, none_told, values_fixed
from validators.methodology.topics.fitting.model_families import (
    FAMILY,
    are_like,
    families_in,
    families_of_prose,
    sizes_in,
    written_out,
)
from validators.methodology.topics.fitting.parameter_counts import (
    COUNT_FITTED,
    COUNTED_FIRST,
    counts_fitted,
    counts_of_fitted,
    counts_told,
    sizes_stated,
    sizes_told,
)
from validators.methodology.topics.fitting.parameter_searches import (
    MANNER,
    is_searched,
    is_tuned,
    manner_of_search,
    manners_of_search,
)
from validators.methodology.topics.fitting.refits import (
    LEARNED,
    NOT_AGAIN,
    ONCE,
    REPEATED,
    fitted_once,
    refit_rhythms,
    sentences_on,
)
from validators.methodology.topics.fitting.settings import settings_documented, settings_in, settings_told
from validators.methodology.topics.fitting.trials import won_in_trials
from validators.methodology.topics.prose import prose
from validators.methodology.topics.schedules.frequency import same_frequency
from validators.reasons import Reason

key = "fitted_parameters"
cues = (
    " fit", "-fit", "_fit", "(fit", "fitted", "refit", "fits ", "unfit", "train", "learn", "optimi", "optimal",
    "tune", "tuning", "calibrat", "estimat", "coefficient", "parameter", "regress", "gradient", "neural", "boost",
    "forest", "likelihood", "least squares", "least-squares", "loss function", "epoch", "bayes", "classifier",
    "network", "data-driven", "supervised", "lstm", "svm", "support vector", "kalman", "markov", "lasso", "ridge",
    "decision tree", "xgb", "lightgbm", "rule-based", "rules-based", "rule based", "rules based", "fixed", "by hand",
    "hand-", "hard-coded", "hardcoded", "pre-set", "preset", "predefined", "pre-defined", "deterministic",
    "mechanical", "static", "a priori", "backprop", "mined", "data mining", "data-mining", "sweep", "maximi",
    "minimi", "genetic", "transformer", "reinforcement", "cross-val", "cross val", "grid", "search", "in sample", "sensitivity", "trying", "tried", "seed", " tree", "pure", "shrunk", "shrink",
    "by backtest", "through backtest", "via backtest", "by trying", "by compar",
    "by test", "perceptron", "gbm", "deep", "best-performing", "best performing", "logit", " ols",
    " once", "picked", "chosen", "selected", "best", "nearest", "cluster", "principal comp", "pca", "knn", "k-means", "linear", "probit", " gru",
    " rnn", " cnn", " mlp", "hidden layer", "trees", "naive bayes", "kernel", "bagg", "q-learning", "policy gradient", "actor", "states", "layer", "units", "ai model", "ai-", "artificial", "trainable", "gaussian", "state-space", "state space", "naive", "stumps", "convol", "convnet", "posterior", "mcmc", "gibbs", "monte carlo", "monte-carlo", "hierarchical", "variational", "covarian", "correlation matri", "by eye", "parameters", "settled on", "arrived at", "combinations", "variants", "adapt", "distilled", "itself", "by a person", "author", "renewed", "refreshed", "updated", 
    "support-vector", "garch", "arma", "arima", "autoregress", "auto-regress", "mle", "trial", "no model", "attention", "autoencoder", "recurrent", "long short", "expectation", "image", "scans", "symbolic", "thin air", "no search", "evolution", "penali", "regulari", "depth", "slope", "intercept", "suit", "flatter", "adjust", "tailor", "customi", "came out", "comes out", "come out", "for good", "forever", "for ever", "written", "taught", "teach",
    "variable", "feature", "input", "covariate", "leaf", "leaves", "neuron", "nodes", "convention", "in advance", "beforehand", "literature", "round number", "chose", "backed", "hindsight",
)  # fmt: skip
also: tuple[str, ...] = ()
_GIVEN = re.compile(
    r"\b(?:traditions?|customary|rules? of thumb|ex ante|beforehand|in advance|up front|round numbers?|(?:from|in|of) (?:an? |the )?(?:\w+ )?(?:paper|book|study|article|handbook)s?|by (?:the |a |an |its )?(?:\w+ )?(?:authors?|committee|board|desk|team)|by hand|hand-?\w+|manual\w*|expert|judge?ment|conventions?|a priori|fixed|heuristic\w*|deterministic|textbook|literature|prescribed|rules?(?:-based)?|given"
    r"|hard-?coded|static|constants?|pre-?(?:set|defined|specified|determined))\b"
)
_COUNTED_THINGS = re.compile(  # "two channel lengths, found by grid search", and not as many for each pair
    rf"(?:the )?({NUMBER}) (?:[\w-]+ ){{0,2}}?(?:lengths?|windows?|thresholds?|cut-?offs?|numbers?|values?|variances?|slopes?|ratios?|multipliers?|levels?|constants?|limits?|settings?)\b(?![^;.]*\b(?:per|each|every)\b)"
)
_NOT_LEARNED = re.compile(
    r"(?:and |but )?(?:never|not) (?:\w+ )?(?:estimated|fitted|learn(?:ed|t)|trained|tuned|optimi[sz]ed|calibrated)\W*$"
)
_NOTHING_LEARNED = re.compile(
    r"(?:no (?:\w+ )?(?:parameters?|numbers?|values?|thing)|nothing|none) (?:\w+ )?(?:is|was|are|were|has been|have been) (?:\w+ )?(?:estimated|fitted|learn(?:ed|t)|trained|tuned|optimi[sz]ed|calibrated)\W*$"
)
_DENIED_LEARNING = re.compile(
    r"\b(?:(?:is|are|was|were|has been|have been) )?(?:never|not|no|zero|none|nothing|without(?: any)?) (?:\w+ )?(?:estimat(?:ed|es?|ion)|fit(?:ted|s|ting)?|learn(?:ed|t|ing)|train(?:ed|ing)|tun(?:ed|ing)|optimi[sz](?:ed|ation)|calibrat(?:ed|ion))\b"
)
_AND_BUT = re.compile(r"^(?:and|but|so|while|though) ")
_CLAUSE = re.compile(r"[;.](?:\s|$)")
_ALONE = re.compile(  # "one number, found by grid search": and so no model's weights
    r"\b(?:sole|only|single|one|lone)(?: (?:free|tuned|fitted|tunable|adjustable|open))? (?:parameter|number|threshold|value|setting|window|look-?back|length|knob|cut-?off|quantity|thing)\b"
)
_NOT_LIKELIHOOD = frozenset(
    ["kernel", "boosting", "forest", "tree", "search", "genetic", "reinforcement", "neighbours"]
)
_THE = re.compile(
    r"\b(?:into|to|from|by|on|in|of|after|before|behind|inside|feed|reach(?:es)?|touch(?:es)?|update[ds]?|retrain\w*|refit\w*) (?:the|its|this|these|those) (?:\w+ )?$"
)
_TRIED = re.compile(r"\b(?:sweeps?|swept|scan(?:s|ned|ning)?|grid|trial and error|tried|back-?tests?|in-sample)\b")


def _is_given(clause: str) -> bool:
    """Whether a part of a fact tells a value that is laid down, and nothing that is learned."""
    learned = LEARNED.search(clause) or MANNER.search(clause) or _TRIED.search(clause) or families_in(clause)
    return _GIVEN.search(clause) is not None and not learned


def _is_denied_at_last(text: str) -> bool:
    """Whether a fact tells something that is laid down or reckoned, and ends by denying that it was learned: "agreed beforehand, not
    estimated", "averages are computed, but no parameter is fitted"."""
    first, comma, last = text.rpartition(",") if "," in text else text.rpartition(";")
    last = _AND_BUT.sub("", last.strip())
    denied = comma and (_NOT_LEARNED.match(last) or _NOTHING_LEARNED.match(last))
    return bool(denied) and not (LEARNED.search(first) or MANNER.search(first) or families_in(first))


def _is_laid_down_only(text: str) -> bool:
    """Whether a fact denies that what it tells was learned, and says who laid it down: "set by the committee and not estimated"."""
    rest = _DENIED_LEARNING.sub("", text)
    return rest != text and (_is_given(rest) or (DENIAL.search(rest) is not None and not LEARNED.search(rest)))


def read(fact: FactValue) -> Fitting | None:
    """A document's fitted parameters; None where its text leaves them open."""
    text = fact_text(fact)
    if says_nothing(text):
        return None
    text = written_out(text)
    if (
        says_none(text)
        or DENIAL.match(text)
        or _is_denied_at_last(text)
        or _is_laid_down_only(text)
        or re.match(r"(?:all )?(?:fixed|hand-?set|set by)\b", text)
    ):
        return Fitting(exists=False)
    count = COUNT_FITTED.search(text) or COUNTED_FIRST.match(text) or _COUNTED_THINGS.match(text)
    size = number(count[1]) if count else number(text)
    clauses = [clause.strip() for clause in _CLAUSE.split(text)]
    if size == 0 or (size is None and all(_is_given(each) or DENIAL.match(each) for each in clauses if each)):
        return Fitting(exists=False)
    plain = re.search(
        r"\b(?:thresholds?|cut-?offs?|windows?|look-?backs?|levels?|bands?|stops?|grid|hedge ratios?)\b", text
    )
    return Fitting(
        methods=families_in(text),
        sizes=sizes_in(text),
        count=int(size) if size is not None else None,
        plain=plain is not None and not families_in(text) - ESTIMATION - SEARCH,
    )


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every statement that something is fitted (how, how many) or that nothing is."""
    yield from denials_of_fitting(text)
    yield from sizes_stated(text)
    yield from counts_told(text)
    yield from fitted_once(text)
    yield from values_fixed(text)
    yield from counts_of_fitted(text)
    yield from won_in_trials(text)
    yield from settings_told(text)
    yield from things_fitted(text)
    none = list(none_told(text))
    yield from none
    innocent = [match.span() for match in NOT_FITTING.finditer(text)] + [(stated.start, stated.end) for stated in none]
    families = [
        match
        for match in FAMILY.finditer(text)
        if not any(begin < match.end() and match.start() < end for begin, end in innocent)
    ]
    yield from _families(text, families)
    # "ridge regression": to deny it is not to deny every regression
    named = [(match.start(), match.end() + 12) for match in families]
    yield from fittings_told(text, innocent, named)


def _families(text: str, families: Iterable[re.Match[str]]) -> Iterator[Stated]:
    """The families of models that a passage names."""
    for match in families:
        if _THE.search(text, max(match.start() - 12, 0), match.start()) and is_negated(
            text, match.start(), match.end()
        ):
            continue  # "nothing flows back into the network" denies no network
        alone = match.lastgroup == "search" and _ALONE.search(text) is not None
        value = Fitting(
            methods=frozenset([match.lastgroup or ""]),
            plain=alone,
            manner=manner_of_search(match[0]) if match.lastgroup == "search" else "",
        )
        yield Stated(start=match.start(), end=match.end(), value=value)


def conflict(stated: Fitting, *, asserted: bool, fact: Fitting, document: MethodologyDocument) -> Reason | None:
    """Fitting where nothing is fitted, none where something is, another kind of model, another count."""
    if stated.setting:
        settings, learned = settings_documented(prose(document, key)), stated.learned == asserted
        other = (stated.setting, not learned) in settings and (stated.setting, learned) not in settings
        fitted = settings_in(fact_text(document.facts[key])) if stated.sole and learned and fact.exists else frozenset()
        other = other or bool(fitted and stated.setting not in fitted and (stated.setting, True) not in settings)
        return Reason.CONTRADICTS_DOCUMENT if other else None
    if stated.things:
        if not fact.exists:
            return Reason.INAPPLICABLE_TOPIC if asserted else None
        written = fact_text(document.facts[key])
        told = prose(document, key)
        breaks = are_others(stated.things, written, told) if asserted else are_all_named(stated.thing, written)
        return Reason.CONTRADICTS_DOCUMENT if breaks else None
    if stated.sizes:
        documented = sizes_told(prose(document, key)) if asserted and fact.exists else frozenset()
        known = {unit for unit, _ in fact.sizes}
        same = [size in fact.sizes for size in stated.sizes if size[0] in known]
        others = {unit for unit, _ in documented} - known
        if any(size[0] in others and size not in documented for size in stated.sizes):
            return Reason.CONTRADICTS_DOCUMENT
        return Reason.CONTRADICTS_DOCUMENT if same and (not all(same) if asserted else all(same)) else None
    if asserted and stated.manner and fact.exists:
        manners = manners_of_search(prose(document, key))
        if manners and stated.manner not in manners:
            return Reason.CONTRADICTS_DOCUMENT
    if stated.methods == {"search"}:  # which may also have chosen how another model learns
        if asserted:
            if stated.plain and fact.exists and not fact.plain:
                model = fact.methods - SEARCH or families_of_prose(prose(document, key)) - SEARCH
                return Reason.CONTRADICTS_DOCUMENT if model else None
            if fact.methods & ESTIMATION and not is_searched(prose(document, key)):
                return Reason.CONTRADICTS_DOCUMENT
            return None if fact.exists else Reason.INAPPLICABLE_TOPIC
        return Reason.CONTRADICTS_DOCUMENT if "search" in fact.methods or is_searched(prose(document, key)) else None
    if stated.methods == ESTIMATION and fact.exists:
        named = fact.methods or families_of_prose(prose(document, key))
        if asserted:
            return Reason.CONTRADICTS_DOCUMENT if named & _NOT_LIKELIHOOD and not named & ESTIMATION else None
        return Reason.CONTRADICTS_DOCUMENT if named & ESTIMATION else None
    if stated.methods == {"covariance"} and not fact.exists and "covarianc" in prose(document, key):
        return None
    if stated.bare and (not fact.exists or fact.count is None):
        return None
    if not fact.exists:
        return Reason.INAPPLICABLE_TOPIC if asserted else None
    if not asserted and stated.bare:
        return Reason.CONTRADICTS_DOCUMENT if stated.count == fact.count else None
    methods = (fact.methods - SEARCH - ESTIMATION or families_of_prose(prose(document, key))) - ESTIMATION - SEARCH
    if not asserted:
        if stated.again:
            told = sentences_on(stated.thing, prose(document, key)) or prose(document, key)
            told = f"{told} . {fold(str(document.facts.get('evaluation_split', '')))}"
            return Reason.CONTRADICTS_DOCUMENT if REPEATED.search(told) and not ONCE.search(told) else None
        if stated.methods:
            alike = (
                are_like(stated.methods, fact.methods)
                if stated.methods == {"tree"}
                else bool(stated.methods & fact.methods)
            )
            return Reason.CONTRADICTS_DOCUMENT if alike else None
        if stated.model and fact.plain:
            return None
        if stated.thing and stated.thing not in fold(str(document.facts.get(key, ""))):
            return None  # of a thing that is not the one fitted
        if stated.soft == "tuning" and document.kind == "ml" and not is_tuned(prose(document, key)):
            return None  # of a model whose settings are left as they are
        ruled = document.kind != "ml" and (stated.soft == "rules" or (stated.soft == "numbers" and not fact.plain))
        return None if ruled else Reason.CONTRADICTS_DOCUMENT
    if (
        stated.methods
        and not are_like(stated.methods - {"search"} - ESTIMATION or methods, methods)
        and (methods or fact.plain)
    ):
        return Reason.CONTRADICTS_DOCUMENT
    if stated.count is not None and fact.count is not None and stated.count != fact.count:
        return Reason.CONTRADICTS_DOCUMENT
    if stated.count is not None and fact.count is None:
        counts = counts_fitted(prose(document, key))
        if counts and stated.count not in counts:
            return Reason.CONTRADICTS_DOCUMENT
    if stated.every and (rhythms := refit_rhythms(prose(document, key))):
        return None if any(same_frequency(stated.every, other) for other in rhythms) else Reason.CONTRADICTS_DOCUMENT
    if (
        stated.again
        and ONCE.search(prose(document, key))
        and not REPEATED.search(NOT_AGAIN.sub("", prose(document, key)))
    ):
        return Reason.CONTRADICTS_DOCUMENT
    return None
