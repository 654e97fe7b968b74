"""The command line in this process, and a story that assistants ask about."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import variorum
from variorum import stories
from variorum.serve import cli
from variorum.serve.assistants.story import NamedStory


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Return a function that runs the command line in this process and gives its exit code."""

    def run(*arguments: object) -> int:
        monkeypatch.setattr(sys, "argv", ["variorum", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            cli.main()
            raise SystemExit(0)
        return int(stopped.value.code or 0)

    return run


@pytest.fixture(scope="session")
def dam_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dam") / "dam.variorum"
    variorum.collate(stories.folder("dam-rising-toll"), path).close()
    return path


@pytest.fixture(scope="session")
def dam(dam_ledger: Path) -> NamedStory:
    return NamedStory([str(dam_ledger)])
