"""Console: a person's ledger and screen: what is opened, shown, and kept harmless.

Enters: what was typed, and text to show. Leaves: a ledger, lines on a terminal.
"""
