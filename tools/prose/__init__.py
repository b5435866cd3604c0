"""Reading tasks out of prose by rules: a message in, rows and a problem out. No language model.

letters.py    what of the message speaks of work: no greetings, signatures, quoted mail, past
workers.py    so many people, trades and persons by name
machines.py   machines, rooms and vehicles
limits.py     not before, should be done by, must be done by
called.py     the name in the words that are left over
rows.py       the whole message -> one row for each task, and why they may be wrong
copied.py     rows out of words that a language model copied
problem.py    rows -> Problem: the order of work, times, resources, and where each value is from
"""
