"""Values as reporters type them: numbers, percentages, states, words; how they are said and doubted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.say import LANGS, Lang
from bot.staff.shapes import Done, Report, Target, Value
from bot.staff.values import Refusal, read_value, say_value, unlike_the_past
from bot.staff.words import Typed, Words, words_of
from index import Assistant
from tests.bot.staff.reading import CHILDREN, MONEY, SHARE, STANDING, STATE, WORDS, said, target


@pytest.fixture(scope="module")
def words(assistant: Assistant) -> Words:
    """The words of `reports.toml`."""
    return words_of(assistant.index)


NOTHING = Value(kind="nothing")
NUMBERS: dict[str, float] = {
    "14": 14,
    "am fost 42": 42,
    "1.250": 1250,
    "1.250.000": 1250000,
    "1,250": 1250,
    "15 000": 15000,
    "14,0": 14,
    "14 copii": 14,
    "14copii": 14,
    "au participat 14 copii, toți din Pașcani": 14,
    "0": 0,
    "zero": 0,
    "niciun copil": 0,
    "nici unul": 0,
    "none": 0,
    "un copil": 1,
    "doisprezece": 12,
    "douăsprezece persoane": 12,
    "twelve": 12,
    "douăzeci și trei": 23,
    "doua zeci si trei": 23,
    "treizeci": 30,
    "o sută cinci": 105,
    "two hundred and five": 205,
    "2 mii": 2000,
    "douăzeci de mii": 20000,
    "14 (paisprezece)": 14,
    "14 în martie 2024": 14,
    "14 în 2024": 14,
    "în trim. III 2024 am avut 14": 14,
    "14 copii de 0-6 ani": 14,
    "14 copii sub 18 ani": 14,
    "14 persoane peste 65 de ani": 14,
    "14 la 1.1.1": 14,
    "14 copii: 8 fete și 6 băieți": 14,
    "no children": 0,
    "2024": 2024,
}


@pytest.mark.parametrize(("text", "amount"), NUMBERS.items())
def test_a_number_is_found_inside_words(text: str, amount: float, words: Words) -> None:
    assert read_value(text, CHILDREN, words) == Value(kind="number", amount=amount)


@pytest.mark.parametrize(
    ("text", "amount"), [("3,5", 3.5), ("3.5 ore", 3.5), ("1.250,75 lei", 1250.75), ("1,5 milioane", 1500000)]
)
def test_what_is_measured_may_have_a_comma(text: str, amount: float, words: Words) -> None:
    assert read_value(text, MONEY, words) == Value(kind="number", amount=amount)


REFUSED: list[tuple[str, Target, str]] = [
    ("", CHILDREN, "N-am primit nimic scris. Scrie valoarea, de exemplu: 14"),
    ("copii", CHILDREN, "Nu găsesc un număr în „copii”. Scrie-l cu cifre, de exemplu: 14"),
    ("în 2024", CHILDREN, "Nu găsesc un număr în „în 2024”. Scrie-l cu cifre, de exemplu: 14"),
    ("12 și 14", CHILDREN, "Am citit două numere: 12 și 14. Scrie unul singur, de exemplu: 12"),
    ("12 100", CHILDREN, "Am citit două numere: 12 și 100. Scrie unul singur, de exemplu: 12"),
    ("10-12", CHILDREN, "Am citit două numere: 10 și 12. Scrie unul singur, de exemplu: 10"),
    ("doi sau trei", CHILDREN, "Am citit două numere: doi și trei. Scrie unul singur, de exemplu: doi"),
    ("8, 6, 1", CHILDREN, "Am citit mai multe numere: 8, 6, 1. Scrie unul singur, de exemplu: 8"),
    (
        "-5",
        CHILDREN,
        "-5 este sub zero, iar aici numărul nu poate fi sub zero. Scrie, de exemplu: 5",
    ),
    (
        "minus cinci",
        CHILDREN,
        "minus cinci este sub zero, iar aici numărul nu poate fi sub zero. Scrie, de exemplu: 5",
    ),
    (
        "3,5",
        CHILDREN,
        "3,5 nu este un număr întreg, iar aici se numără. Scrie, de exemplu: 4",
    ),
    (
        "30 %",
        CHILDREN,
        "„30 %” este un procent, iar aici se numără. Scrie câte sunt, de exemplu: 14",
    ),
    (
        "9" * 15,
        CHILDREN,
        "999999999999999 este prea mare. Scrie numărul din nou, de exemplu: 1.250",
    ),
    (
        "1,250",
        MONEY,
        "1,250 se poate citi 1.250 sau 1,25. Scrie-l fără virgulă, de exemplu: 1.250",
    ),
    (
        "140 %",
        SHARE,
        "140 % este mai mult decât întregul: un procent merge până la 100. "
        "Scrie, de exemplu: 30 % sau 12 din 40",
    ),
    (
        "40 din 12",
        SHARE,
        "40 din 12 nu se poate: partea este mai mare decât întregul. "
        "Scrie partea, apoi întregul, de exemplu: 12 din 40",
    ),
    (
        "12 din 0",
        SHARE,
        "12 din 0 nu se poate: întregul este zero. Scrie întregul din care numeri, de exemplu: 12 din 40",
    ),
    (
        "12 din 40 (35%)",
        SHARE,
        "12 din 40 înseamnă 30 %, iar ai scris și 35%. Scrie doar una, de exemplu: 12 din 40",
    ),
    ("mult", SHARE, "Nu găsesc un procent în „mult”. Scrie, de exemplu: 30 % sau 12 din 40"),
    (
        "12 și 40",
        SHARE,
        "Am citit două numere: 12 și 40. Scrie un procent, de exemplu 30 %, sau partea din întreg: 12 din 40",
    ),
    (
        "14",
        STATE,
        "Nu înțeleg din „14” dacă s-a făcut. Scrie, de exemplu: realizat, parțial sau nerealizat",
    ),
    (
        "nu știu",
        STATE,
        "Nu înțeleg din „nu știu” dacă s-a făcut. Scrie, de exemplu: realizat, parțial sau nerealizat",
    ),
    (
        "da, nu s-a făcut",
        STATE,
        "Din „da, nu s-a făcut” înțeleg și da, și nu. Scrie doar una, de exemplu: parțial",
    ),
    (
        "a" * 1001,
        WORDS,
        "Textul are 1.001 caractere, iar locul ajunge pentru 1.000. Scrie-l mai pe scurt, de exemplu: "
        "„S-au ținut două întâlniri, în martie și în mai.”",
    ),
]


@pytest.mark.parametrize(("text", "about", "answer"), REFUSED)
def test_a_refusal_names_the_value_the_reason_and_an_example(
    text: str, about: Target, answer: str, words: Words
) -> None:
    refusal = read_value(text, about, words)
    assert isinstance(refusal, Refusal)
    assert (said(refusal), bool(said(refusal, "en"))) == (answer, True)


PERCENTS: dict[str, Value] = {
    "30%": Value(kind="percent", amount=30),
    "30": Value(kind="percent", amount=30),
    "30,5 %": Value(kind="percent", amount=30.5),
    "treizeci la sută": Value(kind="percent", amount=30),
    "0": Value(kind="percent", amount=0),
    "100%": Value(kind="percent", amount=100),
    "12 din 40": Value(kind="percent", amount=30, part=12, whole=40),
    "12/40": Value(kind="percent", amount=30, part=12, whole=40),
    "12 out of 40": Value(kind="percent", amount=30, part=12, whole=40),
    "12 copii din cei 40": Value(kind="percent", amount=30, part=12, whole=40),
    "din 40 de copii 12": Value(kind="percent", amount=30, part=12, whole=40),
    "12 din 40 (30 %)": Value(kind="percent", amount=30, part=12, whole=40),
    "1 din 3": Value(kind="percent", amount=33.33, part=1, whole=3),
    "0 din 40": Value(kind="percent", amount=0, part=0, whole=40),
}


@pytest.mark.parametrize(("text", "value"), PERCENTS.items())
def test_a_percentage_may_be_a_part_of_a_whole(text: str, value: Value, words: Words) -> None:
    assert read_value(text, SHARE, words) == value


STATES: dict[str, Done] = {
    "da": "done",
    "da, s-a făcut": "done",
    "Realizată.": "done",
    "realziat": "done",
    "s-a finalizat în mai": "done",
    "gata, nu mai trebuie nimic": "done",
    "s-a făcut tot": "done",
    "a început și s-a terminat": "done",
    "nu am avut fonduri, dar s-a făcut": "done",
    "100%": "done",
    "yes": "done",
    "It's done": "done",
    "parțial": "partly",
    "parţial realizat": "partly",
    "in lucru": "partly",
    "am început": "partly",
    "da, am început": "partly",
    "nu tot": "partly",
    "da, dar nu tot": "partly",
    "nu s-a realizat integral": "partly",
    "nu e gata, dar am început": "partly",
    "în curs de finalizare": "partly",
    "80 %": "partly",
    "s-au făcut 3 din 5": "partly",
    "half done": "partly",
    "in progress": "partly",
    "nu": "not-done",
    "nu, lipsesc fondurile": "not-done",
    "neînceput": "not-done",
    "nerealizată": "not-done",
    "nu s-a realizat încă": "not-done",
    "nu am reușit să fie gata": "not-done",
    "încă nu": "not-done",
    "nu a început": "not-done",
    "va fi realizat în toamnă": "not-done",
    "mai e de făcut": "partly",
    "de făcut": "not-done",
    "not started": "not-done",
    "isn't done yet": "not-done",
    "no": "not-done",
}


@pytest.mark.parametrize(("text", "done"), STATES.items())
def test_a_state_is_read_with_its_negations(text: str, done: Done, words: Words) -> None:
    assert read_value(text, STATE, words) == Value(kind="state", done=done)


@pytest.mark.parametrize(
    ("text", "done", "beside"),
    [
        ("realizat", "done", None),
        ("parțial: lipsesc fondurile", "partly", "lipsesc fondurile"),
        ("nu, lipsesc fondurile", "not-done", "lipsesc fondurile"),
        ("realizat - s-a deschis un centru", "done", "s-a deschis un centru"),
        ("realizat: nu mai sunt probleme", "done", "nu mai sunt probleme"),
        ("da, dar nu tot", "partly", "da, dar nu tot"),
        ("lipsesc fondurile, deci nerealizat", "not-done", "lipsesc fondurile, deci nerealizat"),
    ],
)
def test_words_may_stand_beside_a_standing_report(
    text: str, done: Done, beside: str | None, words: Words
) -> None:
    assert read_value(text, STANDING, words) == Value(kind="state", done=done, text=beside)


@pytest.mark.parametrize("about", [CHILDREN, MONEY, SHARE, STATE, WORDS, STANDING])
@pytest.mark.parametrize("text", ["nimic de raportat", "Nimic", "nothing to report", "nu e cazul", "N/A"])
def test_nothing_to_report_is_a_value_of_every_kind(text: str, about: Target, words: Words) -> None:
    assert read_value(text, about, words) == NOTHING


def test_words_that_only_hold_the_phrase_are_words(words: Words) -> None:
    text = "În martie nimic de raportat, în mai două teme"
    assert read_value(text, WORDS, words) == Value(kind="text", text=text)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_value_or_a_refusal_that_can_be_said(assistant: Assistant, text: str) -> None:
    words = words_of(assistant.index)
    typed = Typed.of(text)
    assert len(typed.text) == len(typed.plain)
    for about in (CHILDREN, MONEY, SHARE, STATE, WORDS, STANDING):
        read = read_value(text, about, words)
        line = read.line if isinstance(read, Refusal) else say_value(read, about, words)
        assert all(said(line, lang).strip() for lang in LANGS)


@given(st.integers(0, 10**9), st.sampled_from(LANGS))
def test_a_number_that_is_said_is_read_again(assistant: Assistant, amount: int, lang: Lang) -> None:
    words = words_of(assistant.index)
    value = Value(kind="number", amount=float(amount))
    assert read_value(said(say_value(value, CHILDREN, words), lang), CHILDREN, words) == value


@given(st.integers(0, 10**11))
def test_what_is_measured_is_read_again_as_romanians_write_it(assistant: Assistant, bani: int) -> None:
    words = words_of(assistant.index)
    value = Value(kind="number", amount=bani / 100)
    assert read_value(said(say_value(value, MONEY, words)), MONEY, words) == value


@given(st.integers(0, 400), st.integers(1, 400), st.sampled_from(LANGS))
def test_a_share_that_is_said_is_read_again(assistant: Assistant, one: int, other: int, lang: Lang) -> None:
    words = words_of(assistant.index)
    value = read_value(f"{min(one, other)} din {max(one, other)}", SHARE, words)
    assert isinstance(value, Value)
    assert read_value(said(say_value(value, SHARE, words), lang), SHARE, words) == value


@pytest.mark.parametrize(
    ("value", "about", "ro", "en"),
    [
        (Value(kind="number", amount=14), CHILDREN, "14 copii", "14 copii"),
        (Value(kind="number", amount=1), CHILDREN, "1 copil", "1 copil"),
        (Value(kind="number", amount=20), CHILDREN, "20 de copii", "20 copii"),
        (Value(kind="number", amount=1250.5), MONEY, "1.250,5", "1,250.5"),
        (Value(kind="number", amount=14), None, "14", "14"),
        (Value(kind="percent", amount=30), SHARE, "30 %", "30%"),
        (
            Value(kind="percent", amount=30, part=12, whole=40),
            SHARE,
            "30 % (12 din 40)",
            "30% (12 out of 40)",
        ),
        (Value(kind="state", done="partly"), STATE, "realizat parțial", "partly done"),
        (
            Value(kind="state", done="not-done", text="nu-s bani"),
            STANDING,
            "nerealizat: nu-s bani",
            "not done: nu-s bani",
        ),
        (Value(kind="text", text="igienă"), WORDS, "igienă", "igienă"),
        (NOTHING, CHILDREN, "nimic de raportat", "nothing to report"),
    ],
)
def test_a_value_is_said_in_both_languages(
    value: Value, about: Target | None, ro: str, en: str, words: Words
) -> None:
    line = say_value(value, about, words)
    assert (said(line), said(line, "en")) == (ro, en)


# ── unlike the past ─────────────────────────────────────────────────────────────────────────────────────────


def report(amount: float, period: str = "2023", **changes: object) -> Report:
    """A report of a number."""
    held: dict[str, object] = {
        "id": 1,
        "plan": "plan",
        "plan_version": "0" * 12,
        "measure": "plan:measure:1",
        "target": "plan:measure:1#a",
        "value": Value(kind="number", amount=amount),
        "period": period,
        "place": None,
        "note": None,
        "evidence": None,
        "parts": (),
        "doubts": (),
        "state": "approved",
        "author": 1,
        "author_telegram": None,
        "author_name": None,
        "role": "reporter",
        "institution": None,
        "created_at": 0.0,
        "saved_at": 0.0,
        "supersedes": None,
        "superseded_by": None,
        "reason": None,
        "update_id": 1,
        "events": (),
    }
    return Report.model_validate(held | changes)


RUNNING = target("number", "Nr. copii asistați, cumulat")


@pytest.mark.parametrize(
    ("amount", "history", "doubts"),
    [
        (14, (), ()),
        (140, (report(14),), ("jump",)),
        (139, (report(14),), ()),
        (1, (report(10),), ("jump",)),
        (2, (report(10),), ()),
        (0, (report(14),), ()),
        (14, (report(0),), ()),
        (140, (report(100), report(14)), ()),
        (140, (report(14, state="withdrawn"),), ()),
        (140, (report(14, superseded_by=2),), ()),
        (140, (report(14, state="submitted"),), ("jump",)),
        (140, (report(14, place="Movila"),), ()),
        (140, (report(14, value=Value(kind="state", done="done")),), ()),
    ],
)
def test_a_value_ten_times_the_last_is_asked_about(
    amount: float, history: tuple[Report, ...], doubts: tuple[str, ...], words: Words
) -> None:
    value = Value(kind="number", amount=amount)
    assert unlike_the_past(value, CHILDREN, "2024", history, words) == doubts


def test_a_value_is_held_against_those_of_its_own_place(words: Words) -> None:
    history = (report(1000), report(14, place="Movila"))
    value = Value(kind="number", amount=140)
    assert unlike_the_past(value, CHILDREN, "2024", history, words, "movila") == ("jump",)


@pytest.mark.parametrize(
    ("about", "period", "doubts"),
    [
        (RUNNING, "2024", ("below-last",)),
        (RUNNING, "2023", ("below-last",)),
        (RUNNING, "2022", ()),
        (CHILDREN, "2024", ()),
    ],
)
def test_a_running_total_does_not_fall(
    about: Target, period: str, doubts: tuple[str, ...], words: Words
) -> None:
    value = Value(kind="number", amount=13)
    assert unlike_the_past(value, about, period, (report(14, "2023"),), words) == doubts
