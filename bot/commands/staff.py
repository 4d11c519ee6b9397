"""`indrumar staff`: invite people who report and approve, list them, take their roles."""

from __future__ import annotations

import json
import sys
import time
from typing import Annotated

import typer

from bot.commands.opening import assistant_of, in_store
from bot.settings import Settings

staff_app = typer.Typer(help="Invite and revoke people who report and approve.", no_args_is_help=True)


@staff_app.command()
def invite(
    role: Annotated[str, typer.Option(help="reporter, coordinator or admin.")],
    plan: Annotated[list[str] | None, typer.Option(help="Slug of a plan; may be given again.")] = None,
    institution: Annotated[
        list[str] | None, typer.Option(help="An institution, as the plans name it; may be given again.")
    ] = None,
    measure: Annotated[
        list[str] | None, typer.Option(help="Id of a measure's record; may be given again.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON object.")] = False,
) -> None:
    """Make a link that gives a role once, within 72 hours; without plans and institutions, for everything."""
    from bot.commands.inviting import check_scope, invitation_lines, keep_invitation
    from bot.staff.shapes import ROLES

    known = next((one for one in ROLES if one == role), None)
    if known is None:
        raise typer.BadParameter(f"{role!r} is not one of {', '.join(ROLES)}", param_hint="--role")
    settings = Settings()
    scope = check_scope(plan or [], institution or [], measure or [], assistant_of(settings, sys.stderr))
    made = in_store(settings, lambda store: keep_invitation(store, settings, known, scope, time.time()))
    if made["link"] is None:
        sys.stderr.write("the bot's name is not known yet, so there is no link; start the bot once\n")
    if as_json:
        typer.echo(json.dumps(made))
    else:
        typer.echo("\n".join(invitation_lines(made)))


@staff_app.command("list")
def list_staff(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """List who has which role for what, one role a line."""
    from bot.commands.roster import read_roster, roster_line

    settings = Settings()
    for entry in in_store(settings, lambda store: read_roster(store, settings.admin_ids)):
        typer.echo(json.dumps(entry, ensure_ascii=False) if as_json else roster_line(entry))


@staff_app.command()
def revoke(
    telegram_id: Annotated[int, typer.Argument(help="Telegram id, as `staff list` prints it.")],
    heir: Annotated[
        int | None, typer.Option(help="Telegram id of whoever gets open drafts and returned reports.")
    ] = None,
) -> None:
    """Take every role of a person, at once."""
    from bot.commands.roster import take_roles

    settings = Settings()
    typer.echo(
        in_store(
            settings, lambda store: take_roles(store, settings.admin_ids, telegram_id, heir, time.time())
        )
    )


@staff_app.command()
def rights() -> None:
    """Print who may do what: what each role may, and who holds it for what."""
    from bot.commands.roster import read_roster, rights_lines, roster_line

    settings = Settings()
    roster = in_store(settings, lambda store: read_roster(store, settings.admin_ids))
    typer.echo("\n".join([*rights_lines(), "", *(roster_line(entry) for entry in roster)]))
