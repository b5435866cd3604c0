"""How much later a task could start."""

import pytest
from plans import by_hand, two

from tools.studies.reasons import why
from tools.telling import tell_explanation
from ui.eval.certificates import Checker

MORE = "It could start up to 4 h later without anything else moving or the plan ending later."


def asked(due: int | None):
    """a ends after an hour, b after five; a could wait until b ends."""
    problem = two({"duration": 60, "due": due}, {"duration": 300}, goals=["tardiness", "waiting"])
    plan = by_hand(problem, {"a": (0, 60, {}), "b": (0, 300, {})}, goal="tardiness")
    return problem, plan, why(problem, plan, "a")


@pytest.mark.parametrize(
    ("due", "on_time", "late", "told"),
    [
        (None, None, False, MORE),
        (300, None, False, MORE),
        (120, 60, False, f"{MORE} More than 1 h later, it would be late."),
        (60, 0, False, f"{MORE} But then it would be late: it ends just when it is due."),
        (30, 0, True, f"{MORE} But it is late already, and would be later still."),
    ],
)
def test_what_could_start_later_is_told_with_when_it_would_be_late(due, on_time, late, told):
    problem, plan, explanation = asked(due)
    found = explanation.certificate
    assert (found.slack, found.on_time, found.late) == (240, on_time, late)
    assert tell_explanation(explanation, "en", problem).endswith(told)
    checker = Checker(problem, plan, oracle=None)  # solves nothing
    assert checker.untrue(explanation) == []


def test_the_judge_does_not_believe_a_wrong_time_of_being_late():
    problem, plan, explanation = asked(120)
    checker = Checker(problem, plan, oracle=None)  # solves nothing
    for lie in ({"on_time": 61}, {"on_time": None}, {"late": True}):
        false = explanation.certificate.model_copy(update=lie)
        assert checker.untrue(explanation.model_copy(update={"certificate": false}))
