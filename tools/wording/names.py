"""Which known names a text speaks of, and where. It knows nothing of order or of what is said.

First exact names, the longest first. Then what is left is compared by content: English words by
their stem ("unloading" for "unload the truck"), Chinese by pairs of characters in either order
("报表出来" for "出报表"), and by one of its characters right beside such a pair ("录凭证" for 凭证录入,
beside 凭证扫描). A word that fits two names equally well names neither.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge.language import HAN
from knowledge.numbers import NUMBER, fold
from tools.wording.content import (
    Hit,
    content,
    designated,
    features,
    folded,
    places,
    short,
    spaced,
    told_apart,
    turned,
)
from tools.wording.ties import meant

_GAP = 14  # characters that may stand between two words for one name ("truck has been unloaded")
_GROUP = 8  # content words in a row that are weighed together
_COMMON = 12  # a word in more names than this tells none apart

_ALL_HAN = re.compile(f"[{HAN}]+")
_FINISHED = re.compile(f"([{HAN}])[完好]了?")
# Between words of one name none of these stands: they part two names.
_PARTED = re.compile(
    r"[,，;；.。:：!！?？\n]|(?<![a-z])(?:and|then|before|after|or)(?![a-z])|[和与及、]"
)

_TURNED = 0.5  # what such a pair is worth beside one that stands in the name as it is
_SHORT = 0.4  # of a name that is cut short, how much is there
_NUMBER_BEFORE = re.compile(r"(?<!\d)\d{1,3}[号楼]?$")
_QUANTITY_BEFORE = re.compile(rf"{NUMBER}\s?(?:more |other )?[个名位台辆]?$")


class Mention(NamedTuple):
    """A place in a text that speaks of a name."""

    start: int
    end: int
    name: str
    score: float
    """1 for the exact name, below 1 for a likeness; the share of the name's content that is there."""

    @property
    def exact(self) -> bool:
        return self.score > 1

    @property
    def whole(self) -> bool:
        return self.score >= 0.99


class _Index(NamedTuple):
    """What is asked of the same names again and again."""

    folded: tuple[tuple[str, str], ...]
    """(as it stands in folded text, name), the longest first."""
    verbs: Mapping[str, Sequence[str]]
    """Short Chinese names by their first character."""
    letters: Mapping[str, int]
    """How many names hold a character."""
    content: Mapping[str, frozenset[str]]
    """The features of each name."""
    spread: Mapping[str, float]
    """How many names have a feature."""
    owners: Mapping[str, Sequence[str]]
    """Who has a feature that tells names apart."""
    weights: Mapping[str, float]
    turned: Mapping[str, str]
    """Pairs of characters that stand apart in one name, and in no other, with that name."""
    short: Mapping[str, str]
    """Pairs for which a name is cut short, with that name."""


@lru_cache(maxsize=16)
def _index(names: tuple[str, ...]) -> _Index:
    verbs: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if 2 <= len(name) <= 4 and _ALL_HAN.fullmatch(name):
            verbs[name[0]].append(name)
    signs = told_apart(names)
    features_of = {name: frozenset(features(folded(name), signs)) for name in names}
    spread = Counter(feature for own in features_of.values() for feature in own)
    owners: dict[str, list[str]] = defaultdict(list)
    for name, own in features_of.items():
        for feature in own:
            if spread[feature] <= _COMMON:
                owners[feature].append(name)
    apart = turned(names, spread)
    owners |= {pair: [name] for pair, name in apart.items()}
    longest = sorted(names, key=lambda name: (-len(name), name))
    return _Index(
        folded=tuple((folded(name).strip(), name) for name in longest),
        verbs=dict(verbs),
        letters=Counter(c for name in names for c in set(name)),
        content=features_of,
        spread={**spread, **dict.fromkeys(apart, 1 / _TURNED)},
        owners=dict(owners),
        weights={name: sum(1 / spread[f] for f in each) for name, each in features_of.items()},
        turned=apart,
        short=short(names, spread),
    )


def mentioned(message: str, names: Sequence[str]) -> tuple[str, ...]:
    """The names that `message` speaks of, each once, in the order of mention."""
    return tuple(dict.fromkeys(mention.name for mention in mentions(message, names)))


def mentions(text: str, names: Sequence[str]) -> tuple[Mention, ...]:
    """Every place in `text` that speaks of one of `names`, from left to right, never overlapping."""
    text = fold(text)
    known = _index(tuple(dict.fromkeys(name for name in names if name.strip())))
    exact = _exact(text, known)
    rest = list(text)
    for mention in exact:
        rest[mention.start : mention.end] = ";" * (mention.end - mention.start)
    for mention in _parted(text, known):
        if ";" not in rest[mention.start : mention.end]:
            exact.append(mention)
            rest[mention.start : mention.end] = ";" * (mention.end - mention.start)
    found = [*exact, *_alike("".join(rest), known)]
    return tuple(sorted([*found, *_cut_short(text, found, known)]))


def _with_number(text: str, said: Mention) -> Mention:
    """“2号橱窗” for 布置2号橱窗: the number belongs to the name."""
    number = _NUMBER_BEFORE.search(text, max(0, said.start - 4), said.start)
    if number is None or number[0] not in fold(said.name):
        return said
    return said._replace(start=number.start())


def _exact(text: str, known: _Index) -> list[Mention]:
    taken = bytearray(len(text))
    found = []
    for low, name in known.folded:
        for start, end in places(text, low):
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(Mention(start, end, name, 2.0))
    return found


def _parted(text: str, known: _Index) -> Iterator[Mention]:
    """Chinese names in two parts ("卸完货" for 卸货), or their verb alone ("卸完")."""
    for match in _FINISHED.finditer(text):
        verb, start = match[1], match.start()
        names = known.verbs.get(verb, ())
        for name in names[:_COMMON]:
            if text.startswith(name[1:], match.end()):
                yield Mention(start, match.end() + len(name) - 1, name, 2.0)
                break
        else:
            if names and known.letters[verb] == 1:
                yield Mention(start, start + 1, names[0], 0.5)


def _cut_short(text: str, found: Sequence[Mention], known: _Index) -> Iterator[Mention]:
    taken = [each[:2] for each in found]
    for hit in content(text) if known.short else ():
        free = all(end <= hit.start or hit.end <= start for start, end in taken)
        if free and hit.feature in known.short:
            taken.append(hit[:2])
            yield Mention(hit.start, hit.end, known.short[hit.feature], _SHORT)


def _known_hits(text: str, known: _Index) -> list[Hit]:
    """What of the content of a text stands in a name; a turned pair only where it touches another
    pair of its name, for alone it may be anything."""
    plain = [
        h for h in content(text) if h.feature in known.owners and h.feature not in known.turned
    ]
    there = {hit.start: hit.feature for hit in plain}

    def touches(hit: Hit) -> bool:
        own = known.content.get(known.turned.get(hit.feature, ""), ())
        return any(there.get(place) in own for place in (hit.start - 1, hit.end - 1))

    signs = [hit for hit in designated(text) if hit.feature in known.owners]
    return sorted([*plain, *signs, *filter(touches, content(text)), *filter(touches, spaced(text))])


def _alike(text: str, known: _Index) -> list[Mention]:
    found: list[Mention] = []
    for group in _groups(text, _known_hits(text, known)):
        found.extend(_with_number(text, each) for each in _named(group, known))
    # "2 staff" counts people even where a task is called "staff meeting".
    return [
        m
        for m in found
        if m.whole or not _QUANTITY_BEFORE.search(text[max(0, m.start - 12) : m.start])
    ]


def tied(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """The names between which a word of `text` does not decide, if it speaks of no name at all."""
    text, names = fold(text), tuple(dict.fromkeys(names))
    if mentions(text, names):
        return ()
    words = {hit.feature for hit in content(text)}
    shared = [name for name, own in _index(names).content.items() if words & own]
    return tuple(shared) if len(shared) > 1 else ()


def rivals(text: str, said: Mention, names: Sequence[str]) -> list[str]:
    """Whom a likeness may mean: of the names with all its words those with most of the text's."""
    known = _index(tuple(dict.fromkeys(names)))
    words = _known_hits(fold(text), known)
    own = {hit.feature for hit in words if said.start <= hit.start and hit.end <= said.end}
    turned_round = any(known.turned.get(feature) == said.name for feature in own)
    if said.whole or turned_round or not (own := own & known.content[said.name]):
        return [said.name]
    counts = {
        name: sum(hit.feature in has for hit in words)
        for name, has in known.content.items()
        if own <= has
    }
    return [name for name, count in counts.items() if count == max(counts.values())]


def _groups(text: str, hits: Iterable[Hit]) -> Iterator[list[Hit]]:
    """Hits that stand close together with nothing that parts them."""
    group: list[Hit] = []
    for hit in hits:
        near = group and hit.start - group[-1].end <= _GAP and len(group) < _GROUP
        if group and not (
            near and not _PARTED.search(text, group[-1].end, max(hit.start, group[-1].end))
        ):
            yield group
            group = []
        group.append(hit)
    if group:
        yield group


def _named(group: list[Hit], known: _Index) -> Iterator[Mention]:
    """The names that one group of hits stands for, the best first; of a tie the one that is spoken
    of first, if there is a word for each of them ("paint the doors before painting the frame")."""
    while group:
        scores: dict[str, float] = defaultdict(float)
        for feature in {hit.feature for hit in group}:
            for name in known.owners[feature]:
                scores[name] += 1 / known.spread[feature] / known.weights[name]
        (name, best), *others = sorted(scores.items(), key=lambda item: -item[1])
        if best < 0.24:
            return
        rivals = [other for other, score in others if score > best - 0.01]
        name, own = meant(group, [name, *rivals], known.owners)
        if not own:
            return
        start, end = own[0].start, max(hit.end for hit in own)
        yield Mention(start, end, name, min(best, 1.0))
        group = [hit for hit in group if hit.end <= start or hit.start >= end]
