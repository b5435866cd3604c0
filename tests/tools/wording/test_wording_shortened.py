"""People and things that are named by a part of their names."""

import pytest

from tools.plan import Problem
from tools.wording.shortened import in_full

PLAN = Problem.read(
    {
        "tasks": [
            {"name": "Scan forms", "duration": 60},
            {"name": "Clean the hall", "duration": 60},
        ],
        "resources": [
            {"name": "Dr Lind", "skills": ["rounds"]},
            {"name": "document scanner"},
            {"name": "town hall"},
            {"name": "oven", "capacity": 2},
        ],
    }
)


@pytest.mark.parametrize(
    ("message", "read"),
    [
        ("why is it Lind who scans?", "why is it Dr Lind who scans?"),
        ("Dr Lind is ill", "Dr Lind is ill"),
        ("if the scanner is dead", "if the document scanner is dead"),
        ("two more document scanners", "two more document scanner"),
        ("one of the ovens is cold", "one of the oven is cold"),
        ("the hall is shut", "the hall is shut"),
        ("scanning takes longer", "scanning takes longer"),
    ],
)
def test_the_whole_name_stands_where_a_part_can_mean_nothing_else(message, read):
    assert in_full(message, PLAN) == read
