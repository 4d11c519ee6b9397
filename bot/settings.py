"""Settings from the environment or a `.env` file: one model with names, defaults and help."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

_STORE = "sqlite+aiosqlite:///"
_MOST_PORT = 65535
_PROJECT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """What can be set; every name begins with INDRUMAR_."""

    model_config = SettingsConfigDict(env_prefix="INDRUMAR_", env_file=".env", extra="ignore")

    bot_token: SecretStr | None = Field(
        None, description="Telegram bot token; default: none, and no bot starts"
    )
    bot_username: str | None = Field(
        None, description="the bot's name, for links made offline; default: the name seen at the last start"
    )
    api_url: str | None = Field(None, description="root of the Bot API server; default: Telegram's own")
    database_url: str | None = Field(
        None, description="SQLAlchemy URL; default: SQLite in the state directory"
    )
    state_dir: Path = Field(Path("var"), description="database, built index, exports; default: `./var`")
    data_dir: Path = Field(
        _PROJECT / "data", description="plans and vocabulary; default: the project's `data/`"
    )
    admins: str = Field("", description="comma-separated Telegram ids that are administrators from the start")
    webhook_url: str | None = Field(None, description="public URL of the webhook; default: none, polling")
    webhook_secret: SecretStr | None = Field(None, description="secret token of the webhook")
    listen: str | None = Field(None, description="`host:port` to listen on")
    rate_per_second: float = Field(
        30, ge=0, description="most messages a second in all, 0 for any number; default: 30"
    )
    rate_chat_per_second: float = Field(
        1, ge=0, description="most messages a second to one person, 0 for any number; default: 1"
    )
    rate_group_per_minute: float = Field(
        20, ge=0, description="most messages a minute to one group, 0 for any number; default: 20"
    )
    flood_messages: int = Field(
        10,
        ge=1,
        description="unanswered messages of one person, after which a burst gets one sentence; default: 10",
    )
    poll_seconds: int = Field(
        25, ge=0, le=50, description="how long one request for updates waits for some; default: 25"
    )
    today: date | None = Field(
        None, description="ISO date that stands for today, for tests and replays; default: the real date"
    )

    @property
    def admin_ids(self) -> frozenset[int]:
        """Telegram ids of `admins`; what is no number is left out, and named by `bot_fault`."""
        return frozenset(int(one) for one in re.findall(r"[0-9]+", self.admins))

    @property
    def store_fault(self) -> str | None:
        """Why the database cannot be used, in one line; None when nothing speaks against it."""
        path = self.store_url.removeprefix(_STORE)
        if not self.store_url.startswith(_STORE):
            return f"INDRUMAR_DATABASE_URL: only {_STORE}… can be used up to now"
        if not path.strip("/") or path.startswith(":memory:"):
            return f"INDRUMAR_DATABASE_URL names no file: {_STORE} and a path"
        return None

    @property
    def bot_fault(self) -> str | None:
        """Why no bot can run with these settings, in one line; None when one can."""
        token = self.bot_token.get_secret_value() if self.bot_token else ""
        secret = self.webhook_secret.get_secret_value() if self.webhook_secret else ""
        port = (self.listen or ":0").rpartition(":")[2]
        if not re.fullmatch(r"[^\s/?#%]+", token):
            return "INDRUMAR_BOT_TOKEN is no token: copy it from @BotFather again"
        for name in ("api_url", "webhook_url"):
            if not re.match(r"(https?://[^\s/]+\S*)?$", getattr(self, name) or ""):
                return f"INDRUMAR_{name.upper()} is no URL: http:// or https:// and a host"
        if not re.fullmatch(r"[\s,]*([0-9]{1,15}([\s,]+|$))*", self.admins):
            return "INDRUMAR_ADMINS is a list of Telegram ids, for example 123456789,987654321"
        if self.webhook_url and not self.listen:
            return "INDRUMAR_WEBHOOK_URL needs INDRUMAR_LISTEN, the host:port to listen on"
        if self.webhook_url and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            return "INDRUMAR_WEBHOOK_URL needs INDRUMAR_WEBHOOK_SECRET, 1-256 letters, digits, _ and -"
        if ":" not in (self.listen or ":") or not re.fullmatch(r"[0-9]{1,5}", port) or int(port) > _MOST_PORT:
            return "INDRUMAR_LISTEN is host:port, for example 127.0.0.1:8080"
        return self.store_fault

    @property
    def store_url(self) -> str:
        """The database's URL."""
        return self.database_url or f"sqlite+aiosqlite:///{(self.state_dir / 'indrumar.sqlite').absolute()}"

    @property
    def store_file(self) -> Path:
        """The database's file; only where `store_fault` is None."""
        return Path(self.store_url.removeprefix(_STORE))

    @property
    def day(self) -> date:
        """Today: the date set, else the real one."""
        return self.today or date.today()
