"""The checker of explanations believes what is true, and nothing else."""

from itertools import islice
from random import Random

import pytest

from tools.plan import Problem
from tools.plan.changes import DropTask, SetPriority
from tools.plan.conflict import Statement
from tools.reasons.records import Explanation
from tools.reasons.remedies import FirstBy
from tools.record import PlanError
from tools.solver import solve
from tools.solver.peers.truth import Truth, truth
from tools.studies.clock import Budget
from tools.studies.conditions import what_if
from tools.studies.deadlines import in_time
from tools.studies.order import why_before
from tools.studies.reasons import why
from tools.telling import tell_explanation
from ui.eval.cases import questions, small
from ui.eval.certificates import Checker
from ui.eval.conflicts import contradicting
from ui.eval.judge.brute import enough, optimum
from ui.eval.texts import unfounded

SHOP = Problem.read(
    {
        "tasks": [
            {"name": "a", "duration": 3, "priority": 5, "demands": {"oven": 1}},
            {"name": "b", "duration": 2, "priority": 1, "demands": {"oven": 1}},
            {"name": "c", "duration": 2, "demands": {"oven": 1}, "after": ["a"]},
        ],
        "resources": [{"name": "oven"}],
    }
)
PLAN = solve(SHOP, time_limit_seconds=1)


def brute(problem, goal, orders):
    best = optimum(problem, [goal], enough(problem), orders=tuple(orders))
    return Truth(None, None) if best is None else Truth(best[0], best[0])


def checked(told) -> list[str]:
    return Checker(SHOP, PLAN, brute).untrue(told)


def lie(told, **fields):
    """The explanation with other facts."""
    return told.model_copy(update={"certificate": told.certificate.model_copy(update=fields)})


def test_true_explanations_are_believed():
    assert checked(why(SHOP, PLAN, "b")) == []
    assert checked(why_before(SHOP, PLAN, "a", "b")) == []
    assert checked(in_time(SHOP, PLAN, 6)) == []


def test_a_wrong_value_end_or_slack_is_not_believed():
    told = why_before(SHOP, PLAN, "a", "b")
    for field in ("before", "after", "end_after"):
        compared = told.certificate.comparison
        false = compared.model_copy(update={field: getattr(compared, field) + 1})
        assert checked(lie(told, comparison=false))
    reason = why(SHOP, PLAN, "b")
    assert checked(lie(reason, slack=(reason.certificate.slack or 0) + 1))
    assert checked(lie(reason, chain=()))


def test_a_task_is_dropped_and_another_more_urgent():
    wanted = [DropTask(task="c"), SetPriority(task="b", priority=9)]
    assert checked(what_if(SHOP, PLAN, wanted)) == []


def test_a_difference_that_is_not_the_true_one_is_not_believed():
    told = why_before(SHOP, PLAN, "a", "b")
    compared = told.certificate.comparison
    false = compared.model_copy(update={"least": compared.least + 1, "most": compared.most + 1})
    assert checked(lie(told, comparison=false))


def test_what_is_called_impossible_and_is_not_is_not_believed():
    told = why_before(SHOP, PLAN, "a", "b")
    assert checked(lie(told, impossible=True))


@pytest.mark.parametrize("problem", list(small(6)), ids=lambda each: "small")
def test_explanations_of_small_plans_are_true_and_their_texts_founded(problem):
    plan = solve(problem, time_limit_seconds=1)
    checker = Checker(problem, plan, brute)
    for asked in islice(questions(problem, plan, Random(1)), 4):
        try:
            told = asked.ask(problem, plan, Budget(1))
        except PlanError:
            continue
        assert checker.untrue(told) == [], asked.words
        assert unfounded(problem, plan, told) == [], asked.words


def test_the_highest_priority_that_a_text_names_stands_in_the_certificate():
    told = Explanation(certificate=FirstBy(task="c", other="a", starts=(3, 0), now=1, proved=True))
    assert "1,000" in tell_explanation(told, "en", SHOP)
    assert unfounded(SHOP, PLAN, told) == []


def test_every_task_takes_a_minute_also_where_nobody_says_how_long():
    first = Statement(kind="fixed", task="c", value=0)
    waits = Statement(kind="link", task="c", other="a", link="finish-start", value=0)
    foil = SHOP.replace_task("c", fixed=0)
    assert contradicting(foil, [first, waits])
    assert not contradicting(foil, [waits])


@pytest.mark.parametrize("words", ["It ends after 4711 min.", "**nobody** waits for it."])
def test_a_number_or_a_name_that_nothing_gave_is_found(monkeypatch, words):
    told = what_if(SHOP, PLAN, [])
    assert unfounded(SHOP, PLAN, told) == []
    monkeypatch.setattr("ui.eval.texts.tell_explanation", lambda *_: words)
    assert len(unfounded(SHOP, PLAN, told)) == 2  # in both languages


def test_the_model_of_its_own_agrees_with_trying_everything():
    for problem in islice(small(8), 8):
        for orders in ((), (("b", "a"),)):
            found = truth(problem, "waiting", orders, until=enough(problem))
            assert found == brute(problem, "waiting", orders)
