"""Iași's strategy as it is read: 84 measures, 187 projects, two services that run."""

from __future__ import annotations

from collections import Counter

from index import Catalogue, Record
from index.records import Licence
from tests.index.printed import printed

PLAN = "iasi-2021-2027"


def of_kind(catalogue: Catalogue, kind: str) -> list[Record]:
    """Its records of one kind in document order."""
    return [r for r in catalogue.records if r.plan == PLAN and r.kind == kind]


def test_it_has_84_measures_under_four_objectives(catalogue: Catalogue) -> None:
    assert Counter((m.code or "").split(".")[0] for m in of_kind(catalogue, "measure")) == {
        "1": 14,
        "2": 20,
        "3": 24,
        "4": 26,
    }


def test_a_measures_code_begins_with_that_of_the_direction_above_it(catalogue: Catalogue) -> None:
    odd = {m.code: m.path[1] for m in of_kind(catalogue, "measure") if (m.code or "")[:3] not in m.path[1]}
    assert odd == {}


def test_the_projects_are_numbered_1_to_187(catalogue: Catalogue) -> None:
    assert [p.number for p in of_kind(catalogue, "project")] == list(range(1, 188))


def test_groups_cut_by_a_page_are_all_there(catalogue: Catalogue) -> None:
    assert printed(catalogue.by_id["iasi-2021-2027:measure:431"]) == {
        "code": "1.1.5",
        "title": "Dezvoltarea serviciilor de sprijin și îngrijire specializată pentru copii și "
        "adulți în comunitate",
        "path": (
            "Obiectiv specific 1 (OS1): Creșterea numărului și a diversității serviciilor sociale",
            "Direcție de acțiune 1.1.: Dezvoltarea de servicii sociale la nivelul județului, care să permită "
            "accesul eficient al grupurilor vulnerabile la servicii de prevenție, de urgență, de "
            "îngrijire și "
            "asistență de recuperare/reabilitare sau alte servicii specializate de bună calitate, cât mai "
            "aproape de domiciliu și cu un cost rezonabil pentru beneficiari",
        ),
        "responsible": ("DGASPC", "SPAS", "DAS", "ONG-uri"),
        "deadline": "2021-2027",
        "results": ("Servicii de sprijin și îngrijire specializată pentru copii și adulți în comunitate",),
        "indicators": (
            "Nr. servicii de sprijin și îngrijire specializată pentru copii și adulți în comunitate "
            "dezvoltate",
            "Nr. adulți și copii care beneficiază de servicii de sprijin și îngrijire",
        ),
        "groups": (
            "Copiii cu dizabilități fără servicii de sprijin în comunitate",
            "Copiii părăsiți/ neglijați/ abuzați/ exploatați",
            "Copiii cu cerințe educaționale speciale cu risc de abandon școlar sau care nu "
            "frecventează o formă de "
            "învățământ",
            "Copiii delincvenți/ cu tulburări de comportament",
            "Copiii aflați în risc de separare de părinți/ copii separați de părinți, inclusiv "
            "copiii ai căror "
            "părinți sunt plecați la muncă în străinătate",
            "Copiii traficați, exploatați prin muncă, exploatați sexual",
            "Copiii care au săvârșit fapte penale dar nu răspund penal",
            "Persoane (adulte) cu dizabilități",
            "Persoane vârstnice (peste 65 ani cu venituri insuficiente, boli sau marginalizate)",
            "Victime ale traficului de persoane (amenințate, răpite, abuzate, constrânse)",
            "Persoane în situație de dependență (bolnavi cronici, bolnavi în fază terminală)",
            "Persoane în risc de sărăcie și/sau excluziune socială",
            "Persoane fără adăpost",
            "Refugiați",
        ),
        "funding": (
            "PR Nord-Est 2021-2027",
            "PoIDS 2021- 2027",
            "Buget local",
            "Buget județean",
            "Alte fonduri europene nerambursabile",
        ),
        "lines": (431, 440),
        "also": ((404, 405),),
    }


def test_a_row_of_the_portfolio_is_a_project_of_its_institution(catalogue: Catalogue) -> None:
    assert [printed(catalogue.by_id[f"{PLAN}:project:{n}"]) for n in (1045, 1060)] == [
        {
            "number": 59,
            "title": "Adăpost de noapte",
            "institution": "DAS IAȘI",
            "funding": ("PNRR", "POR Nord-Est 2021-2027", "POIDS 2021-2027", "Buget local"),
            "lines": (1045, 1045),
            "also": (),
        },
        {
            "number": 66,
            "title": "Construire locuințe sociale",
            "institution": "UAT AL.I.CUZA",
            "funding": (
                "PNRR",
                "POR Nord-Est 2021-2027",
                "POIDS 2021-2027",
                "PNDL II",
                "CNI",
                "Buget local",
            ),
            "lines": (1060, 1060),
            "also": (),
        },
    ]


def test_the_two_running_services_of_bethany_are_the_same_as_their_projects(catalogue: Catalogue) -> None:
    projects = {p.number: p.same_as for p in of_kind(catalogue, "project") if p.same_as}
    assert projects == {186: f"{PLAN}:service:1276", 187: f"{PLAN}:service:1286"}


def test_a_running_service_is_read_from_the_sheet_below_its_title(catalogue: Catalogue) -> None:
    names = ("title", "provider", "locality", "service_code", "capacity", "licence", "status")
    assert [{n: getattr(s, n) for n in names} for s in of_kind(catalogue, "service")] == [
        {
            "title": "Centru de zi de recuperare pentru copii cu dizabilități",
            "provider": "Fundatia Serviciilor Sociale Bethany",
            "locality": "Iași",
            "service_code": "8891-CZ-C-III",
            "capacity": "30 copii",
            "licence": Licence(start="24.09.2021", end="23.09.2026"),
            "status": "existing",
        },
        {
            "title": "Centru de zi pentru consiliere și sprijin pentru părinți și copii",
            "provider": "Fundăția Serviciilor Sociale Bethany",
            "locality": "Târgu Frumos",
            "service_code": "8899-CZ-F-I",
            "capacity": "50 de copii",
            "licence": Licence(start="11.09.2022", end="10.09.2027"),
            "status": "existing",
        },
    ]


def test_the_staff_of_a_service_stands_at_the_end_of_a_cell_cut_by_two_pages(catalogue: Catalogue) -> None:
    service = catalogue.by_id[f"{PLAN}:service:1286"]
    assert (service.staff, service.source.lines) == (
        "6 specialiști, din care: personal de conducere: manager servicii sociale personal de "
        "specialitate și "
        "auxiliar: 1 asistent social, 1 psiholog, 1 psihopedagog, 1 pedagog social voluntari în "
        "număr de max. 10",
        (1286, 1298),
    )


def test_the_strategic_objectives_and_priorities_are_records(catalogue: Catalogue) -> None:
    codes = [o.code for o in of_kind(catalogue, "objective")][:10]
    assert codes == ["OG", "OSD1", "OSD2", "OSD3", "OSD4", "OSD5", "PD1", "PD2", "PD3", "PD4"]
