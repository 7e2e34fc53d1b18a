"""Half a year at work: what began, what ended, what was reported."""

from datetime import timedelta

from .dice import DATA_DATE, DAY, EPOCH, Dice, day_of, minutes
from .story import TEAM_PACE
from .work import whole_hours

NOW = minutes(DATA_DATE)
REPORTS = [EPOCH + timedelta(days=4 + 7 * n, hours=9) for n in range(25)] + [DATA_DATE]  # Fridays at 17:00, and today
SILENT_TEAM, SILENT_SINCE = "TM17", minutes(EPOCH.replace(month=5, day=14))


def as_it_happens(network, tasks, seed):
    """{task: (start, finish)} if all work runs as it really will, which nobody knows yet."""
    dice, length, wait = Dice(seed), {}, {}
    for task in tasks:
        team = next((p.team if p else team for p, team, _ in task.people), "")
        real = whole_hours(task.planned * dice.skewed(TEAM_PACE.get(team, 1.06), 0.26))
        length[task.id] = real if task.planned else 0
        idle = dice.between(1, 6) * 240 if dice.happens(0.22) else 0
        wait[task.id] = idle if task.planned else 0
    return network.dates(length, wait)


def set_progress(network, tasks, dates, seed):
    """Writes actual dates, remaining work and percent complete as seen on the data date."""
    dice = Dice(seed)
    for task in tasks:
        start, finish = dates[task.id]
        outlook = dice.uniform(0.6, 1.05)  # people see less work left than there is
        if finish <= NOW and start <= NOW:
            task.start, task.finish, task.percent = start, finish, 100
        elif start < NOW:
            calendar = network.calendar_of[task.id]
            begin(task, start, whole_hours((calendar.work(finish) - calendar.work(NOW)) * outlook), calendar)


def begin(task, start, remaining, calendar):
    """A task under way on the data date."""
    done = calendar.work(NOW) - calendar.work(start)
    task.start, task.remaining = start, remaining
    task.percent = min(99, max(1, int(100 * done / (done + remaining) + 0.5)))


def out_of_sequence(network, tasks, dependencies, count):
    """Lets a few tasks of different projects begin although a predecessor is not finished."""
    by_id, chosen = {task.id: task for task in tasks}, []
    for d in dependencies:
        first, then = by_id.get(d.predecessor), by_id.get(d.successor)
        if not first or not then or (d.type, d.lag) != ("FS", "") or then.planned < 4 * DAY or then.added:
            continue
        others = [by_id[p] for p, *_ in network.relations[then.id] if p != first.id]
        if (first.start is not None and first.finish is None and then.start is None and not then.calendar
                and all(o.start is not None for o in others)
                and then.project not in {t.project for t in chosen}):
            calendar = network.calendar_of[then.id]
            start = calendar.start_at(calendar.work(NOW) - 2 * DAY)
            begin(then, start, whole_hours(then.planned * 0.7), calendar)
            chosen.append(then)
        if len(chosen) == count:
            break
    return [task.id for task in chosen]


def estimate_again(tasks, seed):
    """Slow teams have raised some of their estimates of work not yet begun."""
    dice = Dice(seed)
    for task in tasks:
        team = next((p.team if p else team for p, team, _ in task.people), "")
        raised, factor = dice.happens(0.3), dice.uniform(1.1, 1.6)
        task.duration = task.planned
        if raised and task.start is None and not task.added and TEAM_PACE.get(team, 1) > 1.1:
            task.duration = whole_hours(task.planned * factor)


def history(network, tasks, teams_of_projects):
    """Weekly reports: (date, task, percent complete, remaining minutes) of all work under way or just finished."""
    rows, last = [], 0
    for report in map(minutes, REPORTS):
        for task in tasks:
            silent = teams_of_projects.get(task.project) == SILENT_TEAM and report > SILENT_SINCE
            under_way = task.start is not None and task.start < report
            if silent or not under_way or (task.finish is not None and task.finish <= last):
                continue
            rows.append((day_of(report), task.id, *reported(task, report, network.calendar_of[task.id])))
        last = report
    return rows


def reported(task, report, calendar):
    """What was said of a task at a report: people keep to the plan as long as they can."""
    if task.finish is not None and task.finish <= report:
        return 100, 0
    if report == NOW:
        return task.percent, task.remaining
    done = calendar.work(report) - calendar.work(task.start)
    end = calendar.work(NOW) + task.remaining if task.finish is None else calendar.work(task.finish)
    left = max(whole_hours(task.planned - done), whole_hours((end - calendar.work(report)) * 0.5))
    return min(99, int(100 * done / (done + left) + 0.5)), left
