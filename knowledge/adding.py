"""How a library changes: documents become versions and passages with vectors, and vectors find
their shelves. It knows no search.

A kill loses nothing that was told as done and leaves nothing half. Vectors are kept by the hash of
their text as soon as they are made; a document is then entered, with its words and its places on
the shelves, in one transaction (`placing.py` says how Chroma takes part in it).
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from knowledge import owning, unwanted, versions
from knowledge.chunks import Cut, cut_up
from knowledge.embed import Embeds
from knowledge.lexical import words
from knowledge.owning import Bringer
from knowledge.passage import Document, Record
from knowledge.placing import Placing
from knowledge.postings import Segment, merged, segment_of, to_merge
from knowledge.register import Register

BATCH = 32
"""Passages whose vectors a killed process loses at most."""
GROUP = 256
"""Passages that become findable together."""

Progress = Callable[[int, int], None]
"""Called with (passages done, passages in all)."""


def silent(done: int, total: int) -> None:
    """For those who do not watch."""


class Added(Record):
    """What `Library.add` changed, in passages."""

    added: int
    unchanged: int
    removed: int
    """Of versions that were replaced; they are still found when the past is asked about."""
    left_out: tuple[str, ...] = ()
    """The sources of what a person retired or erased and nobody asked for again."""


class Adding:
    """The one who writes in a library. Its owner lets one thread in at a time."""

    def __init__(
        self, register: Register, placing: Placing, embedder: Embeds, today: Callable[[], date]
    ) -> None:
        self._register = register
        self._placing = placing
        self._embedder = embedder
        self._today = today

    def add(
        self, documents: Sequence[Document], progress: Progress, *, wanted: bool, by: Bringer
    ) -> Added:
        """See `Library.add`."""
        known = versions.digests(self._register, {each.source for each in documents})
        for each in documents:
            owning.check_audience(each, by)
        given = list(map(cut_up, {each.source: each for each in documents}.values()))
        left_out = set() if wanted else unwanted.unwanted(self._register, given)
        cuts, unchanged, total = [], 0, 0
        for cut in given:
            if cut.document.source in left_out:
                continue
            digest, said = known.get(cut.document.source, ("", ""))
            total += len(cut.pieces)
            unchanged += len(cut.pieces) if digest == cut.digest else 0
            if (digest, said) != (cut.digest, versions.said_about(cut.document)):
                cuts.append(cut)
        replaced, done = 0, 0
        todo = sum(len(cut.pieces) for cut in cuts)
        progress(0, todo)
        for group in _groups(cuts):
            for ready in self._embed(group):
                progress(done + ready, todo)
            replaced += self._enter(group, by)
            done += sum(len(cut.pieces) for cut in group)
        return Added(
            added=total - unchanged,
            unchanged=unchanged,
            removed=replaced,
            left_out=tuple(sorted(left_out)),
        )

    def retire(self, sources: Sequence[str], *, wanted: bool) -> int:
        """See `Library.retire`."""
        with self._placing.changing():
            if not wanted:
                self._note_unwanted(sources)
            count = sum(
                versions.retire(self._register, source, self._today()) for source in sources
            )
            self._placing.place(sources)
        return count

    def forget(self, sources: Sequence[str]) -> int:
        """See `Library.forget`."""
        with self._placing.changing():
            self._note_unwanted(sources)
            for source in sources:
                self._placing.clear(source)
            return sum(versions.forget(self._register, source) for source in sources)

    def _note_unwanted(self, sources: Sequence[str]) -> None:
        for source in sources:
            unwanted.note(self._register, source)

    # -- taking documents in

    def _embed(self, group: Sequence[Cut]) -> Iterator[int]:
        """Makes the vectors that are missing; tells how many passages have theirs."""
        texts = {h: t for cut in group for h, t in zip(cut.hashes, cut.texts, strict=True)}
        missing = texts.keys() - self._register.known(list(texts))
        # Of like length, because a batch costs as much as its longest text times its size.
        ordered = sorted(missing, key=lambda hash: (len(texts[hash]), hash))
        held = sum(len(cut.hashes) for cut in group) - len(missing)
        if not missing:
            yield held
        for start in range(0, len(ordered), BATCH):
            batch = ordered[start : start + BATCH]
            vectors = self._embedder.passages([texts[hash] for hash in batch])
            self._register.keep_vectors(batch, vectors)
            yield held + start + len(batch)

    def _enter(self, group: Sequence[Cut], by: Bringer) -> int:
        """Enters documents; tells how many passages they replace."""
        today, counted, replaced = self._today(), dict[int, list[str]](), 0
        sources = [cut.document.source for cut in group]
        with self._placing.changing():
            for cut in group:
                source = cut.document.source
                before = self._passages_today(source)
                unwanted.lift(self._register, source)
                owning.check(self._register, source, by)
                version = versions.enter(self._register, cut.document, cut.digest, today, by.id)
                if version is not None:
                    counted |= self._enter_passages(version, cut)
                    replaced += before
                versions.settle(self._register, source)
            if counted:
                self._keep_segment(segment_of(counted), len(counted))
            self._placing.place(sources)
        return replaced

    def _enter_passages(self, version: int, cut: Cut) -> dict[int, list[str]]:
        ordinal = len(self._placing.versions(cut.document.source))
        found = {}
        for place, (piece, text, hash) in enumerate(
            zip(cut.pieces, cut.texts, cut.hashes, strict=True)
        ):
            # The same in a run that is repeated after a kill, so that Chroma keeps no orphans.
            content = json.dumps([cut.document.source, ordinal, place, cut.digest])
            id = hashlib.sha256(content.encode()).hexdigest()[:24]
            counted = words(text)
            number = self._register.add_passage(version, place, piece, id, len(counted), hash)
            found[number] = counted
        return found

    def _passages_today(self, source: str) -> int:
        day = self._today().isoformat()
        row = self._register.do(
            "SELECT count(*) FROM passages JOIN versions ON versions.number = version WHERE "
            "source = ? AND (until IS NULL OR until >= ?) AND (since IS NULL OR since <= ?)",
            *(source, day, day),
        ).fetchone()
        return int(row[0])

    def _keep_segment(self, segment: Segment, size: int) -> None:
        self._register.do(
            "INSERT INTO segments (size, postings) VALUES (?, ?)", size, segment.to_bytes()
        )
        rows = self._register.do("SELECT number, size FROM segments").fetchall()
        sizes = {row["number"]: row["size"] for row in rows}
        while together := to_merge(sizes):
            parts = [self._segment(number) for number in together]
            whole, size = merged(parts), sum(sizes.pop(number) for number in together)
            for number in together:
                self._register.do("DELETE FROM segments WHERE number = ?", number)
            written = self._register.do(
                "INSERT INTO segments (size, postings) VALUES (?, ?)", size, whole.to_bytes()
            )
            sizes[int(written.lastrowid or 0)] = size

    def _segment(self, number: int) -> Segment:
        row = self._register.do("SELECT postings FROM segments WHERE number = ?", number).fetchone()
        return Segment.from_bytes(row[0])


def _groups(cuts: Sequence[Cut]) -> Iterator[list[Cut]]:
    group: list[Cut] = []
    size = 0
    for cut in cuts:
        group.append(cut)
        size += len(cut.pieces)
        if size >= GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group
