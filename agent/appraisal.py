"""How a plan stands: what a log tells of it, whether it is proved, whether more time may help."""

from hashlib import sha256

from agent.steps import Snapshot
from tools.state import Kept


def described(plan: Kept) -> dict[str, object]:
    """A plan in a log: how large it is, how good, and a print by which it can be known again."""
    told = plan.model_dump_json(exclude={"schedule": {"seconds"}})
    return {
        "tasks": len(plan.problem.tasks) if plan.problem else 0,
        "status": plan.schedule.status if plan.schedule else None,
        "plan": sha256(told.encode()).hexdigest()[:16],
    }


def improvable(snapshot: Snapshot) -> bool:
    """Whether more time may give a better plan. Where moves count it is left as it is."""
    problem, schedule = snapshot.problem, snapshot.schedule
    if problem is None or schedule is None or schedule.goal == "moves":
        return False
    if problem.under_way and problem.stability:
        return False
    return schedule.status in ("feasible", "unknown")
