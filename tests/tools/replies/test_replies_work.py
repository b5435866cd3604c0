import pytest

from knowledge.grids import markdown_tables
from knowledge.index import BUILT_IN
from tools.conflict.explained import optimise
from tools.plan import PEOPLE, Assumption, Problem
from tools.record import PlanError
from tools.replies.work import joined, tasks_of
from tools.table import COLUMNS, task_rows
from tools.table.cells import MARK

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
    assert (second.after, second.due, second.deadline) == ((first.name,), 24 * 60, None)
    assert [each.task for each in problem.assumed if each.field == "duration"] == [third.name]
    assert [(link.task, link.lag) for link in fourth.links] == [(third.name, 120)]


def test_who_does_a_step_that_names_nobody_is_assumed():
    problem = tasks_of(REFUND, "Refunds")
    third = problem.tasks[2]
    assert dict(third.demands) == {PEOPLE: 1}
    guessed = {(each.task, each.resource) for each in problem.assumed if each.field == "demand"}
    assert guessed == {(third.name, PEOPLE)}
    row = dict(zip(COLUMNS, task_rows(problem, "en")[2], strict=True))
    assert row["needs"].startswith(MARK)


TABLES = {
    "en": (
        "# Missing parts\n\nBe kind.\n\n| Step | Who | How long | Within |\n|---|---|---|---|\n"
        "| Look at the photo | Desk clerk | 10 minutes | |\n"
        "| Send the part, with a slip | Warehouse | 20 min | 2 hours |\n",
        ["1. Look at the photo", "2. Send the part, with a slip"],
        ["Desk clerk", "Warehouse"],
    ),
    "zh": (
        "| 步骤 | 内容 | 负责人 | 用时 | 时限 |\n|---|---|---|---|---|\n"
        "| 1 | 核对照片 | 客服专员 | 10分钟 | |\n| 2 | 补发配件 | 仓库 | 20分钟 | 2小时内 |\n",
        ["1. 核对照片", "2. 补发配件"],
        ["客服专员", "仓库"],
    ),
}


@pytest.mark.parametrize("language", TABLES)
def test_the_rows_of_a_table_are_steps_if_it_says_how_long_they_take(language):
    document, names, who = TABLES[language]
    tasks = tasks_of(markdown_tables(document), "Missing parts").tasks
    assert [each.name for each in tasks] == names
    assert [next(iter(each.demands)) for each in tasks] == who
    assert [each.duration for each in tasks] == [10, 20]
    assert tasks[1].due == 130


@pytest.mark.parametrize(
    "text",
    [
        "Item: Key cutting, Price: 3 euros, Time: 10 minutes",
        "Open: Monday, Time: 9 hours",
        "Step: Look at it, Who: Clerk",
        "What we need: a receipt, How long ago: 3 days",
    ],
)
def test_rows_that_are_no_steps_make_no_tasks(text):
    with pytest.raises(PlanError, match="steps"):
        tasks_of(text, "Prices")


BRACKETS = """
1. 核对订单号和照片（10分钟，客服）
2. 联系仓库确认批次（30分钟，仓库）
3. 主管审批（15分钟，必要时）
4. 退款（24小时内，由财务）
5. Check the goods (5 minutes, the warehouse clerk)
6. Refund (finance; 5 minutes)
7. Call back (5 minutes, if needed)
"""


def test_who_does_a_step_may_stand_in_its_bracket():
    problem = tasks_of(BRACKETS, "Returns")
    who = [next(iter(task.demands)) for task in problem.tasks]
    assert who == ["客服", "仓库", "主管", "财务", "Warehouse clerk", "Finance", PEOPLE]


def test_how_many_there_are_of_each_is_assumed_unless_the_plan_knows():
    problem = tasks_of(REFUND, "Refunds")
    counted = {each.resource for each in problem.assumed if each.field == "capacity"}
    assert counted == {"Service agent", "Warehouse clerk", PEOPLE}
    old = Problem.read({
        "tasks": [{"name": "pack", "duration": 60}],
        "resources": [{"name": "Service agent", "capacity": 3}],
    })  # fmt: skip
    both = joined(old, problem)
    assert both.capacity["Service agent"] == 3
    assert Assumption(field="capacity", resource="Service agent") not in both.assumed


def test_the_approver_of_a_refund_is_whom_the_procedure_names():
    for language, who in (("en", "Person with the right approval limit"),
                          ("zh", "有相应权限的人员")):  # fmt: skip
        file = BUILT_IN / "procedures" / f"retail-customer-refund.{language}.md"
        task = tasks_of(file.read_text(encoding="utf-8"), "t").tasks[4]
        assert dict(task.demands) == {who: 1}


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
    one, other = (
        tasks_of(each.read_text(encoding="utf-8"), each.stem).tasks for each in (file, chinese)
    )
    assert [(t.duration, t.due, [k.lag for k in t.links], len(t.after)) for t in one] == [
        (t.duration, t.due, [k.lag for k in t.links], len(t.after)) for t in other
    ]
