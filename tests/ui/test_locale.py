"""Which language a visitor gets, and what the page says about itself."""

import pytest

from ui.locale import localised, preferred


@pytest.mark.parametrize(
    ("cookie", "accept", "language"),
    [
        (None, "", "en"),
        (None, "zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        (None, "fr,en;q=0.5,zh;q=0.7", "zh"),
        (None, "de-DE,de;q=0.9", "en"),
        (None, "zh;q=0,en", "en"),
        ("en", "zh-CN", "en"),
        ("zh", "en", "zh"),
        ("../etc", "zh", "zh"),
        (None, "zh;q=nonsense,,;;", "zh"),
    ],
)
def test_the_cookie_wins_then_the_browsers_wish_then_english(cookie, accept, language):
    assert preferred(cookie, accept) == language


def test_the_page_names_its_language_and_nothing_on_the_web():
    page = localised(
        '<html\n\tlang="en"><head><meta\n property="og:image" content="https://x/y.jpg"\n/>'
        '<link rel="manifest" href="/manifest.json" /></head></html>',
        "zh",
    )
    assert 'lang="zh-CN"' in page
    assert "https://" not in page
    assert "manifest" not in page
