#!/usr/bin/env python3
"""Makes the plan of St. Elsewhere, an invented hospital group of 180 people, as a plan folder.

    python3 datasets/make_hospital.py [OUTDIR]

OUTDIR is the folder `hospital` beside this file unless named. The same bytes come out on every run. What was planted
on purpose is printed.
"""

import csv
import sys
from pathlib import Path

from maker import progress, records, work
from maker.calendars import CALENDARS, HOLIDAYS, all_calendars
from maker.dice import DATA_DATE, EPOCH, day_of, duration_text, number_text, stamp
from maker.people import responsibilities, staff
from maker.schedule import Network
from maker.story import RANGES

SEED = 1882


class Hospital:
    """The whole plan, made step by step; every step has chance of its own."""

    def __init__(self):
        self.people, self.teams, heads, leads = staff(SEED)
        self.initiatives, self.goals, self.projects = work.cascade()
        self.tasks, inner, at = work.tasks_of(self.projects, SEED + 1)
        logic = inner + work.project_logic(self.projects, self.tasks, inner)
        logic += work.added_work(self.tasks, at, self.projects)
        work.assign(self.tasks, self.projects, self.people, leads, SEED + 2)
        self.links = work.links(at)
        calendars = all_calendars()
        names = work.calendar_names(self.tasks, self.projects)
        self.dependencies = list(dict.fromkeys(work.plain_across_calendars(logic, names)))
        self.calendar_of = {task: calendars[name] for task, name in names.items()}
        self.network = Network(self.tasks, self.dependencies, self.calendar_of)
        self.baseline = self.approve()
        self.run_half_a_year()
        records.set_owners(self.initiatives, self.goals, self.projects, self.tasks, self.people, heads, leads, SEED + 7)
        records.set_due(self.initiatives, self.goals, self.projects, self.tasks, self.baseline, SEED + 8)
        for task in self.tasks:
            task.cost = records.cost(task, task.duration)

    def approve(self):
        """{task: (start, finish)} of the approved plan, without what was added later."""
        approved = [task for task in self.tasks if not task.added]
        known = {task.id for task in approved} | {project.id for project in self.projects}
        logic = [d for d in self.dependencies if d.predecessor in known and d.successor in known]
        return Network(approved, logic, self.calendar_of).dates({task.id: task.planned for task in approved})

    def run_half_a_year(self):
        self.real = progress.as_it_happens(self.network, self.tasks, SEED + 3)
        records.employed_only(self.tasks, self.real, self.people)
        progress.set_progress(self.network, self.tasks, self.real, SEED + 4)
        self.early_birds = progress.out_of_sequence(self.network, self.tasks, self.dependencies, 3)
        progress.estimate_again(self.tasks, SEED + 5)
        work.set_ranges(self.tasks, SEED + 6)

    def outlook(self):
        """{task: (start, finish)} from the data date on, if all open work takes its estimate."""
        length = {t.id: t.duration if t.remaining is None else t.remaining for t in self.tasks}
        begun = {t.id: (t.start, t.finish) for t in self.tasks if t.start is not None}
        return self.network.dates(length, progress=begun, now=progress.NOW)


def tables(plan):
    """{file: (header, rows)} of the plan folder."""
    goal_of = {p.id: p.parent for p in plan.projects}
    team_of = {p.id: p.fields[1] for p in plan.projects}
    risks, impacts = records.risks(plan.tasks, SEED + 9)
    reports = progress.history(plan.network, plan.tasks, team_of)
    return {
        "initiatives.csv": ("id,name,owner,weight,due",
                            [(i.id, i.name, i.owner, i.fields[1], i.due) for i in plan.initiatives]),
        "goals.csv": ("id,name,initiative,owner,due,kind,measure,missed,met,exceeded,current",
                      [(g.id, g.name, g.parent, g.owner, g.due, *g.fields[:2], *g.fields[2].split()) for g in plan.goals]),
        "projects.csv": ("id,name,goal,owner,due,priority,calendar", [project_row(p) for p in plan.projects]),
        "tasks.csv": ("id,name,project,owner,due,duration,effort,optimistic,most_likely,pessimistic,distribution,calendar,"
                      "class,priority,cost,actual_start,actual_finish,remaining,percent_complete",
                      [task_row(t) for t in plan.tasks]),
        "dependencies.csv": ("predecessor,successor,type,lag",
                             [(d.predecessor, d.successor, d.type, d.lag) for d in plan.dependencies]),
        "people.csv": ("id,name,manager,unit,team,role,fte,calendar,start,end,productivity",
                       [(p.id, p.name, p.manager, p.unit, p.team, p.role, number_text(p.tenths / 10), p.calendar, p.start,
                         p.end, p.productivity) for p in plan.people]),
        "teams.csv": ("id,name,unit,capacity", [(*t[:3], number_text(t[3] / 10)) for t in plan.teams]),
        "assignments.csv": ("task,person,team,units", [(t.id, person.id if person else "", team, number_text(n / 10))
                                                       for t in plan.tasks for person, team, n in t.people]),
        "responsibilities.csv": ("person,name,share,goal", responsibilities(plan.people)),
        "checkins.csv": ("employee,manager,date,held,goals",
                         records.checkins(plan.people, plan.tasks, plan.real, goal_of, SEED + 10)),
        "risks.csv": ("id,name,kind,probability,optimistic,most_likely,pessimistic", risks),
        "impacts.csv": ("risk,task,factor,delay", impacts),
        "links.csv": ("from,to,weight", plan.links),
        "history.csv": ("date,task,percent_complete,remaining",
                        [(day, task, percent, duration_text(left)) for day, task, percent, left in reports]),
        "baselines/approved.csv": ("task,start,finish,duration,effort,cost", [
            (t.id, stamp(plan.baseline[t.id][0]), stamp(plan.baseline[t.id][1]), duration_text(t.planned),
             duration_text(t.effort(t.planned)), records.cost(t, t.planned)) for t in plan.tasks if not t.added]),
    }


def project_row(project):
    kind = project.fields[0]
    priority = 900 if project.id in ("P004", "P021", "P035") else 300 if not project.parent else 500
    return project.id, project.name, project.parent, project.owner, project.due, priority, work.KIND_CALENDAR.get(kind, "")


def task_row(t):
    points = [duration_text(point) for point in t.range] or ["", "", ""]
    actual = ["" if instant is None else stamp(instant) for instant in (t.start, t.finish)]
    remaining = "" if t.remaining is None else duration_text(t.remaining)
    percent = "" if t.percent is None else t.percent
    length, effort = duration_text(t.duration), duration_text(t.effort(t.duration))
    return (t.id, t.name, t.project, t.owner, t.due, length, effort, *points, t.distribution,
            t.calendar, t.class_, t.priority, t.cost, *actual, remaining, percent)


def plan_yaml():
    """The head of the plan: dates, calendars, cadence, ranges, words."""
    lines = ["# St. Elsewhere is invented; made by datasets/make_hospital.py.", "name: St. Elsewhere 2027",
             f"epoch: {EPOCH:%Y-%m-%dT%H:%M}", f"dataDate: {DATA_DATE:%Y-%m-%dT%H:%M}", "calendar: standard",
             "distribution: triangular  # of tasks with a range that name none", "calendars:"]
    for name, (purpose, base, week, exceptions) in CALENDARS.items():
        lines.append(f"  {name}:  # {purpose}")
        lines += [f"    base: {base}"] if base else []
        lines.append("    week:")
        lines += [f"      {day}: [{', '.join(spans)}]" for day, spans in week.items()]
        lines.append("    exceptions:")
        lines += [f"      {day}: [{', '.join(spans)}]" + (f"  # {HOLIDAYS[day]}" if name == "standard" and day in HOLIDAYS
                                                          else "") for day, spans in sorted(exceptions.items())]
    lines += ["cadence: {every: 14d, grace: 3d}", "ranges:"]
    lines += [f"  {name}: [{', '.join(str(f) for f in factors)}]" for name, factors in RANGES.items()]
    return "\n".join(lines + ["levels: {initiative: Key initiative, goal: Goal}", ""])


def write(folder, content):
    for file, (header, rows) in content.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(header.split(","))
            writer.writerows([["" if value is None else value for value in row] for row in rows])
    (folder / "plan.yaml").write_bytes(plan_yaml().encode())


def facts(plan, content):
    """What a reader of the data should find, as lines of name and number."""
    tasks, people = plan.tasks, plan.people
    rows = {file: body for file, (_, body) in content.items()}
    parents, used = {p.parent for p in plan.projects}, {t.project for t in tasks}
    assigned = {person.id for t in tasks for person, _, _ in t.people if person}
    owners = {row.owner for row in [*plan.initiatives, *plan.goals, *plan.projects, *tasks]}
    aligned = {p.id for p in plan.projects if p.parent}
    serving = {person.id for t in tasks if t.project in aligned for person, _, _ in t.people if person}
    gone = {p.id for p in people if p.end}
    meetings, last = rows["checkins.csv"], {}
    for day, task, *_ in rows["history.csv"]:
        last[task] = day
    open_ = [t for t in tasks if t.finish is None]
    stale = [t for t in open_ if t.start is not None and last.get(t.id, "") < "2027-05-31"]
    yield from ((f"rows of {file}", len(body)) for file, body in rows.items())
    yield "tasks completed", sum(t.finish is not None for t in tasks)
    yield "tasks under way", sum(t.start is not None for t in open_)
    yield "milestones", sum(not t.planned for t in tasks)
    yield "tasks with three points of their own", sum(bool(t.range) for t in tasks)
    yield "tasks with a class instead", sum(bool(t.class_) for t in tasks)
    yield "relations other than FS", sum(d.type != "FS" for d in plan.dependencies)
    yield "relations with a lag", sum(bool(d.lag) for d in plan.dependencies)
    yield "relations with an elapsed lag", sum("e" in d.lag for d in plan.dependencies)
    yield "relations with a negative lag", sum("-" in d.lag for d in plan.dependencies)
    yield "relations between projects", sum(d.predecessor[0] == "P" for d in plan.dependencies)
    yield "out of sequence", " ".join(plan.early_birds)
    yield "tasks added since approval", sum(t.added for t in tasks)
    yield "estimates raised since approval", sum(t.duration > t.planned for t in tasks)
    yield "orphan projects", sum(not p.parent for p in plan.projects)
    yield "tasks in orphan projects", sum(bool(t.project) and t.project not in aligned for t in tasks)
    yield "orphan tasks", sum(not t.project for t in tasks)
    yield "goals nobody works on", " ".join(g.id for g in plan.goals if g.id not in parents)
    yield "projects without tasks", " ".join(p.id for p in plan.projects if p.id not in used)
    yield "tasks without person or team", sum(not t.people for t in tasks)
    yield "of these open", sum(not t.people for t in open_)
    yield "tasks without due date", sum(not t.due for t in tasks)
    yield "people without any assignment", sum(p.id not in assigned for p in people)
    yield "of these owning nothing either", sum(p.id not in assigned | owners for p in people)
    yield "people assigned only to work that serves no goal", len(assigned - serving)
    yield "people who left", " ".join(sorted(gone))
    yield "projects owned by them", " ".join(p.id for p in plan.projects if p.owner in gone)
    yield "open tasks owned by them", sum(t.owner in gone for t in open_)
    yield "people joining after the data date", sum(p.start > day_of(progress.NOW) for p in people)
    yield "part-time people", sum(p.tenths < 10 for p in people)
    yield "people with standing duties", len(rows["responsibilities.csv"])
    yield "duties that serve a goal", sum(bool(goal) for *_, goal in rows["responsibilities.csv"])
    yield "check-ins held", sum(m[3] == "yes" for m in meetings)
    yield "check-ins missed", sum(m[3] == "no" for m in meetings)
    yield "pairs with a record", len({m[:2] for m in meetings})
    yield "pairs without any record", sum(bool(p.manager) for p in people) - len({m[:2] for m in meetings})
    yield "tasks under way, last report before 2027-05-31 or none", len(stale)
    outlook = plan.outlook()
    for row in plan.initiatives:
        mine = {p.id for p in plan.projects if p.parent in {g.id for g in plan.goals if g.parent == row.id}}
        approved = max(plan.baseline[t.id][1] for t in tasks if t.project in mine and not t.added)
        now = max(outlook[t.id][1] for t in tasks if t.project in mine)
        yield f"{row.id} approved, expected, due", f"{stamp(approved)} {stamp(now)} {row.due}"


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent / "hospital"
    plan = Hospital()
    content = tables(plan)
    write(folder, content)
    for name, value in facts(plan, content):
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
