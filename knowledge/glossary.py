"""Words of both languages for the same things: what a text speaks of, and how else that is said, in
either language. It knows the words of `glossary.txt` only, and neither store nor vectors.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from knowledge.language import HAN
from knowledge.numbers import fold

FILE = Path(__file__).parent / "glossary.txt"
PLACES = "# -- places of the world"
"""Above the last part of the file."""
_CHINESE = re.compile(f"[{HAN}]")
_PART = {"en": re.compile("[a-z0-9]+"), "zh": re.compile(f"[{HAN}]|[a-z0-9]+")}
_JOINT = re.compile(r"[\s'-]+")
_AFTER_CONSONANT = re.compile("[^aeiou]y$")
_SHORT = re.compile("[^aeiou][aeiou][bdglmnprt]$")
"""How verbs end that may double their last letter: `ship`, `shipped`."""


class Thing(NamedTuple):
    """What a line of the glossary is about."""

    english: tuple[str, ...]
    """All forms of its words; those of a phrase parted by spaces."""
    chinese: tuple[str, ...]


class Heard(NamedTuple):
    """A word of a text that is known."""

    thing: int
    """Its line."""
    start: int
    end: int
    """Of the folded text."""


class Words(NamedTuple):
    """The words of a language with their lines."""

    lines: Mapping[str, int]
    longest: int
    """In parts, which are words or Chinese characters."""

    def heard(self, text: str, part: re.Pattern[str]) -> Iterator[Heard]:
        """From left to right, of several that begin at a place the longest: 优惠券 is no 优惠."""
        parts, place = list(part.finditer(text)), 0
        while place < len(parts):
            size, found = self._at(text, parts[place : place + self.longest])
            if found is not None:
                yield found
            place += size

    def _at(self, text: str, parts: Sequence[re.Match[str]]) -> tuple[int, Heard | None]:
        start = parts[0].start()
        for size in range(len(parts), 0, -1):
            end = parts[size - 1].end()
            thing = self.lines.get(_key(text[start:end]))
            if thing is not None:
                return size, Heard(thing, start, end)
        return 1, None


def heard(text: str) -> list[Heard]:
    """The known words of a text in whichever of the two languages; Chinese if it has a character
    of that."""
    folded = fold(text)
    language = "zh" if _CHINESE.search(folded) else "en"
    return list(_words(language).heard(folded, _PART[language]))


def things_in(text: str) -> frozenset[int]:
    """The things that a text speaks of."""
    return frozenset(each.thing for each in heard(text))


def ways_to_say(text: str) -> list[tuple[str, ...]]:
    """For each thing that a text speaks of, what it is called in both languages."""
    known = dict.fromkeys(each.thing for each in heard(text))
    return [(*things()[n].english, *things()[n].chinese) for n in known]


def places_in(text: str) -> frozenset[int]:
    """The places of the world that a text speaks of."""
    return things_in(text) & _places()


@cache
def _places() -> frozenset[int]:
    lines = FILE.read_text(encoding="utf-8").partition(PLACES)[2].splitlines()
    told = [line for line in lines if line and not line.startswith("#")]
    return frozenset(range(len(things()) - len(told), len(things())))


@cache
def things() -> tuple[Thing, ...]:
    """All of them, in the order of their lines."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    told = (line.split(" = ") for line in lines if line and not line.startswith("#"))
    return tuple(
        Thing(
            tuple(form for each in english.split(", ") for form in _forms(each)),
            tuple(chinese.split()),
        )
        for english, chinese in told
    )


@cache
def _words(language: str) -> Words:
    known = {
        _key(word): number
        for number, thing in enumerate(things())
        for word in (thing.english if language == "en" else thing.chinese)
    }
    return Words(known, max(len(_PART[language].findall(word)) for word in known))


def _key(text: str) -> str:
    """The same however its words are joined; a sentence ends every word."""
    return _JOINT.sub(" ", text)


def _forms(word: str) -> Iterator[str]:
    """Of a verb, `to send back`, its regular forms; of a noun both numbers. Some are no words, and
    stand nowhere."""
    if not word.startswith("to "):
        yield from dict.fromkeys((word, _with_s(word)))
        return
    verb, *rest = word.removeprefix("to ").split(" ")
    for form in dict.fromkeys((verb, _with_s(verb), *_past(verb), *_going_on(verb))):
        yield " ".join((form, *rest))


def _with_s(word: str) -> str:
    if _AFTER_CONSONANT.search(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"


def _past(verb: str) -> Iterator[str]:
    if _AFTER_CONSONANT.search(verb):
        yield f"{verb[:-1]}ied"
        return
    yield f"{verb.removesuffix('e')}ed"
    if _SHORT.search(verb):
        yield f"{verb}{verb[-1]}ed"


def _going_on(verb: str) -> Iterator[str]:
    yield f"{verb if verb.endswith('ee') else verb.removesuffix('e')}ing"
    if _SHORT.search(verb):
        yield f"{verb}{verb[-1]}ing"
