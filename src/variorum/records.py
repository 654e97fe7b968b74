"""What Variorum knows, as frozen records: the words of `docs/words.md`, one class each.

Enters: nothing. Leaves: the record classes. Offsets are code points into an account's unchanged
text, end excluded; unknown is ``None``.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum import vocabulary

if TYPE_CHECKING:
    from variorum.annotations import Annotation


def new_id(prefix: str, *key: object) -> str:
    """Return a stable id: `prefix`, a hyphen and 64 bits of a hash of the key fields."""
    joined = "\x1f".join(str(part) for part in key).encode("utf-8", "replace")
    return f"{prefix}-{blake2b(joined, digest_size=8).hexdigest()}"


class Record(Struct, frozen=True, kw_only=True, gc=False):
    """The root of all records: immutable, compared by value, written as JSON by field name."""


class Span(Struct, frozen=True, order=True, gc=False):
    """A *place*: the characters `start` to `end` (excluded) of an account, and their words."""

    account: str
    start: int
    end: int
    text: str

    def overlaps(self, other: Span) -> bool:
        """Tell whether two places share characters of one account."""
        return self.account == other.account and self.start < other.end and other.start < self.end


class Region(Record, frozen=True, kw_only=True):
    """A stretch that plays one part on a page; `speaker` is a turn's label, its words are from `label_end`."""

    kind: vocabulary.RegionKind
    start: int
    end: int
    speaker: str | None = None
    label_end: int | None = None
    note: str | None = None


class Published(Record, frozen=True, kw_only=True):
    """When: ISO 8601 bounds; `basis` is "metadata", "page", "dateline", "narrative", "unknown"."""

    earliest: str | None = None
    latest: str | None = None
    basis: str = "unknown"


class Citation(Record, frozen=True, kw_only=True):
    """A source that an account says it leans on, with the words that name it."""

    name: str
    place: Span


class Account(Record, frozen=True, kw_only=True):
    """One telling: an article, a transcript, a wire report, a post, a translation.

    `place` is where the dateline says it was written, `translated` the ground for believing the text to be a
    translation ("retranslated"). Pages begin at the offsets `pages`; an archive `captured` it in ISO 8601, UTC.
    """

    id: str
    source: str
    text: str
    title: str | None = None
    outlet: str | None = None
    kind: vocabulary.AccountKind = "report"
    language: str | None = None
    published: Published = Published()
    place: str | None = None
    url: str | None = None
    translated: str | None = None
    regions: tuple[Region, ...] = ()
    cites: tuple[Citation, ...] = ()
    pages: tuple[int, ...] = ()
    captured: str | None = None

    def span(self, start: int, end: int) -> Span:
        """Return the place of the characters from `start` to `end`; ValueError if outside."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"{start}:{end} lies outside account {self.id}")
        return Span(self.id, start, end, self.text[start:end])


class Speaker(Record, frozen=True, kw_only=True):
    """Who speaks: the words that say so, the resolved name, and what it was resolved to.

    `within` is the id of the account's own `Name`; `entity` the story-wide `Entity`.
    `path` tells how a pronoun or title was resolved: ("he", "Bashar al-Assad").
    """

    name: str | None = None
    place: Span | None = None
    within: str | None = None
    entity: str | None = None
    path: tuple[str, ...] = ()


class Carrier(Record, frozen=True, kw_only=True):
    """One link of an attribution chain: a source through whom the words reached the account."""

    name: str
    place: Span


class Quotation(Record, frozen=True, kw_only=True):
    """Words or thoughts that an account gives to somebody else.

    `contents` are the quoted words without marks, several places when the account splits them.
    `via` is the chain that carries them, nearest first; `confidence`, 0 to 1, how often it is right.
    """

    id: str
    place: Span
    manner: vocabulary.Manner
    contents: tuple[Span, ...]
    speaker: Speaker = Speaker()
    cue: Span | None = None
    via: tuple[Carrier, ...] = ()
    confidence: float | None = None


class Figure(Record, frozen=True, kw_only=True):
    """A quantity as a range: `low` to `high` in `unit`, decimal strings, ``None`` for open.

    `value` is the number as stated. `counted` is the phrase that says what is counted, `counted_head` its head's lemma,
    `counted_place` where, `predicate` the lemma of the verb over it ("kill"). `quotation` is the innermost it stands in.
    `subject` is of whom it is said beside the counted phrase; `change` marks a rise or fall.
    """

    id: str
    place: Span
    value: str | None = None
    low: str | None = None
    high: str | None = None
    unit: str | None = None
    counted: str | None = None
    counted_head: str | None = None
    counted_place: str | None = None
    predicate: str | None = None
    approximator: vocabulary.Approximator | None = None
    quotation: str | None = None
    asserted_by: str | None = None
    as_of: str | None = None
    subject: str | None = None
    change: vocabulary.Direction | None = None


class Moment(Record, frozen=True, kw_only=True):
    """A date, time, duration or relative expression, bounds in ISO 8601 (inclusive days).

    `anchor` names what it was resolved against: "itself", "publication date 2020-11-09",
    "narrative 2020-11-09" or "account a-…: 2020-11-11". `value` is a TIMEX3 value.
    """

    id: str
    place: Span
    kind: vocabulary.MomentKind
    earliest: str | None = None
    latest: str | None = None
    anchor: str | None = None
    value: str | None = None


class Assertion(Record, frozen=True, kw_only=True):
    """A sentence in which the narrator speaks, with no one else to answer for it."""

    id: str
    place: Span


class Name(Record, frozen=True, kw_only=True):
    """Mentions of one person, body or place in one account: `name` is the fullest form."""

    id: str
    account: str
    name: str
    kind: vocabulary.NameKind
    mentions: tuple[Span, ...]
    roles: tuple[str, ...] = ()


class Statements(Record, frozen=True, kw_only=True):
    """All that one account says."""

    account: str
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    moments: tuple[Moment, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    names: tuple[Name, ...] = ()


class Passage(Record, frozen=True, kw_only=True):
    """A clause or quoted stretch, the unit that is compared; `first` and `last` (excluded) index tokens."""

    id: str
    place: Span
    first: int
    last: int
    sentence: int
    quotation: str | None = None


class Entity(Record, frozen=True, kw_only=True):
    """One person, body or place under all its names; `names` are the merged `Name` ids."""

    id: str
    name: str
    kind: vocabulary.NameKind
    mentions: tuple[Span, ...]
    roles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    because: str = ""


class EventStep(Record, frozen=True, kw_only=True):
    """What some accounts of an event tell of at one time: a crime, the charge, the verdict."""

    label: str
    accounts: tuple[str, ...]
    earliest: str | None = None
    latest: str | None = None


class Event(Record, frozen=True, kw_only=True):
    """Something that happened and its accounts, by ISO 8601 dates; `steps` if it is told of over months."""

    id: str
    label: str
    accounts: tuple[str, ...]
    earliest: str | None = None
    latest: str | None = None
    places: tuple[Span, ...] = ()
    because: str = ""
    steps: tuple[EventStep, ...] = ()


class Reading(Record, frozen=True, kw_only=True):
    """What one account has at one place of the story; no statements means silence."""

    account: str
    statements: tuple[str, ...] = ()
    places: tuple[Span, ...] = ()


class Alignment(Record, frozen=True, kw_only=True):
    """The readings of all accounts of an event; `origins` counts those of readings that are not silent."""

    id: str
    event: str
    about: str
    readings: tuple[Reading, ...]
    verdict: vocabulary.VerdictKind = "unclear"
    origins: int = 0
    origin_of: dict[str, str] = {}
    because: str = ""


class Verdict(Record, frozen=True, kw_only=True):
    """How two readings compare; `rule` names the row of the table that found it.

    `right` is ``None`` when a reading stands alone ("only here"), `confidence` the measured precision
    of the rule, 0 to 1, where there is one. `marks` are the words that carry the difference.
    """

    id: str
    alignment: str
    left: Span
    right: Span | None
    kind: vocabulary.VerdictKind
    rule: str
    because: str
    confidence: float | None = None
    marks: tuple[Span, ...] = ()


class Change(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """One edit between a quotation and the record: the record's words and the quotation's."""

    from_: str
    to: str
    kind: vocabulary.ChangeKind


class Check(Record, frozen=True, kw_only=True):
    """A quotation held against the record (a transcript) of the same speech."""

    id: str
    quotation: str
    place: Span
    record: str
    kind: vocabulary.CheckKind
    because: str
    match: Span | None = None
    changes: tuple[Change, ...] = ()


class Borrowing(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """One account depends on another, or on a source not in hand (`from_`); `share` is of `to`, 0 to 1."""

    id: str
    from_: str
    to: str
    kind: vocabulary.BorrowingKind
    because: str
    share: float | None = None
    evidence: tuple[Span, ...] = ()


class AnswerGiven(Record, frozen=True, kw_only=True):
    """Where an account gives an answer, and whom it names there as its source, as printed."""

    place: Span
    speaker: str | None = None


class FindingAnswer(Record, frozen=True, kw_only=True):
    """An answer to a finding's question and who gives it; `day` if it is of one, `origins` if traced."""

    says: str
    given: tuple[AnswerGiven, ...]
    day: str | None = None
    origins: int | None = None


class Finding(Record, frozen=True, kw_only=True):
    """A question with its answers; `weight` orders them, `about` are the records it tells of.

    `question` ends with "?" where it asks, else it is a title. `because` is the ground in a sentence, ""
    where the answers say all; `text` tells all of it. `decided`, filled in when told, "reject (Ada)".
    """

    id: str
    kind: str
    text: str
    because: str
    weight: float
    places: tuple[Span, ...]
    about: tuple[str, ...] = ()
    question: str = ""
    answers: tuple[FindingAnswer, ...] = ()
    decided: str | None = None


class Decision(Record, frozen=True, kw_only=True):
    """A person's view of a record; it never overwrites what was found. `when` is ISO 8601, UTC.

    `kind` is the record's class, `said` the machine's word for it, `basis` the words by which it is known again; `to`
    the kind it is retyped to, or ids merged or split; `beside` the accounts that an event keeps when others are set apart.
    """

    id: str
    target: str
    view: vocabulary.DecisionView
    who: str
    when: str
    note: str = ""
    kind: str = ""
    said: str = ""
    basis: tuple[Span, ...] = ()
    to: tuple[str, ...] = ()
    beside: tuple[Span, ...] = ()


class Problem(Record, frozen=True, kw_only=True):
    """What a step could not do, kept and shown: `where` it was, which `step`, and why."""

    where: str
    step: str
    reason: str

    @property
    def id(self) -> str:
        """The id under which a ledger keeps it."""
        return new_id("p", self.where, self.step, self.reason)


class Dossier(Struct, frozen=True, kw_only=True):
    """All that is known of one account before it meets others; `problems` says what was left out."""

    account: Account
    annotation: Annotation
    statements: Statements
    passages: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()
