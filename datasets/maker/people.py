"""Who works at St. Elsewhere: people, teams and standing duties."""

from dataclasses import dataclass

from .dice import Dice
from .story import DUTIES, DUTY_GOALS, FIRST_NAMES, HEADS, LAST_NAMES, ROLES, TEAMS

LEFT = {"TM16": "2027-04-30", "TM13": "2027-05-31", "TM05": "2027-03-31"}  # one person of each of these teams
JOINED = {"TM13": "2027-03-01", "TM01": "2027-04-01", "TM14": "2027-05-03", "TM20": "2027-02-01", "TM15": "2027-09-01"}
EARLY_WEEK = ("TM08", "TM11", "TM12", "TM20", "TM23")  # two people of each work Monday to Wednesday


@dataclass
class Person:
    id: str
    name: str
    manager: str
    unit: str
    team: str
    kind: str  # key of ROLES, or `lead` or `head`
    role: str
    tenths: int = 10  # of a full-time post
    calendar: str = ""
    start: str = ""
    end: str = ""
    productivity: str = "1"
    duty: int = 0  # tenths of the person's time taken by standing duties

    def free_tenths(self):
        """What is left of a full-time post for plan work, in whole tenths, never nothing."""
        return max(1, self.tenths * (10 - self.duty) // 10)

    def here(self, first, last):
        """Employed on every day from first to last."""
        return (not self.start or self.start <= first) and (not self.end or last <= self.end)


def staff(seed):
    """(people, teams as rows, heads of units, leads of teams)."""
    dice = Dice(seed)
    names = name_stream(dice)
    people = [Person("E001", next(names), "", "Executive", "", "head", "Chief executive")]
    heads = {}
    for unit, title in HEADS:
        heads[unit] = Person(f"E{len(people) + 1:03}", next(names), "E001", unit, "", "head", title)
        people.append(heads[unit])
    heads["Finance"].start = "2027-09-01"
    leads, teams = {}, []
    for line in TEAMS.strip().splitlines():
        team, name, unit, mix = (part.strip() for part in line.split("|"))
        boss = heads["Operations" if unit == "Finance" else unit].id  # the finance post is vacant
        lead = leads[team] = Person(f"E{len(people) + 1:03}", next(names), boss, unit, team, "lead", f"Head of {name}")
        people.append(lead)
        for kind, count in (part.split("*") for part in mix.split()):
            for _ in range(int(count)):
                people.append(Person(f"E{len(people) + 1:03}", next(names), lead.id, unit, team, kind, ROLES[kind]))
        set_terms([p for p in people if p.team == team and p.kind != "lead"], dice)
        teams.append((team, name, unit, sum(p.tenths for p in people if p.team == team)))
    for person in people:
        set_duty(person, dice)
    return people, teams, heads, leads


def name_stream(dice):
    """Names without a repeat: every pass pairs all surnames with freshly shuffled first names."""
    seen = set()
    while True:
        for first, last in zip(dice.shuffled(FIRST_NAMES), dice.shuffled(LAST_NAMES)):
            if (first, last) not in seen:
                seen.add((first, last))
                yield f"{first} {last}"


def set_terms(members, dice):
    """Part-time posts, calendars, start and end of employment, productivity of one team."""
    team = members[0].team
    late, gone, rest = JOINED.get(team), LEFT.get(team), dice.shuffled(members)
    if late:
        rest.pop().start = late
    if gone:
        rest.pop().end = gone
    if team in EARLY_WEEK:
        for person in (rest.pop(), rest.pop()):
            person.tenths, person.calendar = 6, "early_week"
    for person in rest:
        person.tenths = 5 if dice.happens(0.1) else 8 if dice.happens(0.17) else 10
        if dice.happens(0.12):
            person.productivity = dice.choice(("0.8", "0.9", "1.1", "1.2"))


def set_duty(person, dice):
    if person.kind in DUTIES and (person.kind == "lead" or dice.happens(0.9)):
        _, least, most = DUTIES[person.kind]
        person.duty = dice.between(least, most)


def responsibilities(people):
    """Rows of standing duties; most serve no goal."""
    rows = []
    for person in people:
        if person.duty:
            rows.append((person.id, DUTIES[person.kind][0], f"0.{person.duty}" if person.duty < 10 else "1",
                         DUTY_GOALS.get(person.kind, "")))
    return rows
