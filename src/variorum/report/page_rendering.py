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
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from variorum.report.page_text import visible

TEMPLATES = Path(__file__).parent / "templates"
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
    parts = _QUOTED.split(visible(text))  # every other part is a quotation
    return Markup("").join(
        Markup("<bdi>{}</bdi>").format(part) if at % 2 else escape(part)
        for at, part in enumerate(parts)
    )


def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["isolated"] = isolated
    return environment.get_template("page.html.j2")


def _shown(value: object) -> object:
    """Show hidden characters in everything that the template prints, before it is escaped."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
