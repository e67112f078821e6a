"""What people write of time, as the program answers it: the small stories of real needs that lie beside the repository,
and others of each kind."""

import json
import re
import unittest
from pathlib import Path

from program import EXAMPLES, ProgramTest

CASES = EXAMPLES.parents[2] / "shared" / "cases" / "time"


class WrittenTimes(ProgramTest):
    def case(self, number):
        found = sorted(CASES.glob(f"{number}-*.yaml"))
        if not found:
            self.skipTest(f"{CASES} is not there: the stories are no part of this repository")
        return str(found[0])

    def times(self, *arguments):
        """By event: the words for its start."""
        said = json.loads(self.assert_exit(0, "times", *arguments, "--format", "json").stdout)
        return {event["id"]: event["start"]["text"] for event in said["events"]}

    def story(self, *events, head=""):
        lines = ["title: X", head, "events:"]
        lines += [f"  - {{id: e{place}, title: E, {event}}}" for place, event in enumerate(events)]
        self.write("x.yaml", "\n".join(lines) + "\n")
        return "x.yaml"

    def errors(self, story):
        """The messages of the errors that `check` finds."""
        done = self.run_program("check", story)
        return re.findall(r"error: (.*)", done.stderr.decode() + done.stdout.decode())

    def labels(self, story):
        self.assert_exit(0, "render", story, "-o", "x.svg")
        svg = (self.folder / "x.svg").read_text(encoding="utf-8")
        return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", svg))


class Cases(WrittenTimes):
    def test_01_clock_times_are_shown(self):
        case = self.case("01")
        self.assertEqual(list(self.times(case).values()),
                         [f"1996-07-14 {time}" for time in ("08:15", "09:30", "11:30", "12:45", "23:50")])
        labels = self.labels(case)
        for time in ("08:15", "09:30–11:30", "11:30", "12:45", "23:50"):
            self.assertIn(time, labels)

    def test_02_times_are_shown_as_they_were_written(self):
        self.assertEqual(self.times(self.case("02")), {"flight": "2008-03-03 22:00", "late": "2008-03-05 00:30"})

    def test_04_an_age_is_that_of_the_birthdays(self):
        said = self.errors(self.case("04"))
        self.assertEqual(len(said), 2)
        self.assertIn("1990-06-15 + 18 years = 2008-06-15", said[0])
        self.assertIn("before 2009-06-15", said[1])

    def test_06_months_are_those_of_the_calendar(self):
        self.assertEqual(self.times(self.case("06")),
                         {"a": "2021-01-15", "b": "2021-02-15", "c": "2021-07-15", "j": "2021-01-01", "k": "2021-04-01",
                          "l": "2021-01-31", "m": "2021-02-28", "n": "2021-04-30"})

    def test_07_sums_are_true(self):
        said = " ".join(self.errors(self.case("07")))
        self.assertIn("1901-05-01 + 12 years = 1913-05-01", said)
        self.assertIn("1910-12-31 + 21 years = 1931-12-31", said)

    def test_10_parts_of_the_year_and_day_are_checked(self):
        said = self.errors(self.case("10"))
        self.assertEqual(len(said), 4)
        self.assertIn("5 hours 30 minutes too much", " ".join(said))

    def test_12_a_night_runs_past_midnight(self):
        self.assertEqual(self.times(self.case("12"))["b"], "1996-07-15 02:00")

    def test_13_days_of_the_week_are_checked(self):
        said = self.errors(self.case("13"))
        self.assertEqual(len(said), 1)
        self.assertIn("1981-11-01 is a Sunday", said[0])

    def test_14_lengths_without_a_date_are_true(self):
        self.assertEqual(self.times(self.case("14")), {"a": "day 0", "b": "day 1", "c": "day 6", "d": "day 14616"})
        self.assertIn("40 years", self.labels(self.case("14")))

    def test_16_labels_keep_what_was_written(self):
        labels = self.labels(self.case("16"))
        for words in ("c. 1820", "1825?", "1830s", "1841–1845", "after 1850", "c. May 1860", "autumn 1862", "summer 1863",
                      "3–9 May 1870", "1875 to 1879", "morning of 5 Apr 1882"):
            self.assertIn(words, labels)

    def test_17_dates_are_read_as_people_write_them(self):
        said = self.errors(self.case("17"))
        self.assertEqual(said, ["a year has four digits [bad-date]"])

    def test_18_lengths_are_read_as_people_write_them(self):
        self.assertEqual(self.errors(self.case("18")), [])

    def test_34_leap_years_are_counted_from_any_year(self):
        text = Path(self.case("34")).read_text(encoding="utf-8").replace("every: 4", "every: 4, from: 3")
        self.write("rep.yaml", text)
        self.assertEqual(self.errors("rep.yaml"), [])
        self.write("gregorian.yaml", text.replace("events:", "time: {calendar: gregorian}\nevents:"))
        self.assertEqual(self.times("gregorian.yaml")["d"], "1799-11-09")

    def test_43_deep_time_is_told_in_years_ago(self):
        self.assertEqual(self.times(self.case("43"))["a"], "13.8 billion years ago")
        labels = self.labels(self.case("43"))
        self.assertIn("66 million years ago", labels)
        self.assertNotIn("80000001", labels)


class OthersOfTheirKinds(WrittenTimes):
    def test_a_day_of_a_clock_is_a_whole_day(self):
        story = self.story("when: [at 7, morning]", "when: [at 7, at 12:30]", "when: at 7", head="time: {clock: day}")
        self.assertEqual(self.times(story)["e1"], "day 7 12:30")
        story = self.story("when: [at 7, at 12:30, morning]", head="time: {clock: day}")
        self.assertEqual(len(self.errors(story)), 1)

    def test_days_of_a_clock_begin_with_those_of_the_calendar(self):
        story = self.story("when: at 7", "when: 1996-07-14", "when: [at 9, 1996-07-20]", head="time: {clock: day}")
        said = json.loads(self.assert_exit(0, "times", story, "--format", "json").stdout)
        starts = {event["id"]: event["start"] for event in said["events"]}
        self.assertEqual(starts["e1"]["text_earliest"], "day 3")
        self.assertEqual(starts["e1"]["text_latest"], "day 3 23:59")
        story = self.story("when: [at 9, 1996-07-20]", "when: [at 3, 1996-07-15]", head="time: {clock: day}")
        self.assertEqual(len(self.errors(story)), 1)

    def test_a_part_of_the_day_on_a_clock_of_scenes_is_an_error_at_its_place(self):
        said = self.errors(self.story("when: [at 3, morning]", head="time: {clock: scene}"))
        self.assertEqual(len(said), 1)
        self.assertIn("[meaningless-phrase]", said[0])

    def test_the_seasons_of_the_south_are_half_a_year_later(self):
        event = "when: [summer 1996, 1996-12-25]"
        self.assertEqual(len(self.errors(self.story(event))), 1)
        self.assertEqual(self.errors(self.story(event, head="time: {hemisphere: south}")), [])

    def test_a_place_has_the_clocks_of_its_zone(self):
        head = "places: {york: {name: New York, zone: America/New_York}}"
        story = self.story("when: 2008-07-03 at 22:00, place: york", "when: 2008-07-04 at 02:30Z", "when: 2 hours after e0",
                           head=head)
        self.assertEqual(self.times(story), {"e0": "2008-07-03 22:00", "e1": "2008-07-04 02:30", "e2": "2008-07-04 00:00"})

    def test_the_day_and_the_zone_of_a_time_may_stand_apart(self):
        self.assertEqual(self.times(self.story('when: [2008-03-03, "at 22:00-05:00"]'))["e0"], "2008-03-03 22:00")

    def test_days_of_the_week_that_exclude_each_other_are_found_without_a_date(self):
        said = self.errors(self.story("when: 1996", "when: [after e0, Wednesday, Tuesday]"))
        self.assertEqual(len(said), 1)
        self.assertIn("Tuesday", said[0])

    def test_a_winter_reaches_to_the_end_of_february(self):
        self.assertEqual(self.errors(self.story("when: [winter 1999, 2000-02-29]")), [])
        self.assertEqual(len(self.errors(self.story("when: [winter 1999, 2000-03-01]"))), 1)

    def test_who_is_born_on_a_leap_day_has_birthdays_in_every_year(self):
        head = "characters: {leo: {name: Leo, born: 2000-02-29}}"
        self.assertEqual(self.errors(self.story("when: [age 19 of leo, 2019-02-28]", head=head)), [])
        self.assertEqual(len(self.errors(self.story("when: [age 18 of leo, 2019-02-28]", head=head))), 1)

    def test_a_loop_of_months_is_found_at_once(self):
        said = self.errors(self.story("when: 1950", "when: [1 month after e0, after e2]", "when: after e1"))
        self.assertEqual(len(said), 1)

    def test_ages_are_printed_as_they_are_stated(self):
        said = self.assert_exit(0, "times", self.story(
            "who: ann, when: age 0 of ann", "who: ann, when: age 30 of ann", head="characters: {ann: {name: Ann}}"))
        self.assertRegex(said.stdout.decode(), r"ann 0\n")
        self.assertRegex(said.stdout.decode(), r"ann 30\n")

    def test_the_small_hours_of_a_night_are_of_the_next_day(self):
        story = self.story("when: 1996-07-14 night at 02:00", 'when: "1996-07-14 at 23:00..01:00"',
                           'when: ["1996-07-14 at 23:00..01:00", "1996-07-15 at 00:30"]', "when: 1996-07-14 night at 23:00")
        times = self.times(story)
        self.assertEqual(times["e0"], "1996-07-15 02:00")
        self.assertEqual(times["e2"], "1996-07-15 00:30")
        self.assertEqual(times["e3"], "1996-07-14 23:00")
        story = self.story('when: ["1996-07-14 at 23:00..01:00", "1996-07-14 at 00:30"]')
        self.assertEqual(len(self.errors(story)), 1)

    def test_what_is_drawn_keeps_what_is_said_also_where_others_are_moved(self):
        self.assertEqual(self.times(self.story("when: winter 1999", "when: Monday", "when: summer")),
                         {"e0": "1999-12-01", "e1": "1999-12-06", "e2": "2000-06-01"})

    def test_a_night_beside_two_dates_is_of_the_first(self):
        self.assertEqual(self.errors(self.story('when: ["1996-07-14 at 23:00..01:00", 1996-07-15]',
                                                "when: [1999-12-31 night, 2000]")), [])
        self.assertEqual(len(self.errors(self.story("when: [1996-07-14 night, 1996-07-16]"))), 1)

    def test_a_morning_after_what_lasts_past_midnight_is_of_that_date(self):
        story = self.story("when: 1999-12-31 at 22:00, lasts: 4 hours", "when: [the next morning, 2000-01-01]")
        self.assertEqual(self.errors(story), [])
        story = self.story("when: 1999-12-31 at 20:00, lasts: 1 hour", "when: [the next morning, 1999-12-31]")
        self.assertEqual(len(self.errors(story)), 1)

    def test_a_year_and_a_half_is_eighteen_months(self):
        self.assertEqual(self.times(self.story("when: 2021-01-31", "when: 1.5 years after e0"))["e1"], "2022-07-31")

    def test_seconds_of_a_range_are_refused(self):
        self.assertEqual(len(self.errors(self.story('when: "2008-07-01 at 10:00:30..10:00:45"'))), 1)

    def test_labels_of_other_calendars_and_of_ranges_of_times(self):
        for event, words in (("islamic Ramadan 1445", "Mar – Apr 2024"), ("5th century BC", "5th century BC"),
                             ("3 Ma", "3 million years ago")):
            self.assertIn(words, self.labels(self.story("when: 1066", f"when: {event}")))
        labels = self.labels(self.story("when: 2024-05-01", 'when: "2024-05-03 at 21:00..22:00"'))
        self.assertIn("21:00 to 22:00", labels)

    def test_the_next_morning_after_a_night_is_the_same_date(self):
        story = self.story("when: 1996-07-15 at 01:30", "when: [the next morning, 1996-07-15]",
                           "when: [the morning after e0, 1996-07-16]")
        self.assertEqual(self.errors(story), [])
        story = self.story("when: 1996-07-15 at 10:30", "when: [the next morning, 1996-07-15]")
        self.assertEqual(len(self.errors(story)), 1)


class Clocks(WrittenTimes):
    NEW_YORK = "places: {york: {name: New York, zone: America/New_York}, tokyo: {name: Tokyo, zone: Asia/Tokyo}}"

    def test_what_clocks_are_put_forward_over_never_was(self):
        for written in ('"2008-03-09 at 02:30"', '"2008-03-09T02:30"'):
            self.story(f"when: {written}, place: york", head=self.NEW_YORK)
            done = self.run_program("check", "x.yaml")
            said = done.stdout.decode() + done.stderr.decode()
            self.assertIn("[skipped-time]", said)
            self.assertIn("01:30 or 03:30", said)
        story = self.story('when: "2008-03-09 at 02:30", place: tokyo', 'when: "2008-03-09 at 02:30-05:00", place: york',
                           'when: "2008-11-02 at 01:30", place: york', head=self.NEW_YORK)
        self.assertEqual(self.errors(story), [])

    def test_a_day_after_noon_is_noon_when_clocks_are_changed(self):
        story = self.story('when: "2008-11-01 at 12:00", place: york', "when: 1 day after e0, place: york",
                           "when: 24 hours after e0, place: york", "when: 1 week and 2 hours after e0, place: york",
                           "when: 1 month after e0, place: york", 'when: [1 day before e1, "2008-11-01 at 12:00"], place: york',
                           head=self.NEW_YORK)
        self.assertEqual(self.times(story),
                         {"e0": "2008-11-01 12:00", "e1": "2008-11-02 12:00", "e2": "2008-11-02 11:00",
                          "e3": "2008-11-08 14:00", "e4": "2008-12-01 12:00", "e5": "2008-11-01 12:00"})
        story = self.story('when: "2008-11-01 at 12:00", place: york', 'when: [1 day after e0, "2008-11-02 at 13:00"], place: york',
                           head=self.NEW_YORK)
        self.assertIn("1 hour", self.errors(story)[0])

    def test_birthdays_begin_at_midnight_where_the_event_is(self):
        head = self.NEW_YORK + "\ncharacters: {ann: {name: Ann, born: 1980-06-15}}"
        story = self.story('who: ann, when: "2008-06-15 at 00:45", place: tokyo',
                           'who: ann, when: "2008-06-14 at 23:45", place: york', head=head)
        said = json.loads(self.assert_exit(0, "times", story, "--format", "json").stdout)
        ages = {event["id"]: event["ages"][0]["calendar"] for event in said["events"]}
        self.assertEqual(ages["e0"]["years"], "28")
        self.assertEqual(ages["e0"]["days"], "28 years")
        self.assertEqual(ages["e1"]["years"], "27")
        self.assertEqual(ages["e1"]["days"], "27 years 365 days")

    def test_a_birth_is_on_the_day_that_it_is_where_it_happens(self):
        story = self.story('birth: ann, when: "2008-03-03 at 22:00", place: york',
                           'who: ann, death: ann, when: "2008-03-05 at 00:30", place: tokyo',
                           head=self.NEW_YORK + "\ncharacters: {ann: {name: Ann}}")
        said = json.loads(self.assert_exit(0, "times", story, "--format", "json").stdout)
        self.assertEqual(said["lives"][0]["birth"]["text"], "2008-03-03")
        self.assertEqual(said["lives"][0]["death"]["text"], "2008-03-05")
        self.assertEqual(said["events"][1]["ages"][0]["calendar"]["days"], "2 days")


class WithoutDates(WrittenTimes):
    def test_days_of_the_week_and_times_of_the_day_are_checked(self):
        for first, second in (("Monday", "3 days after e0, Friday"), ("at 09:00", "1 hour after e0, at 11:00"),
                              ("at 09:00", "the same day as e0, at 08:00, after e0"),
                              ("morning", "30 minutes after e0, night"),
                              ("at 09:00", "the next day, at 09:00, 30 hours after e0")):
            self.assertEqual(len(self.errors(self.story(f"when: {first}", f"when: [{second}]"))), 1, second)
        said = self.errors(self.story("when: Monday", "when: [3 days after e0, Friday]"))
        self.assertIn("day 3 is a Thursday", said[0])

    def test_days_are_counted_from_that_of_the_first_event(self):
        story = self.story("when: Monday", "when: [3 days after e0, Thursday]", "when: the next day", "when: that evening",
                           "when: the Monday after e3", "when: [the next day, at 09:00]")
        self.assertEqual(self.times(story), {"e0": "day 0", "e1": "day 3", "e2": "day 4", "e3": "day 4 20:00", "e4": "day 7",
                                             "e5": "day 8 09:00"})
        story = self.story("when: [the day before e1, at 22:00]", "when: at 09:00", "when: [that day, at 18:00]")
        self.assertEqual(self.times(story), {"e0": "day 0 22:00", "e1": "day 1 09:00", "e2": "day 1 18:00"})
        labels = self.labels(story)
        for words in ("day 0, 22:00", "day 1, 09:00", "18:00"):
            self.assertIn(words, labels)


class OtherDays(WrittenTimes):
    HEAD = """time: {calendar: sol}
calendars:
  sol: {hours: 20, minutes: 100, months: [{name: One, days: 30}, {name: Two, days: 30}], eras: [{name: AX, from: 1}]}"""

    def test_hours_and_minutes_are_those_of_the_day(self):
        story = self.story('when: "3 Two 12 at 10:00"', 'when: "3 Two 12 at 15:80"', "when: 30 minutes after e1",
                           "when: 12 hours after e0", "when: [3 Two 12, noon]", "when: [3 Two 12, at 19:99]",
                           "when: [after e0, before e1, morning]", head=self.HEAD)
        self.assertEqual(len(self.errors(story)), 1)
        story = self.story('when: "3 Two 12 at 10:00"', 'when: "3 Two 12 at 15:80"', "when: 30 minutes after e1",
                           "when: 12 hours after e0", "when: 3 Two 12 at noon", "when: [3 Two 12, at 19:99]",
                           "when: 0012-02-03T05:75", head=self.HEAD)
        self.assertEqual(self.times(story),
                         {"e0": "AX 0012-02-03 10:00", "e1": "AX 0012-02-03 15:80", "e2": "AX 0012-02-03 16:10",
                          "e3": "AX 0012-02-04 02:00", "e4": "AX 0012-02-03 10:00", "e5": "AX 0012-02-03 19:99",
                          "e6": "AX 0012-02-03 05:75"})
        labels = self.labels(story)
        for time in ("10:00", "15:80", "16:10", "19:99", "05:75"):
            self.assertIn(time, labels)

    def test_a_time_that_the_day_does_not_have_is_an_error(self):
        for time in ("21:00", "9pm", "12:100"):
            self.story(f'when: "3 Two 12 at {time}"', head=self.HEAD)
            done = self.run_program("check", "x.yaml")
            self.assertIn("20 hours of 100 minutes", (done.stdout + done.stderr).decode())


class TwoWaysToCountYears(WrittenTimes):
    def test_both_years_are_shown_of_a_date_in_old_style(self):
        story = self.story("when: 1648-01-30", "when: 30 January 1648 at 14:00", "when: 1649-05-17", "when: 1650",
                           head="time: {calendar: old-style}")
        self.assertEqual(self.times(story)["e0"], "1648-01-30/9")
        self.assertEqual(self.times(story)["e1"], "1648-01-30/9 14:00")
        labels = self.labels(story)
        for words in ("30 Jan 1648/9", "17 May 1649", "1650"):
            self.assertIn(words, labels)

    def test_a_dual_year_is_told_as_it_was_written(self):
        story = self.story("when: 1675-02-10/6", "when: 10 February 1699/1700", "when: 1675-02-10/6 at 09:30")
        self.assertEqual(self.times(story), {"e0": "1675-02-10/6", "e1": "1699-02-10/1700", "e2": "1675-02-10/6 09:30"})


class Eras(WrittenTimes):
    HEAD = "time: {calendar: japanese}"

    def test_an_era_ends_where_the_next_begins(self):
        self.assertEqual(self.errors(self.story("when: Showa 64-01-07", "when: Heisei 1-01-08", "when: 15 August Showa 20",
                                                head=self.HEAD)), [])
        said = self.errors(self.story("when: [Showa 64, 1989-06-04]", head=self.HEAD))
        self.assertEqual(len(said), 1)
        for date in ("Showa 64-01-08", "Showa 65", "Heisei 31-05-01", "Heisei 1-01-07"):
            said = self.errors(self.story(f"when: {date}", head=self.HEAD))
            self.assertEqual(len(said), 1, date)

    def test_the_french_republic_counts_in_roman_figures(self):
        story = self.story("when: french-republican 18 brumaire an VIII", "when: french-republican 18 Brumaire 8")
        self.assertEqual(self.times(story), {"e0": "1799-11-09", "e1": "1799-11-09"})


if __name__ == "__main__":
    unittest.main()
