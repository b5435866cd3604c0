"""A process that answers one message and is then killed in the middle of the second.

killed.py FILE   FILE holds the conversations, with the list of them beside it
"""

import sys
from pathlib import Path

sys.path += [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from scripted import ScriptedChat, call

from agent.assistant import Assistant
from agent.chats import Chats
from agent.conversations import Conversations


def stay(*_: object, **__: object) -> list[object]:
    print("in the middle", flush=True)
    sys.stdin.read()
    return []


if __name__ == "__main__":
    rows = [{"name": "welding", "duration": "2 hours"}]
    script = [call("parse_tasks", tasks=rows), call("search_knowledge", question="refund")]
    assistant = Assistant(
        ScriptedChat(script=script),
        Conversations(Path(sys.argv[1])),
        stay,
        lambda _: "",
        Chats(Path(sys.argv[1]).with_name("chats.sqlite")),
    )
    for message in ("welding takes 2 hours", "how do we refund?"):
        list(assistant.turn("ann", message, "en"))
