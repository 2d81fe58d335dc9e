"""Arithmetic rules, lists of names, headlines and sides, run through the whole pipeline."""

from functools import cache
from textwrap import dedent

import pytest

from tests.rules.making import ruleset
from xref import pipeline, ruletests
from xref.model.report import Finding
from xref.rules import RuleSet
from xref.rules.funnel import funnel
from xref.rules.samples import Sample
from xref.rules.scene import scene


@cache
def words() -> pipeline.Words:
    return pipeline.words(ruleset("- {id: a, type: claim, select: {kind: date}, report: info}"))


def run(rules: RuleSet, *given: str | dict[str, str]) -> list[Finding]:
    samples = [Sample.model_validate({"text": g} if isinstance(g, str) else g) for g in given]
    return list(pipeline.run(ruletests.documents(samples), rules, words()).findings)


def told(rule: str, *given: str | dict[str, str]) -> list[tuple[str, str]]:
    return [(f.relation, f.reason) for f in run(ruleset(dedent(rule)), *given)]


def sums(more: str) -> str:
    return f"- {{id: a, type: arithmetic, select: {{kind: quantity, {more}, report: warning}}"


MONEY = sums("dimension: money}, sum: list, equals: {dimension: money}")
TO_57 = sums("dimension: [count, score], near: votes to}, sum: sentence, equals: 57")
HEADS = sums("dimension: [money, rate]}, times: {dimension: count}, equals: {dimension: money}")
SHARE = sums("dimension: percentage}, times: {dimension: count}, equals: {dimension: count}")


@pytest.mark.parametrize(
    ("rule", "text", "reason"),
    [
        (TO_57, "It passed by 31 votes to 22, with four abstentions.", None),
        (
            TO_57,
            "It passed by 33 votes to 22, with four abstentions.",
            "33 + 22 + four abstentions is 59, not 57",
        ),
        (TO_57, "It was put to a vote at ten, and 33 members left.", None),
        (
            MONEY,
            "Of the $600m, $210m comes from Elst, $150m from Hask, $120m from Dorn and $24m from each of the remaining five.",
            None,
        ),
        (
            MONEY,
            "Of the $900m, $210m comes from Elst, $150m from Hask, $120m from Dorn and $24m from each of the remaining five.",
            "$210m + $150m + $120m + 5 × $24m is 600,000,000 dollar, not “$900m”",
        ),
        (MONEY, "Takings rose from $40m to $50m, and the debt is $30m.", None),
        (MONEY, "It has $70m: $40m for quays, $30m for pensions.", None),
        (HEADS, "The feast had 120 guests at $40 a head, which makes $4,800.", None),
        (
            HEADS,
            "The feast had 120 guests at $40 a head, which makes $5,800.",
            "$40 a head × 120 guests is 4,800 dollar, not “$5,800”",
        ),
        (HEADS, "The feast cost $4,800, or $40 for each of 120 guests.", None),
        (
            HEADS,
            "The feast cost $5,800, or $40 for each of 120 guests.",
            "$40 × 120 guests is 4,800 dollar, not “$5,800”",
        ),
        (HEADS, "The feast had 120 guests and cost $4,900.", None),
        (SHARE, "A share of 40% of the 150 members, or 60, voted for it.", None),
        (
            SHARE,
            "A share of 40% of the 150 members, or 50, voted for it.",
            "40% × 150 members is 60, not “50”",
        ),
    ],
)
def test_a_calculation_comes_to_what_it_should(rule: str, text: str, reason: str | None):
    assert [why for _, why in told(rule, text)] == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("compare", "found"),
    [("", 1), ("compare: {tolerance: 20%}, ", 0), ("compare: {slip: 5%}, ", 0)],
)
def test_a_tolerance_and_a_slip_let_pass(compare: str, found: int):
    rule = HEADS.replace("report:", f"{compare}report:")
    assert len(told(rule, "The feast had 120 guests at $40 a head, which makes $5,800.")) == found


SHARES = sums("dimension: percentage}, sum: list, equals: 100")
PARTS = sums("dimension: count}, sum: list, equals: {dimension: count}")


@pytest.mark.parametrize(
    ("rule", "text", "reason"),
    [
        # Shares are rounded, however small; few of a thing are counted to the last one, many are not.
        (SHARES, "The fund is held by Elst with 33%, Hask with 33% and Dorn with 33%.", None),
        (SHARES, "The fund is held by Elst with 33%, Hask with 33% and Dorn with 21%.",
         "33% + 33% + 21% is 87 percentage, not 100"),
        (PARTS, "Of the 9 boats, 4 are from Elst, 3 from Hask and 1 from Dorn.", "4 + 3 + 1 is 8, not “9 boats”"),
        (PARTS, "Of the 40 boats, 20 are from Elst, 10 from Hask and 9 from Dorn.", "20 + 10 + 9 is 39, not “40 boats”"),
        (PARTS, "Of the 4,000 boats, 2,100 are from Elst, 1,300 from Hask and 500 from Dorn.", None),
    ],
)  # fmt: skip
def test_small_counts_are_exact_and_shares_are_rounded(rule: str, text: str, reason: str | None):
    assert [why for _, why in told(rule, text)] == ([reason] if reason else [])


def test_rounding_may_be_left_out():
    text = "Of the $9.1m, $4m is for roads, $3m for schools and $2m for parks."
    assert told(MONEY, text) == []
    strict = MONEY.replace("report:", "compare: {rounding: strict}, report:")
    assert len(told(strict, text)) == 1


def test_a_finding_of_a_calculation_spans_its_figures_and_points_at_the_total():
    text = "The feast had 120 guests at $40 a head, which makes $5,800."
    (finding,) = run(ruleset(HEADS), text)
    assert finding.primary.text == "120 guests at $40 a head"
    assert [place.text for place in finding.related] == ["120 guests", "$5,800"]


LISTS = "- {id: a, type: compare, select: {kind: list%s}, report: {agree: info, compatible: info, conflict: warning}}"
SIX = "The states that signed are Elst, Norvania, Calvere, Tallis, Hask and the Dorn Isles."


@pytest.mark.parametrize(
    ("other", "relations"),
    [
        ("The Dorn Isles, Hask, Tallis, Calvere, Norvania and Elst put their names to it.", ["agree"]),
        ("Elst, Norvania, Calvere, Tallis, Hask and Kelm put their names to it.", ["conflict"]),
        ("Elst, Norvania, Calvere, Tallis and Hask put their names to it.", ["compatible"]),
        ("On Monday Elst, Norvania, Calvere, Tallis and Hask signed.", ["compatible"]),
        ("It was signed by states such as Elst, Norvania, Calvere, Tallis, Hask and Kelm.", ["compatible"]),
        ("Elst, Kelm, Saddle and Ansel put their names to it.", []),
        ("Elst and Norvania put their names to it.", []),
    ],
)  # fmt: skip
def test_lists_of_names(other: str, relations: list[str]):
    assert [relation for relation, _ in told(LISTS % "", SIX, other)] == relations


def test_what_the_lists_share_is_told():
    same = "Elst, Norvania, Calvere, Tallis, Hask and the Dorn Isles put their names to it."
    other = "Elst, Norvania, Calvere, Tallis, Hask and Kelm put their names to it."
    assert told(LISTS % "", SIX, same) == [("agree", "the same names")]
    ((relation, reason),) = told(LISTS % "", SIX, other)
    assert relation == "conflict"
    assert reason == "the first alone names “the Dorn Isles”; the second alone names “Kelm”"


def test_a_list_is_selected_by_words_names_and_outlet():
    other = "Elst, Norvania, Calvere, Tallis, Hask and Kelm put their names to it, and signed."
    for select, found in ((", near: sign", 1), (", near: sail", 0), (", name: Tallis", 1),
                          (", name: Saddle", 0), (", outlet: Outlet A", 0)):  # fmt: skip
        assert len(told(LISTS % select, SIX, other)) == found, select


def test_three_lists_are_told_by_the_first_of_each_wording():
    kelm = "Elst, Norvania, Calvere, Tallis, Hask and Kelm put their names to it."
    found = run(ruleset(LISTS % ""), SIX, kelm, f"A minister said so. {kelm}")
    assert sorted(finding.relation for finding in found) == ["agree", "conflict"]


HEADED = "- {id: a, type: compare, select: {kind: quantity}, group: {across: headline}, report: {agree: info, compatible: info, internal: warning}}"


@pytest.mark.parametrize(
    ("title", "text", "relations"),
    [
        ("90 jobs to go", "The line will cut 70 jobs.", ["internal"]),
        ("90 jobs to go", "The line will cut 90 posts, and has 70 jobs left.", ["agree"]),
        ("90 jobs to go", "The line will cut at least 80 jobs.", ["compatible"]),
        ("90 jobs to go", "The line has 12 ferries.", []),
        ("Fares up 4%", "Fares rise by 6% in May.", ["internal"]),
    ],
)
def test_a_headline_against_its_text(title: str, text: str, relations: list[str]):
    assert [relation for relation, _ in told(HEADED, {"title": title, "text": text})] == relations


EXACT = "The petition against the closure of the Saddle library carried 8,214 signatures."
LEAST = "The petition against the closure of the Saddle library carried at least 9,000 signatures."
ODD = "The petition against the closure of the Saddle library carried 7,930 signatures."


def test_one_side_is_held_against_the_other():
    rule = "- {id: a, type: compare, select: {kind: quantity, bound: at_least}%s, report: {conflict: error}}"
    assert len(told(rule % ", against: {bound: exact}", EXACT, LEAST)) == 1
    assert told(rule % ", against: {bound: exact}", EXACT, ODD) == []
    assert told(rule % "", EXACT, LEAST) == []


def test_a_quotation_is_held_against_one_outlet_alone():
    rule = "- {id: a, type: compare, select: {kind: quotation}, against: {outlet: %s}, report: {altered: error}}"
    said = "“We will%s leave the accord in May,” Foreign Minister Odette Varr said."
    given = [said % " not", said % ""]
    assert len(told(rule % "Outlet A", *given)) == 1
    assert told(rule % "Outlet C", *given) == []


def test_points_are_of_figures_in_per_cent_alone():
    rule = "- {id: a, type: compare, select: {kind: quantity}, compare: {tolerance: 3 points, rounding: strict}, report: {conflict: error}}"
    share = "Turnout in the Saddle election was %s on Sunday."
    assert told(rule, share % "61%", share % "63%") == []
    assert len(told(rule, share % "61%", share % "65%")) == 1
    jobs = "The ferry line Calla will cut %s jobs in Port Saddle in May."
    assert len(told(rule, jobs % "61", jobs % "63")) == 1


SUPPORT = "- {id: a, type: support, select: {kind: quantity, measure: people.killed}, require: {min: 2%s}, report: warning}"
TOLL = "The flood in Lower Calvere killed %s people on Monday, the province said."


def test_support_over_stories_asks_once_and_of_every_story():
    assert told(SUPPORT % "", TOLL % 14) == []
    assert len(told(SUPPORT % ", over: stories", TOLL % 14)) == 1
    other = "On Monday fourteen people died in Lower Calvere when the flood came, a minister said."
    assert told(SUPPORT % ", over: stories", TOLL % 14, other) == []
    assert len(told(SUPPORT % "", TOLL % 14, TOLL % 19)) == 2
    assert len(told(SUPPORT % ", over: stories", TOLL % 14, TOLL % 19)) == 1


@pytest.mark.parametrize(
    ("rule", "given", "steps"),
    [
        (TO_57, ["It passed by 31 votes to 22, with four abstentions."],
         ["claims of kind quantity", "selected", "calculations set against a figure", "that do not fit"]),
        (LISTS % "", [SIX, SIX],
         ["lists of names that several articles have", "selected", "pairs of lists set against each other"]),
        (HEADED, [{"title": "90 jobs to go", "text": "The line has 12 ferries."}],
         ["claims of kind quantity", "selected", "in a headline", "set against a figure of the text"]),
    ],
    ids=["arithmetic", "lists", "headline"],
)  # fmt: skip
def test_the_trace_follows_each(rule: str, given: list[str | dict[str, str]], steps: list[str]):
    rules = ruleset(rule)
    samples = [Sample.model_validate({"text": g} if isinstance(g, str) else g) for g in given]
    report = pipeline.run(ruletests.documents(samples), rules, words())
    claims = {claim.id: claim for claim in report.claims}
    where = scene({a.id: a for a in report.articles}, claims, report.linked)
    way = funnel(rules.rules[0], where)
    assert [step.name for step in way.steps][: len(steps)] == steps
    assert len(way.outcomes) == way.steps[-2].count


FAR = "- {id: a, type: compare, select: {kind: %s}, compare: {tolerance: %s}, report: {conflict: error}}"
TALKS = "The talks in Port Saddle lasted %s on Monday."


@pytest.mark.parametrize(
    ("tolerance", "found"),
    [
        ("20 minutes", 1),
        ("45 minutes", 0),
        ("{abs: 0.5 hours}", 0),
        ("half an hour", 0),
        ("45 km", 1),
    ],
)
def test_a_distance_holds_in_every_unit_that_its_own_converts_to(tolerance: str, found: int):
    rule = FAR % ("quantity", f"{tolerance}, rounding: strict")
    assert len(told(rule, TALKS % "2 hours", TALKS % "150 minutes")) == found


def test_a_number_alone_is_no_distance_between_figures_with_units():
    rule = FAR % ("quantity", "60, rounding: strict")
    minutes = TALKS % "120 minutes", TALKS % "150 minutes"
    assert len(told(rule, *minutes)) == 1
    assert told(rule.replace("quantity", "quantity, unit: minute"), *minutes) == []
    assert told(rule, TOLL % 40, TOLL % 60) == []
    assert len(told(rule, TOLL % 40, TOLL % 140)) == 1


@pytest.mark.parametrize(
    ("tolerance", "found"), [("1", 1), ("2", 0), ("1 week", 0), ("24 hours", 1)]
)
def test_dates_lie_days_apart_or_any_time(tolerance: str, found: int):
    signed = "The Saddle accord was signed in Port Saddle on {} March 2031."
    given = signed.format(4), signed.format(6)
    assert len(told(FAR % ("date", tolerance), *given)) == found
