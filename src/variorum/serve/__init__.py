"""Serve: the command line, a thin skin over the journey and the report.

Enters: what a person typed. Leaves: text in the terminal and files they asked for.
"""
