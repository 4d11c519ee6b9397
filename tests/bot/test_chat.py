"""`indrumar chat`: a conversation in a terminal, one reply for each line."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bot.say import Lang, texts
from bot.terminal import chat, typed_lines
from index import Assistant
from tests.bot.terminal import PROJECT, Terminal


def replies(terminal: Terminal, *lines: str, options: tuple[str, ...] = ()) -> list[list[str]]:
    """The lines of each reply to some messages."""
    ran = terminal.call("chat", *options, stdin="".join(f"{line}\n" for line in lines))
    assert (ran.status, ran.err) == (0, "")
    return [reply.split("\n") for reply in ran.out.split("\n\n")[:-1]]


def test_a_new_place_is_asked_for_the_same_and_the_text_says_what_was_understood(terminal: Terminal) -> None:
    first, second = replies(terminal, "centre de zi în Urziceni", "dar în Slobozia?")
    assert first == terminal.ask("centre de zi în Urziceni")["text"].split("\n")
    assert second[1] == texts("ro")("chat-understood", named="centru de zi – Slobozia, județul Ialomița")
    assert [*second[:1], *second[2:]] == terminal.ask("centre de zi în Slobozia")["text"].split("\n")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ("cine răspunde de măsura 1.1.8 din Iași", "și termenul?"),
            "Termen: 2021-2027. Serviciul e doar în plan.",
        ),
        (
            ("who is responsible for 1.1.8 in Iași", "and the deadline?"),
            "Deadline: 2021-2027. The service is only planned.",
        ),
        (("cine răspunde de măsura 3.1.2", "2"), "Răspunde: DGASPC. Serviciul e doar în plan."),
        (("ce proiecte sunt în Dagâța", "9"), texts("ro")("chat-number-unknown", n=5)),
        (("what projects are in Dagâța", "source"), texts("en")("chat-source-unclear", n=5)),
        (("sursa 1",), texts("ro")("chat-source-none")),
        (("județ Ialomița",), texts("ro")("chat-county", county="Ialomița")),
        (("county Cluj",), texts("en")("chat-county-no-plan", county="Cluj")),
        (("județ Narnia",), texts("ro")("chat-county-unknown")),
        (("orice județ",), texts("ro")("chat-county-any")),
        (("thanks",), texts("en")("chat-thanks")),
        (("cine răspunde de măsura 3.1.2", "soțul meu mă bate"), "Sună la 112."),
    ],
)
def test_the_first_line_of_a_reply_is_what_was_asked_for(
    terminal: Terminal, lines: tuple[str, ...], said: str
) -> None:
    assert replies(terminal, *lines)[-1][0] == said


@pytest.mark.parametrize(("message", "lang"), [("ajutor", "ro"), ("please help", "en"), ("help", "ro")])
def test_help_says_how_to_go_on(terminal: Terminal, message: str, lang: Lang) -> None:
    assert replies(terminal, message) == [texts(lang)("chat-help").split("\n")]


def test_a_county_is_preferred_from_the_start(terminal: Terminal) -> None:
    (reply,) = replies(terminal, "cine răspunde de măsura 3.1.2", options=("--county", "bacau"))
    assert reply == terminal.ask("cine răspunde de măsura 3.1.2", "--county", "Bacău")["text"].split("\n")


def test_a_county_settles_the_open_choice_below_what_it_says(terminal: Terminal) -> None:
    _, reply = replies(terminal, "cine răspunde de măsura 3.1.2", "județ Bacău")
    assert reply[:2] == [
        texts("ro")("chat-county", county="Bacău"),
        "Răspunde: DGASPC. Serviciul e doar în plan.",
    ]


# ── source lines ────────────────────────────────────────────────────────────────────────────────────────────


def test_the_source_is_printed_line_by_line_as_it_stands_in_the_document(terminal: Terminal) -> None:
    (answer,) = terminal.ask("centre de zi în Urziceni")["records"]
    _, reply = replies(terminal, "centre de zi în Urziceni", "sursa 1")
    source = (terminal.data / "plans" / answer["plan"] / "source.txt").read_text(encoding="utf-8").split("\n")
    shown = dict(line.split(": ", 1) for line in reply[1:])
    first, last = answer["source"]["lines"]
    assert f"{answer['plan']}/source.txt" in reply[0]
    assert {str(n) for n in range(first, last + 1)} <= set(shown)
    assert shown == {n: source[int(n) - 1].replace("\t", " │ ").strip() for n in shown}


def test_without_its_document_a_source_is_refused_kindly(copied_terminal: Terminal) -> None:
    assert copied_terminal.call("chat").status == 0
    path = copied_terminal.data / "plans" / "ialomita-2024" / "source.txt"
    process = copied_terminal.start("chat")

    def says(message: str) -> str:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(message + "\n")
        process.stdin.flush()
        return "".join(iter(process.stdout.readline, "\n"))

    says("centre de zi în Urziceni")
    path.write_text("altceva\n" * 500, encoding="utf-8")
    another = says("sursa")
    path.unlink()
    missing = says("sursa")
    _, err = process.communicate()
    said = texts("ro")("chat-source-missing") + "\n"
    assert (process.returncode, err, another, missing) == (0, "", said, said)


# ── the terminal ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("word", "said"), [("pa", "Cu bine!"), ("exit", "Goodbye!"), ("La revedere!", "Cu bine!")]
)
def test_a_goodbye_ends_the_chat(terminal: Terminal, word: str, said: str) -> None:
    assert replies(terminal, word, "centre de zi în Urziceni") == [[said]]


def test_the_end_of_the_input_ends_the_chat_without_a_word(terminal: Terminal) -> None:
    ran = terminal.call("chat", stdin="")
    assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_each_line_has_one_reply_whatever_bytes_it_holds(terminal: Terminal, tmp_path: Path) -> None:
    lines = [
        b"",
        b"\xff\xfe\xc3(",
        b"\x00\x1b[2J\x07",
        "\u2028\u0085".encode(),
        b"a" * 100_000,
        b"centre de zi \x00 Urziceni\r",
    ]
    ran = subprocess.run(
        [sys.executable, "-m", "bot.cli", "chat"],
        input=b"\n".join(lines) + b"\n",
        capture_output=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1", **terminal.environment},
        check=False,
    )
    replied = ran.stdout.decode("utf-8").split("\n\n")[:-1]
    assert (ran.returncode, ran.stderr, len(replied)) == (0, b"", len(lines))
    assert "\x1b" not in ran.stdout.decode("utf-8")
    assert replied[-1].startswith("Doar în plan: ")


def test_a_person_at_a_terminal_is_greeted_and_prompted(assistant: Assistant, terminal: Terminal) -> None:
    class Person(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = io.StringIO()
    typed = typed_lines(Person("pa\n"), out)
    chat(assistant, terminal.data, typed, out, date(2026, 11, 22), None)
    assert out.getvalue().split("\n") == [
        texts("ro")("chat-hello"),
        texts("en")("chat-hello"),
        "",
        "> Cu bine!",
        "",
        "",
    ]
