"""Piatra Neamț's plan as it is read: prose measures, a directory of services, campaigns, training."""

from __future__ import annotations

from collections import Counter

from index import Catalogue, Record
from tests.index.printed import printed

PLAN = "piatra-neamt-2023"
DAS = "Direcția de Asistență Socială a Municipiului Piatra Neamț"


def of_kind(catalogue: Catalogue, kind: str) -> list[Record]:
    """Its records of one kind in document order."""
    return [r for r in catalogue.records if r.plan == PLAN and r.kind == kind]


def test_it_has_33_measures_with_codes_of_one_place(catalogue: Catalogue) -> None:
    codes = [m.code or "" for m in of_kind(catalogue, "measure")]
    assert Counter(code.split(".")[0] for code in codes) == {
        **{"1": 2, "2": 5, "3": 2},
        **{"A": 4, "B": 2, "C": 9, "D": 7, "E": 2},
    }


def test_eight_services_run_three_are_proposed_and_one_is_to_be_contracted(catalogue: Catalogue) -> None:
    assert [(s.status, s.number, s.source.lines[0]) for s in of_kind(catalogue, "service")] == [
        ("existing", 1, 426),
        ("existing", 2, 428),
        ("existing", 3, 430),
        ("existing", 4, 432),
        ("existing", 5, 434),
        ("existing", 6, 438),
        ("existing", 7, 441),
        ("existing", 8, 443),
        ("planned", None, 450),
        ("planned", None, 451),
        ("planned", None, 452),
        ("planned", None, 463),
    ]


def test_a_row_of_the_directory_has_its_code_its_places_and_its_budget(catalogue: Catalogue) -> None:
    assert printed(catalogue.by_id[f"{PLAN}:service:432"]) == {
        "title": "Centrul de sprijin si asistenta specializata pentru copii",
        "number": 4,
        "service_code": "8891 CZ-C-II",
        "provider": DAS,
        "activity": "Activitati educativ recreative si asistenta sociala de specialitate pentru "
        "copii 6-18 ani",
        "capacity": "60 copii",
        "occupancy": "100%",
        "budget": {"Buget local mii lei": "435", "Alte surse": "917"},
        "lines": (432, 433),
        "also": ((422, 422), (425, 425)),
    }


def test_the_amounts_of_the_directory_stand_under_their_headings(catalogue: Catalogue) -> None:
    running = [s for s in of_kind(catalogue, "service") if s.status == "existing"]
    assert [s.budget for s in running] == [
        {"Buget local mii lei": "842"},
        {"Buget local mii lei": "435"},
        {"Buget local mii lei": "160", "Alte surse": "612"},
        {"Buget local mii lei": "435", "Alte surse": "917"},
        {"Buget local mii lei": "620"},
        {"Buget local mii lei": "4566", "Contribuții persoane beneficiare": "1.080"},
        {"Buget local mii lei": "774"},
        {"Buget local mii lei": "472", "Alte surse": "2263"},
    ]


def test_a_proposed_service_says_for_whom_where_and_with_whom(catalogue: Catalogue) -> None:
    assert printed(catalogue.by_id[f"{PLAN}:service:450"]) == {
        "title": "Centru de zi pentru susținerea copiilor cu dizabilitati",
        "service_code": "8891CZ-C III",
        "provider": DAS,
        "beneficiaries": "copii cu dizabilitati",
        "capacity": "42 copii",
        "space": "378,48 (Suprafata desfasurata)",
        "staff": "1 șef de centru, 2 kinetoterapeuți 1 logoped, 2 psihologi, 1 îngrijitor",
        "budget": {
            "Buget local -lei-": "2 574 580,7",
            "Buget de stat -lei-": "310 245,87",
            "Alte surse -lei-": "1 632 873 (PNRR)",
        },
        "funding": ("PNRR COMPONENTA 13 INVESTITIA 1.1",),
        "lines": (450, 450),
        "also": ((446, 446), (449, 449)),
    }


def test_the_contracting_intention_is_named_by_its_own_words(catalogue: Catalogue) -> None:
    assert printed(catalogue.by_id[f"{PLAN}:service:463"]) == {
        "title": "contracte de furnizare servicii sociale, pentru persoanele adulte cu dizabilitati, "
        "pe categoria "
        "centre de zi, cod 8899 CZ-D-I, cu asigurarea hranei",
        "service_code": "8899 CZ-D-I",
        "budget": {"buget estimat": "411.136,00 lei"},
        "lines": (463, 463),
        "also": (),
    }


def test_the_campaigns_are_seven_three_and_the_meeting(catalogue: Catalogue) -> None:
    campaigns = of_kind(catalogue, "campaign")
    assert [(c.number, (c.section or "")[:24]) for c in campaigns] == [
        *((n, "Campanii de informare și") for n in range(1, 8)),
        *((n, "Campanii de promovare a ") for n in range(1, 4)),
        (1, "Organizarea de întâlniri"),
    ]


def test_the_meeting_has_participants(catalogue: Catalogue) -> None:
    assert printed(catalogue.by_id[f"{PLAN}:campaign:503"]) == {
        "title": "Întâlniri de lucru Serviciul Protecția și Promovarea Drepturilor Copilului și CCC",
        "number": 1,
        "participants": ("Comitetul Comunitar Consultativ (CCC)",),
        "period": "Semestrul II",
        "section": "Organizarea de întâlniri tripartite: furnizorii de servicii sociale, organizații "
        "de voluntariat, "
        "asociații ale persoanelor beneficiare etc.",
        "lines": (503, 503),
        "also": ((500, 500),),
    }


def test_the_trainings_are_twenty_rows_and_the_course(catalogue: Catalogue) -> None:
    trainings = of_kind(catalogue, "training")
    assert (len(trainings), [(t.title, t.persons, t.period) for t in trainings if t.period]) == (
        21,
        [("asistent personal al persoanei cu handicap grav", "145 asistenți personali", "anual")],
    )


def test_three_projects_are_told_in_sentences(catalogue: Catalogue) -> None:
    names = ("title", "institution", "funding", "smis", "period")
    assert [{n: getattr(p, n) for n in names} for p in of_kind(catalogue, "project")] == [
        {
            "title": "Suport – Servicii integrate pentru deprinderi de viață independentă",
            "institution": "Fundația Sfântul Ioan Calabria Bacău, Direcția de Asistență Socială a "
            "municipiului Piatra "
            "Neamț și DGASPC Neamț",
            "funding": ("Programului Operațional Uman 2014-2020",),
            "smis": None,
            "period": "septembrie 2020 – septembrie 2023",
        },
        {
            "title": "Reabilitarea/modernizarea unui centru multifuncțional in zona "
            "Subdărmănești–Cinematograful "
            "Cozla",
            "institution": "Direcția de Asistență Socială a municipiului Piatra Neamț și Municipiul "
            "Piatra Neamț",
            "funding": ("Programului Operațional Regional 2014-2020",),
            "smis": None,
            "period": "aprilie 2020 – decembrie 2023",
        },
        {
            "title": "Servicii socio-educative de prevenire a abandonului familial pentru copiii noștri",
            "institution": "Direcția de Asistență Socială a municipiului Piatra Neamț și Asociația "
            "Născută Înger",
            "funding": ("Programului Operațional Regional 2014-2020, AP 4, OS 4.12,4.13,4.14",),
            "smis": "129792",
            "period": "mai 2020 – august 2023",
        },
    ]
