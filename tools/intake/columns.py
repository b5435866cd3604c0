"""What the columns of a table of tasks mean, and cells as `tools/table` reads them: where the
headings stand, what is guessed from other words or from the values, in which unit bare numbers are,
who waits for the task numbered 3."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from knowledge.numbers import fold
from tools.intake import typed
from tools.intake.taken import Note, Table
from tools.plan.dates import DATED
from tools.prose.clock import Clock
from tools.table.cells import minutes, read_listed
from tools.table.headings import TASKS, Words, meaning, meanings

LOOKED_AT = 20  # rows in which the headings may stand
MAX_COLUMNS = 200
SHOWN = 5
"""Cells that are named as not read."""
ALSO: Words = {
    "name": "taskname jobname what todo item items step description process operation aufgabe vorgang 内容 工作内容 任务内容 步骤 环节 项目 "
    "工序名称 作业 作业名称 工作项 事情",
    "duration": "howlong hours hour h mins min minute days day est estimate estimated estimatedtime effort dauer worktime 工时 小时 小时数 天数 "
    "预计时间 预计用时 预计工时 所需时间 持续时间 标准工时 周期",
    "people": "ppl heads workersneeded peopleneeded peoplerequired noofpeople manpower personen 所需人数 人手 人力 需要人数 人员数",
    "priority": "prio importance rank 优先 重要性 紧急度 级别 重要程度",
    "after": "dependson dependencies waitsfor prerequisite prerequisites blockedby comesafter startsafter requires 依赖任务 前序 前道工序 上道工序 "
    "紧前任务 前提 前置条件 前置工序 依赖项 在此之后",
    "release": "availablefrom startfrom notearlierthan 可开始 可开始时间",
    "due": "dueon duetime plannedend 计划完成 要求完成",
    "deadline": "mustfinish finishby doneby duebylatest 截止日期 最迟完成 交期 交货期",
    "needs": "equipment machines tool tools room 机器 所需设备 场地",
    "id": "id no nr number num wbs # 序号 编号 任务编号 号 步骤号 行号",
    "who": "who assignee assignedto owner responsible person 负责人 责任人 执行人 经办人 由谁",
}  # fmt: skip
"""Other words for a column, weaker than those of the page: they count if no other column means the
same. `id` is what rows are numbered by, `who` names the people who do it."""

_QUALIFIED = re.compile(
    r"(?:预计|预估|估计|估算|计划|大概|所需|需要|需|标准|(?:planned|expected|estimated|est\.?|required|needed|approx\.?)[ _]?)(?=.)"
)
"""What stands before a heading and leaves its meaning: 预计耗时, “planned duration”."""
_QUALIFIES = ("duration", "people")
_UNITS = (
    ("h", re.compile(r"(?<![a-z])(?:h|hrs?|hours?)(?![a-z])|小时|工时")),
    ("d", re.compile(r"(?<![a-z])(?:d|days?)(?![a-z])|天|[(（]日")),
    ("min", re.compile(r"(?<![a-z])(?:min|mins|minutes?)(?![a-z])|分")),
)
_TOTAL = re.compile(r"(?:grand |sub)?totals?|sums?|合计|总计|小计|总数|共计|汇总")
_SECTION = re.compile(
    r"(?:phase|stage|section|part|block|group|day|week|milestone|chapter|sprint)\b|.*[:：]$|"
    r"第.{1,3}(?:阶段|部分|步|周|天|期|章)|阶段|.*(?:阶段|部分)$"
)
"""What is above the tasks of a section."""
_NUMBERS = re.compile(r"\s*(?:[#＃]?\d{1,5}(?:\.\d+)*\s*(?:[,，、;；/和]|and|&|\s)*\s*)+")


class Columns(NamedTuple):
    """A table of tasks as `tools/table` reads it."""

    heads: list[str]
    """As they are written."""
    meant: list[str]
    """What each means; the heading itself if that is unknown."""
    rows: Table
    written: Table
    """The same rows with their cells as somebody typed them."""
    around: str
    """What stands above the headings."""
    notes: tuple[Note, ...]
    persons: tuple[str, ...] = ()
    """Whoever stands in a column for who does it."""


def find_heads(rows: Table) -> int | None:
    """The first row that names a column for tasks and one for durations."""
    for at, row in enumerate(rows[:LOOKED_AT]):
        if len(row) <= MAX_COLUMNS and {"name", "duration"} <= set(_meant(row)[0]):
            return at
    return None


def _also(head: str) -> str | None:
    """What a heading means in other words; a length of time, such as 2小时, is none."""
    if head.strip() in ("#", "＃"):
        return "id"
    if minutes(head):
        return None
    if (known := meaning(head, ALSO)) is not None:
        return known
    bare = _QUALIFIED.sub("", fold(head).strip(), count=1)
    found = meaning(bare, TASKS) or meaning(bare, ALSO)
    return found if found in _QUALIFIES else None


def tidied(rows: Table, clock: Clock | None = None) -> Columns:
    """The table with headings first, plain cells, and notes on what was guessed and left out.

    Args:
        clock: when “today” is in its cells.
    """
    begin = find_heads(rows) or 0
    heads, rest = rows[begin], [row for row in rows[begin + 1 :] if any(map(str.strip, row))]
    meant, guessed = _meant(heads)
    meant, guessed = _by_values(heads, meant, guessed, rest)
    unit = _unit(heads, meant)
    beyond = _beyond(heads, rest)
    rest = [[*row, *[""] * len(heads)][: len(heads)] for row in rest]
    rest, left = _tasks_only(rest, meant)
    notes = [
        Note(
            "column",
            (heads[at],),
            column=meant[at],
            unit=unit * (_told(unit) and meant[at] == "duration"),
        )
        for at in range(len(heads))
        if (at in guessed and meant[at] != "id") or (_told(unit) and meant[at] == "duration")
    ]
    unknown = tuple(
        head for head, each in zip(heads, meant, strict=True) if head.strip() and each == head
    )
    known = {*TASKS, *ALSO}
    unknown = tuple(head for head in unknown if head not in known)
    notes += [Note("left-columns", unknown)] if unknown else []
    notes += [Note("left-cells", tuple(beyond[:SHOWN]), len(beyond))] if beyond else []
    notes += [Note("left-rows", tuple(left))] if left else []
    around = "\n".join(" ".join(cell for cell in row if cell.strip()) for row in rows[:begin])
    cells = _Cells(meant, rest, unit, clock)
    if cells.undated:
        notes.append(Note("undated", tuple(dict.fromkeys(cells.undated))))
    return Columns(heads, cells.meant, cells.rows, rest, around, tuple(notes), cells.persons)


def _beyond(heads: Sequence[str], rows: Table) -> list[str]:
    """Cells under no heading; but a first column without one has the numbers of the rows."""
    return [
        cell.strip()
        for row in rows
        for at, cell in enumerate(row)
        if at and cell.strip() and not "".join(heads[at : at + 1]).strip()
    ]


def _told(unit: str) -> bool:
    """Bare numbers are minutes where nothing else is told."""
    return unit in ("h", "d")


def _meant(heads: Sequence[str]) -> tuple[list[str], set[int]]:
    """What each heading means, and which of them are weaker words."""
    meant, guessed = meanings(heads, TASKS), set()
    for at, head in enumerate(heads):
        also = _also(head)
        if meant[at] == head and also is not None and also not in meant:
            meant[at] = also
            guessed.add(at)
    return meant, guessed


def _by_values(
    heads: Sequence[str], meant: list[str], guessed: set[int], rows: Table
) -> tuple[list[str], set[int]]:
    """A column in which all cells are lengths of time says how long it takes; the first one with a
    text of its own in each row says what is done."""
    for wanted, fits in (("duration", _are_lengths), ("name", _are_names)):
        if wanted in meant:
            continue
        for at, head in enumerate(heads):
            values = [row[at].strip() for row in rows if at < len(row)]
            if meant[at] == head and head.strip() and len(rows) > 1 and fits(values):
                meant[at] = wanted
                guessed.add(at)
                break
    return meant, guessed


def _are_lengths(values: Sequence[str]) -> bool:
    said = [value for value in values if value]
    return bool(said) and all(minutes(each) and not each.isdigit() for each in said)


def _are_names(values: Sequence[str]) -> bool:
    distinct = len(set(values)) == len(values)
    return distinct and all(each and not typed.BARE.match(each) for each in values)


def _unit(heads: Sequence[str], meant: Sequence[str]) -> str:
    """In which unit the bare numbers of the durations are, if the heading says so."""
    at = meant.index("duration") if "duration" in meant else None
    text = fold(heads[at]) if at is not None else ""
    return next((unit for unit, words in _UNITS if words.search(text)), "")


def _headings(rows: Table, name: int, meant: Sequence[str]) -> list[bool]:
    """Which rows with nothing but a name are headings of sections: by their words; or as the table
    begins with one, and there are several with tasks below. Another lacks its values."""
    alone = [
        bool(row[name].strip()) and sum(bool(cell.strip()) for cell in row) == 1 for row in rows
    ]
    above = [here and not below for here, below in pairwise([*alone, True])]
    parted = bool(rows) and above[0] and sum(above) > 1
    waited_for = " ".join(row[meant.index("after")] for row in rows) if "after" in meant else ""
    return [
        here
        and row[name].strip() not in waited_for
        and bool((heads and parted) or _SECTION.match(fold(row[name]).strip()))
        for row, here, heads in zip(rows, alone, above, strict=True)
    ]


def _tasks_only(rows: Table, meant: Sequence[str]) -> tuple[Table, list[str]]:
    """Without totals and headings of sections: rows in which nothing but a name stands."""
    if "name" not in meant:
        return rows, []
    name, kept, left = meant.index("name"), [], []
    for row, heading in zip(rows, _headings(rows, name, meant), strict=True):
        total = next((cell for cell in row[:3] if _TOTAL.fullmatch(fold(cell).strip(" :："))), "")
        if total or (heading and len(row) > 2):
            left.append(total.strip() or row[name].strip())
        else:
            kept.append(row)
    return (kept, left) if kept else (rows, [])


class _Cells:
    """The cells, made plain column by column."""

    def __init__(self, meant: list[str], rows: Table, unit: str, clock: Clock | None) -> None:
        self.meant, self.rows = list(meant), [list(row) for row in rows]
        self._unit, self._clock = unit, clock
        names = self._column("name")
        self._ids = {key: name for key, name in zip(self._column("id"), names, strict=False) if key}
        self._numbered = self._ids or {str(at): name for at, name in enumerate(names, start=1)}
        self._names = set(names)
        self.undated = [
            name
            for column in DATED
            for name, cell in zip(names, self._column(column), strict=False)
            if typed.is_open(cell)
        ]
        """Tasks whose date nobody knows yet."""
        for column, plain in self._plain().items():
            if column in self.meant:
                at = self.meant.index(column)
                for row in self.rows:
                    row[at] = plain(row[at])
        self.persons = self._persons()

    def _persons(self) -> tuple[str, ...]:
        """Who does the tasks; what they are beside what is needed becomes one column."""
        if "who" not in self.meant:
            return ()
        who, found = self.meant.index("who"), dict[str, None]()
        needs = self.meant.index("needs") if "needs" in self.meant else None
        for row in self.rows:
            names = typed.persons(row[who])
            found |= dict.fromkeys(names)
            said = [row[needs] if needs is not None else "", *names]
            row[who if needs is None else needs] = ", ".join(filter(None, said))
        self.meant[who] = "needs" if needs is None else "who"
        return tuple(found)

    def _column(self, wanted: str) -> list[str]:
        if wanted not in self.meant:
            return []
        at = self.meant.index(wanted)
        return [row[at].strip() for row in self.rows]

    def _plain(self) -> dict[str, Callable[[str], str]]:
        return {
            **{column: partial(self._date, column=column) for column in DATED},
            **dict.fromkeys(("needs", "who"), typed.something),
            "duration": partial(typed.lasting, unit=self._unit),
            "people": typed.headcount,
            "priority": typed.weight,
            "after": self._after,
        }

    def _date(self, cell: str, column: str) -> str:
        return typed.when(cell, column, self._clock)

    def _after(self, cell: str) -> str:
        """Numbers of rows and what else they are known by become names, unless a task is called
        like one."""
        cell = typed.something(cell)
        if cell.strip() in self._names:
            return cell
        if not _NUMBERS.fullmatch(cell):
            keys = read_listed(cell)
            ours = all(key in self._ids and key not in self._names for key in keys)
            return "; ".join(self._ids[key] for key in keys) if ours else cell
        keys = re.findall(r"\d+(?:\.\d+)*", cell)
        known = [self._numbered.get(key, key) for key in keys]
        return "; ".join(known) if any(key in self._numbered for key in keys) else cell
