"""The numbers that a conversation's tools returned, each with its path, metric, unit, and the things it is about."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec.structs import replace

from validators.grounding.answer.won_or_lost import won_or_lost
from validators.grounding.tools.crossing import column_names, crossed
from validators.grounding.tools.every_number import every_number
from validators.grounding.tools.known_names import SLUG, known_names, named_in
from validators.grounding.tools.metric_vocabulary import DRAWDOWNS
from validators.grounding.tools.metric_words import (
    GENERIC,
    METRICS,
    OF_THE_MARKET,
    OF_THE_RUN,
    PHRASES,
    inner_metric,
    key_unit,
    key_words,
    measure_of,
    metric_of_key,
)
from validators.grounding.tools.named_apart import named_apart
from validators.grounding.tools.number import KEYED, ToolFacts, ToolNumber
from validators.grounding.tools.output import (
    decode,
    decode_inside,
    opened,
    paired,
    parallel,
    records,
    table,
    without_table,
)
from validators.grounding.tools.prose import Said, is_change, prose_metrics
from validators.grounding.tools.record import (
    ALIASED,
    KINDS,
    LONGEST_LABEL,
    PLAIN_KEYS,
    Place,
    called_by,
    called_in,
    dates_in,
    extreme_at,
    is_compared,
    is_paid,
    key_figures,
    metric_at,
    month_of,
    names_entity,
    ordinal_of,
    said_of,
    unit_at,
    window_of,
    year_of,
)
from validators.grounding.tools.record import Said as Names
from validators.numbers.dates import parse_date
from validators.numbers.quantity import DateParts, Quantity
from validators.numbers.tail import CURRENCY_CODES, TIME_NOUNS

NAME_KEY = re.compile(
    r"(?:^|_|\b)(?:id|name|model|strategy|ticker|symbol|label|version|run|title|asset|fund|index|benchmark)$|Id$|Name$"
)
ID_KEY = re.compile(r"(?:^|_)(?:id|hash|sha|uuid|guid|key|url|cusip|isin|sedol|figi)$|[a-z]Id$")
_DIFFERENCES = frozenset({"difference", "delta", "diff", "change", "excess", "gap", "relative", "minus", "less"})
_SET_APART = frozenset(
    {"difference", "delta", "diff", "gap", "minus"}
)  # of the keys above; a block "relative" holds alpha and beta
_PRICES = frozenset({"price", "market_cap", "revenue", "profit"})
_UNIT_OF_KIND = {"percent": "percent", "points": "percent", "basis_points": "bps", "multiple": "multiple"}
_SHARE_UNITS = frozenset({"percent", "bps", "fraction"})
_FIRST_WORD = re.compile(r"^(?:%|[A-Za-z][a-z]*)[_ ]?")
_WON_OR_LOST = re.compile(
    r"\b(?:(?P<won>won|wins?|winners?|winning)|lost|loss(?:es)?|losers?|losing)\b[\s:=]{1,3}$", re.IGNORECASE
)
# "129   winners 75   losers 54": a text that ends in such a count has its words before the counts
_LED_BY_WORD = re.compile(
    r"\b(?:won|wins?|winners?|winning|lost|loss(?:es)?|losers?|losing)\b[\s:=]{1,3}\d{1,7}\W{0,3}$", re.IGNORECASE
)
_PARTS = frozenset({"exposure", "win_rate", "loss_rate"})
_OF_A_YEAR = frozenset({"best_year", "worst_year"})
_LEAST_PROFIT = 1_000  # a "gain" from here is money
_LEAST_MONEY = 10  # a broken "profit" below it is a share of the capital
# Words of a key that single no part of a result out.
_SAYS_NO_PART = (GENERIC - {"index"}) | frozenset(
    "annual annualized yearly calendar monthly weekly daily loss gain net gross trade average max min percent per profit win".split()
)
_EQUITY_AT = {None: "final_equity", "first": "initial_capital", "last": "final_equity"}
_TIMES = frozenset(TIME_NOUNS.values())
_FIGURE = re.compile(r"\d")
_NESTED = frozenset({dict, list})
_NOTHING: Mapping[str, str] = {}
_NUMERIC = frozenset({float, int, type(None)})
# Keys of names that do not tell what they are names of.
_OPEN_KEYS = frozenset(
    "name who label id title run key item index series entry option arm variant side column names labels order".split()
)
_LINKS = re.compile(r"\b(?:on|in|at|for|and|model|strategy|run|ticker|symbol)\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W_]")
_YEARS = {"index": "year", "years": "year"}
_LEGENDS = re.compile(r"unit|meaning|legend|describ|descri|definition|glossary|label|explained|notes?$", re.IGNORECASE)
LONGEST_KEPT = 4_000  # characters of a text whose numbers are remembered: documents come again and again
ABOVE_ONE = frozenset({"total_return", "turnover", "exposure"})  # shares that may well exceed 100%
_NO_SHARE = 1_000  # from here on what is called a fee or slippage is money
_MOSTLY = 0.75  # of the shares of an output, as percent: the few below 1.5 are small


def tool_facts(outputs: Sequence[str], calls: Sequence[Mapping[str, Any]] = ()) -> ToolFacts:
    """What the tool outputs hold, in the order of the calls; `calls` are the calls' arguments. No text makes it fail."""
    numbers: list[ToolNumber] = []
    conventions: list[tuple[str | None, tuple[str, ...]]] = []
    values = [decode(text) for text in outputs]
    reader = _Reader(known_names(values, calls))
    for index, value in enumerate(values):
        said = said_of(calls[index]) if index < len(calls) else said_of({})
        scope = {**named_in(calls[index], reader.known), **reader.names(said)} if index < len(calls) else {}
        called = called_by(calls[index], value) if index < len(calls) else {}
        scope = {dimension: name for dimension, name in scope.items() if dimension not in called}
        reader.read(Place(f"call_{index}", scope=scope, times=said.times, aliases=said.aliases, called=called), value)
        reader.numbers = named_apart(reader.numbers)
        unit, shares = _convention(reader.numbers)
        numbers.extend(replace(number, unit=unit) if number.source in shares else number for number in reader.numbers)
        conventions.append((unit, tuple(shares)))
        reader.numbers = []
    return ToolFacts(
        numbers=tuple(numbers),
        dates=tuple(reader.dates),
        windows=tuple(reader.windows),
        conventions=tuple(conventions),
    )


def _convention(numbers: Sequence[ToolNumber]) -> tuple[str | None, dict[str, None]]:
    """Shares whose key names no unit are all fractions or all percent, as the output's sizes show."""
    shares = [
        number
        for number in numbers
        if number.unit is None
        and number.written is None
        and not number.length
        and measure_of(number.metric) == "share"
        and (abs(number.value) < _NO_SHARE or number.metric in ABOVE_ONE)
    ]
    sizes = [abs(number.value) for number in shares if number.metric not in ABOVE_ONE and number.value]
    sources = {number.source: None for number in shares}
    if not sizes:
        return None, sources
    large = sum(size >= 1.5 for size in sizes)
    if 0 < large < _MOSTLY * len(sizes):
        return None, sources
    return ("percent" if large else "fraction"), sources


class _Reader:
    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = known
        self._called: dict[str, Mapping[str, str]] = {}
        self.numbers: list[ToolNumber] = []
        self.dates: list[tuple[DateParts, str]] = []
        self.windows: list[tuple[DateParts, DateParts, str]] = []

    def read(self, root: Place, value: Any) -> None:
        stack: list[tuple[Any, Place]] = [(value, root)]
        while stack:
            node, place = stack.pop()
            if isinstance(node, dict):
                stack.extend(reversed(list(self._dict(node, place))))
            elif isinstance(node, (list, tuple)):
                stack.extend(reversed(list(self._list(node, place))))
            elif isinstance(node, str):
                inside = decode_inside(place.keys[-1], node) if place.keys else node
                if inside is node:
                    self._text(node, place)
                else:
                    stack.append((inside, place))
            elif isinstance(node, (int, float)) and not isinstance(node, bool):
                self._number(node, place)

    def _dict(self, node: dict[Any, Any], place: Place) -> Iterator[tuple[Any, Place]]:
        kinds = set(map(type, node.values()))
        if str in kinds and (inside := opened(node)) is not node:
            node, kinds = inside, set(map(type, inside.values()))
        rows: tuple[str, list[Any]] | None = None
        beside: dict[str, list[Any]] = {}
        crosswise: dict[str, dict[str, Any]] = {}
        if list in kinds:
            rows = table(node)
            if rows is not None:
                node = without_table(node, rows[0])
            else:
                beside = parallel(node)
                node = {key: value for key, value in node.items() if key not in beside} if beside else node
        if dict in kinds:
            crosswise = crossed(node)
            if crosswise:
                apart = next(iter(crosswise.values()))
                crossing, node = node, {key: value for key, value in node.items() if key not in apart}
        said = said_of(node)
        aliases = said.aliases or place.aliases
        scope = {**place.scope, **self.names(said)}
        called = (called_in(node) or called_by(node, node)) if dict in kinds and len(node) > 2 else {}
        if called:
            scope = {dimension: name for dimension, name in scope.items() if dimension not in called}
            place = replace(place, called=called)
        times = said.times or place.times
        labelled = said.label is not None and metric_of_key(said.label) in METRICS
        end = place.end if len(said.times) == 1 else None  # a point of a series, and no run of several
        if rows is not None or beside or crosswise:
            here = replace(place, scope=scope, times=times, label=None, aliases=aliases, unit=said.unit or place.unit)
            if rows is not None:
                yield rows[1], replace(here, path=place.under(rows[0]), legend=_legend(node, rows[1][0]))
            if beside:
                yield from self._beside(beside, here)
            if crosswise:
                yield from self._crossed(crosswise, crossing, here)
        if str in kinds and (window := window_of(node)) is not None:
            self.windows.append((*window, place.source))
        if len(node) > 1 and (kinds <= _NESTED or all(map(_year_key, node)) or all(map(_is_ticker, node))):
            self._length(len(node), place)
        for raw, value in node.items():
            key = str(raw)
            path = place.under(key)
            inner_scope, inner_times = scope, times
            keys = (*place.keys, key)
            named = place.called.get(key) or self._names_in(key) if type(value) is not str else _NOTHING
            if (column := place.columns.get(key)) is not None:
                inner_scope, inner_times = {**scope, **self.names(column)}, column.times or times
            elif named:
                inner_scope, keys = {**scope, **named}, place.keys
            elif names_entity(key, place.keys, times, value) or (labelled and _is_of_a_part(key)):
                when = year_of(key) or parse_date(key) or month_of(key, times)
                if when is not None:
                    month = next((kind for kind in said.names if month_of(said.names[kind], (when,))), None)
                    if month is not None:  # a row of a table with a column for each year
                        when = month_of(said.names[month], (when,)) or when
                        inner_scope = {kind: name for kind, name in scope.items() if name != said.names[month]}
                    inner_times = (when,)
                    self.dates.append((when, f"{place.call} {path}"))
                elif metric_of_key(key) not in METRICS and _DIFFERENCES.isdisjoint(key_words(key)):
                    inner_scope = {**scope, f"{KEYED} {place.shape}": key}
            else:
                figures, when = key_figures(key)
                if when is not None and isinstance(value, (int, float)):
                    inner_times = (when,)
                    self.dates.append((when, f"{place.call} {path}"))
                for figure in figures:
                    self.numbers.append(
                        ToolNumber(value=figure, source=f"{place.call} {path}", prose=True, either_sign=True)
                    )
            unit, currency = said.unit or place.unit, said.currency or place.currency
            ordinal = ordinal_of(key) if aliases else None
            if ordinal is not None and ordinal in aliases and isinstance(value, (dict, int, float)):
                inner_scope = {**scope, ALIASED: aliases[ordinal]}
            yield (
                value,
                Place(
                    place.call, path, keys, inner_scope, inner_times, place.legend.get(key) or said.label, unit, currency,
                    aliases, place.called, end=end,
                ),
            )  # fmt: skip

    def names(self, said: Names) -> dict[str, str]:
        """What a record says it is about, each name by what it is known to be a name of."""
        found: dict[str, str] = {}
        for dimension, name in said.names.items():
            kind = dimension
            if dimension == "text":  # what stands around a table
                found = {**named_in({"text": name}, self.known), **found}
                continue
            if dimension.lower() in _OPEN_KEYS and (not is_compared(dimension) or SLUG.fullmatch(name)):
                slug = "model" not in said.names and SLUG.fullmatch(name) is not None
                kind = self.known.get(name, "model" if slug else dimension)
            elif dimension not in KINDS and not is_compared(dimension):
                known = self.known.get(name)
                kind = known if known in KINDS and known not in said.names else dimension
            found.setdefault(kind, name)
        return found

    def _names_in(self, key: str) -> Mapping[str, str]:
        """What a key names: {"model": "carry"} for "carry", with the ticker too for "carry (SPY)" or "carry/SPY"."""
        found = self._called.get(key)
        if found is None:
            found = self._called[key] = self._looked_for(key)
        return found

    def _looked_for(self, key: str) -> Mapping[str, str]:
        known = self.known
        if key in known:
            return {known[key]: key}
        if not known or (key.isidentifier() and key.islower()):
            return _NOTHING
        found: dict[str, str] = {}
        rest = key
        for name in sorted((each for each in known if each in key), key=len, reverse=True):
            before, name_in, after = rest.partition(name)
            if name_in and not before[-1:].isalnum() and not after[:1].isalnum():
                found.setdefault(known[name], name)
                rest = f"{before} {after}"
        left = _LINKS.sub("", rest).strip(" ()[]/|@:,-_'\"")
        if found and left and left == left.upper() and " " not in left:
            found.setdefault("ticker", left)
            left = ""
        return _NOTHING if _LETTERS.search(left) else found

    def _crossed(
        self, records: Mapping[str, Mapping[str, Any]], node: Mapping[str, Any], place: Place
    ) -> Iterator[tuple[Any, Place]]:
        """The values of records that stand crosswise, each at its own path."""
        for name, record in records.items():
            beside = node.get(name)
            said = said_of({**beside, **record} if isinstance(beside, dict) else record)
            own = self.names(said)
            kind = place.called.get(name) or self._names_in(name)
            ordinal = ordinal_of(name)
            if kind:
                own = {**own, **kind}
            elif ordinal is not None and ordinal in place.aliases:
                own = {**own, ALIASED: place.aliases[ordinal]}
            elif (
                not name.isdigit()
                and not (own and ordinal is not None)
                and names_entity(name, place.keys, place.times, {})
            ):
                own = {**own, f"{KEYED} {place.shape}": name}
            elif name.isdigit() and not own and not said.times:
                own = {f"{KEYED} {place.shape}": name}
            below = place.keys if kind or name.isdigit() else (*place.keys, name)
            for key, value in record.items():
                if name in node[key]:
                    path = replace(place, path=place.under(key)).under(name)
                    yield (
                        value,
                        replace(
                            place,
                            path=path,
                            keys=(*below, key),
                            scope={**place.scope, **own},
                            times=said.times or place.times,
                        ),
                    )

    def _beside(self, columns: Mapping[str, list[Any]], place: Place) -> Iterator[tuple[Any, Place]]:
        """The cells of parallel columns, each at its own path, with what its row says of itself."""
        length = len(next(iter(columns.values())))
        self._length(length, place)
        for row in range(length):
            said = said_of({_YEARS.get(key, key): column[row] for key, column in columns.items()})
            scope = {**place.scope, **self.names(said)}
            end = "first" if row == 0 else "last" if row == length - 1 else "inside"
            self.dates.extend((date, f"{place.source}[{row}]") for date in said.times)
            for key, column in columns.items():
                path = f"{place.under(key)}[{row}]"
                yield (
                    column[row],
                    replace(
                        place, path=path, keys=(*place.keys, key), scope=scope, times=said.times or place.times, end=end
                    ),
                )

    def _list(self, node: Sequence[Any], place: Place) -> Iterator[tuple[Any, Place]]:
        if pairs := paired(node):
            yield pairs, place
            return
        last = len(node) - 1
        rows = records(node) or node
        columns = column_names(rows) if node and isinstance(rows[-1], dict) else {}
        year = place.times[0].year if place.keys and len(place.times) == 1 and year_of(place.keys[-1]) else None
        months = year is not None and len(node) == 12 and _NUMERIC.issuperset(map(type, node))
        if not place.path.endswith("]"):
            self._length(len(node), place)
        for index, value in enumerate(rows):
            end = "first" if index == 0 < last else "last" if index == last > 0 else "inside"
            dated = isinstance(value, (list, tuple)) and value and isinstance(value[0], str) and dates_in(value[0])
            times = (DateParts(year=year, month=index + 1),) if months else dated or place.times
            if months:
                self.dates.append((times[0], f"{place.call} {place.path}[{index}]"))
            yield value, replace(place, path=f"{place.path}[{index}]", end=end, times=times, columns=columns)

    def _length(self, length: int, place: Place) -> None:
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

    def _number(self, value: float, place: Place) -> None:
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
        unit, scale = unit_at(place)
        metric = metric_at(place)
        if _is_month(key, place.times):
            metric, unit = "return", None if unit == "fraction" else unit  # "Dec" is no decimal
        if unit in _SHARE_UNITS and not _may_be_share(metric, place):
            unit = None  # a record's "units": "percent" speaks of its shares only
        elif unit == "percent" and metric in _PARTS and _is_share_of(key):
            unit = None
        if metric in DRAWDOWNS and unit in _TIMES:
            metric = "drawdown_duration"
        elif metric in (None, "return") and (extreme := extreme_at(place)) is not None:
            metric = extreme
        elif (
            metric is None
            and unit in (None, "percent")
            and place.keys
            and not number.is_integer()
            and _year_key(place.keys[-1])
        ):
            metric = "return"  # {"years": {"2019": 0.114}}
        elif metric == "return" and unit not in ("percent", "fraction") and abs(number) >= _LEAST_PROFIT:
            metric = "profit"
        elif (whole := _of_the_whole(place, metric, unit, number)) is not None:
            metric = whole
        elif metric == "fee" and (unit in CURRENCY_CODES or (unit is None and is_paid(metric, number))):
            metric = "fees_paid"
        elif metric == "profit" and unit is None and abs(number) < _LEAST_MONEY and not number.is_integer():
            metric = "total_return"
        elif metric in ("winning_trades", "losing_trades") and (unit == "percent" or not number.is_integer()):
            share = metric == "winning_trades" and (unit == "percent" or (unit is None and 0 <= number <= 1))
            metric = "win_rate" if share else " ".join(key_words(key)) or None
        self._add(number * scale, place, metric, unit=unit, scale=scale)

    def _add(self, value: float, place: Place, metric: str | None, *, unit: str | None, scale: float) -> None:
        if metric == "equity":
            metric = _EQUITY_AT.get(place.end, metric)
        inner = inner_metric(metric) if metric is not None else None
        scope = place.scope
        if inner is not None and metric is not None:
            apart = " ".join(
                word for word in metric.split() if word not in inner.split("_") and word not in _SAYS_NO_PART
            )
            scope = {**scope, f"{KEYED} metric": apart} if apart else scope
        difference = _is_difference(place.keys)
        self.numbers.append(
            ToolNumber(
                value=value, source=place.source, metric=metric, inner=inner, unit=unit, scale=scale, scope=scope,
                times=place.times, difference=difference, either_sign=difference, currency=place.currency,
            )
        )  # fmt: skip

    def _text(self, text: str, place: Place) -> None:
        key = place.keys[-1] if place.keys else ""
        if not _FIGURE.search(text) or ID_KEY.search(key):
            return
        found = kept_numbers(text) if len(text) <= LONGEST_KEPT else every_number(text)
        alone = len(found) == 1 and len(text) <= 32 and found[0].end - found[0].start >= 0.6 * len(text.strip())
        metric = metric_at(place) if len(text) <= LONGEST_LABEL and place.keys else None
        if alone or metric in METRICS:
            self._values(text, found, metric, place, alone=alone)
            return
        told = kept_prose_metrics(text) if len(text) <= LONGEST_KEPT else {}
        for number, quantity in enumerate(found):
            metric, times = told.get(number, (None, ()))
            self._quantity(quantity, metric, replace(place, times=times or place.times), prose=True)

    def _values(self, text: str, found: Sequence[Quantity], metric: str | None, place: Place, *, alone: bool) -> None:
        """What a text under a metric's key holds: the key tells its first number, of the one date beside it ("2020-04 8.1%"), the
        words the others ("145 (57 won, 88 lost)", "30000 -> 87018")."""
        years = len(found) > 1 and metric in _OF_A_YEAR
        dates = [quantity for quantity in found if quantity.readings and (years or not quantity.text.isdigit())]
        numbers = [quantity for quantity in found if quantity not in dates]
        if len(dates) == 1 and len(numbers) == 1:
            place = replace(place, times=dates[0].readings[:1])
            alone = True
        led = _LED_BY_WORD.search(text) is not None
        ends = metric == "equity" and len(numbers) == 2 and is_change(text, *numbers)
        for quantity in found:
            if quantity in dates and quantity.text.isdigit():
                self.dates.extend((date, place.source) for date in quantity.readings)
                continue
            first = bool(numbers) and quantity is numbers[0]
            if ends:
                said: str | None = "initial_capital" if first else "final_equity"
            else:
                sides = (_after_word, won_or_lost) if led else (won_or_lost, _after_word)
                said = metric if first or quantity in dates else sides[0](text, quantity) or sides[1](text, quantity)
            self._quantity(quantity, said, place, prose=not alone)

    def _quantity(self, quantity: Quantity, metric: str | None, place: Place, *, prose: bool) -> None:
        self.dates.extend((date, place.source) for date in quantity.readings)
        if quantity.kind == "date" and not quantity.text.isdigit():
            return
        unit = _UNIT_OF_KIND.get(quantity.kind) or quantity.currency
        unit = unit or (quantity.noun if quantity.kind == "duration" else None)
        scale = 1.0
        if unit is None and not prose:
            unit, scale = unit_at(place)
        if not prose and place.keys and _is_month(place.keys[-1], place.times):
            metric, unit = "return", None if unit == "fraction" else unit
        if metric == "winning_trades" and unit == "percent":
            metric = "win_rate"
        elif metric == "fee" and quantity.currency is not None:
            metric = "fees_paid"
        elif metric == "return" and quantity.currency is not None:
            metric = "profit"
        elif metric in (None, "return") and not prose and (extreme := extreme_at(place)) is not None:
            metric = extreme
        elif not prose and (whole := _of_the_whole(place, metric, unit, quantity.value)) is not None:
            metric = whole
        for value in quantity.parts or (quantity.value,):
            if not math.isfinite(value):
                continue
            self.numbers.append(
                ToolNumber(
                    value=value * scale, source=place.source, metric=metric, unit=unit, scale=scale, written=quantity,
                    inner=inner_metric(metric) if metric else None, scope=place.scope if metric or not prose else {},
                    times=place.times if metric or not prose else (), prose=prose and metric is None,
                    either_sign=quantity.gloss or "(" in quantity.text or (prose and metric is None),
                )
            )  # fmt: skip


@lru_cache(maxsize=8192)
def kept_numbers(text: str) -> tuple[Quantity, ...]:
    return every_number(text)


@lru_cache(maxsize=8192)
def kept_prose_metrics(text: str) -> dict[int, Said]:
    return prose_metrics(text, kept_numbers(text))


@lru_cache(maxsize=16384)
def _is_difference(keys: tuple[str, ...]) -> bool:
    """Whether the keys call the number the difference of a metric: `differences.cagr`, `sharpe_delta`. A `price_change` is a
    metric of its own."""
    if any(not _SET_APART.isdisjoint(key_words(key)) for key in keys[:-1]):
        return True
    words = tuple(word for word in key_words(keys[-1]) if word != "in") if keys else ()
    rest = tuple(word for word in words if word not in _DIFFERENCES)
    return len(rest) < len(words) and PHRASES.get(rest, "price") not in _PRICES


def _may_be_share(metric: str | None, place: Place) -> bool:
    """Whether a unit of shares may be the number's: it is no money, count, time or ratio, or its own key says so."""
    if any(key_unit(key) in _SHARE_UNITS for key in (*place.keys[-2:], place.label or "")):
        return True
    return measure_of(metric) in ("share", "any")


@lru_cache(maxsize=16384)
def _is_share_of(key: str) -> bool:
    """Whether "percent" begins a key, where it may say no more than that the number is a share: `pct_time_invested`."""
    return key_unit(key) == "percent" and key_unit(_FIRST_WORD.sub("", key)) is None


def _after_word(text: str, quantity: Quantity) -> str | None:
    """Whether a count stands after the word for it: "188 (won 105, lost 83)"."""
    word = _WON_OR_LOST.search(text, max(0, quantity.start - 16), quantity.start)
    if word is None or quantity.kind not in ("plain", "count") or quantity.step < 1:
        return None
    return "winning_trades" if word["won"] else "losing_trades"


def _is_month(key: str, times: Sequence[DateParts]) -> bool:
    """Whether a key is the month that its value is of, in a table of years and months."""
    if len(times) != 1 or times[0].month is None or times[0].day is not None or not key.isalpha():
        return False
    return month_of(key, (DateParts(year=times[0].year),)) == times[0]


def _of_the_whole(place: Place, metric: str | None, unit: str | None, value: float) -> str | None:
    """What a number under "total" or "final" is, where no key above says of what: {"total": 3.7, "annual": 0.17, "final": 47000}."""
    if metric == "final":
        return "final_equity" if unit in CURRENCY_CODES or (unit is None and value >= _LEAST_PROFIT) else None
    words = key_words(place.keys[-1]) if place.keys else ()
    share = unit in (None, *_SHARE_UNITS) and not value.is_integer() and abs(value) < _LEAST_PROFIT
    if metric in METRICS or words[-1:] != ("total",) or not share or _named_above(place.keys) is not None:
        return None
    if OF_THE_RUN.issuperset(words[:-1]):
        return "total_return"
    return " ".join((*words, "return")) if OF_THE_MARKET.issuperset(words[:-1]) else None


@lru_cache(maxsize=16384)
def _named_above(keys: tuple[str, ...]) -> str | None:
    """What the keys above the last one say, None where they only sort."""
    return next((key for key in keys[:-1] if key.lower() not in PLAIN_KEYS and metric_of_key(key) is not None), None)


def _is_of_a_part(key: str) -> bool:
    """Whether a key beside a label that names a metric says of what part the number is: {"metric": "cagr", "benchmark": 0.1}."""
    metric = metric_of_key(key)
    return metric is not None and metric not in METRICS and key.lower() not in PLAIN_KEYS


def _is_ticker(key: object) -> bool:
    return isinstance(key, str) and key[:1].isalnum() and key.upper() == key and any(map(str.isalpha, key))


def _year_key(key: object) -> bool:
    return isinstance(key, str) and (year_of(key) or parse_date(key)) is not None


def _legend(node: Mapping[Any, Any], row: Any) -> Mapping[str, str]:
    """What a record says of the columns of its rows: {"ret": "annual return, %"}."""
    for key, told in node.items():
        if isinstance(told, dict) and isinstance(row, dict) and _LEGENDS.search(str(key)):
            return {str(column): text for column, text in told.items() if isinstance(text, str)}
    return {}
