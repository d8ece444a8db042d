"""Words for what is learned from data."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.amounts import NUMBER, number
from validators.methodology.topics.fitting.fittings import Fitting
from validators.methodology.topics.fitting.hand_set_values import MODEL, OF_SOME, SPECIFIC, is_of_tuning
from validators.methodology.topics.fitting.model_families import families_in
from validators.methodology.topics.fitting.parameter_counts import COUNT_FITTED
from validators.methodology.topics.fitting.parameter_searches import manner_of_search
from validators.methodology.topics.fitting.refits import AGAIN, BE, rhythm_of

_THING = (
    r"(?:hyper-?parameters?|parameters?|thresholds?|weights?|weightings?|coefficients?|loadings?|betas?"
    r"|look-?backs?(?: windows?| periods?| lengths?)?|settings?|cut-?offs?|knobs?"
    r"|windows? lengths?|window|lags?|signals?|rules?|bands?|models?|trigger levels?|trigger|levels?"
    r"|formation periods?|period lengths?|horizons?|values?|constants?|numbers?|scores?|ranking function"
    r"|multipliers?|stops?|entry and exit (?:levels|days|dates|points|rules)|entries|exits|ranker|classifier|network|strategy|mapping"
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
    r"|tuning|tuned)|(?:re-?)?calibrat(?:es?|ing|ed)|(?:re-?)?(?:trains?|training|trained)|learn(?:s|ing(?! rates?)|ed|t)?)"
)
_POSITIVE = re.compile(
    r"\b(?:fitted parameters?|parameters? fitted)(?: : \w+)? ?[:=]+ ?(?!none|there (?:is|are) no|no\b|n/a|nil|zero|0\b|nothing|not\b|value|null|-)\w+(?! (?:is|are|was|were|has|have|may|can|will)\b)\b|"
    rf"\b{_THING}(?:(?: \w+){{0,5}}?|(?:,? (?!(?:is|are|was|were|it|they|not|no)\b)\w+){{0,6}}?) {BE} (?:then |all |both "
    r"|each |also |jointly |first |re-?|periodically |regularly |carefully |automatically |continuously |\w+ly "
    rf"|not |never )*{_DONE}\b"
    rf"|\b(?:its|the|all|their|these) {_THING} (?:\w+ly )?(?:re-?)?(?:fitted|optimi[sz]ed|tuned|calibrated"
    r"|trained|learned|learnt)\b"
    rf"|\b{_DO} (?:on |over |up )?(?:\w+[ -]){{0,4}}?{_THING}\b"
    r"|\b(?:it|strategy|model|system|portfolio|we|they|this|that|which|signal|and|rule|momentum|ranker"
    rf"|rule set) {BE} (?:then |first |also |re-?|periodically |\w+ly |not |never )*(?:re-?|fine-?"
    r"|pre-?)?(?:trained|fitted|fit (?:to|on)|tuned|calibrated|optimi[sz]ed)\b"
    r"|(?:\b(?:is|are|was|were|been|be|being|and|then|gets|annually|monthly|weekly|never|not)|(?<=it)'s|(?<=they)'re) (?:re-?trained|re-?grown"
    r"|re-?fit(?:ted)?|re-?calibrated|re-?estimated|re-?optimi[sz]ed|re-?tuned)\b"
    r"|\b(?:come|comes|came|result\w*|emerge\w*|stems?|output) (?:\w+ )?(?:from|out of|of) (?:an? |the |its )?(?:\w+ )?(?:regressions?|least squares|optimi[sz]\w+|grid|search|fit|fitting|training|trained|learned|estimation|calibration)\b"
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
    r"|\b(?:best|highest|optimal)[- ](?:performing|fitting)? ?(?:parameters?|lookbacks?|windows?|values?|lengths?|thresholds?|numbers?"
    r"|settings?|combination)\b|\bregress(?:es|ed|ion|ions)\b|\bmodel training\b|\bcurve-?fit\w*"
    r"|\btraining (?:set|data|sample|loss|error|run|process|phase|stage|step|period|window)s?\b"
    r"|\bdata[- ]mining\b|\b(?:is|are|was|were) used to (?:train|fit|calibrate|estimate|tune|optimi[sz]e) (?!and test|and evaluate)"
    r"|\b(?:is|are|was|were|been|be|being|gets?|got) (?:\w+ly |all |then |later |first )?(?:re-?|fine-|back-?|curve-?|over-?)?(?:tuned|calibrated|fitted|trained)\b(?! (?:in|out|eyes?|traders?|staff|with (?:a|the) (?:stop|filter)))"
    r"|\b(?:found|arrived at|settled on|picked|chosen|selected|determined|discovered|reached|obtained) (?:\w+ )?(?:by|through|via|after|from) (?:\w+ ){0,3}?(?:trial and error|trying (?:\w+ ){0,2}out|search\w*|scan\w*|sweep\w*|experiment\w*|optimi[sz]\w*|back-?test\w*|grid|data[- ]mining)\b"
    r"|\b(?:rules?|parameters?|thresholds?|settings?|lengths?|weights|coefficients?|cut-?offs?|look-?backs?)(?: \w+){0,3} (?:is|are|was|were|been|comes?|came) (?:\w+ )?(?:distilled|extracted|mined|inferred|derived|deduced|gleaned|read off|squeezed|taken|straight|out of) ?(?:from|out of|of)? (?:the |past |historical |old |its |price )*(?:data|history|prices|record|sample|past|backtests?)\b"
    r"|\b(?:whatever|what|which|that|those|because (?:it|they)|one that) (?:\w+ )?(?:worked|performed|did|fared|scored|paid) best (?:in|on|over|during|historically|so far|with)\b"
    r"|\b(?:ran|run|tried|tries|tested|compared|scanned|went through|evaluated|simulated|sifted|searched) (?:through |out )?(?:[\w,]+ ){0,4}?(?:combinations|variants|versions|values|settings|candidates|alternatives|lengths|pairs|configurations|permutations|possibilities)\b[^.;]{0,50}\b(?:best|kept|won|winners?|highest|picked|chose\w*|selected|prevailed)\b"
    r"|\b(?:teaches|taught|trains|trained|learns|learned) (?:itself|by itself|on its own|as it goes)\b"
    rf"|\b(?:coefficients?|parameters?|thresholds?|hedge ratios?|loadings?|betas?|model|network|forest|trees|regression|fit) (?:{BE} )?(?:\w+ly |then |also )?(?:refreshed|renewed|updated|revised|brought up to date|redone|run again)\b"
    rf"|\b(?:trees|stumps|forest|ensemble|boosters?|network|model|weights|coefficients?|loadings?|betas?|(?:hedge )?ratios?|parameters?|thresholds?|cut-?offs?|lengths|windows|settings|averages) {BE} (?:\w+ly |then |all )?(?:grown|built|trained|fitted|fit|estimated|learned|learnt|searched(?: for)?|determined|chosen|found|set|computed|picked|made)"
    r" (?:again|anew|afresh|every|each|once (?:a|per|every) (?:week|month|quarter|year)|twice a year|from scratch)\b(?! (?:time the|side|asset|stock|fund|of|day|session|bar|hour|trade|currenc\w+|market|instrument|symbol|ticker|contract|pair|couple|coin))"
    r"|\b(?:keeps?|kept|goes on|went on|continues?|never (?:stops|stopped|ceases)) (?:on )?(?:learning|training|fitting|adapting|updating itself|to learn|to adapt)\b"
    r"|\b(?:coefficients?|parameters?|thresholds?|settings?|loadings?|betas?) (?:\w+ly )?(?:adapts?|evolves?|adjusts?|updates?|changes?|drifts?) (?:themselves |itself |\w+ly )?(?:to|with|over|as|every|each|in response)\b"
    r"|\bre-?(?:fitted|trained|estimated|tuned|calibrated|optimi[sz]ed) (?:from|to|on|over|with|using|each|every|at|once|when)\b|(?<! an)(?<! the)(?<! these) (?:is|are|was|were) (?:\w+ )?estimates(?= ?[,.;]| from| of past| based)"
    r"|\b(?:chosen|picked|set|selected|found|fixed|adjusted|determined|shaped|made|bent|adapted|sized|arranged)(?: \w+){0,3}? (?:so as to|in order to|such that|so that|to)(?: (?:it|they|the|its|would|will|\w+ly)){0,3} (?:maximi[sz]\w*|minimi[sz]\w*|suit (?:the )?(?:window|data|past|history|period|sample)|fit (?:the )?(?:window|data|past|history|period|sample)|flatter\w*|look(?:s)? best|do(?:es)? best|(?:earn|make|give|yield|bring)s? (?:the )?most|gets? the (?:best|most|highest))"
    r"|\b(?:several|various|many|different|a (?:range|number|handful|dozen) of) (?:[\w-]+ ){0,2}?(?:sizes|values|lengths|settings|numbers|thresholds|windows|candidates|variants|versions|cut-?offs) (?:were|was|have been|are) (?:\w+ )?(?:run|tried|tested|compared|put|sent|simulated|evaluated|scanned|back-?tested|swept)\b[^.;]{0,60}\b(?:best|highest|won|top|kept|chosen|picked|winner)\b"
    r"|\b(?:came|comes|come) out (?:on top|best|ahead|first|highest)\b(?=[^.;]{0,40}\b(?:of|in|among|from|when)\b[^.;]{0,30}\b(?:lengths|values|settings|candidates|variants|windows|thresholds|numbers|versions|combinations|comparison|trial|search|test))"
    rf"|\b{_THING}(?: (?:of|for|in) [\w' -]{{1,30}}?)? {BE} (?:\w+ly |then )?(?:adjusted|adapted|tailored|customi[sz]ed|matched|moulded|geared) to (?:the |each |every |its )?(?:past |own )?(?:tickers?|windows?|data|stocks?|past|history|samples?|periods?|assets?|funds?|record)\b"
    r"|(?<!can be )(?<!could be )(?<!may be )(?<!might be )\b(?:chosen|selected|picked|set|fixed|decided) (?:\w+ )?(?:in|with|using) (?:the benefit of )?hindsight\b"
    rf"|\b(?:adapts?|adjusts?|fits?|tailors?|moulds?) (?:its|the|their) {_THING} to (?:the |its |past |recent )*(?:data|history|past|sample|period|record)\b"
    r"|\b(?:the |past |historical )(?:data|history|back-?tests?|past|search|algorithm|computer|optimi[sz]\w+) (?:chose|picked|selected|determined|dictated|settled(?: on)?|decided on|came up with) (?:the|its|a|which) (?:\w+ )?(?:windows?|lengths?|look-?backs?|thresholds?|parameters?|values?|settings?|numbers?|weights?|cut-?offs?)\b"
    rf"|\b{NUMBER}(?:[ -](?:days?|weeks?|months?|bars?|hours?))? (?:gave|had|produced|yielded|showed|delivered) the (?:best|highest)\b"
    r"|\b(?:lengths|values|windows|settings|thresholds|parameters|look-?backs)(?: (?:between|from) [\w.]+ (?:and|to) [\w.]+)? (?:were|was|have been) (?:\w+ )?(?:tried|tested|compared|scanned|swept)\b[^.;]{0,40}\b(?:best|highest|winner|top) (?:one )?(?:was|is|were|got|kept|chosen|picked)"
    r"|\bback(?:s|ed|ing) (?:[\w-]+ ){1,4}out of (?:the |past |old )*(?:data|history|past|prices|record)\b"
    rf"|\bhas (?:{NUMBER}|several|a few|many|some) (?:\w+ )?(?:fitted|learned|trainable|tuned|free|estimated"
    r"|optimi[sz]ed|calibrated) \w+|\b(?:over-?fit\w*) (?:its|the) parameters\b"
)
_ELSEWHEN = re.compile(r"^[^.;,]{0,30}\b(?:outside|until|except|other than|between|before|after|on (?:the )?test)\b")
_BARRED = re.compile(r"(?:\b(?:no|not|never|without|nor)\b|n't\b)[^.;,]{0,30}$")
_NO_OTHER = re.compile(r"\b(?:nothing (?:else|more|further)|no other)\b[^.;,]{0,40}$")  # than what is fitted
_UNSEEN_WHILE = re.compile(  # "data that the model did not see when it was fitted"
    r"(?:\b(?:not|never)|n't) (?:\w+ )?(?:see|saw|seen|shown|met|meet|know|knew|touch(?:ed)?|look(?:ed)? at|ha[sd]|have)\b[^.;:,]{0,30}\b(?:when|while|as|before)\b|\bnever saw\b"
)
_LATER = re.compile(  # "it doesn't learn during the test" says nothing of before
    r"\b(?:during|in|on|over|through|throughout|while|within|inside|after|since|once|from) (?:the |that |this |any |its )?(?:\w+ )?(?:tests?|testing|test period|test part|hold-?out|live|trading|out-of-sample|validation|evaluation|run)\b"
)
_AFRESH = re.compile(
    r" (?:again|anew|afresh|from scratch|over again|every|each|once (?:a|per|every))\b(?! (?:asset|stock|fund|side|market))"
)
_BY_METHOD = re.compile(r" (?:with|by|using|via|through|as|in|of|by means of) (?:[\w'-]+ ){0,4}[\w'-]+")
_NOT_AMONG = re.compile(
    r"(?:\b(?:not|never|nor|neither|no)|n't)\b[^.,;:]{0,30}?\b(?:among|amongst|one of|part of|belong\w* to|count\w* as|in|an?) (?:the |its |these |those |any |a |an )?(?:two |three |list of )?$"
)
_MEMBERS_NOT = re.compile(
    r"\b(?:list|universe|stocks|shares|funds|names|pairs|tickers|members|constituents|basket|securities|markets|coins|contracts)(?: (?:itself|themselves))? (?:is|are|was|were)(?:n't| not| never) (?:\w+ly )?$"
)
NOT_FITTING = re.compile(
    r"\b(?:good|best|better|poor|natural|close|right|great|perfect) fit\b|\bfit(?:s)? (?:well|in|into|together|the (?:bill"
    r"|definition|description|question|pattern)|your)\b|\blessons? learn\w*|\blearn more\b|\bresearch\b"
    r"|\bwe (?:can )?learn(?:ed)? (?:from|that)\b|\btuned (?:in|out)\b|\btrain(?:s|ing)? of thought"
    r"|\bregress\w* (?:back )?to(?:wards?)? (?:the |its |their )?(?:\w+ )?(?:mean|average|norm)\b|\btrained eyes?\b|\boverfit\w*|\bunfortunate\w*|\bvolatilit\w+ (?:is|are|was) estimated\b|\bbenefit\w*|\bprofit\w*"
    r"|\ban? (?:fitted|learned|free|tuned) parameter (?:is|means|would be)\b|\boutfit\w*|\bfree weights\b|(?<!from a )\bregress\w* of (?:[\w']+ ){1,4}?returns\b|\bregress\w+ (?:its|the strategy's) returns\b"
    r"|\bregress\w+\b[^.;]{0,40}\b(?:alpha|beta|intercept|r-squared|t-stat\w*|benchmark|the market)\b|\b(?:alpha|intercept|beta)\b[^.;]{0,40}\bregress\w+"
    r"|\bbetas? (?:to|against|of|with)\b[^.;]{0,40}\bestimated\b|\bcurve[- ]?fit\w*"
    r"|\b(?:betas?|alphas?|volatilit\w+|correlations?|sharpe(?: ratio)?|drawdowns?|returns?|risk|capacity|turnover|costs?|slippage|impact|exposure)(?: (?:is|are|was|were|has been|have been))? (?:\w+ )?estimated\b"
)


def fittings_told(text: str, innocent: list[tuple[int, int]], named: list[tuple[int, int]]) -> Iterator[Stated]:
    """Every word for fitting, but those that are `innocent` of it, and regressions already `named`."""
    for match in _POSITIVE.finditer(text):
        if _NOT_AMONG.search(text, max(match.start() - 60, 0), match.start()):
            continue  # "the window is not listed among the fitted parameters"
        if text.endswith(("nothing ", "none "), 0, match.start()) and OF_SOME.search(text, 0, match.start()):
            continue  # "of the thresholds nothing was fitted"
        if _MEMBERS_NOT.search(text, max(match.start() - 60, 0), match.start()):
            continue  # "the list wasn't selected by a search"
        if _BARRED.search(text, 0, match.start()) and (
            _ELSEWHEN.search(text[match.end() :]) or _LATER.search(text, match.start(), match.end() + 40)
        ):
            continue
        if match[0].startswith("regress") and any(begin <= match.start() < end for begin, end in named):
            continue
        if not any(begin < match.end() and match.start() < end for begin, end in innocent):
            count = COUNT_FITTED.search(text, max(match.start() - 24, 0), match.end())
            size = number(count[1]) if count else None
            by = _BY_METHOD.match(text, match.end())
            thing = SPECIFIC.search(match[0])
            again = AGAIN.search(match[0]) is not None or _AFRESH.match(text, match.end()) is not None
            value = Fitting(
                thing=thing[1] if thing else "",
                soft="tuning" if is_of_tuning(match[0]) else "",
                every=rhythm_of(text, match) if again else 0.0,
                methods=families_in(match[0]) | (families_in(by[0]) if by else frozenset()),
                count=int(size) if size is not None else None,
                again=again,
                model=MODEL.search(match[0]) is not None,
                manner=manner_of_search(match[0]),
            )
            other = _NO_OTHER.search(text, max(match.start() - 60, 0), match.start()) is not None
            surely = other or _UNSEEN_WHILE.search(match[0]) is not None
            yield Stated(start=match.start(), end=match.end(), value=value, asserted=True if surely else None)
