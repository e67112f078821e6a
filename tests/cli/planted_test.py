"""Faults planted into copies of the examples: each is found, where it is, as what it is, and nothing else is."""

import json
import unittest
from typing import NamedTuple

from program import EXAMPLES, ProgramTest


class Planted(NamedTuple):
    """What is wrong; in which example; what was put in the place of what (which is there once); then what has to be found:
    the code, the severity, a piece of the line that is pointed at, and pieces of the lines that are named beside it."""

    fault: str
    example: str
    edits: dict
    code: str
    severity: str
    at: str
    beside: tuple = ()


PLANTED = [
    Planted("a flight ends before it begins", "french-revolution",
            {"until: 1791-06-25": "until: 1791-06-15"},
            "contradiction", "error", "until: 1791-06-15", ("when: 1791-06-20",)),
    Planted("a wedding soon after the wreck, and a year before it", "ten-lines",
            {"when: soon after wreck": "when: [soon after wreck, 1919]"},
            "contradiction", "error", "when: [soon after wreck, 1919]", ("when: 1920-11-19",)),
    Planted("two drives, each after the other", "never-let-me-go",
            {"when: after trip-planned": "when: after boat-trip"},
            "contradiction", "error", "when: soon after fetch-tommy", ("when: after boat-trip",)),
    Planted("eleven years old at fourteen", "ten-lines",
            {"when: age 11 of ada": "when: [age 11 of ada, 1915]"},
            "age-contradicts-birth", "error", "when: [age 11 of ada, 1915]", ("born: 1901",)),
    Planted("too old for the section", "never-let-me-go",
            {"title: Kathy keeps the peace\n": "title: Kathy keeps the peace\n        when: age 20 of kathy\n"},
            "outside-section", "error", "when: age 20 of kathy", ("when: [age 16..18 of kathy",)),
    Planted("the dead come to a visit", "never-let-me-go",
            {"who: [kathy, tommy, madame]\n": "who: [kathy, tommy, madame, ruth]\n"},
            "after-death", "error", "who: [kathy, tommy, madame, ruth]", ("death: ruth",)),
    Planted("a donation after death", "never-let-me-go",
            {"{id: tommy-4, donation: tommy, number: 4,": "{id: tommy-4, donation: ruth, number: 3,"},
            "after-death", "error", "donation: ruth, number: 3", ("death: ruth",)),
    Planted("beheaded, and back five years later", "french-revolution",
            {"who: [barras, talleyrand]": "who: [barras, talleyrand, robespierre]"},
            "after-death", "error", "who: [barras, talleyrand, robespierre]", ("death: [robespierre, saint-just]",)),
    Planted("lost in a storm before the child is born", "ten-lines",
            {"when: 1934-02-06": "when: 1921-02-06"},
            "after-death", "error", "who: [ada, finn, nell]", ("death: finn, when: 1921-02-06",)),
    Planted("a letter written before birth", "names-of-the-world",
            {"born: 1950": "born: 1972"},
            "before-birth", "error", "who: [zdenka]", ("born: 1972",)),
    Planted("swears an oath in Paris on the way to Varennes", "french-revolution",
            {"place: paris, when: 1791-09-14": "place: paris, when: 1791-06-22"},
            "two-places", "warning", "when: 1791-06-22", ("place: varennes",)),
    Planted("at the boat, and in the hospital meanwhile", "never-let-me-go",
            {"things: {address: handed over}\n": "things: {address: handed over}\n        place: hospital\n"},
            "two-places", "error", "place: hospital", ("place: boat",)),
    Planted("from Egypt to Paris in less than a fortnight", "french-revolution",
            {"egypt: {name: Egypt}": "egypt: {name: Egypt, travel: {paris: 6 weeks}}", "when: 1799-08-23~": "when: 1799-10-20"},
            "too-far", "error", "place: paris", ("when: 1799-10-20",)),
    Planted("an army purges before it has a general", "french-revolution",
            {"{from: vendemiaire, to: italy-command, kind: cause}": "{from: italy-command, to: vendemiaire, kind: cause}"},
            "effect-before-cause", "error", "{from: italy-command, to: vendemiaire, kind: cause}", ()),
    Planted("a donation twice", "never-let-me-go",
            {"{id: tommy-3, donation: tommy, number: 3,": "{id: tommy-3, donation: tommy, number: 2,"},
            "milestone-repeated", "error", "{id: tommy-3", ("{id: tommy-2",)),
    Planted("a donation more than there are", "never-let-me-go",
            {"{id: tommy-4, donation: tommy, number: 4,": "{id: tommy-4, donation: tommy, number: 5,"},
            "out-of-range", "error", "number: 5", ("last: 4",)),
    Planted("his second presidency before his first", "french-revolution",
            {"robespierre, number: 1, when: 1793-08-22": "robespierre, number: 2, when: 1793-08-22",
             "robespierre, number: 2, when: 1794-06-04": "robespierre, number: 1, when: 1794-06-04"},
            "milestone-order", "error", "number: 2, when: 1793-08-22", ("number: 1, when: 1794-06-04",)),
    Planted("a third presidency without a second", "french-revolution",
            {"presidency: sieyes, number: 2": "presidency: sieyes, number: 3"},
            "milestone-gap", "warning", "number: 3"),
    Planted("the lost letter comes home unfound", "names-of-the-world",
            {"things: [letter]\n    when: about": "things: {letter: lost}\n    when: about"},
            "thing-gone", "error", "things: {letter: home again}", ("things: {letter: lost}",)),
    Planted("one letter in Haifa and in Varanasi", "names-of-the-world",
            {"when: 1976": "when: with song"},
            "two-hands", "error", "things: [letter]", ("things: [letter]",)),
    Planted("a secret told before it is one", "never-let-me-go",
            {"when: after kathy-cares-ruth\n": "when: after kathy-cares-ruth\n        reveals: [no-deferral]\n"},
            "reveal-early", "error", "reveals: [no-deferral]", ("id: no-deferral",)),
    Planted("a secret that both have known since it was told", "never-let-me-go",
            {"things: {tape: found again}\n": "things: {tape: found again}\n        reveals: [looks-after]\n"},
            "reveal-known", "warning", "reveals: [looks-after]", ("id: looks-after",)),
    Planted("sets out for what is told only on the way", "never-let-me-go",
            {"place: hospital\n        when: after trip-planned\n": "place: hospital\n        when: after trip-planned\n        acts-on: address-given\n"},
            "acts-unknowing", "error", "acts-on: address-given", ()),
    Planted("comes to wake one whom nobody told him of", "sleeping-beauty",
            {"knows: {prince: asleep}, ": ""},
            "acts-unknowing", "error", "acts-on: asleep"),
    Planted("a century asleep, and fifteen by the calendar", "sleeping-beauty",
            {"when: 1 hour after hedge-opens": "when: [1 hour after hedge-opens, age 15 of beauty]"},
            "contradiction", "error", "when: [1 hour after hedge-opens, age 15 of beauty]", ("when: 100 years after asleep", "when: [soon after alone, age 15")),
    Planted("a flashback before the speech that it is a part of", "french-revolution",
            {"id: against-death\n": "id: against-death\n        mode: flashback\n        frame: last-speech\n"},
            "frame-order", "warning", "frame: last-speech", ("id: last-speech",)),
    Planted("a dream within itself", "ten-lines",
            {"title: Nell lights the lamp,": "title: Nell lights the lamp, mode: dream, frame: relit,"},
            "frame-cycle", "error", "frame: relit"),
    Planted("a vision in a storm that is never told", "ten-lines",
            {"title: Nell lights the lamp,": "title: Nell lights the lamp, mode: vision, frame: storm,",
             "relationships: [": "told: [lamp, wreck, wedding, birth, relit]\nrelationships: ["},
            "frame-untold", "warning", "frame: storm", ("id: storm",)),
    Planted("counsel from the grave", "french-revolution",
            {"since: mirabeau-court, until: mirabeau-dies": "since: mirabeau-court, until: flight"},
            "relationship-life", "error", "until: flight", ("death: mirabeau",)),
    Planted("on the throne before birth", "french-revolution",
            {"{who: louis, is: on the throne, from: 1774-05-10": "{who: louis, is: on the throne, from: 1744-05-10"},
            "state-life", "error", "from: 1744-05-10", ("born: 1754-08-23",)),
    Planted("someone who is nowhere", "ten-lines",
            {"characters: {ada:": "characters: {tom: {name: Tom}, ada:"},
            "never-appears", "warning", "tom: {name: Tom}"),
    Planted("an event that echoes itself", "french-revolution",
            {"{from: bastille-falls, to: federation, kind: echo}": "{from: federation, to: federation, kind: echo}"},
            "link-to-itself", "warning", "{from: federation, to: federation, kind: echo}"),
    Planted("told at the beginning and at the end", "ten-lines",
            {"relationships: [": "told: [lamp, wreck, wedding, birth, storm, relit, lamp]\nrelationships: ["},
            "told-twice", "error", "told: [lamp,", ("told: [lamp,",)),
    Planted("a rule that there is not", "ten-lines",
            {"title: Nell lights the lamp,": "title: Nell lights the lamp, allow: after-deth,"},
            "unknown-rule", "error", "allow: after-deth"),
    Planted("a rule allowed to be broken that is kept", "ten-lines",
            {"title: Nell lights the lamp,": "title: Nell lights the lamp, allow: after-death,"},
            "allows-nothing", "warning", "allow: after-death"),
]


class PlantedFaults(ProgramTest):
    def check(self, *names):
        return json.loads(self.run_program("check", "--severity", "warning", "--format", "json", *names).stdout)["diagnostics"]

    def plant(self, planted):
        text = (EXAMPLES / f"{planted.example}.yaml").read_text(encoding="utf-8")
        for old, new in planted.edits.items():
            self.assertEqual(text.count(old), 1, f"{planted.fault}: ‘{old}’ is not there once")
            text = text.replace(old, new)
        self.write("planted.yaml", text)
        return text.splitlines()

    def test_are_each_found_where_they_are_and_nothing_else_is(self):
        for planted in PLANTED:
            with self.subTest(planted.fault):
                lines = self.plant(planted)
                found = self.check("planted.yaml")
                self.assertEqual([(each["severity"], each["code"]) for each in found], [(planted.severity, planted.code)], found)
                self.assertIn(planted.at, lines[found[0]["line"] - 1])
                beside = [lines[each["line"] - 1] for each in found[0]["related"]]
                for piece in planted.beside:
                    self.assertTrue(any(piece in line for line in beside), (piece, beside))

    def test_are_twenty_and_more_of_all_kinds(self):
        self.assertGreaterEqual(len(PLANTED), 20)

    def test_are_not_in_the_examples_themselves(self):
        for path in sorted(EXAMPLES.glob("*.yaml")):
            self.assertEqual(self.check(str(path)), [], path.name)


if __name__ == "__main__":
    unittest.main()
