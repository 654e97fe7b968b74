"""Quotations and attribution, measured on the dev part of PolNeAR.

Enters: `polnear/dev` of the labelled data (84 articles; where several people annotated one, the
first by file name). Leaves: span F1 for cue, source and content, and more on direct quotations.

How two spans are compared. A span is the set of its words (letters and digits), so that marks and
spaces at its ends count for nothing; a content in several places is one set. Gold and found spans
are paired one to one, best Jaccard first. *exact*: pairs with equal sets. *overlap*: a pair
counts for precision with the share of the found words that are gold, for recall with the share
of the gold words that were found, so that each span weighs the same. *tokens*: what Citron's
evaluation calls overlap, words of all pairs of a found and a gold span over all found and all
gold words, so that each word weighs the same; only this one compares with Citron's numbers.
*touch*: a pair that shares any word counts whole. A label's cue is only a colon and has no words:
it is left out. As the guidelines ask, attributions inside another's content are not scored, and
neither are quoted sentences for which no cue was found. *narrator.kept*: of the sentences in which nobody marked
anything, those that are not mostly given to somebody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from quality.collating import collation
from quality.quotations_gold import Attributed, Words, annotated, articles, words
from quality.quotations_peers import peers
from quality.score import Score, shared
from variorum.annotations import Annotation
from variorum.models.parser import SpacyParser
from variorum.records import Account, Span
from variorum.segment import annotate

CITRON = "PARC3 test, as published"
PUBLISHED = {
    "cue.exact": 82.3,
    "cue.tokens": 76.8,
    "source.exact": 82.0,
    "source.tokens": 85.3,
    "content.exact": 59.3,
    "content.tokens": 83.3,
    "all_three.exact": 56.7,
}
NARRATED = ("title", "body")
MOSTLY = 0.5


class Tally(Struct):
    """Sums over articles for one kind of span."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    touch: int = 0
    precise: float = 0.0
    recalled: float = 0.0
    gold_words: int = 0
    found_words: int = 0
    shared_words: int = 0

    def add(self, gold: Sequence[Words], found: Sequence[Words]) -> None:
        """Add one article's spans; those without words count for nothing."""
        gold, found = [g for g in gold if g], [f for f in found if f]
        self.gold += len(gold)
        self.found += len(found)
        self._add_words(gold, found)
        for one, other in paired(gold, found):
            both = len(one & other)
            self.exact += one == other
            self.touch += 1
            self.precise += both / len(other)
            self.recalled += both / len(one)

    def _add_words(self, gold: Sequence[Words], found: Sequence[Words]) -> None:
        held = Counter(word for one in gold for word in one)
        self.gold_words += held.total()
        self.found_words += sum(map(len, found))
        self.shared_words += sum(held[word] for one in found for word in one)

    def scores(self) -> dict[str, float]:
        """Return F1 by way of comparing, 0 to 100."""
        words = 200 * self.shared_words / max(self.gold_words + self.found_words, 1)
        return {
            "exact": self._f1(self.exact, self.exact),
            "overlap": self._f1(self.precise, self.recalled),
            "tokens": words,
            "touch": self._f1(self.touch, self.touch),
        }

    def _f1(self, precise: float, recalled: float) -> float:
        precision, recall = precise / max(self.found, 1), recalled / max(self.gold, 1)
        return 200 * precision * recall / max(precision + recall, 1e-9)


class Sums(Struct):
    """What one reader found in all articles, held against the gold."""

    spans: dict[str, Tally] = field(
        default_factory=lambda: {kind: Tally() for kind in ("cue", "source", "content")}
    )
    whole: Counter[str] = field(default_factory=Counter)

    def add(
        self,
        account: Account,
        annotation: Annotation,
        gold: Sequence[Attributed],
        found: Sequence[Attributed],
    ) -> None:
        """Add one article."""
        for kind, tally in self.spans.items():
            tally.add([getattr(g, kind) for g in gold], [getattr(f, kind) for f in found])
        self.whole.update(_whole(gold, found))
        self.whole.update(_narrated(account, annotation, gold, found))

    def measured(self) -> dict[str, tuple[float, int]]:
        """Return each measure, 0 to 100, with the number of its rows."""
        whole = self.whole
        made = {
            f"{kind}.{how}": (value, tally.gold)
            for kind, tally in self.spans.items()
            for how, value in tally.scores().items()
        }
        both = max(whole["gold"] + whole["found"], 1)
        made["all_three.exact"] = (200 * whole["equal"] / both, whole["gold"])
        for key in ("content", "speaker", "both"):
            value = 100 * whole[f"direct.{key}"] / max(whole["direct"], 1)
            made[f"direct.{key}"] = (value, whole["direct"])
        kept = 100 - 100 * whole["given"] / max(whole["narrated"], 1)
        made["narrator.kept"] = (kept, whole["narrated"])
        return made


def scores() -> list[Score]:
    folder = shared("data/polnear/dev")
    if folder is None:
        return []
    parser, others = SpacyParser(), peers()
    ours, theirs = Sums(), {name: Sums() for name in others}
    for account, annotators in articles(folder):
        gold, annotation = list(annotated(account.text, annotators[0])), annotate(account, parser)
        ours.add(account, annotation, gold, extracted(account))
        for name, read in others.items():
            theirs[name].add(account, annotation, gold, read(account, annotation))
    beside = {name: sums.measured() for name, sums in theirs.items()}
    return list(_listed(ours.measured(), beside))


def _listed(
    measured: Mapping[str, tuple[float, int]], beside: Mapping[str, dict[str, tuple[float, int]]]
) -> Iterator[Score]:
    """Yield each measure beside the peers run on the same rows and Citron's published number."""
    for key, (value, rows) in measured.items():
        (peer, worth), *rest = [(name, one[key][0]) for name, one in beside.items()]
        said = [f"{name} {number:.1f}" for name, number in rest]
        if key in PUBLISHED:
            said.append(f"Citron {PUBLISHED[key]} on {CITRON}")
        yield Score(
            key=f"quotations.polnear.{key}",
            value=round(value, 1),
            rows=rows,
            peer=peer,
            peer_value=round(worth, 1),
            peer_basis="; ".join(["same rows", *said]),
        )


def _whole(gold: Sequence[Attributed], found: Sequence[Attributed]) -> Counter[str]:
    """Count attributions with all three equal, and direct quotations with content and speaker."""
    counts: Counter[str] = Counter(gold=len(gold), found=len(found))
    wanted = Counter((g.cue, g.source, g.content) for g in gold)
    given = Counter((f.cue, f.source, f.content) for f in found)
    counts["equal"] = sum((wanted & given).values())
    pairs = dict(paired([g.content for g in gold], [f.content for f in found], numbers=True))
    for number, one in enumerate(gold):
        if not one.direct:
            continue
        counts["direct"] += 1
        other = found[pairs[number]] if number in pairs else None
        content = other is not None and other.content == one.content
        speaker = other is not None and bool(other.source & one.source or not one.source)
        counts["direct.content"] += content
        counts["direct.speaker"] += speaker
        counts["direct.both"] += content and speaker
    return counts


def _narrated(
    account: Account,
    annotation: Annotation,
    gold: Sequence[Attributed],
    found: Sequence[Attributed],
) -> Counter[str]:
    """Count the narrator's sentences, and those of them that are mostly given to somebody.

    A sentence is the narrator's where nobody marked a cue or a content in it.
    """
    marked = frozenset(word for one in gold for word in one.cue | one.content)
    given = frozenset(word for one in found for word in one.content)
    counts: Counter[str] = Counter()
    for sentence in annotation.sentences:
        own = words(account.text, [(sentence.start, sentence.end)])
        if account.regions[sentence.region].kind in NARRATED and own and not own & marked:
            counts["narrated"] += 1
            counts["given"] += len(own & given) > MOSTLY * len(own)
    return counts


def paired(gold: Sequence[Words], found: Sequence[Words], *, numbers: bool = False) -> list:
    """Pair spans one to one, those that share most first; return sets, or their numbers."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, span in enumerate(found):
        for word in span:
            holders[word].append(number)
    ranked = sorted(
        (-count / len(one | found[other]), index, other)
        for index, one in enumerate(gold)
        for other, count in Counter(n for word in one for n in holders[word]).items()
    )
    used_gold, used_found, pairs = set(), set(), []
    for _, index, other in ranked:
        if index not in used_gold and other not in used_found:
            used_gold.add(index)
            used_found.add(other)
            pairs.append((index, other) if numbers else (gold[index], found[other]))
    return pairs


def extracted(account: Account) -> list[Attributed]:
    """Return what the ledger has, without nested attributions and unclaimed quoted sentences."""
    found = collation([{"text": account.text}]).quotations
    contents = frozenset(
        word
        for one in found
        for word in words(account.text, [(span.start, span.end) for span in one.contents])
    )
    return [
        Attributed(
            cue=_span_words(account.text, one.cue),
            source=_span_words(account.text, one.speaker.place),
            content=words(account.text, [(span.start, span.end) for span in one.contents]),
        )
        for one in found
        if one.cue is not None and not (one.via and one.cue.start in contents)
    ]


def _span_words(text: str, span: Span | None) -> Words:
    return words(text, [(span.start, span.end)]) if span is not None else frozenset()
