"""Who does a task, and why."""

from collections.abc import Collection, Iterable

from tools.phrases import Language, say
from tools.plan import Assignment, Problem
from tools.reasons.links import Busy
from tools.reasons.records import Who
from tools.telling.comparison import tell_comparison, tell_verdict
from tools.telling.conflict import tell_conflict
from tools.telling.values import listing, reading, resource_name, sentences


def tell_people(
    problem: Problem, row: Assignment, language: Language, kinds: Collection[str] = ("people",)
) -> str:
    """“Ann, nurses × 2”: the people that a task holds, or resources of other `kinds`; empty if it
    holds none."""
    return ", ".join(
        resource_name(name, language) + (f" × {amount}" if amount > 1 else "")
        for name, amount in row.resources.items()
        if name in problem.resource and problem.resource[name].kind in kinds
    )


def tell_busy(busy: Busy, language: Language) -> str:
    """What keeps somebody, as part of a sentence."""
    name = resource_name(busy.name, language)
    if busy.task is None:
        return say("link-absent", language, name=name)
    return say("link-busy", language, name=name, other=busy.task)


def tell_who(certificate: Who, language: Language, problem: Problem | None) -> str:
    """Who does it, who else could, what keeps the others; what it would be with somebody else."""
    said = {
        "task": certificate.task,
        "start": reading(certificate.start, language, problem),
        "end": reading(certificate.end, language, problem),
        "skills": listing((f"“{skill}”" for skill in certificate.skills), language),
        "number": len(certificate.skills),
        "asked": certificate.asked or "",
    }
    if not certificate.crew:
        key = "who-named" if certificate.named else "who-nobody"
        return say(key, language, names=_names(certificate.named, language), **said)
    crew, count = _names(certificate.crew, language), len(certificate.crew)
    parts = [say("who-crew", language, names=crew, count=count, **said)]
    if not certificate.able:
        return sentences([*parts, say("who-unable", language, **said)], language)
    if certificate.busy:
        busy = listing((tell_busy(each, language) for each in certificate.busy), language)
        parts.append(say("who-busy", language, busy=busy))
    if certificate.free:
        free = _names(certificate.free, language)
        parts.append(say("who-free", language, names=free, count=len(certificate.free)))
    if not certificate.busy and not certificate.free:
        parts.append(say("who-only", language, **said))
    if certificate.asked is None:
        return sentences(parts, language)
    if certificate.comparison is not None:
        verdict = tell_verdict(certificate.comparison, language)
        compared = tell_comparison(certificate.comparison, language, problem, more=verdict)
        return sentences([*parts, say("who-foil", language, **said), compared], language)
    if certificate.left_out:
        return sentences([*parts, say("who-left-out", language, **said)], language)
    key = "who-impossible" if certificate.status == "infeasible" else "who-unknown"
    told = sentences([*parts, say(key, language, **said)], language)
    if certificate.conflict is None or problem is None:
        return told
    return "\n\n".join([told, tell_conflict(problem, certificate.conflict, language)])


def _names(names: Iterable[str], language: Language) -> str:
    return listing((resource_name(name, language) for name in names), language)
