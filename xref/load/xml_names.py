"""Elements of XML by their names, whatever vocabulary they are of."""

from collections.abc import Iterator

from xref.load.markup import Element


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def namespace(element: Element) -> str:
    """The namespace of an element; empty where it has none."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """The children of an element that bear one of the names."""
    return (child for child in element if local(child) in names)


def child(element: Element | None, *names: str) -> Element | None:
    """The first child that bears the first of the names that any child bears."""
    if element is None:
        return None
    for name in names:
        for one in element:
            if local(one) == name:
                return one
    return None


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """The elements inside an element that bear one of the names, in order."""
    return (one for one in element.iter() if one is not element and local(one) in names)


def words(element: Element | None) -> str | None:
    """The text in an element, with single spaces; ``None`` where there is none."""
    if element is None:
        return None
    return " ".join("".join(element.itertext()).split()) or None


def plain(element: Element) -> None:
    """Take the namespaces off an element and all inside it."""
    for one in element.iter():
        if isinstance(one.tag, str):
            one.tag = one.tag.rpartition("}")[2]
