"""Follow-ups: who does a task, its place, and tasks at once, done, in parts, or several new."""

import pytest
from runtimes import left, runtime

from tools.conflict.explained import optimise
from tools.edit import edit_tasks, edited
from tools.plan import Problem, Task
from tools.plan.changes import AddTask, Change
from tools.plan.regroups import Assign, Finish, Overlap, SplitTask, Together
from tools.plan.rewrites import SetWait
from tools.record import PlanError
from tools.wording.edits import edits
from tools.wording.followups import is_edit


def plan(*names: str, ann: str = "Ann", bob: str = "Bob", skill: str = "forklift") -> Problem:
    weld, paint, count, pack, deliver = names
    return Problem.read(
        {
            "start": "2026-11-24T08:00",
            "tasks": [
                {"name": weld, "duration": 120, "demands": {"people": 3}},
                {"name": paint, "duration": 61, "demands": {"people": 2}, "after": [weld]},
                {"name": count, "duration": 45, "demands": {"people": 1}},
                {"name": pack, "duration": 30, "skills": {skill: 1}, "after": [paint]},
                {"name": deliver, "duration": 90, "demands": {ann: 1}, "after": [pack]},
            ],
            "resources": [
                {"name": "people", "capacity": 5},
                {"name": ann, "kind": "people"},
                {"name": bob, "kind": "people", "skills": [skill]},
            ],
        }
    )


PLAN = plan("welding", "painting", "stock count", "packing", "delivery")
ZH = plan("焊接", "喷漆", "盘点", "打包", "送货", ann="张三", bob="李四", skill="叉车")


def done_by(task: str, who: str, *instead: str, skills: bool = False) -> Assign:
    return Assign(task=task, who=who, instead=instead, skills=skills)


def wait(task: str, other: str) -> SetWait:
    return SetWait(task=task, other=other)


def new(name: str, duration: int, **more: object) -> AddTask:
    return AddTask(task=Task.read({"name": name, "duration": duration} | more))


CASES: dict[str, list[Change]] = {
    "give delivery to Bob": [done_by("delivery", "Bob", "Ann")],
    "Bob does the delivery instead": [done_by("delivery", "Bob", "Ann")],
    "Bob takes over delivery": [done_by("delivery", "Bob", "Ann")],
    "delivery goes to Bob": [done_by("delivery", "Bob", "Ann")],
    "replace Ann with Bob for delivery": [done_by("delivery", "Bob", "Ann")],
    "Bob instead of Ann does the delivery": [done_by("delivery", "Bob", "Ann")],
    "assign Bob to the stock count": [done_by("stock count", "Bob", "people")],
    "Bob does the painting alone": [done_by("painting", "Bob", "people")],
    "Ann and Bob do the painting": [
        done_by("painting", "Ann", "people"), done_by("painting", "Bob")],
    "Bob helps with the painting": [done_by("painting", "Bob")],
    "Ann also does the stock count": [done_by("stock count", "Ann")],
    "let Bob do the packing": [done_by("packing", "Bob", skills=True)],
    "送货交给李四": [done_by("送货", "李四", "张三")],
    "送货改由李四做": [done_by("送货", "李四", "张三")],
    "送货的张三换成李四": [done_by("送货", "李四", "张三")],
    "李四代替张三送货": [done_by("送货", "李四", "张三")],
    "张三也去盘点": [done_by("盘点", "张三")],
    "李四单独做焊接": [done_by("焊接", "李四", "people")],
    "do the stock count first": [wait("welding", "stock count")],
    "put the stock count at the beginning": [wait("welding", "stock count")],
    "start with the stock count": [wait("welding", "stock count")],
    "do the stock count last": [wait("stock count", "delivery")],
    "move the stock count to the end": [wait("stock count", "delivery")],
    "the stock count should be the last": [wait("stock count", "delivery")],
    "do the delivery after everything else": [wait("delivery", "stock count")],
    "先做盘点": [wait("焊接", "盘点")],
    "盘点排在第一个": [wait("焊接", "盘点")],
    "从盘点开始": [wait("焊接", "盘点")],
    "盘点放到最后": [wait("盘点", "送货")],
    "最后再做盘点": [wait("盘点", "送货")],
    "add two more tasks: cleaning 20 min and testing 30 min": [
        new("cleaning", 20), new("testing", 30)],
    "add cleaning (20 min) and testing (30 min)": [new("cleaning", 20), new("testing", 30)],
    "add cleaning 20 minutes, testing 30 minutes, 2 people": [
        new("cleaning", 20), new("testing", 30, demands={"people": 2})],
    "add cleaning 20 min and testing 30 min, both after welding": [
        new("cleaning", 20, after=("welding",)), new("testing", 30, after=("welding",))],
    "add cleaning 20 min, testing 30 min after cleaning": [
        new("cleaning", 20), new("testing", 30, after=("cleaning",))],
    "再加清洗20分钟和测试30分钟，都在焊接之后": [
        new("清洗", 20, after=("焊接",)), new("测试", 30, after=("焊接",))],
    "再加两个任务：清洗20分钟，测试30分钟": [new("清洗", 20), new("测试", 30)],
    "加清洗20分钟和测试半小时": [new("清洗", 20), new("测试", 30)],
    "welding and painting at the same time": [Together(task="painting", other="welding")],
    "start welding and the stock count together": [
        Together(task="stock count", other="welding")],
    "welding and painting can run at the same time": [Overlap(task="painting", other="welding")],
    "do welding and painting in parallel": [Overlap(task="painting", other="welding")],
    "焊接和盘点同时开始": [Together(task="盘点", other="焊接")],
    "焊接和喷漆可以同时做": [Overlap(task="喷漆", other="焊接")],
    "welding is already done": [Finish(task="welding", started=0, ended=0)],
    "we have finished welding": [Finish(task="welding", started=0, ended=0)],
    "mark welding as done": [Finish(task="welding", started=0, ended=0)],
    "焊接已经完成了": [Finish(task="焊接", started=0, ended=0)],
    "焊接做完了": [Finish(task="焊接", started=0, ended=0)],
    "split painting in two": [SplitTask(task="painting", parts=2)],
    "split painting into three parts": [SplitTask(task="painting", parts=3)],
    "把喷漆分成两半": [SplitTask(task="喷漆", parts=2)],
    "把喷漆拆成三段": [SplitTask(task="喷漆", parts=3)],
}  # fmt: skip


@pytest.mark.parametrize(
    ("message", "task", "by"),
    [
        ("cut painting by 10 minutes", "painting", -10),
        ("everything 10 minutes longer", "painting", 10),
        ("第二个改成90分钟", "", 90),
        ("第十二个改成90分钟", "", 0),
    ],
)
def test_lengths_that_were_taken_for_something_else(message: str, task: str, by: int) -> None:
    """Cutting by some minutes was asked back as splitting; “第二个改成” read as “from two to”."""
    problem = PLAN if message.isascii() else ZH
    if not by:
        with pytest.raises(PlanError):
            edits(message, problem)
        return
    found = {each.task: each.minutes for each in edits(message, problem)}
    if task:
        assert found[task] == problem.by_name[task].duration + by
    else:
        assert found == {list(problem.by_name)[1]: by}


@pytest.mark.parametrize(("message", "wanted"), CASES.items())
def test_what_users_say_is_read_and_can_be_planned(message: str, wanted: list[Change]) -> None:
    problem = PLAN if message.isascii() else ZH
    assert list(edits(message, problem)) == wanted
    assert is_edit(message, problem)
    assert optimise(edited(problem, wanted), time_limit_seconds=1).planned


@pytest.mark.parametrize(
    ("message", "key"),
    [
        ("Bob does the painting instead", "alone-or-also"),
        ("喷漆改由李四做", "alone-or-also"),
        ("let Ann do the packing", "has-no-skill"),
        ("Bob does the welding instead of Ann", "does-not"),
        ("Ann does the delivery", "does-already"),
        ("let Carl do the painting", "no-such-person"),
        ("送货由王五做", "no-such-person"),
        ("move packing to the end", "last-waited-for"),
        ("do painting first", "first-waits"),
        ("add two more tasks", "which-new"),
        ("再加三个任务：清洗20分钟，测试30分钟", "which-new"),
        ("welding and packing at the same time", "between-them"),
        ("welding and the stock count can run in parallel", "overlap-already"),
        ("split painting between Ann and Bob", "split-how"),
        ("break painting into 40 and 20 minutes", "split-how"),
    ],
)
def test_what_cannot_be_done_or_is_unclear_is_said(message: str, key: str) -> None:
    problem = PLAN if message.isascii() else ZH
    with pytest.raises(PlanError) as error:
        edits(message, problem)
    assert error.value.key == key
    assert is_edit(message, problem)


@pytest.mark.parametrize(
    "message",
    ["why does Bob do the painting?", "is welding done?", "welding is not done yet", "焊接还没做完",
     "can Bob do the painting?", "how do I split a task in two?"],
)  # fmt: skip
def test_questions_and_news_are_no_orders(message: str) -> None:
    assert not is_edit(message, PLAN if message.isascii() else ZH)


def test_halves_follow_each_other_and_keep_people_and_links() -> None:
    problem = PLAN.replace_task("painting", deadline=600, release=30)
    halves = edited(problem, [SplitTask(task="painting", parts=2)])
    first, second = halves.tasks[1:3]
    assert (first.name, second.name) == ("painting 1/2", "painting 2/2")
    assert (first.duration, second.duration) == (31, 30)
    assert first.demands == second.demands == {"people": 2}
    assert (first.after, second.after) == (("welding",), ("painting 1/2",))
    assert (first.release, first.deadline, second.deadline) == (30, None, 600)
    assert halves.by_name["packing"].after == ("painting 2/2",)


@pytest.mark.parametrize("more", [{"started": 0}, {"value": 5}])
def test_what_has_begun_or_may_be_left_out_is_not_split(more: dict[str, int]) -> None:
    problem = PLAN.replace_task("welding", **more)
    with pytest.raises(PlanError, match="so I cannot split it"):
        edited(problem, [SplitTask(task="welding", parts=2)])


@pytest.mark.parametrize(
    ("message", "language", "words"),
    [
        ("give delivery to Bob", "en", "Changed: “delivery” done by Bob instead of Ann."),
        ("Bob does the stock count", "en", "Changed: “stock count” done by Bob alone."),
        ("Bob helps with the painting", "en", "Changed: “painting” with Bob on it."),
        ("split painting in two", "en",
         "Changed: “painting” in 2 equal parts, from “painting 1/2” to “painting 2/2”."),
        ("welding is done", "en", "Changed: “welding” done, as of 08:00."),
        ("张三也去盘点", "zh", "已修改：“盘点”有张三参加。"),
        ("焊接和喷漆可以同时做", "zh", "已修改：“喷漆”和“焊接”可以同时进行。"),
    ],
)  # fmt: skip
def test_what_was_changed_is_said(message: str, language: str, words: str) -> None:
    problem = PLAN if language == "en" else ZH
    update = left(edit_tasks.func("change", runtime(message, language, problem=problem)))
    assert update["words"] == words


def test_tasks_that_start_together_wait_for_each_other_no_longer() -> None:
    problem = edited(PLAN, [Together(task="painting", other="welding")])
    schedule = optimise(problem, time_limit_seconds=1)
    starts = {each.task: each.start for each in schedule.assignments}
    assert starts["welding"] == starts["painting"]
