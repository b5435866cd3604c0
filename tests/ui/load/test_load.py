"""What `whyflow bench app` measures is right; its parts run to their end on a small site."""

import random
import sys
from pathlib import Path

import httpx
import loops
import pytest
from fastapi.testclient import TestClient

from ui.load import ROWS, Sizes, fair, kills, measure, nonsense, outside, requests
from ui.load.site import Site
from ui.load.talk import API
from ui.load.words import WORDS, build_words

SERVER = Path(__file__).parents[1] / "killed_server.py"


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A server that starts quickly, as `bench app` has its own."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, str(SERVER), str(folder / "data")]
    site = Site(folder, lambda port: [*command, str(port), "quick"])
    site.start()
    yield site
    site.stop()


def test_people_are_killed_off_and_nothing_is_lost(small):
    talks = kills.work_and_kill(small, kills.LONGEST, "k")
    small.start()
    assert sum(len(told.accepted) for told in talks.values()) > 0
    assert kills.lost_of(small, talks) == []
    assert kills.proves_itself(small)


def test_what_is_lost_is_found_out(small):
    with httpx.Client(base_url=small.address) as client:
        conversation = client.post(API).json()["id"]
    told = kills.Told(accepted=["never came"])
    assert "never came" in kills.lost_of(small, {conversation: told})[0]


def test_nonsense_is_answered_calmly(small):
    chance = random.Random(7)
    with httpx.Client(base_url=small.address, timeout=60) as client:
        wrong = [each for _ in range(400) for each in nonsense.tried(client, chance)]
        assert client.get("/healthz").status_code == 200
    assert wrong == []
    assert "Unexpected error" not in small.log()


@pytest.mark.parametrize(
    ("answer", "seen"),
    [
        (httpx.Response(200, text="fine"), ""),
        (httpx.Response(503, text="busy"), "503"),
        (httpx.Response(404, text="Traceback (most recent call last)"), "shows"),
    ],
)
def test_an_answer_that_is_not_calm_is_told(answer, seen):
    transport = httpx.MockTransport(lambda _: answer)
    with httpx.Client(transport=transport, base_url="http://site") as client:
        told = [each for n in range(20) for each in nonsense.tried(client, random.Random(n))]
    assert all(seen in each for each in told)
    assert bool(told) == bool(seen)


def test_requests_come_at_a_steady_rate(small):
    taken, failed = loops.run(requests.steady(small.address, rate=20, seconds=1))
    assert (len(taken), failed) == (20, 0)


def test_turns_are_fair_if_nobody_is_far_before_another():
    assert fair.lead([0, 1, 2, 3, 4, 4, 3, 2, 1, 0]) == 1
    assert fair.lead([0, 0, 0, 1, 2, 3, 4]) == 3


def test_the_even_writer_speaks_the_protocol():
    client = TestClient(build_words(pace=0))
    asked = {"messages": [{"role": "user", "content": "hi"}]}
    whole = client.post("/chat/completions", json=asked).json()
    assert whole["choices"][0]["message"]["content"] == " ".join(WORDS)
    pieces = client.post("/chat/completions", json={**asked, "stream": True}).text
    assert pieces.count("delta") == len(WORDS) + 1
    assert pieces.endswith("data: [DONE]\n\n")


@pytest.mark.skipif(not Path("/proc/net").exists(), reason="connections are listed by Linux")
def test_a_connection_to_this_machine_is_none_to_another(small):
    with httpx.Client(base_url=small.address) as client:
        client.get("/healthz")
        assert outside.contacted(small.pid) == set()


def test_a_share_is_of_everything_and_never_nothing():
    tiny = Sizes().scaled(0.001)
    assert (tiny.kills, tiny.nonsense, tiny.messages, tiny.people) == (1, 5, 1, 50)
    assert Sizes().scaled(1) == Sizes()


def test_a_part_that_breaks_is_told_and_the_others_go_on(tmp_path):
    told = []
    parts = {"kills": lambda _: kills_away(), "nonsense": lambda _: ["row"]}
    found = list(measure(("kills", "nonsense"), parts, tmp_path, lambda part, _: told.append(part)))
    assert told == ["kills", "nonsense"]
    assert found[0][0].name == "load-broken:kills"
    assert "nobody there" in found[0][0].wrong[0]
    assert found[1] == ["row"]
    assert set(parts) < set(ROWS)


def kills_away():
    raise httpx.ConnectError("nobody there")
