"""Inline mode: cards to pass on for whatever is typed; each says what is only planned."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.chat.guide import Guide
from bot.chat.inline import invitation, offer, offers
from bot.limits import MAX_INLINE_RESULTS, MAX_QUERY_CHARS, MAX_START_CHARS
from tests.bot.chat.phone import TODAY, Phone, keys, read


@pytest.mark.parametrize("query", ["centre de zi pașcani", "DAY CENTRES in Pașcani", "măsura 3.1.2 Iași"])
def test_the_cards_are_what_asking_finds_in_its_order(guide: Guide, query: str) -> None:
    found = offers(Phone(guide).moment(), query)
    records = guide.assistant.answer(query, TODAY).records[:20]
    assert [offer.id for offer in found] == [record.key for record in records]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300), st.sampled_from(["ro", "en"]))
@example("a" * 256, "ro")
@example("centre de zi " * 30, "ro")
@example("#", "ro")
@example("#<b>", "en")
@example("copii 😀 <b>&", "ro")
def test_whatever_is_typed_each_offer_is_taken_by_telegram(guide: Guide, query: str, lang: str) -> None:
    moment = Phone(guide, lang).moment()
    found = offers(moment, query)
    assert len(found) <= MAX_INLINE_RESULTS
    assert len({offer.id for offer in found}) == len(found)
    assert [o for o in found if not (read(o.screen) and o.title and 0 < len(o.id.encode()) <= 64)] == []
    assert 0 < len(invitation(moment, query)) <= 64


def test_a_query_is_read_as_far_as_telegram_lets_it_be_typed(guide: Guide) -> None:
    moment = Phone(guide).moment()
    query = "centre de zi în Pașcani" + " " * MAX_QUERY_CHARS
    assert [o.id for o in offers(moment, query + "cantine")] == [o.id for o in offers(moment, query)]


def test_who_has_not_typed_yet_is_not_told_that_nothing_was_found(guide: Guide) -> None:
    moment = Phone(guide).moment()
    said = [invitation(moment, query) for query in ("", "xilofon")]
    assert said == ["Scrie ce cauți sau întreabă-mă aici", "Nu am găsit. Întreabă-mă aici"]


@pytest.mark.parametrize("query", ["", "   ", "#", "#nimic"])
def test_where_nothing_is_asked_nothing_is_offered(guide: Guide, query: str) -> None:
    assert offers(Phone(guide).moment(), query) == ()


def test_a_card_that_was_passed_on_opens_the_bot_at_its_record(guide: Guide) -> None:
    moment = Phone(guide).moment()
    for record in guide.index.records[::50]:
        (key,) = keys(offer(moment, record).screen)
        payload = (key.url or "").partition("?start=")[2]
        assert (payload, len(payload) <= MAX_START_CHARS) == (f"r-{record.key}", True)


@pytest.mark.parametrize(("lang", "runs"), [("ro", "funcționează"), ("en", "running")])
def test_no_planned_thing_is_said_to_run_in_any_result_of_a_search(
    guide: Guide, lang: str, runs: str
) -> None:
    moment = Phone(guide, lang).moment()
    seen = 0
    for query in ("centru de zi", "cantină socială", "locuințe sociale", "Pașcani", "copii", "vârstnici"):
        for one in offers(moment, query):
            status = guide.directory.by_key[one.id].status
            told = runs in one.description.split(" · "), read(one.screen).lower().startswith(runs)
            assert told == (status == "existing", status == "existing"), one
            seen += status == "planned"
    assert seen > 5


def test_the_county_that_was_set_settles_what_several_fit(guide: Guide) -> None:
    phone = Phone(guide)
    phone.says("județul Iași")
    found = offers(phone.moment(), "cine răspunde de măsura 1.1.1")
    assert {guide.directory.by_key[o.id].plan for o in found} == {"iasi-2021-2027"}
