"""Names of institutions: which join, which are kept apart, and which measures they answer for."""

from __future__ import annotations

import pytest

from index import Assistant, Institutions


@pytest.fixture(scope="session")
def names(assistant: Assistant) -> Institutions:
    """Institutions of the five plans."""
    return Institutions(assistant.index)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DGASPC", "D.G.A.S.P.C. Bacău"),
        ("DGASPC Bacău", "Direcția Generală de Asistență Socială și Protecția Copilului Bacău"),
        ("dgaspc bacau", "D. G. A. S. P. C. Bacău"),
        ("DGASPC", "Direcția Generală de Asistență Socială și Protecția Copilului"),
        ("SPAS", "SPAS Urziceni"),
        ("spas urziceni", "S.P.A.S. Urziceni"),
        ("SPAS Ciulnița", "SPAS Ciulnița, județul Ialomița"),
        ("AJPIS", "Agentia Judeteana pentru Plati si Inspectie Sociala"),
        ("Inspectoratul Scolar Judetean Timis", "ISJ Timiș"),
        ("Compartim. asistență socială", "Compartiment asistență socială"),
        ("Primaria Municipiului Timisoara", "Primăria Timișoara"),
        ("DAS Iași", "Direcția de Asistență Socială a municipiului Iași"),
        ("ONG", "ONG Umbrela"),
        ("Asociația Umbrela", "asociatia umbrela"),
    ],
)
def test_two_spellings_of_one_institution_join(names: Institutions, one: str, other: str) -> None:
    assert (names.same(one, other), names.same(other, one)) == (True, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SPAS Urziceni", "SPAS Slobozia"),
        ("DGASPC Iași", "DGASPC Bacău"),
        ("DGASPC", "DAS"),
        ("DSP", "DSV"),
        ("AJPIS", "AJPS"),
        ("UAT Victoria", "UAT Vlădeni"),
        ("Asociația Umbrela", "Asociația Speranța"),
        ("Asociația Umbrela", "ONG"),
        ("ONG Umbrela", "ONG Speranța"),
        ("ONG", "ONG-urilor locale pentru romi"),
        ("Furnizori privați de servicii sociale", "Furnizori publici de servicii"),
        ("Compartiment asistență socială", "SPAS"),
        ("Pașcani", "UAT Pașcani"),
    ],
)
def test_two_institutions_are_kept_apart(names: Institutions, one: str, other: str) -> None:
    assert (names.same(one, other), names.same(other, one)) == (False, False)


@pytest.mark.parametrize(
    ("name", "wider", "within"),
    [
        ("SPAS Urziceni", "SPAS", True),
        ("SPAS", "SPAS Urziceni", False),
        ("DGASPC Bacău", "D.G.A.S.P.C.", True),
        ("ONG Umbrela", "ONG", True),
        ("ONG", "ONG Umbrela", False),
        ("DAS", "SPAS", False),
    ],
)
def test_a_name_that_says_more_is_within_one_that_says_less(
    names: Institutions, name: str, wider: str, *, within: bool
) -> None:
    assert names.within(name, wider) is within


@pytest.mark.parametrize(
    ("name", "plan", "printed"),
    [
        ("DGASPC", "bacau-2014-2024", {"DGASPC"}),
        ("D.G.A.S.P.C. Bacău", "bacau-2014-2024", {"DGASPC"}),
        ("DGASPC Iași", "bacau-2014-2024", set()),
        ("DGASPC Neamț", "iasi-2021-2027", set()),
        ("UAT Urziceni", "ialomita-2024", {"UAT"}),
        ("SPAS Urziceni", "ialomita-2024", set()),
        ("SPAS Lugoj", "timisoara-2017-2022", set()),
        ("Primăria Timișoara", "timisoara-2017-2022", {"Primaria Municipiului Timisoara"}),
        (
            "AJPIS Timiș",
            "timisoara-2017-2022",
            {"Agentia Judeteana pentru Plati si Inspectie Sociala"},
        ),
        ("Consiliul Județean Iași", "timisoara-2017-2022", set()),
        ("ANITP", "bacau-2014-2024", {"ANTIP – Centrul regional Bacău"}),
    ],
)
def test_an_institution_answers_for_the_measures_of_its_own_county(
    names: Institutions, name: str, plan: str, printed: set[str]
) -> None:
    measures = [r for r in names.index.of_plan(plan) if r.kind == "measure"]
    assert {names.named_in(name, r) for r in measures} - {None} == printed


def test_an_institution_that_is_only_partner_does_not_answer(names: Institutions) -> None:
    only = [r for r in names.index.records if r.kind == "measure" and r.partners]
    partners = {
        (r.id, name)
        for r in only
        for name in r.partners
        if names.named_in(name, r) and not any(names.same(name, other) for other in r.responsible)
    }
    assert (len(only) > 0, partners) == (True, set())


def test_every_printed_institution_answers_for_the_measures_that_print_it(names: Institutions) -> None:
    measures = [r for r in names.index.records if r.kind == "measure"]
    missing = {(r.id, n) for r in measures for n in r.responsible if names.named_in(n, r) is None}
    assert (len(measures) > 0, missing) == (True, set())


def test_what_the_vocabulary_knows_apart_is_never_one(names: Institutions) -> None:
    """Of all that the plans print, names join only where the vocabulary has one institution for both."""
    printed = sorted({n for r in names.index.records if r.kind == "measure" for n in r.responsible})
    topic = names.index.vocabulary.institutions
    joined = {
        (a, b)
        for a in printed
        for b in printed
        if names.same(a, b) and not set(topic.find_in(a)) & set(topic.find_in(b))
    }
    assert joined == set()


def test_a_plan_lists_each_of_its_institutions_once(names: Institutions) -> None:
    listed = names.of_plan("ialomita-2024")
    assert listed == ("DGASPC", "EIL", "ONG", "UAT", "Unități de cult")
    assert names.of_plan("nu-exista") == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dgaspc", ("DGASPC",)),
        ("culte", ("Unități de cult",)),
        ("fantome", ()),
        ("unit", ("Unități de cult",)),
        ("uat urziceni", ("UAT",)),
        ("", ()),
    ],
)
def test_a_typed_name_is_looked_for_by_meaning_then_by_its_beginning(
    names: Institutions, typed: str, found: tuple[str, ...]
) -> None:
    assert names.looked_for(typed, names.of_plan("ialomita-2024")) == found


@pytest.mark.parametrize(
    ("typed", "printed", "kept"),
    [
        ("DGASPC  Bacău", "DGASPC", "DGASPC Bacău"),
        ("dgaspc", "DGASPC", "DGASPC"),
        ("uat urziceni", "UAT", "UAT Urziceni"),
        ("ong umbrela", "ONG-uri", "Ong Umbrela"),
    ],
)
def test_a_name_in_small_letters_is_kept_as_it_is_printed(
    names: Institutions, typed: str, printed: str, kept: str
) -> None:
    assert names.spelled(typed, printed) == kept
