"""Trace: quotations against the record, who depends on whom, and independent origins.

Enters: the dossiers of an event, entities, alignments. Leaves: `Check`s, `Borrowing`s, and
`Alignment`s with their independent origins counted.
"""
