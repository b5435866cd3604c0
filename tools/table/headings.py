"""What the heading of a column, or the name of a sheet, means in a spreadsheet: English or Chinese,
as the page calls it and as people do.
"""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from knowledge.numbers import fold
from tools.record import PlanError

SHORTEST = 4
ALIKE, ALIKE_CHINESE = 0.85, 0.75
"""How much of two words is the same: `deadlin`, but not `start` for `started`; 截至时间."""
Words = Mapping[str, str]
"""For each meaning its words, without blanks; the first meaning that fits counts."""

TASKS: Words = {
    "name": "task name title activity job work 任务 名称 任务名称 工作 工序 事项",
    "duration": "duration time minutes length takes 时长 工期 用时 耗时 时间 分钟",
    "needs": "needs resources resource machine 需要 资源 设备",
    "people": "people persons staff workers headcount crew 人数 人员 人",
    "priority": "priority weight urgency 优先级 权重 紧急程度",
    "after": "after predecessors predecessor depends dependency waits 前置任务 前置 依赖 之后 紧前",
    "release": "release earliest notbefore 最早开始 最早 释放",
    "due": "due duedate 应完成 期望完成 到期",
    "deadline": "deadline latest mustend 截止 截止时间 最晚完成 期限",
    "or": "or orelse alternatives otherwise 或者 或 其他做法",
    "pausable": "pausable maypause pause 可中断 可暂停",
    "value": "value optional optionalvalue 可选价值 价值 可选",
    "fixed": "fixed fixedstart muststart 固定开始 固定",
    "started": "started actualstart 已开始 实际开始",
    "ended": "ended actualend finished 已结束 实际结束",
    "family": "family setupfamily product 类别 产品",
    "apart": "apart notatoncewith notwith 不能同时 互斥",
    "same people": "samepeople samepeopleas sameperson 同一批人 同一人",
}
RESOURCES: Words = {
    "resource": "resource name who machine 资源 名称 设备",
    "capacity": "capacity howmany number units amount 数量 总数 能力",
    "kind": "kind type 种类 类型",
    "skills": "skills skill can 技能",
    "calendar": "calendar shift 日历 班次",
    "absences": "absences absence away leave 缺勤 请假",
    "cost": "cost rate price 费用 单价 成本",
    "setups": "setups setup changeover 换型 切换",
}
CALENDARS: Words = {
    "calendar": "calendar name 日历 名称",
    "hours": "hours working workinghours open 工作时间 时间",
    "closed": "closed holidays holiday 休息 节假日 放假",
    "extra": "extra alsoopen overtime 加班 另外开放",
    "time zone": "timezone zone 时区",
}
PLAN: Words = {
    "start": "start starttime starts begin startofplan 开始时间 开始 计划开始",
    "time zone": "timezone zone 时区",
    "now": "now currenttime 现在 当前时间",
    "stability": "stability amovedminutecountsas 变动一分钟的代价 稳定性",
    "goals": "goals goal objective objectives 目标",
}
"""Of rows: what holds for the plan as a whole."""
SHEETS: Words = {
    "tasks": "tasks task 任务 任务表",
    "resources": "resources resource 资源 资源表",
    "calendars": "calendars calendar 日历 日历表",
    "plan": "plan settings 计划 计划设置",
}


def meanings(heads: Sequence[str], words: Words) -> list[str]:
    """What each heading means; the heading itself if that is unknown."""
    return [meaning(head, words) or head for head in heads]


def meaning(head: str, words: Words) -> str | None:
    plain = _plain(head)
    return next((each for each, known in words.items() if plain in known.split()), None)


def _plain(head: str) -> str:
    return re.sub(r"[(（\[].*|[^a-z\u4e00-\u9fff]", "", fold(head))


def check_spelling(columns: Sequence[str], words: Words) -> None:
    """Refuse a heading that looks like a slip of the pen for a column that is not there: what it
    says would be lost unseen.

    Args:
        columns: what they mean, and the headings whose meaning is unknown.

    Raises:
        PlanError: with the heading and what it looks like.
    """
    missing = {word: each for each in words if each not in columns for word in words[each].split()}
    for head in columns:
        plain = _plain(head)
        latin = plain.isascii()
        if head in words or len(plain) < (SHORTEST if latin else 2):
            continue
        alike = get_close_matches(plain, missing, 1, ALIKE if latin else ALIKE_CHINESE)
        if alike:
            near = missing[alike[0]] if latin else alike[0]
            raise PlanError("column-misspelt", column=head.strip(), near=near)
