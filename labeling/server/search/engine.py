"""Argilla's search engine, embedded: SQLite's full-text search in place of an Elasticsearch server.

Importing this module registers the engine under the name "embedded". Argilla makes and closes an engine object for every
request, so the indexes are held by the class. SQLite is called on worker threads, never on the event loop.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from argilla_server.enums import MetadataPropertyType, SimilarityOrder
from argilla_server.errors.future import UnprocessableEntityError
from argilla_server.models import Dataset, MetadataProperty, Record, Response, Suggestion, User, VectorSettings
from argilla_server.search_engine.base import (
    Filter,
    FloatMetadataMetrics,
    IntegerMetadataMetrics,
    MetadataMetrics,
    Order,
    SearchEngine,
    SearchResponseItem,
    SearchResponses,
    TermsMetrics,
    TextQuery,
)

from labeling.server.search import find, write
from labeling.server.search.documents import (
    SUGGESTION_PROPERTIES,
    fields_of,
    indexed_record,
    indexed_response,
    key_of,
    keys_of,
    metadata_key,
    packed,
    plain,
    suggestion_key,
    suggestion_values,
)
from labeling.server.search.index import IndexFolder
from labeling.server.search.values import moment

MAX_TERMS = 2**14
"""Most values a metadata property's summary lists, as with Argilla's other engines."""

Result = TypeVar("Result")


@SearchEngine.register(engine_name="embedded")
class EmbeddedEngine(SearchEngine):  # type: ignore[misc]
    """All of Argilla's search over one folder of SQLite files."""

    _indexes: ClassVar[IndexFolder]

    @classmethod
    def open(cls, folder: Path) -> None:
        """Use the indexes in this folder, for every engine object from now on."""
        cls._indexes = IndexFolder(folder)

    @classmethod
    def shut(cls) -> None:
        cls._indexes.close()

    @classmethod
    async def new_instance(cls) -> "EmbeddedEngine":
        return cls()

    async def close(self) -> None:
        """Nothing to close: the indexes outlive the request."""

    async def ping(self) -> bool:
        return True

    async def info(self) -> dict[str, Any]:
        return {"name": "embedded", "version": {"distribution": "sqlite", "number": sqlite3.sqlite_version}}

    def has_index(self, dataset: Dataset) -> bool:
        return self._indexes.is_current(dataset.id)

    async def create_index(self, dataset: Dataset) -> None:
        keys, fields = keys_of(dataset), fields_of(dataset)
        await self._write(dataset.id, lambda connection: write.configure(connection, keys, fields))

    async def delete_index(self, dataset: Dataset) -> None:
        await asyncio.to_thread(self._indexes.delete, dataset.id)

    async def configure_metadata_property(self, dataset: Dataset, metadata_property: MetadataProperty) -> None:
        key = key_of(metadata_property)
        await self._write(dataset.id, lambda connection: write.configure(connection, [key], []))

    async def index_records(self, dataset: Dataset, records: Iterable[Record]) -> None:
        copies = [indexed_record(record) for record in records]
        await self._write(dataset.id, lambda connection: write.put_records(connection, copies))

    async def partial_record_update(self, record: Record, **update: Any) -> None:
        changes = {name: plain(value) for name, value in update.items()} | {"updated_at": moment(record.updated_at)}
        record_id = str(record.id)
        await self._write(record.dataset_id, lambda connection: write.update_record(connection, record_id, changes))

    async def delete_records(self, dataset: Dataset, records: Iterable[Record]) -> None:
        ids = [str(record.id) for record in records]
        await self._write(dataset.id, lambda connection: write.delete_records(connection, ids))

    async def update_record_response(self, response: Response) -> None:
        copy = indexed_response(response)
        await self._write(response.record.dataset_id, lambda connection: write.put_response(connection, copy))

    async def delete_record_response(self, response: Response) -> None:
        response_id = str(response.id)
        await self._write(response.record.dataset_id, lambda connection: write.delete_response(connection, response_id))

    async def update_record_suggestion(self, suggestion: Suggestion) -> None:
        await self._put_suggestion(suggestion, suggestion_values(suggestion))

    async def delete_record_suggestion(self, suggestion: Suggestion) -> None:
        await self._put_suggestion(suggestion, [])

    async def get_dataset_progress(self, dataset: Dataset) -> dict[str, int]:
        return await self._progress(dataset, None)

    async def get_dataset_user_progress(self, dataset: Dataset, user: User) -> dict[str, int]:
        return await self._progress(dataset, str(user.id))

    async def search(
        self,
        dataset: Dataset,
        query: TextQuery | str | None = None,
        filter: Filter | None = None,
        sort: list[Order] | None = None,
        offset: int = 0,
        limit: int = 100,
        user_id: UUID | str | None = None,
    ) -> SearchResponses:
        """The interface lacks `user_id`, but Argilla passes it for a reviewer's own queue, which is shuffled by it."""
        request = find.Request(
            **_text(query),
            filter=filter,
            sort=tuple(sort or ()),
            offset=offset,
            limit=limit,
            shuffle_by=None if user_id is None else str(user_id),
        )
        hits, total = await self._read(dataset.id, lambda connection: find.search(connection, request))
        return SearchResponses(items=_items(hits), total=total)

    async def compute_metrics_for(self, metadata_property: MetadataProperty) -> MetadataMetrics:
        name, dataset_id = metadata_key(metadata_property.name), metadata_property.dataset_id
        if metadata_property.type == MetadataPropertyType.terms:
            counts, total = await self._read(
                dataset_id, lambda connection: find.term_counts(connection, name, MAX_TERMS)
            )
            values = [TermsMetrics.TermCount(term=term, count=count) for term, count in counts]
            return TermsMetrics(total=total, values=values)
        low, high = await self._read(dataset_id, lambda connection: find.extremes(connection, name))
        whole = metadata_property.type == MetadataPropertyType.integer
        return (IntegerMetadataMetrics if whole else FloatMetadataMetrics)(min=low, max=high)

    async def similarity_search(
        self,
        dataset: Dataset,
        vector_settings: VectorSettings,
        value: list[float] | None = None,
        record: Record | None = None,
        query: TextQuery | str | None = None,
        filter: Filter | None = None,
        max_results: int = 100,
        order: SimilarityOrder = SimilarityOrder.most_similar,
        threshold: float | None = None,
    ) -> SearchResponses:
        if bool(value) == bool(record):
            raise ValueError("Must provide either vector value or record to compute the similarity search")
        vector = value or (record.vector_value_by_vector_settings(vector_settings) if record else None)
        if not vector:
            raise ValueError("Cannot find a vector value to apply with provided info")
        if order == SimilarityOrder.least_similar:
            vector = [-component for component in vector]
        request = find.Request(**_text(query), filter=filter, limit=max_results)
        settings, wanted, without = str(vector_settings.id), packed(vector), str(record.id) if record else None
        hits = await self._read(
            dataset.id,
            lambda connection: find.similar(connection, request, settings=settings, vector=wanted, without=without),
        )
        kept = [hit for hit in hits if threshold is None or (hit.score or 0.0) >= threshold]
        return SearchResponses(items=_items(kept), total=len(hits))

    async def _put_suggestion(self, suggestion: Suggestion, values: list[tuple[str, object]]) -> None:
        names = [suggestion_key(suggestion.question.name, property) for property in SUGGESTION_PROPERTIES]
        record_id = str(suggestion.record_id)
        await self._write(
            suggestion.record.dataset_id, lambda connection: write.put_values(connection, record_id, names, values)
        )

    async def _progress(self, dataset: Dataset, user: str | None) -> dict[str, int]:
        if dataset.is_draft:
            return {}
        counts = await self._read(dataset.id, lambda connection: find.statuses(connection, user))
        return {"total": sum(counts.values()), **counts}

    async def _read(self, dataset_id: UUID, work: Callable[[sqlite3.Connection], Result]) -> Result:
        try:
            return await asyncio.to_thread(self._indexes.index(dataset_id).read, work)
        except ValueError as problem:  # too long, or a bound, scope or property that cannot be searched by
            raise UnprocessableEntityError(str(problem)) from problem

    async def _write(self, dataset_id: UUID, work: Callable[[sqlite3.Connection], Result]) -> Result:
        return await asyncio.to_thread(self._indexes.index(dataset_id).write, work)


def _text(query: TextQuery | str | None) -> dict[str, Any]:
    if isinstance(query, TextQuery):
        return {"text": query.q, "field": query.field}
    return {"text": query}


def _items(hits: list[find.Hit]) -> list[SearchResponseItem]:
    return [SearchResponseItem(record_id=UUID(hit.record_id), score=hit.score) for hit in hits]
