"""Values that the network gives to no task."""

from datetime import datetime

import pytest

from tools.extraction.reading import Extract, Owned, reading
from tools.extraction.units import Units
from tools.extraction.values import Value, named, values
from tools.intake.taken import Taken
from tools.parse import notes_of
from tools.plan import PEOPLE, Problem
from tools.prose.clock import Clock
from tools.prose.problem import problem_of
from tools.telling.intake import tell_notes

TUESDAY = Clock(datetime(2026, 11, 24, 8, 0))


def read(text: str, names: str, *owned: Owned) -> Problem:
    """The problem, where the network gives all other values to nobody."""
    places = [(text.index(n), text.index(n) + len(n) - 1) for n in names.split(", ")]
    known = [value for each in owned for value in each.values]
    shares = [0.05] * len(places)
    left = [Owned([each], shares) for each in values(text) if each not in known]
    waits = [[0.0] * len(places) for _ in places]
    units = Units([(at, at + 1) for at in range(len(text))], [], [])
    return problem_of(reading(text, units, Extract(places, [*owned, *left], waits)), TUESDAY)


def test_what_stands_right_behind_a_name_is_that_tasks_if_it_has_none():
    problem = read("Dressing change 30 min, two people; rounds 1 hour", "Dressing change, rounds")
    assert [task.duration for task in problem.tasks] == [30, 60]
    assert problem.tasks[0].demands == {PEOPLE: 2}
    assert not problem.unread


@pytest.mark.parametrize(
    ("text", "names", "unread"),
    [
        (
            "Sanding 1 hour. The first coat was done in two hours yesterday. Packing 1 hour.",
            "Sanding, Packing",
            ("The first coat was done in two hours yesterday",),
        ),
        (
            "打磨1小时。昨天刷过漆，两个人干了3小时。",
            "打磨",
            ("昨天刷过漆，两个人干了3小时",),
        ),
        (
            "打磨1小时。其余明天再说，五个人，两小时。",
            "打磨",
            ("其余明天再说，五个人，两小时",),
        ),
    ],
)
def test_the_parts_whose_values_no_task_has_are_told(text, names, unread):
    problem = read(text, names)
    assert problem.unread == unread
    notes = tell_notes(notes_of(Taken(words=text), problem), "en")
    assert notes.startswith(f"Not counted in, as I saw no task that it belongs to: “{unread[0]}”.")


@pytest.mark.parametrize(
    "text",
    [
        "Sanding 2 h, no: 3",
        "打磨20分钟，哦不，30分钟",
        "Sanding 1 hour, nobody is needed",
        "We are five people. Sanding 1 hour",
    ],
)
def test_what_is_taken_back_or_counts_all_of_them_is_not_missing(text):
    name = "打磨" if "打磨" in text else "Sanding"
    assert not read(text, name, *(_owned(text, "3", "30分钟"))).unread


def _owned(text: str, *words: str) -> list[Owned]:
    return [
        Owned([Value("duration", text.index(w), text.index(w) + len(w), 180)], [0.9])
        for w in words
        if w in text
    ]


def test_of_many_parts_some_are_shown_and_the_rest_is_counted():
    text = "Sanding 1 hour. " + "".join(f"The {n}th took {n} hours. " for n in range(4, 9))
    problem = read(text, "Sanding")
    assert len(problem.unread) == 5
    for language, said in (("en", "and 2 more parts."), ("zh", "另有 2 处。")):
        assert said in tell_notes(notes_of(Taken(words=text), problem), language)


def test_a_clause_beside_the_tasks_may_say_what_one_of_them_needs():
    text = "磨豆40分钟，压制1小时。磨豆用磨浆机，压制要两个人"
    machine = named("machine", text, text.index("磨浆机"), text.index("磨浆机") + 3)
    problem = read(text, "磨豆, 压制", Owned([machine], [0.1, 0.1]))
    assert [dict(task.demands) for task in problem.tasks] == [{"磨浆机": 1, PEOPLE: 1}, {PEOPLE: 2}]
    assert not problem.unread


def test_a_trade_and_how_many_they_are_are_not_counted_twice():
    text = "车缝8小时，车工6人"
    trade = named("trade", text, text.index("车工"), text.index("车工") + 2)
    six = next(value for value in values(text) if value.kind == "people")
    problem = read(text, "车缝", Owned([trade], [0.9]), Owned([six], [0.9]))
    assert problem.tasks[0].demands == {"车工": 6}


def test_a_time_that_something_may_not_start_until_is_no_duration():
    text = "Pointing can't start until 24 hours after the slabs are laid, 4 hours"
    assert [value.key for value in values(text)] == [240]


def test_a_person_has_one_name_and_is_no_machine_elsewhere():
    text = "Throw 2 h, Wren. Glaze 1 h, wren or Tabby."
    places = {name: (text.index(name), text.index(name) + len(name)) for name in ("Wren", "Tabby")}
    person = [named("person", text, *places[name]) for name in ("Wren", "Tabby")]
    machine = named("machine", text, text.index("wren"), text.index("wren") + 4)
    owned = [
        Owned([person[0]], [0.9, 0.1]),
        Owned([person[1]], [0.1, 0.9]),
        Owned([machine], [0.1, 0.9]),
    ]
    throw, glaze = read(text, "Throw, Glaze", *owned).tasks
    assert throw.demands == {"Wren": 1}
    assert [dict(way.demands) for way in glaze.ways] == [{"Wren": 1}, {"Tabby": 1}]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("P1 fix the login, 3 h. P2 write the notes, 1 h.", "fix the login, write the notes"),
        ("P1: fix the login, 3 h\nP2: write the notes, 1 h", "fix the login, write the notes"),
        ("P1 修配电箱 2小时；P2 更换路灯 3小时", "修配电箱, 更换路灯"),
    ],
)  # fmt: skip
def test_a_rank_at_the_head_of_a_task_is_that_tasks(text, names):
    problem = read(text, names)
    assert [task.priority for task in problem.tasks] == [9, 7]
    assert not problem.unread


@pytest.mark.parametrize(
    ("text", "names", "words", "kind"),
    [
        ("Milling 2 h and deburring 1 h, both by Otto", "Milling, deburring", "Otto", "person"),
        ("Milling 2 h, deburring 1 h, both run on the CNC", "Milling, deburring", "CNC", "machine"),
        ("铣削2小时和钻孔1小时都在机床上", "铣削, 钻孔", "机床", "machine"),
    ],
)
def test_what_both_of_two_tasks_hold_is_each_ones(text, names, words, kind):
    start = text.index(words)
    value = named(kind, text, start, start + len(words))
    problem = read(text, names, Owned([value], [0.05, 0.9]))
    assert all(any(name.lower() == words.lower() for name in t.demands) for t in problem.tasks)


@pytest.mark.parametrize("words", ["both ovens", "both our ovens", "both the ovens"])
def test_both_are_two_of_a_machine(words):
    text = f"Bake 1 h, {words}"
    value = named("machine", text, text.index("ovens"), len(text))
    assert read(text, "Bake", Owned([value], [0.9])).tasks[0].demands == {"oven": 2}
