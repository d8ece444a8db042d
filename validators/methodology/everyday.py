"""Sentences about daily life, or about what the writer does for the reader, in which a topic's words have another sense: a gym's fee, a train, a chart."""

import re

from validators.methodology.clauses import BOUNDARY

_OF_LIFE = re.compile(
    r"\b(?:gyms?|museums?|galler(?:y|ies)|restaurant|hotel|flights?|airports?|passengers?|trains? (?:to(?! test| valid)|from|between|station|leaves?|ride|ticket|of thought)|(?:next|last|night|morning|early|late) trains?|bus(?:es)?|taxis?|parking"
    r"|flatmates?|room-?mates?|landlords?|tenants?|neighbou?rs?|wife|husband|girlfriend|boyfriend|friends?|brothers?|sisters?|mother|father|mum|mom|dad|uncle|aunt|cousins?|kids?|child(?:ren)?|daughter|son|family's"
    r"|(?<!-)schools?|teachers?|lectur(?:e|er|es)|homework|professor|kitchens?|dinner|lunch|breakfast|recipes?|pizza|cake|coffee machine|(?:coffee|tea|cuppa|mug|cup|popcorn|beer|drink) in hand|(?:cups?|mugs?|pots?) of (?:coffee|tea)|(?:grab|grabbed|fetch|fetched|sip|sipping|brew|brewed|pour|poured|drink|drank|make|made|need|needed|had|after|before|over) (?:a |my |your |some |another |the |more |morning )*(?:coffee|tea|cuppa|beer)(?![- ](?:futures|contracts?|prices?|market))|groceries|garden(?!-)|apartment|heating bill|your heating|electricity bill|utility bill|rent|insurance polic(?:y|ies)"
    r"|weddings?|the suit|shoes|holiday trip|vacation|hik(?:e|ing)|(?:the|a) trail|mountain|beach|weather forecast|movies?|films?|cinema\w*|novels?|poems?|songs?|albums?|bands? on stage|concerts?|theatre|football|soccer|tennis|marathons?|coach|referee"
    r"|planets?|physicists?|astronom\w+|galax(?:y|ies)|light-years?|telescopes?|dark matter|cosmos|cosmic|big bang|a court|the court|lawyers?|divorces?|last will|prison|police"
    r"|salary|salaries|job offers?|job interview|boss|co-?workers?|colleagues?|diets?|illness|doctors?|hospitals?|patients?|dentists?|dogs|cats|(?:the|a|my|your|his|her|our) (?:\w+ )?(?:dog|cat)|curtains?|hexagons?|library book|newsletters?|negotiat\w+|talks with"
    r"|seminars?|workshops?|conferences?|work and (?:\w+ )?life|tips (?:are|is)|puns?|jokes?|(?:vendors?|shops?|stores?|providers?|merchants?|caf[eé]s?|charit(?:y|ies)) (?:also |now |even )?(?:takes?|accepts?)|payable in|pay(?:ing|s)? (?:\w+ ){0,3}in(?= (?:bitcoin|crypto\w*|euros?|dollars?))|subscriptions?|memberships?|donations?|(?:your|an?|their|the) advis[eo]rs?|(?:ships?|publish\w*|cuts?) (?:an? |its |the )?(?:new )?(?:minor |major |patch )?releases?|commits(?! to\b)|pull requests?|notifications?|log-?ins?|paywalls?|staff|employees?|personnel|relationship managers?|compliance (?:department|officers?|team)|human resources|interns?|trainees?|apprentices?|recruit\w*|receptions?|receptionists?|visitors?|guests|(?:teams?|committees?|boards?|clubs?|councils?|panels?|juries) (?:meets?|convenes?|gathers?)(?![^.;]*\b(?:re-?balanc|weight|trad|portfolio|holding|position))|(?:tops?|topped|topping) up|(?:deposits?|withdraws?|fund|load) (?:your|the|an?) (?:account|wallet|card)|meeting room|smartphone|laptops?|printers?|gas fees?)\b"
)
_OF_STRATEGY = re.compile(
    r"q{3,}|\b(?:its?|we|our|here|(?:the|this|our|that) (?:[\w-]+ )?(?:strategy|model|system|rules?|backtest|portfolio|document\w*|methodology|simulation|book|signals?|agent|network|forest|regression))\b"
)
_RELATIVE = re.compile(r" ?(?:which|that|who)\b")
_WRITER_DOES = re.compile(
    r"(?:^|[.;:] |, (?:and |but |so )?)(?:(?:to|for|in|on) [^,.;:]{1,60}, |(?:for|on|in) (?:your|the|this) [\w-]+ )?(?:i'll|i will|i'm going to|i am going to|i'd|i would|i can|i could|i might|i've|i have|let me|we'll)"
    r" (?:\w+ly |also |then |just |not )?(?!say\b|tell|confirm|see\b|find|explain|answer|note\b|add\b|point out|describe|call|assume|expect|think|guess|mention|state\b|summari)[\w-]+"
)
_FOR_READER = re.compile(
    r"\b(?:charts?|pictures?|plots?|graphs?|dashboards?|csv|spreadsheets?|notebooks?|scripts?|slides?|files? you|your (?:own )?(?:\w+ )?(?:file|export|data|fills|upload|table|list)|the import|reminders?|screen|display|e-?mails?|axis|legend)\b"
)


_LOOKS_BACK = re.compile(  # "looking back at the past two months of our talks, you asked about …"
    r"(?:^|[.;:] )looking back\b[^.;:]{0,80}?,? (?:i|you|we)(?:'ve| have| had|'d)? "
)


def is_of_everyday(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] stands in a sentence of daily life, or in what the writer offers to do for the reader's eyes."""
    begin = max(
        (match.end() for match in BOUNDARY.finditer(text, 0, start) if not _RELATIVE.match(text, match.end())),
        default=0,
    )
    if _OF_LIFE.search(text) and not _OF_STRATEGY.search(text, begin, start):
        return True
    if any(looks.start() <= start for looks in _LOOKS_BACK.finditer(text)):
        return True
    for does in _WRITER_DOES.finditer(text, 0, start):
        between = text[does.end() : start]
        if not re.search(r"[;.] ", between) and not _OF_STRATEGY.search(between) and _FOR_READER.search(text):
            return True
    return False
