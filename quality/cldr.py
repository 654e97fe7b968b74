"""Months and weekdays of English as CLDR has them, written into the package.

Enters: the CLDR data that comes with babel. Leaves: `variorum.languages.en.cldr`.

    python -m quality.cldr            print what would be written
    python -m quality.cldr --write    write it

CLDR (the Unicode Consortium's Common Locale Data Repository) is where names of time are kept for all
languages; what newspapers print beside them ("sept", "thurs") stands in `languages.en.calendar`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel import Locale

TABLE = Path(__file__).parents[1] / "src" / "variorum" / "languages" / "en" / "cldr.py"
HEAD = '''"""Months and weekdays as CLDR has them, in lower case, from January and from Monday.

Enters: nothing. Leaves: names and abbreviations. Written by `python -m quality.cldr --write`.
"""

from __future__ import annotations

from typing import Final

'''


def module(code: str = "en") -> str:
    """Return the source of a language's module."""
    locale = Locale(code)
    tables = {
        "MONTHS": [locale.months["format"]["wide"][number] for number in range(1, 13)],
        "MONTHS_SHORT": [locale.months["format"]["abbreviated"][number] for number in range(1, 13)],
        "WEEKDAYS": [locale.days["format"]["wide"][number] for number in range(7)],
        "WEEKDAYS_SHORT": [locale.days["format"]["abbreviated"][number] for number in range(7)],
    }
    return HEAD + "".join(
        f"{name}: Final = (\n"
        + "".join(f'    "{word.lower().rstrip(".")}",\n' for word in words)
        + ")\n"
        for name, words in tables.items()
    )


def main() -> None:
    """Print the module, or write it."""
    if "--write" in sys.argv[1:]:
        TABLE.write_text(module(), encoding="utf-8")
    else:
        print(module())


if __name__ == "__main__":
    main()
