"""What was pointed at in the chart, as `chart.js` sends it."""

import json


def read(text: str) -> tuple[str, str | None] | None:
    """A task, and the other one onto which it was dragged, if it was; None if it is neither."""
    try:
        data = json.loads(text)
    except ValueError:
        return None
    if not isinstance(data, dict):
        return None
    task, other = data.get("task"), data.get("other")
    if not isinstance(task, str) or not isinstance(other, str | None):
        return None
    return task, other
