"""What copied words mean: text in, values out. No input or output, no language model, no guesses.

The language model only copies words out of a message; these modules turn them into values. Numbers are read by
`knowledge/numbers.py`, which the knowledge base needs too.

    durations.py   "一刻钟", "an hour and a half"        -> whole minutes
    quantities.py  "two forklifts", "3名工人"            -> amounts with a noun
    people.py      "5 people", "共15人", "we have 5"     -> demands of a task, totals of a message
    periods.py     "the end of the month", "月底"         -> its last day
    priorities.py  "优先级3", "very urgent"              -> a weight, larger is more urgent
    names.py       which known tasks a text speaks of, also as "the labels" or "报表出来"
    order.py       a whole message                       -> which task waits for which
        clauses.py   sentences, with a mark for each mention of a task
        cues.py      the words that put tasks in order, as patterns over marks
        sentence.py  what stands where in one sentence
        waits.py     waits from all cues, without contradictions
    changes.py     a what-if question                    -> changes to a known problem
        headcount.py how many there would be of each resource
    lookups.py     which part of a plan a question asks for
    edits.py       a follow-up message               -> changes to keep, those of a what-if and more
        followups.py   undo, redo      insertions.py  one more task
        limits.py      releases, due times, deadlines
        stories.py     what only tells what is over
        ordinals.py    "the first two" pieces.py      clauses, and what each names and needs
"""
