"""Models: parser, encoder and language identifier, and the only place that loads weights.

Enters: text. Leaves: what implements the protocols of models in `seams`.
"""
