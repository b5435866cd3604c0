"""The tools over MCP."""

import httpx2
import loops
import pytest
from calling import called, told

from ui.api.shapes import EXAMPLE


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
    assert names == {
        "parse_tasks",
        "plan_tasks",
        "explain_plan",
        "what_if",
        "search_knowledge",
        "draft_reply",
    }
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
