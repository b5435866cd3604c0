"""Tasks at the same time, tasks that are done, and tasks in halves, said as edits: "welding and
painting at the same time", "welding is already done", "split painting in two"."""

import re
from itertools import permutations

from knowledge.numbers import NUMBER, value
from tools.plan import Problem, Task
from tools.plan.changes import Change
from tools.plan.regroups import Finish, Overlap, SplitTask, Together
from tools.record import PlanError
from tools.wording.durations import durations
from tools.wording.marks import Marked, marked, marked_clauses, vocabulary, words

_SAME = (
    words(r"at the same time|at once|simultaneously|in parallel|together|concurrently|side by side")
    + "|同时|并行|一起|一块儿?|一道"
)
_MAY = re.compile(words(r"can|may|could|in parallel|side by side|concurrently") + "|可以|能|并行")
_SAME_ONLY = vocabulary(
    "◆",
    _SAME,
    words(
        r"run|do|does|start|begin|starts|can|may|could|should|must|have|has|be|done|and|the|let|make|both|with|as|to|happen|go|put|please|pls|them|are|is|will|all|tasks?|we|plan|schedule"
    ),
    "可以|能|应该|必须|要|进行|开始|做|干|来|开工|安排|让|把|将|和|跟|与|及|、|请|吧|都|任务|两个|放|在",
)
_SAYS_SAME = re.compile(_SAME)
_DONE = re.compile(
    words(r"done|finished|completed?|over") + "|完成|做完|干完|搞定|弄好|做好|结束|完了|好了"
)
_DONE_ONLY = vocabulary(
    "◆",
    words(
        r"is|are|was|were|has|have|had|been|already|now|all|the|done|finished|completed?|over|we|i|we've|i've|they|just|both|and|task|tasks|by the way|mark|as|please|set|to|got"
    ),
    "已经?|都|全部|刚刚?|完成|做完|干完|搞定|弄好|做好|结束|完|好|了|和|与|、|任务|工序|我们|我|把|将|标记|标为|为|成|现在|早就?|的|请|吧",
)
_SURELY = re.compile(words(r"is|are|was|were|has|have|we've|i've|already|mark|got") + "|已|了|标")
_SPLIT = re.compile(words(r"split|divide|cut|break|separate") + "|拆|分成|分为|分作|切成|对半|分两")
_SHORTENS = re.compile(
    r"(?<![a-z])cut(?:s|ting)?(?![a-z]).*(?<![a-z])(?:by|to|short|down to)(?![a-z])"
)
"""“Cut packing by 10 minutes”: that is less of it, and no parts."""
_SPLIT_ONLY = vocabulary(
    "◆",
    words(
        r"please|pls|can|could|you|let|let's|split|divide|cut|break|separate|up|the|task|in|into|two|three|four|five|six|half|halves|equal|even|parts?|pieces?|tasks|steps|"
        r"chunks?|it|evenly|sessions?|\d"
    ),
    "请|把|将|任务|工序|拆分|拆开|拆|分成|分为|分作|切成|成|为|对半|一半|半|平均|均|分|做|两|二|三|四|五|六|[2-6]|个|段|部分|份|次|步|道|来|吧|了|开|等",
)
_COUNT = re.compile(
    rf"(?P<en>two|three|four|five|six)(?![a-z])|(?P<half>half|halves|半)|(?P<number>{NUMBER})"
)
MOST_PARTS = 10


def beside(message: str, problem: Problem) -> tuple[list[Change], str]:
    """Tasks that start at the same time, or may overlap, those that are done, those in parts, and
    the rest of the message.

    Raises:
        PlanError: something between two tasks keeps them apart, or a task has been done before.
    """
    found: list[Change] = []
    sentence = marked(message, 0, len(message), problem)
    parts = [sentence] if _is_one(sentence) else list(marked_clauses(message, problem))
    for part in reversed(parts):
        some = _read(part, problem) if _SPLIT.search(part.text) or not part.people else []
        if some:
            found = [*some, *found]
            message = message[: part.start] + message[part.end :]
    return found, message


def _is_one(part: Marked) -> bool:
    """Whether a whole message is about all the tasks that it names: “A, B and C start together”."""
    text = part.text
    several = len(set(part.tasks)) > 1
    together = _SAYS_SAME.search(text) and _SAME_ONLY.fullmatch(text)
    done = _SURELY.search(text) and _DONE.search(text) and _DONE_ONLY.fullmatch(text)
    return several and bool(together or done) and len(_SAYS_SAME.findall(text)) < 2


def _read(part: Marked, problem: Problem) -> list[Change]:
    names = tuple(dict.fromkeys(part.tasks))
    if len(names) > 1 and _SAYS_SAME.search(part.text) and _SAME_ONLY.fullmatch(part.text):
        return _at_once(names, problem, may=bool(_MAY.search(part.text)))
    if names and _SURELY.search(part.text) and _DONE.search(part.text):
        if _DONE_ONLY.fullmatch(part.text):
            return [_finished(problem.by_name[name], problem) for name in names]
    elif len(names) == 1 and _SPLIT.search(part.text) and not _SHORTENS.search(part.text):
        return _in_parts(part.text, names[0])
    return []


def _at_once(names: tuple[str, ...], problem: Problem, *, may: bool) -> list[Change]:
    found: list[Change] = []
    for at, other in enumerate(names):
        for name in names[at + 1 :]:
            if may:
                found += [Overlap(task=name, other=other)] if _bound(name, other, problem) else []
            elif at == 0:
                found.append(Together(task=name, other=other))
    if not found:
        raise PlanError("overlap-already", task=names[0], other=names[1])
    for task, other in permutations(names, 2):
        if between := _between(task, other, problem):
            raise PlanError("between-them", task=task, other=other, between=between)
    return found


def _bound(one: str, other: str, problem: Problem) -> bool:
    pairs = ((one, other), (other, one))
    waits = any(link.task == b for a, b in pairs for link in problem.by_name[a].predecessors)
    return waits or problem.must_not_overlap(one, other)


def _between(task: str, other: str, problem: Problem) -> str:
    """Through which task `task` waits for `other`, apart from waiting for it at once; nothing if it
    does not."""
    for link in problem.by_name[task].predecessors:
        if link.task == other:
            continue
        seen, open_ = {link.task}, [link.task]
        while open_:
            for each in problem.by_name[open_.pop()].predecessors:
                if each.task == other:
                    return link.task
                if each.task not in seen:
                    seen.add(each.task)
                    open_.append(each.task)
    return ""


def _finished(task: Task, problem: Problem) -> Finish:
    """By now: nobody says when, so it is taken to have ended just now."""
    if task.ended is not None:
        raise PlanError("done-already", task=task.name)
    ended = problem.present
    started = task.started if task.started is not None else max(0, ended - task.duration)
    return Finish(task=task.name, started=started, ended=ended)


def _in_parts(text: str, name: str) -> list[Change]:
    """Equal parts only: who is to do which, and how long each is to be, is asked back."""
    said = [m for m in _COUNT.finditer(text.replace("一半", "半"))]
    counts = {_number(match) for match in said}
    if not _SPLIT_ONLY.fullmatch(text) or durations(text) or len(counts) > 1:
        raise PlanError("split-how", task=name)
    parts = counts.pop() if counts else 2
    if parts is None or not 2 <= parts <= MOST_PARTS:
        raise PlanError("split-how", task=name)
    return [SplitTask(task=name, parts=parts)]


def _number(match: re.Match[str]) -> int | None:
    if match["half"]:
        return 2
    worth = value(match["en"] or match["number"])
    return int(worth) if worth is not None else None
