"""Plans, certificates and conflicts in sentences, Chinese or English. It computes nothing: every
number comes from its argument, every word from the catalogues in `phrases/`.

    values.py        durations, moments, amounts, lists, names
    people.py        who does a task
    problem.py       what was read, assumed and is asked for
    schedule.py      the plan
    explanation.py   why the plan is as it is
    agenda.py        what is planned, who is free
    studies.py       what would be at another time, what it would take, what would help
    comparison.py    by how much another plan differs
    changes.py       changed conditions    rewrites.py  changes of the tasks themselves
    conflict.py      why there is none, and what would help
"""

from tools.telling.changes import tell_change
from tools.telling.comparison import tell_comparison
from tools.telling.conflict import tell_conflict, tell_repair, tell_statement
from tools.telling.explanation import tell_explanation, tell_link
from tools.telling.people import tell_people
from tools.telling.problem import tell_assumed, tell_problem
from tools.telling.schedule import (
    tell_again,
    tell_left_out,
    tell_no_plan,
    tell_proof,
    tell_schedule,
)
from tools.telling.values import (
    SHOWN,
    amount,
    day,
    listing,
    moment,
    reading,
    resource_name,
    span,
    then,
    when,
)

__all__ = [
    "SHOWN",
    "amount",
    "day",
    "listing",
    "moment",
    "reading",
    "resource_name",
    "span",
    "tell_again",
    "tell_assumed",
    "tell_change",
    "tell_comparison",
    "tell_conflict",
    "tell_explanation",
    "tell_left_out",
    "tell_link",
    "tell_no_plan",
    "tell_people",
    "tell_problem",
    "tell_proof",
    "tell_repair",
    "tell_schedule",
    "tell_statement",
    "then",
    "when",
]
