"""Timișoara's plan as it is read: 175 actions of a scan, written out by a person, with merged cells."""

from __future__ import annotations

from collections import Counter

from index import Catalogue, Record
from tests.index.printed import printed

PLAN = "timisoara-2017-2022"
SPAS = "Serviciul public de asistenta sociala"
SCHOOL = (
    "OBIECTIV GENERAL V: Cresterea capacitatii serviciilor sociale pentru asigurarea accesului "
    "tuturor la educatie "
    "primara, secundara de calitate si la servicii de alfabetizare"
)


def of_kind(catalogue: Catalogue, kind: str) -> list[Record]:
    """Its records of one kind in document order."""
    return [r for r in catalogue.records if r.plan == PLAN and r.kind == kind]


def test_it_has_175_actions_under_61_specific_and_17_general_objectives(catalogue: Catalogue) -> None:
    objectives = Counter(len(o.path) for o in of_kind(catalogue, "objective"))
    measures = of_kind(catalogue, "measure")
    used = {m.path for m in measures}
    assert (len(measures), objectives, len(used), len({path[0] for path in used})) == (
        175,
        {0: 17, 1: 61},
        61,
        17,
    )


def test_the_general_objectives_are_numbered_i_to_xvii(catalogue: Catalogue) -> None:
    codes = [o.code for o in of_kind(catalogue, "objective") if not o.path]
    assert codes == [
        *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"),
        *("X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"),
    ]


def test_no_action_has_a_code_and_every_one_has_someone_who_answers_and_a_deadline(
    catalogue: Catalogue,
) -> None:
    odd = [m.id for m in of_kind(catalogue, "measure") if m.code or not m.responsible or not m.deadline]
    assert odd == []


def test_a_row_scanned_across_five_columns_is_told_apart(catalogue: Catalogue) -> None:
    assert printed(catalogue.by_id[f"{PLAN}:measure:13"]) == {
        "title": "Elaborarea unei metodologii de inregistrare a datelor privind nevoile si "
        "situatiile care impun "
        "furnizarea de servicii sociale",
        "path": (
            "OBIECTIV GENERAL I: Cresterea capacitatii serviciului public de asistenta sociala de a "
            "identifica si "
            "evalua nevoile si situatiile care impun furnizarea de servicii sociale si programe de "
            "interventie "
            "specifice.",
            "1. Crearea unui sistem de inregistrare a datelor privind nevoile si situatiile care "
            "impun furnizarea de "
            "servicii sociale",
        ),
        "responsible": (
            SPAS,
            "Cercetatori",
            "membri ai mediului academic",
            "experti cu expertiza relevanta in domeniul integrarii sociale a grupurilor vulnerabile",
        ),
        "deadline": "Iulie 2017",
        "indicators": (
            "1 metodologie aprobata de directorul executiv al serviciului public de asistenta sociala",
        ),
        "lines": (13, 20),
        "also": ((8, 9),),
    }


def test_a_merged_cell_of_who_answers_counts_for_every_row_it_spans(catalogue: Catalogue) -> None:
    merged = (
        f"{SPAS} prin intermediul serviciilor de specialitate",
        "Institutii relevante",
        "Furnizori publici si privati de servicii sociale",
        "Organizatii reprezentand grupurile tinta",
    )
    rows = [catalogue.by_id[f"{PLAN}:measure:{n}"] for n in (635, 657, 667)]
    assert [(r.responsible, r.deadline, r.source.lines, r.source.also) for r in rows] == [
        (merged, "Anual", (635, 648), ((594, 595), (626, 633), (718, 731), (733, 733))),
        (merged, "Permanent", (657, 665), ((594, 595), (650, 655), (718, 731), (735, 735))),
        (merged, "Decembrie 2017", (667, 676), ((594, 595), (650, 655), (718, 731), (737, 737))),
    ]


def test_the_titles_of_those_rows_stand_under_the_objective_for_schools(catalogue: Catalogue) -> None:
    rows = [catalogue.by_id[f"{PLAN}:measure:{n}"] for n in (635, 657, 667)]
    assert [(r.path[0], r.title) for r in rows] == [
        (
            SCHOOL,
            "Incheierea de protocoale de colaborare cu Inspectoratul Scolar Judetean/unitati de invatamant",
        ),
        (
            SCHOOL,
            "Oferirea de servicii de consiliere prin intermediul unui Centru de sprijin si "
            "consiliere pentru copii "
            "si parinti din cadrul serviciului public de asistenta sociala",
        ),
        (
            SCHOOL,
            "Dezvoltarea ofertei de servicii integrate de orientare si consiliere pentru parintii "
            "din grupurile "
            "vulnerabile si din comunitatile defavorizate.",
        ),
    ]


def test_what_the_scanner_spoiled_is_nowhere_in_the_records(catalogue: Catalogue) -> None:
    spoiled = (
        "lulie",
        "lanuarie",
        "Tncheiate",
        "|dentificarea",
        "ldentificarea",
        "bunatatirea functionalitatii",
    )
    texts = [
        text for m in of_kind(catalogue, "measure") for text in (m.title, m.deadline or "", *m.indicators)
    ]
    words = [word for text in texts for word in text.split()]
    assert [word for word in words if word.startswith(spoiled)] == []


def test_the_authors_slip_stays(catalogue: Catalogue) -> None:
    assert catalogue.by_id[f"{PLAN}:measure:230"].title == (
        "Punerea in aplicare a masurile stabilite de guvern prin intermediul Pachetului integrat "
        "pentru combaterea "
        "saraciei"
    )
