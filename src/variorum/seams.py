"""The seams: `Ledger`, `Engine`, and the protocols of the models and the judge that steps are given.

Enters: nothing. Leaves: the interfaces. `ledgers/`, `engines/` and `models/` have the
implementations, which all must pass
the contract tests (`tests/backends/test_contract*.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Annotated, Protocol, Self, TypeVar, runtime_checkable

from msgspec import Meta, Struct

from variorum.annotations import NamedSpan, Token
from variorum.records import (
    Account,
    Dossier,
    Figure,
    Moment,
    Name,
    Passage,
    Problem,
    Quotation,
    Record,
    Span,
)
from variorum.vocabulary import AnsweredKind, Manner, SameQuestion, VerdictKind

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

R = TypeVar("R", bound=Record)
Probability = Annotated[float, Meta(ge=0, le=1)]


# --- models ----------------------------------------------------------------------------------------


class Parsed(Struct, frozen=True):
    """The parse of one block: token offsets and heads count from the block's own start."""

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    named: tuple[NamedSpan, ...]
    noun_chunks: tuple[tuple[int, int], ...]


@runtime_checkable
class Parser(Protocol):
    """A language pipeline: lemmas, sentences, names, and a tree in the vocabularies of `syntax`."""

    @property
    def fingerprint(self) -> str:
        """Name, version and weights' hash: results are cached under it."""
        ...

    def parse(self, blocks: Sequence[str]) -> list[Parsed]:
        """Parse each block of text (no line breaks inside), in order."""
        ...


@runtime_checkable
class Encoder(Protocol):
    """Sentence vectors."""

    @property
    def fingerprint(self) -> str:
        """Name, version and weights' hash: vectors of different fingerprints never meet."""
        ...

    def encode(self, sentences: Sequence[str]) -> np.ndarray:
        """Return one unit vector a row, float32, shape (len(sentences), dimensions)."""
        ...


@runtime_checkable
class LanguageIdentifier(Protocol):
    """Tells the language of a text."""

    def identify(self, text: str) -> tuple[str, float]:
        """Return an ISO 639-1 code and a probability from 0 to 1."""
        ...


# --- judge -------------------------------------------------------------------------------------------


class Slots(Struct, frozen=True):
    """What was read in the sentence of a passage: whose words it has, how many, when, who and where."""

    quotation: Quotation | None
    figures: tuple[Figure, ...]
    moments: tuple[Moment, ...]
    names: tuple[Name, ...]


class PassageInContext(Struct, frozen=True, eq=False):
    """One side of a pair: a passage where it stands. Every place is one of its account's own words."""

    dossier: Dossier
    passage: Passage

    @property
    def account(self) -> Account:
        """Return the account, with its outlet, its kind and when it was published."""
        return self.dossier.account

    @property
    def place(self) -> Span:
        """Return the words that are compared: a clause or a quoted stretch, often a fragment."""
        return self.passage.place

    @property
    def sentence(self) -> Span:
        """Return the whole sentence that the passage stands in."""
        found = self.dossier.annotation.sentences[self.passage.sentence]
        return self.account.span(found.start, found.end)

    @property
    def context(self) -> Span:
        """Return its sentence with the one before and the one after it, in the same region of the page."""
        sentences, here = self.dossier.annotation.sentences, self.passage.sentence
        beside = sentences[max(0, here - 1) : here + 2]
        near = [one for one in beside if one.region == sentences[here].region]
        return self.account.span(near[0].start, near[-1].end)

    @property
    def slots(self) -> Slots:
        """Return the statements of the account that stand in the sentence, and the passage's quotation."""
        said, sentence = self.dossier.statements, self.sentence
        return Slots(
            quotation=next((q for q in said.quotations if q.id == self.passage.quotation), None),
            figures=tuple(one for one in said.figures if one.place.overlaps(sentence)),
            moments=tuple(one for one in said.moments if one.place.overlaps(sentence)),
            names=tuple(n for n in said.names if any(m.overlaps(sentence) for m in n.mentions)),
        )


class PassagePair(Struct, frozen=True, eq=False):
    """Two passages of different accounts that may answer one question; `likeness` is 0 to 1."""

    left: PassageInContext
    right: PassageInContext
    likeness: float


class Judgement(Struct, frozen=True, kw_only=True):
    """What a judge says of a pair.

    `question` tells whether both answer one question, ``None`` where the judge does not ask;
    `relation` how the answers compare, which is said only where the question is not "no". A
    probability that nobody measured is ``None``. `rule` is the name under which such judgements are
    counted, `because` the sentence a reader sees: that the readings differ, never which is right.
    `marks` are the words that carry the relation: places within the contexts, word for word.
    """

    relation: VerdictKind
    rule: str
    because: str
    marks: tuple[Span, ...] = ()
    probability: Probability | None = None
    question: SameQuestion | None = None
    question_probability: Probability | None = None


@runtime_checkable
class Judge(Protocol):
    """Settles of pairs whether they answer one question, and how the answers compare."""

    @property
    def fingerprint(self) -> str:
        """Name, version and weights' hash: judgements of different fingerprints never mix."""
        ...

    @property
    def costly(self) -> bool:
        """Tell whether judgements are kept in the ledger, so that no pair is asked about twice.

        Those of a costly judge depend on nothing of a pair but its accounts, places, slots and
        likeness.
        """
        ...

    def judge(self, pairs: Sequence[PassagePair]) -> Sequence[Judgement | None]:
        """Return one judgement a pair, in order; ``None`` where the judge abstains."""
        ...


# --- larger judge -------------------------------------------------------------------------------------


class ShownPassage(Struct, frozen=True):
    """One side of a pair in words only: what somebody reads who has neither account nor dossier."""

    source: str
    published: str | None
    place: Span
    sentence: Span
    context: Span
    speaker: str | None
    manner: Manner | None
    figures: tuple[str, ...]
    moments: tuple[str, ...]
    names: tuple[str, ...]


class PairQuestion(Struct, frozen=True):
    """A pair that a larger judge is asked about; `pair` is the key that its answer must have."""

    pair: str
    likeness: float
    left: ShownPassage
    right: ShownPassage


class PairAnswer(Struct, frozen=True, kw_only=True):
    """What a larger judge says of a pair.

    The words carry the relation: of each side some that stand within its context, word for word.
    """

    same_question: SameQuestion
    relation: AnsweredKind
    left_words: tuple[str, ...] = ()
    right_words: tuple[str, ...] = ()


@runtime_checkable
class Reader(Protocol):
    """Answers questions of pairs, in the process that was started and in no worker.

    It is made with the `settings.LargerJudge` that names it, once for each run.
    """

    @property
    def fingerprint(self) -> str:
        """Name and version of who answers and how it is asked: answers are kept under it."""
        ...

    @property
    def costly(self) -> bool:
        """Tell whether answers are kept in the ledger, so that nothing is asked twice."""
        ...

    @property
    def problems(self) -> Sequence[Problem]:
        """Return what could not be answered so far, once for each cause."""
        ...

    def expected(self, questions: Sequence[PairQuestion]) -> str:
        """Say what it will cost to answer these, in a line for the screen."""
        ...

    def answers(
        self, questions: Sequence[PairQuestion]
    ) -> Iterator[Mapping[str, PairAnswer | None]]:
        """Yield answers by pair, as they come; ``None`` abstains, and what failed is left out."""
        ...


# --- engine ------------------------------------------------------------------------------------------


class Stage(Struct, frozen=True):
    """A pure step with its table form: `function` takes rows and yields rows.

    `function` must be importable (no lambda), since workers receive it by name. `outputs` are
    the columns of its result with their Arrow types as strings ("string", "binary", "int64",
    "double"). A `map` stage's rows carry an `id` column, by which lost rows are noticed.
    """

    name: str
    function: Callable[[Iterable[Mapping[str, object]]], Iterable[Mapping[str, object]]]
    outputs: tuple[tuple[str, str], ...]


class Engine(Protocol):
    """Runs stages: Arrow table in, Arrow table out, whatever the number of workers.

    The order of result rows is the order of input rows (or of sorted keys for `group`), so the
    result does not depend on the number of workers. A row that makes a stage raise is
    quarantined: it comes back in `quarantine` as (id, reason), and the rest goes on.
    """

    def map(self, stage: Stage, table: pa.Table) -> Iterator[Outcome]:
        """Run `stage` on parts of `table`; yield each part's outcome as soon as it is done."""
        ...

    def group(self, stage: Stage, table: pa.Table, key: str) -> Iterator[Outcome]:
        """Run `stage` once for all rows of each value of column `key`."""
        ...

    def release(self) -> None:
        """Free what workers hold, models above all; the next stage opens what it needs anew."""
        ...

    def sql(self, query: str, tables: Mapping[str, pa.Table]) -> pa.Table:
        """Run a query in the subset that DuckDB and Spark share; the caller orders the rows."""
        ...


class Outcome(Struct, frozen=True):
    """What came of one part: the ids that went in, the rows made, the rows set aside."""

    inputs: tuple[str, ...]
    table: pa.Table
    quarantine: tuple[tuple[str, str], ...] = ()


# --- ledger ------------------------------------------------------------------------------------------


Parts = Mapping[str, Iterable[Record] | None]
"""Records by the name of the part that they come in; `None` for a part that is there already."""


class Ledger(Protocol):
    """Keeps records and decisions. Adding twice changes nothing; reading is ordered by id.

    Several processes may use one ledger at once, each through a ledger of its own; so may several
    threads. Leaving the `with` statement closes it.
    """

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...

    def add(self, records: Iterable[Record]) -> int:
        """Keep records in one transaction; return how many were new."""
        ...

    def read(self, kind: type[R]) -> Iterator[R]:
        """Yield all records of a kind, ordered by id."""
        ...

    def get(self, kind: type[R], record_id: str) -> R:
        """Return one record; LedgerError if it is not there."""
        ...

    def identity(self) -> str:
        """Return the name that this ledger got when it was made: no other ledger has it."""
        ...

    def parts(self) -> frozenset[str]:
        """Return the names of the parts that the machine's records came in."""
        ...

    def renew(self, parts: Parts, *, provided: Callable[[], bool] = ...) -> bool:
        """Let the machine's records be those of `parts`, in one transaction (all or nothing).

        A part with records takes the place of one of its name; one without (`None`) stays as it is.
        What is in no part named is dropped, all but people's decisions. `provided` is asked first,
        while nobody else can change the ledger: if it says no, or a part that should stay is not
        there any more, nothing is changed. Return whether anything was.
        """
        ...

    def revision(self) -> int:
        """Return a number that grows whenever records or decisions change, in any process."""
        ...

    def snapshot(self) -> AbstractContextManager[Ledger]:
        """Yield the ledger as it stands, for reading: what others change meanwhile is not seen."""
        ...

    def keep_work(self, step: str, results: Mapping[str, bytes]) -> None:
        """Keep a step's finished results by key, so that a run that was killed goes on."""
        ...

    def work(self, step: str) -> dict[str, bytes]:
        """Return a step's finished results by key."""
        ...

    def drop_work(self, step: str, keys: Iterable[str]) -> None:
        """Forget a step's results under `keys`; keys that are not there change nothing."""
        ...

    def abandon(self) -> None:
        """Close the ledger, and remove it if this object made it and nothing was kept in it."""
        ...

    def close(self) -> None:
        """Close the ledger; nothing is lost if this is never called."""
        ...
