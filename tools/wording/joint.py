"""Where one order ends and the next begins in a sentence: "start at 9 and drop packing",
"李四做送货并去掉打包"."""

import re
from collections.abc import Iterator

from knowledge.numbers import fold
from tools.plan import Problem
from tools.wording.clauses import replaced
from tools.wording.marks import places

_CUT = re.compile(
    r"[,，;；]?\s(?:and then|and|then|but|plus)\s(?:please |also |then )*(?=(?:add|drop|remove|delete|skip|make|set|change|move|put|do|start|finish|begin|split|divide|swap|give|let|assign|hand|"
    r"rename|call|shorten|extend|mark|keep|cancel|we (?:work|start|have|are)|everyone works|(?:the )?◆ (?:takes?|needs?|is|are|waits?|must|can|should|has|lasts?|goes|comes)|"
    r"● (?:does|takes|helps|also|is|goes|alone))(?![a-z]))"
    r"|[，；]?(?:并且?|而且|然后|同时)(?=再?(?:把|将|去掉|删|取消|加|给|让|改|先|最后|[◆●]|我们))"
)
MOST = 5
"""Orders in one sentence."""


def halves(message: str, problem: Problem) -> Iterator[tuple[str, str]]:
    """`message` cut in two, at each place where another order may begin, from the left; a cut in
    a task's name is none."""
    text = fold(message)
    signs = [(each.start, each.end, mark) for each, mark in places(text, problem)]
    marked, origin = replaced(text, signs)
    for cut in list(_CUT.finditer(marked))[: MOST - 1]:
        yield message[: origin[cut.start()]], message[origin[cut.end()] :]
