"""The conversations as data: read as told beside them, both languages, and nothing left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.chat.commands import COMMANDS
from tests.bot.e2e.script import Seen, Step, read_script, read_scripts


def test_a_file_is_read_as_its_readme_says(tmp_path: Path) -> None:
    file = tmp_path / "a-en.txt"
    file.write_text(
        "# remark\nAna (group) presses: One < Two\n"
        "bot (edit): First…\n  part\n  not: other\n  [A] [B c]\n  silent\n",
        encoding="utf-8",
    )
    seen = Seen("bot (edit)", "First…", ("part",), ("other",), ("A", "B c"), True, "a-en.txt:3")
    script = read_script(file)
    assert (script.name, script.language_code) == ("a-en", "en")
    assert script.steps == [Step("Ana", "presses", "One < Two", True, "a-en.txt:2", (seen,))]


@pytest.mark.parametrize("line", ["ana: x", "Ana jumps: x", "bot says nothing", "  part"])
def test_a_line_that_means_nothing_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "a-ro.txt").write_text(f"Ana: bună\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a-ro\.txt:2"):
        read_scripts(tmp_path)


def test_every_command_is_typed_and_every_topic_is_there_in_both_languages() -> None:
    scripts = read_scripts()
    typed = {step.what.split()[0].partition("@")[0].lower() for s in scripts for step in s.steps if step.what}
    assert [name for c in COMMANDS for name in c.names if f"/{name}" not in typed] == []
    topics = {
        lang: {s.name.removesuffix(f"-{lang}") for s in scripts if s.language_code == lang}
        for lang in ("ro", "en")
    }
    assert topics["ro"] - topics["en"] == {"card", "picture"}
    assert topics["en"] <= topics["ro"]
