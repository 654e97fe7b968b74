"""Engines: where stages run: this process, worker processes or a Spark cluster.

Enters: stages and tables. Leaves: what implements `seams.Engine`.
"""
