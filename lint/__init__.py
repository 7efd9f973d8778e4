"""plan-lint: a linter for corpora of Chinese plan documents."""

__version__ = "0.1.0"
