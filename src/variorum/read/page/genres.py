"""Genres: what sort of telling an account is, by a table of rules read from the top.

Enters: `Facts` about one account. Leaves: an `AccountKind` and the rule's sentence.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from variorum.languages.language import Language
from variorum.read.page.agencies import is_agency, is_station, plain_name, same_outlet
from variorum.vocabulary import AccountKind

LONGEST_POST = 120
"""Words of the longest post."""

REWRITE_WITHIN = 0.4
"""The part of the text, from its start, in which a rewrite names the outlet it rewrites."""

NAMED_EARLY = 0.12
"""An outlet named this early carries the account, even if it is named once."""


class Facts(Struct, frozen=True, kw_only=True):
    """What the rules look at; `cited` are (name, position from 0 to 1) of outlets and agencies.

    `filed` tells that an agency filed the text: by its dateline or by a slug above it. Names are looked up
    in `language`.
    """

    language: Language
    turns: int = 0
    words: int = 0
    handles: int = 0
    titled: bool = False
    platform: str | None = None
    agency: str | None = None
    filed: bool = False
    outlet: str | None = None
    says_translated: bool = False
    cited: tuple[tuple[str, float], ...] = ()


def transcript(facts: Facts) -> bool:
    """Labels of speakers open most of the text."""
    return facts.turns > 0


def post(facts: Facts) -> bool:
    """It comes from a network's fields, or is short, untitled and has handles or hashtags."""
    short = facts.words <= LONGEST_POST and not facts.titled and facts.handles > 0
    return facts.platform is not None or (short and facts.agency is None)


def translation(facts: Facts) -> bool:
    """The page says that the text is a translation."""
    return facts.says_translated


def wire(facts: Facts) -> bool:
    """A news agency stands in the dateline or as the outlet, or the text carries a slug."""
    names = (facts.agency, facts.outlet)
    return facts.filed or any(is_agency(name, facts.language) for name in names)


def rewrite(facts: Facts) -> bool:
    """It names another outlet near its start and leans on it again, or does so in its opening."""
    others = [
        (plain_name(name, facts.language), at)
        for name, at in facts.cited
        if not same_outlet(name, facts.outlet, facts.language)
        and not is_station(name, facts.language)
    ]
    names = [name for name, _ in others]
    return any(
        at <= NAMED_EARLY or (at <= REWRITE_WITHIN and names.count(name) >= 2)
        for name, at in others
    )


RULES: tuple[tuple[AccountKind, Callable[[Facts], bool]], ...] = (
    ("transcript", transcript),
    ("post", post),
    ("translation", translation),
    ("wire", wire),
    ("rewrite", rewrite),
)
"""The first rule that holds decides; where none does, the account is a report."""


def genre(facts: Facts) -> AccountKind:
    """Return the kind of account the rules make it."""
    return next((found for found, rule in RULES if rule(facts)), "report")
