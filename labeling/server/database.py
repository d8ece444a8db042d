"""Argilla's own database (SQLite, `argilla.db`): its schema, its journal and the one account that must exist."""

import asyncio
import contextlib
import io
import logging

from argilla_server.cli.database.migrate import migrate_db
from argilla_server.contexts import accounts
from argilla_server.database import AsyncSessionLocal, sync_engine
from argilla_server.enums import UserRole
from argilla_server.models import User, Workspace
from sqlalchemy import text

from labeling.server.home import Credentials


def migrate() -> None:
    """Bring the schema to this Argilla version, and let readers go on while somebody writes (WAL)."""
    with contextlib.redirect_stdout(io.StringIO()):
        migrate_db("head")
    for logger in logging.root.manager.loggerDict.values():  # the migration's logging set-up silences all that exist
        if isinstance(logger, logging.Logger):
            logger.disabled = False
    with sync_engine.connect() as connection:
        connection.execute(text("PRAGMA journal_mode=WAL"))


def ensure_owner(credentials: Credentials) -> None:
    """Make the workspace and the owner account; an existing owner gets the password and key of the file."""
    asyncio.run(_ensure_owner(credentials))


async def _ensure_owner(credentials: Credentials) -> None:
    async with AsyncSessionLocal() as session:
        workspace = await Workspace.get_by(session, name=credentials.workspace)
        workspace = workspace or await Workspace.create(session, name=credentials.workspace)
        owner = await accounts.get_user_by_username(session, credentials.username)
        if owner is None:
            await User.create(
                session,
                first_name=credentials.username,
                username=credentials.username,
                role=UserRole.owner,
                api_key=credentials.api_key,
                password_hash=accounts.hash_password(credentials.password),
                workspaces=[workspace],
            )
            return
        if owner.api_key != credentials.api_key or not accounts.verify_password(
            credentials.password, owner.password_hash
        ):
            owner.api_key = credentials.api_key
            owner.password_hash = accounts.hash_password(credentials.password)
            await session.commit()
