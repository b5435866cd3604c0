"""The templates of a house: those that come with Whyflow, and its own with all their versions, in
SQLite. It knows no drafts and no ranking; what somebody may not see, or what is over, never leaves
it through `usable`."""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from knowledge.database import open_database
from knowledge.passage import KnowledgeError
from knowledge.templates.record import Template

STEPS = (
    """
    CREATE TABLE templates (
        id TEXT NOT NULL,
        version INTEGER NOT NULL,
        by TEXT NOT NULL,
        record TEXT NOT NULL,
        retired INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (id, version)
    );
    CREATE TABLE house (
        slot TEXT PRIMARY KEY,
        value TEXT NOT NULL
    );
    """,
    """
    CREATE TABLE vectors (
        cue TEXT PRIMARY KEY,
        vector BLOB NOT NULL
    );
    """,
    # What was kept for everybody belongs to nobody: it fills blanks where there are no accounts.
    """
    CREATE TABLE sayings (
        person TEXT NOT NULL,
        language TEXT NOT NULL,
        slot TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (person, language, slot)
    );
    INSERT INTO sayings SELECT '', '', slot, value FROM house;
    DROP TABLE house;
    """,
)


class Saying(NamedTuple):
    """What somebody says each time where a slot stands."""

    language: str
    """Of the replies; empty for those of all languages."""
    slot: str
    value: str


class Templates:
    """Threads may share it, and processes too."""

    def __init__(
        self,
        file: Path | None,
        built_in: Sequence[Template] = (),
        today: Callable[[], date] = date.today,
    ) -> None:
        """
        Args:
            file: None keeps what is saved in memory.
            built_in: what there is before anybody saves something of that id.
        """
        self._built_in = {template.id: template for template in built_in}
        self._database = open_database(file, STEPS)
        self._lock = threading.Lock()
        self._today = today

    def usable(self, audiences: frozenset[str]) -> list[Template]:
        """What somebody of these teams may send today."""
        day = self._today()
        return [each for each in self._latest().values() if each.usable(audiences, day)]

    def all(self) -> list[Template]:
        """Everybody's, to learn from; nobody is shown them."""
        return list(self._latest().values())

    def get(self, id: str, audiences: frozenset[str]) -> Template:
        """The latest version, also one that is not valid yet or any more.

        Raises:
            KnowledgeError: `no-template`, also if somebody else's teams have it.
        """
        found = self._latest().get(id)
        if found is None or audiences.isdisjoint(found.audience):
            raise KnowledgeError("no-template", id=id)
        return found

    def save(self, template: Template, by: str) -> Template:
        """Keeps a new template, or a new version of one.

        Args:
            template: its `version` is the one that was being edited; 0 for a new template.
            by: who saves it.

        Returns:
            The template with its new version.

        Raises:
            KnowledgeError: `template-changed`, if somebody saved it meanwhile.
        """
        with self._lock:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                saved = self._put(template, by)
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")
        return saved

    def _put(self, template: Template, by: str) -> Template:
        row = self._database.execute(
            "SELECT version, by FROM templates WHERE id = ? ORDER BY version DESC", [template.id]
        ).fetchone()
        old = self._built_in.get(template.id)
        version, last = (row["version"], row["by"]) if row else (old.version if old else 0, "")
        if version != template.version:
            raise KnowledgeError(
                "template-changed", by=last or "Whyflow", version=version, title=template.title
            )
        saved = template.model_copy(update={"version": version + 1})
        self._database.execute(
            "INSERT INTO templates (id, version, by, record) VALUES (?, ?, ?, ?)",
            [saved.id, saved.version, by, saved.model_dump_json()],
        )
        return saved

    def add(self, templates: Iterable[Template], by: str) -> int:
        """Takes imported templates in; one whose id is known becomes its next version.

        Returns:
            How many were new or different.
        """
        known, changed = self._latest(), 0
        for template in templates:
            old = known.get(template.id)
            wanted = template.model_copy(update={"version": old.version if old else 0})
            if old != wanted:
                self.save(wanted, by)
                changed += 1
        return changed

    def unused(self, id: str) -> str:
        """`id`, or with a number behind it, so that no template has it, nor ever had."""
        with self._lock:
            rows = self._database.execute("SELECT DISTINCT id FROM templates").fetchall()
        taken = {row["id"] for row in rows} | self._built_in.keys()
        numbered = (f"{id}-{number}" for number in count(2))
        return next(each for each in chain([id], numbered) if each not in taken)

    def retire(self, id: str) -> None:
        """Nobody is offered it any more; its versions stay."""
        with self._lock:
            found = self._database.execute(
                "UPDATE templates SET retired = 1 WHERE id = ?", [id]
            ).rowcount
            if not found and id in self._built_in:
                old = self._built_in[id]
                self._database.execute(
                    "INSERT INTO templates VALUES (?, ?, '', ?, 1)",
                    [id, old.version, old.model_dump_json()],
                )

    def versions(self, id: str) -> list[tuple[Template, str]]:
        """All versions with who saved them, the oldest first."""
        first = [(self._built_in[id], "")] if id in self._built_in else []
        with self._lock:
            rows = self._database.execute(
                "SELECT by, record FROM templates WHERE id = ? ORDER BY version", [id]
            ).fetchall()
        return first + [(Template.model_validate_json(r["record"]), r["by"]) for r in rows]

    def sayings(self, person: str) -> list[Saying]:
        """What a person says each time; those for all languages come first.

        Args:
            person: an id; empty for the house where nobody is known.
        """
        with self._lock:
            rows = self._database.execute(
                "SELECT language, slot, value FROM sayings WHERE person = ?"
                " ORDER BY language, slot",
                [person],
            ).fetchall()
        return [Saying(*row) for row in rows]

    def say_each_time(self, person: str, saying: Saying) -> None:
        """From now on a slot is filled like that in this person's replies, and in nobody else's; an
        empty value ends that."""
        language, slot, value = saying
        with self._lock:
            self._database.execute(
                "DELETE FROM sayings WHERE person = ? AND language = ? AND slot = ?",
                [person, language, slot],
            )
            if value:
                self._database.execute("INSERT INTO sayings VALUES (?, ?, ?, ?)", [person, *saying])

    def vectors(self) -> dict[str, bytes]:
        """Cue -> its vector, as `keep_vectors` was given it."""
        with self._lock:
            rows = self._database.execute("SELECT cue, vector FROM vectors").fetchall()
        return {row["cue"]: row["vector"] for row in rows}

    def keep_vectors(self, vectors: Mapping[str, bytes]) -> None:
        """Keeps the vectors of cues, so that nobody makes them again; all others are dropped."""
        with self._lock:
            self._database.execute("BEGIN IMMEDIATE")
            self._database.execute("DELETE FROM vectors")
            self._database.executemany("INSERT INTO vectors VALUES (?, ?)", [*vectors.items()])
            self._database.execute("COMMIT")

    def stamp(self) -> int:
        """Changes whenever a template was saved or retired, by whichever process."""
        with self._lock:
            row = self._database.execute(
                "SELECT count(*) + 1000000 * ifnull(sum(retired), 0) AS stamp FROM templates"
            ).fetchone()
        return int(row["stamp"])

    def close(self) -> None:
        self._database.close()

    def _latest(self) -> dict[str, Template]:
        with self._lock:
            rows = self._database.execute(
                "SELECT id, record, retired, max(version) FROM templates GROUP BY id"
            ).fetchall()
        found = dict(self._built_in)
        for row in rows:
            if row["retired"]:
                found.pop(row["id"], None)
            else:
                found[row["id"]] = Template.model_validate_json(row["record"])
        return found
