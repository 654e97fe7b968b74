"""Train a small judge of entailment: `python -m quality.train_entailment WEIGHTS CLONES NET`.

Enters: the published weights of all-MiniLM-L6-v2 (as for `quality.export_encoder`), a folder with clones of the public
sets, and the file in which the net is kept from run to run (a stage goes on from it). Leaves: the
net, and a line every two minutes: how well it orders sentences of stories that were left out. Nothing that ships is
made from it: decision 0106 says what its first form reached, which had a few more features. It needs `torch` and `onnx`.

The encoder is not trained. It reads each sentence once, by itself, in the integers that ship; the words after its third
and its fifth layer are kept. The net lays the words of a sentence beside those of a source (soft alignment by cosine in
both directions, as in decomposable attention: Parikh and others 2016), compares each with what it is aligned to, lets
all comparisons attend to one another in one layer, and says: stands, changed, not stated. Words that are known to carry a fault
are taught as well.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi
from pathlib import Path
from random import Random
from time import monotonic

import numpy as np
import onnxruntime
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from quality import export_encoder as export
from quality.entailment_rows import (
    NOT_STANDING,
    STANDS,
    Taught,
    invented,
    planted,
    public,
    triplets,
)
from variorum.models.encoder import BATCH, DIMENSIONS

SEED, MINUTES, RATE, ROWS = 1, 20.0, 1e-3, 48
LONGEST, LONGEST_SOURCE = 96, 320
"""Word pieces that are read of a sentence and of a source."""
LAYERS = (2, 4)
"""Layers of which the words are taken, counted from nought."""
INNER, LEARNED, HEADS = 128, 32, 4
DROPPED = 0.15
SHARES = {
    "pairs": 0.36, "triplets": 0.17, "planted": 0.15, "fib": 0.1, "fm2": 0.04,
    "cad": 0.06, "conj": 0.05, "neg": 0.03, "wice": 0.04,
}  # fmt: skip
MOST = {"fib": 700, "fm2": 1300, "cad": 1100, "conj": 800, "neg": 400, "wice": 300}
"""Rows of each public set that are used: the encoder's words are kept on disk, and time was short."""
CARRIES, OF_CARRIED = 3.0, 0.5
"""How much a word that carries a fault counts beside one that does not, and all words beside the sentence."""
TOLD_EVERY = 120.0
NEVER = -1e4


# --- words of the encoder ------------------------------------------------------------------------------


class Words:
    """What the encoder makes of the word pieces of sentences after two of its layers, each sentence read once."""

    def __init__(self, weights: Path) -> None:
        published = export.published(weights)
        rows = _Remembered(published, export.sizes(published, export.lines()))
        model = export.model(published, rows)
        self._names = [f"encoder.layer.{layer}.output.LayerNorm" for layer in LAYERS]
        model.graph.output.extend(export._floats(name) for name in self._names)
        self._back = [1 / rows.told[name] for name in self._names]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(model.SerializeToString(), options)
        self._tokenizer = Tokenizer.from_file(str(export.DATA / "tokenizer.json"))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.no_padding()
        self._known: dict[str, np.ndarray] = {}

    def read(self, texts: Sequence[str]) -> None:
        """Read texts that are not known yet, those of one length together."""
        by_length: dict[int, list[tuple[str, list[int]]]] = {}
        new = sorted(set(texts) - self._known.keys())
        for text, encoded in zip(new, self._tokenizer.encode_batch(new), strict=True):
            by_length.setdefault(len(encoded.ids), []).append((text, encoded.ids))
        for alike in by_length.values():
            for start in range(0, len(alike), BATCH):
                self._take(alike[start : start + BATCH])

    def _take(self, batch: Sequence[tuple[str, list[int]]]) -> None:
        ids = np.array([pieces for _, pieces in batch])
        layers = self._session.run(self._names, {"input_ids": ids})
        halves = [
            (one * back).astype(np.float16) for one, back in zip(layers, self._back, strict=True)
        ]
        for row, (text, _) in enumerate(batch):
            self._known[text] = np.stack([one[row] for one in halves], 1)

    def of(self, texts: Sequence[str]) -> np.ndarray:
        """Return the words of texts one after another, shape (pieces, 2, 384)."""
        return np.concatenate([self._known[text] for text in texts])

    def places(self, text: str) -> list[tuple[int, int]]:
        """Return where each piece of a text stands."""
        return list(self._tokenizer.encode(text).offsets)


class _Remembered(export.Rows):
    """Products of integers that remember by what the channels of each normalisation are multiplied."""

    def __init__(self, weights: export.Weights, seen: export.Seen) -> None:
        super().__init__(weights, seen)
        self.told: dict[str, np.ndarray] = {}

    def factors(self, norm: str, into: np.ndarray | None) -> np.ndarray:
        self.told[norm] = super().factors(norm, into)
        return self.told[norm]


# --- the net -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Beside:
    """Sentences beside their sources: words (rows, pieces, 2, 384), and which pieces are there."""

    sentence: Tensor
    source: Tensor
    in_sentence: Tensor
    in_source: Tensor


class Net(nn.Module):  # type: ignore[misc] # torch is not installed where types are checked
    """Aligns, compares and judges: log-odds of stands, changed, not stated; and of each word, that it carries a fault."""

    def __init__(self, mean: Tensor, spread: Tensor) -> None:
        super().__init__()
        self.register_buffer("mean", mean)
        self.register_buffer("spread", spread)
        self.sharp = nn.Parameter(torch.tensor([[27.0, 9.0], [9.0, 27.0]]))
        self.asks = nn.Linear(DIMENSIONS, LEARNED, bias=False)
        self.answers = nn.Linear(DIMENSIONS, 2 * LEARNED, bias=False)
        nn.init.zeros_(self.answers.weight)
        self.narrow = nn.Linear(2 * DIMENSIONS, INNER)
        self.compare = nn.ModuleList(nn.Linear(6 * INNER + 6, INNER) for _ in range(2))
        self.side = nn.Parameter(torch.zeros(2, INNER))
        self.before, self.after = nn.LayerNorm(INNER), nn.LayerNorm(INNER)
        self.attend = nn.TransformerEncoderLayer(
            INNER, HEADS, 2 * INNER, 0.1, "gelu", batch_first=True, norm_first=True
        )
        self.carries, self.matters = nn.Linear(INNER, 1), nn.Linear(INNER, 1)
        self.sums, self.out = nn.Linear(4 * INNER, INNER), nn.Linear(INNER, 3)
        self.by_word = nn.Parameter(torch.tensor([-0.5, 0.25, 0.25]))

    def forward(self, beside: Beside) -> tuple[Tensor, Tensor]:
        """Return log-odds of rows, shape (rows, 3), and of the words of their sentences."""
        own, other = self._even(beside.sentence), self._even(beside.source)
        cosines = torch.stack(
            [
                functional.normalize(own[:, :, n], dim=-1)
                @ functional.normalize(other[:, :, n], dim=-1).mT
                for n in (0, 1)
            ]
        )
        asked = self.asks(own[:, :, 1])
        answer = self.answers(other[:, :, 1]).unflatten(-1, (2, LEARNED))
        near = torch.einsum("lbij,hl->bhij", cosines, self.sharp)
        near = near + torch.einsum("bid,bjhd->bhij", asked, answer) / 8
        x, y = (functional.gelu(self.narrow(one.flatten(2))) for one in (own, other))
        there, here = beside.in_source[:, None, None], beside.in_sentence[:, None, None]
        one = self._compared(0, x, near.masked_fill(~there, NEVER), (cosines, y))
        two = self._compared(1, y, near.mT.masked_fill(~here, NEVER), (cosines.mT, x))
        present = torch.cat([beside.in_sentence, beside.in_source], 1)
        both = self.after(
            self.attend(self.before(torch.cat([one, two], 1)), src_key_padding_mask=~present)
        )
        return self._judged(both[:, : x.shape[1]], both[:, x.shape[1] :], beside)

    def _even(self, words: Tensor) -> Tensor:
        return (words - self.mean) / self.spread

    def _compared(self, side: int, own: Tensor, near: Tensor, of: tuple[Tensor, Tensor]) -> Tensor:
        """Compare the words of one side with what each is aligned to on the other."""
        cosines, other = of
        heard = near.softmax(-1)
        first, second = torch.einsum("bhij,bjp->hbip", heard, other)
        best = cosines.masked_fill(near[:, 0] <= NEVER / 2, -1).amax(-1)
        scalars = torch.cat([best, best**2, heard.amax(-1).transpose(0, 1)]).permute(1, 2, 0)
        parts = [own, first, second, own - first, own - second, own * second, scalars]
        return functional.gelu(self.compare[side](torch.cat(parts, -1))) + self.side[side]

    def _judged(self, own: Tensor, other: Tensor, beside: Beside) -> tuple[Tensor, Tensor]:
        here, there = beside.in_sentence[..., None], beside.in_source[..., None]
        carries = self.carries(own).masked_fill(~here, NEVER).squeeze(-1)
        weight = self.matters(other).masked_fill(~there, NEVER).softmax(1)
        sums = [
            own.masked_fill(~here, 0).sum(1) / here.sum(1),
            own.masked_fill(~here, NEVER).amax(1),
            (weight * other).sum(1),
            other.masked_fill(~there, NEVER).amax(1),
        ]
        inner = functional.dropout(
            functional.gelu(self.sums(torch.cat(sums, 1))), DROPPED, self.training
        )
        worst = torch.logsumexp(carries, 1)[:, None]
        return self.out(inner) + worst * self.by_word, carries


# --- training ------------------------------------------------------------------------------------------


def batch(rows: Sequence[Taught], words: Words) -> Beside:
    """Return rows side by side, filled up to the longest."""
    own = [words.of([row.sentence]) for row in rows]
    other = [words.of(row.source)[:LONGEST_SOURCE] for row in rows]
    return Beside(*_filled(own)[:1], *_filled(other)[:1], *_filled(own)[1:], *_filled(other)[1:])


def _filled(parts: Sequence[np.ndarray]) -> tuple[Tensor, Tensor]:
    longest = max(len(part) for part in parts)
    values = torch.zeros(len(parts), longest, len(LAYERS), DIMENSIONS)
    there = torch.zeros(len(parts), longest, dtype=torch.bool)
    for row, part in enumerate(parts):
        values[row, : len(part)] = torch.from_numpy(part).float()
        there[row, : len(part)] = True
    return values, there


def carrying(rows: Sequence[Taught], words: Words, longest: int) -> Tensor:
    """Return for each word whether it carries a fault (1), carries none (0), or is not known (-1)."""
    found = torch.full((len(rows), longest), -1.0)
    for at, row in enumerate(rows):
        if row.carried is not None:
            for n, (start, end) in enumerate(words.places(row.sentence)):
                if end > start:
                    found[at, n] = float(any(a < end and start < b for a, b in row.carried))
    return found


def loss(net: Net, rows: Sequence[Taught], words: Words) -> Tensor:
    """Return what the net says of rows against what they teach; less is better."""
    beside = batch(rows, words)
    told, carries = net(beside)
    likely = functional.log_softmax(told, 1)
    labels = torch.tensor([row.label for row in rows])
    known = labels != NOT_STANDING
    stands = likely[:, STANDS].exp().clamp(max=0.999)
    lost = torch.where(
        known, -likely.gather(1, labels.clamp(max=2)[:, None])[:, 0], -torch.log1p(-stands)
    ).mean()
    taught = carrying(rows, words, carries.shape[1])
    asked = taught >= 0
    if asked.any():
        more = torch.tensor(CARRIES)
        lost = lost + OF_CARRIED * functional.binary_cross_entropy_with_logits(
            carries[asked], taught[asked], pos_weight=more
        )
    return lost


def batches(rows: Sequence[Taught], words: Words, random: Random) -> Iterator[list[Taught]]:
    """Yield batches without end: groups by their shares, rows of about one length together."""
    pools = {name: [row for row in rows if row.group == name] for name in SHARES}
    names = [name for name, pool in pools.items() if pool]
    while True:
        drawn = [
            random.choice(pools[name])
            for name in random.choices(names, [SHARES[name] for name in names], k=12 * ROWS)
        ]
        drawn.sort(key=lambda row: len(words.of((*row.source, row.sentence))))
        cut = [drawn[start : start + ROWS] for start in range(0, len(drawn), ROWS)]
        random.shuffle(cut)
        yield from cut


def train(net: Net, rows: Sequence[Taught], words: Words) -> None:
    """Train for `MINUTES` on what is not left out; the rate falls to nought by a cosine."""
    random = Random(SEED)  # noqa: S311
    left_out = [row for row in rows if row.is_left_out]
    stepper = torch.optim.AdamW(net.parameters(), RATE, weight_decay=0.01)
    begun = said = monotonic()
    for step, drawn in enumerate(batches([r for r in rows if not r.is_left_out], words, random), 1):
        gone = (monotonic() - begun) / (60 * MINUTES)
        if gone >= 1:
            break
        stepper.param_groups[0]["lr"] = RATE * min(1, step / 100) * (1 + cos(pi * gone)) / 2
        stepper.zero_grad()
        loss(net, drawn, words).backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        stepper.step()
        if monotonic() - said > TOLD_EVERY:
            print(step, told(net, left_out, words), flush=True)
            said = monotonic()


def stands(net: Net, rows: Sequence[Taught], words: Words) -> np.ndarray:
    """Return for each row how likely the sentence stands, 0 to 1."""
    net.eval()
    with torch.no_grad():
        parts = [
            net(batch(rows[start : start + ROWS], words))[0].softmax(1)[:, STANDS]
            for start in range(0, len(rows), ROWS)
        ]
    net.train()
    return np.asarray(torch.cat(parts))


def told(net: Net, rows: Sequence[Taught], words: Words) -> str:
    """Return the area under the curve, stands against the rest, of each group."""
    likely, said = stands(net, rows, words), []
    for group in ("pairs", "triplets"):
        of = np.array([row.group == group for row in rows])
        right = np.array([row.label == STANDS for row in rows])
        above = likely[of & right][:, None] - likely[of & ~right][None]
        said.append(f"{group} {((above > 0) + (above == 0) / 2).mean():.3f}")
    return ", ".join(said)


def main() -> int:
    """Train, go on from what is kept, and keep it."""
    weights, clones, kept = map(Path, sys.argv[1:4])
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    random = Random(SEED)  # noqa: S311
    ours = [*invented(), *triplets()]
    rows = [*ours, *planted(ours, random), *public(clones, MOST, random)]
    words = Words(weights)
    words.read([text for row in rows for text in (*row.source, row.sentence)])
    seen = torch.from_numpy(words.of([row.sentence for row in random.sample(rows, 1500)])).float()
    net = Net(seen.mean(0), seen.std(0))
    if kept.exists():
        net.load_state_dict(torch.load(kept))
    train(net, rows, words)
    torch.save(net.state_dict(), kept)
    print(told(net, [row for row in rows if row.is_left_out], words))
    return 0


if __name__ == "__main__":
    sys.exit(main())
