"""What commands open: the index, and the store for one piece of work."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import typer

from bot.settings import Settings
from index import Assistant, DataFault, open_index

if TYPE_CHECKING:
    from bot.store import Store

Result = TypeVar("Result")


class Fault(Exception):
    """Something a person running a command can put right; its text is one line for them."""


def assistant_of(settings: Settings, err: TextIO) -> Assistant:
    """The assistant over the settings' data; shows progress while an index is built."""
    index, fault = open_index(settings.data_dir, settings.state_dir, progress_on(err))
    if fault:
        err.write(f"{say_fault(fault)}; the index built before serves on\n")
    return Assistant(index)


def progress_on(err: TextIO) -> Callable[[str, int, int], None]:
    """Shows on a terminal how far a build is; elsewhere only that it was done."""

    def progress(step: str, done: int, total: int) -> None:
        if err.isatty():
            err.write(f"\rBuilding the {step}: {done}/{total} records" + ("\n" if done == total else ""))
            err.flush()
        elif done == total:
            err.write(f"Built the {step}: {total} records\n")

    return progress


def say_fault(fault: DataFault) -> str:
    """File, line and fault in one line."""
    line = f":{fault.line}" if fault.line else ""
    return f"{fault.file}{line}: {' '.join(str(fault.fault).split())}"


def check_plan(plan: str | None, assistant: Assistant) -> None:
    """Raises BadParameter when there is no plan with this slug."""
    if plan is not None and plan not in assistant.index.plans:
        raise typer.BadParameter(
            f"{plan!r} is not one of {', '.join(assistant.index.plans)}", param_hint="--plan"
        )


def ready_store(settings: Settings) -> None:
    """Bring the database to the newest layout. Raises Fault when it cannot be used."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.store import migrate

    if settings.store_fault:
        raise Fault(settings.store_fault)
    try:
        migrate(settings.store_url)
    except SQLAlchemyError as fault:
        raise Fault(f"the database cannot be used ({type(fault).__name__}): {settings.state_dir}") from None


def in_store(settings: Settings, job: Callable[[Store], Coroutine[Any, Any, Result]]) -> Result:
    """What a job gives that works with the store of the settings, also while the bot runs.

    Raises Fault when the database cannot be used.
    """
    import asyncio

    from sqlalchemy.exc import SQLAlchemyError

    from bot.store import Store

    async def done() -> Result:
        store = Store(settings.store_url)
        await store.open()
        try:
            return await job(store)
        finally:
            await store.close()

    ready_store(settings)
    try:
        return asyncio.run(done())
    except SQLAlchemyError as fault:
        raise Fault(f"the database cannot be used ({type(fault).__name__}): {settings.state_dir}") from None
