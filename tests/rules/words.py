"""Every word that pictures look up is a key that a story can give: views, the table of ‘words’ and the manual agree."""

import re

import rule

LOOKED_UP = re.compile(r"\b(?:word|phrase)\(\s*\"([a-z-]+)\"")
OF_A_LANGUAGE = re.compile(r"^    \{\"([a-z-]+)\",\s", re.MULTILINE)
TABLE, LANGUAGES, MANUAL = "lib/story/head.cpp", "lib/view/language_words.cpp", "examples/stories/README.md"


def keys_of_table(text):
    start = text.index("keys_of_words[]")
    return set(re.findall(r'"([a-z-]+)"', rule.without_comments(text[start : text.index("};", start)])))


def check(root):
    keys = keys_of_table((root / TABLE).read_text(encoding="utf-8"))
    faults = []
    for file in rule.sources(root, "lib/view", "lib/render", "lib/paint"):
        text = rule.without_comments(file.read_text(encoding="utf-8"))
        found = set(LOOKED_UP.findall(text))
        if str(file.relative_to(root)) == LANGUAGES:
            found |= set(OF_A_LANGUAGE.findall(text))
        faults += [f"{file.relative_to(root)}: ‘{key}’ is not in {TABLE}" for key in sorted(found - keys)]
    manual = (root / MANUAL).read_text(encoding="utf-8")
    listed = set(re.findall(r"`([a-z-]+)`", manual))
    return faults + [f"{MANUAL}: ‘{key}’ is not there" for key in sorted(keys - listed)]


def project(view, table, manual):
    return {
        "lib/view/legend.cpp": view,
        LANGUAGES: 'constexpr Row table[] = {\n    {"circa", {"c."}}};\n',
        TABLE: f"constexpr std::string_view keys_of_words[] = {{{table}}};\n",
        MANUAL: manual,
    }


VIOLATIONS = {
    "a word that no story can give": project('wording.word("death", "death")', '"circa"', "`circa`"),
    "a pattern that no story can give": project('wording.phrase("later", text)', '"circa"', "`circa`"),
    "a word of a language": project("", '"death"', "`death`"),
    "a word that the manual does not have": project('word("death", "death")', '"circa", "death"', "`circa`"),
}
INNOCENTS = {"words that all have": project('word("death", "death")', '"circa", "death"', "`death`, `circa`")}

if __name__ == "__main__":
    rule.main(check, VIOLATIONS, INNOCENTS)
