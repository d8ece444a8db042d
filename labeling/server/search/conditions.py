"""From Argilla's filters, orders and text queries to SQL over the index's tables; `r` is always the `records` table."""

from dataclasses import dataclass
from uuid import UUID

from argilla_server.enums import ResponseStatusFilter, SortOrder
from argilla_server.search_engine.base import (
    AndFilter,
    Filter,
    FilterScope,
    MetadataFilterScope,
    Order,
    RangeFilter,
    RecordFilterScope,
    ResponseFilterScope,
    SuggestionFilterScope,
    TermsFilter,
)

from labeling.server.search.documents import answer_key, metadata_key, plain, suggestion_key
from labeling.server.search.index import FIELD_BITS
from labeling.server.search.text import All, Any, Not, Phrase, Query, phrases
from labeling.server.search.values import Kind, Value, fitted, moment_bound

RECORD_PROPERTIES = ("id", "external_id", "status", "inserted_at", "updated_at")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of SQL and its parameters."""

    sql: str
    values: tuple[Value, ...] = ()


EVERYTHING = Fragment("1")
NOTHING = Fragment("0")


def joined(word: str, fragments: list[Fragment]) -> Fragment:
    """The fragments joined by AND or OR, in parentheses."""
    if len(fragments) == 1:
        return fragments[0]
    return Fragment(
        "(" + f" {word} ".join(fragment.sql for fragment in fragments) + ")",
        tuple(value for fragment in fragments for value in fragment.values),
    )


def text_condition(query: Query, field: int | None) -> Fragment:
    """Records that the query matches. Words may be found in different fields; `field` None: in any field."""
    match query:
        case Phrase():
            within = "" if field is None else f" AND rowid & {(1 << FIELD_BITS) - 1} = {field}"
            sql = f"r.rid IN (SELECT rowid >> {FIELD_BITS} FROM words WHERE words MATCH ?{within})"
            return Fragment(sql, (query.match(),))
        case Not(part):
            inner = text_condition(part, field)
            return Fragment(f"NOT {inner.sql}", inner.values)
        case All(parts):
            return joined("AND", [text_condition(part, field) for part in parts])
        case Any(parts):
            return joined("OR", [text_condition(part, field) for part in parts])


def relevance(query: Query, field: int | None) -> Fragment | None:
    """A table of `rid` and `score` (BM25, above 0, summed over a record's fields); None when all of it is negated."""
    wanted = list(dict.fromkeys(phrase.match() for phrase in phrases(query)))
    if not wanted:
        return None
    within = "" if field is None else f" AND rowid & {(1 << FIELD_BITS) - 1} = {field}"
    # without the cast SQLite will not build an index for the join, which then takes quadratic time
    return Fragment(
        f"SELECT CAST(rowid >> {FIELD_BITS} AS INTEGER) AS rid, sum(max(-rank, 1e-9)) AS score FROM words "
        f"WHERE words MATCH ?{within} GROUP BY 1",
        (" OR ".join(wanted),),
    )


def filter_condition(filter: Filter, kinds: dict[str, Kind]) -> Fragment:
    """Records that a filter lets through."""
    if isinstance(filter, AndFilter):
        return joined("AND", [EVERYTHING, *(filter_condition(part, kinds) for part in filter.filters)])
    scope = filter.scope
    if isinstance(scope, RecordFilterScope):
        return _record_condition(filter, _column(scope))
    if isinstance(scope, ResponseFilterScope):
        if scope.question:
            name = answer_key(scope.question)
            inner = _value_condition(filter, name, kinds)
            mine = _of_user(scope)
            sql = f"r.rid IN (SELECT rid FROM answers WHERE name = ? AND {inner.sql} AND {mine.sql})"
            return Fragment(sql, (name, *inner.values, *mine.values))
        if scope.property == "status" and isinstance(filter, TermsFilter):
            return _status_condition(scope, [plain(value) for value in filter.values])
        raise ValueError(f"responses cannot be filtered by {scope.property}")
    name = _key(scope)
    inner = _value_condition(filter, name, kinds)
    return Fragment(f"r.rid IN (SELECT rid FROM vals WHERE name = ? AND {inner.sql})", (name, *inner.values))


def order(by: Order, kinds: dict[str, Kind]) -> Fragment:
    """One term of an ORDER BY; records without the value come last either way."""
    scope = by.scope
    descending = by.order == SortOrder.desc
    direction = "DESC NULLS LAST" if descending else "ASC NULLS LAST"
    if isinstance(scope, RecordFilterScope):
        return Fragment(f"r.{_column(scope)} {direction}")
    if isinstance(scope, ResponseFilterScope):
        mine = _of_user(scope)
        if not scope.question:
            return Fragment(
                f"(SELECT min(status) FROM responses WHERE rid = r.rid AND {mine.sql}) {direction}", mine.values
            )
        name = answer_key(scope.question)
        middle = "min" if kinds.get(name) == "text" else "avg"
        sql = f"(SELECT {middle}(v) FROM answers WHERE rid = r.rid AND name = ? AND {mine.sql}) {direction}"
        return Fragment(sql, (name, *mine.values))
    end = "max" if descending else "min"
    return Fragment(f"(SELECT {end}(v) FROM vals WHERE rid = r.rid AND name = ?) {direction}", (_key(scope),))


def shuffled(seed: object) -> Fragment:
    """A number in (0, 1] for each record, in no visible order, the same each time for the same seed (a user's id)."""
    number = UUID(str(seed)).int
    factor, offset = number % 2147483629 | 1, (number >> 64) % 2147483647
    return Fragment(f"(1.0 + (r.rid * {factor} + {offset}) % 2147483647) / 2147483648.0")


def _key(scope: FilterScope) -> str:
    if isinstance(scope, MetadataFilterScope):
        return metadata_key(scope.metadata_property)
    if isinstance(scope, SuggestionFilterScope):
        return suggestion_key(scope.question, plain(scope.property))
    raise ValueError(f"cannot search by {scope}")


def _column(scope: RecordFilterScope) -> str:
    column = plain(scope.property)
    if column not in RECORD_PROPERTIES:
        raise ValueError(f"records cannot be searched by {column}")
    return column


def _of_user(scope: ResponseFilterScope) -> Fragment:
    return Fragment("user = ?", (str(scope.user.id),)) if scope.user else EVERYTHING


def _status_condition(scope: ResponseFilterScope, statuses: list[str]) -> Fragment:
    """`pending` means that there is no response, by this user or at all; no status given: any response will do."""
    mine = _of_user(scope)
    answered = Fragment(f"r.rid IN (SELECT rid FROM responses WHERE {mine.sql})", mine.values)
    if not statuses:
        return answered if scope.user else EVERYTHING
    parts = []
    given = [status for status in statuses if status != ResponseStatusFilter.pending.value]
    if given:
        inside = _one_of("status", given)
        sql = f"r.rid IN (SELECT rid FROM responses WHERE {mine.sql} AND {inside.sql})"
        parts.append(Fragment(sql, (*mine.values, *inside.values)))
    if len(given) < len(statuses):
        parts.append(Fragment(f"NOT {answered.sql}", answered.values))
    return joined("OR", parts)


def _record_condition(filter: TermsFilter | RangeFilter, column: str) -> Fragment:
    if isinstance(filter, TermsFilter):
        return _one_of(f"r.{column}", [plain(value) for value in filter.values])
    bounds = []
    for bound, sign in ((filter.ge, ">="), (filter.le, "<=")):
        if bound is not None:
            value = moment_bound(bound, upper=sign == "<=") if column.endswith("_at") else str(bound)
            bounds.append(Fragment(f"r.{column} {sign} ?", (value,)))
    return joined("AND", [EVERYTHING, *bounds])


def _value_condition(filter: TermsFilter | RangeFilter, name: str, kinds: dict[str, Kind]) -> Fragment:
    kind = kinds.get(name)
    if kind is None:
        return NOTHING
    if isinstance(filter, TermsFilter):
        terms = (fitted(kind, value) for value in filter.values)
        return _one_of("v", [term for term in terms if term is not None])
    bounds = []
    for bound, sign in ((filter.ge, ">="), (filter.le, "<=")):
        if bound is not None:
            # a bound of 2.5 on whole numbers stays 2.5
            value = fitted("float" if kind == "integer" else kind, bound)
            bounds.append(NOTHING if value is None else Fragment(f"v {sign} ?", (value,)))
    return joined("AND", [EVERYTHING, *bounds])


def _one_of(column: str, values: list[Value] | list[str]) -> Fragment:
    if not values:
        return NOTHING
    return Fragment(f"{column} IN ({', '.join('?' * len(values))})", tuple(values))
