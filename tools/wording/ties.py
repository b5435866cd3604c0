"""Which of several names that fit a text equally well is meant, and which words speak of it."""

from collections.abc import Iterable, Mapping, Sequence

from tools.wording.content import Hit

Owners = Mapping[str, Sequence[str]]


def meant(group: Sequence[Hit], tied: Sequence[str], owners: Owners) -> tuple[str, list[Hit]]:
    """The name, and the hits that speak of it; none if it is not clear which.

    Args:
        tied: names that have the same share of their words in the text.
    """
    if len(tied) == 1:
        return tied[0], _own(group, tied[0], owners)
    shared = {name: {hit.feature for hit in group if name in owners[hit.feature]} for name in tied}
    most = max(tied, key=lambda name: len(shared[name]))
    if all(shared[name] < shared[most] for name in tied if name != most):
        return most, _own(group, most, owners)  # “shelve the books” has more than the shelves
    return _first_of(group, tied, owners)


def _own(group: Sequence[Hit], name: str, owners: Owners) -> list[Hit]:
    """The hits that speak of a name; “海报” of “贴海报再打印海报” speaks of 张贴海报 where it overlaps
    what only that one has."""
    others = [hit for hit in group if name not in owners[hit.feature]]
    return [
        hit
        for hit in group
        if name in owners[hit.feature]
        and (
            len(owners[hit.feature]) == 1
            or not any(each.start < hit.end and hit.start < each.end for each in others)
        )
    ]


def _first_of(group: Sequence[Hit], tied: Sequence[str], owners: Owners) -> tuple[str, list[Hit]]:
    """Of names that fit equally well the one whose own word comes first, and the hits that speak of
    it: up to the own word of another. Without a word for each there are none."""
    alone = {hit: known[0] for hit in group if len(known := _of(tied, owners[hit.feature])) == 1}
    if set(alone.values()) != set(tied):
        return "", []
    name = next(iter(alone.values()))
    first = next(hit for hit in group if alone.get(hit, name) != name)
    own = (hit for hit in group[: group.index(first)] if name in owners[hit.feature])
    return name, [hit for hit in own if hit.end <= first.start]


def _of(tied: Sequence[str], names: Iterable[str]) -> list[str]:
    return [name for name in names if name in tied]
