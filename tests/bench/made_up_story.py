"""A made-up story of a given number of events: the same text for the same number, to measure with.

Its shape is that of long stories: parts with a cast of their own, days with several scenes at once, people who
stay together from one day to the next, a few who are everywhere and many who are seldom seen.
"""

import dataclasses
import datetime
import random

GIVEN = ("Agnes Benedikt Clémence Dmitri Eilidh Ferenc Gwen Håkon Ilse Jorge Katarzyna Lorenzo Mireille Niamh Oskar "
         "Paloma Quirin Ragna Stefan Théo Urszula Viktor Wilma Ximena Yusuf Zofia").split()
FAMILY = ("Abbott Bălan Carrick Dvořák Engel Falk Guérin Hartmann Iversen Jansson Kelly Larsen Møller Nagy Ortega "
          "Petrov Quist Rossi Šimek Thorne Urban Vidal Winter Ågren").split()
ONES = ("captain widow stranger notary twins cousin orphan baker judge pilot gardener nurse painter deserter "
        "landlord clerk").split()
DEEDS = ("finds loses breaks mends sends reads burns sells refuses keeps opens betrays forgets answers hears hides "
         "signs returns").split()
OBJECTS = ("will ring ledger cellar photograph song horse map field boat pact name house ticket knife key secret "
           "coat grave recipe").split()
KINDS_OF = "second missing cracked heavy borrowed forged northern silent red last unsent common spoiled dear".split()
TURNS = ("at dawn|on the ferry|before the thaw|in the empty market|for a while|without a word|under the stairs|once more|"
         "at the border|in Odessa|in Bergen|near the quarry").split("|")
BONDS = "friendship marriage rivalry kinship debt tutelage".split()

FIRST_DAY = datetime.date(1871, 3, 4)


@dataclasses.dataclass(frozen=True)
class Shape:
    """How large a story is, and how crowded."""

    events: int
    characters: int
    parts: int
    relationships: int
    years: int
    scenes_a_day: int
    cast_of_a_part: int
    most_in_a_scene: int


SHAPES = {
    shape.events: shape
    for shape in (
        Shape(events=60, characters=7, parts=3, relationships=15, years=30, scenes_a_day=2, cast_of_a_part=6,
              most_in_a_scene=3),
        Shape(events=1000, characters=60, parts=10, relationships=120, years=40, scenes_a_day=4, cast_of_a_part=24,
              most_in_a_scene=5),
        Shape(events=5000, characters=300, parts=30, relationships=600, years=100, scenes_a_day=8,
              cast_of_a_part=72, most_in_a_scene=7),
    )
}


def names(chance, count):
    all_names = [f"{given} {family}" for given in GIVEN for family in FAMILY]
    return chance.sample(all_names, count)


def title(chance):
    """4 to 14 words."""
    words = ["The", chance.choice(ONES), chance.choice(DEEDS), "the", chance.choice(KINDS_OF), chance.choice(OBJECTS)]
    if chance.random() < 0.2:
        del words[4]
    wanted = chance.randint(4, 14)
    while len(words) < wanted:
        words += chance.choice((["and", chance.choice(DEEDS), "the", chance.choice(OBJECTS)],
                                chance.choice(TURNS).split()))
    return " ".join(words[:wanted])


def cast_of_a_part(chance, shape):
    """Some of those who are everywhere (the first sixth), and others for this part alone."""
    everywhere = range(max(1, shape.characters // 6))
    cast = set(chance.sample(everywhere, (len(everywhere) + 1) // 2))
    others = [person for person in range(shape.characters) if person not in cast]
    return sorted(cast) + chance.sample(others, min(len(others), shape.cast_of_a_part - len(cast)))


def scenes_of_a_day(chance, shape, cast, before, count):
    """`count` scenes with nobody in two of them; two in three of those together the day `before` stay together."""
    free = set(cast)
    scenes = []
    for place in range(count):
        wanted = chance.randint(1, shape.most_in_a_scene)
        stay = [person for person in (before[place] if place < len(before) else [])
                if person in free and chance.random() < 0.67]
        scene = stay[:wanted]
        free.difference_update(scene)
        joining = chance.sample(sorted(free), min(len(free), wanted - len(scene)))
        free.difference_update(joining)
        scenes.append(sorted(scene + joining))
    return [scene for scene in scenes if scene]


def parts_of(chance, shape):
    """For each part its events: day, title, people."""
    length = datetime.timedelta(days=shape.years * 365)
    day_count = -(-shape.events // shape.scenes_a_day)
    days = [FIRST_DAY + datetime.timedelta(days=day) for day in sorted(chance.sample(range(length.days), day_count))]
    parts = []
    for part in range(shape.parts):
        cast = cast_of_a_part(chance, shape)
        wanted = shape.events * (part + 1) // shape.parts - shape.events * part // shape.parts
        events, scenes = [], []
        for day in days[day_count * part // shape.parts:]:
            scenes = scenes_of_a_day(chance, shape, cast, scenes, min(shape.scenes_a_day, wanted - len(events)))
            events += [(day, title(chance), scene) for scene in scenes]
            if len(events) == wanted:
                break
        parts.append(events)
    return parts


def lines_of(chance, shape):
    yield "fabula: 1"
    yield f"title: A made-up story of {shape.events} events"
    yield "characters:"
    for number, name in enumerate(names(chance, shape.characters)):
        yield f"  p{number}: {{name: {name}}}"
    yield "sections:"
    number = 0
    for part, events in enumerate(parts_of(chance, shape), 1):
        yield f"  - id: part-{part}"
        yield f"    title: {title(chance)}"
        yield "    events:"
        for day, what, scene in events:
            number += 1
            who = ", ".join(f"p{person}" for person in scene)
            yield f"      - {{id: e{number}, title: {what}, when: {day.isoformat()}, who: [{who}]}}"
    yield "relationships:"
    pairs = [(one, other) for other in range(shape.characters) for one in range(other)]
    for one, other in chance.sample(pairs, shape.relationships):
        yield f"  - {{between: [p{one}, p{other}], kind: {chance.choice(BONDS)}}}"


def made_up_story(events):
    """The text of the story with so many events: one of SHAPES."""
    return "".join(line + "\n" for line in lines_of(random.Random(events), SHAPES[events]))
