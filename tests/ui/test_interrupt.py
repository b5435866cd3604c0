"""Ctrl-C on a terminal while a plan is looked for."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ui.interrupt import interruptible


@pytest.fixture
def listening():
    """Whatever started the tests, even where Ctrl-C is ignored, as behind `nohup`."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("listening")
def test_the_first_ctrl_c_is_a_wish_and_the_second_breaks_off():
    with interruptible() as enough:
        assert not enough()
        signal.raise_signal(signal.SIGINT)
        assert enough()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_afterwards_ctrl_c_is_as_it_was():
    before = signal.getsignal(signal.SIGINT)
    with interruptible():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def hard(path: Path) -> Path:
    """Work that nobody proves in a minute."""
    chance = random.Random(1)
    tasks = [
        {
            "name": f"task {number}",
            "duration": chance.randint(10, 100),
            "priority": chance.randint(1, 5),
            "demands": {"people": chance.randint(1, 4)},
        }
        for number in range(150)
    ]
    path.write_text(json.dumps({"tasks": tasks, "resources": [{"name": "people", "capacity": 6}]}))
    return path


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal of Unix")
def test_ctrl_c_takes_the_best_plan_so_far(tmp_path):
    ours, theirs = os.openpty()
    file = str(hard(tmp_path / "hard.json"))
    options = ["--time-limit", "600", "--json", "--language", "en"]
    with subprocess.Popen(
        [sys.executable, "-m", "ui", "plan", file, *options],
        stdout=subprocess.PIPE,
        stderr=theirs,
    ) as running:
        os.close(theirs)
        said = b""
        while b"Best so far" not in said:
            said += os.read(ours, 4096)
        assert b"Ctrl-C takes the best plan so far" in said
        running.send_signal(signal.SIGINT)
        out, _ = running.communicate(timeout=60)
    os.close(ours)
    plan = json.loads(out)
    assert (running.returncode, plan["status"]) == (0, "feasible")
    assert len(plan["assignments"]) == 150
    assert plan["seconds"] < 300
