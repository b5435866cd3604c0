"""Somebody who opens the page in a real browser."""

import importlib.resources
import os
import time
from contextlib import suppress
from pathlib import Path

import pytest

sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
PATIENCE = 120_000  # milliseconds: other tests and solves want the cores too
sync.expect.set_options(timeout=PATIENCE)
OFTEN = 2_000
"""Milliseconds: who waits longer for Playwright is looked for twice a second only, soon."""


class Expecting:
    """Playwright's `expect`, for less: each time that it looks in vain it describes the whole page,
    for which the page itself has to wait. What looks at nothing but the element waits first."""

    def __init__(self, found) -> None:
        self._found, self._check = found, sync.expect(found)

    def __getattr__(self, name: str):
        return getattr(self._check, name)

    def to_be_visible(self, timeout: int = PATIENCE) -> None:
        left = waited(lambda soon: self._found.wait_for(timeout=soon), timeout)
        self._check.to_be_visible(timeout=left)

    def to_be_hidden(self, timeout: int = PATIENCE) -> None:
        left = waited(lambda soon: self._found.wait_for(state="hidden", timeout=soon), timeout)
        self._check.to_be_hidden(timeout=left)

    def to_contain_text(self, text, timeout: int = PATIENCE) -> None:
        listed = text if isinstance(text, list) else [text]
        left = waited(lambda soon: self._check.to_contain_text(listed, timeout=soon), timeout)
        self._check.to_contain_text(text, timeout=left)


def waited(look, timeout: int = PATIENCE) -> int:
    """Milliseconds that are left once `look` has seen what it looks for; at least one."""
    end = time.monotonic() + timeout / 1000
    while (left := round(1000 * (end - time.monotonic()))) > 0:
        try:
            look(min(left, OFTEN))
        except (AssertionError, sync.TimeoutError):
            continue
        except sync.Error:  # waiting does not mend it: the check says what it is
            pass
        break
    return max(1, round(1000 * (end - time.monotonic())))


def expect(found):
    return Expecting(found) if isinstance(found, sync.Locator) else sync.expect(found)


SERIOUS = {"serious", "critical"}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
SHOTS = os.environ.get("SHOTS")
"""A folder for screenshots, if somebody wants to look at them: nothing is checked by one."""


def send(page, text: str, note: str = "") -> None:
    """Write a message into the box and send it. If it is not to be taken, `note` appears."""
    box = page.locator("#box textarea")
    # Until the turn before is put away, Enter does nothing and the text stays.
    for _ in range(3):
        box.fill(text)
        box.press("Enter")
        with suppress(AssertionError):
            if note:
                expect(page.locator(note)).to_be_visible(timeout=10_000)
            else:
                expect(box).not_to_have_value(text, timeout=10_000)
            break


WIDE = {"width": 1360, "height": 900}
_LEFT: dict[str, list] = {}
"""Contexts that nobody visits with any more, by their options: with nothing in them but the files
of the page, which take seconds to compile."""


def shot(page, name: str, *, whole: bool = True) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=whole)


class Visit:
    """One browser of its own, with what it asked for and what it complained about."""

    def __init__(self, browser, site: str, viewport=WIDE, color_scheme="light", **options) -> None:
        self._left = _LEFT.setdefault(repr((id(browser), sorted(options.items()))), [])
        self.context = (
            self._left.pop() if self._left else browser.new_context(viewport=WIDE, **options)
        )
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        self.page.set_viewport_size(viewport)
        self.page.emulate_media(color_scheme=color_scheme)
        self.site = site
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on(
            "console",
            lambda line: self.complaints.append(line.text) if line.type == "error" else None,
        )

    def open(self, language: str = "en") -> "Visit":
        self.page.goto(f"{self.site}/{language}/")  # reloads itself once the page is built
        expect(self.box).to_be_visible()
        return self

    def close(self) -> None:
        """Nothing of the visit is left to the next one."""
        page = self.context.new_page()
        devtools = self.context.new_cdp_session(page)
        for each in self.context.pages:
            if each != page:
                each.close()
        origin = "/".join(self.site.split("/")[:3])
        devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        self.context.clear_cookies()
        page.close()
        self._left.append(self.context)

    def requests(self) -> list[str]:
        """The addresses that the page asks for from now on; a hundred when it is opened."""
        asked: list[str] = []
        self.page.on("request", lambda request: asked.append(request.url))
        return asked

    @property
    def box(self):
        return self.page.locator("#box textarea")

    @property
    def chart(self):
        return self.page.locator("#chart .js-plotly-plot")

    def cell(self, row: int, column: int, table: str = "tasks"):
        return self.page.locator(f"#{table} [data-row='{row}'][data-col='{column}']")

    def ask(self, text: str) -> None:
        send(self.page, text)

    def planned(self) -> "Visit":
        self.ask("plan with document")
        expect(self.chart).to_be_visible()
        expect(self.page.locator("#sources summary")).to_have_count(1)
        return self

    def upload(self, file: Path) -> "Visit":
        # Through the button: the tables have file inputs too, and may be on the page first.
        with self.page.expect_file_chooser() as chooser:
            self.page.locator("#upload").click()
        chooser.value.set_files(file)
        return self

    def write(self, row: int, column: int, text: str, table: str = "tasks") -> None:
        editor = self.cell(row, column, table).locator("textarea, input")
        # A table that is drawn anew meanwhile, as after an edit before, takes the editor with it.
        for _ in range(10):
            self.cell(row, column, table).click()
            self.page.keyboard.press("Enter")
            with suppress(AssertionError):
                expect(editor).to_be_focused(timeout=5_000)
                break
        expect(editor).to_be_focused()
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def shot(self, name: str, *, whole: bool = True) -> None:
        shot(self.page, name, whole=whole)


def overflowing(page) -> list[str]:
    """Visible blocks that stick out of the window, unless they scroll in a box of their own; once
    the page stands still, for a chart is drawn anew in another width a while after the rest."""
    return page.evaluate("""async () => {
        const wide = () => [...document.querySelectorAll('main *')].filter(e => {
            const box = e.getBoundingClientRect();
            if (!box.width || box.right <= innerWidth + 1) return false;
            for (let p = e.parentElement; p && p.tagName !== 'MAIN'; p = p.parentElement) {
                const style = getComputedStyle(p);
                if (['auto', 'scroll', 'hidden'].includes(style.overflowX)
                    && p.getBoundingClientRect().right <= innerWidth + 1) return false;
            }
            return true;
        }).map(e => e.tagName + '.' + e.className);
        let before, now, looks = 0;
        for (let same = 0; same < 5 && looks < 100; looks++) {
            await new Promise(done => setTimeout(() => requestAnimationFrame(done), 50));
            [before, now] = [now, wide()];
            same = String(before) === String(now) ? same + 1 : 0;
        }
        return now;
    }""")


def faults(page) -> list[str]:
    """What axe-core calls serious, with the element; once nothing fades, for what is half faded has
    too little contrast."""
    page.evaluate("""async () => {
        const fades = (each) =>
            each.playState === 'running' && each.effect.getComputedTiming().endTime < Infinity;
        for (let still = 0, looks = 0; still < 5 && looks < 100; looks++) {
            await new Promise(done => setTimeout(() => requestAnimationFrame(done), 50));
            still = document.getAnimations().some(fades) ? 0 : still + 1;
        }
    }""")
    package = pytest.importorskip("axe_playwright_python", reason="axe is not installed")
    axe = importlib.resources.files(package) / "axe.min.js"
    page.evaluate(axe.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", TAGS)[
        "violations"
    ]
    return [
        f"{each['id']}: {node['target']} {node['html'][:160]}"
        for each in found
        if each["impact"] in SERIOUS
        for node in each["nodes"]
    ]
