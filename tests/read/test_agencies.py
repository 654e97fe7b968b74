"""Agencies nobody has heard of: a report is a wire by the form of its dateline or its slug."""

from pathlib import Path

import pytest

from tests.read.reading_room import kinds, read_text

LEAD = "Two barges sank in the lock at Ferrin on Monday, the canal office said.\n\n"
MORE = "The lock will stay shut until a diver has looked at the lower gate, the office said.\n"


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("FERRIN, May 4 (Norlink) - ", "Norlink"),
        ("FERRIN, Ostmark, 4 May 2026 (KVP) -- ", "KVP"),
        ("FERRIN, May 4 /POLARIS/. ", "POLARIS"),
        ("FERRIN /Polaris/ — ", "Polaris"),
    ],
)
def test_an_unknown_agency_in_a_dateline_makes_a_wire(
    tmp_path: Path, dateline: str, agency: str
) -> None:
    account = read_text(tmp_path, f"Barges sink in Ferrin lock\n\n{dateline}{LEAD}{MORE}")
    assert (account.kind, account.outlet) == ("wire", agency)
    assert [cited.name for cited in account.cites][:1] == [agency]


@pytest.mark.parametrize(
    "dateline", ["FERRIN (WKLO) - ", "FERRIN, May 4 (CNN) - ", "FERRIN, May 4, 2026 - "]
)
def test_a_station_or_a_known_outlet_in_a_dateline_makes_no_wire(
    tmp_path: Path, dateline: str
) -> None:
    account = read_text(tmp_path, f"Barges sink in Ferrin lock\n\n{dateline}{LEAD}{MORE}")
    assert account.kind != "wire"


@pytest.mark.parametrize("slug", ["Slug: CANAL-LOCK/ (UPDATE 1)", "CANAL-LOCK/ (UPDATE 3, PIX)"])
def test_a_slug_makes_a_wire_and_is_furniture(tmp_path: Path, slug: str) -> None:
    account = read_text(tmp_path, f"{slug}\nBarges sink in Ferrin lock\n\n{LEAD}{MORE}")
    assert account.kind == "wire"
    assert account.title == "Barges sink in Ferrin lock"
    assert kinds(account)[0] == ("furniture", slug)


def test_the_mark_at_the_end_of_a_wire_gives_its_date(tmp_path: Path) -> None:
    text = f"Barges sink in Ferrin lock\n\nFERRIN, May 4 (Norlink) - {LEAD}{MORE}\n"
    account = read_text(tmp_path, text + "-0- May/04/2026 17:02 GMT")
    assert (account.published.earliest, account.published.basis) == ("2026-05-04", "page")


def test_a_place_and_a_full_date_with_a_stop_are_a_dateline(tmp_path: Path) -> None:
    account = read_text(tmp_path, f"Lock at Ferrin shut\n\nFerrin, 4 May 2026. {LEAD}{MORE}")
    assert (account.place, account.published.basis) == ("Ferrin", "dateline")
    assert account.published.earliest == "2026-05-04"
    assert ("dateline", "Ferrin, 4 May 2026.") in kinds(account)
