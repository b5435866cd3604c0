"""How often Python's garbage collector looks for what refers only to itself."""

import gc

SELDOM = 50_000
"""New objects. By default it looks after each 700, but what a server imports makes a third of a
million that all stay: a quarter of the start went into looking."""


def collect_seldom() -> None:
    """For the whole process, before it imports what is large."""
    gc.set_threshold(SELDOM)
