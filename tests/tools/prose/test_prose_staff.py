"""Who and what a task holds, in free wording; hours and abilities of all."""

from datetime import datetime

import pytest

from tools.intake.inputs import take_text
from tools.parse import read_tasks
from tools.plan import PEOPLE, Problem
from tools.plan.calendar import DAYS
from tools.plan.changes import apply
from tools.prose.clock import Clock
from tools.prose.workers import workers
from tools.telling import tell_problem
from tools.wording.shifts import of_all

TUESDAY = Clock(datetime(2026, 11, 24, 8, 0))


def read(text: str) -> Problem:
    return read_tasks([], take_text(text), TUESDAY)


def held(text: str) -> dict[str, dict[str, int]]:
    return {task.name: dict(task.demands) for task in read(text).tasks}


@pytest.mark.parametrize(
    ("text", "demands"),
    [
        ("Anna and Bo paint the panels, 2 hours.", {"Anna": 1, "Bo": 1}),
        ("Kim + Lee: go live, 15 min. Kim: write it up, 1h.", {"Kim": 1, "Lee": 1}),
        ("焊架子由小王负责，两小时，焊机一台。", {"小王": 1, "焊机": 1}),
        ("水电改造两个电工一名水管工五小时。", {"电工": 2, "水管工": 1}),
        ("收集资料一小时，客户经理一名。", {"客户经理": 1}),
        ("故事会45分钟，方杰，下午三点以后。", {"方杰": 1}),
    ],
)
def test_persons_trades_and_machines_are_read_in_free_wording(text, demands):
    assert next(iter(held(text).values())) == demands


def test_a_thing_between_two_stops_is_held_and_no_task():
    assert held("Walk, 15 min, the fire officer.") == {"Walk": {"fire officer": 1}}


def test_a_person_who_is_waited_for_does_not_do_the_task():
    problem = read("Kim: update the site, 2h. Lee: test it, 1h, once Kim is finished.")
    assert dict(problem.tasks[1].demands) == {"Lee": 1}
    assert problem.tasks[1].after == (problem.tasks[0].name,)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("We work 8 to 5. Strip the engine, 3 h, two people.", ("08:00", "17:00")),
        ("我们每天九点到六点干活。拆旧墙三个人四小时。", ("09:00", "18:00")),
        ("封路20分钟两个人。工作时间早上七点到下午三点半。", ("07:00", "15:30")),
    ],
)
def test_working_hours_are_a_calendar_of_all_people(text, hours):
    problem = read(text)
    (calendar,) = problem.calendars
    assert [(each.start, each.end) for each in calendar.hours] == [hours]
    assert {each.calendar for each in problem.resources} == {calendar.name}
    assert hours[0] in tell_problem(problem, "en")


@pytest.mark.parametrize(
    ("text", "hours", "days"),
    [
        (
            "Weld, 2 h. Working hours 8:00-12:00 and 13:00-17:00.",
            [("08:00", "12:00"), ("13:00", "17:00")],
            DAYS[:5],
        ),
        (
            "Weld, 2 h. We work from 8 to 12 and 1 to 5, Monday to Saturday.",
            [("08:00", "12:00"), ("13:00", "17:00")],
            DAYS[:6],
        ),
        ("Weld, 2 h. We work 8 to 5. Closed on Sundays.", [("08:00", "17:00")], DAYS[:6]),
        (
            "焊接2小时。上班时间8:00到12:00，13:00到17:30，周末休息。",
            [("08:00", "12:00"), ("13:00", "17:30")],
            DAYS[:5],
        ),
        (
            "焊接2小时。我们上午8点到12点、下午1:30到5:30上班，周日休息。",
            [("08:00", "12:00"), ("13:30", "17:30")],
            DAYS[:6],
        ),
    ],
)
def test_working_hours_may_have_a_break_and_days_of_rest(text, hours, days):
    (calendar,) = read(text).calendars
    assert [(each.start, each.end) for each in calendar.hours] == hours
    assert {each.days for each in calendar.hours} == {days}


@pytest.mark.parametrize(
    ("text", "language", "assumed"),
    [
        ("Weld, 2 h, two people. We work 8 to 5.", "en", True),
        ("Weld, 2 h, two people. We work 8 to 5 on weekdays.", "en", False),
        ("焊接2小时，两个人。上班时间8:00到17:00。", "zh", True),
        ("焊接2小时，两个人。上班时间8:00到17:00，周末休息。", "zh", False),
    ],
)
def test_days_of_work_that_nobody_said_are_told_as_assumed(text, language, assumed):
    problem = read(text)
    assert any(each.field == "days" for each in problem.assumed) == assumed
    said = {"en": "everybody works Monday to Friday", "zh": "大家周一到周五上班"}[language]
    assert (said in tell_problem(problem, language)) == assumed


def test_days_that_were_assumed_are_not_any_more_once_they_are_others():
    problem = read("Weld, 2 h, two people. We work 8 to 5.")
    more = apply(problem, of_all("we also work on saturdays", problem))
    assert not any(each.field == "days" for each in more.assumed)


@pytest.mark.parametrize(
    ("text", "capacity"),
    [
        ("Weld, 2 h; paint, 1 h. We are five.", 5),
        ("Weld, 2 h; paint, 1 h, 15 people available.", 15),
        ("焊接2小时，喷漆1小时，15人可用。", 15),
        ("焊接2小时，喷漆1小时，可用人员15人。", 15),
    ],
)
def test_how_many_there_are_is_no_need_of_the_last_task(text, capacity):
    problem = read(text)
    assert problem.capacity["people"] == capacity
    assert [task.demands["people"] for task in problem.tasks] == [1, 1]
    assert {each.field for each in problem.assumed} == {"demand"}


@pytest.mark.parametrize(
    "text", ["We have two tasks: weld, 2 h, 3 people; paint, 1 h.", "焊接2小时，需要3人可用。"]
)
def test_other_things_that_are_counted_are_no_people_in_all(text):
    assert read(text).capacity["people"] == 3


@pytest.mark.parametrize(
    ("text", "skill", "able"),
    [
        ("Weld, 2 hours, and only Ann and Bo can weld.", "weld", {"Ann", "Bo"}),
        ("焊接2小时，只有张三和李四会焊接。", "焊接", {"张三", "李四"}),
    ],
)
def test_who_alone_can_do_a_task_may_be_said_behind_its_duration(text, skill, able):
    problem = read(text)
    assert {each.name for each in problem.resources if skill in each.skills} == able
    assert [dict(task.skills) for task in problem.tasks] == [{skill: 1}]


def test_work_longer_than_a_day_of_work_may_pause_at_night():
    problem = read("We work 8 to 5. Count the shelves, a day and a half, two people.")
    assert problem.tasks[0].pausable


@pytest.mark.parametrize(
    ("text", "skills", "needs"),
    [
        (
            "Bo can weld and paint, Anna can only paint. Weld the gate, 1 hour. Paint it, 30 min.",
            {"Bo": ("weld", "paint"), "Anna": ("paint",)},
            [{"weld": 1}, {"paint": 1}],
        ),
        (
            "小陈会车工和铣工，老冯只会铣工。车轴：两小时，要会车工的。铣槽：一小时，要会铣工的。",
            {"小陈": ("车工", "铣工"), "老冯": ("铣工",)},
            [{"车工": 1}, {"铣工": 1}],
        ),
    ],
)
def test_what_persons_can_do_is_a_skill_that_tasks_ask_for(text, skills, needs):
    problem = read(text)
    assert {each.name: each.skills for each in problem.resources} == skills
    assert [dict(task.skills) for task in problem.tasks] == needs


def test_a_skill_that_is_asked_for_may_be_told_in_other_words():
    problem = read("卸货1小时，得找会开叉车的人。焊支架2小时，会焊的1人。小王会开叉车和焊接。")
    assert [dict(task.skills) for task in problem.tasks] == [{"开叉车": 1}, {"焊接": 1}]
    assert [dict(task.demands) for task in problem.tasks] == [{}, {}]


@pytest.mark.parametrize(
    ("text", "demands"),
    [
        ("修水管2小时，要会焊的。", {"会焊的人": 1}),
        ("焊支架2小时，需要2个会焊接的师傅。", {"会焊接的人": 2}),
        ("装灯1小时，得找会电工的人。", {"电工": 1}),
    ],
)
def test_who_must_be_able_to_do_it_is_a_trade_where_nobody_is_known(text, demands):
    assert next(iter(held(text).values())) == demands


@pytest.mark.parametrize("text", ["开会1小时，2人，社会保障的事。", "写会议的纪要1小时，1个人。"])
def test_other_words_ask_for_no_skill(text):
    assert next(iter(held(text).values())).keys() == {"people"}


def test_a_light_verb_alone_speaks_of_no_skill():
    problem = read("开箱1小时，1个人。小王会开叉车。")
    assert not problem.tasks[0].skills


@pytest.mark.parametrize("word", ["minus", "plus", "bus", "Focus"])
def test_a_number_behind_a_word_that_ends_in_us_counts_nobody(word):
    problem = read(f"{word} 3 right okay. Grind the lens, 40 min. Fit it, 15 min, two people.")
    assert problem.capacity.get("people", 2) == 2


def test_those_who_are_counted_are_not_counted_again_with_others():
    problem = read("Sorting is for two clerks. Stamping next. We are four clerks and one cashier.")
    assert problem.capacity["people"] == 4


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tasks: weld, paint and pack.", ["weld", "paint", "pack"]),
        ("任务：焊接、喷漆、打包。", ["焊接", "喷漆", "打包"]),
    ],
)
def test_tasks_that_a_heading_lists_without_times_are_kept_and_asked_about(text, names):
    problem = read(text)
    assert [task.name for task in problem.tasks] == names
    assert list(problem.untimed) == names


@pytest.mark.parametrize(
    "text",
    [
        "pressing takes 6 h and nobody has to stand there",
        "the dryer runs for 20 hours, nobody needs to attend",
        "rest 3 hours, nobody there",
        "cool 40 minutes without anybody",
        "烘干机 8小时 没人看",
        "养护一天（24小时，没人），",
        "炒好要晾凉，两小时，没人管也行",
    ],
)
def test_nobody_is_needed(text):
    assert [(each.noun, each.amount) for each in workers(text)] == [(PEOPLE, 0)]


@pytest.mark.parametrize("text", ["nobody touches the walnut", "没人告诉我", "nobody has told me"])
def test_what_nobody_does_needs_people_nevertheless(text):
    assert workers(text) == []


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("restock 20m 1p, clean 35m 2p after that", [1, 2]),
        ("we drive 200 km at 4 pm, 20p a ticket", []),
        ("2p", [2]),
    ],
)
def test_people_may_be_written_with_one_letter(text, amounts):
    assert [each.amount for each in workers(text)] == amounts


def test_how_many_people_are_here_is_no_need_of_a_task():
    """“Order parts 20 mins after the call. 2 people here.” had two order the parts."""
    problem = read("Weld, 10 mins, 1 person. Paint, 20 mins. 2 people here.")
    assert problem.capacity == {PEOPLE: 2}
    assert [task.demands[PEOPLE] for task in problem.tasks] == [1, 1]
