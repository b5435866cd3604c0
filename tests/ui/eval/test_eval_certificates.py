"""The checker of explanations believes what is true, and nothing else."""

from random import Random

import pytest

from tools.conflict.explained import optimise
from tools.plan import Problem
from tools.plan.changes import DropTask, SetPriority
from tools.solver import solve
from tools.studies.clock import Budget
from tools.studies.conditions import what_if
from tools.studies.deadlines import in_time
from tools.studies.difference import what_changed
from tools.studies.effort import first_by_priority
from tools.studies.helps import what_helps
from tools.studies.moment import why_not_then
from tools.studies.order import why_before
from tools.studies.people import why_who
from tools.studies.reasons import why, why_no_plan, why_this_plan
from tools.studies.together import why_not_together
from ui.eval.cases import FOREMOST, MAKERS, SHARES, kinds, question
from ui.eval.certificates import Checker
from ui.eval.conflicts import judged
from ui.eval.oracle import Modelled, Tried
from ui.eval.problems import small
from ui.eval.texts import Reader

SHOP = Problem.read(
    {
        "tasks": [
            {"name": "a", "duration": 3, "priority": 5, "demands": {"oven": 1}},
            {"name": "b", "duration": 2, "priority": 1, "skills": {"glazing": 1}},
            {"name": "c", "duration": 2, "demands": {"oven": 1}, "after": ["a"]},
            {"name": "d", "duration": 2, "demands": {"oven": 1}, "skills": {"glazing": 1}},
        ],
        "resources": [
            {"name": "oven"},
            {"name": "Ann", "skills": ["glazing"]},
            {"name": "Bob", "skills": ["glazing"]},
        ],
    }
)
PLAN = solve(SHOP, time_limit_seconds=1)


class Unknowing:
    """Settles nothing."""

    def possible(self, *asked):
        return None

    def best(self, *asked):
        return None


def checked(told, problem=SHOP, plan=PLAN, oracle=None, before=None) -> list[str]:
    checker = Checker(problem, plan, oracle or Tried())
    checker.before = before
    found = checker.untrue(told)
    return found + [
        wrong
        for conflict, about in checker.conflicts
        for wrong in judged(conflict, about, checker.oracle).wrong
    ]


def lie(told, **fields):
    """The explanation with other facts."""
    return told.model_copy(update={"certificate": told.certificate.model_copy(update=fields)})


def test_true_explanations_are_believed():
    for told in (
        why(SHOP, PLAN, "b"),
        why_before(SHOP, PLAN, "a", "d"),
        in_time(SHOP, PLAN, 6),
        why_who(SHOP, PLAN, "b", "Bob"),
        what_helps(SHOP, PLAN),
        why_this_plan(SHOP, PLAN),
    ):
        assert checked(told) == []


def test_a_wrong_value_end_or_slack_is_not_believed():
    told = why_before(SHOP, PLAN, "a", "d")
    compared = told.certificate.comparison
    for field in ("before", "after", "end_after"):
        false = compared.model_copy(update={field: getattr(compared, field) + 1})
        assert checked(lie(told, comparison=false))
    reason = why(SHOP, PLAN, "b")
    assert checked(lie(reason, slack=(reason.certificate.slack or 0) + 1))
    assert checked(lie(reason, chain=()))


def test_a_task_is_dropped_and_another_more_urgent():
    wanted = [DropTask(task="c"), SetPriority(task="b", priority=9)]
    assert checked(what_if(SHOP, PLAN, wanted)) == []


def test_a_difference_that_is_not_the_true_one_is_not_believed():
    told = why_before(SHOP, PLAN, "a", "d")
    compared = told.certificate.comparison
    false = compared.model_copy(update={"least": compared.least + 1, "most": compared.most + 1})
    assert checked(lie(told, comparison=false))


def test_what_is_called_impossible_and_is_not_is_not_believed():
    told = why_before(SHOP, PLAN, "a", "d")
    assert checked(lie(told, impossible=True))


def test_moves_by_others_are_counted():
    told = why_who(SHOP, PLAN, "b", next(n for n in ("Ann", "Bob") if not _does(n, "b")))
    compared = told.certificate.comparison
    assert any(each.others for each in compared.moves)
    false = [each.model_copy(update={"others": False}) for each in compared.moves]
    assert checked(lie(told, comparison=compared.model_copy(update={"moves": tuple(false)})))


def _does(name: str, task: str) -> bool:
    return name in PLAN.by_task[task].resources


def test_who_is_said_to_be_busy_and_is_not_is_not_believed():
    told = why_who(SHOP, PLAN, "b")
    assert checked(lie(told, free=(), busy=()))
    assert checked(lie(told, skills=("baking",)))


def test_a_wrong_rank_of_what_helps_is_not_believed():
    told = what_helps(SHOP, PLAN)
    helps = told.certificate.helps
    assert checked(lie(told, helps=helps[::-1]))
    best = helps[0].comparison
    better = best.model_copy(update={"after": best.after - 1, "least": best.least - 1})
    false = helps[0].model_copy(update={"comparison": better})
    assert checked(lie(told, helps=(false, *helps[1:])))
    assert checked(lie(told, helps=helps[1:]))  # what was tried, and is not told


def test_what_changed_is_read_off_both_problems():
    new = SHOP.replace_task("a", duration=4)
    plan = solve(new, time_limit_seconds=1)
    told = what_changed(SHOP, PLAN, new, plan)
    assert checked(told, new, plan, before=(SHOP, PLAN)) == []
    assert checked(lie(told, edits=()), new, plan, before=(SHOP, PLAN))


def test_without_a_plan_the_conflict_and_its_repairs_are_tried():
    late = SHOP.replace_task("c", deadline=4)
    told = why_no_plan(late, optimise(late, time_limit_seconds=1))
    plan, conflict = told.certificate.plan, told.certificate.plan.conflict
    assert checked(told, late, plan) == []
    said = (*conflict.statements, conflict.statements[0].model_copy(update={"value": 1}))
    for false in (
        {"statements": conflict.statements[1:]},
        {"statements": said},
        {"repairs": tuple(each.model_copy(update={"size": 0}) for each in conflict.repairs)},
    ):
        wrong = plan.model_copy(update={"conflict": conflict.model_copy(update=false)})
        assert checked(lie(told, plan=wrong), late, plan)


def test_a_conflict_that_is_not_minimal_and_says_so_counts_apart():
    late = SHOP.replace_task("c", deadline=4)
    conflict = optimise(late, time_limit_seconds=1).conflict
    needless = [each for each in _said_of(late, "b") if each not in conflict.statements]
    loose = conflict.model_copy(
        update={"statements": (*conflict.statements, *needless), "minimal": False}
    )
    verdict = judged(loose, late, Tried())
    assert verdict.loose
    assert not verdict.wrong
    assert judged(loose.model_copy(update={"minimal": True}), late, Tried()).wrong


def _said_of(problem: Problem, name: str):
    from ui.eval.conflicts import of_task

    return of_task(problem.by_name[name]).values()


def test_a_priority_that_is_too_low_or_needlessly_high_is_not_believed():
    told = first_by_priority(SHOP, PLAN, "d", "a")
    needed = told.certificate.needed
    assert checked(told) == []
    assert checked(lie(told, needed=needed + 5, proved=True))
    assert checked(lie(told, now=needed))


def test_a_time_that_the_question_did_not_name_is_found():
    plan = PLAN.by_task
    asked = question("not_then", SHOP, PLAN, Random(1))
    told = asked.ask(Budget(1))
    assert asked.missed(told) == []
    assert asked.missed(lie(told, first=told.certificate.first + 1))
    assert asked.missed(why_not_then(SHOP, PLAN, "a", plan["a"].start, plan["a"].start))


def test_together_names_what_there_is_too_little_of():
    told = why_not_together(SHOP, PLAN, "a", "d")
    assert told.certificate.resource == "oven"
    assert checked(told) == []
    assert checked(lie(told, demand=3))


def test_what_cannot_be_settled_is_neither_right_nor_wrong():
    checker = Checker(SHOP, PLAN, Unknowing())
    assert checker.untrue(why_before(SHOP, PLAN, "a", "d")) == []
    assert checker.open


def test_all_kinds_of_questions_are_asked_by_their_shares():
    assert set(FOREMOST) < set(SHARES) == set(MAKERS)
    for size in (100, 300):
        asked = list(kinds(size))
        assert {kind: asked.count(kind) * 100 // size for kind in SHARES} == SHARES
    assert set(kinds(len(FOREMOST))) == set(FOREMOST)
    assert set(kinds(len(SHARES))) == set(SHARES)


@pytest.mark.parametrize("number", range(len(SHARES)))
def test_explanations_of_small_plans_are_true_and_their_texts_founded(number):
    from tools.telling import tell_explanation

    kind = list(SHARES)[number]
    problem = small(number, staffed=kind == "who", late=kind == "not_day")
    asked = question(kind, problem, solve(problem, time_limit_seconds=0.5), Random(number))
    told = asked.ask(Budget(1))
    assert asked.missed(told) == []
    assert checked(told, asked.problem, asked.plan, before=asked.before) == []
    for language in ("en", "zh"):
        text = tell_explanation(told, language, asked.problem)
        assert Reader(told, asked.problem, language).unfounded(text) == []


@pytest.mark.parametrize("number", range(11))
def test_the_model_of_its_own_agrees_with_trying_everything(number):
    problem = small(number, staffed=number % 3 == 0)
    goals = problem.goals or ("waiting",)
    first = goals[0]
    for orders in ((), (("Glue", "Cut"),)):
        best = Tried().best(problem, goals, orders)
        model = Modelled(20.0)
        assert model.best(problem, goals, orders) == best
        if best:
            assert model.possible(problem, orders, [(first, best[0])]) is True
            assert model.possible(problem, orders, [(first, best[0] - 1)]) is False
