"""The pages of accounts in a real browser: by keyboard, in both languages, light and dark, wide and
narrow, and with nothing that axe-core calls serious."""

import re

import pytest
from standin import Scripted, serving

from agent.audit import Audit
from agent.settings import Settings
from tools.phrases import say
from ui.accounts.entrance import entrance
from ui.accounts.users import Accounts

visiting = pytest.importorskip("visiting", reason="playwright is not installed")
expect = visiting.expect
pytestmark = pytest.mark.browser

OWN = "seven green kettles"
LONG = "a-very-long-name-of-somebody-who-has-many-names-and-likes-them-all"


@pytest.fixture
def site(tmp_path):
    """A site with its first admin, and what stands in its log."""
    accounts, audit = Accounts(tmp_path / "accounts.sqlite"), Audit(None)
    settings = Settings.read(accounts="local", data=tmp_path)
    password = accounts.first_admin()
    accounts.add(LONG, "manager", ["desk", "<b>night</b>"])
    audit.write("", "sign-in-failed", "<script>", address="127.0.0.1")
    with serving(Scripted(), entrance(settings, accounts, audit=audit)) as address:
        yield address, password
    accounts.close()
    audit.close()


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("zh", "dark")])
def test_the_first_admin_signs_in_by_keyboard_and_every_page_is_fit_for_everybody(
    browser, site, language, scheme
):
    address, password = site
    seen = visiting.Visit(browser, address, color_scheme=scheme)
    page = seen.page
    page.goto(f"{address}/switch/{language}?next=/admin")
    expect(page).to_have_url(re.compile("/signin"))
    found = look(seen, f"{language}-{scheme}-signin")
    typed(page, "admin", "wrong")
    expect(page.get_by_role("alert")).to_have_text(say("account-wrong", language))
    typed(page, password)
    expect(page.get_by_role("heading", level=1)).to_have_text(say("account-title", language))
    found += look(seen, f"{language}-{scheme}-account")
    page.get_by_label(say("account-old-password", language)).focus()
    typed(page, password, OWN, OWN)
    expect(page.get_by_role("status")).to_contain_text(say("account-password-changed", language))
    for path in ("/admin", "/admin/sessions", "/admin/keys", "/admin/audit"):
        page.goto(address + path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        found += look(seen, f"{language}-{scheme}{path.replace('/', '-')}")
    assert found == []
    assert seen.complaints == [
        "Failed to load resource: the server responded with a status of 401 (Unauthorized)"
    ]
    if language == "en":
        ended(seen)
    seen.close()


def ended(seen) -> None:
    """A session that ends while somebody writes: a note says so, and nothing of it is lost."""
    page = seen.page
    seen.open()
    seen.context.clear_cookies()
    visiting.send(page, "plan what I wrote", "#ended")
    note = page.locator("#ended")
    expect(note).to_contain_text("Your session has ended")
    toast = page.get_by_test_id("toast-body")
    toast.wait_for(state="attached")  # Gradio would say it too, and then take it away again
    assert not toast.is_visible()
    page.set_viewport_size({"width": 360, "height": 800})
    seen.shot("en-light-360-ended", whole=False)
    seen.box.fill("plan what I wrote")
    note.get_by_role("link").click()
    expect(page).to_have_url(re.compile("/signin"))
    typed(page, "admin", OWN)
    expect(seen.box).to_have_value("plan what I wrote")
    expect(note).to_be_hidden()


def typed(page, *fields: str) -> None:
    """Into the field that has the focus, and those after it; then Enter."""
    for place, text in enumerate(fields):
        if place:
            page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.keyboard.press("Enter")


def look(seen, name: str) -> list[str]:
    """What is wrong with the page, narrow and wide."""
    found = visiting.faults(seen.page)
    for width in (360, 1360):
        seen.page.set_viewport_size({"width": width, "height": 800})
        found += [f"{name} {width}: {each}" for each in visiting.overflowing(seen.page)]
        seen.shot(f"accounts-{name}-{width}")
    return found
