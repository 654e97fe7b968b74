"""Bodies under shorter forms, within one account."""

from variorum.extract.names.bodies import bodies
from variorum.extract.names.keys import name_words
from variorum.extract.names.spans import Mention
from variorum.languages.registry import language_of
from variorum.vocabulary import NameKind

ENGLISH = language_of("en").names


def grouped(text: str, *said: str, kind: NameKind = "organisation") -> list[list[str]]:
    """Return the groups of the names said, each at its next place in the text."""
    found, at = [], 0
    for name in said:
        start = text.index(name, at)
        at = start + len(name)
        found.append(Mention(start, at, kind, name_words(name)))
    return [[text[m.start : m.end] for m in group] for group in bodies(ENGLISH, text, found)]


def test_the_end_of_a_name_after_the_is_its_short_form() -> None:
    text = "It was in the Alder Mercury. The Mercury had a photograph."
    assert grouped(text, "Alder Mercury", "Mercury") == [["Alder Mercury", "Mercury"]]


def test_the_end_of_two_names_is_short_for_neither() -> None:
    text = "The Alder Mercury and the Vale Mercury agree. The Mercury was first."
    said = ("Alder Mercury", "Vale Mercury", "Mercury")
    assert grouped(text, *said) == [[name] for name in said]


def test_one_word_without_the_is_no_short_form() -> None:
    text = "He plays for Dynamo Orlo. Orlo won."
    assert grouped(text, "Dynamo Orlo", "Orlo") == [["Dynamo Orlo"], ["Orlo"]]


def test_a_firm_is_named_without_what_it_makes() -> None:
    text = "Orlo Row Appliances paid. Orlo Row did not say how much."
    assert grouped(text, "Orlo Row Appliances", "Orlo Row") == [["Orlo Row Appliances", "Orlo Row"]]


def test_a_school_is_not_its_town() -> None:
    text = "Orlo Vale School closed. Orlo Vale lost again."
    assert grouped(text, "Orlo Vale School", "Orlo Vale") == [["Orlo Vale School"], ["Orlo Vale"]]


def test_two_letters_in_capitals_are_initials() -> None:
    text = "Brandt Motors cut jobs. BM gave no reason."
    assert grouped(text, "Brandt Motors", "BM") == [["Brandt Motors", "BM"]]
