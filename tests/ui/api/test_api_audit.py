"""What programs ask for is in the audit log: once, whichever way they come, and without the texts
that others wrote."""

from typing import Any

import loops
import pytest
from calling import TOOLS, called, told
from hashing import Hashing
from scripted import call

from agent.audit import as_data
from knowledge.feedback import Feedback
from knowledge.templates.reading import built_in
from knowledge.templates.store import Templates
from tools.replies.desk import Desk
from tools.replies.examples import built_in as examples
from ui.api.shapes import EXAMPLE

LETTER = "My parcel is broken, says Bo. Welding needs 2 hours."
WHY = "Why is paint after weld?"


@pytest.fixture
def site(house) -> Any:
    few = [each for each in examples() if each[1] == "retail-damaged-parcel"]
    desk = Desk(Templates(None, built_in()), Feedback(None), Hashing(), examples=few)
    rows = call("parse_tasks", tasks=[{"name": "Welding", "duration": "2 hours"}])
    return house(rows, desk=desk)


def logged(site: Any) -> list[dict[str, Any]]:
    return [dict(as_data(entry)) for entry in site.opening.audit.entries()]


def check(log: list[dict[str, Any]], owner: str, plan: str) -> None:
    """Each tool once, by whom the key belongs to, about that plan; nothing of the letter."""
    assert [entry["event"] for entry in log] == ["called"] * len(TOOLS)
    assert [entry["detail"]["tool"] for entry in log] == TOOLS
    assert {entry["person"] for entry in log} == {owner}
    assert [entry["subject"] for entry in log] == ["", plan, plan, plan, "", ""]
    given = [entry["detail"]["arguments"] for entry in log]
    assert given[0] == {"characters": len(LETTER)}
    assert given[1]["tasks"] == 2
    assert given[2]["question"] == WHY
    assert given[3] == {"change": "weld takes 3 hours"}
    assert given[4]["question"] == "Who has [PHONE_1]?"
    assert given[5]["characters"] == len(LETTER)
    assert not any(word in str(log) for word in ("broken", "Bo.", "13812345678"))


def test_what_is_called_over_rest_is_written_down(site):
    program = site.program()
    assert program.post("/parse", json={"text": LETTER}).status_code == 200
    wish = {"problem": EXAMPLE, "wait_seconds": 30}
    plan = program.post("/plans", json=wish).json()["id"]
    assert program.post(f"/plans/{plan}/why", json={"question": WHY}).status_code == 200
    change = {"change": "weld takes 3 hours"}
    assert program.post(f"/plans/{plan}/what-if", json=change).status_code == 200
    assert program.get("/search", params={"q": "Who has 13812345678?"}).status_code == 200
    assert program.post("/replies", json={"message": LETTER}).status_code == 200
    check(logged(site), site.accounts.named("ann").id, plan)


def test_what_is_called_over_mcp_is_written_down(site, served):
    headers = {"authorization": site.program().headers["authorization"]}
    the_plan = {"id": lambda results: told(results[1])["id"]}
    _, results = loops.run(
        called(
            served(site),
            headers,
            ("parse_tasks", {"text": LETTER}),
            ("plan_tasks", {"problem": EXAMPLE}),
            ("explain_plan", {**the_plan, "question": WHY}),
            ("what_if", {**the_plan, "change": "weld takes 3 hours"}),
            ("search_knowledge", {"question": "Who has 13812345678?"}),
            ("draft_reply", {"message": LETTER}),
        )
    )
    check(logged(site), site.accounts.named("ann").id, told(results[1])["id"])


def test_a_call_without_the_scope_is_not(site):
    assert site.program(scopes=("chat",)).post("/parse", json={"text": LETTER}).status_code == 403
    assert logged(site) == []


def test_a_tool_may_ask_what_was_said_on_a_day(site, served):
    headers = {"authorization": site.program().headers["authorization"]}
    asked = {"question": "refund", "on": "2026-05-01"}
    wrong = {"question": "refund", "on": "in May"}
    _, results = loops.run(
        called(served(site), headers, ("search_knowledge", asked), ("search_knowledge", wrong))
    )
    assert [result.is_error for result in results] == [False, True]
    assert logged(site)[0]["detail"]["arguments"]["on"] == "2026-05-01"
