"""Invented plans laid out like the five: taken in by the command, then asked about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.say import say_answer, texts
from index import Assistant, open_index
from tests.bot.say.said import TODAY
from tests.bot.terminal import Terminal
from tests.cases import cases, compare
from tests.index.printed import printed

COUNTS = {
    "vrancea-2026": {"plan": 1, "objective": 5, "measure": 6, "institution": 5},
    "buzau-2026-2030": {"plan": 1, "objective": 7, "measure": 5, "institution": 7},
    "galati-2026-2032": {
        "plan": 1,
        "objective": 4,
        "measure": 3,
        "project": 3,
        "service": 1,
        "institution": 7,
    },
    "tecuci-2026": {
        "plan": 1,
        "objective": 3,
        "measure": 3,
        "project": 1,
        "service": 3,
        "campaign": 1,
        "training": 2,
        "institution": 2,
    },
}

Added = Callable[[str], Terminal]


@pytest.fixture(scope="session")
def assistants(added: Added) -> Callable[[str], Assistant]:
    """The assistant over the five plans and an invented one."""
    opened: dict[str, Assistant] = {}

    def assistant_with(slug: str) -> Assistant:
        if slug not in opened:
            terminal = added(slug)
            index, fault = open_index(terminal.data, terminal.state)
            assert fault is None
            opened[slug] = Assistant(index)
        return opened[slug]

    return assistant_with


@pytest.mark.parametrize("slug", COUNTS)
def test_a_plan_that_was_taken_in_ends_with_its_counts(added: Added, slug: str) -> None:
    lines = (added(slug).state.parent / "printed").read_text(encoding="utf-8").splitlines()
    counts = ", ".join(f"{n} {kind}" for kind, n in sorted(COUNTS[slug].items()))
    assert lines[-2] == f"{slug}: {counts}"
    assert lines[-1].startswith(f"{slug} is taken in: {sum(COUNTS[slug].values())} records, ")


@pytest.mark.parametrize("slug", COUNTS)
def test_nothing_of_an_invented_plan_is_in_doubt(added: Added, slug: str) -> None:
    out = (added(slug).state.parent / "printed").read_text(encoding="utf-8")
    assert [line for line in out.splitlines() if line.startswith("doubt")] == []


def test_a_row_is_shown_beside_its_lines(added: Added) -> None:
    out = (added("buzau-2026-2030").state.parent / "printed").read_text(encoding="utf-8")
    shown = out.partition("── measure 1.1.2 · ")[2].partition("── ")[0]
    assert shown.splitlines() == [
        "lines 10-14",
        "   read: Formarea asistenților maternali care îngrijesc copii cu tulburări din spectrul autist",
        "         responsible: DGASPC | APL",
        "         indicators: Nr. cursuri | Nr. asistenți maternali formați",
        "         funding: Buget județean",
        "         deadline: 2026 - 2030 (anual)",
        "   lines: │ 1.1.2. Formarea asistenților maternali care îngrijesc copii cu │ Nr. cursuri Nr. "
        "asistenți maternali │ 2026 - 2030 (anual) │ DGASPC , │ - │ Buget ⏎ PROGRAM DE LUCRU pentru servicii "
        "sociale în județul Buzău, pagina 2 ⏎ │ tulburări din spectrul autist │ formați │ │ APL │ │ județean",
    ]


def test_every_field_that_was_read_is_shown(added: Added, assistants: Callable[[str], Assistant]) -> None:
    slug = "tecuci-2026"
    out = (added(slug).state.parent / "printed").read_text(encoding="utf-8")
    read = [line for line in out.splitlines() if not line.startswith("   lines: ")]
    records = [
        r for r in assistants(slug).index.records if r.plan == slug and r.kind in ("service", "campaign")
    ]
    fields = ("service_code", "capacity", "provider", "period", "objective")
    values = {value for r in records for value in (getattr(r, name) for name in fields) if value}
    assert {value for value in values if not any(value in line for line in read)} == set()


@pytest.mark.parametrize("case", cases("added.jsonl"))
def test_a_question_about_an_invented_plan(
    assistants: Callable[[str], Assistant], case: dict[str, Any]
) -> None:
    assistant = assistants(case["plan"])
    answer = assistant.answer(case["question"], TODAY)
    text = say_answer(answer, assistant.index, texts(answer.question.lang))
    here = [r.id.removeprefix(f"{case['plan']}:") for r in answer.records]
    compare(case, {"records": here, "first": text.split("\n")[0]})


@pytest.mark.parametrize(
    ("slug", "record", "fields"),
    [
        (
            "vrancea-2026",
            "measure:7",
            {
                "title": "Angajarea de asistenți maternali pentru copiii cu vârsta cuprinsă între naștere și "
                "3 ani",
                "path": (
                    "Domeniul I: Sprijin pentru copii și familii",
                    "OS.I.1. Servicii de zi aproape de casă",
                ),
                "responsible": ("DGASPC",),
                "deadline": "2026",
                "results": ("11 asistenți maternali atestați și angajați",),
                "funding": ("Buget CJ",),
                "lines": (7, 9),
                "also": ((3, 3), (6, 6)),
            },
        ),
        (
            "galati-2026-2032",
            "measure:12",
            {
                "code": "1.1.1",
                "title": "Înființarea unui adăpost de noapte în municipiul Galați pentru oamenii care dorm "
                "în port",
                "path": (
                    "Obiectiv specific 1 (OS1): Servicii noi pe malul Dunării",
                    "Direcție de acțiune 1.1.: Adăpost și masă",
                ),
                "responsible": ("DGASPC", "SPAS", "DAS", "ONG-uri"),
                "deadline": "2026-2028",
                "indicators": ("Nr. paturi", "Nr. oameni găzduiți"),
                "results": ("Adăpost de noapte înființat",),
                "groups": ("Persoane fără adăpost", "Persoane cu diferite adicții"),
                "funding": ("PR Sud-Est 2021-2027", "Buget local"),
                "lines": (12, 19),
                "also": ((10, 11),),
            },
        ),
        (
            "galati-2026-2032",
            "service:32",
            {
                "title": "Centru de zi „Albatros” pentru copii cu dizabilități",
                "provider": "Fundația Albatros",
                "service_code": "8891-CZ-C-III",
                "capacity": "45 de copii",
                "licence": {"start": "01.03.2022", "end": "28.02.2026"},
                "lines": (32, 32),
                "also": (),
            },
        ),
        (
            "tecuci-2026",
            "service:29",
            {
                "title": "Cantina „Ulcica”",
                "number": 1,
                "service_code": "8899 CPDH-I",
                "provider": "Direcția de Asistență Socială Tecuci",
                "activity": "Masă caldă pentru oameni fără venituri",
                "capacity": "120 porții",
                "occupancy": "95%",
                "budget": {"Bani locali mii lei": "640", "Bani de stat mii lei": "75"},
                "lines": (29, 30),
                "also": ((25, 25), (28, 28)),
            },
        ),
    ],
)
def test_a_record_of_an_invented_plan_is_what_the_document_prints(
    assistants: Callable[[str], Assistant], slug: str, record: str, fields: dict[str, Any]
) -> None:
    assert printed(assistants(slug).index.by_id[f"{slug}:{record}"]) == fields


@pytest.mark.parametrize("slug", COUNTS)
def test_the_five_plans_are_answered_as_before(
    assistants: Callable[[str], Assistant], assistant: Assistant, slug: str
) -> None:
    questions = [
        "cămin de bătrâni la Movila",
        "cine răspunde de măsura 2.3.4 din Iași",
        "cantină în Piatra Neamț",
    ]
    with_plan, without = (
        [[r.id for r in a.answer(q, TODAY).records] for q in questions] for a in (assistants(slug), assistant)
    )
    assert with_plan == without
