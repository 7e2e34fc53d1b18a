"""A small forward scheduler over working minutes.

A task is contiguous. It starts no earlier than its predecessors' finish (FS) or start (SS) plus the lag, and finishes
no earlier than their finish (FF) or start (SF) plus the lag. Lags are working time; a lag in `ed` is elapsed days.
A task that has begun keeps its start, and its remaining work obeys the same relations from the data date on.
"""

from .dice import DAY


def lag_of(text):
    """(minutes, elapsed) of a lag as written: 2d, -1d, 3ed or nothing."""
    if text.endswith("ed"):
        return int(text[:-2]) * 1440, True
    return (int(text[:-1]) * DAY if text else 0), False


def expanded(dependencies, tasks):
    """Relations by successor, with a relation between projects spelled out for all their tasks."""
    members = {}
    for task in tasks:
        members.setdefault(task.project, []).append(task.id)
        members[task.id] = [task.id]
    by_successor = {task.id: [] for task in tasks}
    for dependency in dependencies:
        for predecessor in members.get(dependency.predecessor, []):
            for successor in members.get(dependency.successor, []):
                by_successor[successor].append((predecessor, dependency.type, *lag_of(dependency.lag)))
    return by_successor


def ordered(by_successor):
    """Task ids, predecessors first."""
    waiting = {task: len(relations) for task, relations in by_successor.items()}
    followers = {task: [] for task in by_successor}
    for task, relations in by_successor.items():
        for predecessor, *_ in relations:
            followers[predecessor].append(task)
    order = [task for task, count in waiting.items() if count == 0]
    for task in order:
        for follower in followers[task]:
            waiting[follower] -= 1
            if waiting[follower] == 0:
                order.append(follower)
    if len(order) < len(by_successor):
        raise ValueError(f"circular logic among {sorted(t for t, n in waiting.items() if n)[:10]}")
    return order


class Network:
    """Tasks, their calendars and their relations, ready to be scheduled again and again."""

    def __init__(self, tasks, dependencies, calendar_of):
        self.calendar_of = calendar_of
        self.relations = expanded(dependencies, tasks)
        self.order = ordered(self.relations)

    def dates(self, length, wait=None, progress=None, now=0):
        """{task: (start, finish)} in minutes from the epoch.

        `length` holds the working minutes of each task, or of what remains of it; `wait` what it idles although it
        could start; `progress` (start, finish or None) of what has begun. Nothing open is worked on before `now`.
        """
        dates = {}
        for task in self.order:
            begun, finished = (progress or {}).get(task, (None, None))
            if finished is not None:
                dates[task] = begun, finished
                continue
            calendar = self.calendar_of[task]
            work = max(self.earliest(task, length[task], dates), calendar.work(now)) + (wait or {}).get(task, 0)
            finish = calendar.finish_at(work + length[task])
            start = calendar.start_at(work) if length[task] else finish
            dates[task] = (start if begun is None else begun), finish
        return dates

    def earliest(self, task, length, dates):
        """The working minute at which the relations let the task's work begin."""
        calendar, earliest = self.calendar_of[task], 0
        for predecessor, kind, lag, elapsed in self.relations[task]:
            instant = dates[predecessor][0 if kind[0] == "S" else 1]
            bound = calendar.work(instant + lag) if elapsed else calendar.work(instant) + lag
            earliest = max(earliest, bound if kind[1] == "S" else bound - length)
        return earliest
