"""Passwords: hashed with argon2id, compared in the same time whether or not there is an account,
and the rule of what a new one must be."""

import secrets
import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from tools.phrases import SayableError

SHORTEST, LONGEST = 10, 200
"""Characters of a password. Length is what counts; rules about signs make people write it down."""
AT_ONCE = 2
"""Hashes computed at the same time: each takes 64 MiB, and many sign-ins must not take it all."""


class Passwords:
    """How passwords are kept."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._nobodys = self._hasher.hash(secrets.token_urlsafe())
        self._room = threading.Semaphore(AT_ONCE)

    def kept(self, password: str) -> str:
        """What is written down instead of `password`."""
        with self._room:
            return self._hasher.hash(password)

    def match(self, kept: str | None, password: str) -> bool:
        """Is this the password? Where there is none, it takes as long to say no."""
        with self._room:
            try:
                right = self._hasher.verify(kept or self._nobodys, password[: LONGEST + 1])
            except (VerificationError, InvalidHashError):
                return False
        return right and kept is not None


def one_time() -> str:
    """A password that we make up: easy to read out, and to be changed at once."""
    alphabet = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that looks like something else
    return "-".join("".join(secrets.choice(alphabet) for _ in range(5)) for _ in range(3))


def check_password(new: str, old: str, name: str) -> None:
    """
    Raises:
        SayableError: `new` is too short or too long, the old one, or holds the name.
    """
    if not SHORTEST <= len(new) <= LONGEST:
        raise SayableError("account-password-length", shortest=SHORTEST, longest=LONGEST)
    if new == old or name.lower() in new.lower() or len(set(new)) < SHORTEST // 2:
        raise SayableError("account-password-weak")
