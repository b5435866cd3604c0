"""All that is kept, in one file and back."""

import json
import re
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

import knowledge.library
from agent.audit import Audit
from agent.chats import Chats
from agent.conversations import Conversations
from tools.person import Person
from tools.phrases import SayableError
from ui.accounts.users import Accounts
from ui.backup import STORES, back_up, restore
from ui.cli import main

ANN = Person("ann")
CHAT = "c" * 43
STORES_IN = re.compile(r'"(?:[a-z]+/)*([a-z]+\.sqlite)"')


@pytest.fixture
def data(tmp_path: Path):
    """A folder in use: everything in it is open."""
    folder = tmp_path / "data"
    accounts, audit = Accounts(folder / "accounts.sqlite"), Audit(folder / "audit.sqlite")
    chats = Chats(folder / "chats.sqlite")
    conversations = Conversations(folder / "conversations.sqlite")
    accounts.add("ann")
    audit.write("ann", "asked")
    chats.note(CHAT, ANN, "Welding", ["welding"])
    yield folder, accounts, audit, chats
    for each in (accounts, audit, chats, conversations):
        each.close()


def titles(folder: Path) -> list[str]:
    with closing(Chats(folder / "chats.sqlite")) as chats:
        return [chat.title for chat in chats.listed(ANN)]


def test_what_is_in_use_is_backed_up_and_put_back_into_an_empty_folder(data, tmp_path: Path):
    folder, accounts, audit, _ = data
    file = tmp_path / "whyflow.zip"
    assert back_up(folder, file) == [
        "accounts.sqlite",
        "audit.sqlite",
        "chats.sqlite",
        "conversations.sqlite",
    ]
    assert file.stat().st_mode & 0o077 == 0
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith("tmp")] == []
    restore(file, tmp_path / "new")
    assert titles(tmp_path / "new") == ["Welding"]
    with closing(Accounts(tmp_path / "new" / "accounts.sqlite")) as again:
        assert again.users() == accounts.users()
    with closing(Audit(tmp_path / "new" / "audit.sqlite")) as log:
        assert [entry.event for entry in log.entries()] == ["asked", "restored"]
        log.verify(audit.verify())


def test_what_is_in_use_is_put_back_under_those_who_use_it(data, tmp_path: Path):
    folder, accounts, audit, chats = data
    file = tmp_path / "whyflow.zip"
    back_up(folder, file)
    chats.forget(CHAT, ANN)
    accounts.add("eve", "admin")
    audit.write("eve", "asked")
    restore(file, folder)
    assert [chat.title for chat in chats.listed(ANN)] == ["Welding"]
    assert [user.name for user in accounts.users()] == ["ann"]
    assert [entry.event for entry in audit.entries()] == ["asked", "asked", "restored"]
    audit.verify()


def changed(file: Path, name: str, content: bytes) -> None:
    """The packed file with another content under `name`."""
    with zipfile.ZipFile(file) as packed:
        held = {each: packed.read(each) for each in packed.namelist()}
    with zipfile.ZipFile(file, "w") as packed:
        for each, old in (held | {name: content}).items():
            packed.writestr(each, old)


def test_a_backup_of_a_newer_whyflow_is_refused_and_nothing_is_changed(data, tmp_path: Path):
    folder, *_ = data
    file = tmp_path / "whyflow.zip"
    back_up(folder, file)
    with zipfile.ZipFile(file) as packed:
        manifest = json.loads(packed.read("manifest.json"))
    manifest["chats.sqlite"]["version"] += 1
    changed(file, "manifest.json", json.dumps(manifest).encode())
    with pytest.raises(SayableError, match="newer Whyflow"):
        restore(file, folder)
    manifest = {"../evil.sqlite": {"version": 0, "sha256": ""}}
    changed(file, "manifest.json", json.dumps(manifest).encode())
    with pytest.raises(SayableError, match="newer Whyflow"):
        restore(file, folder)
    assert titles(folder) == ["Welding"]


def test_what_is_no_backup_is_refused(data, tmp_path: Path):
    folder, *_ = data
    file = tmp_path / "whyflow.zip"
    for content in (b"", b"PK hello", b"\x00" * 100):
        file.write_bytes(content)
        with pytest.raises(SayableError, match="not a backup"):
            restore(file, folder)
    file.unlink()
    back_up(folder, file)
    changed(file, "chats.sqlite", b"SQLite format 3\x00 and then nothing")
    with pytest.raises(SayableError, match="not a backup"):
        restore(file, folder)
    with pytest.raises(SayableError, match="already"):
        back_up(folder, file)
    with pytest.raises(SayableError, match="cannot be written"):
        back_up(folder, tmp_path / "missing" / "file.zip")
    with pytest.raises(SayableError, match="nothing to keep"):
        back_up(tmp_path / "empty", tmp_path / "other.zip")


def test_every_file_that_a_part_keeps_is_backed_up():
    root = Path(knowledge.library.__file__).parents[1]
    opened = {
        name
        for layer in ("agent", "knowledge", "tools", "ui")
        for path in (root / layer).rglob("*.py")
        for name in STORES_IN.findall(path.read_text(encoding="utf-8"))
    }
    assert opened == {Path(name).name for name in STORES}


def test_the_commands_say_what_they_did(data, tmp_path: Path, monkeypatch, capsys):
    folder, *_ = data
    monkeypatch.setenv("WHYFLOW_DATA", str(folder))
    assert main(["backup", str(tmp_path / "w.zip"), "--language", "en"]) == 0
    assert "chats.sqlite" in capsys.readouterr().out
    assert main(["restore", str(tmp_path / "w.zip"), "--language", "zh"]) == 0
    assert "已恢复" in capsys.readouterr().out
    assert main(["restore", str(tmp_path / "no.zip"), "--language", "en"]) == 2
