"""Changes of who does a task, and of tasks at once, done or in parts, as parts of a sentence."""

from tools.phrases import Language, say
from tools.plan import PEOPLE, Problem
from tools.plan.regroups import Assign, Finish, Overlap, Regroup, SplitTask, Together, part_names
from tools.telling.values import reading, resource_name


def tell_regroup(change: Regroup, language: Language, problem: Problem | None) -> str:
    """One change, as part of a sentence."""
    match change:
        case Assign() if change.instead == (PEOPLE,):
            return say("change-assign-alone", language, task=change.task, who=change.who)
        case Assign() if change.instead:
            old = [resource_name(each, language) for each in change.instead]
            names = {"task": change.task, "who": change.who, "instead": ", ".join(old)}
            return say("change-assign-instead", language, **names)
        case Assign():
            return say("change-assign", language, task=change.task, who=change.who)
        case Together():
            return say("change-together", language, task=change.task, other=change.other)
        case Overlap():
            return say("change-overlap", language, task=change.task, other=change.other)
        case Finish():
            value = reading(change.ended, language, problem)
            return say("change-finish", language, task=change.task, value=value)
        case SplitTask():
            first, *_, last = part_names(change.task, change.parts)
            values = {"task": change.task, "parts": change.parts, "first": first, "last": last}
            return say("change-split", language, **values)
