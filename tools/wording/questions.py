"""Questions about a plan that their own words give away. What is not recognised here is left to the
language model and to the names of tasks."""

import re
from typing import Literal, NamedTuple

from tools.plan import Problem
from tools.wording.changes import changes
from tools.wording.moments import Moment, moment
from tools.wording.names import mentioned
from tools.wording.numbers import fold

Subject = Literal["not_then", "first_by", "in_time", "helps"]


class Asked(NamedTuple):
    """What a message asks about."""

    subject: Subject
    tasks: tuple[str, ...] = ()
    moment: Moment | None = None


_WHY_NOT = re.compile(
    r"(?:为什么|为何|怎么|干嘛)(?:.{0,12})(?:不|没)|能不能|可不可以|(?<![a-z])(?:why (?:not|isn't|doesn't|"
    r"can't|couldn't|wasn't|don't|won't|didn't)|why .{1,40}(?: not |n't )|could .{1,40} (?:start|be|go) )"
)
_PRIORITY = re.compile(
    r"(?<![a-z])(?:what|which|how (?:high|much|urgent|important)).{0,24}(?:priorit|urgen|importan)|"
    r"how (?:urgent|important)|优先级.{0,12}(?:多少|多高|几|到多)|(?:多少|多高|几级?).{0,6}优先级|"
    r"what (?:would|does|will) it take.{0,60}(?:first|before|earlier|ahead)|"
    r"(?:怎么|怎样|如何|要怎么)样?才?能.{0,30}(?:先|前面|之前|排前)"
)
_EFFORT = re.compile(
    r"what (?:would|does|will|do) (?:it|we|i|you) (?:take|need)|"
    r"how many (?:more |extra |additional |other )?[a-z ]{2,30}(?:need|to|so|for|would)|"
    r"how (?:can|could|do|would|might) (?:we|i|it|everything|all)|"
    r"(?:加|增加|多|添)(?:派|请)?(?:上)?(?:多少|几)|(?:多少|几)[个名位台].{0,16}(?:才|能|够)|"
    r"(?:怎么|怎样|如何|怎么样|要怎么)(?:做|办|安排)?才?(?:能|可以)|需要什么|要什么条件"
)
_END = re.compile(
    r"完成|做完|结束|搞定|弄完|干完|收工|(?<![a-z])(?:finish|done|end|complete|ready|over|through)"
)
_HELPS = re.compile(
    r"瓶颈|卡在(?:哪|什么)|最(?:有帮助|有用|见效|有效|管用|划算|值得)|拖(?:慢|后腿)|"
    r"(?:怎么|怎样|如何)(?:做|样)?(?:才能|能|可以)?(?:更快|快一?[点些]|提前|缩短|早[点些])|"
    r"bottleneck|helps? (?:us |me |it )?(?:the )?most|most effective|"
    r"(?<![a-z])(?:slow|hold)(?:s|ing)? (?:\w+ ){0,3}(?:down|up|back)|"
    r"speed (?:\w+ ){0,3}up|(?:finish|done|end) (?:earlier|sooner|faster)\s?\??$"
)


def asked(message: str, problem: Problem) -> Asked | None:
    """The subject of a question that needs no language model to be recognised."""
    text = fold(message).lower()
    named = mentioned(message, [task.name for task in problem.tasks])
    when = moment(message, problem)
    if len(named) == 1 and when is not None and _WHY_NOT.search(text):
        return Asked("not_then", named, when)
    if named and len(named) <= 2 and _PRIORITY.search(text):
        return Asked("first_by", named)
    if not named and when is not None and _EFFORT.search(text) and _END.search(text):
        return Asked("in_time", (), when)
    if _HELPS.search(text) and not changes(message, problem):
        return Asked("helps")
    return None
