"""Of tasks that are merely listed none waits for another; and which place of a value counts."""

import pytest

from tools.extraction.amounts import asking, leading, nearest
from tools.extraction.listed import Listing
from tools.extraction.values import named
from tools.prose.records import Row
from tools.prose.rows import read_rows


def rows_of(text: str, *names: str) -> list[Row]:
    return [Row(name, text.index(name), text.index(name) + len(name)) for name in names]


@pytest.mark.parametrize(
    ("text", "names", "apart"),
    [
        (
            "Packing: 3 hours, 2 people. Loading: 90 minutes, 4 people.",
            ("Packing", "Loading"),
            True,
        ),
        ("打包3小时要两个人；装车90分钟要四个人。", ("打包", "装车"), True),
        ("Packing: 3 hours, then loading: 90 minutes.", ("Packing", "loading"), False),
        ("Packing: 3 hours. Loading: 90 minutes. In this order.", ("Packing", "Loading"), False),
        ("Packing 3 hours -> loading 90 minutes", ("Packing", "loading"), False),
        (
            "No loading without packing. Packing: 3 hours. Loading: 90 minutes.",
            ("Packing", "Loading"),
            False,
        ),
        ("(1) Lock up, 10 min. (2) Count, 25 min, needs (1).", ("Lock up", "Count"), False),
        ("打包3小时。装车90分钟，打包完再装。", ("打包", "装车"), False),
    ],
)
def test_without_a_word_of_order_nothing_waits(text, names, apart):
    rows = rows_of(text, *names)
    listing = Listing(read_rows(text).words, rows, [])
    assert listing.apart(rows[1], rows[0]) is apart


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        (
            "Plan: count 3 h, clean 1 h, deliver 45 min after counting. 6 people.",
            ("count", "clean"),
        ),
        (
            "Pack 4 h, load 1 h (after packing), drive 45 min, unload 1 h.",
            ("Pack", "drive", "unload"),
        ),
        ("When painted, pack 4 h, load 1 h.", ()),
        ("We start on Monday at 7:30. Pack 4 h, load 1 h, not before 9.", ("Pack", "load")),
        ("There is only one van. Pack 4 h, load 1 h.", ("Pack", "load")),
        ("Pack 4 h, load 1 h after packing. Cleaning 1 h. Packing comes first.", ()),
        ("Pack 4 h. After packing, side by side: load 1 h, clean 2 h.", ()),
    ],
)
def test_a_task_of_which_only_values_are_told_waits_for_nobody(text, alone):
    """“Plan: count 3 h, clean 1 h, deliver after counting” had counting wait for cleaning."""
    names = [name for name in ("Pack", "pack", "count", "load", "clean", "Cleaning", "deliver",
                               "drive", "unload") if f" {name} " in f" {text}"]  # fmt: skip
    rows = sorted(rows_of(text, *names), key=lambda row: row.start)
    listing = Listing(read_rows(text).words, rows, [])
    others = [row for row in rows if row.name not in alone]
    found = tuple(row.name for row in rows if all(listing.apart(row, other) for other in others))
    assert found == (alone or (() if others else tuple(names)))


def test_the_amount_that_counts_stands_in_the_tasks_own_sentence():
    text = "Flush: 30 min, one technician. Test: 1 hour, both technicians."
    rows = rows_of(text, "Flush", "Test")
    said = [
        named("trade", text, start, start + len(words))
        for words in ("technician.", "technicians.")
        if (start := text.index(words)) is not None
    ]
    leads = leading(said, rows)
    assert [nearest(row, said, text, leads).start for row in rows] == [v.start for v in said]


def test_a_place_that_only_tells_how_many_there_are_asks_for_none():
    text = "Two ovens. Bake, in the oven"
    said = [named("machine", text, 4, 9), named("machine", text, 24, 28)]
    assert asking([0, 1], said, [(0, 9)]) == [1]
    assert asking([0], said, [(0, 9)]) == [0]
