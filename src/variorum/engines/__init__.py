"""Engines: where stages run: this process or worker processes.

Enters: stages and tables. Leaves: what implements `seams.Engine`.
"""
