"""Draws and checks a folder of stories, on all cores of this machine or on a cluster of Dask.

    python corpus.py STORIES OUT [--view V]... [--theme NAME] [--format svg|pdf|png] [--page A4] [--workers N]
    python corpus.py STORIES OUT --dask local
    python corpus.py STORIES OUT --dask tcp://scheduler:8786

Pictures go to OUT with the names of the stories, and a line for each story to OUT/report.jsonl, as soon as it is done. Run it
again and it goes on where it stopped: what was done, and has not changed since, is not done again. A story with errors is
noted and does not stop the others, nor does one that brings its process down. Exit: 0 all drawn, 1 some have errors.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
import warnings
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Tuple

import fabula


@dataclass(frozen=True)
class Job:
    """A story to be drawn and checked: all that a worker, here or elsewhere, has to know."""

    story: str
    pictures: Tuple[str, ...]  # one for each view
    views: Tuple[str, ...]
    theme: str
    page: str
    key: str  # of what goes in: the same key, the same pictures


@dataclass
class Outcome:
    """What became of a story: a line of the report."""

    story: str
    key: str
    state: str  # "drawn", "errors" or "lost"
    title: str = ""
    events: int = 0
    seconds: float = 0
    findings: Dict[str, int] = field(default_factory=dict)  # how often which code was found
    text: List[str] = field(default_factory=list)  # the errors, each with its place


def work(job: Job) -> Outcome:
    """Draws and checks one story. Errors of the story are its outcome; nothing is raised for them."""
    start = time.perf_counter()
    outcome = Outcome(job.story, job.key, "drawn")
    try:
        story = fabula.load(job.story, strict=True)
        outcome.title = story.title
        outcome.events = len(story.events)
        for found in story.check():
            outcome.findings[found.code] = outcome.findings.get(found.code, 0) + 1
        for view, picture in zip(job.views, job.pictures):
            draw(story, view, picture, job, outcome)
    except (fabula.StoryError, ValueError, OSError) as error:
        note(error, outcome)
    outcome.seconds = round(time.perf_counter() - start, 3)
    return outcome


def draw(story: fabula.Story, view: str, picture: str, job: Job, outcome: Outcome) -> None:
    """Draws one view; where the story has nothing for it, the others are drawn all the same."""
    Path(picture).parent.mkdir(parents=True, exist_ok=True)
    try:
        with warnings.catch_warnings(record=True):
            story.render(picture, view=view, theme=job.theme, page=job.page, strict=True)
    except fabula.StoryError as error:
        note(error, outcome)


def note(error: Exception, outcome: Outcome) -> None:
    """Keeps what went wrong, each with its place, once."""
    found = [str(each) for each in error.diagnostics if each.severity == "error"] if isinstance(error, fabula.StoryError) else [str(error)]
    outcome.state = "errors"
    outcome.text += [text for text in found if text not in outcome.text]


def on_cores(jobs: List[Job], workers: int, work: Callable[[Job], Outcome] = work) -> Iterator[Outcome]:
    """The outcomes as they come, from processes of this machine (0: as many as it has cores)."""
    left = {job.story: job for job in jobs}
    # A process that dies takes its pool with it; then one story at a time, until the one is found that did it.
    alone = False
    while left:
        batch = list(left.values())[:1] if alone else list(left.values())
        with ProcessPoolExecutor(1 if alone else workers or None, mp_context=get_context("spawn")) as pool:
            try:
                for future in as_completed([pool.submit(work, job) for job in batch]):
                    outcome = future.result()
                    del left[outcome.story]
                    yield outcome
            except BrokenProcessPool:
                if alone:
                    yield lost(left.pop(batch[0].story), "the process that drew it came down")
                alone = not alone


def on_dask(jobs: List[Job], address: str, workers: int) -> Iterator[Outcome]:
    """The outcomes as they come, from a cluster of Dask: "local", or the address of a scheduler whose workers see the files."""
    from dask.distributed import Client, LocalCluster
    from dask.distributed import as_completed as as_they_come

    with ExitStack() as stack:
        where: Any = address
        if address == "local":
            where = stack.enter_context(LocalCluster(n_workers=workers or None, threads_per_worker=1, dashboard_address=":0"))
        client = stack.enter_context(Client(where))
        futures = {client.submit(work, job, pure=False): job for job in jobs}
        for future in as_they_come(list(futures)):
            yield future.result() if future.status == "finished" else lost(futures[future], str(future.exception()))


def lost(job: Job, why: str) -> Outcome:
    """A story that brought its worker down."""
    return Outcome(job.story, job.key, "lost", text=[why])


def jobs_in(folder: Path, out: Path, views: List[str], theme: str, format: str, page: str) -> List[Job]:
    """A job for each story in the folder and those below it."""
    jobs = []
    for story in sorted({*folder.rglob("*.yaml"), *folder.rglob("*.yml")}):
        stem = out / story.relative_to(folder).with_suffix("")
        pictures = tuple(f"{stem}.{view}.{format}" for view in views)
        asked = json.dumps([views, theme, format, page, fabula.__version__])
        key = hashlib.sha256(story.read_bytes() + asked.encode()).hexdigest()[:16]
        jobs.append(Job(str(story), pictures, tuple(views), theme, page, key))
    return jobs


def is_done(job: Job, report: Dict[str, Outcome]) -> bool:
    """Whether an earlier run has done it, with the same story and options, and its pictures are there."""
    before = report.get(job.story)
    if before is None or before.key != job.key or before.state == "lost":
        return False
    return before.state == "errors" or all(Path(picture).exists() for picture in job.pictures)


def read_report(path: Path) -> Dict[str, Outcome]:
    """What earlier runs have noted; the last line of one that was stopped may be half."""
    report: Dict[str, Outcome] = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        try:
            outcome = Outcome(**json.loads(line))
        except (ValueError, TypeError):
            continue
        report[outcome.story] = outcome
    return report


def show(done: int, of: int, outcome: Outcome, start: float) -> None:
    """A line for each story, with the time that the rest will take if it goes on like this."""
    rest = (time.monotonic() - start) / done * (of - done)
    found = ", ".join(f"{count} {code}" for code, count in sorted(outcome.findings.items()))
    print(f"{done:>{len(str(of))}}/{of}  {outcome.state:6}  {outcome.seconds:6.2f} s  {outcome.story}  {found}", end="", flush=True)
    print(f"  (about {rest:.0f} s left)" if rest >= 10 else "")
    for text in outcome.text:
        print("    " + text.replace("\n", "\n    "))


def main() -> int:
    options = parser().parse_args()
    views = options.view or ["lifelines"]
    jobs = jobs_in(options.stories, options.out, views, options.theme, options.format, options.page)
    if not jobs:
        print(f"there is no story in {options.stories}", file=sys.stderr)
        return 2
    options.out.mkdir(parents=True, exist_ok=True)
    report_path = options.out / "report.jsonl"
    report = read_report(report_path)
    to_do = [job for job in jobs if not is_done(job, report)]
    print(f"{len(jobs)} stories, {len(jobs) - len(to_do)} of them done before")

    outcomes = on_dask(to_do, options.dask, options.workers) if options.dask else on_cores(to_do, options.workers)
    start = time.monotonic()
    with report_path.open("a", encoding="utf-8") as file:
        for number, outcome in enumerate(outcomes, start=1):
            report[outcome.story] = outcome
            file.write("\n" * (number == 1) + json.dumps(asdict(outcome), ensure_ascii=False) + "\n")
            file.flush()
            show(number, len(to_do), outcome, start)
    states = [report[job.story].state for job in jobs]
    print(", ".join(f"{states.count(state)} {state}" for state in ("drawn", "errors", "lost")))
    return 0 if states.count("drawn") == len(states) else 1


def parser() -> argparse.ArgumentParser:
    """The options of the command line."""
    options = argparse.ArgumentParser(description="Draws and checks a folder of stories; run it again and it goes on where it stopped.")
    options.add_argument("stories", type=Path, help="the folder")
    options.add_argument("out", type=Path, help="where pictures and report.jsonl go")
    options.add_argument("--view", action="append", choices=list(fabula.views()), help="may be given several times; lifelines")
    options.add_argument("--theme", default="default", help="a theme, or the path of one")
    options.add_argument("--format", default="svg", choices=["svg", "pdf", "png"])
    options.add_argument("--page", default="", help="a size of paper; as large as the story needs")
    options.add_argument("--workers", type=int, default=0, help="processes at once; as many as there are cores")
    options.add_argument("--dask", metavar="ADDRESS", help="a scheduler of Dask, or ‘local’ for a cluster on this machine")
    return options


if __name__ == "__main__":
    sys.exit(main())
