"""The last day of a month, a week, a quarter or a year that a text names: "by the end of the month",
"月底前", "by quarter-end"."""

import re
from datetime import date, timedelta

_END = re.compile(
    r"(?P<zh>(?P<later>下个?)?(?:本|这个?|当)?(?P<of>月|季度?|年)[底末](?!线)|(?:本|这)(?P<week>周|星期)[底内])"
    r"|(?<![a-z])(?:the )?end of (?:the |this |(?P<next>next ))?(?P<en>month|week|quarter|year)(?![a-z])"
    r"|(?<![a-z])(?P<short>month|quarter|year)[- ]end(?![a-z])(?! (?:close|closing|report|accounts|stock|stocktake))"
)
_FRIDAY = 4
"""The last day of a week of work."""


def end_of_period(text: str, today: date) -> date | None:
    """The last day of the period that `text` (folded) names the end of."""
    match = _END.search(text)
    if match is None:
        return None
    later = bool(match["later"] or match["next"])
    period = match["of"] or match["week"] or match["en"] or match["short"]
    if period in ("week", "周", "星期"):
        ahead = (_FRIDAY - today.weekday()) % 7
        return today + timedelta(days=ahead + 7 * later)
    months = {"月": 1, "month": 1, "年": 12, "year": 12}.get(period, 3)
    last = (today.month - 1) // months * months + months + months * later
    return date(today.year + last // 12, last % 12 + 1, 1) - timedelta(days=1)
