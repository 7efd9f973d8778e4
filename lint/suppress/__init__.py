"""Findings that people have agreed to leave: by configuration, by a file beside the documents, by a comment in them.

`entries`, `sidecars` and `comments` each judge findings and note what is wrong; a run imports what it needs of them.
"""
