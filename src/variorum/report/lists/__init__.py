"""Lists: what single commands print: quotations, figures, checks, days, who depends on whom.

Enters: a ledger's material. Leaves: rows in order.
"""
