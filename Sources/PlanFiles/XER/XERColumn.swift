/// Fields of one table that Headway reads: an enumeration whose cases are the fields, in the order of `names`.
protocol XERColumn: RawRepresentable<Int>, CaseIterable {
    /// The table, as the file names it.
    static var table: String { get }
    /// The fields, as the file names them; several names of one field are separated by blanks, the first is P6's.
    static var names: [String] { get }
    /// The cases without which a row says nothing.
    static var required: [Self] { get }
}

extension XERColumn {
    /// P6's name of the field, with its table.
    var path: String { "\(Self.table).\(Self.names[rawValue].split(separator: " ")[0])" }
}

enum XERProjectColumn: Int, XERColumn {
    case key, code, original, baseline, calendar, separator, dataDate, start, mustFinish, pathType, criticalHours, exported
    static let table = "PROJECT"
    static let names = [
        "proj_id", "proj_short_name", "orig_proj_id", "sum_base_proj_id", "clndr_id", "name_sep_char", "last_recalc_date",
        "plan_start_date", "plan_end_date", "critical_path_type", "critical_drtn_hr_cnt", "export_flag",
    ]
    static let required = [key]
}

enum XEROptionColumn: Int, XERColumn {
    case project, outer, openEnds, lagFromEarlyStart, retained, floatType, lagCalendar, expectedFinish, override, projectEnd
    static let table = "SCHEDOPTIONS"
    static let names = [
        "proj_id", "sched_outer_depend_type", "sched_open_critical_flag", "sched_lag_early_start_flag", "sched_retained_logic",
        "sched_float_type", "sched_calendar_on_relationship_lag", "sched_use_expect_end_flag", "sched_progress_override",
        "sched_use_project_end_date_for_float",
    ]
    static let required = [project]
}

enum XERCalendarColumn: Int, XERColumn {
    case key, name, base, isDefault, hoursPerDay, data
    static let table = "CALENDAR"
    static let names = ["clndr_id", "clndr_name", "base_clndr_id", "default_flag", "day_hr_cnt", "clndr_data"]
    static let required = [key]
}

enum XERElementColumn: Int, XERColumn {
    case key, project, order, isRoot, code, name, parent
    static let table = "PROJWBS"
    static let names = ["wbs_id", "proj_id", "seq_num", "proj_node_flag", "wbs_short_name", "wbs_name", "parent_wbs_id"]
    static let required = [key]
}

enum XERResourceColumn: Int, XERColumn {
    case key, calendar, code, name, kind, most, usual
    static let table = "RSRC"
    static let names = [
        "rsrc_id", "clndr_id", "rsrc_short_name", "rsrc_name", "rsrc_type", "max_qty_per_hr", "def_qty_per_hr",
    ]
    static let required = [key]
}

enum XERRateColumn: Int, XERColumn {
    case resource, most, start
    static let table = "RSRCRATE"
    static let names = ["rsrc_id", "max_qty_per_hr", "start_date"]
    static let required = [resource]
}

enum XERTaskColumn: Int, XERColumn {
    case key, project, element, calendar, code, name, kind, status, percentKind, physicalPercent, resource, duration, remaining
    case plannedWork, spentWork, leftWork, constraint, constraintDate, secondConstraint, secondConstraintDate
    case actualStart, actualFinish, expectedFinish, suspend, resume, externalStart, externalFinish, plannedStart, plannedFinish
    case priority, spentEquipment, leftEquipment, plannedEquipment
    static let table = "TASK"
    static let names = [
        "task_id", "proj_id", "wbs_id", "clndr_id", "task_code", "task_name", "task_type", "status_code", "complete_pct_type",
        "phys_complete_pct", "rsrc_id", "target_drtn_hr_cnt", "remain_drtn_hr_cnt", "target_work_qty", "act_work_qty",
        "remain_work_qty", "cstr_type", "cstr_date", "cstr_type2", "cstr_date2", "act_start_date", "act_end_date",
        "expect_end_date", "suspend_date", "resume_date", "external_early_start_date", "external_late_end_date",
        "target_start_date", "target_end_date", "priority_type", "act_equip_qty", "remain_equip_qty", "target_equip_qty",
    ]
    static let required = [key]
}

enum XERRelationColumn: Int, XERColumn {
    case successor, predecessor, successorProject, predecessorProject, type, lag
    static let table = "TASKPRED"
    static let names = ["task_id succ_task_id", "pred_task_id", "proj_id", "pred_proj_id", "pred_type", "lag_hr_cnt"]
    static let required = [successor, predecessor]
}

enum XERAssignmentColumn: Int, XERColumn {
    case task, resource, units, cost
    static let table = "TASKRSRC"
    static let names = ["task_id", "rsrc_id", "target_qty_per_hr", "target_cost"]
    static let required = [task]
}

enum XERExpenseColumn: Int, XERColumn {
    case task, cost
    static let table = "PROJCOST"
    static let names = ["task_id", "target_cost"]
    static let required = [task]
}
