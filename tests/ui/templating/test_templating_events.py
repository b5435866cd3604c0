"""What the page of templates does, on a real store and without a browser, as every role."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import gradio as gr
import loops
import pytest
from hashing import Hashing
from replydesk import visitor

from agent.audit import Audit, as_data
from knowledge.feedback import Feedback
from knowledge.templates.reading import built_in
from knowledge.templates.record import EVERYONE, Template
from knowledge.templates.store import Templates
from tools.replies.desk import Desk
from ui.templating import page
from ui.templating.events import Events
from ui.templating.query import Query
from ui.templating.widgets import Open, Widgets

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
REFUND = "retail-refund-request.en"
MINE, SHOP, PAY = "mine", "shop-late", "hr-pay"
STAFF = visitor("Ann", teams=frozenset({"shop"}))
BOSS = visitor("Max", role="manager", teams=frozenset({"shop"}))
ADMIN = visitor("Eve", role="admin")
BROKEN = "title,reply\nGood,Hello {name}\nBad,Hello {name\nNone,\nAlso,Bye {name}\n"


@pytest.fixture(scope="module")
def built() -> Widgets:
    return loops.built(page.layout)


@pytest.fixture
def desk() -> Iterator[Desk]:
    templates = Templates(None, built_in(("retail",)), now=lambda: NOON)
    for id, audience, by in (
        (MINE, "person\tann", "Ann"),
        (SHOP, "shop", "Sam"),
        (PAY, "hr", "Jo"),
    ):
        made = Template(
            id=id, title=f"About {id}", intent=id, language="en", warm="Hello {customer_name}",
            audience=(audience,), version=0,
        )  # fmt: skip
        templates.save(made, by)
    yield Desk(templates, Feedback(None), Hashing(), examples=[])
    templates.close()


@pytest.fixture
def opened(desk: Desk) -> SimpleNamespace:
    return SimpleNamespace(desk=desk, audit=Audit(None), time_zone="Asia/Shanghai")


@pytest.fixture
def events(opened: Any, built: Widgets) -> Events:
    return Events(opened, "en", built)


def rows(events: Events, updates: dict[Any, Any]) -> list[list[str]]:
    return updates[events.w.table]["value"]


def ids(events: Events, updates: dict[Any, Any]) -> set[str]:
    return {row[-1] for row in rows(events, updates)}


def row_of(events: Events, updates: dict[Any, Any], id: str) -> list[str]:
    return next(row for row in rows(events, updates) if row[-1] == id)


def searched(events: Events, who: Any = BOSS, **query: Any) -> set[str]:
    return ids(events, events.listed(*Query(**query), who))


def chosen(events: Events, id: str, who: Any = BOSS) -> dict[Any, Any]:
    return events.chosen(SimpleNamespace(row_value=["", id]), who)


def saved(events: Events, id: str, who: Any, *, stays: bool = False, **fields: str) -> Any:
    """As if somebody opened a template, wrote into its form, and saved."""
    now, w = chosen(events, id, who), events.w
    form = {"title": w.title, "wanted": w.wanted, "warm": w.warm, "formal": w.formal}
    form |= {"brief": w.brief, "cues": w.cues, "checks": w.checks, "since": w.since}
    form |= {"until": w.until}
    said = {name: now[widget] for name, widget in form.items()} | fields
    return events.save(now[w.open], stays, *said.values(), Query(), who)


def test_everybody_sees_what_they_may_use_and_an_admin_all(events):
    for who, own in ((STAFF, {MINE, SHOP}), (BOSS, {SHOP}), (ADMIN, {MINE, SHOP, PAY})):
        seen = ids(events, events.loaded(who))
        assert seen & {MINE, SHOP, PAY} == own
        assert REFUND in seen
    far = visitor("Bob")
    assert not ids(events, events.loaded(far)) & {MINE, SHOP, PAY}
    with pytest.raises(gr.Error, match="no reply template"):
        chosen(events, PAY, far)


def test_templates_are_searched_by_words_intent_language_industry_and_whose(events):
    both = {REFUND, "retail-refund-request.zh"}
    assert searched(events, words="hello SHOP") == {SHOP}
    assert searched(events, intent="retail-refund-request") == both
    assert searched(events, intent="retail-refund-request", language="en") == {REFUND}
    assert SHOP not in searched(events, field="retail")
    assert searched(events, audience="shop") == {SHOP}
    assert searched(events, words="no such words") == set()


def test_titles_are_ordered_as_people_count(events, desk):
    for number in (10, 2):
        desk.templates.save(
            Template(id=f"b-{number}", title=f"Boots {number}", intent="boots", language="en",
                     warm="Hi", audience=("shop",), version=0), "Sam",
        )  # fmt: skip
    found = rows(events, events.listed(*Query(words="boots"), BOSS))
    assert [row[-1] for row in found] == ["b-2", "b-10"]


def test_templates_in_the_language_of_the_reader_come_first(events, desk):
    titles = (("zh", "A 靴子"), ("en", "Boots"))
    for language, title in titles:
        desk.templates.save(
            Template(id=f"b-{language}", title=title, intent="boots", language=language,
                     warm="Hi", audience=("shop",), version=0), "Sam",
        )  # fmt: skip
    found = rows(events, events.listed(*Query(intent="boots"), BOSS))
    assert [row[-1] for row in found] == ["b-en", "b-zh"]


def test_uses_and_ratings_are_shown_and_order_the_list(events, desk):
    shown = [(SHOP, 1), (REFUND, 1)]
    told = {"team": "shop", "person": "p", "intent": "a", "shown": shown}
    desk.feedback.keep(**told, chosen=1, before="Hi", after="Hi")
    desk.feedback.keep(**told, chosen=None)
    for order in ("sent", "kept"):
        updates = events.listed(*Query(order=order), BOSS)
        assert rows(events, updates)[0][-1] == REFUND
    assert row_of(events, updates, REFUND)[6:8] == ["1", "50%"]
    assert "Sent once, rejected once; on average 50%" in chosen(events, REFUND)[events.w.used]
    newest = events.listed(*Query(order="saved"), BOSS)
    assert rows(events, newest)[0][-1] == SHOP


def test_a_template_is_read_with_its_blanks_marked_and_a_new_version_keeps_the_old(events, desk):
    saved(events, SHOP, STAFF, warm="Hey {customer_name} <b>", formal="Dear {customer_name}")
    seen = chosen(events, SHOP)[events.w.preview]
    assert seen.count("<details") == 2
    assert seen.count(" open>") == 1
    assert 'Hey <mark class="blank">customer’s name</mark> &lt;b&gt;' in seen
    assert "Hello <mark" in seen  # the version before
    assert "Ann, 2026-07-01 20:00" in seen
    assert [each.by for each in desk.templates.versions(SHOP)] == ["Sam", "Ann"]
    assert row_of(events, events.loaded(BOSS), SHOP)[8] == "Ann, 2026-07-01 20:00"


def test_staff_change_what_is_theirs_and_managers_what_is_the_houses(events):
    for id in (MINE, SHOP):
        saved(events, id, STAFF, warm="Hi {customer_name}")
    now, w = chosen(events, REFUND, STAFF), events.w
    assert not now[w.edit]["visible"]
    assert not now[w.retire]["interactive"]
    with pytest.raises(gr.Error, match="only managers change it"):
        saved(events, REFUND, STAFF, warm="Hi")
    for event, more in ((events.retire, ()), (events.restore, ()), (events.forget, (True,))):
        with pytest.raises(gr.Error, match="only managers change it"):
            event(now[w.open], *more, Query(), STAFF)
        with pytest.raises(gr.Error, match="no reply template"):
            event(Open(PAY, 1), *more, Query(), BOSS)
    saved(events, REFUND, BOSS, warm="Hi {customer_name}")
    saved(events, PAY, ADMIN, warm="Hi {customer_name}")


def test_a_template_is_retired_and_brought_back(events, desk):
    w, opened = events.w, chosen(events, SHOP)[events.w.open]
    now = events.retire(opened, Query(), BOSS)
    assert "is retired" in now[w.report]
    assert SHOP not in ids(events, now)
    assert (now[w.retire]["interactive"], now[w.restore]["interactive"]) == (False, True)
    row = row_of(events, events.listed(*Query(retired=True), BOSS), SHOP)
    assert row[2] == "retired by Max, 2026-07-01 20:00"
    assert SHOP not in {each.id for each in desk.templates.all()}
    with pytest.raises(gr.Error, match="Bring it back before"):
        saved(events, SHOP, BOSS, warm="Hi")
    now = events.restore(opened, Query(), BOSS)
    assert SHOP in ids(events, now)
    assert SHOP in {each.id for each in desk.templates.all()}


def test_the_second_of_two_editors_is_told_and_nothing_malformed_is_saved(events, desk):
    w, first = events.w, chosen(events, SHOP)
    saved(events, SHOP, STAFF, warm="Hi {customer_name}")
    form = [first[widget] for widget in w.form]
    told = events.save(first[w.open], False, *form, Query(), BOSS)
    assert "Ann has saved version 2" in told[w.report]
    assert "Hi <mark" in told[w.preview]
    assert not set(w.form) & told.keys()  # what was written stays
    with pytest.raises(gr.Error, match="line 1, character 7"):
        saved(events, SHOP, BOSS, warm="Hello {customer_name")
    with pytest.raises(gr.Error, match="must not be earlier"):
        saved(events, SHOP, BOSS, since="2026-08-01", until="2026-07-01")
    with pytest.raises(gr.Error, match=r"soon for a date \(Holds until\)"):
        saved(events, SHOP, BOSS, until="soon")
    assert len(desk.templates.versions(SHOP)) == 2
    assert "is saved" in events.save(told[w.open], False, *form, Query(), BOSS)[w.report]
    saved(events, SHOP, BOSS, since="2026-08-01", cues="One\n\n Two ")
    latest = desk.templates.versions(SHOP)[-1].template
    assert (latest.valid_from, latest.cues) == (date(2026, 8, 1), ("One", "Two"))


def test_a_customers_data_is_told_of_before_it_is_saved_and_marked_where_it_was(events, desk):
    w, words = events.w, "Call Mr. Bo Li at 138 0013 8000"
    asked = saved(events, SHOP, STAFF, warm=words)
    assert "phone number: “" in asked[w.report]
    assert "name: “" in asked[w.report]
    assert asked[w.stays]["visible"]
    assert len(desk.templates.versions(SHOP)) == 1
    now = saved(events, SHOP, STAFF, stays=True, warm=words)
    assert "is saved" in now[w.report]
    assert '<mark class="personal" title="phone number">138 0013 8000</mark>' in now[w.preview]
    saved(events, SHOP, STAFF, warm="Call {customer_name}")  # it still stands in a version
    assert "⚠ personal data" in row_of(events, events.loaded(BOSS), SHOP)[2]
    assert "⚠" not in row_of(events, events.loaded(BOSS), REFUND)[2]


def test_what_was_saved_is_erased_after_a_second_thought(events, desk):
    saved(events, REFUND, BOSS, warm="Hi")
    opened = Open(REFUND, 2)
    with pytest.raises(gr.Error, match="Tick"):
        events.forget(opened, False, Query(), BOSS)
    now = events.forget(opened, True, Query(), BOSS)
    assert "1 version erased" in now[events.w.report]
    assert [each.by for each in desk.templates.versions(REFUND)] == [""]
    now = events.forget(Open(SHOP, 1), True, Query(), BOSS)
    assert SHOP not in ids(events, now)
    assert now[events.w.open] == Open()


def test_only_managers_import_and_what_cannot_be_read_is_listed(events, desk, tmp_path):
    table, empty, binary = (tmp_path / name for name in ("<i>.csv", "empty.md", "photo.md"))
    table.write_text(BROKEN, encoding="utf-8")
    empty.write_text("# Nothing\n", encoding="utf-8")
    binary.write_bytes(b"\x00\x01")
    files = [str(binary), str(empty), str(table)]
    assert not events.loaded(STAFF)[events.w.house]["visible"]
    with pytest.raises(gr.Error, match="Only managers"):
        events.take(files, False, Query(), STAFF)
    assert events.loaded(BOSS)[events.w.house]["visible"]
    shown = events.take(files, False, Query(), BOSS)
    told = shown[events.w.report]
    for place in ("&lt;i&gt;.csv#2, line 1, character 7", "csv#3 has no text", "empty.md has no",
                  "photo.md is not text"):  # fmt: skip
        assert place in told
    assert "<i>" not in told
    assert {"<i>.csv#1", "<i>.csv#4"} <= ids(events, shown)


def test_an_import_replaces_nothing_of_another_team(events, desk, tmp_path):
    file = tmp_path / f"{PAY}.md"
    file.write_text("## Reply\n\nOurs now\n", encoding="utf-8")
    told = events.take([str(file)], False, Query(), BOSS)[events.w.report]
    assert f"{PAY} was not added" in told
    assert len(desk.templates.versions(PAY)) == 1
    events.take([str(file)], False, Query(), ADMIN)
    assert len(desk.templates.versions(PAY)) == 2


def test_an_import_is_for_teams_of_ones_own_and_admins_import_for_all(events, desk, tmp_path):
    file = tmp_path / "ours.en.md"
    file.write_text("---\naudience: hr\n---\n## Reply\n\nOurs\n", encoding="utf-8")
    told = events.take([str(file)], False, Query(), BOSS)[events.w.report]
    assert "it is for “hr”" in told
    assert desk.templates.versions("ours.en") == []
    events.take([str(file)], False, Query(), ADMIN)
    assert len(desk.templates.versions("ours.en")) == 1


def test_an_import_with_a_customers_data_waits(events, desk, tmp_path):
    file = tmp_path / "ours.en.md"
    file.write_text("## Reply\n\nWrite to bo.li@mail.org, {customer_name}\n", encoding="utf-8")
    other = tmp_path / "other.en.md"
    other.write_text("## Reply\n\nHello {customer_name}\n", encoding="utf-8")
    asked = events.take([str(file), str(other)], False, Query(), BOSS)
    assert "e-mail address: “" in asked[events.w.report]
    assert "One template was taken in" in asked[events.w.report]
    assert "other.en" in ids(events, asked)
    assert asked[events.w.stays]["visible"]
    assert "ours.en" not in {each.id for each in desk.templates.all()}
    done = events.take([str(file)], True, Query(), BOSS)
    assert "One template was taken in" in done[events.w.report]
    assert "ours.en" in ids(events, done)


def test_what_is_done_is_in_the_audit_log_without_ids(events, opened, tmp_path):
    saved(events, SHOP, STAFF, warm="Hi {customer_name}")
    now = Open(SHOP, 2)
    events.retire(now, Query(), BOSS)
    events.restore(now, Query(), BOSS)
    events.forget(now, True, Query(), BOSS)
    file = tmp_path / "ours.en.md"
    file.write_text("## Reply\n\nHello {customer_name}\n", encoding="utf-8")
    events.take([str(file)], False, Query(), BOSS)
    log = opened.audit.entries()
    assert [(entry.person, entry.event) for entry in log] == [
        ("ann", "template-saved"),
        ("max", "template-retired"),
        ("max", "template-restored"),
        ("max", "template-erased"),
        ("max", "templates-imported"),
    ]
    assert as_data(log[0])["detail"]["version"] == 2
    assert as_data(log[4])["detail"] == {"files": ["ours.en.md"], "changed": 1}
    assert all(len(as_data(entry)["detail"]["template"]) == 16 for entry in log[:4])


def test_who_may_use_a_private_template_is_not_told_by_an_id(events):
    seen = events.loaded(ADMIN)
    assert row_of(events, seen, MINE)[5] == "one person"
    assert row_of(events, seen, REFUND)[5] == EVERYONE
