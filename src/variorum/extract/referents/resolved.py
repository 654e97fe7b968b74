"""Resolved: what is found out about whom words mean, and the words themselves.

Enters: `Referents`, the head of the words that name a speaker. Leaves: a `Resolved`.
"""

from __future__ import annotations

from msgspec import Struct

from variorum.extract.referents.candidates import Referents


class Resolved(Struct, frozen=True):
    """The `Name` meant, or the words of somebody who is not named; both ``None`` where not known.

    `path` is ("he", "Bashar al-Assad") where the printed words are not the name itself.
    """

    name: int | None = None
    words: str | None = None
    path: tuple[str, ...] = ()


UNRESOLVED = Resolved()


def named(view: Referents, head: int, found: int | None) -> Resolved:
    """Return a name as what is meant; nobody where several persons share it."""
    if found is None or found in view.shared:
        return UNRESOLVED
    return Resolved(found, None, (_said_as(view, head), view.names[found].name))


def unnamed(view: Referents, head: int, words: str) -> Resolved:
    """Return the words of somebody who is not named as what is meant."""
    return Resolved(None, words, (_said_as(view, head), words))


def _said_as(view: Referents, head: int) -> str:
    token = view.tree.tokens[head]
    return token.text if token.word_class == "pronoun" else view.phrase(head)


def printed(view: Referents, head: int) -> int | None:
    """Return the name whose mention holds the head token or stands in apposition to it."""
    for index in (head, *view.tree.all(head, "apposition")):
        found = view.printed(index)
        if found is not None and (index == head or view.names[found].kind == "person"):
            return found
    return None


def bodily(view: Referents, lemma: str) -> bool:
    """Tell a noun for a body or a document: "council", "report"."""
    names = view.language.names
    reported = view.language.reporting.reported
    return lemma in names.body_of or lemma in names.body_endings or lemma in reported
