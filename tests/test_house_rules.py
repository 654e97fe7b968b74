"""The house rules that a machine can hold; CONTRIBUTING.md says why each is there."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "variorum"

JOURNEY = (
    "read", "segment", "extract", "link", "align", "judge", "trace", "review", "find", "report",
)  # fmt: skip
GROUND = {
    "records",
    "annotations",
    "syntax",
    "vocabulary",
    "folding",
    "errors",
    "seams",
    "settings",
}
MAY_IMPORT = {
    "languages": {"languages", "vocabulary"},
    **{step: GROUND | {"languages", *JOURNEY[: place + 1]} for place, step in enumerate(JOURNEY)},
    **{name: GROUND - {"settings"} for name in GROUND},
    **{kind: GROUND | {kind} for kind in ("models", "ledgers", "engines")},
}
"""What a folder (or ground module) may import; the modules that tie them together may do more."""

MOST_MODULES = 18
MOST_OF_A_PREFIX = 2
ONE_MEANING = {"RULES", "RELATIONS", "IDENTITY"}
"""Constants that several modules have, each for its own subject, kind of label or database."""
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


@cache
def named() -> dict[str, Path]:
    """Return the package's modules by their dotted names below it; a room's front door has the room's."""
    found = {}
    for path in modules("src/variorum"):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(name: str) -> set[str]:
    """Return the modules and front doors that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(tree(named()[name])):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner.removeprefix("variorum.") in named() else node.module)
    ours = {one.removeprefix("variorum.") for one in found if one.startswith("variorum.")}
    return (ours & set(named())) - {name}


def room(name: str) -> str:
    """Return the room of a module; what lies outside all rooms is one by itself."""
    inside = "." in name and named()[name].name != "__init__.py"
    return name.rpartition(".")[0] if inside else name


def in_order(graph: Mapping[str, set[str]]) -> list[str]:
    """Return what can be imported first, first; CycleError names a circle."""
    return list(TopologicalSorter(graph).static_order())


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert in_order({name: imports(name) for name in named()})


def test_no_rooms_import_each_other_in_a_circle() -> None:
    graph: defaultdict[str, set[str]] = defaultdict(set)
    for name, path in named().items():
        if path.name != "__init__.py":
            graph[room(name)] |= {room(one) for one in imports(name)} - {room(name)}
    assert in_order(graph)


def test_no_room_has_more_modules_than_can_be_looked_over() -> None:
    sizes = Counter(p.parent for p in modules("src/variorum") if p.name != "__init__.py")
    assert {path: size for path, size in sizes.items() if size > MOST_MODULES} == {}


def test_every_room_is_on_the_page_of_the_journey() -> None:
    told = (ROOT / "docs" / "journey.md").read_text(encoding="utf-8")
    rooms = {path.parent.relative_to(PACKAGE) for path in modules("src/variorum")} - {Path()}
    assert [str(path) for path in sorted(rooms) if f"`{path}/`" not in told] == []


def test_no_prefix_stands_for_a_folder() -> None:
    shared = Counter(
        (path.parent, path.stem.partition("_")[0])
        for path in modules("src/variorum")
        if "_" in path.stem.strip("_")
    )
    assert {prefix for prefix, count in shared.items() if count > MOST_OF_A_PREFIX} == set()


def test_no_front_door_hands_on_what_has_the_name_of_a_module_behind_it() -> None:
    broken = [
        f"{place(path, node)} {alias.asname or alias.name}"
        for name, path in named().items()
        if path.name == "__init__.py"
        for node in tree(path).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if f"{name}.{alias.asname or alias.name}" in named()
    ]
    assert broken == []


def test_no_two_classes_have_one_name() -> None:
    places: defaultdict[str, set[str]] = defaultdict(set)
    for name, path in named().items():
        for node in public(tree(path)):
            if isinstance(node, ast.ClassDef):
                places[node.name].add(name)
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_no_two_constants_have_one_name_and_different_values() -> None:
    """The tables of a language are left out: every language has them under the same names."""
    values: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for name, path in named().items():
        if not name.startswith("languages."):
            for constant, value in constants(path):
                values[constant][name] = value
    assert {
        constant: list(found)
        for constant, found in values.items()
        if len(set(found.values())) > 1 and constant not in ONE_MEANING
    } == {}


def test_no_module_sets_a_constant_twice() -> None:
    set_twice = {
        name: [constant for constant, count in found.items() if count > 1]
        for name, path in named().items()
        if (found := Counter(constant for constant, _ in constants(path)))
    }
    assert {name: found for name, found in set_twice.items() if found} == {}


def constants(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the public constants and types of a module, with their values as they are written."""
    for node in tree(path).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                if isinstance(target, ast.Name) and re.match(r"[A-Z]\w+", target.id):
                    yield target.id, ast.unparse(node.value)


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
