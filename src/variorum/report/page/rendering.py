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


def rendered(parts: Mapping[str, object], *, year: str) -> str:
    """Return the page of these parts; days beside quotations leave out the `year` that all share."""
    script = (TEMPLATES / "page.js").read_text(encoding="utf-8")
    style = (TEMPLATES / "page.css").read_text(encoding="utf-8")
    return _template(year).render(
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


def _template(year: str) -> Template:
    made = environment()
    made.filters["isolated"] = isolated
    made.filters["spelled"] = spelled
    made.filters["day"] = lambda days: spelled(days).removesuffix(f" {year}")
    return made.get_template("page.html.j2")
