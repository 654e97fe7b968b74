"""What pages say that stand before an article or in its place.

Enters: nothing. Leaves: patterns over folded, lower-case text.
"""

from __future__ import annotations

import re

ADDRESSED = re.compile(r"\b(?:you|your|please|we|our|us)\b")
"""A page that talks to its reader."""

ACCESS = re.compile(
    r"\b(?:cookies?|consent|javascript|ad ?-?blockers?|captcha|robots?|browsers?|privacy (?:policy|settings"
    r"|choices)|your (?:privacy|device)|(?:log|sign)(?:ged)? in|subscri(?:be|bers?|ptions?)|create an account)\b"
)
"""What stands between a reader and a page: storage, scripts, proof of being human, an account."""

NO_PAGE = re.compile(
    r"access denied|(?:the |this )?(?:page|file|article|site) (?:is |was )?not (?:found|available)"
)
"""Titles of pages that report an error, besides the phrases of RFC 9110."""
