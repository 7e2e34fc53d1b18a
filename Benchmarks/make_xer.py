#!/usr/bin/env python3
"""Writes a made-up XER file of any size: make_xer.py TASKS OUT.

Chains of ten activities with links across them, 50 work-breakdown elements below 10 others, a calendar with holidays, a tenth of the work done.
The rows are as wide as those of P6 15 and later, so that reading them costs what it costs in real files.
"""
import sys
from datetime import datetime, timedelta

count, out = int(sys.argv[1]), sys.argv[2]
start = datetime(2026, 1, 5, 8)


def date(days):
    return (start + timedelta(days=days)).strftime("%Y-%m-%d %H:%M")


def table(write, name, fields, rows):
    write(f"%T\t{name}\r\n%F\t" + "\t".join(fields) + "\r\n")
    for row in rows:
        write("%R\t" + "\t".join(str(row.get(field, "")) for field in fields) + "\r\n")


TASK = """task_id proj_id wbs_id clndr_id phys_complete_pct rev_fdbk_flag est_wt lock_plan_flag auto_compute_act_flag complete_pct_type
task_type duration_type status_code task_code task_name rsrc_id total_float_hr_cnt free_float_hr_cnt remain_drtn_hr_cnt act_work_qty
remain_work_qty target_work_qty target_drtn_hr_cnt target_equip_qty act_equip_qty remain_equip_qty cstr_date act_start_date act_end_date
late_start_date late_end_date expect_end_date early_start_date early_end_date restart_date reend_date target_start_date target_end_date
rem_late_start_date rem_late_end_date cstr_type priority_type suspend_date resume_date float_path float_path_order guid tmpl_guid
cstr_date2 cstr_type2 driving_path_flag act_this_per_work_qty act_this_per_equip_qty external_early_start_date external_late_end_date
create_date update_date create_user update_user location_id""".split()


def task(i):
    hours, done = 8 * (1 + i * 7 % 20), i < count // 10
    at = date(i % 300)
    return {
        "task_id": 100000 + i, "proj_id": 1, "wbs_id": 100 + i * 50 // count, "clndr_id": 1, "phys_complete_pct": 0, "rev_fdbk_flag": "N",
        "est_wt": 1, "lock_plan_flag": "N", "auto_compute_act_flag": "N", "complete_pct_type": "CP_Drtn", "task_type": "TT_Task",
        "duration_type": "DT_FixedDUR2", "status_code": "TK_Complete" if done else "TK_NotStart", "task_code": f"A{i:07}",
        "task_name": f"Activity number {i} of the plan", "total_float_hr_cnt": 80, "free_float_hr_cnt": 0,
        "remain_drtn_hr_cnt": 0 if done else hours, "act_work_qty": 0, "remain_work_qty": hours, "target_work_qty": hours,
        "target_drtn_hr_cnt": hours, "target_equip_qty": 0, "act_equip_qty": 0, "remain_equip_qty": 0,
        "act_start_date": date(-60) if done else "", "act_end_date": date(-30) if done else "", "late_start_date": at,
        "late_end_date": at, "early_start_date": at, "early_end_date": at, "restart_date": at, "reend_date": at, "target_start_date": at,
        "target_end_date": at, "rem_late_start_date": at, "rem_late_end_date": at, "priority_type": "PT_Normal",
        "guid": f"{i:022}", "driving_path_flag": "N", "act_this_per_work_qty": 0, "act_this_per_equip_qty": 0, "create_date": at,
        "update_date": at, "create_user": "admin", "update_user": "admin",
    }


def links():
    number = 0
    for i in range(count):
        for before, lag in ((i - 1, 0), (i - 97, 16)):
            if before < 0 or (before == i - 1 and i % 10 == 0):
                continue
            number += 1
            yield {
                "task_pred_id": number, "task_id": 100000 + i, "pred_task_id": 100000 + before, "proj_id": 1, "pred_proj_id": 1,
                "pred_type": ("PR_FS", "PR_SS", "PR_FF")[number % 3] if lag else "PR_FS", "lag_hr_cnt": lag, "aref": date(0),
                "arls": date(0),
            }


days = "".join(f"(0||{d}()({'' if d in (1, 7) else '(0||0(s|08:00|f|12:00)())(0||1(s|13:00|f|17:00)())'}))" for d in range(1, 8))
holidays = "".join(f"(0||{k}(d|{46023 + 37 * k})())" for k in range(60))
calendar = f"(0||CalendarData()((0||DaysOfWeek()({days}))(0||Exceptions()({holidays}))))"

with open(out, "w", newline="") as file:
    write = file.write
    write("ERMHDR\t20.12\t2026-01-05\tProject\tadmin\tadmin\tdbxDatabaseNoName\tProject Management\tUSD\r\n")
    table(write, "PROJECT", ["proj_id", "proj_short_name", "clndr_id", "last_recalc_date", "plan_start_date", "export_flag"],
          [{"proj_id": 1, "proj_short_name": "MADE", "clndr_id": 1, "last_recalc_date": date(0), "plan_start_date": date(-90),
            "export_flag": "Y"}])
    table(write, "CALENDAR", ["clndr_id", "default_flag", "clndr_name", "day_hr_cnt", "clndr_data"],
          [{"clndr_id": 1, "default_flag": "Y", "clndr_name": "Five days", "day_hr_cnt": 8, "clndr_data": calendar}])
    wbs = [{"wbs_id": 1, "proj_id": 1, "seq_num": 0, "proj_node_flag": "Y", "wbs_short_name": "MADE", "wbs_name": "Made"}]
    wbs += [{"wbs_id": 10 + k, "proj_id": 1, "seq_num": k, "proj_node_flag": "N", "wbs_short_name": f"G{k}", "wbs_name": f"Part {k}",
             "parent_wbs_id": 1} for k in range(10)]
    wbs += [{"wbs_id": 100 + k, "proj_id": 1, "seq_num": k, "proj_node_flag": "N", "wbs_short_name": f"P{k}", "wbs_name": f"Lot {k}",
             "parent_wbs_id": 10 + k // 5} for k in range(50)]
    table(write, "PROJWBS", ["wbs_id", "proj_id", "seq_num", "proj_node_flag", "wbs_short_name", "wbs_name", "parent_wbs_id"], wbs)
    table(write, "TASK", TASK, (task(i) for i in range(count)))
    table(write, "TASKPRED", ["task_pred_id", "task_id", "pred_task_id", "proj_id", "pred_proj_id", "pred_type", "lag_hr_cnt",
                              "comments", "float_path", "aref", "arls"], links())
    write("%E\r\n")
