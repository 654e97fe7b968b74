"""Assistants: the programs that people write with ask here what accounts say; nothing is ever changed.

Enters: questions by the Model Context Protocol. Leaves: answers as data, each with the words it rests on.
`server` alone imports the protocol's package, which is an extra.
"""
