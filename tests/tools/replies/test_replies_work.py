import pytest

from knowledge.index import BUILT_IN
from tools.record import PlanError
from tools.replies.procedures import steps_of
from tools.replies.work import tasks_of
from tools.solver.explained import optimise

PROCEDURES = sorted((BUILT_IN / "procedures").glob("*.md"))
REFUND = """# Refunds

## Steps

1. Service agent finds the order (5 minutes).
2. Warehouse clerk inspects the goods (15 minutes, within 1 working day of arrival).
3. Somebody decides.
4. Service agent calls the customer (5 minutes, after 2 hours).

## Limits

1. Not a step.
"""


def test_the_steps_of_a_procedure_become_tasks_with_people_order_and_promises():
    problem = tasks_of(REFUND, "Refunds", "Order 5531")
    first, second, third, fourth = problem.tasks
    assert first.name == "Order 5531 1. finds the order"
    assert (first.duration, dict(first.demands)) == (5, {"Service agent": 1})
    assert (second.after, second.deadline) == ((first.name,), 5 + 480)
    assert dict(third.demands) == {"Warehouse clerk": 1}  # nobody is named: as the step before
    assert [each.task for each in problem.assumed] == [third.name]
    assert [(link.task, link.lag) for link in fourth.links] == [(third.name, 120)]


def test_a_text_without_steps_gives_no_tasks():
    with pytest.raises(PlanError, match="no numbered steps"):
        tasks_of("# Rules\n\n- Be kind.", "Rules")


@pytest.mark.parametrize("file", PROCEDURES, ids=lambda file: file.stem)
def test_every_built_in_procedure_can_be_planned(file):
    problem = tasks_of(file.read_text(encoding="utf-8"), file.stem)
    assert len(problem.tasks) >= 5
    assert optimise(problem, time_limit_seconds=1).planned


@pytest.mark.parametrize("file", [f for f in PROCEDURES if f.stem.endswith(".en")], ids=str)
def test_both_languages_of_a_procedure_take_the_same_time(file):
    chinese = file.with_name(file.name.replace(".en.", ".zh."))
    one, other = (steps_of(each.read_text(encoding="utf-8")) for each in (file, chinese))
    assert [(s.minutes, s.within, s.wait) for s in one] == [
        (s.minutes, s.within, s.wait) for s in other
    ]
