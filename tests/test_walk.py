"""The road as a person walks it: the real server with the real embedded model, in headless
Chromium, in both languages."""

import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from visiting import expect, send, shot

pytestmark = [pytest.mark.llm, pytest.mark.browser]

WALKS = {
    "zh": {
        "locale": "zh-CN",
        "tasks": "焊接需要10个人做2小时，优先级1；喷涂5个人3小时，优先级2，焊接之后；"
        "装配3人1小时，优先级3，喷涂之后。共15人。",
        "end": "6 小时",
        "why": ("为什么喷涂排在装配前面？", "装配 必须等 喷涂"),
        "what_if": ("如果喷涂只要2小时呢？", "5 小时"),
        "how": ("包裹破损怎么处理？", "包裹破损的处理流程", "照片"),
        "chat": ("今天天气怎么样？", "我可以安排工作"),
        "edited": "7 小时",
    },
    "en": {
        "locale": "en-GB",
        "tasks": "Welding needs 10 people for 2 hours, priority 1; painting 5 people, 3 hours, "
        "priority 2, after welding; assembly 3 people, 1 hour, priority 3, after painting. "
        "15 people in all.",
        "end": "6 h",
        "why": ("why is assembly last?", "must wait for"),
        "what_if": ("what if painting takes 2 hours?", "5 h"),
        "how": ("how do we handle a damaged parcel?", "Handling a damaged parcel", "3 photos"),
        "chat": ("Tell me a joke", "I plan work"),
        "edited": "7 h",
    },
}


@pytest.fixture(scope="module")
def site(indexed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server as `whyflow serve` starts it, with models from the cache and data of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = copytree(indexed, tmp_path_factory.mktemp("own") / "data")
    command = [sys.executable, "-m", "ui", "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=_environment(data), stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()  # it says where it is once it listens
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(timeout=60)
    process.stdout.close()


def _environment(data: Path) -> dict[str, str]:
    import os

    return {
        **os.environ,
        "WHYFLOW_DATA": str(data),
        "PYTHONPATH": str(Path(__file__).parent.parent),
    }


class Walk:
    def __init__(self, page, language: str) -> None:
        self.page, self.language, self.step = page, language, 0

    def ask(self, text: str, *answer: str) -> None:
        """Send a message and wait until the newest answer holds all of `answer`."""
        bots = self.page.locator("#chat .bot.message")
        # Enter does nothing until the turn before is put away.
        expect(self.page.locator("#halt")).to_be_hidden()
        before = bots.count()
        send(self.page, text)
        expect(bots.nth(before)).to_be_visible()
        for words in answer:
            expect(bots.last).to_contain_text(words)
        self.shot()

    def shot(self) -> None:
        self.step += 1
        shot(self.page, f"walk-{self.language}-{self.step}")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_road_is_walked_in_a_browser(browser, site, language):
    said = WALKS[language]
    context = browser.new_context(locale=said["locale"], viewport={"width": 1360, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/")
    expect(page.locator("#box textarea")).to_be_visible()
    assert page.url == f"{site}/{language}/"
    walk = Walk(page, language)
    walk.shot()

    walk.ask(said["tasks"], said["end"])
    expect(page.locator("#chart .bars .point")).to_have_count(3)
    expect(page.locator("#verdict")).to_contain_text(said["end"])
    walk.ask(*said["why"])
    walk.ask(*said["what_if"])
    walk.ask(*said["how"])
    source = page.locator("#sources details").first
    source.locator("summary").click()
    expect(source.locator(".document")).to_contain_text(said["how"][2])
    walk.shot()
    walk.ask(*said["chat"])

    cell = page.locator("#tasks [data-row='1'][data-col='1']")
    cell.dblclick()
    expect(cell.locator("textarea, input")).to_be_focused()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("4h")
    page.keyboard.press("Enter")
    expect(page.locator("#verdict")).to_contain_text(said["edited"])
    walk.shot()

    page.reload()
    expect(page.locator("#verdict")).to_contain_text(said["edited"])
    expect(page.locator("#chat .bot.message")).to_have_count(5)
    assert [url for url in asked if not url.startswith((site, "data:", "blob:"))] == []
    with urllib.request.urlopen(f"{site}/readyz") as ready:
        assert ready.status == 200
    context.close()
