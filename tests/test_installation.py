"""The wheel, installed by the oldest installer that is supported, runs outside the checkout.

What the installer finds that Variorum needs is asked of a package index. The packages themselves are
those of this environment: exactly the ones that were found, linked into a new environment, so that one
which nobody asked for is missing there as it would be on a reader's machine.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest

from variorum import stories

CHECKOUT = Path(__file__).parents[1]
OLDEST = CHECKOUT / "requirements" / "oldest.txt"
STORY = "kettle-recall"


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command elsewhere than in the checkout, with nothing of it to import."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    return subprocess.run(  # noqa: S603
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def done(*command: str | Path, folder: Path) -> str:
    result = run(*command, folder=folder)
    assert result.returncode == 0, result.stderr[-2_000:]
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    offline = ("--no-deps", "--no-build-isolation", "--no-index")
    done(
        sys.executable, "-m", "pip", "wheel", "-q", *offline, "-w", folder, CHECKOUT, folder=folder
    )
    return next(folder.glob("variorum-*.whl"))


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of a new environment with the oldest pip; skip where no index answers."""
    folder = tmp_path_factory.mktemp("fresh")
    done(sys.executable, "-m", "venv", folder / "venv", folder=folder)
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    got = run(python, "-m", "pip", "install", "-q", "--force-reinstall", "--require-hashes", "-r",
              OLDEST, folder=folder)  # fmt: skip
    if got.returncode != 0 and not os.environ.get("CI"):
        pytest.skip("no package index answers, so nothing can be asked of it")
    assert got.returncode == 0, got.stderr[-2_000:]
    return python


def asked_for(python: Path, wheel: Path) -> list[str]:
    """Return the names of the packages that pip would install beside the wheel."""
    report = python.parent / "report.json"
    asking = ("-q", "--dry-run", "--ignore-installed", "--report", report)
    done(python, "-m", "pip", "install", *asking, wheel, folder=python.parent)
    found = json.loads(report.read_text(encoding="utf-8"))["install"]
    return [one["metadata"]["name"] for one in found if one["metadata"]["name"] != "variorum"]


def lend(package: Distribution, into: Path) -> None:
    """Link what a package of this environment consists of into another one."""
    tops = {
        file.parts[0] for file in package.files or () if file.parts[0] not in ("..", "__pycache__")
    }
    for top in tops:
        target, place = Path(str(package.locate_file(top))), into / top
        if target.is_dir() and place.is_dir() and not place.is_symlink():
            shutil.copytree(target, place, dirs_exist_ok=True, symlinks=True)
        elif target.exists() and not place.exists():
            place.symlink_to(target, target_is_directory=target.is_dir())


@pytest.mark.network
@pytest.mark.model
def test_the_wheel_installs_with_the_oldest_pip_and_collates_outside_the_checkout(
    wheel: Path, fresh: Path, tmp_path: Path
) -> None:
    site = done(
        fresh, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=tmp_path
    )
    for name in asked_for(fresh, wheel):
        lend(distribution(name), Path(site.strip()))
    done(fresh, "-m", "pip", "install", "-q", "--no-deps", "--no-index", wheel, folder=tmp_path)
    shutil.copytree(stories.folder(STORY), tmp_path / "story")
    done(fresh.parent / "variorum", "collate", "story", "-o", "kettle.variorum", folder=tmp_path)
    assert (tmp_path / "kettle.variorum").stat().st_size > 0
    where = done(fresh, "-c", "import variorum; print(variorum.__file__)", folder=tmp_path)
    assert not Path(where.strip()).is_relative_to(CHECKOUT)
