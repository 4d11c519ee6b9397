"""Danger: sentences that must raise the alarm, and all that must not; what is said then."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.say import LANGS, say_answer, texts
from index import Assistant
from index.intents.base import Answer
from index.intents.danger import DangerRules, find_danger
from index.intents.phrases import places_of
from index.language import fold
from index.question import Question
from index.vocabulary import Vocabulary, read_toml

SENTENCES: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "data" / "danger.jsonl").read_text(encoding="utf-8").splitlines()
]
RIGHT = [sentence for sentence in SENTENCES if not sentence.get("known_failure")]
"""Sentences marked as known failures are judged wrongly still, and must be until the mark is taken away."""
PLAN_TALK = {"plan", "service", "research", "near"}
"""Voices without danger; "near" has words of danger that mean something else."""
AS_TYPED: dict[str, Callable[[str], str]] = {
    "as written": str,
    "capitals": str.upper,
    "no diacritics": fold,
    "cedillas": lambda text: text.translate(str.maketrans("șțȘȚ", "şţŞŢ")),
}
DIGITS = re.compile(r"\d[\d ]*\d")


@pytest.fixture(scope="module")
def judge(assistant: Assistant) -> Callable[[str], tuple[str, ...]]:
    """Kinds of danger as the assistant finds them."""
    return lambda text: assistant.danger_in(Question(text=text, lang="ro"))


def test_the_sentences_are_many_and_half_of_them_are_plan_talk() -> None:
    voices = Counter(sentence["voice"] for sentence in SENTENCES)
    assert len({sentence["text"] for sentence in SENTENCES}) == len(SENTENCES) >= 320
    assert all((s["voice"] not in PLAN_TALK) == s["danger"] == bool(s["kinds"]) for s in SENTENCES)
    assert 0.4 < sum(s["danger"] for s in SENTENCES) / len(SENTENCES) < 0.6
    assert sum(s["lang"] == "en" for s in SENTENCES) > 0.2 * len(SENTENCES)
    assert all(
        voices[v] >= 25
        for v in ("first", "third", "child", "indirect", "plan", "service", "research", "near")
    )


@pytest.mark.parametrize("typed", AS_TYPED)
def test_no_danger_is_missed_and_no_plan_talk_raises_the_alarm(
    typed: str, judge: Callable[[str], tuple[str, ...]]
) -> None:
    judged = {s["text"]: bool(judge(AS_TYPED[typed](s["text"]))) for s in RIGHT}
    assert [s["text"] for s in RIGHT if judged[s["text"]] != s["danger"]] == []


def test_known_failures_fail_still(judge: Callable[[str], tuple[str, ...]]) -> None:
    known = [s for s in SENTENCES if s.get("known_failure")]
    right_now = [s["text"] for s in known if bool(judge(s["text"])) == s["danger"]]
    assert right_now == [], "these were known failures and are right now: take their marks away"


def test_the_kinds_of_danger_are_found(judge: Callable[[str], tuple[str, ...]]) -> None:
    lacking = {s["text"]: set(s["kinds"]) - set(judge(s["text"])) for s in RIGHT}
    assert {text: kinds for text, kinds in lacking.items() if kinds} == {}


def _printed(assistant: Assistant) -> Iterator[str]:
    for record in assistant.index.records:
        yield from (record.title, *record.path, *record.indicators, *record.results, *record.groups)
        yield from (*record.participants, *record.responsible, *record.partners, *record.funding)
        yield from filter(None, (record.objective, record.beneficiaries, record.activity, record.section))


@pytest.mark.parametrize("asking", ["{}", "ce face planul pentru: {}", "cine răspunde de {}"])
def test_nothing_in_the_catalogue_raises_the_alarm(assistant: Assistant, asking: str) -> None:
    vocabulary = assistant.index.vocabulary
    printed = sorted(set(_printed(assistant)))
    forms = [form for text in printed for form in (asking.format(text), fold(asking.format(text)))]
    assert len(printed) > 2000
    assert [form for form in forms if find_danger(form, vocabulary)] == []


def test_no_line_of_a_plan_raises_the_alarm(data: Path, vocabulary: Vocabulary) -> None:
    sources = [path.read_text(encoding="utf-8") for path in sorted(data.glob("plans/*/source.txt"))]
    lines = [line for source in sources for line in source.splitlines()]
    assert [line for line in lines if find_danger(line, vocabulary)] == []


def _calls(data: Path) -> dict[str, dict[str, Any]]:
    return {call["number"]: call for call in read_toml(data / "emergency.toml")["number"]}


def _referred(*kinds: str) -> Answer:
    return Answer(question=Question(text="?", lang="ro"), intent="referral", outcome="referred", danger=kinds)


@pytest.mark.parametrize(
    ("kinds", "calls"),
    [
        (("child",), ["112", "119", "116 111", "112"]),
        (("domestic",), ["112", "0800 500 333", "112"]),
        (("trafficking",), ["112", "0800 500 333", "0800 800 678", "112"]),
        (("child", "domestic"), ["112", "119", "0800 500 333", "116 111", "112"]),
        *(((kind,), ["112", "112"]) for kind in ("suicide", "cold", "medical", "elder", "threat")),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_112_stands_alone_and_then_the_numbers_of_each_kind(
    lang: Any, kinds: tuple[str, ...], calls: list[str], assistant: Assistant
) -> None:
    lines = say_answer(_referred(*kinds), assistant.index, texts(lang)).split("\n")
    assert lines[0] == {"ro": "Sună la 112.", "en": "Call 112."}[lang]
    assert [number for line in lines for number in DIGITS.findall(line)] == calls


@pytest.mark.parametrize(
    ("lang", "free", "hours"), [("ro", "gratuit", "zi și noapte"), ("en", "free", "day and night")]
)
def test_every_number_said_is_known_with_its_source_and_hours(
    lang: Any, free: str, hours: str, assistant: Assistant, data: Path
) -> None:
    known = _calls(data)
    kinds = assistant.index.vocabulary.tables["danger"]["kind"]
    said = say_answer(_referred(*kinds), assistant.index, texts(lang)).split("\n")[1:-1]
    facts = {number: (free in line, hours in line) for line in said for number in DIGITS.findall(line)}
    assert facts == {number: (call["free"], "hours" in call) for number, call in known.items()}
    assert all(call["source"] and call["checked"].isoformat() for call in known.values())


def test_the_numbers_of_the_rules_are_those_of_the_emergency_file(vocabulary: Vocabulary, data: Path) -> None:
    table = vocabulary.tables["danger"]
    assert set(table["calls"]) == set(_calls(data))
    assert {call for calls in table["kind"].values() for call in calls} <= set(table["calls"])


def test_every_set_that_a_rule_names_is_there_and_every_pattern_can_be_read(vocabulary: Vocabulary) -> None:
    table = vocabulary.tables["danger"]
    sets, rules = table["words"], table["rule"]
    made = {r["makes"] for r in rules if "makes" in r} | {f"danger-{kind}" for kind in table["kind"]}
    named = [n for r in rules for part in [*r["words"], *r.get("also", ())] for n in part.split("|")]
    named += [n for stop in table["stop"].values() for n in (*stop["words"], *stop["lifted_by"])]
    place = r"(?:\([^()?]+(?:\?[^()?]*)*\)|[^\s()]+)\??"
    patterns = {p for said in sets.values() for p in said if not p.startswith("@")}
    assert {n for n in named if n not in sets and n not in made} == set()
    assert {n for r in rules for n in r.get("unless", ()) if n not in table["stop"]} == set()
    assert {n for n in table["negation"]["of"] if n not in sets} == set()
    assert [p for p in patterns if not re.fullmatch(rf"{place}(?: {place})*", p)] == []
    assert [p for p in patterns if all(may_lack for _, may_lack in places_of(p))] == []


RULES: dict[str, Any] = {
    "kind": {"domestic": [], "child": []},
    "stop": {
        "past": {"words": ["past"], "lifted_by": ["now"]},
        "service": {"words": ["centre"], "lifted_by": [], "reach": "after"},
        "office": {"words": ["papers"], "lifted_by": [], "reach": "sentence"},
    },
    "negation": {"not": ["nu"], "between": ["mă", "mai"], "of": ["hits"]},
    "numbers": {"words": ["zece"]},
    "known": {"words": []},
    "fillers": {"words": []},
    "short": {},
    "verbs": {},
    "confused": {},
    "words": {
        "me": ["mă"],
        "hits": ["bate", "lovește", "dă (palme|cu pumnul)"],
        "boy": ["copil*"],
        "past": ["acum # ani"],
        "now": ["iar"],
        "figure": ["bate gândul"],
        "centre": ["centru"],
        "papers": ["acte"],
    },
    "rule": [
        {
            "why": "mă bate",
            "words": ["me", "hits"],
            "within": 1,
            "unless": ["past", "service", "office"],
            "makes": "hurts",
        },
        {"why": "lovit", "words": ["hurts"], "kinds": ["domestic"]},
        {"why": "cu un copil", "words": ["hurts", "boy"], "any_order": True, "within": 2, "kinds": ["child"]},
    ],
}
"""A file of rules small enough to hold in view."""


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("mă bate", ["lovit"]),
        ("MA LOVESTE!", ["lovit"]),
        ("ma lovste", ["lovit"]),
        ("mă dă cu pumnul", ["lovit"]),
        ("mă dă cu mașina", []),
        ("copilul meu plânge, mă bate", ["lovit", "cu un copil"]),
        ("copilul meu e mare și cuminte, mă bate", ["lovit"]),
        ("nu mă mai bate", []),
        ("vreau să nu mă mai bate", ["lovit"]),
        ("mă bate gândul", []),
        ("acum zece ani mă bate", []),
        ("acum 10 ani mă bate, iar mă bate", ["lovit"]),
        ("mă. El bate", []),
        ("mă bate, caut un centru", ["lovit"]),
        ("caut un centru, mă bate", []),
        ("mă bate când cer acte", []),
        ("mă bate. Ce acte trebuie?", ["lovit"]),
        ("Ce acte trebuie? Mă bate", []),
    ],
)
def test_a_rule_holds_where_its_words_stand_near_each_other(text: str, reasons: list[str]) -> None:
    assert list(DangerRules(RULES).explain(text)) == reasons
