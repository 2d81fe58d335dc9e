"""What a person reads, before it has a format: stories, sections, cards, passages.

The terminal, Markdown and HTML formats show the same page; none of them decides what belongs on it.
"""
