"""How well plan-lint does what it says, measured on documents that are damaged on purpose. No part of the wheel."""
