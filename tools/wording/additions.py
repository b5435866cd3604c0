"""One more task in a what-if: "what if we also had to do a wound dressing, 30 minutes, one nurse"."""

import re

from pydantic import ValidationError

from tools.plan import Problem, Task
from tools.plan.changes import AddTask
from tools.record import PlanError
from tools.wording.durations import durations
from tools.wording.headcount import Headcount
from tools.wording.names import mentions
from tools.wording.numbers import fold
from tools.wording.quantities import is_people, quantities

_ADD = re.compile(
    r"(?:再|还|另外|额外|临时|多)?(?:加|增加|新增|添|添加|插入|插|多)(?:上|了|入|进来?)?一?(?:项|个任务|件事|道工序|个工作)(?:新?的?(?:任务|工作))?[:：]?|"
    r"(?<![a-z])(?:(?:also|additionally) (?:had|have|need(?:ed)?|got) to (?:do |fit in |handle )?|"
    r"(?:add(?:ed)?|insert(?:ed)?|fit(?:ted)? in|squeezed? in) (?:a|an|another|one more|the)(?: (?:new|extra|small))?(?: task)?[:,]? ?)"
)
_END = re.compile(
    r"[,，。;；:：?？!！(（]|(?<![a-z])(?:of|for|with|that|which|taking|needing|lasting)(?![a-z])|需要|要|用"
)
_OVER = re.compile(
    r"[。；;！!？?]|\.(?!\d)|(?<![a-z])(?:and|but)(?= [\w' ]+ (?:is|was|were|are|had|has|took|takes)(?![a-z]))|而且|并且|同时"
)
"""Where something else begins."""
_ARTICLE = re.compile(r"^(?:an?|the|one|another|some)\s")


def added_task(text: str, problem: Problem) -> tuple[AddTask, str] | None:
    """The task that a message adds, with its duration and what it needs, and the rest of the
    message; None without a duration, or if it speaks of a task or of people that are there."""
    text = fold(text)
    cue = _ADD.search(text)
    if cue is None:
        return None
    end = next((m.start() for m in _OVER.finditer(text, cue.end())), len(text))
    rest = text[cue.end() : end]
    stop = _END.search(rest)
    name = _ARTICLE.sub("", rest[: stop.start()] if stop else rest).strip()
    said = rest[stop.start() :] if stop else ""
    times = durations(said)
    known = [task.name for task in problem.tasks] + [each.name for each in problem.resources]
    if (
        not name
        or len(times) != 1
        or any(quantities(name))
        or mentions(name, known)
        or is_people(name)
    ):
        return None
    first = times[0]
    without = said[: first.start] + said[first.end :]
    needs = {who: n for who, n in Headcount(problem.resources).read(without) if n > 0}
    try:
        task = Task(name=name, duration=first.minutes, demands=needs)
    except (PlanError, ValidationError):
        return None
    return AddTask(task=task), text[: cue.start()] + text[end:]
