"""What well-known symbols stand for, in words: a document that lists them need not say it."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.topics.holdings.markets import mentions_kind
from validators.methodology.topics.holdings.places import PARTS, words_for
from validators.methodology.topics.holdings.universe_members import KEY
from validators.methodology.topics.holdings.well_known_companies import names_of
from validators.methodology.topics.prose import prose


def _each(glosses: Mapping[str, str]) -> dict[str, str]:
    """A gloss for every symbol, of glosses by the symbols that share one."""
    return {symbol: gloss for symbols, gloss in glosses.items() for symbol in symbols.split()}


_COUNTRIES = _each(
    {
        "EWJ DXJ": "japan", "EWG": "germany", "EWU": "uk", "EWQ": "france", "EWI": "italy", "EWP": "spain", "EWN": "netherlands", "EWK": "belgium",
        "EWL": "switzerland", "EWO": "austria", "EWD": "sweden", "NORW": "norway", "EDEN": "denmark", "EFNL": "finland", "GREK": "greece",
        "EPOL": "poland", "TUR": "turkey", "EWC": "canada", "EWW": "mexico", "EWZ": "brazil", "ECH": "chile", "ARGT": "argentina", "EWA": "australia",
        "ENZL": "new zealand", "EWH": "hong kong", "EWS": "singapore", "EWT": "taiwan", "EWY": "korea", "EWM": "malaysia", "THD": "thailand",
        "EIDO": "indonesia", "EPHE": "philippines", "VNM": "vietnam", "FXI MCHI ASHR KWEB": "china", "INDA EPI": "india", "EZA": "south africa",
        "EIS": "israel", "KSA": "saudi arabia",
    }
)  # fmt: skip
_SHARES = _each(
    {
        "AAPL MSFT NVDA AMZN GOOGL GOOG META TSLA NFLX": "technology magnificent giants",
        "INTC AMD AVGO QCOM CSCO IBM CRM ADBE ORCL TXN MU AMAT": "technology chip software",
        "KO PEP": "soft-drink makers, consumer staples, food and beverage", "PG CL KMB": "consumer staples, household goods",
        "GIS MDLZ HSY KHC MO PM": "consumer staples, food, tobacco", "WMT COST TGT HD LOW MCD SBUX NKE": "retail, consumer", "DIS CMCSA": "media",
        "JNJ PFE MRK UNH LLY ABBV BMY AMGN": "health care, pharma, drug makers", "XOM CVX COP SLB OXY EOG": "energy, oil and gas, oil majors, oil producers",
        "JPM BAC WFC C GS MS USB": "financials, banks, lenders", "MA V AXP": "financials, payments", "T VZ TMUS": "telecom",
        "BA LMT CAT GE HON DE UPS MMM RTX": "industrials, aerospace, defence", "GM F": "consumer, car makers, autos", "NEM FCX": "materials, miners, gold miners, copper",
        "DUK SO NEE": "utilities",
    }
)  # fmt: skip
_FUNDS = _each(
    {
        "SPY IVV VOO": "s&p 500 us large-cap shares, stocks, equities", "VTI SCHB ITOT": "us shares, stocks, equities, total market",
        "QQQ": "nasdaq-100 us technology shares, stocks, large caps", "DIA": "dow jones us large-cap shares", "IWM IJR VB": "russell 2000 us small-cap shares, stocks",
        "MDY IJH VO": "us mid-cap shares, stocks", "EFA IEFA VEA": "developed markets, foreign international shares", "EEM IEMG VWO": "emerging markets shares",
        "VT ACWI": "global world shares", "VGK EZU FEZ": "european shares", "AGG BND": "bonds, us bond fund, fixed income",
        "TLT": "long treasury bonds, us government bonds, bond fund, fixed income, long-dated", "IEF IEI GOVT": "treasury bonds, us government bonds, bond fund, fixed income",
        "SHY BIL SHV SGOV": "short treasury bills, short-dated us government bonds, bond fund, fixed income, cash-like", "TIP": "inflation-linked bonds, bond fund",
        "LQD": "corporate bonds, investment-grade bonds, bond fund, credit", "HYG JNK": "junk bonds, high-yield corporate bonds, bond fund, credit",
        "EMB": "emerging markets bonds, bond fund", "MUB": "municipal bonds, bond fund", "GLD IAU": "gold, gold bullion, precious metals, commodity",
        "SLV": "silver, precious metals, commodity", "DBC GSG PDBC": "commodities", "USO": "crude oil, energy, commodity", "UNG": "natural gas, energy, commodity",
        "GDX GDXJ": "gold miners, gold mining shares", "VNQ IYR XLRE": "us reits, real estate shares", "XLK": "us technology sector shares, tech",
        "XLF": "us financials sector shares, banks", "XLE": "us energy sector shares, oil", "XLV": "us health care sector shares, healthcare",
        "XLI": "us industrials sector shares", "XLY": "us consumer discretionary sector shares", "XLP": "us consumer staples sector shares",
        "XLU": "us utilities sector shares", "XLB": "us materials sector shares", "XLC": "us communication services sector shares", "SMH SOXX": "us semiconductors shares",
        "FXE": "euro currency", "FXB": "british pound currency", "FXY": "yen currency", "FXA": "australian dollar currency", "FXC": "canadian dollar currency", "FXF": "swiss franc currency", "UUP": "us dollar currency",
    }
)  # fmt: skip
_CONTRACTS = _each(
    {
        "ES MES": "s&p 500 equity index, stock index, equities, us large caps, e-mini", "NQ MNQ": "nasdaq-100 equity index, stock index, equities, us technology shares, e-mini",
        "YM MYM": "dow jones equity index, stock index, equities, e-mini", "RTY M2K": "russell 2000 equity index, stock index, equities, us small caps, e-mini",
        "ZT ZF ZN ZB UB": "treasury bonds, ten-year us treasury notes, rates, government bonds", "CL": "wti crude oil, energy, commodity", "BZ BRN": "brent crude oil, energy, commodity",
        "NG": "natural gas, energy, commodity", "HO RB": "heating oil, gasoline, refined products, energy, commodity", "GC MGC": "gold, precious metals, commodity",
        "SI": "silver, precious metals, commodity", "PL": "platinum, precious metals, commodity", "PA": "palladium, precious metals, commodity",
        "HG": "copper, industrial metals, base metals, commodity", "ZC": "corn, grains, agricultural commodity", "ZW KE": "wheat, grains, agricultural commodity",
        "ZS": "soybeans, grains, agricultural commodity", "KC": "coffee, softs, agricultural commodity", "CC": "cocoa, softs, agricultural commodity", "SB": "sugar, softs, agricultural commodity",
        "CT": "cotton, softs, agricultural commodity", "LE GF": "live cattle, livestock, commodity", "HE": "lean hogs, livestock, commodity", "VX": "vix volatility",
        "6E": "euro currency", "6J": "yen currency", "6B": "british pound currency", "6A": "australian dollar currency", "6C": "canadian dollar currency", "6S": "swiss franc currency",
    }
)  # fmt: skip
_MONEY = {
    "AUD": "australian dollar, aussie", "NZD": "new zealand dollar, kiwi", "CAD": "canadian dollar, loonie", "EUR": "euro", "GBP": "british pound, sterling, cable",
    "JPY": "japanese yen", "CHF": "swiss franc", "SEK": "swedish krona", "NOK": "norwegian krone", "MXN": "mexican peso",
}  # fmt: skip
_COINS = {
    "BTC": "bitcoin",
    "ETH": "ether, ethereum",
    "SOL": "solana",
    "ADA": "cardano",
    "XRP": "ripple",
    "LTC": "litecoin",
    "DOGE": "dogecoin",
}
_SYMBOL = re.compile(r"(?<![\w&])[A-Z][A-Z0-9]{1,5}(?![\w&])")
_QUOTED_IN = re.compile(r"(?<=[A-Z]{3})[-/]?(?:USDT|USDC|USD)$")
_EMERGING = PARTS["place:emerging"]


def told_of_holdings(document: MethodologyDocument) -> str:
    """A document's title, universe and text, folded, and what the well-known symbols of its universe stand for."""
    return _with_glosses(prose(document, KEY), document.facts.get(KEY, ""))


def stand_for_kinds(document: MethodologyDocument, kinds: Iterable[str]) -> bool:
    """Whether the well-known symbols of a document's universe stand for all the kinds that are named."""
    told = _glosses(document.facts.get(KEY, ""))
    return bool(told) and all(mentions_kind(told, kind) for kind in kinds)


@lru_cache(maxsize=4096)
def _with_glosses(told: str, universe: FactValue) -> str:
    return f"{told}. {_glosses(universe)}"


@lru_cache(maxsize=1024)
def _glosses(universe: FactValue) -> str:
    symbols = _SYMBOL.findall(universe) if isinstance(universe, str) else universe
    of_futures = all(symbol in _CONTRACTS for symbol in symbols)  # CL is crude oil among futures, Colgate among shares
    return ". ".join(filter(None, (_gloss(symbol, of_futures=of_futures) for symbol in symbols)))


def _gloss(symbol: str, *, of_futures: bool) -> str:
    if of_futures:
        return f"{_CONTRACTS[symbol]} futures, contracts"
    if country := _COUNTRIES.get(symbol):
        market = "emerging markets" if f"place:{country}" in _EMERGING else "developed markets"
        return f"{words_for(country)}, stocks, equities, single-country fund, country etf, {market}"
    if line := _SHARES.get(symbol):
        return f"{names_of(symbol)}, us large-cap shares, stocks, individual companies, {line} companies"
    if holding := _FUNDS.get(symbol):
        return f"{holding}, fund, etf"
    if coin := _COINS.get(_QUOTED_IN.sub("", symbol)):
        return f"{coin}, crypto, coins"
    money = [gloss for code, gloss in _MONEY.items() if code in (symbol[:3], symbol[-3:])] if len(symbol) >= 6 else []
    return f"{', '.join(money)}, currency pairs, currencies, us dollar" if money else ""
