"""What a strategy learned from data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.negation import is_negated
from validators.methodology.passages import fold
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.amounts import NUMBER, number
from validators.methodology.topics.frequency import frequencies, same_frequency
from validators.methodology.topics.model_families import (
    DEPTH,
    FAMILY,
    SIZE,
    are_like,
    families_in,
    families_of_prose,
    sizes_in,
)
from validators.methodology.topics.prose import prose, sentences
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
    "minimi", "genetic", "transformer", "reinforcement", "cross-val", "cross val", "grid", "searching", "searched",
    "random search", "exhaustive search", "by backtest", "through backtest", "via backtest", "by trying", "by compar",
    "by test", "perceptron", "gbm", "deep", "best-performing", "best performing", "logit", " ols",
    " once", "picked", "chosen", "selected", "best", "nearest", "cluster", "principal comp", "pca", "knn", "k-means", "linear", "probit", " gru",
    " rnn", " cnn", " mlp", "hidden layer", "trees", "naive bayes", "kernel", "bagg", "q-learning", "policy gradient", "actor", "states", "layer", "units", "ai model", "ai-", "artificial", "trainable", "gaussian", "state-space", "state space", "naive", "stumps", "convol", "convnet", "posterior", "mcmc", "gibbs", "monte carlo", "monte-carlo", "hierarchical", "variational", "covarian", "correlation matri", "by eye", "parameters", "settled on", "arrived at", "combinations", "variants", "adapt", "distilled", "itself", "by a person", "author", "renewed", "refreshed", "updated", 
    "support-vector", "garch", "arma", "arima", "autoregress", "auto-regress", "mle", "trial", "no model", "attention", "autoencoder", "recurrent", "long short", "expectation", "image", "scans", "symbolic", "thin air", "no search", "evolution", "penali", "regulari", "depth", "slope", "intercept", "suit", "flatter", "adjust", "tailor", "customi", "came out", "comes out", "come out", "for good", "forever", "for ever", "written", "taught", "teach",
)  # fmt: skip
also: tuple[str, ...] = ()
_THING = (
    r"(?:hyper-?parameters?|parameters?|thresholds?|weights?|weightings?|coefficients?|loadings?|betas?"
    r"|look-?backs?(?: windows?| periods?| lengths?)?|settings?|cut-?offs?|knobs?"
    r"|windows? lengths?|window|lags?|signals?|rules?|bands?|models?|trigger levels?|trigger|levels?"
    r"|formation periods?|period lengths?|horizons?|values?|constants?|numbers?|scores?|ranking function"
    r"|multipliers?|stops?|entry and exit levels|entries|exits|ranker|classifier|network|strategy|mapping"
    r"|relationships?|patterns?|caps?|targets?|limits?|widths?|slopes?|intercepts?|depths?|penalt(?:y|ies)|(?:number|width|size|length|depth|count) of [a-z]+(?: [a-z]+)?)"
)
_DONE = (
    r"(?:(?:re-?|pre-?|fine-?|auto-?|curve-?)?(?:fit|fitted|optimi[sz]ed|tuned|calibrated|trained|learned|learnt)"
    r"|estimated|regressed|data[- ]mined|back-?fitted|searched over"
    r"|(?:selected|chosen|picked|found|set|determined|obtained|derived|identified|discovered|inferred|adjusted"
    r"|updated) (?:\w+ )?(?:by|through|via|using|with|from|on|in|to|after|during) (?:an? |the |its |running "
    r"|performing )?(?:exhaustive |extensive |rolling |historical |past |random |bayesian |\w+ )?(?:grid"
    r"|search\w*|cross|back-?test\w*|trying|trial|comparing|testing|scanning|sweeping|experiment\w*|optimi[sz]\w*"
    r"|regression|maximi[sz]\w*|minimi[sz]\w*|training|calibration|sweep|fitting|learning|machine"
    r"|back-?test (?:performance|results?|optimi\w+|sharpe)|likelihood|data|history|histor\w+|record|returns|sample|best (?:sharpe|in-sample|backtest"
    r"|historical)|gradient|in-sample)\w*)"
)
_DO = (
    r"(?:(?:re-?)?(?:fits?|fitting|fitted)|(?:re-?)?(?:optimi[sz]es?|optimi[sz]ing|optimi[sz]ed)|(?:fine-?)?(?:tunes?"
    r"|tuning|tuned)|(?:re-?)?calibrat(?:es?|ing|ed)|(?:re-?)?(?:trains?|training|trained)|learn(?:s|ing|ed|t)?)"
)
_BE = r"(?:(?:is|are|was|were)(?:n't)?|be|been|being|gets?|got|(?:have|has)(?:n't)? been)"
_POSITIVE = re.compile(
    r"\bfitted parameters?(?: : \w+)? ?[:=]+ ?(?!none|no\b|n/a|nil|zero|0\b|nothing|not\b|value|null|-)\w+(?! (?:is|are|was|were|has|have|may|can|will)\b)\b|"
    rf"\b{_THING}(?: (?:of|for|in|on|behind|and|that|which|used|its|the|\w+)){{0,5}}? {_BE} (?:then |all |both "
    r"|each |also |jointly |first |re-?|periodically |regularly |carefully |automatically |continuously |\w+ly "
    rf"|not |never )*{_DONE}\b"
    rf"|\b(?:its|the|all|their|these) {_THING} (?:\w+ly )?(?:re-?)?(?:fitted|optimi[sz]ed|tuned|calibrated"
    r"|trained|learned|learnt)\b"
    rf"|\b{_DO} (?:on |over |up )?(?:\w+[ -]){{0,4}}?{_THING}\b"
    r"|\b(?:it|strategy|model|system|portfolio|we|they|this|that|which|signal|and|rule|momentum|ranker"
    rf"|rule set) {_BE} (?:then |first |also |re-?|periodically |\w+ly |not |never )*(?:re-?|fine-?"
    r"|pre-?)?(?:trained|fitted|fit (?:to|on)|tuned|calibrated|optimi[sz]ed)\b"
    r"|\b(?:is|are|was|were|been|be|being|and|then|gets|annually|monthly|weekly|never|not) (?:re-?trained|re-?grown"
    r"|re-?fit(?:ted)?|re-?calibrated|re-?estimated|re-?optimi[sz]ed|re-?tuned)\b"
    r"|\b(?:come|comes|came|result\w*|emerge\w*|stems?|output) (?:\w+ )?(?:from|out of|of) (?:an? |the |its )?(?:\w+ )?(?:optimi[sz]\w+|grid|search|fit|fitting|training|trained|learned|estimation|calibration)\b"
    r"|\b(?:classifiers?|regressors?|predictive models?|artificial intelligence|ai(?:-driven|-based|-powered)? (?:model|strategy|system|algorithm))\b|\blearns (?:continuously|over time|as it|every|each)\b"
    r"|\b(?<!portfolio )(?<!variance )optimi[sz]ers?\b"
    r"|\b(?:fitted|learned|learnt|estimated|trained|calibrated) (?:quantit\w+|components?|parts?|objects?|elements?|items?)\b"
    r"|\boptimal (?:look-?backs?|windows?|thresholds?|parameters?|values?|settings?)\b|\bhyper-?parameters?\b"
    r"|\bgrid[- ]search\w*|\b(?:random|exhaustive|bayesian|parameter|evolutionary) (?:search|sweeps?|scans?"
    r"|optimi[sz]\w+)\b|\bgradient descent\b|\bloss function\b|\bgenetic algorithm\w*"
    r"|\bepochs?\b|\bsupervised learn\w*|\bmachine[- ]learn\w*|\bml (?:model|strategy|algorithm|system)s?\b"
    r"|\bbayesian (?:updat\w+|estimat\w+|inference)"
    r"|\b(?:fitted|learned|learnt|trained|tuned|calibrated|optimi[sz]ed|estimated|trainable|learnable|free"
    r"|data-driven|fit|model|regression) (?:\w+ )?(?:parameters?|weights?|coefficients?|thresholds?|loadings?"
    r"|betas?)\b"
    r"|\b(?:trained|learned|learnt|fitted|calibrated|tuned|optimi[sz]ed) (?:model|network|classifier|ranker"
    r"|signal|rule|lookback|look-back|window|threshold|mapping|combination|score|strategy|system)s?\b"
    r"|\bfitted (?:values|to (?:the |historical |past )?(?:data|history|returns|prices))\b"
    r"|\bestimat(?:es|ed|ing) (?:its |the |all |these |those |\w+ ){0,3}(?:parameters?|coefficients?|loadings?"
    r"|betas?)\b|\b(?:parameters?|coefficients?|loadings?|betas?)(?: \w+){0,3} (?:is|are|was|were|be|been"
    r"|being) (?:\w+ )?(?:re-?)?estimated\b"
    r"|\blearn(?:s|ed|t|ing)? (?:from|the (?:relationship|mapping|pattern|best|optimal)|which|how|to (?:rank"
    r"|predict|pick|select|weigh|trade|classify|forecast)|patterns|its|a |over|during|on|directly"
    r"|automatically)\b|\bself-learning\b|\badaptive learning\b"
    r"|\b(?:parameter|model|coefficient|weight|in-sample|curve)[- ](?:fitting|training|estimation|calibration"
    r"|optimi[sz]ation|tuning)\b|\b(?:trained|fit|fitted|calibrated|optimi[sz]ed|tuned|optimi[sz]ation"
    r"|calibration|training|fitting) (?:on|over|against|using|to) (?:the |its |all |an? |past |historical "
    r"|earlier |early |first |in-sample |training |\d|data|history|\w+ (?:data|years|history))"
    r"|\b(?:re-?training|re-?fitting|re-?calibration|re-?estimation|re-?optimi[sz]ation)\b|\b(?:to|that"
    r"|which) (?:maximi[sz]e[sd]?|minimi[sz]e[sd]?) (?:the |its |in-sample |historical |past "
    r"|training )*(?:in-sample|training|sharpe|backtest|historical|validation|error|loss|fit)\w*|\b(?:chosen"
    r"|selected|picked|set|kept) (?:because|since|as) (?:it|they|this|these) (?:\w+ )?(?:maximi\w+|minimi\w+"
    r"|(?:gave|had|produced|delivered|showed|performed|worked|did|yielded|earned) (?:the )?(?:best|highest|most))"
    r"|\b(?:best|highest|optimal)[- ](?:performing|fitting)? ?(?:parameters?|lookbacks?|windows?|values?"
    r"|settings?|combination)\b|\bregress(?:es|ed|ion|ions)\b|\bmodel training\b|\bcurve-?fit\w*"
    r"|\btraining (?:set|data|sample|loss|error|run|process|phase|stage|step|period|window)s?\b"
    r"|\bdata[- ]mining\b"
    r"|\b(?:is|are|was|were|been|be|being|gets?|got) (?:\w+ly |all |then |later |first )?(?:re-?|fine-|back-?|curve-?|over-?)?(?:tuned|calibrated|fitted|trained)\b(?! (?:in|out|eyes?|traders?|staff|with (?:a|the) (?:stop|filter)))"
    r"|\b(?:found|arrived at|settled on|picked|chosen|selected|determined|discovered|reached|obtained) (?:\w+ )?(?:by|through|via|after|from) (?:\w+ ){0,3}?(?:trial and error|trying (?:\w+ ){0,2}out|search\w*|scan\w*|sweep\w*|experiment\w*|optimi[sz]\w*|back-?test\w*|grid|data[- ]mining)\b"
    r"|\b(?:rules?|parameters?|thresholds?|settings?|lengths?|weights|coefficients?|cut-?offs?|look-?backs?)(?: \w+){0,3} (?:is|are|was|were|been|comes?|came) (?:\w+ )?(?:distilled|extracted|mined|inferred|derived|deduced|gleaned|read off|squeezed|taken|straight|out of) ?(?:from|out of|of)? (?:the |past |historical |old |its |price )*(?:data|history|prices|record|sample|past|backtests?)\b"
    r"|\b(?:whatever|what|which|that|those|because (?:it|they)|one that) (?:\w+ )?(?:worked|performed|did|fared|scored|paid) best (?:in|on|over|during|historically|so far|with)\b"
    r"|\b(?:ran|run|tried|tries|tested|compared|scanned|went through|evaluated|simulated|sifted|searched) (?:through |out )?(?:[\w,]+ ){0,4}?(?:combinations|variants|versions|values|settings|candidates|alternatives|lengths|pairs|configurations|permutations|possibilities)\b[^.;]{0,50}\b(?:best|kept|won|winners?|highest|picked|chose\w*|selected|prevailed)\b"
    r"|\b(?:teaches|taught|trains|trained|learns|learned) (?:itself|by itself|on its own|as it goes)\b"
    rf"|\b(?:coefficients?|parameters?|thresholds?|hedge ratios?|loadings?|betas?|model|network|forest|trees|regression|fit) {_BE} (?:\w+ly |then |also )?(?:refreshed|renewed|updated|revised|brought up to date|redone|run again)\b"
    rf"|\b(?:trees|stumps|forest|ensemble|boosters?|network|model|weights|coefficients?|loadings?|betas?|(?:hedge )?ratios?|parameters?|thresholds?|cut-?offs?|lengths|windows|settings|averages) {_BE} (?:\w+ly |then |all )?(?:grown|built|trained|fitted|fit|estimated|learned|learnt|searched(?: for)?|determined|chosen|found|set|computed|picked|made)"
    r" (?:again|anew|afresh|every|each|once (?:a|per|every) (?:week|month|quarter|year)|twice a year|from scratch)\b(?! (?:time the|side|asset|stock|fund|of|day|session|bar|hour|trade|currenc\w+|market|instrument|symbol|ticker|contract|pair|couple|coin))"
    r"|\b(?:keeps?|kept|goes on|went on|continues?|never (?:stops|stopped|ceases)) (?:on )?(?:learning|training|fitting|adapting|updating itself|to learn|to adapt)\b"
    r"|\b(?:coefficients?|parameters?|thresholds?|settings?|loadings?|betas?) (?:\w+ly )?(?:adapts?|evolves?|adjusts?|updates?|changes?|drifts?) (?:themselves |itself |\w+ly )?(?:to|with|over|as|every|each|in response)\b"
    r"|\bre-?(?:fitted|trained|estimated|tuned|calibrated|optimi[sz]ed) (?:from|to|on|over|with|using|each|every|at|once|when)\b|(?<! an)(?<! the)(?<! these) (?:is|are|was|were) (?:\w+ )?estimates(?= ?[,.;]| from| of past| based)"
    r"|\b(?:chosen|picked|set|selected|found|fixed|adjusted|determined|shaped|made|bent|adapted|sized|arranged)(?: \w+){0,3}? (?:so as to|in order to|such that|so that|to)(?: (?:it|they|the|its|would|will|\w+ly)){0,3} (?:maximi[sz]\w*|minimi[sz]\w*|suit (?:the )?(?:window|data|past|history|period|sample)|fit (?:the )?(?:window|data|past|history|period|sample)|flatter\w*|look(?:s)? best|do(?:es)? best|(?:earn|make|give|yield|bring)s? (?:the )?most|gets? the (?:best|most|highest))"
    r"|\b(?:came|comes|come) out (?:on top|best|ahead|first|highest)\b(?=[^.;]{0,40}\b(?:of|in|among|from|when)\b[^.;]{0,30}\b(?:lengths|values|settings|candidates|variants|windows|thresholds|numbers|versions|combinations|comparison|trial|search|test))"
    rf"|\b{_THING}(?: (?:of|for|in) [\w' -]{{1,30}}?)? {_BE} (?:\w+ly |then )?(?:adjusted|adapted|tailored|customi[sz]ed|matched|moulded|geared) to (?:the |each |every |its )?(?:past |own )?(?:tickers?|windows?|data|stocks?|past|history|samples?|periods?|assets?|funds?|record)\b"
    rf"|\bhas (?:{NUMBER}|several|a few|many|some) (?:\w+ )?(?:fitted|learned|trainable|tuned|free|estimated"
    r"|optimi[sz]ed|calibrated) \w+|\b(?:over-?fit\w*) (?:its|the) parameters\b"
)
_SOFT_DENIAL = re.compile(
    r"(?<=and )(?:never|not) (?:been |ever )?(?:optimi[sz]ed|tuned|fitted|calibrated|searched(?: for)?|trained|estimated|learned|learnt)\b(?! (?:again|anew|on|in|during|for|after))|"
    r"(?:rule|fixed|hand|hard|pre-?|deterministic|mechanical|static|parameters?\b|thresholds?\b|settings?\b|values?\b)"
)
_DENIED = re.compile(r"\b(?:not|never|hardly|nor|isn't|aren't|wasn't|no longer) (?:\w+ )?$")
_DENIAL = re.compile(
    r"\bno (?:\w+ )?(?:search|learning|training|fitting|estimation|optimi[sz]ation|calibration|tuning)(?: (?:of any kind|at all|whatsoever))? (?:was|is|were|has been|took|takes|goes|went) (?:ever )?(?:done|run|made|carried out|performed|involved|needed|undertaken|place|on)\b"
    r"|\b(?:machine |statistical )?(?:learning|training|fitting|estimation|optimi[sz]ation|calibration|tuning) (?:plays?|played|has|had|takes?|took) no (?:part|role|place)\b"
    r"|\b(?:chosen|set|picked|plucked|pulled|taken|fixed|written|decided(?: on)?|laid down|selected|put) (?:\w+ )?(?:by (?:eye|gut\b|feel|convention|decree|rule of thumb|intuition|judge?ment|tradition|common sense)|from (?:experience|thin air|a (?:hat|textbook|handbook|paper))|out of (?:thin air|experience|a hat)|arbitrarily)\b"
    r"|\b(?:written|set|laid|thought|made|jotted|worked) (?:down |up |out )?by (?:a |an |one |some )?(?:person|people|humans?|hand|authors?)\b|\bout of (?:somebody|someone|a person|the author|the inventor|the designer)(?:'s)? (?:head|mind|experience)\b"
    r"|(?:^|[.;|-] ?)(?:model |free |tunable |fitted )?parameters? ?[:=|]+ ?(?:none|nil|n/a|zero|no\b)"
    r"|\bfixed (?:\w+ )?(?:numbers|constants|figures|cut-?offs?|lengths?)\b"
    r"|\bno (?:\w+ )?model (?:stands |sits |is )?(?:behind|inside|underneath|involved|at work)\b|\b(?:nobody|no one|no-one)(?: (?:has|had|ever))* (?:re-?)?(?:trained|fitted|fit|tuned|optimi[sz]ed|calibrated|estimated|learned|taught)\b"
    r"|\b(?:chosen|set|picked|fixed|written|decided(?: on)?|laid down) by (?:a |an |the |its |some )?(?:humans?|hand|persons?|people|authors?|inventors?|designers?|committee)\b"
    r"|\bno (?:data|history|sample|past prices?|price history)(?: (?:has|have|had|ever|were|was))* (?:used to )?(?:re-?)?(?:train|fit|tun|optimi|calibrat|estimat|shap)\w*"
    r"|\b(?:rules?|thresholds?|parameters?|numbers?|settings?) (?:is|are|was|were) (?:all |simply |just )?(?:written|laid|put|jotted) (?:down |out )?(?:once|by (?:hand|a person|people|humans?)|in advance|beforehand)\b|"
    r"\b(?:no|without(?: any)?|free of|lacks?) (?:(?!further|more|additional|extra|other)\w+ )?(?:(?:parameters?|coefficients?|weights?|thresholds?) (?:to|that (?:is|are|need|must be)|which"
    r" (?:is|are)) (?:\w+ )?(?:fit|fitted|learn\w*|train\w*|tun\w+|estimat\w+|calibrat\w+|optimi\w+)|(?:trained|fitted|learned|learnt|estimated"
    r"|calibrated|tuned|trainable|learnable|tunable|fittable|free|adjustable) (?:components?|parts?|parameters?|weights?|coefficients?|models?|quantit\w+|elements?|pieces?)"
    r"|(?:fitting|training|learning|estimation|calibration|optimi[sz]ation|tuning)(?! (?:set|data|sample|period|window|error|rate|curve|and|or|on|during|outside|after|between|/)))\b|"
    r"\bnothing (?:(?:is|was|has been|gets|to be|to|here is|in it is|about it is|that is|at all is|whatsoever is"
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
_ELSEWHEN = re.compile(r"^[^.;,]{0,30}\b(?:outside|until|except|other than|between|before|after|on (?:the )?test)\b")
_DATA_UNUSED = re.compile(
    r"\b(?:never|not|n't|nor) (?:\w+ ){0,3}?(?:used|seen|shown|available|enter\w*|touched|part|involved|included|needed)\b[^.;,]{0,24}$"
)
_BARRED = re.compile(r"(?:\b(?:no|not|never|without|nor)\b|n't\b)[^.;,]{0,30}$")
_LATER = re.compile(  # "it doesn't learn during the test" says nothing of before
    r"\b(?:during|in|on|over|through|throughout|while|within|inside|after|since|once|from) (?:the |that |this |any |its )?(?:\w+ )?(?:tests?|testing|test period|test part|hold-?out|live|trading|out-of-sample|validation|evaluation|run)\b"
)
_COUNT = re.compile(
    rf"\b({NUMBER})[ -](?:\w+[ -])?(?:fitted|learned|learnt|trainable|tuned|estimated|free|optimi[sz]ed"
    r"|calibrated|model|regression)?[ -]?(?:parameters?|coefficients?|weights?|thresholds?|loadings?|betas?)\b"
)
_DRIVEN = re.compile(
    r"\bdata-driven (?:\w+ )?(?:estimates?|parameters?|thresholds?|weights?|rules?|values?|lookbacks?)\b"
)
_HAS_COUNT = re.compile(
    rf"\b(?:has|have|with|contains|of|its) (?:only |just |a total of )?({NUMBER}) (?:model )?parameters\b"
)
_GIVEN = re.compile(
    r"\b(?:by hand|hand-?\w+|manual\w*|expert|judge?ment|conventions?|a priori|fixed|heuristic\w*|deterministic|textbook|literature|prescribed|rules?(?:-based)?|given"
    r"|hard-?coded|static|constants?|pre-?(?:set|defined|specified|determined))\b"
)
_LEARNED = re.compile(
    r"\b(?:re-?)?(?:fit\w*|estimat\w*|learn\w*|train\w*|optimi\w*|search\w*|regress\w*|calibrat\w*|tun(?:ed|ing)|weights?|coefficients?|trees?|network)\b"
)
_ASSISTANT = re.compile(
    r"\bmy (?:own )?(?:sentences|answers?|words|texts?|training|weights|knowledge|prose|replies)\b|\b(?:i am|i'm|i was) (?:an? |built|trained|only|just)|\blanguage model"
)
_BY_METHOD = re.compile(r" (?:with|by|using|via|through|as|in|of|by means of) (?:[\w'-]+ ){0,4}[\w'-]+")
_AGAIN = re.compile(
    r"\bre-?(?:train|fit|calibrat|estimat|optimi|tun|grow|buil[dt])|\b(?:again|anew|afresh|every|each|from scratch|once (?:a|per|every)|refreshed|renewed|updated|revised|brought up to date|redone|run again|keeps?|kept|goes on|went on|continues?|never stops|adapts?|evolves?|adjusts?|updates?|changes?|drifts?)\b"
)
_REPEATED = re.compile(
    r"\b(?:estimated|fitted|fit|trained|learned|calibrated|tuned|optimi[sz]ed|grown|built|made) (?:again|anew|afresh|every|each|once a|twice a|on a rolling)\b|\bre-?(?:train|fit|calibrat|estimat|optimi[sz]|tun)(?:s|es|ed|ing|ted|ting|ned|ning)?\b"
    r"|\b(?:repeated|renewed) (?:every|each|once a|again)\b|\bre-?gr[eo]wn?\b|\bwalk-?forward|\b(?:rolling|expanding|moving|sliding) window"
)
_NOT_AGAIN = re.compile(r"\b(?:not|n't|never|no|without) (?:\w+ ){0,3}?re-?\w+")
_NO_OTHER = re.compile(
    r"\bnothing (?:else|more|further|beyond|besides|other)\b|\bno (?!parameter|grid|model|systematic|formal|actual|machine|statistical|such|real|explicit|exhaustive|automatic|kind|data|history|sample|\w+ (?:was|is|were|has))\w+ search\b"
)
_NOT_AMONG = re.compile(
    r"(?:\b(?:not|never|nor|neither|no)|n't)\b[^.,;:]{0,30}?\b(?:among|amongst|one of|part of|belong\w* to|count\w* as|in|an?) (?:the |its |these |those |any |a |an )?(?:two |three |list of )?$"
)
_ONCE = re.compile(
    r"\b(?:estimated|fitted|fit|trained|learned|calibrated|tuned|optimi[sz]ed|grown|picked|chosen|fixed|frozen|set)(?: \w+){0,3} (?:once|a single time|just one time|one time only|only one time)\b|\bonce and for all\b"
    r"|\b(?:frozen|untouched|unchanged|left alone|left as (?:it is|they are)|kept|fixed|constant|the same) (?:ever )?since\b|\b(?:frozen|untouched) (?:after|from then)\b"
    r"|\b(?:is|are|was|were|has|have|had|has been|have been)(?: not|n't| never) (?:been )?(?:refreshed|updated|renewed|revised|re-?(?:trained|fit(?:ted)?|estimated|calibrated|tuned|optimi[sz]ed))\b|\bnever (?:re-?(?:train|fit|estimat|calibrat|tun|optimi[sz])\w*|refreshed|updated)\b"
)
_MODEL = re.compile(r"\b(?:model|machine|network|classifier|learn\w*|algorithm)\b")
_NUMBERS = re.compile(r"\b(?:thresholds?|cut-?offs?|parameters?|settings?|values?|windows?)\b")
_NOT_FITTING = re.compile(
    r"\b(?:good|best|better|poor|natural|close|right|great|perfect) fit\b|\bfit(?:s)? (?:well|in|into|the (?:bill"
    r"|definition|description|question|pattern)|your)\b|\blessons? learn\w*|\blearn more\b|\bresearch\b"
    r"|\bwe (?:can )?learn(?:ed)? (?:from|that)\b|\btuned (?:in|out)\b|\btrain(?:s|ing)? of thought"
    r"|\bregress\w* (?:back )?to(?:wards?)? (?:the |its |their )?(?:\w+ )?(?:mean|average|norm)\b|\btrained eyes?\b|\boverfit\w*|\bunfortunate\w*|\bvolatilit\w+ (?:is|are|was) estimated\b|\bbenefit\w*|\bprofit\w*"
    r"|\ban? (?:fitted|learned|free|tuned) parameter (?:is|means|would be)\b|\boutfit\w*|\bfree weights\b|\bregress\w* of (?:[\w']+ ){1,4}?returns\b|\bregress\w+ (?:its|the strategy's) returns\b"
    r"|\bregress\w+\b[^.;]{0,40}\b(?:alpha|beta|intercept|r-squared|t-stat\w*|benchmark|the market)\b|\b(?:alpha|intercept|beta)\b[^.;]{0,40}\bregress\w+"
    r"|\bbetas? (?:to|against|of|with)\b[^.;]{0,40}\bestimated\b|\bcurve[- ]?fit\w*"
    r"|\b(?:betas?|alphas?|volatilit\w+|correlations?|sharpe(?: ratio)?|drawdowns?|returns?|risk|capacity|turnover|costs?|slippage|impact|exposure)(?: (?:is|are|was|were|has been|have been))? (?:\w+ )?estimated\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """What is fitted: `exists` False for nothing, `methods` the families of models named, `count` how many parameters, `sizes` how many
    trees, states or layers.

    A statement only: `manner`, how values were searched for; `soft`, where "rules" (or "numbers") are called fixed, which fitted models may have too; `bare`, where parameters are
    counted and not said to be fitted; `again`, of a second fitting; `model`, of a model. `plain`: a few numbers of a rule are fitted, and
    no model.
    """

    exists: bool = True
    methods: frozenset[str] = frozenset()
    count: int | None = None
    sizes: frozenset[tuple[str, int]] = frozenset()
    manner: str = ""
    soft: str = ""
    bare: bool = False
    again: bool = False
    model: bool = False
    plain: bool = False
    thing: str = ""
    every: float = 0.0
    """How often a year it is fitted again, 0 where that is not told."""


_SPECIFIC = re.compile(
    r"\b(threshold|cut-?off|level|band|trigger|look-?back|window|length|lag|horizon|stop|multiplier|period|exit|entr|constant|average|ratio|penalt)\w*"
)
_ALONE = re.compile(  # "one number, found by grid search": and so no model's weights
    r"\b(?:sole|only|single|one|lone)(?: (?:free|tuned|fitted|tunable|adjustable|open))? (?:parameter|number|threshold|value|setting|window|look-?back|length|knob|cut-?off|quantity|thing)\b"
)
_ESTIMATION = frozenset(["likelihood"])
_SEARCH = frozenset(["search"])
_NOT_LIKELIHOOD = frozenset(
    ["kernel", "boosting", "forest", "tree", "search", "genetic", "reinforcement", "neighbours"]
)


_COUNTED_FIRST = re.compile(rf"({NUMBER}) ?[,;:(]")  # "one, the momentum window"


def read(fact: FactValue) -> Fitting | None:
    """A document's fitted parameters; None where its text leaves them open."""
    text = fold(fact if isinstance(fact, str) else ", ".join(fact)).strip()
    if says_nothing(text):
        return None
    if says_none(text) or _DENIAL.match(text) or re.match(r"(?:all )?(?:fixed|hand-?set|set by)\b", text):
        return Fitting(exists=False)
    if _GIVEN.search(text) and not (_LEARNED.search(text) or _MANNER.search(text) or _TRIED.search(text)):
        return Fitting(exists=False)
    count = _COUNT.search(text) or _COUNTED_FIRST.match(text)
    size = number(count[1]) if count else number(text)
    if size == 0:
        return Fitting(exists=False)
    plain = re.search(
        r"\b(?:thresholds?|cut-?offs?|windows?|look-?backs?|levels?|bands?|stops?|grid|hedge ratios?)\b", text
    )
    return Fitting(
        methods=families_in(text),
        sizes=sizes_in(text),
        count=int(size) if size is not None else None,
        plain=plain is not None and not families_in(text) - _ESTIMATION - _SEARCH,
    )


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every statement that something is fitted (how, how many) or that nothing is."""
    if _ASSISTANT.search(text):
        return
    innocent = [match.span() for match in _NOT_FITTING.finditer(text)]
    for match in _DENIAL.finditer(text):
        if _DENIED.search(text, 0, match.start()) or _NO_OTHER.search(match[0]):
            continue
        words = match[0]
        is_soft = "rule" in words or _SOFT_DENIAL.match(words.removeprefix("purely ").removeprefix("entirely "))
        soft = "" if not is_soft else "numbers" if _NUMBERS.search(words) else "rules"
        things = (
            list(_SPECIFIC.finditer(text, max(match.start() - 60, 0), match.end()))
            if words.startswith(("never ", "not "))
            else []
        )
        value = Fitting(soft=soft, model=_MODEL.search(words) is not None, thing=things[-1][1] if things else "")
        yield Stated(start=match.start(), end=match.end(), value=value, asserted=False)
    for match in (*SIZE.finditer(text), *DEPTH.finditer(text)):
        if not sizes_in(match[0]):
            continue
        yield Stated(start=match.start(), end=match.end(), value=Fitting(sizes=sizes_in(match[0]), bare=True))
    for match in _HAS_COUNT.finditer(text):
        size = number(match[1])
        if size is not None:
            yield Stated(start=match.start(1), end=match.end(), value=Fitting(count=int(size), bare=True))
    for match in (*_SET_ONCE.finditer(text), *_DONE_ONCE.finditer(text)):
        if not is_negated(text, match.start(), match.end()):
            subject = _SUBJECT.match(match[0])
            value = Fitting(again=True, thing=subject[1] if subject else "")
            yield Stated(start=match.start(), end=match.end(), value=value, asserted=False)
    for match in _FIXED_AT.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Fitting(thing=match[1]), asserted=False)
    for match in _NUMBERS_FITTED.finditer(text):
        size = number(match[1])
        if size is not None:
            yield Stated(start=match.start(), end=match.end(), value=Fitting(count=int(size)))
    named: list[tuple[int, int]] = []
    for match in FAMILY.finditer(text):
        if any(begin < match.end() and match.start() < end for begin, end in innocent):
            continue
        named.append(
            (match.start(), match.end() + 12)
        )  # "ridge regression": to deny it is not to deny every regression
        if _THE.search(text, max(match.start() - 12, 0), match.start()) and is_negated(
            text, match.start(), match.end()
        ):
            continue  # "nothing flows back into the network" denies no network
        alone = match.lastgroup == "search" and _ALONE.search(text) is not None
        value = Fitting(
            methods=frozenset([match.lastgroup or ""]),
            plain=alone,
            manner=_manner(match[0]) if match.lastgroup == "search" else "",
        )
        yield Stated(start=match.start(), end=match.end(), value=value)
    for match in (*_POSITIVE.finditer(text), *_DRIVEN.finditer(text)):
        if _NOT_AMONG.search(text, max(match.start() - 60, 0), match.start()):
            continue  # "the window is not listed among the fitted parameters"
        if _DATA_UNUSED.search(text[: match.start()]):
            continue
        if _BARRED.search(text, 0, match.start()) and (
            _ELSEWHEN.search(text[match.end() :]) or _LATER.search(text, match.start(), match.end() + 40)
        ):
            continue
        if match[0].startswith("regress") and any(begin <= match.start() < end for begin, end in named):
            continue
        if not any(begin < match.end() and match.start() < end for begin, end in innocent):
            count = _COUNT.search(text, max(match.start() - 24, 0), match.end())
            size = number(count[1]) if count else None
            by = _BY_METHOD.match(text, match.end())
            thing = _SPECIFIC.search(match[0])
            again = _AGAIN.search(match[0]) is not None
            value = Fitting(
                thing=thing[1] if thing else "",
                every=_rhythm(text, match) if again else 0.0,
                methods=families_in(match[0]) | (families_in(by[0]) if by else frozenset()),
                count=int(size) if size is not None else None,
                again=again,
                model=_MODEL.search(match[0]) is not None,
                manner=_manner(match[0]),
            )
            yield Stated(start=match.start(), end=match.end(), value=value)


def _rhythm(text: str, match: re.Match[str]) -> float:
    """How often a year a second fitting at `match` takes place, by the words in its clause."""
    clause = re.split(r"[,;:.]| (?:and|but|while|so) ", text[match.start() : match.end() + 60])[0]
    return next((value.per_year for _, _, value in frequencies(clause)), 0.0)


@lru_cache(maxsize=1024)
def _refit_rhythms(told: str) -> tuple[float, ...]:
    """How often a year a document's text fits again."""
    return tuple(
        rhythm
        for sentence in sentences(told)
        for match in _REFIT.finditer(sentence)
        if (rhythm := _rhythm(sentence, match))
    )


_FIXED_AT = re.compile(
    rf"\b(slope|intercept|coefficient|hedge ratio|weight|beta|threshold)s? (?:is|are|stays?|was|were) (?:\w+ )?(?:fixed|set|held|frozen|pinned|kept) (?:at|to) (?:exactly )?{NUMBER}\b"
)
_NUMBERS_FITTED = re.compile(
    rf"\b({NUMBER}) (?:\w+ )?(?:numbers|quantities|values|figures|unknowns) (?:is|are|were|get) (?:\w+ )?(?:fitted|estimated|learned|learnt|found)\b"
)
_REFIT = re.compile(
    r"\bre-?(?:fit|train|estimat|calibrat|tun|optimi)\w*|\b(?:estimate[ds]?|fitted|fit|trained|chosen|learned|calibrated|renewed|repeated|refreshed|updated)(?: \w+){0,2}? (?:again|anew|afresh|every|each|once (?:a|per))\b"
)


def conflict(stated: Fitting, *, asserted: bool, fact: Fitting, document: MethodologyDocument) -> Reason | None:
    """Fitting where nothing is fitted, none where something is, another kind of model, another count."""
    if stated.sizes:
        known, said = dict(fact.sizes), dict(stated.sizes)
        sizes = _sizes_told(prose(document, key)) if asserted and fact.exists else frozenset()
        for unit, size in said.items():
            if unit not in known and any(each == unit for each, _ in sizes) and (unit, size) not in sizes:
                return Reason.CONTRADICTS_DOCUMENT
        same = [known[unit] == size for unit, size in said.items() if unit in known]
        return Reason.CONTRADICTS_DOCUMENT if same and (not all(same) if asserted else all(same)) else None
    if asserted and stated.manner and fact.exists:
        manners = {_manner(match[0]) for match in _MANNER.finditer(prose(document, key))}
        if manners and stated.manner not in manners:
            return Reason.CONTRADICTS_DOCUMENT
    if stated.methods == {"search"}:  # which may also have chosen how another model learns
        if asserted:
            if stated.plain and fact.exists and not fact.plain:
                model = fact.methods - _SEARCH or families_of_prose(prose(document, key)) - _SEARCH
                return Reason.CONTRADICTS_DOCUMENT if model else None
            return None if fact.exists else Reason.INAPPLICABLE_TOPIC
        return Reason.CONTRADICTS_DOCUMENT if "search" in fact.methods or _is_searched(document) else None
    if stated.methods == _ESTIMATION and fact.exists:
        named = fact.methods or families_of_prose(prose(document, key))
        if asserted:
            return Reason.CONTRADICTS_DOCUMENT if named & _NOT_LIKELIHOOD and not named & _ESTIMATION else None
        return Reason.CONTRADICTS_DOCUMENT if named & _ESTIMATION else None
    if stated.methods == {"covariance"} and not fact.exists and "covarianc" in prose(document, key):
        return None
    if stated.bare and (not fact.exists or fact.count is None):
        return None
    if not fact.exists:
        return Reason.INAPPLICABLE_TOPIC if asserted else None
    if not asserted and stated.bare:
        return Reason.CONTRADICTS_DOCUMENT if stated.count == fact.count else None
    methods = (fact.methods - _SEARCH or families_of_prose(prose(document, key))) - _ESTIMATION - _SEARCH
    if not asserted:
        if stated.again:
            told = _sentences_on(stated.thing, prose(document, key)) or prose(document, key)
            told = f"{told} . {fold(str(document.facts.get('evaluation_split', '')))}"
            return Reason.CONTRADICTS_DOCUMENT if _REPEATED.search(told) and not _ONCE.search(told) else None
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
        ruled = document.kind != "ml" and (stated.soft == "rules" or (stated.soft == "numbers" and not fact.plain))
        return None if ruled else Reason.CONTRADICTS_DOCUMENT
    if (
        stated.methods
        and not are_like(stated.methods - {"search"} - _ESTIMATION or methods, methods)
        and (methods or fact.plain)
    ):
        return Reason.CONTRADICTS_DOCUMENT
    if stated.count is not None and fact.count is not None and stated.count != fact.count:
        return Reason.CONTRADICTS_DOCUMENT
    if stated.count is not None and fact.count is None:
        counts = {number(match[1]) for match in _NUMBERS_FITTED.finditer(prose(document, key))}
        if counts and stated.count not in counts:
            return Reason.CONTRADICTS_DOCUMENT
    if stated.every and (rhythms := _refit_rhythms(prose(document, key))):
        return None if any(same_frequency(stated.every, other) for other in rhythms) else Reason.CONTRADICTS_DOCUMENT
    if (
        stated.again
        and _ONCE.search(prose(document, key))
        and not _REPEATED.search(_NOT_AGAIN.sub("", prose(document, key)))
    ):
        return Reason.CONTRADICTS_DOCUMENT
    return None


_THE = re.compile(
    r"\b(?:into|to|from|by|on|in|of|after|before|behind|inside|feed|reach(?:es)?|touch(?:es)?|update[ds]?|retrain\w*|refit\w*) (?:the|its|this|these|those) (?:\w+ )?$"
)
_SET_ONCE = re.compile(
    rf"\b(?:weights|model|network|trees|forest|ensemble|regression|parameters?|coefficients?|thresholds?|settings?|numbers?|values?|cut-?offs?|lengths?|ratios?|betas?|loadings?|it) {_BE} (?:\w+ )?(?:set|fitted|fit|trained|estimated|learned|learnt|chosen|picked|fixed|tuned|calibrated|determined)"
    r" (?:just |only |exactly |but )?(?:once|a single time|one time only)\b(?! (?:a|per|every|each|in|the|there|it|they|more than)\b)"
)
_SUBJECT = re.compile(
    r"(weight|coefficient|tree|network|forest|regression|parameter|threshold|ratio|beta|loading|penalt)"
)


@lru_cache(maxsize=1024)
def _sizes_told(told: str) -> frozenset[tuple[str, int]]:
    """How deep and how large a document's text says that its model is."""
    return frozenset((unit, size) for unit, size in sizes_in(told) if unit in ("depth", "layer", "unit", "tree"))


def _sentences_on(thing: str, told: str) -> str:
    """The sentences of a document's text that name a thing and its fitting."""
    return " . ".join(
        each for each in re.split(r"[.;]\s|, (?=the |a )", told) if thing and thing in each and _LEARNED.search(each)
    )


_DONE_ONCE = re.compile(
    r"\b(?:estimation|fit|fitting|training|calibration|regression|learning|optimi[sz]ation|search) (?:is|was|happens|happened|takes place|took place)(?: (?:done|made|run|performed|carried out|undertaken))?(?: over \w+)? (?:just |only )?(?:once(?! (?:a|per|every|each|in)\b)|a single time|one time only|one single time)\b"
    r"|\b(?:chosen|picked|tuned|fitted|trained|estimated|calibrated|learned|optimi[sz]ed|determined|fixed|settled) (?:just |only )?(?:once|a single time)(?:,| and| at| on| over| before)(?! (?:a|per|every|each) )"
    r"|\bonce (?:fitted|trained|estimated|learned|learnt|calibrated|tuned|chosen|grown|found),? (?:[\w']+ ){1,4}?(?:is|are|stays?|remains?|runs?|lives?|serves?)(?: \w+)? (?:kept|left|used|frozen|fixed|unchanged|untouched|the same|for good|for ever|forever|as (?:it|they))\b"
    r"|\b(?:regression|model|network|weights|trees|forest|coefficients?|parameters?|fit|slope|intercept|ratio|thresholds?|it)(?: (?:and|the) \w+){0,2} (?:is|are|stays?|stands?|remains?|was|were)(?: \w+)?(?: \w+)? (?:for good|for ever|forever|for all time|to the (?:very )?end|permanently|until the end)\b"
    r"|\b(?:have|has) (?:stayed|remained|been left|been kept|been held) (?:as (?:they were|it was)|unchanged|untouched|fixed|frozen|the same|constant)(?: (?:ever )?since)?\b"
)
_TRIED = re.compile(r"\b(?:sweeps?|swept|scan(?:s|ned|ning)?|grid|trial and error|tried|back-?tests?|in-sample)\b")
_MANNER = re.compile(
    r"\b(?:(?P<grid>grid|exhaustive|brute[- ]force)|(?P<random>random)|(?P<bayesian>bayesian)|(?P<genetic>genetic|evolutionary))(?=[- ](?:\w+[- ])?(?:search\w*|optimi[sz]\w*|sweeps?|scans?|algorithms?|tun\w+)|(?<=grid)\b)"
)


def _manner(words: str) -> str:
    found = _MANNER.search(words)
    return "" if found is None else found.lastgroup or ""


def _is_searched(document: MethodologyDocument) -> bool:
    """Whether a document's prose tells of a search, and does not deny it."""
    told = prose(document, key)
    return any(
        match.lastgroup == "search"
        and not re.search(r"\b(?:no|not|never|without|nor)\b", told[max(match.start() - 40, 0) : match.start()])
        for match in FAMILY.finditer(told)
    )
