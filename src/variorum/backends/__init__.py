"""Backends: the embedded defaults behind the two seams, and the only place that loads weights.

Enters: nothing from steps. Leaves: ledgers, engines and models that implement `seams`.
"""
