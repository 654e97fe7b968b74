"""Matter: what findings are made of: a ledger's records read once, matters, words, weights.

Enters: a ledger. Leaves: `Material`, and the words in which findings are told.
"""
