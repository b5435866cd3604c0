"""Tasks that a heading lists in one line without saying how long they take: "Tasks: weld, paint and
pack." They stay tasks; their times are asked for."""

import re
from collections.abc import Iterator

from tools.prose.called import called
from tools.prose.records import Row

_HEADED = re.compile(
    r"(?:^|\n)[ \t]*(?:(?:the |my |our |today's )?(?:tasks|jobs|to-?dos?|to do)(?: are| today| for today)?"
    r"|(?:今天的?|现有|本周)?(?:任务|工作|待办事项|待办)(?:有|如下|是)?)[ \t]*[:：]"
    r"[ \t]*(?P<names>[^\n。.!！?？;；:：]+)"
)
_BETWEEN = re.compile(
    r"\s*(?:[,，、](?: ?and )?| and |(?<=[\u4e00-\u9fff]{2})和(?=[\u4e00-\u9fff]{2,}$))\s*"
)


def headed(message: str, low: str) -> Iterator[Row]:
    """The tasks behind a heading; none if one of several cannot be a name.

    Args:
        low: the message folded, without greetings and the like.
    """
    for match in _HEADED.finditer(low):
        start, end = match.span("names")
        breaks = [
            (start + a, start + b) for a, b in map(re.Match.span, _BETWEEN.finditer(match["names"]))
        ]
        starts = [start, *(b for _, b in breaks)]
        ends = [*(a for a, _ in breaks), end]
        found = [called(low, a, b, []) for a, b in zip(starts, ends, strict=True)]
        if len(found) > 1 and all(found):
            for each in filter(None, found):
                name = " ".join(message[each.start : each.end].split())
                yield Row(name, each.start, each.end, item=True)
