/// What an XER file holds and a plan does not: which fields are counted together, and why tables are left out.
enum XERLosses {
    /// Fields that follow from others, by how their names begin or end.
    static func isDerived(_ field: String) -> Bool {
        derived.contains(field) || field.hasPrefix("early_") || field.hasPrefix("late_") || field.hasPrefix("rem_late_")
            || field.hasPrefix("float_path") || field.hasPrefix("anticip_") || field.hasSuffix("_float_hr_cnt")
    }

    private static let derived: Set<String> = [
        "restart_date", "reend_date", "driving_path_flag", "scd_end_date", "last_schedule_date", "aref", "arls",
        "sum_data_date",
        "target_lag_drtn_hr_cnt", "relag_drtn_hr_cnt", "fcst_start_date", "remain_qty", "remain_qty_per_hr", "remain_cost",
        "week_hr_cnt", "month_hr_cnt", "year_hr_cnt", "target_qty",
    ]

    /// Fields that P6 keeps for itself.
    static func isBookkeeping(_ field: String) -> Bool {
        bookkeeping.contains(field) || field.hasSuffix("guid") || field.hasSuffix("_user") || field.hasSuffix("_flag")
            || field.hasPrefix("level_") || field.hasPrefix("create_") || field.hasPrefix("update_") || field.hasPrefix("last_")
            || field.hasPrefix("def_") || field.hasPrefix("task_code_") || field.contains("multiple_longest_path")
    }

    private static let bookkeeping: Set<String> = [
        "seq_num", "rsrc_seq_num", "schedoptions_id", "task_pred_id", "taskrsrc_id", "rsrc_rate_id", "cost_item_id",
        "wbs_max_sum_level",
        "sum_assign_level", "loaded_scope_level", "add_date", "add_by_name", "clndr_type", "rev_fdbk", "review_type",
        "sched_type",
        "levelprioritylist", "fy_start_month_num", "rsrc_type", "cost_per_qty_source_type", "rate_type", "plan_open_state",
        "est_wt",
        "sched_setplantoforecast", "intg_proj_type", "curr_id", "unit_id", "rsrc_private", "proj_id", "obs_id", "duration_type",
        "sum_refresh_date", "fintmpl_id", "location_id", "start_date", "finish_date", "end_date",
    ]

    /// Why a table is not read.
    static func reason(table: String) -> String {
        switch table {
        case "CURRTYPE", "UMEASURE", "FINTMPL", "OBS", "POBS", "ROLES", "ROLERATE", "SHIFT", "SHIFTPER", "RSRCCURV",
            "RSRCCURVDATA",
            "LOCATION", "PHASE", "APPLYACTOPTIONS", "RSRCLEVELLIST", "SETTINGS", "PREFER":
            "a catalogue or setting that a plan has no place for"
        case "ACTVTYPE", "ACTVCODE", "TASKACTV", "PCATTYPE", "PCATVAL", "PROJPCAT", "RCATTYPE", "RCATVAL", "RSRCRCAT",
            "RLCATTYPE",
            "RLCATVAL", "ASGNMNTCATTYPE", "ASGNMNTCATVAL", "ASGNMNTACAT":
            "codes that sort and group; a plan has none"
        case "UDFTYPE", "UDFVALUE": "user-defined fields; a plan has none"
        case "MEMOTYPE", "TASKMEMO", "TASKNOTE", "PROJNOTE", "WBSMEMO", "NONWORK": "notes; a plan has none"
        case "TASKFIN", "TRSRCFIN", "FINDATES", "PROJFUND", "FUNDSRC", "ACCOUNT", "COSTTYPE", "WBSBUDG", "BUDGCHNG", "PROJTHRS",
            "PROJISSU":
            "money by period, funding and thresholds; a plan has cost by task"
        case "PROJRISK", "RISKTYPE", "RISKCTRL", "TASKRISK": "P6's risk register; risks of a plan are probabilities and delays"
        case "TASKPROC", "TASKDOC", "TASKUSER", "DOCUMENT", "DOCCATG", "DOCSTAT":
            "steps and documents of activities; a plan has none"
        case "RSRCROLE": "roles of resources; a plan has assignments by resource"
        default: "a table that a plan has no place for"
        }
    }
}
