"""`whyflow audit`: the audit log verified, and taken out for others to read."""

import argparse
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from agent.settings import Settings
from tools.phrases import Language, SayableError, say
from ui.commands.adding import Command
from ui.terminal import DONE, NOT_POSSIBLE, WRONG_INPUT, fail, show, show_data

if TYPE_CHECKING:
    from agent.audit import Audit


def add(command: Command) -> None:
    added = command("audit", audit, "the log of who asked, called and changed what", json=True)
    added.add_argument("what", choices=("verify", "export"))
    added.add_argument("file", nargs="?", type=Path, help="to export to, a JSON object a line")
    added.add_argument("--known", metavar="MARK", help="what verify printed at another time")


def audit(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from agent.audit import AuditError
    from ui import parts

    log = parts.audit(settings)
    try:
        if options.what == "export":
            return _export(log, options.file, language)
        number, mark = log.verify(_known(options.known))
    except AuditError as error:
        return fail(error.say(language), NOT_POSSIBLE)
    finally:
        log.close()
    if options.json:
        show_data({"entries": number, "mark": f"{number}:{mark}"})
        return DONE
    show(say("audit-verified", language, count=number))
    show(say("audit-mark", language, mark=f"{number}:{mark}"))
    return DONE


def _export(log: "Audit", file: Path | None, language: Language) -> int:
    from agent.audit import as_data

    lines = (json.dumps(as_data(entry), ensure_ascii=False) for entry in log.all())
    if file is None:
        for line in lines:
            print(line)
        return DONE
    try:
        with file.open("x", encoding="utf-8") as written:
            count = sum(1 for line in lines if written.write(f"{line}\n"))
    except OSError as error:
        return fail(say("audit-file", language, file=str(file), why=error.strerror), WRONG_INPUT)
    show(say("audit-exported", language, count=count, file=str(file)))
    return DONE


def _known(mark: str | None) -> tuple[int, str] | None:
    """
    Raises:
        SayableError: `mark` is not what `verify` prints.
    """
    if mark is None:
        return None
    found = re.fullmatch(r"(\d+):([0-9a-f]{64})", mark.strip())
    if found is None:
        raise SayableError("audit-known", value=mark)
    return int(found[1]), found[2]
