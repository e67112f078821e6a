"""What the Python package costs.

    python run.py BENCH_CALLS [--renders N]

BENCH_CALLS is the program bench_calls of a build tree configured with FABULA_BENCHMARKS=ON. It prints

- what a call costs from Python and the same from C++: medians of many, in turns, so that what else the machine does meets
  both alike;
- how much memory many renders leave behind (10,000 unless said otherwise), after the first thousand;
- how many more stories two and four threads draw than one;
- how long `import fabula` takes, over what starting Python takes.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Callable, List

import fabula

STORIES = Path(__file__).resolve().parents[3] / "examples/stories"
FOUNDING, SHORT = STORIES / "never-let-me-go.yaml", STORIES / "ten-lines.yaml"
ROUNDS = 15


def from_cpp(program: Path, story: Path, format: str, times: int) -> List[float]:
    """Milliseconds of each call."""
    done = subprocess.run([program, story, format, str(times)], capture_output=True, text=True, check=True)
    return [float(line) for line in done.stdout.split()]


def from_python(story: Path, format: str, times: int) -> List[float]:
    """Milliseconds of each call, in a process of its own as those of C++."""
    code = (
        "import sys, time, fabula\n"
        "for _ in range(int(sys.argv[3])):\n"
        "    start = time.perf_counter()\n"
        "    getattr(fabula.load(sys.argv[1]), sys.argv[2])()\n"
        "    print((time.perf_counter() - start) * 1000)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, story, format, str(times)], capture_output=True, text=True, check=True)
    return [float(line) for line in done.stdout.split()]


def calls(program: Path) -> None:
    """The first calls of each process load fonts and are not counted."""
    print("\nOne call, load and draw, ms        Python       C++     ratio")
    for story, times in ((FOUNDING, 20), (SHORT, 60)):
        for format in ("svg", "pdf", "png"):
            python: List[float] = []
            cpp: List[float] = []
            for _ in range(ROUNDS):
                python += from_python(story, format, times)[3:]
                cpp += from_cpp(program, story, format, times)[3:]
            ours, theirs = statistics.median(python), statistics.median(cpp)
            print(f"  {story.stem:20} {format:8} {ours:9.3f} {theirs:9.3f} {ours / theirs:9.3f}")


def memory() -> float:
    """MiB that this process holds."""
    gc.collect()
    fields = Path("/proc/self/statm").read_text().split()
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def leaks(renders: int) -> None:
    """Everything that a call goes through: reading, drawing, checking, timing, changing, an error."""
    print("\nMemory after so many renders, MiB")
    text = SHORT.read_text(encoding="utf-8")
    before = 0.0
    for count in range(1, renders + 1):
        story = fabula.loads(text)
        getattr(story, ("svg", "pdf", "png")[count % 3])(view=("lifelines", "storyline", "arcs")[count % 3])
        story.event(title="One more")
        story.check()
        story.times()
        try:
            fabula.loads(text.replace("title:", "titel:", 1))
        except fabula.StoryError:
            pass
        if count == renders // 10:
            before = memory()
        if count % (renders // 10) == 0:
            print(f"  {count:7,} {memory():9.1f}")
    print(f"  grew by {memory() - before:.1f} MiB over the last {renders - renders // 10:,}")


def per_second(draw: Callable[[], object], threads: int, times: int) -> float:
    """How many are drawn in a second."""
    with ThreadPoolExecutor(threads) as pool:
        start = time.perf_counter()
        for each in [pool.submit(draw) for _ in range(times)]:
            each.result()
        return times / (time.perf_counter() - start)


def threads() -> None:
    """Rounds of one, two and four, in turns."""
    story = fabula.load(FOUNDING)
    counts = (1, 2, 4)
    rates = {count: [per_second(story.pdf, count, 40) for _ in range(1)] for count in counts}
    for _ in range(4):
        for count in counts:
            rates[count].append(per_second(story.pdf, count, 40))
    print(f"\nThreads, on {os.cpu_count()} cores: pictures a second")
    one = statistics.median(rates[1])
    for count in counts:
        rate = statistics.median(rates[count])
        print(f"  {count} {rate:9.1f}  {rate / one:5.2f} times one")


def imports() -> None:
    """Medians of processes, warm."""

    def taken(code: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return (time.perf_counter() - start) * 1000

    rounds = [(taken("pass"), taken("import fabula")) for _ in range(30)]
    bare = statistics.median(each for each, _ in rounds)
    whole = statistics.median(each for _, each in rounds)
    print(f"\nimport fabula: {whole - bare:.1f} ms, over the {bare:.1f} ms of Python's start")


def main() -> None:
    options = argparse.ArgumentParser(description="Measures what the Python package costs.")
    options.add_argument("program", type=Path, help="bench_calls")
    options.add_argument("--renders", type=int, default=10_000, help="for the memory they leave behind")
    chosen = options.parse_args()
    imports()
    calls(chosen.program)
    threads()
    leaks(chosen.renders)


if __name__ == "__main__":
    main()
