"""Models: parser, encoder, language identifier, who answers for a larger judge; what loads weights.

Enters: text, questions. Leaves: what implements the protocols of models in `seams`.
"""
