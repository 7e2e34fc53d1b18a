import PlanModel

extension NetworkCompiler {
    /// The longest a plan may last, minutes around the clock: about 2,000 years. Below it nothing overflows 32 bits.
    static let longestPlan: Int64 = 1 << 30

    /// Refuses a plan whose worst case could leave the range of 32-bit minutes.
    ///
    /// Bounds every node's finish from above, around the clock: its longest duration stretched by its calendar, a week for each change
    /// of calendar, the working time that exceptions may take away once. Leads count like lags: the backward pass adds them.
    func checkRange(_ network: Network) throws(CompileError) {
        let (structure, laws) = (network.structure, network.values.laws)
        let stretch = structure.calendars.map { 10_080.0 / Double($0.weekWork) }
        // Actual dates may lie after the data date; what follows them starts no earlier.
        let starts = network.structure.rules.start.map(network.instant(of:)) ?? 0
        let latest = (network.values.actualStart + network.values.actualFinish).reduce(
            max(network.values.dataDate, starts), max)
        let start = Int64(latest) + structure.calendars.reduce(0) { max($0, Int64($1.repeatInstant)) } + 10_080
        var bound = [Int64](repeating: 0, count: structure.nodeCount)
        var worst = (node: 0, bound: Int64(0))
        for node in 0..<structure.nodeCount {
            var earliest = start
            for place in structure.predecessors[node] {
                let item = structure.predecessors.items[place]
                if item >= 0 {
                    earliest = max(earliest, bound[Int(item)])
                } else {
                    let relation = structure.relations[Int(~item)]
                    let lag =
                        Double(relation.lag.minutes.magnitude) * stretch[Int(relation.lagCalendar)]
                    earliest = max(earliest, bound[Int(relation.predecessor)] + Int64(lag) + 10_080)
                }
            }
            if let limits = network.values.limits(of: node) {
                let positions = [
                    limits.startFloor, limits.finishFloor, limits.startPin, limits.finishPin, limits.expectedFinish,
                ]
                let latest = positions.compactMap(\.self).reduce(0, max)
                earliest = max(earliest, Int64(structure.calendars[structure.calendar(of: node)].start(at: latest)))
            }
            let longest = Int64((Double(laws[node].longest) * stretch[structure.calendar(of: node)]).rounded(.up))
            bound[node] = min(earliest + longest, Int64.max / 4)
            if bound[node] > worst.bound { worst = (node, bound[node]) }
        }
        let late = lateBounds(network, stretch)
        for node in late.indices where late[node] > worst.bound { worst = (node, late[node]) }
        for span in structure.spans {
            let node = Int(span.node)
            for tie in span.ties {
                let lag = Int64(Double(tie.lag.minutes.magnitude) * stretch[structure.calendar(of: node)]) + 10_080
                let other = max(bound[Int(tie.node)], late.isEmpty ? 0 : late[Int(tie.node)])
                bound[node] = min(max(bound[node], other + lag), Int64.max / 4)
            }
            if bound[node] > worst.bound { worst = (node, bound[node]) }
        }
        guard worst.bound > Self.longestPlan else { return }
        let task = Int(max(structure.taskOfNode[worst.node], 0))
        let place = plan.tasks.raw.place(ofRow: task)
        throw CompileError([
            Fault(
                code: "plan-too-long", file: place.file, line: place.line, column: "duration",
                message: "expected a plan of less than 2^30 minutes, about 2,000 years, even where all goes badly "
                    + "(found \(worst.bound) up to task \(plan.tasks.raw.identifier(task)))")
        ])
    }

    /// How late the dates that run back from given dates can be, around the clock: leads make them later. Empty where no date is given.
    private func lateBounds(_ network: Network, _ stretch: [Double]) -> [Int64] {
        let structure = network.structure
        var bound = [Int64](repeating: 0, count: structure.nodeCount)
        for node in 0..<structure.nodeCount {
            if let scopes = structure.floatScopes {
                let date = scopes.mustFinish[Int(scopes.scopeOfNode[node])]
                if date < Int32.max { bound[node] = Int64(date) + 10_080 }
            }
            guard let limits = network.values.limits(of: node) else { continue }
            let latest = [limits.lateStartPin, limits.lateFinishPin].compactMap(\.self).reduce(0, max)
            if latest > 0 {
                let instant = Int64(structure.calendars[structure.calendar(of: node)].start(at: min(latest, 1 << 30)))
                bound[node] = max(bound[node], instant + Int64(network.values.laws[node].longest) + 10_080)
            }
        }
        guard bound.contains(where: { $0 > 0 }) else { return [] }
        for node in stride(from: structure.nodeCount - 1, through: 0, by: -1) {
            for place in structure.successors[node] {
                let item = structure.successors.items[place]
                if item >= 0 {
                    bound[node] = max(bound[node], bound[Int(item)])
                    continue
                }
                let relation = structure.relations[Int(~item)]
                let lag = Int64(Double(relation.lag.minutes.magnitude) * stretch[Int(relation.lagCalendar)]) + 10_080
                let reach = Int64(Double(network.values.laws[node].longest) * stretch[structure.calendar(of: node)])
                let next = bound[Int(relation.successor)]
                if next > 0 { bound[node] = min(max(bound[node], next + lag + reach), Int64.max / 4) }
            }
        }
        return bound
    }
}
