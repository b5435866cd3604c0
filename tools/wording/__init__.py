"""What copied words mean: text in, values out. No input or output, no language model, no guesses.

The language model only copies words out of a message; these modules turn them into values.

    numbers.py     "两个半", "a dozen", "1 1/2"          -> numbers; folding of wide characters
    durations.py   "一刻钟", "an hour and a half"        -> whole minutes
    quantities.py  "two forklifts", "3名工人"            -> amounts with a noun
    people.py      "3名工人", "2 forklifts", "共15人"    -> demands and capacities
    priorities.py  "优先级3", "very urgent"              -> a weight, larger is more urgent
    names.py       which known tasks a text speaks of, also as "the labels" or "报表出来"
    clauses.py     sentences and clauses, with decimals left whole
    cues.py        the words that put tasks in order, as patterns
    order.py       a whole message -> which task waits for which
    changes.py     a what-if question -> changes to a known problem
"""
