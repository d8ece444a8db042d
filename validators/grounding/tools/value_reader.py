"""The numbers that the values of a tool output are or hold, each with what its place says that it is."""

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from validators.grounding.answer.won_or_lost import listed_won_or_lost
from validators.grounding.number_match import UNIT_PER_FRACTION
from validators.grounding.tools.bracketed import is_pair, metrics_of_pair, outer_key
from validators.grounding.tools.class_units import unit_of_class
from validators.grounding.tools.elapsed import in_days
from validators.grounding.tools.every_number import every_number
from validators.grounding.tools.keys import ID_KEY, LONGEST_LABEL, PLAIN_KEYS, kind_of_names
from validators.grounding.tools.names.names_in_prose import names_in_prose
from validators.grounding.tools.names.names_told import NOTHING
from validators.grounding.tools.number import KEYED, ORDINAL, ToolNumber, is_one_period
from validators.grounding.tools.place import Place
from validators.grounding.tools.place_metric import metric_at, unit_at
from validators.grounding.tools.prose import ProseMetric, is_change, prose_metrics, spelled_record
from validators.grounding.tools.settled_metric import is_difference, settled, settled_as_written
from validators.grounding.tools.vocabulary.key_asides import without_asides
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS, inner_metric
from validators.grounding.tools.vocabulary.words import GENERIC, OF_THE_MARKET, key_words
from validators.numbers.quantity import DateParts, Quantity

_UNIT_OF_KIND = {"percent": "percent", "points": "percent", "basis_points": "bps", "multiple": "multiple"}
_OF_A_YEAR = frozenset({"best_year", "worst_year"})
# Words of a key that single no part of a result out.
_SAYS_NO_PART = (GENERIC - {"index"}) | frozenset(
    "annual annualized yearly calendar monthly weekly daily loss gain net gross trade average max min maximal minimal percent per profit win losing winning profitable longest shortest by hold held in to of on at as for with from over account equity "
    "return cumulative compound compounded geometric jensen deviation standard volatility window whole full span horizon since inception final initial opening closing "
    "ending starting side basis paid charged incurred commission fee cost transaction closed completed executed round trip drawdown peak trough deepest largest biggest "
    "steepest worst best typical usual depth size position deal bet figure estimate ratio rate coefficient observed reported computed".split()
)
_TO_THE_MARKET = frozenset("exposure beta alpha correlation r_squared tracking_error information_ratio treynor".split())
_TAILS = frozenset({"var", "cvar"})  # a number beside them is their level
_APART = frozenset("excess active relative outperformance".split())  # from the market
_BOUGHT, _HELD = frozenset({"buy", "buying", "bought"}), frozenset({"hold", "holding", "held"})
_AGAINST = frozenset("vs versus against with relative regression over".split())
_EQUITY_AT = {None: "final_equity", "first": "initial_capital", "last": "final_equity"}
_FIGURE = re.compile(r"\d")
_FROM = re.compile(
    r"\b(?:from|start(?:ed|ing)?(?: (?:at|with|from))?|initial(?:ly)?) \W?$", re.IGNORECASE
)  # "204,912 USD from 100,000 USD"
_LONGEST_KEPT = 4_000  # characters of a text whose numbers are remembered: documents come again and again


_LONGEST_ID = 6  # digits of one by which an answer calls a record: "trade 187"


class ValueReader:
    """Collects the numbers of the values that it is given, and the dates and windows that they and their keys tell."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known  # names, by what they are names of
        self.numbers: list[ToolNumber] = []
        self.dates: list[tuple[DateParts, str]] = []
        self.windows: list[tuple[DateParts, DateParts, str]] = []

    def length(self, length: int, place: Place) -> None:
        named = ((key, metric_of_key(key)) for key in reversed(place.keys[-2:]))
        metric = next(
            (name for key, name in named if name in METRICS or (name and key.lower() not in PLAIN_KEYS)), None
        )
        self.numbers.append(
            ToolNumber(
                value=float(length), source=f"{place.call} length of {place.path}", metric=metric, scope=place.scope,
                times=place.times, length=True,
            )
        )  # fmt: skip

    def number(self, value: float, place: Place) -> None:
        try:
            number = float(value)
        except OverflowError:
            return
        if not math.isfinite(number):
            return
        key = place.keys[-1] if place.keys else ""
        if (
            isinstance(value, int)
            and 1900 <= value <= 2099
            and (key_words(key)[-1:] in (("year",), ("fy",), ("y",), ("yr",)) or not key)
        ):
            self.dates.append((DateParts(year=value), place.source))
            if key:
                return  # when the record's numbers are of, and none of them
        unit, scale = unit_at(place)
        metric, unit = settled(place, number, metric_at(place), unit)
        unit = unit or unit_of_class(place.units, metric)
        self._add(number * scale, place, metric, unit=unit, scale=scale)

    def ordinal(self, value: float, place: Place) -> None:
        """Takes the number by which a list calls a record, and that counts nothing: the 3 of fold 3."""
        self.numbers.append(
            ToolNumber(
                value=float(value), source=place.source, metric=ORDINAL, scope=place.scope, times=place.times, prose=True,
                either_sign=True,
            )
        )  # fmt: skip

    def _add(self, value: float, place: Place, metric: str | None, *, unit: str | None, scale: float) -> None:
        ended = place.end == "first" and is_one_period(place.times)  # what a first month left is no initial capital
        if metric == "equity" and not ended:
            metric = _EQUITY_AT.get(place.end, metric)
        inner = inner_metric(metric) if metric is not None else None
        if inner is not None and unit in UNIT_PER_FRACTION and METRICS[inner].measure in ("money", "count"):
            inner = None  # what a price changed by in percent is no price
        scope = _with_part(place.scope, metric, inner)
        difference = is_difference(place.keys)
        self.numbers.append(
            ToolNumber(
                value=value, source=place.source, metric=metric, inner=inner, unit=unit, scale=scale, scope=scope,
                times=place.times, difference=difference, either_sign=difference, currency=place.currency,
            )
        )  # fmt: skip

    def text(self, text: str, place: Place) -> None:
        key = place.keys[-1] if place.keys else ""
        if ID_KEY.search(key):
            if text.isascii() and text.isdigit() and len(text) <= _LONGEST_ID:
                self.ordinal(float(text), place)
            return
        if not _FIGURE.search(text):
            return
        metric = metric_at(place) if len(text) <= LONGEST_LABEL and place.keys else None
        text = in_days(spelled_record(text), metric)
        found = _kept_numbers(text) if len(text) <= _LONGEST_KEPT else every_number(text)
        alone = len(found) == 1 and len(text) <= 32 and found[0].end - found[0].start >= 0.6 * len(text.strip())
        if len(found) == 2 and is_pair(text):
            self._pair(found[0], found[1], metric, place)
            return
        if alone or metric in METRICS or (len(found) == 1 and metric is not None and inner_metric(metric) is not None):
            self._values(text, found, metric, place, alone=alone)
            return
        told = _kept_prose_metrics(text) if len(text) <= _LONGEST_KEPT else {}
        names = names_in_prose(text, found, self._known) if len(text) <= _LONGEST_KEPT else {}
        for number, quantity in enumerate(found):
            metric, times = told.get(number, (None, ()))
            named = names.get(number, {})
            there = replace(place, times=times or place.times, scope={**place.scope, **named})
            self._quantity(quantity, metric, there, prose=True, loose=named, setting=kind_of_names(key))

    def _pair(self, first: Quantity, second: Quantity, metric: str | None, place: Place) -> None:
        """Takes a value and the one in brackets behind it."""
        key = place.keys[-1] if place.keys else ""
        metric, behind = metrics_of_pair(key, metric, first, second)
        place = replace(place, keys=(*place.keys[:-1], outer_key(key)))
        self._quantity(first, metric, place, prose=metric is None)
        self._quantity(second, behind, place, prose=behind is None)

    def _values(self, text: str, found: Sequence[Quantity], metric: str | None, place: Place, *, alone: bool) -> None:
        """What a text under a metric's key holds: the key tells its first number, of the one date beside it ("2020-04 8.1%"), the
        words the others ("145 (57 won, 88 lost)", "30000 -> 87018")."""
        years = len(found) > 1 and metric in _OF_A_YEAR
        dates = [quantity for quantity in found if quantity.readings and (years or not quantity.text.isdigit())]
        numbers = [quantity for quantity in found if quantity not in dates]
        if len(dates) == 1 and len(numbers) == 1:
            place = replace(place, times=dates[0].readings[:1])
            alone = True
        ends = metric == "equity" and len(numbers) == 2 and is_change(text, *numbers)
        told = _kept_prose_metrics(text) if len(numbers) > 1 else {}
        for place_of, quantity in enumerate(found):
            if quantity in dates and quantity.text.isdigit():
                self.dates.extend((date, place.source) for date in quantity.readings)
                continue
            first = bool(numbers) and quantity is numbers[0]
            if ends:
                said: str | None = "initial_capital" if first else "final_equity"
            else:
                paid = metric == "fee" and quantity.kind == "money"  # "Commission: 4 bps per side, $812.50 in all"
                said = metric if first or paid or quantity in dates else listed_won_or_lost(text, quantity)
                said = said or told.get(place_of, (None,))[0]
                if said is None and metric == "final_equity" and _FROM.search(text, 0, quantity.start):
                    said = "initial_capital"
            self._quantity(quantity, said, place, prose=not alone, loose=place.scope)

    def _quantity(
        self,
        quantity: Quantity,
        metric: str | None,
        place: Place,
        *,
        prose: bool,
        loose: Mapping[str, str] = NOTHING,
        setting: str | None = None,
    ) -> None:
        """Takes a number of a text. `loose`: what one in running text is of that has no metric; `setting`: the dimension of whose
        names the text is one."""
        self.dates.extend((date, place.source) for date in quantity.readings)
        if quantity.kind == "date" and not quantity.text.isdigit():
            return
        unit = _UNIT_OF_KIND.get(quantity.kind) or quantity.currency
        unit = unit or (quantity.noun if quantity.kind == "duration" else None)
        scale = 1.0
        if unit is None and not prose:
            unit, scale = unit_at(place)
        metric, unit = settled_as_written(place, quantity, metric, unit, prose=prose)
        inner = inner_metric(metric) if metric else None
        scope = _with_part(place.scope, metric, inner) if metric or not prose else loose
        for value in quantity.parts or (quantity.value,):
            if not math.isfinite(value):
                continue
            self.numbers.append(
                ToolNumber(
                    value=value * scale, source=place.source, metric=metric, unit=unit, scale=scale, written=quantity,
                    inner=inner, scope=scope,
                    times=place.times if metric or not prose else (), prose=prose and metric is None,
                    either_sign=quantity.gloss or "(" in quantity.text or (prose and metric is None),
                    setting=setting if metric is None else None,
                )
            )  # fmt: skip


def _with_part(scope: Mapping[str, str], metric: str | None, inner: str | None) -> Mapping[str, str]:
    """A scope with the part of a result that a key's own words single out: the "benchmark" of a `benchmark_return`."""
    if metric is None or inner is None:
        return scope
    apart = _part_of(metric, inner)
    return {**scope, f"{KEYED} metric": apart} if apart else scope


@lru_cache(maxsize=8192)
def _part_of(metric: str, inner: str) -> str:
    told = without_asides(tuple(metric.split()))
    if inner in _TO_THE_MARKET or not _APART.isdisjoint(told):  # `alpha_vs_spy`, `excess_return_over_benchmark`
        end = next((place for place, word in enumerate(told) if place and word in _AGAINST), len(told))
        told = tuple(word for word in told[:end] if word not in OF_THE_MARKET | _APART)
    if not (_BOUGHT.isdisjoint(told) or _HELD.isdisjoint(told)):
        return "buy hold"
    words = [word for word in told if word not in inner.split("_") and not (inner in _TAILS and word.isdigit())]
    if "index fund" in metric:
        return "index fund"
    market = [word for word in words if word in OF_THE_MARKET]
    return " ".join(market or (word for word in words if word not in _SAYS_NO_PART))


@lru_cache(maxsize=8192)
def _kept_numbers(text: str) -> tuple[Quantity, ...]:
    return every_number(text)


@lru_cache(maxsize=8192)
def _kept_prose_metrics(text: str) -> dict[int, ProseMetric]:
    return prose_metrics(text, _kept_numbers(text))
