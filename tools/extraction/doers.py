"""Who stands right before what he does, and has not been marked: 王哥理货2小时, 小张打扫."""

import re
from collections.abc import Sequence

from knowledge import lazily
from tools.prose.callings import TITLED, is_common
from tools.prose.records import Row, Said

_BEFORE = lazily.compile(rf"(?P<who>{TITLED})(?:来|去|负责|先|再)?$")
_FOR_WHOM = re.compile(r"[给帮为替跟找陪接送和与到去把将的]$")
"""Before somebody for whom it is done, or with whom."""
LONGEST = 6
"""Signs of a name with what may stand behind it."""


def give_doers(message: str, rows: Sequence[Row]) -> None:
    """Rows of which nothing says who does them take those."""
    for row in rows:
        begin = max(0, row.start - LONGEST)
        match = None if row.staffed else _BEFORE.search(message, begin, row.start)
        if (
            match
            and not is_common(match["who"])
            and not _FOR_WHOM.search(message, 0, match.start())
        ):
            row.persons.add(match["who"])
            row.held[match["who"]] = Said(1, match["who"])
