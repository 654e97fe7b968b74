"""Counted: figures by the thing they count, with who gives them and how they compare.

Enters: `Material`. Leaves: `Count`s, those that differ first, figures that met no other last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.find.matter.prose import surroundings
from variorum.find.matter.telling import sourced
from variorum.link.grouping.groups import Groups
from variorum.read.naming import page_of
from variorum.records import Alignment, Figure, Span
from variorum.report.lists.choosing import accounts_called, fits, must_name, search_form

RANKS = (
    *("contradicted", "figure differs", "update", "scope differs"),
    *("unclear", "agree", "only here"),
)
"""Verdicts in the order in which their counts are told."""


class Stated(Struct, frozen=True, kw_only=True):
    """One figure as one account gives it: `low` and `high` are decimal strings, open where `None`.

    `asserted_by` names who says so, in the account's words where no name is known (``None``: the narrator).
    `published` is the account's own date, `passage` the words around the figure, `page` the one of a paged document.
    """

    id: str
    account: str
    label: str
    place: Span
    passage: Span
    low: str | None
    high: str | None
    value: str | None
    unit: str | None
    counted: str | None
    asserted_by: str | None
    as_of: str | None
    published: str | None
    page: int | None = None


class Compared(Struct, frozen=True, kw_only=True):
    """How figures of a count were found to compare, and how many independent origins they have."""

    alignment: str
    verdict: str
    origins: int
    because: tuple[str, ...]


class Count(Struct, frozen=True, kw_only=True):
    """Figures of one counted thing; without `compared` they met no other figure.

    Figures of different comparisons stand together where they share one.
    """

    counted: str
    figures: tuple[Stated, ...]
    compared: tuple[Compared, ...] = ()

    @property
    def accounts(self) -> int:
        """Return how many accounts give a figure."""
        return len({figure.account for figure in self.figures})


def counts(
    material: Material,
    *,
    counted: str | None = None,
    account: str | None = None,
    speaker: str | None = None,
) -> list[Count]:
    """Return the counts that have a figure with the wanted words in what it counts, whose, of whom.

    A count is kept whole where one of its figures fits. UsageError where an account, a speaker or a
    counted thing is wanted that the ledger does not know.
    """
    accounts = accounts_called(material, account)
    if speaker is not None:
        must_name("speaker with a figure", speaker, _speakers(material))
    if counted is not None:
        must_name("counted thing", counted, _counted_things(material))
    met = list(_compared_counts(material))
    taken = {figure.id for count in met for figure in count.figures}
    every = [*sorted(met, key=_rank), *_unmet(material, taken)]
    return [
        count
        for count in every
        if any(
            figure.account in accounts
            and fits(counted, count.counted, figure.counted, figure.unit)
            and (speaker is None or fits(speaker, figure.asserted_by))
            for figure in count.figures
        )
    ]


def _counted_things(material: Material) -> list[str]:
    labels = (one.about for one in material.alignments.values() if _counts(material, one))
    words = (word for one in material.figures.values() for word in (one.counted, one.unit))
    return [name for name in (*labels, *words) if name]


def _speakers(material: Material) -> list[str]:
    named = (_asserter(material, figure) for figure in material.figures.values())
    return [name for name in named if name]


def _rank(count: Count) -> tuple[int, int, str, str]:
    verdicts = [RANKS.index(c.verdict) for c in count.compared if c.verdict in RANKS]
    return min(verdicts, default=len(RANKS)), -count.accounts, count.counted, count.figures[0].id


def _compared_counts(material: Material) -> Iterator[Count]:
    """Yield a count for every group of comparisons that share figures."""
    for group in _sharing_figures(
        [a for a in material.alignments.values() if _counts(material, a)]
    ):
        ids = dict.fromkeys(
            s for one in group for r in one.readings for s in r.statements if s in material.figures
        )
        figures = _stated(material, [material.figures[key] for key in ids])
        compared = tuple(_compared(material, one) for one in group)
        yield Count(counted=group[0].about, figures=figures, compared=compared)


def _counts(material: Material, alignment: Alignment) -> bool:
    """Tell whether an alignment compares figures of at least two accounts."""
    return (
        material.is_count(alignment)
        and sum(bool(reading.statements) for reading in alignment.readings) > 1
    )


def _sharing_figures(alignments: Sequence[Alignment]) -> list[list[Alignment]]:
    """Put alignments together that share a figure, in the order in which they came."""
    groups = Groups(len(alignments))
    first: dict[str, int] = {}
    for place, alignment in enumerate(alignments):
        for statement in (s for reading in alignment.readings for s in reading.statements):
            groups.join(first.setdefault(statement, place), place)
    return [[alignments[place] for place in group] for group in groups.all()]


def _compared(material: Material, alignment: Alignment) -> Compared:
    verdicts = material.verdicts_of.get(alignment.id, ())
    first = sorted(verdicts, key=lambda v: v.kind != alignment.verdict)
    return Compared(
        alignment=alignment.id,
        verdict=alignment.verdict,
        origins=alignment.origins,
        because=tuple(dict.fromkeys(v.because for v in first if v.kind == alignment.verdict)),
    )


def _unmet(material: Material, taken: set[str]) -> Iterator[Count]:
    """Yield figures that met no other, those of one counted noun together."""
    groups: dict[str, list[Figure]] = defaultdict(list)
    for figure in material.figures.values():
        if figure.id not in taken:
            groups[search_form(figure.counted_head or figure.unit or "")].append(figure)
    for _, figures in sorted(groups.items(), key=lambda item: (not item[0], item[0])):
        stated = _stated(material, figures)
        name = next((s.counted or s.unit for s in stated if s.counted or s.unit), None)
        yield Count(counted=name or "what is counted is not said", figures=stated)


def _stated(material: Material, figures: Sequence[Figure]) -> tuple[Stated, ...]:
    made = [_one(material, figure) for figure in figures]
    return tuple(sorted(made, key=lambda s: (_size(s), s.account, s.place.start)))


def _size(stated: Stated) -> Decimal:
    known = (n for n in (stated.value, stated.low, stated.high) if n is not None)
    return Decimal(next(known, "0"))


def _asserter(material: Material, figure: Figure) -> str | None:
    """Return who says a figure: by name, or as the account calls them ("provincial police")."""
    quotation = material.quotations.get(figure.quotation or "")
    if quotation is None:
        return material.speaker(figure.asserted_by)
    named = material.speaker(figure.asserted_by) or quotation.speaker.name
    return named or sourced(material, figure.place).speaker or material.whose(quotation)


def _one(material: Material, figure: Figure) -> Stated:
    account = material.accounts[figure.place.account]
    return Stated(
        id=figure.id,
        account=account.id,
        label=material.label(account.id),
        place=figure.place,
        passage=surroundings(material, figure.place),
        low=figure.low,
        high=figure.high,
        value=figure.value,
        unit=figure.unit,
        counted=figure.counted,
        asserted_by=_asserter(material, figure),
        as_of=figure.as_of,
        published=account.published.earliest,
        page=page_of(account, figure.place.start),
    )
