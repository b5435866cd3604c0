"""Where the vectors stand: in Chroma, a shelf (a collection) for each audience and kind, and others
for what came with Whyflow, so that a search goes only to the shelves that are open to a person and
asked for, and leaves nothing out later.
A filter on metadata took 126 ms over 100,000 passages, thirty times the search itself.

What holds today without an end stands on a shelf of its own, where a question about today needs no
filter; what is past, ends or begins later stands on a `dated` one.

Chroma gets every vector from us (`embedding_function=None`): its default would download a model.
"""

import hashlib
import threading
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol
from urllib.parse import urlsplit

import numpy as np

from knowledge.catalogue import ALWAYS, KINDS, NEVER, Asked, Catalogue, best
from knowledge.embed import Vectors
from knowledge.passage import Kind, KnowledgeError
from knowledge.register import Register, stacked

# Chroma's own settings (100, 100, 16) missed 1 neighbour in 5 on random vectors; these missed none.
HNSW: Any = {"space": "cosine", "ef_construction": 200, "ef_search": 400, "max_neighbors": 32}
MOST = 5000
"""Vectors in one call; Chroma refuses more than about 5,461."""

Near = tuple[int, float]
"""The number of a passage, and the cosine between its vector and the question's."""


class Place(NamedTuple):
    """Where the passages of a version stand."""

    shelves: tuple[str, ...]
    since: int
    until: int


def place_of(
    audience: Sequence[str],
    kind: Kind,
    since: date | None,
    until: date | None,
    today: date,
    *,
    ours: bool,
) -> Place:
    """Where a version belongs.

    Args:
        ours: it came with Whyflow.
    """
    dated = until is not None or (since is not None and since > today)
    return Place(
        tuple(_shelf(each, kind, dated=dated, ours=ours) for each in audience),
        since.toordinal() if since else ALWAYS,
        until.toordinal() if until else NEVER,
    )


def _shelf(audience: str, kind: Kind, *, dated: bool, ours: bool) -> str:
    # Names of teams may be Chinese or long; Chroma allows neither.
    digest = hashlib.sha256(audience.encode()).hexdigest()[:16]
    return f"{digest}-{'ours-' if ours else ''}{kind}-{'dated' if dated else 'today'}"


class Shelves(Protocol):
    """An index of vectors."""

    def nearest(self, vector: Vectors, count: int, asked: Asked) -> list[Near]:
        """The passages closest to a unit vector."""

    def close(self) -> None: ...


class Chroma:
    """Shelves in a folder of which this process is the owner, or on a server that many share."""

    def __init__(self, where: Path | str, catalogue: Catalogue, owner: str, today: date) -> None:
        """Opens or starts them.

        Args:
            where: a folder, or the address of a server.
            owner: tells the shelves of several libraries on one server apart.

        Raises:
            KnowledgeError: `no-server`.
        """
        self._client = _folder(where) if isinstance(where, Path) else _server(where)
        self._catalogue = catalogue
        self._owner = owner
        self._today = today
        self._shelves: dict[str, Any] = {}
        # Shelves that are not there, and the tick of the catalogue at which they were looked for.
        self._absent: dict[str, int] = {}
        self._lock = threading.Lock()

    def place(self, ids: Sequence[str], vectors: Vectors, old: Place | None, new: Place) -> None:
        """Puts passages on their shelves, and takes them from those where they stood."""
        for name in set(old.shelves if old else ()) - set(new.shelves):
            self.remove(ids, name)
        said = {"since": new.since, "until": new.until}
        for name in new.shelves:
            shelf = self._shelf(name, make=True)
            for start in range(0, len(ids), MOST):
                some = slice(start, start + MOST)
                shelf.upsert(
                    ids=list(ids[some]),
                    embeddings=vectors[some],
                    metadatas=[said] * len(ids[some]),
                )

    def remove(self, ids: Sequence[str], name: str) -> None:
        """Takes passages from a shelf."""
        shelf = self._shelf(name)
        for start in range(0, len(ids), MOST):
            if shelf is not None:
                shelf.delete(ids=list(ids[start : start + MOST]))

    def standing(self) -> dict[str, set[str]]:
        """All ids on each shelf; takes long."""
        found: dict[str, set[str]] = {}
        for name in self._names():
            shelf = self._shelf(name)
            found[name] = set(shelf.get(include=[])["ids"]) if shelf is not None else set()
        return found

    def nearest(self, vector: Vectors, count: int, asked: Asked) -> list[Near]:
        found: dict[int, float] = {}
        for name in self._open_to(asked):
            shelf = self._shelf(name)
            if shelf is None:
                continue
            answer = shelf.query(
                query_embeddings=[vector],
                n_results=count,
                where=self._where(name, asked.on),
                include=["distances"],
            )
            for id, distance in zip(answer["ids"][0], answer["distances"][0], strict=True):
                if id in self._catalogue.ids:  # else it is only just coming, or just going
                    found[self._catalogue.ids[id]] = 1 - distance
        return sorted(found.items(), key=lambda near: (-near[1], near[0]))[:count]

    def close(self) -> None:
        self._client.close()

    def _open_to(self, asked: Asked) -> list[str]:
        return [
            _shelf(audience, kind, dated=dated, ours=ours)
            for audience in sorted(asked.audiences)
            for kind in asked.kinds or KINDS
            for dated in (False, True)
            for ours in ((False,) if asked.own else (False, True))
        ]

    def _where(self, name: str, on: date) -> Any:
        if name.endswith("today") and on >= self._today:
            return None
        day = on.toordinal()
        return {"$and": [{"since": {"$lte": day}}, {"until": {"$gte": day}}]}

    def _shelf(self, name: str, make: bool = False) -> Any:
        """A shelf; None if there is none yet."""
        with self._lock:
            tick = self._catalogue.tick
            if name in self._shelves or (not make and self._absent.get(name) == tick):
                return self._shelves.get(name)
            if not make and self._prefixed(name) not in self._all():
                self._absent[name] = tick
                return None
            self._shelves[name] = self._client.get_or_create_collection(
                self._prefixed(name), embedding_function=None, configuration={"hnsw": HNSW}
            )
            return self._shelves[name]

    def _prefixed(self, name: str) -> str:
        return f"{self._owner}-{name}"

    def _all(self) -> set[str]:
        return {each.name for each in self._client.list_collections()}

    def _names(self) -> list[str]:
        mine = self._prefixed("")
        return sorted(name.removeprefix(mine) for name in self._all() if name.startswith(mine))


def _folder(folder: Path) -> Any:
    import chromadb  # takes 1.5 s
    from chromadb.config import Settings

    return chromadb.PersistentClient(
        path=str(folder), settings=Settings(anonymized_telemetry=False)
    )


def _server(address: str) -> Any:
    import chromadb
    from chromadb.config import Settings

    parts = urlsplit(address)
    try:
        return chromadb.HttpClient(
            host=parts.hostname or "",
            port=parts.port or (443 if parts.scheme == "https" else 80),
            ssl=parts.scheme == "https",
            settings=Settings(anonymized_telemetry=False),
        )
    except ValueError as error:
        raise KnowledgeError("no-server", address=address, detail=error) from error


class Exact:
    """Every vector compared, read from the register: for a process that only reads while another
    one owns the folder. 100,000 passages take a fifth of a second."""

    def __init__(self, register: Register, catalogue: Catalogue) -> None:
        self._register = register
        self._catalogue = catalogue
        self._lock = threading.Lock()
        self._numbers: list[int] = []
        self._rows: Vectors = np.zeros((0, 0), dtype=np.float32)

    def nearest(self, vector: Vectors, count: int, asked: Asked) -> list[Near]:
        numbers, rows = self._read()
        if not numbers:
            return []
        cosines = np.zeros(numbers[-1] + 1, dtype=np.float32)
        cosines[numbers] = rows @ vector
        mask = self._catalogue.shown(asked)[: len(cosines)]
        return [(number, float(cosines[number])) for number in best(cosines, mask, count)]

    def _read(self) -> tuple[list[int], Vectors]:
        with self._lock:
            last = self._numbers[-1] if self._numbers else 0
            new = self._register.rows(
                "SELECT number, vector FROM passages JOIN vectors USING (hash) "
                "WHERE number > ? ORDER BY number",
                last,
            )
            if new:
                rows = stacked(row[1] for row in new)
                self._rows = np.concatenate([self._rows, rows]) if self._numbers else rows
                self._numbers = self._numbers + [row[0] for row in new]
            return self._numbers, self._rows

    def close(self) -> None:
        pass
