"""`indrumar reports`, `indrumar ledger` and `indrumar backup`: what was reported, proof, and a whole copy."""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path
from typing import Annotated, get_args

import typer

from bot.commands.opening import Fault, assistant_of, check_plan, in_store, ready_store
from bot.settings import Settings

ledger_app = typer.Typer(help="Prove the ledger, erase words in it.", no_args_is_help=True)


def reports(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    plan: Annotated[str | None, typer.Option(help="Slug of the one plan.")] = None,
    measure: Annotated[str | None, typer.Option(help="Id of the one measure's record.")] = None,
) -> None:
    """Print every report with its steps, oldest first; withdrawn and corrected ones too."""
    from bot.commands.reports import read_rows, report_line

    settings = Settings()
    rows = in_store(settings, lambda store: read_rows(store, plan, measure))
    if plan is not None and not rows:
        check_plan(plan, assistant_of(settings, sys.stderr))
    for row in rows:
        typer.echo(json.dumps(row, ensure_ascii=False) if as_json else report_line(row))


@ledger_app.command()
def verify(
    noted: Annotated[
        str | None, typer.Option(help="COUNT:HASH as an earlier proof printed it and you noted it down.")
    ] = None,
) -> None:
    """Prove that no row was altered, removed or put in; else name the first that does not fit."""
    from bot.commands.proof import verified
    from bot.store import Broken, Head

    if noted is not None and not re.fullmatch(r"[0-9]{1,9}:[0-9a-f]{64}", noted):
        raise typer.BadParameter(f"{noted!r} is not COUNT:HASH", param_hint="--noted")
    count, _, known = (noted or "").partition(":")
    head = Head(int(count), known) if noted else None
    found = in_store(Settings(), lambda store: verified(store, head))
    if isinstance(found, Broken):
        raise Fault(f"row {found.row} does not fit: {found.why}")
    typer.echo(f"{found.count} rows fit ({found.count}:{found.hash})")


@ledger_app.command("erase-text")
def erase_text(
    row: Annotated[int, typer.Argument(help="Number of the report, as `reports` prints it.")],
    field: Annotated[str, typer.Argument(help="note, place, words, text, parts or evidence.")],
) -> None:
    """Erase what should not have been written, or its file; the ledger notes it and still proves whole."""
    from bot.commands.proof import erased
    from bot.store import Field

    known = next((one for one in get_args(Field) if one == field), None)
    if known is None:
        raise typer.BadParameter(f"{field!r} is not one of {', '.join(get_args(Field))}", param_hint="FIELD")
    if not in_store(Settings(), lambda store: erased(store, row, known, time.time())):
        raise Fault(f"row {row} has no {field} to erase")
    typer.echo(f"row {row}: {field} erased")


def backup(
    file: Annotated[Path, typer.Argument(help="Where the copy goes; a complete database.")],
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Copy the database while the bot runs, and prove the copy."""
    from bot.commands.proof import copy_database
    from bot.store import Broken

    settings = Settings()
    ready_store(settings)
    if file.exists() and file.samefile(settings.store_file):
        raise Fault(f"{file} is the database itself")
    if file.exists() and not force:
        raise Fault(f"{file} is there already; --force replaces it")
    found = copy_database(settings.store_file, file)
    if isinstance(found, Broken):
        raise Fault(f"{file} is a whole copy, but row {found.row} of the ledger does not fit: {found.why}")
    typer.echo(f"{file}: {file.stat().st_size} bytes, {found.count} rows of the ledger fit")
