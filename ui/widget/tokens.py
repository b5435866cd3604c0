"""Who looks at a widget, by the word of the host's server: a short-lived signed token (JWT)."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, Key, OctKey, RSAKey

from tools.phrases import SayableError

LONGEST = 300
"""Seconds between the making of a token and its end: it is used at once, or made anew."""
LEEWAY = 30
"""Seconds that two clocks may differ."""
AUDIENCE = "whyflow"


@dataclass(frozen=True)
class Looking:
    """Who looks at a widget."""

    subject: str
    name: str
    teams: tuple[str, ...] | None
    """None if the token does not say."""


class Tokens:
    """Checks tokens with one key."""

    def __init__(self, key: Key, algorithm: str, clock: Callable[[], float] = time.time) -> None:
        self._key, self._algorithm, self._clock = key, algorithm, clock

    def read(self, token: str) -> Looking:
        """
        Raises:
            SayableError: the token is not from the host, too old, or says too little.
        """
        now = int(self._clock())
        try:
            claims = jwt.decode(token, self._key, algorithms=[self._algorithm]).claims
            jwt.JWTClaimsRegistry(
                now,
                LEEWAY,
                aud={"essential": True, "value": AUDIENCE},
                sub={"essential": True},
                iat={"essential": True},
                exp={"essential": True},
            ).validate(claims)
        except (JoseError, ValueError) as error:
            raise SayableError("widget-token", why=str(error).strip(": ")) from None
        if claims["exp"] - claims["iat"] > LONGEST:
            raise SayableError("widget-token-long", limit=LONGEST)
        return _looking(claims)


def tokens(secret: str, key_file: Path | None) -> Tokens | None:
    """With the secret or the public key that the settings name; None if they name neither.

    Raises:
        SayableError: the secret is too short to be one, or the file holds no public key.
    """
    if key_file is not None:
        return _by_public_key(key_file)
    if not secret:
        return None
    if len(secret.encode()) < 32:
        raise SayableError("widget-secret", name="WHYFLOW_WIDGET_SECRET")
    return Tokens(OctKey.import_key(secret), "HS256")


def _by_public_key(file: Path) -> Tokens:
    try:
        pem = file.read_bytes()
        if isinstance(load_pem_public_key(pem), RSAPublicKey):
            return Tokens(RSAKey.import_key(pem), "RS256")
        return Tokens(ECKey.import_key(pem), "ES256")
    except (OSError, ValueError, JoseError) as error:
        raise SayableError("widget-key", file=str(file), why=str(error)) from None


def _looking(claims: dict[str, Any]) -> Looking:
    teams = claims.get("teams")
    return Looking(
        str(claims["sub"]),
        str(claims.get("name") or claims["sub"]),
        tuple(map(str, teams)) if isinstance(teams, list) else None,
    )
