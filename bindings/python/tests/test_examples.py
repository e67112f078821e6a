"""The examples do what they say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import List

import corpus
import pandas
import pytest

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "examples/python"


def run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(EXAMPLES / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=240)


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Three stories in a folder and one below it, one of them wrong."""
    folder = tmp_path / "stories"
    (folder / "old").mkdir(parents=True)
    for name in ("one", "two", "old/three"):
        (folder / f"{name}.yaml").write_text(f"title: Story {name}\ncharacters: {{ann: {{name: Ann}}}}\nevents: [{{title: It begins, who: ann}}]\n", encoding="utf-8")
    (folder / "wrong.yaml").write_text("title: Wrong\nevents: [{titel: It begins}]\n", encoding="utf-8")
    return folder


def pictures(folder: Path) -> List[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.svg"))


@pytest.mark.parametrize("engine", [[], ["--dask", "local"]], ids=["processes", "dask"])
def test_a_corpus_is_drawn_and_a_bad_story_does_not_stop_the_rest(engine: List[str], stories: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("corpus.py", stories, out, "--view", "lifelines", "--view", "storyline", "--workers", 2, *engine)
    assert done.returncode == 1, done.stderr
    assert pictures(out) == [f"{name}.{view}.svg" for name in ("old/three", "one", "two") for view in ("lifelines", "storyline")]
    assert "4/4" in done.stdout
    assert "3 drawn, 1 errors, 0 lost" in done.stdout
    assert "wrong.yaml:2:11: error:" in done.stdout
    report = [json.loads(line) for line in (out / "report.jsonl").read_text(encoding="utf-8").splitlines() if line]
    assert {Path(line["story"]).stem: line["state"] for line in report} == {"one": "drawn", "two": "drawn", "three": "drawn", "wrong": "errors"}


def test_a_corpus_goes_on_where_it_stopped(stories: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("corpus.py", stories, out)
    # As if it had been stopped while it wrote the line of the last story; and one story has been mended since.
    report = out / "report.jsonl"
    lines = report.read_text(encoding="utf-8").splitlines()
    report.write_text("\n".join(lines[:-1]) + "\n" + lines[-1][:20], encoding="utf-8")
    (stories / "wrong.yaml").write_text("title: Right\nevents: [{title: It begins}]\n", encoding="utf-8")
    again = run("corpus.py", stories, out)
    last = Path(json.loads(lines[-1])["story"]).stem
    assert again.stdout.splitlines()[0] == ("4 stories, 3 of them done before" if last == "wrong" else "4 stories, 2 of them done before")
    assert "4 drawn, 0 errors, 0 lost" in again.stdout
    assert again.returncode == 0
    assert "4 stories, 4 of them done before" in run("corpus.py", stories, out).stdout


def test_a_story_asked_for_in_another_way_is_drawn_again(stories: Path, tmp_path: Path) -> None:
    run("corpus.py", stories, tmp_path / "out")
    assert "0 of them done before" in run("corpus.py", stories, tmp_path / "out", "--theme", "print").stdout


def test_a_view_that_a_story_has_nothing_for_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "bare.yaml").write_text("title: Bare\nevents: [{title: It begins}]\n", encoding="utf-8")
    done = run("corpus.py", tmp_path, tmp_path / "out", "--view", "storyline", "--view", "lifelines")
    assert "no-characters" in done.stdout
    assert pictures(tmp_path / "out") == ["bare.lifelines.svg"]


def fall_over_two(job: corpus.Job) -> corpus.Outcome:
    if Path(job.story).stem == "two":
        os._exit(1)
    return corpus.Outcome(job.story, job.key, "drawn")


def test_a_story_that_brings_its_process_down_is_noted_and_the_others_go_on(stories: Path, tmp_path: Path) -> None:
    jobs = corpus.jobs_in(stories, tmp_path / "out", ["lifelines"], "default", "svg", "")
    states = {Path(outcome.story).stem: outcome.state for outcome in corpus.on_cores(jobs, 2, fall_over_two)}
    assert states == {"one": "drawn", "two": "lost", "three": "drawn", "wrong": "drawn"}


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    done = run("corpus.py", tmp_path, tmp_path / "out")
    assert done.returncode == 2
    assert "there is no story in" in done.stderr


def test_a_spreadsheet_becomes_a_poster(tmp_path: Path) -> None:
    poster, saved = tmp_path / "dracula.pdf", tmp_path / "dracula.yaml"
    done = run("spreadsheet_to_poster.py", EXAMPLES / "dracula.csv", poster, "--title", "Dracula", "--author", "Bram Stoker", "--save", saved)
    assert done.returncode == 0, done.stderr
    assert poster.read_bytes().startswith(b"%PDF")
    assert "title: Dracula" in saved.read_text(encoding="utf-8")


def test_a_workbook_becomes_the_same_poster(tmp_path: Path) -> None:
    table = pandas.read_csv(EXAMPLES / "dracula.csv").assign(Date=lambda rows: pandas.to_datetime(rows["Date"]))
    with pandas.ExcelWriter(tmp_path / "dracula.xlsx") as file:
        table.to_excel(file, sheet_name="Scenes", index=False)
    run("spreadsheet_to_poster.py", EXAMPLES / "dracula.csv", tmp_path / "csv.svg", "--title", "Dracula")
    done = run("spreadsheet_to_poster.py", tmp_path / "dracula.xlsx", tmp_path / "xlsx.svg", "--title", "Dracula")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "xlsx.svg").read_bytes() == (tmp_path / "csv.svg").read_bytes()


def test_a_spreadsheet_with_an_unknown_column_says_what_to_do(tmp_path: Path) -> None:
    table = tmp_path / "plot.csv"
    table.write_text("title,Mood\nThey meet,gay\n", encoding="utf-8")
    wrong = run("spreadsheet_to_poster.py", table, tmp_path / "plot.pdf", "--title", "Plot")
    assert wrong.returncode == 1
    assert "'Mood' means nothing" in wrong.stderr
    assert not (tmp_path / "plot.pdf").exists()


def test_the_notebook_runs_and_shows_four_views() -> None:
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(EXAMPLES / "never-let-me-go.ipynb", as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "outputs are not kept"
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(EXAMPLES)}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert sum("image/svg+xml" in output.get("data", {}) for output in outputs) == 4
    (error,) = (output for output in outputs if output.output_type == "error")
    assert "[contradiction]" in "\n".join(error.traceback)
