"""Records in one line, for tests."""

from variorum.records import Account, Region


def account(text: str, **fields: object) -> Account:
    """Return an account whose whole text is body, unless regions are given."""
    fields.setdefault("regions", (Region(kind="body", start=0, end=len(text)),))
    return Account(**{"id": "a-test", "source": "test.txt", "text": text, **fields})  # type: ignore[arg-type]
