from pathlib import Path

import numpy as np
import pytest
from hashing import Hashing

import ui.eval.replies
from knowledge.templates.reading import built_in as templates
from tools.replies.examples import FOLDER, Remembering, built_in, pairs
from tools.replies.intents import OUTSIDE, Intents
from tools.replies.letters import Letters

HELD_BACK = Path(ui.eval.replies.__file__).parent


@pytest.fixture(scope="module")
def intents() -> Intents:
    return Intents(built_in(), Remembering(Hashing()))


def test_every_intent_of_a_template_has_examples_and_the_other_way_round():
    known = {intent for _, intent in built_in()}
    assert known - {OUTSIDE} == {template.intent for template in templates()}


def test_no_held_back_message_is_among_the_examples():
    known = {text.lower() for text, _ in built_in()}
    held = [pair for file in HELD_BACK.glob("*.test.txt") for pair in pairs(file)]
    assert len(held) >= 150
    assert not known & {text.lower() for _, *texts in held for text in texts}


def test_the_vectors_of_all_examples_are_stored():
    class Asked(Hashing):
        def queries(self, texts):
            raise AssertionError(f"python -m ui.eval.replies was not run after: {texts}")

    found = Remembering(Asked()).queries([text for text, _ in built_in()])
    assert found.shape[1] == 384
    assert FOLDER.is_dir()


def test_what_was_learnt_is_recognised_and_the_rest_is_outside(intents):
    told = intents.recognise_all(
        ["I want my money back for order 5531", "怎么开户", "tell me a joke"],
        Remembering(Hashing()).queries(
            ["I want my money back for order 5531", "怎么开户", "tell me a joke"]
        ),
    )
    assert [each.intent for each in told] == [
        "retail-refund-request",
        "finance-account-opening",
        "",
    ]
    assert [each.status for each in told] == ["recognised", "recognised", "outside"]


def test_what_may_mean_two_things_is_unclear():
    things = ("order", "parcel", "shoes")
    examples = [(f"{verb} the {thing}", verb) for verb in ("cancel", "return") for thing in things]

    class Alike(Hashing):
        def queries(self, texts):
            return np.ones((len(texts), 384), dtype=np.float32)

    told = Intents(examples, Alike()).recognise("the")
    assert told.status == "unclear"
    assert {intent for intent, _ in told.shares} == {"cancel", "return"}


def test_an_example_that_is_told_twice_changes_nothing():
    examples = built_in()[::8]
    asked = [text for text, _ in built_in()[1::40]]
    once, twice = (
        Intents(told, Remembering(Hashing())).judge(asked) for told in (examples, examples * 2)
    )
    assert np.allclose(once[0], twice[0], atol=1e-5)
    assert np.allclose(once[1], twice[1], atol=1e-5)


def test_without_examples_from_outside_nothing_is_outside():
    model = Intents([("cancel it", "cancel"), ("send it back", "return")], Hashing())
    assert model.recognise("cancel it please").intent == "cancel"


def test_a_number_counts_as_a_number_whichever_it_is():
    letters = Letters(["cancel order 5531", "cancel order 77", "open an account"])
    rows = letters.rows(["cancel order 5531", "cancel order 90210"])
    assert (rows[0] != rows[1]).nnz == 0
