"""What is counted for operators, in Prometheus' terms: sums and times, never who or what was said.

Names and labels are listed in `docs/operators.md`.
"""

import logging
from collections.abc import Callable
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

SECONDS = (0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300)


class Meter:
    """The counts of one process."""

    def __init__(self) -> None:
        self._all: Any = CollectorRegistry()
        self._requests = self._counter("requests", "HTTP requests", "route", "status")
        self._turns = self._counter("turns", "Messages answered", "outcome")
        self._turn_seconds = self._seconds("turn_seconds", "From a message to its answer")
        self._calls = self._counter("tool_calls", "Calls of tools", "tool")
        self._tokens = self._counter("tokens", "Read and written by the language model")
        self._solves = self._seconds("solve_seconds", "Time of a solve", "status")
        self._errors = self._counter("errors", "Log records that nobody expected")
        self._waiting = Gauge(
            "whyflow_waiting", "Turns that wait for the language model", registry=self._all
        )

    def requested(self, route: str, status: int) -> None:
        """A request was answered.

        Args:
            route: a beginning of a path out of a small set; paths hold ids.
        """
        self._requests.labels(route, str(status)).inc()

    def answered(self, seconds: float, *, ok: bool) -> None:
        """A message was answered; `ok` if as the user wished."""
        self._turns.labels("ok" if ok else "refused").inc()
        self._turn_seconds.observe(seconds)

    def called(self, tool: str) -> None:
        """A tool was called."""
        self._calls.labels(tool).inc()

    def spent(self, tokens: int) -> None:
        """The language model read and wrote so many."""
        self._tokens.inc(tokens)

    def solved(self, seconds: float, status: str) -> None:
        """A plan was solved for."""
        self._solves.labels(status).observe(seconds)

    def watch(self, waiting: Callable[[], int]) -> None:
        """Whenever it is asked, `waiting` says how many wait for the language model."""
        self._waiting.set_function(waiting)

    def listen(self) -> logging.Handler:
        """A handler of logs that counts errors."""
        return _Errors(self._errors)

    def text(self) -> bytes:
        """Everything, in Prometheus' text format."""
        return bytes(generate_latest(self._all))

    def _counter(self, name: str, about: str, *labels: str) -> Any:
        return Counter(f"whyflow_{name}", about, labels, registry=self._all)

    def _seconds(self, name: str, about: str, *labels: str) -> Any:
        return Histogram(f"whyflow_{name}", about, labels, registry=self._all, buckets=SECONDS)


class _Errors(logging.Handler):
    def __init__(self, counter: Any) -> None:
        super().__init__(logging.ERROR)
        self._counter = counter

    def emit(self, record: logging.LogRecord) -> None:
        self._counter.inc()
