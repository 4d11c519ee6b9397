"""One field of a record, in words."""

from __future__ import annotations

from datetime import date

from bot.say.texts import Texts
from index import Record

CARD: dict[str, tuple[str, ...]] = {
    "measure": ("responsible", "partners", "deadline", "indicators", "results", "groups", "funding"),
    "service": (
        "activity",
        "provider",
        "beneficiaries",
        "capacity",
        "occupancy",
        "service_code",
        "budget",
        "licence",
        "staff",
    ),
    "project": ("institution", "funding", "period", "smis"),
    "campaign": ("objective", "period", "responsible", "participants"),
    "training": ("section", "persons", "period", "budget"),
    "plan": ("period", "issuer", "act"),
}
"""Kind → the fields a record of it shows when none in particular was asked for, in order."""

_STANDS_FOR = {
    ("project", "responsible"): "institution",
    ("service", "responsible"): "provider",
    ("service", "groups"): "beneficiaries",
    ("service", "involved"): "provider",
    ("project", "involved"): "institution",
    ("project", "partners"): "institution",
    ("project", "deadline"): "period",
    ("training", "deadline"): "period",
    ("campaign", "deadline"): "period",
    ("service", "deadline"): "licence",
    ("measure", "involved"): "responsible",
    ("campaign", "involved"): "responsible",
    ("measure", "period"): "deadline",
    ("training", "funding"): "budget",
    ("service", "persons"): "capacity",
    ("service", "funding"): "budget",
    ("measure", "capacity"): "results",
    ("measure", "persons"): "results",
    ("measure", "budget"): "funding",
    ("project", "budget"): "funding",
}
"""What is asked of a kind of record → the field that says it there."""


def field_of(record: Record, ask: str) -> str:
    """The field of a record that answers what was asked."""
    field = _STANDS_FOR.get((record.kind, ask), ask)
    if field == "beneficiaries" and not record.beneficiaries:
        return "activity"
    if field == "budget" and record.kind == "service" and not record.budget and record.funding:
        return "funding"
    return field


def say_field(record: Record, field: str, say: Texts, today: date | None) -> str | None:
    """One field as a line, None when the record has nothing there."""
    if field == "licence":
        return _licence(record, say, today)
    value = getattr(record, field, None)
    if field == "budget":
        value = tuple(f"{heading} {amount}" for heading, amount in record.budget.items())
    if not value:
        return None
    several = isinstance(value, tuple) and len(value) > 1
    joined = _joined(value) if isinstance(value, tuple) else str(value)
    return say(f"field-{field}", value=joined.rstrip(" .;"), plural="other" if several else "one")


def _joined(items: tuple[str, ...]) -> str:
    """Items in one line; those with commas inside are parted by semicolons."""
    tidy = [item.rstrip(" .;,") for item in items]
    return ("; " if any("," in item for item in tidy) or len(max(tidy, key=len)) > 60 else ", ").join(tidy)


def say_asked(record: Record, ask: str, say: Texts, today: date | None) -> str:
    """The field asked for, or that the plan does not say it (rule 5)."""
    field = field_of(record, ask)
    said = say_field(record, field, say, today)
    if ask == "funding" and field == "budget" and record.funding:
        said = " ".join(s for s in (say_field(record, "funding", say, today), said) if s)
    if said is None and field in _OR_ELSE:
        said = say_field(record, _OR_ELSE[field], say, today)
    if said is None:
        return say(f"empty-{ask}" if say.has(f"empty-{ask}") else f"empty-{_EMPTY.get(field, 'responsible')}")
    if ask == "involved" and record.partners:
        partners = say_field(record, "partners", say, today)
        return f"{said} {partners}"
    return said


_OR_ELSE = {"indicators": "results", "results": "indicators"}
"""Plans print the one or the other in the same place."""
_EMPTY = {
    "institution": "responsible",
    "provider": "responsible",
    "beneficiaries": "groups",
    "participants": "partners",
}


def _licence(record: Record, say: Texts, today: date | None) -> str | None:
    if record.licence is None or not record.licence.end:
        return None
    values = {"from": record.licence.start or "?", "to": record.licence.end}
    return say("field-licence-ended" if licence_ended(record, today) else "field-licence", **values)


def licence_ended(record: Record, today: date | None) -> bool:
    """Whether the last day of a record's licence has passed."""
    if today is None or record.licence is None or not record.licence.end:
        return False
    day, month, year = (int(part) for part in record.licence.end.split("."))
    return date(year, month, day) < today
