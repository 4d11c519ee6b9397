"""Alembic's scripts: `env` runs them, `versions` holds them in order."""
