"""“Create the tasks for this return” in a conversation, with the tool that makes problems."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from runtimes import left, runtime

from knowledge.index import BUILT_IN
from knowledge.passage import Passage
from knowledge.templates.record import Template
from tools.conflict.explained import optimise
from tools.parse import parse_tasks
from tools.plan import Problem
from tools.plan.dates import moment_of
from tools.replies.drafting import draft_of

REFUND = BUILT_IN / "procedures" / "retail-customer-refund.en.md"
WISH = "create the tasks for this return"
OURS = "## Steps\n\n1. Clerk looks at the goods (10 minutes).\n2. Clerk pays back (5 minutes)."


def passage(source: str = REFUND.name, **fields: Any) -> Passage:
    known = {
        "id": "0" * 24, "text": "t", "title": "Customer refund", "heading": "", "source": source,
        "kind": "procedure", "field": "retail", "language": "en", "place": 0,
    }  # fmt: skip
    return Passage.model_validate(known | fields)


def worked(message: str, found: dict[str, Passage], **state: Any) -> dict[str, Any]:
    """What is left after `message`, where the words of `found` find something."""
    made = runtime(message, **state)
    asked = replace(
        made.context,
        search=lambda question, *_, **__: [p for word, p in found.items() if word in question],
        document=lambda source: (REFUND.parent / source).read_text(encoding="utf-8"),
    )
    return left(parse_tasks.func([], replace(made, context=asked)))


def test_the_steps_of_the_procedure_become_tasks_and_the_source_is_cited():
    update = worked(WISH, {"return": passage()})
    tasks = update["problem"].tasks
    assert len(tasks) == 7
    assert {name for task in tasks for name in task.demands} >= {"Service agent"}
    assert any(task.due for task in tasks)
    assert all(task.after or task.links for task in tasks[1:])
    head, due = update["preface"].split("\n\n")
    assert head == "7 tasks from the procedure “Customer refund” [1]:"
    assert due.count("(") == sum(task.due is not None for task in tasks)
    assert update["problem"].goals[0] == "tardiness"
    assert [each.source for each in update["passages"]] == [REFUND.name]


def test_the_houses_own_steps_are_taken_before_those_that_came_with_whyflow():
    shipped, own = passage(f"procedures/{REFUND.name}"), passage("our-returns.md", title="Ours")
    texts = {shipped.source: REFUND.read_text(encoding="utf-8"), own.source: OURS}
    made = runtime(WISH)
    asked = replace(
        made.context, search=lambda *_, **__: [shipped, own], document=texts.__getitem__
    )
    update = left(parse_tasks.func([], replace(made, context=asked)))
    assert [each.source for each in update["passages"]] == [own.source]
    assert len(update["problem"].tasks) == 2


def test_a_word_that_points_back_means_what_was_looked_up():
    update = worked("create the tasks for it", {}, passages=[passage()])
    assert len(update["problem"].tasks) == 7


def test_the_reply_that_is_being_written_says_which_case_it_is():
    made = Template(id="r", title="A refund", intent="r", language="en", warm="{order_number}")
    draft = draft_of(made, "warm", ()).with_values({"order_number": "5531"})
    update = worked("make the tasks for this", {"refund": passage()}, draft=draft)
    assert all(task.name.startswith("5531 ") for task in update["problem"].tasks)


def test_the_new_tasks_stand_beside_the_old_ones():
    old = Problem.read({"tasks": [{"name": "stock count", "duration": 60}]})
    update = worked(WISH, {"return": passage()}, problem=old)
    assert len(update["problem"].tasks) == 8


def test_a_second_case_of_the_same_kind_has_tasks_of_its_own():
    once = worked(WISH, {"return": passage()})["problem"]
    both = worked(WISH, {"return": passage()}, problem=once)["problem"]
    assert len(both.tasks) == 14
    second = both.tasks[7:]
    assert all(task.name.endswith("(2)") for task in second)
    named = {name for task in second for name in (*task.after, *(k.task for k in task.links))}
    assert named <= {task.name for task in second}
    assert optimise(both, time_limit_seconds=1).planned


LOST = "finance-lost-bank-card.en.md"


@pytest.mark.parametrize(
    ("message", "title", "meant"),
    [
        (WISH, "Returns of mattresses", LOST),
        ("为这次退货创建任务", "生鲜退货流程", LOST),
        (WISH, "Lost cards", REFUND.name),
        ("create the tasks for a return", "Returns of mattresses", REFUND.name),
    ],
)
def test_this_case_is_the_one_that_was_looked_up_if_it_is_about_that(message, title, meant):
    """Another procedure may fit the bare word better."""
    looked_up = [passage(LOST, title=title)]
    update = worked(message, {"return": passage(), "退货": passage()}, passages=looked_up)
    assert [each.source for each in update["passages"]] == [meant]


@pytest.mark.parametrize("found", [{}, {"return": passage("lost-card.en.md", kind="reply")}])
def test_without_a_procedure_there_are_no_tasks(found):
    update = worked(WISH, {}, passages=list(found.values()))
    assert update["words"].startswith("No procedure is known for this")
    assert "problem" not in update


@pytest.mark.parametrize(
    "message",
    [
        "create the tasks for this return by tomorrow 12:00",
        "Create the tasks for this return, it must be done by tomorrow at noon.",
        "为这个return创建任务，明天中午12点之前完成",
    ],
)
def test_by_when_a_case_is_to_be_done_is_when_its_last_task_is_due(message):
    problem = worked(message, {"return": passage()})["problem"]
    last, tomorrow = problem.tasks[-1], problem.start.date() + timedelta(days=1)
    assert moment_of(last.due, problem).replace(tzinfo=None) == datetime.combine(tomorrow, time(12))
    assert ("due", last.name) not in [(each.field, each.task) for each in problem.assumed]


def test_the_plan_of_a_case_beside_others_keeps_their_clock():
    old = Problem.read({"tasks": [{"name": "weld", "duration": 60}]})
    message = "create the tasks for this return by tomorrow noon"
    problem = worked(message, {"return": passage()}, problem=old)["problem"]
    assert problem.start is None
    assert 12 * 60 <= problem.tasks[-1].due <= 36 * 60
