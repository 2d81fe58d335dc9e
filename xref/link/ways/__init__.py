"""The ways in which figures of several articles find each other, one file each.

`xref.link.slots` holds their order. Each way reads what the articles state and yields the
slots that it fills; a figure that an earlier way put beside another article's is left alone.
"""
