"""The Dockerfile and compose.yaml: what runs, as whom, and what it may touch."""

from __future__ import annotations

from typing import Any

import pytest

from tests.container import BUILD, FINAL, PROJECT, environment, named, read_yaml

COMPOSE = read_yaml((PROJECT / "compose.yaml").read_text(encoding="utf-8"))
[SERVICE] = COMPOSE["services"].values()


def test_the_image_is_made_by_the_script_that_is_tested_and_by_nothing_else() -> None:
    assert [step.words for step in named(BUILD, "RUN")] == [
        "sh tools/image.sh . /opt/indrumar /var/lib/indrumar"
    ]


def test_the_stages_begin_with_the_same_slim_image_because_an_environment_cannot_be_moved() -> None:
    bases = [stage[0].arguments[0] for stage in (BUILD, FINAL)]
    assert (len(set(bases)), bases[0].endswith("-slim")) == (1, True)


def test_the_final_stage_takes_only_what_the_script_made_and_where_it_made_it() -> None:
    copied = [[w for w in s.arguments if not w.startswith("--chown")] for s in named(FINAL, "COPY")]
    assert copied == [["--from=build", place, place] for place in ("/opt/indrumar", "/var/lib/indrumar")]


def test_the_final_stage_takes_the_tools_away_and_installs_nothing() -> None:
    [step] = named(FINAL, "RUN")
    first = step.words.split(" && ")[0]
    assert first == "python -m pip uninstall --yes --quiet setuptools wheel pip"
    assert " install " not in step.words


def test_the_image_ends_as_a_user_who_is_not_root_and_owns_only_the_state() -> None:
    [user] = [step.words for step in named(FINAL, "USER")]
    places = [name for name in ("USER", "ENTRYPOINT", "CMD") for _ in named(FINAL, name)]
    after = [step.name for step in FINAL[FINAL.index(named(FINAL, "USER")[0]) :]]
    owned = [s.arguments[-1] for s in named(FINAL, "COPY") if f"--chown={user}:{user}" in s.arguments]
    assert (user.isdigit(), int(user) > 0, places) == (True, True, ["USER", "ENTRYPOINT", "CMD"])
    assert not {"RUN", "COPY", "ADD", "USER"} & set(after[1:])
    assert owned == [environment(FINAL)["INDRUMAR_STATE_DIR"]] == [s.words for s in named(FINAL, "VOLUME")]


def test_only_what_is_copied_is_sent_to_the_builder() -> None:
    lines = (PROJECT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if not line.startswith("#")]
    copied = {target.rstrip("/") for step in named(BUILD, "COPY") for target in step.arguments[:-1]}
    assert (rules[0], rules[-1]) == ("*", "**/__pycache__")
    assert set(rules[1:-1]) == {f"!{path}" for path in copied}


def test_a_town_runs_one_bot_that_keeps_its_state_and_opens_no_port() -> None:
    state = environment(FINAL)["INDRUMAR_STATE_DIR"]
    assert list(COMPOSE["services"]) == ["indrumar"]
    assert SERVICE["volumes"] == [f"{name}:{state}" for name in COMPOSE["volumes"]]
    assert (SERVICE["env_file"], SERVICE["restart"]) == (".env", "unless-stopped")
    assert not {"ports", "expose", "network_mode", "command", "entrypoint", "user"} & set(SERVICE)


def test_a_town_s_bot_may_write_nothing_but_its_state_and_has_no_rights_to_gain() -> None:
    rights = {
        name: SERVICE.get(name) for name in ("read_only", "tmpfs", "cap_drop", "security_opt", "privileged")
    }
    assert rights == {
        "read_only": True,
        "tmpfs": ["/tmp"],
        "cap_drop": ["ALL"],
        "security_opt": ["no-new-privileges:true"],
        "privileged": None,
    }


def test_folders_named_in_a_town_s_env_file_do_not_hold_inside() -> None:
    inside = {name: place for name, place in SERVICE["environment"].items() if name.startswith("INDRUMAR_")}
    assert inside == {n: p for n, p in environment(FINAL).items() if n.startswith("INDRUMAR_")}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a: b", {"a": "b"}),
        ("a:\n  b: c:d\n  e: true\nf:", {"a": {"b": "c:d", "e": True}, "f": None}),
        ("# words\na:\n  - b\n  - c\nd: e", {"a": ["b", "c"], "d": "e"}),
        ("a:\n    b:\n        - c", {"a": {"b": ["c"]}}),
    ],
)
def test_plain_yaml_is_read(text: str, read: dict[str, Any]) -> None:
    assert read_yaml(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "a: [b]",
        "a: 'b'",
        "a: b # c",
        "a: &b",
        "a: b\na: c",
        "a: b\n  c: d",
        "a:\n  - b\n  c: d",
        "a",
        "- a",
        "a:\tb",
    ],
)
def test_yaml_that_is_more_than_plain_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_yaml(text)
