"""Which tasks a stretch of words means: by their number, by their name, or all that were told."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from knowledge.numbers import fold, number
from tools.prose.records import Row
from tools.wording.stems import stem

ALL = re.compile(
    r"(?<![a-z])(?:everything|all (?:of (?:them|these|this|that)|three|four|five|six|the above|tasks|jobs)|all(?= (?:is|are|done|through|finished))|both(?: of (?:them|these|those))?|they(?= are)|those (?:two|three)|these (?:two|three)|the (?:two|three|four) of them|those|the lot)(?![a-z])"
    r"|以上|上面|前面|全部|所有|两(?:样|个|边|项|件|路|台|步|头|区|者|道|处)|三(?:样|个|项|件|边|路|组|者)|四(?:样|个|项|件)|都|一切"
)
_COUNT = re.compile(
    r"(?<![a-z])(?:all )?(two|three|four|five|six)(?![a-z])|(?:前|以上|这|那)?([两二三四五六])(?:样|个|边|项|件|路|台|步|头|区|者|组|道|处)|(both)"
)
PRONOUN = re.compile(
    r"^(?:\s|the|that|this|it|these|those|is|are|has|been|done|finished|over|through|complete|completed|all|both|they|they're|it's|'s|can|should|will|must|we|there|comes?|once|ready|,|and|then|these|即可|这|那|它|此|个|步|件|项|样|事|全|都|做|弄|干|忙|搞|了|完|等|就|再)*$"
)
_LABEL_EN = re.compile(
    r"^[\s,(\[]*(?:steps?|tasks?|items?|nos?\.?|numbers?|lines?|points?|#)?\s?(?P<list>(?:\d{1,2}|[a-z])(?:(?:\s?(?:,|and|&|,? and|\+)\s?)(?:steps? )?(?:\d{1,2}|[a-z]))*)(?=\s*(?:$|[\])).,;]|is |are |has |have ))"
)
_LABEL_ZH = re.compile(
    r"(?:第|步骤|任务|接)*\s?(?P<list>(?:\d{1,2}|[①-⑳]|(?<=第)[一二三四五六七八九十]{1,2})(?:[、,，和与及]\s?第?(?:\d{1,2}|[①-⑳]|[一二三四五六七八九十]{1,2}))*)\s?(?:步|项|条|件|号|道)?(?=$|都|也|完|好|之后|以后|后|做|结束|全|前|之前)"
)
_LETTER = r"(?:(?<![a-z])[a-h](?=\s?[\u4e00-\u9fff、])|[甲乙丙丁戊己庚辛])"
_LETTERS = re.compile(rf"(?P<list>{_LETTER}(?:\s?[、,，和与及跟]\s?{_LETTER})*)")
_VERB_DONE = re.compile(
    r"\s*(?![做弄干忙搞都全这那它此])([\u4e00-\u9fff])(?:完|好|毕|妥)了?(?:之后|以后|后|再|才|就|$)"
)
_SPLIT = re.compile(
    r",|，|、|(?<![a-z])(?:and|&|plus|as well as|und)(?![a-z])|[和与及跟且]|(?<=[完好了毕束])(?=[\u4e00-\u9fff])"
)
_STOPWORDS_WORDS = """
the a an of to in on for with and or is are be been was were has have had do does done it its this
that these those we you they all both each only then after once when by at as out off up down over
can must should will need needs finished complete completed ready through also from her his our
there
"""
_STOPWORDS = frozenset(_STOPWORDS_WORDS.split())
_WEAK = frozenset(("gone", "work", "task", "step", "file", "files", "filing", "part"))
"""They tell tasks apart only where nothing else does."""
_ZH_LIGHT = frozenset(
    "的了都也和要等待还先全一这那两个样项完好后之以再才能做结束成毕已经到里上下中有是把给在时就人工步条第前面件活出来开始可"
)

_LONE_LETTER = re.compile(
    r"(?<=[\u4e00-\u9fff])[a-z](?![a-z])|(?<![a-z])[a-z](?=[\u4e00-\u9fff])|^\s*[a-h]\s*$"
)
"""任务A and A区 are told apart by it."""


class Told:
    """The tasks of a message, and which were told so far."""

    def __init__(self, rows: Sequence[Row], ends: Callable[[], list[Row]]) -> None:
        """`ends` gives those told that nobody waits for yet."""
        self._rows, self.ends = rows, ends
        self.told: list[Row] = []
        self.stage: list[Row] = []
        """The task or tasks spoken of last."""
        self._features = {row.name: set(_features(row.name, weak=True)) for row in rows}
        self._spread = Counter(f for each in self._features.values() for f in each)

    def meant(self, words: str, subject: Row | None) -> tuple[Row, ...]:
        words = words.replace("\0", " ")
        if labelled := self.labelled(words):
            return labelled
        if verb := _VERB_DONE.match(words):  # "和好后": the task that has this verb
            done = [r for r in self.told if verb[1] in r.name and r is not subject]
            return tuple(done[-1:])
        parts = [part for part in _SPLIT.split(words) if part and part.strip()]
        found: dict[str, Row] = {}
        for part in parts:
            for row in self._mentioned(part, subject):
                found[row.name] = row
        everything = ALL.search(words)
        amount = _amount(words)
        if found and not (everything and amount and len(found) < amount):
            return tuple(found.values())
        if everything or amount:
            return self._all(subject, amount, words, tuple(found.values()))
        if done := [r for r in self.told if r is not subject and any(p in words for p in r.called)]:
            return (done[-1],)  # "once Kim is finished"
        if PRONOUN.match(words.strip()):
            return tuple(r for r in self.stage if r is not subject)
        return tuple(found.values())

    def labelled(self, words: str) -> tuple[Row, ...]:
        labels = {row.label.casefold(): row for row in self._rows if row.label}
        match = _LABEL_EN.match(words) or _LABEL_ZH.search(words) or _LETTERS.search(words)
        if not labels or not match:
            return ()
        listed = re.findall(
            r"\d{1,2}|[①-⑳]|[一二三四五六七八九十]{1,2}|[甲乙丙丁戊己庚辛]|(?<![a-z])[a-z](?![a-z])",
            match["list"],
        )
        return tuple(labels[each] for each in listed if each in labels)

    def _all(
        self, subject: Row | None, amount: int | None, words: str, named: tuple[Row, ...]
    ) -> tuple[Row, ...]:
        told = [r for r in self.told if r is not subject]
        if re.search(r"[a-z]", words):
            for word in re.findall(r"[a-z]{3,}", words):
                feature = stem(word)
                alike = [r for r in told if feature in self._features[r.name]]
                if amount and len(alike) >= amount:
                    return tuple(alike[-amount:])
        ends = [r for r in self.ends() if r is not subject]
        if amount:
            return tuple((ends if len(ends) >= amount else told)[-amount:])
        return tuple(ends)

    def _mentioned(self, part: str, subject: Row | None) -> list[Row]:
        scored = self.scored(part, subject)
        if not scored or scored[0][0] < 0.34:
            return []
        best = scored[0][0]
        tied = [row for score, row in scored if score > best - 0.02]
        if len(tied) > 1:
            told = [r for r in self.told if r in tied]
            several = re.search(r"(?<![a-z])(?:both|all|every|each)(?![a-z])|[两三都各]", part)
            amount = _amount(part) or len(tied)
            return told[-amount:] if several else (told or tied)[-1:]
        return tied

    def scored(self, part: str, subject: Row | None) -> list[tuple[float, Row]]:
        features = set(_features(part)) or set(_features(part, weak=True))
        alike = _related(self._spread, features)
        found = []
        for row in self._rows:
            own = self._features[row.name]
            shared = own & features or own & alike
            if row is subject or not shared:
                continue
            known = sum(1 / self._spread[f] for f in features | shared if self._spread[f])
            whole = sum(1 / self._spread[f] for f in own)
            both = sum(1 / self._spread[f] for f in shared)
            score = both / known + 0.1 * both / whole
            if row in self.told:
                score += 0.11  # rather one that was spoken of than one to come
            if fold(row.name) in part:
                score += 2
            found.append((score, row))
        return sorted(found, key=lambda each: -each[0])


def _amount(words: str) -> int | None:
    """How many are meant: 2 of "both", 3 of "三样"."""
    counted = _COUNT.search(words)
    if counted is None:
        return None
    return 2 if counted[3] else int(number(counted[1] or counted[2]) or 2)


def _related(own: Iterable[str], others: set[str]) -> set[str]:
    """Stems of `own` that begin like one of `others`: "notify" and "notification"."""
    return {
        one
        for one in own
        for other in others
        if min(len(one), len(other)) >= 4 and (one.startswith(other) or other.startswith(one))
    }


def _features(text: str, *, weak: bool = False) -> Iterator[str]:
    low = fold(text)
    for word in re.findall(r"[a-z0-9äöüß]+", low):
        if (
            word not in _STOPWORDS
            and (weak or word not in _WEAK)
            and (len(word) > 1 or word.isdigit())
        ):
            yield stem(word)
    yield from _LONE_LETTER.findall(low)
    for sign in re.findall(r"[\u4e00-\u9fff]", low):
        if sign not in _ZH_LIGHT:
            yield sign
