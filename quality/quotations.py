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
neither are quoted sentences for which no cue was found.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from quality.score import Score, shared
from variorum.backends.parser import SpacyParser
from variorum.extract import names, quotations
from variorum.records import Account, Region, Span
from variorum.segment import annotate, fold

Words = frozenset[int]
_WORD = re.compile(r"\w+")
_ENTITY = re.compile(r"T\d+\t|E\d+\t")
CITRON = "PARC3 test (Citron, as published)"
PUBLISHED = {
    "cue.exact": 82.3,
    "cue.tokens": 76.8,
    "source.exact": 82.0,
    "source.tokens": 85.3,
    "content.exact": 59.3,
    "content.tokens": 83.3,
    "all_three.exact": 56.7,
}


class Attributed(Struct, frozen=True):
    """One attribution as sets of word places; `direct` where marks stand around the content."""

    cue: Words
    source: Words
    content: Words
    direct: bool = False


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


def scores() -> list[Score]:
    folder = shared("data/polnear/dev")
    if folder is None:
        return []
    parser = SpacyParser()
    tallies = {kind: Tally() for kind in ("cue", "source", "content")}
    whole: Counter[str] = Counter()
    for path in sorted((folder / "text").glob("*.txt")):
        account = article(path)
        annotators = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        gold = list(annotated(account.text, annotators[0]))
        found = extracted(account, parser)
        for kind, tally in tallies.items():
            tally.add([getattr(g, kind) for g in gold], [getattr(f, kind) for f in found])
        whole.update(_whole(gold, found))
    return list(_listed(tallies, whole))


def _listed(tallies: dict[str, Tally], whole: Counter[str]) -> Iterator[Score]:
    measured = {
        f"{kind}.{how}": (value, tally.gold)
        for kind, tally in tallies.items()
        for how, value in tally.scores().items()
    }
    measured["all_three.exact"] = (
        200 * whole["equal"] / max(whole["gold"] + whole["found"], 1),
        whole["gold"],
    )
    for key in ("content", "speaker", "both"):
        value = 100 * whole[f"direct.{key}"] / max(whole["direct"], 1)
        measured[f"direct.{key}"] = (value, whole["direct"])
    for key, (value, rows) in measured.items():
        peer = PUBLISHED.get(key)
        yield Score(
            key=f"quotations.polnear.{key}",
            value=round(value, 1),
            rows=rows,
            peer="Citron" if peer else None,
            peer_value=peer,
            peer_basis=CITRON if peer else None,
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


def paired(gold: Sequence[Words], found: Sequence[Words], *, numbers: bool = False) -> list:
    """Pair spans one to one, those that share most first; return sets, or their numbers."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, words in enumerate(found):
        for word in words:
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


def article(path: Path) -> Account:
    """Return an article of PolNeAR: its first line is its title, the rest its body."""
    text = path.read_bytes().decode("utf-8")
    cut = text.find("\n") if "\n" in text else 0
    regions = (
        Region(kind="title", start=0, end=cut),
        Region(kind="body", start=cut, end=len(text)),
    )
    return Account(id=f"a-{path.stem}", source=path.name, text=text, regions=regions)


def extracted(account: Account, parser: SpacyParser) -> list[Attributed]:
    """Return what the step finds, without nested attributions and unclaimed quoted sentences."""
    annotation = annotate(account, parser)
    found = quotations(account, annotation, names(account, annotation))
    return [
        Attributed(
            cue=words(account.text, [(one.cue.start, one.cue.end)]),
            source=_span_words(account.text, one.speaker.place),
            content=words(account.text, [(span.start, span.end) for span in one.contents]),
        )
        for one in found
        if one.cue is not None and not one.via
    ]


def _span_words(text: str, span: Span | None) -> Words:
    return words(text, [(span.start, span.end)]) if span is not None else frozenset()


def words(text: str, spans: Iterable[tuple[int, int]]) -> Words:
    """Return where the words of these spans begin."""
    return frozenset(
        match.start() for start, end in spans for match in _WORD.finditer(text, start, end)
    )


def annotated(text: str, path: Path) -> Iterator[Attributed]:
    """Read one annotator's attributions from a brat stand-off file."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not _ENTITY.match(line):
            continue
        key, _, rest = line.partition("\t")
        if key[0] == "T":
            places = rest.split("\t")[0].split(" ", 1)[1].split(";")
            spans[key] = [(int(a), int(b)) for a, b in (place.split() for place in places)]
            continue
        roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for part in rest.split():
            role, _, name = part.partition(":")
            roles[role.rstrip("0123456789")].extend(spans.get(name, []))
        content = roles["Content"]
        yield Attributed(
            cue=words(text, roles["Cue"]),
            source=words(text, roles["Source"]),
            content=words(text, content),
            direct=all(_marked(text, start, end) for start, end in content) and bool(content),
        )


def _marked(text: str, start: int, end: int) -> bool:
    """Tell whether quotation marks stand at both ends of a span of three words or more."""
    quoted = fold(text[start:end])
    return quoted[:1] in "\"'" and quoted.rstrip(",.")[-1:] in "\"'" and quoted.count(" ") > 1
