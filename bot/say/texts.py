"""The words people read: one Fluent catalogue a language, with that language's own plural rules."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

from fluent.runtime import FluentBundle, FluentResource

Lang = Literal["ro", "en"]
LANGS: tuple[Lang, ...] = ("ro", "en")

_FOLDER = Path(__file__).parent
_LATER = ("values", "reporting", "team", "telegram")
"""Catalogues that are read when one of their texts is first wanted: a question in a terminal wants none."""


class Texts:
    """Texts of one language by key."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._bundle = FluentBundle([lang], use_isolating=False)
        self._later = list(_LATER)
        self._fixed: dict[str, str] = {}
        """Texts without values, as they were said before."""
        self._add(f"{lang}.ftl")

    def _add(self, name: str) -> None:
        self._bundle.add_resource(FluentResource((_FOLDER / name).read_text(encoding="utf-8")))

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its values. Raises KeyError for an unknown key or a missing value."""
        if values:
            return self._said(key, values)
        if key not in self._fixed:
            self._fixed[key] = self._said(key, values)
        return self._fixed[key]

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


@lru_cache
def texts(lang: Lang) -> Texts:
    """The texts of a language, loaded once."""
    return Texts(lang)
