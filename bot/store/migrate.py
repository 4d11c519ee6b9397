"""Bringing the database to the newest layout, once, whoever starts first."""

from __future__ import annotations

import fcntl
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, make_url

_SCRIPTS = Path(__file__).parent / "migrations"


def migrate(url: str) -> None:
    """Run every migration that the database lacks; blocks while another process does so.

    url: of an SQLite database, `sqlite+aiosqlite:///path`; its folder is made. Raises
    sqlalchemy.exc.DatabaseError when the file is no database.
    """
    path = Path(make_url(url).database or "")
    path.parent.mkdir(parents=True, exist_ok=True)
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    engine = create_engine(make_url(url).set(drivername="sqlite"))
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    engine.dispose()
