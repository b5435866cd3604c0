"""A reply as service staff write it, in a real browser."""

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

from hashing import Hashing
from replydesk import bare
from visiting import expect

from agent.audit import Audit
from agent.handing import Handing
from knowledge.feedback import Feedback
from knowledge.templates.reading import built_in
from knowledge.templates.store import Templates
from tools.person import SOMEBODY
from tools.replies.desk import Desk
from tools.replies.handovers import Handovers

pytestmark = pytest.mark.browser
BUSY = """[...document.querySelectorAll('.block')]
    .filter(each => getComputedStyle(each, '::after').animationName === 'busy').length"""


def test_a_reply_is_filled_in_copied_and_noted_as_sent(visit, scripted, monkeypatch):
    desk = Desk(Templates(None, built_in(("retail",))), Feedback(None), Hashing())
    monkeypatch.setattr(scripted, "desk", desk)
    monkeypatch.setattr(scripted, "procedures", lambda *_: [], raising=False)
    seen = visit()
    page = seen.page
    page.goto(f"{seen.site}/en/replies/")
    page.locator("#suggest").click()
    expect(page.locator(".toast-body")).to_contain_text("Paste what the customer wrote first.")
    page.locator("#case textarea").fill("Please refund order 5531, I paid 89 euros.\n\nAnn Lee")
    page.locator("#suggest").click()
    expect(page.locator("#letter")).to_contain_text("Ann Lee")
    page.wait_for_function(f"{BUSY} === 0")
    blanks = page.locator("[id^=blank-]:visible textarea")
    for place in range(blanks.count()):
        blanks.nth(place).fill("Kim")
    page.locator("#fill").click()
    expect(page.locator("#text textarea")).to_be_visible()
    seen.shot("en-light-1360-reply")
    page.locator("#copy").click()
    expect(page.locator(".toast-body").last).to_contain_text("Copied.")
    page.locator("#use").click()
    expect(page.locator(".toast-body").last).to_contain_text("Noted: sent")
    expect(page.locator(".error:visible")).to_have_count(0)
    assert desk.feedback.tallies("everyone", ["retail-refund-request"])


def test_a_customer_is_handed_over_taken_and_closed(visit, scripted, monkeypatch):
    monkeypatch.setattr(scripted, "desk", bare())
    monkeypatch.setattr(scripted, "handovers", Handing(Handovers(None), Audit(None)))
    seen = visit()
    page = seen.page
    page.goto(f"{seen.site}/en/replies/")
    page.locator("#case textarea").fill("Could you rent me a crane by Friday?")
    page.locator("#suggest").click()
    expect(page.locator("#status")).to_contain_text("Hand over")
    page.locator("#to input").fill("Sales")
    page.locator("#to input").press("Enter")
    seen.shot("en-light-1360-hand-over")
    page.locator("#hand").click()
    expect(page.locator(".toast-body").last).to_contain_text("Handed over to Sales")
    page.locator("#handed > button").click()
    expect(page.locator("#handed-card")).to_contain_text("For: Sales")
    seen.shot("en-light-1360-handed-open")
    page.locator("#handed-take").click()
    expect(page.locator("#handed-finish")).to_be_visible()
    page.locator("#handed-note textarea, #handed-note input").fill("Rented her one.")
    seen.shot("en-light-1360-handed-taken")
    page.locator("#handed-finish").click()
    expect(page.locator("#handed-card")).to_contain_text("What became of it: Rented her one.")
    seen.shot("en-light-1360-handed-done")
    assert scripted.handovers.store.counts(SOMEBODY)["done"] == 1
    expect(page.locator(".error:visible")).to_have_count(0)
