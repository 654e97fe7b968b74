"""What is measured is what a user gets: scorers read exports and what the public interface returns."""

from __future__ import annotations

import ast
from pathlib import Path

QUALITY = Path(__file__).parents[1] / "quality"
PUBLIC = {"", "errors", "folding", "records", "seams", "settings", "stories", "vocabulary"}
"""What anybody may import who uses Variorum: the package, its words, and letters made plain."""
FITS = "fits the weights of a step, or holds what was fitted on texts left out"
STEP = "an inner step that no ledger shows by itself: pairs of names, pages cut by hand, checks"
PAGE = "writes a step's examples into its page"
PEER = "a peer reads the same sentences; ours come from a ledger"
INNER = {
    "event_data": FITS,
    "export_encoder": "makes the weights of a model",
    "figures": "the names of units, to put the ledger's figures in the gold's terms",
    "figure_rules": STEP,
    "figures_examples": PAGE,
    "figures_specs": STEP,
    "left_out": FITS,
    "linking": STEP,
    "names": PEER,
    "names_examples": PAGE,
    "quotations": PEER,
    "quotations_examples": PAGE,
    "quotations_peers": PEER,
    "quotations_reliability": FITS,
    "reading": STEP,
    "text_pairs_peers": PEER,
    "tracing": STEP,
    "tracing_quotations": STEP,
    "train_cues": FITS,
    "train_entailment": "reads words as the shipped encoder does",
    "train_events": FITS,
    "train_questions": FITS,
    "verdicts": "the table of how often each rule was right, which it writes",
}
"""Modules that import more, and why."""


def inner(path: Path) -> set[str]:
    """Return the parts of the package that a module imports and that are no user's."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "variorum":
            names = [f"variorum.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        found |= {name for name in names if name.split(".")[0] == "variorum"}
    return {name for name in found if name.partition(".")[2] not in PUBLIC}


def test_only_the_modules_that_say_why_import_inner_steps() -> None:
    found = {path.stem for path in QUALITY.glob("*.py") if inner(path)}
    assert found == set(INNER)


def test_an_inner_import_is_found(tmp_path: Path) -> None:
    path = tmp_path / "scorer.py"
    path.write_text("from variorum.judge.counting import toll\nfrom variorum import records\n")
    assert inner(path) == {"variorum.judge.counting"}


def test_no_scorer_imports_the_tests() -> None:
    named = {
        module
        for path in QUALITY.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        for module in [node.module or ""]
    }
    assert not {module for module in named if module.split(".")[0] == "tests"}
