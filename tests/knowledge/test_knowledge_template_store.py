from datetime import UTC, date, datetime

import pytest

from knowledge.database import open_database
from knowledge.feedback import LOOKED, Feedback, Use
from knowledge.feedback import STEPS as feedback_steps
from knowledge.passage import KnowledgeError, Passage
from knowledge.templates.record import EVERYONE, Template
from knowledge.templates.store import Templates
from knowledge.templates.tables import STEPS, Saying

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
EVERYBODY = frozenset({EVERYONE})
BUILT_IN = Template(id="a", title="A", intent="a", language="en", warm="Hello {customer_name}")


@pytest.fixture
def templates(tmp_path):
    store = Templates(tmp_path / "t.sqlite", [BUILT_IN], lambda: date(2026, 7, 1), lambda: NOON)
    yield store
    store.close()


def changed(**fields: object) -> Template:
    return BUILT_IN.model_copy(update=fields)


def test_a_saved_template_takes_the_place_of_the_one_that_came_with_whyflow(templates):
    saved = templates.save(changed(warm="Hi {customer_name}"), "Ann")
    assert saved.version == 2
    assert [each.warm for each in templates.usable(EVERYBODY)] == ["Hi {customer_name}"]
    assert [(each.by, each.moment) for each in templates.versions("a")] == [
        ("", None),
        ("Ann", NOON),
    ]


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


def test_a_retired_template_is_gone_until_somebody_brings_it_back_and_its_versions_stay(templates):
    templates.save(changed(warm="Hi"), "Ann")
    before = templates.stamp()
    templates.retire("a", "Bob")
    assert templates.usable(EVERYBODY) == templates.all() == []
    with pytest.raises(KnowledgeError, match="no reply template"):
        templates.get("a", EVERYBODY)
    (listed,) = templates.listed()
    assert listed.retired == ("Bob", NOON)
    assert (listed.template.warm, listed.latest.by) == ("Hi", "Ann")
    assert [each.template.version for each in templates.versions("a")] == [1, 2]
    gone = templates.stamp()
    templates.restore("a")
    assert templates.get("a", EVERYBODY).warm == "Hi"
    assert len({before, gone, templates.stamp()}) == 3


def test_what_was_erased_leaves_no_word_and_what_came_with_whyflow_is_as_it_came(templates):
    templates.save(changed(warm="Call 138"), "Ann")
    templates.save(changed(id="b", version=0, warm="Call 139"), "Ann")
    templates.retire("b", "Ann")
    before = templates.stamp()
    assert [templates.forget(id) for id in ("a", "b", "c")] == [1, 1, 0]
    assert [each.template for each in templates.listed()] == [BUILT_IN]
    assert templates.versions("b") == []
    assert templates.stamp() != before


def test_the_chat_quotes_no_reply_that_the_house_has_changed_or_retired(templates):
    fields = {"text": "Hi", "title": "A", "heading": "", "kind": "reply", "field": "", "place": 0}
    quoted, other, rule = (
        Passage(id="0" * 24, source=source, language="en", **fields)
        for source in ("replies/a.md", "replies/b.md", "procedures/a.md")
    )
    old = quoted.model_copy(update={"current": False})
    found = [quoted, other, rule, old]
    assert templates.still_said(found) == found
    templates.save(changed(warm="Hi"), "Ann")
    assert templates.still_said(found) == [other, rule, old]
    templates.forget("a")
    templates.retire("a", "Ann")
    assert templates.still_said(found) == [other, rule, old]
    templates.restore("a")
    assert templates.still_said(found) == found


def test_what_is_imported_comes_back_if_it_was_retired(templates):
    templates.save(changed(warm="Hi"), "Ann")
    templates.retire("a", "Ann")
    assert templates.add([changed(warm="Hi")], "Bob") == 1
    assert templates.get("a", EVERYBODY).version == 2
    templates.retire("a", "Ann")
    assert templates.add([changed(warm="Hey")], "Bob") == 1
    assert templates.get("a", EVERYBODY).warm == "Hey"


def test_older_stores_keep_their_versions_and_what_is_retired(tmp_path):
    old = open_database(tmp_path / "t.sqlite", STEPS[:3])
    rows = [
        ("a", 1, "", BUILT_IN, 1),  # came with Whyflow, and was retired
        ("b", 1, "Ann", changed(id="b"), 1),
        ("c", 1, "Ann", changed(id="c"), 1),
        ("c", 2, "Bob", changed(id="c", version=2), 0),  # saved again after it was retired
    ]
    for id, version, by, template, retired in rows:
        row = [id, version, by, template.model_dump_json(), retired]
        old.execute("INSERT INTO templates VALUES (?, ?, ?, ?, ?)", row)
    old.close()
    templates = Templates(tmp_path / "t.sqlite", [BUILT_IN])
    found = {each.template.id: bool(each.retired) for each in templates.listed()}
    assert found == {"a": True, "b": True, "c": False}
    assert [each.by for each in templates.versions("c")] == ["Ann", "Bob"]
    assert [each.by for each in templates.versions("a")] == [""]
    templates.close()


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


def test_uses_are_counted_for_the_whole_house_and_what_was_passed_over_is_none():
    feedback = Feedback(None)
    shown = [("x", 1), ("y", 1)]
    for team in ("shop", "phone"):
        told = {"team": team, "person": "p", "intent": "a", "shown": shown}
        feedback.keep(**told, chosen=0, before="Hi", after="Hi")
    feedback.keep(team="shop", person="p", intent="a", shown=shown, chosen=None)
    assert feedback.uses() == {"x": Use(2, 1, 2 / 3), "y": Use(0, 1, 0.0)}


def test_a_template_is_cited_as_the_library_has_it_and_one_of_the_house_as_its_own(templates):
    assert templates.cited(BUILT_IN).source == "replies/a.md"
    saved = templates.save(changed(warm="Hi", audience=("legal",)), "Ann")
    cited = templates.cited(saved)
    assert (cited.source, cited.version, cited.text) == ("templates/a", "2", "Hi")
    assert (cited.audience, cited.kind) == (("legal",), "reply")
    assert cited.id != templates.cited(BUILT_IN).id
