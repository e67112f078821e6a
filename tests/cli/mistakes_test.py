"""Mistakes as writers make them, planted one at a time into copies of the examples: each gives one finding, at its place,
with advice. Where the advice says what to write instead, that is written there: the first such correction has to leave
nothing that was not found before the mistake, and each has to make the finding go away. How many are as they should be is printed, and written down in docs/checker.md; fewer than nine in ten is a failure.

    python3 tests/cli/mistakes_test.py --list    every mistake that is not found as it should be
"""

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unittest
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Iterator, List, NamedTuple, Optional

from program import EXAMPLES, FABULA

STORIES = ("never-let-me-go", "french-revolution", "odyssey", "names-of-the-world", "ten-lines", "the-hour-that-came-twice")
PER_KIND_AND_STORY = 6
WANTED = 0.9


class Mistake(NamedTuple):
    """A kind of mistake, the story with it, and the line that is wrong."""

    kind: str
    story: str
    text: str
    line: int
    also: tuple = ()  # other lines that it could be found at: of two that contradict each other, either can be meant


def changed_line(lines: List[str], at: int, new: str) -> str:
    return "".join(lines[:at] + [new] + lines[at + 1:])


def misspelt(word: str, chance: random.Random) -> str:
    """A word with two letters exchanged, or one left out, or one twice."""
    at = chance.randrange(1, len(word) - 1)
    how = chance.randrange(3)
    if how == 0 and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]
    if how == 1:
        return word[:at] + word[at + 1:]
    return word[:at] + word[at] + word[at:]


def misspelt_references(story: str, lines: List[str], chance: random.Random) -> Iterator[Mistake]:
    for at, line in enumerate(lines):
        found = re.search(r"\b(who|place|of|mentions|thread): \[?([a-z][a-z-]{3,})", line)
        if found:
            start, end = found.span(2)
            yield Mistake("misspelt id", story, changed_line(lines, at, line[:start] + misspelt(line[start:end], chance) + line[end:]),
                          at + 1)


def misspelt_declarations(story: str, lines: List[str], chance: random.Random) -> Iterator[Mistake]:
    text = "".join(lines)
    for at, line in enumerate(lines):
        found = re.search(r"\bid: ([a-z][a-z-]{4,})", line)
        if not found or not re.search(rf"\b(after|before|with|during|event:|from:|to:|frame:|reveals:) {found.group(1)}(?![\w-])", text):
            continue
        start, end = found.span(1)
        references = tuple(i + 1 for i, other in enumerate(lines)
                           if i != at and re.search(rf"(?<![\w-]){found.group(1)}(?![\w-])", other))
        yield Mistake("misspelt declaration", story,
                      changed_line(lines, at, line[:start] + misspelt(line[start:end], chance) + line[end:]), at + 1, references[:1])


def swapped_dates(story: str, lines: List[str], chance: random.Random) -> Iterator[Mistake]:
    """Day and month the other way round, where there is no such month."""
    for at, line in enumerate(lines):
        found = re.search(r"\b(?:when|until|born|died): (\d{4})-(\d\d)-(1[3-9]|2\d|3[01])\b", line)
        if found:
            yield Mistake("swapped date", story,
                          changed_line(lines, at, line.replace(f"{found[1]}-{found[2]}-{found[3]}", f"{found[1]}-{found[3]}-{found[2]}", 1)),
                          at + 1)


def wrong_ages(story: str, lines: List[str], chance: random.Random) -> Iterator[Mistake]:
    """An age beside a date that it cannot be."""
    text = "".join(lines)
    born = dict(re.findall(r"^  ([a-z][\w-]*):.*?\bborn: (\d{4})\b", text, re.M))
    for at, line in enumerate(lines):
        found = re.search(r"\bwhen: (\d{4}-\d\d-\d\d)(?=[,}\s])", line)
        who = re.search(r"\bwho: \[?([a-z][\w-]*)", line)
        if not found or not who or who[1] not in born:
            continue
        age = int(found[1][:4]) - int(born[who[1]]) + chance.randrange(4, 30)
        birth = next(i + 1 for i, other in enumerate(lines) if re.match(rf"  {who[1]}:", other))
        yield Mistake("wrong age", story,
                      changed_line(lines, at, line.replace(f"when: {found[1]}", f"when: [{found[1]}, age {age} of {who[1]}]", 1)),
                      at + 1, (birth,))


def walking_dead(story: str, lines: List[str], chance: random.Random) -> Iterator[Mistake]:
    """Somebody in an event years after a death that has a date."""
    died = {}
    for at, line in enumerate(lines):
        year = re.search(r"\bwhen: (\d{4})\b", line) or re.search(r"\bdied: (\d{4})\b", line)
        one = re.search(r"\bdeath: ([a-z][\w-]*)(?=[,}\s])", line)
        alone = re.match(r"  ([a-z][\w-]*):.*\bdied: ", line)
        name = one or alone
        if year and name:
            died[name[1]] = (int(year[1]), at + 1)
    for at, line in enumerate(lines):
        found = re.search(r"\bwho: \[([a-z][\w, -]*)\]", line)
        year = re.search(r"\bwhen: (\d{4})\b", line)
        if not found or not year or re.search(r"\b(mode|truth|death):", line):
            continue
        dead = [name for name, (when, _) in died.items() if when + 1 < int(year[1]) and name not in found[1]]
        if dead:
            name = chance.choice(dead)
            yield Mistake("walking dead", story, changed_line(lines, at, line.replace(found[0], f"who: [{found[1]}, {name}]")), at + 1,
                          (died[name][1],))


FOREIGN = {"when": "date", "who": "characters", "place": "location", "born": "birth", "text": "description", "until": "end",
           "lasts": "duration", "title": "name", "thread": "storyline"}


def foreign_keys(story: str, lines: List[str], chance: random.Random) -> Iterator[Mistake]:
    for at, line in enumerate(lines):
        if not re.search(r"\bid: |^  [a-z][\w-]*: \{", line):
            continue
        found = [key for key in FOREIGN if re.search(rf"[{{ ,]{key}: ", line) and not (key == "title" and "events" in line)]
        if found:
            key = chance.choice(found)
            yield Mistake("key of another tool", story, changed_line(lines, at, re.sub(rf"(?<=[{{ ,]){key}: ", f"{FOREIGN[key]}: ", line, count=1)),
                          at + 1)


def misspelt_keys(story: str, lines: List[str], chance: random.Random) -> Iterator[Mistake]:
    for at, line in enumerate(lines):
        found = re.search(r"[{ ,](title|when|place|things|until|thread|truth|mode): ", line)
        if found and "id:" in line:
            start, end = found.span(1)
            yield Mistake("misspelt key", story, changed_line(lines, at, line[:start] + misspelt(line[start:end], chance) + line[end:]), at + 1)


def broken_quotes(story: str, lines: List[str], chance: random.Random) -> Iterator[Mistake]:
    for at, line in enumerate(lines):
        found = re.search(r'\btitle: ("[^"]+")', line) or re.search(r"\btitle: ([A-Z][\w ’]+)(?=, \w+: )", line)
        if found:
            start, end = found.span(1)
            broken = line[:end - 1] + line[end:] if line[start] == '"' else line[:start] + '"' + line[start:]
            yield Mistake("broken quote", story, changed_line(lines, at, broken), at + 1)


def tabs(story: str, lines: List[str], chance: random.Random) -> Iterator[Mistake]:
    for at, line in enumerate(lines):
        if re.match(r" {2,8}[-a-z]", line):
            indent = len(line) - len(line.lstrip(" "))
            yield Mistake("tab", story, changed_line(lines, at, "\t" * max(1, indent // 2) + line.lstrip(" ")), at + 1)


def commas(story: str, lines: List[str], chance: random.Random) -> Iterator[Mistake]:
    for at, line in enumerate(lines):
        found = re.search(r"\{[^{}]*\btitle: ([A-Z][a-z’]+ [a-z’]+)( [\w ’]+), \w", line)
        if found:
            yield Mistake("comma in a title", story, changed_line(lines, at, line[:found.end(1)] + "," + line[found.end(1):]), at + 1)


def wrong_words(story: str, lines: List[str], chance: random.Random) -> Iterator[Mistake]:
    for at, line in enumerate(lines):
        found = re.search(r"\b(?:truth|mode): ([a-z]{4,})", line)
        if found:
            start, end = found.span(1)
            yield Mistake("misspelt word", story, changed_line(lines, at, line[:start] + misspelt(line[start:end], chance) + line[end:]), at + 1)


def unreadable_phrases(story: str, lines: List[str], chance: random.Random) -> Iterator[Mistake]:
    for at, line in enumerate(lines):
        found = re.search(r"\bwhen: (soon after|after|before|during) ", line)
        if found:
            yield Mistake("misspelt phrase", story,
                          changed_line(lines, at, line[:found.start(1)] + misspelt(found[1].split()[-1], chance) + " " + line[found.end():]),
                          at + 1)


KINDS = (misspelt_references, misspelt_declarations, swapped_dates, wrong_ages, walking_dead, foreign_keys, misspelt_keys,
         broken_quotes, tabs, commas, wrong_words, unreadable_phrases)


def all_mistakes() -> List[Mistake]:
    chosen = []
    for story in STORIES:
        lines = (EXAMPLES / f"{story}.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
        for kind in KINDS:
            chance = random.Random(f"{story} {kind.__name__}")
            possible = list(kind(story, lines, chance))
            chosen += chance.sample(possible, min(PER_KIND_AND_STORY, len(possible)))
    return chosen


def findings(text: str, folder: str, name: str) -> List[dict]:
    path = Path(folder) / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    done = subprocess.run([FABULA, "check", str(path), "--format", "json"], stdout=subprocess.PIPE, timeout=60, check=False)
    return json.loads(done.stdout)["diagnostics"]


class Verdict(NamedTuple):
    mistake: Mistake
    new: List[dict]
    fault: Optional[str]
    corrections: int = 0  # that were tried


def new_findings(text: str, before: Counter, folder: str, name: str) -> List[dict]:
    """What is found that is not found without the mistake."""
    known = Counter(before)
    new = []
    for finding in findings(text, folder, name):
        key = (finding["code"], finding["message"])
        if known[key] > 0:
            known[key] -= 1
        else:
            new.append(finding)
    return new


def replaced(text: str, offset: int, length: int, replacement: str) -> str:
    """`offset` and `length` are in bytes."""
    content = text.encode()
    return (content[:offset] + replacement.encode() + content[offset + length:]).decode()


def corrections(text: str, finding: dict) -> Iterator[str]:
    """The text with each of the repairs, or with what was likely meant."""
    for repair in finding.get("repairs", []):
        changed = text
        for edit in sorted(repair["edits"], key=lambda each: -each["offset"]):
            changed = replaced(changed, edit["offset"], edit["length"], edit["replacement"])
        yield changed
    if finding.get("instead") is not None:
        lines = text.splitlines(keepends=True)
        before = "".join(lines[: finding["line"] - 1]) + lines[finding["line"] - 1][: finding["column"] - 1]
        yield replaced(text, len(before.encode()), finding["length"], finding["instead"])


def judge(mistake: Mistake, before: Counter, folder: str, number: int) -> Verdict:
    """One finding more than without the mistake, in its line, with advice that fixes it."""
    new = new_findings(mistake.text, before, folder, str(number))
    if len(new) != 1:
        return Verdict(mistake, new, f"{len(new)} findings")
    if new[0]["line"] not in (mistake.line, *mistake.also):
        return Verdict(mistake, new, f"found in line {new[0]['line']}, made in line {mistake.line}")
    if not new[0].get("help") and not new[0].get("repairs"):
        return Verdict(mistake, new, "no advice")
    tried = 0
    for corrected in corrections(mistake.text, new[0]):
        tried += 1
        left = new_findings(corrected, before, folder, f"{number}-{tried}")
        if (tried == 1 and left) or new[0]["message"] in (each["message"] for each in left):
            return Verdict(mistake, left, f"still found after correction {tried}", tried)
    return Verdict(mistake, new, None, tried)


def judge_all() -> List[Verdict]:
    with tempfile.TemporaryDirectory() as folder:
        before = {}
        for story in STORIES:
            text = (EXAMPLES / f"{story}.yaml").read_text(encoding="utf-8")
            before[story] = Counter((each["code"], each["message"]) for each in findings(text, folder, story))
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            jobs = [pool.submit(judge, mistake, before[mistake.story], folder, number)
                    for number, mistake in enumerate(all_mistakes())]
            return [job.result() for job in jobs]


def table(verdicts: List[Verdict]) -> str:
    rows = []
    for kind in dict.fromkeys(verdict.mistake.kind for verdict in verdicts):
        of_kind = [verdict for verdict in verdicts if verdict.mistake.kind == kind]
        rows.append(f"{kind:22}{sum(1 for each in of_kind if each.fault is None):4} of {len(of_kind):3}")
    good = sum(1 for verdict in verdicts if verdict.fault is None)
    corrected = sum(1 for verdict in verdicts if verdict.corrections > 0)
    tried = sum(verdict.corrections for verdict in verdicts)
    rows.append(f"{corrected} of them with {tried} corrections that were tried")
    return "\n".join([*rows, f"{'all':22}{good:4} of {len(verdicts):3}  {100 * good / len(verdicts):.1f} %"])


class Mistakes(unittest.TestCase):
    def test_nine_in_ten_give_one_finding_at_their_place_with_advice(self) -> None:
        verdicts = judge_all()
        print("\n" + table(verdicts), file=sys.stderr)
        self.assertGreater(len(verdicts), 200)
        self.assertGreaterEqual(sum(1 for verdict in verdicts if verdict.fault is None), WANTED * len(verdicts))


def main() -> None:
    verdicts = judge_all()
    print(table(verdicts))
    for verdict in verdicts:
        if verdict.fault is None:
            continue
        print(f"\n{verdict.mistake.kind} in {verdict.mistake.story}, line {verdict.mistake.line}: {verdict.fault}")
        print("    " + verdict.mistake.text.splitlines()[verdict.mistake.line - 1].strip())
        for finding in verdict.new:
            print(f"    {finding['line']}: {finding['code']}: {finding['message']}")


if __name__ == "__main__":
    if "--list" in sys.argv:
        main()
    else:
        unittest.main()
