"""Printed: what each command shows on a screen or in a pipe, one module a command.

Enters: what the report's pure functions found. Leaves: lines on a `Sheet`.
"""
