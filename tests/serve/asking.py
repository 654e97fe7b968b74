"""Asking as an assistant does: by a client of the protocol, in this process."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import anyio
from mcp import Client

from variorum.serve.assistants.server import server
from variorum.serve.assistants.story import NamedStory

Asked = dict[str, Any]


def asked(story: NamedStory, tool: str, **arguments: object) -> Any:
    """Return what a tool answers, by a client of the protocol; a test fails where it is an error."""
    result = called(story, tool, arguments)
    assert not result.is_error, result.content
    assert json.loads(result.content[0].text) == result.structured_content
    return result.structured_content


def refused(story: NamedStory, tool: str, **arguments: object) -> str:
    """Return what a tool says instead of an answer."""
    result = called(story, tool, arguments)
    assert result.is_error
    return str(result.content[0].text)


def called(story: NamedStory, tool: str, arguments: Asked) -> Any:
    async def call() -> Any:
        async with Client(server(story)) as client:
            return await client.call_tool(tool, arguments)

    return anyio.run(call)


def places(answer: Any) -> Iterator[Asked]:
    """Yield all words of accounts in an answer."""
    for one in answer.values() if isinstance(answer, dict) else answer:
        if isinstance(one, dict) and "sentence" in one:
            yield one
        elif isinstance(one, dict | list):
            yield from places(one)
