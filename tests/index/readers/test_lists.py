"""Cells → items: what is one indicator, one institution, one source of money, one group."""

from __future__ import annotations

import pytest

from index.readers.lists import ListRules

INSTITUTIONS = [
    ("DGASPC UAT ONG Unități de cult", ["DGASPC", "UAT", "ONG", "Unități de cult"]),
    ("DGASPC , ONG-uri ,CMB CJAS", ["DGASPC", "ONG-uri", "CMB", "CJAS"]),
    ("SPAS/DAS", ["SPAS", "DAS"]),
    ("DSP ISJ /CJRAE", ["DSP", "ISJ", "CJRAE"]),
    ("UAT-DGASPC", ["UAT", "DGASPC"]),
    ("ONG - uri", ["ONG-uri"]),
    (
        "IPJ, CJRAE APL Instituții de învățământ local",
        ["IPJ", "CJRAE", "APL", "Instituții de învățământ local"],
    ),
    ("Primăria Lunca Mare Poliția Locală", ["Primăria Lunca Mare", "Poliția Locală"]),
    ("Primăria din Călimanu", ["Primăria din Călimanu"]),
    ("centrul social Călimanu UAT", ["centrul social Călimanu", "UAT"]),
    ("centrul social Asociația Zori", ["centrul social", "Asociația Zori"]),
    ("Instituția Prefectului", ["Instituția Prefectului"]),
    ("APL SPAS, etc", ["APL", "SPAS"]),
    ("unități de cult/ furnizori", ["unități de cult/furnizori"]),
    ("Centrul „Casa Bună” UAT", ["Centrul „Casa Bună”", "UAT"]),
    ("DGASPC (Serviciul Alfa, Biroul Beta) UAT", ["DGASPC (Serviciul Alfa, Biroul Beta)", "UAT"]),
    ("-", []),
    ("–", []),
    ("", []),
]

INDICATORS = [
    ("Nr. copii Nr. familii", ["Nr. copii", "Nr. familii"]),
    ("Nr.cazuri Nr.copii", ["Nr.cazuri", "Nr.copii"]),
    ("Nr. copii; Nr. familii;", ["Nr. copii", "Nr. familii"]),
    ("Nr. copii\nNr. familii", ["Nr. copii", "Nr. familii"]),
    ("• 1 cantină\n• 40 de porții", ["1 cantină", "40 de porții"]),
    ("Studiu realizat. Set de indicatori", ["Studiu realizat.", "Set de indicatori"]),
    ("Rata de sprijin Gradul de ocupare", ["Rata de sprijin", "Gradul de ocupare"]),
    ("% copiilor vaccinați % copiilor înscriși", ["% copiilor vaccinați", "% copiilor înscriși"]),
    ("80 % dintre copii", ["80 % dintre copii"]),
    ("Nr. elevi din Călimanu", ["Nr. elevi din Călimanu"]),
    ("Nr. copii din Programul nou", ["Nr. copii din Programul nou"]),
    ("Nr. copii înscriși Programul nou", ["Nr. copii înscriși Programul nou"]),
    ("Nr. copii vechi, Nr. copii noi", ["Nr. copii vechi, Nr. copii noi"]),
    ("Nr. cazuri (Nr. vechi; Nr. nou)", ["Nr. cazuri (Nr. vechi; Nr. nou)"]),
    ("Proiectul „Pași Spre Nr. Unu” scris Nr. copii", ["Proiectul „Pași Spre Nr. Unu” scris", "Nr. copii"]),
    ('Proiectul "Pași. Spre Viitor" scris', ['Proiectul "Pași. Spre Viitor" scris']),
    ("Nr. mame de la art. Zece", ["Nr. mame de la art. Zece"]),
]

FUNDING = [
    ("Buget CJ PIN-uri Fonduri externe", ["Buget CJ", "PIN-uri", "Fonduri externe"]),
    ("Buget local fonduri europene", ["Buget local", "fonduri europene"]),
    ("Buget local din fonduri proprii", ["Buget local din fonduri proprii"]),
    ("PR Nord-Est 2021-2027 PNS 2023-2027", ["PR Nord-Est 2021-2027", "PNS 2023-2027"]),
    ("PR Nord-Est 2021-2027 Donații", ["PR Nord-Est 2021-2027", "Donații"]),
    ("Bugetele membrilor EIL Buget local", ["Bugetele membrilor EIL", "Buget local"]),
    ("Buget ONG/unități de cult", ["Buget ONG/unități de cult"]),
    ("PPP (HHC România) CNI", ["PPP (HHC România)", "CNI"]),
    ("-", []),
]

GROUPS = [
    ("Copii cu dizabilități  Persoane vârstnice", ["Copii cu dizabilități", "Persoane vârstnice"]),
    ("Copii părăsiți/ neglijați", ["Copii părăsiți/ neglijați"]),
    ("Persoane (adulte) cu dizabilități", ["Persoane (adulte) cu dizabilități"]),
]


@pytest.mark.parametrize(("cell", "items"), INSTITUTIONS)
def test_institutions_are_one_each(rules: dict[str, ListRules], cell: str, items: list[str]) -> None:
    assert rules["institutions"].split(cell) == items


@pytest.mark.parametrize(("cell", "items"), INDICATORS)
def test_indicators_are_one_each(rules: dict[str, ListRules], cell: str, items: list[str]) -> None:
    assert rules["indicators"].split(cell) == items


@pytest.mark.parametrize(("cell", "items"), FUNDING)
def test_sources_of_money_are_one_each(rules: dict[str, ListRules], cell: str, items: list[str]) -> None:
    assert rules["funding"].split(cell) == items


@pytest.mark.parametrize(("cell", "items"), GROUPS)
def test_groups_are_one_each(rules: dict[str, ListRules], cell: str, items: list[str]) -> None:
    assert rules["groups"].split(cell) == items


@pytest.mark.parametrize(
    ("cell", "responsible", "partners"),
    [
        ("DGASPC în parteneriat cu UAT", ["DGASPC"], ["UAT"]),
        ("DGASPC/UAT în parteneriat cu ONG și DSP", ["DGASPC", "UAT"], ["ONG", "DSP"]),
        ("EIL UAT ÎN PARTENERIAT  CU ONG, unități de cult", ["EIL", "UAT"], ["ONG", "unități de cult"]),
        ("DGASPC în parteneriat cu Asociația Soare și Lună", ["DGASPC"], ["Asociația Soare și Lună"]),
        ("DGASPC UAT", ["DGASPC", "UAT"], []),
        ("-", [], []),
    ],
)
def test_x_in_partnership_with_y(
    rules: dict[str, ListRules], cell: str, responsible: list[str], partners: list[str]
) -> None:
    assert rules["institutions"].split_partnership(cell) == (responsible, partners)


def test_the_rules_come_from_the_file() -> None:
    table = {"starts": ["Câți"], "comma": True, "keep": ["Unu, doi"], "drop": ["nimic"]}
    invented = ListRules.of(table, {"joins": ["de"], "abbreviations": []}, frozenset())
    assert invented.split("Câți copii Câți de acasă, Unu, doi, nimic") == [
        "Câți copii",
        "Câți de acasă",
        "Unu, doi",
    ]


NEVER_CUT = [
    ("institutions", 'Asociația "Casa, Bună"'),
    ("institutions", "Fundația „Soare/Lună”"),
    ("institutions", "DGASPC (SPAS;DAS)"),
    ("institutions", "DGASPC (SPAS,DAS)"),
    ("indicators", '1 proiect "Pași; spre viitor" scris'),
    ("indicators", "1 proiect „Pași;spre viitor” scris"),
    ("indicators", "Nr. cazuri (vechi;nou)"),
]


@pytest.mark.parametrize(("name", "cell"), NEVER_CUT)
def test_quotes_and_brackets_are_never_cut(rules: dict[str, ListRules], name: str, cell: str) -> None:
    assert rules[name].split(cell) == [cell]


def test_a_slash_inside_brackets_stays_as_printed(rules: dict[str, ListRules]) -> None:
    assert rules["institutions"].split("Echipa (SPAS/DAS)") == ["Echipa (SPAS/DAS)"]


def test_a_quoted_name_belongs_to_the_word_before_it(rules: dict[str, ListRules]) -> None:
    assert rules["indicators"].split("1 proiect „Pași spre viitor” scris") == [
        "1 proiect „Pași spre viitor” scris"
    ]
