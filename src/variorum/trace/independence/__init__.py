"""Independence: from how many origins the readings of an alignment come.

Enters: alignments and borrowings. Leaves: alignments with origins (`origins`).
"""
