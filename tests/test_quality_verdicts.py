"""The program's table of how often rules were right is written from the counts."""

from __future__ import annotations

from pathlib import Path

from quality.reliability import Measured
from quality.verdicts import write


def test_the_table_is_written_anew_and_what_stands_before_it_stays(tmp_path: Path) -> None:
    path = tmp_path / "measured.py"
    path.write_text('"""Head."""\n\nMEASURED: Final[dict[str, Measured]] = {"old": 1}\n')
    write(path, {"same_words": Measured(3, 4, 2, "set")})
    assert path.read_text() == (
        '"""Head."""\n\nMEASURED: Final[dict[str, Measured]] = {\n'
        '    "same_words": Measured(3, 4),\n}\n'
    )
