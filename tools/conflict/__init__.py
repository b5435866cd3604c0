"""When there is no plan: what cannot all hold, and what would mend it, each found by solving again.

explained.py    a solve that says why, if there is no plan
explain.py      a smallest set of statements that contradict each other
feasible.py     is there any plan at all?
repairs.py      the cheapest changes that help; shifts.py: of times, openings.py: of working
                hours, stretches.py: of people; pairs.py: two of them
trial.py        the time there is to try them
"""
