"""What cannot all hold, in the user's words."""

import re

import pytest
from plans import WORKSHOP, line

from tools.conflict.explain import explain
from tools.contradictions.edits import replaced
from tools.contradictions.statements import statements
from tools.phrases import LANGUAGES
from tools.plan import Conflict, NewDeadline, Problem, Repair, Statement
from tools.solver import solve
from tools.telling import tell_conflict, tell_repair, tell_schedule, tell_statement, when

SHOP = Problem.read(
    {
        "start": "2026-11-23T08:00",
        "tasks": [
            {"name": "Weld", "duration": 180},
            {"name": "Paint", "duration": 180, "after": ["Weld"], "deadline": 240},
        ],
    }
)

ALL = Problem.read(
    {
        "start": "2026-11-23T08:00",
        "now": 5,
        "calendars": [
            {"name": "day", "hours": [{"days": ["mon"], "start": "06:00", "end": "20:00"}]}
        ],
        "resources": [
            {"name": "people", "capacity": 4, "absences": [{"start": 60, "end": 90, "amount": 2}]},
            {"name": "Ann", "skills": ["glue"], "calendar": "day"},
            {"name": "Bob", "absences": [{"start": 1500, "end": 1560}]},
            {"name": "press", "setups": [{"before": "f", "after": "g", "minutes": 7}]},
            {"name": "steel", "kind": "stock", "capacity": 9},
        ],
        "tasks": [
            {"name": "Cut", "duration": 60, "demands": {"people": 1, "steel": 3, "press": 1}},
            {
                "name": "Glue",
                "duration": 45,
                "skills": {"glue": 1},
                "alternatives": [{"duration": 90, "demands": {"Bob": 1}}],
                "after": ["Cut"],
                "links": [
                    {"task": "Cut", "kind": "start-start", "lag": 15},
                    {"task": "Cut", "kind": "finish-finish", "lag": -10},
                ],
                "release": 30,
                "apart": ["Cut"],
                "deadline": 600,
            },
            {"name": "Pack", "duration": 5, "fixed": 300},
        ],
    }
)
ALL = replaced(  # unchecked: of a pool nobody knows who are the same
    ALL, tasks=(ALL.tasks[0], replaced(ALL.tasks[1], same_people=("Cut",)), ALL.tasks[2])
)


def told(problem: Problem, language: str = "en") -> list[str]:
    orders = [("Cut", "Glue")]
    return [tell_statement(problem, each, language) for each in statements(problem, orders)]


def test_statements_about_one_task_are_one_sentence_with_times_of_day():
    conflict = explain(SHOP)
    assert tell_conflict(SHOP, conflict, "en").splitlines()[:5] == [
        "These cannot all hold:",
        "",
        "- **Weld** takes 3 h",
        "- **Paint** takes 3 h, starts after **Weld** ends (11:00 at the earliest) and must finish "
        "by 12:00",
        "",
    ]
    assert "- move the deadline of **Paint** by 2 h, to 14:00" in tell_conflict(
        SHOP, conflict, "en"
    )
    assert "在 **Weld** 结束后才能开始（最早 11:00），必须在 12:00 前完成" in tell_conflict(
        SHOP, conflict, "zh"
    )


def test_tasks_of_which_the_same_is_said_share_a_sentence():
    problem = line(60, 60, 60, deadline=[120] * 3)
    words = tell_conflict(problem, explain(problem), "en")
    assert "**a** and **b** takes 1 h, needs 1 machine and must finish by 2 h after the start" in (
        words.replace("Each of ", "")
    )
    assert "- There is only 1 **machine**" in words


def test_everything_that_can_be_said_is_told_with_its_numbers():
    assert told(ALL) == [
        "must finish by 18:00",
        "must start at 13:00",
        "may not start before 08:30",
        "starts after **Cut** ends",
        "starts at least 15 min after **Cut** starts",
        "finishes no sooner than 10 min before **Cut** finishes",
        "is to start no sooner than **Cut**",
        "takes 1 h",
        "takes at least 45 min",
        "takes 5 min",
        "Nothing more can start before 08:05: that is now",
        "needs 1 person",
        "uses up 3 of steel",
        "needs 1 press",
        "needs 1 Bob in some ways of doing it",
        "needs 1 with the skill “glue” in some ways of doing it",
        "There are only 4 **people**",
        "There is only 1 **Ann**",
        "There is only 1 **Bob**",
        "There is only 1 **press**",
        "There is only 9 of **steel**",
        "2 of **people** are away from 09:00 to 09:30",
        "**Bob** is away from Tue 24 Nov, 09:00 to Tue 24 Nov, 10:00",
        "**Ann** works by the calendar “day”",
        "must not overlap **Cut**",
        "is done by the same people as **Cut**",
        "**press** must be set up between tasks of different families",
    ]


def test_in_chinese_everything_is_chinese_but_the_names():
    for words in told(ALL, "zh"):
        bare = re.sub("Cut|Ann|Bob|press|steel|glue|day", "", words)
        assert not re.search("[A-Za-z]{2,}", bare)


@pytest.mark.parametrize(
    ("repair", "words"),
    [
        (
            {"kind": "release", "task": "Glue", "before": 30, "after": 10},
            "let **Glue** start 20 min sooner, from 08:10 on",
        ),
        (
            {"kind": "fixed", "task": "Pack", "before": 300, "after": 330},
            "start **Pack** 30 min later, at 13:30",
        ),
        (
            {"kind": "fixed", "task": "Pack", "before": 300, "after": 270},
            "start **Pack** 30 min sooner, at 12:30",
        ),
        (
            {"kind": "capacity", "resource": "people", "before": 4, "after": 5},
            "add 1 person (5 in all)",
        ),
        (
            {"kind": "capacity", "resource": "steel", "before": 9, "after": 11},
            "get 2 more of **steel** (11 in all)",
        ),
        (
            {
                "kind": "capacity-then",
                "resource": "people",
                "before": 4,
                "after": 6,
                "spans": [[60, 150]],
            },
            "add 2 people from 09:00 to 10:30",
        ),
        (
            {"kind": "open", "resource": "day", "spans": [[720, 780]]},
            "let whoever works by “day” work from 20:00 to 21:00 as well",
        ),
        (
            {"kind": "open", "resource": "day", "spans": [[-180, -120], [720, 780]]},
            "let whoever works by “day” work from 05:00 to 06:00 and from 20:00 to 21:00 as well",
        ),
        (
            {"kind": "person", "skill": "glue", "after": 1},
            "find one more person with the skill “glue”",
        ),
        (
            {"kind": "person", "skill": "glue", "after": 2},
            "find 2 more people with the skill “glue”",
        ),
        (
            {
                "kind": "both",
                "both": [
                    {"kind": "leave-out", "task": "Pack", "size": 5},
                    {"kind": "link", "task": "Glue", "other": "Cut", "size": 5},
                ],
            },
            "leave out **Pack**, and let **Glue** no longer wait for **Cut**",
        ),
        (
            {"kind": "absence", "resource": "Bob", "spans": [[1500, 1560]]},
            "call off the absence of **Bob** from Tue 24 Nov, 09:00 to Tue 24 Nov, 10:00",
        ),
        (
            {"kind": "link", "task": "Glue", "other": "Cut"},
            "let **Glue** no longer wait for **Cut**",
        ),
        ({"kind": "apart", "task": "Glue", "other": "Cut"}, "let **Glue** and **Cut** overlap"),
        (
            {"kind": "same-people", "task": "Glue", "other": "Cut"},
            "let different people do **Glue** and **Cut**",
        ),
        ({"kind": "leave-out", "task": "Pack"}, "leave out **Pack**"),
        (
            {"kind": "leave-out", "task": "Pack", "least": False},
            "leave out **Pack** (perhaps less is enough)",
        ),
    ],
)
def test_each_repair_is_told_as_a_wish(repair, words):
    read = Repair.read(repair | {"size": 1})
    assert tell_repair(ALL, read, "en") == words
    assert re.search("[一-龥]", tell_repair(ALL, read, "zh"))


def test_several_deadlines_are_moved_in_one_line():
    moves = (
        NewDeadline(task="a", before=60, after=90),
        NewDeadline(task="b", before=60, after=120),
    )
    words = tell_repair(line(90, 30), Repair(kind="deadline", deadlines=moves, size=90), "en")
    assert words == (
        "move 2 deadlines: **a** by 30 min, to 1 h 30 min after the start and "
        "**b** by 1 h, to 2 h after the start"
    )


def test_what_was_not_shown_is_not_claimed():
    said = (Statement(kind="duration", task="welding", value=120),)
    for language in LANGUAGES:
        sure = tell_conflict(WORKSHOP, Conflict(statements=said), language)
        unsure = tell_conflict(WORKSHOP, Conflict(statements=said, minimal=False), language)
        more = tell_conflict(WORKSHOP, Conflict(statements=said, more=True), language)
        assert len({sure, unsure, more}) == 3
    assert "there was no time to find out" in tell_conflict(
        WORKSHOP, Conflict(statements=said, minimal=False), "en"
    )


def test_a_moment_is_told_by_the_clock_if_there_is_one():
    assert when(SHOP, 60, "en") == "09:00"
    assert when(SHOP, 24 * 60, "zh") == "11月24日周二 08:00"
    assert (when(WORKSHOP, 0, "en"), when(WORKSHOP, 90, "en")) == (
        "the start",
        "1 h 30 min after the start",
    )


def test_a_conflict_of_very_many_rules_is_still_said():
    """The message catalogues say no more than some thousand letters."""
    names = [f"task number {n}" for n in range(60)]
    tasks = [{"name": name, "duration": 30, "demands": {"m": 1}} for name in names]
    last = {"name": "z", "duration": 30, "after": names, "deadline": 60 * 29}
    problem = Problem.read({"tasks": [*tasks, last], "resources": [{"name": "m"}]})
    plan = solve(problem, time_limit_seconds=1)
    for language in LANGUAGES:
        assert tell_schedule(problem, plan, language)


@pytest.mark.parametrize(
    ("minute", "en", "zh"),
    [(0, "must start at once", "必须立即开始"), (90, "must start after 1 h 30 min", "分钟后开始")],
)
def test_a_fixed_start_without_a_clock_is_not_said_at_an_hour(minute, en, zh):
    problem = Problem.read({"tasks": [{"name": "Pack", "duration": 5, "fixed": minute}]})
    fixed = Statement(kind="fixed", task="Pack", value=minute)
    assert tell_statement(problem, fixed, "en") == en
    assert tell_statement(problem, fixed, "zh").endswith(zh)
    move = Repair(kind="fixed", task="Pack", before=minute + 30, after=minute, size=30)
    assert "30 min sooner, a" in tell_repair(problem, move, "en")
    assert "sooner, at 1" not in tell_repair(problem, move, "en")


def test_a_fixed_start_on_another_day_is_said_with_its_date():
    problem = Problem.read(
        {
            "start": "2026-11-23T08:00",
            "tasks": [{"name": "Pack", "duration": 5, "fixed": 1800}],
        }
    )
    fixed = Statement(kind="fixed", task="Pack", value=1800)
    assert tell_statement(problem, fixed, "en") == "must start on Tue 24 Nov, 14:00"
    assert tell_statement(problem, fixed, "zh") == "必须11月24日周二 14:00开始"


def test_further_contradictions_are_named_and_what_has_begun_as_well():
    """a cannot be done in time, nor can b; c has begun and keeps the machine until 60 min."""
    problem = line(60, 60, 60, deadline=[30, None, None])
    problem = problem.replace_task("b", demands={}, deadline=20)
    twice = explain(problem, seconds=30)
    assert [{each.task for each in other} for other in twice.others] in ([{"a"}], [{"b"}])
    told = tell_conflict(problem, twice, "en")
    assert "Besides, these cannot all hold either:\n\n- **" in told
    assert "something else is contradictory" not in told
    assert "另外，下面这些也不能同时成立" in tell_conflict(problem, twice, "zh")
    begun = line(60, 60, deadline=[None, 90]).replace_task("a", started=0)
    told = tell_conflict(begun, explain(begun, seconds=30), "en")
    assert "- **a** has started already, at the start" in told
