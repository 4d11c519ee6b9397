"""Questions about the plans themselves: which there are, whether one still holds, who approved it."""

from __future__ import annotations

from index.intents.base import Found
from index.intents.services import known_words
from index.scope import Scope


def answer_plan(scope: Scope) -> Found | None:
    """The plans named, when the question is about a plan and not about what it holds."""
    question = scope.question
    about = question.services or question.codes or question.institutions
    if "list" in question.plan_asks and not question.places and not about:
        plans = list(scope.index.plans.values())
        return Found("plan", "answered", plans, asks=("period",))
    own = set(question.plan_asks) | ({"period"} & set(question.asks))
    if set(question.asks) == {"who"} and not own and not known_words(scope):
        own = {"issuer"}  # who made the plan, when nothing of what it holds is named
    if not _is_about_plan(scope, own):
        return None
    if scope.without_plan and not scope.plans:
        return Found("plan", "nothing", why="no_plan")
    plans = [r for r in scope.index.plans.values() if not scope.plans or r.plan in scope.plans]
    return Found("plan", "answered", plans, asks=tuple(sorted(own)) or ("period",))


def _is_about_plan(scope: Scope, own: set[str]) -> bool:
    """Whether the plan itself is meant, and not something it holds."""
    question = scope.question
    if "plan" not in question.kinds and not own & {"valid", "act"}:
        return False
    if set(question.kinds) - ({"plan", "service"} if own else {"plan"}):
        return False
    other = question.services or question.groups or question.codes or question.institutions
    if other or scope.has_locality:
        return False
    if own and "plan" in question.kinds:
        return True
    alone = not question.asks and bool(question.places)
    return not known_words(scope) and (bool(own) or alone)
