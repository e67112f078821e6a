"""Makes the pages of the C++ reference from the public headers: what each says of itself, and its declarations."""

import re
from pathlib import Path

from mkdocs.structure.files import File

HEADERS = Path(__file__).resolve().parents[2] / "lib/include/fabula"
# The order of the stages; headers that are not named here follow by name.
STAGES = ["fabula", "render", "source", "diagnostic", "story", "phrase", "calendar", "structure", "timetable", "ages", "explanation",
          "check", "theme", "text", "scene", "view", "document", "print", "paint", "specimen"]
# In cpp/index.md: where the list of headers stands.
LIST = "<!-- headers -->"

NAME = re.compile(r"\b(?:struct|class|enum class)\s+(\w+)|\busing\s+(\w+)|\b(\w+)\s*\(|\b(\w+)\s*(?:=|\{)|(operator\S+)\(")


def headers():
    names = sorted(path.stem for path in HEADERS.glob("*.hpp"))
    return sorted(names, key=lambda name: (STAGES.index(name) if name in STAGES else len(STAGES), name))


def as_markdown(comment):
    """The lines of a `///` comment, with what Markdown would take for marks escaped outside of code."""
    text = "\n".join(re.sub(r"^\s*///? ?", "", line) for line in comment).strip()
    parts = re.split(r"(`[^`]*`)", text)
    return "".join(part if part.startswith("`") else re.sub(r"([*_<>\[\]|#])", r"\\\1", part) for part in parts)


def blocks(code):
    """What stands between empty lines outside of all braces; what follows a type without an empty line stands alone."""
    block, depth = [], 0
    for line in code.splitlines():
        if not line.strip() and depth == 0:
            if block:
                yield block
            block = []
            continue
        block.append(line)
        bare = re.sub(r'//.*|"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)\'', "", line)
        depth += bare.count("{") - bare.count("}")
        if line.startswith("};"):
            yield block
            block = []
    if block:
        yield block


def name_of(declaration):
    """What a declaration declares, for its heading."""
    text = re.sub(r"\[\[\w+\]\]|//.*|template\s*<[^>]*>", "", "\n".join(declaration))
    found = NAME.search(text)
    return next((name for name in found.groups() if name), None) if found else None


def in_parts(code):
    """Comments and the declarations under them, in turn."""
    for block in blocks(code):
        comment, declaration = [], []
        for line in block:
            if line.startswith("//") and not declaration:
                comment.append(line)
            elif line.startswith("///") and not declaration[-1].startswith((" ", "/")) and "{" not in "".join(declaration)[-1:]:
                yield comment, declaration
                comment, declaration = [line], []
            else:
                declaration.append(line)
        yield comment, declaration


def opening_of(text):
    """The comment in front of the namespace, or, where there is none, the first."""
    found = re.search(r"((?:^///.*\n)+)namespace fabula", text, re.MULTILINE) or re.search(r"((?:^///.*\n)+)", text, re.MULTILINE)
    return as_markdown(found[1].splitlines()) if found else ""


def page_of(name):
    text = (HEADERS / f"{name}.hpp").read_text(encoding="utf-8")
    lines = [f"# {name}.hpp", "", f"```cpp\n#include <fabula/{name}.hpp>\n```", "", opening_of(text), ""]
    spaces = re.findall(r"(?ms)^namespace (fabula[\w:]*) \{\n(.*?)^\}  // namespace \1$", text)
    if not spaces:
        lines += ["```cpp", *(line for line in text.splitlines() if line.startswith("#include")), "```"]
    for space, code in spaces:
        if space != "fabula":
            lines += [f"## Namespace {space}", ""]
        seen = None
        for comment, declaration in in_parts(code):
            title = re.fullmatch(r"// -+ (.*?) -+", comment[0]) if comment and not declaration else None
            if title:
                lines += [f"## {title[1][0].upper()}{title[1][1:]}", ""]
                continue
            name_here = name_of(declaration) if declaration else None
            if name_here and name_here != seen:
                lines += [f"### {name_here}", ""]
            seen = name_here or seen
            lines += [as_markdown(comment), ""] if comment else []
            lines += ["```cpp", *declaration, "```", ""] if declaration else []
    return "\n".join(lines) + "\n"


def on_config(config):
    for part in config.nav:
        if isinstance(part, dict) and "C++" in part:
            part["C++"] += [{f"{name}.hpp": f"cpp/{name}.md"} for name in headers()]
    return config


def on_files(files, config):
    for name in headers():
        files.append(File.generated(config, f"cpp/{name}.md", content=page_of(name)))
    return files


def on_page_markdown(markdown, page, config, files):
    if LIST not in markdown:
        return markdown
    rows = ["| header | |", "| --- | --- |"]
    for name in headers():
        opening = " ".join(opening_of((HEADERS / f"{name}.hpp").read_text(encoding="utf-8")).split())
        rows.append(f"| [`{name}.hpp`]({name}.md) | {opening} |")
    return markdown.replace(LIST, "\n".join(rows))
