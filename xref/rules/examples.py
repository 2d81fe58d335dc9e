"""The smallest valid rule of each type, shown where a rule misses a part."""

EXAMPLES: dict[str, str] = {
    "compare": """\
- id: troop-count
  type: compare
  select: {kind: quantity, measure: military.troops}
  compare: {as: amount, tolerance: {rel: 10%}}
  report:
    conflict: {level: error, message: "{a.outlet} says {a.text}, {b.outlet} says {b.text}"}
  tests:
  - name: two figures that cannot both hold
    given: ["Norvania has massed 40,000 troops.", "Norvania has massed 90,000 troops."]
    expect: conflict
""",
    "claim": """\
- id: unattributed-figure
  type: claim
  select: {kind: quantity, attribution: none, value: {min: 100}}
  report: {level: warning, message: "“{text}” is given with no source"}
  tests:
  - name: nobody stands behind the figure
    given: ["The flood displaced 4,000 people."]
    expect: claim
""",
    "arithmetic": """\
- id: parts-and-whole
  type: arithmetic
  select: {kind: quantity, dimension: money}
  sum: list
  equals: {dimension: money, near: total}
  report: {level: error, message: "{outlet}: {reason}"}
  tests:
  - name: parts that come to something else
    given:
    - Of a total of $9m, $4m is for roads, $3m for schools and $1m for parks.
    expect: sanity
""",
    "support": """\
- id: single-anonymous-source
  type: support
  select: {kind: quantity, attribution: anonymous}
  require: {distinct: origin, min: 2}
  report: {level: warning, message: "only {a.outlet} reports “{a.text}”"}
  tests:
  - name: one outlet, one unnamed official
    given: ["An official who asked not to be named said 300 people were held.", "Talks go on."]
    expect: support
""",
}
