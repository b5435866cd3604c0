"""The gate: who is known, from where a change may come, and what nobody may open."""

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient
from standin import Scripted

from ui.accounts.identify import FRAMED_COOKIE
from ui.server import build_server

SITE = "https://whyflow.example"
HERE = "http://127.0.0.1"
OWN = "seven green kettles"


@pytest.fixture
def demo():
    return TestClient(build_server(Scripted), base_url=HERE, follow_redirects=False)


def test_without_accounts_everybody_on_this_machine_comes_in(demo):
    assert demo.get("/en/").status_code == 200
    assert demo.get("/en/", headers={"host": "localhost:7860"}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "192.168.0.7", "127.0.0.1.evil.example"])
def test_without_accounts_a_name_from_elsewhere_leads_nowhere(demo, host):
    refused = demo.get("/en/", headers={"host": host})
    assert refused.status_code == 403
    assert "own machine" in refused.json()["detail"]


def test_a_path_without_a_rule_is_closed(demo):
    assert demo.get("/nowhere").status_code == 404
    assert demo.get("/english").status_code == 404


@pytest.mark.parametrize(
    ("headers", "allowed"),
    [
        ({"sec-fetch-site": "same-origin"}, True),
        ({"origin": HERE}, True),
        ({}, True),  # a program
        ({"sec-fetch-site": "cross-site", "origin": HERE}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"origin": "https://evil.example"}, False),
        ({"origin": "null"}, False),
        ({"origin": HERE + ":8000"}, False),
    ],
)
def test_only_our_own_pages_may_change_something(demo, headers, allowed):
    path = "/en/gradio_api/queue/join"
    assert (demo.post(path, json={}, headers=headers).status_code != 403) is allowed


def test_a_browser_that_does_not_say_where_it_comes_from_may_not_use_a_session(house):
    client = house().person("ann")
    del client.headers["origin"]
    assert client.post("/zh/gradio_api/queue/join", json={}).status_code == 403


def test_nobody_unknown_may_send_much(house):
    client = house().visitor()
    assert client.post("/signin", content=b"x" * 70_000).status_code == 413


def test_people_are_led_to_the_sign_in_page_and_programs_are_told(house):
    client = house().visitor()
    assert client.get("/zh/").headers["location"] == "/signin?next=/zh/"
    told = client.get("/zh/", headers={"accept": "*/*", "accept-language": "zh"})
    request = told.headers["x-request-id"]
    words = f"请先登录。（请求编号：{request}）"
    assert (told.status_code, told.json()) == (401, {"detail": words, "request": request})
    assert "default-src 'self'" in told.headers["content-security-policy"]


def test_a_link_to_a_conversation_outlives_signing_in(house):
    site = house()
    user, password = site.accounts.add("ann")
    site.accounts.change_password(user, password, OWN)
    client = site.visitor()
    page = client.get("/zh/?chat=a%26b&x=1").headers["location"]
    assert page == "/signin?next=/zh/%3Fchat%3Da%2526b%26x%3D1"
    form = dict(re.findall('type="hidden" name="([a-z]+)" value="([^"]*)"', client.get(page).text))
    values = {**form, "next": unescape(form["next"]), "name": "ann", "password": OWN}
    assert client.post("/signin", data=values).headers["location"] == "/zh/?chat=a%26b&x=1"


def test_who_is_refused_reads_the_id_of_the_request(house):
    client = house().person("ann")
    for path, status in (("/admin", 403), ("/nowhere", 404)):
        refused = client.get(path)
        assert refused.status_code == status
        assert f"(Request {refused.headers['x-request-id']}.)" in refused.text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/zh/knowledge/", "您的角色（员工）不能打开此页"),
        ("/en/knowledge/", "Your role (staff) may not open this"),
        ("/nowhere", "这个地址没有内容"),
    ],
)
def test_people_who_are_refused_see_a_page_in_its_language_with_the_way_back(house, path, words):
    client = house().person("ann")
    refused = client.get(path, headers={"accept-language": "zh"})
    assert words in refused.text
    assert 'class="button" href="/"' in refused.text
    assert f'lang="{"en" if path.startswith("/en") else "zh-CN"}"' in refused.text


def test_the_page_of_a_refusal_has_its_colours_without_accounts_too(demo):
    refused = demo.get("/nowhere", headers={"accept": "text/html"})
    assert '<link rel="stylesheet" href="/accounts.css">' in refused.text
    assert demo.get("/accounts.css").status_code == 200


@pytest.fixture
def proxied(house):
    return house(
        accounts="proxy",
        proxy_addresses="10.0.0.0/24",
        proxy_teams_header="X-Groups",
        admins="root",
    )


def test_a_proxy_says_who_it_is_and_in_which_teams(proxied):
    client = proxied.visitor()
    named = {"x-forwarded-user": "ann", "x-groups": "desk, night"}
    assert client.get("/en/", headers=named).status_code == 200
    ann = proxied.accounts.named("ann")
    assert (ann.role, ann.teams) == ("staff", {"desk", "night"})
    assert client.get("/admin", headers={"x-forwarded-user": "ann"}).status_code == 403
    assert client.get("/admin", headers={"x-forwarded-user": "root"}).status_code == 200
    client.get("/en/", headers={"x-forwarded-user": "张伟".encode(), "x-groups": "客服".encode()})
    assert proxied.accounts.named("张伟").teams == {"客服"}
    proxied.accounts.set_disabled(ann, True)
    assert client.get("/en/", headers=named).status_code == 403


def test_behind_a_proxy_the_pages_are_styled_and_lead_nowhere_that_is_not_there(proxied):
    client = proxied.visitor()
    page = client.get("/admin", headers={"x-forwarded-user": "root"})
    assert client.get("/accounts.css").headers["content-type"].startswith("text/css")
    assert "<span>root</span>" in page.text
    assert '/account"' not in page.text
    assert "/signout" not in page.text


def test_a_panel_whose_session_ended_is_led_to_its_host_also_behind_a_proxy(proxied):
    client = proxied.visitor()
    assert client.get("/en/", headers={"sec-fetch-dest": "iframe"}).headers["location"] == "/embed"
    call = {"cookie": f"{FRAMED_COOKIE}=over", "accept": "*/*"}
    assert client.post("/en/gradio_api/queue/join", json={}, headers=call).status_code == 401


@pytest.mark.parametrize("address", ["10.0.1.1", "127.0.0.1", "testclient"])
def test_nobody_but_the_proxy_says_who_it_is(proxied, address):
    client = proxied.visitor(client=(address, 1))
    assert client.get("/en/", headers={"x-forwarded-user": "root"}).status_code == 403


def test_two_names_are_no_name(proxied):
    client = proxied.visitor()
    twice = [("x-forwarded-user", "ann"), ("x-forwarded-user", "root")]
    assert client.get("/en/", headers=twice).status_code == 403


def test_who_sends_too_much_waits_and_others_go_on(house):
    site = house(requests_per_minute=3, upload_megabytes=1)
    ann, ben = site.person("ann"), site.person("ben")
    path = "/en/gradio_api/queue/join"
    assert [ann.post(path, json={}).status_code for _ in range(4)] == [503, 503, 503, 429]
    refused = ann.post(path, json={}, headers={"accept": "*/*", "accept-language": "zh"})
    assert "Go on in" in refused.json()["detail"]
    assert int(refused.headers["retry-after"]) <= 60
    assert ben.post(path, json={}).status_code == 503
    assert ben.post(path, content=b"x" * (2 * 1024 * 1024 + 1)).status_code == 413
    assert ben.post(path, content=iter([b"x"])).status_code == 413
    assert ann.get("/account").status_code == 200


def test_only_named_sites_frame_the_chat_and_nobody_frames_an_account(house):
    client = house(widget_origins="https://a.example, https://b.example:8443").person("ann")
    policies = {
        path: client.get(path).headers["content-security-policy"].rpartition("; ")[2]
        for path in ("/en/", "/embed", "/account", "/signin")
    }
    named = "frame-ancestors https://a.example https://b.example:8443"
    assert policies == dict.fromkeys(("/en/", "/embed"), named) | dict.fromkeys(
        ("/account", "/signin"), "frame-ancestors 'none'"
    )
