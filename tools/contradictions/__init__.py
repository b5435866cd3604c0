"""What a user said, one by one, and where it contradicts itself: found without the solver.

statements.py   a problem as a list of statements; the problem without some of them
edits.py        a problem with something changed
paths.py        chains of work that are too long, or find nobody there; fits.py: when somebody is
crowds.py       fixed starts that need too much at once
overloads.py    more work than fits before deadlines; pools.py: of what there is too little
ruled.py        any of these
"""
