"""Sessions: who may use the screen, and which forms are its own.

Enters: the token of the start address, cookies, form fields. Leaves: cookies, and yes or no.

All values are made from the token with HMAC-SHA256 (RFC 2104), so a screen that is started again
knows none of its earlier cookies or forms. Comparisons take the same time wherever values differ.
"""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256

NAME_BYTES = 16


class Sessions:
    """What one run of the screen lets in; `token` is the secret in its start address."""

    def __init__(self, token: str) -> None:
        self._token = token

    def opens(self, token: str) -> bool:
        """Tell whether this is the token of the start address."""
        return _same(token, self._token)

    def new(self) -> str:
        """Return the cookie of a new browser: a random name and its seal."""
        name = secrets.token_urlsafe(NAME_BYTES)
        return f"{name}.{self._seal('session', name)}"

    def knows(self, cookie: str) -> bool:
        """Tell whether a cookie was given out by this run."""
        name, _, seal = cookie.partition(".")
        return _same(seal, self._seal("session", name))

    def form_token(self, cookie: str) -> str:
        """Return what every form of this browser must carry."""
        return self._seal("form", cookie)

    def sent(self, cookie: str, form_token: str) -> bool:
        """Tell whether a form came from a page that this browser was given."""
        return _same(form_token, self.form_token(cookie))

    def _seal(self, purpose: str, name: str) -> str:
        message = f"{purpose}\x1f{name}".encode("utf-8", "replace")
        return hmac.new(self._token.encode(), message, sha256).hexdigest()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
