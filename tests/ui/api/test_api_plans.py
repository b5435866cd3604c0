"""Plans over REST, solved for real."""

import json
from typing import Any

import numpy as np

from tools.kinds.labels import LABELS, Scores
from tools.kinds.signs import Signs
from ui.api.shapes import EXAMPLE

TASKS = [
    {
        "name": f"t{n}",
        "duration": 30 + 37 * n % 210,
        "demands": {"people": 1 + 5 * n % 6},
        "priority": 1 + 7 * n % 10,
    }
    for n in range(150)
]
HARD = {"tasks": TASKS, "resources": [{"name": "people", "capacity": 9}]}
"""No solver proves it in a minute."""


def planned(program, problem=EXAMPLE, **wish: Any) -> dict[str, Any]:
    answer = program.post("/plans", json={"problem": problem, "wait_seconds": 30, **wish})
    assert answer.status_code == 202, answer.text
    return answer.json()


def test_a_plan_is_made_and_found_again_by_its_owner_only(house):
    site = house()
    ann, bob = site.program("ann"), site.program("bob")
    plan = planned(ann)
    assert plan["status"] == "done"
    starts = {each["task"]: each["start"] for each in plan["schedule"]["assignments"]}
    assert starts == {"weld": 0, "paint": 120}
    assert ann.get(f"/plans/{plan['id']}").json()["schedule"] == plan["schedule"]
    assert bob.get(f"/plans/{plan['id']}").status_code == 404
    assert bob.delete(f"/plans/{plan['id']}").status_code == 404
    assert bob.post(f"/plans/{plan['id']}/why", json={}).status_code == 404


def test_a_long_solve_tells_how_far_it_is_and_ends_with_its_best_plan_once_cancelled(house):
    program = house().program()
    asked = {"problem": HARD, "time_limit_seconds": 60}
    id = program.post("/plans", json=asked).json()["id"]
    kinds = []
    with program.stream("GET", f"/plans/{id}/events") as events:
        for line in events.iter_lines():
            name, _, rest = line.partition(": ")
            if name == "event":
                kinds.append(rest)
            if name == "data" and kinds[-1] == "progress":
                assert json.loads(rest)["goal"] == "waiting"
                assert program.delete(f"/plans/{id}").status_code == 204
            if name == "data" and kinds[-1] == "plan":
                last = json.loads(rest)
    assert kinds[0] == "progress"
    assert kinds[-1] == "plan"
    assert last["status"] == "done"
    assert last["schedule"]["status"] == "feasible"
    assert len(last["schedule"]["assignments"]) == len(TASKS)
    assert last["seconds"] < 50


def test_reasons_and_what_ifs_are_computed_for_the_plan(house):
    program = house().program()
    id = planned(program)["id"]
    why = program.post(f"/plans/{id}/why", json={"task": "paint", "language": "zh"}).json()
    assert "weld" in why["answer"]
    assert why["explanation"]["certificate"]["kind"] == "why"
    asked = {"question": "为什么 paint 不能在 weld 之前？"}
    assert program.post(f"/plans/{id}/why", json=asked).status_code == 200
    whole = program.post(f"/plans/{id}/why", json={}).json()
    assert whole["explanation"]["certificate"]
    changed = program.post(f"/plans/{id}/what-if", json={"change": "weld takes 3 hours"}).json()
    assert "6 h instead of 5 h" in changed["answer"]


def test_a_problem_without_a_plan_says_which_statements_contradict_each_other(house):
    program = house().program()
    problem = {"tasks": [{"name": "weld", "duration": 120, "deadline": 60}]}
    plan = planned(program, problem)
    assert plan["schedule"]["status"] == "infeasible"
    assert plan["schedule"]["conflict"]
    why = program.post(f"/plans/{plan['id']}/why", json={}).json()
    assert why["explanation"]["certificate"]["kind"] == "no_plan"
    assert "These cannot all hold" in why["answer"]
    changed = program.post(
        f"/plans/{plan['id']}/what-if", json={"change": "weld takes 30 minutes"}
    ).json()
    assert "30 min" in changed["answer"]


def test_what_is_wrong_with_a_problem_is_a_sentence_in_the_callers_language(house):
    program = house().program()
    wrong = {"problem": {"tasks": [{"name": "weld", "duration": -5}]}}
    answer = program.post("/plans", json=wrong, headers={"accept-language": "zh"})
    assert answer.status_code == 422
    assert "weld" in answer.json()["detail"]
    assert any("一" <= sign <= "龥" for sign in answer.json()["detail"])
    circle = [
        {"name": "a", "duration": 1, "after": ["b"]},
        {"name": "b", "duration": 1, "after": ["a"]},
    ]
    detail = program.post("/plans", json={"problem": {"tasks": circle}}).json()["detail"]
    assert "a" in detail
    assert "b" in detail
    slip = program.post("/plans", json={"problem": EXAMPLE, "tim_limit": 3})
    assert slip.status_code == 422
    assert "tim_limit" in slip.json()["detail"]


def test_threads_are_the_callers_choice_as_far_as_others_are_not_in_want(house):
    program = house().program()
    assert planned(program, workers=1)["schedule"]["status"] == "optimal"
    for wrong in (0, 9, "2"):
        answer = program.post("/plans", json={"problem": EXAMPLE, "workers": wrong})
        assert answer.status_code == 422
        assert "workers" in answer.json()["detail"]


def test_one_person_cannot_fill_the_queue(house):
    program = house().program()
    asked = {"problem": HARD, "time_limit_seconds": 60}
    answers = [program.post("/plans", json=asked).status_code for _ in range(21)]
    assert answers == [202] * 20 + [422]


def test_questions_are_understood_by_the_network_once_it_is_loaded(house):
    seen: list[str] = []

    def classify(signs: Signs) -> Scores:
        seen.append(signs.text)
        return np.zeros(len(LABELS), dtype=np.float32)

    site = house(classify=classify, opened=False)
    program = site.program()
    id = planned(program)["id"]
    for words in ("Why is paint not before weld?", "为什么 paint 不在 weld 之前？"):
        assert program.post(f"/plans/{id}/why", json={"question": words}).status_code == 200
        assert seen == []
    site.open()
    asked = {"question": "Why does paint not start before weld?"}
    program.post(f"/plans/{id}/why", json=asked)
    program.post(f"/plans/{id}/what-if", json={"change": "weld takes 3 hours"})
    assert len([each for each in seen if "____" in each]) == 2  # and what is asked to warm up
