import PlanModel

/// What a reader of earned value must know: what is left out, and what is not known.
struct EarnedFindings {
    let plan: Plan
    let baseline: Table<BaselineColumn>
    /// The baseline's name.
    let name: String
    let work: PlannedWork
    let shares: EarnedShares

    private var file: String { baseline.raw.source?.file ?? "baselines/\(name).csv" }

    /// All findings, those about what is left out first.
    var all: [Finding] {
        let flaws = work.flaws
        let dateless = Set(flaws.dateless.compactMap { baseline.reference(.task, $0) })
        let missing = plan.tasks.rows.filter { work.rowOfTask[$0] < 0 && !dateless.contains($0) }
        return [
            tasks(missing, "not-in-baseline", "not in the baseline and left out of all figures"),
            rows(
                flaws.dateless, "baseline-without-dates",
                "without a start or a finish in the baseline and left out of all figures"),
            rows(flaws.repeated, "baseline-twice", "in the baseline more than once; the first row counts"),
            rows(
                flaws.reversed, "baseline-reversed",
                "finishing before the start in the baseline; taken as milestones at the start"),
            rows(flaws.tooEarly, "baseline-too-early", "starting earlier than can be counted; taken as starting at the epoch"),
            tasks(
                weightless, "no-weight",
                "lasting a while in the baseline but without a \(weightWord), so that they weigh nothing"),
            tasks(shares.silent, "started-without-progress", "started without any progress reported, which earn nothing yet"),
            noActualCost,
        ].compactMap(\.self)
    }

    private var weightWord: String { work.weights.basis.isMoney ? "cost" : "weight of their own" }

    /// Tasks that take time in the baseline and weigh nothing.
    private var weightless: [Int] {
        plan.tasks.rows.filter { task in
            let row = Int(work.rowOfTask[task])
            return row >= 0 && work.weights.units[row] == 0 && work.finish[row] > work.start[row]
        }
    }

    private var noActualCost: Finding {
        Finding(
            code: "no-actual-cost",
            message: "a plan holds no actual costs: AC, CPI and the forecasts PV3, ED3 and ES3, which need them, are left out")
    }

    private func rows(_ rows: [Int], _ code: String, _ meaning: String) -> Finding? {
        tasks(rows.compactMap { baseline.reference(.task, $0) }, code, meaning)
    }

    private func tasks(_ tasks: [Int], _ code: String, _ meaning: String) -> Finding? {
        guard !tasks.isEmpty else { return nil }
        let names = tasks.map { plan.tasks.text(.id, $0) }.sorted()
        let named = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
        let noun = names.count == 1 ? "task" : "tasks"
        return Finding(code: code, file: file, message: "\(names.count) \(noun) \(meaning): \(named)")
    }
}
