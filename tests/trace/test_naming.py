"""What sentences call an account is what the page calls it."""

from __future__ import annotations

from tests.factory import account
from variorum.find.matter.material import account_labels
from variorum.trace.borrowing.naming import account_name, pair_names

LONG = "Harbour bridge closed for repairs after the winter storms carried two piers away"


def test_an_account_goes_by_its_outlet() -> None:
    assert account_name(account("a", outlet="The Ferry Post", title="A bridge")) == "The Ferry Post"


def test_an_account_without_an_outlet_goes_by_the_head_of_its_title() -> None:
    assert (
        account_name(account("a", title=LONG))
        == "“Harbour bridge closed for repairs after the winter storms…”"
    )


def test_an_account_without_a_title_goes_by_its_file_and_never_by_its_id() -> None:
    assert account_name(account("a", id="a-9", source="news/bridge.txt")) == "bridge"


def test_two_accounts_of_one_outlet_are_told_apart_as_on_the_page() -> None:
    pair = [
        account("a", id=f"a-{name}", source=f"{name}.txt", outlet="The Ferry Post")
        for name in ("early", "late")
    ]
    assert pair_names(*pair) == " and ".join(account_labels(pair).values())


def test_titles_that_begin_alike_are_told_apart_by_their_ends() -> None:
    titles = [f"Death toll from the harbour fire rises to {n}" for n in ("twelve", "thirty")]
    pair = [account("a", id=f"a-{n}", title=title) for n, title in enumerate(titles)]
    assert list(account_labels(pair).values()) == [f"“{title}”" for title in titles]


def test_accounts_of_one_outlet_are_told_apart_by_their_titles_before_their_files() -> None:
    pair = [
        account("a", id=f"a-{n}", source=f"{n}.txt", outlet="The Ferry Post", title=f"Part {n}")
        for n in (1, 2)
    ]
    assert pair_names(*pair) == "The Ferry Post (Part 1) and The Ferry Post (Part 2)"
    assert list(account_labels(pair).values()) == [
        "The Ferry Post (Part 1)",
        "The Ferry Post (Part 2)",
    ]
