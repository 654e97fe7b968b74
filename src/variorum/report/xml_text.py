"""XML text: what every XML file can hold.

Enters: any text. Leaves: text without the characters that XML 1.0 forbids.
"""

from __future__ import annotations

import re

from variorum.report.runs import revealed

_FORBIDDEN = re.compile("[\ufffe\uffff\ud800-\udfff]")
"""Beyond the controls that `revealed` shows (XML 1.0, production 2)."""


def xml_text(text: str) -> str:
    """Return text in which U+FFFD stands for what XML forbids and for what hides or reorders."""
    return _FORBIDDEN.sub("\ufffd", revealed(text))
