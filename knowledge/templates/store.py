"""The templates of a house: those that come with Whyflow, and its own with all their versions, in
SQLite. It knows no drafts and no ranking; what somebody may not see, or what is over, never leaves
it through `usable`."""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import chain, count
from pathlib import Path

from knowledge.database import open_database
from knowledge.passage import KnowledgeError, Passage
from knowledge.templates.record import Template
from knowledge.templates.tables import STEPS, Listed, Retired, Saying, Version, moment_of

BUILT_IN_REPLIES = "replies/"
"""Where the library has those that came with Whyflow, by their ids."""
OWN_REPLIES = "templates/"
"""What the others are cited as, which the library does not have."""


class Templates:
    """Threads may share it, and processes too."""

    def __init__(
        self,
        file: Path | None,
        built_in: Sequence[Template] = (),
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """
        Args:
            file: None keeps what is saved in memory.
            built_in: what there is before anybody saves something of that id.
        """
        self._built_in = {template.id: template for template in built_in}
        self._database = open_database(file, STEPS)
        self._lock = threading.Lock()
        self._today, self._now = today, now

    def usable(self, audiences: frozenset[str]) -> list[Template]:
        """What somebody of these teams may send today."""
        day = self._today()
        return [each for each in self._latest().values() if each.usable(audiences, day)]

    def shipped(self, template: Template) -> bool:
        """Did it come with Whyflow, and nobody has changed it?"""
        return self._built_in.get(template.id) == template

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
        with self._changing():
            return self._put(template, by)

    def _put(self, template: Template, by: str) -> Template:
        row = self._database.execute(
            "SELECT version, by FROM versions WHERE id = ? ORDER BY version DESC", [template.id]
        ).fetchone()
        old = self._built_in.get(template.id)
        version, last = (row["version"], row["by"]) if row else (old.version if old else 0, "")
        if version != template.version:
            raise KnowledgeError(
                "template-changed", by=last or "Whyflow", version=version, title=template.title
            )
        saved = template.model_copy(update={"version": version + 1})
        self._database.execute(
            "INSERT INTO versions VALUES (?, ?, ?, ?, ?)",
            [saved.id, saved.version, by, self._now().isoformat(), saved.model_dump_json()],
        )
        return saved

    def add(self, templates: Iterable[Template], by: str) -> int:
        """Takes imported templates in; one whose id is known becomes its next version, and comes
        back if it was retired.

        Returns:
            How many were new, different or back.
        """
        known, changed = {each.template.id: each for each in self.listed()}, 0
        for template in templates:
            old = known.get(template.id)
            version = old.template.version if old else 0
            wanted = template.model_copy(update={"version": version})
            if different := old is None or old.template != wanted:
                self.save(wanted, by)
            if back := old is not None and old.retired is not None:
                self.restore(template.id)
            changed += different or back
        return changed

    def unused(self, id: str) -> str:
        """`id`, or with a number behind it, so that no template has it, nor ever had."""
        with self._lock:
            rows = self._database.execute("SELECT DISTINCT id FROM versions").fetchall()
        taken = {row["id"] for row in rows} | self._built_in.keys()
        numbered = (f"{id}-{number}" for number in count(2))
        return next(each for each in chain([id], numbered) if each not in taken)

    def retire(self, id: str, by: str) -> None:
        """Nobody is offered it any more; its versions stay."""
        with self._changing():
            self._database.execute(
                "INSERT OR IGNORE INTO retired VALUES (?, ?, ?)", [id, by, self._now().isoformat()]
            )

    def restore(self, id: str) -> None:
        """A retired template is offered again, as it was."""
        with self._changing():
            self._database.execute("DELETE FROM retired WHERE id = ?", [id])

    def forget(self, id: str) -> int:
        """Erases all that was saved of a template, for instance because of personal data. What came
        with Whyflow is again as it came.

        Returns:
            How many versions that were.
        """
        with self._changing():
            self._database.execute("DELETE FROM retired WHERE id = ?", [id])
            return self._database.execute("DELETE FROM versions WHERE id = ?", [id]).rowcount

    def listed(self) -> list[Listed]:
        """Everybody's, also those that are retired."""
        with self._lock:
            rows = self._database.execute(
                "SELECT id, by, moment, record, max(version) FROM versions GROUP BY id"
            ).fetchall()
            gone = self._database.execute("SELECT id, by, moment FROM retired").fetchall()
        found = {id: Version(template, "", None) for id, template in self._built_in.items()}
        found |= {row["id"]: _version(row) for row in rows}
        retired = {row["id"]: Retired(row["by"], moment_of(row["moment"])) for row in gone}
        return [Listed(latest, retired.get(id)) for id, latest in found.items()]

    def versions(self, id: str) -> list[Version]:
        """All versions of a template, the oldest first."""
        first = [Version(self._built_in[id], "", None)] if id in self._built_in else []
        with self._lock:
            rows = self._database.execute(
                "SELECT by, moment, record FROM versions WHERE id = ? ORDER BY version", [id]
            ).fetchall()
        return first + [_version(row) for row in rows]

    def still_said(self, passages: Iterable[Passage]) -> list[Passage]:
        """Without those replies that came with Whyflow and that the house has changed or retired
        since: the library, which finds them, knows only how they came."""
        with self._lock:
            rows = self._database.execute("SELECT id FROM versions UNION SELECT id FROM retired")
            own = {f"{BUILT_IN_REPLIES}{row['id']}.md" for row in rows.fetchall()}
        return [each for each in passages if not each.current or each.source not in own]

    def cited(self, template: Template) -> Passage:
        """A template as what a search finds; one that came with Whyflow as the library has it."""
        shipped = self.shipped(template)
        source = f"{BUILT_IN_REPLIES}{template.id}.md" if shipped else OWN_REPLIES + template.id
        told = template.model_dump(
            include={"title", "field", "language", "audience", "valid_from", "valid_until"}
        )
        return Passage(
            id=sha256(f"{source} {template.version}".encode()).hexdigest()[:24],
            text=template.warm,
            heading="",
            source=source,
            kind="reply",
            place=0,
            end=len(template.warm),
            version=str(template.version),
            **told,
        )

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
        """Changes whenever a template was saved, retired, brought back or erased, by whichever
        process."""
        with self._lock:
            return int(self._database.execute("SELECT count FROM changes").fetchone()["count"])

    def close(self) -> None:
        self._database.close()

    def _latest(self) -> dict[str, Template]:
        return {each.template.id: each.template for each in self.listed() if not each.retired}

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """A change of templates, all of it or nothing."""
        with self._lock:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._database.execute("UPDATE changes SET count = count + 1")
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")


def _version(row: sqlite3.Row) -> Version:
    template = Template.model_validate_json(row["record"])
    return Version(template, row["by"], moment_of(row["moment"]))
