"""A file holds one idea, of a natural size: neither a scrap nor a heap, and its name says which idea.

A long file holds several ideas. A source that is too short for one belongs into the file of its idea, and so does a
private header that hardly anyone includes: it exists because at least three files need it.
"""

import re

import rule

MOST_LINES = 600
LEAST_LINES = 40  # of a source of the library
LEAST_INCLUDES = 3  # of a private header, in the library
SAYS_NOTHING = {"util", "utils", "utility", "utilities", "helper", "helpers", "misc", "common", "manager", "stuff", "tools"}

# Short by design: one rule of the checker, one table of a stage.
SHORT_BY_DESIGN = re.compile(r"lib/check/rules/\w+\.cpp|lib/(\w+/)+registry\.cpp")

# What else may be small, each under the reason why. An entry that is not needed is a fault, so that the list shrinks.
ALLOWANCES = "tests/rules/small_files.txt"

INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)


def faults_of_name(name):
    for word in re.split(r"[_\-./]", str(name)):
        if word.lower() in SAYS_NOTHING:
            yield f"{name}: '{word}' does not say what is in it"


def lines_of(file):
    return file.read_text(encoding="utf-8").count("\n")


def small_sources(root):
    """What is wrong with each source of the library that is too short."""
    small = {}
    for file in rule.sources(root, "lib", endings=(".cpp",)):
        name = file.relative_to(root).as_posix()
        lines = lines_of(file)
        if lines < LEAST_LINES and not SHORT_BY_DESIGN.fullmatch(name):
            small[name] = f"{lines} lines; put them into the file of their idea, {LEAST_LINES} are the least"
    return small


def little_known_headers(root):
    """What is wrong with each private header that too few files of the library include.

    One that a registry includes is the row of its folder there: nobody else needs to know it.
    """
    known = {}
    for file in rule.sources(root, "lib"):
        for included in INCLUDE.findall(file.read_text(encoding="utf-8")):
            known.setdefault(f"lib/{included}", set()).add(file)
    little = {}
    for file in rule.sources(root, "lib", endings=(".hpp",)):
        name = file.relative_to(root).as_posix()
        users = known.get(name, set())
        is_row = any(user.name == "registry.cpp" for user in users)
        if name.startswith("lib/include/") or is_row or len(users) >= LEAST_INCLUDES:
            continue
        little[name] = f"{len(users)} files include it; put it into one of them, or into a header that others need"
    return little


def allowances(root):
    """The names in the list of small files; a line that is not indented is the reason for those below it."""
    file = root / ALLOWANCES
    lines = file.read_text(encoding="utf-8").split("\n") if file.is_file() else []
    return [line.strip() for line in lines if line.startswith(" ") and line.strip()]


def check(root):
    faults = []
    for file in rule.sources(root, "lib", "examples", "tests", "bindings", endings=(".cpp", ".hpp", ".py", ".cmake")):
        name = file.relative_to(root)
        if lines_of(file) > MOST_LINES:
            faults.append(f"{name}: {lines_of(file)} lines; split it by idea, {MOST_LINES} are the most")
        faults.extend(faults_of_name(name))
    small = small_sources(root) | little_known_headers(root)
    allowed = allowances(root)
    faults.extend(f"{name}: {fault}" for name, fault in small.items() if name not in allowed)
    faults.extend(f"{ALLOWANCES}: {name} need not be there" for name in allowed if name not in small)
    return faults


def included(times):
    """A private header that so many files include, all of a natural size."""
    text = '#include "time/network.hpp"\n' + "\n" * LEAST_LINES
    return {"lib/time/network.hpp": "\n"} | {f"lib/time/user_{i}.cpp": text for i in range(times)}


SHORT = "\n" * (LEAST_LINES - 1)
ENOUGH = "\n" * LEAST_LINES

VIOLATIONS = {
    "a long file": {"lib/time/solve.cpp": "\n" * (MOST_LINES + 1)},
    "a long test": {"tests/time/solve_test.cpp": "\n" * (MOST_LINES + 1)},
    "a file of anything": {"lib/time/utils.cpp": ENOUGH},
    "a name with a word for anything": {"lib/view/label_manager.cpp": ENOUGH},
    "a folder of anything": {"lib/view/common/labels.cpp": ENOUGH},
    "a scrap of a source": {"lib/time/solve.cpp": SHORT},
    "a scrap beside the rules of the checker": {"lib/check/words.cpp": SHORT},
    "a header that nobody includes": included(0),
    "a header of one pair": included(LEAST_INCLUDES - 1),
    "a header that tests make up for": included(LEAST_INCLUDES - 1)
    | {"tests/time/network_test.cpp": '#include "time/network.hpp"\n'},
    "a file that may be small and is not": {"lib/time/solve.cpp": ENOUGH, ALLOWANCES: "Short:\n  lib/time/solve.cpp\n"},
    "a file that may be small and is gone": {ALLOWANCES: "Short:\n  lib/time/solve.cpp\n"},
}
INNOCENTS = {
    "files of a natural size": {"lib/time/network.cpp": "\n" * MOST_LINES, "lib/view/commonality.cpp": ENOUGH},
    "what is short by design": {"lib/check/rules/too_far.cpp": SHORT, "lib/paint/registry.cpp": SHORT},
    "short files outside of the library": {"examples/cli/main.cpp": SHORT, "tests/time/solve_test.cpp": SHORT},
    "a header that three files need": included(LEAST_INCLUDES),
    "a public header": {"lib/include/fabula/time.hpp": "\n"},
    "the row of a folder": {
        "lib/view/arcs/view.hpp": "\n",
        "lib/view/arcs/view.cpp": '#include "view/arcs/view.hpp"\n' + ENOUGH,
        "lib/view/registry.cpp": '#include "view/arcs/view.hpp"\n' + ENOUGH,
    },
    "what may be small": {"lib/time/solve.cpp": SHORT, ALLOWANCES: "Short:\n  lib/time/solve.cpp\n"},
}

if __name__ == "__main__":
    rule.main(check, VIOLATIONS, INNOCENTS)
