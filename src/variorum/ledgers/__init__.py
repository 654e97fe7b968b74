"""Ledgers: where records and decisions are kept: a file, memory, a PostgreSQL database.

Enters: records. Leaves: what implements `seams.Ledger`.
"""
