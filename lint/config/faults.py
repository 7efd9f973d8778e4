"""What is wrong with a configuration."""

from __future__ import annotations

from lint.trees import FaultyError


class ConfigError(FaultyError):
    """Faults of configurations and sidecars: one line for each, `file:line: key: what, and what is allowed`."""
