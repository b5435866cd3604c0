"""Compiles the search, once for this machine: `python -m tools.solver.search.compile`. It takes
a few minutes of one core and is quick when it has been done. Two at once do not both: the second
waits for the first."""

import fcntl

from tools.solver.search import cache


def main() -> None:
    # The kernel's lock, which ends with its process, also when that is killed.
    with (cache.folder().parent / "compiling.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if not cache.ready():
            _compile()


def _compile() -> None:
    cache.compiling = True
    # Only now: what is imported decides at its import how it runs.
    import time

    from tools.plan import Problem
    from tools.solver.bounds import bound
    from tools.solver.decode import compacted
    from tools.solver.encode import encode
    from tools.solver.search.threads import Search

    data = {"tasks": [{"name": name, "duration": 2, "skills": {"sew": 1}} for name in "abc"]}
    problem = Problem.read(data | {"resources": [{"name": "Ann", "skills": ["sew"]}]})
    for goals in ((0, 1), (1, 0)):
        instance = encode(problem)
        bound(instance, goals[0])
        search = Search(instance, goals, 0, 0, 0)
        search.begin(time.monotonic() + 1)
        search.improve(time.monotonic() + 1, 2, lambda: False)
        assert search.best is not None
        found = search.plan(search.best)
        assert found is not None
        compacted(instance, found, list(goals), 0)
    cache.mark_ready()


if __name__ == "__main__":
    main()
