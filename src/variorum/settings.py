"""What a user may set, with defaults that need no thought.

Enters: nothing from the environment; callers pass values. Leaves: `Settings`, `LargerJudge`.
"""

from __future__ import annotations

import os

from msgspec import Struct


class LargerJudge(Struct, frozen=True, kw_only=True):
    """Who is asked, beside the judge, about pairs that it leaves open or says to differ.

    `model` is the name that stands beside whatever it claims. A key is no setting: it comes from
    the environment, to the one process that asks.
    """

    model: str
    """The name of the model, as the endpoint knows it and as readers see it."""

    reader: str = "variorum.models.larger.chat:ChatReader"
    """What asks it: a `variorum.seams.Reader` by name, made with these options."""

    base_url: str = ""
    """Where an OpenAI-compatible endpoint is, such as ``http://localhost:11434/v1``."""

    answers: str = ""
    """The file with answers, for `variorum.models.larger.recorded:RecordedReader`."""

    everything: bool = False
    """Ask about all pairs, those too on which the judge says that they agree."""

    pairs_a_call: int = 1
    """Pairs in one call. What a text has a model say of one pair, it may have it say of all in its call."""

    seconds: float = 120
    """A call that takes longer is cut, and tried again."""

    price_in: float | None = None
    """Price of a million tokens that are sent, to tell the cost beforehand."""

    price_out: float | None = None
    """Price of a million tokens that come back."""


class Settings(Struct, frozen=True, kw_only=True):
    """Models, limits and workers of one run. Sizes are bytes, counts are counts.

    A model is named as `package.module:attribute`: a class, or a function of no arguments, that
    gives what `variorum.seams` describes (docs/extending.md). It is opened once in each process.
    """

    parser: str | None = None
    """The language pipeline of all accounts; ``None`` for each the one that its language names."""

    encoder: str = "variorum.models.encoder:MiniLmEncoder"
    """What makes vectors of sentences."""

    identifier: str = "variorum.models.language_identification:LangidIdentifier"
    """What tells the language of a text."""

    judge: str = "variorum.judge.by_rules:Rules"
    """What says of two passages whether they answer one question, and how the answers compare."""

    larger: LargerJudge | None = None
    """A larger judge, asked beside that one; ``None`` for none, and then no network is opened."""

    languages: tuple[str, ...] = ()
    """Languages that accounts are read in beside those that ship: names of a `Language` each."""

    workers: int = 0
    """Worker processes; 0 means one for each core, and none at all for a handful of accounts."""

    master: str | None = None
    """The address of a Spark cluster, such as ``spark://HOST:7077``; ``None`` for this machine's own processes."""

    max_source_bytes: int = 20_000_000
    """A larger source becomes a `Problem`."""

    max_characters: int = 1_000_000
    """An account whose main text is longer becomes a `Problem`."""

    max_seconds: float = 60
    """A source that takes longer to read becomes a `Problem`; 0 sets no limit.

    Held for PDF files, archives and sources above `variorum.stages.reading.SMALL_SOURCE` bytes, which are read in a process of their own:
    the time that a smaller one can take is bounded by what it may be made of.
    """

    max_elements: int = 150_000
    """A page with more elements becomes a `Problem`; a live blog of 3 MB has some 40,000."""

    max_children: int = 20_000
    """So does a page with more elements directly inside one."""

    max_inline: int = 3_000
    """And one with more links, spans and the like directly inside one element."""

    max_depth: int = 200
    """And one with more elements inside one another; no more than 250 are ever read."""

    max_attributes: int = 1_000
    """And one with more attributes on one tag."""

    max_sources: int = 200_000
    """More sources than this in one call is a usage error."""

    def worker_count(self) -> int:
        """Return how many processes to use: `workers`, or one for each core."""
        return self.workers or os.cpu_count() or 1
