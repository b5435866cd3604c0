"""When there is no plan: what cannot all hold, and what would mend it, each found by solving again.

statements.py   what the user said, one by one; the problem without some of it
paths.py        chains of work that are too long, found without the solver
crowds.py       fixed starts that need too much at once, found without the solver
overloads.py    more work than fits before deadlines, found without the solver
ruled.py        any of these
feasible.py     is there any plan at all?
explain.py      a smallest set of statements that contradict each other
repairs.py      the cheapest changes that help; shifts.py: of times, openings.py: of working
                hours, stretches.py: of people; pairs.py: two of them
trial.py        the time there is to try them
edits.py        a problem with something changed
deadlines.py    the plan that breaks deadlines least
"""
