"""On whose clock people are: the cookie that the page sets from the browser."""

from types import SimpleNamespace

import pytest

from agent.settings import Settings
from tools.person import SOMEBODY
from ui.accounts.visit import KEY, Visit, person_of


def request(cookie: str) -> SimpleNamespace:
    headers = [(b"cookie", cookie.encode())]
    return SimpleNamespace(scope={"type": "http", "headers": headers, KEY: Visit(SOMEBODY)})


def test_whoever_asks_is_on_the_clock_of_their_browser() -> None:
    person = person_of(request("a=b; whyflow-zone=Asia%2FShanghai"))
    assert (person, person.time_zone) == (SOMEBODY, "Asia/Shanghai")


@pytest.mark.parametrize("zone", ["", "Mars%2FBase", "..%2F..%2Fetc%2Fpasswd", "%00", "x" * 5000])
def test_what_is_no_time_zone_is_ignored(zone: str) -> None:
    assert person_of(request(f"whyflow-zone={zone}")) is SOMEBODY


def test_a_house_that_sets_its_clock_means_it(assistant) -> None:
    person = person_of(request("whyflow-zone=Asia%2FShanghai"))
    asked = assistant(time_zone="Europe/Berlin", zones=True)
    assert asked.zone_of(person) == asked.clock(person).time_zone == "Asia/Shanghai"
    assert asked.zone_of(SOMEBODY) == "Europe/Berlin"
    assert assistant(time_zone="Europe/Berlin").zone_of(person) == "Europe/Berlin"


def test_a_clock_that_is_set_is_known_from_one_that_is_not(monkeypatch) -> None:
    monkeypatch.delenv("WHYFLOW_TIME_ZONE", raising=False)
    assert "time_zone" not in Settings.read().model_fields_set
    monkeypatch.setenv("WHYFLOW_TIME_ZONE", "Asia/Shanghai")
    assert "time_zone" in Settings.read().model_fields_set
