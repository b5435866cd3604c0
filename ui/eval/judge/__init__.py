"""Judges plans minute by minute, and finds true optima by trying everything. Slow, and meant to be
obviously right: it shares no code with the solver nor with the calendars of `tools/plan/`, only the
domain's records.

    clock.py    how many units there are in a minute, read off a clock on the wall
    rules.py    what a plan may not do
    past.py     how late it is, and what has begun by then
    people.py   who serves which skill, and who must be the same
    values.py   what each goal counts
    moves.py    what differs from the plan before
    choices.py  what may be chosen for one task, and what goes together
    brute.py    the optimum of a tiny problem, by trying every choice for every task
    checker.py  everything that is wrong with a plan; quicker optima of simple problems
    shown.py    what a plan shows of one task
    truth.py    what is true of a problem that is too large for that, by a model of its own
    claims.py   what is untrue in the links of an explanation
"""
