"""Changes of the tasks themselves, as parts of a sentence."""

from tools.phrases import Language, say
from tools.plan import Problem
from tools.plan.rewrites import Rename, Rewrite, SetDemand, SetLimit, SetPace, SetWait, SwapTasks
from tools.telling.values import moment, reading, resource_name, span, until


def tell_rewrite(change: Rewrite, language: Language, problem: Problem | None) -> str:
    """One change, as part of a sentence."""
    match change:
        case Rename():
            return say("change-rename", language, task=change.task, name=change.name)
        case SwapTasks():
            return say("change-swap", language, task=change.task, other=change.other)
        case SetWait() if change.waits and change.lag:
            time = span(change.lag, language)
            return say(
                "change-wait-lag", language, task=change.task, other=change.other, value=time
            )
        case SetWait():
            key = "change-wait" if change.waits else "change-wait-none"
            return say(key, language, task=change.task, other=change.other)
        case SetPace():
            more = change.percent - 100
            key = "change-pace-longer" if more >= 0 else "change-pace-shorter"
            return say(key, language, percent=abs(more))
        case SetDemand():
            return _tell_demand(change, language)
        case SetLimit():
            return _tell_limit(change, language, problem)


def _tell_demand(change: SetDemand, language: Language) -> str:
    name = resource_name(change.resource, language, change.amount)
    if not change.amount:
        return say("change-demand-none", language, task=change.task, resource=name)
    return say("change-demand", language, task=change.task, value=change.amount, resource=name)


def _tell_limit(change: SetLimit, language: Language, problem: Problem | None) -> str:
    if change.minute is None:
        return say(f"change-{change.field}-none", language, task=change.task)
    if change.field == "fixed":
        value = moment(change.minute, language, problem)
        return say("change-fixed", language, task=change.task, value=value)
    told = reading if change.field == "release" else until
    value = told(change.minute, language, problem)
    return say(f"change-{change.field}", language, task=change.task, value=value)
