"""Speed as a person at the browser meets it: `make bench` starts the real server with the embedded
model, drives headless Chromium, and prints a table. Leave the machine alone meanwhile."""

import json
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
CASES = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))
BARS = "() => document.querySelectorAll('#chart .js-plotly-plot .bars .point').length"


class Table:
    """What was measured, beside what it should reach."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, list[float], float, str]] = []

    def add(self, what: str, values: list[float], reach: float, unit: str = "s") -> None:
        self.rows.append((what, values, reach, unit))

    def show(self) -> None:
        print("| what | n | median | worst | reach |\n|---|---|---|---|---|")
        for what, values, reach, unit in self.rows:
            middle, worst = statistics.median(values), max(values)
            cells = (what, len(values), f"{middle:.2f} {unit}", f"{worst:.2f} {unit}")
            print("|", " | ".join(map(str, cells)), f"| {reach:g} {unit} |")


@contextmanager
def server(port: int):
    """The server as `make run` starts it; yields the process."""
    command = [sys.executable, "-m", "ui", "serve", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return response.status == 200
    except (urllib.error.URLError, ConnectionError):
        return False


def seconds_until(condition: Callable[[], bool], began: float, limit: float = 60) -> float:
    while not condition():
        if time.monotonic() - began > limit:
            raise TimeoutError(f"not within {limit} s")
        time.sleep(0.01)
    return time.monotonic() - began


def ask(page: Page, text: str) -> float:
    """Send a message; the moment it was sent."""
    page.locator("#box textarea").fill(text)
    began = time.monotonic()
    page.locator("#box textarea").press("Enter")
    return began


def new_bot_text(page: Page, before: int) -> str:
    """Text of the bot's newest message, if it came after the first `before`."""
    bots = page.locator("#chat .bot.message")
    return bots.nth(bots.count() - 1).inner_text() if bots.count() > before else ""


def start(port: int, table: Table) -> None:
    began = time.monotonic()
    with server(port):
        base = f"http://127.0.0.1:{port}"
        first = seconds_until(lambda: answers(f"{base}/en/"), began)
        table.add("start to the first page (it says that Whyflow is starting)", [first], 3)
        ready = seconds_until(lambda: answers(f"{base}/readyz"), began)
        table.add("start to everything loaded", [ready], 10)


def turns(page: Page, table: Table) -> None:
    status, charts, whys, words = [], [], [], []
    for case in CASES:
        # A new conversation empties the box as well, so it must be there before anything is typed.
        page.locator("#fresh").click()
        page.wait_for_timeout(1000)
        # What the last case left must be gone before the new answer can be waited for.
        for left in ("#chart .bars .point", "#chat .bot.message"):
            page.locator(left).first.wait_for(state="detached")
        before = page.locator("#chat .bot.message").count()
        began = ask(page, case["tasks"])
        status.append(seconds_until(lambda b=before: bool(new_bot_text(page, b)), began))
        charts.append(seconds_until(lambda: page.evaluate(BARS) >= 3, began))
        wait_until_free(page)
        before = page.locator("#chat .bot.message").count()
        began = ask(page, case["why"])
        whys.append(seconds_until(lambda b=before: page.evaluate(answer_after(b)), began))
        wait_until_free(page)
        before = page.locator("#chat .bot.message").count()
        began = ask(page, case["how"])
        words.append(seconds_until(lambda b=before: page.evaluate(answer_after(b)), began))
        wait_until_free(page)
    table.add("sending to a status line", status, 0.3)
    table.add("three tasks sent to the chart on screen", charts, 12)
    table.add("why-question to the answer", whys, 6)
    table.add("knowledge question to the first word", words, 4)


def answer_after(before: int) -> str:
    """Is there answer text, beyond the folded tool steps, in a new message of the bot?"""
    return f"""() => [...document.querySelectorAll('#chat .bot.message')].slice({before})
        .some(message => {{
            const words = message.cloneNode(true);
            words.querySelectorAll('.thought-group').forEach(step => step.remove());
            return words.textContent.trim().length > 0;
        }})"""


def wait_until_free(page: Page) -> None:
    """Until the answer is put away, Enter sends nothing."""
    page.locator("#halt").wait_for(state="hidden")
    page.wait_for_timeout(300)


def edits(page: Page, table: Table, folder: Path) -> None:
    """A duration of a plan with 20 tasks is changed; the verdict line tells when it is planned."""
    plan = folder / "plan.json"
    tasks = [
        {
            "name": f"task {number}",
            "duration": 10 + 7 * number % 50,
            "priority": 1 + number % 5,
            "demands": {"people": 1 + number % 4},
            "after": [f"task {number - 3}"] if number % 3 == 0 and number > 3 else [],
        }
        for number in range(1, 21)
    ]
    plan.write_text(json.dumps({"tasks": tasks, "resources": [{"name": "people", "capacity": 6}]}))
    page.locator("#fresh").click()
    with page.expect_file_chooser() as chooser:
        page.locator("#upload").click()
    chooser.value.set_files(plan)
    page.wait_for_function("() => document.querySelectorAll('#chart .bars .point').length >= 20")
    times = []
    for number in range(10):
        old = page.locator("#verdict .verdict").inner_text()
        cell = page.locator("#tasks [data-row='0'][data-col='1']")
        cell.dblclick()
        cell.locator("textarea:focus, input:focus").wait_for()
        page.keyboard.press("ControlOrMeta+A")
        page.keyboard.type(str(500 + 60 * number))  # longer than all the rest
        began = time.monotonic()
        page.keyboard.press("Enter")
        changed = lambda old=old: page.locator("#verdict .verdict").inner_text() != old  # noqa: E731
        times.append(seconds_until(changed, began))
    table.add("table edit, 20 tasks, to the new plan", times, 1)


def memory(process: subprocess.Popen[bytes]) -> float:
    status = Path(f"/proc/{process.pid}/status").read_text()
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024**2


def main() -> None:
    table = Table()
    port = free_port()
    start(port, table)
    with server(port) as process, sync_playwright() as playwright:
        base = f"http://127.0.0.1:{port}"
        seconds_until(lambda: answers(f"{base}/readyz"), time.monotonic())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1360, "height": 900})
        page.goto(f"{base}/en/")
        page.locator("#box textarea").wait_for()
        turns(page, table)
        with tempfile.TemporaryDirectory() as folder:
            edits(page, table, Path(folder))
        table.add("peak resident memory of the server", [memory(process)], 4, "GiB")
        browser.close()
    table.show()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


if __name__ == "__main__":
    main()
