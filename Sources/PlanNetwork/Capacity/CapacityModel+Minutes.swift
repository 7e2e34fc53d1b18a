extension CapacityModel {
    /// The working minutes that there are of a resource in a span of instants.
    ///
    /// - Parameters:
    ///   - resource: a person or a team.
    ///   - span: instants.
    ///   - calendar: by which they work.
    /// - Returns: what there is of them, absences taken off, in minutes of a full-time person.
    public func minutes(of resource: Int, _ span: Range<Int32>, _ calendar: WorkingTime) -> Int64 {
        let away = absences[resource].reduce(Int64(0)) { sum, absence in
            sum + amountMinutes(of: resource, span.clamped(to: absence), calendar)
        }
        return (amountMinutes(of: resource, span, calendar) - away) / Int64(Self.fullTime)
    }

    /// Working minutes times amounts, absences not looked at.
    private func amountMinutes(of resource: Int, _ span: Range<Int32>, _ calendar: WorkingTime) -> Int64 {
        guard !span.isEmpty else { return 0 }
        let steps = steps[resource]
        return steps.from.indices.reduce(Int64(0)) { sum, place in
            let end = place + 1 < steps.from.count ? steps.from[place + 1] : Int32.max
            let part = span.clamped(to: steps.from[place]..<end)
            guard !part.isEmpty else { return sum }
            return sum + Int64(calendar.work(at: part.upperBound) - calendar.work(at: part.lowerBound))
                * Int64(steps.amount[place])
        }
    }
}
