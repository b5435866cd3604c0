"""Fits the weights of `agent/relevance.py`: `python -m ui.eval.calls.fitting`, ten minutes with
the embedded model. It reads `practice.jsonl` and prints the weights, and how well they would tell a
question that they were not fitted on."""

import json
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from langchain_core.messages import HumanMessage, SystemMessage
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import LeaveOneOut, cross_val_predict

from agent.lines import grammar, read_call
from agent.local import LocalChat, prompt
from agent.native import native_form
from agent.relevance import Signs
from agent.settings import Settings
from knowledge.nearness import Meaning
from ui import parts
from ui.eval.toolcases import own_cases
from ui.eval.tools import SYSTEM, as_tool

STRENGTH = 1.0
"""How far the weights may follow the examples (C of logistic regression, signs of one spread)."""


class Seen(NamedTuple):
    """What speaks for a call, and whether its function was one to call."""

    signs: Signs
    fits: bool


def seen(llm: LocalChat) -> Iterator[Seen]:
    """Each practice question, as the model calls."""
    for case, fits in own_cases():
        forms = tuple(native_form(as_tool(each)) for each in case.functions)
        turns = prompt([SystemMessage(SYSTEM), HumanMessage(case.message)], forms)
        text = "".join(llm.write(turns, grammar(forms, case.message, answer=False)))
        try:
            call = read_call(text, forms)
        except ValueError:
            continue
        called = next(each for each in forms if call and each.tool == call[0])
        yield Seen(llm.signs(turns, case.message, called, text), fits)


def main() -> None:
    settings = Settings.read()
    llm = parts.llm(settings, lambda _: None)
    assert isinstance(llm, LocalChat), "only a model that runs here has odds to look at"
    llm = llm.model_copy(update={"near": Meaning(parts.embedder(settings)).near})
    llm.load()
    rows = []
    for each in seen(llm):
        rows.append(each)
        print(json.dumps([*each.signs, each.fits]), flush=True)
    signs = np.array([each.signs for each in rows])
    fits = np.array([each.fits for each in rows])
    spread, middle = signs.std(0), signs.mean(0)
    model = LogisticRegression(C=STRENGTH)
    even = (signs - middle) / spread
    told = cross_val_predict(model, even, fits, cv=LeaveOneOut(), method="decision_function")
    print(f"left out: AUROC {roc_auc_score(fits, told):.3f}, kept {np.mean(told[fits] >= 0):.2f},")
    print(f"refused {np.mean(told[~fits] < 0):.2f}")
    weights = model.fit(even, fits).coef_[0] / spread
    bias = model.intercept_[0] - weights @ middle
    print(Signs(*np.round(weights, 3).tolist()), "bias", round(float(bias), 3))
    print("median of nearness", round(float(np.median(signs[:, 0])), 3))


if __name__ == "__main__":
    main()
