import PlanSchedule

/// Earned and planned value as shares of a target's budget, drawn in one line.
struct EarnedBar {
    /// 0 … 1.
    let earned: Double, planned: Double

    init(_ figures: EarnedTarget) {
        let budget = Double(max(figures.budget, 1))
        (earned, planned) = (Double(figures.earned) / budget, Double(figures.planned) / budget)
    }

    /// The bar: `█` earned, `·` not earned yet, `┃` where the plan is by now.
    ///
    /// - Parameter width: columns, 2 or more.
    func text(width: Int) -> String {
        func columns(_ share: Double) -> Int { Int((share * Double(width)).rounded()) }
        var cells = [Character](repeating: "█", count: columns(earned))
        cells += [Character](repeating: "·", count: width - cells.count)
        cells.insert("┃", at: columns(planned))
        return String(cells)
    }
}
