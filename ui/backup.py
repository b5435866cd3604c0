"""All that Whyflow keeps, in one file and back, while it runs: every SQLite file is copied by
SQLite's own backup, which waits for nobody and never sees half a change. The vector index is left
out: it is made again from the documents in `knowledge/library.sqlite`.
"""

import hashlib
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from pkgutil import resolve_name

from agent.audit import Audit
from tools.phrases import SayableError

STORES = {
    "accounts.sqlite": "ui.accounts.users:STEPS",
    "audit.sqlite": "agent.audit:STEPS",
    "chats.sqlite": "agent.chats:STEPS",
    "conversations.sqlite": "agent.conversations:STEPS",
    "feedback.sqlite": "knowledge.feedback:STEPS",
    "handovers.sqlite": "tools.replies.handovers:STEPS",
    "keys.sqlite": "ui.api.keys:STEPS",
    "knowledge/library.sqlite": "knowledge.register:STEPS",
    "templates.sqlite": "knowledge.templates.tables:STEPS",
}
"""Every file that is kept, and the steps of its tables; a test finds one that is missing here."""
MANIFEST = "manifest.json"
AUDIT = "audit.sqlite"


def back_up(data: Path, file: Path) -> list[str]:
    """Writes what is in the folder `data` to the new `file`; the names of what was there.

    Raises:
        SayableError: `file` is there already or cannot be written, or there is nothing to keep.
    """
    names = [name for name in STORES if (data / name).exists()]
    if not names:
        raise SayableError("backup-nothing", folder=str(data))
    if file.exists():
        raise SayableError("backup-exists", file=str(file))
    try:
        with tempfile.TemporaryDirectory(dir=file.parent) as folder:
            part = Path(folder) / "part"
            part.touch(mode=0o600)
            _write(part, data, names, Path(folder))
            part.replace(file)
    except OSError as error:
        raise SayableError("backup-file", file=str(file), why=error.strerror or "") from None
    return names


def restore(file: Path, data: Path) -> list[str]:
    """Puts what `file` holds into the folder `data`, in place of what is there; the names of it.
    An audit log that goes on from the one in `file` stays.

    Raises:
        SayableError: `file` is no backup, is damaged, or was made by a newer Whyflow. Then nothing
            was changed.
    """
    with tempfile.TemporaryDirectory() as folder, _opened(file) as (packed, manifest):
        for name, told in manifest.items():
            _take_out(packed, name, told, Path(folder), file)
        kept = [name for name in manifest if not _goes_on(Path(folder), data, name)]
        for name in kept:
            target = data / name
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _copy(Path(folder) / name, target)
    with closing(Audit(data / AUDIT)) as audit:
        audit.write("", "restored", file.name, files=kept)
    return kept


def _write(part: Path, data: Path, names: list[str], folder: Path) -> None:
    manifest = {}
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in names:
            copy = folder / name
            copy.parent.mkdir(exist_ok=True)
            _copy(data / name, copy)
            manifest[name] = {"version": _version(copy), "sha256": _print_of(copy)}
            packed.write(copy, name)
        packed.writestr(MANIFEST, json.dumps(manifest, indent=2))


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(source, timeout=30)) as one,
        closing(sqlite3.connect(target, timeout=30)) as other,
    ):
        one.backup(other)


@contextmanager
def _opened(file: Path) -> Iterator[tuple[zipfile.ZipFile, dict[str, dict[str, object]]]]:
    """The packed file, and what it says it holds, which is all known to this Whyflow."""
    try:
        with zipfile.ZipFile(file) as packed:
            manifest = json.loads(packed.read(MANIFEST))
            for name, told in manifest.items():
                known = _known(name)
                if known is None or told["version"] > known:
                    raise SayableError("backup-newer", file=str(file), name=name)
            yield packed, manifest
    except (OSError, zipfile.BadZipFile, KeyError, TypeError, ValueError, AttributeError) as error:
        if isinstance(error, SayableError):
            raise
        raise SayableError("backup-damaged", file=str(file), why=str(error)) from None


def _take_out(
    packed: zipfile.ZipFile, name: str, told: dict[str, object], folder: Path, file: Path
) -> None:
    """One file, which is whole and the one that was put in."""
    copy = folder / name
    copy.parent.mkdir(exist_ok=True)
    copy.write_bytes(packed.read(name))
    if _print_of(copy) != told["sha256"] or _version(copy) != told["version"]:
        raise SayableError("backup-damaged", file=str(file), why=name)


def _goes_on(folder: Path, data: Path, name: str) -> bool:
    """Is it the audit log, and the one that is there a longer one of the same?"""
    if name != AUDIT or not (data / AUDIT).exists():
        return False
    with closing(Audit(folder / AUDIT)) as older, closing(Audit(data / AUDIT)) as now:
        last = older.latest(1)
        same = now.entries(last[0].number - 1, 1) if last else []
        return not last or same == last


def _known(name: str) -> int | None:
    """The version of its tables that this Whyflow writes; None if it knows no such file."""
    if name not in STORES:
        return None
    return len(resolve_name(STORES[name]))


def _version(file: Path) -> int:
    with closing(sqlite3.connect(file)) as opened:
        return int(opened.execute("PRAGMA user_version").fetchone()[0])


def _print_of(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
