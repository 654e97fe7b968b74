"""Export the sentence encoder: `python -m quality.export_encoder model.safetensors` (ten seconds).

Enters: the weights of all-MiniLM-L6-v2 as its authors publish them (Apache-2.0), known by their hash,
and the stories that ship with Variorum. Leaves: `src/variorum/models/data/minilm/model.onnx`.
It needs the package `onnx`, which nothing else here does.

Weights become integers, a scale a column. What enters a product is rounded to 8 bits as it comes, a
scale a row: ONNX Runtime's own dynamic quantisation takes one scale for a whole batch, by which a
sentence's vector would depend on its neighbours. Channels that are large everywhere would take all
of a row's steps; they are evened out as in SmoothQuant (Xiao and others 2023), by what is seen when
the shipped stories are read. The output of GELU is never below `GELU_LEAST`, so all its steps lie above.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from onnx import TensorProto, helper, numpy_helper, save
from tokenizers import Tokenizer

from variorum.models import encoder
from variorum.models.weights import verified
from variorum.read.media.letters.decoding import decode

PUBLISHED = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DATA = Path(encoder.__file__).parent / "data" / "minilm"
STORIES = Path(encoder.__file__).parents[1] / "stories"
LAYERS, HEADS, EPSILON = 6, 12, 1e-12
PAIR = 127
"""Largest sum of two weights that stand one above the other. Processors without VNNI add the products
of such two in 16 bits and cut off what is larger: with an 8-bit row these always fit, and so all
processors compute the same integers."""
EVENNESS = 0.3
"""Part of a channel's size that goes into the weights (SmoothQuant's 1 - alpha is the rest)."""
GRAIN = 8
"""Factors are rounded to steps of the eighth root of two: the last bits of a float change nothing."""
GELU_LEAST = -0.17
MICROSOFT = "com.microsoft"

Array = np.ndarray
Weights = Mapping[str, Array]
Seen = Mapping[str, Array]
"""Largest size of each channel after a normalisation, by its name."""


def main() -> int:
    """Write the model and print its hash, which `models.encoder` must know."""
    weights = published(Path(sys.argv[1]))
    seen = sizes(weights, lines())
    path = DATA / "model.onnx"
    save(model(weights, Rows(weights, seen)), str(path))
    print(path, hashlib.sha256(path.read_bytes()).hexdigest())
    return 0


def published(path: Path) -> Weights:
    """Return the tensors of a safetensors file that has the published hash, by their names."""
    body = memoryview(verified(path, PUBLISHED).read_bytes())
    start = 8 + int.from_bytes(body[:8], "little")
    told = json.loads(bytes(body[8:start]))
    return {
        name: np.frombuffer(body[start:], np.float32, *_range(entry)).reshape(entry["shape"])
        for name, entry in told.items()
        if name != "__metadata__" and entry["dtype"] == "F32"
    }


def _range(entry: Mapping[str, Any]) -> tuple[int, int]:
    first, last = entry["data_offsets"]
    return (last - first) // 4, first


def lines() -> list[str]:
    """Return the lines of the shipped stories that are plain text."""
    return [
        line
        for path in sorted(STORIES.rglob("*.txt"))
        for line in decode(path.read_bytes()).text.splitlines()
        if line.strip()
    ]


def sizes(weights: Weights, texts: Sequence[str]) -> Seen:
    """Return the largest size that each channel has in each normalisation, as `texts` are read."""
    exact = model(weights, Exact(weights))
    names = [node.output[0] for node in exact.graph.node if node.op_type == "LayerNormalization"]
    exact.graph.output.extend(_floats(name) for name in names[:-1])
    session = onnxruntime.InferenceSession(exact.SerializeToString())
    tokenizer = Tokenizer.from_file(str(DATA / "tokenizer.json"))
    tokenizer.enable_truncation(encoder.LONGEST)
    tokenizer.no_padding()
    seen = {name: np.zeros(encoder.DIMENSIONS, np.float32) for name in names[:-1]}
    for text in texts:
        ids = np.array([tokenizer.encode(text).ids])
        for name, values in zip(names, session.run(None, {"input_ids": ids})[1:], strict=False):
            seen[name] = np.maximum(seen[name], np.abs(values).max(axis=(0, 1)))
    return seen


# --- the graph ---------------------------------------------------------------------------------------


class Graph:
    """Nodes and constants of an ONNX graph; a value is known by its name."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}

    def constant(self, name: str, value: Array | np.generic) -> str:
        """Add a constant, or find the one of that name again."""
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def __call__(self, operator: str, *inputs: str, called: str = "", **attributes: Any) -> str:
        """Add a node and return its value's name."""
        name = called or f"{operator}.{len(self.nodes)}"
        outputs = [name, *(f"{name}.{n}" for n in range(1, attributes.get("num_outputs", 1)))]
        domain = MICROSOFT if operator in OF_MICROSOFT else ""
        self.nodes.append(
            helper.make_node(operator, list(inputs), outputs, domain=domain, **attributes)
        )
        return name


OF_MICROSOFT = frozenset({"BiasGelu", "MatMulIntegerToFloat", "MultiHeadAttention"})
Product = Callable[[Graph, str, str, Array], str]


class Exact:
    """Products of floats: the published model."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights

    def factors(self, norm: str, into: Array | None) -> Array:
        """Return by what each channel is multiplied after a normalisation: nothing is changed."""
        return np.ones(encoder.DIMENSIONS, np.float32)

    def product(self, graph: Graph, name: str, rows: str, columns: Array) -> str:
        """Multiply rows with the columns of a matrix."""
        return graph("MatMul", rows, graph.constant(name, columns))

    def above(self, graph: Graph, name: str, rows: str, columns: Array) -> tuple[str, Array]:
        """Multiply rows of which no value is below `GELU_LEAST`; return what is to be added."""
        return self.product(graph, name, rows, columns), np.zeros(columns.shape[1], np.float32)


class Rows(Exact):
    """Products of integers, each row rounded by itself."""

    def __init__(self, weights: Weights, seen: Seen) -> None:
        super().__init__(weights)
        self.seen = seen

    def factors(self, norm: str, into: Array | None) -> Array:
        """Return factors that even out the channels, for the rows and the weights they meet."""
        if into is None:
            return super().factors(norm, into)
        steps = EVENNESS * np.log2(np.abs(into).max(axis=1)) - (1 - EVENNESS) * np.log2(
            self.seen[norm]
        )
        rounded = np.round(GRAIN * (steps - steps.mean())) / GRAIN
        return np.asarray(np.exp2(rounded), dtype=np.float32)

    def product(self, graph: Graph, name: str, rows: str, columns: Array) -> str:
        """Round each row to 255 steps about nought, and multiply."""
        largest = graph("ReduceMax", graph("Abs", rows), _last_axis(graph))
        return _rounded_product(graph, (rows, largest, 127), (name, columns))

    def above(self, graph: Graph, name: str, rows: str, columns: Array) -> tuple[str, Array]:
        """Round each row to 255 steps above `GELU_LEAST`, and multiply."""
        least = graph.constant("minus_least", np.float32(-GELU_LEAST))
        raised = graph("Add", rows, least)
        largest = graph("ReduceMax", raised, _last_axis(graph))
        product = _rounded_product(graph, (raised, largest, 255), (name, columns))
        whole, scale = _integers(columns)
        return product, np.asarray(GELU_LEAST * (whole.sum(axis=0) * scale), dtype=np.float32)


def _rounded_product(graph: Graph, rows: tuple[str, str, int], columns: tuple[str, Array]) -> str:
    """Multiply rows (values, their largest size, its integer) with columns (a name, a matrix)."""
    values, largest, top = rows
    name, matrix = columns
    whole, scale = _integers(matrix)
    one = graph.constant("one", np.float32(1))
    nought = graph.constant(f"nought.{top}", np.uint8(255 - top))
    steps = graph("Div", graph.constant(f"top.{top}", np.float32(top)), largest)
    step = graph("Mul", largest, graph.constant(f"per.{top}", np.float32(1 / top)))
    integers = graph("QuantizeLinear", graph("Mul", values, steps), one, nought)
    constants = (graph.constant(name, whole), one, graph.constant(f"{name}.scale", scale), nought)
    return graph("Mul", graph("MatMulIntegerToFloat", integers, *constants), step)


def _integers(columns: Array) -> tuple[Array, Array]:
    sizes = np.abs(columns)
    scale = ((sizes[::2] + sizes[1::2]).max(axis=0) / PAIR).astype(np.float32)
    return np.rint(columns / scale).astype(np.int8), scale


def _last_axis(graph: Graph) -> str:
    return graph.constant("last_axis", np.array([-1], np.int64))


# --- the model ---------------------------------------------------------------------------------------


def model(weights: Weights, products: Exact) -> Any:
    """Return MiniLM as an ONNX model: `input_ids` (batch, length) to `hidden` (batch, length, 384)."""
    graph = Graph()
    norm, queries = "embeddings.LayerNorm", _queries(weights, 0)
    normed = _normed(graph, products, _embedded(graph, weights), norm, queries)
    for layer in range(LAYERS):
        normed = _fed_forward(graph, products, _attended(graph, products, normed, layer), layer)
    graph.nodes[-1].output[0] = "hidden"
    made = helper.make_graph(
        graph.nodes,
        "all-MiniLM-L6-v2",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "length"])],
        [_floats("hidden")],
        list(graph.constants.values()),
    )
    versions = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(made, opset_imports=versions, ir_version=10)


def _floats(name: str) -> Any:
    shape = ["batch", "length", encoder.DIMENSIONS]
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def _embedded(graph: Graph, weights: Weights) -> str:
    """Add up the embeddings of word pieces and places; all pieces are of the first segment."""
    words = weights["embeddings.word_embeddings.weight"]
    scale = np.abs(words).max(axis=1, keepdims=True) / 127
    whole = graph.constant("words", np.rint(words / scale).astype(np.int8))
    scales = graph.constant("words.scale", scale.astype(np.float32))
    pieces = graph("Cast", graph("Gather", whole, "input_ids"), to=TensorProto.FLOAT)
    places = weights["embeddings.position_embeddings.weight"][: encoder.LONGEST]
    first = graph.constant("places", places + weights["embeddings.token_type_embeddings.weight"][0])
    nought = graph.constant("first", np.array([0], np.int64))
    length = graph("Shape", "input_ids", start=1, end=2)
    placed = graph("Slice", first, nought, length, nought)
    return graph("Add", graph("Mul", pieces, graph("Gather", scales, "input_ids")), placed)


def _normed(
    graph: Graph, products: Exact, rows: str, norm: str, into: Array | None
) -> tuple[str, Array]:
    """Normalise rows that enter the matrix `into` next; return by what their channels are multiplied."""
    factors = products.factors(norm, into)
    gain = graph.constant(f"{norm}.gain", products.weights[f"{norm}.weight"] * factors)
    shift = graph.constant(f"{norm}.shift", products.weights[f"{norm}.bias"] * factors)
    normed = graph("LayerNormalization", rows, gain, shift, called=norm, axis=-1, epsilon=EPSILON)
    return normed, factors


def _added(graph: Graph, name: str, rows: str, bias: Array, before: tuple[str, Array]) -> str:
    """Add a bias, and what stood before (its channels multiplied by factors), to rows."""
    rows = graph("Add", rows, graph.constant(f"{name}.bias", bias))
    back = graph.constant(f"{name}.back", (1 / before[1]).astype(np.float32))
    return graph("Add", rows, graph("Mul", before[0], back))


def _attended(
    graph: Graph, products: Exact, normed: tuple[str, Array], layer: int
) -> tuple[str, Array]:
    """Let each piece attend to the others of its text."""
    weights, name = products.weights, f"encoder.layer.{layer}.attention"
    into = _queries(weights, layer) / normed[1][:, None]
    three = products.product(graph, f"{name}.in", normed[0], into)
    parts = graph("Split", three, called=f"{name}.parts", axis=-1, num_outputs=3)
    biases = [weights[f"{name}.self.{part}.bias"] for part in ("query", "key", "value")]
    bias = graph.constant(f"{name}.in.bias", np.concatenate(biases))
    inputs = (parts, f"{parts}.1", f"{parts}.2", bias)
    heard = graph("MultiHeadAttention", *inputs, num_heads=HEADS)
    out = weights[f"{name}.output.dense.weight"].T
    rows = products.product(graph, f"{name}.out", heard, out)
    bias_out = weights[f"{name}.output.dense.bias"]
    rows = _added(graph, f"{name}.out", rows, bias_out, normed)
    inner = weights[f"encoder.layer.{layer}.intermediate.dense.weight"].T
    return _normed(graph, products, rows, f"{name}.output.LayerNorm", inner)


def _fed_forward(
    graph: Graph, products: Exact, normed: tuple[str, Array], layer: int
) -> tuple[str, Array]:
    """Take each piece through the inner layer by itself."""
    weights, name = products.weights, f"encoder.layer.{layer}"
    inner = weights[f"{name}.intermediate.dense.weight"].T / normed[1][:, None]
    rows = products.product(graph, f"{name}.inner", normed[0], inner)
    bias = graph.constant(f"{name}.inner.bias", weights[f"{name}.intermediate.dense.bias"])
    active = graph("BiasGelu", rows, bias)
    outer = weights[f"{name}.output.dense.weight"].T
    rows, more = products.above(graph, f"{name}.outer", active, outer)
    outer_bias = weights[f"{name}.output.dense.bias"] + more
    rows = _added(graph, f"{name}.outer", rows, outer_bias, normed)
    queries = _queries(weights, layer + 1) if layer + 1 < LAYERS else None
    return _normed(graph, products, rows, f"{name}.output.LayerNorm", queries)


def _queries(weights: Weights, layer: int) -> Array:
    """Return the matrix of queries, keys and values, side by side."""
    name = f"encoder.layer.{layer}.attention.self"
    return np.concatenate(
        [weights[f"{name}.{part}.weight"] for part in ("query", "key", "value")]
    ).T


if __name__ == "__main__":
    sys.exit(main())
