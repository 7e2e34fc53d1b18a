import PlanModel
import PlanNetwork
import PlanSchedule

extension EarnedReport {
    /// When the plan will be done by the nine methods, and each initiative by earned schedule.
    func forecastLines(_ style: Style) -> [String] {
        guard let time = whole.time, time.earnedSchedule != nil, !time.isFinished else { return [] }
        let note =
            "EAC(t); baseline \(Spelling.lastDay(time.baselineFinish)), "
            + "planned duration \(Spelling.days(Int(time.plannedDuration), plan.settings.units))"
        return [style.heading("When it will be done") + "   " + style.paint(note, .faint)] + planTable.lines(style)
            + initiativeLines(style)
    }

    private var planTable: TextTable {
        var table = TextTable([
            .init(title: "the rest goes"), .init(title: "as planned", isRight: true),
            .init(title: "as fast as so far", isRight: true),
            .init(title: "as fast and dear", isRight: true),
        ])
        for (title, methods) in Self.families {
            table.add([.init(title)] + methods.map { .init(finish($0, whole)) })
        }
        return table
    }

    private static let families: [(String, [EarnedForecastMethod])] = [
        ("planned value PV1-PV3", [.PV1, .PV2, .PV3]), ("earned duration ED1-ED3", [.ED1, .ED2, .ED3]),
        ("earned schedule ES1-ES3", [.ES1, .ES2, .ES3]),
    ]

    private func initiativeLines(_ style: Style) -> [String] {
        let initiatives = targets.filter { names.tree.kind($0) == .initiative && value.targets[$0].time != nil }
        guard initiatives.count > 1 else { return [] }
        var table = TextTable([
            .init(title: names.word(.initiative), isFlexible: true), .init(title: "Baseline", isRight: true),
            .init(title: "ES1", isRight: true), .init(title: "ES2", isRight: true),
        ])
        for target in initiatives {
            let figures = value.targets[target]
            table.add([
                .init(names.title(target)), .init(figures.time.map { Spelling.lastDay($0.baselineFinish) } ?? "-"),
                .init(finish(.ES1, figures)), .init(finish(.ES2, figures)),
            ])
        }
        return [""] + table.lines(style)
    }

    private func finish(_ method: EarnedForecastMethod, _ figures: EarnedTarget) -> String {
        if figures.time?.isFinished == true { return "finished" }
        return value.finish(method, figures).map(Spelling.lastDay) ?? "-"
    }
}
