"""Reading tasks out of prose by rules: a message in, rows and a problem out. No language model.

letters.py    what of the message speaks of work: no greetings, signatures, quoted mail, past
workers.py    so many people and trades
callings.py   what people are called       persons.py   persons by name
able.py       what persons can do          shift.py     when all of them work
machines.py   machines, rooms and vehicles
limits.py     not before, should be done by, must be done by
headline.py   how many tasks are announced, and who is there for them
totals.py     how many there are in all
counted.py    how many there are of what tasks hold
pieces.py     the message cut into list items, clauses and values
called.py     the name in the words that are left over
cells.py      words that only name what a task holds
whose.py      which task a value belongs to
groups.py     values that are said of several tasks at once
again.py      words that come back to a task, or correct it
rows.py       the whole message -> one row for each task
lettered.py   tasks that are called by nothing but a letter
finish.py     which rows are tasks, and why they may be wrong
terms.py      times that say by when or how often, not how long
copied.py     rows out of words that a language model copied
pointers.py   words that put tasks in order
meant.py      which tasks they point to
links.py      who waits for whom           waiting.py   as it is collected, without circles
lags.py       how long lies between two tasks
segments.py   the words about each task
clock.py      when minute 0 is, and which minute words mean
beginning.py  when all work starts
allotted.py   times that are said of all tasks, or of one that is named again
daily.py      tasks under headings that are days
either.py     who does a task instead of whom
ranked.py     priorities that are told of all in one place
problem.py    rows -> Problem: order, times, resources, and where each value is from
unread.py     the parts with values that were given to no task
"""
