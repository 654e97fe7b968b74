"""Judge: a verdict for every pair of readings that meets, by a judge: a readable table of rules.

Enters: aligned passages with their dossiers. Leaves: `Verdict`s, each with its rule and sentence.
"""
