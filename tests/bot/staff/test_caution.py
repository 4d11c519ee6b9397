"""Notes that look as if they held personal data, and those that do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.staff.caution import Personal, looks_personal
from bot.staff.words import Words, words_of
from index import Assistant


@pytest.fixture(scope="module")
def words(assistant: Assistant) -> Words:
    """The words of `reports.toml`."""
    return words_of(assistant.index)


PERSONAL: dict[str, Personal] = {
    "1960523221230": "cnp",
    "CNP 2950101221144, copil": "cnp",
    "1 960523 221239": "cnp",
    "0722 123 456": "phone",
    "sunați la 0722.123.456": "phone",
    "+40 722 123 456": "phone",
    "0040722123456": "phone",
    "40722123456": "phone",
    "(0232) 210 000": "phone",
    "0232-210.000": "phone",
    "mama: ana.pop@exemplu.ro": "address",
    "str. Florilor nr. 5, bl. 2, ap. 3": "address",
    "Popescu Andrei are autism": "name-diagnosis",
    "copilul POPESCU ION, diagnostic de epilepsie": "name-diagnosis",
    "Persoana Ionescu Maria, handicap grav": "name-diagnosis",
    "Andrei Popescu is autistic": "name-diagnosis",
}


@pytest.mark.parametrize(("text", "kind"), PERSONAL.items())
def test_what_looks_personal_is_named(text: str, kind: Personal, words: Words) -> None:
    assert looks_personal(text, words) == kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "14 copii, DGASPC Ialomița",
        "14 copii cu autism la Centrul Sfânta Maria",
        "Asociația Pro Vita, copii cu dizabilități",
        "Piatra Neamț: 3 copii cu dizabilități",
        "În Iași s-au ținut ședințe despre autism",
        "Popescu Andrei a fost la sediu",
        "copii cu autism",
        "15.03.2024 15 copii",
        "între 01.02.2024 și 03.04.2024 s-au ținut 12 ședințe",
        "02.03.2024 15 persoane, 0 absențe",
        "1 960523 221230",
        "0 copii în 12 luni",
        "1.250.000 lei pentru 2.500 persoane",
        "125.000 lei",
        "SMIS 128547, contract 12345678",
        "măsura 2.4.1, OS.II.3, cod 8790CR-D-I",
        "0800 500 333",
        "Strada Florilor s-a reparat",
    ],
)
def test_places_institutions_days_sums_and_codes_are_not_personal(text: str, words: Words) -> None:
    assert looks_personal(text, words) is None


@given(
    st.integers(0, 10**8 - 1),
    st.sampled_from("237"),
    st.lists(st.sampled_from(["", " ", ".", "-"]), min_size=8),
)
def test_a_telephone_is_seen_however_it_is_grouped(
    assistant: Assistant, number: int, second: str, gaps: list[str]
) -> None:
    digits = f"{number:08}"
    grouped = "".join(digit + gap for digit, gap in zip(digits, gaps, strict=False)).strip(" .-")
    assert looks_personal(f"tel 0{second}{grouped}", words_of(assistant.index)) in ("phone", "cnp")


@given(st.text(max_size=80))
def test_any_note_can_be_looked_at(assistant: Assistant, text: str) -> None:
    assert looks_personal(text, words_of(assistant.index)) in (
        None,
        "cnp",
        "phone",
        "name-diagnosis",
        "address",
    )
