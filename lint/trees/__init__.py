"""What people write as YAML or TOML, read with the line of every key, and told in one way where it is wrong.

A pack, a configuration and a sidecar are trees alike. Only the modules `yaml` and `shapes` import ruamel.yaml and
pydantic; a run from the cache needs neither.
"""

from __future__ import annotations

from lint.trees.faults import FaultyError, Place, meant, nearest

__all__ = ["FaultyError", "Place", "meant", "nearest"]
