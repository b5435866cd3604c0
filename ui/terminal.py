"""What commands need of a terminal: exit statuses, one line for what is wrong, answers, data."""

import json
import sys
from typing import Any

DONE, NOT_POSSIBLE, WRONG_INPUT = 0, 1, 2
"""Exit statuses."""


def fail(words: str, status: int) -> int:
    """One clear line on standard error, and the exit status."""
    print(" ".join(words.replace("**", "").split()), file=sys.stderr)
    return status


def show(words: str) -> None:
    """An answer on a terminal, where nothing turns Markdown's asterisks into bold letters."""
    print(words.replace("**", ""))


def show_data(data: Any) -> None:
    """JSON for programs."""
    print(json.dumps(data, ensure_ascii=False, indent=2))
