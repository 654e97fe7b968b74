"""One act told with other words of degree or doubt, wherever the accounts tell it."""

import pytest
from msgspec.structs import replace

from tests.dossiers import dossier
from variorum.judge.grading import degrees
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model


def met(parser: SpacyParser, *texts: str, kind: str = "report") -> list[tuple[str, str]]:
    """Return the words of each two accounts of which words of degree differ."""
    made = [dossier(text, parser, account=f"a-{n}") for n, text in enumerate(texts)]
    known = {
        one.account.id: replace(one, account=replace(one.account, kind=kind))  # type: ignore[arg-type]
        for one in made
    }
    _, verdicts = degrees("e", known)
    assert all(one.kind == "unclear" and one.right for one in verdicts)
    return [(one.left.text, one.right.text) for one in verdicts if one.right]


def test_one_thing_by_name_is_destroyed_in_several_degrees(parser: SpacyParser) -> None:
    found = met(
        parser,
        "The storm almost totally destroyed the Orrin mill on Monday.",
        "The Orrin mill was destroyed by the storm.",
    )
    assert found == [("almost totally destroyed", "destroyed")]


def test_what_something_is_treated_as_may_be_in_doubt(parser: SpacyParser) -> None:
    found = met(
        parser,
        "The death, which is being treated as suspicious, was found out on Monday.",
        "Detectives are treating the death as “possibly suspicious”.",
    )
    assert found == [("treated as suspicious", "treating the death as “possibly suspicious”")]


def test_who_is_only_believed_to_be_hurt_is_another_degree(parser: SpacyParser) -> None:
    found = met(
        parser,
        "The Orrin mill was destroyed in the landslide.",
        "The Orrin mill is believed to have been destroyed, the mayor said.",
    )
    assert found == [("destroyed", "believed to have been destroyed")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The storm badly damaged the mill.", "The storm damaged the school."),
        ("The storm almost destroyed the mill.", "A storm destroyed a mill in March."),
        (
            "The storm almost destroyed the Orrin mills.",
            "Two Orrin mills were destroyed by the storm.",
        ),
        ("Nobody is believed to have been injured.", "No-one was injured."),
        ("The storm completely destroyed the Orrin mill.", "The Orrin mill was destroyed."),
        (
            "The storm nearly destroyed the Orrin mill.",
            "The storm nearly destroyed the Orrin mill.",
        ),
        ("The storm nearly destroyed the Orrin mill.", "The storm did not destroy the Orrin mill."),
        ("The Orrin mill was allegedly sold.", "The Orrin mill was sold."),
        ("The Harrow Road bridge was closed.", "The Station Road bridge was partly closed."),
        ("John Smith was seriously injured in the crash.", "Mary Smith was injured in the crash."),
        ("If the Orrin mill was almost destroyed, nobody saw it.", "The Orrin mill was destroyed."),
        ("Was the Orrin mill almost destroyed?", "The Orrin mill was destroyed."),
        ("Jan Orrin almost killed Tom Hale.", "A fall killed Tom Hale."),
    ],
)
def test_other_things_and_words_that_are_no_degree_meet_nothing(
    parser: SpacyParser, one: str, other: str
) -> None:
    assert met(parser, one, other) == []


def test_a_record_tells_no_degree(parser: SpacyParser) -> None:
    texts = ("The storm almost destroyed the Orrin mill.", "The storm destroyed the Orrin mill.")
    assert met(parser, *texts) != []
    assert met(parser, *texts, kind="transcript") == []
