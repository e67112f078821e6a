"""Brings pages that lie elsewhere in the repository into the site, and turns links between files into links between pages.

Every link in the sources is one between files of the repository, so that it works wherever the repository is browsed. In the site a
link to a page leads to that page; a picture, a story or another file that is linked is copied along; a folder is only named.
"""

import logging
import posixpath
import re
from pathlib import Path

from mkdocs.structure.files import File

ROOT = Path(__file__).resolve().parents[2]

# Page of the site: where its text lies.
BROUGHT_IN = {
    "story/keys.md": "examples/stories/README.md",
    "story/time.md": "examples/stories/time.md",
    "story/rules.md": "examples/stories/rules.md",
    "themes.md": "themes/README.md",
    "python/index.md": "bindings/README.md",
    "contributing/index.md": "CONTRIBUTING.md",
    "contributing/tests.md": "tests/README.md",
    "contributing/speed.md": "tests/bench/README.md",
    "contributing/living-svg.md": "tests/svg/README.md",
    "changelog.md": "CHANGELOG.md",
    "security.md": "SECURITY.md",
}
PAGE_OF = {source: page for page, source in BROUGHT_IN.items()} | {"README.md": "index.md"}
# Where other files of the repository stand in the site.
COPIES = "files"

LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")
FENCE = re.compile(r"(?ms)^(```.*?^```[ ]*$)")

log = logging.getLogger("mkdocs.hooks.repository_pages")


def source_of(page):
    """Where the text of a page lies, from the root of the repository."""
    return BROUGHT_IN.get(page, f"docs/{page}")


def outside_code(text, change):
    """`text` with `change` made to all that stands outside of fenced code."""
    return "".join(part if part.startswith("```") else change(part) for part in FENCE.split(text))


def is_elsewhere(link):
    return bool(re.match(r"[a-z]+:|#|/", link))


def target_of(source, link):
    """The file of the repository to which `link` leads in the file `source`, and the anchor."""
    path, _, anchor = link.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path)), anchor


def page_at(target):
    """The page of the site whose text is the file `target`, or nothing."""
    if target in PAGE_OF:
        return PAGE_OF[target]
    if target.startswith("docs/") and target.endswith(".md"):
        return target.removeprefix("docs/")
    return None


def copied_files(source, text):
    """The files that the site has to have because this text links to them."""
    found = set()
    for _, _, link in LINK.findall(FENCE.sub("", text)):
        if is_elsewhere(link):
            continue
        target, _ = target_of(source, link)
        if not page_at(target) and not target.startswith("docs/") and (ROOT / target).is_file():
            found.add(target)
    return found


def on_files(files, config):
    for page, source in BROUGHT_IN.items():
        files.append(File.generated(config, page, abs_src_path=str(ROOT / source)))
    wanted = set()
    for file in files.documentation_pages():
        if file.abs_src_path:
            wanted |= copied_files(source_of(file.src_uri), Path(file.abs_src_path).read_text(encoding="utf-8"))
    for path in sorted(wanted):
        files.append(File.generated(config, f"{COPIES}/{path}", abs_src_path=str(ROOT / path)))
    return files


def on_page_markdown(markdown, page, config, files):
    source = source_of(page.file.src_uri)
    here = posixpath.dirname(page.file.src_uri)
    # A page without parts needs no list of them, and its tables have more room.
    if not re.search(r"(?m)^## ", FENCE.sub("", markdown)):
        page.meta.setdefault("hide", ["toc"])

    def relink(match):
        mark, words, link = match.groups()
        if is_elsewhere(link):
            return match.group()
        target, anchor = target_of(source, link)
        anchor = anchor and f"#{anchor}"
        if page_at(target):
            return f"{mark}[{words}]({posixpath.relpath(page_at(target), here or '.')}{anchor})"
        if target.startswith("docs/"):
            return match.group()
        if (ROOT / target).is_file():
            return f"{mark}[{words}]({posixpath.relpath(f'{COPIES}/{target}', here or '.')}{anchor})"
        if (ROOT / target).is_dir():
            return words if words.strip("`") == target else f"{words} (`{target}`)"
        log.warning("%s links to '%s', which is not there", source, link)
        return match.group()

    # A bar within code ends a cell of a table on the hosting sites unless it is escaped; here it must not be.
    def unescape_rows(text):
        return re.sub(r"(?m)^\|.*$", lambda row: re.sub(r"`[^`]*`", lambda code: code.group().replace(r"\|", "|"), row.group()), text)

    return outside_code(markdown, lambda text: unescape_rows(LINK.sub(relink, text)))
