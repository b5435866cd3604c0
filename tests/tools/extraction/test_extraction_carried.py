"""Who does a task of which only a pronoun says so, or nothing."""

import pytest

from tools.extraction.carried import carry
from tools.prose.records import Row, Said


def rows_of(text: str, *tasks: tuple[str, dict[str, int]]) -> list[Row]:
    made = []
    for name, held in tasks:
        at = text.index(name)
        row = Row(name, at, at + len(name))
        row.held = {who: Said(many, who) for who, many in held.items()}
        row.persons = {who for who in held if who[0].isupper() or who[0] > "\u2e80"}
        row.trades = set(held) - row.persons - {"people"}
        made.append(row)
    return made


def carried(text: str, *tasks: tuple[str, dict[str, int]]) -> dict[str, int]:
    """Who does the last of the tasks."""
    rows = rows_of(text, *tasks)
    who = {name for _, held in tasks for name in held}
    words = {name: "two" if name == "people" else name for name in who}
    ends = {
        name: [at + len(words[name]) for at in range(len(text)) if text.startswith(words[name], at)]
        for name in who
    }
    carry(text, rows, ends)
    return {name: said.value for name, said in rows[-1].held.items()}


@pytest.mark.parametrize(
    ("text", "tasks", "right"),
    [
        (
            "Ann checks the figures, 1 h, and then signs them.",
            [("checks the figures", {"Ann": 1}), ("signs them", {})],
            {"Ann": 1},
        ),
        (
            "Theo freezes the writes. When that's done he takes the backup.",
            [("freezes the writes", {"Theo": 1}), ("takes the backup", {})],
            {"Theo": 1},
        ),
        (
            "Al checks the phone, Bo reads the file. They meet then.",
            [("checks the phone", {"Al": 1, "Bo": 1}), ("meet", {})],
            {"Al": 1, "Bo": 1},
        ),
        (
            "老周砸瓷砖，3小时，砸完他清垃圾。",
            [("砸瓷砖", {"老周": 1}), ("清垃圾", {})],
            {"老周": 1},
        ),
        (
            "小刘撕墙纸，2小时，撕完了再刮腻子",
            [("撕墙纸", {"小刘": 1}), ("刮腻子", {})],
            {"小刘": 1},
        ),
        # Somebody who is told of behind a task does that one; a thing is no verb of hers.
        ("Cut the foam, Ann, and then signs", [("Cut the foam", {"Ann": 1}), ("signs", {})], {}),
        ("Ann cuts the foam. The signs follow", [("cuts the foam", {"Ann": 1}), ("signs", {})], {}),
        ("Ann cuts it and the signs", [("cuts it", {"Ann": 1}), ("the signs", {})], {}),
        ("收完谷，三个人。再进风车", [("收完谷", {"people": 3}), ("进风车", {})], {}),
        (
            "Ann dries it, nobody, and then signs it",
            [("dries it", {"people": 0}), ("signs it", {})],
            {},
        ),
    ],
)
def test_who_does_it(text, tasks, right):
    assert carried(text, *tasks) == right


def test_who_is_told_of_stays():
    text = "Ann checks it and then Bo signs it"
    assert carried(text, ("checks it", {"Ann": 1}), ("signs it", {"Bo": 1})) == {"Bo": 1}


@pytest.mark.parametrize(
    ("text", "name", "who"),
    [
        ("王哥理货2小时", "理货", {"王哥": 1}),
        ("先让小张来打扫1小时", "打扫", {"小张": 1}),
        ("给老王理发30分钟", "理发", {}),
        ("陪小刘看病2小时", "看病", {}),
    ],
)
def test_who_stands_right_before_what_he_does_does_it(text, name, who):
    assert carried(text, (name, {})) == who
