"""The pages of the site: a line for each, in the order of the navigation. It imports none."""

from dataclasses import dataclass
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from tools.person import Person, Role
from tools.phrases import LANGUAGES, Language, say

if TYPE_CHECKING:
    from ui.opening import Opening


RUN = uuid4().hex
"""This run of the server; a page that an earlier one made can tell."""


@dataclass(frozen=True)
class Page:
    """A page that people can go to."""

    path: str
    """Its address below the language; the first page has none."""
    title: str
    """The phrase that names it in the navigation."""
    role: Role
    """Who may open it, and do what can be done on it."""
    builder: str
    """`module:function` of `(Opening, Language) -> gr.Blocks`. By name, because importing one takes
    seconds and the server answers before."""

    def build(self, assistant: "Opening", language: Language) -> Any:
        """The whole page, ready to be mounted."""
        return resolve_name(self.builder)(assistant, language)

    def heading(self, language: Language) -> str:
        """What stands on its tab; the first page is Whyflow itself."""
        return f"{say(self.title, language)} · Whyflow" if self.path else "Whyflow"

    def address(self, language: Language) -> str:
        """Where it is on this site."""
        return f"/{language}/{self.path}/" if self.path else f"/{language}/"


PAGES = (
    Page("", "page-nav-desk", "staff", "ui.page.desk:build_page"),
    Page("replies", "page-nav-replies", "staff", "ui.replying.page:build_page"),
    Page("templates", "page-nav-templates", "staff", "ui.templating.page:build_page"),
    Page("knowledge", "page-nav-knowledge", "manager", "ui.knowing.page:build_page"),
)


def pages_for(person: Person) -> tuple[Page, ...]:
    """The pages that `person` may open."""
    return tuple(page for page in PAGES if person.at_least(page.role))


def page_of(address: str) -> tuple[Page, Language] | None:
    """The page that `address` belongs to, with all that lies below it, and its language."""
    language, _, rest = address.strip("/").partition("/")
    if language not in LANGUAGES:
        return None
    named = {page.path: page for page in PAGES}
    return named.get(rest.partition("/")[0], named[""]), language


def opened_page(address: str) -> tuple[Page, Language] | None:
    """The page if `address` is the page itself, and nothing below it."""
    found = page_of(address)
    return found if found and found[0].address(found[1]).strip("/") == address.strip("/") else None
