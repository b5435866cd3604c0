"""The rules of the layout that no type checker knows."""

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tools.phrases import keys
from tools.registry import TOOLS

ROOT = Path(__file__).parents[1]
LAYERS = ("knowledge", "tools", "agent", "ui")
"""From the bottom up: each may import itself and what comes before it."""
MODULES = sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))
LONGEST = 300
"""Lines of a module."""
LARGE = 3000
"""Characters of a pattern that takes milliseconds to compile."""

READS_ENVIRONMENT = {"agent/settings.py"}
WRITES_ENVIRONMENT = {"ui/server.py": "Gradio's calls home are switched off only there"}
CATCHES_ALL = {
    "agent/answers.py": "the end of a turn: the conversation keeps a calm sentence",
    "ui/edge.py": "the end of a click",
    "ui/cli.py": "the end of a command",
    "ui/api/mcp.py": "the end of a call, of which the protocol would tell the cause",
    "ui/server.py": "the end of starting, which nobody awaits",
    "ui/opening.py": "the end of a thread, which nobody awaits",
}
BESIDE_THE_SOLVER = {
    "ui/bench/peers/raw_cpsat.py": "what others would do with the same library",
    "ui/eval/judge/truth.py": "a second model, by which explanations are judged",
}
HEAVY = {"torch", "transformers", "gradio", "langchain", "langchain_core", "ortools", "llama_cpp"}
LIGHT = ("tools.plan", "agent.settings", "ui.cli")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, at its top or in a function."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)}:{node.lineno}: imports are absolute here"
            yield node.module or ""


def top(module: str) -> str:
    return module.split(".")[0]


def uses(path: Path, *names: str) -> set[str]:
    """Which of `os.<name>` a file uses, also by `from os import <name>`."""
    attributes = {
        node.attr
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "os"
    }
    members = {
        alias.name
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module == "os"
        for alias in node.names
    }
    return (attributes | members) & set(names)


def test_imports_point_down() -> None:
    for path in MODULES:
        layer = path.relative_to(ROOT).parts[0]
        above = LAYERS[LAYERS.index(layer) + 1 :]
        up = {module for module in imported(path) if top(module) in {*above, "tests"}}
        assert not up, named(path)


def test_only_the_solver_knows_the_solver_library() -> None:
    knowing = {path for path in MODULES if "ortools" in map(top, imported(path))}
    inside = {path for path in knowing if ROOT / "tools" / "solver" in path.parents}
    assert inside
    assert {named(path) for path in knowing - inside} == set(BESIDE_THE_SOLVER)


def test_the_solver_knows_nothing_of_what_asks_it() -> None:
    inside = [*(ROOT / "tools/solver").rglob("*.py"), *(ROOT / "tools/contradictions").glob("*.py")]
    asks = ("tools.conflict", "tools.reasons", "tools.studies", "tools.explain", "tools.telling")
    known = {name for path in inside for name in imported(path)}
    assert not {name for name in known if name.startswith(asks)}


def test_only_the_settings_read_the_environment() -> None:
    using = {
        named(path) for path in MODULES if uses(path, "environ", "getenv", "environb", "putenv")
    }
    assert using == READS_ENVIRONMENT | set(WRITES_ENVIRONMENT)


@pytest.mark.parametrize("name", WRITES_ENVIRONMENT)
def test_who_writes_to_the_environment_does_not_read_it(name: str) -> None:
    for node in ast.walk(tree(ROOT / name)):
        assert not (isinstance(node, ast.Attribute) and node.attr == "getenv")
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
            assert isinstance(node.ctx, ast.Store)


def test_a_module_is_read_in_one_sitting() -> None:
    for path in MODULES:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST, named(path)


def test_every_module_says_what_it_is() -> None:
    assert not [named(path) for path in MODULES if not ast.get_docstring(tree(path))]


def test_only_the_edges_catch_everything() -> None:
    catching = {
        named(path)
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or "Exception" in ast.unparse(node.type).split("."))
    }
    assert catching <= set(CATCHES_ALL)


def patterns(module: str) -> Iterator[re.Pattern[str]]:
    """Those that are compiled when a module is imported, also in its tuples and tables."""
    for value in vars(importlib.import_module(module)).values():
        held = value.values() if isinstance(value, dict) else value
        inside = held if isinstance(value, dict | tuple) else (value,)
        yield from (each for each in inside if isinstance(each, re.Pattern))


@pytest.mark.parametrize("layer", ["knowledge", "tools"])
def test_large_patterns_are_compiled_when_they_are_needed(layer: str) -> None:
    """Else each start compiles all of them."""
    names = [
        named(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for path in (ROOT / layer).rglob("*.py")
        if "re" in imported(path)
    ]
    large = {
        name: found.pattern[:80]
        for name in names
        for found in patterns(name)
        if len(found.pattern) > LARGE
    }
    assert not large, "knowledge/lazily.py is for them"


@pytest.mark.parametrize("module", LIGHT)
def test_what_starts_quickly_imports_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not {top(name) for name in run.stdout.split()} & HEAVY


@pytest.mark.parametrize("name", [tool.name for tool in TOOLS])
def test_a_tool_has_its_module_its_test_and_its_line_in_the_readme(name: str) -> None:
    verb = name.split("_")[0]
    module = f"tools/{verb}.py"
    assert (ROOT / module).exists()
    assert (ROOT / "tests" / "tools" / f"test_{verb}.py").exists()
    readme = ROOT / "README.md"
    if not readme.exists():
        pytest.skip("no README.md yet")
    assert name in readme.read_text(encoding="utf-8")


def test_both_languages_have_the_same_messages() -> None:
    assert keys("en") == keys("zh")


def test_test_files_have_names_of_their_own() -> None:
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert len(names) == len(set(names))


JUDGES = ("certificates", "remedies", "proofs", "conflicts", "oracle", "texts", "mutants")
"""What judges explanations in `ui/eval/`, with all that it imports."""
RECORDS = {
    "tools.reasons",
    "tools.reasons.agenda",
    "tools.reasons.records",
    "tools.reasons.comparison",
    "tools.reasons.links",
    "tools.reasons.remedies",
}
"""What explanations are made of: data, which both sides must know."""
JUDGED = (
    "tools.conflict",
    "tools.contradictions",
    "tools.explain",
    "tools.reasons",
    "tools.solver",
    "tools.studies",
    "tools.telling",
)


def test_the_judge_of_explanations_shares_no_code_with_what_it_judges() -> None:
    files = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in MODULES}
    waiting, seen = [f"ui.eval.{name}" for name in JUDGES], set[str]()
    for module in waiting:  # grows
        seen.add(module)
        # A package's own __init__ may gather what the judge does not use.
        for name in imported(files[module]) if module in files else ():
            waiting += [name] if name in files and name not in seen else []
    shared = {name for name in seen if name.startswith(JUDGED)}
    assert shared <= RECORDS
    said = {name for module in seen if module in files for name in imported(files[module])}
    assert {name for name in said if name.startswith(JUDGED)} <= RECORDS


def test_the_clock_of_the_judge_is_its_own() -> None:
    for path in [*(ROOT / "ui/eval").glob("*.py"), *(ROOT / "ui/eval/judge").glob("*.py")]:
        assert "tools.plan.hours" not in imported(path), named(path)


@pytest.mark.parametrize(
    "package",
    ["solver", "solver/exact", "solver/search", "contradictions", "conflict"],
)
def test_the_map_of_the_scheduler_names_every_file(package):
    """Whoever reads it in one sitting goes by the map."""
    folder = ROOT / "tools" / package
    said = ast.get_docstring(tree(folder / "__init__.py")) or ""
    files = {path.name for path in folder.glob("*.py")} - {"__init__.py"}
    assert {name for name in files if name not in said} == set()
