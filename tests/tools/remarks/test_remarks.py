"""What a message says once more of its tasks and persons changes these, and makes no others."""

from datetime import datetime
from functools import partial

import pytest

from tools.intake.taken import Taken
from tools.parse import read_tasks
from tools.plan import PEOPLE, Problem
from tools.prose.clock import Clock
from tools.remarks.naming import named_whole
from tools.remarks.unheard import told_unheard

TUESDAY = Clock(datetime(2026, 11, 24, 8, 0))
EN = "Scan the files: 2 hours. Paint the shed: 1 hour, 2 people. Survey the site: 3 hours."
ZH = "扫描档案2小时，刷棚子1小时，两个人，问卷调查3小时。"


def read(text: str) -> Problem:
    return read_tasks([], Taken(words=text), TUESDAY)


def durations(problem: Problem) -> dict[str, int]:
    return {task.name: task.duration for task in problem.tasks}


@pytest.mark.parametrize(
    "words",
    [
        "Make the scan five hours.",
        "On second thought, give the scanning five hours.",
        "Scanning is actually five hours, there are many.",
        "The scan was too short: make it 5 h.",
        "Scanning the files takes five hours.",
        "Sorry, scanning the files takes 5 hours, not 2.",
        "On reflection the scan needs five hours.",
        "Scanning: only 5 h, I looked again.",
    ],
)
def test_a_time_that_is_told_again_takes_the_place_of_the_first(words):
    names = durations(read(EN))
    assert durations(read(f"{EN} {words}")) == names | {"Scan the files": 300}


@pytest.mark.parametrize(
    "words",
    [
        "扫描请按五小时算。",
        "扫描档案改成5小时。",
        "刚才扫描说少了，要五小时。",
        "扫描得五个小时才够。",
        "扫描改5小时吧，东西多。",
        "不过扫描档案要五个小时，东西多。",
    ],
)
def test_a_time_that_is_told_again_takes_the_place_of_the_first_in_chinese(words):
    names = durations(read(ZH))
    assert durations(read(ZH + words)) == names | {"扫描档案": 300}


@pytest.mark.parametrize(
    ("told", "words", "gone"),
    [
        (EN, "Forget about the survey.", "Survey the site"),
        (EN, "Scratch the survey, nobody paid for it.", "Survey the site"),
        (ZH, "调查免了，客户赶时间。", "问卷调查"),
        (EN, "Skip the survey, the customer cancelled.", "Survey the site"),
        (EN, "No need to paint the shed after all.", "Paint the shed"),
        (EN, "The survey is not needed any more.", "Survey the site"),
        (ZH, "调查就不用做了。", "问卷调查"),
        (ZH, "哦，问卷调查取消，下周再说。", "问卷调查"),
        (ZH, "刷棚子算了，不刷了。", "刷棚子"),
    ],
)
def test_what_is_not_to_be_done_after_all_is_no_task(told, words, gone):
    left = {name: n for name, n in durations(read(told)).items() if name != gone}
    assert durations(read(f"{told} {words}")) == left


@pytest.mark.parametrize(
    "words",
    [
        "Cancel the old contract: 20 minutes.",
        "Make the cake box: 20 minutes.",
        "取消旧合同20分钟。",
    ],
)
def test_a_task_of_other_words_is_no_remark(words):
    told = "Bake the cake: 1 hour. Sign the contract: 10 minutes. 签合同10分钟。"
    assert 20 in durations(read(f"{told} {words}")).values()
    assert set(durations(read(told))) < set(durations(read(f"{told} {words}")))


def test_another_number_of_people_takes_the_place_of_the_first_and_as_many_are_there():
    problem = read(f"{EN} Painting the shed will need 4 people after all.")
    assert problem.by_name["Paint the shed"].demands == {PEOPLE: 4}
    assert problem.capacity[PEOPLE] == 4
    assert [each.resource for each in problem.assumed if each.field == "capacity"] == [PEOPLE]


@pytest.mark.parametrize(
    ("told", "words", "task", "who"),
    [
        (EN, "Only Petra can do the scanning.", "Scan the files", {"Petra": 1}),
        (EN, "Only Petra is certified to survey.", "Survey the site", {"Petra": 1}),
        (EN, "Nobody but Ivan may do the survey.", "Survey the site", {"Ivan": 1}),
        (EN, "Sandra does the scanning.", "Scan the files", {"Sandra": 1}),
        (EN, "Sandra does the painting.", "Paint the shed", {"Sandra": 1, PEOPLE: 1}),
        (EN, "The survey is Bob's job.", "Survey the site", {"Bob": 1}),
        (ZH, "扫描只有小王会。", "扫描档案", {"小王": 1}),
        (ZH, "只有小王能做调查。", "问卷调查", {"小王": 1}),
        (ZH, "小赵负责扫描，调查交给小钱。", "问卷调查", {"小钱": 1}),
        (ZH, "扫描是小韩的活，调查归老秦管。", "问卷调查", {"老秦": 1}),
    ],
)
def test_who_does_a_task_or_alone_can_is_told_of_that_task_only(told, words, task, who):
    problem = read(f"{told} {words}")
    assert problem.by_name[task].demands == who
    said = [each.task for each in problem.origins if each.resource in who and each.words in words]
    assert task in said
    others = (each for each in problem.tasks if each.name != task)
    assert not any(set(who) - {PEOPLE} & each.demands.keys() for each in others)


def test_of_several_who_alone_can_one_is_enough():
    problem = read(f"{EN} Only Petra and Uwe can do the survey.")
    skill = problem.by_name["Survey the site"].skills
    assert list(skill.values()) == [1]
    assert {each.name for each in problem.skilled[next(iter(skill))]} == {"Petra", "Uwe"}


@pytest.mark.parametrize(
    ("told", "words", "first", "second"),
    [
        (EN, "The shed is more urgent than the survey.", "Paint the shed", "Survey the site"),
        (EN, "Scanning is less important than the survey.", "Survey the site", "Scan the files"),
        (EN, "The survey takes priority over painting.", "Survey the site", "Paint the shed"),
        (ZH, "调查比刷棚子急。", "问卷调查", "刷棚子"),
        (ZH, "扫描没有调查那么急。", "问卷调查", "扫描档案"),
    ],
)
def test_what_is_more_urgent_than_another_gets_the_larger_number_which_is_assumed(
    told, words, first, second
):
    problem = read(f"{told} {words}")
    assert problem.by_name[first].priority > problem.by_name[second].priority
    unsure = {each.task for each in problem.assumed if each.field == "priority"}
    assert {first, second} <= unsure


@pytest.mark.parametrize(
    ("words", "away"),
    [
        ("Tom is only available from 1 pm.", (0, 300)),
        ("Tom can't come before 11.", (0, 180)),
        ("Tom has to go at 3 pm.", (420, 960)),
        ("Tom is off in the morning.", (0, 240)),
    ],
)
def test_when_somebody_is_there_is_no_time_of_a_task(words, away):
    problem = read(f"Sanding: 2 hours, Tom. Sawing: 3 hours, Ann. {words}")
    assert [(e.start, e.end) for e in problem.resource["Tom"].absences] == [away]
    assert not any(task.release or task.deadline for task in problem.tasks)
    assert not problem.resource["Ann"].absences


@pytest.mark.parametrize(
    ("words", "away"),
    [
        ("小郭下午才到。", (0, 240)),
        ("小郭十一点以后才能来。", (0, 180)),
        ("小郭三点就要走。", (420, 960)),
        ("小郭上午请假。", (0, 240)),
        ("小郭四点下班。", (480, 960)),
    ],
)
def test_when_somebody_is_there_is_no_time_of_a_task_in_chinese(words, away):
    problem = read(f"刷门2小时，由小孙做；装门1小时，由小郭做。{words}")
    assert [(e.start, e.end) for e in problem.resource["小郭"].absences] == [away]
    assert not problem.resource["小孙"].absences


def test_a_task_is_named_by_some_of_its_words_and_by_no_other():
    named = partial(named_whole, names=["scan the files", "sign the contract", "sign the lease"])
    assert named("the scan") == "scan the files"
    assert named("the scan room") is None
    assert named("the signing") is None, "it may be either"


@pytest.mark.parametrize(
    "text",
    [
        "I have to leave at 4. Before that: sign the contracts, 20 min; call the bank, 15 min.",
        "We must be gone by 4. Until then: sign the contracts, 20 min; call the bank, 15 min.",
        "我下午四点要去接孩子。之前得做完：签合同20分钟，打电话15分钟。",
    ],
)
def test_what_is_to_be_done_before_somebody_leaves_must_be_done_by_then(text):
    assert [task.deadline for task in read(text).tasks] == [480, 480]


@pytest.mark.parametrize(
    "words",
    [
        "I have to leave at 5",
        "The studio is only booked until 2 pm",
        "我五点要走",
        "老李下午才到",
        "Nobody but Ivan knows how to run the press",
        "Nobody except Ravi is allowed to drive the digger",
    ],
)
def test_when_somebody_goes_or_comes_whom_no_task_needs_is_said_not_to_count(words):
    problem = read(f"{words}. {EN}")
    assert problem.unread == (words,)
    assert durations(problem) == durations(read(EN))


def test_when_all_start_is_no_remark():
    assert not read(f"We start at 9. {EN}").unread


@pytest.mark.parametrize(
    ("told", "words", "first"),
    [
        (EN, "The survey goes before everything.", "Survey the site"),
        (EN, "The survey comes first.", "Survey the site"),
        (EN, "The survey has to happen first of all.", "Survey the site"),
        (ZH, "调查最先。", "问卷调查"),
        (ZH, "调查放在最前面。", "问卷调查"),
        (ZH, "最先做调查。", "问卷调查"),
    ],
)
def test_all_others_wait_for_what_comes_first(told, words, first):
    waits = {task.name: task.after for task in read(f"{told} {words}").tasks}
    assert waits.pop(first) == ()
    assert set(waits.values()) == {(first,)}


@pytest.mark.parametrize(
    ("told", "words", "last"),
    [
        (EN, "The scan comes last.", "Scan the files"),
        (EN, "The scan must be done at the very end.", "Scan the files"),
        (ZH, "扫描放最后。", "扫描档案"),
    ],
)
def test_what_comes_last_waits_for_all_others(told, words, last):
    waits = {task.name: set(task.after) for task in read(f"{told} {words}").tasks}
    assert waits.pop(last) == set(waits)
    assert not any(waits.values())


@pytest.mark.parametrize(
    ("words", "priorities"),
    [
        ("Priority high.", [7, 7, 7]),
        ("Everything is urgent.", [9, 9, 9]),
        ("The scan is urgent, the survey can wait.", [9, 1, 1]),
        ("The scan is urgent.", [9, 1, 1]),
    ],
)
def test_how_urgent_something_is_may_be_told_afterwards(words, priorities):
    assert [task.priority for task in read(f"{EN} {words}").tasks] == priorities


@pytest.mark.parametrize(
    ("told", "words", "first"),
    [
        (EN, "The survey has priority over everything else.", "Survey the site"),
        (ZH, "调查比其他的都急。", "问卷调查"),
    ],
)
def test_what_is_more_urgent_than_everything_gets_the_largest_number(told, words, first):
    priorities = {task.name: task.priority for task in read(f"{told} {words}").tasks}
    assert priorities.pop(first) > max(priorities.values())


def test_hours_of_somebody_that_are_not_known_well_are_said_not_to_count():
    problem = read(f"{EN} Roofing: 2 hours, Ken. Ken works mornings only.")
    assert problem.unread == ("Ken works mornings only",)
    assert not problem.resource["Ken"].absences


def test_what_is_told_as_not_read_is_told_once():
    unread = ("Jo has to go home at noon",)
    problem = read(EN).model_copy(update={"unread": unread})
    assert told_unheard(f"We are six, {unread[0]}. {EN}", problem).unread == unread
