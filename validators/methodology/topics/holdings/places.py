"""Countries, regions and indices: the words that say where what is held is listed, and what lies within what."""

import re
from collections.abc import Iterator

_COUNTRIES = {
    "us": "american|north american|us|u\\.s\\.|usa|united states|america|new york|nyse|wall street",
    "canada": "canadian|canada|toronto",
    "mexico": "mexican|mexico",
    "brazil": "brazilian|brazil|sao paulo",
    "chile": "chilean|chile",
    "argentina": "argentine|argentina",
    "colombia": "colombian|colombia",
    "uk": "british|uk|u\\.k\\.|britain|united kingdom|london",
    "germany": "german|germany|frankfurt|xetra",
    "france": "french|france|paris",
    "italy": "italian|italy|milan",
    "spain": "spanish|spain|madrid",
    "netherlands": "dutch|netherlands|amsterdam",
    "belgium": "belgian|belgium|brussels",
    "switzerland": "swiss|switzerland|zurich",
    "austria": "austrian|austria|vienna",
    "portugal": "portuguese|portugal|lisbon",
    "ireland": "irish|ireland|dublin",
    "greece": "greek|greece|athens",
    "poland": "polish|poland|warsaw",
    "hungary": "hungarian|hungary|budapest",
    "czechia": "czech|czechia|prague",
    "turkey": "turkish|turkey|istanbul",
    "russia": "russian|russia|moscow",
    "sweden": "swedish|sweden|stockholm",
    "norway": "norwegian|norway|oslo",
    "denmark": "danish|denmark|copenhagen",
    "finland": "finnish|finland|helsinki",
    "iceland": "icelandic|iceland",
    "japan": "japanese|japan|tokyo|osaka",
    "china": "chinese|china|shanghai|shenzhen",
    "hong kong": "hong kong",
    "taiwan": "taiwanese|taiwan|taipei",
    "korea": "korean|korea|seoul",
    "india": "indian|india|mumbai",
    "singapore": "singaporean|singapore",
    "malaysia": "malaysian|malaysia",
    "thailand": "thai|thailand",
    "indonesia": "indonesian|indonesia|jakarta",
    "philippines": "philippine|philippines|manila",
    "vietnam": "vietnamese|vietnam",
    "australia": "australian|australia|sydney",
    "new zealand": "new zealand",
    "south africa": "south african|south africa|johannesburg",
    "israel": "israeli|israel|tel aviv",
    "saudi arabia": "saudi|saudi arabia|riyadh",
    "egypt": "egyptian|egypt",
    "nordic": "nordics?|nordic region|scandinavian?",
    "eurozone": "euro[- ]?zone|euro[- ]area",
    "europe": "(?:(?:pan|continental)[- ])?europe(?:an)?",
    "asia": "asian?",
    "pacific": "asia-pacific|pacific",
    "latin america": "latin[- ]americ(?:a|an)",
    "emerging": "emerging(?:[- ]markets?)?+",
    "developed": "developed(?:[- ]markets?)?+",
    "world": "global|worldwide|international",
}  # fmt: skip
_NORDIC = frozenset(("sweden", "norway", "denmark", "finland", "iceland"))
_EUROZONE = frozenset(
    ("germany", "france", "italy", "spain", "netherlands", "belgium", "austria", "portugal", "ireland", "greece", "finland")
)  # fmt: skip
_EUROPE = _NORDIC | _EUROZONE | {"uk", "switzerland", "poland", "hungary", "czechia", "nordic", "eurozone"}
_PACIFIC = frozenset(("japan", "hong kong", "singapore", "australia", "new zealand"))
_ASIA = frozenset(
    ("japan", "china", "hong kong", "taiwan", "korea", "india", "singapore", "malaysia", "thailand", "indonesia", "philippines", "vietnam")
)  # fmt: skip
_LATIN = frozenset(("brazil", "mexico", "chile", "argentina", "colombia"))
_EMERGING = (_ASIA - {"japan", "hong kong", "singapore"}) | _LATIN | {
    "poland", "hungary", "czechia", "turkey", "south africa", "saudi arabia", "egypt", "greece", "russia", "latin america", "asia",
}  # fmt: skip
_DEVELOPED = (_EUROPE - {"poland", "hungary", "czechia", "greece"}) | _PACIFIC | {"us", "canada", "israel", "europe"}
_WITHIN = {
    "nordic": _NORDIC,
    "eurozone": _EUROZONE,
    "europe": _EUROPE,
    "pacific": _PACIFIC | _ASIA | {"asia"},
    "asia": _ASIA,
    "latin america": _LATIN,
    "emerging": _EMERGING,
    "developed": _DEVELOPED,
    "world": frozenset(_COUNTRIES) - {"world"},
}
PARTS = {f"place:{name}": frozenset(f"place:{each}" for each in within) for name, within in _WITHIN.items()}
SHARES = (
    r"(?:shares?|stocks?|equit(?:y|ies)|[a-z]*-?caps?|compan(?:y|ies)|firms?|names|banks?|bankers|insurers|lenders|exporters|makers|producers|brewers|miners|utilities|retailers|industrials|listings?|listed|adrs?|blue[- ]chips|issuers"
    r"|bonds?|debt|credit|ind(?:ex|ices)|futures?|etfs?|funds?|markets?|sectors?|reits?|constituents|stock exchange|exchange)"
)
_BY_WORD = {
    name: place
    for place, words in _COUNTRIES.items()
    for name in re.sub(r"\\", "", words).split("|")
    if "(" not in name
}
_LOOSE = [(re.compile(words), place) for place, words in _COUNTRIES.items() if "(" in words or "?" in words]
_ANY = "|".join(sorted((words for words in _COUNTRIES.values()), key=len, reverse=True))
_PLACE = re.compile(
    rf"(?<![\w.])(?:(?P<of>{_ANY})(?='s? |-listed|-based|[- ](?:(?:and|or) [a-z]+ |, [a-z]+ (?:and|or) [a-z]+ )?(?:(?!dollars?\b|francs?\b|lira\b|pesos?\b|(?:is|are|and|or|of|in|on|to|for|with)\b)[\w-]+ ){{0,3}}?{SHARES}\b)"
    rf"|(?:(?<=in )|(?<=from )|(?<=of )|(?<=across )|(?<=listed )|(?<=and )|(?<=or )|(?<=, )|(?<=the ))(?P<in>(?!us\b)(?:{_ANY})|(?<=the )us)(?![\w'-])"
    r"(?! (?:time|hours|session|open|close|fix|fixing|trading|holidays?|morning|afternoon|evening|calendar|dollars?|francs?|lira|pesos?|yen|won|krona|krone|pounds?|real|rupees?|zloty|forint|baht|rand|interbank|treasur\w+)\b))"
)
_FIRST = frozenset(
    word for word in re.findall(r"[a-z.]{2,}", _ANY.replace("\\", "")) if len(word) > 3 or word in ("us", "usa", "uk")
) | {"asia", "nordic", "asian", "european", "u", "scandinavia", "eurozone"}
_WORD = re.compile(r"[a-z]+")
_INDICES = {
    "sp": (r"s ?& ?p|s and p", "us"),
    "dow": (r"dow(?: jones)?", "us"),
    "nasdaq": (r"nasdaq", "us"),
    "russell": (r"russell", "us"),
    "wilshire": (r"wilshire", "us"),
    "euro stoxx": (r"euro stoxx", "eurozone"),
    "stoxx": (r"stoxx(?: europe)?", "europe"),
    "ftse": (r"ftse", "uk"),
    "dax": (r"dax", "germany"),
    "mdax": (r"mdax", "germany"),
    "cac": (r"cac", "france"),
    "ibex": (r"ibex", "spain"),
    "smi": (r"smi", "switzerland"),
    "aex": (r"aex", "netherlands"),
    "omx": (r"omx\w*", "nordic"),
    "nikkei": (r"nikkei", "japan"),
    "topix": (r"topix", "japan"),
    "hang seng": (r"hang seng", "hong kong"),
    "csi": (r"csi", "china"),
    "kospi": (r"kospi", "korea"),
    "nifty": (r"nifty|sensex", "india"),
    "asx": (r"asx", "australia"),
    "tsx": (r"tsx", "canada"),
    "bovespa": (r"i?bovespa", "brazil"),
    "vix": (r"vix|cboe volatility index", "us"),
    "vstoxx": (r"vstoxx", "eurozone"),
}
_SIZED = (  # whose name alone says which
    "dow", "dax", "mdax", "cac", "ibex", "smi", "aex", "nikkei", "hang seng", "kospi", "nifty", "bovespa", "vix", "vstoxx",
)  # fmt: skip
_INDEX = re.compile(
    r"(?<![\w.])(?:"
    + "|".join(rf"(?P<{name.replace(' ', '_')}>{words})" for name, (words, _) in _INDICES.items())
    + r")(?:(?: europe)?[ -](?P<size>\d{2,4}|small|mid|core|composite))?(?![\w-]*(?:data|needs|news)\b)(?!\w)"
)


def places_in(text: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where folded words name a country or region as the home of securities ("Nordic shares", "listed in Oslo")."""
    if _FIRST.isdisjoint(_WORD.findall(text)):
        return
    for match in _PLACE.finditer(text):
        group = "of" if match["of"] else "in"
        yield match.start(group), match.end(group), frozenset([f"place:{_place(match[group])}"])


def indices_in(text: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where folded words name a well-known index: which one, and where its members are listed."""
    for match in _INDEX.finditer(text):
        name = str(
            match.lastgroup
            if match["size"] is None
            else next(group for group in match.groupdict() if group != "size" and match[group])
        ).replace("_", " ")
        size = f" {match['size']}" if match["size"] and name not in _SIZED else ""
        place = "place:" + _INDICES[name][1]
        keys = {place}
        if size or name in _SIZED:
            keys.add(f"index:{name}{size}")
        yield match.start(), match.end(), frozenset(keys)


def words_for(place: str) -> str:
    """What shares of a country are called ("japanese shares, japan shares")."""
    return ", ".join(f"{name} shares" for name, country in _BY_WORD.items() if country == place)


def _place(words: str) -> str:
    return _BY_WORD.get(words) or next(place for pattern, place in _LOOSE if pattern.fullmatch(words))
