"""Conversations, texts and what goes wrong, over REST."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from scripted import call

TEXT = "Welding needs 10 people for 2 hours; painting 5 people, 3 hours, after welding. 15 people."


def parse():
    rows = [
        {"name": "Welding", "duration": "2 hours", "people": "10 people"},
        {"name": "painting", "duration": "3 hours", "people": "5 people"},
    ]
    return call("parse_tasks", tasks=rows)


def test_a_conversation_is_begun_continued_and_read_by_its_owner_only(house):
    site = house(parse())
    ann, bob = site.program("ann"), site.program("bob")
    id = ann.post("/conversations").json()["id"]
    answer = ann.post(f"/conversations/{id}/messages", json={"text": TEXT}).json()
    assert answer["ok"]
    assert [each["tool"] for each in answer["steps"]][::2] == ["parse_tasks", "optimise_schedule"]
    held = ann.get(f"/conversations/{id}").json()
    assert [each["role"] for each in held["messages"]] == ["user", "assistant"]
    assert {each["task"] for each in held["schedule"]["assignments"]} == {"Welding", "painting"}
    assert [each["id"] for each in ann.get("/conversations?q=paint").json()["conversations"]] == [
        id
    ]
    assert bob.get("/conversations").json() == {"conversations": []}
    assert bob.get(f"/conversations/{id}").status_code == 404
    assert bob.post(f"/conversations/{id}/messages", json={"text": "hi"}).status_code == 404
    assert bob.patch(f"/conversations/{id}", json={"title": "mine"}).status_code == 404
    assert bob.delete(f"/conversations/{id}").status_code == 404


def test_a_conversation_is_renamed_and_deleted(house):
    ann = house().program("ann")
    id = ann.post("/conversations").json()["id"]
    assert ann.patch(f"/conversations/{id}", json={"title": "Hall"}).json()["title"] == "Hall"
    assert ann.delete(f"/conversations/{id}").status_code == 204
    assert ann.get(f"/conversations/{id}").status_code == 404
    assert ann.post(f"/conversations/{id}/messages", json={"text": "hi"}).status_code == 404


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Welding and painting, please plan both", "Stopped. Nothing was changed."),
        ("zh", "请把焊接和喷漆都排一下", "已停止，什么都没有改动。"),
    ],
)
def test_a_turn_that_is_stopped_ends_and_leaves_nothing_half_done(house, language, text, told):
    asked, go = Event(), Event()

    def slow():
        asked.set()
        assert go.wait(60)
        return parse()

    site = house(slow)
    ann, bob = site.program("ann"), site.program("bob")
    id = ann.post("/conversations").json()["id"]
    with ThreadPoolExecutor() as pool:
        wish = {"text": text, "language": language}
        answer = pool.submit(ann.post, f"/conversations/{id}/messages", json=wish)
        assert asked.wait(60)
        assert bob.post(f"/conversations/{id}/stop").status_code == 404
        assert ann.post(f"/conversations/{id}/stop").status_code == 204
        go.set()
        said = answer.result(60).json()
    assert (said["answer"], said["ok"], said["steps"]) == (told, False, [])
    held = ann.get(f"/conversations/{id}").json()
    assert [each["text"] for each in held["messages"]] == [text, told]
    assert held["problem"] is None
    assert held["schedule"] is None
    assert ann.post(f"/conversations/{id}/stop").status_code == 204  # nothing is left to stop


def test_a_turn_that_waits_for_another_is_stopped_before_it_begins(house):
    asked, go = Event(), Event()

    def slow():
        asked.set()
        assert go.wait(60)
        return "Hi."

    site = house(slow, parse())
    ann = site.program("ann")
    id = ann.post("/conversations").json()["id"]
    with ThreadPoolExecutor() as pool:
        first = pool.submit(ann.post, f"/conversations/{id}/messages", json={"text": "hello you"})
        assert asked.wait(60)
        headers = {"accept": "text/event-stream"}
        path = f"/conversations/{id}/messages"
        second = pool.submit(ann.post, path, json={"text": TEXT}, headers=headers)
        while not ann.get("/conversations?q=welding").json()["conversations"]:
            pass  # until it was accepted
        while not second.done():
            ann.post(f"/conversations/{id}/stop")
            go.set()
        first.result(60)
        assert "Nothing was changed" in second.result(60).text
    assert ann.get(f"/conversations/{id}").json()["problem"] is None


def test_a_message_is_answered_step_by_step_if_the_program_asks_for_events(house):
    ann = house(parse()).program("ann")
    id = ann.post("/conversations").json()["id"]
    asked = {"accept": "text/event-stream"}
    answer = ann.post(f"/conversations/{id}/messages", json={"text": TEXT}, headers=asked)
    names = [line[7:] for line in answer.text.splitlines() if line.startswith("event: ")]
    assert names[-1] == "finished"
    assert {"called", "returned"} <= set(names)


@pytest.mark.parametrize("text", ["I want to talk to a person please", "转人工"])
def test_who_asks_for_a_person_is_handed_over_by_a_field_of_the_answer(house, text):
    ann = house().program("ann")
    id = ann.post("/conversations").json()["id"]
    answer = ann.post(f"/conversations/{id}/messages", json={"text": text}).json()
    assert answer["handover"]["reason"] == "asked"
    plain = ann.post(f"/conversations/{id}/messages", json={"text": "undo"}).json()
    assert plain["handover"] is None


def test_a_text_is_read_into_a_problem(house):
    ann = house(parse()).program("ann")
    read = ann.post("/parse", json={"text": TEXT}).json()
    assert [task["duration"] for task in read["problem"]["tasks"]] == [120, 180]
    assert "Welding" in read["summary"]
    nothing = ann.post("/parse", json={"text": ""})
    assert nothing.status_code == 422


def test_before_the_models_are_there_a_program_is_told_to_come_back(house):
    site = house(opened=False)
    answer = site.program().get("/conversations")
    assert answer.status_code == 503
    assert answer.json()["detail"]
    site.open()


def test_every_refusal_names_its_request(house):
    site, mine = house(), {"x-request-id": "mine-4711"}
    ann, searcher = site.program("ann"), site.program("ann", ("search",))
    refused = [
        site.bare().get("/search", headers=mine),
        searcher.get("/conversations", headers=mine),
        ann.get("/conversations/none", headers=mine),
        ann.post("/parse", json={"text": ""}, headers=mine),
        ann.put("/parse", headers=mine),
    ]
    assert [each.status_code for each in refused] == [401, 403, 404, 422, 405]
    assert {each.json()["request"] for each in refused} == {"mine-4711"}
    assert not any("mine-4711" in each.json()["detail"] for each in refused)


def test_the_unexpected_is_one_calm_sentence_with_a_reference_that_stands_in_the_log(house, caplog):
    def broken(*_, **__):
        raise RuntimeError("secret detail")

    site = house(opened=False, search=broken)
    site.opening._opened.set_result(site.opening._open())
    site.opening._opened.result().ready = True
    answer = site.program().get("/search", params={"q": "refund"})
    assert answer.status_code == 500
    told = answer.json()
    assert told["request"] in told["detail"]
    assert told["request"] in caplog.text
    assert "secret" not in answer.text
