"""The documentation as a site: pages of `docs/`, and a reference made from the rules and kinds themselves.

What a rule or a kind says of itself is written once, in its pack or its docstring; its page is made anew with every
build and never committed. Zensical turns the pages into HTML.
"""
