import PlanModel

/// What the health checks compare with.
extension SettingsReader {
    mutating func health(_ field: Field) -> HealthThresholds {
        var thresholds = HealthThresholds()
        let members = members(field, known: HealthThreshold.allCases.map(\.rawValue)) ?? [:]
        for threshold in HealthThreshold.allCases {
            guard let field = members[threshold.rawValue], let value = number(field) else { continue }
            if threshold.range.contains(value) {
                thresholds[threshold] = value
            } else {
                refuse(field, "out-of-range", "out of range (expected \(Self.words(threshold.range)))", found: "\(value)")
            }
        }
        return thresholds
    }

    private static func words(_ range: ClosedRange<Double>) -> String {
        let share = range.upperBound == 1 ? ", such as 0.05 for 5 %" : ""
        return "a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))\(share)"
    }
}
