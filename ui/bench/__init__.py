"""`whyflow bench schedule`: our solver beside its peers, on one machine, in one run, in one table.

case.py        Case, Run and Result: what is measured and what came out
readers.py     PSPLIB and OR-Library files -> problems
generate.py    problems made from a seed: large ones with calendars, small ones for brute force
check.py       whether a plan keeps the rules, and its value; shares nothing with the solver
ours.py        our solver, and the list of solvers to measure
rows.py        the rows of the table: their cases and how each is measured
large.py       one large problem in a process of its own, for its memory
stability.py   a running plan in which one task is late
verdict.py     results of a row -> what its cells say, and whether it reached its aim
table.py       the report as Markdown and as JSON
"""
