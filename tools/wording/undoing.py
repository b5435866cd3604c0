"""Messages that ask for nothing but to undo changes, or to redo them: "undo the last two changes",
"go back to the previous version", "全部撤销"; and such words before or after an order."""

import re
from typing import Literal, NamedTuple

from knowledge.numbers import NUMBER, fold, value

Way = Literal["undo", "redo"]


class Back(NamedTuple):
    """Back to an earlier plan, or forward again."""

    way: Way
    steps: int | None = 1
    """How many changes; None: all there are."""


_EN_CHANGE = r"(?:changes?|edits?|modifications?)(?![a-z])"
_ZH_CHANGE = "(?:修改|改动|更改|变更|编辑|操作|调整)"
_EARLIER = "(?:到|原[样来状先]|[之以]前|上一?[个版次步]|最初|[最一]?开始)"
_UNDO = (
    r"(?:undo(?! the undo)|revert|reverse|roll ?back|go back|step back|back(?= to)|get back(?= to)|take back|roll (?:it|that|everything|all) back|return(?= to)|restore|"
    rf"take (?:that|it|this|them|those|both|all|everything|these) back|(?:cancel|discard|drop|forget|scrap|remove|delete)(?=.*{_EN_CHANGE}))(?![a-z])"
    rf"|撤销(?!.*撤销)|撤回|撤掉|回退|后退|退回|还原|回滚|改回[去来]|变回[去来]|(?:回|返回|恢复)(?={_EARLIER})|取消(?=.*(?:{_ZH_CHANGE}|一步))|(?<=修改|改动|更改)取消"
)
_REDO = (
    r"(?:redo|do (?:it|that|them) again after all|undo the undo)(?![a-z])"
    rf"|重做|重新应用|恢复(?!.*{_EARLIER})|(?:撤销|取消)(?=(?:刚才|刚刚|上一?[步次]|的|那个)*撤销)"
)
_NOISE = (
    r"(?:please|pls|ok(?:ay)?|no|sorry|oops|wait|hm+|actually|can|could|you|let'?s|we|i|my|our|that|it|this|the|them|these|those|all|every|everything|both|"
    r"of|to|as|is|was|were|had|have|just|made|did|done|so|far|until now|now|a|wrong|bad|mistake|error|thanks?|thank you|last|latest|previous|earlier|old|former|original|initial|first|prior|very|beginning|"
    r"start|state|version|plan|schedule|changes?|edits?|modifications?|step|steps|one|ones|again|more|before|how|way|thing|things|what|times?|twice|once|recent|most|"
    r"two|three|four|five|six|seven|eight|nine|ten|\d+)(?![a-z])"
    r"|my bad|misclick(?:ed)?(?![a-z])|(?:手滑|[点按弄搞写改选]错)了?"
    r"|请|先|谢谢|麻烦|等等|不对|算了|帮我|给我|把|将|再|又|了|一下|掉|刚才|刚刚|上一?[步次个版]|[上前]面|最近|之前|以前|前|这|那|我|所?做|过|[想要来]|最后|"
    rf"的|{_ZH_CHANGE}|[一那这]?[步次]|(?:{NUMBER})\s?[步次个处项]|吧|到|全部|所有|一切|统统|都|版本?|个|计划|方案|状态|样子|原样|原来|原先|原状|最初|最开始|一开始|开始|最早|时候?|撤销|几"
)
_VERB = {"undo": _UNDO, "redo": _REDO}
_SAYS = {way: re.compile(rf"(?<![a-z])(?:{verb})") for way, verb in _VERB.items()}
_ONLY = {way: re.compile(rf"(?:\W*(?:{verb}|{_NOISE}))+\W*") for way, verb in _VERB.items()}
_ALL = re.compile(
    r"(?<![a-z])(?:everything|all|every|original|initial|first|beginning|start)(?![a-z])|全部|所有|一切|统统|都|最初|开始|最早|原始"
)
_TWO = re.compile(r"(?<![a-z])(?:both|twice)(?![a-z])")
_COUNT = re.compile(
    rf"(?<![a-z])(?P<en>two|three|four|five|six|seven|eight|nine|ten|\d+)(?![a-z])|(?P<zh>{NUMBER})\s?[步次个处项]"
)
_ASKED = re.compile(
    r"^\W*(?:what|why|when|who|how|did|have|has|is|are|was|were|should|do i|does|(?:can|could|may) i)(?![a-z])|[吗呢]\W*$|什么"
)
_WHICH = re.compile(
    r"几[步次个]|(?<![a-z])version (?:one|two|three|four|five|\d+)(?![a-z])|(?<![a-z])first (?:change|edit|modification|step|one)(?![a-z])"
)
"""Of several changes some are meant, but not how many, or not the last ones."""
LONGEST = 80
"""Characters."""
_THEN = re.compile(
    r"[,，;；.。!！]?\s*(?:(?<![a-z])(?:and|then|but)(?![a-z])\s?|然后|接着|之后|随后|再|并)+[,，]?\s*|[,，;；.。!！]\s*"
)


def step_back(message: str) -> Back | None:
    """What a message asks for that asks for nothing else; None for all others."""
    text = fold(message).strip()
    if len(text) > LONGEST or _ASKED.search(text):
        return None
    ways: tuple[Way, ...] = ("redo", "undo")
    for way in ways:
        if _SAYS[way].search(text) and _ONLY[way].fullmatch(text) and not _WHICH.search(text):
            return Back(way, _count(text))
    return None


def _count(text: str) -> int | None:
    said = _COUNT.search(text)
    number = value(said["en"] or said["zh"]) if said else None
    if number is not None:
        return max(1, int(number))
    return 2 if _TWO.search(text) else None if _ALL.search(text) else 1


def undone_after(message: str) -> tuple[str, Back] | None:
    """“Drop the count, then undo”: the order, and how it is taken back."""
    for cut in reversed(list(_THEN.finditer(fold(message)))):
        head, back = message[: cut.start()], step_back(message[cut.end() :])
        if head.strip() and back and back.way == "undo" and step_back(head) is None:
            return head, back
    return None


def undone_before(message: str) -> tuple[Back, str] | None:
    """“Undo that and drop the count”: what is taken back first, and the order."""
    for cut in _THEN.finditer(fold(message)):
        back, rest = step_back(message[: cut.start()]), message[cut.end() :]
        if back and rest.strip() and step_back(rest) is None:
            return back, rest
    return None
