"""Links as Telegram takes them."""

from __future__ import annotations

import re


class InvalidUrl(ValueError):
    """Telegram does not take this link; the text says why, in its words."""


def normal_url(url: str) -> str:
    """A link as Telegram writes it: with its scheme, its host in small letters, a slash behind the host.

    Raises InvalidUrl.

    >>> normal_url("Exemplu.ro?a=1")
    'http://exemplu.ro/?a=1'
    """
    if re.match(r"(?i)tg://", url):
        return url
    if re.match(r"(?i)(?!https?://)[a-z][\w+.-]*://", url):
        raise InvalidUrl("Unsupported URL protocol")
    parts = re.match(r"(?i)(?:(https?)://)?([^/?#]*)(.*)", url, re.DOTALL)
    assert parts is not None
    scheme, host, rest = parts[1] or "http", parts[2], parts[3].rstrip()
    name = host.rpartition("@")[2].partition(":")[0]
    if not name:
        raise InvalidUrl("URL host is empty")
    if re.search(r"[\x00-\x20]", name) or "." not in name:
        raise InvalidUrl("Wrong HTTP URL")
    path = re.sub(r"[\x00-\x20]", lambda space: f"%{ord(space[0]):02X}", rest)
    return f"{scheme.lower()}://{host.lower()}{path if path.startswith('/') else '/' + path}"
