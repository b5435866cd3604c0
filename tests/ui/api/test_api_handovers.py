"""Hand-overs over REST, as programs of every role."""

import pytest

GIVEN = {
    "handover": {"reason": "no-template", "summary": "Wants a crane", "urgency": "high"},
    "message": "Could you rent me a crane?",
    "ticket": {"order": "5531"},
    "to": "sales",
}


@pytest.fixture
def site(house):
    made = house()
    for name, role, teams in (
        ("ann", "staff", ["shop"]),
        ("bo", "staff", ["sales"]),
        ("eve", "staff", ["legal"]),
        ("may", "manager", []),
        ("root", "admin", []),
    ):
        made.accounts.add(name, role, teams)
    return made


def test_it_is_given_seen_taken_and_closed_by_whom_it_concerns(site):
    ann, bo, eve = (site.program(name) for name in ("ann", "bo", "eve"))
    given = ann.post("/handovers", json=GIVEN)
    assert given.status_code == 201
    number = given.json()["number"]
    assert ann.post("/handovers", json=GIVEN).json()["number"] == number
    for name in ("ann", "bo", "may", "root"):
        (found,) = site.program(name).get("/handovers").json()["handovers"]
        assert (found["number"], found["by_name"], found["stage"]) == (number, "ann", "open")
    assert eve.get("/handovers").json() == {"handovers": []}
    for method, path, body in (
        ("GET", "", None),
        ("POST", "/take", None),
        ("POST", "/return", None),
        ("POST", "/close", {"note": "x"}),
        ("DELETE", "", None),
    ):
        refused = eve.request(method, f"/handovers/{number}{path}", json=body)
        assert refused.status_code == 404
        assert "crane" not in refused.text
    taken = bo.post(f"/handovers/{number}/take").json()
    assert (taken["stage"], taken["taker_name"]) == ("taken", "bo")
    late = ann.post(f"/handovers/{number}/take")
    assert late.status_code == 422
    assert "bo has taken" in late.json()["detail"]
    assert ann.post(f"/handovers/{number}/close", json={"note": "x"}).status_code == 422
    done = bo.post(f"/handovers/{number}/close", json={"note": "Rented."}).json()
    assert (done["stage"], done["note"]) == ("done", "Rented.")
    listed = ann.get("/handovers", params={"stage": "done"}).json()["handovers"]
    assert [each["number"] for each in listed] == [number]
    log = [entry.event for entry in site.opening.audit.all()]
    assert log == ["handover-given"] * 2 + ["handover-taken", "handover-closed"]


def test_it_is_given_back_and_erased(site):
    ann, bo, may = (site.program(name) for name in ("ann", "bo", "may"))
    number = ann.post("/handovers", json=GIVEN).json()["number"]
    bo.post(f"/handovers/{number}/take")
    assert may.post(f"/handovers/{number}/return").json()["stage"] == "open"
    assert bo.delete(f"/handovers/{number}").status_code == 422
    assert ann.delete(f"/handovers/{number}").status_code == 204
    assert may.get(f"/handovers/{number}").status_code == 404


def test_a_key_needs_the_scope_and_a_wish_must_be_whole(site):
    number = site.program("ann").post("/handovers", json=GIVEN).json()["number"]
    chatting = site.program("ann", scopes=("chat",))
    assert chatting.get("/handovers").status_code == 403
    assert chatting.post(f"/handovers/{number}/take").status_code == 403
    ann = site.program("ann")
    for wrong in ({**GIVEN, "to": ""}, {**GIVEN, "to": " "}, {"to": "sales"}, {**GIVEN, "x": 1}):
        assert ann.post("/handovers", json=wrong).status_code == 422
    assert ann.get("/handovers", params={"stage": "lost"}).status_code == 422
    assert ann.get("/handovers/0").status_code == 422


def test_nobody_is_handed_over_to_a_name_that_no_colleague_and_no_team_has(site):
    ann = site.program("ann")
    site.accounts.set_disabled(site.accounts.named("eve"), True)
    for stranger in ("salez", "eve", "legal"):
        refused = ann.post("/handovers", json={**GIVEN, "to": stranger})
        assert refused.status_code == 422
        told = refused.json()["detail"]
        assert f"called “{stranger}”" in told
        for there in ("shop", "sales", "ann", "bo", "may", "root", "everyone"):
            assert there in told.partition("hand it over to")[2]
    for to, known in (("Sales ", "sales"), ("BO", "bo"), ("everyone", "everyone")):
        assert ann.post("/handovers", json={**GIVEN, "to": to}).json()["to"] == known
