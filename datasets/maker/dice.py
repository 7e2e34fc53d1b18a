"""Seeded chance, and the spelling of dates and durations.

Only `Random.random()` is used: its stream is promised to stay the same in every Python version, which the other
methods of `random` are not. All arithmetic is +, -, *, / so that no mathematics library can change a byte.
"""

from datetime import datetime, timedelta
from random import Random

EPOCH = datetime(2027, 1, 4, 8, 0)
DATA_DATE = datetime(2027, 6, 30, 17, 0)
DAY = 480  # a working day of eight hours, in minutes


class Dice:
    """One stream of chance. Each part of the maker has its own, so that a change in one leaves the others alone."""

    def __init__(self, seed):
        self.random = Random(seed).random

    def happens(self, probability):
        return self.random() < probability

    def between(self, low, high):
        """A whole number from low to high, both included."""
        return low + int(self.random() * (high - low + 1))

    def uniform(self, low, high):
        return low + (high - low) * self.random()

    def choice(self, items):
        return items[int(self.random() * len(items))]

    def sample(self, items, count):
        return self.shuffled(items)[:count]

    def shuffled(self, items):
        items = list(items)
        for last in range(len(items) - 1, 0, -1):
            other = int(self.random() * (last + 1))
            items[last], items[other] = items[other], items[last]
        return items

    def skewed(self, median, spread):
        """Close to a lognormal draw: twelve uniforms make a normal, three terms of the series make its exponential."""
        z = spread * (sum(self.random() for _ in range(12)) - 6.0)
        return median * max(0.3, 1.0 + z + z * z / 2 + z * z * z / 6)


def minutes(moment):
    """Minutes from the epoch to a date-time."""
    return int((moment - EPOCH).total_seconds()) // 60


def moment(instant):
    """The date-time of an instant in minutes from the epoch."""
    return EPOCH + timedelta(minutes=instant)


def stamp(instant):
    return moment(instant).strftime("%Y-%m-%dT%H:%M")


def day_of(instant):
    return moment(instant).strftime("%Y-%m-%d")


def duration_text(length):
    """Working minutes as a plan writes them: 3d 4h, 12h, 30m, 0d."""
    days, rest = divmod(length, DAY)
    hours, left = divmod(rest, 60)
    parts = [f"{n}{unit}" for n, unit in ((days, "d"), (hours, "h"), (left, "m")) if n]
    return " ".join(parts) or "0d"


def number_text(value):
    """A number without needless zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
