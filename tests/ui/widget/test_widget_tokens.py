"""Who looks at a widget, by the host's word: what counts as its word, and what does not."""

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, RSAKey

from tools.phrases import SayableError
from ui.widget.tokens import Looking, Tokens, tokens

SECRET = "0123456789abcdef0123456789abcdef"
NOW = 1_800_000_000
GOOD = {"aud": "whyflow", "sub": "7", "name": "Ann", "iat": NOW, "exp": NOW + 60}


def without(gone):
    return {name: value for name, value in GOOD.items() if name != gone}


def signed(claims, key=None, algorithm="HS256"):
    return jwt.encode({"alg": algorithm}, claims, key or OctKey.import_key(SECRET))


@pytest.fixture
def reader():
    return Tokens(OctKey.import_key(SECRET), "HS256", clock=lambda: NOW + 10)


def test_a_good_token_says_who_it_is(reader):
    assert reader.read(signed(GOOD)) == Looking("7", "Ann", None)
    assert reader.read(signed(GOOD | {"teams": ["desk"]})).teams == ("desk",)


@pytest.mark.parametrize(
    "claims",
    [
        GOOD | {"exp": NOW - 60, "iat": NOW - 120},
        GOOD | {"iat": NOW + 600, "exp": NOW + 660},
        GOOD | {"exp": NOW + 3600},
        GOOD | {"aud": "somebody else"},
        *(without(gone) for gone in ("aud", "sub", "iat", "exp")),
        GOOD | {"exp": "soon"},
    ],
)
def test_an_old_long_foreign_or_incomplete_token_is_refused(reader, claims):
    with pytest.raises(SayableError, match=r"could not say who you are|valid for more than 300"):
        reader.read(signed(claims))


@pytest.mark.parametrize("text", ["", "x", "a.b.c", "é" * 10])
def test_what_is_no_token_is_refused(reader, text):
    with pytest.raises(SayableError, match="could not say"):
        reader.read(text)


def test_another_key_another_algorithm_and_none_at_all_are_refused(reader):
    head, body, _ = signed(GOOD).split(".")
    other = OctKey.import_key("f" * 32)
    none = "eyJhbGciOiJub25lIn0"
    for forged in (signed(GOOD, other), f"{none}.{body}.", f"{head}.{body}."):
        with pytest.raises(SayableError, match="could not say"):
            reader.read(forged)


@pytest.mark.parametrize(
    ("key", "algorithm"),
    [(RSAKey.generate_key(2048), "RS256"), (ECKey.generate_key("P-256"), "ES256")],
    ids=["rsa", "ec"],
)
def test_a_public_key_is_enough(tmp_path, key, algorithm):
    file = tmp_path / "key.pem"
    file.write_bytes(key.as_pem(private=False))
    found = tokens("", file)
    by_key = Tokens(found._key, found._algorithm, clock=lambda: NOW)
    assert by_key.read(signed(GOOD, key, algorithm)).subject == "7"
    with pytest.raises(SayableError):
        by_key.read(signed(GOOD))


def test_keys_that_are_none_are_refused_at_the_start(tmp_path):
    assert tokens("", None) is None
    with pytest.raises(SayableError, match="32 characters"):
        tokens("short", None)
    with pytest.raises(SayableError, match="no public key"):
        tokens("", tmp_path / "missing.pem")
    (tmp_path / "text.pem").write_text("hello")
    with pytest.raises(SayableError, match="no public key"):
        tokens("", tmp_path / "text.pem")
