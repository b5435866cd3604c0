"""The site: it answers at once, says honestly what is ready, and lets nothing in from elsewhere."""

import asyncio
import inspect
import re

import pytest
from fastapi.testclient import TestClient
from loops import run
from standin import Scripted, serving

from tools.phrases import LANGUAGES
from ui.pages import PAGES
from ui.serve import KEPT
from ui.server import build_server

httpx = pytest.importorskip("httpx")


@pytest.fixture
def client(site):
    with httpx.Client(base_url=site, timeout=120) as client:
        yield client


def test_before_the_page_is_built_a_small_page_waits_for_it():
    client = TestClient(
        build_server(Scripted), base_url="http://127.0.0.1"
    )  # not started: nothing gets built
    answer = client.get("/zh/")
    assert answer.status_code == 200
    assert "正在启动" in answer.text
    assert "is starting" in answer.text
    assert "http://" not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    health = client.get("/healthz").json()
    assert (health["alive"], health["page"]) == (True, False)
    assert client.get("/readyz").status_code == 503
    api = client.get("/api/v1/plans", headers={"accept-language": "zh"})
    assert (api.status_code, api.headers["retry-after"]) == (503, "5")
    assert "正在启动" in api.json()["detail"]


def test_readiness_waits_for_the_models():
    assistant = Scripted(ready=False)
    with serving(assistant) as address, httpx.Client(base_url=address, timeout=120) as client:
        assert client.get("/readyz").json() == {"page": True, "models": False}
        assistant.ready = True
        assert client.get("/readyz").status_code == 200


def test_the_root_leads_to_the_browsers_language_and_the_switch_is_remembered(client):
    assert client.get("/", headers={"accept-language": "zh"}).headers["location"] == "/zh/"
    switched = client.get("/switch/en")
    assert switched.headers["location"] == "/en/"
    assert client.get("/", headers={"accept-language": "zh"}).headers["location"] == "/en/"


def test_an_unknown_language_is_refused(client):
    assert client.get("/switch/fr").status_code == 422


@pytest.mark.parametrize("path", ["/en/", "/zh/", "/healthz", "/favicon.svg", "/nowhere"])
def test_every_answer_carries_the_security_headers(client, path):
    headers = client.get(path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_what_never_changes_is_kept_by_the_browser_and_a_page_is_not(client):
    page = client.get("/en/")
    (script,) = re.findall(r'"(/assets/[^"]+\.js)"', page.text)
    for address in (script, f"/en{script}"):  # styles are asked for below the page
        kept = client.get(address)
        assert kept.status_code == 200
        assert "immutable" in kept.headers["cache-control"]
    assert "immutable" not in page.headers.get("cache-control", "")
    for none in ("/assets/none.js", "/en/assets/none.js"):
        assert client.get(none).status_code == 404
        assert "immutable" not in client.get(none).headers.get("cache-control", "")


def test_another_page_and_the_other_language_need_no_script_that_is_there(client):
    scripts = [
        re.findall(r'src="([^"]*assets[^"]*)"', client.get(page.address(language)).text)
        for page in PAGES
        for language in LANGUAGES
    ]
    assert scripts[0]
    assert all(each == scripts[0] for each in scripts)
    assert "script-src 'self'" in client.get(scripts[0][0]).headers["content-security-policy"]


def test_where_passwords_are_typed_no_script_runs_and_no_page_frames_another(client):
    plain = client.get("/admin").headers["content-security-policy"]
    assert "script-src 'none'" in plain
    for path in ("/admin", "/en/", "/embed"):
        assert "frame-ancestors 'none'" in client.get(path).headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/docs", "/openapi.json", "/redoc", "/en/docs"])
def test_no_description_of_the_interface_is_served(client, path):
    assert client.get(path).status_code == 404


def test_events_are_not_offered_as_an_interface(client):
    offered = client.get("/en/gradio_api/info").json()
    assert offered == {"named_endpoints": {}, "unnamed_endpoints": {}}


@pytest.mark.parametrize("path", ["/etc/passwd", "pyproject.toml", "../../pyproject.toml"])
def test_files_of_the_machine_are_not_served(client, path):
    assert client.get(f"/en/gradio_api/file={path}").status_code in (403, 404)


def test_the_page_names_its_language_and_no_address_on_the_web(client):
    page = client.get("/zh/").text
    assert 'lang="zh-CN"' in page
    assert "raw.githubusercontent" not in page
    assert "Whyflow" in page


def test_a_file_above_the_limit_is_refused(client):
    big = {"files": ("plan.json", b" " * (10 * 1024 * 1024 + 1))}
    assert client.post("/en/gradio_api/upload", files=big).status_code == 413


def test_gradio_still_has_the_pause_that_is_made_longer():
    queueing = pytest.importorskip("gradio.queueing")
    assert "asyncio.sleep(self.sleep_when_free)" in inspect.getsource(queueing.Queue)


def test_gradio_sums_up_no_events_that_nobody_looks_at(client):
    from gradio.blocks import Blocks

    async def built():
        with Blocks() as page:
            return page._queue

    queue = run(built())
    queue.events_recorded = 10_000
    assert queue.compute_analytics_summary([{"function": "send"}]) == {"functions": {}}
    assert queue.ANALYTICS_MAX_EVENTS == 1


def test_many_who_watch_their_answers_come_keep_nobody_else_waiting(client, scripted):
    while client.get("/readyz").status_code != 200:
        pass
    watching = {"accept": "text/event-stream"}
    limits = httpx.Limits(max_connections=None)

    async def watch(many: httpx.AsyncClient, id: str, begun: asyncio.Event) -> None:
        address = f"/api/v1/conversations/{id}/messages"
        async with many.stream("POST", address, json={"text": "hi"}, headers=watching) as answer:
            async for _ in answer.aiter_lines():
                begun.set()

    async def crowd() -> None:
        async with httpx.AsyncClient(base_url=client.base_url, timeout=120, limits=limits) as many:
            for _ in range(45):
                id = (await many.post("/api/v1/conversations")).json()["id"]
                watchers.append(asyncio.create_task(watch(many, id, begun := asyncio.Event())))
                await begun.wait()
            scripted.go_on.set()
            await asyncio.gather(*watchers)

    watchers: list[asyncio.Task[None]] = []
    scripted.go_on.clear()
    try:
        run(crowd())
    finally:
        scripted.go_on.set()


def test_a_client_gives_up_an_idle_connection_before_the_server_does():
    assert httpx.Limits().keepalive_expiry < KEPT
