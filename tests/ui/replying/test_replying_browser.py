"""A reply as service staff write it, in a real browser."""

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

import visiting
from hashing import Hashing
from standin import Scripted, serving
from visiting import expect

from knowledge.feedback import Feedback
from knowledge.templates.reading import built_in
from knowledge.templates.store import Templates
from tools.replies.desk import Desk

pytestmark = pytest.mark.browser


def test_a_reply_is_filled_in_copied_and_noted_as_sent(browser):
    assistant = Scripted()
    assistant.desk = Desk(Templates(None, built_in(("retail",))), Feedback(None), Hashing())
    assistant.procedures = lambda *_: []
    with serving(assistant) as address:
        seen = visiting.Visit(browser, address)
        page = seen.page
        page.goto(f"{address}/en/replies/")
        page.locator("#suggest").click()
        expect(page.locator(".toast-body")).to_contain_text("Paste what the customer wrote first.")
        page.locator("#case textarea").fill("Please refund order 5531, I paid 89 euros.\n\nAnn Lee")
        page.locator("#suggest").click()
        expect(page.locator("#letter")).to_contain_text("Ann Lee")
        blanks = page.locator("[id^=blank-]:visible textarea")
        for place in range(blanks.count()):
            blanks.nth(place).fill("Kim")
        page.locator("#fill").click()
        expect(page.locator("#text textarea")).to_be_visible()
        seen.shot("en-light-1360-reply")
        page.locator("#use").click()
        expect(page.locator(".toast-body").last).to_contain_text("Noted: sent")
        expect(page.locator(".error:visible")).to_have_count(0)
        assert assistant.desk.feedback.tallies("everyone", ["retail-refund-request"])
        seen.context.close()
