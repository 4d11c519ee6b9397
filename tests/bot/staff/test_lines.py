"""Reports in one line: what they are about, their value, period and place; and what is no report."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.guide import Guide
from bot.staff.line import Reading, is_report, read_lines
from bot.staff.targets import Targets
from bot.staff.words import Words, words_of
from index import Assistant

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def words(guide: Guide) -> Words:
    """The words of `reports.toml`."""
    return words_of(guide.index)


def read(text: str, guide: Guide, targets: Targets, county: str | None = None) -> Reading:
    """The one reading of a line."""
    (reading,) = read_lines(text, targets, guide, county, words_of(guide.index), TODAY)
    return reading


def line_of(reading: Reading) -> str:
    """What was read, as one line: code and plan of each measure; value; period; place."""
    measures = " ".join(f"{r.code or '-'}@{r.plan.split('-')[0]}" for r in reading.records)
    return " | ".join((measures, reading.value_text, reading.period or "", reading.place or "")).strip()


LINES: dict[str, str] = {
    # a code, and a place or plan where the code needs it, in any order
    "1.1.1 iasi 12 din 40": "1.1.1@iasi | 12 din 40 |  |",
    "12 din 40 1.1.1 iasi": "1.1.1@iasi | 12 din 40 |  |",
    "Iași 1.1.1. 12 din 40": "1.1.1@iasi | 12 din 40 |  |",
    "M1.1.1 iași: 14 copii": "1.1.1@iasi | 14 copii |  |",
    "3.1.2 iasi realizat": "3.1.2@iasi | realizat |  |",
    "3.1.2 iasi: parțial, lipsesc fondurile": "3.1.2@iasi | parțial, lipsesc fondurile |  |",
    "1.1.1 iasi nu s-a realizat încă": "1.1.1@iasi | nu s-a realizat încă |  |",
    "1.1.1 iasi nimic de raportat": "1.1.1@iasi | nimic de raportat |  |",
    "1.1.1 iasi -5": "1.1.1@iasi | -5 |  |",
    "1.1.1 iasi doisprezece": "1.1.1@iasi | doisprezece |  |",
    "1.1.1 iasi": "1.1.1@iasi |  |  |",
    "2.4.1 bacau 14": "2.4.1@bacau 2.4.1@bacau | 14 |  |",
    "2.4.1 Bacău - 1.250": "2.4.1@bacau 2.4.1@bacau | 1.250 |  |",
    "2.4.1 bacau 3.5": "2.4.1@bacau 2.4.1@bacau | 3.5 |  |",
    "3.1.2 14": "3.1.2@bacau 3.1.2@iasi | 14 |  |",
    "E.2 14": "E.2@piatra | 14 |  |",
    "1.1 piatra neamt 3,5": "1.1@piatra | 3,5 |  |",
    "3.5 la 1.1 piatra neamt": "1.1@piatra | 3.5 |  |",
    "OS.II.3 ialomita 4": "-@ialomita -@ialomita | 4 |  |",
    "am raportat 14 copii la 1.1.1 iasi": "1.1.1@iasi | 14 copii |  |",
    "14 copii la măsura 1.1.1 din planul județului Iași": "1.1.1@iasi | 14 copii |  |",
    "1.1.1 jud. iasi 14": "1.1.1@iasi | 14 |  |",
    "I report 14 children at 1.1.1 Iași": "1.1.1@iasi | 14 children |  |",
    "componenta vârstnici 1.1.1 bacau 3": "1.1.1@bacau | 3 |  |",
    "1.1.1 bacau componenta vârstnici realizat, cu ajutor": "1.1.1@bacau | realizat, cu ajutor |  |",
    # a period
    "14 la 2.4.1 Bacau pentru 2023": "2.4.1@bacau 2.4.1@bacau | 14 | 2023 |",
    "raportez 12 la 3.1.2 Iasi in trim. III 2024": "3.1.2@iasi | 12 | 2024-Q3 |",
    "1.1.1 iasi anul trecut 14": "1.1.1@iasi | 14 | 2025 |",
    "1.1.1 iasi 14 martie": "1.1.1@iasi | 14 | 2026-03 |",
    "1.1.1 iasi 14 martie 12": "1.1.1@iasi | 12 | 2026-03-14 |",
    "1.1 piatra neamt 2023 14": "1.1@piatra | 14 | 2023 |",
    "1.1 piatra neamt martie 14": "1.1@piatra | 14 | 2023-03 |",
    "3.1.2 2026 14": "3.1.2@iasi | 14 | 2026 |",
    "3.1.2 bacau 2014-2024 14": "3.1.2@bacau | 14 |  |",
    # a place narrower than the plan
    "1.1.1 iasi 14 Pașcani": "1.1.1@iasi | 14 |  | Pașcani",
    "2.4.1 Pașcani 14": "2.4.1@iasi | 14 |  | Pașcani",
    # nothing of the kind
    "2.4.1 cluj 14": " | 14 |  |",
    "9.9.9 iasi 14": " | 14 |  |",
    "1.250": " | 1.250 |  |",
    "bla bla 14": " | 14 |  |",
    "i_aaaaaa 14": " | 14 |  |",
    # words of an indicator
    "ședințe lunare ale EIL realizat": "-@ialomita | realizat |  |",
    "numar contracte asistenti personali 55": "-@timisoara | 55 |  |",
    "campanii de informare timisoara: 3": "-@timisoara | 3 |  |",
}


@pytest.mark.parametrize(("text", "line"), LINES.items())
def test_a_line_names_what_it_is_about(text: str, line: str, guide: Guide, targets: Targets) -> None:
    assert line_of(read(text, guide, targets)) == line.strip()


@pytest.mark.parametrize(
    "form",
    ["{handle} 14 copii", "/{handle}: 14 copii", "14 copii #{short}", "am raportat 14 copii la {handle}"],
)
def test_a_handle_goes_straight_to_its_indicator(form: str, guide: Guide, targets: Targets) -> None:
    for target in targets.all[::150]:
        text = form.format(handle=target.handle, short=target.handle.removeprefix("i_"))
        reading = read(text, guide, targets)
        assert (reading.targets, reading.records, reading.value_text) == (
            (target,),
            (target.record,),
            "14 copii",
        )


def test_words_pick_the_indicator_of_a_measure_that_has_several(guide: Guide, targets: Targets) -> None:
    reading = read("interpreți mimico-gestuali bacau 14", guide, targets)
    (target,) = reading.targets
    assert target.fact is not None
    assert (target.fact.text.startswith("Nr. interpreți mimico-gestuali"), reading.value_text) == (True, "14")


def test_the_targets_are_those_of_the_measures(guide: Guide, targets: Targets) -> None:
    reading = read("2.4.1 bacau 14", guide, targets)
    assert reading.targets == tuple(t for r in reading.records for t in targets.of(r))


@pytest.mark.parametrize(
    ("county", "line"),
    [("Iași", "1.1.1@iasi | 14 |  |"), ("Cluj", None), ("Bacău", None), (None, None)],
)
def test_the_persons_county_settles_what_it_has_once(
    county: str | None, line: str | None, guide: Guide, targets: Targets
) -> None:
    every = line_of(read("1.1.1 14", guide, targets))
    assert line_of(read("1.1.1 14", guide, targets, county)) == (line.strip() if line else every)


def test_several_lines_are_several_reports(guide: Guide, targets: Targets, words: Words) -> None:
    text = "Am raportat:\n\n1.1.1 iasi 12\n- 1.1.2 iasi 14 copii\n• E.2 3\n"
    readings = read_lines(text, targets, guide, None, words, TODAY)
    assert [line_of(r) for r in readings] == [
        "1.1.1@iasi | 12 |  |",
        "1.1.2@iasi | 14 copii |  |",
        "E.2@piatra | 3 |  |",
    ]


@given(
    st.sampled_from(["1.1.1", "M1.1.1", "1.1.1."]),
    st.sampled_from(["iasi", "Iași", "IAȘI", "din Iași"]),
    st.sampled_from(["14", "1.250", "12 din 40", "30 %", "14 copii"]),
    st.permutations([0, 1, 2]),
)
def test_code_place_and_value_stand_in_any_order(
    assistant: Assistant, data: Path, code: str, place: str, value: str, order: list[int]
) -> None:
    guide = Guide(assistant, data)
    said = (code, place, value)
    reading = read(" ".join(said[n] for n in order), guide, Targets(guide.index.records))
    assert line_of(reading) == f"1.1.1@iasi | {value} |  |"


@given(st.text(max_size=60))
def test_any_message_can_be_read(assistant: Assistant, data: Path, text: str) -> None:
    guide = Guide(assistant, data)
    words = words_of(guide.index)
    readings = read_lines(text, Targets(guide.index.records), guide, None, words, TODAY)
    assert len(readings) <= len(text.splitlines())
    assert is_report(text, words) in (True, False)


# ── what is meant as a report ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "am raportat 14 copii la 1.1.1",
        "Bună ziua, am raportat 14 la 2.4.1 bacau",
        "raportez 1.1.1",
        "vreau să raportez la măsura 1.1.1 Iași",
        "raport 1.1.1 iasi: realizat",
        "I report 14 children at 1.1.1",
        "we reported 12 out of 40 at 1.1.1 Iași",
        "am raportat:\n1.1.1 iasi 12\n1.1.2 iasi 14",
        "raportez 14 la i_k7m2qa",
    ],
)
def test_a_sentence_that_reports_is_a_report(text: str, words: Words) -> None:
    assert is_report(text, words)


@pytest.mark.parametrize(
    "text",
    [
        "1.1.1 bacau 14",
        "cine raportează 1.1.1",
        "câți copii s-au raportat la 1.1.1",
        "ce s-a raportat la 1.1.1",
        "cum raportez la 1.1.1",
        "am raportat 14 copii la 1.1.1?",
        "raport 1.1.1",
        "report on 1.1.1",
        "am raportat un abuz la 119",
        "vreau să raportez un caz de violență",
        "raportez 3 copii bătuți de vecini",
        "am raportat 14 copii",
        "stadiul măsurii 3.1.2 iași",
        "",
    ],
)
def test_a_question_and_a_call_for_help_are_no_reports(text: str, words: Words) -> None:
    assert not is_report(text, words)


@pytest.mark.parametrize("name", ["questions", "answers", "danger", "added"])
def test_no_sentence_that_anybody_asks_is_taken_for_a_report(name: str, words: Words) -> None:
    path = Path(__file__).parents[2] / "data" / f"{name}.jsonl"
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    sentences = [case.get("text") or case.get("question") or case["sentence"] for case in cases]
    assert len(sentences) > 40
    assert [sentence for sentence in sentences if is_report(sentence, words)] == []
