"""What admins search and leaf through: accounts, sessions, keys and the audit log."""

import csv
import io
import re
from datetime import UTC, datetime

import pytest

from agent.audit import Audit
from ui.accounts.paging import SIZE

EN = {"accept-language": "en"}


def posted(client, page, action, values):
    token = re.search('name="token" value="([0-9a-f]+)"', client.get(page).text)[1]
    return client.post(action, data={"token": token, **values})


def names(page: str) -> list[str]:
    return re.findall('<form method="post" action="[^"]+" aria-label="([^"]+)"', page)


def numbers(page: str) -> list[int]:
    return [int(found) for found in re.findall(r"<tr><td>(\d+)</td>", page)]


@pytest.fixture
def many(house):
    """A house with more people than one page shows."""
    site = house()
    with site.accounts.transaction() as connection:
        connection.executemany(
            "INSERT INTO users (id, name, role, source, subject) VALUES (?, ?, 'staff', 'x', ?)",
            [(f"id{n}", f"person {n:03}", str(n)) for n in range(2 * SIZE)],
        )
    site.accounts.set_teams(site.accounts.named("person 007"), ["Night_shift"])
    return site


def test_accounts_are_shown_a_page_at_a_time(many):
    admin = many.person("root", "admin")
    first = admin.get("/admin", headers=EN).text
    assert names(first) == [f"person {n:03}" for n in range(SIZE)]
    assert f"1 to {SIZE} of {2 * SIZE + 1}" in first
    assert 'rel="next"' in first
    assert 'rel="prev"' not in first
    last = admin.get("/admin?page=3", headers=EN).text
    assert names(last) == ["root"]
    assert 'rel="next"' not in last
    for nonsense in ("99", "0", "-1", "x", "9" * 30, "٣"):
        assert admin.get("/admin", params={"page": nonsense}).status_code == 200


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"find": "N 099"}, ["person 099"]),
        ({"find": "night_"}, ["person 007"]),
        ({"find": "%"}, []),
        ({"role": "admin"}, ["root"]),
        ({"find": "person 00", "role": "admin"}, []),
        ({"find": "' OR 1=1 --"}, []),
    ],
)
def test_accounts_are_found_by_name_team_and_role(many, query, found):
    assert names(many.person("root", "admin").get("/admin", params=query).text) == found


def test_a_search_stays_when_an_account_is_changed_and_when_the_language_is(many):
    admin = many.person("root", "admin")
    values = {"do": "save", "name": "person 007", "role": "manager", "teams": "day"}
    page = posted(admin, "/admin", "/admin/users?find=007", values).text
    assert names(page) == ["person 007"]
    back = re.search('href="(/switch/zh[^"]+)"', page)[1].replace("&amp;", "&")
    came = admin.get(back).headers["location"]
    assert names(admin.get(came).text) == ["person 007"]


def test_the_teams_lead_to_who_is_in_them(many):
    page = many.person("root", "admin").get("/admin", headers=EN).text
    assert "One team" in page
    assert '<a href="/admin?find=Night_shift">Night_shift</a>' in page


def test_times_are_those_of_the_house_with_the_zone_named(house):
    clock = Audit(None, clock=lambda: datetime(2026, 11, 29, 23, 30, tzinfo=UTC))
    site = house(clock, time_zone="Asia/Shanghai")
    admin = site.person("root", "admin")
    page = admin.get("/admin/audit", headers=EN).text
    assert "when (Asia/Shanghai)" in page
    assert "2026-11-30 07:30:00" in page
    assert "(Asia/Shanghai)" in admin.get("/admin/sessions", headers=EN).text
    assert "(Asia/Shanghai)" in admin.get("/account", headers=EN).text
    assert numbers(admin.get("/admin/audit?from=2026-11-30").text) == [1]
    assert numbers(admin.get("/admin/audit?until=2026-11-29").text) == []
    assert numbers(admin.get("/admin/audit?from=2026-11-30&until=2026-11-30").text) == [1]
    for nonsense in ("x", "0001-01-01", "9999-12-31", "2026-02-30"):
        query = {"from": nonsense, "until": nonsense}
        assert admin.get("/admin/audit", params=query).status_code == 200


def test_sessions_are_found_by_name_and_place(house):
    site = house()
    for name in ("ann", "ben"):
        site.person(name)
    admin = site.person("root", "admin")
    assert "<strong>ann</strong>" in admin.get("/admin/sessions?find=AN").text
    assert "<strong>ben</strong>" not in admin.get("/admin/sessions?find=AN").text
    assert admin.get("/admin/sessions?find=10.0.0.1").text.count("<strong>") == 3
    assert "Nothing fits." in admin.get("/admin/sessions?find=elsewhere", headers=EN).text


@pytest.fixture
def log():
    """Asked by ann and ben in turn, and more than a page of it."""
    audit = Audit(None)
    for number in range(SIZE + 10):
        audit.write(("ann", "ben")[number % 2], "asked", f"chat {number}", question="100 % of it")
    audit.write("ann", "answered", "chat 0")
    return audit


def test_the_log_is_leafed_through_the_newest_first_and_proved_once(house, log):
    site = house(log)
    admin = site.person("root", "admin")
    page = admin.get("/admin/audit", headers=EN).text
    newest = log.count()
    assert numbers(page) == list(range(newest, newest - SIZE, -1))
    assert "they are intact" in page
    second = admin.get("/admin/audit?page=2", headers=EN).text
    assert numbers(second) == list(range(newest - SIZE, 0, -1))
    assert "intact" not in second


def test_the_log_is_searched_by_who_what_and_words_and_taken_away_as_found(house, log):
    site = house(log)
    ann, _ = site.accounts.add("Ann Lee")
    log.write(ann.id, "asked", "=chat", question="打包")
    admin = site.person("root", "admin")
    found = log.count() - 1  # signing in came after
    assert numbers(admin.get("/admin/audit?find=ann lee").text) == [found]
    assert numbers(admin.get("/admin/audit?find=打包").text) == [found]
    assert numbers(admin.get("/admin/audit?event=answered").text) == [SIZE + 11]
    assert numbers(admin.get("/admin/audit?event=answered&find=ben").text) == []
    file = admin.get("/admin/audit.csv?find=ann lee", headers=EN)
    assert file.headers["content-type"].startswith("text/csv")
    assert file.headers["content-disposition"].endswith('filename="whyflow-audit.csv"')
    head, *rows = csv.reader(io.StringIO(file.content.decode("utf-8-sig")))
    assert head[0] == "number"
    assert [(row[0], row[2], row[3], row[4]) for row in rows] == [
        (str(found), "Ann Lee", "asked", "'=chat")
    ]
    everything = admin.get("/admin/audit.csv").content.decode("utf-8-sig")
    assert len(everything.splitlines()) == log.count() + 1
    assert site.person("mary", "manager").get("/admin/audit.csv").status_code == 403


def test_admins_find_the_keys_of_all_and_withdraw_them(house):
    site = house()
    keys = site.keys
    ann, _ = site.accounts.add("ann")
    made, text = keys.add(ann.id, "night job", ["plan"], days=1)
    keys.add(ann.id, "<b>desk</b>", ["search"])
    admin = site.person("root", "admin")
    page = admin.get("/admin/keys", headers=EN).text
    assert "night job" in page
    assert "<b>desk" not in page
    assert text not in page
    for find in ("ANN", "night", "plan"):
        assert "night job" in admin.get("/admin/keys", params={"find": find}).text
    assert "desk" not in admin.get("/admin/keys?find=night").text
    values = {"id": made.id, "owner": ann.id}
    assert site.person("mary", "manager").get("/admin/keys").status_code == 403
    assert "opens nothing any more" in posted(admin, "/admin/keys", "/admin/keys", values).text
    assert keys.find(text) is None
    assert posted(admin, "/admin/keys", "/admin/keys", values).status_code == 422
    assert admin.post("/admin/keys", data=values).status_code == 403
    (told,) = [each for each in site.audit.entries() if each.event == "key-withdrawn"]
    assert (told.subject, made.id in told.detail) == ("ann", True)
