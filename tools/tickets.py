"""Tickets as a problem to be planned: in which order should they be answered, and by whom? A pasted
table or a file's rows come in; it plans nothing itself.

Each ticket is a task with a duration, a weight and the minute by which an answer was promised. What
is promised comes first: as little lateness as possible, then as little waiting, both by weight.
"""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from knowledge.numbers import NUMBER, fold, number
from tools.plan import PEOPLE, Assumption, Problem, Resource, Task
from tools.plan.dates import IS_MOMENT, minute_of
from tools.prose.clock import Clock
from tools.record import PlanError
from tools.wording.durations import duration, minutes
from tools.wording.moments import moment

TELLING = re.compile(
    r"tickets?|ticket(?:id|no|number)|sla|sla时限|answerby|respondby|工单(?:编?号)?|响应时限"
)
"""Headings of which one tells a table of tickets from one of tasks."""
_PEOPLE = re.compile(
    rf"({NUMBER})\s?(?:people|persons?|agents?|colleagues?|staff|of us|employees|"
    r"(?:个|名|位)?(?:人|客服|同事|坐席|员工))"
)
_ALONE = re.compile(
    r"\s*-?(?:in|within|up to|left|remaining|以内|之内|内|剩余?|还剩)?\s*", re.IGNORECASE
)
"""What may stand beside a duration that is no time of day."""
HANDLING = 10
"""Minutes for a ticket that does not say how long it takes; marked as assumed."""
TWINS = {",": "，", "，": ",", ";": "；", "；": ";"}
COLUMNS: Mapping[str, str] = {
    "name": "ticket id ticketid ticketno ticketnumber number no case "
    "工单 编号 工单号 工单编号 单号",
    "subject": "subject title summary question topic issue 主题 标题 问题 内容 事由",
    "duration": "minutes duration handling handlingtime timeneeded estimate effort takes "
    "时长 处理时长 处理时间 预计时长 预计用时 所需时间 耗时 需时 分钟 用时",
    "due": "sla due duedate dueby duein dueat sladue deadline answerby respondby replyby "
    "left timeleft remaining "
    "时限 截止 截止时间 剩余 剩余时间 响应时限 回复时限 答复时限 处理时限 "
    "承诺时限 sla时限 到期 期限",
    "priority": "priority urgency severity 优先级 紧急程度 紧急度 级别",
    "waited": "waited age waiting waitingtime 已等 等待 已等待 等待时间 等待时长",
    "needs": "skill team queue language 技能 小组 队列 语言",
}
WEIGHTS: Mapping[str, int] = {
    "p1": 8, "p2": 4, "p3": 2, "p4": 1, "urgent": 8, "critical": 8, "high": 4, "medium": 2,
    "normal": 2, "low": 1, "vip": 8, "紧急": 8, "特急": 8, "高": 4,
    "中": 2, "普通": 2, "一般": 2, "低": 1,
}  # fmt: skip


def are_tickets(heads: Sequence[str]) -> bool:
    """Whether headings are those of a table of tickets."""
    plain = {_plain(head) for head in heads}
    return any(map(TELLING.fullmatch, plain)) and len({_meaning(head) for head in heads} - {""}) > 1


def people_in(words: str) -> int | None:
    """How many there are to answer, if the words say so: “with 4 people”."""
    found = _PEOPLE.search(fold(words))
    count = number(found[1]) if found else None
    return int(count) if count else None


def read_tickets(text: str, people: int = 1, clock: Clock | None = None) -> Problem:
    """A pasted table (tabs, commas, semicolons, also Chinese ones, or Markdown bars) as a problem.

    Args:
        clock: when the plan begins, for times of day; the next quarter of an hour on this machine.

    Raises:
        PlanError: `tickets-none`, `tickets-no-columns`, or what is wrong in a row.
    """
    rows = ticket_rows(text)
    return tickets_problem(rows[0], rows[1:], people, clock)


def ticket_rows(text: str) -> list[list[str]]:
    """The headings of a pasted table, and its rows.

    Raises:
        PlanError: `tickets-none`.
    """
    rows = [row for row in _cells(text) if any(cell.strip() for cell in row)]
    if len(rows) < 2:
        raise PlanError("tickets-none")
    return rows


def tickets_problem(
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    people: int | None,
    clock: Clock | None = None,
) -> Problem:
    """Rows of a file as a problem, with so many people to answer them; one if nobody said. It has
    the clock if a ticket names a time of day or a date."""
    days = _Days(clock or _soon())
    assumed = [Assumption(field="capacity", resource=PEOPLE)] if people is None else []
    people = 1 if people is None else people
    if people < 1:
        raise PlanError("bad-capacity", resource=PEOPLE, value=str(people), limit=1_000_000)
    columns = _columns(heads)
    if "name" not in columns and "subject" not in columns:
        raise PlanError("tickets-no-columns", found=", ".join(heads))
    tasks: list[Task] = []
    for row in rows:
        given = {name: row[at].strip() for name, at in columns.items() if at < len(row)}
        task = _task(given, [each.name for each in tasks], days)
        tasks.append(task)
        if not given.get("duration"):
            assumed.append(Assumption(field="duration", task=task.name))
    promised = any(task.due is not None for task in tasks)
    problem = Problem(
        tasks=tuple(tasks),
        resources=(Resource(name=PEOPLE, capacity=people),),
        goals=("tardiness", "waiting") if promised else (),
        assumed=tuple(assumed),
    )
    return days.clock.starting(problem) if days.named else problem


def left_columns(heads: Sequence[str]) -> tuple[str, ...]:
    """The columns that say nothing that is planned by."""
    taken = set(_columns(heads).values())
    return tuple(head for at, head in enumerate(heads) if head.strip() and at not in taken)


def promised_by(fields: Mapping[str, str], clock: Clock) -> int | None:
    """The minute of a clock by which the fields of a ticket promise an answer; None if none does
    that anybody could read."""
    given = {_meaning(name): cell.strip() for name, cell in fields.items()}
    try:
        waited = _minutes(given.get("waited", ""), "", "waited") or 0
        return _due(given.get("due", ""), "", waited, _Days(clock))
    except PlanError:
        return None


def _columns(heads: Sequence[str]) -> dict[str, int]:
    """What is planned by -> its column; of two that mean the same the first."""
    found: dict[str, int] = {}
    for at, head in enumerate(heads):
        if (meaning := _meaning(head)) not in ("", "needs"):
            found.setdefault(meaning, at)
    return found


def _soon() -> Clock:
    """The next full quarter of an hour, as the clock of this machine shows it."""
    now = datetime.now().replace(second=0, microsecond=0)
    return Clock(now + timedelta(minutes=-now.minute % 15))


class _Days:
    """Times of day and dates as minutes, and whether a table names any."""

    def __init__(self, clock: Clock) -> None:
        self.clock, self.named = clock, False
        self._plan = clock.starting(Problem(tasks=(Task(name="?", duration=1),)))

    def minute(self, cell: str) -> int | None:
        """The minute of the plan by which something named like this is over, negative if that was
        before the plan begins; None if the cell names no time of day and no date."""
        cell = re.sub(r"(\d:\d\d):\d\d(?:\.\d+)?", r"\1", cell.strip())  # spreadsheets show seconds
        found = self._dated(cell) if IS_MOMENT.match(cell) else self._spoken(cell)
        self.named = self.named or found is not None
        return found

    def _dated(self, cell: str) -> int | None:
        try:
            return minute_of(cell, self._plan, end=True)
        except PlanError:
            return self._spoken(cell)

    def _spoken(self, cell: str) -> int | None:
        found = moment(cell, self._plan)
        if found is None:
            return None
        return found.last + 1 if found.last > found.first else found.first


def _task(given: Mapping[str, str], taken: Sequence[str], days: _Days) -> Task:
    name = " ".join(filter(None, (given.get("name"), given.get("subject"))))[:120] or "?"
    while name in taken:
        name += "'"
    duration = _minutes(given.get("duration", ""), name, "duration") or HANDLING
    waited = _minutes(given.get("waited", ""), name, "waited") or 0
    due = _due(given.get("due", ""), name, waited, days)
    return Task(
        name=name,
        duration=duration,
        demands={PEOPLE: 1},
        priority=_weight(given.get("priority", ""), name),
        due=due,
    )


def _due(cell: str, name: str, waited: int, days: _Days) -> int | None:
    """`2 h` counts from when the ticket came in, so it may be over by now; `17:00`, `Friday` and
    `2026-12-01` are what a clock and a calendar show."""
    length = duration(cell)
    alone = length is not None and _ALONE.fullmatch(cell[: length.start] + cell[length.end :])
    if not alone and (minute := days.minute(cell)) is not None:
        return minute
    left = _minutes(cell, name, "due")
    return None if left is None else left - waited


def _minutes(cell: str, name: str, column: str) -> int | None:
    """`2 h`, `30 min`, `45`; a bare number is minutes, a minus is time that is over."""
    if not cell:
        return None
    bare = re.fullmatch(r"-?\d+", cell)
    found = int(cell) if bare else minutes(cell.lstrip("-−"))
    if found is None:
        raise PlanError("tickets-bad-time", ticket=name, column=column, value=cell)
    return max(found, 0) if bare or not cell.startswith(("-", "−")) else 0


def _weight(cell: str, name: str) -> int:
    if not cell:
        return WEIGHTS["normal"]
    known = WEIGHTS.get(fold(cell))
    found = known if known is not None else number(cell)
    if found is None or found < 1 or found != int(found):
        raise PlanError("tickets-bad-priority", ticket=name, value=cell)
    return int(found)


def _plain(head: str) -> str:
    return re.sub(r"[\s_()（）:：-]+", "", fold(head))


def _meaning(head: str) -> str:
    plain = _plain(head)
    plain = re.sub(r"(minutes|min|分钟)$", "", plain) or plain
    return next((name for name, words in COLUMNS.items() if plain in words.split()), "")


def _cells(text: str) -> list[list[str]]:
    lines = [line for line in text.strip().splitlines() if line.strip()]
    if lines and lines[0].lstrip().startswith("|"):
        rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
        return [row for row in rows if not all(re.fullmatch(r":?-+:?", cell) for cell in row)]
    separator = max("\t;,；，", key=lambda sign: lines[0].count(sign)) if lines else ","
    return [next(csv.reader([line], delimiter=_of_line(line, separator))) for line in lines]


def _of_line(line: str, separator: str) -> str:
    """The separator of one line: who types may change between 半角 and 全角."""
    twin = TWINS.get(separator, separator)
    return twin if separator not in line and twin in line else separator
