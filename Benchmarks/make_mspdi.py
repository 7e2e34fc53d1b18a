#!/usr/bin/env python3
"""Writes a Microsoft Project XML file of about a given size, shaped like Project's own: make_mspdi.py MEGABYTES FILE"""
import random
import sys

megabytes, path = float(sys.argv[1]), sys.argv[2]
draw = random.Random(1)
SHIFTS = "".join(
    f"<WorkingTime><FromTime>{a}</FromTime><ToTime>{b}</ToTime></WorkingTime>"
    for a, b in (("08:00:00", "12:00:00"), ("13:00:00", "17:00:00"))
)


def element(name, value, indent):
    return f"{indent}<{name}>{value}</{name}>\n"


def day(number):
    body = f"<DayType>{number}</DayType><DayWorking>{int(2 <= number <= 6)}</DayWorking>"
    return f"\t\t\t\t<WeekDay>{body}{f'<WorkingTimes>{SHIFTS}</WorkingTimes>' if 2 <= number <= 6 else ''}</WeekDay>\n"


def head(out):
    out.write('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Project xmlns="http://schemas.microsoft.com/project">\n')
    for name, value in (
        ("SaveVersion", 14), ("Name", "large.xml"), ("Title", "Large"), ("ScheduleFromStart", 1),
        ("StartDate", "2026-01-05T08:00:00"), ("CriticalSlackLimit", 0), ("CalendarUID", 1), ("MinutesPerDay", 480),
        ("MinutesPerWeek", 2400), ("DaysPerMonth", 20),
    ):
        out.write(element(name, value, "\t"))
    out.write("\t<Calendars>\n\t\t<Calendar>\n\t\t\t<UID>1</UID>\n\t\t\t<Name>Standard</Name>\n")
    out.write("\t\t\t<IsBaseCalendar>1</IsBaseCalendar>\n\t\t\t<BaseCalendarUID>-1</BaseCalendarUID>\n\t\t\t<WeekDays>\n")
    out.write("".join(day(number) for number in range(1, 8)))
    out.write("\t\t\t</WeekDays>\n\t\t</Calendar>\n\t</Calendars>\n")


def task(uid):
    summary = uid % 20 == 1
    hours = draw.randrange(1, 30) * 8
    start, finish = "2026-01-05T08:00:00", "2026-02-05T17:00:00"
    fields = [
        ("UID", uid), ("ID", uid), ("Name", f"Task {uid} of the &amp; plan"), ("Active", 1), ("Manual", 0), ("Type", 0),
        ("IsNull", 0), ("CreateDate", "2025-11-22T08:00:00"), ("WBS", f"1.{uid}"), ("OutlineNumber", f"1.{uid}"),
        ("OutlineLevel", 1 if summary else 2), ("Priority", 500), ("Start", start), ("Finish", finish),
        ("Duration", f"PT{hours}H0M0S"), ("ManualStart", start), ("ManualFinish", finish), ("ManualDuration", f"PT{hours}H0M0S"),
        ("DurationFormat", 7), ("Work", f"PT{hours}H0M0S"), ("ResumeValid", 0), ("EffortDriven", 0), ("Recurring", 0),
        ("OverAllocated", 0), ("Estimated", 1), ("Milestone", 0), ("Summary", int(summary)), ("DisplayAsSummary", 0), ("Critical", 0),
        ("IsSubproject", 0), ("IsSubprojectReadOnly", 0), ("ExternalTask", 0), ("EarlyStart", start), ("EarlyFinish", finish),
        ("LateStart", start), ("LateFinish", finish), ("StartVariance", 0), ("FinishVariance", 0), ("WorkVariance", "0.00"),
        ("FreeSlack", 43200), ("TotalSlack", 43200), ("StartSlack", 43200), ("FinishSlack", 43200), ("FixedCost", 0),
        ("FixedCostAccrual", 3), ("PercentComplete", 0), ("PercentWorkComplete", 0), ("Cost", 0), ("OvertimeCost", 0),
        ("OvertimeWork", "PT0H0M0S"), ("ActualDuration", "PT0H0M0S"), ("ActualCost", 0), ("ActualOvertimeCost", 0),
        ("ActualWork", "PT0H0M0S"), ("ActualOvertimeWork", "PT0H0M0S"), ("RegularWork", "PT0H0M0S"),
        ("RemainingDuration", f"PT{hours}H0M0S"), ("RemainingCost", 0), ("RemainingWork", "PT0H0M0S"), ("RemainingOvertimeCost", 0),
        ("RemainingOvertimeWork", "PT0H0M0S"), ("ACWP", "0.00"), ("CV", "0.00"), ("ConstraintType", 0), ("CalendarUID", -1),
        ("LevelAssignments", 1), ("LevelingCanSplit", 1), ("LevelingDelay", 0), ("LevelingDelayFormat", 8),
        ("IgnoreResourceCalendar", 0), ("HideBar", 0), ("Rollup", 0), ("BCWS", "0.00"), ("BCWP", "0.00"),
        ("PhysicalPercentComplete", 0), ("EarnedValueMethod", 0),
    ]
    text = "\t\t<Task>\n" + "".join(element(name, value, "\t\t\t") for name, value in fields)
    for predecessor in sorted({draw.randrange(max(1, uid - 60), uid) for _ in range(2)} if uid > 1 and not summary else ()):
        if predecessor % 20 != 1:
            parts = (("PredecessorUID", predecessor), ("Type", 1), ("CrossProject", 0), ("LinkLag", 0), ("LagFormat", 7))
            text += "\t\t\t<PredecessorLink>\n" + "".join(element(n, v, "\t\t\t\t") for n, v in parts) + "\t\t\t</PredecessorLink>\n"
    if not summary:
        parts = (("Number", 0), ("Start", start), ("Finish", finish), ("Duration", f"PT{hours}H0M0S"), ("Work", f"PT{hours}H0M0S"))
        text += "\t\t\t<Baseline>\n" + "".join(element(n, v, "\t\t\t\t") for n, v in parts) + "\t\t\t</Baseline>\n"
    return text + "\t\t</Task>\n"


def resource(uid):
    fields = (("UID", uid), ("ID", uid), ("Name", f"Person {uid}"), ("Type", 1), ("IsNull", 0), ("MaxUnits", "1.00"), ("CalendarUID", 1))
    return "\t\t<Resource>\n" + "".join(element(n, v, "\t\t\t") for n, v in fields) + "\t\t</Resource>\n"


def assignment(uid, people):
    fields = [
        ("UID", uid), ("TaskUID", uid), ("ResourceUID", draw.randrange(1, people + 1)), ("PercentWorkComplete", 0), ("ActualCost", 0),
        ("ActualWork", "PT0H0M0S"), ("Cost", 0), ("Delay", 0), ("Finish", "2026-02-05T17:00:00"), ("RemainingWork", "PT8H0M0S"),
        ("Start", "2026-01-05T08:00:00"), ("Units", 1), ("Work", "PT8H0M0S"), ("WorkContour", 0),
    ]
    text = "\t\t<Assignment>\n" + "".join(element(n, v, "\t\t\t") for n, v in fields)
    data = (("Type", 1), ("UID", uid), ("Start", "2026-01-05T08:00:00"), ("Finish", "2026-01-05T17:00:00"), ("Unit", 1), ("Value", "PT8H0M0S"))
    piece = "\t\t\t<TimephasedData>\n" + "".join(element(n, v, "\t\t\t\t") for n, v in data) + "\t\t\t</TimephasedData>\n"
    return text + piece * draw.randrange(1, 4) + "\t\t</Assignment>\n"


with open(path, "w", encoding="utf-8") as out:
    head(out)
    tasks = max(20, int(megabytes * 1e6 / 4650))
    people = max(1, tasks // 20)
    out.write("\t<Tasks>\n")
    for uid in range(1, tasks + 1):
        out.write(task(uid))
    out.write("\t</Tasks>\n\t<Resources>\n")
    for uid in range(1, people + 1):
        out.write(resource(uid))
    out.write("\t</Resources>\n\t<Assignments>\n")
    for uid in range(1, tasks + 1):
        if uid % 20 != 1:
            out.write(assignment(uid, people))
    out.write("\t</Assignments>\n</Project>\n")
