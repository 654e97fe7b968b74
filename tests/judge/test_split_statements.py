"""What one account says in one place and another in two."""

import pytest

from tests.dossiers import dossier
from variorum.align.alignments import align
from variorum.judge.by_rules import Rules
from variorum.judge.verdicts import judge
from variorum.models.encoder import MiniLmEncoder
from variorum.models.parser import SpacyParser
from variorum.records import Verdict

pytestmark = pytest.mark.model

LONG = (
    "The ferry Alcyone, which was built in Bergholm in 1974 for the island route, sank off the "
    "cape on Sunday while it carried timber and two lorries. Its captain, Ruth Amsel, had warned "
    "the owners of a leak in a letter that the harbour office keeps."
)


def judged(
    short: str, parser: SpacyParser, encoder: MiniLmEncoder, *, account: str = "a-2"
) -> list[Verdict]:
    told = [
        dossier(LONG, parser, account="a-1"),
        dossier(short, parser, account=account),
    ]
    _, verdicts = judge(align("e", told, encoder), {d.account.id: d for d in told}, Rules().judge)
    return [v for v in verdicts if account in {p.account for p in (v.left, v.right) if p}]


def test_what_a_longer_sentence_holds_is_not_called_only_here(
    parser: SpacyParser, encoder: MiniLmEncoder
) -> None:
    (verdict,) = judged("The ferry was built in Bergholm in 1974.", parser, encoder)
    assert (verdict.kind, verdict.rule) == ("unclear", "cannot_compare")


def test_what_nobody_else_says_is_only_here(parser: SpacyParser, encoder: MiniLmEncoder) -> None:
    told = [
        dossier(LONG, parser, account="a-1"),
        dossier("The cook of the ferry had lost his spectacles.", parser, account="a-2"),
    ]
    by_id = {d.account.id: d for d in told}
    alignments, verdicts = judge(align("e", told, encoder), by_id, Rules().judge)
    (alone,) = [v for v in verdicts if v.kind == "only here" and v.left.account == "a-2"]
    (place,) = [one for one in alignments if one.id == alone.alignment]
    assert place.verdict == "only here"
    assert {v.kind for v in verdicts if v.right} <= {"unclear"}


def test_the_words_that_only_one_account_has_are_marked(
    parser: SpacyParser, encoder: MiniLmEncoder
) -> None:
    accounts = (
        "The council bought the old mill.",
        "The council bought the old mill for its collection of clocks and organs.",
    )
    told = [dossier(text, parser, account=f"a-{n}") for n, text in enumerate(accounts)]
    _, (verdict,) = judge(align("e", told, encoder), {d.account.id: d for d in told}, Rules().judge)
    assert verdict.rule == "all_and_more"
    assert [mark.text for mark in verdict.marks] == ["for its collection of clocks and organs"]
