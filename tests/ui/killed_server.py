"""The real site around a real assistant, to be killed: its language model gets stuck, or answers.

killed_server.py FOLDER PORT stuck|quick   FOLDER holds all that is kept
"""

import socket
import sys
from pathlib import Path

sys.path += [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

import uvicorn
from scripted import ScriptedChat

from agent.assistant import Assistant
from agent.audit import Audit
from agent.chats import Chats
from agent.conversations import Conversations
from ui.garbage import collect_seldom
from ui.server import build_server

FOLDER, PORT, HOW = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]


def stuck() -> str:
    print("in the middle", flush=True)
    return sys.stdin.read()


class Ready(Assistant):
    """Has nothing to load: no plan is made here."""

    def load(self) -> None:
        self.ready = True


def opened() -> Assistant:
    assistant = Ready(
        ScriptedChat(script=[stuck if HOW == "stuck" else "Good morning."] * 1000),
        Conversations(FOLDER / "conversations.sqlite"),
        lambda *_, **__: [],
        lambda *_, **__: "",
        Chats(FOLDER / "chats.sqlite"),
        Audit(FOLDER / "audit.sqlite"),
    )
    assistant.recover()
    return assistant


if __name__ == "__main__":
    collect_seldom()
    listening = socket.create_server(("127.0.0.1", PORT))  # who comes early waits in line
    print("listening", flush=True)
    config = uvicorn.Config(build_server(opened), log_level="error", ws="none")
    uvicorn.Server(config).run(sockets=[listening])
