"""Histories that are made up day by day and told in part, in phrases of every sort: nothing is wrong with them, and nothing is found."""

import json
import unittest
from datetime import date, timedelta
from random import Random

from program import ProgramTest

HISTORIES = 150
PLACES = ("hill", "shore", "town")
WAY = 4  # days between any two of them
SEASONS = {3: "spring", 4: "spring", 5: "spring", 6: "summer", 7: "summer", 8: "summer", 9: "autumn", 10: "autumn", 11: "autumn"}


class History:
    """What happens, on which day, to whom; and of that what the story says. All of it happens at the same hour of its day."""

    def __init__(self, seed):
        self.random = Random(seed)
        self.people = {f"p{number}": {"born": self.day(1900, 1930)} for number in range(4)}
        self.events = []
        self.known = {who: {} for who in self.people}
        self.dead, self.tape_is_lost, self.voyages = {}, False, {}
        self.today = self.day(1950, 1951)
        for number in range(self.random.randint(6, 14)):
            self.happen(f"e{number}")
        self.look_back()

    def day(self, first, last):
        return date(first, 1, 1) + timedelta(days=self.random.randrange(365 * (last - first) + 365))

    def chance(self, share):
        return self.random.random() < share

    def happen(self, name):
        """An event, long enough after the one before that everyone can be there."""
        self.today += timedelta(days=self.random.choice((20, 30, 100, 400, 1500)) + self.random.randrange(9))
        alive = [who for who in self.people if who not in self.dead]
        who = self.random.sample(alive, self.random.randint(1, len(alive)))
        event = {"id": name, "day": self.today, "title": f"What happens in {name}", "who": who, "place": self.random.choice(PLACES)}
        event["end"] = self.today + timedelta(days=self.random.choice((0, 0, 3, 12)))
        self.use_tape(event)
        self.pass_on(event)
        if len(alive) > 2 and self.chance(0.15):
            event["death"] = self.random.choice(who)
            self.dead[event["death"]] = name
        elif self.chance(0.2):
            sailor = self.random.choice(who)
            self.voyages[sailor] = self.voyages.get(sailor, 0) + 1
            event.update({"voyage": sailor, "number": self.voyages[sailor]})
        self.events.append(event)

    def use_tape(self, event):
        if self.tape_is_lost and self.chance(0.4):
            event["things"], self.tape_is_lost = {"tape": "found"}, False
        elif not self.tape_is_lost and self.chance(0.4):
            self.tape_is_lost = self.chance(0.5)
            event["things"] = {"tape": "lost"} if self.tape_is_lost else ["tape"]

    def pass_on(self, event):
        """Those who are there learn of an event that someone else was in, or act on what all of them know."""
        who = event["who"]
        for earlier in self.events:
            strangers = [each for each in who if earlier["id"] not in self.known[each]]
            if not strangers and self.chance(0.3):
                event["acts-on"] = earlier["id"]
            elif strangers and self.chance(0.3) and "reveals" not in event and "knows" not in event:
                event[self.random.choice(("reveals", "knows"))] = earlier["id"]
                for each in who:
                    self.known[each][earlier["id"]] = True
        for each in who:
            self.known[each][event["id"]] = True

    def look_back(self):
        """A flashback to before everything, told within the last event; a dream in which the dead walk."""
        last = self.events[-1]
        first_day = self.events[0]["day"]
        self.events.append({"id": "back", "day": first_day - timedelta(days=50), "end": first_day - timedelta(days=50), "title": "Long ago", "who": list(self.people),
                            "mode": "flashback", "frame": last["id"]})
        self.events.append({"id": "dream", "day": last["day"], "end": last["day"], "title": "They all come", "who": list(self.people),
                            "mode": "dream", "frame": last["id"]})

    def age(self, who, day):
        born = self.people[who]["born"]
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def phrases(self, event):
        """True phrases of the day of an event, of every sort."""
        day, real = event["day"], [each for each in self.events if "mode" not in each]
        before = [each for each in real if each["end"] < day]
        after = [each for each in real if each["day"] > event["end"]]
        who = self.random.choice(event["who"])
        age = self.age(who, day)
        yield from (f"{day}", f"{day:%Y-%m}", f"{day.year}", f"{day.year // 10}X", f"{day}~", f"{day.year}?")
        yield from (f"age {age} of {who}", f"age {age - 2}..{age + 1} of {who}", f"age ~{age} of {who}")
        if day.month in SEASONS:
            yield f"{SEASONS[day.month]} {day.year}"
        if before:
            other = self.random.choice(before)
            days = (day - other["end"]).days
            yield from (f"after {other['id']}", f"{days} days after {other['id']}", f"about {days} days after {other['id']}",
                        f"{days - 3}..{days + 5} days after {other['id']}")
        if after:
            other = self.random.choice(after)
            days = (other["day"] - event["end"]).days
            yield from (f"before {other['id']}", f"{days} days before {other['id']}", f"about {days} days before {other['id']}")
            yield f"{days // 7}..{days // 7 + 2} weeks before {other['id']}"
        if before and after:
            yield f"between {self.random.choice(before)['id']} and {self.random.choice(after)['id']}"

    def statement(self, event):
        """Nothing, one phrase or two."""
        said = {key: value for key, value in event.items() if key not in ("day", "end")}
        if event["end"] > event["day"]:
            days = (event["end"] - event["day"]).days
            said.update(self.random.choice(({"lasts": f"{days} days"}, {"lasts": f"about {days} days"}, {"until": f"{event['end']}"})))
        count = self.random.choice((0, 1, 1, 2))
        if count and event.get("mode") != "dream":
            said["when"] = self.random.sample(list(self.phrases(event)), count)
        return said

    def born(self, who):
        born = self.people[who]["born"]
        return self.random.choice(({}, {"born": f"{born}"}, {"born": f"{born.year}"}, {"born": f"{born:%Y-%m}"}, {"born": f"{born.year // 10}X"}))

    def bonds(self):
        """A relationship and a state within the lives of those who have them."""
        shared = [event for event in self.events if len(event["who"]) > 1 and "mode" not in event]
        for event in shared[:1]:
            yield "relationships", {"between": event["who"][:2], "kind": "friendship", "from": event["id"]}
            yield "states", {"who": event["who"][0], "is": "sailor", "from": event["id"]}

    def causes(self):
        real = [event for event in self.events if "mode" not in event]
        return [{"from": first["id"], "to": second["id"], "kind": "cause"} for first, second in zip(real, real[2:]) if self.chance(0.3)]

    def story(self):
        story = {"title": "A history",
                 "characters": {who: self.born(who) for who in self.people},
                 "places": {place: {"travel": {other: f"{WAY} days" for other in PLACES if other > place}} for place in PLACES},
                 "things": {"tape": {}}, "milestones": {"voyage": {"name": "voyage"}},
                 "events": [self.statement(event) for event in self.events], "links": self.causes()}
        for key, entry in self.bonds():
            story[key] = [entry]
        return story


def haunted(history):
    """The story with the first of the dead at the last real event; of both days nothing is left open. Nothing where nobody dies before."""
    death = next((event for event in history.events if "death" in event), None)
    last = [event for event in history.events if "mode" not in event][-1]
    if death is None or death is last:
        return None
    story = history.story()
    for event in story["events"]:
        if event["id"] in (death["id"], last["id"]):
            event["when"] = str(next(each["day"] for each in history.events if each["id"] == event["id"]))
        if event["id"] == last["id"]:
            event["who"].append(death["death"])
    return story


def with_a_lie(history):
    """The story with all days said, and of one event a phrase that is not true, by two days or more; and the phrase."""
    story = history.story()
    real = [event for event in history.events if "mode" not in event]
    for event, said in zip(real, story["events"]):
        said.pop("lasts", None)
        said.update({"when": str(event["day"]), "until": str(event["end"])})
    number = history.random.randrange(1, len(real))
    event, other = real[number], history.random.choice(real[:number])
    who, days = event["who"][0], (event["day"] - other["end"]).days
    story["characters"][who] = {"born": str(history.people[who]["born"])}
    lie = history.random.choice((f"before {other['id']}", f"with {other['id']}", f"{days + 2} days after {other['id']}", f"{days // 7 + 2} weeks after {other['id']}",
                                 f"{event['day'].year + 1}", f"{event['day'] + timedelta(days=2)}", f"age {history.age(who, event['day']) + 2} of {who}",
                                 f"age {history.age(who, event['day']) - 2} of {who}"))
    story["events"][number]["when"] = [str(event["day"]), lie]
    return story, lie


class TrueHistories(ProgramTest):
    def findings(self, stories):
        """By story: the codes of errors and warnings."""
        names = [f"{number}.yaml" for number in range(len(stories))]
        for name, story in zip(names, stories):
            self.write(name, json.dumps(story))
        report = json.loads(self.run_program("check", "--severity", "warning", "--format", "json", *names).stdout)
        return [{each["code"] for each in report["diagnostics"] if each["file"] == name} for name in names]

    def test_are_left_alone(self):
        for seed, found in enumerate(self.findings([History(seed).story() for seed in range(HISTORIES)])):
            self.assertEqual(found, set(), f"seed {seed}")

    def test_with_the_dead_among_the_living_are_not(self):
        stories = [story for seed in range(HISTORIES) if (story := haunted(History(seed)))]
        self.assertGreater(len(stories), 50)
        for number, found in enumerate(self.findings(stories)):
            self.assertIn("after-death", found, stories[number])

    def test_with_one_lie_are_contradictions(self):
        lies = [with_a_lie(History(seed)) for seed in range(HISTORIES)]
        for (story, lie), found in zip(lies, self.findings([story for story, _ in lies])):
            self.assertTrue(found & {"contradiction", "age-contradicts-birth"}, (lie, story))

    def test_say_something_of_every_kind(self):
        stories = [History(seed).story() for seed in range(HISTORIES)]
        events = [event for story in stories for event in story["events"]]
        for key in ("when", "death", "voyage", "things", "knows", "reveals", "acts-on", "mode"):
            self.assertGreater(sum(key in event for event in events), 50, key)


if __name__ == "__main__":
    unittest.main()
