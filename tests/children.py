"""Starts second processes on a library, see child.py."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent / "knowledge"
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, HERE.parents[:2]))}


def child(*arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, str(HERE / "child.py"), *map(str, arguments)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=ENVIRONMENT)


def answer(*arguments: object, code: int = 0) -> str:
    with child(*arguments) as process:
        out, _ = process.communicate()
    assert process.returncode == code
    return out.strip()
