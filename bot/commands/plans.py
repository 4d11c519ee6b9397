"""`indrumar check` and `indrumar plan`: whether every printed word is in its lines; new plans."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.opening import Fault, progress_on
from bot.reported import Unread, lost_targets, reported_in, say_lost
from bot.settings import Settings
from index import open_index

if TYPE_CHECKING:
    from index import PlanTrial

plan_app = typer.Typer(help="Add and check plans.", no_args_is_help=True)


def check() -> None:
    """Look for every printed word of every record in its source lines; list what is not there."""
    # imported where it is used: an answer does not wait for what reads plans
    from index import check_catalogue, load_catalogue

    reports = check_catalogue(load_catalogue(Settings().data_dir))
    unexplained = 0
    for slug, report in reports.items():
        typer.echo(
            f"{slug}: {report.records} records, {report.fields} printed fields, "
            f"{report.corrected} corrected by hand ({report.corrected_share:.2%})"
        )
        for finding in report.findings:
            reason = f" (corrected by hand: {finding.reason})" if finding.reason else ""
            typer.echo(f"  {finding.record} {finding.field}: {finding.fault}: {finding.words!r}{reason}")
        unexplained += len(report.unexplained)
    if unexplained:
        raise Fault(f"{unexplained} fields are not in their source lines")


@plan_app.command("add")
def plan_add(
    folder: Annotated[
        Path, typer.Argument(help="The plan's folder, named by its slug, with plan.toml and source.txt.")
    ],
    quiet: Annotated[
        bool, typer.Option("--quiet", help="Do not print every record beside its lines.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and show, take nothing in.")] = False,
) -> None:
    """Check a new plan, show what was read beside its lines, and take it in or leave all as it was."""
    settings = Settings()
    from index import Added, try_plan

    trial = try_plan(folder, settings.data_dir)
    for line in trial_lines(trial, with_records=not quiet):
        typer.echo(line)
    for line in lost_lines(trial, settings):
        typer.echo(line)
    if trial.report.unexplained:
        raise Fault(
            f"{folder.name} was not taken in: {len(trial.report.unexplained)} fields are not in their lines"
        )
    if dry_run:
        return
    with Added(folder, settings.data_dir) as added:
        index, fault = open_index(settings.data_dir, settings.state_dir, progress_on(sys.stderr))
        if fault:
            raise fault
        added.keep()
    typer.echo(f"{folder.name} is taken in: {len(trial.records)} records, {len(index.records)} in all")


@plan_app.command("keep-ids")
def plan_keep_ids(
    slug: Annotated[str, typer.Argument(help="The plan's slug.")],
) -> None:
    """Write down the ids of a plan's records, so that reports stay with them when its text changes."""
    from index import keep_ids

    settings = Settings()
    folder = settings.data_dir / "plans" / slug
    if not folder.is_dir():
        raise Fault(f"{folder}: there is no such plan")
    typer.echo(f"{slug}: {keep_ids(folder, settings.data_dir)} ids are kept")


def lost_lines(trial: PlanTrial, settings: Settings) -> list[str]:
    """Which reports would belong to nothing any more, when the plan was there before with other words."""
    from bot.staff.targets import Targets

    try:
        reported = reported_in(settings)
    except Unread as fault:
        return [
            f"doubt: the database cannot be read ({fault}): it may hold reports that this plan would lose"
        ]
    ids = Targets(trial.records).by_id
    return [
        say_lost(lost) for lost in lost_targets(ids, (r for r in reported if r.plan == trial.reading.slug))
    ]


def trial_lines(trial: PlanTrial, with_records: bool) -> Iterator[str]:
    """What was read, beside its lines; then doubts and counts."""
    if with_records:
        for record in trial.records:
            first, last = record.source.lines
            yield f"── {record.kind} {record.code or record.number or ''} · lines {first}-{last}"
            yield f"   read: {record.title}"
            for field, printed in record.printed():
                if field not in ("title", "code"):
                    yield f"         {field}: {printed}"
            if record.budget:
                yield f"         budget: {' | '.join(f'{c} {a}' for c, a in record.budget.items())}"
            if record.licence:
                yield f"         licence: {record.licence.start or ''} - {record.licence.end or ''}"
            yield f"   lines: {trial.lines_of(record)}"
    for line, doubt in trial.doubts:
        yield f"doubt: {f'line {line}: ' if line else ''}{doubt}"
    for finding in trial.report.findings:
        yield f"doubt: {finding.record} {finding.field}: {finding.words!r} is not there. {finding.reason}"
    counts = ", ".join(f"{n} {kind}" for kind, n in sorted(trial.counts.items()))
    yield f"{trial.reading.slug}: {counts}"
