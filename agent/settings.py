"""The settings: a flag, then the environment, then `.env` in the working directory, then a default.

The only reader of the environment. It knows what a value must look like, not what is done with it.

    SettingsError(ValueError)   a setting has an impossible value, or no setting has that name
"""

import difflib
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from dotenv import dotenv_values
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    IPvAnyNetwork,
    SecretStr,
    StringConstraints,
    ValidationError,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from knowledge.fields import FIELDS
from knowledge.fields import Field as Trade
from tools.plan.calendar import TimeZone, time_zone

PREFIX = "WHYFLOW_"
ENV_FILE = ".env"

LLM = r"^(embedded(:0\.5b|:.+\.gguf)?|transformers:\S.*|openai:https?://[^#\s]+#\S+)$"


SECRETS = ("llm_key", "oidc_secret", "widget_secret")
"""Their values are in no message."""


class SettingsError(ValueError):
    """A setting cannot be used: its name, its value and what would be right."""


def _folder(path: Path) -> Path:
    path = path.expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise ValueError("not a folder")
    return path


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _home(variable: str, fallback: str) -> Path:
    """The user's folder for one kind of data (XDG Base Directory Specification)."""
    named = Path(os.environ.get(variable, ""))
    # The specification says that a relative path there is to be ignored.
    return (named if named.is_absolute() else Path.home() / fallback) / "whyflow"


def _own_zone() -> str:
    """The time zone of this machine, if it has a name that others know; else UTC."""
    from babel.localtime import get_localzone

    try:
        return time_zone(str(get_localzone()))
    except ValueError:
        return "UTC"


def _threads() -> int:
    """Writing is bound by memory, so more than 8 threads make it no faster."""
    return min(os.cpu_count() or 2, 8)


def _listed(value: object) -> object:
    """`a, b` as it stands in the environment."""
    return (
        [each for each in re.split(r"[,\s]+", value) if each] if isinstance(value, str) else value
    )


def _trades(value: object) -> object:
    """`none` is a word, because an empty variable counts as not set."""
    listed = _listed(value)
    return [] if listed == ["none"] else listed


Folder = Annotated[Path, AfterValidator(_folder)]
Listed = NoDecode, BeforeValidator(_listed)
Origin = Annotated[str, StringConstraints(pattern=r"^https?://[^/\s]+$")]


class Settings(BaseSettings):
    """Everything that can be set. Each description completes the sentence "it must be ..."."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=ENV_FILE, env_ignore_empty=True, extra="ignore", frozen=True
    )

    llm: str = Field(
        default="embedded",
        pattern=LLM,
        description="embedded, embedded:0.5b, embedded:/path/to/file.gguf, "
        "transformers:<folder or hub name> or openai:<base URL>#<name>",
    )
    """The language model."""
    llm_key: SecretStr | None = Field(default=None, description="text")
    """The key that an `openai:` server asks for. Never printed."""
    llm_timeout_seconds: float = Field(
        default=60.0, gt=0, le=3600, description="a number of seconds above 0, at most 3600"
    )
    """How long one answer of the language model may take."""
    threads: int = Field(
        default_factory=_threads, ge=1, le=256, description="a whole number from 1 to 256"
    )
    """Processor threads for the embedded language model."""

    host: str = Field(
        default="127.0.0.1", pattern=r"^\S+$", description="a host name or an IP address"
    )
    """Where the page listens; 127.0.0.1 is this machine only."""
    port: int = Field(default=7860, ge=1, le=65535, description="a whole number from 1 to 65535")
    """The page's port."""

    time_zone: TimeZone = Field(
        default_factory=_own_zone,
        description="the name of a time zone, such as Europe/Berlin or Asia/Shanghai",
    )
    """Whose clock "tomorrow at three" is read from. Where it is not set, that is the clock of who
    writes, as their browser has it, and this machine's where no browser is."""

    explore: bool = Field(default=True, description="true or false")
    """Whether replies that were rarely used are sometimes suggested first, to learn about them."""

    public_url: Origin | Literal[""] = Field(
        default="", description="an address without a path, such as https://whyflow.example.com"
    )
    """Where people reach the page, if that is not the host and port it listens on (a proxy)."""

    accounts: Literal["demo", "local", "oidc", "proxy"] = Field(
        default="demo", description="demo (no accounts, this machine only), local, oidc or proxy"
    )
    """Who may come in, and who vouches for them."""
    admins: Annotated[tuple[str, ...], *Listed] = Field(
        default=(), description="names, with commas"
    )
    """Who is always an admin, by the name that the provider or the proxy gives."""
    session_hours: float = Field(
        default=12.0, gt=0, le=8760, description="a number of hours above 0, at most 8760"
    )
    """After so long people sign in again."""
    oidc_issuer: str = Field(
        default="",
        pattern=r"^(https?://\S+)?$",
        description="the address of an OpenID Connect provider",
    )
    oidc_client: str = Field(default="", description="the client's id at the provider")
    oidc_secret: SecretStr | None = Field(default=None, description="text")
    """The client's secret at the provider. Never printed."""
    oidc_teams: str = Field(default="", description="the name of a claim, such as groups")
    """The claim that lists the teams; without one, admins set them here."""
    proxy_addresses: Annotated[tuple[IPvAnyNetwork, ...], *Listed] = Field(
        default=(), description="addresses or networks, with commas, such as 10.0.0.5, 10.1.0.0/16"
    )
    """Only requests from there may say who somebody is."""
    proxy_header: str = Field(
        default="X-Forwarded-User", pattern=r"^[\w-]+$", description="the name of a header"
    )
    """The header that holds the name of whoever signed in at the proxy."""
    proxy_teams_header: str = Field(
        default="", pattern=r"^[\w-]*$", description="the name of a header"
    )
    """The header that lists their teams, with commas; without one, admins set them here."""

    requests_per_minute: int = Field(
        default=240, ge=1, le=1_000_000, description="a whole number from 1 to 1000000"
    )
    """How often one person may send something: a message, an edit, a click."""
    tokens_per_day: int = Field(
        default=2_000_000, ge=1, le=10**12, description="a whole number from 1 on"
    )
    """How much one person may have a language model read and write in 24 hours."""
    upload_megabytes: int = Field(
        default=10, ge=1, le=1000, description="a whole number from 1 to 1000"
    )
    """Larger files are refused."""

    widget_origins: Annotated[tuple[Origin, ...], *Listed] = Field(
        default=(), description="addresses without a path, with commas, of the pages that show it"
    )
    """The sites whose pages may show Whyflow in a panel."""
    widget_secret: SecretStr | None = Field(default=None, description="text")
    """Shared with the servers of those sites, which sign with it who is looking. Never printed."""
    widget_key: Path | None = Field(default=None, description="a file with a public key (PEM)")
    """Instead of the secret: what those servers' signatures are checked with."""

    cache: Folder = Field(
        default_factory=lambda: _home("XDG_CACHE_HOME", ".cache"), description="a folder"
    )
    """Model weights: what can be fetched again."""
    data: Folder = Field(
        default_factory=lambda: _home("XDG_DATA_HOME", ".local/share"), description="a folder"
    )
    """Conversations and the knowledge index: what is to be kept."""

    chroma: str | None = Field(
        default=None,
        pattern=r"^https?://[^\s/:]+(:\d+)?/?$",
        description="the address of a Chroma server, such as http://127.0.0.1:8000",
    )
    """Where the vectors of the knowledge base are kept, if not in the data folder. Then several
    processes may change it at once."""
    fields: Annotated[tuple[Trade, ...], NoDecode, BeforeValidator(_trades)] = Field(
        default=FIELDS, description=f"some of {', '.join(FIELDS)}, with commas, or none"
    )
    """Whose built-in procedures and reply templates are used."""
    reranker: Folder | None = Field(default=None, description="a folder")
    """A cross-encoder as sentence-transformers saves it, which has the last word on the order of
    what is found; without one, nothing has."""

    time_limit_seconds: float = Field(
        default=5.0, gt=0, le=3600, description="a number of seconds above 0, at most 3600"
    )
    """How long the solver may look for a better plan during a chat."""
    max_message_characters: int = Field(
        default=4000, ge=1, le=1_000_000, description="a whole number from 1 to 1000000"
    )
    """Longer messages are refused."""
    log_level: Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(_lower)] = (
        Field(default="warning", description="debug, info, warning or error")
    )
    """What goes to the log on standard error."""
    log_format: Annotated[Literal["text", "json"], BeforeValidator(_lower)] = Field(
        default="text", description="text or json"
    )
    """A line for people, or an object a line for programs."""

    otel_exporter_otlp_endpoint: str = Field(
        default="",
        validation_alias="OTEL_EXPORTER_OTLP_ENDPOINT",  # as all programs call it
        pattern=r"^(https?://\S+)?$",
        description="the address of a collector, such as http://127.0.0.1:4318",
    )
    """Where traces are sent (OpenTelemetry, OTLP over HTTP); nowhere if it is empty."""

    @classmethod
    def read(cls, **flags: Any) -> Self:
        """The settings as they apply now.

        Args:
            flags: values from the command line, by field name; None means not given.

        Raises:
            SettingsError: the first thing that is wrong.
        """
        given = {name: value for name, value in flags.items() if value is not None}
        _check_names(given, cls.model_fields, _flag)
        _check_names(_variables(), map(_variable, cls.model_fields), str)
        try:
            return cls(**given)
        except ValidationError as error:
            raise _complaint(error, given) from None


def _variable(field: str) -> str:
    return field.upper() if field.startswith("otel_") else PREFIX + field.upper()


def _flag(field: str) -> str:
    return "--" + field.replace("_", "-")


def _variables() -> list[str]:
    """The names, without values, of what the environment and `.env` set for Whyflow."""
    names = [*os.environ, *dotenv_values(ENV_FILE)]
    return [name.upper() for name in names if name.upper().startswith(PREFIX)]


def _check_names(names: Iterable[str], known: Iterable[str], shown: Any) -> None:
    known = sorted(known)
    for name in names:
        if name not in known:
            # Only the name: the value may be a key under a misspelt name.
            closest = difflib.get_close_matches(name, known, n=1, cutoff=0)[0]
            raise SettingsError(
                f"There is no setting {shown(name)}; did you mean {shown(closest)}?"
            )


def _complaint(error: ValidationError, flags: dict[str, Any]) -> SettingsError:
    first = error.errors()[0]
    field = str(first["loc"][0]).lower()
    name = _flag(field) if field in flags else _variable(field)
    if field in SECRETS:
        return SettingsError(f"{name} must be text.")
    rule = Settings.model_fields[field].description
    return SettingsError(f"{name} is '{first['input']}'; it must be {rule}.")
