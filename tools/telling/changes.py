"""Changed conditions, as parts of a sentence."""

from tools.phrases import Language, say
from tools.plan import Problem
from tools.plan.changes import Change
from tools.telling.values import reading, resource_name, span


def tell_change(change: Change, language: Language, problem: Problem | None = None) -> str:
    """One changed condition, as part of a sentence."""
    values = change.model_dump()
    if "resource" in values:
        values["resource"] = resource_name(values["resource"], language, values["capacity"])
        values["value"] = values.pop("capacity", None)
    if values["kind"] in ("duration", "shift"):
        values["value"] = span(values.pop("minutes"), language)
    if values["kind"] == "deadline":
        values["value"] = reading(values.pop("minute"), language, problem)
    if values["kind"] == "priority":
        values["value"] = values["priority"]
    return say(f"change-{values.pop('kind')}", language, **values)
