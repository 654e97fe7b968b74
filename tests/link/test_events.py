from datetime import date
from itertools import permutations
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from quality.event_data import join
from quality.score import shared
from tests.factory import account as make_account
from tests.link.names import dossier as naming
from variorum.annotations import Annotation
from variorum.extract.extraction import statements
from variorum.languages.registry import language_of
from variorum.link.events.blocking import candidate_pairs
from variorum.link.events.features import FEATURES, days_apart, features, one_private, other_days
from variorum.link.events.model import grouped
from variorum.link.events.partition import events
from variorum.link.events.profiles import AccountProfile, profiles
from variorum.link.events.terms import stem, terms
from variorum.models.language_identification import LangidIdentifier
from variorum.models.parser import SpacyParser
from variorum.read.ingestion import read_source
from variorum.read.inputs import find_sources
from variorum.records import Account, Dossier, Published, Region, Statements
from variorum.segment import annotate
from variorum.settings import Settings

BRIDGE = (
    "The Orlen bridge at Tarrow gave way on Tuesday and 14 people were hurt, the fire service "
    "said. Engineer Paul Quill had warned of rust in the bridge's cables."
)
BRIDGE_TOO = (
    "Fourteen people were hurt when the rusty Orlen bridge gave way at Tarrow on Tuesday. "
    "The cables had rusted, engineer Paul Quill told the council, the fire service said."
)
MARKET = (
    "A bakery in Selmouth won the national bread prize for its rye loaf. Judges tasted 300 "
    "loaves before they chose the winner, Anna Moor said."
)


def bare(name: str, text: str, day: str | None = None) -> Dossier:
    """Return a dossier without annotation."""
    when = Published(earliest=day, latest=day, basis="metadata") if day else Published()
    return Dossier(
        account=make_account(text, id=name, published=when),
        annotation=Annotation(account=name),
        statements=Statements(account=name),
    )


def parsed(account: Account, parser: SpacyParser) -> Dossier:
    """Return a dossier as linking needs it."""
    annotation = annotate(account, parser)
    return Dossier(
        account=account,
        annotation=annotation,
        statements=statements(account, annotation),
    )


def folder(path: Path, parser: SpacyParser) -> list[Dossier]:
    """Return the dossiers of a folder's accounts."""
    settings = Settings()
    identifier = LangidIdentifier()
    return [
        parsed(account, parser)
        for source in find_sources([path], settings)
        for account in read_source(source, settings, identifier)[0]
    ]


def test_accounts_of_one_happening_are_one_event_and_another_is_alone() -> None:
    made = [
        bare("a-1", BRIDGE, "2024-03-05"),
        bare("a-2", BRIDGE_TOO, "2024-03-05"),
        bare("a-3", MARKET, "2024-03-05"),
    ]
    assert sorted(event.accounts for event in events(made)) == [("a-1", "a-2"), ("a-3",)]


def test_no_accounts_have_no_events() -> None:
    assert events([]) == ()


def test_one_account_is_an_event() -> None:
    found = events([bare("a-1", BRIDGE)])
    assert [event.accounts for event in found] == [("a-1",)]
    assert found[0].because == "No other account resembles it."


def test_an_empty_account_is_an_event_of_its_own() -> None:
    found = events([bare("a-1", ""), bare("a-2", BRIDGE)])
    assert sorted(event.accounts for event in found) == [("a-1",), ("a-2",)]


def test_an_account_alone_gives_its_name_to_its_event_and_the_places_are_titles() -> None:
    text = f"Bridge gives way\n\n{BRIDGE}"
    regions = (
        Region(kind="title", start=0, end=16),
        Region(kind="body", start=18, end=len(text)),
    )
    made = make_account(text, id="a-1", title="Bridge gives way", regions=regions)
    one = Dossier(
        account=made,
        annotation=Annotation(account="a-1"),
        statements=Statements(account="a-1"),
    )
    found = events([one])
    assert found[0].label == "test"
    assert [place.text for place in found[0].places] == ["Bridge gives way"]


def test_a_join_finds_the_pairs_that_are_found_without_one() -> None:
    made = [bare("a-1", BRIDGE), bare("a-2", BRIDGE_TOO), bare("a-3", MARKET)]
    made += [bare(f"b-{n}", f"Boat Zeta{n // 2} sailed on day {n}") for n in range(90)]
    told = profiles(made)
    assert [side.tolist() for side in candidate_pairs(told, join)] == [
        side.tolist() for side in candidate_pairs(told)
    ]


def test_only_pairs_that_the_join_finds_can_be_one_event() -> None:
    made = [bare("a-1", BRIDGE, "2024-03-05"), bare("a-2", BRIDGE_TOO, "2024-03-05")]
    nobody = pa.table({"left": pa.array([], pa.string()), "right": pa.array([], pa.string())})
    assert len(events(made, join=join)) == 1
    assert len(events(made, join=lambda keys: nobody)) == 2


def test_the_order_of_accounts_changes_nothing() -> None:
    made = [bare("a-1", BRIDGE), bare("a-2", BRIDGE_TOO), bare("a-3", MARKET)]
    assert len({events(order) for order in permutations(made)}) == 1


def test_an_account_alone_joins_by_its_likest_pair() -> None:
    pairs = (np.array([0, 0, 1]), np.array([1, 2, 2]))
    assert grouped(3, pairs, np.array([0.9, 0.8, 0.1])) == [[0, 1, 2]]
    assert grouped(3, pairs, np.array([0.9, 0.4, 0.4])) == [[0, 1], [2]]


def test_two_accounts_that_are_surely_not_of_one_event_are_in_none_together() -> None:
    pairs = (np.array([0, 0, 1]), np.array([1, 2, 2]))
    assert grouped(3, pairs, np.array([0.9, 0.8, 0.001])) == [[0, 1], [2]]


def news(name: str, day: str, *told: str) -> AccountProfile:
    """Return an account of a day, published on it, that gives other days besides."""
    own, *others = (date.fromisoformat(one).toordinal() for one in (day, *told))
    days = frozenset({own})
    return AccountProfile(
        name,
        terms(make_account("")),
        published=(own, own),
        days=days,
        own=days,
        told=days | frozenset(others),
    )


def test_news_of_days_far_apart_is_of_other_days() -> None:
    assert other_days(news("a-1", "2024-03-05"), news("a-2", "2024-03-26"))
    assert not other_days(news("a-1", "2024-03-05"), news("a-2", "2024-03-18"))


def test_a_later_account_that_looks_back_may_be_of_the_same_days() -> None:
    assert not other_days(news("a-1", "2024-03-05"), news("a-2", "2024-03-26", "2024-03-04"))
    assert other_days(news("a-1", "2024-03-05", "2024-02-01"), news("a-2", "2024-03-26"))


def test_an_account_of_unknown_publication_is_not_news_of_other_days() -> None:
    undated = replace(news("a-2", "2024-03-26"), published=None)
    assert not other_days(news("a-1", "2024-03-05"), undated)


def one_name(
    left: str, right: str, *, days: tuple[str, str] = ("2024-03-05", "2024-03-05")
) -> bool:
    """Tell whether two accounts share a day and one name only."""
    made = [
        replace(news(f"a-{n}", day), terms=terms(make_account(text)))
        for n, (text, day) in enumerate(zip((left, right), days, strict=True))
    ]
    found = features(made, (np.array([0]), np.array([1])))
    return bool(found[0, FEATURES.index("one name of one day")])


NORTH = "A man was shot outside a club on Mill Street in Northgate, in the north of Orlo."
SOUTH = "Two men were shot outside a bar on Quay Road in Southbank, in the south of Orlo."


def test_two_accounts_of_a_day_that_share_the_town_only_share_one_name() -> None:
    assert one_name(NORTH, SOUTH)
    assert not one_name(NORTH, SOUTH, days=("2024-03-05", "2024-03-06"))


def test_an_account_that_has_no_other_names_or_shares_two_is_not_set_apart_by_names() -> None:
    assert not one_name(NORTH, "A man is dead after a shooting in Orlo.")
    assert not one_name(NORTH, "They shut the Quay Bridge in Orlo, and Northgate besides.")


def week(name: str, day: str, people: dict[str, int]) -> AccountProfile:
    return replace(news(name, day), private=people)


def test_a_private_person_of_one_week_is_named_by_both_and_again_by_one() -> None:
    one = week("a-1", "2024-03-05", {"ole rydqvist": 3})
    assert one_private(one, week("a-2", "2024-03-12", {"ole rydqvist": 1}))
    assert not one_private(one, week("a-2", "2024-03-13", {"ole rydqvist": 1}))
    assert not one_private(one, week("a-2", "2024-03-12", {"ida rydqvist": 1}))
    assert not one_private(
        one, replace(week("a-2", "2024-03-12", {"ole rydqvist": 1}), published=None)
    )


def test_a_name_that_each_gives_once_may_be_a_reporters() -> None:
    one = week("a-1", "2024-03-05", {"ole rydqvist": 1})
    assert not one_private(one, week("a-2", "2024-03-05", {"ole rydqvist": 1}))


def test_a_private_person_has_a_rare_full_name_and_no_office() -> None:
    made = naming(
        "a-1",
        *(("Ole Per Rydqvist", "person"), ("John Smith", "person"), ("Kvist", "person")),
        *(("Ada Quellin", "person"), ("Mount Orlow", "place")),
    )
    names = [
        replace(name, roles=("fire chief",)) if name.name == "Ada Quellin" else name
        for name in made.statements.names
    ]
    told = profiles([replace(made, statements=replace(made.statements, names=tuple(names)))])
    assert told[0].private == {"ole rydqvist": 1}


def test_own_days_are_apart_only_where_neither_account_gives_the_others() -> None:
    spring, summer = date(2024, 4, 1).toordinal(), date(2024, 6, 3).toordinal()
    empty = terms(make_account(""))
    one = AccountProfile("a-1", empty, own=frozenset({spring}), told=frozenset({spring}))
    two = AccountProfile("a-2", empty, own=frozenset({summer}), told=frozenset({summer}))
    knows = AccountProfile("a-3", empty, own=frozenset({summer}), told=frozenset({summer, spring}))
    assert (days_apart(one, two), days_apart(one, knows)) == (63, 0)


def test_a_capital_at_the_start_of_a_sentence_says_nothing() -> None:
    found = terms(make_account("Boats left Selmouth. Selmouth waits. The boats are late."))
    assert (found.proper, found.opening) == ({"selmouth": 2}, {"the": 1})


def test_a_word_that_opens_a_sentence_is_a_name_if_the_other_account_has_it_as_one() -> None:
    heading = terms(make_account("Selmouth waits."))
    body = terms(make_account("They wait in Selmouth."))
    verb = terms(make_account("They are still waiting."))
    told = [
        AccountProfile("a-1", heading),
        AccountProfile("a-2", body),
        AccountProfile("a-3", verb),
    ]
    found = features(told, (np.array([0, 0]), np.array([1, 2])))
    column = FEATURES.index("proper words")
    assert found[:, column].round(3).tolist() == [1.0, 0.0]


def test_number_words_meet_digits() -> None:
    assert terms(make_account("fourteen boats, 1,200 people")).numbers == {"14": 1, "1200": 1}


def test_stems_drop_common_endings_and_keep_short_words() -> None:
    stems = language_of("en").stems
    assert [stem(stems, word) for word in ("bridges", "parties", "this", "gas")] == [
        "bridge",
        "party",
        "this",
        "gas",
    ]


def test_accounts_meet_if_they_share_rare_words() -> None:
    made = [bare(f"a-{n:03}", f"Boat {n} named Zeta{n // 2} sailed") for n in range(4)]
    left, right = candidate_pairs(profiles([*made, bare("b-1", MARKET)]))
    met = list(zip(left.tolist(), right.tolist(), strict=True))
    assert (0, 1) in met
    assert (2, 3) in met
    assert not [pair for pair in met if 4 in pair]


@pytest.mark.model
@pytest.mark.shared
def test_the_delegations_visit_is_an_event_of_its_own(parser: SpacyParser) -> None:
    story = shared("stories/syria-2020")
    if story is None:
        pytest.skip("the stories are not beside the checkout")
    made = folder(story, parser)
    found = events(made)
    alone = [event for event in found if len(event.accounts) == 1]
    assert sorted(len(event.accounts) for event in found) == [1, 4]
    assert "its lead names Lavrentiev, not Putin" in alone[0].because


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=5))
def test_every_account_is_in_one_event_and_places_are_its_words(texts: list[str]) -> None:
    made = [bare(f"a-{number}", text) for number, text in enumerate(texts)]
    found = events(made)
    assert found == events(made[::-1])
    assert sorted(a for event in found for a in event.accounts) == [d.account.id for d in made]
    for event in found:
        for place in event.places:
            assert texts[int(place.account[2:])][place.start : place.end] == place.text
