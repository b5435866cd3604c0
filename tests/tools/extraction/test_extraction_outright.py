"""Orders in words that leave no doubt, and words that only speak of a task again."""

import pytest

from tools.extraction.echoes import echoes
from tools.extraction.outright import Outright
from tools.prose.records import Row, Said
from tools.prose.rows import read_rows


def rows_of(text: str, *names: str) -> list[Row]:
    return [Row(name, text.index(name), text.index(name) + len(name)) for name in names]


@pytest.mark.parametrize(
    ("text", "names", "pairs"),
    [
        (
            "painting takes 3 hours, welding takes 2 hours before that, packing 1 hour",
            ("painting", "welding", "packing"),
            {("painting", "welding")},
        ),
        (
            "email blast 1h, landing page 3h (before the blast), QA 30m",
            ("email blast", "landing page", "QA"),
            {("email blast", "landing page")},
        ),
        (
            "fix oven 2 hrs. order parts 20 mins. fix must wait for parts.",
            ("fix oven", "order parts"),
            {("fix oven", "order parts")},
        ),
        (
            "Sand the floor 3 hours, varnish it 1 hour. Before all that, clear the room 1 hour.",
            ("Sand the floor", "varnish it", "clear the room"),
            {("Sand the floor", "clear the room"), ("varnish it", "clear the room")},
        ),
        (
            "Hip 2 h. Cleaning 25 min, so after the knee and before the hip. Knee 1 h.",
            ("Hip", "Cleaning", "Knee"),
            {("Hip", "Cleaning"), ("Cleaning", "Knee")},
        ),
        ("Cut 1 h. Lunch 1 h, does not have to wait for the cut.", ("Cut", "Lunch"), set()),
        ("Cut 1 h. Paint 1 h before noon.", ("Cut", "Paint"), set()),
    ],
)
def test_words_that_leave_no_doubt_put_tasks_in_order(text, names, pairs):
    """“Welding takes 2 hours before that” had welding wait for the task before."""
    rows = rows_of(text, *names)
    assert Outright(read_rows(text).words, rows).pairs == pairs


@pytest.mark.parametrize("last", ["packing 1 hour at the end", "packing comes last, 1 hour"])
def test_what_is_said_outright_outweighs_the_network(last):
    text = f"painting 3 hours, welding 2 hours before that, {last}"
    rows = rows_of(text, "painting", "welding", "packing")
    outright = Outright(read_rows(text).words, rows)
    shares = outright.shares([[0.0, 0.1, 0.0], [0.9, 0.0, 0.0], [0.1, 0.9, 0.0]])
    waits = [[share >= 0.5 for share in each] for each in shares]
    assert waits == [[False, True, False], [False, False, False], [True, False, False]]


def test_words_that_speak_of_a_task_again_are_no_task():
    names = ("iron", "fold", "Ironing", "be sent out", "Packing", "Working")
    rows = [Row(name, at, at + 1) for at, name in enumerate(names)]
    assert echoes(rows) == set()  # nothing is known of any
    rows[0].duration = rows[1].duration = Said(60, "1 h")
    assert echoes(rows) == {2, 3, 5}


def test_what_waits_by_its_number_waits_for_nothing_else():
    rows = [Row(name, place * 6, place * 6 + 5) for place, name in enumerate(("clean", "paint"))]
    outright = Outright("clean paint after cleaning", rows, {"paint": set(), "clean": {"paint"}})
    assert outright.pairs == {("clean", "paint")}
    (_, before), (after, _) = outright.shares([[0.0, 0.4], [0.9, 0.0]])
    assert before > 0.9 > 0.1 > after


@pytest.mark.parametrize(
    ("text", "names", "pairs"),
    [
        ("抽样10分钟，化验1小时，填表5分钟。按顺序来。", ("抽样", "化验", "填表"), 2),
        ("抽样10分钟，化验1小时，填表5分钟。顺序就是这样。", ("抽样", "化验", "填表"), 2),
        ("抽样10分钟，化验1小时，填表5分钟。每一步都等上一步做完。", ("抽样", "化验", "填表"), 2),
        ("Cut 1 h, sew 2 h, pack 5 min, in that order.", ("Cut", "sew", "pack"), 2),
        ("Cut 1 h, sew 2 h, in that order. Mop, 5 min.", ("Cut", "sew", "Mop"), 1),
        ("Cut 1 h, sew 2 h, mop 5 min. Seams go in that order.", ("Cut", "sew", "mop"), 0),
        ("Cut 1 h, sew 2 h, mop 5 min. In that order, except mop.", ("Cut", "sew", "mop"), 0),
        ("Cut 1 h, sew 2 h, mop 5 min, not in that order.", ("Cut", "sew", "mop"), 0),
    ],
)
def test_tasks_in_one_order_each_wait_for_the_one_before(text, names, pairs):
    outright = Outright(read_rows(text).words, rows_of(text, *names))
    chain = list(zip(names[1:], names, strict=False))
    assert outright.pairs == set(chain[:pairs])
    waits = [[0.9] * len(names) for _ in names]
    if pairs == 2:
        assert outright.shares(waits)[2][0] < 0.5, "it waits by way of the second"
