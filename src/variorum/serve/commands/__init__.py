"""Commands: what a person types, one module a command and named after it.

Enters: arguments. Leaves: output on stdout, messages on stderr, an exit code. Each command opens a
ledger, calls one function and prints what it returns; modules are imported where they are used, so
that `--help` answers at once.
"""
