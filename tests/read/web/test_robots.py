"""What servers ask of programs."""

from __future__ import annotations

import time

import pytest

from variorum.read.web.robots import allows, rules_for

FILE = b"""\
User-agent: Other
Disallow: /

User-agent: *
Disallow: /private   # not for programs
Allow: /private/open
Disallow: /*.pdf$
Disallow: /search*page
Disallow:
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/news", True),
        ("/private", False),
        ("/private/x", False),
        ("/private/open", True),
        ("/%70rivate", False),
        ("/a.pdf", False),
        ("/a.pdf?x", True),
        ("/search?q=1&page=2", False),
        ("/search?q=1", True),
    ],
)
def test_the_longest_rule_that_fits_decides(path: str, allowed: bool) -> None:
    assert allows(rules_for(FILE, "Variorum"), path) is allowed


def test_a_group_of_our_own_stands_for_all_others() -> None:
    content = FILE + b"\nUser-agent: x\nuser-agent: VARIORUM\nDisallow: /news\n"
    assert [allows(rules_for(content, "Variorum"), one) for one in ("/private", "/news")] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"<html>Not found</html>", b"Disallow: /"]
)
def test_a_file_that_says_nothing_allows_everything(content: bytes) -> None:
    assert allows(rules_for(content, "Variorum"), "/news")


def test_a_group_without_rules_of_its_own_allows_everything() -> None:
    content = b"User-agent: *\nDisallow: /\n\nUser-agent: Variorum\nDisallow:\n"
    assert allows(rules_for(content, "Variorum"), "/news")


def test_a_file_made_to_take_long_takes_no_time() -> None:
    content = b"User-agent: *\n" * 15_000 + b"Disallow: /a\n" * 15_000
    began = time.monotonic()
    assert not allows(rules_for(content, "Variorum"), "/a")
    assert time.monotonic() - began < 2


def test_a_pattern_made_to_take_long_takes_no_time() -> None:
    rules = rules_for(b"User-agent: *\nDisallow: /" + b"*a" * 20_000 + b"$\n", "Variorum")
    began = time.monotonic()
    assert allows(rules, "/" + "a" * 2_000 + "b")
    assert time.monotonic() - began < 2
