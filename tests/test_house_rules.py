"""The house rules that a machine can hold; CONTRIBUTING.md says why each is there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "variorum"

JOURNEY = ("read", "segment", "extract", "link", "align", "judge", "trace", "review", "report")
GROUND = {"records", "annotations", "vocabulary", "folding", "errors", "seams", "settings"}
MAY_IMPORT = {
    **{step: GROUND | {*JOURNEY[: place + 1]} for place, step in enumerate(JOURNEY)},
    **{name: GROUND - {"settings"} for name in GROUND},
    "backends": GROUND | {"backends"},
}
"""What a folder (or ground module) may import; the modules that tie them together may do more."""

LONGEST_FUNCTION = 60
LONGEST_MODULE = 400
MOST_ARGUMENTS = 5
SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "stuff"}
MACHINE_PATH = re.compile(r"(?<![\w.<])/(?:home|root|Users|work|tmp)/\w")
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|HA" + r"CK|XX" + r"X)\b")
TEXT = {".py", ".md", ".toml", ".json", ".txt", ".in", ".html", ".css", ".js", ".yml", ".cfg"}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def place(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


def imported(path: Path) -> Iterator[tuple[ast.AST, str]]:
    """Yield the top-level parts of the package that a module imports."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "variorum":
            names = [f"variorum.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "variorum" and len(parts) > 1:
                yield node, parts[1]


def test_a_folder_imports_only_from_folders_before_it() -> None:
    broken = []
    for path in modules("src/variorum"):
        part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        broken += [
            f"{place(path, node)} imports {name}"
            for node, name in imported(path)
            if part in MAY_IMPORT and name not in MAY_IMPORT[part]
        ]
    assert broken == []


def test_only_the_command_line_imports_what_serves() -> None:
    broken = [
        f"{place(path, node)} imports serve"
        for path in modules("src/variorum")
        if path.relative_to(PACKAGE).parts[0] not in {"serve", "__main__.py"}
        for node, name in imported(path)
        if name == "serve"
    ]
    assert broken == []


def test_no_import_is_relative() -> None:
    broken = [
        place(path, node)
        for path in modules("src", "quality", "bench")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert broken == []


def test_no_function_is_longer_than_a_screen() -> None:
    broken = [
        f"{place(path, node)} {node.name} has {length} lines"
        for path in modules("src", "tests", "quality", "bench")
        for node in functions(path)
        if (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert broken == []


def test_no_module_is_too_long_to_read_at_once() -> None:
    broken = [
        f"{path.relative_to(ROOT)} has {length} lines"
        for path in modules("src", "tests", "quality", "bench")
        if (length := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_MODULE
    ]
    assert broken == []


def test_no_function_takes_more_than_five_positional_arguments() -> None:
    broken = []
    for path in modules("src", "quality", "bench"):
        for node in functions(path):
            names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
            if len([name for name in names if name not in {"self", "cls"}]) > MOST_ARGUMENTS:
                broken.append(f"{place(path, node)} {node.name}")
    assert broken == []


def test_no_name_says_nothing() -> None:
    parts = [
        (path, part)
        for path in modules("src", "tests", "quality", "bench")
        for part in re.split(r"[/_.]", str(path.relative_to(ROOT)))
    ]
    assert [str(path) for path, part in parts if part in SAY_NOTHING] == []


def test_no_class_is_a_manager() -> None:
    broken = [
        place(path, node)
        for path in modules("src")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and re.search("Manager|Helper|Util", node.name)
    ]
    assert broken == []


def test_every_module_says_what_enters_and_what_leaves() -> None:
    broken = []
    for path in modules("src"):
        docstring = ast.get_docstring(tree(path)) or ""
        wanted = ("",) if path.name == "__init__.py" else ("Enters:", "Leaves:")
        if not docstring or not all(word in docstring for word in wanted):
            broken.append(str(path.relative_to(ROOT)))
    assert broken == []


def test_everything_public_has_a_docstring() -> None:
    broken = [
        f"{place(path, node)} {node.name}"
        for path in modules("src")
        for node in public(tree(path))
        if not ast.get_docstring(node)
    ]
    assert broken == []


def public(node: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    for child in node.body:
        if isinstance(child, ast.FunctionDef | ast.ClassDef) and not child.name.startswith("_"):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from public(child)


def test_nothing_is_caught_without_being_named() -> None:
    broken = [
        place(path, node)
        for path in modules("src", "tests", "quality", "bench")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and catches_all(node)
    ]
    assert broken == []


def catches_all(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(kind, ast.Name) and kind.id == "Exception" for kind in caught)


def texts() -> Iterator[tuple[Path, str]]:
    """Yield the project's own text files: code, pages, settings, stories."""
    skipped = {"node_modules", "__pycache__", "minilm"}
    folders = ("src", "tests", "quality", "bench", "docs", "changelog.d", "requirements", ".ci")
    found = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    for path in sorted([*found, *ROOT.glob("*.md"), *ROOT.glob("*.toml"), ROOT / "Makefile"]):
        wanted = path.suffix in TEXT or path.name in {"Makefile", "run"}
        if path.is_file() and wanted and not skipped & set(path.parts):
            yield path, path.read_bytes().decode("utf-8", "replace")


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    broken = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path, text in texts()
        if (found := MACHINE_PATH.findall(text))
    ]
    assert broken == []


def test_nothing_is_left_for_later() -> None:
    broken = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path, text in texts()
        if (found := UNFINISHED.findall(text))
    ]
    assert broken == []


def test_no_requirement_names_an_address() -> None:
    files = [*(ROOT / "requirements").iterdir(), ROOT / "Makefile", ROOT / "pyproject.toml"]
    broken = [
        f"{path.relative_to(ROOT)}: {line}"
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if "://" in line or line.startswith("--index") or line.startswith("--extra-index")
    ]
    assert broken == []
