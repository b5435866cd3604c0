"""The samples of docs/developers.md make tokens that Whyflow takes."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ui.widget.tokens import tokens

DOCS = (Path(__file__).parents[3] / "docs" / "developers.md").read_text(encoding="utf-8")
SECRET = "0123456789abcdef0123456789abcdef"
WIDGET = Path(__file__).parents[3] / "ui" / "widget"


def sample(language: str) -> str:
    return re.search(rf"```{language}\n(.*?)```", DOCS, re.DOTALL)[1]


def ran(program: str, *arguments: str) -> str:
    run = subprocess.run(
        [program, *arguments],
        env={"WHYFLOW_WIDGET_SECRET": SECRET},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


def test_the_sample_in_python_makes_a_token():
    token = ran(sys.executable, "-c", sample("python") + '\nprint(whyflow_token("7", "Ann"))')
    looking = tokens(SECRET, None).read(token)
    assert (looking.subject, looking.name) == ("7", "Ann")


def test_the_sample_in_node_makes_a_token():
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    looking = tokens(SECRET, None).read(ran(node, "-e", sample("js")))
    assert (looking.subject, looking.name) == ("7", "Ann")


def test_every_option_of_the_script_is_documented():
    script = (WIDGET / "embed.js").read_text(encoding="utf-8")
    options = {
        "data-" + re.sub("[A-Z]", lambda letter: "-" + letter[0].lower(), name)
        for name in re.findall(r"\bset\.(\w+)", script)
    }
    assert options == set(re.findall(r"^\| `(data-[\w-]+)`", DOCS, re.MULTILINE))


def test_the_script_is_small():
    assert (WIDGET / "embed.js").stat().st_size < 10_000
