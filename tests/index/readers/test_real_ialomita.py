"""Ialomița's plan as it is read: 37 measures without codes, and records compared with the printed page."""

from __future__ import annotations

from collections import Counter

from index import Catalogue
from tests.index.printed import printed

CHILDREN = "Direcția de acțiune I: Dezvoltarea serviciilor sociale pentru copii"
EXISTING = (
    "OS.I.2. Asigurarea sustenabilității și creșterea calității serviciilor sociale existente pentru copii"
)
PROJECT = (
    'Proiectului "Pași spre viitor: 2 case de tip familial și centru de zi pentru consiliere și sprijin '
    'pentru copii și părinți", cod SMIS 130618'
)


def test_it_has_37_measures_under_three_directions(catalogue: Catalogue) -> None:
    measures = [r for r in catalogue.records if r.plan == "ialomita-2024" and r.kind == "measure"]
    assert Counter(m.path[0].partition(":")[0] for m in measures) == {
        "Direcția de acțiune I": 12,
        "Dirrecția de acțiune II": 17,
        "Dirrecția de acțiune III": 8,
    }


def test_two_closures_in_one_cell_are_two_measures_that_share_the_other_cells(catalogue: Catalogue) -> None:
    shared = {
        "path": (CHILDREN, EXISTING),
        "responsible": ("DGASPC",),
        "deadline": "2024",
        "results": (
            "2 centre clasice închise",
            "24 de copii protejați în case de tip familial",
            f"2 case de tip familial înființate în cadrul {PROJECT}",
        ),
        "funding": ("Buget CJ", "Fonduri externe"),
        "lines": (12, 12),
        "also": ((5, 5),),
    }
    first, second = (catalogue.by_id[f"ialomita-2024:measure:12{n}"] for n in ("", ".2"))
    assert [printed(first), printed(second)] == [
        {"title": "Închiderea Complexului de Servicii pentru Protecția Copilului Urziceni", **shared},
        {"title": "Închiderea Centrului de Plasament nr.3 Slobozia", **shared},
    ]


def test_both_closures_close_their_service(catalogue: Catalogue) -> None:
    ids = ("ialomita-2024:measure:12", "ialomita-2024:measure:12.2", "ialomita-2024:measure:40")
    assert [catalogue.by_id[i].status for i in ids] == ["closing", "closing", "closing"]


def test_a_row_cut_by_a_page_is_one_measure(catalogue: Catalogue) -> None:
    assert printed(catalogue.by_id["ialomita-2024:measure:13"]) == {
        "title": "Extinderea rețelei de AMP în special pentru copiii cu vârsta cuprinsă între "
        "naștere și 7 ani "
        "și pentru copiii cu dizabilitate severă din această categorie de vârsta",
        "path": (CHILDREN, EXISTING),
        "responsible": ("DGASPC",),
        "deadline": "2024",
        "results": (
            "Un număr de 29 AMP atestați și angajați, prin Proiectul "
            '"Team-up: progres în calitatea îngrijirii alternative a copiilor", cod smis 127169',
        ),
        "funding": ("Buget CJ", "Fonduri externe"),
        "lines": (13, 15),
        "also": ((5, 5), (12, 12)),
    }


def test_the_editors_remark_left_in_a_cell_is_no_result(catalogue: Catalogue) -> None:
    assert printed(catalogue.by_id["ialomita-2024:measure:16"]) == {
        "title": "Identificarea de noi persoane/ familii de plasament, în special pentru copiii cu vârsta "
        "cuprinsă între naștere și 7 ani și pentru copiii cu dizabilitati",
        "path": (CHILDREN, EXISTING),
        "responsible": ("DGASPC", "UAT"),
        "deadline": "2030",
        "results": (
            "Un număr de ... persoane/ familii de plasament vor fi identificate, în plus fata de "
            "cele existente",
            "Creșterea cu 10% a copiilor care beneficiază de plasament la alte persoane/familii",
        ),
        "funding": ("Buget CJ", "Buget local"),
        "lines": (16, 16),
        "also": ((5, 5), (12, 12)),
    }


def test_who_answers_and_who_helps_stand_apart(catalogue: Catalogue) -> None:
    lines = (22, 32, 36, 37, 55, 58)
    found = {n: catalogue.by_id[f"ialomita-2024:measure:{n}"] for n in lines}
    assert {n: (r.responsible, r.partners) for n, r in found.items()} == {
        22: (("DGASPC",), ("instituțiile membre EIL",)),
        32: (("DGASPC", "UAT"), ("ONG",)),
        36: (("UAT", "ONG", "Unitati de cult"), ()),
        37: (("DGASPC", "EIL", "UAT"), ("ONG",)),
        55: (("DGASPC",), ("UAT", "ONG", "unități de cult")),
        58: (("DGASPC",), ("UAT", "ONG", "unități de cult")),
    }


def test_an_objective_cut_by_a_page_is_whole_above_its_measures(catalogue: Catalogue) -> None:
    paths = {catalogue.by_id[f"ialomita-2024:measure:{n}"].path[1] for n in (32, 34)}
    assert paths == {
        "OS.II.3. Asigurarea de servicii sociale adecvate nevoilor persoanelor vârstnice, care să "
        "pună accent "
        "pe principiul îmbătrânirii active"
    }


def test_the_codes_are_those_of_the_objectives(catalogue: Catalogue) -> None:
    codes = [r.code for r in catalogue.records if r.plan == "ialomita-2024" and r.kind == "objective"]
    assert codes == [
        *("Direcția de acțiune I", "OS.I.1", "OS.I.2", "OS.I.3", "OS.I.4"),
        *("Dirrecția de acțiune II", "OS.II.2", "OS.II.3", "OS.II.4", "OS.II.5"),
        *("Dirrecția de acțiune III", "OS.III.1", "OS.III.2", "OS.III.3", "OS.III.4"),
    ]
