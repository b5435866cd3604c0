"""Where compiled code is kept, and that without it nobody waits for a compiler."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import tools.solver.search
from tools.solver.search import cache

ROOT = Path(tools.solver.search.__file__).parents[3]
SOLVE = """
import sys
from tools.plan import Problem
from tools.solver import solve
task = {"name": "a", "duration": 3}
plan = solve(Problem.read({"tasks": [task, task | {"name": "b", "after": ["a"]}]}))
print(plan.status, plan.objective, "numba" in sys.modules)
"""


def copied(folder: Path) -> Path:
    """The program without anything compiled."""
    for part in ("tools", "knowledge"):
        ignored = shutil.ignore_patterns("__pycache__", "documents")
        shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    return folder


def test_without_the_compiler_the_same_code_plans_as_plain_python(tmp_path):
    run = subprocess.run(
        [sys.executable, "-c", SOLVE],
        cwd=copied(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == ["optimal", "3", "False"]


def test_other_sources_have_another_folder(tmp_path):
    ask = "from tools.solver.search import cache; print(cache.folder().name)"
    place = copied(tmp_path)

    def name() -> str:
        run = subprocess.run(
            [sys.executable, "-c", ask], cwd=place, capture_output=True, text=True, check=True
        )
        return run.stdout.strip()

    before = name()
    assert name() == before != cache.folder().name  # numba would compile anew what was moved
    source = place / "tools/solver/search/profile.py"
    source.write_text(source.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    assert name() != before


def test_where_the_program_cannot_be_written_to_the_users_own_cache_is_used(tmp_path):
    place, own = copied(tmp_path / "program"), tmp_path / "own"
    (place / "tools/solver/search/__pycache__").write_text("no folder can be made here")
    run = subprocess.run(
        [sys.executable, "-c", "from tools.solver.search import cache; print(cache.folder())"],
        cwd=place,
        env=os.environ | {"HOME": str(own), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(run.stdout.strip()).parent == own / ".cache/whyflow"


def decorators(node: ast.stmt) -> set[str]:
    found = getattr(node, "decorator_list", [])
    return {each.id for each in found if isinstance(each, ast.Name)}


def test_what_python_cannot_call_is_called_by_compiled_code_only():
    """Numba lets it be called all the same, and the process dies."""
    sources = list(Path(tools.solver.search.__file__).parent.glob("*.py"))
    trees = {file: ast.parse(file.read_text(encoding="utf-8")) for file in sources}
    inner = {
        each.name for tree in trees.values() for each in tree.body if "inner" in decorators(each)
    }
    assert {"spot", "_fill"} <= inner
    for folder in ("tools", "tests/tools/solver", "ui/bench"):
        for file in (ROOT / folder).rglob("*.py"):
            text = file.read_text(encoding="utf-8")
            if "tools.solver.search" not in text:
                continue
            tree = trees.get(file) or ast.parse(text)
            taken = {
                name.name
                for each in tree.body
                if isinstance(each, ast.ImportFrom) and "solver.search" in (each.module or "")
                for name in each.names
            }
            own = {each.name for each in tree.body if "inner" in decorators(each)}
            for each in tree.body:
                if decorators(each) & {"compiled", "inner"}:
                    continue
                used = {node.id for node in ast.walk(each) if isinstance(node, ast.Name)}
                assert used & (taken | own) & inner == set(), file
