"""What a task needs no longer is taken from it, and the task itself stays."""

import pytest

from tools.plan import Problem
from tools.plan.changes import AddTask, SetCapacity
from tools.plan.rewrites import SetDemand
from tools.record import PlanError
from tools.wording.edits import edits


def plan(pack: str, ease: str, van: str, easer: str) -> Problem:
    return Problem.read(
        {
            "tasks": [
                {"name": pack, "duration": 120, "demands": {"people": 3}},
                {"name": ease, "duration": 60, "demands": {easer: 1, van: 1}},
            ],
            "resources": [
                {"name": "people", "capacity": 5},
                {"name": van},
                {"name": easer, "kind": "people"},
            ],
        }
    )


CHINESE = plan("上架", "麻醉", "叉车", "麻醉师")
ENGLISH = plan("packing", "painting", "van", "painter")


@pytest.mark.parametrize(
    ("text", "problem", "task", "thing"),
    [
        ("麻醉不用叉车了", CHINESE, "麻醉", "叉车"),
        ("麻醉不需要叉车", CHINESE, "麻醉", "叉车"),
        ("painting no longer needs the van", ENGLISH, "painting", "van"),
    ],
)
def test_a_thing_that_is_needed_no_longer_is_given_up(text, problem, task, thing):
    assert edits(text, problem) == (SetDemand(task=task, resource=thing, amount=0),)


def test_a_thing_that_was_never_needed_drops_no_task():
    with pytest.raises(PlanError):
        edits("上架不用叉车", CHINESE)


def test_a_trade_that_begins_like_a_task_is_not_the_task():
    assert edits("麻醉师增加到2名", CHINESE) == (SetCapacity(resource="麻醉师", capacity=2),)


def test_when_a_new_task_is_to_be_done_is_no_other_new_task():
    (added,) = edits("新增任务 审核 1小时，上架之后", CHINESE)
    assert isinstance(added, AddTask)
    assert (added.task.name, added.task.after) == ("审核", ("上架",))
