"""Templating: the one way in which templates become HTML.

Enters: a folder of templates. Leaves: a Jinja environment that escapes everything a template prints and
shows what hides or reorders other characters, so that no place in a template can forget it.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from variorum.report.runs import revealed

TEMPLATES = Path(__file__).parent / "templates"
"""The templates of the page and of notebooks."""


def environment(folder: Path = TEMPLATES) -> Environment:
    """Return what renders the templates of a folder; a name that a template lacks is an error."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(value: object) -> object:
    """Show hidden characters in everything that a template prints, before it is escaped."""
    return revealed(value) if isinstance(value, str) and not isinstance(value, Markup) else value
