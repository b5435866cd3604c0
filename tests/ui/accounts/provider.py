"""A small OpenID Connect provider, to be run as a process of its own: `provider.py FD`.

It signs with a fresh RSA key, checks the client's secret and PKCE, and lets in at once whoever
`/who` named, with the faults that `/who` asked for.
"""

import hashlib
import secrets
import socket
import sys
import time
from base64 import urlsafe_b64encode
from typing import Annotated

import uvicorn
from fastapi import Body, FastAPI, Form, HTTPException, Request
from fastapi.responses import RedirectResponse
from fastapi.security import HTTPBasic
from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "whyflow", "of the client"
KEY, OTHER = (RSAKey.generate_key(2048, {"kid": name, "use": "sig"}) for name in ("one", "two"))

app = FastAPI()
asked: dict[str, dict[str, str]] = {}
who: dict[str, object] = {}


@app.get("/.well-known/openid-configuration")
def metadata(request: Request):
    issuer = str(request.base_url).rstrip("/")
    return {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/authorize",
        "token_endpoint": f"{issuer}/token",
        "jwks_uri": f"{issuer}/keys",
        "id_token_signing_alg_values_supported": ["RS256"],
        "code_challenge_methods_supported": ["S256"],
    }


@app.get("/keys")
def keys():
    return {"keys": [KEY.as_dict(private=False)]}


@app.post("/who")
def set_who(claims: Annotated[dict, Body()]):
    who.clear()
    who.update(claims)


@app.get("/authorize")
def authorize(request: Request):
    asking = dict(request.query_params)
    assert asking["client_id"] == CLIENT
    assert asking["response_type"] == "code"
    code = secrets.token_urlsafe()
    asked[code] = asking
    return RedirectResponse(f"{asking['redirect_uri']}?code={code}&state={asking['state']}")


@app.post("/token")
async def token(
    request: Request, code: Annotated[str, Form()], code_verifier: Annotated[str, Form()]
):
    basic = await HTTPBasic()(request)
    asking = asked.pop(code, None)
    digest = urlsafe_b64encode(hashlib.sha256(code_verifier.encode()).digest()).rstrip(b"=")
    if (basic.username, basic.password) != (CLIENT, SECRET) or asking is None:
        raise HTTPException(401)
    if digest.decode() != asking["code_challenge"]:
        raise HTTPException(400)
    claims = {
        "iss": str(request.base_url).rstrip("/"),
        "aud": CLIENT,
        "iat": int(time.time()),
        "exp": int(time.time()) + 60,
        "nonce": asking["nonce"],
        **who,
    }
    key = OTHER if claims.pop("forged", False) else KEY
    signed = jwt.encode({"alg": "RS256", "kid": "one"}, claims, key)
    return {"access_token": "none", "token_type": "Bearer", "id_token": signed}


if __name__ == "__main__":
    listening = socket.socket(fileno=int(sys.argv[1]))
    uvicorn.Server(uvicorn.Config(app, log_level="error")).run(sockets=[listening])
