import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from agent.settings import Settings, SettingsError
from knowledge.fields import FIELDS


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory without `.env`, and an environment without our variables."""
    for name in [name for name in os.environ if name.startswith(("WHYFLOW_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_defaults_run_offline_on_this_machine(bare: Path) -> None:
    settings = Settings.read()
    assert settings.llm == "embedded"
    assert (settings.host, settings.port) == ("127.0.0.1", 7860)
    assert settings.cache == bare / "home/.cache/whyflow"
    assert settings.data == bare / "home/.local/share/whyflow"
    assert 1 <= settings.threads <= 8


def test_flag_beats_environment_beats_file_beats_default(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bare / ".env").write_text("WHYFLOW_PORT=1\nWHYFLOW_HOST=file\nWHYFLOW_THREADS=3\nOTHER=x\n")
    monkeypatch.setenv("WHYFLOW_PORT", "2")
    monkeypatch.setenv("WHYFLOW_HOST", "environment")
    settings = Settings.read(port=4, host=None)
    assert (settings.port, settings.host, settings.threads) == (4, "environment", 3)


def test_folders_follow_the_xdg_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/var/tmp/mine")
    monkeypatch.setenv("XDG_DATA_HOME", "relative/is/ignored")
    settings = Settings.read()
    assert settings.cache == Path("/var/tmp/mine/whyflow")
    assert settings.data == Path.home() / ".local/share/whyflow"


def test_folders_may_be_relative_or_at_home(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHYFLOW_CACHE", "~/weights")
    settings = Settings.read(data=Path("here"))
    assert settings.cache == bare / "home/weights"
    assert settings.data == bare / "here"


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHYFLOW_PORT", "")
    assert Settings.read().port == 7860


@pytest.mark.parametrize(
    "llm",
    [
        "embedded",
        "embedded:0.5b",
        "embedded:/models/my model.gguf",
        "transformers:Qwen/Qwen2.5-0.5B-Instruct",
        "transformers:/models/qwen",
        "openai:http://127.0.0.1:8000/v1#qwen",
        "openai:https://example.org/v1#a/b",
    ],
)
def test_every_kind_of_language_model_can_be_named(llm: str) -> None:
    assert Settings.read(llm=llm).llm == llm


@pytest.mark.parametrize(
    "llm",
    [
        "",
        "gpt",
        "embeded",
        "embedded:",
        "embedded:7b",
        "embedded and more",
        "transformers:",
        "openai:example.org#x",
        "openai:http://127.0.0.1/v1",
        "openai:http://127.0.0.1/v1#",
    ],
)
def test_other_language_models_are_refused(llm: str) -> None:
    with pytest.raises(SettingsError, match=r"--llm is '.*'; it must be embedded, embedded:0\.5b"):
        Settings.read(llm=llm)


@pytest.mark.parametrize(
    ("name", "value", "rule"),
    [
        ("PORT", "abc", "a whole number from 1 to 65535"),
        ("PORT", "65536", "a whole number from 1 to 65535"),
        ("HOST", "two words", "a host name or an IP address"),
        ("THREADS", "0", "a whole number from 1 to 256"),
        ("TIME_LIMIT_SECONDS", "nan", "a number of seconds above 0, at most 3600"),
        ("LLM_TIMEOUT_SECONDS", "-1", "a number of seconds above 0, at most 3600"),
        ("MAX_MESSAGE_CHARACTERS", "1.5", "a whole number from 1 to 1000000"),
        ("CACHE", "/dev/null", "a folder"),
        ("LOG_LEVEL", "loud", "debug, info, warning or error"),
    ],
)
def test_a_wrong_value_is_named_with_what_would_be_right(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, rule: str
) -> None:
    monkeypatch.setenv(f"WHYFLOW_{name}", value)
    with pytest.raises(SettingsError) as caught:
        Settings.read()
    assert str(caught.value) == f"WHYFLOW_{name} is '{value}'; it must be {rule}."


def test_a_wrong_flag_is_named_as_a_flag() -> None:
    with pytest.raises(SettingsError, match=r"^--time-limit-seconds is '0'; it must be a number"):
        Settings.read(time_limit_seconds=0)


def test_a_misspelt_variable_is_named_with_the_closest_known_one(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHYFLOW_LLM_KYE", "secret")
    with pytest.raises(SettingsError) as caught:
        Settings.read()
    text = "There is no setting WHYFLOW_LLM_KYE; did you mean WHYFLOW_LLM_KEY?"
    assert str(caught.value) == text  # and not its value
    monkeypatch.delenv("WHYFLOW_LLM_KYE")
    (bare / ".env").write_text("WHYFLOW_PROT=1\n")
    with pytest.raises(SettingsError, match="did you mean WHYFLOW_PORT"):
        Settings.read()


def test_a_misspelt_flag_is_named() -> None:
    with pytest.raises(SettingsError, match="no setting --prot; did you mean --port"):
        Settings.read(prot=1)


def test_the_key_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHYFLOW_LLM_KEY", "k3y-of-mine")
    settings = Settings.read()
    assert "k3y-of-mine" not in f"{settings} {settings!r} {settings.model_dump_json()}"
    assert settings.llm_key is not None
    assert settings.llm_key.get_secret_value() == "k3y-of-mine"


def test_the_log_level_may_be_written_in_capitals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHYFLOW_LOG_LEVEL", "INFO")
    assert Settings.read().log_level == "info"


@pytest.mark.parametrize(
    ("value", "fields"), [("none", ()), ("retail, public", ("retail", "public")), ("", FIELDS)]
)
def test_built_in_texts_can_be_left_out_some_or_all(
    monkeypatch: pytest.MonkeyPatch, value: str, fields: tuple[str, ...]
) -> None:
    monkeypatch.setenv("WHYFLOW_FIELDS", value)
    assert Settings.read().fields == fields


def test_none_of_the_fields_beside_one_of_them_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHYFLOW_FIELDS", "none,retail")
    with pytest.raises(SettingsError, match=r"it must be some of .*, with commas, or none"):
        Settings.read()


def test_settings_cannot_be_changed() -> None:
    settings = Settings.read()
    with pytest.raises(ValidationError):
        settings.port = 1  # type: ignore[misc]


def test_every_setting_says_what_it_must_be() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_the_time_zone_is_that_of_this_machine_unless_one_is_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    assert Settings.read().time_zone == "Asia/Shanghai"
    monkeypatch.setenv("WHYFLOW_TIME_ZONE", "Europe/Berlin")
    assert Settings.read().time_zone == "Europe/Berlin"


@pytest.mark.parametrize("zone", ["Mars/Olympus", "Beijing", "../etc/passwd", "Europe"])
def test_an_unknown_time_zone_is_refused(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setenv("WHYFLOW_TIME_ZONE", zone)
    with pytest.raises(SettingsError, match=r"WHYFLOW_TIME_ZONE is .* name of a time zone"):
        Settings.read()
