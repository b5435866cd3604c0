"""One more task, told in the manner of the first ones: "also paint the fence, 3 hours, 1 person",
还有喷漆3小时, or "paint the fence, 3 hours, after sanding", where only sanding is known. Said with
"add" or 增加 it is read like any other."""

import re

from knowledge import lazily
from knowledge.numbers import fold
from tools.plan import Problem
from tools.wording.durations import durations
from tools.wording.marks import persons
from tools.wording.names import mentioned
from tools.wording.quantities import quantities

_LEAD = lazily.compile(
    r"\s*(?:(?:and )?also|plus|additionally|in addition|besides|on top of that)(?![a-z])[,:]?\s*(?:there is |(?:we|i) (?:also )?(?:need|have) to )?"
    r"|\s*(?:还有|另外|此外|除此之外)(?:还)?(?:有|要|需要|得)?(?:做|一[项件个](?:任务|事|活儿?)?)?[，,：:\s]*"
)
_BEHIND = re.compile(r"[\s,，:：]*(?:(?:which )?(?:takes?|needs?|for)|需要?|要|用时?)?[\s,，]*$")
_NAME_EN = re.compile(r"[a-z][a-z'-]*(?: [a-z0-9'-]+){0,5}")
_NAME_ZH = re.compile(r"[\u4e00-\u9fffa-z0-9]{2,12}")
_NO_TASK = lazily.compile(
    r"(?<![a-z])(?:make|set|change|move|let|give|keep|take|start|end|begin|finish|extend|shorten|cut|reduce|delay|postpone|put|drop|wait|work(?!shop)|works|"
    r"every\w*|each|all|both|it|its|that|this|they|them|we|i|you|he|she|nobody|no one|no|not|there|break|pause|rest|lunch|overtime|hours|shift|off|away|"
    r"longer|shorter|more|less|later|sooner|earlier|by|within|in|than|under|until|after|before|least|most|only|has|have|is|are|should|must|can)(?![a-z])"
    r"|[每都共剩改换延缩晚早提推加减]|大家|所有|全部|人[手员]|我们|工作|休息|午休|上班|下班|开[始工]|结束|完成|停|之?[内前后]|不|别|请假|最[多少晚早]"
)
"""Words of a change to what is there."""
_ELSE = lazily.compile(
    r"(?:add|insert|include|put|plan|schedule|what|why|how|when|if|who|is|are|does|do|did|can|could|would|assume|suppose|imagine)(?![a-z])"
    r"|[把将给]|增加|添加|新增|追加|插入?|加|如果|要是|假如|假设|为什么|怎么|谁"
    r"|(?:yes|yeah|ok|okay|sure|well|right|exactly|maybe|perhaps|about|around|roughly|approximately|just|now|then|so|actually|sorry|oh|please)(?![a-z])|[好行嗯对哦]|大概|大约|差不多|那|应该"
)
"""How an order, a question, an answer or a correction begins, that names no task first."""
_TIED = lazily.compile(r"(?<![a-z])(?:after|before|once|following)(?![a-z])|之?后|之?前|完")


def as_addition(message: str, problem: Problem) -> str:
    """A message that only names one more task and how long it takes, as an order to add it; any
    other message as it is."""
    text = fold(message)
    lead = _LEAD.match(text)
    first = next(iter(durations(text)), None)
    begin = lead.end() if lead else 0
    if first is None or first.start < begin:
        return message
    if lead is None and not _tied(text, first.end, problem):
        return message
    name = _BEHIND.sub("", text[begin : first.start])
    known = [*problem.by_name, *persons(problem), *problem.capacity]
    shape = _NAME_EN if name.isascii() else _NAME_ZH
    if not shape.fullmatch(name) or _NO_TASK.search(name):
        return message
    if any(quantities(name)) or mentioned(name, known):
        return message
    start = message[begin:].lstrip()
    return f"add {start}" if name.isascii() else f"增加{start}"


def _tied(text: str, start: int, problem: Problem) -> bool:
    """Does what follows put the task before or behind one that is known?"""
    if _ELSE.match(text.strip()):
        return False
    return bool(_TIED.search(text, start)) and bool(mentioned(text[start:], list(problem.by_name)))
