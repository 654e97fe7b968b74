"""Mastheads and dated lines: whose page it is and of what day, above the headline."""

from pathlib import Path

import pytest

from tests.read.reading_room import kinds, read_text

TITLE = "Two gates of the Ferrin lock to be rebuilt"
LEAD = "Two gates of the lock at Ferrin will be rebuilt this winter, the canal office decided.\n\n"
MORE = "Boats over nine metres will have to wait in the upper basin until the work is done.\n"


@pytest.mark.parametrize(
    ("head", "outlet", "day"),
    [
        ("THE MARSH GAZETTE\nwww.marshgazette.example\n\n", "THE MARSH GAZETTE", None),
        ("The Marsh Courier, Friday 4 May 2029\n\n", "The Marsh Courier", "2029-05-04"),
        ("Marsh Standard — Canal Notes — Friday, May 4, 2029\n\n", "Marsh Standard", "2029-05-04"),
        ("Marsh Mercury\nFriday, 4 May 2029\n\n", "Marsh Mercury", "2029-05-04"),
        ("Gazeta do Canal, 4 May 2029\n\n", "Gazeta do Canal", "2029-05-04"),
        ("MARSH ROWING – the official site\n04.05.2029\n\n", "MARSH ROWING", "2029-05-04"),
        ("L’Écho du Canal, 4 May 2029\n\n", None, "2029-05-04"),
        ("Ministry of Inland Waters\nPress release\n4 May 2029\n\n",
         "Ministry of Inland Waters", "2029-05-04"),
        ("FERRIN DISTRICT COURT\nPress office\n\nPress notice no. 7/2029, 4 May 2029\n\n",
         "FERRIN DISTRICT COURT", "2029-05-04"),
        ("Ostrava Pumps plc\nPress release\n\nFor immediate release: Friday, May 4, 2029\n\n",
         "Ostrava Pumps plc", "2029-05-04"),
    ],
)  # fmt: skip
def test_the_lines_above_a_headline_give_outlet_and_day(
    tmp_path: Path, head: str, outlet: str | None, day: str | None
) -> None:
    account = read_text(tmp_path, f"{head}{TITLE}\n\n{LEAD}{MORE}")
    assert account.title == TITLE
    assert (account.outlet, account.published.earliest) == (outlet, day)
    assert [kind for kind, words in kinds(account) if words == TITLE] == ["title"]


@pytest.mark.parametrize(
    "line",
    ["**The Marsh Courier, Friday 4 May 2029**", "*4 May 2029, early* — posted by **lockkeeper**"],
)
def test_a_line_in_italics_or_bold_below_a_headline_gives_the_day(
    tmp_path: Path, line: str
) -> None:
    account = read_text(tmp_path, f"# {TITLE}\n\n{line}\n\n{LEAD}{MORE}", "a.md")
    assert account.title == TITLE
    assert (account.published.earliest, account.published.basis) == ("2029-05-04", "page")
    assert ("furniture", line) in kinds(account)


def test_a_section_with_a_date_is_no_headline(tmp_path: Path) -> None:
    account = read_text(tmp_path, f"CANAL NOTES | Friday, 4 May 2029\n\nFERRIN — {LEAD}{MORE}")
    assert (account.title, account.published.earliest) == (None, "2029-05-04")


def test_minutes_are_of_the_day_in_their_title(tmp_path: Path) -> None:
    title = "Minutes of the meeting of the Lock Committee held on 4 May 2029"
    account = read_text(tmp_path, f"FERRIN CANAL BOARD\n{title}\n\n{LEAD}{MORE}")
    assert (account.outlet, account.title) == ("FERRIN CANAL BOARD", title)
    assert (account.published.earliest, account.published.basis) == ("2029-05-04", "page")


@pytest.mark.parametrize(
    "headline",
    [
        "Storm Shuts Kent Channel",
        "Mayor Attacks Town Council",
        "Lock keeper dies, aged 97",
        "Lock gates fail - video",
    ],
)
def test_a_headline_above_a_date_is_no_outlet(tmp_path: Path, headline: str) -> None:
    account = read_text(tmp_path, f"{headline}\n4 May 2029\n\n{LEAD}{MORE}")
    assert (account.title, account.outlet) == (headline, None)


@pytest.mark.parametrize("foot", ["Related news", "Local News", "Press notice", "More news"])
def test_the_heading_of_a_block_of_links_is_no_outlet(tmp_path: Path, foot: str) -> None:
    account = read_text(tmp_path, f"{TITLE}\n\n{LEAD}{MORE}\nShow more\n{foot}\nBack to top")
    assert account.outlet is None


def test_a_bar_of_links_is_furniture_and_a_table_is_not(tmp_path: Path) -> None:
    bar, table = "Tides | Moorings | Locks and weirs", "Lock | Rise | Length\nFerrin | 2.1 | 40"
    account = read_text(tmp_path, f"{bar}\n\n{TITLE}\n\n{LEAD}{table}\n\n{MORE}")
    found = kinds(account)
    assert ("furniture", bar) in found
    assert not any("Rise" in words for kind, words in found if kind == "furniture")


@pytest.mark.parametrize(
    "cue",
    [
        "Photo 2 of 9: the upper gate. Canal office.",
        "Like this story? Tell a friend!",
        "To report an error, write to the desk.",
        "MORE SPORTS: Regatta moved | Oarsmen fined",
        "We may earn a commission from links on this page.",
        "Photo gallery (8)",
    ],
)
def test_what_news_systems_print_around_a_text_is_furniture(tmp_path: Path, cue: str) -> None:
    account = read_text(tmp_path, f"{TITLE}\n\n{LEAD}{MORE}\n{cue}")
    assert ("furniture", cue) in kinds(account)


def test_an_outlet_named_again_by_its_last_word_makes_a_rewrite(tmp_path: Path) -> None:
    text = f"{TITLE}\n\n{LEAD}The gates leak, according to the Marsh Mercury. The Mercury did not "
    account = read_text(
        tmp_path, text + f"say who measured it, and the Mercury’s editor is away.\n\n{MORE * 3}"
    )
    assert account.kind == "rewrite"
