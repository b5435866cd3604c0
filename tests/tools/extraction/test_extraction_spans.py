"""Names of tasks that the network found, made whole."""

import re

import pytest

from tools.extraction.spans import BEGINS, GOES_ON, tagged, whole
from tools.extraction.units import Units
from tools.extraction.values import values
from tools.prose.records import Row
from tools.prose.segments import segments


def units_of(text: str) -> Units:
    """Words, numbers and signs."""
    found = re.finditer(r"[\u3400-\u9fff]|[A-Za-z]+|\d+|\S", text)
    return Units([match.span() for match in found], [], [])


@pytest.mark.parametrize(
    ("text", "found", "meant"),
    [
        ("T1: 2h. T2: 3h after T1.", ("T1", "2:"), ("T1", "T2")),
        ("assembly 3 staff 1 hour", ("assembly 3",), ("assembly",)),
        ("load all two and a half hours", ("load all two",), ("load all",)),
        ("painting 5 people, 3 hours", ("painting", "people"), ("painting",)),
        ("- BU-12 fix it, 3h\n- BU-15 test, 2h", ("fix it", "BU"), ("BU-12 fix it",)),
        ("A needs 2 people for 1 hour, B 3 people for 2 hours after A", ("A",), ("A", "B")),
        ("A需要2人1小时，B要3人2小时，A之后，C1人30分钟", ("A",), ("A", "B", "C")),
        ("P-03 takes 2 h, P-04 1 h after P-03, P-05 9 h.", ("P-03",), ("P-03", "P-04", "P-05")),
        ("Weld 2 h on line B, B 3 people", ("Weld",), ("Weld",)),
    ],
)
def test_a_code_is_one_word_and_a_number_of_something_belongs_to_no_name(text, found, meant):
    units = units_of(text)
    there = [(v, units.covering(v.start, v.end)) for v in values(text)]
    spans = [units.covering(text.index(name), text.index(name) + len(name)) for name in found]
    if "2:" in found:  # a piece of T2
        at = text.index("T2") + 1
        spans[1] = units.covering(at, at + 1)
    names = [text[slice(*units.place(span))] for span in whole(text, units, spans, there)]
    assert tuple(names) == meant


def test_units_are_tagged_as_the_tasks_are_meant():
    assert tagged([1, 2, 0, 3, 1], [(0, 0), (1, 2)]) == [BEGINS, BEGINS, GOES_ON, 3, 0]


def test_a_segment_goes_from_the_words_that_lead_to_a_task_to_the_next_ones():
    text = "please plan: first cut \0\0, then glue it \0\0. thanks"
    rows = [Row(name, text.index(name), text.index(name) + len(name)) for name in ("cut", "glue")]
    one, two = segments(text, rows)
    assert (one.before(text), one.after(text)) == ("first ", " \0\0,")
    assert (two.before(text), two.after(text)) == (" then ", " it \0\0")
