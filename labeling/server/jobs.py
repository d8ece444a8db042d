"""Argilla's job queue without a Redis server: an in-memory Redis, and a worker on a thread of the server process."""

import threading
from typing import Any

import fakeredis
import redis


def replace_redis() -> None:
    """Make `redis.from_url` answer with an in-memory Redis. Must come before the first import of argilla_server."""
    shared = fakeredis.FakeServer()

    def in_memory(_url: str, **_options: Any) -> fakeredis.FakeRedis:
        return fakeredis.FakeRedis(server=shared)

    redis.from_url = in_memory


def start_worker() -> None:
    """Run queued jobs (recomputed record statuses, exports, webhooks) on a daemon thread until the process ends.

    A webhook's delayed retries need Redis' scheduler, which would be a second process: a webhook is tried once.
    """
    from argilla_server.jobs.queues import DEFAULT_QUEUE, HIGH_QUEUE, REDIS_CONNECTION
    from rq import SimpleWorker
    from rq.timeouts import TimerDeathPenalty

    class ThreadWorker(SimpleWorker):  # type: ignore[misc]
        death_penalty_class = TimerDeathPenalty  # the default needs SIGALRM, which only the main thread gets

        def _install_signal_handlers(self) -> None:
            """Leave the process' signals to the server."""

    worker = ThreadWorker([HIGH_QUEUE, DEFAULT_QUEUE], connection=REDIS_CONNECTION)
    threading.Thread(target=worker.work, kwargs={"logging_level": "WARNING"}, name="jobs", daemon=True).start()
