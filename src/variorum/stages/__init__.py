"""Stages: the steps in table form, so that an engine can run them anywhere.

Enters: rows (mappings) of an Arrow table. Leaves: rows. Each stage unpacks records, calls pure
steps, and packs what they return. Models are opened once in each worker, by the names in settings.
"""
