"""What the README and the pages in docs show is so: stories, commands, what these print, settings, options, links.

A block of `sh` is run line by line. The block right after it is what its last command prints, where a line `…` stands for any lines. A
block of `yaml` with a title is a file that the commands below it use, or what is added at the end of one.
"""

import json
import re
import shutil
import subprocess
import unittest

import yaml
from program import EXAMPLES, ProgramTest

ROOT = EXAMPLES.parent.parent
TEN_LINES = (EXAMPLES / "ten-lines.yaml").read_text(encoding="utf-8")
# What is run and tried: the README and the pages of the site.
PAGES = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
         for path in [*ROOT.glob("*.md"), *sorted((ROOT / "docs").rglob("*.md"))]}
README = PAGES["README.md"]
# Whose links are followed: these, and the manuals that lie beside what they tell of.
LINKING = [ROOT / page for page in PAGES] + [path for folder in ("bindings", "examples", "tests", "themes") for path in (ROOT / folder).rglob("*.md")]

BLOCK = re.compile(r"(?ms)^```(\w+)(?: title=\"([^\"]*)\")?\n(.*?)^```$")
# What a line of `sh` may begin with that is not run here.
OTHER_PROGRAMS = {"cmake", "ninja", "pip", "python"}
# Options in the text that are those of other programs.
OPTIONS_OF_OTHERS = {"cmake": {"--install"}, "pkg-config": {"--cflags", "--libs"}}


def blocks(text):
    """Language, title and text of each fenced block, and whether nothing stands between it and the one before."""
    end, result = None, []
    for found in BLOCK.finditer(text):
        result.append((*found.groups(), end is not None and not text[end:found.start()].strip()))
        end = found.end()
    return result


def commands_in(block):
    """The lines of a block of `sh`, without what explains them."""
    return [line for line in (re.sub(r"\s+#.*", "", line).strip() for line in block.splitlines()) if line]


def code_spans(text):
    """What stands in backquotes in the text, outside of blocks, tables' escapes undone."""
    return [span.replace(r"\|", "|") for span in re.findall(r"`([^`\n]+)`", BLOCK.sub("", text))]


def each_choice(command):
    """`render STORY.yaml -o OUT.{svg,pdf} [--page A4]`: with each of what stands in braces or between bars, options taken."""
    command = re.sub(r"\[(--?[^\]]*)\]", r"\1", command).replace("STORY", "story").replace("OUT", "out")
    choice = re.search(r"\{([\w,]+)\}|(\w+(?:\|\w+)+)", command)
    if not choice:
        return [command]
    return [each for word in re.split(r"[,|]", choice[1] or choice[2])
            for each in each_choice(command[: choice.start()] + word + command[choice.end():])]


def pattern_of(shown):
    """What is printed, where a line `…` stands for any lines."""
    return "".join(r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line) for line in shown.splitlines(keepends=True))


def anchors_in(text):
    """The anchors that headings get."""
    headings = re.findall(r"(?m)^#+ (.+)$", BLOCK.sub("", text))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


class Pages(ProgramTest):
    def setUp(self):
        super().setUp()
        for folder in ("examples/stories", "docs/stories"):
            shutil.copytree(ROOT / folder, self.folder / folder)

    def run_block(self, block):
        """Runs what is the program's in a block of `sh`; what the last command prints."""
        printed = ""
        for line in commands_in(block):
            program, *arguments = line.split()
            if program in ("fabula", "build/release/bin/fabula"):
                for choice in each_choice(" ".join(arguments)):
                    printed = self.assert_exit(0, *choice.split()).stdout.decode(errors="replace")
            elif program != "./dev":
                self.assertIn(program, OTHER_PROGRAMS, line)
        return printed

    def follow(self, page):
        """Does what a reader of the page would do, from top to bottom; how many commands' output was looked at."""
        printed, looked_at = None, 0
        for language, title, block, right_after in blocks(PAGES[page]):
            if language == "sh":
                printed = self.run_block(block)
                continue
            if language == "yaml" and title:
                name, _, at_the_end = title.partition(", ")
                before = (self.folder / name).read_text(encoding="utf-8") if at_the_end else ""
                self.write(name, before + block)
            elif printed is not None and right_after:
                self.assertRegex(printed, rf"\A{pattern_of(block)}\Z", (page, block, printed))
                looked_at += 1
            printed = None
        return looked_at

    def test_show_commands_that_run_and_print_what_is_shown(self):
        looked_at = {}
        for page in PAGES:
            with self.subTest(page):
                looked_at[page] = self.follow(page)
        self.assertLessEqual({"docs/tutorial.md", "docs/architecture.md", "docs/story/index.md", "docs/command-line.md"},
                             {page for page, count in looked_at.items() if count})
        self.assertLessEqual({"lamp.svg", "pages.pdf", "story.html", "poster.pdf"}, set(self.files()))

    def test_build_the_finished_story_of_the_tutorial(self):
        self.follow("docs/tutorial.md")
        self.assertEqual((self.folder / "lamp.yaml").read_text(encoding="utf-8"),
                         (ROOT / "docs/stories/lamp.yaml").read_text(encoding="utf-8"))

    def test_show_errors_as_they_are_said(self):
        shown = [(page, block) for page, text in PAGES.items() for language, _, block, _ in blocks(text)
                 if language == "text" and "error: " in block]
        self.assertGreaterEqual(len([page for page, _ in shown if page == "README.md"]), 2)
        for page, block in shown:
            lines = TEN_LINES.splitlines()
            for number, line in re.findall(r"(?m)^ +(\d+) \| (.*)$", block):
                lines[int(number) - 1] = line
            file = block.split(":")[0]
            self.write(file, "\n".join(lines) + "\n")
            self.assertEqual(self.assert_exit(1, "check", file).stderr.decode(), block, page)

    def test_show_parts_of_stories_that_the_program_knows(self):
        known = set(json.loads(self.assert_exit(0, "schema").stdout)["properties"])
        for page, text in PAGES.items():
            for language, title, block, _ in blocks(text):
                if language != "yaml":
                    continue
                part = yaml.safe_load(block)
                if isinstance(part, dict):
                    self.assertLessEqual(set(part), known, (page, block))

    def test_quote_the_ten_lines_as_they_are(self):
        (line,) = [block for language, _, block, _ in blocks(PAGES["docs/architecture.md"]) if language == "yaml"]
        self.assertIn(line, TEN_LINES)


class Readme(unittest.TestCase):
    def test_shows_the_ten_lines_as_they_are(self):
        (story,) = [block for language, _, block, _ in blocks(README) if language == "yaml"]
        self.assertEqual(story, TEN_LINES)
        self.assertEqual(len(story.splitlines()), 10)

    def test_is_short(self):
        self.assertLessEqual(len(README.splitlines()), 118)

    def test_shows_the_commands_that_one_begins_with(self):
        self.assertLessEqual({"render", "test", "build", "docs"}, set(re.findall(r"\./dev (\w+)", README)))


class Commands(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("ten-lines.yaml", TEN_LINES)
        self.commands = re.findall(r"(?m)^  (\w+)  ", self.help().split("Subcommands:")[1])
        # By command: the options that it has.
        self.options = {command: set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", self.help(command))) for command in self.commands}

    def help(self, *command):
        return self.assert_exit(0, *command, "--help").stdout.decode()

    def test_of_dev_are_there(self):
        usage = subprocess.run([ROOT / "dev", "help"], capture_output=True, text=True, check=True).stdout
        for page, text in PAGES.items():
            for command in set(re.findall(r"\./dev (\w+)", text)) - {"help"}:
                self.assertRegex(usage, rf"(?m)^  {command}\b", page)

    def test_in_the_text_have_the_options_shown(self):
        of_all = set.union({"--version"}, *self.options.values())
        for page, text in PAGES.items():
            for span in code_spans(text):
                options = set(re.findall(r"(?<![\w-])--?[a-z][\w-]*(?![\w./])", span))
                program, *arguments = span.split()
                if program == "fabula" and arguments and arguments[0] in self.commands:
                    self.assertLessEqual(options, self.options[arguments[0]], (page, span))
                elif program == "fabula":
                    self.assertRegex(span, r"^fabula( --version| --help| COMMAND --help)?$|^fabula: 1$", page)
                elif program.startswith("-") and not program.startswith(("-D", "--fabula-")):
                    # `--strict` and `--self-test` are those of `dev` and of scripts of the tests.
                    self.assertLessEqual(options, of_all | {"--strict", "--self-test"}, (page, span))
                elif program in OPTIONS_OF_OTHERS:
                    self.assertLessEqual(options, OPTIONS_OF_OTHERS[program], (page, span))

    def test_take_the_settings_shown(self):
        tried = 0
        for page, text in PAGES.items():
            for span in code_spans(text):
                setting = re.match(r"(?:--set )?((?:theme|svg)\.[\w.-]+=\S+|\w+\.\w+=\w+)$", span)
                page_size = re.match(r"--page (?!SIZE)(\S+)$", span)
                if setting:
                    self.assert_exit(0, "render", "ten-lines.yaml", "-o", "x.svg", "--set", setting[1])
                elif page_size:
                    self.assert_exit(0, "render", "ten-lines.yaml", "-o", "x.pdf", "--page", page_size[1])
                tried += bool(setting or page_size)
        self.assertGreater(tried, 20)

    def test_are_all_on_their_page(self):
        for command in self.commands:
            self.assertIn(f"| `fabula {command}` |", PAGES["docs/command-line.md"])


class Views(ProgramTest):
    def test_have_a_section_with_a_picture_and_all_their_settings(self):
        page = PAGES["docs/views.md"]
        sections = dict(re.findall(r"(?ms)^## (\w+)\n(.*?)(?=^## |\Z)", page))
        self.assertEqual(list(sections), self.assert_exit(0, "views", "--names").stdout.decode().split())
        listed = self.assert_exit(0, "views").stdout.decode()
        for view, section in sections.items():
            self.assertRegex(section, r"(?m)^!\[.+\]\(\.\./examples/gallery/[\w-]+\.png\)$", view)
            shown = {key: values.replace(r"\|", "|") for key, values in re.findall(r"(?m)^\| `([\w.]+)=([^`]*)` \|", section)}
            there = {key: (values, meaning) for key, values, meaning in re.findall(rf"(?m)^    ({view}\.[\w-]+)=(\S+)  (.*)$", listed)}
            self.assertEqual(set(shown), set(there))
            for key, (values, meaning) in there.items():
                # A free text has its default in what it means.
                self.assertTrue(shown[key] == values or values == "TEXT" and f"default {shown[key]};" in meaning, (key, values))


class Links(unittest.TestCase):
    def test_lead_to_files_and_headings_that_are_there(self):
        followed = 0
        for path in LINKING:
            text = BLOCK.sub("", path.read_text(encoding="utf-8"))
            for link in re.findall(r"\]\((?!\w+:)([^)\s]+)\)", text):
                name, _, anchor = link.partition("#")
                target = path.parent / name if name else path
                self.assertTrue(target.exists(), (path, link))
                if anchor:
                    self.assertIn(anchor, anchors_in(target.read_text(encoding="utf-8")), (path, link))
                followed += 1
        self.assertGreater(followed, 100)


if __name__ == "__main__":
    unittest.main()
