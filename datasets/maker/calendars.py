"""The working times of the hospital and the arithmetic of working minutes."""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta

from .dice import EPOCH, minutes

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
OFFICE = ["08:00-12:00", "13:00-17:00"]

HOLIDAYS = {
    "2027-03-26": "Good Friday", "2027-03-29": "Easter Monday", "2027-05-06": "Ascension",
    "2027-05-17": "Whit Monday", "2027-11-01": "All Saints", "2027-12-24": "Christmas Eve",
    "2028-04-14": "Good Friday", "2028-04-17": "Easter Monday", "2028-05-01": "Labour Day",
    "2028-05-25": "Ascension", "2028-06-05": "Whit Monday", "2028-11-01": "All Saints",
    "2028-12-25": "Christmas Day", "2028-12-26": "Second Christmas Day", "2029-01-01": "New Year",
}


def closed(first, last):
    """Every day from first to last as a day off."""
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    days = {}
    while day <= end:
        days[day.isoformat()] = []
        day += timedelta(days=1)
    return days


# name: (what it is for, base, week, exceptions)
CALENDARS = {
    "standard": ("offices and clinics", "", {day: OFFICE for day in DAYS[:5]},
                 {**{day: [] for day in HOLIDAYS}, "2027-12-31": ["08:00-12:00"]}),
    "early_week": ("part-time staff, Monday to Wednesday", "standard", {"thursday": [], "friday": []},
                   {"2027-12-31": []}),
    "wards": ("two ward shifts, every day of the week", "",
              {day: ["06:30-14:00", "14:30-22:00"] for day in DAYS}, {"2027-12-25": ["06:30-14:00"]}),
    "night": ("changes to running systems, Monday night to Friday morning", "",
              {"monday": ["22:00-24:00"], "tuesday": ["00:00-06:00", "22:00-24:00"],
               "wednesday": ["00:00-06:00", "22:00-24:00"], "thursday": ["00:00-06:00", "22:00-24:00"],
               "friday": ["00:00-06:00"]}, closed("2027-12-23", "2028-01-02")),
    "building": ("building sites: Saturday mornings, closed in high summer and over the turn of the year", "standard",
                 {"saturday": ["08:00-12:00"]},
                 {**closed("2027-08-02", "2027-08-08"), **closed("2027-12-24", "2028-01-05")}),
}


def clock(text):
    """Minutes after midnight."""
    hours, rest = text.split(":")
    return int(hours) * 60 + int(rest)


def resolved(name):
    """Week and exceptions of a calendar, with what it inherits."""
    _, base, week, exceptions = CALENDARS[name]
    if base:
        base_week, base_exceptions = resolved(base)
        return {**base_week, **week}, {**base_exceptions, **exceptions}
    return week, exceptions


class Calendar:
    """Working time as a rising count of minutes from the epoch."""

    def __init__(self, name, horizon_days=1800):
        week, exceptions = resolved(name)
        self.starts, self.ends, self.before = [], [], []
        worked = 0
        for n in range(horizon_days):
            day = EPOCH.replace(hour=0, minute=0) + timedelta(days=n)
            spans = exceptions.get(day.date().isoformat(), week.get(DAYS[day.weekday()], []))
            for first, last in (span.split("-") for span in spans):
                start, end = max(0, minutes(day) + clock(first)), minutes(day) + clock(last)
                if end > start:
                    self.starts.append(start)
                    self.ends.append(end)
                    self.before.append(worked)
                    worked += end - start

    def work(self, instant):
        """Working minutes from the epoch to an instant."""
        n = bisect_right(self.starts, instant) - 1
        return 0 if n < 0 else self.before[n] + min(instant, self.ends[n]) - self.starts[n]

    def start_at(self, work):
        """The instant with so much work before it, spelled late: the morning, not the evening before."""
        n = bisect_right(self.before, work) - 1
        return self.starts[n] + work - self.before[n]

    def finish_at(self, work):
        """The same instant spelled early: the evening, not the next morning."""
        n = max(0, bisect_left(self.before, work) - 1)
        return self.starts[n] + work - self.before[n]


def all_calendars():
    return {name: Calendar(name) for name in CALENDARS}
