"""`indrumar feedback`: what people said is wrong and what could not be answered."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any

import typer

from bot.commands.opening import in_store
from bot.settings import Settings


def feedback(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """List what people said is wrong and what could not be answered, oldest first; nobody is named."""
    for row in in_store(Settings(), lambda store: store.feedback()):
        typer.echo(json.dumps(row, ensure_ascii=False) if as_json else feedback_line(row))


def feedback_line(row: dict[str, Any]) -> str:
    """One piece of feedback as a line."""
    day = date.fromtimestamp(row["at"]).isoformat()
    about = ", ".join(f"{name}: {value}" for name, value in row["about"].items() if value)
    return f"{day}  {row['kind']}  {about}" + (f"  “{row['words']}”" if row["words"] else "")
