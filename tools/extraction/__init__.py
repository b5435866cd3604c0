"""Reading tasks out of prose by a small trained network: a message in, rows and their order out.

units.py     the message cut into the units that the network sees
values.py    values that code finds in it: durations, people, priorities, limits
features.py  what code sees between two places
encoder.py   the layers of the sentence encoder, with and without what was learned
network.py   what each unit is, whose each value is, who waits for whom
spans.py     the names it finds, made whole
amounts.py   which place of a value counts, and how many are asked for there
aside.py     where a message speaks of no task
whole.py     names that were cut in two
twice.py     tasks that were marked twice
echoes.py    words that only speak of a task again
own.py       what stands in them is not another task's
both.py      what two tasks hold that were told side by side
doers.py     who stands right before what he does
listed.py    tasks that are merely listed
unplaced.py  times that are no task's
leftover.py  other values that are no task's
outright.py  orders in words that leave no doubt
beside.py    what rules read of the same message
once.py      loaded at the first use
reading.py   its answers -> rows of tasks and their order

Code finds and reads every value; the network only decides which words name a task, a person, a
trade or a machine, and what belongs together. `ui/eval/extraction/` trains it.
"""
