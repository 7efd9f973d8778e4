"""Injections put one damage at a time into a clean text, and say where a careful reader would mark it."""
