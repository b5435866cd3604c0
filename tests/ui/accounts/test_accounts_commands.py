"""`whyflow user`, and what `whyflow serve` refuses."""

import json
import sqlite3
from pathlib import Path

import pytest

from agent.audit import Audit
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


def test_the_audit_log_is_verified_and_exported(tmp_path: Path, monkeypatch, capsys):
    monkeypatch.setenv("WHYFLOW_DATA", str(tmp_path))
    log = Audit(tmp_path / "audit.sqlite")
    log.write("ann", "asked", "chat", question="张三的电话13812345678")
    log.close()

    def call(*arguments: str) -> tuple[int, str]:
        status = main(["audit", *arguments, "--language", "en"])
        said = capsys.readouterr()
        return status, said.out + said.err

    mark = json.loads(call("verify", "--json")[1])["mark"]
    assert call("verify", "--known", mark)[1].startswith("The audit log has one entry, and it is")
    assert call("verify", "--known", "1:" + "0" * 64)[0] == 1
    assert call("verify", "--known", "x")[0] == 2
    assert json.loads(call("export")[1])["detail"] == {"question": "张三的电话[PHONE_1]"}
    file = tmp_path / "log.jsonl"
    assert call("export", str(file)) == (0, f"One entry was written to {file}.\n")
    assert call("export", str(file))[0] == 2
    behind = sqlite3.connect(tmp_path / "audit.sqlite", isolation_level=None)
    behind.execute("DROP TRIGGER entries_stay_as_they_are")
    behind.execute("UPDATE entries SET person = 'eve'")
    behind.close()
    assert call("verify")[0] == 1


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.1", "intranet"])
def test_without_accounts_nobody_else_can_reach_it(tmp_path: Path, host: str):
    with pytest.raises(SayableError, match="WHYFLOW_ACCOUNTS"):
        run(Settings.read(data=tmp_path, host=host), "en")


def test_what_is_changed_from_the_terminal_is_in_the_audit_log(user, tmp_path: Path, capsys):
    user("add", "ann", "manager", "--team", "desk")
    user("disable", "ann")
    user("list")
    main(["key", "add", "ann", "robot", "--scope", "plan", "--json"])
    id = json.loads(capsys.readouterr().out)["id"]
    main(["key", "withdraw", "ann", id])
    log = Audit(tmp_path / "audit.sqlite")
    entries = log.entries()
    log.close()
    assert [(each.event, each.subject) for each in entries] == [
        ("account-changed", "ann"),
        ("account-changed", "ann"),
        ("key-added", "ann"),
        ("key-withdrawn", "ann"),
    ]
    assert all('"terminal": "' in each.detail for each in entries)
    assert "wf_" not in "".join(each.detail for each in entries)
