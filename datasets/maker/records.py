"""What stands beside the work: owners, due dates, check-ins, risks."""

from datetime import timedelta

from .calendars import Calendar
from .dice import DATA_DATE, DAY, EPOCH, Dice, day_of, minutes, moment
from .story import CHECKIN_HABIT, RISKS
from .work import fields

HOURLY = {"doctor": 95, "developer": 80, "integrator": 90, "engineer": 75, "legal": 85, "lead": 90}
DEPARTED_OWNER_OF = "P036"


def set_owners(initiatives, goals, projects, tasks, people, heads, leads, seed):
    """Who answers for what. One project still belongs to somebody who has left."""
    dice, owner_of = Dice(seed), {}
    for row in initiatives:
        row.owner = heads[row.fields[0]].id
    for row in projects:
        team = row.fields[1]
        members = [p for p in people if p.team == team and not p.start and not p.end and p.duty < 9]
        row.owner = dice.choice(members).id if dice.happens(0.6) else leads[team].id
        if row.id == DEPARTED_OWNER_OF:
            row.owner = next(p.id for p in people if p.team == team and p.end)
        owner_of[row.id] = row.owner
    for row in goals:
        team = next((p.fields[1] for p in projects if p.parent == row.id), "TM22")
        row.owner = leads[team].id
    for task in tasks:
        in_charge = owner_of.get(task.project, "")
        planned_by_departed = task.project == DEPARTED_OWNER_OF and task.who == "planner"
        task.owner = in_charge if planned_by_departed else next((p.id for p, _, _ in task.people if p), in_charge)


def employed_only(tasks, dates, people):
    """Hands the work of those who have not come yet or have left already to colleagues of their kind."""
    for task in tasks:
        first, last = (day_of(instant) for instant in dates[task.id])
        for n, (person, team, tenths) in enumerate(task.people):
            if person and not person.here(first, last):
                busy = [p for p, _, _ in task.people]
                stand_in = next(p for p in people if p.kind == person.kind and not p.calendar and p.here(first, last)
                                and p not in busy and p.duty < 9 and p.free_tenths() >= min(tenths, 3)
                                and (p.team == person.team or task.who != "home"))
                task.people[n] = stand_in, None, min(tenths, stand_in.free_tenths())


def set_due(initiatives, goals, projects, tasks, baseline, seed):
    """Due dates: the board's for initiatives, below them the approved finish and a wide or a narrow margin."""
    dice, finish = Dice(seed), {}
    for task in tasks:
        due, margin = dice.happens(0.75), dice.choice((0, 0, 1, 3, 5, 8))
        if task.id in baseline:
            end = baseline[task.id][1]
            finish[task.project] = max(finish.get(task.project, 0), end)
            task.due = day_of(end + margin * 1440) if due else ""
    for row in initiatives:
        row.due = row.fields[2]
    latest = {row.id: row.due for row in initiatives}
    for rows, low, high in ((projects, -5, 110), (goals, 0, 200)):
        for row in rows:
            end = finish.get(row.id, minutes(DATA_DATE) + 200 * 1440)
            row.due = day_of(end + dice.between(low, high) * 1440)
            finish[row.parent] = max(finish.get(row.parent, 0), finish.get(row.id, 0))
    initiative_of = {row.id: row.parent for row in goals}
    for row in [*goals, *projects]:
        row.due = min(row.due, latest.get(initiative_of.get(row.parent, row.parent), row.due))


def cost(task, length):
    """Hours of people, and material for building."""
    material = 4000 * length // DAY if task.kind == "build" and task.who in ("technician", "engineer") else 0
    return task.effort(length) // 60 * HOURLY.get(task.who, 55) + material


def checkins(people, tasks, dates, goal_of_project, seed):
    """One-to-one meetings every fortnight: (employee, manager, date, held, goals)."""
    dice, standard, rows = Dice(seed), Calendar("standard"), []
    team_of = {p.id: p.team for p in people}
    work = goals_in_time(tasks, dates, goal_of_project)
    for n, person in enumerate(p for p in people if p.manager):
        habit = CHECKIN_HABIT.get(team_of[person.manager], 0.92)
        day = EPOCH + timedelta(days=n % 12)
        while habit is not None and day <= DATA_DATE:
            met = moment(standard.start_at(standard.work(minutes(day))))  # the next working day
            date = met.strftime("%Y-%m-%d")
            held, forgotten, talk = dice.happens(habit), dice.happens(0.02), dice.random()
            if person.here(date, date) and not forgotten and met <= DATA_DATE:
                now = sorted({g for g, first, last in work.get(person.id, ()) if first <= minutes(met) <= last})
                covered = ";".join(now[:2]) if held and talk < 0.8 else ""
                rows.append((person.id, person.manager, date, "yes" if held else "no", covered))
            day += timedelta(days=14)
    return sorted(rows, key=lambda row: (row[2], row[0]))


def goals_in_time(tasks, dates, goal_of_project):
    """{person: [(goal, from, to)]}, with a fortnight of foresight."""
    work = {}
    for task in tasks:
        goal, (first, last) = goal_of_project.get(task.project), dates[task.id]
        for person, _, _ in task.people:
            if person and goal:
                work.setdefault(person.id, []).append((goal, first - 14 * 1440, last))
    return work


def risks(tasks, seed):
    """(rows of risks, rows of impacts); impacts touch open work only."""
    dice, rows, impacts = Dice(seed), [], []
    for risk, name, kind, probability, factors, touched, share, factor, delay in fields(RISKS):
        rows.append((risk, name, kind, probability, *(factors.split() or ("", "", ""))))
        for task in tasks:
            hit = dice.happens(float(share))
            concerned = task.project in touched.split() or task.kind in touched.split()
            if hit and concerned and task.finish is None and task.planned:
                impacts.append((risk, task.id, factor, delay))
    return rows, impacts
