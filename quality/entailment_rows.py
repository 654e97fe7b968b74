"""Rows for a judge of entailment: a sentence, the sentences of a source, and whether the source says it.

Enters: our invented pairs (`quality/pairs`, `shared/judge_pairs`), triplets (`quality/triplets`: a passage, a faithful sentence, one with a
fault), and clones of public repositories whose licences let coefficients be given away (decision 0106 names them).
Leaves: `Taught` rows. Drafts, real stories, and sets that other scores are counted on teach nothing.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from hashlib import sha1
from math import log
from pathlib import Path
from random import Random
from typing import Any

from msgspec import Struct

from quality.score import shared

STANDS, CHANGED, NOT_STATED, NOT_STANDING = range(4)
"""What a row teaches; of the last it is not known which of the two before it holds."""
OURS = Path(__file__).with_name("pairs")
TRIPLETS = Path(__file__).with_name("triplets")
LEFT_OUT = 8
"""One story of so many is left out of training."""
INFERRED = {"entailment": STANDS, "contradiction": CHANGED, "neutral": NOT_STATED}
NEAREST = 4
"""Sentences of a long text that are taken for a summary, as many as a draft's sentence gets."""
Spans = tuple[tuple[int, int], ...]
_END = re.compile(r"(?<=[.!?])([\"”’']?)\s+(?=[\"“‘(]?[A-Z0-9])")
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}")
_NUMBER = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
_DENIABLE = re.compile(
    r"\b(?:was|were|is|are|will|would|can|could|did|has|had|have|may|might)\b (?!not\b)"
)
_CONDITION = re.compile(r",? (?:if|unless|provided|once|until|except) [^,.;]{8,80}(?=[.,;]|$)")
_TURNED = (
    (r"\b(?:may|might|could) ", "will "), (r"\bwould\b", "will"), (r"\b(?:plans|hopes|wants|aims) to\b", "will"),
    (r"\b(?:alleged|suspected|possible|proposed|planned|expected) ", ""), (r"\bafter\b", "before"),
    (r"\bnot ", ""), (r"\b(?:denied|rejected)\b", "confirmed"), (r"\brose\b", "fell"), (r"\bfell\b", "rose"),
    (r"\bmore than\b", "fewer than"), (r"\bat least\b", "at most"), (r"\bonly\b", "also"),
)  # fmt: skip


class Taught(Struct, frozen=True):
    """A sentence beside a source: what it teaches, where it is from, and which characters carry a fault, if known."""

    source: tuple[str, ...]
    sentence: str
    label: int
    group: str
    story: str
    carried: Spans | None = None

    @property
    def is_left_out(self) -> bool:
        """Whether it is of a story of ours that is kept for counting."""
        return self.group in ("pairs", "triplets") and is_left_out(self.story)


def is_left_out(story: str) -> bool:
    return int(sha1(story.encode(), usedforsecurity=False).hexdigest(), 16) % LEFT_OUT == 0


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, cut by marks alone; a very short one stays with the next."""
    found = []
    for line in text.splitlines():
        start = 0
        for end in _END.finditer(line):
            if end.start() - start >= 25:
                found.append(line[start : end.end(1)].strip())
                start = end.end()
        found.append(line[start:].strip())
    return tuple(one for one in found if one)


def changed_words(faithful: str, other: str) -> Spans:
    """Return the places of `other` at which it is not as `faithful`; where words were cut, the word after the cut."""
    before = [word.group().casefold() for word in _WORD.finditer(faithful)]
    after = list(_WORD.finditer(other))
    same = SequenceMatcher(
        None, before, [word.group().casefold() for word in after], autojunk=False
    )
    spans = []
    for kind, _, _, start, end in same.get_opcodes():
        if kind != "equal" and after:
            first = min(start, len(after) - 1)
            spans.append((after[first].start(), after[max(first, end - 1)].end()))
    return tuple(spans)


# --- ours ----------------------------------------------------------------------------------------------


def invented() -> Iterator[Taught]:
    """Yield both sides of each invented pair as a sentence, with the other side's context as the source."""
    beside = shared("judge_pairs")
    for path in [
        *sorted(OURS.glob("*.jsonl")),
        *(sorted(beside.glob("*.jsonl")) if beside else ()),
    ]:
        for case in _lines(path.read_text(encoding="utf-8")):
            case["story"] = f"{path.stem} {case['story']}"
            for own, other in (("left", "right"), ("right", "left")):
                label = _label(case, own, other)
                source = case.get(f"{other}_context") or case[other]
                if label is not None and case[own] not in source:
                    carried = _places(case[own], case["carried"][own == "right"])
                    yield Taught(
                        sentences(source), case[own], label, "pairs", case["story"],
                        () if label == STANDS else carried or None,
                    )  # fmt: skip


def _label(case: Mapping[str, Any], own: str, other: str) -> int | None:
    relation = case["relation"]
    if relation != "more":
        apart = NOT_STATED if relation == "not comparable" else None
        known = {"same": STANDS, "differs": CHANGED, "contradicts": CHANGED, "update": CHANGED}
        return known.get(relation, apart)
    mine, theirs = set(words(case[own])), set(words(case[other]))
    if len(mine - theirs) == len(theirs - mine):
        return None
    return STANDS if len(mine - theirs) < len(theirs - mine) else NOT_STATED


def _places(text: str, parts: Iterable[str]) -> Spans:
    return tuple((text.find(part), text.find(part) + len(part)) for part in parts if part in text)


def triplets(folder: Path = TRIPLETS) -> Iterator[Taught]:
    """Yield the faithful sentence of each triplet and the one with a fault."""
    for path in sorted(folder.glob("triplets-*.jsonl")):
        for case in _lines(path.read_text(encoding="utf-8")):
            source, spans = (
                sentences(case["source"]),
                changed_words(case["faithful"], case["fault"]),
            )
            label = NOT_STATED if case["kind"] == "invented" else CHANGED
            yield Taught(source, case["faithful"], STANDS, "triplets", case["story"], ())
            yield Taught(source, case["fault"], label, "triplets", case["story"], spans)


def planted(rows: Sequence[Taught], random: Random) -> Iterator[Taught]:
    """Yield sentences of invented accounts as they are and with one change, beside where they stand."""
    contexts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in rows:
        if row.group == "pairs" and not row.is_left_out and row.source not in contexts[row.story]:
            contexts[row.story].append(row.source)
    for story, sources in sorted(contexts.items()):
        for source in sources:
            sentence = random.choice(source)
            changes = sorted(set(_changes(sentence, " ".join(source), random)) - {sentence})
            if changes:
                other = random.choice(changes)
                yield Taught(source, sentence, STANDS, "planted", story, ())
                yield Taught(
                    source, other, CHANGED, "planted", story, changed_words(sentence, other)
                )


def _changes(sentence: str, around: str, random: Random) -> Iterator[str]:
    """Yield a sentence with another name or number of its passage, denied, without its condition, or turned."""
    for pattern in (_NAME, _NUMBER):
        own = list(pattern.finditer(sentence))
        others = sorted({one.group() for one in pattern.finditer(around)})
        if own and others:
            one = random.choice(own)
            yield sentence[: one.start()] + random.choice(others) + sentence[one.end() :]
        if len(own) > 1:
            one, two = own[0], own[-1]
            between = sentence[one.end() : two.start()]
            yield (
                sentence[: one.start()]
                + two.group()
                + between
                + one.group()
                + sentence[two.end() :]
            )
    yield _DENIABLE.sub(lambda found: f"{found.group()}not ", sentence, count=1)
    yield _CONDITION.sub("", sentence, count=1)
    for pattern_, instead in _TURNED:
        yield re.sub(pattern_, instead, sentence, count=1)


# --- public sets -----------------------------------------------------------------------------------------


def public(clones: Path, most: Mapping[str, int], random: Random) -> list[Taught]:
    """Return rows of the public sets, at most so many of each, from clones in folders named OWNER+NAME."""
    found = []
    for group, read in READERS.items():
        rows = [row for row in read(clones) if row.source and row.sentence]
        found += random.sample(rows, min(most[group], len(rows)))
    return found


def _held(clones: Path, name: str, path: str) -> str:
    """Return a file of a clone as it was last committed."""
    folder = next((clones / name).glob("*"), clones / name)
    command = ["git", f"--git-dir={folder}", "show", f"HEAD:{path}"]
    held = subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603
    return held.decode("utf-8-sig", "replace")


def _lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def _cells(text: str) -> list[list[str]]:
    return [line.strip().split("\t") for line in text.splitlines()[1:]]


def _summaries(clones: Path) -> Iterator[Taught]:
    folder, made = "multiple_choice-dataset/xsum", ("dateswp", "entswp", "negation", "numswp")
    kinds = [f"factcc/binary_choice-using_{kind}" for kind in made]
    models = ("bart-base", "bart-large", "distil-bart", "distil-pegasus", "pegasus", "t5-large")
    kinds += [f"fib/binary_choice-using_{model}_distractors" for model in models]
    for kind in kinds:
        for case in _lines(_held(clones, "r-three+fib", f"{folder}/{kind}.jsonl")):
            good = case["correct_choice"].strip()
            for other in {good, *(choice.strip() for choice in case["list_choices"])}:
                source = nearest(sentences(case["input"]), other)
                exact = kind.startswith("factcc")
                carried = () if other == good else changed_words(good, other) if exact else None
                yield Taught(
                    source, other, STANDS if other == good else CHANGED, "fib", case["id"], carried
                )


def _fooled(clones: Path) -> Iterator[Taught]:
    for part in ("dev", "test"):
        for case in _lines(_held(clones, "google-research+fool-me-twice", f"dataset/{part}.jsonl")):
            source = tuple(one["text"] for one in case["gold_evidence"][:5])
            label = STANDS if case["label"] == "SUPPORTS" else CHANGED
            yield Taught(
                source, case["text"], label, "fm2", case["id"], () if label == STANDS else None
            )


def _tables(name: str, group: str, paths: Sequence[str]) -> Callable[[Path], Iterator[Taught]]:
    """Return a reader of tables that end in a text, a sentence and what the text says of it."""

    def read(clones: Path) -> Iterator[Taught]:
        for path in paths:
            for number, cells in enumerate(_cells(_held(clones, name, path))):
                if len(cells) >= 3 and cells[-1] in {*INFERRED, "not_entailment"}:
                    label = INFERRED.get(cells[-1], NOT_STANDING)
                    carried = () if label == STANDS else None
                    yield Taught((cells[-3],), cells[-2], label, group, f"{path} {number}", carried)

    return read


def _claims(clones: Path) -> Iterator[Taught]:
    for part in ("dev", "test"):
        path = f"data/entailment_retrieval/claim/{part}.jsonl"
        for case in _lines(_held(clones, "ryokamoi+wice", path)):
            if case["supporting_sentences"]:
                held = tuple(case["evidence"][n] for n in case["supporting_sentences"][0][:5])
                label = STANDS if case["label"] == "supported" else NOT_STATED
                carried = () if label == STANDS else None
                yield Taught(held, case["claim"], label, "wice", case["meta"]["id"], carried)


READERS: Mapping[str, Callable[[Path], Iterator[Taught]]] = {
    "fib": _summaries,
    "fm2": _fooled,
    "cad": _tables(
        "acmi-lab+counterfactually-augmented-data", "cad",
        [f"NLI/all_combined/{part}.tsv" for part in ("train", "dev", "test")],
    ),
    "conj": _tables(
        "swarnaHub+ConjNLI", "conj",
        ["data/NLI/adversarial_train_15k.tsv", "data/NLI/conj_dev.tsv"],
    ),
    "neg": _tables(
        "mosharafhossain+negation-and-nli", "neg",
        [f"data/new_benchmarks/clean_data/{part}.txt" for part in ("RTE", "SNLI", "MNLI")],
    ),
    "wice": _claims,
}  # fmt: skip


def words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text) if len(word) > 3 or word.isdigit()]


def nearest(of: Sequence[str], sentence: str) -> tuple[str, ...]:
    """Return the sentences of a text that share most with one, rare words first, in the order of the text."""
    often = Counter(word for one in of for word in set(words(one)))
    own = set(words(sentence))
    shares = [sum(log(1 + len(of) / often[word]) for word in own & set(words(one))) for one in of]
    best = sorted(range(len(of)), key=lambda n: -shares[n])[:NEAREST]
    return tuple(of[n] for n in sorted(best))
