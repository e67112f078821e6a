"""`fabula schema` as an independent validator reads it: it takes every story of ours, and what it refuses the reader refuses."""

import copy
import json
import re
import unittest
from random import Random

from jsonschema import Draft202012Validator

from core_yaml import load
from program import EXAMPLES, ProgramTest

EVERY_KEY = EXAMPLES.parent.parent / "tests/story/every-key.yaml"
STORIES = sorted([*EXAMPLES.glob("*.yaml"), EVERY_KEY], key=lambda path: path.stat().st_size)
NAMED = ("characters", "groups", "places", "things", "threads", "milestones")

# Put in the place of each value.
OTHER_VALUES = (None, "", "word", "two words", -1, 1.5, 1e12, True, [], ["word"], [None], {}, {"word": "word"}, {"9lives": {}})


def places(value, path=()):
    """The paths to all values in `value`, itself last."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from places(child, (*path, key))
    yield path


def sort_of_place(path):
    """One event is as good as another, and one character."""
    named = path[:1] and path[0] in NAMED
    return tuple("entry" if isinstance(key, int) or (named and index == 1) else key for index, key in enumerate(path))


def new_places(story, seen):
    """The places of sorts that were not `seen` yet."""
    for path in places(story):
        sort = sort_of_place(path)
        if path and sort not in seen:
            seen.add(sort)
            yield path


def changed(story, path, change):
    """A copy in which change(container, key) was done at `path`."""
    result = copy.copy(story)
    inside = result
    for key in path[:-1]:
        inside[key] = copy.copy(inside[key])
        inside = inside[key]
    change(inside, path[-1])
    return result


def drop(inside, key):
    del inside[key]


def misspell(inside, key):
    inside[key + "y"] = inside.pop(key)


def put(value):
    def change(inside, key):
        inside[key] = value
    return change


def mutations(story, seen):
    """What and where, and the story that comes of it: at every sort of place once, and at some others."""
    others = Random(len(seen)).sample([path for path in places(story) if path], 12)
    for path in [*new_places(story, seen), *others]:
        yield "drop", path, changed(story, path, drop)
        if isinstance(path[-1], str):
            yield "misspell", path, changed(story, path, misspell)
        for value in OTHER_VALUES:
            yield f"put {value!r}", path, changed(story, path, put(value))
    for value in OTHER_VALUES:
        yield f"put {value!r}", (), value


def around(story, path):
    """What a change at `path` can make wrong: of the story its title and one key, of the lists on the way one entry. The others are right."""
    def along(value, rest):
        if len(rest) < 2:
            return value
        inner = along(value[rest[0]], rest[1:])
        return [inner] if isinstance(value, list) else {**value, rest[0]: inner}

    return {"title": story["title"], path[0]: along(story[path[0]], path[1:])} if len(path) > 1 else story


class Schema(ProgramTest):
    def setUp(self):
        super().setUp()
        self.schema = json.loads(self.assert_exit(0, "schema").stdout)
        self.validator = Draft202012Validator(self.schema)

    def refuses(self, story):
        return not self.validator.is_valid(story)

    def errors(self, stories):
        """For each story the errors that the program finds, in one run."""
        names = [f"{number}.yaml" for number in range(len(stories))]
        for name, story in zip(names, stories):
            self.write(name, json.dumps(story, ensure_ascii=False))
        report = json.loads(self.run_program("check", "--severity", "error", "--format", "json", *names).stdout)
        found = {name: [] for name in names}
        for each in report["diagnostics"]:
            found[each["file"]].append(each["message"])
        return [found[name] for name in names]

    def test_is_a_schema(self):
        Draft202012Validator.check_schema(self.schema)
        self.assertEqual(self.schema["$schema"], Draft202012Validator.META_SCHEMA["$id"])

    def test_refers_to_nothing_that_is_not_there(self):
        definitions = {f"#/$defs/{name}" for name in self.schema["$defs"]}
        referred = set(re.findall(r'"\$ref": "(.*?)"', json.dumps(self.schema)))
        self.assertEqual(referred - definitions, set())

    def test_takes_every_story_of_ours(self):
        for path in STORIES:
            errors = self.validator.iter_errors(load(path.read_text(encoding="utf-8")))
            self.assertEqual([f"{list(each.path)}: {each.message}" for each in errors], [], path.name)

    def test_refuses_nothing_that_the_reader_takes(self):
        seen, refused_in_all = set(), 0
        for path in STORIES:
            story = load(path.read_text(encoding="utf-8"))
            refused = [each for each in mutations(story, seen) if self.refuses(around(each[2], each[1]))]
            taken = [each[:2] for each, errors in zip(refused, self.errors([each[2] for each in refused])) if not errors]
            self.assertEqual(taken, [], f"the reader takes these, made of {path.name}")
            self.assertGreater(len(refused), 100, path.name)
            refused_in_all += len(refused)
        self.assertGreater(refused_in_all, 1000)

    def test_leaves_room_for_the_milestones_of_a_story(self):
        for wedding, taken in (("ann", True), ("{}", False)):
            story = f"title: A\ncharacters: {{ann: }}\nmilestones: {{wedding: }}\nevents: [{{wedding: {wedding}}}]"
            self.assertEqual(self.refuses(load(story)), not taken)

    def test_of_a_story_takes_it_and_every_change_of_it_that_the_reader_takes(self):
        for path in STORIES:
            self.validator = Draft202012Validator(json.loads(self.assert_exit(0, "schema", str(path)).stdout))
            story = load(path.read_text(encoding="utf-8"))
            self.assertFalse(self.refuses(story), path.name)
            story["characters"]["newcomer"] = None
            (story.get("events") or story["sections"][0]["events"]).append({"title": "Someone comes", "who": ["newcomer"]})
            self.assertFalse(self.refuses(story), path.name)

    def test_of_a_story_has_its_ids_and_milestones_for_editors_to_propose(self):
        schema = json.loads(self.assert_exit(0, "schema", str(EXAMPLES / "never-let-me-go.yaml")).stdout)
        proposed = {name: each["anyOf"][0]["enum"] for name, each in schema["$defs"].items() if "enum" in each.get("anyOf", [{}])[0]}
        self.assertEqual(proposed["id-of-a-group"], ["clones", "guardians", "outside"])
        self.assertLessEqual({"kathy", "ruth"}, set(proposed["id-of-a-character"]))
        self.assertLessEqual({"boat-trip", "ruth-1"}, set(proposed["id-of-an-event"]))
        event = schema["$defs"]["event"]["properties"]
        self.assertEqual(event["donation"]["$ref"], "#/$defs/id-of-a-character")
        self.assertNotIn("examples", event["who"])

    def test_of_a_story_has_no_ids_that_its_file_does_not_give(self):
        self.write("nameless.yaml", "title: A\nevents: [{title: a}, {id: 'b', title: b}]")
        schema = json.loads(self.assert_exit(0, "schema", "nameless.yaml").stdout)
        self.assertEqual(schema["$defs"]["id-of-an-event"]["anyOf"][0]["enum"], ["b"])

    def test_of_a_story_with_errors_is_none(self):
        self.write("faulty.yaml", "titel: A")
        done = self.assert_exit(1, "schema", "faulty.yaml")
        self.assertEqual(done.stdout, b"")
        self.assertIn(b"unknown-key", done.stderr)

    def test_refuses_what_a_writer_gets_wrong(self):
        wrong = {"title: A\nevents: [{title: a}]\ntilte: B": "a key that no story has",
                 "events: [{title: a}]": "no title",
                 "title: A\nevents: [{id: a}]": "an event without a title that is no death",
                 "title: A\nevents: {title: a}": "a map for a list",
                 "title: A\nevents: [{title: [a, b]}]": "a list for a text",
                 "title: A\nevents: [{title: a, truth: rumuor}]": "none of the words",
                 "title: A\nevents: [{title: a, tension: 11}]": "too much",
                 "title: A\nevents: [{title: a, tension: much}]": "no number",
                 "title: A\nevents: [{title: a, lasts: 3}]": "a length without a unit",
                 "title: A\nevents: [{id: 9lives, title: a}]": "no id",
                 "title: A\nevents: [{id: 9, title: a}]": "a number for an id",
                 "title: A\nevents: [{title: a}]\ncharacters: {two words: {}}": "no id of a character",
                 "title: A\nevents: [{title: a, place: }]": "a key without a value",
                 "title: A\nevents: [{title: a}]\nstates: [{who: ann}]": "a state of nothing",
                 "title: A\nevents: [{title: a}]\nrelationships: [{kind: love}]": "a relationship of nobody",
                 "title: A\nevents: [{title: a}]\nlanguage: english language": "no tag of a language"}
        for story, why in wrong.items():
            self.assertTrue(self.refuses(load(story)), why)

    def test_has_a_title_and_a_meaning_for_every_key_and_every_map(self):
        maps = [self.schema, *(each for each in self.schema["$defs"].values() if "properties" in each)]
        self.assertGreater(len(maps), 12)
        for each in maps:
            self.assertTrue(each["title"] and each["description"], each)
            for key, value in each["properties"].items():
                self.assertEqual(value["title"], key)
                self.assertTrue(value["description"], key)

    def test_has_examples_that_it_takes_itself(self):
        number = 0
        for each in [self.schema, *self.schema["$defs"].values()]:
            for key, value in [("", each), *each.get("properties", {}).items()]:
                validator = Draft202012Validator({**value, "$defs": self.schema["$defs"]})
                for example in value.get("examples", []):
                    self.assertTrue(validator.is_valid(example), (key, example))
                    number += 1
        self.assertGreater(number, 50)

    def examples(self, definition):
        """Of all keys whose texts are what this definition says."""
        maps = [self.schema, *self.schema["$defs"].values()]
        keys = [key for each in maps for key in each.get("properties", {}).values()]
        reference = {"$ref": f"#/$defs/{definition}"}
        return {example for key in keys if reference in [{"$ref": key.get("$ref")}, *key.get("anyOf", [])] for example in key.get("examples", [])}

    def test_has_examples_of_phrases_and_lengths_that_the_reader_takes(self):
        phrases = self.examples("phrase")
        lengths = self.examples("length-of-time")
        self.assertGreater(len(phrases), 15)
        self.assertGreater(len(lengths), 3)
        for key, examples in (("when", phrases), ("lasts", lengths)):
            events = [{"id": name, "title": name} for name in sorted(IDS)]
            stories = [{"title": "A", "characters": {"kathy": None}, "events": [*events, {"title": "x", "who": "kathy", key: example}]}
                       for example in sorted(examples)]
            self.assertEqual([errors for errors in self.errors(stories) if errors], [])


# Of phrases, that are no ids.
# The events and sections that the examples of phrases speak of.
IDS = {"boat", "break-up", "cottages", "kathy-leaves", "laura", "pair-up", "return", "ruth-dies", "storm", "tape-found"}


if __name__ == "__main__":
    unittest.main()
