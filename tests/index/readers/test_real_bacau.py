"""Bacău's plan as it is read: 170 measures in six components, codes with slips, rows cut by pages."""

from __future__ import annotations

from collections import Counter

from index import Catalogue, Record
from tests.index.printed import printed

CHILD = "Componenta: Protecția și promovarea drepturilor copilului și a familiei"
VICTIMS = (
    "Componenta: ALTE CATEGORII DE GRUPURI/PERSOANE AFLATE ÎN SITUAȚII DE VULNERABILITATE "
    "(VICTIME ALE TRAFICULUI DE PERSOANE, PERSOANE ADULTE FĂRĂ ADĂPOST ETC)"
)


def measures(catalogue: Catalogue) -> list[Record]:
    """Its measures in document order."""
    return [r for r in catalogue.records if r.plan == "bacau-2014-2024" and r.kind == "measure"]


def test_it_has_170_measures_in_six_components(catalogue: Catalogue) -> None:
    assert list(Counter(m.path[0] for m in measures(catalogue)).items()) == [
        (CHILD, 67),
        ("Componenta: Incluziunea socială a persoanelor cu dizabilități", 43),
        ("Componenta: PROTECȚIA PERSOANELOR VÂRSTNICE", 13),
        (
            "Componenta: Promovarea egalității de șanse și de tratament între femei și bărbați și combaterea "
            "violenței domestice",
            18,
        ),
        (VICTIMS, 8),
        ("Componenta: SISTEMUL JUDEȚEAN DE SERVICIILOR SOCIALE", 21),
    ]


def test_each_component_begins_its_codes_again(catalogue: Catalogue) -> None:
    first = {m.path[0]: m.code for m in reversed(measures(catalogue))}
    assert set(first.values()) == {"1.1.1"}


def test_a_code_printed_three_times_stays_three_measures(catalogue: Catalogue) -> None:
    assert [m.id for m in measures(catalogue) if m.code == "2.3.2" and m.path[0] == CHILD] == [
        "bacau-2014-2024:measure:51",
        "bacau-2014-2024:measure:54",
        "bacau-2014-2024:measure:55",
    ]


def test_a_row_cut_by_a_page_is_joined_in_every_cell(catalogue: Catalogue) -> None:
    assert printed(catalogue.by_id["bacau-2014-2024:measure:108"]) == {
        "code": "3.3.3",
        "title": "Multiplicarea demersurilor care să stimuleze și să faciliteze adopția copiilor, inclusiv a "
        'copiilor "greu adoptabili";',
        "path": (
            CHILD,
            "OBIECTIV GENERAL 3 : ASIGURAREA SERVICIILOR SOCIALE DE CALITATE COPILULUI SEPARAT DE FAMILIA SA",
            "O.S.3.3. Creșterea calității serviciilor specifice furnizate de DGASPC în domeniul adopției",
        ),
        "responsible": ("DGASPC",),
        "partners": ("APL-uri", "DAS-uri"),
        "deadline": "2014 - 2024 (permanent)",
        "indicators": (
            "Nr. familii recrutate",
            "Nr. familii atestate",
            "Nr. acțiuni de informare în comunitate și promovare a adopției",
            'Nr. familii informate privind adopția copiilor "greu adoptabili"',
        ),
        "funding": ("Bugetul instituțional",),
        "lines": (108, 110),
        "also": ((9, 9), (84, 84), (106, 106)),
    }


def test_a_row_cut_by_a_page_with_its_repeated_title_keeps_the_code_as_printed(catalogue: Catalogue) -> None:
    assert printed(catalogue.by_id["bacau-2014-2024:measure:327"]) == {
        "code": "1.2 1",
        "title": "Optimizarea și dezvoltarea procesului de cooperare inter și intra- instituțională "
        "în procesul "
        "protecției și asistenței specializate a persoanelor victime ale traficului de persoane.",
        "path": (
            VICTIMS,
            "OBIECTIV GENERAL 1 - PREVENIREA TRAFICULUI DE PERSOANE ȘI ASISTAREA VICTIMELOR TRAFICULUI DE "
            "PERSOANE, ÎN CONFORMITATE CU ARIA DE RESPONSABILITATE INSTITUȚIONALĂ",
            "O.S.1.2. Garantarea accesului persoanelor victime ale traficului de persoane la "
            "sistemul de servicii "
            "și beneficii sociale în scopul reintegrării sociale",
        ),
        "responsible": ("ANTIP – Centrul regional Bacău", "DGASPC", "Autorități Publice Locale"),
        "partners": ("ONG-uri", "IPJ", "Instituții de cult"),
        "deadline": "2014 - 2024",
        "indicators": (
            "Nr. întâlniri de lucru pe tema traficului de persoane derulate",
            "Teme abordate",
            "Nr. specialiști care au participat la întâlnirile de lucru.",
        ),
        "funding": ("Buget instituțional", "Bugete locale", "Alte finanțări nerambursabile"),
        "lines": (327, 331),
        "also": ((322, 322), (324, 324)),
    }


def test_a_sentence_cut_inside_a_paragraph_goes_on_after_the_page(catalogue: Catalogue) -> None:
    record = catalogue.by_id["bacau-2014-2024:measure:55"]
    assert (record.indicators, record.responsible, record.partners) == (
        (
            "Nr. grupuri de suport cu părinții copiilor cu dizabilități",
            "Nr. părinți, inclusiv asistenți personali informați, consiliați și formați privind îngrijirea "
            "copilului cu dizabilități/CES",
            "Nr părinți informați în ceea ce privește accesarea serviciilor de sprijin",
            "Nr. activități/acțiuni de diseminare a serviciilor de evaluare, orientare școlară organizate în "
            "școli.",
            "Nr. servicii de suport/intervenții asigurate părinților copiilor cu dizabilități/CES",
        ),
        ("APL-uri", "DGASPC", "CJRAE", "Instituții de învățământ"),
        ("ONG-uri", "CMI", "Instituții de cult"),
    )


def test_institutions_printed_with_blanks_and_commas_are_one_each(catalogue: Catalogue) -> None:
    found = {n: catalogue.by_id[f"bacau-2014-2024:measure:{n}"] for n in (13, 20, 33, 41, 44, 104)}
    assert {n: (r.responsible, r.partners) for n, r in found.items()} == {
        13: (("DGASPC", "APL"), ()),
        20: (
            ("IPJ", "CJRAE", "APL", "Instituții de învățământ de la nivel local"),
            ("DGASPC", "ONG-uri", "Prefectului Județul Bacău"),
        ),
        33: (("APL", "DSP", "CMI"), ("DGASPC", "ONG-uri", "CMB", "CJAS")),
        41: (("APL", "AJPIS"), ("Instituții de cult", "Instituții de învățământ", "DGASPC")),
        44: (("APL",), ("DSP", "DGASPC", "ISJ", "CJRAE", "Instituția Prefectului Județul Bacău")),
        104: (("DGASPC", "ONG-uri"), ("Structura teritorială CNASR", "Asociații profesionale")),
    }


def test_a_cell_cut_by_a_page_and_put_right_by_hand_is_whole(catalogue: Catalogue) -> None:
    found = [catalogue.by_id[f"bacau-2014-2024:measure:{n}"].responsible for n in (137, 141)]
    assert found == [
        (
            *("DGASPC", "DAS-uri", "SPAS", "Compartim. asistență socială", "APL", "IPJ"),
            "Furnizorii privați de servicii sociale",
        ),
        (
            *("DGASPC", "DAS-uri", "SPAS", "Compartim. asistență socială", "APL"),
            "Furnizori privați de servicii sociale",
        ),
    ]
