"""The tools over MCP."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import httpx2
import loops
import pytest
from calling import TOOLS, called, told

from ui.api.keys import SCOPES
from ui.api.shapes import EXAMPLE

DOCS = (Path(__file__).parents[3] / "docs" / "developers.md").read_text(encoding="utf-8")


def test_a_plan_is_made_and_explained(house, served):
    site = house()
    headers = {"authorization": site.program().headers["authorization"]}
    the_plan = {"id": lambda results: told(results[0])["id"]}
    names, (plan, why, changed) = loops.run(
        called(
            served(site),
            headers,
            ("plan_tasks", {"problem": EXAMPLE}),
            ("explain_plan", {**the_plan, "task": "paint"}),
            ("what_if", {**the_plan, "change": "weld takes 3 hours"}),
        )
    )
    assert names == set(TOOLS)
    assert told(plan)["schedule"]["status"] == "optimal"
    assert "weld" in told(why)["answer"]
    assert "6 h instead of 5 h" in told(changed)["answer"]


def test_a_key_without_the_scope_a_wrong_problem_and_a_strange_plan_are_told_in_a_sentence(
    house, served
):
    site = house()
    address = served(site)
    headers = {"authorization": site.program(scopes=("plan",)).headers["authorization"]}
    circle = {"tasks": [{"name": "a", "duration": 1, "after": ["a"]}]}
    _, results = loops.run(
        called(
            address,
            headers,
            ("search_knowledge", {"question": "refund"}),
            ("plan_tasks", {"problem": circle}),
            ("explain_plan", {"id": "nothing"}),
        )
    )
    assert all(result.is_error for result in results)
    words = [result.content[0].text for result in results]
    assert '"search"' in words[0]
    assert "a" in words[1]
    assert "nothing" in words[2]


def test_what_is_empty_or_too_long_is_told_in_a_sentence(house, served):
    site = house()
    scopes = ("plan", "reply")
    headers = {"authorization": site.program(scopes=scopes).headers["authorization"]}
    _, results = loops.run(
        called(
            served(site),
            headers,
            ("draft_reply", {"message": ""}),
            ("draft_reply", {"message": "x" * 200_000}),
            ("draft_reply", {"message": " \n\u3000"}),
            ("parse_tasks", {"text": ""}),
            ("what_if", {"id": "nothing", "change": ""}),
        )
    )
    assert all(result.is_error for result in results)
    empty, long, blank, *others = [result.content[0].text for result in results]
    assert "message is ''" in empty
    assert empty.partition("''")[2] in blank
    assert "at most 100000 characters" in long
    assert all("at least 1 character" in each for each in others)


def test_the_sample_of_the_documentation_calls_a_tool(house, served):
    site = house()
    sample = re.findall(r"```python\n(.*?)```", DOCS, re.DOTALL)[1]
    key = site.program().headers["authorization"].removeprefix("Bearer ")
    there = {"WHYFLOW_KEY": key, "WHYFLOW_MCP": f"{served(site)}/mcp"}
    run = subprocess.run(
        [sys.executable, "-c", sample],
        env={**os.environ, **there},
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(json.loads(run.stdout)["problem"]["tasks"]) == 2


def test_the_documentation_names_every_tool_and_scope(house, served):
    site = house()
    headers = {"authorization": site.program().headers["authorization"]}
    names, _ = loops.run(called(served(site), headers))
    assert not [each for each in (*names, *SCOPES) if f"`{each}`" not in DOCS]


@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer wf_wrong"}])
def test_without_a_key_there_is_nothing(house, served, headers):
    address = served(house(opened=False))
    answer = httpx2.post(f"{address}/mcp", json={}, headers=headers)
    assert answer.status_code == 401


@pytest.mark.parametrize("method", ["GET", "DELETE", "PUT"])
def test_nobody_holds_a_stream_open_on_which_nothing_would_come(house, served, method):
    site = house()
    headers = {"authorization": site.program().headers["authorization"], "accept": "*/*"}
    answer = httpx2.request(method, f"{served(site)}/mcp", headers=headers, timeout=120)
    assert answer.status_code == 405
