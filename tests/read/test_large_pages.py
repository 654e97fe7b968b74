"""Pages made to be slow are refused by what they are made of; ordinary large pages are read."""

from pathlib import Path

import msgspec
import pytest

from tests.read.reading_room import read_bytes
from variorum.engines.local import LocalEngine
from variorum.records import Problem
from variorum.settings import Settings
from variorum.stages.reading import READ

NEWS = (
    "<p>The bridge at Ollmar was closed on Monday after a crack {n} metres long was found in its "
    "third pier, the mayor said.</p>"
)
ARTICLE = "".join(NEWS.format(n=n) for n in range(2, 8))


def page(more: str) -> bytes:
    return f"<html><body><article>{ARTICLE}{more}</article></body></html>".encode()


HOSTILE = {
    "max_attributes": "<div " + " ".join(f"a{n}='{n}'" for n in range(50_000)) + ">x</div>",
    "max_children": "<p>word " * 100_000,
    "max_depth": "<span>" * 70_000 + "x" + "</span>" * 70_000,
    "max_inline": "<p>" + "<span>a word</span> " * 15_000 + "</p>",
    "max_elements": ("<div>" + "<p>a word</p>" * 900 + "</div>") * 180,
}


@pytest.mark.parametrize("setting", HOSTILE)
def test_a_page_made_to_be_slow_is_a_problem_that_names_the_setting(
    tmp_path: Path, setting: str
) -> None:
    accounts, (problem,) = read_bytes(tmp_path, "a.html", page(HOSTILE[setting]))
    assert accounts == ()
    assert f"raise {setting}" in problem.reason


@pytest.mark.parametrize("setting", ["max_attributes", "max_children", "max_inline"])
def test_a_limit_may_be_raised(tmp_path: Path, setting: str) -> None:
    shapes = {
        "max_attributes": "<p " + " ".join(f"a{n}" for n in range(30)) + ">More.</p>",
        "max_children": "<p>More.</p>" * 30,
        "max_inline": "<p>" + "<b>More</b> " * 30 + "</p>",
    }
    small = {"max_inline": 10, setting: 20}
    assert read_bytes(tmp_path, "a.html", page(shapes[setting]), **small)[0] == ()
    raised = {"max_inline": 50, setting: 50}
    assert len(read_bytes(tmp_path, "a.html", page(shapes[setting]), **raised)[0]) == 1


def test_words_that_the_parser_would_drop_for_their_depth_are_never_lost_in_silence(
    tmp_path: Path,
) -> None:
    deep = page("<div>" * 300 + "<p>The ferry sank at noon.</p>" + "</div>" * 300)
    accounts, (problem,) = read_bytes(tmp_path, "a.html", deep, max_depth=10_000)
    assert accounts == ()
    assert "more than 250 nested elements" in problem.reason


def test_a_live_blog_of_three_megabytes_is_read_to_its_end(tmp_path: Path) -> None:
    posts = "".join(
        f"<div class='block' data-post='{'0' * 1_000}'><time>1{n % 10}.05</time><h2>Point {n}</h2>"
        f"{''.join(NEWS.format(n=f'{n}.{part}') for part in range(4))}</div>"
        for n in range(1_900)
    )
    data = page(posts)
    assert len(data) > 2_900_000
    (account,), problems = read_bytes(tmp_path, "a.html", data)
    assert "a crack 1899.3 metres long" in account.text
    assert problems == ()


def row(path: Path, **limits: float) -> dict[str, object]:
    encoded = msgspec.json.encode(Settings(**limits))  # type: ignore[arg-type]
    return {"id": path.name, "path": str(path), "refused": None, "settings": encoded}


@pytest.mark.model
@pytest.mark.parametrize("workers", [1, 2])
def test_a_source_that_takes_too_long_is_a_problem_and_the_next_is_read(
    tmp_path: Path, workers: int
) -> None:
    slow, ordinary = tmp_path / "a.html", tmp_path / "b.txt"
    slow.write_bytes(page(("<div>" + "<p>a word</p>" * 900 + "</div>") * 100))
    ordinary.write_text("The bridge at Ollmar was closed on Monday.\n", encoding="utf-8")
    rows = [row(slow, max_seconds=0.01), row(ordinary)]
    with LocalEngine(workers, few=0) as engine:
        import pyarrow as pa

        made = [one for out in engine.map(READ, pa.Table.from_pylist(rows))
                for one in out.table.to_pylist()]  # fmt: skip
    told = {one["id"]: one for one in made}
    assert told["b.txt"]["kind"] == "Account"
    problem = msgspec.json.decode(told["a.html"]["body"], type=Problem)
    assert "took more than 0.01 s" in problem.reason
    assert "raise max_seconds" in problem.reason
