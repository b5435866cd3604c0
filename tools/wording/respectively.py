"""Values that belong each to the task in its place: "welding and painting take 3 and 2 hours
respectively", "焊接和喷漆分别是3小时和2小时"."""

import re
from fractions import Fraction

from knowledge.numbers import spans
from tools.plan import PEOPLE, Problem
from tools.plan.changes import Change, SetDuration
from tools.plan.rewrites import SetDemand
from tools.wording.denials import unclear
from tools.wording.durations import durations
from tools.wording.marks import marked
from tools.wording.quantities import quantities

_EACH_ITS_OWN = re.compile(r"(?<![a-z])respectively(?![a-z])|分别")


def respective(message: str, problem: Problem) -> tuple[list[Change], str]:
    """A value for each task, and the rest of the message.

    Raises:
        PlanError: there are not as many values as tasks, or no unit tells what they are.
    """
    part = marked(message, 0, len(message), problem)
    tasks, text = tuple(dict.fromkeys(part.tasks)), part.text
    if len(tasks) < 2 or not _EACH_ITS_OWN.search(text):
        return [], message
    times, values = durations(text), [each.value for each in spans(text)]
    people = [each for each in quantities(text) if each.noun == PEOPLE]
    if len(times) == len(tasks) and not people:
        minutes = [each.minutes for each in times]
    elif len(times) == 1 and len(values) == len(tasks) and values[-1]:
        unit = Fraction(times[0].minutes) / values[-1]  # “3 and 2 hours” says it once
        minutes = [round(each * unit) for each in values]
    elif people and not times and len(values) == len(tasks):
        needs = zip(tasks, map(int, values), strict=True)
        return [SetDemand(task=task, resource=PEOPLE, amount=n) for task, n in needs], ""
    else:
        raise unclear(tasks[0], message)
    lasting = zip(tasks, minutes, strict=True)
    return [SetDuration(task=task, minutes=each) for task, each in lasting], ""
