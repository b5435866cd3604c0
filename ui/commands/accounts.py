"""`whyflow user`: accounts from the terminal, also while the server runs."""

import argparse
from typing import TYPE_CHECKING

from agent.settings import Settings
from tools.person import ROLES
from tools.phrases import Language, SayableError, say
from ui.commands.adding import Command, noted
from ui.terminal import DONE, show, show_data

if TYPE_CHECKING:
    from ui.accounts.users import Accounts, User

WHAT = ("list", "add", "role", "password", "disable", "enable")


def add(command: Command) -> None:
    added = command("user", user, "accounts: who may sign in, and as what", json=True)
    added.add_argument("what", choices=WHAT)
    added.add_argument("name", nargs="?", default="", help="of the account")
    added.add_argument("role", nargs="?", choices=ROLES)
    added.add_argument("--team", action="append", metavar="TEAM", help="again for another one")


def user(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from ui import parts

    accounts = parts.accounts(settings)
    try:
        if options.what == "list":
            _list(accounts, language, json=options.json)
            return DONE
        if options.what == "add":
            added, password = accounts.add(
                options.name, options.role or "staff", options.team or ()
            )
            words = say("user-added", language, name=added.name, password=password)
        else:
            words = _changed(accounts, accounts.named(options.name), options, language)
        told = {"do": options.what, "role": options.role, "teams": options.team}
        noted(settings, "account-changed", options.name, **told)
        show(words)
    finally:
        accounts.close()
    return DONE


def _list(accounts: "Accounts", language: Language, *, json: bool) -> None:
    users = accounts.users()
    if json:
        keys = ("id", "name", "role", "source", "disabled")
        show_data(
            [
                {key: getattr(each, key) for key in keys} | {"teams": sorted(each.teams)}
                for each in users
            ]
        )
        return
    for each in users:
        words = _described(each, language)
        show(f"{words} ({say('admin-disabled', language)})" if each.disabled else words)


def _changed(
    accounts: "Accounts", named: "User", options: argparse.Namespace, language: Language
) -> str:
    """Does what was asked, and says what is so now."""
    match options.what:
        case "password":
            password = accounts.reset_password(named)
            return say("user-password", language, name=named.name, password=password)
        case "disable" | "enable":
            accounts.set_disabled(named, options.what == "disable")
            return say(f"user-{options.what}d", language, name=named.name)
    if options.role is None and options.team is None:
        raise SayableError("account-role", role="", known=", ".join(ROLES))
    if options.role:
        accounts.set_role(named, options.role)
    if options.team is not None:
        accounts.set_teams(named, filter(None, options.team))
    return _described(accounts.named(named.name), language)


def _described(user: "User", language: Language) -> str:
    teams = say("list-comma", language).join(sorted(user.teams)) or "–"
    role = say(f"role-{user.role}", language)
    return say("user-changed", language, name=user.name, role=role, teams=teams)
