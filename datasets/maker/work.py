"""The plan's work: projects, tasks with their ranges, dependencies and assignments."""

from dataclasses import dataclass, field

from .dice import DAY, Dice
from .story import ADDED, GOALS, INITIATIVES, KIND_CLASS, LINKS, LOOSE, PROJECTS
from .templates import template

PACE = 1.15  # a group of several sites takes longer than the templates say
LONGEST = 20 * DAY
KIND_CALENDAR = {"build": "building"}  # projects of these kinds have a calendar of their own


@dataclass
class Row:
    """An initiative, a goal or a project."""
    id: str
    name: str
    parent: str
    fields: list
    owner: str = ""
    due: str = ""


@dataclass
class Task:
    id: str
    name: str
    project: str
    who: str
    planned: int  # working minutes when the plan was approved
    calendar: str = ""
    kind: str = ""  # of its project
    duration: int = 0  # working minutes as estimated today
    range: tuple = ()
    class_: str = ""
    distribution: str = ""
    added: bool = False
    people: list = field(default_factory=list)  # of (person or None, team or None, tenths)
    owner: str = ""
    due: str = ""
    cost: int = 0
    priority: str = ""
    start: int = None
    finish: int = None
    remaining: int = None
    percent: int = None

    def effort(self, length):
        """Working minutes of all people over a length of time."""
        return length * (sum(tenths for *_, tenths in self.people) or 10) // 10


@dataclass(frozen=True)
class Dependency:
    predecessor: str
    successor: str
    type: str = "FS"
    lag: str = ""


def cascade():
    """(initiatives, goals, projects) of the story."""
    initiatives = [Row(i, name, "", rest) for i, name, *rest in fields(INITIATIVES)]
    return initiatives, children(GOALS), children(PROJECTS)


def fields(text):
    return [[part.strip() for part in line.split("|")] for line in text.strip().splitlines() if line]


def children(text):
    """Rows under the single-word lines that name their parent; an empty line ends a parent."""
    rows, parent = [], ""
    for line in text.strip().splitlines():
        if "|" not in line:
            parent = line
        else:
            i, name, *rest = (part.strip() for part in line.split("|"))
            rows.append(Row(i, name, parent, rest))
    return rows


def tasks_of(projects, seed):
    """(tasks, dependencies, {project/letter: task id}) of all projects."""
    dice, tasks, dependencies, at = Dice(seed), [], [], {}
    for project in projects:
        kind, _, subject, _ = project.fields
        for key, name, who, low, high, relations, calendar in template(kind) if kind != "none" else ():
            title = name.format(s=subject, S=subject[0].upper() + subject[1:])
            length = 0 if high == 0 else half_days(dice.uniform(low, high + 1) * PACE)
            task = new_task(tasks, title, project.id, who, length, calendar, kind)
            task.priority = "700" if calendar == "night" else ""
            at[f"{project.id}/{key}"] = task.id
            dependencies += [Dependency(at[f"{project.id}/{p}"], task.id, t, lag) for p, t, lag in relations]
    for name, who, days in fields(LOOSE):
        new_task(tasks, name, "", who, int(days) * DAY, "", "")
    return tasks, dependencies, at


def new_task(tasks, name, project, who, length, calendar, kind):
    task = Task(f"T{len(tasks) + 1:04}", name, project, who, length, calendar, kind)
    tasks.append(task)
    return task


def project_logic(projects, tasks, inner):
    """Dependencies across projects, as the story tells them; `inner` are those within projects."""
    followers = {d.successor for d in inner}
    inside = {p.id: [t.id for t in tasks if t.project == p.id] for p in projects}
    roots = {p.id: [t for t in inside[p.id] if t not in followers] for p in projects}
    relations = []
    for project in projects:
        for text in filter(None, project.fields[3].split(", ")):
            other, how = text.split()
            before, first = inside[other], roots[project.id]
            if how == "end":
                relations += [Dependency(before[-1], task) for task in first]
            elif how == "mid":
                relations += [Dependency(before[len(before) * 6 // 10], task) for task in first]
            elif how == "ss":
                relations.append(Dependency(before[0], first[0], "SS", "10d"))
            elif how == "ff":
                relations.append(Dependency(before[-2], inside[project.id][-2], "FF", "2d"))
            else:
                relations.append(Dependency(other, project.id))
    return relations


def added_work(tasks, at, projects):
    """Tasks found after approval, hung between the tasks that they follow and precede."""
    kinds, relations = {p.id: p.fields[0] for p in projects}, []
    for where, name, who, days in fields(ADDED):
        place, before = where.split()
        project = place.split("/")[0]
        task = new_task(tasks, name, project, who, int(days) * DAY, "", kinds[project])
        task.added = True
        relations += [Dependency(at[place], task.id), Dependency(task.id, at[f"{project}/{before}"])]
    return relations


def set_ranges(tasks, seed):
    """Some tasks get three points of their own, some a class, some neither."""
    dice = Dice(seed)
    for task in tasks:
        draw = dice.random()
        low, high, shape = dice.uniform(0.7, 0.95), dice.uniform(1.2, 2.0), dice.random()
        if task.planned == 0:
            continue
        if draw < 0.5:
            task.range = tuple(whole_hours(task.duration * f) for f in (low, 1.0, high))
            task.distribution = ("" if shape < 0.4 else "pert" if shape < 0.7 else "lognormal" if shape < 0.88
                                 else "triangular" if shape < 0.93 else "normal" if shape < 0.97 else "uniform")
        elif draw < 0.88:
            task.class_ = KIND_CLASS.get(task.kind, "routine")
        elif draw < 0.92:
            task.distribution = "fixed"


def half_days(days):
    """Days as half days of work, from three days on as whole ones, in minutes."""
    return min(LONGEST, int(days) * DAY if days >= 3 else max(1, int(days * 2)) * DAY // 2)


def whole_hours(length):
    return max(60, int(length / 60 + 0.5) * 60)


def assign(tasks, projects, people, leads, seed):
    """Gives every task its people or its team, as its kind of work asks; a few are forgotten."""
    dice, home, load = Dice(seed), {p.id: p.fields[1] for p in projects}, {}
    for task in tasks:
        team = home.get(task.project, "")
        pool = candidates(task.who, team, people, leads)
        if dice.happens(0.03):
            continue
        if task.who not in ("lead", "home") and task.planned and dice.happens(0.08):
            task.people = [(None, dice.choice(pool).team, dice.choice((10, 20)))]
            continue
        count = 2 if task.planned > 3 * DAY and dice.happens(0.18) else 1
        if count == 2 or task.calendar or not task.planned:  # one calendar for all hands
            pool = [p for p in pool if not p.calendar] or pool[:1]
        for person in least_busy(dice.sample(pool, count + 1), load, count):
            free = person.free_tenths()
            load[person.id] = load.get(person.id, 0) + task.planned
            task.people.append((person, None, max(1, free // 2) if dice.happens(0.2) else free))


def least_busy(people, load, count):
    """The `count` of some people who have least planned work so far."""
    return sorted(people, key=lambda p: load.get(p.id, 0))[:count]


def candidates(who, team, people, leads):
    if who == "lead":
        return [leads[team]]
    if who == "home":
        return [p for p in people if p.team == team and p.duty < 9 and p.kind != "lead"]
    return [p for p in people if p.kind == who]


def calendar_names(tasks, projects):
    """The calendar each task runs on: its own, else its people's, else its project's, else the plan's."""
    of_project = {p.id: KIND_CALENDAR.get(p.fields[0], "") for p in projects}
    names = {}
    for task in tasks:
        of_people = next((p.calendar for p, _, _ in task.people if p and p.calendar), "")
        names[task.id] = task.calendar or of_people or of_project.get(task.project, "") or "standard"
    return names


def plain_across_calendars(dependencies, names):
    """Working lags, SS and FF between tasks on different calendars become plain FS: there is one way to read those."""
    for d in dependencies:
        same = names.get(d.predecessor) == names.get(d.successor)
        yield d if same or (d.type == "FS" and d.lag[-2:] == "ed") else Dependency(d.predecessor, d.successor)


def links(at):
    return [(at.get(origin, origin), to, weight) for origin, to, weight in fields(LINKS)]
