"""Words that say that a signal looks back at nothing."""

import re

from validators.methodology.topics.amounts import NUMBER

_TODAY = r"(?:today's|(?:the )?(?:day's|current|latest|present|present-day|moment's)(?: own)?|the (?:day|present)'s)"
_GONE = (
    r"(?:need(?:ed|s)?|required|necessary|used|consulted|considered|examined|looked|read|fed|taken|involved|enters?|matters?|counts?|kept|at all|goes|go"
    r"|plays?|is (?:\w+ )?(?:needed|required|used|consulted|looked at))"
)
NO_LOOKBACK = re.compile(
    r"\b(?:(?:no|without(?: any| a)?|zero|not any) (?:\w+ )?look-?back(?:s| windows?| periods?)?\b(?! (?:(?:is|are|was|were) )?(?:\w+ )?(?:tuned|fitted|optimi|searched|learn|trained|estimated|chosen|of q))"
    r"|(?:no|without(?: any)?|not (?:need|use|require|consult) (?:any )?|zero) ?(?:price |market |trading |past |historical )?(?:history|memory|past(?: prices?| data| returns| values| closes)?"
    rf"|(?:historical|previous|earlier) (?:prices?|data|returns|closes))(?=(?: (?:is|are|was|were))?(?: \w+ly)? {_GONE}\b| ?(?:[.,;:)]|$))"
    r"|(?:needs?|requires?|uses?|has|keeps?|consults?) no (?:price |market |trading |past |historical )?(?:look-?back|history|memory|past prices?|past data|historical (?:prices|data))\b(?! (?:beyond|before|older|longer|further|prior))"
    r"|(?<!day )(?<!week )(?<!month )(?<!year )(?<!hour )(?<!session )(?<!bar )look-?backs?(?: windows?| periods?)? (?:isn't|is not|aren't|are not|is never) (?:\w+ly )?(?:needed|used|required|necessary|involved)"
    r"|(?:do|does)(?:n't| not) look back(?! (?:by |over |to |for )?(?:the |a |an |\d|more|further|beyond|only)| (?:[a-z]+[ -]){1,3}(?:day|week|month|year|session|hour|minute|second|bar|quarter)s?\b)"
    r"|(?:does|do)(?:n't| not) (?:look at|use|need|consult|require|consider|read|remember|draw on) (?:any |a single |one |a )?(?:price |market |past |historical |trading )*(?:history|prices?|past|memory|look-?back(?: windows?| periods?)?)\b(?= at all|\W*$)"
    r"|(?:does|do)(?:n't| not) (?:look at|use|need|consult|require|consider|remember|draw on) (?:any |a single |one )(?:past|price|historical|previous) (?:history|prices?|data|returns?)\b"
    rf"|(?:only|solely|just|nothing but|nothing beyond|nothing other than) {_TODAY} (?:\w+ )?(?:prices?|figures?|data|quotes?|curve|values?|observations?|snapshot|readings?|levels?) (?:counts?|matters?|enters?|decides?|(?:is|are) (?:\w+ )?(?:used|needed|read|looked at|consulted|considered))"
    r"|(?:signals?|rules?|decisions?|positions?|strategy|q{3,}|it) (?:\w+ )?(?:depends?|rests?|relies|is driven|are driven|is decided|are decided) (?:only |solely )?(?:on|by) (?:nothing but )?the (?:calendar|date|season)(?: alone| only)"
    rf"|(?:past|historical) (?:data|prices?|history|returns|values|closes|observations|quotes) (?:(?:is|are|was|were|do|does)(?: not|n't)|never) (?:\w+ly )?(?:{_GONE}|matter|enter|count|play)(?! (?:to|for|in|when|during|before|on)\b)"
    r"|remembers? nothing(?! (?:beyond|before|older|from before|earlier|except|but|further|more|that)\b)|has no memory|past prices? (?:play|plays|have|has) no (?:part|role)|memory-?less)\b"
)
_NOW = r"(?:latest|last|current|present|single|newest|most recent|same|day's|today's|sorting day's|ranking day's)"
_ONE = r"(?:(?!most\b|recent\b)[\w'-]+ ){0,2}?(?:quotes?|price|close|bar|candle|report|reading|print|value|fix|fixing|figure|curve|observation|settlement|snapshot|level)"
LATEST_ALONE = re.compile(
    rf"\b(?:the|one|its|a) {_NOW} {_ONE} (?:(?:[a-z]+ing|itself|of \w+) )?(?:alone|only(?! (?:when|if|after|on|at))|by itself)\b"
    rf"|\b(?:only|just|solely|nothing but|nothing beyond|nothing other than|no more than) (?:on |from |of )?(?:the|its|one|a) {_NOW} {_ONE}\b"
    r"|\b(?:only|just|solely|nothing but) (?:the )?(?:bars|prices|quotes|data|moves|returns|candles|readings) (?:of|from) (?:the )?(?:current|same|present|very|ranking|sorting) (?:day|session|hour|week|month)\b"
    rf"|\b(?:only|just) (?:sees?|reads?|uses?|looks? at|needs?|considers?|takes?) (?:yesterday's|today's|the {_NOW}) (?!{NUMBER}\b|few\b|day|week|month|quarter|year|hour|session)[a-z]+\b(?! (?:months?|weeks?|days?|years?|hours?|sessions?|quarters?)\b)"
    rf"|\b(?:yesterday's|today's) {_ONE} (?:alone|only|by itself)\b|\b(?:only|just|solely|nothing but) (?:yesterday's|today's) {_ONE}\b"
    rf"|\b(?:looks? at|reads?|uses?|sees?|takes?|needs?) (?:only |just )?(?:the|its|today's|yesterday's) {_NOW} (?:[\w'-]+ ){{0,2}}[\w-]+,? (?:and (?:that's|that is) (?:it|all)|and nothing (?:else|more)|alone\b)"
    r"|\b(?:only|just|solely) (?:cares? about|looks? at|uses?|reads?|sees?|needs?|knows?|considers?|asks?|minds?|goes by) (?:what|how|where) (?:[\w'-]+ ){1,4}?(?:right now|today|at (?:the|this|that) (?:very )?moment|at present|currently|now)\b"
    rf"|\bon the single {_ONE}\b|\b(?:no|without(?: any)?) (?:averaging|smoothing)(?: (?:over|across|of)\b|[.,;]|$| at all| takes place| is done)"
    r"|\b(?:nothing but|only) the (?:bar|candle|day|close|session) (?:just|that has just) (?:finished|closed|ended|gone)\b"
)
"""Where nothing but the latest of the data is looked at."""
NONE_SAID = re.compile(
    r"\b(?:look-?back(?: (?:window|period|length))?|memory|formation period|how much(?: of (?:the|its))? (?:past|history)|(?:(?:signal|observation|ranking) |^)window)\b[^.,;]{0,60}?(?:[:=,|-]|\b(?:is|has|of|and|q+)) ?(?P<none>none|nil|n/a|zero)\b(?! of| other)"
)
