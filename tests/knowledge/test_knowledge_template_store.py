from datetime import date

import pytest

from knowledge.database import open_database
from knowledge.feedback import LOOKED, Feedback
from knowledge.feedback import STEPS as feedback_steps
from knowledge.passage import KnowledgeError
from knowledge.templates.record import EVERYONE, Template
from knowledge.templates.store import STEPS, Saying, Templates

EVERYBODY = frozenset({EVERYONE})
BUILT_IN = Template(id="a", title="A", intent="a", language="en", warm="Hello {customer_name}")


@pytest.fixture
def templates(tmp_path):
    store = Templates(tmp_path / "t.sqlite", [BUILT_IN], lambda: date(2026, 7, 1))
    yield store
    store.close()


def changed(**fields: object) -> Template:
    return BUILT_IN.model_copy(update=fields)


def test_a_saved_template_takes_the_place_of_the_one_that_came_with_whyflow(templates):
    saved = templates.save(changed(warm="Hi {customer_name}"), "Ann")
    assert saved.version == 2
    assert [each.warm for each in templates.usable(EVERYBODY)] == ["Hi {customer_name}"]
    assert [by for _, by in templates.versions("a")] == ["", "Ann"]


def test_the_second_of_two_editors_is_told_who_was_first(templates):
    templates.save(changed(warm="Hi"), "Ann")
    with pytest.raises(KnowledgeError, match="Ann has saved version 2"):
        templates.save(changed(warm="Hey"), "Bob")
    assert templates.get("a", EVERYBODY).warm == "Hi"


def test_what_is_over_or_belongs_to_others_is_never_offered(templates):
    templates.save(changed(id="old", valid_until=date(2026, 6, 30), version=0), "Ann")
    templates.save(changed(id="early", valid_from=date(2026, 7, 2), version=0), "Ann")
    templates.save(changed(id="legal", audience=("legal",), version=0), "Ann")
    assert [each.id for each in templates.usable(EVERYBODY)] == ["a"]
    assert {each.id for each in templates.usable(frozenset({"legal", EVERYONE}))} == {"a", "legal"}
    with pytest.raises(KnowledgeError, match="no reply template"):
        templates.get("legal", EVERYBODY)


def test_a_retired_template_is_gone_and_its_versions_stay(templates):
    before = templates.stamp()
    templates.retire("a")
    assert templates.usable(EVERYBODY) == []
    assert templates.versions("a")
    assert templates.stamp() != before


def test_importing_twice_changes_nothing(templates):
    new = changed(id="b", version=0)
    assert templates.add([new], "Ann") == 1
    assert templates.add([new], "Ann") == 0
    assert templates.add([changed(id="b", warm="Hey")], "Ann") == 1
    assert templates.get("b", EVERYBODY).version == 2


def test_what_somebody_says_each_time_is_kept_for_them_and_a_language(templates, tmp_path):
    templates.say_each_time("ann", Saying("en", "phone", "555"))
    templates.say_each_time("ann", Saying("zh", "phone", "556"))
    templates.say_each_time("bob", Saying("en", "phone", "557"))
    other = Templates(tmp_path / "t.sqlite")
    assert other.sayings("ann") == [Saying("en", "phone", "555"), Saying("zh", "phone", "556")]
    other.close()
    templates.say_each_time("ann", Saying("en", "phone", ""))
    assert templates.sayings("ann") == [Saying("zh", "phone", "556")]
    assert templates.sayings("bob")
    assert templates.sayings("") == []


def test_what_was_kept_for_everybody_belongs_to_nobody_in_particular(tmp_path):
    old = open_database(tmp_path / "t.sqlite", STEPS[:2])
    old.execute("INSERT INTO house VALUES ('phone', '555')")
    old.close()
    templates = Templates(tmp_path / "t.sqlite")
    assert templates.sayings("") == [Saying("", "phone", "555")]
    assert templates.sayings("ann") == []
    templates.close()


def test_feedback_keeps_what_was_changed_and_counts_what_was_looked_at():
    feedback = Feedback(None)
    told = {"team": "shop", "person": "p", "intent": "a"}
    shown = [("x", 1), ("y", 1), ("z", 1)]
    assert feedback.keep(**told, shown=shown, chosen=1, before="Hi Bo", after="Hi Bo") == "accepted"
    assert feedback.keep(**told, shown=shown, chosen=0, before="Hi", after="Hello") == "edited"
    assert feedback.keep(**told, shown=shown, chosen=None) == "rejected"
    tallies = feedback.tallies("shop", ["a"])
    assert tallies["y"].worth == 1.0
    assert tallies["z"].looked < tallies["y"].looked  # the last place was hardly looked at
    assert 0 < tallies["x"].worth < 1
    assert feedback.differences("shop", "x") == ["--- \n+++ \n@@ -1 +1 @@\n-Hi\n+Hello"]
    assert feedback.tallies("phone", ["a"]) == {}


def test_what_was_rejected_with_all_others_was_looked_at_at_every_place():
    feedback = Feedback(None)
    told = {"team": "shop", "person": "p", "intent": "a"}
    feedback.keep(**told, shown=[("x", 1), ("y", 1), ("z", 1)], chosen=None)
    assert {each.looked for each in feedback.tallies("shop", ["a"]).values()} == {1.0}


def test_of_one_list_only_the_last_outcome_counts():
    feedback = Feedback(None)
    told = {"team": "shop", "person": "p", "intent": "a", "shown": [("x", 1), ("y", 1)]}
    feedback.keep(**told, chosen=0, before="a", after="a", suggestion="1")
    feedback.keep(**told, chosen=1, before="a", after="a", suggestion="1")
    tallies = feedback.tallies("shop", ["a"])
    assert (tallies["x"].worth, tallies["y"].worth) == (0.0, 1.0)
    feedback.keep(**told, chosen=1, before="a", after="a", suggestion="2")
    assert feedback.tallies("shop", ["a"])["y"].worth == 2.0


def test_older_feedback_tells_what_was_passed_over_from_what_was_rejected(tmp_path):
    old = open_database(tmp_path / "f.sqlite", feedback_steps[:1])
    rows = [("x", 0, "rejected"), ("y", 1, "edited"), ("x", 0, "rejected"), ("y", 1, "rejected")]
    old.executemany(
        "INSERT INTO outcomes (day, team, person, intent, template, version, position, outcome,"
        " worth, difference) VALUES ('', 'shop', 'p', 'a', ?, 1, ?, ?, 0.5, '')",
        rows,
    )
    old.close()
    feedback = Feedback(tmp_path / "f.sqlite")
    tallies = feedback.tallies("shop", ["a"])
    feedback.close()
    assert (tallies["x"].looked, tallies["y"].looked) == (LOOKED[0] + 1.0, 2.0)
