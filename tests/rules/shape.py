"""A file holds one concept: it is short, and its name says which."""

import re

import rule

MOST_LINES = 600
SAYS_NOTHING = {"util", "utils", "utility", "utilities", "helper", "helpers", "misc", "common", "manager", "stuff", "tools"}


def check(root):
    faults = []
    for file in rule.sources(root, "lib", "examples", "tests", "bindings", endings=(".cpp", ".hpp", ".py", ".cmake")):
        name = file.relative_to(root)
        lines = file.read_text(encoding="utf-8").count("\n")
        if lines > MOST_LINES:
            faults.append(f"{name}: {lines} lines; split it by concept, {MOST_LINES} are the most")
        for word in re.split(r"[_\-./]", str(name)):
            if word.lower() in SAYS_NOTHING:
                faults.append(f"{name}: '{word}' does not say what is in it")
    return faults


VIOLATIONS = {
    "a long file": {"lib/time/solve.cpp": "\n" * (MOST_LINES + 1)},
    "a file of anything": {"lib/time/utils.hpp": "\n"},
    "a name with a word for anything": {"lib/view/label_manager.cpp": "\n"},
    "a folder of anything": {"lib/view/common/labels.cpp": "\n"},
}
INNOCENTS = {"a short file with a name": {"lib/time/network.cpp": "\n" * MOST_LINES, "lib/view/commonality.cpp": "\n"}}

if __name__ == "__main__":
    rule.main(check, VIOLATIONS, INNOCENTS)
