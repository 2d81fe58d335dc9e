"""Reports that are more than one file, or no page at all."""

import csv
import json
import re
from pathlib import Path

from tests.e2e.command import ROOT, run

INPUTS = str(ROOT / "inputs" / "budget")


def test_a_folder_of_pages_is_written_and_never_read_as_articles(tmp_path: Path):
    done = run("report", INPUTS, "--format", "pages", "-o", "out", "--one-story", cwd=tmp_path)
    assert done.status == 0
    index = tmp_path / "out" / "pages" / "index.html"
    assert f"written: {index.relative_to(tmp_path)}" in done.out
    text = index.read_text(encoding="utf-8")
    assert "<dt>options</dt><dd>--one-story</dd>" in text
    files = set(re.findall(r'href="([^"#]+)', text))
    assert files == {file.name for file in index.parent.iterdir()} - {"index.html"}
    again = run("report", "out", "-o", "again", cwd=tmp_path)
    assert again.status == 2
    assert "no article" in again.err


def test_a_folder_does_not_fit_into_standard_output(tmp_path: Path):
    done = run("report", INPUTS, "--format", "pages", "-o", "-", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "pages is a folder of files; standard output takes one" in done.err


def test_questions_claims_and_reviews_are_written_beside_the_page(tmp_path: Path):
    done = run("report", INPUTS, "-f", "questions,csv,claimreview,json", "-o", "out", cwd=tmp_path)
    assert done.status == 0
    report = json.loads((tmp_path / "out/report.json").read_text(encoding="utf-8"))
    with (tmp_path / "out/report.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(report["claims"])
    with (tmp_path / "out/report.questions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["question"] for row in rows} == {slot["id"] for slot in report["slots"]}
    reviews = json.loads((tmp_path / "out/report.jsonld").read_text(encoding="utf-8"))
    assert reviews["@context"] == "https://schema.org"
    assert {each["identifier"] for each in reviews["@graph"]} <= {
        f["id"] for f in report["findings"]
    }
