"""Whatever people, documents, models and files say, the page shows it as text: none of it becomes
markup, and nothing of it runs. In a real browser, on every page that shows words of others."""

import json
from pathlib import Path

import pytest
from hashing import Hashing
from standin import Scripted, problem, serving

from agent.audit import Audit
from agent.settings import Settings
from knowledge.feedback import Feedback
from knowledge.templates.reading import built_in
from knowledge.templates.store import Templates
from tools.replies.desk import Desk
from ui.accounts.entrance import entrance
from ui.accounts.users import Accounts

visiting = pytest.importorskip("visiting", reason="playwright is not installed")
expect = visiting.expect
pytestmark = [
    pytest.mark.browser,
    # Gradio 6.31 asks pandas 3 for options that pandas is about to drop.
    pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting' is deprecated"),
    pytest.mark.filterwarnings("ignore:The copy keyword is deprecated"),
]

PAYLOADS = (
    "<img src=x onerror=window.hacked=1>",
    "<svg/onload=window.hacked=1>",
    "\"'><script>window.hacked=1</script>",
    "<a href=javascript:window.hacked=1>a</a>",
    "[b](javascript:window.hacked=1)",
    "<iframe srcdoc=x></iframe><b id=injected>",
    "${window.hacked=1}{{window.hacked=1}}",
)
ONE = PAYLOADS[0]
MARKUP = """() => [
    ...document.querySelectorAll(
        'img[src="x"], iframe, #injected, [onerror], [onload], a[href^="javascript:"]'),
    ...[...document.scripts].filter((script) => script.text === 'window.hacked=1'),
].map((each) => each.outerHTML)"""


def injected(page) -> list[str]:
    """What became markup, or ran."""
    ran = page.evaluate("window.hacked")
    return page.evaluate(MARKUP) + ([] if ran is None else ["it ran"])


def test_in_messages_answers_task_names_and_documents(visit, scripted):
    seen = visit()
    requests = seen.requests()
    seen.open().page.locator("#history").click()
    user = seen.page.locator("#chat [data-testid=user]")
    try:
        for payload in PAYLOADS:
            scripted.attack = payload
            seen.ask(f"plan with document {payload} ![p](http://example.com/p.png) what if")
            expect(seen.page.locator("#sources summary")).to_have_count(1)
            expect(seen.chart).to_be_visible()
            expect(seen.page.locator("#tasks")).to_contain_text("Inspect")
            seen.page.locator("#sources summary").click()
            seen.page.locator("#chat .thought-group [role=button]").first.click()
            expect(seen.page.locator("#shelf-list")).to_contain_text("plan with document")
            seen.page.locator("#chart .barlayer path").first.hover(force=True)
            assert injected(seen.page) == []
            if payload == ONE:
                expect(user).to_contain_text("onerror=")
            seen.page.locator("#fresh").click()
            expect(seen.page.locator("#chat .user")).to_have_count(0)
            expect(seen.page.locator("#sources")).to_have_count(0)
    finally:
        scripted.attack = ""
    assert not [url for url in requests if "example.com" in url]
    assert seen.complaints == []


def test_in_file_names_and_the_errors_about_them(visit, tmp_path: Path):
    seen = visit().open()
    broken, prose = tmp_path / f"{ONE}.json", tmp_path / f"{ONE}.txt"
    broken.write_text("{", encoding="utf-8")
    prose.write_text(f"Good morning {ONE}", encoding="utf-8")
    seen.upload(broken)
    expect(seen.page.locator("#notice")).to_be_visible()
    assert injected(seen.page) == []
    seen.upload(prose)
    expect(seen.page.locator("#hint")).to_be_visible()
    expect(seen.box).to_have_value(f"Good morning {ONE}")
    assert injected(seen.page) == []


def test_in_the_names_of_people_teams_and_conversations(browser, tmp_path: Path):
    accounts, audit = Accounts(tmp_path / "accounts.sqlite"), Audit(None)
    user, password = accounts.add(ONE, "admin", [PAYLOADS[2]])
    accounts.change_password(user, password, "seven green kettles")
    settings = Settings.read(accounts="local", data=tmp_path)
    scripted = Scripted()
    with serving(scripted, entrance(settings, accounts, audit=audit)) as address:
        seen = visiting.Visit(browser, address)
        page = seen.page
        page.goto(f"{address}/signin?next=/en/")
        page.get_by_label("Name").fill(ONE)
        page.get_by_label("Password").fill("seven green kettles")
        page.keyboard.press("Enter")
        expect(seen.box).to_be_visible()
        expect(page.locator("nav")).to_contain_text(ONE)
        seen.ask(f"plan {PAYLOADS[2]}")
        expect(seen.chart).to_be_visible()
        page.locator("#history").click()
        expect(page.locator("#shelf-share")).to_contain_text(PAYLOADS[2])
        assert injected(page) == []
        for path in ("/account", "/admin", "/admin/sessions", "/admin/audit"):
            page.goto(address + path)
            expect(page.locator("main, nav").first).to_contain_text(ONE)
            assert injected(page) == []
        seen.close()
    accounts.close()
    audit.close()


def test_in_the_slots_of_a_reply_and_in_tickets(visit, scripted, monkeypatch):
    desk = Desk(Templates(None, built_in()), Feedback(None), Hashing())
    monkeypatch.setattr(scripted, "desk", desk)
    monkeypatch.setattr(scripted, "procedures", lambda *_: [], raising=False)
    seen = visit()
    page = seen.page
    page.goto(f"{seen.site}/en/replies/")
    case = page.locator("#case textarea")
    expect(case).to_be_visible()
    case.fill(f"I want my money back for order 5531, I paid $89. {ONE}")
    page.locator("#ticket textarea").fill(f"customer: {ONE}")
    page.locator("#suggest").click()
    expect(page.locator("#letter")).to_contain_text("onerror")
    assert injected(page) == []
    page.locator("#tickets button").first.click()
    rows = f"ticket,minutes,sla,priority\n{ONE},10,4 h,low"
    page.locator("#ticket-table textarea").fill(rows)
    page.locator("#ticket-order").click()
    expect(page.locator("#ordered")).to_contain_text("onerror")
    assert injected(page) == []


def test_a_plan_with_such_names_comes_as_a_file(visit, tmp_path: Path):
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(problem(ONE).model_dump(mode="json")), encoding="utf-8")
    seen = visit().open().upload(file)
    expect(seen.page.locator("#tasks")).to_contain_text("onerror")
    assert injected(seen.page) == []
