"""What stops a run before anything was read."""


class MissingInput(Exception):  # noqa: N818 - reads as what it says
    """An input that does not exist; the run cannot be done as asked.

    `path` is the input as it was given.
    """

    def __init__(self, path: str) -> None:
        super().__init__(f"no such file or folder: {path}")
        self.path = path
