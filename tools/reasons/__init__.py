"""The facts behind explanations, as data: every number that an answer may state. No sentences, and
nothing of the solver: they are counted from the problem and the plan alone.

    records.py   what an explanation holds: links, comparisons
    agenda.py    which tasks are planned, who is free
    chain.py     what a task waited for, link by link back to the start
    fitting.py   which earlier starts working hours allow
    rules.py     which rule forbids an earlier start
    staff.py     who else could have done it
    effect.py    what an earlier start would gain or lose
    book.py      who is there and who is busy when, in one plan
    values.py    what a plan is worth under each goal
    compare.py   two plans side by side, and by how much they differ
    floor.py     what no plan can end before
    plenty.py    which resources never run short in any plan
"""
