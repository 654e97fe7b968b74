"""Page rendering: the template, and how texts reach it.

Enters: the parts of a page. Leaves: HTML.

Everything that the template prints is escaped, and what hides or reorders other characters is shown.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version

from jinja2 import Template
from markupsafe import Markup, escape

from variorum.report.page.heading import spelled
from variorum.report.runs import revealed
from variorum.report.templating import TEMPLATES, environment

_QUOTED = re.compile(r"(“[^“”]*”)")


def rendered(parts: Mapping[str, object]) -> str:
    """Return the page of these parts."""
    script = (TEMPLATES / "page.js").read_text(encoding="utf-8")
    style = (TEMPLATES / "page.css").read_text(encoding="utf-8")
    return _template().render(
        script=Markup(script),  # noqa: S704 - our own file
        style=Markup(style),  # noqa: S704 - our own file
        script_hash=b64encode(sha256(script.encode()).digest()).decode(),
        version=version("variorum"),
        **parts,
    )


def isolated(text: str) -> Markup:
    """Return a sentence in which words in quotation marks cannot turn the direction of the rest."""
    parts = _QUOTED.split(revealed(text))  # every other part is a quotation
    return Markup("").join(
        Markup("<bdi>{}</bdi>").format(part) if at % 2 else escape(part)
        for at, part in enumerate(parts)
    )


def _template() -> Template:
    made = environment()
    made.filters["isolated"] = isolated
    made.filters["spelled"] = spelled
    return made.get_template("page.html.j2")
