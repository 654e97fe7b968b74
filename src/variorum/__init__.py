"""Variorum: many accounts of the same events, one evidence ledger."""
