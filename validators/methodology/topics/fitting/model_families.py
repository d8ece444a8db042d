"""Families of models, and how large a model is."""

import re
from functools import lru_cache

from validators.methodology.topics.amounts import NUMBER, number

_METHODS = {
    "boosting": (
        r"gradient[- ]?boost\w*|boosted[ -](?:\w+ )?(?:trees?|ensembles?|stumps?|learners?|model)|boosting|xgboost|lightgbm|catboost|gbms?\b|gbdt"
        r"|adaboost|lambda-?(?:mart|rank)|tree boosters?|xgb\b"
    ),
    "forest": r"random[- ]forests?|extra[- ]trees|bagged (?:decision )?trees|bagging|forest of (?:\w+ )?trees|(?<!random )(?<!random-)forests?\b(?! (?:fires?|products?|industry|compan\w+|land))",
    "recurrent": (
        r"lstms?|(?:gated )?recurrent (?:(?:neural )?net\w*|units?|model|layers?)|gated recurrent|(?:gru|rnn)s?\b|long short-term memory"
    ),
    "transformer": r"transformers?|attention (?:model|layers?|network)",
    "convolutional": r"convolution\w*(?: (?:neural )?net\w*)?|conv-?nets?\b|cnns?\b|image[- ](?:recognition|network|classif\w+)(?: (?:model|network|weights))?",
    "bayes": (
        r"naive bayes|bayesian (?:hierarchical |linear |logistic |ridge )?(?:networks?|models?|regressions?|inference|posteriors?|estimat\w+|fit\b|learning|updat\w+)"
        r"|(?:markov[- ]chain )monte[- ]carlo|mcmc|gibbs sampl\w+|variational inference|posteriors?\b(?: (?:distribution|means?|draws?))?"
        r"|monte[- ]carlo (?:draws|posterior|sampl\w+)|hierarchical (?:bayes\w* )?(?:regression|model)s?"
    ),
    "neural": (
        r"neural[- ](?:net\w*|ranker|model)|deep[- ](?:learning|net\w*|model)|(?:multi-?layer )?perceptrons?|network(?:'s)? weights|gradient descent"
        r"|weights of (?:a |the |its )?(?:neural |deep |artificial )?network|backprop\w*|autoencoders?|hidden layers?|mlps?\b"
        r"|(?<!social )(?<!computer )networks?\b(?! (?:of|at|effects?|latency|errors?|fees?|outages?|connections?|failures?|problems?|issues?))"
    ),
    "linear": (
        r"elastic[- ]net|linear (?:regression|model)s?"
        r"|ordinary least squares|\bols\b|least[- ]squares|by (?:an? )?(?:(?:rolling|simple|ordinary|plain|moving) )?regression\b(?! (?:trees?|forest))"
        r"|l2[- ](?:penali[sz]ed|regulari[sz]ed)|(?:penali[sz]ed|regulari[sz]ed|shrunk|multiple|panel|quantile|cross-sectional) (?:linear )?regressions?|regression (?:coefficients?|slopes?|model|weights|betas?)|regressions? with (?:a )?(?:\w+ )?(?:penalty|regulari[sz]ation|shrinkage)"
        r"|(?:slopes?|intercepts?)(?: and (?:an? |the |one |its )?(?:slopes?|intercepts?))? (?:is|are|was|were|get) (?:\w+ ){0,3}?(?:estimated|fitted|learned|estimates|fits|learns)"
    ),
    "ridge": r"ridge(?:[- ](?:regression|slopes?|weights|model|penalty|coefficients?|estimat\w+|betas?|loadings?|fit\w*))?\b",
    "equation": r"(?<!correlation )(?<!\bits )(?<!\btheir )coefficients(?! (?:were|was|are|is|have|has|get|come|came)\b)",
    "lasso": r"lasso|l1[- ](?:penali[sz]ed|regulari[sz]ed)",
    "logistic": r"logistic (?:regression|model|classifier)s?|logit|probit",
    "kernel": r"support[- ]vector\w*|\bsvms?\b|gaussian process\w*|kernel (?:method|regression|machine)s?",
    "state": r"hidden[- ]markov|markov models?|hidden[- ]states?|expectation[- ]maximi[sz]ation|\bhmms?\b|kalman|markov[- ]switching|regime-switching model|state[- ]space model",
    "reinforcement": r"reinforcement[- ]learn\w*|q-learning|(?:deep )?q-networks?|policy gradient|actor-critic",
    "neighbours": r"nearest[- ]neighbou?rs?|k-?nn\b|k-means|(?<!volatility )(?<!volatility-)(?<!vol )(?<!risk )(?<!any )cluster(?:ing|s)\b(?! (?:of (?:bad|good|large|big|loss\w*|gains?|losing|winning|volatil\w*|days|trades|signals|drawdowns?|risk)|in (?:the )?(?:volatil\w+|returns|time)|around))",
    "components": r"principal components?(?: analysis)?|\bpca\b",
    "covariance": r"covariances?(?: (?:matri\w+|estimat\w+))?|correlation matri\w+",
    "likelihood": r"maximum[- ]likelihood(?: estimat\w+)?|mle\b",
    "autoregressive": r"e?garch\b|s?arima\b|arma\b|(?:vector )?auto-?regress\w*",
    "search": r"grid[- ]search\w*|(?:exhaustive|random|parameter|brute[- ]force|systematic) (?:grid )?(?:search|sweeps?|scans?)(?:es)?|parameter grid|(?:picked|chosen|selected|taken|found|best) (?:from|on|over|in) (?:a|the) grid|grid of (?:\w+ ){0,2}?(?:pairs|values|settings|points|candidates|combinations)",
    "genetic": r"genetic (?:algorithms?|programm\w+)|evolutionary (?:algorithms?|strateg\w+|search)|symbolic regression",
    "tree": r"decision trees?|(?:tree|regression-tree)[- ](?:ensembles?|based (?:model|learner|ensemble))|ensembles? of (?:\w+ ){0,2}trees|classification trees?|tree splits?|splits of (?:the |its )?trees|trees(?= (?:are|were|is|that|which)? ?(?:\w+ )?(?:grown|fitted|trained|boosted|built|voting|votes?)\b)|(?:grows?|grew|growing|boosts?) (?:\w+ )?trees",
}
_SHORTHAND = (
    (re.compile(r"\bby mle?\b"), "by maximum likelihood"),
    (re.compile(r"\brf\b"), "random forest"),
    (re.compile(r"\blgbm\b"), "lightgbm"),
    (re.compile(r"\bgp\b"), "gaussian process"),
    (re.compile(r"\bd?dqn\b"), "deep q-learning network"),
    (re.compile(r"\b(?:d?nn|ann)\b"), "neural network"),
    (re.compile(r"\b(\d+) ?[x\u00d7] ?(\d+)(?= leaves)"), r"\1 trees, \2"),
    (re.compile(r"\b([1-9]) ?[x\u00d7] ?(\d+)\b"), r"\1 layers of \2 units"),
)


def written_out(fact: str) -> str:
    """A fact's text with the shorthand for models written out."""
    for pattern, words in _SHORTHAND:
        fact = pattern.sub(words, fact)
    return fact


_LINES = frozenset(["lasso", "logistic", "ridge"])
_NETS = frozenset(["recurrent", "transformer", "convolutional"])
_EQUATIONS = frozenset(["equation", "linear", "ridge", "lasso", "logistic", "autoregressive", "state", "likelihood"])
"""Models that have coefficients."""
FAMILY = re.compile(rf"\b(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _METHODS.items())})")
SIZE = re.compile(
    rf"\b(?<!few )(?<!several )(?<!-)(?<![$€£])(?<!some )(?<!about )(?<!roughly )(?<!around )(?<!couple of )({NUMBER})[- ](?:(?!(?:of|and|or|uses?|is|has|have|are|was|were|with|for|in|that|to|from|on|leading|top|main|first|last|best|strongest|biggest|largest|most|other|remaining)\b)[\w-]+ ){{0,3}}?(tree|stump|state|regime|layer|unit|neuron|cell|node|component|cluster|threshold|coefficient|seed|leaf|leave|feature|predictor|covariate|regressor|input|(?:candidate|explanatory|input|predictor|weather|price|macro|accounting) variable|(?:attention )?head|network)s?\b(?! (?:deep|size|window))"
)


DEPTH = re.compile(
    rf"\bdepth(?: (?:of|is|was|are|at|set|to|fixed|up|limited|capped|most|no more than))* ?[:=]? ?({NUMBER})\b|\b({NUMBER}) (?:(?:levels?|layers?|splits?|questions?|branch\w*) )?deep\b|\b({NUMBER}) (?:levels?|splits?|questions?) in a row\b|\bdeep (?:as )?({NUMBER}) levels?\b|\btrees?\b[^.;,]{{0,30}}? ({NUMBER}) levels\b"
)
_ALIKE = {
    "neuron": "unit", "cell": "unit", "node": "unit", "leave": "leaf", "predictor": "feature", "covariate": "feature", "regressor": "feature",
    "input": "feature", "attention head": "head",
}  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d$")


def are_like(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two families of models may be one: boosted trees and forests are trees, and a network may be recurrent."""
    if (theirs == {"neural"} and ours & _NETS) or (ours == {"neural"} and "reinforcement" in theirs):
        return True
    if ours == {"ridge"} and "ridge" not in theirs:
        return "linear" in theirs and "logistic" not in theirs
    if "equation" in ours | theirs and ours <= _EQUATIONS:
        return bool(theirs & _EQUATIONS)
    if "tree" in ours or "tree" in theirs:
        return bool(theirs) and ((ours | theirs) - {"tree"} <= {"boosting", "forest"} or bool(ours & theirs))
    return bool(ours & theirs)


def sizes_in(text: str) -> frozenset[tuple[str, int]]:
    """How many trees, states or layers are named."""
    found = ((match[2], number(match[1])) for match in SIZE.finditer(text) if not _YEAR.match(match[1]))
    deep = (number(match[1] or match[2] or match[3] or match[4] or match[5]) for match in DEPTH.finditer(text))
    sizes = frozenset(
        ("feature" if unit.endswith("variable") else _ALIKE.get(unit, unit), int(size))
        for unit, size in found
        if size is not None
    )
    return sizes | {("depth", int(size)) for size in deep if size is not None}


@lru_cache(maxsize=1024)
def families_of_prose(text: str) -> frozenset[str]:
    """The families of models that a document's prose names."""
    return families_in(text)


def families_in(text: str) -> frozenset[str]:
    named = frozenset(match.lastgroup for match in FAMILY.finditer(text) if match.lastgroup)
    named = named - {"equation"} or named  # which each of the others may have
    return named | ({"neural"} if named & _NETS else set()) | ({"linear"} if named & _LINES else set())
