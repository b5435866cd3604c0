"""A solve that takes long, in a real browser: its progress is shown, and it can be stopped. The
solver is real; only the language model is scripted."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from scripted import ScriptedChat, call
from standin import serving
from visiting import expect

from agent.assistant import Assistant
from agent.conversations import Conversations
from tools.conflict.explained import optimise
from tools.files import read_problem

pytestmark = [
    pytest.mark.browser,
    # Gradio 6.31 asks pandas 3 for options that pandas is about to drop.
    pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting' is deprecated"),
    pytest.mark.filterwarnings("ignore:The copy keyword is deprecated"),
]
LONG = 600.0  # seconds: whoever waits for the solver to end by itself waits in vain


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    kept = Conversations(None)
    llm = ScriptedChat(script=[call("optimise_schedule", goal="waiting")])
    planner = Assistant(llm, kept, lambda *_: [], lambda _: "", time_limit_seconds=LONG)
    with serving(planner) as address:
        yield address
    kept.close()


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A plan that no solver proves in the time of a test."""
    tasks = [
        {
            "name": f"task {place}",
            "duration": 30 + 37 * place % 210,
            "demands": {"people": 1 + 5 * place % 6, "machine": 1 + place % 2},
            "priority": 1 + 7 * place % 10,
        }
        for place in range(70)
    ]
    pools = [{"name": "people", "capacity": 9}, {"name": "machine", "capacity": 3}]
    path = tmp_path / "large.json"
    path.write_text(json.dumps({"tasks": tasks, "resources": pools}), encoding="utf-8")
    optimise(read_problem(path), time_limit_seconds=0.1)  # the first time compiles the solver
    return path


def test_a_better_plan_is_looked_for_until_an_edit_or_somebody_stops_it(visit, large):
    seen = visit().open().upload(large)
    progress = seen.page.locator("#progress")
    expect(progress).to_contain_text(re.compile(r"Best so far: .*; no plan can be"))
    seen.shot("en-light-1360-looking", whole=False)
    # An edit: from now on it is looked for another problem's plan.
    seen.write(0, 1, "99 h")
    expect(seen.page.locator("#chart")).to_contain_text("task 0")
    expect(seen.page.locator("#verdict")).to_contain_text(re.compile("after (99|1..) h"))
    expect(progress).to_contain_text("Best so far")
    seen.page.locator("#stop").click()
    expect(progress).to_be_hidden()
    expect(seen.page.locator("#stop")).to_be_hidden()
    expect(seen.page.locator("#verdict")).to_contain_text("Good plan")
    expect(seen.chart).to_be_visible()
    # A message ends it too; then the status line says how far it is, and stopping gives the answer.
    seen.write(0, 1, "98 h")
    expect(progress).to_contain_text("Best so far")
    seen.ask("as early as possible")
    expect(seen.page.locator("#chat")).to_contain_text("Best so far: priority-weighted waiting")
    seen.page.locator("#halt").click()
    expect(seen.page.locator("#chat")).to_contain_text("70 tasks are planned")
    expect(seen.page.locator("#halt")).to_be_hidden()
    expect(seen.page.locator("#goal input")).to_have_value("little waiting")


def test_a_page_that_is_closed_meanwhile_keeps_nobody_else_waiting(visit, large):
    left = visit().open().upload(large)
    expect(left.page.locator("#progress")).to_contain_text("Best so far")
    left.page.close()
    seen = visit().open()
    seen.upload(large)
    expect(seen.page.locator("#progress")).to_contain_text("Best so far")
    seen.page.locator("#stop").click()
    expect(seen.page.locator("#progress")).to_be_hidden()
