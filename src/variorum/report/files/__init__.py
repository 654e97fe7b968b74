"""Files: a ledger's records as tables by contract v1: JSON Lines, CSV, Arrow, Parquet.

Enters: a ledger. Leaves: files and tables.
"""
