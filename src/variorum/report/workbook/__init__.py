"""Workbook: a ledger as one XLSX file.

Enters: a ledger. Leaves: a file (`sheets`).
"""
