"""Whoever reads texts finds every number, name and word in them that is not so."""

from random import Random

import pytest

from tools.phrases import LANGUAGES, say
from tools.plan import Problem, Task
from tools.plan.changes import AddTask
from tools.reasons.records import Explanation
from tools.reasons.remedies import FirstBy
from tools.solver import solve
from tools.studies.clock import Budget
from tools.studies.conditions import what_if
from tools.studies.helps import what_helps
from tools.studies.moment import why_not_then
from tools.studies.order import why_before
from tools.telling import tell_explanation
from ui.eval.cases import SHARES, question
from ui.eval.mutants import mutants
from ui.eval.problems import small
from ui.eval.sentences.patterns import Voice, pattern
from ui.eval.sentences.values import At, Lasts, Listed, Worth
from ui.eval.texts import Reader

SHOP = Problem.read(
    {
        "tasks": [
            {"name": "a", "duration": 90, "priority": 5, "demands": {"oven": 1}},
            {"name": "b", "duration": 60, "priority": 1, "demands": {"oven": 1}},
        ],
        "resources": [{"name": "oven"}],
        "start": "2026-11-23T22:00",
    }
)
PLAN = solve(SHOP, time_limit_seconds=1)
TOLD = why_before(SHOP, PLAN, "a", "b")


def unfounded(text: str, told=TOLD, language="en") -> list[str]:
    return Reader(told, SHOP, language).unfounded(text)


def test_what_the_certificate_says_is_founded_in_both_languages():
    for language in LANGUAGES:
        assert unfounded(tell_explanation(TOLD, language, SHOP), language=language) == []


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("**a** starts", "**b** starts"),
        ("at 23:30", "at 23:31"),
        ("later than **a**", "later than **b**"),
        ("rises", "falls"),
        ("Tue 24 Nov", "Mon 23 Nov"),
    ],
)
def test_a_number_a_name_or_a_word_that_is_not_so_is_found(true, false):
    text = tell_explanation(TOLD, "en", SHOP)
    assert true in text
    assert unfounded(text.replace(true, false, 1))


@pytest.mark.parametrize("words", ["It ends after 4711 min.", "**nobody** waits.", "So it is."])
def test_a_sentence_that_no_catalogue_has_is_found(words):
    assert unfounded(f"{tell_explanation(TOLD, 'en', SHOP)} {words}")


def test_the_links_of_a_chain_are_told_in_their_order():
    from tools.studies.reasons import why

    told = why(SHOP, PLAN, "b")
    text = tell_explanation(told, "en", SHOP)
    lines = [line[3:] for line in text.split("\n") if line[:2] in ("1.", "2.")]
    assert unfounded(text, told) == []
    assert len(lines) == 2
    turned = text.replace(lines[0], "X").replace(lines[1], lines[0]).replace("X", lines[1])
    assert unfounded(turned, told)


def test_the_highest_priority_that_a_text_names_stands_in_the_certificate():
    told = Explanation(certificate=FirstBy(task="b", other="a", starts=(3, 0), now=1, proved=True))
    text = tell_explanation(told, "en", SHOP)
    assert "1,000" in text
    assert unfounded(text, told) == []
    assert unfounded(text.replace("1,000", "1,001"), told)


def test_a_part_of_a_day_is_told_by_its_hours():
    told = why_not_then(SHOP, PLAN, "b", 8 * 60, 14 * 60 - 1)
    for language in LANGUAGES:
        assert unfounded(tell_explanation(told, language, SHOP), told, language) == []
    text = tell_explanation(told, "en", SHOP)
    assert "between Tue 24 Nov, 06:00 and 12:00" in text
    assert unfounded(text.replace("and 12:00", "and 13:00"), told)


def test_a_question_without_an_answer_is_read_too():
    told = what_if(SHOP, PLAN, [])
    assert unfounded(tell_explanation(told, "zh", SHOP), told, "zh") == []


def test_a_row_of_a_table_that_stands_there_twice_is_found():
    """Of two changes with the same effect, one was told under the name of the other."""
    told = what_helps(SHOP, PLAN)
    text = tell_explanation(told, "en", SHOP)
    row = [line for line in text.split("\n") if line.startswith("|")][-1]
    assert unfounded(text, told) == []
    assert unfounded(f"{text}\n{row}", told)


@pytest.mark.parametrize("number", range(len(SHARES)))
def test_every_text_made_wrong_is_found(number):
    kind = list(SHARES)[number]
    problem = small(number + 20, staffed=kind == "who", late=kind == "not_day")
    asked = question(kind, problem, solve(problem, time_limit_seconds=0.5), Random(number))
    told = asked.ask(Budget(0.5))
    for language in LANGUAGES:
        reader = Reader(told, asked.problem, language)
        text = tell_explanation(told, language, asked.problem)
        assert reader.unfounded(text) == []
        made = list(mutants(text, language, list(problem.by_name), Random(number)))
        assert made
        for _, wrong in made:
            assert reader.unfounded(wrong), wrong


def said(value, language="en", start=SHOP.start) -> str:
    return pattern(value, Voice(language, start, "UTC"))


def test_moments_are_read_as_people_say_them():
    from re import fullmatch

    for text in ("at 23:30", "23:30", "on Mon 23 Nov, 23:30"):
        assert fullmatch(said(At(90)), text)
    for text in ("at 00:30", "on Mon 23 Nov, 00:30", "the end of Mon 23 Nov"):
        assert not fullmatch(said(At(150)), text)  # the next day is always named
    assert fullmatch(said(At(150)), "on Tue 24 Nov, 00:30")
    assert fullmatch(said(At(120)), "the end of Mon 23 Nov")
    assert fullmatch(said(At(150), "zh"), "11月24日周二00:30")
    assert fullmatch(said(At(150), start=None), "after 2\\ h\\ 30\\ min".replace("\\", ""))
    assert fullmatch(said(Lasts(61), "zh"), "1小时1分钟")
    assert fullmatch(said(Worth("cost", 90)), "1.50")
    assert fullmatch(said(Listed(("a", "b", "c"))), "a, b and c")
    assert not fullmatch(said(Listed(("a", "b", "c"))), "a, c and b")


DIRECTIONS = {
    "value-worse": ("The G rises from 1 to 2.", "G由 1 升到 2。"),
    "value-better": ("The G falls from 1 to 2.", "G由 1 降到 2。"),
    "end-moves": ("It ends 2 instead of 1.", "全部完成的时间由 1 变为 2。"),
    "order-because": (
        "That is why **F** comes first: the other way, the G would be larger by at least A.",
        "所以 **F** 排在前面：反过来的话，G至少要多 A。",
    ),
    "order-facts": ("**F** starts 1, **S** 2.", "**F** 1开始，**S** 2开始。"),
    "order-rule-link": ("L must wait for E", "L 必须等 E"),
    "difference-more": ("A more", "多 A"),
    "difference-less": ("A less", "少 A"),
    "together-facts": ("**F** ends E; **S** starts L.", "**F** E结束，**S** L开始。"),
    "move": ("T 1 → 2", "T 1 → 2"),
    "first-by-never": (
        "A priority will not do it: at 9, the highest, every best plan still has **O** before "
        "**T**.",
        "提高优先级做不到：用最高的 9，最好的计划里 **O** 仍在 **T** 前面。",
    ),
}
"""Of messages that say which way something goes, how they read: of a catalogue that has it the
wrong way round nobody else would know."""


@pytest.mark.parametrize("key", DIRECTIONS)
def test_a_catalogue_says_which_way_round_it_is(key):
    values = {
        "goal": "G", "before": "1", "after": "2", "first": "F", "second": "S", "amount": "A",
        "start_first": "1", "start_second": "2", "later": "L", "earlier": "E", "end": "E",
        "task": "T", "other": "O", "highest": 9,
    }  # fmt: skip
    assert tuple(say(key, language, **values) for language in ("en", "zh")) == DIRECTIONS[key]


def test_of_a_new_task_all_that_is_told_is_founded():
    task = Task(name="c", duration=30, demands={"oven": 1}, after=("a",))
    told = what_if(SHOP, PLAN, [AddTask(task=task)])
    for language in LANGUAGES:
        text = tell_explanation(told, language, SHOP)
        assert "“a”" in text
        assert unfounded(text, told, language) == []
        assert unfounded(text.replace("“a”", "“b”", 1), told, language)


def test_that_it_is_so_already_is_founded_only_where_it_was_asked_why_not():
    told = why_before(SHOP, PLAN, "a", "b", foil=True)
    for language in LANGUAGES:
        text = tell_explanation(told, language, SHOP)
        assert unfounded(text, told, language) == []
        assert unfounded(text, TOLD, language)
