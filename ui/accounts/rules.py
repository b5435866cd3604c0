"""Who may open what: one table for every path of the site. A path that no rule names is closed, and
a test walks all routes of the app, so that a new one without a rule fails it."""

from typing import Literal

from tools.person import Person, Role
from ui.pages import page_of

Access = Literal["anyone"] | Role

RULES: tuple[tuple[str, Access], ...] = (
    ("/", "anyone"),
    ("/healthz", "anyone"),
    ("/readyz", "anyone"),
    ("/favicon.ico", "anyone"),
    ("/favicon.svg", "anyone"),
    ("/chart.js", "anyone"),
    ("/page.js", "anyone"),
    ("/zoom.js", "anyone"),
    ("/accounts.css", "anyone"),
    ("/assets/*", "anyone"),
    ("/switch/*", "anyone"),
    ("/theme/*", "anyone"),
    ("/embed", "anyone"),
    ("/embed.js", "anyone"),
    ("/embed/*", "anyone"),
    ("/signin", "anyone"),
    ("/signin/*", "anyone"),
    ("/signout", "anyone"),
    ("/account", "staff"),
    ("/account/*", "staff"),
    ("/admin", "admin"),
    ("/admin/*", "admin"),
    ("/api/v1/*", "staff"),
    ("/mcp", "staff"),
    ("/metrics", "admin"),
)
"""`/*` at the end stands for everything below; the longest rule that fits counts. What lies below
a language belongs to one of `PAGES`, which say it themselves."""


FOR_PROGRAMS = ("/api/v1/", "/mcp", "/metrics")
"""All that an API key opens, as far as its scopes go; the pages are for people."""


def access(path: str) -> Access | None:
    """Who may open `path`; None if nobody may, because no rule names it."""
    page = page_of(path)
    if page is not None:
        return page[0].role
    fitting = [(len(rule), who) for rule, who in RULES if _fits(rule, path)]
    return max(fitting)[1] if fitting else None


def may(person: Person | None, who: Access) -> bool:
    """Is this person one of those?"""
    return who == "anyone" or (person is not None and person.at_least(who))


def _fits(rule: str, path: str) -> bool:
    return path.startswith(rule[:-1]) if rule.endswith("/*") else path == rule
