"""`whyflow eval intent`: is it recognised what a customer wants, and what is none of our business?

`clinc150` is the public task as published: learnt from its own training part, measured on its test
part; nothing of it is kept. Our own pairs say the same in both languages, were written before
anything was learnt, and are only counted.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tools.replies.examples import Remembering, built_in, pairs
from tools.replies.intents import OUTSIDE, Intents, Recognised
from ui import parts
from ui.eval import Asked
from ui.eval.rows import Row, share

HELD_BACK = Path(__file__).parent / "replies"
CLINC_OUTSIDE = "oos"


def measure(asked: Asked) -> Sequence[Row]:
    embedder = parts.embedder(asked.settings)
    rows = _own(embedder)
    file = asked.data / "clinc150" / "data_full.json"
    if file.exists():
        rows += _clinc(json.loads(file.read_text(encoding="utf-8")), embedder, asked)
    return rows


def _own(embedder: Any) -> list[Row]:
    model = Intents(built_in(), Remembering(embedder))
    held = list(pairs(HELD_BACK / "pairs.test.txt"))
    outside = list(pairs(HELD_BACK / "outside.test.txt"))
    english, chinese = (model.recognise_all([pair[side] for pair in held]) for side in (1, 2))
    away = model.recognise_all([text for pair in outside for text in pair[1:]])
    both, count = [*zip(english, chinese, strict=True)], len(held)
    agree = sum(_likeliest(a) == _likeliest(b) for a, b in both)
    refused = sum(each.status == "outside" for each in (*english, *chinese))
    unclear = sum(each.status == "unclear" for each in (*english, *chinese))
    return [
        share("intent-agree", agree, count, 0.97),
        share("intent-right:en", _right(english, held), count),
        share("intent-right:zh", _right(chinese, held), count),
        share("intent-refused", refused, 2 * count, 0.03, most=True),
        share("intent-unclear", unclear, 2 * count),
        share("intent-outside", sum(e.status == "outside" for e in away), len(away), 0.95),
    ]


def _likeliest(told: Recognised) -> str:
    return told.shares[0][0]


def _right(told: Sequence[Recognised], held: Sequence[tuple[str, str, str]]) -> int:
    return sum(_likeliest(each) == pair[0] for each, pair in zip(told, held, strict=True))


def _clinc(data: dict[str, list[list[str]]], embedder: Any, asked: Asked) -> list[Row]:
    learnt = _part(data["train"], asked.share) + [(text, OUTSIDE) for text, _ in data["oos_train"]]
    model = Intents(learnt, embedder)
    inside, outside = _part(data["test"], asked.share), _part(data["oos_test"], asked.share)
    texts = [text for text, _ in inside + outside]
    shares, away = model.judge(texts)
    intents = [model.intents[place] for place in shares[: len(inside)].argmax(axis=1)]
    right = sum(told == meant for told, (_, meant) in zip(intents, inside, strict=True))
    area = auroc(away[len(inside) :], away[: len(inside)])
    return [
        share("clinc-right", right, len(inside), 0.95),
        Row(f"clinc-auroc:({len(inside)} / {len(outside)})", area, "score", 0.97),
    ]


def _part(rows: Sequence[Sequence[str]], share: float) -> list[tuple[str, str]]:
    """Every so many-th row, so that all intents stay in it."""
    step = 1 / share
    places = sorted({int(number * step) for number in range(int(len(rows) * share))})
    return [(rows[place][0], rows[place][1]) for place in places if place < len(rows)]


def auroc(high: NDArray[Any], low: NDArray[Any]) -> float:
    """How often one of `high` is above one of `low`; equals count half (Mann and Whitney 1947)."""
    ordered = np.sort(low)
    below = np.searchsorted(ordered, high, side="left")
    ties = np.searchsorted(ordered, high, side="right") - below
    return float((below + 0.5 * ties).mean() / len(low))
