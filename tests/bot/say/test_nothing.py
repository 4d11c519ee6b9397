"""Nothing, terms, plans and help in words: what was recognised, never what was not (rules 7, 10, 12, 13)."""

from __future__ import annotations

from datetime import date

import pytest

from bot.say import LANGS, Lang
from index import Assistant
from index.language import fold
from tests.bot.say.said import DOOR, say_asked

SPAS = {
    "ro": "Întreabă mai departe la serviciul de asistență socială (SPAS) de la primăria ta.",
    "en": "Ask next at the social assistance service (SPAS) of your town hall.",
}


@pytest.mark.parametrize(
    ("question", "romanian", "english"),
    [
        (
            "creșă în Urziceni",
            "Nu am găsit în planuri: creșă – Urziceni, județul Ialomița.",
            "I did not find in the plans: nursery – Urziceni, Ialomița county.",
        ),
        (
            "cine răspunde de măsura 9.9.9 din Iași",
            "Nu am găsit în planuri: măsura 9.9.9 – Iași.",
            "I did not find in the plans: measure 9.9.9 – Iași.",
        ),
        (
            "centre de zi în Cluj",
            "Nu am niciun plan pentru Cluj. Asta nu înseamnă că acolo nu există servicii.",
            "I have no plan for Cluj. That does not mean that there are no services there.",
        ),
        (
            "cantină socială în Focșani",
            "Nu am niciun plan pentru Focșani, județul Vrancea. "
            "Asta nu înseamnă că acolo nu există servicii.",
            "I have no plan for Focșani, Vrancea county. "
            "That does not mean that there are no services there.",
        ),
        (
            "centru de zi în comuna Xyzulești, județul Iași",
            "Nu știu niciun loc cu numele acesta. Asta nu înseamnă că acolo nu există servicii: "
            "scrie și comuna sau județul.",
            "I know no place of that name. That does not mean that there are no services there: "
            "write the commune or the county too.",
        ),
    ],
)
def test_nothing_names_what_was_recognised_in_our_words(
    assistant: Assistant, question: str, romanian: str, english: str
) -> None:
    said = [say_asked(assistant, question, lang).split("\n")[0] for lang in LANGS]
    assert said == [romanian, english]


UNKNOWN = [
    ("adăpost pentru canguri în Urziceni", ["cangur"]),
    ("shelter for kangaroos in Urziceni", ["kangaroo"]),
    ("blorbotron la Pașcani", ["blorbotron"]),
    ("creșă zumzulită în Urziceni", ["zumzulit"]),
    ("centru de zi în Xyzzești", ["xyzzesti"]),
    ("cine răspunde de grimbolul 9.9.9 din Iași", ["grimbol"]),
    ("care e cea mai bună rețetă de sarmale", ["sarmal", "retet"]),
    ("Ion Popescu din Cluj vrea un loc la cămin", ["popescu"]),
    ("nume.prenume@exemplu.ro 0712345678", ["exemplu", "0712345678", "prenume"]),
]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("question", "words"), UNKNOWN)
def test_nothing_never_repeats_words_that_were_not_recognised(
    assistant: Assistant, question: str, words: list[str], lang: Lang
) -> None:
    text = fold(say_asked(assistant, question, lang))
    assert [word for word in words if word in text] == []


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("centre de zi în Cluj", "no_plan"),
        ("creșă în Urziceni", "not_in_plan"),
        ("care e cea mai bună rețetă de sarmale", "not_ours"),
        ("", "not_understood"),
        ("?!", "not_understood"),
    ],
)
def test_nothing_has_a_reason_no_records_and_a_text_in_both_languages(
    assistant: Assistant, today: date, question: str, why: str
) -> None:
    answer = assistant.answer(question, today)
    assert (answer.outcome, answer.why, answer.records, answer.total) == ("nothing", why, (), 0)
    assert say_asked(assistant, question, "ro") != say_asked(assistant, question, "en")


def test_no_plan_never_sounds_like_there_is_none(assistant: Assistant) -> None:
    for question in ("centre de zi în Cluj", "cămin de bătrâni în Constanța", "adăpost în Oradea"):
        first = say_asked(assistant, question).split("\n")[0]
        assert (first.startswith("Nu am niciun plan pentru "), "Nu am găsit" in first) == (True, False)


def test_the_nearest_is_shown_with_its_state_and_counts_for_nothing(assistant: Assistant) -> None:
    _, head, *near, door = say_asked(assistant, "creșă în Urziceni").split("\n")
    assert (head, door) == ("Cel mai apropiat:", SPAS["ro"])
    assert {line.partition(". ")[2] for line in near} == {
        "Înființarea unui centru de zi pentru consiliere și sprijin pentru copii și părinți în mun. "
        "Urziceni (Urziceni; doar în plan; Răspunde: DGASPC)",
        "Închiderea Complexului de Servicii pentru Protecția Copilului Urziceni "
        "(Urziceni; se închide; Răspunde: DGASPC)",
    }


def test_of_several_codes_the_one_that_is_nowhere_is_said_beside_the_others(assistant: Assistant) -> None:
    *_, unfound, door = say_asked(assistant, "2.1.1 și 9.9.9 din Iași").split("\n")
    assert (unfound, door) == (
        "Nu am găsit în planuri: măsura 9.9.9.",
        "Întreabă mai departe la: DGASPC Iași.",
    )


def test_an_unknown_village_beside_a_known_commune_is_said(assistant: Assistant) -> None:
    *_, unknown, door = say_asked(assistant, "centre de zi în satul Xyzulești, comuna Grajduri").split("\n")
    assert (unknown, door) == ("Unul dintre locurile scrise nu îl știu; am căutat fără el.", SPAS["ro"])


# ── rule 13: every answer ends with whom to ask next ────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "question",
    [
        "centre de zi în Cluj",
        "creșă în Urziceni",
        "care e cea mai bună rețetă de sarmale",
        "ce planuri ai",
        "mai e valabil planul Bacău",
        "cine răspunde de măsura 3.1.2",
        "centre de zi în Urziceni",
        "",
        "ce înseamnă CTF",
        "ce înseamnă ONG",
    ],
)
def test_every_answer_ends_with_whom_to_ask_next(assistant: Assistant, question: str, lang: Lang) -> None:
    assert say_asked(assistant, question, lang).split("\n")[-1].startswith(DOOR[lang])


# ── terms and plans ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_term_that_a_plan_explains_has_its_source(assistant: Assistant) -> None:
    assert say_asked(assistant, "ce înseamnă CTF").split("\n")[:3] == [
        "CTF înseamnă: căsuțe de tip familial.",
        "Așa explică planul.",
        "Din: STRATEGIA JUDEȚEANĂ DE DEZVOLTARE A SERVICIILOR SOCIALE PENTRU PERIOADA 2021-2027 "
        "(Iași, 2021-2027), rândul 334.",
    ]


def test_a_term_that_no_plan_explains_is_said_to_be_explained_by_us(assistant: Assistant) -> None:
    assert say_asked(assistant, "ce înseamnă ONG").split("\n")[:2] == [
        "ONG înseamnă: Organizații neguvernamentale.",
        "Explicația este a noastră; planurile folosesc prescurtarea fără să o explice.",
    ]


def test_a_term_without_an_english_gloss_has_no_empty_brackets(assistant: Assistant) -> None:
    assert (
        say_asked(assistant, "ce înseamnă CTF", "en").split("\n")[0] == "CTF means: căsuțe de tip familial."
    )


def test_a_term_of_a_plan_that_has_run_out_says_so_once(assistant: Assistant) -> None:
    assert say_asked(assistant, "ce înseamnă CCC").count("Planul s-a încheiat în 2023.") == 1


@pytest.mark.parametrize(
    ("question", "today", "first"),
    [
        ("mai e valabil planul Bacău", date(2026, 11, 22), "Nu, planul (2014-2024) s-a încheiat în 2024."),
        ("mai e valabil planul Bacău", date(2024, 12, 31), "Da, planul este în vigoare: 2014-2024."),
        ("mai e valabil planul Bacău", date(2013, 1, 1), "Planul începe în 2014."),
        ("is the Iași plan still in force", date(2026, 11, 22), "Yes, the plan is in force: 2021-2027."),
        ("is the Iași plan still in force", date(2028, 1, 1), "No, the plan (2021-2027) ended in 2027."),
    ],
)
def test_whether_a_plan_holds_is_the_first_line_and_its_end_is_said_once(
    assistant: Assistant, question: str, today: date, first: str
) -> None:
    text = say_asked(assistant, question, today=today)
    assert (text.split("\n")[0], text.count("încheiat") + text.count("ended") <= 1) == (first, True)


def test_the_act_of_a_plan_is_said_with_its_plan(assistant: Assistant) -> None:
    lines = say_asked(assistant, "prin ce hotărâre a fost aprobat planul Piatra Neamț").split("\n")
    assert "Aprobat prin: HOTĂRÂRE NR. 98 DIN 27.04.2023." in lines


def test_help_is_said_in_the_language_of_the_asker(assistant: Assistant) -> None:
    said = [say_asked(assistant, "ce poți face?"), say_asked(assistant, "what can you do?")]
    assert [text.split(" ")[0] for text in said] == ["Îți", "I"]
