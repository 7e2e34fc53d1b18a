import PlanStatistics

/// Differences between two runs.
extension JSONWriter {
    /// A difference as `{value, low, high}`; the ends are `null` where there are too few samples to tell.
    mutating func difference(_ name: String, _ difference: DifferenceEstimate?) {
        key(name)
        guard let difference else { return null() }
        object { json in json.ends(difference) }
    }

    /// The same and how many samples would tell it from 0; `null` where it is told already.
    mutating func difference(_ name: String, _ difference: DifferenceEstimate?, needed: Int?) {
        key(name)
        guard let difference else { return null() }
        object { json in
            json.ends(difference)
            json.field("samplesNeeded", needed)
        }
    }

    private mutating func ends(_ difference: DifferenceEstimate) {
        field("value", difference.value)
        field("low", difference.interval?.lowerBound)
        field("high", difference.interval?.upperBound)
    }

    mutating func field(_ name: String, _ value: Bool?) {
        key(name)
        if let value { bool(value) } else { null() }
    }
}
