"""`fabula schema --theme` as an independent validator reads it: it takes every theme of ours, and what it refuses the reader refuses."""

import json
import re
import unittest

from jsonschema import Draft202012Validator

from core_yaml import load
from program import EXAMPLES, ProgramTest
from schema_test import mutations

ROOT = EXAMPLES.parent.parent
EVERY_KEY = ROOT / "tests/theme/every-key.yaml"
THEMES = sorted((ROOT / "themes").glob("*.yaml"))
STORY = "title: A\nevents: [{title: a, who: b}]\ncharacters: {b: {}}\n"


def keys_of(value, path=()):
    """The paths of all keys; names that a theme makes up stand for one another."""
    for key, child in value.items():
        made_up = path[:1] in [("relationships",), ("states",), ("views",)] or path == ("inks", "recipes")
        here = (*path, "*" if made_up and len(path) == (2 if path[:1] == ("inks",) else 1) else key)
        yield here
        if isinstance(child, dict):
            yield from keys_of(child, here)


class ThemeSchema(ProgramTest):
    def setUp(self):
        super().setUp()
        self.schema = json.loads(self.assert_exit(0, "schema", "--theme").stdout)
        self.validator = Draft202012Validator(self.schema)
        self.write("story.yaml", STORY)

    def reader_takes(self, theme):
        self.write("theme.yaml", json.dumps(theme, ensure_ascii=False))
        return self.run_program("render", "story.yaml", "-o", "-", "--format", "svg", "--theme", "theme.yaml").returncode == 0

    def test_is_a_schema(self):
        Draft202012Validator.check_schema(self.schema)
        definitions = {f"#/$defs/{name}" for name in self.schema["$defs"]}
        self.assertEqual(set(re.findall(r'"\$ref": "(.*?)"', json.dumps(self.schema))) - definitions, set())

    def test_takes_every_theme_of_ours(self):
        self.assertGreater(len(THEMES), 7)
        for path in [*THEMES, EVERY_KEY]:
            errors = self.validator.iter_errors(load(path.read_text(encoding="utf-8")))
            self.assertEqual([f"{list(each.path)}: {each.message}" for each in errors], [], path.name)

    def test_knows_the_keys_that_a_theme_can_have(self):
        said = {".".join(path) for path in keys_of(load(EVERY_KEY.read_text(encoding="utf-8")))}
        for block in ("type", "colours", "strokes", "spacing", "marks", "dashes", "page", "inks"):
            reference = self.schema["properties"][block]["$ref"].removeprefix("#/$defs/")
            for key in self.schema["$defs"][reference]["properties"]:
                self.assertIn(f"{block}.{key}", said)

    def test_refuses_nothing_that_the_reader_takes(self):
        theme = load(EVERY_KEY.read_text(encoding="utf-8"))
        self.assertTrue(self.reader_takes(theme))
        refused = [each for each in mutations(theme, set()) if not self.validator.is_valid(each[2])]
        self.assertGreater(len(refused), 300)
        self.assertEqual([each[:2] for each in refused if self.reader_takes(each[2])], [])

    def test_refuses_what_a_writer_gets_wrong(self):
        wrong = {"type: {textt: 9}": "a key that no theme has",
                 "type: {text: '9'}": "a number in quotes",
                 "type: {figures: roman}": "none of the words",
                 "type: {features: [ligatures]}": "no feature",
                 "colours: {ink: reddish}": "no colour",
                 "page: {bleed: 3 miles}": "no length",
                 "page: {marks: [corp]}": "no printer's mark",
                 "dashes: {dashed: [a, b]}": "lengths that are no numbers",
                 "inks: {output: gold}": "no output",
                 "inks: {recipes: {red: {cyan: 10}}}": "a recipe of no colour",
                 "inks: {recipes: {'#aabbcc': {cyan: 110}}}": "more than full cover",
                 "views: {lifeline: {direction: down}}": "no view",
                 "views: {lifelines: {directon: down}}": "no setting",
                 "views: {lifelines: {direction: up}}": "no value of it",
                 "states: {ill: {pattern: zigzag}}": "no pattern"}
        for theme, why in wrong.items():
            self.assertFalse(self.validator.is_valid(load(theme)), why)
            self.assertFalse(self.reader_takes(load(theme)), why)

    def test_has_a_title_and_a_meaning_for_every_key_and_every_map(self):
        for each in [self.schema, *(each for each in self.schema["$defs"].values() if "properties" in each)]:
            self.assertTrue(each["title"] and each["description"], each)
            for key, value in each["properties"].items():
                self.assertEqual(value["title"], key)
                self.assertTrue(value["description"], key)

    def test_has_examples_that_it_takes_itself(self):
        number = 0
        for each in [self.schema, *self.schema["$defs"].values()]:
            for key, value in each.get("properties", {}).items():
                validator = Draft202012Validator({**value, "$defs": self.schema["$defs"]})
                for example in value.get("examples", []):
                    self.assertTrue(validator.is_valid(example), (key, example))
                    number += 1
        self.assertGreater(number, 20)


if __name__ == "__main__":
    unittest.main()
