"""Accounts on disk: passwords, roles, teams, sessions, and who vouches for whom."""

import sqlite3
from pathlib import Path

import pytest

from tools.person import Person
from tools.phrases import SayableError
from ui.accounts.sessions import Sessions
from ui.accounts.users import Accounts


def test_the_first_admin_is_made_once_and_signs_in_with_a_one_time_password(accounts: Accounts):
    password = accounts.first_admin()
    assert password
    assert accounts.first_admin() is None
    admin = accounts.authenticated("admin", password)
    assert admin
    assert (admin.role, admin.temporary) == ("admin", True)


def test_a_password_is_kept_as_a_hash_only(accounts: Accounts, tmp_path: Path):
    _, password = accounts.add("ann")
    file = sqlite3.connect(tmp_path / "accounts.sqlite")
    dump = "\n".join(file.iterdump())
    file.close()
    assert "$argon2id$" in dump
    assert password not in dump


@pytest.mark.parametrize("name", ["ann", "ANN", " ann "])
def test_a_name_is_the_same_in_capitals(accounts: Accounts, name: str):
    _, password = accounts.add("Ann")
    assert accounts.authenticated(name, password)
    with pytest.raises(SayableError, match="already"):
        accounts.add(name)


@pytest.mark.parametrize("name", ["", " ", "a\nb", "x" * 101])
def test_what_cannot_be_a_name_is_refused(accounts: Accounts, name: str):
    with pytest.raises(SayableError, match="cannot be a name"):
        accounts.add(name)
    with pytest.raises(SayableError, match="cannot be a name"):
        accounts.add("ann", teams=[name])
    assert accounts.users() == []


def test_wrong_unknown_and_disabled_are_refused_alike(accounts: Accounts):
    accounts.first_admin()
    ann, password = accounts.add("ann")
    accounts.set_disabled(ann, True)
    for name, guess in (("ann", password), ("admin", "wrong"), ("nobody", "wrong")):
        assert accounts.authenticated(name, guess) is None


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("short", "10 to 200"),
        ("x" * 201, "10 to 200"),
        ("aaaaaaaaaaaa", "easy"),
        ("ann-ann-12", "easy"),
    ],
)
def test_a_weak_new_password_is_refused(accounts: Accounts, new: str, why: str):
    ann, password = accounts.add("ann")
    with pytest.raises(SayableError, match=why):
        accounts.change_password(ann, password, new)
    with pytest.raises(SayableError, match="wrong"):
        accounts.change_password(ann, "not it", "seven green kettles")
    accounts.change_password(ann, password, "seven green kettles")
    assert not accounts.named("ann").temporary


def test_roles_and_teams_make_the_person(accounts: Accounts):
    ann, _ = accounts.add("ann", "manager", [" desk ", "night", "everyone"])
    assert ann.person == Person(ann.id, "ann", "manager", frozenset({"desk", "night"}))
    accounts.set_teams(ann, ["desk"])
    accounts.set_role(ann, "staff")
    assert accounts.named("ann").person.audiences == {"desk", "everyone"}
    with pytest.raises(SayableError, match="staff, manager, admin"):
        accounts.set_role(ann, "owner")


def test_the_last_admin_stays_one(accounts: Accounts):
    accounts.first_admin()
    admin = accounts.named("admin")
    for change in (
        lambda: accounts.set_role(admin, "staff"),
        lambda: accounts.set_disabled(admin, True),
    ):
        with pytest.raises(SayableError, match="only admin"):
            change()
    assert accounts.named("admin") == admin
    accounts.add("ann", "admin")
    accounts.set_role(admin, "staff")
    assert accounts.named("admin").role == "staff"


def test_a_session_ends_by_time_by_hand_and_with_its_account(accounts: Accounts, tmp_path: Path):
    now = [1000.0]
    sessions = Sessions(accounts, hours=1, clock=lambda: now[0])
    ann, _ = accounts.add("ann")
    first, second = sessions.begin(ann), sessions.begin(ann)
    short = sessions.begin(ann, seconds=60)
    assert sessions.whose(first) == sessions.whose(short) == ann
    assert first not in (tmp_path / "accounts.sqlite").read_bytes().decode("latin-1")
    now[0] += 61
    assert sessions.whose(short) is None
    sessions.end(first)
    assert sessions.whose(first) is None
    assert sessions.whose(second) == ann
    now[0] += 3600
    assert sessions.whose(second) is None
    for ending in (
        lambda: accounts.end_sessions(ann),
        lambda: accounts.reset_password(ann),
        lambda: accounts.set_disabled(ann, True),
    ):
        third = sessions.begin(ann)
        ending()
        assert sessions.whose(third) is None
    assert sessions.whose("made up") is None


def test_who_signs_in_elsewhere_gets_an_account_that_no_name_can_take_over(accounts: Accounts):
    local, _ = accounts.add("ann", "admin")
    theirs = accounts.vouched("https://id.example", "7", "ann", ["desk"])
    assert theirs.id != local.id
    assert theirs.name.startswith("ann (")
    assert (theirs.role, theirs.teams) == ("staff", {"desk"})
    assert accounts.vouched("https://id.example", "7", "renamed", ["desk"]) == theirs
    assert accounts.vouched("https://id.example", "7", "ann").teams == {"desk"}
    moved = accounts.vouched("https://id.example", "7", "ann", ["night"], admin=True)
    assert (moved.role, moved.teams) == ("admin", {"night"})
    odd = accounts.vouched("proxy", "x", "A\nnn" + "x" * 200, ["de\x00sk", " ", "everyone"])
    assert (len(odd.name), odd.teams) == (100, {"desk"})
    assert accounts.authenticated(theirs.name, "") is None
    with pytest.raises(SayableError, match="no password here"):
        accounts.reset_password(theirs)
