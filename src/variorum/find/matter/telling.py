"""Telling: a question with its answers as one plain sentence, and who gives each.

Enters: `Finding`s, what accounts are called. Leaves: text. Every output tells a finding by `told_line`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from msgspec.structs import replace

from variorum.find.matter.material import Material
from variorum.languages.written_days import spelled_day
from variorum.records import AnswerGiven, Finding, FindingAnswer, Span

MOST_GIVING = 6
"""Accounts named under one answer; the others are counted."""
LONGEST_SOURCE = 6
"""Words of a source as it is printed."""

Called = Callable[[str], str]
"""What an account is called, by its id."""


def answer(says: str, given: Iterable[AnswerGiven], *, day: str | None = None) -> FindingAnswer:
    """Return an answer with the first place of each account that gives it."""
    first: dict[str, AnswerGiven] = {}
    for one in given:
        first.setdefault(one.place.account, one)
    return FindingAnswer(says=says, given=tuple(first.values()), day=day)


def given(places: Iterable[Span]) -> list[AnswerGiven]:
    """Return places of an answer that names nobody."""
    return [AnswerGiven(place=place) for place in places]


def sourced(material: Material, place: Span) -> AnswerGiven:
    """Return a place with the source that its account prints for it, of several the innermost.

    No pronoun: whom it means is not printed.
    """
    found = [
        one
        for one in material.quotations_at(place)
        if one.speaker.place is not None
        and any(c.start <= place.start and place.end <= c.end for c in one.contents)
    ]
    inmost = min(found, key=lambda one: sum(len(c.text) for c in one.contents), default=None)
    speaker = inmost.speaker.place if inmost else None
    return AnswerGiven(place=place, speaker=printed_source(material, speaker) if speaker else None)


def printed_source(material: Material, place: Span) -> str | None:
    """Return a source as it is printed, without "the"; ``None`` for a pronoun or a long description."""
    parts = material.language(place.account).name_parts
    words = place.text.split()
    if words and words[0].casefold() in parts.articles:
        words = words[1:]
    if words and words[0].casefold() in material.language(place.account).sense.common:
        words = [words[0].casefold(), *words[1:]]
    pronouns = material.language(place.account).names.pronouns
    plain = 0 < len(words) <= LONGEST_SOURCE and words[-1].casefold() not in pronouns
    return " ".join(words) if plain else None


def asked(finding: Finding) -> str:
    """Return a finding's question or title; of one that an earlier version made, its sentence."""
    return finding.question or finding.because or finding.text


def answers_told(called: Called, finding: Finding) -> str:
    """Return each answer once with all who give it, "" for a finding of an earlier version."""
    if any(one.day for one in finding.answers):
        return _by_days(called, finding.answers)
    if finding.question.endswith("?"):
        return ". ".join(_capital(f"{a.says}: {giving(called, a)}") for a in finding.answers)
    return "; ".join(titled(called, one) for one in finding.answers)


def titled(called: Called, told: FindingAnswer) -> str:
    """Return an answer under a title: what it says, if anything, and who gives it."""
    names = giving(called, told, bare=True)
    return f"{told.says} ({names})" if told.says else names


def told_line(called: Called, finding: Finding) -> str:
    """Return a finding as one line: its question, and each answer once with all who give it."""
    if not finding.answers:
        return finding.question or finding.text
    mark = "" if finding.question.endswith("?") else ":"
    return f"{finding.question}{mark} {answers_told(called, finding)}."


def told_whole(called: Called, finding: Finding) -> str:
    """Return a finding's line and its ground."""
    line = told_line(called, finding)
    return f"{line} {finding.because}" if finding.because and finding.answers else line


def renamed(called: Called, finding: Finding) -> Finding:
    """Return a finding whose text calls accounts as everything else does."""
    return replace(finding, text=told_whole(called, finding)) if finding.answers else finding


def giving(
    called: Called, told: FindingAnswer, *, bare: bool = False, most: int = MOST_GIVING
) -> str:
    """Return who gives an answer, `most` accounts at most, each with its source unless `bare`."""
    ordered = sorted(told.given, key=lambda one: called(one.place.account))
    names = [
        f"{called(one.place.account)} ({one.speaker})"
        if one.speaker and not bare
        else called(one.place.account)
        for one in ordered
    ]
    return listed_names(names, most)


def listed_names(names: Sequence[str], most: int) -> str:
    """Return `most` names in a list, the others counted, parted by semicolons where one shown has a comma."""
    more = len(names) - most
    shown = [*names[:most], *([f"{more} more"] if more > 0 else [])]
    return ("; " if any(", " in name for name in shown) else ", ").join(shown)


def _by_days(called: Called, answers: Sequence[FindingAnswer]) -> str:
    """Return answers of one day beside each other, days in their order: "9 (…) → 17 (…)"."""
    days = []
    for day, told in groupby(answers, key=lambda one: one.day or ""):
        spelled = spelled_day(day, year=False)

        def undated(account: str, day: str = day, spelled: str = spelled) -> str:
            whole = f", {spelled_day(day, year=True)}"
            return called(account).removesuffix(whole).removesuffix(f", {spelled}")

        days.append(
            " or ".join(f"{a.says} ({spelled}: {giving(undated, a, bare=True)})" for a in told)
        )
    return " → ".join(days)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
