"""Which language a visitor gets, and what the page says about itself."""

import pytest
from fastapi.testclient import TestClient
from starlette.responses import HTMLResponse

from ui.locale import MOST, LocalPage, localised, preferred


@pytest.mark.parametrize(
    ("cookie", "accept", "language"),
    [
        (None, "", "en"),
        (None, "zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        (None, "fr,en;q=0.5,zh;q=0.7", "zh"),
        (None, "de-DE,de;q=0.9", "en"),
        (None, "zh;q=0,en", "en"),
        ("en", "zh-CN", "en"),
        ("zh", "en", "zh"),
        ("../etc", "zh", "zh"),
        (None, "zh;q=nonsense,,;;", "zh"),
    ],
)
def test_the_cookie_wins_then_the_browsers_wish_then_english(cookie, accept, language):
    assert preferred(cookie, accept) == language


def test_the_page_names_its_language_and_nothing_on_the_web():
    page = localised(
        '<html\n\tlang="en"><head><meta\n property="og:image" content="https://x/y.jpg"\n/>'
        '<link rel="manifest" href="/manifest.json" /></head></html>',
        "zh",
        "回复 · Whyflow",
    )
    assert 'lang="zh-CN"' in page
    assert "<title>回复 · Whyflow</title>" in page
    assert "https://" not in page
    assert "manifest" not in page


def test_all_pages_have_their_scripts_in_one_place():
    page = localised('<script type="module" src="./assets/index-1.js"></script>', "en", "Whyflow")
    assert 'src="/assets/index-1.js"' in page


class Gradio:
    """Makes a page out of all that it sees of a request."""

    def __init__(self):
        self.made, self.status = 0, 200

    async def __call__(self, scope, receive, send):
        self.made += 1
        seen = (scope["scheme"], scope["path"], scope["headers"], scope["query_string"])
        await HTMLResponse(f"<head></head>{seen}", self.status)(scope, receive, send)


@pytest.fixture
def gradio():
    return Gradio()


@pytest.fixture
def client(gradio):
    return TestClient(LocalPage(gradio))


def test_a_page_is_made_once_for_all_who_come_by_the_same_address(client, gradio):
    first = client.get("/en/", headers={"cookie": "whyflow-session=secret"})
    again = client.get("/en/?chat=other", headers={"user-agent": "another"})
    assert again.text == first.text
    assert again.headers == first.headers
    assert gradio.made == 1
    for strange in ("secret", "chat=", "testclient"):
        assert strange not in first.text


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/zh/", {}),
        ("/en/knowledge/", {}),
        ("/en/", {"host": "whyflow.example"}),
        ("/en/", {"x-forwarded-host": "whyflow.example"}),
        ("/en/", {"x-forwarded-proto": "https"}),
    ],
)
def test_another_address_has_a_page_of_its_own(client, path, headers):
    here = client.get("/en/").text
    there = client.get(path, headers=headers).text
    assert there != here
    assert client.get("/en/").text == here


def test_what_is_no_page_is_not_kept(client, gradio):
    gradio.status = 500
    assert client.get("/en/").status_code == 500
    gradio.status = 200
    assert client.get("/en/").status_code == 200
    for _ in range(2):
        client.get("/en/config")
    assert gradio.made == 4


def test_however_many_names_the_site_is_asked_for_under_few_pages_are_kept(client, gradio):
    for number in range(MOST + 1):
        client.get("/en/", headers={"host": f"name-{number}"})
    client.get("/en/", headers={"host": f"name-{MOST}"})
    assert gradio.made == MOST + 1
    client.get("/en/", headers={"host": "name-0"})
    assert gradio.made == MOST + 2
