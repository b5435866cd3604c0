"""What is free beside a plan: remembering where is only quicker."""

from random import Random

import numpy as np

from tools.solver.instance import CLOSED, NEVER
from tools.solver.search.profile import first_free, fit, hold, step_at


def test_where_so_much_is_free_for_so_long_is_remembered_right_whatever_is_taken_meanwhile():
    chance = Random(3)
    for _ in range(20):
        steps = sorted(chance.sample(range(1, 400), 12))
        time, level = (np.zeros(400, dtype=np.int64) for _ in range(2))
        time[1:13] = steps
        level[:13] = [chance.choice((CLOSED, 2, 3, 4)) for _ in range(12)] + [4]
        count, fronts = 13, np.zeros((3, 5), dtype=np.int64)
        for _ in range(60):
            amount, lasts = chance.randint(1, 4), chance.randint(0, 40)
            known = first_free(time, level, 0, count, fronts, amount, lasts)
            fresh = np.zeros_like(fronts)
            assert known == first_free(time, level, 0, count, fresh, amount, lasts)
            start, _ = fit(time, level, 0, count, 0, lasts, amount)
            assert known <= start < NEVER
            start, at = fit(time, level, 0, count, chance.randint(0, 300), lasts, amount)
            if lasts:
                count = hold(time, level, 0, count, at, start, start + lasts, amount)
            assert step_at(time, 0, count, start) < count
