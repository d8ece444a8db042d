"""Sectors and industries, and what belongs to which."""

import re
from collections.abc import Iterator

_SECTORS = {
    "bank": r"bank(?:s|ing)?|lenders",
    "insurer": r"insur(?:ers?|ance)",
    "broker": r"brokers?|asset managers?",
    "financial": r"financials?|financial services",
    "utility": r"utilit(?:y|ies)",
    "property": r"reits?|real[- ]estate(?: investment trusts?)?|property(?: trusts?)?",
    "biotech": r"bio-?tech(?:nology)?s?",
    "pharma": r"pharma(?:ceuticals?|s)?|drug[- ]?makers?",
    "health": r"health[- ]?care|medical(?: devices?)?|hospitals?",
    "chip": r"semi-?conductors?|chip[- ]?makers?|semis",
    "software": r"software",
    "technology": r"tech(?:nology)?|information technology|internet",
    "telecom": r"telecom(?:s|munications?)?|communication services",
    "media": r"media",
    "carmaker": r"car[- ]?makers?|auto(?:s|mobiles?|motive|makers?)",
    "airline": r"airlines?",
    "transport": r"transport(?:ation|s)?|shipping|railways?|railroads?",
    "defence": r"defen[cs]e|aerospace",
    "industrial": r"industrials?",
    "retail": r"retail(?:ers?)?",
    "food": r"food|beverages?|brewers?|drinks?|tobacco|consumer staples|staples",
    "consumer": r"consumer(?: discretionary| goods)?",
    "miner": r"(?:gold |silver |copper |uranium )?min(?:ers?|ing)",
    "chemical": r"chemicals?",
    "steel": r"steel(?:makers?)?",
    "material": r"materials",
    "oil": r"oil(?: (?:and|&) gas)?|oil[- ]majors?|drillers?",
    "energy": r"energy",
    "builder": r"home-?builders?|construction",
}
_ALONE = (  # these words name companies by themselves
    r"banks|lenders|insurers|financials|utilities|reits|biotechs|pharmaceuticals|pharmas|drug[- ]?makers|chip[- ]?makers|semiconductors|telecoms|car[- ]?makers|automakers|airlines|industrials|retailers|brewers|(?:gold |silver |copper |uranium )?miners|steelmakers|oil[- ]majors|drillers|home-?builders|railroads|brokers|asset managers|real[- ]estate investment trusts?|property trusts?"
)
_NOUN = r"(?:shares?|stocks?|equit(?:y|ies)|compan(?:y|ies)|firms?|names|issuers?|sectors?|funds?|etfs?|bonds?|debt|[a-z]*-?caps?|groups?|industr(?:y|ies)|adrs?|pairs)"
_ANY = "|".join(sorted(_SECTORS.values(), key=len, reverse=True))
_SECTOR = re.compile(
    rf"(?<![\w-])(?<!central )(?<!holding )(?<!investment )(?:{_ALONE})(?![\w-])(?! (?:holidays?|accounts?|balances?|notes|themselves))|(?<![\w-])(?:{_ANY})(?=(?:,? (?:and|or|&) [\w-]+)? (?:[\w-]+ )?{_NOUN}\b|(?:(?:,? and|,) [\w-]+(?: care)?){{0,8}} (?:is|are) (?:among |one of |part of )?(?:its|the) (?:\w+ )?sectors\b)"
)
_EACH = [(name, re.compile(words)) for name, words in _SECTORS.items()]
PARTS = {
    f"sector:{name}": frozenset(f"sector:{part}" for part in parts)
    for name, parts in {
        "financial": ("bank", "insurer", "broker"),
        "health": ("biotech", "pharma"),
        "technology": ("chip", "software"),
        "telecom": ("media",),
        "industrial": ("airline", "transport", "defence", "builder", "carmaker", "steel"),
        "consumer": ("retail", "food", "carmaker", "airline", "media", "builder"),
        "material": ("miner", "chemical", "steel"),
        "energy": ("oil",),
    }.items()
}


def sectors_in(text: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where folded words name companies by their line of business."""
    for match in _SECTOR.finditer(text):
        found = next((name for name, words in _EACH if words.fullmatch(match[0])), None)
        if found:
            yield match.start(), match.end(), frozenset([f"sector:{found}"])
