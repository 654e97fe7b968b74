"""Kinds: one module a kind of finding, and the questions and answers that figures make.

Enters: `Material`. Leaves: `Finding`s of that kind.
"""
