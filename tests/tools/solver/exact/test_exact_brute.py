"""Random small problems that say everything: the exact model against trying everything."""

import time

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from strategies import small_problems

from tools.solver.crews import fact_who
from tools.solver.encode import encode
from tools.solver.exact import exact, values_of
from ui.eval.judge.brute import Search, TooMany, enough

GOALS = ("waiting", "makespan", "tardiness", "completion", "people", "cost", "balance", "value")
BRANCHES = 40_000


@seed(5)
@settings(max_examples=120, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(small_problems(), st.lists(st.sampled_from(GOALS), min_size=1, max_size=3, unique=True))
def test_the_optimum_of_small_problems_is_found_and_proved(problem, goals):
    instance = encode(problem)
    numbers = [GOALS.index(goal) for goal in goals]
    outcome = exact(instance, numbers, 0, None, time.monotonic() + 20, 2, 0)
    assert outcome.status in ("optimal", "infeasible")
    try:
        search = Search(
            problem, goals, enough(problem), most=BRANCHES, crews=fact_who(problem, None)
        )
        best = search.run()
    except TooMany:
        return
    assert (outcome.found is None) == (best is None)
    if best is not None:
        assert outcome.bounds == best[0]
        again = outcome.found._replace(values=values_of(instance, numbers, 0, *outcome.found[:4]))
        assert again.values == best[0]
        kept = exact(instance, numbers, 0, again, time.monotonic() + 20, 2, 1)
        assert (kept.status, kept.bounds) == ("optimal", best[0])
