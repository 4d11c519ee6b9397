"""What a measure or project does to a service: which kind, for whom, and whether it founds or closes it.

Rule 6 of the records' rules; the verbs stand in `data/vocabulary/effects.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.language import fold
from index.records import Status
from index.vocabulary import Topic, Vocabulary

_KINDS_WITH_EFFECT = ("measure", "project")


@dataclass(frozen=True)
class Effects:
    """Reads effects with the words of a vocabulary."""

    vocabulary: Vocabulary

    def service_types(self, text: str, code: str | None) -> tuple[str, ...]:
        """Kinds of service that a text names, or that a code of the nomenclature stands for."""
        found = self.vocabulary.services.find_in(text)
        by_code = service_type_of_code(self.vocabulary.services, code) if code else None
        return tuple(dict.fromkeys([*found, *([by_code] if by_code else [])]))

    def audiences(self, *texts: str) -> tuple[str, ...]:
        """Groups of people that texts name."""
        return tuple(dict.fromkeys(g for t in texts for g in self.vocabulary.groups.find_in(t)))

    def status(self, kind: str, title: str, service_types: tuple[str, ...]) -> Status | None:
        """What a measure or project does to the service it names; None when it names none or does nothing."""
        if kind not in _KINDS_WITH_EFFECT:
            return None
        table = self.vocabulary.tables["effects"][kind]
        stems = self.vocabulary.language.stems(title)
        words = {self.vocabulary.language.stem(fold(w)) for w in table.get("service_words", ())}
        if not service_types and not words & set(stems):
            return None
        for status in ("closing", "planned", "none"):
            if any(self._begins(stems, phrase) for phrase in table.get(status, ())):
                return None if status == "none" else status  # type: ignore[return-value]
        otherwise: Status | None = table.get("otherwise")
        return otherwise

    def _begins(self, stems: list[str], phrase: str) -> bool:
        wanted = [self.vocabulary.language.stem(w) for w in fold(phrase).split()]
        return stems[: len(wanted)] == wanted


def service_type_of_code(services: Topic, code: str) -> str | None:
    """Kind of service of a nomenclature code ("8891 CZ-C-II"): the entry with the longest beginning."""
    bare = "".join(c for c in code.upper() if c.isalnum())
    best: tuple[int, str] | None = None
    for entry in services.entries.values():
        for prefix in entry.codes:
            if bare.startswith(prefix) and (best is None or len(prefix) > best[0]):
                best = (len(prefix), entry.id)
    return best[1] if best else None
