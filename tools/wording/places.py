"""First or last of all, said as an edit: "do the stock count first", "move packing to the end",
"先做盘点", "盘点放到最后"."""

import re
from collections.abc import Iterable

from tools.plan import Problem
from tools.plan.changes import Change
from tools.plan.checks import listing
from tools.plan.rewrites import SetWait
from tools.record import PlanError
from tools.wording.marks import marked_clauses, vocabulary, words

_END = re.compile(
    r"(?<![a-z])(?P<verb>be|is|as|comes?|goes|becomes?) the (?:very )?(?P<side>first|last)(?: (?:one|task|step|thing))?(?=\s*(?:$|[,.;!?]))",
    re.IGNORECASE,
)
_FIRST = (
    words(
        r"first(?: of all| thing)?|(?:at|to) the (?:very )?(?:start|beginning|top|front)|before (?:everything|all|anything)(?: else| the (?:others?|rest))?|"
        r"(?:start|begin)(?:ning|ing)? (?:off )?with"
    )
    + "|从(?=◆.{0,2}(?:开始|做起|干起))|最先|首先|先|(?:第一|最前面?|首位|最开始|开头)"
)
_LAST = (
    words(
        r"last(?: of all)?|(?:at|to) the (?:very )?end|after (?:everything|all)(?: else| the (?:others?|rest))?|(?:finish|end) (?:off |up )?with"
    )
    + "|最后[面头]{0,2}一?个?|末尾|最末|收尾"
)
_SIDES = {"first": re.compile(_FIRST), "last": re.compile(_LAST)}
_NOISE = (
    "◆",
    words(
        r"please|pls|do|does|put|move|make|place|schedule|plan|leave|keep|let|let's|be|is|comes?|goes|go|should|must|has|have|will|to|we|i|want|the|tasks?|as|it|for|until|"
        r"till|done|one|and|now|only|very|needs?|can|could|you|get|so|that"
    ),
    "请|把|将|做完?|干|完成|放|排|挪|移|调整?|安排|到|在|去|来|的|要|应该|必须|得|都|任务|工序|吧|了|是|改成|改到|改为|进行|一下|开始|做起|干起|和|与|我们|那|就|再|才|一步|位|成",
)
_ONLY = {side: vocabulary(*_NOISE, each) for side, each in (("first", _FIRST), ("last", _LAST))}
_GOES_ON = re.compile(r"[^\w◆]*(?:then|after|next|再|然后|接着|之后|后|最后|last|and then|finally)")

_ZH_END = re.compile(
    r"(?<=[在到成为是])(?:第一|(?P<last>最后一))[个位](?:任务|工序)?(?=\W|$|吧|了|做)"
)


def at_ends(message: str) -> str:
    """“Packing should be the last”: with words that no task is called by."""
    message = _ZH_END.sub(lambda m: "最后" if m["last"] else "最前", message)
    return _END.sub(
        lambda m: f"{m['verb']} at the {'start' if m['side'].lower() == 'first' else 'end'}",
        message,
    )


def placed(message: str, problem: Problem) -> tuple[list[Change], str]:
    """Which tasks come before or after all others, and the rest of the message.

    Raises:
        PlanError: one of them waits for another task, or is waited for.
    """
    parts = [part for part in marked_clauses(message, problem) if part.text.strip()]
    found: list[Change] = []
    rest = message
    for at, part in reversed(list(enumerate(parts))):
        following = parts[at + 1] if at + 1 < len(parts) else None
        if following and following.tasks and _GOES_ON.match(following.text):
            continue  # "first the count, then the welding" puts two tasks in order
        for side in ("first", "last"):
            said = _SIDES[side].search(part.text)
            if part.tasks and not part.people and said and _ONLY[side].fullmatch(part.text):
                found = [*_ends(part.tasks, problem, side), *found]
                rest = rest[: part.start] + rest[part.end :]
                break
    return found, rest


def _ends(names: Iterable[str], problem: Problem, side: str) -> list[Change]:
    names = tuple(dict.fromkeys(names))
    first = side == "first"
    links = [(task.name, link.task) for task in problem.tasks for link in task.predecessors]
    waits = links if first else [(waited, waiting) for waiting, waited in links]
    for one, other in waits:
        if one in names and other not in names:
            key = "first-waits" if first else "last-waited-for"
            raise PlanError(key, task=one, other=other)
    bound = {one for one, other in waits if other not in names}
    over = "started" if first else "ended"
    left = [task for task in problem.tasks if getattr(task, over) is None]
    open_ = [task.name for task in left if task.name not in (*names, *bound)]
    known = set(links)
    pairs = [(other, name) if first else (name, other) for name in names for other in open_]
    new = [pair for pair in pairs if pair not in known]
    if not new:
        raise PlanError("place-already", task=listing(names), side=side)
    return [SetWait(task=task, other=other) for task, other in new]
