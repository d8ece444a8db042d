"""What is fitted and to what: thresholds, windows, networks, one model or many, a human hand."""

from validators.methodology.topics.practice_words.clause import ClauseWords, PracticeWords

_FITTED = r"(?:re-?)?(?:fitted|fit\b|tuned|fine-tuned|optimi[sz]ed|calibrated|searched|learned|learnt|trained|estimated|regressed|data-mined)|(?:chosen|picked|selected|found|determined) (?:\w+ )?(?:by|through|via|from|on|in|to) (?:an? |the |its )?(?:\w+ ){0,2}?(?:candidates?|values|levels|options|grid|search|optimi\w+|back-?test\w*|sweep|scan|cross-validation|in-sample|best|maximi\w+|19\d\d|20\d\d|training|first|earlier)"
_FITTING = r"(?:fits|tunes|fine-tunes|optimi[sz]es|calibrates|learns|estimates|searches(?: for| over)?|fitting|tuning|fine-tuning|fine-tune|tune|optimi[sz]e|optimi[sz]ing|calibrating|calibrate|estimate|search(?:ing)? (?:for|over))"
_THINGS = (
    (
        "thresholds",
        r"(?:entry|exit|rsi|z-score|trigger|buy|sell|probability)[ -](?:and (?:exit|entry|sell) )?(?:thresholds?|levels?|cut-?offs?|bands?|values?)|thresholds?|cut-?offs?|levels(?: of \d[\w ]*)?",
    ),
    (
        "windows",
        r"(?:look-?backs?|windows?|averages|lengths?|horizons?|formation periods?)(?: lengths?| windows?| periods?)?",
    ),
    (
        "hyper-parameters",
        r"(?:tree |maximum )?depths?(?: of the trees)?|(?:number|count) of (?:trees|layers|units|neurons|rounds|estimators)|learning rates?|hyper-?parameters?|architecture",
    ),
    ("ratios", r"hedge[- ]ratios?"),
    ("penalties", r"penalt(?:y|ies)|regulari[sz]ation"),
    ("holding periods", r"(?:maximum )?holding (?:periods?|times?)"),
)
_FITS = r"models?|networks?|nets?|regressions?|fits?|trees?|ensembles?|forests?|classifiers?|sets? of (?:weights|parameters|coefficients|trees)"
_ASSET = r"(?:stocks?|shares?|assets?|funds?|etfs?|names?|sectors?|tickers?|markets?|instruments?|currenc(?:y|ies)|coins?|contracts?|compan(?:y|ies)|pairs?|commodit(?:y|ies)|futures?)"
_CUES = (
    "together", "pooled", "separate", "own ", "each", "every", "individual", "single", "manual", "discretion",
    "human", "threshold", "level", "cut-off", "cutoff", "window", "look-back", "lookback", "length", "average",
    "horizon", "formation", "ratio", "penalt", "depth", "number of", "learning rate", "hyper", "architecture",
    "regulari", "holding", "lstm", " gru", "recurrent", "rnn", "transformer", "attention", "convol", "cnn",
    "convnet", "feed", "mlp", "perceptron", "ridge", "lasso", "elastic", "least squares", " ols", "penali", "shrunk", "shrink", "stopp", "stops", "epoch", "validation",
)  # fmt: skip
FITTING = ClauseWords(
    key="fitted_parameters",
    cues=_CUES,
    words=(
        *(
            PracticeWords(
                name=f"{name} fitted",
                does=rf"(?:{things})(?: (?:of|for|in|at|to)(?: [\w-]+){{1,5}}?)?(?: and (?:the )?[\w-]+(?: [\w-]+)?)? (?:is|are|was|were|has been|have been|being|gets?)(?:n't| not| never)? (?:\w+ ){{0,2}}?(?:{_FITTED})|(?:{things}) (?:is|are|was|were) (?:the )?(?:outcome|result|product|fruit|output) of (?:an? |the )?(?:\w+ )?(?:search|optimi\w+|fit|calibration|grid|sweep|scan)|(?:{things}),? \(?(?:{_FITTED})|(?:{_FITTING}) (?:the |its |both |an? )?(?:[\w-]+ ){{0,3}}?(?:{things})",
                without=rf"(?:{things})(?: of [\w ]{{1,20}}?)?(?: and [\w ]{{1,20}}?)? (?:is|are|was|were|come|comes|came) (?:\w+ ){{0,2}}?(?:round numbers?|conventions?|(?:fixed|set|given|decided|settled|chosen) (?:in advance|by hand|up front|a priori|beforehand|ahead of time)|from (?:the |a )?(?:literature|textbooks?|paper)|taken from (?:the |a )?(?:literature|textbooks?|paper|published)|chosen by hand|set by (?:hand|convention)|arbitrary|(?:fixed|set|kept|held) (?:at|to) [\d.]+)",
            )
            for name, things in _THINGS
        ),
        *(
            PracticeWords(name=f"{name} network", among="architecture", does=words)
            for name, words in (
                ("recurrent", r"lstms?|grus?|recurrent(?: neural)? (?:net\w*|model|layers?)|rnns?"),
                ("transformer", r"transformers?|self-attention|attention layers?"),
                ("convolutional", r"convolutional(?: neural)? (?:net\w*|model|layers?)|cnns?|convnets?"),
                ("feed-forward", r"feed-?forward (?:net\w*|model)|mlps?|multi-?layer perceptrons?"),
            )
        ),
        PracticeWords(
            name="one model for all",
            does=rf"one (?:set of )?(?:model|coefficients?|network|regression|weights)(?: of \w+)? serves|(?:to|on|over|across|for) all (?:[\w-]+ ){{0,3}}?(?:together|at once|jointly|alike)|pooled (?:over|across|fit|model|(?:linear )?regression|data|sample)|(?:one|a single|the same|a common|a shared) (?:{_FITS}) (?:is |serves |for |fitted |trained )+(?:for )?(?:all|every|each)",
            without=rf"(?:separate|own|individual|distinct|different|dedicated|new) (?:\w+ )?(?:{_FITS})(?: \w+){{0,4}}? (?:for|per|to|on) (?:each|every|all) {_ASSET}|(?:a|one) (?:\w+ )?(?:{_FITS}) (?:per|for (?:each|every)) {_ASSET}|(?:each|every) {_ASSET} (?:has|gets|is given|receives|comes with) (?:(?:[\w-]+ )?(?:coefficients|weights|parameters|slopes|model|network|regression) of its own|its own|a (?:\w+ )?(?:{_FITS}))|{_ASSET} by {_ASSET}|(?:{_FITS}) (?:is|are) (?:fitted|trained|estimated|grown|learned) (?:separately|individually|one by one)",
        ),
        PracticeWords(
            name="a penalty on the coefficients",
            does=r"ridge|lasso|elastic[- ]net|l[12][- ](?:penalt\w+|regulari\w+)|penali[sz]ed (?:regression|coefficients)|(?:coefficients?|slopes?|weights?) (?:is|are|gets?) (?:\w+ )?(?:shrunk|penali[sz]ed|pulled(?= towards? zero))",
            without=r"ordinary least squares|ols|un-?penali[sz]ed|un-?regulari[sz]ed|(?:no|without(?: any| a)?) (?:\w+ )?(?:shrinkage|penalty(?! (?:for|on|of) (?!the coefficients|coefficients))|regulari[sz]ation)",
        ),
        PracticeWords(
            name="early stopping",
            does=r"early[- ]stop\w*|stop(?:s|ped)? early|(?:training|it|fitting) (?:is )?(?:stops|stopped|ends|ended) (?:early|when|once|as soon as) [^.;]{0,40}validation",
            without=r"(?:fixed|set|given) (?:number of )?(?:[\w-]+ )?(?:epochs|rounds|passes|iterations)|(?:regardless|irrespective|independent(?:ly)?) of (?:the |what the )?validation",
        ),
        PracticeWords(
            name="discretion",
            does=r"(?:manual|discretionary|human) (?:overrides?|overlay|interventions?|discretion|veto|adjustments?)",
        ),
    ),
)
