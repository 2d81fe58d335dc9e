"""What has been read of a sentence so far: its clauses, its chunks, and what still waits."""

from collections.abc import Sequence

from xref.language.lookahead import Lookahead
from xref.language.structure import Chunk, Clause, Role
from xref.language.word_classes import WordClasses


class Unfinished(Lookahead):
    """The clauses and chunks of a sentence so far; `cur` is the clause that is being read.

    `last` is the chunk placed last, `adjacent` whether nothing has come since; `prep`, `comma`,
    `conj` and `quoted` tell what has (a preposition that waits for its noun, a comma, "and", a
    quotation's last mark). `awaiting` is a chunk behind "and" that may prove to be the subject of a
    verb to come.
    """

    def __init__(self, low: Sequence[str], letters: str, classes: WordClasses) -> None:
        super().__init__(low, letters, classes)
        self.chunks: list[Chunk] = []
        self.clauses: list[Clause] = []
        self.chunk_at: list[Chunk | None] = [None] * len(low)
        self.begin = 0
        self.cur = self.open(0)
        self.last: Chunk | None = None
        self.awaiting: Chunk | None = None
        self.negation = ""
        self.prep = ""
        self.comma = self.conj = self.adjacent = self.quoted = False

    def open(self, first: int, parent: Clause | None = None, link: str = "") -> Clause:
        """Open a clause at a token; it is not yet the one that is read."""
        clause = Clause(first, parent=parent, link=link)
        self.clauses.append(clause)
        return clause

    def reset(self) -> None:
        """Forget what came since the last chunk."""
        self.prep, self.comma, self.conj, self.adjacent = "", False, False, False

    def put(self, chunk: Chunk, role: Role, on: Chunk | None = None) -> None:
        """Give a chunk its role, and hang it on another."""
        chunk.role, chunk.on = role, on
        if on is not None:
            on.hanging.append(chunk)

    def withdraw(self, chunk: Chunk) -> None:
        """Take a chunk out of the places that it was put in."""
        cur = self.cur
        if cur.subject is chunk:
            cur.subject = None
        for places in (cur.objects, cur.adjuncts, chunk.on.hanging if chunk.on else []):
            if chunk in places:
                places.remove(chunk)

    def subject(self, chunk: Chunk) -> None:
        """Take a chunk for the subject of the clause."""
        chunk.clause, chunk.prep = self.cur, ""
        self.cur.subject = chunk
        self.put(chunk, "subject")

    def report(self, first: int) -> Clause:
        """Open the clause that reports what stands before it: "…, police said"."""
        says = self.open(first, None, "says")
        for clause in self.clauses[self.begin : -1]:
            if clause.parent is None and clause.link != "says":
                clause.parent, clause.link = says, "reported"
        return says

    def counts(self, chunk: Chunk) -> bool:
        """Whether a number stands in a chunk."""
        return "C" in self.letters[chunk.first : chunk.last]
