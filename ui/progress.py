"""Progress on a terminal."""

import sys
from typing import Any

from tools.phrases import Language, say
from ui.looking import best_so_far


class Line:
    """Progress as one line that changes on a terminal; elsewhere, such as in a log, a line at a
    time and only when a tenth more is done."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._open = False
        self._last = ""

    def tell(self, progress: Any) -> None:
        tenth = 10 * progress.done // progress.total if progress.total else 0
        self._show(progress.say(self._language), f"{progress.key} {progress.file} {tenth}")

    def index(self, done: int, total: int) -> None:
        percent = 100 * done // total if total else 100
        values = {"done": done, "total": total, "percent": percent}
        self._show(say("index-progress", self._language, **values), f"index {percent // 10}")

    def questions(self, done: int, total: int) -> None:
        words = say("eval-progress", self._language, done=done, total=total)
        self._show(words, f"questions {10 * done // total}")

    def plan(self, progress: Any) -> None:
        """The best plan so far; only somebody who watches wants to know."""
        if sys.stderr.isatty():
            best = best_so_far(progress, self._language)
            self._show(say("cli-looking", self._language, best=best), best)

    def say(self, key: str) -> None:
        self._show(say(key, self._language), key)

    def _show(self, words: str, mark: str) -> None:
        if sys.stderr.isatty():
            print(f"\r\033[K{words}", end="", file=sys.stderr, flush=True)
            self._open = True
        elif mark != self._last:
            print(words, file=sys.stderr, flush=True)
        self._last = mark

    def clear(self) -> None:
        """Take the line away: what comes says it all."""
        if self._open:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
            self._open = False

    def end(self) -> None:
        if self._open:
            print(file=sys.stderr)
            self._open = False
