"""A small invented data folder; only the rules of language, lists and facts are the real ones."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.index.invented import write_plan

SERVICES = """
[[service]]
id = "centre"
ro = "centru"
ro_plural = "centre"

[[service]]
id = "day-centre"
ro = "centru de zi"
en = "day centre"
broader = "centre"
codes = ["8891CZ", "8810"]
words = ["casa zilei"]

[[service]]
id = "young-centre"
ro = "club de tineret"
codes = ["8891CZT"]

[[service]]
id = "canteen"
ro = "cantină socială"
words = ["masă caldă"]
"""

GROUPS = """
[[group]]
id = "people"
ro = "oameni"

[[group]]
id = "elderly"
ro = "persoane vârstnice"
broader = "people"
words = ["bătrân", "pensionar"]

[[group]]
id = "children"
ro = "copii"
broader = "people"
"""

INSTITUTIONS = """
[[institution]]
id = "spas"
ro = "serviciul public de asistență socială"
short = "SPAS"
words = ["servicii publice de asistență socială"]
"""

COUNTIES = """
[[county]]
code = "VR"
name = "Vrâncioaia"
words = ["Vrâncioaiei"]

[[county]]
code = "CV"
name = "Codrul"
"""

PLAN_PLACES = """
[[place]]
name = "Călimanu"
county = "VR"
kind = "town"

[[place]]
name = "Lunca Mare"
county = "VR"
kind = "commune"
spellings = ["Lunca-Mare"]

[[place]]
name = "Apus"
county = "VR"
kind = "village"
commune = "Lunca Mare"

[[place]]
name = "Zori"
county = "VR"
kind = "quarter"
commune = "Călimanu"
"""

PLACE_WORDS = """
[kinds]
village = ["sat", "satul"]
commune = ["comuna", "comunei"]
town = ["oraș"]
[county]
words = ["județul"]
[before]
words = ["în", "din", "la"]
[authority]
local = ["UAT", "DAS", "Primăria", "Consiliul Local", "Consiliul Local al"]
county = ["Consiliul Județean"]
[everyday]
words = ["apus"]
not_after = ["un", "de"]
"""

LOCALITIES = (
    "name\tcounty\tlatitude\tlongitude\tpopulation\n"
    "Călimanu\tVR\t45.5\t26.5\t9000\n"
    "Călimanu\tCV\t46.5\t25.5\t700\n"
    "Poiana\tVR\t45.6\t26.6\t120\n"
)

SECTIONS = r"""
    [[section]]
    reader = "rows"
    kind = "project"
    status = "planned"

    [section.columns]
    number = ["Nr."]
    institution = ["Cine"]
    title = ["Ce"]
    funding = ["Bani"]
    """

SOURCE = """
    Nr. | Cine | Ce | Bani
    1. | SPAS | Centru de zi pentru bătrâni în Apus | PNRR Buget local
    2. | Servicii publice de asistență socială | Repararea cantinei sociale | Buget local
    """


def write_vocabulary(real: Path, data: Path, **topics: str) -> Path:
    """The vocabulary of an invented data folder; topics are whole files (`services="…"`)."""
    folder = data / "vocabulary"
    shutil.copytree(real / "vocabulary", folder)
    invented = {"services": SERVICES, "groups": GROUPS, "institutions": INSTITUTIONS, "terms": ""}
    invented["stories"] = "words = {}\nstory = []\n"
    for name, text in (invented | topics).items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def write_places(data: Path) -> Path:
    """The places of an invented data folder."""
    folder = data / "places"
    folder.mkdir(parents=True)
    (folder / "counties.toml").write_text(COUNTIES, encoding="utf-8")
    (folder / "plan_places.toml").write_text(PLAN_PLACES, encoding="utf-8")
    (folder / "words.toml").write_text(PLACE_WORDS, encoding="utf-8")
    (folder / "localities.tsv").write_text(LOCALITIES, encoding="utf-8")
    return folder


def write_world(real: Path, data: Path, sections: str = SECTIONS, source: str = SOURCE, **files: str) -> Path:
    """An invented data folder with one plan, `plan`."""
    write_vocabulary(real, data)
    write_places(data)
    (data / "plans").mkdir()
    write_plan(data / "plans", sections, source, **files)
    return data
