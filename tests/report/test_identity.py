"""What a question says of a person whom one account names and another only gives an age."""

from tests.factory import account as make_account
from variorum.find.kinds.variants import differing_counts
from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Alignment, Entity, Figure, Verdict


def figure(paper: Account, words: str, counted: str | None, unit: str) -> Figure:
    start = paper.text.index(words)
    number = words.replace("-", " ").partition(" ")[0]
    return Figure(
        id=f"n-{paper.id}-{start}",
        place=paper.span(start, start + len(words)),
        value=number,
        low=number,
        high=number,
        unit=unit,
        counted=counted,
        predicate="fall",
    )


def test_a_question_says_by_what_an_unnamed_person_is_known() -> None:
    named = make_account("Jan Orrin, 36, died after falling 60 metres.", id="a-1", source="one.txt")
    other = make_account("A 36-year-old guide died: he fell 90 metres.", id="a-2", source="two.txt")
    left = figure(named, "60 metres", "Jan Orrin", "metre")
    right = figure(other, "90 metres", "guide", "metre")
    age = figure(other, "36-year-old", "guide", "year of age")
    place = named.span(0, 9)
    person = Entity(id="e-1", name="Jan Orrin", kind="person", mentions=(place,))
    about = Alignment(id="al", event="e", about="Jan Orrin", readings=(), verdict="figure differs")
    verdict = Verdict(
        id="v",
        alignment="al",
        left=left.place,
        right=right.place,
        kind="figure differs",
        rule="beyond the bound",
        because="They differ.",
        marks=(left.place, right.place),
    )
    ledger = MemoryLedger()
    ledger.add([named, other, left, right, age, person, about, verdict])
    (one,) = differing_counts(material(ledger))
    assert one.question == "Jan Orrin (fall): 60 metres or 90 metres?"
    assert one.because == "An unnamed 36-year-old is taken to be Jan Orrin, 36."
