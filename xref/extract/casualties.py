"""Who was killed and who was hurt: people of a sentence and the words that say what befell them.

A walk over the sentence from left to right: people stand before a state ("two are dead"), behind
an act ("killing two"), or between a verb of leaving and a state ("left two dead"). People joined
by commas and "and" share what befalls them; "including ..." tells parts, which are left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from xref.extract.casualty_groups import besides, inside, multiples
from xref.extract.casualty_sums import Listed, Toll, summed
from xref.extract.casualty_words import (
    CASUALTIES,
    HOSPITALISED,
    INJURED,
    KILLED,
    SELF,
    Casualties,
    Trigger,
)
from xref.extract.people import Group, Kind
from xref.extract.persons_counted import groups
from xref.extract.words import Words
from xref.quantity.figure import Figure

_RANK = {HOSPITALISED: 1, CASUALTIES: 2, INJURED: 3, KILLED: 4}
"""What befell people last is what counts; all other outcomes rank 0."""
_GLUE = frozenset([",", "and", "&", "plus"])
_ACT_REACH = 4
_TOLL_REACH = 8
_MOVE_REACH = 3
_LIST_REACH = 4
_LEFT_REACH = 4
_COUNT_REACH = 8
_TOLD_REACH = 14
_STATE_REACH = 16
_PAUSES = frozenset([",", "-", "—", "--"])
_RELATIVES = frozenset(["who", "that", "which"])
_BE = frozenset(
    ["was", "were", "is", "are", "be", "been", "being", "got", "get", "gets", "has", "have", "had"]
)
_BEFORE_NOUNS = frozenset(["the", "his", "her", "their", "suspected", "alleged", "accused"])
_SINGULAR = frozenset(["is", "was", "has"])
_THEY = frozenset(["they", "both", "all"])
_ONE = frozenset(["he", "she", "they"])
_LEAST = (("least",), ("most",))
_RIGHT_BEHIND = ((), ("who", "were"), ("who", "was"), ("that", "were"), ("who", "are"))
_HAVE = frozenset(["has", "have", "had"])


def tolls(
    words: Words, figures: Sequence[Figure], lexicon: Casualties, *, headline: bool = False
) -> list[Toll]:
    """What befell the counted people of a sentence; `figures` are the sentence's, in order."""
    if not lexicon.may_tell(words.lower):
        return []
    found = groups(words, figures, lexicon.people, headline=headline)
    return _Walk(words, found, lexicon, headline).run()


@dataclass(slots=True)
class _Walk:
    """The state of a walk: the people that were met, and what words before them still reach.

    `end` is the token behind the current people; `pending` an outcome with the last token that it
    reaches; `counting`, `leaving` the tokens of "number of", "left"; `tolled` what a number that
    rose "to" so many counts; `including`, `part`, `some`: those told now are some of those before.
    """

    words: Words
    found: list[Group]
    lexicon: Casualties
    headline: bool
    lists: list[Listed] = field(default_factory=list)
    current: Listed | None = None
    end: int = 0
    pending: tuple[str, int] | None = None
    including: bool = False
    part: bool = False
    counting: int = -_COUNT_REACH - 1
    leaving: int = -_LEFT_REACH - 1
    tolled: str | None = None
    some: bool = False

    def run(self) -> list[Toll]:
        lower, telling = self.words.lower, self.lexicon.telling
        if not self.found and SELF.isdisjoint(lower):
            return self.multiples()
        starts = {g.first: g for g in self.found}
        k = 0
        while k < len(lower):
            k = self.step(k, starts) if lower[k] in telling or k in starts else k + 1
        return self.tolls()

    def step(self, k: int, starts: Mapping[int, Group]) -> int:
        """Read what stands at token `k`; the token to go on at."""
        lower = self.words.lower
        including = self.lexicon.including.get(lower[k], ())
        size = next((len(p) for p in including if lower[k : k + len(p)] == p), 0)
        if size and lower[k] == "one" and self.picked(k + size, starts):
            return k + size
        if size and lower[k + size - 1] == "whom" and k in starts:
            self.one_of(starts[k])
            return k + size
        if size:
            self.including = True
            self.part = lower[k] == "one" and lower[k + size - 1] != "whom"
            return self.past_relative(k + size) if lower[k + size - 1] == "whom" else k + size
        if lower[k] == "where" and self.carried_on(k + 1):
            return k + 2
        group = starts.get(k)
        own = self.current is not None and "who" in lower[max(0, k - 3) : k]
        if group is None and lower[k] in SELF and not own and self.kills(k):
            group = Group(k, k + 1, Decimal(1), Kind.SINGLE, "gunman", itself=True)
        if group is not None:
            self.take(group)
            return group.last
        listed = self.lexicon.listed(lower, k)
        if listed is not None:
            self.pending, self.current = (listed, k + _LIST_REACH), None
            # "among the dead were 12 women": some of them
            self.some = lower[max(0, k - 2) : max(0, k - 1)] == ("among",)
            return k + 2
        if lower[k : k + 2] == ("number", "of"):
            self.counting = k
        trigger = self.lexicon.trigger(lower, k)
        if trigger is not None:
            trigger = self.lexicon.either(lower, trigger)
            self.including = False
            if not self.part:
                self.befall(k, trigger, starts)
            self.part = False  # "four were shot, one of them was killed": told of that one
            return trigger.last
        self.note(k)
        return k + 1

    def note(self, k: int) -> None:
        """Take note of a word at token `k` that bears on the people before or behind it."""
        lower, sets = self.words.lower, self.lexicon.words
        word = lower[k]
        be_behind = k + 1 < len(lower) and lower[k + 1] in _BE
        if word in sets["leave"]:
            self.leaving = k
        told = self.lexicon.toll(lower, k)
        if told is not None:
            self.pending, self.tolled = (told, k + _TOLL_REACH), told
        if self.current is not None and k == self.end:
            if word == "fatally":
                self.current.outcome, self.current.of_hit = KILLED, True
            if lower[k : k + 2] == ("to", "death"):
                self.current.outcome = KILLED  # "shot two men to death"
        if word == "one" and be_behind and self.current:
            # "two men were shot, one was pronounced dead"
            self.one_of(Group(k, k + 1, Decimal(1), Kind.SINGLE, "person"))
        if word in sets["says"] and k == self.end:
            self.current = None  # "the fire service said"
        if word in sets["subjects"] and be_behind:
            self.current = None
        if word in sets["breaks"]:
            if not (word in _RELATIVES and self.right_behind(k)):
                self.current, self.pending = None, None
                self.including = self.part = False
        elif word in sets["auxiliaries"]:
            self.including = False

    def picked(self, k: int, starts: Mapping[int, Group]) -> bool:
        """Whether a number stands at token `k`: "one of the five people", not "one of them"."""
        group = starts.get(k)
        return group is not None and group.kind is Kind.FIGURE

    def one_of(self, group: Group) -> None:
        """Go on with some of those told before; only their death is worth a number."""
        self.current = Listed([group], of_hit=True)
        self.end = group.last
        self.lists.append(self.current)

    def carried_on(self, k: int) -> bool:
        """Whether a clause at token `k` goes on about those before ("where they later died")."""
        current, word = self.current, self.words.lower[k : k + 1]
        if current is None or current.outcome is None or not word:
            return False
        many = len(current.groups) > 1 or current.groups[0].count > 1
        if word[0] not in (_THEY if many else _ONE):
            return False
        self.end = k + 1
        return True

    def right_behind(self, k: int) -> bool:
        """Whether token `k` stands right behind the current people, past a comma at most."""
        paused = k == self.end + 1 and self.words.lower[k - 1] in _PAUSES
        return self.current is not None and (k == self.end or paused)

    def kills(self, k: int) -> bool:
        """Whether "himself" at token `k` is killed by the act before it, alone or as last."""
        if self.pending is not None:
            return self.pending[0] == KILLED
        current = self.current
        if current is None or not current.object or current.outcome != KILLED:
            return False
        return self.words.lower[self.end : k] in (("and",), (",", "and"))

    def past_relative(self, k: int) -> int:
        """Behind the clause that begins at token `k`: its comma, or the end of the sentence."""
        lower = self.words.lower
        while k < len(lower) and lower[k] != ",":
            k += 1
        return k

    def take(self, group: Group) -> None:
        lower = self.words.lower
        if self.including:
            return
        if group.whole:
            self.current = None
        glue = self.glue(group) if self.current is not None else ()
        joined = self.current is not None and glue != () and all(w in _GLUE for w in glue)
        own = group.head in self.lexicon.heads or self.current_counts_itself()
        joined = (joined or self.resumed(group)) and not own and not self.told_apart(group)
        if (group.part and joined) or (group.kind is Kind.UNTOLD and not joined):
            return
        if joined and self.current is not None and not self.pending:
            self.current.groups.append(group)
            self.end = group.last
            return
        at = group.first - 1
        if at >= 0 and lower[at] == "among" and group.kind is Kind.FIGURE:
            self.current = None  # "was among six people killed": the whole, told behind its part
        while at > 0 and lower[at] in _BEFORE_NOUNS:
            at -= 1
        before = lower[at] if at >= 0 else ""
        if (
            self.tolled
            and group.bare
            and not self.lexicon.words["moves"].isdisjoint(
                lower[max(0, group.first - _MOVE_REACH) : group.first]
            )
        ):
            self.pending, self.tolled = (self.tolled, group.first), None
        pending = self.pending is not None and group.first <= self.pending[1]
        fated = lower[group.last : group.last + 1]  # "spoke of 14 dead"
        named = group.bare and not self.lexicon.people.fates.isdisjoint(fated)
        if before in self.lexicon.words["holding"] and self.pending is None:
            return
        loose = self.current is not None or group.kind is Kind.NAME  # "taken to Harrow Infirmary"
        if before in self.lexicon.words["prepositions"] and not (pending or named) and loose:
            return
        self.current = Listed([group], others=besides(self.words, group, self.lexicon))
        self.current.left = group.first - self.leaving <= _LEFT_REACH
        self.end = group.last
        self.lists.append(self.current)
        fate = inside(self.words, group, self.lexicon)
        if fate:
            self.current.outcome = fate
        if pending and self.pending is not None:
            found = group.head in self.lexicon.words["bodies"] and fate  # "pulled 11 bodies"
            self.current.outcome, self.current.object = found or self.pending[0], True
            # "shot three, killing two of them": two are all who were killed
            some = group.part and "of" in lower[group.first : group.last]
            self.current.of_hit = self.current.outcome == KILLED and some
            self.current.graded = self.some
        self.some = False
        self.pending = None

    def glue(self, group: Group) -> tuple[str, ...]:
        """What stands between the current people and a group; "step-" in "stepdad" does not."""
        glue = self.words.lower[self.end : group.first]
        return glue[:-2] if glue[-1:] == ("-",) else glue

    def resumed(self, group: Group) -> bool:
        """Whether a list goes on behind a clause ("a woman, who slept, and three men were")."""
        lower, current = self.words.lower, self.current
        if current is None or current.outcome is not None or self.pending:
            return False
        if lower[self.end] != "," and lower[self.end] not in _RELATIVES:
            return False  # "50 people stood on the pier, and six people were hurt"
        return lower[max(0, group.first - 2) : group.first] == (",", "and")

    def told_apart(self, group: Group) -> bool:
        """Whether only the current people bear a word for their fate: "a dead man and a woman"."""
        if self.current is None or self.pending:
            return False
        words, last = self.words, self.current.groups[-1]
        return bool(inside(words, last, self.lexicon)) and not inside(words, group, self.lexicon)

    def current_counts_itself(self) -> bool:
        """Whether the current people are counted by a noun that says their fate ("two deaths")."""
        return self.current is not None and self.current.groups[-1].head in self.lexicon.heads

    def befall(self, k: int, trigger: Trigger, starts: Mapping[int, Group]) -> None:
        lower, sets = self.words.lower, self.lexicon.words
        before = k - 1
        while before >= 0 and lower[before] in sets["adverbs"]:
            before -= 1
        if lower[max(0, k - 2) : k] == ("among", "the"):
            return  # "two officers were among the dead": some of them
        if self.lexicon.unreal(lower, k):
            return
        passive = before >= 0 and lower[before] in _BE
        active = not passive or lower[before] in _HAVE  # "has killed 12 people"
        if trigger.act and (active or not trigger.state) and self.follows(trigger.last, starts):
            self.pending = (trigger.act, trigger.last + _ACT_REACH)
            return
        if trigger.state is None:
            return
        following = lower[trigger.last : trigger.last + 2]
        if (
            not passive
            and following[:1] == ("at",)
            and following[1:]
            and following[1] in sets["aimed_at"]
        ):
            return
        target = self.current
        if target is None and k - self.counting <= _COUNT_REACH:
            # "The number of people known to have died has risen to 23."
            self.pending = (trigger.state, trigger.last + _TOLD_REACH)
            return
        if target is None or k - self.end > _STATE_REACH:
            return
        if self.of_another(target, k, before):
            return
        if not passive and self.lexicon.transitive(lower, trigger.last, lower[k]):
            return
        state = trigger.state
        if state == HOSPITALISED and target.left:
            state = INJURED  # "left two in critical condition" tells all that were left so
        if target.object and len(target.groups) > 1 and passive:
            # "killed one man and three others were hurt": the last of the list starts a clause.
            target = self.current = Listed([target.groups.pop()])
            target.others = besides(self.words, target.groups[0], self.lexicon)
            self.lists.append(target)
        done = target.object and target.outcome is not None and not passive
        if not done and (
            target.outcome is None or _RANK.get(state, 0) > _RANK.get(target.outcome, 0)
        ):
            target.outcome, target.graded = state, trigger.graded

    def of_another(self, target: Listed, k: int, before: int) -> bool:
        """Whether a state at token `k` is told of somebody else than the current people.

        Of one of them ("one of five people shot has died"), or of the one who acted ("a man who
        shot four people is dead").
        """
        lower, last = self.words.lower, target.groups[-1]
        if last.whole and lower[self.end : k] not in _RIGHT_BEHIND:
            return True
        many = len(target.groups) > 1 or last.count > 1
        return target.object and many and before >= 0 and lower[before] in _SINGULAR

    def follows(self, k: int, starts: Mapping[int, Group]) -> bool:
        """Whether people stand right behind token `k`, past adverbs and bounds."""
        lower = self.words.lower
        for at in range(k, min(k + _ACT_REACH, len(lower))):
            if at in starts or lower[at] in SELF:
                return True
            if lower[at] not in self.lexicon.words["adverbs"] and lower[at] != "the":
                return False
            if lower[at] == "at" and lower[at + 1 : at + 2] not in _LEAST:
                return False  # "shot at seven people"
        return False

    def tolls(self) -> list[Toll]:
        """What befell the people of the lists, and of names like "triple homicide"."""
        told = summed(self.words, self.lists, self.lexicon, headline=self.headline)
        return told + self.multiples()

    def multiples(self) -> list[Toll]:
        """The tolls whose number is in a name ("triple homicide")."""
        return [
            Toll(outcome, (group,), group.count)
            for outcome, group in multiples(self.words, self.lexicon)
        ]
