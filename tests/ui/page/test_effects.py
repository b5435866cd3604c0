"""What helps most, drawn."""

import re

from standin import ATTACK

from tools.plan import Problem
from tools.solver import solve
from tools.studies.helps import what_helps
from ui.page.effects import effects


def problem(long: str = "a", short: str = "b") -> Problem:
    tasks = [
        {"name": long, "duration": 60, "demands": {"machine": 1}},
        {"name": short, "duration": 30, "demands": {"machine": 1}},
    ]
    return Problem.read({"tasks": tasks, "resources": [{"name": "machine"}]})


def drawn(asked: Problem, language: str = "en") -> str:
    told = what_helps(asked, solve(asked, time_limit_seconds=1)).certificate
    return effects(told, asked, language)


def test_the_largest_effect_is_the_longest_bar():
    widths = [float(each) for each in re.findall(r"width:([\d.]+)%", drawn(problem()))]
    assert widths[0] == 100
    assert widths == sorted(widths, reverse=True)


def test_each_bar_says_its_number():
    shown = drawn(problem())
    assert "2 machine" in shown
    assert "<b>30 priority-minutes</b>" in shown
    assert "减少" in drawn(problem(), "zh")


def test_names_are_escaped():
    shown = drawn(problem("b", ATTACK))
    assert "<img" not in shown
    assert "&lt;img" in shown


def test_where_nothing_helps_nothing_is_drawn():
    alone = Problem.read({"tasks": [{"name": "a", "duration": 1}], "resources": []})
    told = what_helps(alone, solve(alone, time_limit_seconds=1)).certificate
    assert told.helps == ()
    assert effects(told, alone, "en") == ""
