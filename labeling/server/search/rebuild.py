"""Making a search index anew from Argilla's own database, which holds everything the index does."""

import asyncio
import logging

from argilla_server.cli.search_engine.reindex import Reindexer
from argilla_server.database import AsyncSessionLocal
from argilla_server.enums import DatasetStatus
from argilla_server.models import Dataset
from sqlalchemy import select

from labeling.server.search.engine import EmbeddedEngine

LOG_EVERY = 1_000
"""Records; whoever waits for the start sees by the log that it goes on."""


def rebuild_what_is_missing() -> int:
    """Index every published dataset that has no usable index; returns how many there were."""
    return asyncio.run(_rebuild())


async def _rebuild() -> int:
    log = logging.getLogger("argilla")
    engine = await EmbeddedEngine.new_instance()
    async with AsyncSessionLocal() as session:
        published = await session.execute(select(Dataset).where(Dataset.status == DatasetStatus.ready))
        missing = [dataset.id for dataset in published.scalars() if not engine.has_index(dataset)]
    for dataset_id in missing:
        done = 0
        async with AsyncSessionLocal() as session:
            dataset = await Reindexer.reindex_dataset(session, engine, dataset_id)
            async for records in Reindexer.reindex_dataset_records(session, engine, dataset):
                done += len(records)
                if done % LOG_EVERY < len(records):
                    log.warning("rebuilding the search index of dataset %s: %d records", dataset_id, done)
        log.warning("rebuilt the search index of dataset %s: %d records", dataset_id, done)
    return len(missing)
