"""What a maintained source has of English, written by `python -m quality.cldr --write`.

Enters: nothing. Leaves: tables that no hand edits.
"""
