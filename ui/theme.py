"""Light or dark, as somebody chose on any page; until then as their system is. The page of Gradio
reads it from its address, `page.js` changes it at once, the pages of accounts need no script."""

from typing import Literal, get_args

from starlette.requests import HTTPConnection

from tools.phrases import Language, say
from ui.markup import html

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)
COOKIE = "whyflow-theme"
SCRIPT = """<script>(() => {
  const chosen = document.cookie.match(/(?:^|; )whyflow-theme=(light|dark)/);
  const here = new URL(location);
  if (!chosen || here.searchParams.has("__theme")) return;
  here.searchParams.set("__theme", chosen[1]);
  history.replaceState(null, "", here);
})();</script>"""
"""Before Gradio's own scripts, which look at `__theme`."""


def theme_of_request(request: HTTPConnection) -> Theme | None:
    """What the visitor chose; None if they leave it to their system."""
    return next((each for each in THEMES if request.cookies.get(COOKIE) == each), None)


def links(address: str, language: Language) -> str:
    """To the other theme; style sheets show the one that leads away from what is seen.

    Args:
        address: where they come from.
    """
    return "".join(
        f'<a class="switch to-{theme}" href="/theme/{theme}?next={html(address)}" rel="nofollow">'
        f"{html(say(f'page-{theme}', language))}</a>"
        for theme in THEMES
    )
