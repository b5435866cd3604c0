"""What all pages have in common: the top with the way to the other pages and to the other language.
It knows nothing of what stands below."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import gradio as gr
import gradio.blocks

from tools.person import SOMEBODY
from tools.phrases import Language, say
from ui import theme
from ui.accounts.visit import Visit, known_visit
from ui.lean import LeanBlocks
from ui.markup import html
from ui.pages import PAGES, RUN, Page, pages_for

KEPT = (3600, 3600)  # seconds: uploaded files are deleted an hour after they came


class _NotMounted:
    """Instead of the web app that Gradio makes twice for a page before `mount_gradio_app` makes the
    one that is used: those cost a server half of the time that it takes to start."""

    @staticmethod
    def create_app(*_: object, **__: object) -> None:
        """None is made."""


gradio.blocks.App = _NotMounted


@contextmanager
def framed(path: str, language: Language, threads: int = 40) -> Iterator[gr.Blocks]:
    """A new page with its top; what is made within comes below.

    Args:
        path: of the page, as `ui/pages.py` has it.
        threads: events of the page that are served at once.
    """
    title = _page(path).heading(language)
    blocks = LeanBlocks(title=title, fill_width=True, analytics_enabled=False, delete_cache=KEPT)
    # The queue was made with the page, for as many as Gradio thinks of.
    blocks.max_threads = blocks._queue.max_thread_count = threads
    with blocks:
        gr.HTML(_notes(language), padding=False, elem_classes="offline")
        with gr.Row(elem_classes="top"):
            gr.HTML(_title(language), elem_classes="brand", padding=False)
            shown = gr.HTML(
                navigation(path, language, Visit(SOMEBODY)), elem_classes="links", padding=False
            )

        def known(request: gr.Request) -> str:
            return navigation(path, language, known_visit(request))

        blocks.load(known, None, shown, api_visibility="private", show_progress="hidden")
        yield blocks


def navigation(path: str, language: Language, visit: Visit) -> str:
    """The pages that a visitor may open, if there are several, and the other language."""
    pages = pages_for(visit.person)
    links = "".join(_link(page, path, language) for page in pages) if len(pages) > 1 else ""
    label, account = html(say("page-nav", language)), _account(visit)
    switches = theme.links(_page(path).address(language), language) + _switch(path, language)
    return f'<nav aria-label="{label}">{links}{account}{switches}</nav>'


def _page(path: str) -> Page:
    return next(page for page in PAGES if page.path == path)


def _account(visit: Visit) -> str:
    """Who it is, where there are accounts, and the way to their own."""
    if visit.person == SOMEBODY:
        return ""
    name = html(visit.person.name)
    return f'<a href="/account">{name}</a>' if visit.account else f"<span>{name}</span>"


def _link(page: Page, path: str, language: Language) -> str:
    here = ' aria-current="page"' if page.path == path else ""
    return f'<a href="{page.address(language)}"{here}>{html(say(page.title, language))}</a>'


def _switch(path: str, language: Language) -> str:
    """The same page in the other language."""
    other = "zh" if language == "en" else "en"
    tag = "zh-CN" if other == "zh" else "en"
    return (
        f'<a class="switch" href="/switch/{other}?page={path}" lang="{tag}" hreflang="{tag}">'
        f"{html(say('page-switch', language))}</a>"
    )


SPOKEN = {
    "chatbot conversation": "page-chat",
    "user": "export-user",
    "bot": "export-whyflow",
    "copy": "page-copy",
    "Copy message": "page-copy",
    "Copied message": "page-copied",
    "Table actions": "page-table-actions",
    "Scroll to bottom": "page-scroll",
    "Filter...": "page-filter",
    "Enter text to filter the table": "page-filter-hint",
    "Open cell menu": "page-cell-menu",
    "Empty value": "page-cell-empty",
    "Select row": "page-row-select",
    "Select column": "page-column-select",
    "Add row": "page-row-add",
    "Add row above": "page-row-above",
    "Add row below": "page-row-below",
    "Delete row": "page-row-delete",
    "Remove this file": "page-file-remove",
    "Close": "page-close",
}
"""Names that Gradio gives its widgets, and who speaks, in English only."""


def _notes(language: Language) -> str:
    """Shown by `page.js` while the server does not answer, once another one answers than made this
    page, and once the session has ended: who then loads the page is led to sign in. They also bring
    the names of widgets, and what to say of files that are not taken."""
    names = html(json.dumps({name: say(key, language) for name, key in SPOKEN.items()}))
    large = html(say("page-upload-large", language, limit="{limit}", files="{files}"))
    strange = html(say("page-upload-strange", language, kinds="{kinds}", files="{files}"))
    data = f' data-names="{names}" data-large="{large}" data-strange="{strange}"'
    data += ' data-refused="{detail}"'
    anew, ended = say("page-anew-load", language), say("page-ended-enter", language)
    return (
        _note("offline", say("page-offline", language), data=data)
        + _note("anew", say("page-anew", language), anew, f' data-run="{RUN}"')
        + _note("ended", say("page-ended", language), ended)
    )


def _note(id: str, words: str, load: str = "", data: str = "") -> str:
    """A note that is not seen yet; `load` is what the link is called that loads the page again."""
    link = f' <a href="">{html(load)}</a>' if load else ""
    return f'<p id="{id}" class="notice" role="alert"{data} hidden>{html(words)}{link}</p>'


def _title(language: Language) -> str:
    return f'<h1>Whyflow</h1><p class="quiet">{html(say("page-tagline", language))}</p>'
