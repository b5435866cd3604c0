"""The page of the audit log: what admins search it for, and take away of it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from agent.audit import EVENTS, Audit, Entry, Wanted
from tools.phrases import Language, SayableError, say
from ui.accounts.finding import ids_named
from ui.accounts.forms import FRESH, Pages
from ui.accounts.paging import asked, part
from ui.accounts.users import Accounts
from ui.locale import language_of_request
from ui.spreadsheet import csv_lines

FIELDS = ("find", "event", "from", "until")
COLUMNS = ("number", "moment", "person", "event", "subject", "detail", "hash")


def log_pages(accounts: Accounts, pages: Pages, audit: Audit) -> APIRouter:
    router = APIRouter(prefix="/admin")

    def wanted(searched: dict[str, str]) -> Wanted:
        text = searched.get("find", "")
        return Wanted(
            text,
            ids_named(accounts, text) if text else frozenset(),
            searched.get("event", ""),
            _midnight(searched.get("from", ""), pages.zone),
            _midnight(searched.get("until", ""), pages.zone, days=1),
        )

    def named() -> dict[str, str]:
        return {user.id: user.name for user in accounts.users()}

    @router.get("/audit")
    def log(request: Request) -> Response:
        searched = asked(request, *FIELDS)
        look = wanted(searched)
        shown = part(request, searched, audit.count(look), partial(audit.latest, wanted=look))
        # Proving reads the whole log, so it is not done for every turn of a page.
        proved, broken = None, ""
        if not searched and shown.number == 1:
            try:
                proved, _ = audit.verify()
            except SayableError as error:
                broken = error.say(language_of_request(request))
        return pages.page(
            request,
            "audit",
            part=shown,
            names=named(),
            events=EVENTS,
            moment_of=moment_of,
            proved=proved,
            broken=broken,
        )

    @router.get("/audit.csv")
    def export(request: Request) -> Response:
        language = language_of_request(request)
        look, names = wanted(asked(request, *FIELDS)), named()

        def rows() -> Iterator[list[str]]:
            zone = pages.zone.key
            yield [say(f"audit-{column}", language, zone=zone) for column in COLUMNS]
            for entry in audit.all(look):
                when = pages.when(moment_of(entry), seconds=True)
                yield _row(entry, when, names, language)

        headers = {**FRESH, "Content-Disposition": 'attachment; filename="whyflow-audit.csv"'}
        return StreamingResponse(csv_lines(rows()), media_type="text/csv", headers=headers)

    return router


def moment_of(entry: Entry) -> datetime:
    return datetime.fromisoformat(entry.moment)


def _row(entry: Entry, when: str, names: dict[str, str], language: Language) -> list[str]:
    known = entry.event in EVENTS
    what = say(f"audit-did-{entry.event}", language) if known else entry.event
    person = names.get(entry.person, entry.person)
    return [str(entry.number), when, person, what, entry.subject, entry.detail, entry.hash]


def _midnight(day: str, zone: ZoneInfo, days: int = 0) -> datetime | None:
    """When a day begins there, or one so many days later; None if it is no day of ours."""
    try:
        begins = datetime.combine(date.fromisoformat(day) + timedelta(days), time(), zone)
        return begins.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
