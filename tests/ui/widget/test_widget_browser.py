"""The widget in a real browser, on a page of another site with a strict policy of its own."""

import json
import time
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey
from standin import Scripted, serving

from agent.settings import Settings
from ui.accounts.entrance import entrance
from ui.accounts.users import Accounts

visiting = pytest.importorskip("visiting", reason="playwright is not installed")
expect = visiting.expect
pytestmark = pytest.mark.browser

SECRET = "0123456789abcdef0123456789abcdef"
PAGE = """<!doctype html><html lang="{language}"><title>Intranet</title><h1>Ticket 4711</h1>
<p id="whyflow"></p>
<script {kind} src="{home}/embed.js" data-whyflow data-token-url="/token" data-message="Hello"
  data-context='{{"ticket": "4711", "words": "<b>late</b>"}}' data-theme="dark"></script></html>"""

# What Gradio says of a page that is left while it still waits for an answer.
BROKEN_OFF = ("AbortError: signal is aborted", "Unexpected error Connection errored out.")


class Host(BaseHTTPRequestHandler):
    """An intranet: one page that shows the widget, and the token of whoever looks at it."""

    home = ""
    subject = "ann"
    language = "en"
    kind = ""

    def do_GET(self) -> None:
        if self.path == "/token":
            now = int(time.time())
            claims = {"aud": "whyflow", "sub": self.subject, "iat": now, "exp": now + 60}
            signed = jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET))
            return self.answer(json.dumps({"token": signed}), "application/json")
        page = PAGE.format(home=self.home, language=self.language, kind=self.kind)
        return self.answer(page, "text/html")

    def answer(self, text: str, kind: str) -> None:
        policy = (
            f"default-src 'none'; script-src {self.home}; frame-src {self.home}; "
            "connect-src 'self'; require-trusted-types-for 'script'"
        )
        self.send_response(200)
        self.send_header("content-type", f"{kind}; charset=utf-8")
        self.send_header("content-security-policy", policy)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Quiet."""


def intranet(kind: type[Host]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    thread = Thread(target=server.serve_forever)
    thread.start()
    # Another name for the same machine: for the browser it is another site.
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def host(tmp_path) -> Iterator[type[Host]]:
    """A page of another site, and a Whyflow with accounts that it may show."""
    kind = type("Page", (Host,), {})
    pages = intranet(kind)
    kind.address = next(pages)
    kind.accounts = Accounts(tmp_path / "accounts.sqlite")
    settings = Settings.read(
        accounts="local", data=tmp_path, widget_secret=SECRET, widget_origins=kind.address
    )
    kind.assistant = Scripted()
    with serving(kind.assistant, entrance(settings, kind.accounts)) as kind.home:
        yield kind
    kind.accounts.close()
    next(pages, None)


@pytest.fixture
def look(browser) -> Iterator[object]:
    """Opens a page with third-party cookies blocked, as browsers do by default now."""
    contexts = []

    def open_page(address: str):
        context = browser.new_context(viewport={"width": 900, "height": 800})
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", partial(noted, page.complaints))
        page.goto(address)
        return page

    yield open_page
    for each in contexts:
        each.close()


def noted(complaints: list[str], line) -> None:
    # Gradio asks for the focus, which a panel does not get by itself.
    if line.type == "error" and "autofocus" not in line.text:
        complaints.append(line.text)


def test_a_page_elsewhere_shows_whyflow_to_whom_it_vouches_for(host, look, tmp_path):
    page = look(host.address)
    button = page.get_by_role("button", name="Ask Whyflow")
    button.click()
    panel = page.frame_locator("iframe[title=Whyflow]")
    box = panel.locator("#box textarea")
    expect(box).to_have_value("Hello\nticket: 4711\nwords: <b>late</b>")
    page.set_viewport_size({"width": 360, "height": 740})
    expect(panel.get_by_role("button", name="Send")).to_be_in_viewport(ratio=1)
    assert host.accounts.named("ann").source == "widget"
    page.evaluate("whyflow.context({ticket: '4712'})")
    expect(box).to_have_value("ticket: 4712")
    box.fill("plan")
    box.press("Enter")
    expect(panel.locator("#chart .js-plotly-plot")).to_be_visible()
    assert host.assistant.turns == ["plan"]
    cookies = {each["name"]: each for each in page.context.cookies()}
    assert "whyflow-panel" in cookies
    assert cookies["whyflow-panel"].get("partitionKey")
    chooser = panel.locator("#goal input")
    chooser.click()
    expect(chooser).to_have_attribute("aria-expanded", "true")
    chooser.press("Escape")  # closes the list, and not the panel
    expect(chooser).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("dialog", name="Whyflow")).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("dialog", name="Whyflow")).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    assert page.complaints == []
    panel.get_by_role("link", name="Reply to customers").click()
    expect(panel.locator("#case")).to_be_visible()
    expect(panel.locator("body.dark")).to_have_count(1)  # as the host wants it on every page
    assert [each for each in page.complaints if not each.startswith(BROKEN_OFF)] == []


@pytest.mark.parametrize("kind", ["async", "defer crossorigin", 'type="module"'])
def test_the_button_is_there_however_the_script_is_loaded(host, look, kind):
    host.kind = kind
    page = look(host.address)
    expect(page.get_by_role("button", name="Ask Whyflow")).to_be_visible()
    assert page.complaints == []


def test_a_page_that_is_not_named_and_a_panel_whose_host_has_no_key_stay_out(host, look):
    host.language = "zh"
    host.do_GET = lambda self: (
        self.answer('{"token": "made up"}', "application/json")
        if self.path == "/token"
        else Host.do_GET(self)
    )
    page = look(host.address)
    page.get_by_role("button", name="问 Whyflow").click()
    panel = page.frame_locator("iframe[title=Whyflow]")
    expect(panel.get_by_role("alert")).to_contain_text("未能说明您的身份")
    other = next(pages := intranet(host))
    page = look(other)
    with page.expect_console_message(lambda line: "frame-ancestors" in line.text):
        page.get_by_role("button", name="问 Whyflow").click()
    next(pages, None)
