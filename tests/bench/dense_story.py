"""A made-up story in which much is said of when: of each event a year or so and three phrases about others."""

import random

EVENTS = 5000
PHRASES_AN_EVENT = 4
CHARACTERS = 100
FIRST_BIRTH = 1800
BIRTH_YEARS = 60
FIRST_YEAR = 1880
YEARS = 100


def birth_of(person):
    return FIRST_BIRTH + person % BIRTH_YEARS


def phrase(chance, number, person, year):
    """About an event not far above in the list, or the age of the one who takes part: true of the year."""
    other = number - chance.randint(1, min(number, 40))
    kind = chance.randrange(4)
    if kind == 0:
        age = year - birth_of(person)
        return f"age {age - 1}..{age + 1} of p{person}"
    return f"0..4000 days after e{other}" if kind == 1 else f"after e{other}"


def lines_of(chance):
    yield f"title: A made-up story of {EVENTS} events and {EVENTS * PHRASES_AN_EVENT} statements"
    yield "characters:"
    for person in range(CHARACTERS):
        yield f"  p{person}: {{born: {birth_of(person)}}}"
    yield "events:"
    for number in range(EVENTS):
        person = number % CHARACTERS
        year = FIRST_YEAR + number * YEARS // EVENTS
        phrases = [f"{year}~"]
        if number > 0:
            phrases += [phrase(chance, number, person, year) for _ in range(PHRASES_AN_EVENT - 1)]
        yield f"  - {{id: e{number}, title: Something happens, who: p{person}, when: [{', '.join(phrases)}]}}"


def dense_story():
    return "".join(line + "\n" for line in lines_of(random.Random(EVENTS)))
