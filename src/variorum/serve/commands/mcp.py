"""The command that answers assistants by the Model Context Protocol: mcp.

Enters: a ledger, or accounts that are read now and kept nowhere. Leaves: messages of the protocol on stdout.
"""

from __future__ import annotations

from variorum.errors import UsageError
from variorum.serve.commands.options import Given, tell


def mcp(given: Given) -> None:
    """Answer an assistant's questions about the accounts (Model Context Protocol, on stdin and stdout).

    The assistant starts this command. It can check quotations and drafts, and look up figures and questions;
    it can change nothing.

    `variorum mcp flood.variorum`

    `variorum mcp articles/`
    """
    try:
        from variorum.serve.assistants.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"mcp", "mcp_types"}:
            raise
        raise UsageError(
            "The server for assistants needs a package that is not installed. Install it with: "
            "pip install 'variorum[mcp]'"
        ) from error
    from variorum.serve.assistants.story import NamedStory

    story = NamedStory(given)
    tell("Waiting for an assistant on standard input. Stop with Ctrl-C.")
    serve(story)
