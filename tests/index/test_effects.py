"""What a measure or project does to a service: which kind, for whom, founded or closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.effects import Effects, service_type_of_code
from index.records import Status
from index.vocabulary import load_vocabulary
from tests.index.small_world import write_vocabulary


@pytest.fixture(scope="module")
def effects(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Effects:
    """Effects read with the invented words of the small world and the real verbs."""
    return Effects(load_vocabulary(write_vocabulary(data, tmp_path_factory.mktemp("data"))))


@pytest.mark.parametrize(
    ("text", "code", "types"),
    [
        ("Un centru de zi în Lunca", None, ("day-centre",)),
        ("CENTRELE DE ZI și cantina sociala", None, ("day-centre", "canteen")),
        ("centru nou", None, ("centre",)),
        ("Centrul Zori", "8810 CZ-V", ("centre", "day-centre")),
        ("Casa Zori", "8891 CZ-T-II", ("young-centre",)),
        ("Casa Zori", "7000", ()),
        ("drumuri și poduri", None, ()),
    ],
)
def test_kinds_of_service_by_words_and_by_code(
    effects: Effects, text: str, code: str | None, types: tuple[str, ...]
) -> None:
    assert effects.service_types(text, code) == types


def test_the_longest_beginning_of_a_code_decides(effects: Effects) -> None:
    codes = ["8891 CZ", "8891-cz-t", "8891CZ-C-I", "8810", "88", ""]
    assert [service_type_of_code(effects.vocabulary.services, code) for code in codes] == [
        "day-centre",
        "young-centre",
        "day-centre",
        "day-centre",
        None,
        None,
    ]


def test_groups_are_named_once_in_order(effects: Effects) -> None:
    found = effects.audiences("copii și bătrâni", "", "pensionari, copiilor", "mame")
    assert found == ("children", "elderly")


VERBS: list[tuple[str, str, Status | None]] = [
    ("measure", "Înființarea unui centru de zi", "planned"),
    ("measure", "INFIINTAREA unui centru de zi", "planned"),
    ("measure", "Construirea centrului de zi", "planned"),
    ("measure", "Extinderea centrului de zi", "planned"),
    ("measure", "Contractarea lucrărilor pentru centrul de zi", "planned"),
    ("measure", "Elaborarea si depunerea unui proiect pentru un centru de zi", "planned"),
    ("measure", "Închiderea centrului de zi", "closing"),
    ("measure", "Restructurarea/închiderea centrului de zi", "closing"),
    ("measure", "Dotare pentru centrul de zi", None),
    ("measure", "Reabilitarea centrului de zi", None),
    ("measure", "Formarea personalului din centrul de zi", None),
    ("measure", "Un centru de zi", None),
    ("project", "Un centru de zi", "planned"),
    ("project", "Modernizarea unui centru de zi", None),
    ("project", "Închiderea unui centru de zi", "closing"),
    ("service", "Înființarea unui centru de zi", None),
    ("campaign", "Înființarea unui centru de zi", None),
]


@pytest.mark.parametrize(("kind", "title", "status"), VERBS)
def test_the_verb_at_the_beginning_decides(
    effects: Effects, kind: str, title: str, status: Status | None
) -> None:
    assert effects.status(kind, title, effects.service_types(title, None)) == status


def test_a_project_for_a_service_of_no_known_kind_is_planned_too(effects: Effects) -> None:
    titles = ["Serviciu nou în Lunca", "Drum nou în Lunca"]
    assert [effects.status("project", title, ()) for title in titles] == ["planned", None]


def test_what_names_no_service_has_no_status(effects: Effects) -> None:
    assert effects.status("measure", "Înființarea unui registru", ()) is None
