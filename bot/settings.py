"""Settings from the environment or a `.env` file: one model with names, defaults and help."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

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
        30, description="most messages a second in all, 0 for any number; default: 30"
    )
    rate_chat_per_second: float = Field(
        1, description="most messages a second to one person, 0 for any number; default: 1"
    )
    rate_group_per_minute: float = Field(
        20, description="most messages a minute to one group, 0 for any number; default: 20"
    )
    flood_messages: int = Field(
        10,
        description="unanswered messages of one person, after which a burst gets one sentence; default: 10",
    )
    poll_seconds: int = Field(25, description="how long one request for updates waits for some; default: 25")
    today: date | None = Field(
        None, description="ISO date that stands for today, for tests and replays; default: the real date"
    )

    @property
    def store_url(self) -> str:
        """The database's URL."""
        return self.database_url or f"sqlite+aiosqlite:///{(self.state_dir / 'indrumar.sqlite').absolute()}"

    @property
    def day(self) -> date:
        """Today: the date set, else the real one."""
        return self.today or date.today()
