"""`python -m ui.eval.replies.sentences`: fits the weights of `tools/replies/weighing.py` again and
measures the answers. Some minutes."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression

from agent.settings import Settings
from knowledge.nearness import Meaning
from tools.replies.answering import answer_from
from tools.replies.asking import Extent, extent
from tools.replies.told import told_in
from tools.replies.weighing import (
    BEST,
    FILE,
    SIGNALS,
    chosen,
    fitted,
    of_best,
    signals,
)
from ui import parts
from ui.eval.replies.sentences import Example, examples
from ui.eval.replies.sentences.letters import outcomes

HELD = 0.01
"""How strongly the weights of sentences are held near 0 (half of the ridge)."""
STRENGTH = 0.03
"""How far those of the likeliest may follow the examples (C of logistic regression)."""
Numbers = NDArray[np.float64]


class Choice(NamedTuple):
    """The sentences that a question had to choose from."""

    signals: Numbers
    """A row each."""
    right: NDArray[np.bool_]
    """Which of them answer."""
    asked: Extent
    """How much is asked."""
    trade: str


def main() -> None:
    embedder = parts.embedder(Settings.read())
    meaning = Meaning(embedder)
    practice = list(examples("practice", embedder))
    fit([choice(each, meaning) for each in practice if told_in(each.passages)])
    for part, asked in (("practice", practice), ("kept", examples("kept", embedder))):
        for name, count in sorted(counted(asked, meaning).items()):
            print(part, name, count)
        for name, count in sorted(outcomes(part, embedder, meaning).items()):
            print(part, "letters,", name, count)


def choice(example: Example, meaning: Meaning) -> Choice:
    told = told_in(example.passages)
    found = signals(example.question, told, example.passages, example.language, meaning.near)
    right = [example.answered_by(each.text) for each in told]
    return Choice(found, np.array(right), extent(example.question, told), example.trade)


def fit(choices: Sequence[Choice]) -> None:
    """Writes the weights. Whether the likeliest sentence answers is learnt of trades that the
    weights of sentences have not seen, as those of a customer are not either."""
    best, right = list[Numbers](), list[bool]()
    for trade in sorted({each.trade for each in choices}):
        seen = _of_sentences([each for each in choices if each.trade != trade])
        for each in (each for each in choices if each.trade == trade):
            best.append(of_best(each.signals, seen, each.asked))
            right.append(bool(each.right[chosen(each.signals, seen).argmax()]))
    rows = np.stack(best)
    spread = rows.std(axis=0) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(rows / spread, right)
    of_all = _of_sentences(choices)
    told = {
        "sentence": _named(SIGNALS, of_all),
        "best": _named(BEST, model.coef_[0] / spread),
        "bias": round(float(model.intercept_[0]), 4),
    }
    FILE.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    fitted.cache_clear()


def _named(names: Sequence[str], weights: Numbers) -> dict[str, float]:
    return {name: round(float(each), 4) for name, each in zip(names, weights, strict=True)}


def _of_sentences(choices: Sequence[Choice]) -> Numbers:
    """The weights that make the sentences that answer likeliest, where there are any."""
    known = [each for each in choices if each.right.any()]
    spread = np.concatenate([each.signals for each in known]).std(axis=0) + 1e-9
    scaled = [each._replace(signals=each.signals / spread) for each in known]
    zero = np.zeros(len(SIGNALS))
    return np.asarray(minimize(_loss, zero, args=(scaled,), jac=True).x / spread)


def _loss(weights: Numbers, choices: Sequence[Choice]) -> tuple[float, Numbers]:
    """How unlikely what is right is, and how that changes with the weights."""
    loss, slope = HELD * float(weights @ weights), 2 * HELD * weights
    for each in choices:
        shares = chosen(each.signals, weights)
        right = float(shares[each.right].sum())
        loss -= np.log(right) / len(choices)
        wrong = shares - np.where(each.right, shares / right, 0.0)
        slope = slope + wrong @ each.signals / len(choices)
    return loss, slope


def counted(asked: Iterable[Example], meaning: Meaning) -> Counter[str]:
    """By what a question is asked of: how many have an answer, were answered, and rightly."""
    return Counter(name for each in asked for name in _outcome(each, meaning))


def _outcome(example: Example, meaning: Meaning) -> Iterator[str]:
    answer = answer_from(
        example.question, example.passages, example.language, meaning.near, meaning.alike
    )
    spoken = {each.language for each in example.passages}
    if not example.right:
        yield "nothing answers"
        yield f"nothing answers: {'refused' if answer is None else 'quoted'}"
        return
    name = "own language" if example.language in spoken else "other language only"
    yield name
    if any(example.answered_by(each.text) for each in told_in(example.passages)):
        yield f"{name}: found"
    if answer is not None:
        yield f"{name}: answered"
        if example.answered_by(answer.sentences[0].text):
            yield f"{name}: right first"
        if any(example.answered_by(each.text) for each in answer.sentences):
            yield f"{name}: right among them"


if __name__ == "__main__":
    main()
