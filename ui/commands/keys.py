"""`whyflow key`: keys with which programs come in, also while the server runs."""

import argparse
from typing import TYPE_CHECKING

from agent.settings import Settings
from tools.phrases import Language, say
from ui.commands.adding import Command, noted, whole_number
from ui.terminal import DONE, show, show_data

if TYPE_CHECKING:
    from ui.api.keys import Key


def add(command: Command) -> None:
    added = command("key", key, "API keys: with which programs come in", json=True)
    added.add_argument("what", choices=("add", "list", "withdraw"))
    added.add_argument("account", help="the account that the key acts for")
    added.add_argument("name", nargs="?", default="", help="of the key; withdraw: its id")
    added.add_argument("--scope", action="append", default=[], metavar="SCOPE", help="what it may")
    added.add_argument("--days", type=whole_number, help="how long it is good")


def key(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from ui import parts

    accounts, keys = parts.accounts(settings), parts.keys(settings)
    try:
        owner = accounts.named(options.account).id
        match options.what:
            case "add":
                made, text = keys.add(owner, options.name, options.scope, options.days)
                told = {"key": made.id, "name": made.name, "scopes": sorted(made.scopes)}
                noted(settings, "key-added", options.account, **told, days=options.days)
                if options.json:
                    show_data({**_as_data(made), "key": text})
                else:
                    show(say("key-added", language, secret=text, **_told(made)))
            case "withdraw":
                keys.withdraw(options.name, owner)
                noted(settings, "key-withdrawn", options.account, key=options.name)
                show(say("key-withdrawn", language, id=options.name))
            case _:
                _list(keys.of(owner), language, json=options.json)
    finally:
        accounts.close()
        keys.close()
    return DONE


def _list(keys: "list[Key]", language: Language, *, json: bool) -> None:
    if json:
        show_data([_as_data(each) for each in keys])
        return
    for each in keys:
        show(say("key-line", language, **_told(each)))


def _told(key: "Key") -> dict[str, str]:
    return {"id": key.id, "name": key.name, "scopes": ", ".join(sorted(key.scopes))}


def _as_data(key: "Key") -> dict[str, object]:
    return {
        "id": key.id,
        "name": key.name,
        "scopes": sorted(key.scopes),
        "created": key.created,
        "expires": key.expires,
    }
