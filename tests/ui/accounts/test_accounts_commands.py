"""`whyflow user`, and what `whyflow serve` refuses."""

import json
from pathlib import Path

import pytest

from agent.settings import Settings
from tools.phrases import SayableError
from ui.cli import main
from ui.serve import run


@pytest.fixture
def user(tmp_path: Path, monkeypatch, capsys):
    monkeypatch.setenv("WHYFLOW_DATA", str(tmp_path))

    def call(*arguments: str) -> tuple[int, str]:
        status = main(["user", *arguments, "--language", "en"])
        said = capsys.readouterr()
        return status, said.out + said.err

    return call


def test_an_account_from_its_first_day_to_its_last(user):
    assert user("add", "ann", "manager", "--team", "desk")[1].startswith("ann was added; one-time")
    assert user("role", "ann", "staff", "--team", "day")[1] == "ann: staff; teams: day\n"
    assert "one-time password" in user("password", "ann")[1]
    assert user("disable", "ann") == (0, "ann can no longer sign in; all sessions ended\n")
    assert user("list")[1] == "ann: staff; teams: day (disabled)\n"
    assert user("enable", "ann")[0] == 0
    listed = json.loads(user("list", "--json")[1])
    assert [(each["name"], each["teams"], each["disabled"]) for each in listed] == [
        ("ann", ["day"], False)
    ]


def test_what_cannot_be_done_is_one_line(user):
    assert user("role", "nobody", "admin") == (
        2,
        "There is no account called nobody; whyflow user list shows all.\n",
    )
    user("add", "root", "admin")
    assert user("disable", "root")[0] == 2
    assert user("role", "root")[0] == 2
    assert user("add", "root")[1] == "There is an account called root already.\n"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.1", "intranet"])
def test_without_accounts_nobody_else_can_reach_it(tmp_path: Path, host: str):
    with pytest.raises(SayableError, match="WHYFLOW_ACCOUNTS"):
        run(Settings.read(data=tmp_path, host=host), "en")
