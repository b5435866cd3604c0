"""Large regular expressions are compiled when they are first needed: all at once they would take
half as long as everything else at a start, and most starts need few of them."""

import re
from functools import cached_property
from typing import Any, cast


def compile(words: str) -> re.Pattern[str]:
    """Like `re.compile`, but later."""
    return cast("re.Pattern[str]", _Lazy(words))


class _Lazy:
    def __init__(self, words: str) -> None:
        self.pattern = words

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def __getattr__(self, name: str) -> Any:
        """Kept, so that each method is looked for once."""
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found
