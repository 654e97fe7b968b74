"""Rules are counted by what they ask for, and the program's table is written from the counts."""

from __future__ import annotations

from pathlib import Path

from quality.reliability import Measured
from quality.verdicts import asked, write


def test_a_withheld_rule_is_counted_by_what_it_would_say() -> None:
    assert asked("unclear", "one_denies") == "contradicted"
    assert asked("unclear", "cannot_compare") == "unclear"
    assert asked("agree", "same number") == "agree"


def test_the_table_is_written_anew_and_what_stands_before_it_stays(tmp_path: Path) -> None:
    path = tmp_path / "measured.py"
    path.write_text('"""Head."""\n\nMEASURED: Final[dict[str, Measured]] = {"old": 1}\n')
    write(path, {"one_denies": Measured(3, 4, 2, "set")})
    assert path.read_text() == (
        '"""Head."""\n\nMEASURED: Final[dict[str, Measured]] = {\n'
        '    "one_denies": Measured(3, 4),\n}\n'
    )
