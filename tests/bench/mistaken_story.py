"""The made-up story of 1,000 events as a draft: with births, ages and distances between its scenes, and 50 mistakes of
all kinds."""

import datetime
import random
import re

from made_up_story import made_up_story

EVENTS = 1000
MISTAKES = 50
AGE_OF = re.compile(r"  (p\d+): \{name:")
EVENT = re.compile(r"      - \{id: e(\d+), title: (.*), when: (\d{4}-\d\d-\d\d), who: \[(.*)\]\}")


class Scene:
    """One event of the story, as its line says it, and as it is to be said."""

    def __init__(self, line):
        number, self.title, day, who = EVENT.fullmatch(line).groups()
        self.id = f"e{number}"
        self.day = datetime.date.fromisoformat(day)
        self.who = who.split(", ")
        self.keys = {"id": self.id, "title": self.title, "when": [day], "who": list(self.who)}

    def line(self):
        def shown(value):
            return f"[{', '.join(value)}]" if isinstance(value, list) else value

        return "      - {" + ", ".join(f"{key}: {shown(value)}" for key, value in self.keys.items()) + "}"


def say_distance(scene, before, wrong_by=0):
    days = (scene.day - before.day).days + wrong_by
    scene.keys["when"].append(f"{days} days after {before.id}")


def say_age(scene, born, wrong_by=0):
    person = scene.who[0]
    years = scene.day.year - born[person] + wrong_by
    scene.keys["when"].append(f"age {years - 1}..{years} of {person}")


def say_more(scenes, born, chance):
    """Two in five of the scenes say how long they are after an earlier one, or how old somebody is."""
    for before, scene in zip(scenes, scenes[1:]):
        if chance.random() < 0.2 and scene.day > before.day:
            say_distance(scene, before)
        elif chance.random() < 0.25:
            say_age(scene, born)


def rename_key(scene, key, other):
    scene.keys = {other if name == key else name: value for name, value in scene.keys.items()}


def kill_early(person, scenes):
    """Somebody dies in the last scene but one."""
    own = [scene for scene in scenes if person in scene.who]
    own[-2].keys["death"] = person


def plant(scenes, born, chance):
    """MISTAKES of them, each in a scene of its own."""
    places = iter(chance.sample(range(EVENTS // 2, EVENTS - 100), MISTAKES))
    for person in chance.sample(sorted(born), 4):
        kill_early(person, scenes)

    def each_of(count, make):
        for _ in range(count):
            scene = scenes[next(places)]
            make(scene, scenes[scenes.index(scene) - 40])

    each_of(8, lambda scene, _: scene.keys["who"].append(scene.who[0] + "x"))
    each_of(5, lambda scene, _: rename_key(scene, "who", "characters"))
    each_of(4, lambda scene, _: rename_key(scene, "title", "titel"))
    each_of(4, lambda scene, before: scene.keys.update(id=before.id))
    each_of(5, lambda scene, _: scene.keys["when"].append("whenever it suits"))
    each_of(8, lambda scene, before: say_distance(scene, before, wrong_by=17))
    each_of(8, lambda scene, _: say_age(scene, born, wrong_by=9))
    each_of(4, lambda scene, before: scene.keys["when"].append(f"before {before.id}"))


def mistaken_story(mistakes=True):
    """The text of the draft; without `mistakes`, of what it is before these are made."""
    chance = random.Random(EVENTS)
    lines = made_up_story(EVENTS).splitlines()
    born = {}
    for at, line in enumerate(lines):
        if found := AGE_OF.match(line):
            born[found.group(1)] = chance.randint(1800, 1850)
            lines[at] = line.replace("}", f", born: {born[found.group(1)]}}}")
    at_line = {at: Scene(line) for at, line in enumerate(lines) if EVENT.fullmatch(line)}
    scenes = list(at_line.values())
    say_more(scenes, born, chance)
    if mistakes:
        plant(scenes, born, chance)
    for at, scene in at_line.items():
        lines[at] = scene.line()
    return "\n".join(lines) + "\n"
