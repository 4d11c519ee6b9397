"""The words people read: one Fluent catalogue a language, with that language's own plural rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

Lang = Literal["ro", "en"]
LANGS: tuple[Lang, ...] = ("ro", "en")

_FOLDER = Path(__file__).parent
_LATER = ("values", "reporting", "team", "telegram")
"""Catalogues that are read when one of their texts is first wanted: a question in a terminal wants none."""

_KEPT_COUNTS = 1024
"""Texts with one number that are kept as they were said: "12 servicii" is counted again and again."""


class Texts:
    """Texts of one language by key."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._bundle = FluentBundle([lang], use_isolating=False)
        self._later = list(_LATER)
        self._fixed: dict[str, str] = {}
        """Texts without values, as they were said before."""
        self._counted = lru_cache(_KEPT_COUNTS)(self._say_count)
        self._plain: dict[str, list[str | _Value]] = {}
        """Texts that only hold values where they stand: put together without Fluent, which takes longer."""
        self._add(f"{lang}.ftl")

    def _add(self, name: str) -> None:
        resource = FluentResource((_FOLDER / name).read_text(encoding="utf-8"))
        self._bundle.add_resource(resource)
        for entry in resource.body:
            if isinstance(entry, ast.Message) and (parts := _plain_parts(entry)):
                self._plain.setdefault(entry.id.name, parts)

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its values. Raises KeyError for an unknown key or a missing value."""
        if values:
            return self._with_values(key, values)
        if key not in self._fixed:
            self._fixed[key] = self._said(key, values)
        return self._fixed[key]

    def _with_values(self, key: str, values: dict[str, object]) -> str:
        if len(values) == 1:
            ((name, value),) = values.items()
            if type(value) is int:
                return self._counted(key, name, value)
        parts = self._plain.get(key) if all(type(v) is str for v in values.values()) else None
        return _joined(parts, values) if parts else self._said(key, values)

    def _say_count(self, key: str, name: str, number: int) -> str:
        return self._said(key, {name: number})

    def _said(self, key: str, values: dict[str, object]) -> str:
        if not self.has(key):
            raise KeyError(key)
        message = self._bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(message.value, values)
        if errors:
            raise KeyError(f"{key}: {errors[0]}")
        return str(text)

    def has(self, key: str) -> bool:
        """Whether there is a text under a key."""
        while not self._bundle.has_message(key) and self._later:
            self._add(f"{self.lang}.{self._later.pop()}.ftl")
        return bool(self._bundle.has_message(key))


@dataclass(frozen=True)
class _Value:
    """Where a value stands in a text."""

    name: str


def _plain_parts(message: ast.Message) -> list[str | _Value] | None:
    """The parts of a text; None where a part depends on a value or on the language's rules."""
    parts: list[str | _Value] = []
    for element in message.value.elements if message.value else ():
        if isinstance(element, ast.TextElement):
            parts.append(element.value)
        elif isinstance(element.expression, ast.VariableReference):
            parts.append(_Value(element.expression.id.name))
        else:
            return None
    return parts or None


def _joined(parts: list[str | _Value], values: dict[str, object]) -> str:
    """The parts with values, which are all texts. Raises KeyError for a missing one."""
    return "".join(p if isinstance(p, str) else str(values[p.name]) for p in parts)


@lru_cache
def texts(lang: Lang) -> Texts:
    """The texts of a language, loaded once."""
    return Texts(lang)
