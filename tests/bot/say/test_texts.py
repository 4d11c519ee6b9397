"""The catalogues of texts: alike in both languages, all of them used, with each language's own plurals."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.chat.browsing import BY
from bot.chat.commands import COMMANDS
from bot.menus import STAFF
from bot.say import LANGS, Lang, texts
from index import Record
from tests.bot.terminal import PROJECT

SAY = PROJECT / "bot" / "say"


def catalogue(lang: Lang) -> str:
    """All the texts of a language: those of every answer, then those of Telegram."""
    return "\n".join(
        path.read_text(encoding="utf-8") for path in sorted(SAY.glob(f"{lang}*.ftl"), reverse=True)
    )


class Placeholders(Visitor):
    """The names of the values that a text takes."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        """A value, where it is printed or where it chooses."""
        self.names.add(node.id.name)


@cache
def messages(lang: Lang) -> dict[str, set[str]]:
    """Key → placeholders of each text of a language."""
    out = {}
    for entry in FluentParser().parse(catalogue(lang)).body:
        assert not isinstance(entry, ftl.Junk), entry.content
        if isinstance(entry, ftl.Message):
            found = Placeholders()
            found.visit(entry)
            out[entry.id.name] = found.names
    return out


KEYS = sorted(messages("ro"))


def test_both_languages_have_the_same_keys() -> None:
    assert list(messages("ro")) == list(messages("en"))


def test_no_key_stands_twice() -> None:
    for lang in LANGS:
        keys = re.findall(r"^([a-z][\w-]*) =", catalogue(lang), re.MULTILINE)
        assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("key", KEYS)
def test_a_text_takes_the_same_values_in_both_languages(key: str) -> None:
    assert messages("ro")[key] == messages("en").get(key)


@pytest.mark.parametrize("lang", LANGS)
def test_no_letter_has_a_cedilla(lang: Lang) -> None:
    text = catalogue(lang)
    assert [line for line in text.splitlines() if set(line) & set("şţŞŢ")] == []


# ── keys that the program asks for ──────────────────────────────────────────────────────────────────────────


def asked_keys(source: str) -> Iterator[str]:
    """First arguments of `say(…)`, `….say(…)` and `Line(…)`; what an f-string fills in is written as {}."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in ("say", "has", "screen", "Line"):
            yield from written(node.args[0])
        elif name == "_say":
            yield from written(node.args[-1])


def written(node: ast.expr) -> Iterator[str]:
    """The texts that an expression may stand for; what is filled in is written as {}."""
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    elif isinstance(node, ast.IfExp):
        yield from written(node.body)
        yield from written(node.orelse)


@cache
def in_program() -> set[str]:
    """Every key that a file of `bot` asks for."""
    files = sorted((PROJECT / "bot").rglob("*.py"))
    return {key for path in files for key in asked_keys(path.read_text(encoding="utf-8"))}


@cache
def asked_fields(data: Path) -> set[str]:
    """What may be asked of a record, by `questions.toml`."""
    with (data / "vocabulary" / "questions.toml").open("rb") as file:
        return set(tomllib.load(file)["ask"])


@cache
def filled(pattern: str, data: Path) -> set[str]:
    """The keys that a pattern with {} may become: with a field, a kind, a state, a reason or a number."""
    kinds = {"measure", "service", "project", "campaign", "training", "objective", "plan", "record"}
    states = {"existing", "planned", "closing"}
    reasons = {"no_plan", "not_in_plan", "not_ours", "not_understood"}
    numbers = re.findall(
        r"\d+", (data / "vocabulary" / "danger.toml").read_text(encoding="utf-8").replace(" ", "")
    )
    in_telegram = {
        *BY,
        *(c.names[0] for c in COMMANDS),
        *(c.names[0] for c in STAFF),
        "name",
        "short",
        "description",
    }
    in_telegram |= {"unwanted", "wrong", "voice", "photo", "contact", "other"}
    words = {*Record.model_fields, *in_telegram, *asked_fields(data), *kinds, *states, *reasons, *numbers}
    return {pattern.replace("{}", word) for word in words}


def test_every_key_that_is_asked_for_is_there() -> None:
    assert {key for key in in_program() if "{}" not in key} - messages("ro").keys() == set()


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("status-{}", ["existing", "planned", "closing"]),
        ("nothing-{}", ["no_plan", "not_in_plan", "not_ours", "not_understood"]),
        (
            "count-{}",
            ["measure", "service", "project", "campaign", "training", "objective", "plan", "record"],
        ),
    ],
)
def test_every_key_that_is_put_together_is_there(pattern: str, words: list[str]) -> None:
    keys = {pattern.replace("{}", word) for word in words}
    assert (pattern in in_program(), keys - messages("ro").keys()) == (True, set())


@pytest.mark.parametrize("key", KEYS)
def test_every_text_is_used(data: Path, key: str) -> None:
    asked = in_program()
    patterns = {p for p in asked if "{}" in p}
    assert key in asked or any(key in filled(pattern, data) for pattern in patterns)


@pytest.mark.parametrize(
    ("source", "keys"),
    [
        ('self.say("door-spas")', ["door-spas"]),
        ('say(f"field-{field}", value=1)', ["field-{}"]),
        ('say("a" if x else f"b-{x}")', ["a", "b-{}"]),
        ('self.say.has("help")', ["help"]),
        ('other("door-spas")', []),
    ],
)
def test_a_key_is_seen_where_it_is_asked_for(source: str, keys: list[str]) -> None:
    assert list(asked_keys(source)) == keys


# ── faults of a text ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", LANGS)
def test_an_unknown_key_and_a_missing_value_are_faults(lang: Lang) -> None:
    say = texts(lang)
    with pytest.raises(LookupError):
        say("nu-exista")
    with pytest.raises(KeyError):
        say("ended")
    assert (say.has("ended"), say.has("nu-exista")) == (True, False)


@pytest.mark.parametrize("lang", LANGS)
def test_values_are_put_in_as_they_are(lang: Lang) -> None:
    value = '{ $x } <b> „ș” "ț" \\u0041 \n-'
    assert texts(lang)("first-plain", title=value) == value


@cache
def bundle(lang: Lang) -> FluentBundle:
    """All the texts of a language, read by Fluent itself."""
    read = FluentBundle([lang], use_isolating=False)
    read.add_resource(FluentResource(catalogue(lang)))
    return read


def by_fluent(lang: Lang, key: str, values: dict[str, object]) -> str:
    """What Fluent itself makes of a text."""
    pattern = bundle(lang).get_message(key).value
    assert pattern is not None
    said, _ = bundle(lang).format_pattern(pattern, values)
    return str(said)


@pytest.mark.parametrize("lang", LANGS)
def test_every_text_reads_as_fluent_says_it(lang: Lang) -> None:
    values = {key: {n: f"<{n}> {{ ș }}\n" for n in sorted(names)} for key, names in messages(lang).items()}
    said = {key: texts(lang)(key, **held) for key, held in values.items()}
    assert said == {key: by_fluent(lang, key, dict(held)) for key, held in values.items()}


@pytest.mark.parametrize("number", [0, 1, 2, 20, 1080])
def test_a_number_reads_as_fluent_says_it_the_second_time_too(number: int) -> None:
    values = {key: dict.fromkeys(names, number) for key, names in messages("ro").items() if len(names) == 1}
    said = [{key: texts("ro")(key, **held) for key, held in values.items()} for _ in range(2)]
    assert said == [{key: by_fluent("ro", key, dict(held)) for key, held in values.items()}] * 2
