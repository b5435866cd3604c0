from datetime import datetime

import pytest

from tools.conflict.explained import optimise
from tools.intake.inputs import holds_plan, take, take_text
from tools.prose.clock import Clock
from tools.record import PlanError
from tools.tickets import people_in, read_tickets

TABLE = """ticket\tsubject\tminutes\tSLA\tpriority
T1\tRefund\t10\t4 h\tlow
T2\tCard lost\t5\t15 min\turgent
T3\tWhere is it\t\t30\thigh
"""


def test_a_pasted_table_becomes_a_problem():
    problem = read_tickets(TABLE, people=2)
    assert [task.name for task in problem.tasks] == ["T1 Refund", "T2 Card lost", "T3 Where is it"]
    assert [(t.duration, t.due, t.priority) for t in problem.tasks] == [
        (10, 240, 1), (5, 15, 8), (10, 30, 4)
    ]  # fmt: skip
    assert [each.task for each in problem.assumed] == ["T3 Where is it"]
    assert problem.capacity == {"people": 2}


def test_what_was_promised_soonest_is_answered_first():
    plan = optimise(read_tickets(TABLE, people=1), time_limit_seconds=1)
    order = [each.task for each in sorted(plan.assignments, key=lambda each: each.start)]
    assert order == ["T2 Card lost", "T3 Where is it", "T1 Refund"]


@pytest.mark.parametrize(
    "text",
    [
        "| 工单 | 时长 | 时限 | 优先级 |\n|---|---|---|---|\n| 甲 | 10 分钟 | 1小时 | 紧急 |",
        "工单,时长,时限,优先级\n甲,10,60,P1",
        "工单;时长;时限;优先级\n甲;10 min;1 h;8",
        "工单，时长，时限，优先级\n甲，10分钟，1小时内，紧急",
        "工单；时长；时限；优先级\n甲；10；within 60 minutes；P1",
        "工单，时长，时限，优先级\n甲,10,60,P1",
        "工单编号,处理时间,回复时限,紧急程度\n甲,10分钟,1小时内,紧急",
        "ticket,minutes,due in,priority\n甲,10,60,P1",
        "ticket no,time needed,reply by,urgency,reply by\n甲,10 min,60,urgent,5",
    ],
)
def test_a_table_may_be_written_in_many_ways(text):
    (task,) = read_tickets(text).tasks
    assert (task.name, task.duration, task.due, task.priority) == ("甲", 10, 60, 8)


@pytest.mark.parametrize(
    ("cell", "due"),
    [
        ("17:00", 9 * 60),
        ("5 pm", 9 * 60),
        ("下午5点", 9 * 60),
        ("今天17:00前", 9 * 60),
        ("3点15分", 7 * 60 + 15),  # of the working day, as "at 3:15" is
        ("2026-11-25", 40 * 60),
        ("2026-11-25 17:00:00", 33 * 60),
        ("11月25日", 40 * 60),
        ("tomorrow", 40 * 60),
        ("周五中午", (3 * 24 + 4) * 60),
        ("2026-11-20", -(3 * 24 + 8) * 60),
    ],
)
def test_a_ticket_may_be_due_at_a_time_of_day_or_on_a_date(cell, due):
    tuesday = Clock(datetime(2026, 11, 24, 8))
    problem = read_tickets(f"ticket;sla\nT1;{cell}", clock=tuesday)
    assert (problem.tasks[0].due, problem.start) == (due, tuesday.start)


def test_a_plan_of_durations_alone_has_no_clock():
    assert read_tickets("ticket;sla\nT1;1:30 h\nT2;2 hours left").start is None


def test_what_is_promised_comes_before_what_weighs_more_if_both_can_be_kept():
    problem = read_tickets("ticket,minutes,sla,priority\nA,30,10 h,high\nB,30,35 min,low")
    plan = optimise(problem, time_limit_seconds=1)
    assert [each.task for each in sorted(plan.assignments, key=lambda a: a.start)] == ["B", "A"]


def test_what_was_promised_for_earlier_is_late_already():
    (task,) = read_tickets("ticket,sla,waited\nT1,30,45").tasks
    assert task.due == -15


def test_tickets_of_the_same_name_stay_two_tickets():
    assert len({task.name for task in read_tickets("ticket\nA\nA").tasks}) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no ticket in this table"),
        ("ticket", "no ticket in this table"),
        ("colour,size\nred,1", "colour, size"),
        ("ticket,sla\nT1,soon", "“soon” in the column due"),
        ("ticket,priority\nT1,hm", "“hm” is no priority"),
    ],
)
def test_a_table_that_cannot_be_read_says_what_would_be_right(text, words):
    with pytest.raises(PlanError, match=words):
        read_tickets(text)


def test_tickets_pasted_into_the_chat_are_a_plan_for_as_many_people_as_are_said():
    message = f"In which order should we answer these 3 tickets with 4 people?\n\n{TABLE}"
    assert holds_plan(message)
    problem = take_text(message).problem
    assert problem.start is None
    assert problem.capacity == {"people": 4}
    assert [task.name for task in problem.tasks][:2] == ["T1 Refund", "T2 Card lost"]
    assert all(each.field != "capacity" for each in problem.assumed)


def test_the_columns_that_nothing_is_planned_by_are_named():
    """Whoever reads the plan would think that what stands there was taken into account."""
    taken = take_text("Which first?\nticket,customer,SLA,language\nT1,Ann,1 h,en\nT2,Bo,2 h,zh")
    assert [(each.key, each.names) for each in taken.notes] == [
        ("left-columns", ("customer", "language"))
    ]


def test_nobody_said_how_many_answer_so_one_is_assumed():
    problem = take(b"ticket,subject,sla\nT1,Refund,2 h\nT2,Card,30 min", ".csv", "t.csv").problem
    assert problem.capacity == {"people": 1}
    assert [(a.field, a.resource) for a in problem.assumed if a.resource] == [
        ("capacity", "people")
    ]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("answer these 30 tickets with 4 people", 4),
        ("这30张工单4个人按什么顺序回复", 4),
        ("we are three colleagues", 3),
        ("30 tickets", None),
    ],
)
def test_how_many_answer_stands_in_the_words(words, count):
    assert people_in(words) == count


def test_a_table_of_tasks_is_none_of_tickets():
    problem = take(b"task,duration,priority\nweld,2 h,3", ".csv", "t.csv").problem
    assert problem.tasks[0].name == "weld"
