"""The command `indrumar`: thin commands that take their streams as arguments and print what is asked."""

from __future__ import annotations

import json
import secrets
import sys
import time
import traceback
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, TextIO, get_args

import typer
from pydantic import ValidationError

from bot.commands.feedback import feedback
from bot.commands.ledger import backup, ledger_app, reports
from bot.commands.opening import Fault, assistant_of, check_plan, say_fault
from bot.commands.plans import check, plan_app
from bot.commands.staff import staff_app
from bot.reported import reports_of
from bot.say import LANGS, say_answer, texts
from bot.settings import Settings
from bot.terminal import chat as chat_in_terminal
from bot.terminal import typed_lines
from index import Answer, Assistant, DataFault, IndexFault, Record, Reports

app = typer.Typer(
    help="Îndrumar: social services and the plans that govern them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(plan_app, name="plan")
app.add_typer(staff_app, name="staff")
app.add_typer(ledger_app, name="ledger")
for command in (check, feedback, reports, backup):
    app.command()(command)

MAX_RECORDS = 10
"""`ask --json` prints at most this many records unless --limit says otherwise."""


def answer_json(answer: Answer, assistant: Assistant, ms: float, limit: int) -> dict[str, Any]:
    """One answer with the names and shapes other programs know."""
    started = time.perf_counter()
    text = say_answer(answer, assistant.index, texts(answer.question.lang))
    out: dict[str, Any] = {
        "question": answer.question.text,
        "lang": answer.question.lang,
        "intent": answer.intent,
        "outcome": answer.outcome,
        "total": answer.total,
        "records": [r.as_contract() for r in answer.records[:limit]],
        "text": text,
    }
    if answer.outcome == "nothing":
        out["why"] = answer.why
    out["ms"] = round(ms + (time.perf_counter() - started) * 1000, 3)
    return out


def asked_lines(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    """One question a line: plain text, or a JSON object with a string `question`."""
    for line in lines:
        text = line.rstrip("\n")
        try:
            given = json.loads(text)
        except (ValueError, RecursionError):
            given = None
        if isinstance(given, dict) and isinstance(given.get("question"), str):
            yield given
        else:
            yield {"question": text}


def ask_stream(
    settings: Settings, lines: Iterator[str], out: TextIO, err: TextIO, defaults: dict[str, Any], limit: int
) -> None:
    """Answer each line with one JSON object on one line."""
    assistant = assistant_of(settings, err)
    check_plan(defaults.get("plan"), assistant)
    reports = reports_of(settings, err)
    for given in asked_lines(lines):
        asked = defaults | {k: v for k, v in given.items() if v is not None}
        started = time.perf_counter()
        answer = ask_one(assistant, asked, settings.day, reports)
        ms = (time.perf_counter() - started) * 1000
        out.write(json.dumps(answer_json(answer, assistant, ms, limit), ensure_ascii=False) + "\n")
        out.flush()


def ask_one(assistant: Assistant, asked: dict[str, Any], today: date, reports: Reports) -> Answer:
    """Answer one question with what was given beside it; unknown values are left aside."""
    plan = asked.get("plan")
    lang = asked.get("lang")
    county = asked.get("county")
    return assistant.answer(
        asked["question"],
        today,
        county=county if isinstance(county, str) else None,
        plan=plan if isinstance(plan, str) and plan in assistant.index.plans else None,
        lang=lang if lang in LANGS else None,
        reports=reports,
    )


@app.command()
def ask(
    question: Annotated[
        str, typer.Argument(help="The question; with --json, - reads one a line from standard input.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON objects instead of text.")] = False,
    county: Annotated[str | None, typer.Option(help="County that settles what several fit.")] = None,
    plan: Annotated[str | None, typer.Option(help="Slug of the one plan to answer from.")] = None,
    lang: Annotated[str | None, typer.Option(help="Language of the answer: ro or en.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Most records to print.")] = MAX_RECORDS,
) -> None:
    """Answer a question from the plans."""
    if lang is not None and lang not in LANGS:
        raise typer.BadParameter(f"{lang!r} is not one of {', '.join(LANGS)}", param_hint="--lang")
    settings = Settings()
    asked = {"question": question, "county": county, "plan": plan, "lang": lang}
    if as_json and question == "-":
        ask_stream(
            settings, iter(sys.stdin), sys.stdout, sys.stderr, {k: v for k, v in asked.items() if v}, limit
        )
        return
    assistant = assistant_of(settings, sys.stderr)
    check_plan(plan, assistant)
    reports = reports_of(settings, sys.stderr)
    started = time.perf_counter()
    answer = ask_one(assistant, asked, settings.day, reports)
    ms = (time.perf_counter() - started) * 1000
    if as_json:
        typer.echo(json.dumps(answer_json(answer, assistant, ms, limit), ensure_ascii=False))
    else:
        typer.echo(say_answer(answer, assistant.index, texts(answer.question.lang), limit))


@app.command()
def chat(
    county: Annotated[str | None, typer.Option(help="County that settles what several fit.")] = None,
) -> None:
    """Ask in a conversation that remembers what was said; "help" in it says how to go on."""
    settings = Settings()
    assistant = assistant_of(settings, sys.stderr)
    messages = typed_lines(sys.stdin, sys.stdout)
    reports = reports_of(settings, sys.stderr)
    chat_in_terminal(assistant, settings.data_dir, messages, sys.stdout, settings.day, county, reports)


@app.command()
def records(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    plan: Annotated[str | None, typer.Option(help="Only this plan.")] = None,
    kind: Annotated[str | None, typer.Option(help="Only this kind of record.")] = None,
) -> None:
    """Print the whole catalogue, one record a line, in document order."""
    kinds = get_args(Record.model_fields["kind"].annotation)
    if kind is not None and kind not in kinds:
        raise typer.BadParameter(f"{kind!r} is not one of {', '.join(kinds)}", param_hint="--kind")
    assistant = assistant_of(Settings(), sys.stderr)
    check_plan(plan, assistant)
    for record in assistant.index.records:
        if plan in (None, record.plan) and kind in (None, record.kind):
            line = (
                json.dumps(record.as_contract(), ensure_ascii=False)
                if as_json
                else f"{record.id}\t{record.title}"
            )
            sys.stdout.write(line + "\n")


@app.command()
def bot() -> None:
    """Run the Telegram bot until it is told to stop."""
    settings = Settings()
    if settings.bot_token is None or not settings.bot_token.get_secret_value():
        raise Fault("no token: ask @BotFather in Telegram for one (/newbot) and set INDRUMAR_BOT_TOKEN")
    if settings.bot_fault:
        raise Fault(settings.bot_fault)
    from sqlalchemy.exc import SQLAlchemyError
    from telegram.error import InvalidToken

    from bot.app import run_bot
    from bot.logs import log_to

    log_to(sys.stderr, settings.bot_token.get_secret_value())

    try:
        run_bot(settings, assistant_of(settings, sys.stderr))
    except InvalidToken:
        raise Fault(
            "Telegram does not know this token: copy INDRUMAR_BOT_TOKEN from @BotFather again"
        ) from None
    except SQLAlchemyError as fault:
        raise Fault(f"the database cannot be used ({type(fault).__name__}): {settings.state_dir}") from None


def main() -> None:
    """Run a command; a fault ends with one clear line and status 1, a wrong use with status 2."""
    try:
        app()
    except DataFault as fault:
        _end(say_fault(fault))
    except ValidationError as bad:
        first = bad.errors()[0]
        name = "_".join(str(p) for p in first["loc"]).upper()
        _end(f"setting INDRUMAR_{name}: {first['msg']}")
    except (Fault, IndexFault) as fault:
        _end(" ".join(str(fault).split()) or type(fault).__name__)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as fault:
        _end(f"{fault.strerror or fault}: {fault.filename or ''}".rstrip(": "))
    except Exception as fault:
        _end(f"something went wrong in the program itself ({log_fault(fault)})")


def log_fault(fault: Exception) -> str:
    """Note an unforeseen fault, without what the person wrote, where the operator can find it; its id."""
    fault_id = secrets.token_hex(4)
    steps = [
        f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(fault.__traceback__)
    ]
    line = json.dumps({"id": fault_id, "fault": type(fault).__name__, "steps": steps[-8:]})
    try:
        folder = Settings().state_dir
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "faults.log").open("a", encoding="utf-8") as log:
            log.write(line + "\n")
    except (OSError, ValueError):
        return f"fault {fault_id}, which could not be noted"
    return f"fault {fault_id} in {folder / 'faults.log'}"


def _end(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.exit(1)


if __name__ == "__main__":
    main()
