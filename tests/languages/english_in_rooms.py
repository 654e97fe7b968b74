"""What rooms know of English or of a parser, counted: `python -m tests.languages.english_in_rooms`.

Enters: the package's modules. Leaves: for each room, how many labels of a parser, imports of English
tables, and English words stand in its code.

A *label* is a string that the English model or Universal Dependencies has for a word class, form,
relation or kind of name and that means nothing else. A *word* is a string of nothing but function
words, a string compared with a lemma or lower-cased text, or a regular expression with function words in it.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

from msgspec import Struct

from variorum import syntax, vocabulary
from variorum.languages.tables import word_set
from variorum.models.labels import clearnlp, universal

PACKAGE = Path(__file__).parents[2] / "src" / "variorum"
READING = ("read", "segment", "extract", "link", "align", "judge", "trace")
"""Steps that look at the words of accounts; the steps after them word sentences of their own."""

FORMATS = {
    "read/media/formats",
    *(
        f"read/media/{room}"
        for room in ("archives", "databases", "documents", "feeds", "mail", "rows")
    ),
}
"""Modules and rooms of what programs write: fields of mail (RFC 5322), also around a page, and of rows, names of elements,
labels of press databases. They follow the program and not the article, are the same around a text in any
language, and are no words to look up in its."""

CLOSED = {
    word
    for module in (syntax, vocabulary)
    for kind in vars(module).values()
    for word in get_args(kind)
    if isinstance(word, str)
}
LABELS = {
    label
    for table in (
        clearnlp.FORMS,
        clearnlp.RELATIONS,
        clearnlp.NAMED_KINDS,
        universal.WORD_CLASSES,
        universal.RELATIONS,
    )
    for label in table
} - {*CLOSED, "mark", "dep", "TO", "IN", "DATE", "SYM", "POS", "TIME"}
FUNCTION_WORDS = word_set("""
    a an the of in on at by for with from to into onto over under about after before since until
    among against during and or but nor so as if whether than because although while why who whom
    whose which this these those that there he she it they we him them us his its their our your
    not no never is are was were be been being has have had do does did may must shall should will
    would per according out off up down ago himself herself
""")
_PATTERN = re.compile(r"\\[bswd]|\(\?|\[[^\]]+\](?!\()")
"""What shows a regular expression; a link of Markdown is none."""
_WORD = re.compile(r"(?<![A-Za-z\\])[a-z]{2,}(?![A-Za-z])")
_NORMAL = {"lower", "casefold"}
_OF_A_WORD = {"lemma", "plain"}


class Known(Struct):
    """How much of a language a room knows."""

    labels: int = 0
    imports: int = 0
    words: int = 0

    def any(self) -> bool:
        """Tell whether the room knows anything of it."""
        return bool(self.labels or self.imports or self.words)


def rooms(package: Path = PACKAGE) -> dict[str, Known]:
    """Return what each room knows, rooms that know nothing left out."""
    found: defaultdict[str, Known] = defaultdict(Known)
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package)
        room = str(place.parent)
        if place.parts[0] == "languages" or room == "models/labels" or place == Path("syntax.py"):
            continue
        tree, known = ast.parse(path.read_text(encoding="utf-8")), found[room]
        strings = list(_strings(tree))
        known.labels += sum(one.value in LABELS for one in strings)
        known.imports += sum(1 for _ in _imports(tree))
        places = {id(one) for one in _compared(tree)}
        reads = place.parts[0] in READING
        own = CLOSED | _literal_types(path.parent)
        if {room, str(place.with_suffix(""))} & FORMATS:
            continue
        known.words += sum(
            _is_word(one, reads=reads, compared=id(one) in places)
            for one in strings
            if id(one) in places or one.value not in own
        )
    return {room: known for room, known in found.items() if known.any()}


def _strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Yield a module's strings, docstrings and the parts of sentences that it makes left out.

    What joins such parts (`" and ".join`) is a part of them too.
    """
    told = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    told |= {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "join"
        if isinstance(node.value, ast.Constant) and _PATTERN.search(str(node.value.value)) is None
    }
    told |= {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in node.values
        if isinstance(part, ast.Constant) and _PATTERN.search(str(part.value)) is None
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node


@cache
def _literal_types(room: Path) -> frozenset[str]:
    """Return the words of the literal types that a room's modules declare: those are its own."""
    return frozenset(
        str(part.value)
        for path in room.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal"
        for part in ast.walk(node.slice)
        if isinstance(part, ast.Constant)
    )


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
            "variorum.languages.en"
        ):
            yield from (alias.name for alias in node.names)


def _is_word(one: ast.Constant, *, reads: bool, compared: bool) -> bool:
    text = str(one.value)
    words = text.split()
    if compared and words and all(word.isalpha() and word.islower() for word in words):
        return True
    if not reads:
        return False
    if words and all(word in FUNCTION_WORDS and len(word) > 1 for word in words):
        return True
    pattern = _PATTERN.search(text) is not None
    return pattern and bool(FUNCTION_WORDS.intersection(_WORD.findall(text)))


def _compared(tree: ast.Module) -> Iterator[ast.Constant]:
    """Yield the strings that stand in a comparison with a lemma or with lower-cased text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if any(_of_text(part) for side in sides for part in ast.walk(side)):
                yield from (
                    part
                    for side in sides
                    if not isinstance(side, ast.Call)
                    for part in ast.walk(side)
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                )


def _of_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in _NORMAL | _OF_A_WORD


def _print() -> None:
    found = rooms(Path(sys.argv[1]) if len(sys.argv) > 1 else PACKAGE)
    total: Counter[str] = Counter()
    for room, known in sorted(found.items()):
        sys.stdout.write(f"| `{room}/` | {known.labels} | {known.imports} | {known.words} |\n")
        total.update(labels=known.labels, imports=known.imports, words=known.words)
    sys.stdout.write(f"{len(found)} rooms: {dict(total)}\n")


if __name__ == "__main__":
    _print()
