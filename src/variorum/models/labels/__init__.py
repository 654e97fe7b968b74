"""Labels: what parsers call a word, its form and its relation, as the vocabularies of `syntax`.

Enters: labels of a scheme. Leaves: `WordClass`, `Form`, `Relation`, `NamedKind`.
"""
