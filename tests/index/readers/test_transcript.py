"""Reader `transcript` on an invented scan: objectives, actions, merged cells, repairs, and its faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import PlanFault
from index.readers.lists import ListRules
from index.readers.transcript import load_transcript, read_transcript
from tests.index.invented import read_invented

SECTIONS = """
    [[section]]
    reader = "transcript"
    """

SCAN = """
    OBIECTIV GENERAL IV: Oameni
    sanatosi
    1.Mese calde | Cantina noua | 1 cantina Serviciul public | lulie 2031
    pentru toti | in Lunca
    Tncalzirea cantinei | 1 soba
    """

TRANSCRIPT = """
    [repairs]
    "lulie" = "Iulie"

    [[general]]
    title = "OBIECTIV GENERAL IV: Oameni sanatosi"
    lines = [2, 3]

    [[general.specific]]
    title = "1. Mese calde pentru toti"
    lines = [4, 5]

    [[general.specific.action]]
    title = "Cantina noua in Lunca"
    indicators = ["1 cantina"]
    responsible = ["Serviciul public"]
    deadline = "Iulie 2031"
    lines = [4, 5]

    [[general.specific.action]]
    title = "Incalzirea cantinei"
    indicators = ["1 soba"]
    responsible = ["Serviciul public"]
    deadline = "Iulie 2031"
    lines = [6, 6]
    also = [[4, 4]]
    repairs = { "Tncalzirea" = "Incalzirea" }
    shuffled = ["title"]
    doubt = "Cine răspunde e tipărit o dată pentru două rânduri."
    """

PATH = ("OBIECTIV GENERAL IV: Oameni sanatosi", "1. Mese calde pentru toti")


def test_objectives_and_actions_come_in_order_with_their_own_lines(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    reading = read_invented(tmp_path, SECTIONS, SCAN, rules, transcript=TRANSCRIPT)
    assert {key: (d.lines, d.fields) for key, d in reading.drafts.items() if d.kind != "plan"} == {
        "plan:objective:2": ((2, 3), {"code": "IV", "title": "Oameni sanatosi", "path": ()}),
        "plan:objective:4": ((4, 5), {"code": "1", "title": "Mese calde pentru toti", "path": PATH[:1]}),
        "plan:measure:4": (
            (4, 5),
            {
                "title": "Cantina noua in Lunca",
                "indicators": ("1 cantina",),
                "responsible": ("Serviciul public",),
                "deadline": "Iulie 2031",
                "path": PATH,
            },
        ),
        "plan:measure:6": (
            (6, 6),
            {
                "title": "Incalzirea cantinei",
                "indicators": ("1 soba",),
                "responsible": ("Serviciul public",),
                "deadline": "Iulie 2031",
                "path": PATH,
            },
        ),
    }


def test_an_action_carries_the_repairs_of_the_whole_and_its_own(
    tmp_path: Path, rules: dict[str, ListRules]
) -> None:
    draft = read_invented(tmp_path, SECTIONS, SCAN, rules, transcript=TRANSCRIPT).drafts["plan:measure:6"]
    assert (draft.transcribed, draft.repairs, draft.shuffled, draft.doubt) == (
        True,
        {"lulie": "Iulie", "Tncalzirea": "Incalzirea"},
        ("title",),
        "Cine răspunde e tipărit o dată pentru două rânduri.",
    )


def test_a_merged_cell_is_a_place_of_every_row_it_spans(tmp_path: Path, rules: dict[str, ListRules]) -> None:
    draft = read_invented(tmp_path, SECTIONS, SCAN, rules, transcript=TRANSCRIPT).drafts["plan:measure:6"]
    assert {name: [p.line for p in places] for name, places in draft.places.items()} == {
        "title": [4, 6],
        "indicators": [4, 6],
        "responsible": [4, 6],
        "deadline": [4, 6],
        "path.0": [2, 3],
        "path.1": [4, 5],
    }


@pytest.mark.parametrize(
    ("heading", "code", "title"),
    [
        ("OBIECTIV GENERAL XVII: Case", "XVII", "Case"),
        ("OBIECTIV GENERAL IV. Case calde", "IV", "Case calde"),
        ("12. Case: calde", "12", "Case: calde"),
        ("Case calde", None, "Case calde"),
        ("Case calde si luminoase, pentru toti oamenii. Repede", None, None),
    ],
)
def test_a_heading_is_cut_into_code_and_title(
    tmp_path: Path, heading: str, code: str | None, title: str | None
) -> None:
    path = tmp_path / "transcript.toml"
    path.write_text(f'[[general]]\ntitle = "{heading}"\nlines = [1, 1]\n', encoding="utf-8")
    (draft,) = read_transcript(path)
    assert (draft.fields.get("code"), draft.fields["title"]) == (code, title or heading)


def test_a_missing_transcript_is_a_fault_of_the_plan(tmp_path: Path) -> None:
    with pytest.raises(PlanFault) as caught:
        load_transcript(tmp_path / "transcript.toml")
    fault = caught.value
    assert (fault.file, fault.line, fault.fault) == (tmp_path / "transcript.toml", 0, "the file is missing")


def test_an_unknown_key_is_a_fault_that_names_it(tmp_path: Path) -> None:
    path = tmp_path / "transcript.toml"
    path.write_text('[[general]]\ntitle = "I. Case"\nlines = [1, 1]\ntermen = "2031"\n', encoding="utf-8")
    with pytest.raises(PlanFault) as caught:
        load_transcript(path)
    assert caught.value.fault == "general.0.termen: Extra inputs are not permitted"


def test_broken_toml_is_a_fault_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "transcript.toml"
    path.write_text('[repairs]\n"lulie" = "Iulie\n', encoding="utf-8")
    with pytest.raises(PlanFault) as caught:
        load_transcript(path)
    assert (caught.value.file, caught.value.line) == (path, 2)


def test_a_transcript_that_is_not_utf8_is_a_fault_of_the_plan(tmp_path: Path) -> None:
    path = tmp_path / "transcript.toml"
    path.write_bytes('[[general]]\ntitle = "Ținta"\n'.encode("utf-16"))
    with pytest.raises(PlanFault):
        load_transcript(path)
