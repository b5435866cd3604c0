"""Questions about a plan -> certificates: what is asked is turned into a foil, a change or a series
of changes, and where facts of the plan do not answer it, the problem is solved again.

    reasons.py      why a task, or the whole plan, is as it is
    order.py        why one task before another, and what the other order would cost
    moment.py       why not at another time    windows.py  the latest end of what starts on a day
    conditions.py   what if something were different
    effort.py       what it would take to come first: a priority; weights.py: what others are worth
    deadlines.py    what it would take to be in time: another order, more resources; aim.py: when
    helps.py        where the bottleneck is: what helps most
    lookup.py       what is planned, who is free
    plans.py        what all of them begin with
    clock.py        the time that one of them may take
"""
