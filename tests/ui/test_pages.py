"""The registry of pages: addresses, roles, names."""

from tools.person import SOMEBODY, Person
from tools.phrases import LANGUAGES, say
from ui.accounts.visit import Visit
from ui.frame import navigation
from ui.pages import PAGES, opened_page, page_of, pages_for


def test_every_page_is_found_under_its_address_and_what_lies_below_belongs_to_it():
    for page in PAGES:
        for language in LANGUAGES:
            address = page.address(language)
            assert opened_page(address) == page_of(f"{address}gradio_api/info") == (page, language)
            assert opened_page(f"{address}gradio_api/info") is None


def test_every_page_is_called_something_else_on_its_tab():
    headings = [page.heading(language) for page in PAGES[1:] for language in LANGUAGES]
    assert len(set(headings)) == len(headings)
    assert PAGES[0].heading("zh") == "Whyflow"


def test_other_addresses_are_no_pages():
    for address in ("/", "/fr/", "/healthz", "/english/", "//evil.example/"):
        assert page_of(address) is None


def test_a_page_is_offered_to_those_who_may_open_it():
    for page in PAGES:
        assert page in pages_for(SOMEBODY)
        assert page in pages_for(Person("ann", role=page.role))
    assert all(page.role == "staff" for page in pages_for(Person("bob", role="staff")))


def test_the_navigation_leads_to_the_same_page_in_the_other_language():
    for page in PAGES:
        assert say(page.title, "zh") != say(page.title, "en")
        assert f"/switch/zh?page={page.path}" in navigation(page.path, "en", Visit(SOMEBODY))


def test_a_name_leads_to_an_account_only_where_there_is_a_page_of_it():
    ann = Person("ann", "Ann & Co", "staff")
    here, panel = Visit(ann, "token"), Visit(ann, "token", framed=True)
    assert '<a href="/account">Ann &amp; Co</a>' in navigation("", "en", here)
    for visit in (panel, Visit(ann)):  # on another site; behind a proxy
        assert "<span>Ann &amp; Co</span>" in navigation("", "en", visit)
        assert "/account" not in navigation("", "en", visit)
    assert "<span>" not in navigation("", "en", Visit(SOMEBODY))
