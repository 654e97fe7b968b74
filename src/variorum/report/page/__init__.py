"""Page: a ledger as one self-contained HTML file.

Enters: a ledger. Leaves: HTML (`building`).
"""
