"""Finding sources: every file once, in one order, and none from outside the folder."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.read.reading_room import English
from variorum.errors import UsageError
from variorum.read.ingestion import read_source
from variorum.read.inputs import Source, find_sources
from variorum.settings import Settings


def fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The text of {name}.", encoding="utf-8")


def names(*paths: Path, **limits: int) -> list[str]:
    return [source.name for source in find_sources(paths, replace(Settings(), **limits))]


def test_folders_are_walked_and_sorted_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, "story/b.txt", "story/a/z.html", "story/c.pdf")
    monkeypatch.chdir(tmp_path)
    assert names(Path("story")) == ["story/a/z.html", "story/b.txt", "story/c.pdf"]


def test_the_order_of_arguments_and_repetition_change_nothing(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.txt")
    both = [tmp_path / "b.txt", tmp_path / "a.txt", tmp_path]
    assert names(*both) == names(*reversed(both)) == names(tmp_path)


def test_hidden_files_and_our_own_ledgers_are_left_out(tmp_path: Path) -> None:
    fill(tmp_path, ".hidden.txt", ".git/x.txt", "s.variorum", "s.variorum-wal", "a.txt")
    assert names(tmp_path) == [(tmp_path / "a.txt").as_posix()]


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A folder with a file whose name is not UTF-8, and one whose name looks like it."""
    try:
        Path(os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt")).write_text("Bread is dear.")
    except OSError:
        pytest.skip("this file system takes no such name")
    (tmp_path / r"caf\xe9.txt").write_text("Wine is dear.")
    return tmp_path


def test_bytes_of_a_name_that_are_no_text_are_shown_by_number(beside: Path) -> None:
    found = find_sources([Path(os.fsdecode(bytes(beside) + b"/caf\xe9.txt"))], Settings())
    assert [source.name for source in found] == [f"{beside.as_posix()}/caf\\xe9.txt"]


def test_two_files_whose_names_look_alike_are_two_sources(beside: Path) -> None:
    found = find_sources([beside], Settings())
    read = [read_source(source, Settings(), English())[0][0] for source in found]
    assert [account.text for account in read] == ["Wine is dear.", "Bread is dear."]
    assert len({account.source for account in read}) == 2


def test_no_files_give_no_sources(tmp_path: Path) -> None:
    assert names(tmp_path) == []


def test_a_missing_path_is_kept_and_becomes_a_problem(tmp_path: Path) -> None:
    (source,) = find_sources([tmp_path / "gone.txt"], Settings())
    accounts, (problem,) = read_source(source, Settings(), English())
    assert accounts == ()
    assert "no such file" in problem.reason


def test_too_many_files_are_a_usage_error(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.txt")
    with pytest.raises(UsageError, match="max_sources"):
        names(tmp_path, max_sources=1)


@pytest.mark.parametrize("target", ["outside.txt", "outside", "nowhere", "story"])
def test_a_link_that_leaves_its_folder_is_refused_and_shown(tmp_path: Path, target: str) -> None:
    fill(tmp_path, "outside.txt", "outside/x.txt", "story/a.txt")
    (tmp_path / "story" / "link").symlink_to(tmp_path / target)
    link, good = sorted(find_sources([tmp_path / "story"], Settings()), key=lambda s: not s.refused)
    assert good.name.endswith("a.txt")
    _, (problem,) = read_source(link, Settings(), English())
    assert "link" in problem.reason


def test_a_link_to_a_file_beside_it_is_followed(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert [source.refused for source in find_sources([tmp_path], Settings())] == [None, None]


def test_a_folder_that_cannot_be_listed_is_kept_and_becomes_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "locked"
    inner.mkdir()
    (tmp_path / "a.txt").write_text("One ferry sank.")
    listed = os.scandir

    def scandir(folder):
        if Path(folder) == inner:
            raise PermissionError(13, "Permission denied", str(folder))
        return listed(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    sources = find_sources([tmp_path], Settings())
    assert [source.path.name for source in sources] == ["a.txt", "locked"]
    _, (problem,) = read_source(sources[1], Settings(), English())
    assert "cannot be listed" in problem.reason
    assert "; allow" in problem.reason


def test_a_file_that_may_not_be_read_is_a_problem_that_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One ferry sank.")

    def refuse(self, *args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    _, (problem,) = read_source(Source("a.txt", path), Settings(), English())
    assert "PermissionError" in problem.reason
    assert "; allow" in problem.reason
