"""Whether an account puts a quotation on another occasion than its own news."""

import pytest
from msgspec.structs import replace

from tests.trace.dossiers import told, with_sentences
from variorum.records import Dossier, Moment, Published, new_id
from variorum.trace.checking.occasion import is_elsewhere

TODAY = Published(earliest="2021-05-04", latest="2021-05-04", basis="page")


def dated(when: str, earliest: str, latest: str) -> Dossier:
    text = f"In {when} Brook said: “The pier stays.”"
    dossier = told(text, said=[("Ada Brook", "The pier stays.")], published=TODAY)
    place = dossier.account.span(3, 3 + len(when))
    moment = Moment(
        id=new_id("m", when),
        place=place,
        kind="date",
        earliest=earliest,
        latest=latest,
        value=earliest[:7],
    )
    statements = replace(dossier.statements, moments=(moment,))
    return replace(with_sentences(dossier, [text]), statements=statements)


@pytest.mark.parametrize(
    ("when", "bounds", "elsewhere"),
    [
        ("March 2019", ("2019-03-01", "2019-03-31"), True),
        ("this week", ("2021-05-03", "2021-05-09"), False),
    ],
)
def test_a_sentence_of_another_time_quotes_another_occasion(
    when: str, bounds: tuple[str, str], elsewhere: bool
) -> None:
    dossier = dated(when, *bounds)
    (quotation,) = dossier.statements.quotations
    assert is_elsewhere(dossier, quotation) is elsewhere
