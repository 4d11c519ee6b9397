"""`indrumar plan add`: a plan is taken in whole, or everything stays byte for byte as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bot.conftest import PLANS
from tests.bot.terminal import Terminal

TRANSCRIPT = """
title = "Plan scanat"
lines = [1, 1]
issuer = "Consiliul Local"
county = "Vrancea"
period = { from = 2026, to = 2026 }

[[section]]
reader = "transcript"
"""


def files(*folders: Path) -> dict[str, bytes]:
    """Path → content of everything below folders."""
    return {str(p): p.read_bytes() for folder in folders for p in sorted(folder.rglob("*")) if p.is_file()}


def new_plan(parent: Path, **edited: Callable[[str], str]) -> Path:
    """A copy of the invented Vrancea plan with edited files (`plan=…`, `source=…`)."""
    folder = shutil.copytree(PLANS / "vrancea-2026", parent / "new" / "vrancea-2026")
    names = {"plan": "plan.toml", "source": "source.txt"}
    for name, edit in edited.items():
        path = folder / names[name]
        path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def existing_slug(parent: Path) -> Path:
    """A plan with the slug of one that is there."""
    return new_plan(parent).rename(parent / "new" / "plan")


def broken_toml(parent: Path) -> Path:
    """A plan whose `plan.toml` is not TOML in its third line."""
    return new_plan(parent, plan=lambda text: text.replace('issuer = "', "issuer = ", 1))


def nothing_read(parent: Path) -> Path:
    """A plan whose columns are not those of its table."""
    return new_plan(parent, source=lambda text: text.replace("Obiective\tAcțiuni", "Ceva\tAltceva"))


def missing_source(parent: Path) -> Path:
    """A plan without its document."""
    folder = new_plan(parent)
    (folder / "source.txt").unlink()
    return folder


def bad_correction(parent: Path) -> Path:
    """A plan with a correction of a record that does not exist."""
    folder = new_plan(parent)
    correction = (
        '[[correction]]\nrecord = "vrancea-2026:measure:99"\nfield = "title"\nvalue = "a"\nreason = "b"\n'
    )
    (folder / "corrections.toml").write_text(correction, encoding="utf-8")
    return folder


def bad_slug(parent: Path) -> Path:
    """A plan whose folder is no slug."""
    return new_plan(parent).rename(parent / "new" / "Vrancea 2026")


def no_folder(parent: Path) -> Path:
    """A plan that is not there."""
    return parent / "new" / "vrancea-2027"


def words_not_in_lines(parent: Path) -> Path:
    """A written-out scan with a word that its lines do not have."""
    folder = parent / "new" / "focsani-2026"
    folder.mkdir(parents=True)
    (folder / "plan.toml").write_text(TRANSCRIPT, encoding="utf-8")
    (folder / "source.txt").write_text("Plan scanat\nI. Case\n1. Sobe\nSobe noi\n", encoding="utf-8")
    transcript = (
        '[[general]]\ntitle = "I. Case"\nlines = [2, 2]\n\n[[general.specific]]\ntitle = "1. Sobe"\n'
        'lines = [3, 3]\n\n[[general.specific.action]]\ntitle = "Sobe vechi"\nlines = [4, 4]\n'
    )
    (folder / "transcript.toml").write_text(transcript, encoding="utf-8")
    return folder


FAULTS: list[tuple[Callable[[Path], Path], str]] = [
    (existing_slug, "{data}/plans/plan: a plan with this slug is there already"),
    (broken_toml, "{folder}/plan.toml:3: Invalid value (at line 3, column 10)"),
    (nothing_read, "{folder}/plan.toml: nothing was read: no measure, service or project"),
    (missing_source, "{folder}/source.txt: the file is missing"),
    (bad_correction, "{folder}/corrections.toml:2: no record 'vrancea-2026:measure:99'"),
    (bad_slug, "{folder}: the folder's name is the plan's slug: small letters, digits and hyphens"),
    (no_folder, "{folder}: this is not a folder"),
    (words_not_in_lines, "focsani-2026 was not taken in: 1 fields are not in their lines"),
]


@pytest.mark.parametrize(("make", "said"), FAULTS, ids=[make.__name__ for make, _ in FAULTS])
def test_a_plan_with_a_fault_leaves_everything_as_it_was(
    small_terminal: Terminal, tmp_path: Path, make: Callable[[Path], Path], said: str
) -> None:
    folder = make(tmp_path)
    before = files(small_terminal.data, small_terminal.state)
    ran = small_terminal.call("plan", "add", str(folder))
    assert ran.error == (1, [said.format(folder=folder, data=small_terminal.data)])
    assert files(small_terminal.data, small_terminal.state) == before
    assert [p.name for p in (small_terminal.data / "plans").iterdir()] == ["plan"]


def test_a_word_that_is_not_in_its_lines_is_shown(small_terminal: Terminal, tmp_path: Path) -> None:
    ran = small_terminal.call("plan", "add", "--quiet", str(words_not_in_lines(tmp_path)))
    assert ran.out.splitlines()[0].startswith("doubt: focsani-2026:measure:4 title: 'vechi' is not there.")


def test_a_dry_run_shows_everything_and_takes_nothing_in(small_terminal: Terminal) -> None:
    before = files(small_terminal.data, small_terminal.state)
    ran = small_terminal.call("plan", "add", "--dry-run", str(PLANS / "vrancea-2026"))
    assert (ran.status, ran.err, files(small_terminal.data, small_terminal.state)) == (0, "", before)
    assert ran.out.splitlines()[-1] == "vrancea-2026: 5 institution, 6 measure, 5 objective, 1 plan"
    assert "   read: Înființarea unei cantine sociale în Adjud" in ran.out.splitlines()


def test_quiet_shows_only_doubts_and_counts(small_terminal: Terminal) -> None:
    ran = small_terminal.call("plan", "add", "--dry-run", "--quiet", str(PLANS / "vrancea-2026"))
    assert ran.out == "vrancea-2026: 5 institution, 6 measure, 5 objective, 1 plan\n"


def test_a_part_that_was_not_found_is_a_doubt_and_does_not_hinder(
    small_terminal: Terminal, tmp_path: Path
) -> None:
    section = "\n[[section]]\nreader = 'rows'\nkind = 'project'\nbegins = '^Anexa'\n"
    section += "\n[section.columns]\ntitle = ['Ce']\n"
    folder = new_plan(tmp_path, plan=lambda text: text + section)
    ran = small_terminal.call("plan", "add", "--dry-run", "--quiet", str(folder))
    assert (ran.status, ran.out.splitlines()[0]) == (
        0,
        "doubt: section 2 (rows): no line matches begins = '^Anexa'",
    )


def test_a_plan_is_not_taken_in_while_another_has_a_fault(small_terminal: Terminal) -> None:
    broken = small_terminal.data / "plans" / "plan" / "plan.toml"
    broken.write_text("title =\n", encoding="utf-8")
    before = files(small_terminal.data, small_terminal.state)
    ran = small_terminal.call("plan", "add", "--quiet", str(PLANS / "vrancea-2026"))
    assert (ran.status, ran.err.count("\n"), ran.err.startswith(f"{broken}:1: ")) == (1, 1, True)
    assert files(small_terminal.data, small_terminal.state) == before


def test_a_plan_that_stands_in_its_place_already_is_built_and_stays(small_terminal: Terminal) -> None:
    place = shutil.copytree(PLANS / "vrancea-2026", small_terminal.data / "plans" / "vrancea-2026")
    before = files(small_terminal.data)
    ran = small_terminal.call("plan", "add", "--quiet", str(place))
    assert (ran.status, files(small_terminal.data)) == (0, before)
    listed = small_terminal.call("records", "--plan", "vrancea-2026", "--kind", "measure")
    assert len(listed.out.splitlines()) == 6


def test_what_was_taken_in_is_a_copy_and_the_given_folder_stays(small_terminal: Terminal) -> None:
    given = PLANS / "tecuci-2026"
    ran = small_terminal.run("plan", "add", "--quiet", str(given))
    taken = small_terminal.data / "plans" / "tecuci-2026"
    assert (ran.status, ran.out.splitlines()[-1].split(":")[0]) == (0, "tecuci-2026 is taken in")
    assert {p.name: p.read_bytes() for p in taken.iterdir()} == {
        p.name: p.read_bytes() for p in given.iterdir()
    }


def test_after_a_fault_questions_are_answered_as_before(small_terminal: Terminal, tmp_path: Path) -> None:
    before = small_terminal.call("ask", "centru de zi în Apus")
    failed = small_terminal.run("plan", "add", str(nothing_read(tmp_path)))
    after = small_terminal.call("ask", "centru de zi în Apus")
    assert (failed.status, failed.out, failed.err.count("\n"), after) == (1, "", 1, before)
