"""Dossier: a ledger as a document with footnotes, in Word or Markdown.

Enters: a ledger. Leaves: files.
"""
