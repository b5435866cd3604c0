"""What is said of how good a plan is."""

import pytest

from tools.phrases import LANGUAGES
from tools.plan import Assignment, Problem, Reached, Schedule
from tools.plan.edits import Edit
from tools.reasons.links import Link
from tools.reasons.records import Explanation, Overall, Why
from tools.telling import tell_explanation
from tools.telling.changes import tell_edit
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


PRESS = {"name": "press", "cost": 20}
PRICED = Problem.read({"tasks": [{"name": "a", "duration": 1}], "resources": [PRESS]})
CLOCK = Problem.read({"tasks": [{"name": "a", "duration": 1}], "start": "2026-11-23T08:00"})


@pytest.mark.parametrize(
    ("problem", "en", "zh"),
    [
        (CLOCK, "no plan ends before Tue 24 Nov, 09:00", "不可能在 11月24日周二 09:00 前完成"),
        (None, "no plan ends before 25 h", "不可能在 25 小时 前完成"),
    ],
)
def test_before_what_no_plan_ends_is_said_by_the_clock(problem, en, zh):
    plan = Schedule(status="feasible", goal="makespan", objective=1600, bound=1500)
    assert en in tell_proof(plan, "en", problem)
    assert zh in tell_proof(plan, "zh", problem)


@pytest.mark.parametrize(
    ("goal", "en", "zh"),
    [
        ("makespan", "how much earlier a plan could end is not known", "还能提前多少也不清楚"),
        ("cost", "its cost is 10, and how much lower it could be", "费用是 10，还能低多少并不清楚"),
    ],
)
def test_without_a_bound_none_is_said(goal, en, zh):
    plan = Schedule(status="feasible", goal=goal, objective=600)
    assert en in tell_proof(plan, "en", PRICED)
    assert zh in tell_proof(plan, "zh", PRICED)


@pytest.mark.parametrize(
    ("goal", "en", "zh"),
    [
        ("people", "No resource is marked as people, so there is nobody to count", "没有人数可算"),
        ("balance", "No resource is marked as people, so there is no work to share", "可以均分"),
        ("cost", "Nothing has a price, so every plan costs the same", "费用都一样"),
    ],
)
def test_a_goal_by_which_nothing_counts_is_not_called_proved(goal, en, zh):
    plan = Schedule(status="optimal", goal=goal, objective=0, bound=0)
    assert (told := tell_proof(plan, "en", CLOCK)).startswith(en)
    assert "proved" not in told
    assert zh in (told := tell_proof(plan, "zh", CLOCK))
    assert "最优" not in told
    last = Reached(goal=goal, value=0, bound=0)
    told = tell_proof(plan.model_copy(update={"goal": "makespan", "then": (last,)}), "en", CLOCK)
    assert told.startswith(f"This is proved optimal: no plan ends earlier. {en}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("soonest", "end"), [(180, 180), (150, 180)])
def test_an_end_that_is_found_but_not_proved_is_told_by_the_clock(language, soonest, end):
    row = Assignment(task="a", start=0, end=end)
    plan = Schedule(status="feasible", goal="waiting", objective=9, bound=1, assignments=(row,))
    why = Why(task="a", chain=(Link(task="a", start=0, end=end, cause="start"),))
    found = Overall(plan=plan, last=why, soonest=soonest, least=120)
    told = tell_explanation(Explanation(certificate=found), language, CLOCK)
    assert {"en": "ends before 10:00.", "zh": "不可能早于 10:00。"}[language] in told
    told = tell_explanation(Explanation(certificate=found), language)
    assert {"en": "ends before 2 h.", "zh": "不可能早于 2 小时。"}[language] in told


@pytest.mark.parametrize(
    ("kind", "en", "zh"),
    [
        ("release", "may start from Tue 24 Nov, 00:00 on", "可以从 11月24日周二 00:00 开始"),
        ("fixed", "starts on Tue 24 Nov, 00:00", "规定11月24日周二 00:00开始"),
        ("now", "the time now is Tue 24 Nov, 00:00", "现在的时间是 11月24日周二 00:00"),
        ("due", "is due by the end of Mon 23 Nov", "应在 11月23日周一结束 前完成"),
    ],
)
def test_only_what_ends_at_midnight_ends_with_the_day_before(kind, en, zh):
    edit = Edit(kind=kind, name="a", before=0, after=16 * 60)
    assert en in tell_edit(edit, "en", CLOCK)
    assert zh in tell_edit(edit, "zh", CLOCK)
