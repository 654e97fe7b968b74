"""Commands: what a person types, in the groups in which `--help` shows them.

Enters: arguments. Leaves: output on stdout, messages on stderr, an exit code. Each command opens a
ledger, calls one function and prints what it returns; modules are imported where they are used, so
that `--help` answers at once.
"""
