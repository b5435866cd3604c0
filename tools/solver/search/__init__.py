"""Local search over lists of tasks, in compiled code. It proves nothing.

threads.py    Search: solutions, and the threads that make them better
starts.py     lists by priority rules; the instance backwards
alone.py      ways in which a task can be done at all; fewer.py: with fewer units
tries.py      one solution: tried, changed, mixed with another
anneal.py     simulated annealing; evolve.py: a population
build.py      a list -> a plan; profile.py: what is free; crew.py: who; setups.py: machines
values.py     what a plan is worth
lists.py, chains.py   orders and longest chains
workspace.py  the memory that all of this writes to
compiled.py, cache.py, compile.py   how it is compiled, and when
"""
