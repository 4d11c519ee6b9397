"""Tests of `benchmarks`; none asserts a time."""
