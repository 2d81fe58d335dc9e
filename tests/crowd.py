"""Many invented articles of one fire, as many outlets would write them."""

from itertools import cycle, islice

from xref.model.article import Document

_PAPERS = (
    "Courier",
    "Gazette",
    "Herald",
    "Ledger",
    "Lantern",
    "Observer",
    "Post",
    "Record",
    "Tribune",
    "Voice",
)
_TOWNS = (
    "Aldmoor", "Breck", "Corran", "Dunleigh", "Estvale", "Fenwick", "Garrow", "Hollin", "Iveston", "Jarrow Bay",
    "Kelmere", "Lorne", "Marsk", "Norby", "Oakhanger", "Pell", "Quarry Hill", "Rushden", "Selby Moor", "Tarn",
    "Ulverton", "Varley", "Westmark", "Yarrow", "Zeal", "Ashcombe", "Birch End", "Cold Ash", "Denholm", "Elmsett",
)  # fmt: skip
_LEADS = (
    "A fire at the Halden paper mill in Orrin killed {dead} people on Monday night, the fire service said.",
    "{dead} people died when fire swept the Halden paper mill in Orrin on Monday night, according to the fire service.",
    "The fire service said that {dead} workers were killed on Monday night at the Halden paper mill in Orrin.",
)
_MIDDLES = (
    "{hurt} people were injured, the county hospital said, and {missing} were still missing on Tuesday morning.",
    "The county hospital treated {hurt} injured people, and {missing} workers were missing on Tuesday.",
    "At least {hurt} people were hurt and {missing} people are missing, officials said.",
)
_QUOTES = (
    "“We had no warning and the doors were hot before anybody heard an alarm,” said Marta Ellin, the shift leader.",
    "“We had no warning and the doors were hot,” Marta Ellin, the shift leader, told reporters.",
    "“We had little warning and the doors were hot before anybody heard an alarm,” said Marta Ellin, the shift leader.",
)
_ENDS = (
    "About 240 people work at the mill, which was built in 1962 and makes 90,000 tonnes of paper a year.",
    "The mill, built in 1962, employs about 240 people and makes 90,000 tonnes of paper a year.",
    "The company said that 240 people work at the mill, which is insured for 35 million pounds.",
)
_MORE = (
    "The fire began in the drying hall at about 9.40 p.m., the fire chief, Tobin Raske, said.",
    "Some 120 firefighters from {town} and other towns fought the fire for eleven hours.",
    "The county will pay 2 million pounds to the families, Governor Ilsa Wenmoor said on Tuesday.",
    "Inspectors had visited the mill in March and found nine faults, according to a report seen by this newspaper.",
    "{school} pupils of the school beside the mill were sent home, the head teacher said.",
    "“Nobody should go to work and not come home,” said the union, which called for an inquiry.",
)


_WHO = (
    "a baker",
    "two drivers",
    "a nurse",
    "the ferryman",
    "a retired teacher",
    "a boy on a bicycle",
    "the vicar",
    "a lorry driver",
)
_SAW = (
    "saw the glow over",
    "smelt the smoke in",
    "heard the sirens from",
    "watched the sparks above",
    "stood in the rain on",
)
_WHERE = (
    "the canal bridge",
    "the market square",
    "Chapel Lane",
    "the bus station",
    "the allotments",
    "Weir Street",
    "the old quarry",
)
_AND = (
    "and went home to wake the children",
    "and turned back",
    "and counted the engines",
    "and waited for the morning",
    "and rang a cousin who works there",
)


def _own(n: int) -> str:
    """What one outlet alone tells, in words that no other has in this order."""
    told = []
    for k in range(14):
        pick = n * 7 + k * 13
        who, saw = _WHO[(n + k) % 8], _SAW[(n // 8 + k) % 5]
        where, then = _WHERE[(n // 3 + 2 * k) % 7], _AND[(n // 5 + 3 * k) % 5]
        told.append(f"From {_TOWNS[pick % 30]}, {who} {saw} {where} {then}.")
    return " ".join(told)


def documents(number: int) -> list[Document]:
    """The documents of so many outlets, all of one fire; a few differ from the rest."""
    names = [f"{town} {paper}" for paper in _PAPERS for town in _TOWNS]
    out = []
    for n, outlet in enumerate(islice(cycle(names), number)):
        dead = 41 if n % 29 == 7 else 14
        hurt, missing = 37 + (n % 3) * 2, 9 - n % 2
        lines = [
            _LEADS[n % 3].format(dead=dead),
            _MIDDLES[n % len(_MIDDLES)].format(hurt=hurt, missing=missing),
            _QUOTES[2 if n % 17 == 3 else n % 2],
            *(
                _MORE[(n + k) % len(_MORE)].format(town=_TOWNS[n % 30], school=180 + n % 4)
                for k in range(2)
            ),
            _own(n),
            _ENDS[n % 3],
        ]
        name = f"{outlet.lower().replace(' ', '-')}-{n}"
        out.append(
            Document(
                id=name,
                path=f"{name}.txt",
                text="\n\n".join(lines) + "\n",
                title=f"Fire at Halden mill: {dead} dead"
                if n % 2
                else "Fire at paper mill in Orrin",
                outlet=outlet,
                published=f"2031-03-{4 + n % 2:02}",
                url=f"https://{name}.example/fire",
                language="en",
            )
        )
    return out
