"""Measurements that take longer than tests: `make bench` runs them, `benchmarks/RESULTS.md` keeps the last figures."""
