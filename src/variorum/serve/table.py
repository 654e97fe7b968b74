"""The table of commands: in which group of `--help` each stands, and in which order.

Enters: the application. Leaves: the same with its commands.
"""

from __future__ import annotations

import typer

from variorum.serve.commands.brief import brief
from variorum.serve.commands.check import check
from variorum.serve.commands.collate import collate
from variorum.serve.commands.diff import diff
from variorum.serve.commands.events import events
from variorum.serve.commands.export import Exporting, export
from variorum.serve.commands.forget import forget
from variorum.serve.commands.lists.figures import figures
from variorum.serve.commands.lists.quotes import quotes
from variorum.serve.commands.lists.stemma import stemma
from variorum.serve.commands.lists.timeline import timeline
from variorum.serve.commands.mcp import mcp
from variorum.serve.commands.options import AWAY, CLOSER, FIRST, SEE_ALSO
from variorum.serve.commands.pairs import pairs
from variorum.serve.commands.report import report
from variorum.serve.commands.review import review
from variorum.serve.commands.show import show
from variorum.serve.commands.watch import watch
from variorum.serve.commands.why import why

COMMAND_GROUPS = {
    FIRST: (collate, watch, report, review, brief, events, forget),
    CLOSER: (show, why, check, diff, figures, quotes, timeline, stemma),
}


def register(app: typer.Typer) -> None:
    """Add the commands to the application, in the order of `--help`."""
    for group, commands in COMMAND_GROUPS.items():
        for command in commands:
            app.command(rich_help_panel=group, epilog=SEE_ALSO)(command)
    app.command(rich_help_panel=AWAY, epilog=SEE_ALSO, cls=Exporting)(export)
    app.command(rich_help_panel=AWAY, epilog=SEE_ALSO)(pairs)
    app.command(rich_help_panel=AWAY, epilog=SEE_ALSO)(mcp)
