"""Questions that ask for a part of the plan are told from all others, with whom and what they name;
what is said is looked up in the plan."""

from datetime import datetime, timedelta

import pytest

from knowledge.language import language_of
from tools.explain import answer
from tools.lookup import lookup
from tools.plan import Assignment, Problem, Schedule
from tools.question import Question
from tools.reasons.agenda import Agenda, Availability
from tools.record import PlanError
from tools.studies.clock import USUAL
from tools.telling import tell_explanation
from tools.wording.lookups import Lookup
from tools.wording.shortened import shared
from ui.eval.texts import Reader

NAMES = {
    "en": ("welding", "painting", "inspection", "Ann Lee", "Bob", "Cy Lee", "CNC"),
    "zh": ("焊接", "喷漆", "检验", "李强", "老王", "李明", "数控机床"),
}
WEEK = ["mon", "tue", "wed", "thu", "fri"]


def shop(language: str) -> Problem:
    weld, paint, check, first, second, third, mill = NAMES[language]
    people = [{"name": n, "kind": "people", "calendar": "day"} for n in (first, second, third)]
    return Problem.read(
        {
            "start": "2026-11-30T08:00",  # a Monday
            "tasks": [
                {"name": weld, "duration": 180, "demands": {mill: 1, first: 1}},
                {"name": paint, "duration": 120, "demands": {second: 1, "people": 2}},
                {"name": check, "duration": 60, "demands": {first: 1}},
            ],
            "resources": [
                {"name": "people", "capacity": 3, "calendar": "day"},
                *people,
                {"name": mill, "calendar": "day"},
            ],
            "calendars": [
                {"name": "day", "hours": [{"days": WEEK, "start": "08:00", "end": "17:00"}]}
            ],
        }
    )


def plan(language: str) -> Schedule:
    """Welding on Monday at 8, painting at 11, the inspection on Tuesday at 8."""
    weld, paint, check, first, second, _, mill = NAMES[language]
    day = 24 * 60
    return Schedule(
        status="feasible",
        goal="makespan",
        objective=day + 60,
        assignments=(
            Assignment(task=weld, start=0, end=180, resources={mill: 1, first: 1}),
            Assignment(task=paint, start=180, end=300, resources={second: 1, "people": 2}),
            Assignment(task=check, start=day, end=day + 60, resources={first: 1}),
        ),
    )


def wanted(text: str) -> Lookup | None:
    return lookup(shop(language_of(text)), Question(text))


def told(text: str) -> str:
    language = language_of(text)
    problem = shop(language)
    found = answer(problem, plan(language), Question(text), USUAL)
    words = tell_explanation(found, language, problem)
    assert Reader(found, problem, language).unfounded(words) == []
    return words


@pytest.mark.parametrize(
    ("text", "about", "named"),
    [
        ("Which tasks does Bob have?", "planned", ("Bob",)),
        ("What is Bob doing on Friday?", "planned", ("Bob",)),
        ("Show me Bob's tasks.", "planned", ("Bob",)),
        ("What runs on Tuesday afternoon?", "planned", ()),
        ("Who is busy on Monday morning?", "planned", ()),
        ("Who uses the CNC on Tuesday?", "planned", ("CNC",)),
        ("Who does the painting?", "named", ("painting",)),
        ("When does welding start?", "named", ("welding",)),
        ("Who'll be painting?", "named", ("painting",)),
        ("How busy is Bob on Tuesday?", "planned", ("Bob",)),
        ("What does Bob have to do?", "planned", ("Bob",)),
        ("数控机床明天有空档吗", "free", ("数控机床",)),
        ("What about painting?", "named", ("painting",)),
        ("What is next for Bob?", "next", ("Bob",)),
        ("What comes next?", "next", ()),
        ("Which tasks are still to come?", "left", ()),
        ("When is the CNC free?", "free", ("CNC",)),
        ("Who is free on Friday?", "free", ()),
        ("When are we done?", "end", ()),
        ("Which machines are idle on Tuesday?", "free", ()),
        ("老王有哪些任务", "planned", ("老王",)),
        ("老王周二干什么？", "planned", ("老王",)),
        ("下午三点在做什么", "planned", ()),
        ("周二有哪些任务？", "planned", ()),
        ("数控机床周二被谁用？", "planned", ("数控机床",)),
        ("喷漆谁来做", "named", ("喷漆",)),
        ("谁负责检验？", "named", ("检验",)),
        ("焊接什么时候开始？", "named", ("焊接",)),
        ("喷漆呢？", "named", ("喷漆",)),
        ("接下来做什么", "next", ()),
        ("还有哪些任务没开始？", "left", ()),
        ("数控机床什么时候空", "free", ("数控机床",)),
        ("周五谁有空", "free", ()),
        ("老王明天有空吗？", "free", ("老王",)),
    ],
)
def test_a_part_of_the_plan_is_asked_for_by_its_names(
    text: str, about: str, named: tuple[str, ...]
) -> None:
    found = wanted(text)
    assert found is not None
    assert (found.about, found.tasks or found.who) == (about, named)


@pytest.mark.parametrize(
    "text",
    [
        "Why does Bob do the painting?",
        "Who else could do the painting?",
        "What happens without Bob?",
        "If Bob is away on Tuesday, who does the painting?",
        "Bob is off on Tuesday. Which tasks are affected?",
        "When could painting start at the earliest?",
        "Bob is free on Friday.",
        "We must be done on Friday. What do we do?",
        "Who approves refunds?",
        "Welding now takes 2 hours, so when does painting start?",
        "喷漆为什么由老王做？",
        "没有老王会怎样",
        "老王周二请假，哪些任务会受影响？",
        "喷漆最早什么时候能开始？",
        "怎样才能周五做完？",
        "喷漆要等谁？",
        "谁批准退款？",
    ],
)
def test_reasons_changes_and_rules_are_no_part_of_the_plan(text: str) -> None:
    assert wanted(text) is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Which tasks does Zoe have?", "no-such-holder"),
        ("When is the lathe free?", "no-such-holder"),
        ("小赵有哪些任务？", "no-such-holder"),
        ("车床什么时候空？", "no-such-holder"),
        ("Which tasks does Lee have?", "which-person"),
        ("小李有哪些任务？", "which-person"),
    ],
)
def test_who_is_not_known_or_may_be_several_is_asked_for_by_name(text: str, key: str) -> None:
    with pytest.raises(PlanError) as error:
        wanted(text)
    assert error.value.key == key


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("what does cy do?", ("Cy Lee",)),
        ("and lee?", ("Ann Lee", "Cy Lee")),
        ("小李有哪些任务", ("李强", "李明")),
        ("王师傅在做什么", ("王芳",)),
        ("小时候", ()),
    ],
)
def test_a_part_of_a_name_means_all_who_are_called_so(text: str, names: tuple[str, ...]) -> None:
    found = list(shared(text, ["Ann Lee", "Cy Lee", "李强", "李明", "王芳"]))
    assert [each.names for each in found] == ([names] if names else [])


def test_a_first_name_that_only_one_has_is_that_one() -> None:
    assert wanted("What is Cy doing?") == Lookup("planned", who=("Cy Lee",))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Which tasks does Bob have?",
            "Bob: 1 task:\n- **painting**: 11:00 to 13:00, with 2 people",
        ),
        ("What is Bob doing on Friday?", "Bob: no task on Fri 4 Dec."),
        ("What is Bob doing on Sunday?", "Bob: no task on Sun 6 Dec, and not at work then."),
        ("Who does the painting?", "**painting**: 11:00 to 13:00, with Bob and 2 people"),
        (
            "What runs on Tuesday morning?",
            "1 task between Tue 1 Dec, 06:00 and 12:00:\n"
            "- **inspection**: Tue 1 Dec, 08:00 to 09:00, with Ann Lee",
        ),
        (
            "What are we doing at 12:00?",
            "1 task at 12:00:\n- **painting**: 11:00 to 13:00, with Bob and 2 people",
        ),
        (
            "What is next for Bob?",
            "Next for Bob:\n- **painting**: 11:00 to 13:00, with 2 people",
        ),
        (
            "When is the CNC free?",
            "Free while the plan runs:\n\n"
            "- **CNC**: 11:00 to 17:00 and Tue 1 Dec, 08:00 to 09:00\n\n"
            "The plan ends on Tue 1 Dec, 09:00; nothing is planned after that.",
        ),
        ("Is Bob free at noon?", "Bob is not free at 12:00."),
        ("Who is free at 3 pm?", "Free at 15:00: people (3 of 3), Ann Lee, Bob and Cy Lee."),
        ("老王有哪些任务", "老王 有 1 项任务：\n- **喷漆**：11:00 到 13:00（2 人）"),
        ("老王周五做什么？", "老王 12月4日周五没有任务。"),
        ("喷漆谁来做", "**喷漆**：11:00 到 13:00（老王和 2 人）"),
        (
            "中午十二点在做什么",
            "12:00有 1 项任务：\n- **喷漆**：11:00 到 13:00（老王和 2 人）",
        ),
        ("接下来做什么", "接下来：\n- **焊接**：08:00 到 11:00（李强和数控机床）"),
        ("老王中午有空吗", "老王 12:00没有空。"),
    ],
)
def test_what_is_told_stands_in_the_plan(text: str, words: str) -> None:
    assert told(text) == words


@pytest.mark.parametrize("language", ["en", "zh"])
def test_free_are_the_minutes_in_which_somebody_is_at_work_and_holds_nothing(language: str) -> None:
    problem, schedule = shop(language), plan(language)
    text = {"en": "Who is free this week?", "zh": "本周谁有空"}[language]
    found = answer(problem, schedule, Question(text), USUAL).certificate
    assert isinstance(found, Availability)
    for opening in found.openings:
        free = {m: s.units for s in opening.stretches for m in range(s.begin, s.end)}
        for minute in range(0, found.last + 1, 30):
            clock = datetime(2026, 11, 30, 8) + timedelta(minutes=minute)
            there = clock.weekday() < 5 and 8 <= clock.hour < 17
            held = sum(
                row.resources.get(opening.name, 0)
                for row in schedule.assignments
                if row.start <= minute < row.end
            )
            expected = problem.capacity[opening.name] - held if there else 0
            assert free.get(minute, 0) == expected, (opening.name, minute)


def test_a_time_of_day_means_nothing_in_a_plan_without_a_clock() -> None:
    data = shop("en").model_dump(mode="json") | {"start": None, "calendars": []}
    data["resources"] = [each | {"calendar": None} for each in data["resources"]]
    problem = Problem.read(data)
    with pytest.raises(PlanError) as error:
        lookup(problem, Question("Who is free on Friday?"))
    assert error.value.key == "no-clock-asked"
    found = answer(problem, plan("en"), Question("When is Bob free?"), USUAL)
    assert "0 h to 3 h" in tell_explanation(found, "en", problem)


def test_a_task_that_the_plan_leaves_out_is_said_to_be_so() -> None:
    schedule = plan("en")
    rows = schedule.assignments[:2]
    schedule = schedule.model_copy(update={"assignments": rows, "left_out": ("inspection",)})
    found = answer(shop("en"), schedule, Question("Who does the inspection?"), USUAL)
    assert isinstance(found.certificate, Agenda)
    words = tell_explanation(found, "en", shop("en"))
    assert words == "**inspection** is left out of this plan."
