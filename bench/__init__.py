"""Benchmarks: always a ratio or a bound measured in one run, on invented accounts."""
