"""Tables written as running text, so that a long list of words stays readable.

Enters: words separated by spaces, or phrases separated by bars. Leaves: frozen sets of them.
"""

from __future__ import annotations


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(listed.split())


def phrase_set(listed: str) -> frozenset[str]:
    """Return the phrases of a text that stand between bars; line breaks count as spaces."""
    return frozenset(" ".join(phrase.split()) for phrase in listed.split("|"))
