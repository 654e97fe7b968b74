from __future__ import annotations

from msgspec.structs import replace

from tests.review.records import signed, verdict
from variorum.records import Decision, Verdict
from variorum.review import agreement, decide, standings
from variorum.vocabulary import DecisionView


def seen(number: int) -> Verdict:
    return replace(verdict(), id=f"v-{number}", rule=f"{number}", left=verdict().left)


def views(*pairs: tuple[DecisionView, DecisionView]) -> tuple:
    """Let Ana and Ben decide on as many verdicts as there are pairs."""
    kinds = ("figure differs", "scope differs", "sense differs", "unclear")
    found = [replace(seen(n), kind=kinds[n]) for n in range(len(pairs))]
    given: list[Decision] = []
    for record, (ana, ben) in zip(found, pairs, strict=True):
        given += [decide(record, ana, signed("Ana")), decide(record, ben, signed("Ben"))]
    return agreement(standings(found, given).of_record.values())


def test_kappa_is_what_is_left_of_agreement_beyond_chance() -> None:
    (pair,) = views(
        *(("confirm", "confirm"), ("confirm", "reject")),
        *(("reject", "reject"), ("reject", "reject")),
    )
    assert (pair.first, pair.second, pair.both, pair.same) == ("Ana", "Ben", 4, 3)
    assert pair.kappa == 0.5  # observed 3/4, by chance (2·1 + 2·3) / 16 = 1/2


def test_there_is_no_kappa_where_both_only_ever_confirm() -> None:
    (pair,) = views(("confirm", "confirm"), ("confirm", "confirm"))
    assert (pair.same, pair.kappa) == (2, None)


def test_people_who_share_no_record_are_not_compared() -> None:
    one = decide(verdict(), "confirm", signed("Ana"))
    assert agreement(standings([verdict()], [one]).of_record.values()) == ()
