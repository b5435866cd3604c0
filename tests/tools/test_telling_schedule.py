"""What is said of how good a plan is."""

import pytest

from tools.plan import Reached, Schedule
from tools.telling.schedule import tell_proof


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        (
            "tardiness",
            "no plan has lower priority-weighted lateness (here 0 priority-minutes), but",
        ),
        ("makespan", "no plan ends earlier, but not"),
    ],
)
def test_a_first_goal_that_is_proved_is_not_said_to_be_unproved(goal, said):
    then = (Reached(goal="waiting", value=9, bound=4),)
    plan = Schedule(status="feasible", goal=goal, objective=0, bound=0, then=then)
    assert said in tell_proof(plan, "en")
    assert "尚未证明其后的目标" in tell_proof(plan, "zh")
    alone = plan.model_copy(update={"bound": -1})
    assert "It is not proved optimal" in tell_proof(alone, "en")
