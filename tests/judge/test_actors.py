"""Who does what: names of actors, set apart only where they share no word."""

import pytest

from tests.dossiers import dossier
from variorum.backends.encoder import MiniLmEncoder
from variorum.backends.parser import SpacyParser
from variorum.judge.pairs import Pair, Side, side
from variorum.judge.verdicts import compare

pytestmark = pytest.mark.model


def named(text: str, name: str, parser: SpacyParser, encoder: MiniLmEncoder, account: str) -> Side:
    made = dossier(text + ".", parser, encoder, account=account)
    start = text.index(name)
    mentions = {(account, start): (start + len(name), f"e-{account}")}
    return side(made, made.passages[0], mentions)


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        (("Harlan Amsel", "sold"), ("Corvin Delacroix", "sold"), True),
        (("Harlan Amsel", "sold"), ("Amsel", "sold"), False),
        (("Harlan Amsel", "had"), ("Corvin Delacroix", "had"), False),
    ],
)
def test_only_names_without_a_word_in_common_are_two_actors(
    left: tuple[str, str],
    right: tuple[str, str],
    apart: bool,
    parser: SpacyParser,
    encoder: MiniLmEncoder,
) -> None:
    sides = [
        named(f"{name} {verb} the ferry line last week", name, parser, encoder, account)
        for (name, verb), account in zip((left, right), ("a-1", "a-2"), strict=True)
    ]
    _, rule, _ = compare(Pair(sides[0], sides[1], 0.7))
    assert (rule.__name__ == "other_actor") == apart
