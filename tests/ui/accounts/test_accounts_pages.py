"""The pages of accounts, as somebody goes through them."""

import re

import pytest

ATTACK = '"><script>alert(1)</script>'
OWN = "seven green kettles"


def submit(client, page, action, values):
    """A form of `page`, filled in and sent to `action`."""
    token = re.search('name="token" value="([0-9a-f]+)"', client.get(page).text)[1]
    return client.post(action, data={"token": token, **values})


def sign_in(client, name, password, **values):
    return submit(client, "/signin", "/signin", {"name": name, "password": password, **values})


def test_the_first_admin_changes_the_one_time_password_before_anything_else(house):
    site = house()
    password, client = site.accounts.first_admin(), site.visitor()
    assert sign_in(client, "admin", password, next="/zh/").headers["location"] == "/zh/"
    assert client.get("/zh/").headers["location"] == "/account"
    assert client.get("/admin").status_code == 303
    assert "one-time password" in client.get("/account").text
    values = {"old": password, "new": OWN, "again": OWN}
    assert submit(client, "/account", "/account/password", values).status_code == 303
    assert client.get("/zh/").status_code == 200
    assert client.get("/admin").status_code == 200


def test_the_cookie_is_for_this_site_and_this_connection_only(house):
    site = house()
    password, client = site.accounts.first_admin(), site.visitor()
    cookie = sign_in(client, "admin", password).headers["set-cookie"]
    for mark in ("whyflow-session=", "HttpOnly", "SameSite=lax", "Secure", "Path=/"):
        assert mark in cookie


def test_guessing_has_to_wait_and_others_need_not(house):
    site = house()
    site.accounts.add("ben")
    client = site.visitor()
    for _ in range(5):
        assert sign_in(client, "ann", "wrong").status_code == 401
    refused = sign_in(client, "Ann", "wrong")
    assert refused.status_code == 429
    assert "15 minutes" in refused.text
    assert sign_in(client, "ben", "wrong").status_code == 401
    assert sign_in(site.visitor(client=("10.0.0.2", 1)), "ann", "wrong").status_code == 401


@pytest.mark.parametrize("next", ["https://evil.example", "//evil.example", "/\\evil.example", ""])
def test_no_link_leads_elsewhere_through_us(house, next):
    site = house()
    password, client = site.accounts.first_admin(), site.visitor()
    assert sign_in(client, "admin", password, next=next).headers["location"] == "/"
    assert client.get("/switch/zh", params={"next": next}).headers["location"] == "/zh/"


def test_what_is_typed_is_shown_and_never_run(house):
    client = house().visitor()
    shown = sign_in(client, ATTACK, "wrong", next=f"/{ATTACK}")
    assert "<script" not in shown.text
    assert "&#34;&gt;&lt;script&gt;" in shown.text


def test_a_form_without_its_token_does_nothing(house):
    site = house()
    client = site.person("ann", "admin")
    values = {"do": "add", "name": "eve", "role": "admin", "teams": ""}
    for data in (values, {**values, "token": "0" * 64}):
        assert client.post("/admin/users", data=data).status_code == 403
    assert [user.name for user in site.accounts.users()] == ["ann"]


def test_signing_out_ends_the_session_also_for_who_kept_the_cookie(house):
    client = house().person("ann")
    kept = dict(client.cookies)
    assert submit(client, "/account", "/signout", {}).headers["location"] == "/signin"
    client.cookies.update(kept)
    assert client.get("/account").status_code == 303


def test_signing_out_everywhere_and_a_new_password_end_the_other_sessions(house):
    site = house()
    here, there = site.person("ann"), site.visitor()
    sign_in(there, "ann", OWN)
    values = {"old": OWN, "new": "nine brown teapots", "again": "nine brown teapots"}
    submit(here, "/account", "/account/password", values)
    assert here.get("/account").status_code == 200
    assert there.get("/account").status_code == 303
    sign_in(there, "ann", "nine brown teapots")
    submit(there, "/account", "/account/everywhere", {})
    assert here.get("/account").status_code == 303


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"old": OWN, "new": "nine brown teapots", "again": "other"}, "not the same both times"),
        ({"old": "wrong", "new": "nine brown teapots", "again": "nine brown teapots"}, "is wrong"),
        ({"old": OWN, "new": OWN, "again": OWN}, "same as before"),
    ],
)
def test_a_password_that_cannot_be_taken_is_explained(house, values, why):
    client = house().person("ann")
    answer = submit(client, "/account", "/account/password", values)
    assert answer.status_code == 422
    assert why in answer.text


def test_an_admin_adds_changes_resets_and_disables(house):
    site = house()
    admin = site.person("root", "admin")

    def does(what, **values):
        values = {"do": what, "name": "ben", "role": "staff", "teams": "", **values}
        return submit(admin, "/admin", "/admin/users", values)

    added = does("add", role="manager", teams="desk，night")
    password = re.search("<code>(.+?)</code>", added.text)[1]
    ben = site.visitor()
    assert sign_in(ben, "ben", password).status_code == 303
    assert site.accounts.named("ben").teams == {"desk", "night"}
    assert password not in admin.get("/admin").text
    does("save", teams="day")
    assert (site.accounts.named("ben").role, site.accounts.named("ben").teams) == ("staff", {"day"})
    assert "<code>" in does("password").text
    assert ben.get("/account").status_code == 303
    does("disable")
    assert site.accounts.named("ben").disabled
    does("enable")
    assert not site.accounts.named("ben").disabled
    assert "only admin" in does("save", name="root").text
    assert does("save", name=ATTACK).status_code == 422
    assert "<script" not in does("save", name=ATTACK).text


def test_the_pages_speak_both_languages(house):
    client = house().person("ann", "admin")
    for path, zh, en in (
        ("/account", "我的账号", "Your account"),
        ("/admin", "账号管理", "Accounts"),
    ):
        assert zh in client.get(path, headers={"accept-language": "zh"}).text
        assert f"<h1>{en}</h1>" in client.get(path, headers={"accept-language": "en"}).text
    assert client.get("/switch/zh", params={"next": "/admin"}).headers["location"] == "/admin"
    assert 'lang="zh-CN"' in client.get("/admin").text


def test_who_signs_in_and_what_admins_do_stands_in_the_audit_log(house):
    site = house()
    site.accounts.add("ben")
    sign_in(site.visitor(), "ben", "wrong 13812345678")
    admin = site.person("root", "admin")
    values = {"do": "save", "name": "ben", "role": "manager", "teams": f"day{ATTACK}"}
    submit(admin, "/admin", "/admin/users", values)
    log = [(entry.event, entry.subject) for entry in site.audit.entries()]
    assert log == [
        ("sign-in-failed", "ben"),
        ("signed-in", "root"),
        ("account-changed", "ben"),
    ]
    page = admin.get("/admin/audit", headers={"accept-language": "en"}).text
    assert "3 entries, and they are intact" in page
    assert "account changed" in page
    assert "<script" not in page
    assert "13812345678" not in page
    assert site.person("mary", "manager").get("/admin/audit").status_code == 403


def session_of(page: str, place: str) -> str:
    """The id of the session that the list on `page` says was begun at `place`."""
    item = next(each for each in page.split("<li>") if place in each)
    return re.search('name="id" value="([0-9a-f]{64})"', item)[1]


def test_somebody_sees_where_they_are_signed_in_and_ends_one_of_these(house):
    site = house()
    here, there = site.person("ann"), site.visitor(client=("10.0.0.9", 1))
    there.headers["user-agent"] = "Mozilla/5.0 (Windows NT 10.0) Gecko Firefox/140.0"
    sign_in(there, "ann", OWN)
    shown = here.get("/account").text
    assert "10.0.0.9 · Firefox · Windows" in shown
    assert shown.count('class="badge">here') == 1
    values = {"id": session_of(shown, "10.0.0.9")}
    assert "That session is ended." in submit(here, "/account", "/account/sessions", values).text
    assert there.get("/account").status_code == 303
    assert here.get("/account").status_code == 200
    assert "over already" in submit(here, "/account", "/account/sessions", values).text
    (ended,) = [entry for entry in site.audit.entries() if entry.event == "session-ended"]
    assert (ended.subject, "10.0.0.9" in ended.detail) == ("ann", True)


def test_nobody_ends_the_session_of_another_but_an_admin(house):
    site = house()
    ann, eva, root = site.person("ann"), site.person("eva"), site.person("root", "admin")
    every = root.get("/admin/sessions").text
    values = {"id": session_of(every, "<strong>ann</strong>")}
    assert submit(eva, "/account", "/account/sessions", values).status_code == 422
    assert ann.get("/account").status_code == 200
    assert eva.get("/admin/sessions").status_code == 403
    assert "ended" in submit(root, "/admin/sessions", "/admin/sessions", values).text
    assert ann.get("/account").status_code == 303
    assert "ann" not in root.get("/admin/sessions").text


def test_the_log_names_what_each_entry_is_about(house):
    site = house()
    root = site.person("root", "admin")
    submit(root, "/admin", "/admin/users", {"do": "add", "name": "ben", "role": "staff"})
    page = root.get("/admin/audit").text
    assert "about" in page
    assert re.search("account changed</td><td[^>]*>ben</td>", page)


def test_light_and_dark_are_remembered_without_a_script(house):
    client = house().person("ann")
    assert "data-theme" not in client.get("/account").text
    chosen = client.get("/theme/dark", params={"next": "/account"})
    assert chosen.headers["location"] == "/account"
    assert 'data-theme="dark"' in client.get("/account").text
    assert client.get("/theme/pink").status_code == 422
    assert client.get("/theme/dark", params={"next": "//evil.example"}).headers["location"] == "/"
