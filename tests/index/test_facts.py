"""What an indicator asks for: a number, a percentage, done or not, or text; with unit and target."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.facts import Facts, number
from index.records import IndicatorFact
from index.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def facts(vocabulary: Vocabulary) -> Facts:
    """Facts read with the words of `facts.toml`."""
    return Facts(vocabulary.tables["facts"])


def read(facts: Facts, text: str) -> tuple[str, str | None, float | None]:
    """Answer kind, unit and target of an indicator."""
    fact = facts.indicator("plan:measure:1", text, "indicators", 1)
    return fact.answer, fact.unit, fact.target


COUNTED = [
    ("10 ședințe de informare", "ședințe", 10),
    ("1 document anual", "document", 1),
    ("Cel putin 3 persoane responsabile", "persoane", 3),
    ("cel puțin 5 parteneriate încheiate", "parteneriate", 5),
    ("minim 2 campanii/an", "campanii", 2),
    ("Peste 100 de beneficiari", "beneficiari", 100),
    ("24 de copii protejați", "copii", 24),
    ("1.250 de copii", "copii", 1250),
    ("3,5 tone de alimente", "tone", 3.5),
    ("Un centru în construcție", "centru", 1),
    ("O campanie derulată", "campanie", 1),
    ("Două case", "case", 2),
    ("zece familii", "familii", 10),
    ("18 copii/tineri și familiile acestora", "copii", 18),
]

UNTARGETED = [
    ("Nr. copii identificați", "copii"),
    ("Nr copii înscriși", "copii"),
    ("NUMĂR PĂRINŢI", "părinți"),
    ("Numar de beneficiari", "beneficiari"),
    ("Numărul cazurilor", "cazurilor"),
    ("Nr.", None),
]

PERCENT = [
    ("Creșterea cu 10% a copiilor", 10),
    ("Existența de voluntari în 80% dintre servicii", 80),
    ("3,5 % din buget", 3.5),
    ("Procentul copiilor vaccinați", None),
    ("Rata de participare", None),
    ("% copiilor înscriși", None),
    ("Gradul de acoperire", None),
    ("Ponderea cadrelor informate", None),
]

STATES = [
    "Metodologie elaborată",
    "Studiu de nevoi realizat.",
    "ședințe lunare ale EIL",
    "2017 fără raport",
    "3",
    "",
]

TEXTS = ["Tipuri de servicii", "Tipul sprijinului", "Teme abordate"]


@pytest.mark.parametrize(("text", "unit", "target"), COUNTED)
def test_a_count_has_a_unit_and_a_target(facts: Facts, text: str, unit: str, target: float) -> None:
    assert read(facts, text) == ("number", unit, target)


def test_un_numar_de_is_a_way_to_begin_a_count(facts: Facts) -> None:
    answer, _, target = read(facts, "Un număr de 29 AMP atestați")
    assert (answer, target) == ("number", 29)


@pytest.mark.parametrize(("text", "unit"), UNTARGETED)
def test_a_number_without_a_target(facts: Facts, text: str, unit: str | None) -> None:
    assert read(facts, text) == ("number", unit, None)


@pytest.mark.parametrize(("text", "target"), PERCENT)
def test_a_percentage(facts: Facts, text: str, target: float | None) -> None:
    assert read(facts, text) == ("percent", "%", target)


@pytest.mark.parametrize("text", STATES)
def test_what_is_done_or_not(facts: Facts, text: str) -> None:
    assert read(facts, text) == ("state", None, None)


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_told_in_words(facts: Facts, text: str) -> None:
    assert read(facts, text) == ("text", None, None)


@pytest.mark.parametrize(
    ("text", "value"), [("14", 14), ("1.250", 1250), ("1.250.000", 1250000), ("3,5", 3.5), ("3.5", 3.5)]
)
def test_numbers_as_romanians_write_them(text: str, value: float) -> None:
    assert number(text) == value


def test_an_indicators_id_holds_its_record_and_a_digest_of_its_words(facts: Facts) -> None:
    ids = [
        facts.indicator("a:measure:1", "Nr. copii", "indicators", 1).id,
        facts.indicator("a:measure:1", "NR COPII", "indicators", 1).id,
        facts.indicator("a:measure:1", "Nr. copii", "indicators", 2).id,
        facts.indicator("a:measure:1", "Nr. copii", "results", 1).id,
        facts.indicator("b:measure:1", "Nr. copii", "indicators", 1).id,
    ]
    same = [ids.index(one) for one in ids]
    assert (same, [one.partition("#")[0] for one in ids]) == (
        [0, 0, 2, 3, 4],
        ["a:measure:1"] * 4 + ["b:measure:1"],
    )


def test_a_fact_shows_itself_under_the_names_other_programs_know() -> None:
    fact = IndicatorFact(id="a#1", text="2 case", origin="results", answer="number", unit="case", target=2.0)
    assert fact.as_contract() == {
        "id": "a#1",
        "text": "2 case",
        "from": "results",
        "answer": "number",
        "unit": "case",
        "target": 2.0,
    }


NUMBERS = [
    "1.2.3",
    "27.04.2023",
    "1.000,50",
    "10%",
    "3,5 %",
    "2017",
    "Nr.",
    "un",
    "cel putin",
    "de",
    "copii",
    "-",
]


@given(st.text(max_size=40) | st.lists(st.sampled_from(NUMBERS), max_size=6).map(" ".join))
def test_no_text_is_too_odd_to_read(facts: Facts, text: str) -> None:
    assert facts.indicator("a", text, "indicators", 1).text == text


@pytest.mark.parametrize("text", ["1.2.3 măsuri luate", "27.04.2023 termen", "1.000,50 lei cheltuiți"])
def test_numbers_with_several_marks_do_not_raise(facts: Facts, text: str) -> None:
    assert facts.indicator("a", text, "indicators", 1).text == text


@pytest.mark.parametrize(
    ("text", "answer", "unit", "target"),
    [
        ("Un număr de ... persoane/ familii", "number", "persoane", None),
        ("Cel putin un proiect depus", "number", "proiect", 1),
        ("Nr./% copii de etnie roma", "number", "copii", None),
        ("Numar si tip servicii incluse", "number", "servicii", None),
        ("Un număr de 29 AMP atestați", "number", "AMP", 29),
    ],
)
def test_the_unit_is_what_is_counted_as_printed(
    facts: Facts, text: str, answer: str, unit: str, target: float | None
) -> None:
    assert read(facts, text) == (answer, unit, target)
